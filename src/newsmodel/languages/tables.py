"""Reading the tables of a language: tab-separated files into typed rows.

In: a file and the attrs class of its rows. Out: the rows, each cell converted to its field's type,
or a :class:`~newsmodel.errors.LanguageDataError` that names the file, the line and the column.
The format: the first line that is no comment names the columns; lines that start with ``#`` are
comments; cells are separated by one tab, several values in a cell by ``|``.
This module knows no row class and no language.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from enum import Enum
from importlib.resources.abc import Traversable
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from newsmodel.errors import LanguageDataError

Row = TypeVar("Row")

#: What a cell may say where a column is a yes or a no.
_TRUTH = {"yes": True, "no": False, "": False}


def read_table(
    file: Traversable, row_class: type[Row], label: str | None = None
) -> tuple[Row, ...]:
    """All rows of a file as objects of ``row_class``, in the file's order.

    A column that the class has no field for is refused, and so is a row without a value in a
    field that has no default. ``label`` is what errors call the file.
    """
    label = label or file.name
    lines = _lines(file, label)
    first = next(lines, None)
    if first is None:
        return ()
    converters = _converters(row_class)
    columns = first[1].split("\t")
    unknown = [c for c in columns if c not in converters]
    if unknown:
        raise LanguageDataError(
            f"unknown column {unknown[0]!r}; a row here has {', '.join(converters)}",
            file=label,
            line=first[0],
        )
    plan = [(column, *converters[column]) for column in columns]
    return tuple(_row(label, number, line, plan, row_class) for number, line in lines)


def _lines(file: Traversable, label: str) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise LanguageDataError(f"not UTF-8: {error}", file=label) from error
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.rstrip("\r")
        if line.strip() and not line.startswith("#"):
            yield number, line


def _row(
    label: str,
    number: int,
    line: str,
    plan: list[tuple[str, str, Callable[[str], object]]],
    row_class: type[Row],
) -> Row:
    cells = line.split("\t")
    if len(cells) > len(plan):
        raise LanguageDataError(
            f"{len(cells)} cells for {len(plan)} columns", file=label, line=number
        )
    values: dict[str, object] = {}
    for (column, field, convert), cell in zip(plan, cells, strict=False):
        if cell:
            try:
                values[field] = convert(cell)
            except ValueError as error:
                raise LanguageDataError(
                    f"column {column!r}: {error}", file=label, line=number
                ) from error
    try:
        return row_class(**values)
    except (TypeError, ValueError) as error:
        raise LanguageDataError(str(error), file=label, line=number) from error


def _converters(row_class: type[object]) -> dict[str, tuple[str, Callable[[str], object]]]:
    """The field and the converter for each column; ``with_`` is written ``with`` in a file."""
    hints = get_type_hints(row_class)
    return {
        field.name.rstrip("_"): (field.name, _converter(hints[field.name]))
        for field in attrs.fields(row_class)  # type: ignore[arg-type]  # every row class is attrs'
    }


def _converter(hint: object) -> Callable[[str], object]:
    origin = get_origin(hint)
    if origin is tuple:
        inner = _converter(get_args(hint)[0])
        return lambda cell: tuple(inner(part.strip()) for part in cell.split("|") if part.strip())
    if origin in (Union, types.UnionType):
        return _converter(next(a for a in get_args(hint) if a is not type(None)))
    if hint is bool:
        return _truth
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word_of(hint)
    if hint in (int, float):
        return hint
    return str.strip


def _truth(cell: str) -> bool:
    if cell not in _TRUTH:
        raise ValueError(f"{cell!r} is neither yes nor no")
    return _TRUTH[cell]


def _word_of(enumeration: type[Enum]) -> Callable[[str], object]:
    def convert(cell: str) -> object:
        try:
            return enumeration(cell)
        except ValueError:
            words = ", ".join(str(member.value) for member in enumeration)
            raise ValueError(f"{cell!r} is none of {words}") from None

    return convert
