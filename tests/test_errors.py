from __future__ import annotations

import copy
import pickle

import pytest

from newsmodel.errors import (
    LanguageDataError,
    ModelError,
    NewsModelError,
    ParseError,
    SchemaVersionError,
    SerializationError,
    UnsupportedLanguageError,
)

SHOWN: list[tuple[NewsModelError, str]] = [
    (ModelError("no"), "no"),
    (ModelError("Actor.name no", [("name", "no")]), "Actor.name no"),
    (ParseError("found none"), "found none"),
    (ParseError("found 2", expected="one actor"), "expected one actor: found 2"),
    (ParseError("found 2", expected="one actor", start=3), "expected one actor at 3: found 2"),
    (
        ParseError("found 2", expected="one actor", start=3, end=9),
        "expected one actor at 3-9: found 2",
    ),
    (UnsupportedLanguageError("fr"), "language 'fr' is not supported"),
    (
        UnsupportedLanguageError("fr", ("en", "nl")),
        "language 'fr' is not supported; supported are en, nl",
    ),
    (
        UnsupportedLanguageError(None, ("en", "nl")),
        "the language could not be recognised; supported are en, nl",
    ),
    (LanguageDataError("unknown act"), "unknown act"),
    (LanguageDataError("unknown act", file="cues.tsv"), "cues.tsv: unknown act"),
    (LanguageDataError("unknown act", file="cues.tsv", line=3), "cues.tsv:3: unknown act"),
    (SerializationError([("$.a", "is missing")]), "$.a: is missing"),
    (
        SerializationError([("$.a", "is missing"), ("$.b", "is missing")]),
        "2 errors in the document:\n  $.a: is missing\n  $.b: is missing",
    ),
    (SchemaVersionError([("$.version", "no")]), "$.version: no"),
]


@pytest.mark.parametrize(("error", "message"), SHOWN)
def test_messages_survive_copies(error: NewsModelError, message: str) -> None:
    for same in (error, copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert type(same) is type(error)
        assert str(same) == message
        assert vars(same) == vars(error)


def test_what_each_error_is() -> None:
    assert issubclass(ModelError, ValueError)
    assert issubclass(SchemaVersionError, SerializationError)
    assert all(isinstance(error, NewsModelError) for error, _ in SHOWN)
    assert ModelError("no").problems == (("", "no"),)
