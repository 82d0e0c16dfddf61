"""Tables: what a file may hold, and how an error says where it is wrong."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.errors import LanguageDataError
from newsmodel.languages.tables import read_table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@frozen(slots=True, kw_only=True)
class Row:
    """A row with a field of every type that a table can have."""

    name: str
    forms: tuple[str, ...] = ()
    colours: tuple[Colour, ...] = ()
    colour: Colour | None = None
    count: int = 0
    share: float = 0.5
    rare: bool = False
    with_: tuple[str, ...] = ()
    limit: int = field(default=0)

    @limit.validator
    def _check(self, attribute: object, value: int) -> None:
        if value < 0:
            raise ValueError("limit must not be negative")


def rows(tmp_path: Path, text: str | bytes) -> tuple[Row, ...]:
    file = tmp_path / "words.tsv"
    file.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return read_table(file, Row, "xx/words.tsv")


READ = [
    ("", ()),
    ("# nothing but a comment\n", ()),
    ("name\tforms\n", ()),
    ("name\na\nb\n", (Row(name="a"), Row(name="b"))),
    ("name\na\r\nb\r\n".replace("name\n", "name\r\n"), (Row(name="a"), Row(name="b"))),
    ("# source\nname\n\n# more\na\n   \nb", (Row(name="a"), Row(name="b"))),
    ("forms\tname\nx|y\ta\n", (Row(name="a", forms=("x", "y")),)),
    ("name\tforms\na\t x | y \n", (Row(name="a", forms=("x", "y")),)),
    ("name\tforms\na\tx||y|\n", (Row(name="a", forms=("x", "y")),)),
    ("name\tforms\na\t\n", (Row(name="a"),)),
    ("name\tforms\tcount\na\n", (Row(name="a"),)),
    ("name\tcolour\na\tred\nb\t\n", (Row(name="a", colour=Colour.RED), Row(name="b"))),
    ("name\tcolours\na\tred|blue\n", (Row(name="a", colours=(Colour.RED, Colour.BLUE)),)),
    ("name\tcount\tshare\na\t12\t0.25\n", (Row(name="a", count=12, share=0.25),)),
    ("name\trare\na\tyes\nb\tno\nc\t\n", (Row(name="a", rare=True), Row(name="b"), Row(name="c"))),
    ("name\twith\na\tout of\n", (Row(name="a", with_=("out of",)),)),
    ("name\nde ministère # no comment\n", (Row(name="de ministère # no comment"),)),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_what_is_read(tmp_path: Path, text: str, wanted: tuple[Row, ...]) -> None:
    assert rows(tmp_path, text) == wanted


REFUSED = [
    ("# one\nnaam\na\n", 2, "unknown column 'naam'; a row here has name, forms"),
    ("name\tforms\tname2\n", 1, "unknown column 'name2'"),
    ("name\twith_\n", 1, "unknown column 'with_'"),
    ("name\tforms\na\tx\ty\n", 2, "3 cells for 2 columns"),
    ("name\tcolour\n# c\n\na\tred\nb\tgreen\n", 5, "column 'colour': 'green' is none of red, blue"),
    ("name\tcolours\na\tred|green\n", 2, "column 'colours': 'green' is none of red, blue"),
    ("name\tcount\na\tmany\n", 2, "column 'count'"),
    ("name\tshare\na\t1,5\n", 2, "column 'share'"),
    ("name\trare\na\ttrue\n", 2, "column 'rare': 'true' is neither yes nor no"),
    ("forms\nx\n", 2, "name"),
    ("name\tforms\n\tx\n", 2, "name"),
    ("name\tlimit\na\t1\nb\t-1\n", 3, "limit must not be negative"),
    (b"name\n\xff\xfe\n", None, "not UTF-8"),
]


@pytest.mark.parametrize(("text", "line", "message"), REFUSED)
def test_what_is_refused(tmp_path: Path, text: str | bytes, line: int | None, message: str) -> None:
    with pytest.raises(LanguageDataError) as caught:
        rows(tmp_path, text)
    assert (caught.value.file, caught.value.line) == ("xx/words.tsv", line)
    place = "xx/words.tsv" if line is None else f"xx/words.tsv:{line}"
    assert str(caught.value).startswith(f"{place}: ")
    assert message in str(caught.value)


def test_errors_call_a_file_by_its_name_unless_told_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "words.tsv"
    file.write_text("naam\n", "utf-8")
    with pytest.raises(LanguageDataError) as caught:
        read_table(file, Row)
    assert caught.value.file == "words.tsv"


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n\r|#\ufeff"))
words = cells.map(str.strip).filter(bool)


@given(st.lists(st.tuples(words, st.lists(words), st.integers(), st.booleans())))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    wanted: list[tuple[str, list[str], int, bool]],
) -> None:
    lines = ["name\tforms\tcount\trare"] + [
        f"{name}\t{'|'.join(forms)}\t{count}\t{'yes' if rare else 'no'}"
        for name, forms, count, rare in wanted
    ]
    found = rows(tmp_path_factory.mktemp("tables"), "\n".join(lines))
    assert [(r.name, list(r.forms), r.count, r.rare) for r in found] == wanted
