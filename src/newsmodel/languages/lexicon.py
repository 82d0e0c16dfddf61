"""A lexicon: what a folder of language data says, loaded and checked, not yet compiled.

In: a folder with any of the files in :data:`TABLES` and :data:`GRAMMARS`. Out: a
:class:`Lexicon`. A language of the package is a lexicon, a user's own words are one too, and
:meth:`Lexicon.merged` puts the second on top of the first. An error names file and entry.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike
from pathlib import Path
from typing import Any

import attrs
from attrs import field, frozen

from newsmodel.errors import LanguageDataError, UnsupportedLanguageError
from newsmodel.languages.layout import Layout
from newsmodel.languages.numbers import NumberWords
from newsmodel.languages.schema import (
    City,
    Country,
    Cue,
    FirstName,
    KnownName,
    Metonym,
    Move,
    OrganizationNoun,
    PlaceName,
    PlaceNoun,
    Platform,
    Role,
    Unit,
)
from newsmodel.languages.tables import read_table
from newsmodel.languages.times import TimeWords
from newsmodel.languages.words import Grammar, Words
from newsmodel.languages.wrappers import Wrappers

#: The package's own languages, by ISO 639-1 code.
LANGUAGES = ("en", "nl")
#: The folder of tables that belong to no language.
WORLD = "world"

#: File to the class of its rows; the file's stem is the field of :class:`Lexicon`.
TABLES: dict[str, type[object]] = {
    "cues.tsv": Cue,
    "roles.tsv": Role,
    "organizations.tsv": OrganizationNoun,
    "names.tsv": KnownName,
    "countries.tsv": Country,
    "metonyms.tsv": Metonym,
    "places.tsv": PlaceName,
    "placenouns.tsv": PlaceNoun,
    "cities.tsv": City,
    "firstnames.tsv": FirstName,
    "units.tsv": Unit,
    "platforms.tsv": Platform,
    "moves.tsv": Move,
}
GRAMMARS: dict[str, Any] = {
    "layout.toml": Layout,
    "words.toml": Words,
    "grammar.toml": Grammar,
    "times.toml": TimeWords,
    "numbers.toml": NumberWords,
    "wrappers.toml": Wrappers,
}


@frozen(slots=True, kw_only=True, eq=False)
class Lexicon:
    """The words of one language, or some words to add to it.

    ``code`` is the ISO 639-1 code of the language. Every other field holds the rows of the file of
    its name; an absent file is an empty field. Rows may be made in Python as well:

    >>> from newsmodel.languages import Cue, CueType, Frame
    >>> own = Lexicon(
    ...     code="en",
    ...     cues=(
    ...         Cue(
    ...             lemma="tweet",
    ...             type=CueType.VERB,
    ...             finite=("tweet", "tweets", "tweeted"),
    ...             past=("tweeted",),
    ...             act="say",
    ...             frames=(Frame.QUOTE, Frame.THAT),
    ...         ),
    ...     ),
    ... )
    >>> len(own.cues)
    1
    """

    code: str
    cues: tuple[Cue, ...] = ()
    roles: tuple[Role, ...] = ()
    organizations: tuple[OrganizationNoun, ...] = ()
    names: tuple[KnownName, ...] = ()
    countries: tuple[Country, ...] = ()
    metonyms: tuple[Metonym, ...] = ()
    places: tuple[PlaceName, ...] = ()
    placenouns: tuple[PlaceNoun, ...] = ()
    cities: tuple[City, ...] = ()
    firstnames: tuple[FirstName, ...] = ()
    units: tuple[Unit, ...] = ()
    platforms: tuple[Platform, ...] = ()
    moves: tuple[Move, ...] = ()
    layout: Layout | None = field(default=None, repr=False)
    words: Words | None = field(default=None, repr=False)
    grammar: Grammar | None = field(default=None, repr=False)
    times: TimeWords | None = field(default=None, repr=False)
    numbers: NumberWords | None = field(default=None, repr=False)
    wrappers: Wrappers | None = field(default=None, repr=False)

    @classmethod
    def from_folder(cls, folder: str | PathLike[str], code: str | None = None) -> Lexicon:
        """The lexicon in a folder; ``code`` is the folder's name unless it is given.

        Raises :class:`~newsmodel.errors.LanguageDataError` where the folder holds no file of a
        lexicon, or where a file is wrong.
        """
        path = Path(folder)
        if not path.is_dir():
            raise LanguageDataError(f"no folder {str(path)!r} to read a lexicon from")
        return _load(path, code or path.name)

    def merged(self, other: Lexicon) -> Lexicon:
        """This lexicon with another's entries, which count before its own.

        A grammar (layout, words, grammar, times, numbers, wrappers) of the other stands in for
        this one's.
        """
        if other.code != self.code:
            raise LanguageDataError(
                f"a lexicon of {other.code!r} does not fit the language {self.code!r}"
            )
        changes: dict[str, object] = {}
        for name in _fields():
            mine, theirs = getattr(self, name), getattr(other, name)
            changes[name] = theirs + mine if isinstance(mine, tuple) else (theirs or mine)
        return attrs.evolve(self, **changes)  # type: ignore[arg-type]  # by name, checked above


def _fields() -> list[str]:
    return [f.name for f in attrs.fields(Lexicon) if f.name != "code"]


@cache
def builtin(code: str) -> Lexicon:
    """The package's own lexicon of a language, with the tables of the world.

    >>> builtin("nl").code
    'nl'
    """
    if code not in LANGUAGES:
        raise UnsupportedLanguageError(code, LANGUAGES)
    package = files("newsmodel.languages")
    own, world = _load(package / code, code), _load(package / WORLD, code)
    return own.merged(world)


def world(code: str) -> Lexicon:
    """The tables that every language shares, as a lexicon of that language."""
    return _load(files("newsmodel.languages") / WORLD, code)


def _load(folder: Traversable, code: str) -> Lexicon:
    values: dict[str, object] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        stem = file.name.split(".")[0]
        label = f"{folder.name}/{file.name}"
        if file.name in TABLES:
            values[stem] = read_table(file, TABLES[file.name], label)
        elif file.name in GRAMMARS:
            values[stem] = read_grammar(file, GRAMMARS[file.name], label)
    if not values:
        raise LanguageDataError(f"{folder.name!r} holds none of {', '.join([*TABLES, *GRAMMARS])}")
    return Lexicon(code=code, **values)  # type: ignore[arg-type]  # the classes of TABLES


def read_grammar(file: Traversable, schema: Any, label: str) -> object:
    """A TOML file as an object of its schema; an error names the file and every wrong entry."""
    from cattrs import Converter, transform_error
    from cattrs.errors import BaseValidationError

    try:
        data = tomllib.loads(file.read_text("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LanguageDataError(str(error), file=label) from error
    try:
        return Converter(forbid_extra_keys=True).structure(data, schema)
    except BaseValidationError as error:
        reasons = "; ".join(transform_error(error, path="$"))
        raise LanguageDataError(reasons, file=label) from error
