"""How the types become JSON's own types and are read back: every hook, in one cattrs converter.

In: values of the model, or dictionaries. Out: the other. May not know of documents, their schema
or their version, nor how dictionaries become text.

Fields that are None or an empty tuple are left out. An EDTF value is its string, an enumeration
its word. Where one value names another that has an id, the id is written; to read it, whoever
calls puts the value itself in the place of the id first (see `document`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsmodel.errors import ModelError
from newsmodel.model import (
    EDTF,
    Actor,
    Article,
    Block,
    Excerpt,
    Mention,
    MilitaryDeployment,
    Place,
    Quantity,
    Statement,
    TimeReference,
)

__all__ = ["NewsValue", "Refused", "converter", "described", "joined", "problems_in"]

NewsValue = (
    Article
    | Block
    | Actor
    | Mention
    | Statement
    | MilitaryDeployment
    | Quantity
    | Place
    | TimeReference
    | Excerpt
    | EDTF
)
"""Any value of the model that can be written as a document."""

# Excerpts have their own, shorter hooks: they are most of every document.
_RECORDS: tuple[type, ...] = (
    Mention,
    Actor,
    Place,
    Quantity,
    TimeReference,
    Block,
    Statement,
    MilitaryDeployment,
    Article,
)

REFERENCES: Mapping[type, Mapping[str, str]] = {
    Statement: {"speakers": "actors", "via": "actors"},
    MilitaryDeployment: {"force": "actors", "ordered_by": "actors", "reported_by": "statements"},
}
"""The fields in which a value names others by their ids, and the list that the others are in."""


class Refused(Exception):
    """A piece of a document is not what it should be; the message is the reason."""


class _ItemsRefused(Exception):
    """Items of a list are not what they should be: the errors, each with the item's index."""

    def __init__(self, errors: Sequence[tuple[int, Exception]]) -> None:
        super().__init__(errors)
        self.errors = errors


def described(value: object) -> str:
    """Name the JSON type of a value, for a reader.

    >>> described([1])
    'a list'
    """
    for kind, words in (
        (bool, "true or false"),
        (str, "text"),
        (int, "a number"),
        (float, "a number with a fraction"),
        (Mapping, "an object"),
        ((list, tuple), "a list"),
        (NoneType, "null"),
    ):
        if isinstance(value, kind):
            return words
    return f"a Python {type(value).__name__}"


def _refuse(expected: str, value: object) -> Refused:
    return Refused(f"expected {expected}, found {described(value)}")


# ---- writing ------------------------------------------------------------------------------------


def _write_excerpt(excerpt: Excerpt) -> dict[str, object]:
    return {"text": excerpt.text, "start": excerpt.start}


def _write_excerpts(excerpts: tuple[Excerpt, ...]) -> list[dict[str, object]]:
    return [{"text": e.text, "start": e.start} for e in excerpts]


def _write_edtf(value: EDTF) -> str:
    return value.text


def _write_word(word: StrEnum) -> str:
    return word._value_  # `value` goes through a descriptor, at five times the cost


def _write_id(value: Actor | Statement) -> str:
    return value.id


def _write_ids(values: tuple[Actor, ...]) -> list[str]:
    return [value.id for value in values]


def _written_as_reference(kind: object) -> Callable[[Any], object]:
    return _write_ids if get_origin(kind) is tuple else _write_id


def _item_type(kind: object) -> object:
    """The type of the items of ``tuple[X, ...]``."""
    return get_args(kind)[0]


def _is_tuple(kind: object) -> bool:
    return get_origin(kind) is tuple


def _is_optional(kind: object) -> bool:
    return get_origin(kind) in (Union, UnionType) and NoneType in get_args(kind)


def _inner_type(kind: object) -> Any:
    """The type X of ``X | None``."""
    return next(part for part in get_args(kind) if part is not NoneType)


def _plain(kind: object) -> bool:
    return kind in (str, int, bool)


def _writer_of_many(
    kind: object, converter: Converter
) -> Callable[[tuple[object, ...]], list[object]]:
    inner = _item_type(kind)
    if _plain(inner):
        return list
    write = converter.get_unstructure_hook(inner)
    return lambda values: [write(value) for value in values]


def _writer_of_optional(kind: object, converter: Converter) -> Callable[[Any], object]:
    # Only reached for a value that is there: None is left out before.
    hook: Callable[[Any], object] = converter.get_unstructure_hook(_inner_type(kind))
    return hook


def _writer_of_record(cls: type, converter: Converter) -> Callable[[Any], dict[str, object]]:
    overrides: dict[str, Any] = {}
    for field in attrs.fields(cls):
        kept = field.default is attrs.NOTHING or field.default not in (None, ())
        reference = field.name in REFERENCES.get(cls, {})
        overrides[field.name] = override(
            omit_if_default=not kept,
            unstruct_hook=_written_as_reference(field.type) if reference else None,
        )
    return make_dict_unstructure_fn(cls, converter, **overrides)


# ---- reading ------------------------------------------------------------------------------------


def _read_text(value: object, _: object) -> str:
    if isinstance(value, str):
        return value
    raise _refuse("text", value)


def _read_number(value: object, _: object) -> int:
    if value.__class__ is int:
        assert isinstance(value, int)
        return value
    raise _refuse("a whole number", value)


def _read_truth(value: object, _: object) -> bool:
    if value is True or value is False:
        return value
    raise _refuse("true or false", value)


def _read_edtf(value: object, _: object) -> EDTF:
    if not isinstance(value, str):
        raise _refuse("an EDTF value as text", value)
    try:
        return EDTF(value)
    except ModelError as error:
        raise Refused(str(error)) from None


_EXCERPT_FIELDS = frozenset({"text", "start"})


def _read_excerpt(value: Any, _: object) -> Excerpt:
    if value.__class__ is dict and value.keys() == _EXCERPT_FIELDS:
        text, start = value["text"], value["start"]
        if text.__class__ is str and start.__class__ is int:
            return Excerpt(text=text, start=start)
    excerpt: Excerpt = _reader_of_wrong_excerpts()(value, Excerpt)
    return excerpt


@cache
def _reader_of_wrong_excerpts() -> Callable[[object, object], Any]:
    """The ordinary reader of a record, which says all that is wrong with an excerpt."""
    return _reader_of_record(Excerpt, converter())


@cache
def _members(kind: type[StrEnum]) -> dict[str, StrEnum]:
    return {member.value: member for member in kind}


def _read_word(value: object, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str):
        raise _refuse("a word", value)
    member = _members(kind).get(value)
    if member is None:
        raise Refused(f"unknown word {value!r}; known are {', '.join(kind)}")
    return member


def _reader_of_optional(kind: object, converter: Converter) -> Callable[[object, object], object]:
    inner = _inner_type(kind)
    read_inner = converter.get_structure_hook(inner)

    def read(value: object, _: object) -> object:
        return None if value is None else read_inner(value, inner)

    return read


def _reader_of_many(
    kind: object, converter: Converter
) -> Callable[[object, object], tuple[object, ...]]:
    inner: Any = _item_type(kind)
    read_inner = converter.get_structure_hook(inner)

    def read(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, (list, tuple)):  # a union is slower
            raise _refuse("a list", value)
        try:
            return tuple([read_inner(item, inner) for item in value])
        except Exception:
            raise _all_errors(value, read_inner, inner) from None

    return read


def _all_errors(
    values: Sequence[object], read: Callable[[Any, Any], object], kind: Any
) -> _ItemsRefused:
    """Read the items once more, one by one, for the errors of all of them."""
    errors = []
    for index, value in enumerate(values):
        try:
            read(value, kind)
        except Exception as error:
            errors.append((index, error))
    return _ItemsRefused(errors)


def _read_reference(value: object, _: object) -> object:
    return value  # the value itself stands here by now; see `document`


def _reader_of_record(cls: type, converter: Converter) -> Callable[[object, object], Any]:
    overrides: dict[str, Any] = {
        name: override(struct_hook=_read_reference) for name in REFERENCES.get(cls, {})
    }
    read_fields: Callable[..., Any] = make_dict_structure_fn(cls, converter, **overrides)

    def read(value: Any, _: object) -> Any:
        # Asking an abstract class is slow, and what comes from JSON is a dict.
        if value.__class__ is not dict and not isinstance(value, Mapping):
            raise _refuse("an object", value)
        return read_fields(value, cls)

    return read


# ---- the converter ------------------------------------------------------------------------------


@cache
def converter() -> Converter:
    """Return the converter, made when it is first needed: compiling its functions takes a while."""
    made = Converter(detailed_validation=True, forbid_extra_keys=True)
    made.register_unstructure_hook(EDTF, _write_edtf)
    made.register_unstructure_hook(Excerpt, _write_excerpt)
    made.register_unstructure_hook(StrEnum, _write_word)
    made.register_unstructure_hook_factory(_is_tuple, _writer_of_many)
    made.register_unstructure_hook_factory(_is_optional, _writer_of_optional)
    made.register_unstructure_hook_func(
        lambda kind: bool(kind == tuple[Excerpt, ...]), _write_excerpts
    )
    made.register_unstructure_hook_factory(lambda kind: kind in _RECORDS, _writer_of_record)

    made.register_structure_hook(str, _read_text)
    made.register_structure_hook(int, _read_number)
    made.register_structure_hook(bool, _read_truth)
    made.register_structure_hook(StrEnum, _read_word)
    made.register_structure_hook(EDTF, _read_edtf)
    made.register_structure_hook(Excerpt, _read_excerpt)
    made.register_structure_hook_factory(_is_tuple, _reader_of_many)
    made.register_structure_hook_factory(_is_optional, _reader_of_optional)
    made.register_structure_hook_factory(lambda kind: kind in _RECORDS, _reader_of_record)
    for cls in (*_RECORDS, Excerpt):
        attrs.resolve_types(cls)
    return made


# ---- errors -------------------------------------------------------------------------------------


def joined(path: str, *steps: str | int | object) -> str:
    """Extend a JSON path.

    >>> joined("$", "statements", 3, "a b")
    "$.statements[3]['a b']"
    """
    for step in steps:
        if isinstance(step, str) and step.isidentifier():
            path += f".{step}"
        else:
            path += f"[{step!r}]"
    return path


def problems_in(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    """Give every error below one that the converter raised, as a JSON path and a reason."""
    if isinstance(error, ClassValidationError):
        noted, others = error.group_exceptions()
        for inner, attribute in noted:
            yield from problems_in(inner, joined(path, attribute.name))
        for other in others:
            yield from problems_in(other, path)
    elif isinstance(error, _ItemsRefused):
        for index, inner in error.errors:
            yield from problems_in(inner, joined(path, index))
    elif isinstance(error, ForbiddenExtraKeysError):
        known = ", ".join(field.alias for field in attrs.fields(error.cl))
        for name in sorted(error.extra_fields, key=repr):
            yield joined(path, name), f"unknown field; known are {known}"
    elif isinstance(error, ModelError):
        for where, reason in error.problems:
            yield (f"{path}.{where}" if where else path), reason
    elif isinstance(error, KeyError):
        yield path, "is missing"
    else:
        yield path, str(error)
