"""The view for readers: who, who said what, what moved where.

In: articles and rows. Out: what `rich` can print. Texts are shown as text: nothing in an article
is taken for markup, and no control character of it reaches the terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsmodel.cli.rows import Row, Total, TotalKey
from newsmodel.model import (
    Actor,
    Article,
    Certainty,
    Excerpt,
    MilitaryDeployment,
    Place,
    Statement,
    StatementKind,
)

__all__ = ["article_view", "printable", "rows_view", "totals_view"]

_INDENT = (0, 0, 0, 2)
#: Characters that do something to a terminal or to the direction of a line instead of being seen.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def printable(text: str) -> str:
    """Return a text on one line, each character that cannot be shown replaced by �.

    >>> printable("two\\n  frigates\\x1b[2J")
    'two frigates�[2J'
    """
    line = " ".join(text.split())
    return "".join("�" if unicodedata.category(c) in _UNSEEN else c for c in line)


def article_view(name: str, article: Article, *, explain: bool = False) -> RenderableType:
    """Show an article: its headline, and a section for each sort of fact that it has.

    With `explain`, statements say which pattern made them, and every mention of an actor why it
    is one.
    """
    # A title is one line, however long: a path that is broken in two cannot be copied.
    title = Text.assemble(*_title(name, article), no_wrap=True, overflow="ignore")
    parts: list[RenderableType] = [title]
    if article.actors:
        parts += [_heading("Who"), _actors(article)]
    if article.actors and explain:
        parts += [_heading("Who is meant where, and why"), _mentions(article)]
    if article.statements:
        parts += [_heading("Who said what"), _statements(article, explain)]
    if article.deployments:
        parts += [_heading("What moved where"), _deployments(article.deployments)]
    if article.unattributed:
        parts += [_heading("Quoted, but nobody's"), _quotations(article.unattributed)]
    if len(parts) == 1:
        parts.append(Padding(Text("nothing found", style="dim"), _INDENT))
    return Group(*parts)


def _title(name: str, article: Article) -> Iterator[tuple[str, str]]:
    if article.headline is not None:
        yield printable(article.headline.text) + "\n", "bold"
    known = [name, article.language]
    if article.published is not None:
        known.append(str(article.published))
    yield " · ".join(printable(word) for word in known), "dim"


def _heading(words: str) -> RenderableType:
    return Text(f"\n{words}", style="bold cyan")


def _grid(*columns: tuple[int | None, int | None]) -> Table:
    """A table without lines; each column with its greatest width and its share of what is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width, ratio in columns:
        table.add_column(max_width=width, ratio=ratio, overflow="fold")
    return table


def _actors(article: Article) -> RenderableType:
    table = _grid((32, None), (12, None), (36, None), (None, None), (None, None))
    for actor in article.actors:
        count = len(actor.mentions)
        table.add_row(
            Text(printable(actor.name), style="bold"),
            Text(actor.kind.value, style="magenta"),
            Text(printable(actor.role or "")),
            Text(actor.country or "", style="green"),
            Text(f"{count} mention{'' if count == 1 else 's'}", style="dim"),
        )
    return Padding(table, _INDENT)


def _mentions(article: Article) -> RenderableType:
    table = _grid((24, None), (None, None), (28, None), (None, 1))
    for actor in article.actors:
        label = printable(actor.name)
        for mention in actor.mentions:
            table.add_row(
                Text(label, style="bold"),
                Text(str(mention.excerpt.start), style="dim", justify="right"),
                Text(printable(mention.excerpt.text)),
                Text(f"{mention.form.value}: {printable(mention.reason or 'no reason named')}"),
            )
            label = ""
    return Padding(table, _INDENT)


def _statements(article: Article, explain: bool) -> RenderableType:
    table = _grid((26, None), (12, None), (None, 1))
    for statement in article.statements:
        speaker = Text(_speakers(statement), style="bold")
        if statement.via is not None:
            speaker.append(f"\nvia {printable(statement.via.name)}", style="not bold dim")
        act = Text(statement.act.value, style="yellow")
        if statement.certainty is not Certainty.CERTAIN:
            act.append(f"\n{statement.certainty.value}", style="dim")
        content = Text(_content(statement))
        if explain:
            content.append("\n" + _pattern(statement), style="dim")
        table.add_row(speaker, act, content)
    return Padding(table, _INDENT)


def _speakers(statement: Statement) -> str:
    if statement.speakers:
        return ", ".join(printable(actor.name) for actor in statement.speakers)
    return printable(statement.source.text) if statement.source else ""


def _content(statement: Statement) -> str:
    joined = " … ".join(printable(part.text) for part in statement.content)
    return f"“{joined}”" if statement.kind is StatementKind.DIRECT else joined


def _pattern(statement: Statement) -> str:
    cue = " … ".join(printable(part.text) for part in statement.cue)
    by = f" by “{cue}”" if cue else ""
    return f"{statement.kind.value}: {statement.pattern or 'no pattern named'}{by}"


def _deployments(deployments: Iterable[MilitaryDeployment]) -> RenderableType:
    table = _grid((22, None), (26, None), (13, None), (None, 1))
    for deployment in deployments:
        whose = deployment.force_country or _name_of(deployment.force) or "?"
        what = deployment.unit.value
        if deployment.quantity is not None:
            what = f"{deployment.quantity} {what}"
        if deployment.unit_name is not None:
            what += f"\n{printable(deployment.unit_name)}"
        table.add_row(
            Text(printable(whose), style="bold"),
            Text(what),
            Text(f"{deployment.kind.value}\n{deployment.status.value}", style="yellow"),
            Text("\n".join(_where_and_when(deployment))),
        )
    return Padding(table, _INDENT)


def _name_of(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name


def _where_and_when(deployment: MilitaryDeployment) -> Iterator[str]:
    places = (
        ("from", deployment.origin),
        ("to", deployment.destination),
        ("at", deployment.location),
    )
    if where := " ".join(f"{word} {_place(place)}" for word, place in places if place):
        yield where
    if deployment.time is not None:
        yield f"time {deployment.time}"


def _place(place: Place) -> str:
    name = printable(place.name)
    return name if place.country is None else f"{name} ({place.country})"


def _quotations(quotations: Iterable[Excerpt]) -> RenderableType:
    lines = [Text(f"“{printable(excerpt.text)}”") for excerpt in quotations]
    return Padding(Group(*lines), _INDENT)


def rows_view(rows: Iterable[Row]) -> RenderableType:
    """Show rows of deployments, under the name of their article, as far as they fit a terminal."""
    parts: list[RenderableType] = []
    for name, group in groupby(rows, key=lambda row: row.article):
        table = Table.grid(padding=(0, 2, 0, 0))
        for width in (9, 20, 23, None):
            table.add_column(width=width, ratio=None if width else 1, overflow="fold")
        for row in group:
            table.add_row(*(Text(printable(cell)) for cell in _cells(row)))
        parts += [Text(printable(name), style="bold"), Padding(table, _INDENT)]
    return Group(*parts) if parts else _no_deployments()


def _no_deployments() -> RenderableType:
    return Text("no deployments", style="dim")


def _cells(row: Row) -> tuple[str, ...]:
    places = (("from", row.origin), ("to", row.destination), ("at", row.location))
    where = " ".join(f"{word} {name}" for word, name in places if name)
    number = _number(row.quantity_min, row.quantity_max)
    return (
        row.force_country or row.force or "?",
        f"{number} {row.unit}".strip(),
        f"{row.kind}, {row.status}",
        ", ".join(word for word in (where, row.time) if word),
    )


def _number(lower: int | None, upper: int | None) -> str:
    if lower == upper:
        return "" if lower is None else str(lower)
    if lower is None or upper is None:
        return f"≥{lower}" if upper is None else f"≤{upper}"
    return f"{lower}-{upper}"


def totals_view(found: Sequence[Total], by: Sequence[TotalKey]) -> RenderableType:
    """Show totals as a table."""
    table = Table(box=None, header_style="bold cyan", pad_edge=False, padding=(0, 2, 0, 0))
    for key in by:
        table.add_column(key.value, overflow="fold")
    table.add_column("unit")
    for column in ("deployments", "articles", "at least", "at most"):
        table.add_column(column, justify="right")
    for total in found:
        most = "" if total.quantity_max is None else str(total.quantity_max)
        table.add_row(
            *(Text(printable(key) or "?") for key in total.keys),
            total.unit,
            str(total.deployments),
            str(total.articles),
            str(total.quantity_min),
            most,
        )
    return table if table.row_count else _no_deployments()
