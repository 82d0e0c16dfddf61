"""The command line: what it prints, what it says when something is wrong, how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

click_testing = pytest.importorskip("click.testing")
pytest.importorskip("rich")

from hypothesis import given  # noqa: E402
from rich.console import Console  # noqa: E402

import newsmodel  # noqa: E402
from newsmodel import Article, from_dict, from_json, parse_article, strategies  # noqa: E402
from newsmodel.cli import commands, view  # noqa: E402
from newsmodel.cli.rows import Row, TotalKey, rows_of, totals  # noqa: E402

ARTICLES = Path(__file__).parent / "articles"
GREENLAND = str(ARTICLES / "nl-08-ships-for-greenland.txt")
IMIA = str(ARTICLES / "en-06-aegean-standoff.txt")


def run(*arguments: str, stdin: str | bytes = b""):
    return click_testing.CliRunner().invoke(commands.newsmodel, list(arguments), input=stdin)


def process(
    *arguments: str, code: str = "from newsmodel.cli import main; main()", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own, as a shell starts it."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def made_article() -> Article:
    """An article whose deployments have every value that a row shows, and few of them."""
    text = (
        "France moved 300 soldiers from Lyon to Nice in May, said Jo. A fleet left. No tanks did."
    )

    def excerpt(words: str) -> newsmodel.Excerpt:
        return newsmodel.Excerpt(text=words, start=text.index(words))

    def place(name: str) -> newsmodel.Place:
        return newsmodel.Place(
            name=name, country="FR", kind=newsmodel.PlaceKind.CITY, excerpt=excerpt(name)
        )

    france = newsmodel.Actor(id="a1", name="France", kind=newsmodel.ActorKind.COUNTRY)
    jo = newsmodel.Actor(id="a2", name="Jo", kind=newsmodel.ActorKind.PERSON)
    statement = newsmodel.Statement(
        id="s1",
        speakers=(jo, france),
        content=(excerpt("France moved 300 soldiers from Lyon to Nice in May"),),
        kind=newsmodel.StatementKind.INDIRECT,
        act=newsmodel.SpeechAct.SAY,
        certainty=newsmodel.Certainty.POSSIBLE,
    )
    soldiers = newsmodel.Quantity(lower=300, upper=300, excerpt=excerpt("300"))
    moved = newsmodel.MilitaryDeployment(
        id="d1",
        force=france,
        force_country="FR",
        unit=newsmodel.UnitType.TROOPS,
        unit_name="1st",
        quantity=soldiers,
        kind=newsmodel.DeploymentKind.MOVEMENT,
        status=newsmodel.DeploymentStatus.COMPLETED,
        origin=place("Lyon"),
        destination=place("Nice"),
        time=newsmodel.TimeReference(value=newsmodel.EDTF("2022-05"), excerpt=excerpt("May")),
        purpose="a drill",
        part_of="a plan",
        ordered_by=jo,
        reported_by=statement,
        evidence=(excerpt("France moved 300 soldiers"), excerpt("to Nice")),
    )
    fleet = newsmodel.MilitaryDeployment(
        id="d2",
        unit=newsmodel.UnitType.FLEET,
        kind=newsmodel.DeploymentKind.STATIONING,
        status=newsmodel.DeploymentStatus.ONGOING,
        location=place("Nice"),
        evidence=(excerpt("A fleet left"),),
    )
    tanks = newsmodel.MilitaryDeployment(
        id="d3",
        force_country="FR",
        unit=newsmodel.UnitType.TANK,
        kind=newsmodel.DeploymentKind.MOVEMENT,
        status=newsmodel.DeploymentStatus.DENIED,
        evidence=(excerpt("No tanks"),),
    )
    return Article(
        text=text,
        language="en",
        published=newsmodel.EDTF("2022-06-01"),
        actors=(france, jo),
        statements=(statement,),
        deployments=(moved, fleet, tanks),
    )


def row(**changes: object) -> Row:
    plain = next(iter(rows_of("x", made_article()))).as_dict()
    return Row(**{**plain, **changes})  # type: ignore[arg-type]  # a test's own rows


@pytest.fixture
def found_deployments(monkeypatch: pytest.MonkeyPatch) -> Article:
    """Let every article parse to the one that is made here."""
    article = made_article()
    monkeypatch.setattr(commands, "parse_article", lambda *_, **__: article)
    return article


class TestParse:
    def test_shows_who_and_who_said_what(self) -> None:
        done = run("parse", GREENLAND)
        assert done.exit_code == 0
        assert done.stderr == ""
        lines = done.stdout.splitlines()
        assert lines[0] == "Deense schepen overwinteren bij Groenland"
        assert lines[1] == f"{GREENLAND} · nl · 2018-12-06"
        article = parse_article(Path(GREENLAND).read_text("utf-8"))
        squeezed = " ".join(done.stdout.split())
        actor = article.actors[0]
        assert f"{actor.name} {actor.kind.value} {actor.role} {actor.country}" in squeezed
        for heading in ("Who", "Who said what", "Quoted, but nobody's"):
            assert heading in lines
        assert not any(line != line.rstrip() for line in lines)

    def test_shows_what_moved_where(self, found_deployments: Article) -> None:
        shown = " ".join(run("parse", GREENLAND).stdout.split())
        assert "What moved where FR 300 troops movement from Lyon (FR) to Nice (FR)" in shown
        assert "1st completed time 2022-05" in shown
        assert "Jo, France say" in shown
        assert "possible" in shown

    def test_a_long_path_stays_on_one_line(self, tmp_path: Path) -> None:
        path = tmp_path / ("n" * 100 + ".txt")
        path.write_text("General Luis Costa left.")
        assert f"{path} · en" in run("parse", str(path)).stdout.splitlines()

    def test_explains(self) -> None:
        plain, explained = run("parse", IMIA), run("parse", "--explain", IMIA)
        assert explained.exit_code == 0
        article = parse_article(Path(IMIA).read_text("utf-8"))
        squeezed = " ".join(explained.stdout.split())
        for statement in article.statements:
            assert f"{statement.kind.value}: {statement.pattern} by" in squeezed
        reasons = {m.reason for actor in article.actors for m in actor.mentions}
        assert len(reasons) > 1
        assert all(reason.split()[0] in squeezed for reason in reasons if reason)
        assert len(plain.stdout) < len(explained.stdout)

    def test_says_that_nothing_was_found(self) -> None:
        assert "nothing found" in run("parse", "-", stdin="").stdout

    @pytest.mark.parametrize("form", ["json", "jsonl"])
    def test_writes_one_document_for_one_article(self, form: str) -> None:
        done = run("parse", "--format", form, GREENLAND)
        assert from_json(done.stdout) == parse_article(Path(GREENLAND).read_text("utf-8"))

    def test_writes_a_line_for_each_article(self) -> None:
        lines = run("parse", "--format", "jsonl", GREENLAND, IMIA).stdout.splitlines()
        assert [from_json(line).language for line in lines] == ["nl", "en"]

    def test_writes_a_list_for_several_articles(self) -> None:
        documents = json.loads(run("parse", "--format", "json", GREENLAND, IMIA).stdout)
        assert [from_dict(document).language for document in documents] == ["nl", "en"]

    def test_writes_an_empty_list_where_none_of_several_can_be_read(self) -> None:
        done = run("parse", "--format", "json", "absent-1", "absent-2")
        assert (done.exit_code, json.loads(done.stdout)) == (1, [])

    def test_takes_language_and_date(self) -> None:
        options = ("--language", "nl", "--published", "2020-03", "--format", "json")
        article = from_json(run("parse", *options, "-", stdin="They left.").stdout, Article)
        assert (article.language, str(article.published)) == ("nl", "2020-03")

    def test_reads_standard_input_as_it_is(self) -> None:
        text = "One “line”.\r\n\r\nAnother.\r"
        done = run("parse", "--format", "json", "-", stdin=text.encode())
        assert from_json(done.stdout, Article).text == text

    def test_leaves_a_byte_order_mark_out(self) -> None:
        done = run("parse", "--format", "json", "-", stdin=b"\xef\xbb\xbfHe left.")
        assert from_json(done.stdout, Article).text == "He left."

    def test_reads_folders_and_each_file_once(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a.txt", "sub/c.txt", "not.md"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"Text of {name}.")
        done = run("parse", "--format", "jsonl", str(tmp_path), str(tmp_path / "a.txt"))
        texts = [from_json(line, Article).text for line in done.stdout.splitlines()]
        assert texts == ["Text of a.txt.", "Text of b.txt.", "Text of sub/c.txt."]

    def test_shows_no_control_characters(self) -> None:
        hostile = "“\x1b[2Jgone\u202e, [bold]all[/bold] of it,” said General Luis Costa."
        shown = run("parse", "-", stdin=hostile).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "[bold]all[/bold]" in shown


class TestLexicons:
    ROW = (
        "lemma\ttype\tfinite\tpast\tact\tframes\n"
        "blurbify\tverb\tblurbify|blurbifies|blurbified\tblurbified\tsay\tquote|that\n"
    )
    TEXT = "General Luis Costa blurbified that his men had fled."

    def test_words_of_a_folder_count(self, tmp_path: Path) -> None:
        folder = tmp_path / "en"
        folder.mkdir()
        (folder / "cues.tsv").write_text(self.ROW)
        for value in (str(folder), f"en={folder}"):
            done = run("parse", "--lexicon", value, "--format", "json", "-", stdin=self.TEXT)
            (statement,) = from_json(done.stdout, Article).statements
            assert statement.content[0].text == "his men had fled"
        without = run("parse", "--format", "json", "-", stdin=self.TEXT)
        assert from_json(without.stdout, Article).statements == ()

    @pytest.mark.parametrize(
        ("files", "reason"),
        [
            ({}, "holds none of"),
            ({"cues.tsv": ROW.replace("say", "shout")}, "en/cues.tsv:2"),
            ({"cues.tsv": b"\xff\xfe"}, "en/cues.tsv"),
            ({"words.toml": "= no toml"}, "en/words.toml"),
        ],
    )
    def test_a_wrong_one_is_refused(
        self, tmp_path: Path, files: dict[str, str | bytes], reason: str
    ) -> None:
        folder = tmp_path / "en"
        folder.mkdir()
        for name, content in files.items():
            path = folder / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        done = run("parse", "--lexicon", str(folder), "-", stdin=self.TEXT)
        assert done.exit_code == 2
        assert reason in done.stderr

    def test_one_for_no_language_is_refused(self, tmp_path: Path) -> None:
        folder = tmp_path / "xx"
        folder.mkdir()
        (folder / "cues.tsv").write_text(self.ROW)
        done = run("parse", "--lexicon", str(folder), "-", stdin=self.TEXT)
        assert done.exit_code == 2
        assert "'xx' is not supported" in done.stderr

    def test_an_absent_one_is_refused(self, tmp_path: Path) -> None:
        done = run("parse", "--lexicon", str(tmp_path / "en"), "-", stdin=self.TEXT)
        assert (done.exit_code, "no folder" in done.stderr) == (2, True)


class TestFailures:
    def test_the_others_are_still_done(self, tmp_path: Path) -> None:
        latin = tmp_path / "latin.txt"
        latin.write_bytes("Een coördinator.".encode("latin-1"))
        empty = tmp_path / "empty"
        empty.mkdir()
        missing = str(tmp_path / "missing.txt")
        done = run(
            "parse", "--format", "jsonl", missing, GREENLAND, str(latin), str(empty), "\0", IMIA
        )
        assert done.exit_code == 1
        assert len(done.stdout.splitlines()) == 2
        assert done.stderr.splitlines() == [
            f"newsmodel: {missing}: cannot be read: No such file or directory",
            f"newsmodel: {latin}: is not UTF-8 text: byte 0xf6 at position 6",
            f"newsmodel: {empty}: is a folder without any *.txt in it",
            "newsmodel: \0: cannot be read: embedded null byte",
        ]

    @pytest.mark.parametrize(
        ("error", "line"),
        [
            (newsmodel.ParseError("no\n  article"), "newsmodel: -: no article"),
            (ZeroDivisionError("0"), "newsmodel: -: a fault in newsmodel: ZeroDivisionError: 0"),
        ],
    )
    def test_a_parse_that_fails_is_one_line(
        self, monkeypatch: pytest.MonkeyPatch, error: Exception, line: str
    ) -> None:
        def fail(*_: object, **__: object) -> Article:
            raise error

        monkeypatch.setattr(commands, "parse_article", fail)
        done = run("parse", "-", stdin="x")
        assert (done.exit_code, done.stderr, done.stdout) == (1, line + "\n", "")

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("parse",), "Missing argument"),
            (("parse", "--language", "fr", GREENLAND), "'fr' is not supported"),
            (("parse", "--published", "May", GREENLAND), "'May' is not an EDTF value"),
            (("parse", "--format", "xml", GREENLAND), "'xml' is not one of"),
            (("deployments", "--totals", "moon", GREENLAND), "'moon' is not one of"),
            (("fly", GREENLAND), "No such command"),
        ],
    )
    def test_a_wrong_command_says_so(self, arguments: tuple[str, ...], reason: str) -> None:
        done = run(*arguments)
        assert (done.exit_code, done.stdout) == (2, "")
        assert reason in done.stderr

    def test_without_its_extra_it_says_what_to_install(self) -> None:
        hidden = "import sys; sys.modules['click'] = None; from newsmodel.cli import main; main()"
        done = process("--version", code=hidden)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("newsmodel: the command line needs the packages click")
        assert len(done.stderr.splitlines()) == 1

    def test_without_its_extra_it_ends_with_status_2(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from newsmodel.cli import main

        monkeypatch.delitem(sys.modules, "newsmodel.cli.commands")
        monkeypatch.setitem(sys.modules, "click", None)
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 2
        assert "newsmodel[cli]" in capsys.readouterr().err

    def test_another_module_that_is_missing_is_no_matter_of_extras(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from newsmodel.cli import main

        monkeypatch.delitem(sys.modules, "newsmodel.cli.commands")
        monkeypatch.setitem(sys.modules, "attrs", None)
        with pytest.raises(ModuleNotFoundError, match="attrs"):
            main()

    @pytest.mark.skipif(os.name != "posix", reason="closes a pipe as a POSIX shell does")
    @pytest.mark.parametrize("form", ["text", "jsonl", "json"])
    def test_a_reader_that_leaves_is_no_fault(self, form: str) -> None:
        command = "from newsmodel.cli import main; main()"
        arguments = ["parse", "--format", form, *[str(ARTICLES)]]
        with subprocess.Popen(
            [sys.executable, "-c", command, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as started:
            assert started.stdout is not None
            assert started.stderr is not None
            started.stdout.read(1)
            started.stdout.close()
            said = started.stderr.read()
        assert said == b""


class TestDeployments:
    def test_a_row_holds_all_values(self) -> None:
        first, second, third = rows_of("folder/x.txt", made_article())
        assert first.as_dict() == {
            "article": "folder/x.txt",
            "id": "d1",
            "published": "2022-06-01",
            "force": "France",
            "force_country": "FR",
            "unit": "troops",
            "unit_name": "1st",
            "quantity_min": 300,
            "quantity_max": 300,
            "approximate": False,
            "kind": "movement",
            "status": "completed",
            "origin": "Lyon",
            "origin_country": "FR",
            "destination": "Nice",
            "destination_country": "FR",
            "location": None,
            "location_country": None,
            "time": "2022-05",
            "earliest": "2022-05-01",
            "latest": "2022-05-31",
            "purpose": "a drill",
            "part_of": "a plan",
            "ordered_by": "Jo",
            "reported_by": "Jo; France",
            "same_force_as": None,
            "start": 0,
            "end": 43,
            "evidence": "France moved 300 soldiers … to Nice",
        }
        assert (second.location, second.time, second.month, second.quantity_min) == (
            "Nice",
            None,
            None,
            None,
        )
        assert third.status == "denied"

    def test_csv_has_all_columns(self, found_deployments: Article) -> None:
        done = run("deployments", "--format", "csv", GREENLAND, IMIA)
        records = list(csv.DictReader(io.StringIO(done.stdout)))
        assert [record["article"] for record in records] == [GREENLAND] * 3 + [IMIA] * 3
        expected = [row.as_dict() for row in rows_of(GREENLAND, found_deployments)]
        assert list(records[0]) == list(expected[0])
        shown = {name: "" if value is None else str(value) for name, value in expected[0].items()}
        assert records[0] == shown

    def test_jsonl_keeps_numbers(self, found_deployments: Article) -> None:
        lines = run("deployments", "--format", "jsonl", GREENLAND).stdout.splitlines()
        expected = [row.as_dict() for row in rows_of(GREENLAND, found_deployments)]
        assert [json.loads(line) for line in lines] == expected

    def test_table_fits_a_terminal(self, found_deployments: Article) -> None:
        done = run("deployments", GREENLAND)
        assert max(map(len, done.stdout.splitlines())) <= 80
        squeezed = " ".join(done.stdout.split())
        assert "FR 300 troops" in squeezed

    def test_nothing_is_said_to_be_nothing(self) -> None:
        text = "It rained."
        assert run("deployments", "-", stdin=text).stdout == "no deployments\n"
        assert run("deployments", "--totals", "kind", "-", stdin=text).stdout == "no deployments\n"
        lines = run("deployments", "--format", "csv", "-", stdin=text).stdout.splitlines()
        assert len(lines) == 1

    @pytest.mark.parametrize(
        ("time", "month"),
        [
            ("2022-12-19", "2022-12"),
            ("2022-12-XX", "2022-12"),
            ("2022-12", "2022-12"),
            ("2019-03/..", "2019-03"),
            ("2022", None),
            ("2022-21", None),
            ("2022-XX-XX", None),
            ("../2022-12", None),
            (None, None),
        ],
    )
    def test_the_month_is_that_of_the_beginning(self, time: str | None, month: str | None) -> None:
        assert row(time=time).month == month

    def test_totals_add_up_like_units_only(self) -> None:
        rows = [
            row(id="1", quantity_min=100, quantity_max=100),
            row(id="2", quantity_min=200, quantity_max=None),
            row(id="3", unit="tank", quantity_min=None, quantity_max=30),
            row(id="4", unit="tank", quantity_min=2, quantity_max=2, article="y"),
            row(id="5", force_country=None, quantity_min=None, quantity_max=None),
        ]
        found = [
            (t.keys, t.unit, t.deployments, t.articles, t.quantity_min, t.quantity_max)
            for t in totals(rows, [TotalKey.COUNTRY])
        ]
        assert found == [
            (("",), "troops", 1, 1, 0, None),
            (("FR",), "tank", 2, 2, 2, 32),
            (("FR",), "troops", 2, 1, 300, None),
        ]

    def test_totals_count_a_force_once(self) -> None:
        rows = [
            row(id="1", quantity_min=None, quantity_max=None),
            row(id="2", same_force_as="1", quantity_min=50, quantity_max=60),
            row(id="3", same_force_as="2", quantity_min=50, quantity_max=60),
            row(id="1", article="y", quantity_min=7, quantity_max=7),
        ]
        (total,) = totals(rows, [TotalKey.KIND, TotalKey.MONTH])
        assert total.keys == ("movement", "2022-05")
        assert (total.deployments, total.quantity_min, total.quantity_max) == (4, 57, 67)

    def test_totals_leave_out_what_is_denied(self) -> None:
        assert totals([row(status="denied")], [TotalKey.KIND]) == []

    def test_totals_in_every_format(self, found_deployments: Article) -> None:
        by = ("--totals", "country", "--totals", "month", "--totals", "country")
        first = {
            "country": "FR",
            "month": "2022-05",
            "unit": "troops",
            "deployments": 1,
            "articles": 1,
            "quantity_min": 300,
            "quantity_max": 300,
        }
        lines = run("deployments", *by, "--format", "jsonl", GREENLAND).stdout.splitlines()
        assert [json.loads(line) for line in lines][1] == first
        assert json.loads(lines[0])["country"] is None
        records = csv.DictReader(
            io.StringIO(run("deployments", *by, "--format", "csv", GREENLAND).stdout)
        )
        assert list(records)[1] == {name: str(value) for name, value in first.items()}
        table = run("deployments", *by, GREENLAND).stdout.splitlines()
        assert table[0].split() == [*list(first)[:5], "at", "least", "at", "most"]
        assert table[2].split() == ["FR", "2022-05", "troops", "1", "1", "300", "300"]


class TestTheProcess:
    def test_main_takes_the_arguments_of_the_process(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from newsmodel.cli import main

        monkeypatch.setattr(sys, "argv", ["newsmodel", "--version"])
        with pytest.raises(SystemExit) as ended:
            main()
        assert ended.value.code == 0
        assert capsys.readouterr().out == f"newsmodel {newsmodel.__version__}\n"

    def test_version(self) -> None:
        done = process("--version")
        assert (done.returncode, done.stdout) == (0, f"newsmodel {newsmodel.__version__}\n")

    @pytest.mark.parametrize("command", [(), ("parse",), ("deployments",)])
    def test_help_has_examples(self, command: tuple[str, ...]) -> None:
        done = run(*command, "--help")
        assert done.exit_code == 0
        assert "Examples:\n    newsmodel" in done.stdout

    def test_a_terminal_without_unicode_is_no_reason_to_fail(self) -> None:
        done = process("parse", GREENLAND, PYTHONIOENCODING="ascii")
        assert (done.returncode, done.stderr) == (0, "")
        assert "Asger Bjerregaard" in done.stdout

    def test_machines_get_utf_8_everywhere(self) -> None:
        done = process("parse", "--format", "json", GREENLAND, PYTHONIOENCODING="ascii")
        assert from_json(done.stdout, Article).text.startswith("Deense")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class TestProgress:
    @staticmethod
    def _said(monkeypatch: pytest.MonkeyPatch, count: int, *, both: bool = False) -> str:
        terminal = _Terminal()
        sources = [commands.Source(GREENLAND)] * count
        done = commands._Run(sources, commands._Options("nl", None, ()))
        with monkeypatch.context() as patched:
            patched.setenv("TERM", "xterm")
            patched.setattr(sys, "stderr", terminal)
            if both:
                patched.setattr(sys, "stdout", terminal)
            assert len(list(done.articles())) == count
        return terminal.getvalue()

    @pytest.mark.parametrize("both", [False, True])
    def test_a_bar_for_more_than_a_few(self, monkeypatch: pytest.MonkeyPatch, both: bool) -> None:
        said = self._said(monkeypatch, 8, both=both)
        assert "parsing" in said
        assert "8/8" in said

    def test_no_bar_for_a_few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert self._said(monkeypatch, 3) == ""

    def test_no_bar_where_nobody_sees_it(self) -> None:
        assert run("parse", str(ARTICLES)).stderr == ""


@given(strategies.articles())
def test_every_article_can_be_shown_and_counted(article: Article) -> None:
    console = Console(file=io.StringIO(), width=60)
    console.print(view.article_view("x", article, explain=True))
    rows = list(rows_of("x", article))
    assert len(rows) == len(article.deployments)
    console.print(view.rows_view(rows))
    for found in (totals(rows, list(TotalKey)), totals(rows, [])):
        console.print(view.totals_view(found, list(TotalKey)))
        denied = sum(row.status == "denied" for row in rows)
        assert sum(total.deployments for total in found) == len(rows) - denied
