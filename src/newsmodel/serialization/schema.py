"""The JSON Schema of the documents, made from the types themselves.

In: the types of the model, their checks and docstrings. Out: a schema in the dialect of JSON
Schema 2020-12. What it cannot say (that an excerpt is the text at its place, that ids are unique
and known) reading a document checks.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import attrs

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
from newsmodel.model.actor import ACTOR, MENTION
from newsmodel.model.article import ARTICLE
from newsmodel.model.block import BLOCK
from newsmodel.model.checks import (
    LARGEST,
    Check,
    Checks,
    Instance,
    Optional,
    Several,
    country_code,
    filled,
    language_code,
    number,
    words,
)
from newsmodel.model.deployment import MILITARY_DEPLOYMENT
from newsmodel.model.excerpt import EXCERPT
from newsmodel.model.place import PLACE
from newsmodel.model.quantity import QUANTITY
from newsmodel.model.statement import STATEMENT
from newsmodel.model.time import TIME_REFERENCE
from newsmodel.serialization.converter import REFERENCES
from newsmodel.serialization.document import LISTS, SCHEMA, TYPES, VERSION

__all__ = ["json_schema"]

_Schema = dict[str, Any]

_CHECKS: Mapping[type, Checks] = {
    Actor: ACTOR,
    Article: ARTICLE,
    Block: BLOCK,
    Excerpt: EXCERPT,
    Mention: MENTION,
    MilitaryDeployment: MILITARY_DEPLOYMENT,
    Place: PLACE,
    Quantity: QUANTITY,
    Statement: STATEMENT,
    TimeReference: TIME_REFERENCE,
}

_SIMPLE: Mapping[Check, _Schema] = {
    filled: {"type": "string", "minLength": 1},
    words: {"type": "string", "pattern": r"\S"},
    country_code: {"type": "string", "pattern": "^[A-Z]{2}$"},
    language_code: {"type": "string", "pattern": "^[a-z]{2}$"},
    number: {"type": "integer", "minimum": 0, "maximum": LARGEST},
    Instance(str): {"type": "string"},
    Instance(bool): {"type": "boolean"},
}

_EDTF: _Schema = {
    "type": "string",
    # Every value has only these characters; whether it is one, the grammar decides.
    "pattern": "^[-+0-9XYTZ:./~?%]+$",
    "description": "A date, period or interval in the Extended Date/Time Format.",
}


def json_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of the documents that are written and read.

    >>> json_schema()["$defs"]["Polarity"]["enum"]
    ['affirmed', 'denied']
    """
    definitions: _Schema = {"EDTF": _EDTF}
    for cls, checks in _CHECKS.items():
        definitions[cls.__name__] = _record(cls, checks)
        for check in checks.values():
            kind = _kind(check)
            if kind is not None and issubclass(kind, StrEnum):
                definitions[kind.__name__] = _enumeration(kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{SCHEMA} document, version {VERSION}",
        "type": "object",
        "required": ["schema", "version", "type"],
        "properties": {
            "schema": {"const": SCHEMA},
            "version": {"const": VERSION},
            "type": {"enum": list(TYPES)},
        },
        "oneOf": [_document(name, cls) for name, cls in TYPES.items()],
        "unevaluatedProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _document(name: str, cls: type) -> _Schema:
    """A value alone: the fields of its type, and the lists of what it names by id."""
    properties: _Schema = {"type": {"const": name}}
    for field, listed in LISTS.get(cls, {}).items():
        properties[field] = {"type": "array", "items": _closed(listed)}
    if cls is EDTF:
        properties["value"] = {"$ref": "#/$defs/EDTF"}
        return {"required": ["value"], "properties": properties}
    return {"$ref": f"#/$defs/{name}", "properties": properties}


def _closed(cls: type) -> _Schema:
    """A value within another: it has the fields of its type and no others."""
    return {"$ref": f"#/$defs/{cls.__name__}", "unevaluatedProperties": False}


def _record(cls: type, checks: Checks) -> _Schema:
    described = _attributes_in(cls)
    references = REFERENCES.get(cls, {})
    properties = {}
    for field, check in checks.items():
        schema = _named(check) if field in references else _schema(check)
        properties[field] = {**schema, "description": described[field]}
    return {
        "type": "object",
        "description": described[""],
        "required": [f.name for f in attrs.fields(cls) if f.default is attrs.NOTHING],
        "properties": properties,
    }


def _enumeration(kind: type[StrEnum]) -> _Schema:
    return {
        "type": "string",
        "description": _attributes_in(kind)[""],
        "enum": [member.value for member in kind],
    }


def _schema(check: Check) -> _Schema:
    """What a check lets pass."""
    if isinstance(check, Optional):
        return {"anyOf": [_schema(check.check), {"type": "null"}]}
    if isinstance(check, Several):
        many: _Schema = {"type": "array", "items": _schema(check.check)}
        return {**many, "minItems": check.least} if check.least else many
    if check in _SIMPLE:
        return _SIMPLE[check]
    kind = _kind(check)
    assert kind is not None
    return _closed(kind) if kind in _CHECKS else {"$ref": f"#/$defs/{kind.__name__}"}


def _named(check: Check) -> _Schema:
    """The ids of what a check lets pass."""
    if isinstance(check, Several):
        return {"type": "array", "items": _SIMPLE[words]}
    return {"anyOf": [_SIMPLE[words], {"type": "null"}]}


def _kind(check: Check) -> type | None:
    """The class of which a check, or the one within it, wants an instance."""
    while isinstance(check, Optional | Several):
        check = check.check
    return check.kind if isinstance(check, Instance) else None


def _attributes_in(cls: type) -> dict[str, str]:
    """What the docstring of a class says of each attribute, and under "" its first line."""
    # Python can be run without docstrings; then the descriptions are empty.
    doc = inspect.getdoc(cls) or ""
    described = dict.fromkeys(_CHECKS.get(cls, ()), "")
    described[""] = doc.partition("\n")[0]
    section = re.search(r"^Attributes:\n((?: +\S.*\n?)*)", doc, re.MULTILINE)
    for entry in re.split(r"^ {4}(?=\S)", section[1] if section else "", flags=re.MULTILINE):
        name, _, words_of = entry.partition(":")
        if words_of:
            described[name] = " ".join(words_of.split())
    return described
