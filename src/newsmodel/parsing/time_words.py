"""What each word can be in a time: one look-up a token instead of one for each kind of time.

In: the words of times.toml, compiled. Out: :class:`TimeIndex`, made once for each language: the
roles of a word, the productions that it can open, and the small words that can end before a time.
Words are looked into as they are met, and remembered. Knows nothing of texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from newsmodel.languages.phrases import Phrases, Value
from newsmodel.languages.times import TimeLexicon

#: The roles of a word, as bits: digits, a word that a time has at least one of, a word at which
#: one may begin, a token that may be several atoms.
DIGITS, CORE, STARTER, COMPOSED = 1, 2, 4, 8
#: The roles that make a sentence worth reading.
TRIGGER = DIGITS | CORE | COMPOSED
#: So many words are remembered at a time.
REMEMBERED = 1 << 16
#: No small word before a time is longer than this, in tokens.
_LONGEST_JOINT = 4
#: No token that is longer is a date.
_LONGEST = 40
#: No year in words that is one word is as short as this.
_SHORT = 12

_PIECES = re.compile(r"\d+(?:[^\W\d_]+)?|[^\W\d_]+\d*|[-/.~:,]")
_MONTH_AND_DAY = re.compile(r"([^\W\d_]+)(\d{1,4})")
_PLAIN_NUMBER = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)\d+(?:[.,]\d+)*(?:[^\W\d_]+)?")


class TimeIndex:
    """The words of a language's times, by what they can be."""

    __slots__ = ("endings", "productions", "roles", "worded_years")

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.roles = _Roles(lexicon)
        #: The word to the productions that can begin with it, in the order in which they are tried.
        self.productions = _productions(lexicon)
        #: The last word of a joint to the names of the joints with their words, the longest first.
        self.endings = _endings(lexicon.joints)
        self.worded_years = tuple(lexicon.words.year_heads)

    def of(self, norm: str) -> tuple[str, ...]:
        """The productions that can begin with this word."""
        found = self.productions.get(norm)
        if found is None:
            # "nineteenhundred", where a language writes a year as one word.
            long = len(norm) > _SHORT and norm.startswith(self.worded_years)
            found = ("worded_year",) if long else ()
        return found


@lru_cache(maxsize=16)
def index_of(lexicon: TimeLexicon) -> TimeIndex:
    """The index of a language's times."""
    return TimeIndex(lexicon)


class _Roles(dict[str, int]):
    """The roles of each word, filled in as words are met."""

    __slots__ = ("lexicon",)

    def __init__(self, lexicon: TimeLexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, norm: str) -> int:
        lexicon = self.lexicon
        digits = norm[0].isdigit()
        roles = (
            DIGITS * digits
            | CORE * (norm in lexicon.cores)
            | STARTER * (norm in lexicon.starters)
            | COMPOSED * _may_be_composed(norm, lexicon)
        )
        if len(self) >= REMEMBERED:
            self.clear()
        self[norm] = roles
        return roles


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


def _productions(lexicon: TimeLexicon) -> dict[str, tuple[str, ...]]:
    """Which productions can begin with a word that is no number in digits."""
    numbers = (lexicon.cardinals, lexicon.half_counts, lexicon.vague_counts)
    days = (lexicon.weekdays, lexicon.weekday_abbreviations)
    decades = (lexicon.decade_words, lexicon.year_heads, lexicon.decades)
    opening: tuple[tuple[str, tuple[Phrases[object], ...]], ...] = (
        ("holiday", (lexicon.holidays,)),
        ("deictic", (lexicon.days,)),
        ("chosen", (lexicon.choices,)),
        ("part", (lexicon.parts,)),
        ("nth", (lexicon.ordinals, lexicon.choices)),
        ("count", numbers),
        ("weekday", days),
        ("day_month", (lexicon.ordinals, lexicon.cardinals)),
        ("month", (lexicon.months,)),
        ("quarter", (lexicon.quarters, lexicon.halves)),
        ("decade", decades),
        ("season", (lexicon.seasons,)),
        ("unit", (lexicon.units,)),
        ("worded_year", (lexicon.year_words, lexicon.year_heads)),
    )
    found: dict[str, list[str]] = {}
    for name, groups in opening:
        for word in dict.fromkeys(word for phrases in groups for word in phrases.by_first):
            found.setdefault(word, []).append(name)
    heads = tuple(lexicon.words.year_heads)
    for word, names in found.items():
        if len(word) > _SHORT and word.startswith(heads) and "worded_year" not in names:
            names.append("worded_year")
    return {word: tuple(names) for word, names in found.items()}


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
