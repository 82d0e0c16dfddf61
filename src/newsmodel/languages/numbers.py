"""How a language writes numbers: the schema of its ``numbers.toml``, and the look-up made of it.

In: the file's contents as :class:`NumberWords`. Out: :class:`NumberLexicon`, one dictionary for
each part that a word can play in a number or beside one. Knows nothing of texts and tokens.

Words and phrases are normal forms: case folded, plain apostrophes and hyphens; the words of a
phrase are separated by one space, and so is a mark that is a token of its own ("nr .").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Generic, TypeVar

from attrs import define, field, frozen

from newsmodel.languages.byword import ByWord

Mark = TypeVar("Mark")


class NumberRole(StrEnum):
    """What a number is, as the words beside it say."""

    #: How many there are of something: the only role that can be the size of a force.
    COUNT = "count"
    #: How many people make up one unit: "a 500-strong battalion".
    STRENGTH = "strength"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MONEY = "money"
    PERCENTAGE = "percentage"
    AGE = "age"
    DISTANCE = "distance"
    CALIBRE = "calibre"
    #: A time of day or a duration.
    TIME = "time"
    #: Any other amount with a unit, and "twelve-part", "threefold".
    MEASURE = "measure"
    YEAR = "year"
    #: A part of a date: the day beside a month, and each part of 17/5/2018.
    DATE = "date"
    #: The number in the name of a product or a group: F-16, Leopard 2, G7.
    MODEL = "model"
    RESOLUTION = "resolution"
    #: Any other number that names and does not count: article 5, flight 17, page 3.
    LABEL = "label"
    SCORE = "score"
    #: A part of a longer code, such as a telephone number.
    CODE = "code"


class Bound(StrEnum):
    """What a phrase beside a number makes of it."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOUT = "about"
    #: At most, but exactly after a word of rising or falling.
    UP_TO = "up to"
    #: The same, but only where a number counts; with a unit the phrase is a preposition.
    AT_LEAST_COUNT = "at least, of counts"
    AT_MOST_COUNT = "at most, of counts"
    ABOUT_COUNT = "about, of counts"


@frozen(slots=True, kw_only=True)
class NumberPhrases:
    """The phrases that bound, join or blur numbers: the table ``[phrases]``."""

    #: Before "hundred" or "dozens": no more exact than the word itself.
    several: tuple[str, ...] = ()
    at_least: tuple[str, ...] = ()
    at_least_weak: tuple[str, ...] = ()
    at_most: tuple[str, ...] = ()
    at_most_weak: tuple[str, ...] = ()
    #: At most, but after one of ``levels`` exactly: "uitgebreid tot 500".
    up_to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    about_weak: tuple[str, ...] = ()
    at_least_after: tuple[str, ...] = ()
    at_most_after: tuple[str, ...] = ()
    about_after: tuple[str, ...] = ()
    #: Before the first of two numbers that a conjunction joins.
    between: tuple[str, ...] = ()
    #: Before the first of two numbers that one of ``range_to`` joins.
    range_start: tuple[str, ...] = ()
    range_to: tuple[str, ...] = ()
    #: Between two numbers of which one is right: "two or three".
    range_or: tuple[str, ...] = ()
    #: Words of rising and falling, after which two numbers are two levels and no range.
    levels: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class YearWords:
    """What tells a year from a count: the table ``[years]``."""

    #: What stands before a year.
    before: tuple[str, ...] = ()
    #: What also stands before a count: tells a year only where the number is not round.
    before_weak: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    #: Whether a month is one only with a capital ("may" is a verb).
    months_capitalised: bool = False


@frozen(slots=True, kw_only=True)
class TailMarks:
    """Last parts of "500-plus", "500-odd", "500-tal" that bound the number."""

    at_least: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    tally: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True)
class NumberException:
    """A number word that is none after one of ``before`` or before one of ``after``."""

    word: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@frozen(slots=True, kw_only=True, eq=False)
class NumberWords:
    """The contents of ``numbers.toml``."""

    #: "," or "."; the other one separates thousands, though texts use both for both.
    decimal_mark: str
    #: What stands for one before a scale word: "a hundred".
    articles: tuple[str, ...]
    conjunctions: tuple[str, ...]
    #: What stands between "a quarter" and "a million", "tens" and "thousands".
    of: tuple[str, ...]
    #: The decimal mark as a word: "two point five".
    decimal_words: tuple[str, ...]
    #: Before a number that is below zero, and so no quantity.
    minus: tuple[str, ...]
    #: How 21 to 99 are written as one word, from {unit} and {ten}.
    tens_patterns: tuple[str, ...]
    #: Those of ``vague`` that count only before one of ``of``: "scores of".
    vague_with_of: tuple[str, ...] = ()
    #: Scale words that compounds are glued together with: "tweehonderddrie".
    joints: tuple[str, ...] = ()
    #: What may stand after a joint within a compound: "honderdeneen".
    infix: str = ""
    #: The ending that makes a group of a number: "vijftigtal".
    tally_suffix: str = ""
    #: How a number and a half is written as one word: "tweeënhalf".
    halves_patterns: tuple[str, ...] = ()
    #: What a compound ends in where it is an ordinal.
    ordinal_endings: tuple[str, ...] = ()
    #: What digits end in where they are an ordinal.
    digit_ordinals: tuple[str, ...] = ()
    #: What digits end in where they are a decade.
    decade_endings: tuple[str, ...] = ()
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    #: After digits, glued or with a space, in this very case.
    abbreviations: dict[str, int]
    #: The same, glued only.
    glued: dict[str, int]
    #: The same, and only where money stands before.
    glued_money: dict[str, int]
    dozens: dict[str, int]
    #: Words that count and are no numerals: "both".
    counts: dict[str, int]
    #: As "1/2".
    fractions: dict[str, str]
    ordinals: dict[str, int]
    denominators: dict[str, int]
    #: After one or an article only.
    denominators_of_one: dict[str, int]
    #: Plurals that say no more than an order of magnitude, and that order.
    vague: dict[str, int]
    phrases: NumberPhrases
    #: What follows a number and says what it is.
    after: dict[NumberRole, tuple[str, ...]]
    #: What stands before a number and says what it is.
    before: dict[NumberRole, tuple[str, ...]]
    #: Last parts of "45-year-old", "12-hour", "155mm".
    tails: dict[NumberRole, tuple[str, ...]]
    tail_marks: TailMarks
    years: YearWords
    exceptions: tuple[NumberException, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.decimal_mark not in (",", "."):
            raise ValueError(f"decimal_mark must be ',' or '.', not {self.decimal_mark!r}")
        for joint in self.joints:
            if joint not in self.scales:
                raise ValueError(f"the joint {joint!r} is not in [scales]")
        for word, value in self.fractions.items():
            numerator, slash, denominator = value.partition("/")
            if not (slash and numerator.isdecimal() and denominator.strip("0").isdecimal()):
                raise ValueError(f"{word!r} in [fractions] must be as '1/2', not {value!r}")
        for pattern in (*self.tens_patterns, *self.halves_patterns):
            if "{unit}" not in pattern or pattern.replace("{ten}", "").count("{") > 1:
                raise ValueError(f"a pattern has {{unit}}, and may have {{ten}}: {pattern!r}")


#: What stands before a number below zero, or between two.
DASHES = frozenset("-−–")
#: The marks that may go on with a number: of a range, of a power.
_LINKS = frozenset("-−–—^")


class PhraseTable(Generic[Mark]):
    """Phrases with a mark each, found by the token that they begin or end with.

    Where a token is in neither dictionary, which is nearly everywhere, a look into that is all
    that is needed.

    >>> table = PhraseTable([("no more than", "at most"), ("more than", "at least")])
    >>> table.ending_at(["with", "no", "more", "than"], 3, 0)
    ('at most', 1)
    >>> table.starting_at(["more", "than", "that"], 0, 3)
    ('at least', 2)
    """

    __slots__ = ("by_first", "by_last")

    def __init__(self, phrases: Iterable[tuple[str, Mark]]) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], Mark]]] = {}
        self.by_last: dict[str, list[tuple[tuple[str, ...], Mark]]] = {}
        for phrase, mark in phrases:
            words = tuple(phrase.split())
            self.by_first.setdefault(words[0], []).append((words, mark))
            self.by_last.setdefault(words[-1], []).append((words, mark))
        for index in (self.by_first, self.by_last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    @property
    def firsts(self) -> frozenset[str]:
        """The words with which the phrases begin."""
        return frozenset(self.by_first)

    def ending_at(self, norms: Sequence[str], last: int, floor: int) -> tuple[Mark, int] | None:
        """The mark and the first token of the longest phrase whose last token is ``last``."""
        if last < floor:
            return None
        entries = self.by_last.get(norms[last])
        if entries is None:
            return None
        for words, mark in entries:
            first = last + 1 - len(words)
            if first >= floor and (last == first or tuple(norms[first : last + 1]) == words):
                return mark, first
        return None

    def starting_at(self, norms: Sequence[str], first: int, stop: int) -> tuple[Mark, int] | None:
        """The mark and the end of the longest phrase whose first token is ``first``."""
        if first >= stop:
            return None
        entries = self.by_first.get(norms[first])
        if entries is None:
            return None
        for words, mark in entries:
            end = first + len(words)
            if end <= stop and (end == first + 1 or tuple(norms[first:end]) == words):
                return mark, end
        return None


@frozen(slots=True)
class Compound:
    """A number written as one word."""

    value: int
    #: The scale that it ends in; 1 where it ends in a unit.
    low: int = 1
    ordinal: bool = False
    #: What its first part is multiplied by, 1 where something has been added afterwards.
    multiplier: int = 1


@define(slots=True, kw_only=True, eq=False)
class NumberLexicon:
    """The number words of a language, each part by its word. Made by :func:`compile_numbers`."""

    words: NumberWords
    #: 0 to 99, in every spelling.
    small: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, Fraction]
    tallies: dict[str, int]
    digit_ordinals: frozenset[str]
    decade_endings: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    of: frozenset[str]
    minus: frozenset[str]
    months: frozenset[str]
    levels: frozenset[str]
    #: Whether "fifty two" is 52.
    tens_first: bool
    #: Joints from the highest down.
    joints: tuple[tuple[str, int], ...]
    shortest_compound: int
    several: PhraseTable[bool]
    bounds: PhraseTable[Bound]
    bounds_after: PhraseTable[Bound]
    between: PhraseTable[bool]
    starts: PhraseTable[bool]
    connectors: PhraseTable[bool]
    alternatives: PhraseTable[bool]
    roles_after: PhraseTable[NumberRole]
    roles_before: PhraseTable[NumberRole]
    years: PhraseTable[bool]
    tails: dict[str, NumberRole]
    tail_bounds: dict[str, Bound]
    exceptions: dict[str, tuple[frozenset[str], frozenset[str]]]
    #: Every word that can begin a number.
    triggers: frozenset[str]
    #: Every other word that may go on with the number before it, or say what that is.
    followers: frozenset[str]
    #: Words to whether they may begin a number, and whether they may go on with one.
    beginning: ByWord[bool] = field(init=False)
    going_on: ByWord[bool] = field(init=False)
    #: The words that begin a number and nothing else.
    plain: frozenset[str] = field(init=False)
    #: What may put the number behind it below zero.
    negating: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.beginning = ByWord(self.begins)
        self.going_on = ByWord(self._goes_on)
        words = self.words
        others = (self.exceptions, self.ordinals, self.tallies, words.vague, words.counts)
        self.plain = frozenset(self.small).difference(*others)
        self.negating = self.minus | DASHES

    def _goes_on(self, norm: str) -> bool:
        if norm in self.followers or self.beginning[norm]:
            return True
        return not norm.isalpha() and (norm in _LINKS or any(c.isalnum() for c in norm))

    def begins(self, norm: str) -> bool:
        """Whether a token with this normal form may begin a number."""
        if norm in self.triggers:
            return True
        if norm.isalpha():
            return len(norm) >= self.shortest_compound and self.compound(norm) is not None
        if len(norm) == 1:
            return norm.isdecimal()
        if norm[0].isdecimal() or norm[-1].isdecimal():
            return True
        head = norm.partition("-")[0]
        return head != norm and (
            head in self.triggers or any(c.isdecimal() for c in norm) or self.begins(head)
        )

    def compound(self, norm: str) -> Compound | None:
        """The number that is written as this one word with joints, or None."""
        joint, scale = next((pair for pair in self.joints if pair[0] in norm), ("", 0))
        if not scale:
            return None
        head, _, tail = norm.partition(joint)
        times = self._part(head) if head else Compound(1)
        if times is None or times.ordinal or not 0 < times.value < 1000:
            return None
        value = times.value * scale
        if not tail:
            return Compound(value, scale, multiplier=scale)
        if tail in self.words.ordinal_endings:
            return Compound(value, scale, True)
        rest = self._part(tail)
        infix = self.words.infix
        if rest is None and infix and tail.startswith(infix):
            rest = self._part(tail[len(infix) :])
        if rest is None or not 0 < rest.value < scale:
            return None
        return Compound(value + rest.value, rest.low, rest.ordinal)

    def _part(self, norm: str) -> Compound | None:
        small = self.small.get(norm)
        if small is not None:
            return Compound(small)
        ordinal = self.ordinals.get(norm)
        if ordinal is not None:
            return Compound(ordinal, ordinal=True)
        return self.compound(norm)


def compile_numbers(data: NumberWords) -> NumberLexicon:
    """Make the look-up tables of a language from its number words."""
    phrases, years = data.phrases, data.years
    small = _small_numbers(data)
    articles = frozenset(data.articles)
    ordinals = _ordinals(data)
    fractions = {word: Fraction(value) for word, value in data.fractions.items()}
    tallies = _tallies(data, small)
    scales = data.scales
    for pattern in data.halves_patterns:
        for unit, value in data.units.items():
            if 2 <= value <= 12:
                fractions[pattern.format(unit=unit)] = Fraction(2 * value + 1, 2)
    numerals = set(small) - articles
    triggers = (
        numerals | set(scales) | set(data.dozens) | set(data.counts) | set(fractions)
        | set(ordinals) | set(tallies) | set(data.vague)
    )  # fmt: skip
    joints = sorted(((joint, scales[joint]) for joint in data.joints), key=lambda j: -j[1])
    connectors, alternatives = _flags(phrases.range_to), _flags(phrases.range_or)
    roles_after = _roles(data.after)
    bounds_after = PhraseTable(
        (phrase, bound)
        for bound, group in (
            (Bound.AT_LEAST, phrases.at_least_after),
            (Bound.AT_MOST, phrases.at_most_after),
            (Bound.ABOUT, phrases.about_after),
        )
        for phrase in group
    )
    phrased = (connectors, alternatives, roles_after, bounds_after)
    followers = {
        *data.articles, *data.conjunctions, *data.of, *data.decimal_words, *years.months,
        *data.denominators, *data.denominators_of_one, *map(str.casefold, data.abbreviations),
        *(word for table in phrased for word in table.firsts),
    }  # fmt: skip
    return NumberLexicon(
        words=data,
        small=small,
        ordinals=ordinals,
        fractions=fractions,
        tallies=tallies,
        digit_ordinals=frozenset(data.digit_ordinals),
        decade_endings=frozenset(data.decade_endings),
        articles=articles,
        conjunctions=frozenset(data.conjunctions),
        of=frozenset(data.of),
        minus=frozenset(data.minus),
        months=frozenset(years.months),
        levels=frozenset(phrases.levels),
        tens_first=any(pattern.startswith("{ten}") for pattern in data.tens_patterns[:1]),
        joints=tuple(joints),
        shortest_compound=min((len(j) + 1 for j, _ in joints), default=1_000_000),
        several=_flags(phrases.several),
        bounds=PhraseTable(
            (phrase, bound)
            for bound, group in (
                (Bound.AT_LEAST, phrases.at_least),
                (Bound.AT_LEAST_COUNT, phrases.at_least_weak),
                (Bound.AT_MOST, phrases.at_most),
                (Bound.AT_MOST_COUNT, phrases.at_most_weak),
                (Bound.UP_TO, phrases.up_to),
                (Bound.ABOUT, phrases.about),
                (Bound.ABOUT_COUNT, phrases.about_weak),
            )
            for phrase in group
        ),
        bounds_after=bounds_after,
        between=_flags(phrases.between),
        starts=_flags(phrases.range_start),
        connectors=connectors,
        alternatives=alternatives,
        roles_after=roles_after,
        roles_before=_roles(data.before),
        years=PhraseTable(
            [(phrase, True) for phrase in years.before]
            + [(phrase, False) for phrase in years.before_weak]
        ),
        tails={tail: role for role, group in data.tails.items() for tail in group},
        tail_bounds={
            tail: bound
            for bound, group in (
                (Bound.AT_LEAST, data.tail_marks.at_least),
                (Bound.ABOUT, data.tail_marks.about + data.tail_marks.tally),
            )
            for tail in group
        },
        exceptions={e.word: (frozenset(e.before), frozenset(e.after)) for e in data.exceptions},
        triggers=frozenset(triggers),
        followers=frozenset(followers),
    )


def _flags(phrases: Iterable[str]) -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in phrases)


def _roles(groups: Mapping[NumberRole, Iterable[str]]) -> PhraseTable[NumberRole]:
    return PhraseTable((phrase, role) for role, group in groups.items() for phrase in group)


def _small_numbers(data: NumberWords) -> dict[str, int]:
    small = {**data.units, **data.tens}
    for pattern in data.tens_patterns:
        for unit, low in data.units.items():
            if 0 < low < 10:
                for ten, high in data.tens.items():
                    small.setdefault(pattern.format(unit=unit, ten=ten), high + low)
    return small


def _ordinals(data: NumberWords) -> dict[str, int]:
    """The ordinals of the file, and those of 21 to 99 as one word."""
    ordinals = dict(data.ordinals)
    for pattern in data.tens_patterns:
        for high_word, high in data.tens.items():
            if pattern.endswith("{unit}"):
                for word, low in data.ordinals.items():
                    if low < 10:
                        ordinals[pattern.format(unit=word, ten=high_word)] = high + low
            else:
                for word, low in data.units.items():
                    if 0 < low < 10:
                        whole = pattern.format(unit=word, ten=high_word)
                        for ending in data.ordinal_endings:
                            ordinals.setdefault(whole + ending, high + low)
    for word, high in data.tens.items():
        for ending in data.ordinal_endings:
            ordinals.setdefault(word + ending, high)
    return ordinals


def _tallies(data: NumberWords, small: Mapping[str, int]) -> dict[str, int]:
    if not data.tally_suffix:
        return {}
    numbers = {**small, **data.scales}
    return {word + data.tally_suffix: value for word, value in numbers.items() if value > 1}
