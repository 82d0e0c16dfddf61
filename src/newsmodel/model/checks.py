"""Checks that the constructors of the model share.

In: a value, and the names of the class and field that it is meant for. Out: nothing, or a
`TypeError` (wrong type) or `ModelError` (right type, wrong value) that names both. Knows no type
of the model.

A parse builds thousands of values, so the checks look at a value and the types of the items in
its tuple, never deeper: what is inside has been checked when it was built.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn

from newsmodel.errors import ModelError


def wrong_type(owner: str, field: str, expected: str, value: object) -> NoReturn:
    """Refuse a value of the wrong type, as Python itself does."""
    raise TypeError(f"{owner}.{field} must be {expected}, not {type(value).__name__}")


def check_type(owner: str, field: str, kind: type, value: object) -> None:
    """Require an instance of `kind`."""
    if not isinstance(value, kind):
        wrong_type(owner, field, kind.__name__, value)


def check_optional(owner: str, field: str, kind: type, value: object) -> None:
    """Require an instance of `kind`, or None."""
    if value is not None and not isinstance(value, kind):
        wrong_type(owner, field, f"{kind.__name__} or None", value)


def check_words(owner: str, field: str, value: object) -> None:
    """Require text with something in it besides white space."""
    if not isinstance(value, str):
        wrong_type(owner, field, "str", value)
    if not value or value.isspace():
        raise ModelError(f"{owner}.{field} must not be blank")


def check_optional_words(owner: str, field: str, value: object) -> None:
    """Require text with something in it, or None."""
    if value is not None:
        check_words(owner, field, value)


def check_tuple(owner: str, field: str, kind: type, value: object) -> None:
    """Require a tuple of instances of `kind`."""
    if not isinstance(value, tuple):
        wrong_type(owner, field, f"a tuple of {kind.__name__}", value)
    for item in value:
        if not isinstance(item, kind):
            wrong_type(owner, field, f"a tuple of {kind.__name__}", item)


def check_filled(owner: str, field: str, kind: type, value: object) -> None:
    """Require a tuple of at least one instance of `kind`."""
    check_tuple(owner, field, kind, value)
    if not value:
        raise ModelError(f"{owner}.{field} must not be empty")


def check_country(owner: str, field: str, value: object) -> None:
    """Require two capital letters, as in ISO 3166-1 alpha-2, or None.

    Whether the code is assigned is not checked: codes come and go, and some in wide use (XK) are
    user-assigned.
    """
    if value is None:
        return
    if not isinstance(value, str):
        wrong_type(owner, field, "str or None", value)
    if len(value) != 2 or not (value.isascii() and value.isalpha() and value.isupper()):
        raise ModelError(
            f"{owner}.{field} must be an ISO 3166-1 alpha-2 code such as 'NL', not {value!r}"
        )


def shorten(text: str, width: int = 60) -> str:
    """Cut text in the middle to at most `width` characters, for a repr.

    >>> shorten("one two three four", 9)
    'one … our'
    """
    if len(text) <= width:
        return text
    half = (width - 3) // 2
    return f"{text[:half]} … {text[len(text) - half :]}"


def readable(value: object, *names: str, **shown: Callable[[], str]) -> str:
    """Write a repr from the fields of `value` that say something: not None, not empty.

    `shown` gives fields whose own repr would be too long: a callable that writes them.
    """
    parts = []
    for name in names:
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
