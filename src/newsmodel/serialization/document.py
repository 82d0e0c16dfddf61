"""The document that a value is written as: what it is, and the values it names by their ids.

In: values of the model, or dictionaries. Out: the other. May not know how dictionaries become
text.

    {"schema": "newsmodel", "version": 1, "type": "Article", ...the fields of the article}

In an article, actors and statements stand once, in their lists, and are named by their ids
everywhere else. A statement or deployment that is written alone brings the lists with it:

    {"schema": ..., "type": "Statement", "actors": [...], ...the fields of the statement}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar, overload

import attrs

from newsmodel.errors import ModelError, SchemaVersionError, SerializationError
from newsmodel.model import (
    EDTF,
    Actor,
    ActorKind,
    Article,
    Block,
    Excerpt,
    Mention,
    MilitaryDeployment,
    Place,
    Quantity,
    SpeechAct,
    Statement,
    StatementKind,
    TimeReference,
)
from newsmodel.model.consistency import (
    actor_excerpts,
    block_excerpts,
    deployment_excerpts,
    misplaced,
    statement_excerpts,
)
from newsmodel.serialization.converter import (
    REFERENCES,
    NewsValue,
    converter,
    described,
    joined,
    problems_in,
)

__all__ = ["SCHEMA", "TYPES", "VERSION", "from_dict", "to_dict"]

SCHEMA = "newsmodel"
"""The name by which a document says that it is one of this library."""

VERSION = 1
"""The version of the schema that is written, and the only one that is read."""

TYPES: Mapping[str, type[NewsValue]] = {
    cls.__name__: cls
    for cls in (
        Article,
        Block,
        Actor,
        Mention,
        Statement,
        MilitaryDeployment,
        Quantity,
        Place,
        TimeReference,
        Excerpt,
        EDTF,
    )
}
"""The types that a document can hold, by the name that its `type` gives."""

LISTS: Mapping[type, Mapping[str, type[Actor | Statement]]] = {
    Statement: {"actors": Actor},
    MilitaryDeployment: {"actors": Actor, "statements": Statement},
}
"""The lists that a value alone brings with it, of what it names by ids."""

_T = TypeVar("_T", bound=NewsValue)
_Problems = list[tuple[str, str]]

_ENVELOPE = frozenset({"schema", "version", "type"})


# ---- writing ------------------------------------------------------------------------------------


def to_dict(value: NewsValue) -> dict[str, object]:
    """Write a value as a document of JSON's own types.

    Raises:
        TypeError: the value is none of the model's.

    >>> to_dict(EDTF("2022-12"))
    {'schema': 'newsmodel', 'version': 1, 'type': 'EDTF', 'value': '2022-12'}
    """
    cls = type(value)
    if TYPES.get(cls.__name__) is not cls:
        raise TypeError(f"expected a value of newsmodel.model, not {cls.__name__}")
    document: dict[str, object] = {"schema": SCHEMA, "version": VERSION, "type": cls.__name__}
    write = converter().unstructure
    if isinstance(value, EDTF):
        document["value"] = value.text
        return document
    if isinstance(value, Statement | MilitaryDeployment):
        _write_lists(value, document)
    document.update(write(value))
    return document


def _write_lists(value: Statement | MilitaryDeployment, document: dict[str, object]) -> None:
    """Write the actors and the statement that a value alone names by their ids."""
    write = converter().unstructure
    actors = {actor.id: actor for actor in value.actors}
    if actors:
        document["actors"] = [write(actor) for actor in actors.values()]
    if isinstance(value, MilitaryDeployment) and value.reported_by is not None:
        document["statements"] = [write(value.reported_by)]


# ---- reading ------------------------------------------------------------------------------------


@overload
def from_dict(document: Mapping[str, object]) -> NewsValue: ...
@overload
def from_dict(document: Mapping[str, object], expected: type[_T]) -> _T: ...


def from_dict(document: Mapping[str, object], expected: type[Any] | None = None) -> NewsValue:
    """Read a value back from its document.

    `expected` is the type that the document must hold; None takes any.

    Raises:
        SchemaVersionError: the document is of another schema or version.
        SerializationError: anything else is wrong with it; all of it is reported together, each
            with its JSON path.

    >>> from_dict({"schema": "newsmodel", "version": 1, "type": "Excerpt", "text": "a", "at": 3})
    Traceback (most recent call last):
        ...
    newsmodel.errors.SerializationError: 2 errors in the document:
      $.start: is missing
      $.at: unknown field; known are text, start
    """
    cls = _type_of(document, expected)
    fields = {name: value for name, value in document.items() if name not in _ENVELOPE}
    if cls is EDTF:
        return _read_edtf(fields)
    return _Reading(fields).read(cls)


def _type_of(document: object, expected: type[NewsValue] | None) -> type[NewsValue]:
    """The type that a document says it holds."""
    if not isinstance(document, Mapping):
        raise SerializationError([("$", f"expected an object, found {described(document)}")])
    schema, version = document.get("schema"), document.get("version")
    if schema != SCHEMA:
        found = f"found {schema!r}" if "schema" in document else "but it is missing"
        raise SchemaVersionError([("$.schema", f"expected {SCHEMA!r}, {found}")])
    if version.__class__ is not int or version != VERSION:
        found = f"found {version!r}" if "version" in document else "but it is missing"
        raise SchemaVersionError([("$.version", f"this library reads version {VERSION}, {found}")])
    name = document.get("type")
    cls = TYPES.get(name) if isinstance(name, str) else None
    if cls is None:
        known = ", ".join(TYPES)
        found = f"unknown type {name!r}" if "type" in document else "is missing"
        raise SerializationError([("$.type", f"{found}; known are {known}")])
    if expected is not None and cls is not expected:
        raise SerializationError([("$.type", f"expected {expected.__name__!r}, found {name!r}")])
    return cls


def _read_edtf(fields: Mapping[str, object]) -> EDTF:
    problems: _Problems = [
        (joined("$", name), "unknown field; known are value") for name in fields if name != "value"
    ]
    value = None
    if "value" not in fields:
        problems.append(("$.value", "is missing"))
    else:
        try:
            value = converter().structure(fields["value"], EDTF)
        except Exception as error:
            problems.extend(problems_in(error, "$.value"))
    if problems or value is None:
        raise SerializationError(problems)
    return value


# What stands for a value that cannot be read, or that no list has, so that whatever names it can
# still be looked through for errors of its own. Never part of what is returned.
_NO_EXCERPT = Excerpt(text="?", start=0)
_NO_ACTOR = Actor(id="?", name="?", kind=ActorKind.GROUP)
_NO_STATEMENT = Statement(
    id="?",
    source=_NO_EXCERPT,
    content=(_NO_EXCERPT,),
    kind=StatementKind.INDIRECT,
    act=SpeechAct.SAY,
)
_PLACEHOLDERS: Mapping[str, Actor | Statement] = {
    "actors": _NO_ACTOR,
    "statements": _NO_STATEMENT,
}


class _Reading:
    """One reading of one document: its fields, and the problems found so far."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields = fields
        self.problems: _Problems = []
        # What each list holds, by id. A value that could not be read is there as a placeholder.
        self.listed: dict[str, dict[str, Actor | Statement]] = {"actors": {}, "statements": {}}

    def read(self, cls: type[NewsValue]) -> NewsValue:
        """Read the value, or raise an error with all problems."""
        if cls is Article:
            return self._read_article()
        lists = LISTS.get(cls, {})
        for name, listed in lists.items():
            self._read_list(name, listed)
        own = {name: value for name, value in self.fields.items() if name not in lists}
        value = self._read_value(own, cls, "$")
        if isinstance(value, Statement | MilitaryDeployment) and not self.problems:
            self._find_unnamed(value)
        if self.problems or value is None:
            raise SerializationError(self.problems)
        return value

    def _read_article(self) -> Article:
        actors = self._read_list("actors", Actor)
        statements = self._read_list("statements", Statement)
        deployments = self._read_list("deployments", MilitaryDeployment)
        blocks = self._read_list("blocks", Block)
        unattributed = self._read_list("unattributed", Excerpt)
        headline = None
        if self.fields.get("headline") is not None:
            headline = self._read_value(self.fields["headline"], Excerpt, "$.headline")
        shell = self._read_value(self._without_parts(), Article, "$")
        if not self.problems and shell is not None:
            try:
                return attrs.evolve(
                    shell,
                    headline=headline,
                    blocks=tuple(filter(None, blocks)),
                    actors=tuple(filter(None, actors)),
                    statements=tuple(filter(None, statements)),
                    deployments=tuple(filter(None, deployments)),
                    unattributed=tuple(filter(None, unattributed)),
                )
            except ModelError as error:
                raise SerializationError(problems_in(error, "$")) from None
        # The constructor would have found more in what could be read; the reader wants it all.
        text = self.fields.get("text")
        if isinstance(text, str):
            self.problems += misplaced(text, [("$.headline", headline)])
            self._find_misplaced(text, "blocks", blocks, block_excerpts)
            self._find_misplaced(text, "actors", actors, actor_excerpts)
            self._find_misplaced(text, "statements", statements, statement_excerpts)
            self._find_misplaced(text, "deployments", deployments, deployment_excerpts)
            self._find_misplaced(text, "unattributed", unattributed, lambda p, e: [(p, e)])
        raise SerializationError(self.problems)

    def _without_parts(self) -> dict[str, object]:
        """The fields of an article itself, without those that have been read apart.

        Unknown ones are refused here, lest they keep what the constructor has to say unsaid.
        """
        known = [field.name for field in attrs.fields(Article)]
        for name in self.fields:
            if name not in known:
                reason = f"unknown field; known are {', '.join(known)}"
                self.problems.append((joined("$", name), reason))
        own = ("text", "language", "published")
        return {name: self.fields[name] for name in own if name in self.fields}

    def _find_misplaced(
        self,
        text: str,
        name: str,
        values: Iterable[_T | None],
        excerpts: Callable[[str, _T], Iterable[tuple[str, Excerpt | None]]],
    ) -> None:
        for number, value in enumerate(values):
            if value is not None:
                self.problems += misplaced(text, excerpts(f"$.{name}[{number}]", value))

    def _find_unnamed(self, value: Statement | MilitaryDeployment) -> None:
        """Refuse what stands in the lists of a value alone and is not named: it would be lost."""
        named = {"actors": {actor.id for actor in value.actors}, "statements": set[str]()}
        if isinstance(value, MilitaryDeployment) and value.reported_by is not None:
            named["statements"].add(value.reported_by.id)
        for name, listed in self.listed.items():
            for number, known in enumerate(listed):
                if known not in named[name]:
                    self.problems.append((f"$.{name}[{number}]", "is named nowhere"))

    def _read_list(self, name: str, cls: type[_T]) -> list[_T | None]:
        """Read a list of values with ids; None stands for one that cannot be read."""
        raw = self.fields.get(name, ())
        if not isinstance(raw, list | tuple):
            self.problems.append((f"$.{name}", f"expected a list, found {described(raw)}"))
            return []
        values = []
        seen = set()
        for number, item in enumerate(raw):
            path = f"$.{name}[{number}]"
            value = self._read_value(item, cls, path)
            values.append(value)
            known = item.get("id") if isinstance(item, Mapping) else None
            if not isinstance(known, str):
                continue
            if known in seen:
                self.problems.append((f"{path}.id", f"is {known!r}, as another is already"))
            seen.add(known)
            if name in self.listed:
                placeholder = _PLACEHOLDERS[name]
                self.listed[name][known] = (
                    value if isinstance(value, Actor | Statement) else placeholder
                )
        return values

    def _read_value(self, raw: object, cls: type[_T], path: str) -> _T | None:
        """Read one value; None where that cannot be done."""
        if isinstance(raw, Mapping):
            references = REFERENCES.get(cls)
            if references is not None:
                raw = self._with_values_for_ids(raw, references, path)
        try:
            return converter().structure(raw, cls)
        except Exception as error:
            self.problems += problems_in(error, path)
            return None

    def _with_values_for_ids(
        self, raw: Mapping[str, object], references: Mapping[str, str], path: str
    ) -> dict[str, object]:
        """Put the values themselves in the place of their ids."""
        resolved = dict(raw)
        for field, where in references.items():
            named = raw.get(field)
            if field == "speakers" and named is not None:
                resolved[field] = self._values_of(named, where, f"{path}.{field}")
            elif named is not None:
                resolved[field] = self._value_of(named, where, f"{path}.{field}")
        return resolved

    def _values_of(self, named: object, where: str, path: str) -> tuple[object, ...]:
        if isinstance(named, list | tuple):
            return tuple(
                [self._value_of(item, where, f"{path}[{i}]") for i, item in enumerate(named)]
            )
        self.problems.append((path, f"expected a list of ids, found {described(named)}"))
        return (_NO_ACTOR,)

    def _value_of(self, named: object, where: str, path: str) -> object:
        value = self.listed[where].get(named) if isinstance(named, str) else None
        if value is not None:
            return value
        if isinstance(named, str):
            self.problems.append((path, f"is {named!r}, which is not among the {where}"))
        else:
            self.problems.append((path, f"expected an id as text, found {described(named)}"))
        return _PLACEHOLDERS[where]
