"""The errors of the library: one root, and under it one class for each thing that can be wrong.

In: what was wrong, where. Out: exceptions that say so to a user. This module knows no other.

    NewsModelError
    ├── ModelError              a value breaks an invariant of the model; also a ValueError
    ├── ParseError              a text is not what a parser was asked to read
    ├── UnsupportedLanguageError
    ├── LanguageDataError       a data file of a language is wrong
    └── SerializationError      a document is not what it should be
        └── SchemaVersionError  it is of another schema or version

A `TypeError` for an argument of the wrong type is Python's own and is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "LanguageDataError",
    "ModelError",
    "NewsModelError",
    "ParseError",
    "SchemaVersionError",
    "SerializationError",
    "UnsupportedLanguageError",
]


class NewsModelError(Exception):
    """The root of all errors that the library raises itself.

    >>> issubclass(ParseError, NewsModelError)
    True
    """


class ModelError(NewsModelError, ValueError):
    """A value of the right type that breaks an invariant of the model.

    `problems` holds what was wrong as pairs of a path within the value (`statements[3].content[0]`,
    empty for the value itself) and a reason; the message lists them.

    >>> str(ModelError("lower must not be above upper"))
    'lower must not be above upper'
    """

    problems: tuple[tuple[str, str], ...]

    def __init__(self, message: str, problems: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems) or (("", message),)

    def __reduce__(self) -> tuple[type[ModelError], tuple[object, ...]]:
        return type(self), (self.args[0], self.problems)


class ParseError(NewsModelError):
    """A text is not what the parser was asked to read: no statement in it, say, or two.

    `expected` says what was expected, `start` and `end` (code points, or None) where.

    >>> error = ParseError("found 2", expected="exactly one actor", start=0, end=14)
    >>> str(error)
    'expected exactly one actor at 0-14: found 2'
    """

    expected: str | None
    start: int | None
    end: int | None

    def __init__(
        self,
        message: str,
        *,
        expected: str | None = None,
        start: int | None = None,
        end: int | None = None,
    ) -> None:
        super().__init__(message)
        self.expected = expected
        self.start = start
        self.end = end

    def __str__(self) -> str:
        message = str(self.args[0])
        if self.expected is None:
            return message
        place = "" if self.start is None else f" at {self.start}"
        if place and self.end is not None:
            place += f"-{self.end}"
        return f"expected {self.expected}{place}: {message}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments are no part of `args`, so they travel as state.
        return type(self), self.args, self.__dict__


class UnsupportedLanguageError(NewsModelError):
    """A language was asked for, or recognised, that the library has no data for.

    >>> str(UnsupportedLanguageError("fr", supported=("en", "nl")))
    "language 'fr' is not supported; supported are en, nl"
    """

    language: str | None
    supported: tuple[str, ...]

    def __init__(self, language: str | None, supported: Iterable[str] = ()) -> None:
        self.language = language
        self.supported = tuple(supported)
        super().__init__(language, self.supported)

    def __str__(self) -> str:
        what = (
            "the language could not be recognised"
            if self.language is None
            else f"language {self.language!r} is not supported"
        )
        known = f"; supported are {', '.join(self.supported)}" if self.supported else ""
        return what + known


class LanguageDataError(NewsModelError):
    """A data file of a language is wrong; `file` and `line` (from 1, or None) say where.

    >>> str(LanguageDataError("unknown act 'shout'", file="nl/cues.tsv", line=7))
    "nl/cues.tsv:7: unknown act 'shout'"
    """

    file: str | None
    line: int | None

    def __init__(self, message: str, *, file: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = "" if self.file is None else self.file
        if where and self.line is not None:
            where += f":{self.line}"
        return f"{where}: {self.args[0]}" if where else str(self.args[0])

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), self.args, self.__dict__


class SerializationError(NewsModelError):
    """A document cannot be read; all that is wrong with it is reported together.

    `errors` holds pairs of a JSON path (`$.statements[0].speakers[1]`) and a reason.

    >>> error = SerializationError([("$.actors[0].kind", "unknown word 'robot'")])
    >>> str(error)
    "$.actors[0].kind: unknown word 'robot'"
    """

    errors: tuple[tuple[str, str], ...]

    def __init__(self, errors: Iterable[tuple[str, str]]) -> None:
        self.errors = tuple(errors)
        super().__init__(self.errors)

    def __str__(self) -> str:
        lines = [f"{path}: {reason}" for path, reason in self.errors]
        if len(lines) == 1:
            return lines[0]
        return "\n  ".join([f"{len(lines)} errors in the document:", *lines])


class SchemaVersionError(SerializationError):
    """A document of another schema, or of a version of it that this library does not read.

    >>> str(SchemaVersionError([("$.version", "version 9 cannot be read")]))
    '$.version: version 9 cannot be read'
    """
