"""What each word can be in a time: one look-up a token instead of one for each kind of time.

In: the words of times.toml, compiled. Out: :class:`TimeIndex`, made once for each language: the
roles of a word, the productions that it can open, what must stand after it, and the small words
that can end before a time. Words are looked into as they are met, and remembered. Knows nothing of
texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from typing import Protocol

from newsmodel.languages.byword import ByWord
from newsmodel.languages.phrases import Phrases, Value
from newsmodel.languages.times import TimeLexicon

#: The roles of a word, as bits: digits that may be of a date, a word that a time has at least one
#: of, a word at which one may begin, a token that may be several atoms, a word that opens a time
#: only where the next goes on with it.
DIGITS, CORE, STARTER, COMPOSED, LEANS = 1, 2, 4, 8, 16
#: The roles that make a sentence worth reading.
TRIGGER = DIGITS | CORE | COMPOSED
#: No small word before a time is longer than this, in tokens.
_LONGEST_JOINT = 4
#: No token that is longer is a date.
_LONGEST = 40
#: No year in words that is one word is as short as this.
_SHORT = 12
#: No number with more digits counts days or units.
_LONGEST_COUNT = 3

_DAY_AND_MONTH = re.compile(r"\d{1,2}\.\d{1,2}")
_PIECES = re.compile(r"\d+(?:[^\W\d_]+)?|[^\W\d_]+\d*|[-/.~:,]")
_MONTH_AND_DAY = re.compile(r"([^\W\d_]+)(\d{1,4})")
_PLAIN_NUMBER = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)\d+(?:[.,]\d+)*(?:[^\W\d_]+)?")
#: Marks with which a time may go on, and the small words, by their kinds.
_LINKING_MARKS = frozenset(",('’‘")
_LINKING_JOINTS = ("articles", "of", "of_date", "range_to", "between_and")


class TimeIndex:
    """The words of a language's times, by what they can be."""

    __slots__ = (
        "_lexicon",
        "_links",
        "_openings",
        "endings",
        "goes_on",
        "joints",
        "leaning",
        "productions",
        "roles",
        "seconds",
    )

    def __init__(self, lexicon: TimeLexicon) -> None:
        self._lexicon = lexicon
        self._openings = _Openings(lexicon)
        #: A word to its roles, as bits.
        self.roles = ByWord(self._roles)
        #: A word to the productions that can begin with it, in the order in which they are tried.
        self.productions = ByWord(self._openings.productions)
        #: The words that open a time before more of it, and the words that follow a word in
        #: what begins with it and another.
        self.leaning, self.seconds = self._openings.leaning, self._openings.seconds
        #: A word to whether a time may go on with it.
        self.goes_on = ByWord(self._goes_on)
        self._links = _LINKING_MARKS.union(
            lexicon.day_parts.by_first,
            *(lexicon.joints[name].by_first for name in _LINKING_JOINTS),
        )
        #: The last word of a joint to the names of the joints with their words, the longest first.
        self.endings = _endings(lexicon.joints)
        #: A word to the names of the joints that begin with it.
        self.joints = _by_first(lexicon.joints)

    def _roles(self, norm: str) -> int:
        lexicon = self._lexicon
        opens = self.productions[norm] != ()
        return (
            DIGITS * (opens and norm[0].isdigit())
            | CORE * (norm in lexicon.cores)
            | STARTER * (norm in lexicon.starters)
            | COMPOSED * _may_be_composed(norm, lexicon)
            | LEANS * (opens and not self._openings.stand_alone(norm))
        )

    def _goes_on(self, norm: str) -> bool:
        return norm in self._links or self.productions[norm] != ()


@lru_cache(maxsize=16)
def index_of(lexicon: TimeLexicon) -> TimeIndex:
    """The index of a language's times."""
    return TimeIndex(lexicon)


def _may_be_composed(norm: str, lexicon: TimeLexicon) -> bool:
    if norm.isalpha() or len(norm) == 1 or norm.isdigit():
        return False
    # 2019-q1 comes as two tokens, of which the first ends in a letter.
    cut = norm[0].isdigit() and norm[-1].isalpha() and not norm[-2].isalnum()
    return cut or pieces_of(norm, lexicon) is not None


def pieces_of(norm: str, lexicon: TimeLexicon) -> list[str] | None:
    """The pieces of a token that is put together of parts of dates, else None.

    >>> from newsmodel.languages.profile import load_profile
    >>> pieces_of("12/03/2019", load_profile("en").times)
    ['12', '/', '03', '/', '2019']
    """
    if len(norm) > _LONGEST or norm in lexicon.atoms or _PLAIN_NUMBER.fullmatch(norm):
        return None
    pieces: list[str] = []
    for piece in _PIECES.findall(norm):
        match = _MONTH_AND_DAY.fullmatch(piece)
        if piece not in lexicon.atoms and match and match[1] in lexicon.months:
            pieces += [match[1], match[2]]
        elif piece.isdigit() or len(piece) == 1 or piece in lexicon.atoms:
            pieces.append(piece)
        else:
            return None
    if len(pieces) < 2 or "".join(pieces) != norm:
        return None
    letters = [p for p in pieces if len(p) == 1 and p.isalpha()]
    return None if letters else pieces


class _Openings:
    """What tells which productions can begin with a word.

    ``alone`` are the words that may be a time with nothing after them, ``leaning`` those that open
    one before more of it, ``seconds`` what follows a word in the phrases that begin with it.
    """

    __slots__ = ("alone", "decade_suffixes", "leaning", "opening", "seconds", "year_heads")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.opening = _opening(lexicon)
        self.decade_suffixes = lexicon.words.decade_suffixes
        self.year_heads = tuple(lexicon.words.year_heads)
        self.alone: set[str] = set()
        self.leaning: set[str] = set()
        self.seconds: dict[str, set[str]] = {}
        for name, tables in self.opening.items():
            whole = self.leaning if name in _LEANING else self.alone
            for first, rests in chain.from_iterable(table.items() for table in tables):
                for rest, _ in rests:
                    if rest:
                        self.seconds.setdefault(first, set()).add(rest[0])
                    else:
                        whole.add(first)

    def stand_alone(self, norm: str) -> bool:
        """Whether a word that can begin a time may be one with nothing after it."""
        if norm.isdecimal():
            return len(norm) > _LONGEST_COUNT
        return norm in self.alone or norm[0].isdigit() or self._is_year(norm)

    def _is_year(self, norm: str) -> bool:
        """Whether it is a year in words, where a language writes that as one word."""
        return len(norm) > _SHORT and norm.startswith(self.year_heads)

    def productions(self, norm: str) -> tuple[str, ...]:
        """The productions, in the order in which they are tried."""
        if norm.isdecimal():
            return _BY_LENGTH.get(len(norm), ())
        order = _DIGITS_FIRST if norm[0].isdigit() else _WORD_FIRST
        return tuple(name for name in order if self._opens(norm, name))

    def _opens(self, norm: str, name: str) -> bool:
        if name == "numeric":
            return _DAY_AND_MONTH.fullmatch(norm) is not None
        if name == "decade" and norm[0].isdigit() and norm.endswith(self.decade_suffixes):
            return True
        if name == "worded_year" and self._is_year(norm):
            return True
        return any(norm in words for words in self.opening[name])


#: The productions in the order in which they are tried at a word, and at a token with digits.
_WORD_FIRST = (
    "holiday",
    "deictic",
    "chosen",
    "part",
    "nth",
    "count",
    "weekday",
    "day_month",
    "month",
    "quarter",
    "decade",
    "season",
    "unit",
    "worded_year",
)
_DIGITS_FIRST = (
    "numeric",
    "day_month",
    "month",
    "nth",
    "count",
    "decade",
    "quarter",
    "day_alone",
)
#: Those that read more than what they begin with.
_LEANING = frozenset({"chosen", "nth", "count", "day_month", "day_alone"})
#: Those that can begin with so many digits and nothing else.
_BY_LENGTH = {
    1: ("numeric", "day_month", "count"),
    2: ("numeric", "day_month", "count"),
    3: ("count",),
    4: ("numeric", "year_month", "quarter", "year"),
    8: ("numeric",),
}


#: Entries by their first words, each the words after that and a value.
_Entries = Mapping[str, tuple[tuple[tuple[str, ...], object], ...]]


class _Table(Protocol):
    """Phrases with values of any type."""

    @property
    def by_first(self) -> _Entries: ...


def _opening(lexicon: TimeLexicon) -> dict[str, tuple[_Entries, ...]]:
    """By production, the words of which it begins with one, with their entries."""
    tables: dict[str, tuple[_Table, ...]] = {
        "holiday": (lexicon.holidays,),
        "deictic": (lexicon.days,),
        "chosen": (lexicon.choices,),
        "part": (lexicon.parts,),
        "nth": (lexicon.ordinals, lexicon.choices),
        "count": (lexicon.cardinals, lexicon.half_counts, lexicon.vague_counts),
        "weekday": (lexicon.weekdays, lexicon.weekday_abbreviations),
        "day_month": (lexicon.ordinals, lexicon.cardinals),
        "day_alone": (lexicon.ordinals,),
        "month": (lexicon.months,),
        "quarter": (lexicon.quarters, lexicon.halves),
        "decade": (lexicon.decade_words, lexicon.year_heads, lexicon.decades),
        "season": (lexicon.seasons,),
        "unit": (lexicon.units,),
        "worded_year": (lexicon.year_words, lexicon.year_heads),
    }
    return {name: tuple(table.by_first for table in group) for name, group in tables.items()}


def _by_first(joints: Mapping[str, Phrases[Value]]) -> dict[str, frozenset[str]]:
    words = {word for phrases in joints.values() for word in phrases.by_first}
    return {
        word: frozenset(name for name, phrases in joints.items() if word in phrases)
        for word in words
    }


def _endings(
    joints: Mapping[str, Phrases[Value]],
) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name, phrases in joints.items():
        for first, rests in phrases.by_first.items():
            for rest, _ in rests:
                words = (first, *rest)
                if len(words) <= _LONGEST_JOINT:
                    found.setdefault(words[-1], {}).setdefault(name, []).append(words)
    return {
        last: {name: tuple(sorted(set(group), key=len, reverse=True)) for name, group in by.items()}
        for last, by in found.items()
    }
