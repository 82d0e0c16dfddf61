"""Checks that the constructors of the model share.

In: a value. Out: None where it may stand in its field; else the reason why not, or a `TypeError`
where it is of the wrong type. Knows no type of the model.

Each class keeps a table of its fields and the check of each, and `check_fields` goes through it.
A parse builds thousands of values, so a check looks at a value and at the types of the items in
its tuple, never deeper: what is inside has been checked when it was built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from operator import attrgetter, not_
from string import ascii_lowercase, ascii_uppercase
from types import NoneType
from typing import Any, NoReturn, Protocol

from attrs import frozen

from newsmodel.errors import ModelError

LARGEST = 2**63 - 1
"""The largest number of the model: what a signed 64-bit integer, and so every format, can hold."""


class Check(Protocol):
    """Gives the reason why a value may not stand in a field, or None where it may."""

    def __call__(self, value: object, /) -> str | None:
        """Raise a `WrongType` where the value is not even of the right type."""
        ...


class WrongType(Exception):
    """A value is of the wrong type; `expected` says in words which one is right."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(expected, value)
        self.expected = expected
        self.value = value


def wrong_type(owner: str, field: str, expected: str, value: object) -> NoReturn:
    """Refuse a value of the wrong type, as Python itself does."""
    raise TypeError(f"{owner}.{field} must be {expected}, not {type(value).__name__}")


def check_fields(value: object, checks: Checks) -> None:
    """Check every field of `value` by its row in the table.

    Raises:
        ModelError: with all the fields that break an invariant.
        TypeError: for the first field of the wrong type.
    """
    contents = checks.contents(value)
    if checks.let_pass(contents):
        return
    problems: list[tuple[str, str]] = []
    for (field, check), content in zip(checks.items(), contents, strict=True):
        try:
            reason = check(content)
        except WrongType as error:
            wrong_type(type(value).__name__, field, error.expected, error.value)
        if reason is not None:
            problems.append((field, reason))
    if problems:
        refuse(value, problems)


def refuse(value: object, problems: Iterable[tuple[str, str]]) -> NoReturn:
    """Raise the `ModelError` that lists the problems, pairs of a path within value and a reason."""
    problems = tuple(problems)
    owner = type(value).__name__
    lines = (
        f"{owner}.{path} {reason}" if path else f"{owner} {reason}" for path, reason in problems
    )
    raise ModelError("; ".join(lines), problems)


@frozen
class Instance:
    """An instance of a class."""

    kind: type

    def __call__(self, value: object, /) -> str | None:
        """Refuse all else."""
        if not isinstance(value, self.kind):
            raise WrongType(self.kind.__name__, value)
        return None


@frozen
class Optional:
    """What another check lets pass, or None."""

    check: Check

    def __call__(self, value: object, /) -> str | None:
        """Apply the other check to all but None."""
        if value is None:
            return None
        try:
            return self.check(value)
        except WrongType as error:
            raise WrongType(f"{error.expected} or None", value) from None


@frozen
class Several:
    """A tuple of what another check lets pass, at least as many as `least`."""

    check: Check
    least: int = 0

    def __call__(self, value: object, /) -> str | None:
        """Apply the other check to each item."""
        if not isinstance(value, tuple):
            raise WrongType("a tuple", value)
        if len(value) < self.least:
            return "must not be empty"
        check = self.check
        for item in value:
            try:
                reason = check(item)
            except WrongType as error:
                raise WrongType(f"a tuple of {error.expected}", item) from None
            if reason is not None:
                return reason
        return None


class Checks(dict[str, Check]):
    """The fields of a class, two or more, and the check of each."""

    __slots__ = ("_doubts", "contents")

    def __init__(self, table: Mapping[str, Check]) -> None:
        super().__init__(table)
        self.contents: Callable[[object], tuple[Any, ...]] = attrgetter(*table)
        #: By the classes of what the fields hold: what these leave in doubt.
        self._doubts: dict[tuple[type, ...], _Doubts] = {}

    def let_pass(self, contents: tuple[Any, ...]) -> bool:
        """Whether the checks surely let all fields pass, at less cost than to ask each.

        The fields of a class hold things of few classes, and those settle most of it.
        """
        classes = tuple(map(type, contents))
        doubts = self._doubts.get(classes)
        if doubts is None:
            doubts = _doubts(self.values(), classes)
            if doubts is None:
                return False
            self._doubts[classes] = doubts
        for i, fits in doubts[0]:
            if not fits(contents[i]):
                return False
        for i, kind in doubts[1]:
            for item in contents[i]:
                if item.__class__ is not kind:
                    return False
        return True


#: The numbers of the fields to look into: with what tells a good content, or for a tuple with the
#: class of its items.
_Doubts = tuple[list[tuple[int, Callable[[Any], object]]], list[tuple[int, type]]]


def _doubts(checks: Iterable[Check], classes: Iterable[type]) -> _Doubts | None:
    """What is in doubt where fields hold things of these classes; None where anything can be."""
    values: list[tuple[int, Callable[[Any], object]]] = []
    tuples: list[tuple[int, type]] = []
    for i, (check, kind) in enumerate(zip(checks, classes, strict=True)):
        if isinstance(check, Optional):
            if kind is NoneType:
                continue
            check = check.check
        if isinstance(check, Instance) and check.kind is kind:
            continue
        if isinstance(check, Several) and kind is tuple and check.least < 2:
            if check.least:
                values.append((i, len))
            if isinstance(check.check, Instance):
                tuples.append((i, check.check.kind))
            else:
                values.append((i, not_))
        elif _SURE.get(check, (None,))[0] is kind:
            values.append((i, _SURE[check][1]))
        else:
            return None
    return values, tuples


def filled(value: object, /) -> str | None:
    """Text of at least one character."""
    if not isinstance(value, str):
        raise WrongType("str", value)
    return None if value else "must not be empty"


def words(value: object, /) -> str | None:
    """Text with something in it besides white space."""
    if not isinstance(value, str):
        raise WrongType("str", value)
    return "must not be blank" if not value or value.isspace() else None


def country_code(value: object, /) -> str | None:
    """Two capital letters, as in ISO 3166-1 alpha-2.

    Whether the code is assigned is not checked: codes come and go, and some in wide use (XK) are
    user-assigned.
    """
    if not isinstance(value, str):
        raise WrongType("str", value)
    if len(value) == 2 and value.isascii() and value.isalpha() and value.isupper():
        return None
    return f"must be an ISO 3166-1 alpha-2 code such as 'NL', not {shorten(value)!r}"


def language_code(value: object, /) -> str | None:
    """Two lower-case letters, as in ISO 639-1."""
    if not isinstance(value, str):
        raise WrongType("str", value)
    if len(value) == 2 and value.isascii() and value.isalpha() and value.islower():
        return None
    return f"must be an ISO 639-1 code such as 'nl', not {shorten(value)!r}"


def number(value: object, /) -> str | None:
    """A whole number from 0 up to the largest of the model."""
    # A bool is an int to Python, but counts nothing.
    if value.__class__ is not int:
        raise WrongType("int", value)
    assert isinstance(value, int)
    if 0 <= value <= LARGEST:
        return None
    return f"must be 0 or more, not {value}" if value < 0 else "must be below 2 to the power 63"


#: Of what class a content surely passes a check, where this holds for it.
_SURE: dict[object, tuple[type, Callable[[Any], object]]] = {
    words: (str, str.strip),
    country_code: (str, frozenset(map("".join, product(ascii_uppercase, repeat=2))).__contains__),
    language_code: (str, frozenset(map("".join, product(ascii_lowercase, repeat=2))).__contains__),
    number: (int, range(LARGEST + 1).__contains__),
}


def one_value_per_id(values: Iterable[_HasId]) -> str | None:
    """Values that are equal wherever their ids are, so that an id can stand for its value."""
    by_id: dict[str, _HasId] = {}
    for value in values:
        known = by_id.setdefault(value.id, value)
        if known is not value and known != value:
            return f"gives the id {value.id!r} to two different values"
    return None


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def shorten(text: str, width: int = 60) -> str:
    """Cut text in the middle to at most `width` characters, for a repr.

    >>> shorten("one two three four", 9)
    'one … our'
    """
    if len(text) <= width:
        return text
    half = (width - 3) // 2
    return f"{text[:half]} … {text[len(text) - half :]}"


def readable(value: object, fields: Iterable[str], **shown: Callable[[], str]) -> str:
    """Write a repr from the fields of `value` that say something: not None, not empty.

    `shown` gives fields whose own repr would be too long: a callable that writes them.
    """
    parts = []
    for name in fields:
        content = getattr(value, name)
        if content is None or content == ():
            continue
        if name in shown:
            parts.append(f"{name}={shown[name]()}")
        elif isinstance(content, str):
            parts.append(f"{name}={shorten(str(content))!r}")
        else:
            parts.append(f"{name}={content!r}")
    return f"{type(value).__name__}({', '.join(parts)})"
