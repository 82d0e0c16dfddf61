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
from string import ascii_lowercase, ascii_uppercase
from typing import NoReturn, Protocol

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
    if checks.let_pass(value):
        return
    problems: list[tuple[str, str]] = []
    for field, check in checks.items():
        try:
            reason = check(getattr(value, field))
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
    """The fields of a class and the check of each."""

    __slots__ = ("let_pass",)

    def __init__(self, table: Mapping[str, Check]) -> None:
        super().__init__(table)
        names = dict(_NAMES)
        tests = [_surely(check, f"value.{field}", names) for field, check in table.items()]
        #: Whether the checks surely let all fields of a value pass, at a fifth of the cost of
        #: asking each: one expression, written from the table as attrs writes constructors.
        self.let_pass: Callable[[object], object] = eval(
            f"lambda value: {' and '.join(tests)}", names
        )


def _surely(check: Check, value: str, names: dict[str, object]) -> str:
    """An expression that is only true where a check lets pass what another expression gives.

    The class that it asks for is added to the names that the expression knows.
    """
    if isinstance(check, Optional):
        return f"({value} is None or {_surely(check.check, value, names)})"
    if isinstance(check, Instance):
        names[check.kind.__name__] = check.kind
        return f"{value}.__class__ is {check.kind.__name__}"
    if isinstance(check, Several):
        fit = f"all([{_surely(check.check, 'item', names)} for item in {value}])"
        if isinstance(check.check, Instance):
            kind = check.check.kind.__name__
            alone = f"len({value}) == 1 and {value}[0].__class__ is {kind}"  # as most are
            fit = f"({alone} or {{*map(type, {value})}} == {{{kind}}})"
        enough = f"len({value}) >= {check.least} and" if check.least else f"not {value} or"
        return f"{value}.__class__ is tuple and ({enough} {fit})"
    return _SURE[check].format(value)


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


#: Of what class a value surely passes a check, where an expression holds for it.
_SURE: dict[object, str] = {
    filled: "{0}.__class__ is str and {0}",
    words: "{0}.__class__ is str and {0}.strip()",
    country_code: "{0}.__class__ is str and {0} in COUNTRIES",
    language_code: "{0}.__class__ is str and {0} in LANGUAGES",
    number: "{0}.__class__ is int and 0 <= {0} <= LARGEST",
}

#: What the expressions name, besides the classes of the model.
_NAMES: dict[str, object] = {
    "COUNTRIES": frozenset(map("".join, product(ascii_uppercase, repeat=2))),
    "LANGUAGES": frozenset(map("".join, product(ascii_lowercase, repeat=2))),
    "LARGEST": LARGEST,
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
