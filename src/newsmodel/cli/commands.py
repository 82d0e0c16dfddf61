"""The commands, their options, and what they do with each article.

In: options and paths. Out: text, JSON or CSV on standard output; what went wrong, a line for each
article, on standard error. One article that fails never stops the others.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial, reduce
from pathlib import Path
from typing import Any, TypeVar

import attrs
import click
from attrs import define, frozen
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from newsmodel import __version__
from newsmodel.cli.rows import Row, TotalKey, rows_of, totals
from newsmodel.cli.sources import Source, SourceError, find_sources
from newsmodel.cli.view import article_view, rows_view, totals_view
from newsmodel.errors import NewsModelError
from newsmodel.languages import Lexicon
from newsmodel.model import EDTF, Article
from newsmodel.parsing.article import choose_profile
from newsmodel.parsing.find import parse_article
from newsmodel.serialization import to_json

__all__ = ["newsmodel"]

#: From this many articles on, a bar shows how far it is.
_MANY = 5

_Command = TypeVar("_Command", bound=Callable[..., Any])


@frozen
class _Options:
    """How articles are to be parsed."""

    language: str | None
    published: str | None
    lexicons: tuple[Lexicon, ...]

    def parse(self, text: str) -> Article:
        return parse_article(
            text, language=self.language, published=self.published, lexicons=self.lexicons
        )


class _Output:
    """Standard output, for people and for machines.

    Machines get UTF-8 whatever the locale. People get what their terminal can show, in colour
    where it is one that has colours, and no blanks at the ends of lines.
    """

    def __init__(self) -> None:
        self._console = Console(highlight=False)

    def show(self, view: RenderableType) -> None:
        with self._console.capture() as captured:
            self._console.print(view, crop=False)
        lines = "".join(line.rstrip() + "\n" for line in captured.get().splitlines())
        click.echo(lines.encode(self._console.encoding, "replace"), nl=False)

    def write(self, text: str) -> None:
        # Only the name of a file can hold what UTF-8 cannot; it is written as the system has it.
        click.echo(text.encode("utf-8", "surrogateescape"), nl=False)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
    Examples:
      newsmodel parse article.txt
      newsmodel parse --format jsonl archive/ > archive.jsonl
      newsmodel deployments --format csv archive/ > deployments.csv
    """,
)
@click.version_option(__version__, prog_name="newsmodel", message="%(prog)s %(version)s")
def newsmodel() -> None:
    """Read news about politics and conflict as typed facts: who, who said what, what moved where.

    Each fact is shown with what the article says about it, and nothing else: there is no model
    behind it, and the same text always gives the same facts.
    """


def _lexicon(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[Lexicon, ...]:
    return tuple(_read_lexicon(value) for value in values)


def _read_lexicon(value: str) -> Lexicon:
    """``[code "="] folder``: without a code, the folder is named after its language."""
    code, equals, folder = value.partition("=")
    path = Path(folder if equals else value)
    try:
        return Lexicon.from_folder(path, code if equals else path.resolve().name)
    except NewsModelError as error:
        raise click.BadParameter(str(error)) from None
    except (OSError, ValueError) as error:
        raise click.BadParameter(f"{path} cannot be read: {error}") from None


def _published(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    if value is not None:
        try:
            EDTF(value)
        except NewsModelError as error:
            raise click.BadParameter(str(error)) from None
    return value


def _of_articles(command: _Command) -> _Command:
    """Give a command the arguments that all have which parse articles."""
    added = (
        click.argument("files", metavar="FILE...", nargs=-1, required=True),
        click.option(
            "--language",
            "-l",
            metavar="CODE",
            help="Language of the articles, as ISO 639-1 code (nl, en). Default: recognised.",
        ),
        click.option(
            "--published",
            "-p",
            metavar="DATE",
            callback=_published,
            help="When the articles were published, as EDTF (2022-12-19, 2022-12). "
            "Default: read from each article's header.",
        ),
        click.option(
            "--lexicon",
            "lexicons",
            metavar="FOLDER",
            multiple=True,
            callback=_lexicon,
            help="Words to add to a language's own: a folder named after the language, or "
            "CODE=FOLDER. May be given several times.",
        ),
    )
    return reduce(lambda done, add: add(done), reversed(added), command)


_FILES = """
    FILE is a text file in UTF-8, a folder (all *.txt in it and below it) or - for standard input.
    The exit status is 1 if any article could not be read or parsed, and 2 if the command itself
    is wrong.
"""


def _with_files(command: _Command) -> _Command:
    command.__doc__ = (command.__doc__ or "").rstrip() + "\n" + _FILES
    return command


@newsmodel.command(
    epilog="""\b
    Examples:
      newsmodel parse article.txt
      newsmodel parse --published 2022-12-19 --explain article.txt
      cat article.txt | newsmodel parse --language nl --format json -
      newsmodel parse --format jsonl archive/ > archive.jsonl
    """
)
@_of_articles
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="text: for readers. json: one indented document, or a list of them for several articles. "
    "jsonl: one document a line.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Say which pattern made each statement, and why each mention belongs to its actor. "
    "(JSON always says so.)",
)
@_with_files
def parse(
    files: tuple[str, ...],
    language: str | None,
    published: str | None,
    lexicons: tuple[Lexicon, ...],
    form: str,
    explain: bool,
) -> None:
    """Show who is in an article, who said what, what moved where."""
    run = _Run.start(files, language, published, lexicons)
    output = _Output()
    if form == "text":
        for number, (name, article) in enumerate(run.articles()):
            if number:
                output.show("")
            output.show(article_view(name, article, explain=explain))
    elif form == "jsonl":
        for _, article in run.articles():
            output.write(to_json(article) + "\n")
    elif len(run.sources) == 1:
        for _, article in run.articles():
            output.write(to_json(article, indent=2) + "\n")
    else:
        for piece in _json_list(article for _, article in run.articles()):
            output.write(piece)
    run.end()


def _json_list(articles: Iterable[Article]) -> Iterator[str]:
    before = "[\n"
    for article in articles:
        yield before + to_json(article, indent=2)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


@newsmodel.command(
    epilog="""\b
    Examples:
      newsmodel deployments archive/
      newsmodel deployments --format csv archive/ > deployments.csv
      newsmodel deployments --totals country --totals month archive/
    """
)
@_of_articles
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["table", "csv", "jsonl"]),
    default="table",
    show_default=True,
    help="table: the columns that fit a terminal. csv, jsonl: all of them.",
)
@click.option(
    "--totals",
    "by",
    type=click.Choice([key.value for key in TotalKey]),
    multiple=True,
    help="Count instead of list: per country of the force, kind, or month. May be given several "
    "times, to count per combination.",
)
@_with_files
def deployments(
    files: tuple[str, ...],
    language: str | None,
    published: str | None,
    lexicons: tuple[Lexicon, ...],
    form: str,
    by: tuple[str, ...],
) -> None:
    """List the deployments of articles as flat rows, or count them.

    A row holds the article's name, all values of the deployment, and the clause that it rests on
    with its position. Totals are per unit as well, for numbers of unlike units do not add up;
    denied deployments do not count.
    """
    run = _Run.start(files, language, published, lexicons)
    rows = (row for name, article in run.articles() for row in rows_of(name, article))
    output = _Output()
    if by:
        _write_totals(output, rows, [TotalKey(key) for key in dict.fromkeys(by)], form)
    elif form == "table":
        output.show(rows_view(list(rows)))
    else:
        columns = [column.name for column in attrs.fields(Row)]
        _write_records(output, columns, (row.as_dict() for row in rows), form)
    run.end()


def _write_totals(output: _Output, rows: Iterable[Row], by: list[TotalKey], form: str) -> None:
    found = totals(rows, by)
    if form == "table":
        output.show(totals_view(found, by))
        return
    records = (
        {
            **{key.value: value or None for key, value in zip(by, total.keys, strict=True)},
            **{name: getattr(total, name) for name in _TOTALLED},
        }
        for total in found
    )
    _write_records(output, [*(key.value for key in by), *_TOTALLED], records, form)


_TOTALLED = ("unit", "deployments", "articles", "quantity_min", "quantity_max")


def _write_records(
    output: _Output, columns: list[str], records: Iterable[dict[str, Any]], form: str
) -> None:
    if form == "jsonl":
        for record in records:
            output.write(json.dumps(record, ensure_ascii=False) + "\n")
        return
    line = io.StringIO()
    writer = csv.DictWriter(line, columns, lineterminator="\n")
    writer.writeheader()
    output.write(line.getvalue())
    for record in records:
        line.seek(0)
        line.truncate()
        writer.writerow(record)
        output.write(line.getvalue())


@define
class _Run:
    """A command at work on its articles, and whether one of them failed."""

    sources: list[Source]
    options: _Options
    failed: bool = False

    @classmethod
    def start(
        cls,
        files: tuple[str, ...],
        language: str | None,
        published: str | None,
        lexicons: tuple[Lexicon, ...],
    ) -> _Run:
        """Check what would be wrong for every article alike, before any is read."""
        try:
            choose_profile("", language, lexicons)
        except NewsModelError as error:
            raise click.UsageError(str(error)) from None
        return cls(list(find_sources(files)), _Options(language, published, lexicons))

    def articles(self) -> Iterator[tuple[str, Article]]:
        """Yield the articles with their names; say on standard error why one is missing."""
        with self._progress() as advance:
            for source in self.sources:
                article = self._article(source)
                with advance():
                    if article is not None:
                        yield source.name, article

    def _article(self, source: Source) -> Article | None:
        try:
            return self.options.parse(source.read())
        except (SourceError, NewsModelError) as error:
            self._fail(source, " ".join(str(error).split()))
        except Exception as error:  # whatever it is, the other articles are still to be done
            self._fail(source, f"a fault in newsmodel: {type(error).__name__}: {error}")
        return None

    def _fail(self, source: Source, reason: str) -> None:
        self.failed = True
        click.echo(f"newsmodel: {source.name}: {reason}", err=True)

    @contextmanager
    def _progress(self) -> Iterator[Callable[[], AbstractContextManager[None]]]:
        """A bar on standard error, if that is a terminal and there is more than a little to do.

        What is yielded is to be entered while an article's results are written: a bar in the same
        terminal steps aside meanwhile.
        """
        if len(self.sources) < _MANY or not sys.stderr.isatty():
            yield nullcontext
            return
        bar = Progress(
            TextColumn("parsing"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        task = bar.add_task("parsing", total=len(self.sources))
        bar.start()
        try:
            yield partial(_step, bar, lambda: bar.advance(task))
        finally:
            bar.stop()

    def end(self) -> None:
        """End the process with the status that tells whether all articles were done."""
        sys.stdout.flush()
        if self.failed:
            sys.exit(1)


@contextmanager
def _step(bar: Progress, advance: Callable[[], None]) -> Iterator[None]:
    aside = sys.stdout.isatty()
    if aside:
        bar.stop()
    try:
        yield
    finally:
        advance()
        if aside:
            bar.start()
