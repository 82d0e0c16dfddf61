"""The words with which a language names times: the schema of times.toml, and its compiled form.

In: :class:`TimeWords`, as a language's times.toml says it. Out: :class:`TimeLexicon`, one look-up
per kind of word, made once by :func:`compile_times`. All words are normal forms: lower case, plain
apostrophes and hyphens; an entry may be several words with a space between. Knows nothing of
texts, and nothing of what a time resolves to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from newsmodel.errors import LanguageDataError
from newsmodel.languages.phrases import Phrases, Value


class TimeUnit(StrEnum):
    """A stretch of the calendar that can be counted."""

    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    WORKWEEK = "workweek"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Choice(StrEnum):
    """Which of many Mondays, Mays, summers or weeks is meant.

    ``last`` and ``next`` count weeks, months and years of the calendar ("last Friday" is that of
    the week before); ``past`` and ``coming`` are the nearest day in that direction; ``that``,
    ``previous`` and ``following`` are seen from the last time that the text named.
    """

    LAST = "last"
    PAST = "past"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    THAT = "that"
    PREVIOUS = "previous"
    FOLLOWING = "following"


class Part(StrEnum):
    """A part of a period."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"
    EARLIER = "earlier"
    LATER = "later"
    REST = "rest"


@frozen(slots=True, kw_only=True)
class Holiday:
    """A day that returns each year, and how it is found.

    Exactly one of ``date`` (month, day), ``weekday`` (month, weekday 1 to 7 from Monday, which one
    of the month; -1 is the last) and ``easter`` (days after Easter Sunday). ``year``: the year of
    a day that is known by its name and does not return.
    """

    names: tuple[str, ...]
    date: tuple[int, ...] = ()
    weekday: tuple[int, ...] = ()
    easter: int | None = None
    year: int | None = None

    def __attrs_post_init__(self) -> None:
        ways = (len(self.date) == 2) + (len(self.weekday) == 3) + (self.easter is not None)
        if ways != 1 or not self.names:
            raise LanguageDataError(
                f"holiday {self.names!r}: give names and one of date, weekday and easter"
            )


@frozen(slots=True, kw_only=True)
class Joints:
    """The small words that hold a time together."""

    articles: tuple[str, ...]
    of: tuple[str, ...]
    "Between a day and its month, a part and its whole: of, van."
    genitive: tuple[str, ...] = ()
    "After a day, makes it the attribute of what follows: Monday's attack."
    of_date: tuple[str, ...]
    "Between a day and its month: the fifth of May."
    on: tuple[str, ...]
    "Before a day: on, op."
    within: tuple[str, ...]
    "Before a period that something falls in: in, during."
    ago: tuple[str, ...]
    ago_at_end: tuple[str, ...] = ()
    "The same, but only before a mark."
    later: tuple[str, ...]
    "After a number of units: later than the last time in the text."
    later_at_end: tuple[str, ...] = ()
    sooner: tuple[str, ...]
    "After a number of units: before the last time in the text."
    sooner_at_end: tuple[str, ...] = ()
    after: tuple[str, ...]
    "Between a number of units and a date: two days after."
    before: tuple[str, ...]
    ahead: tuple[str, ...]
    "Before a number of units: that much from now."
    ahead_if_future: tuple[str, ...] = ()
    "The same where the clause is about the future; else they name a duration."
    within_limit: tuple[str, ...] = ()
    "Before a number of units: any time until then."
    than: tuple[str, ...] = ()
    "What makes a comparison of the word before it: later than."
    lasting: tuple[str, ...] = ()
    "Before a number of units that lasts so long: for three days from tomorrow."
    starting: tuple[str, ...] = ()
    "Between 'week' and its first day: starting, beginnend."
    since: tuple[str, ...]
    origin: tuple[str, ...] = ()
    "Words of ``onwards`` that with a past say where something is from: a photo from 2014."
    onwards: tuple[str, ...]
    "From a day on: from, vanaf."
    until: tuple[str, ...]
    not_after: tuple[str, ...] = ()
    "Before a date: earlier than that date."
    deadline: tuple[str, ...] = ()
    "Before a date by which something is to be: it lies ahead unless the clause is past."
    between: tuple[str, ...]
    between_and: tuple[str, ...]
    joins: tuple[str, ...] = ()
    "What else than ``between_and`` may join two times: or, a comma."
    range_from: tuple[str, ...]
    range_to: tuple[str, ...]
    now: tuple[str, ...]
    "The end of a range that reaches to the day of publication."
    to_date: tuple[str, ...] = ()
    "After a period: from its first day to the day of publication."


@frozen(slots=True, kw_only=True)
class TenseWords:
    """The evidence for the tense of a clause."""

    future: tuple[str, ...]
    "Words that make the clause about the future, whatever else it says."
    reported: tuple[str, ...] = ()
    "Words of ``future`` that with a perfect are about the past: would have left."
    past: tuple[str, ...]
    "Finite forms of the past that no suffix shows."
    past_suffixes: tuple[str, ...]
    past_prefixed: tuple[str, ...] = ()
    "Prefixes that a form of ``past`` may have (onder-, aan-)."
    not_past: tuple[str, ...]
    "Words that end like a past and are none."
    perfect: tuple[str, ...]
    "Auxiliaries that make a past with a participle."
    passive: tuple[str, ...] = ()
    "Present auxiliaries that make a passive with a participle."
    participles: tuple[str, ...] = ()
    "Participles that no prefix or suffix shows."
    participle_prefixes: tuple[str, ...] = ()
    participle_suffixes: tuple[str, ...]
    separable: tuple[str, ...] = ()
    "Particles that may stand before a participle's prefix."
    promises: tuple[str, ...] = ()
    "Pasts of which an infinitive after the time says what is to come: promised to."
    infinitive_marks: tuple[str, ...] = ()
    stative: tuple[str, ...]
    "Present forms that say how things are now: is, has, says."
    dated: tuple[str, ...] = ()
    "Present forms that with a date say what is to come, where not every present does."
    progressive_suffixes: tuple[str, ...] = ()
    "Endings that with a form of 'be' make an act of a state: is arriving."
    be: tuple[str, ...] = ()
    "Present forms of 'be', which with a participle or a progressive make an act."
    auxiliaries: tuple[str, ...] = ()
    "Other forms of it, which do not say when."
    hard_breaks: tuple[str, ...]
    "Words and marks that no clause crosses."
    soft_breaks: tuple[str, ...]
    "Words and marks that may join clauses or mere words."
    verb_left: bool
    "Whether a time belongs to the verb before it (English) or to the whole clause (Dutch)."


@frozen(slots=True, kw_only=True)
class TimeWords:
    """What times.toml says."""

    day_first: bool
    "Whether 12/03 is the twelfth of March."
    capitalised: bool
    "Whether names of months and days are written with a capital."
    months: dict[str, int]
    month_abbreviations: dict[str, int]
    doubtful_months: tuple[str, ...] = ()
    "Months that are also something else, and count only beside a number or a preposition."
    lower_month_after: tuple[str, ...] = ()
    "Where names have capitals: what a doubtful month without one must stand after."
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    "Count only beside a date. Weekdays are 1 (Monday) to 7."
    day_parts: tuple[str, ...]
    "Parts of a day, after a weekday or a day: morning, ochtend."
    day_part_joined: bool = False
    "Whether a part of a day is written as one word with the day: maandagochtend."
    days: dict[str, int]
    "Days counted from the day of publication: yesterday is -1."
    doubtful_days: dict[str, tuple[str, ...]] = field(factory=dict)
    "Words of ``days`` with the words before them after which they are something else."
    units: dict[str, TimeUnit]
    plurals: tuple[str, ...]
    "The words of ``units`` that are plural."
    seasons: dict[str, int]
    "21 spring, 22 summer, 23 autumn, 24 winter (EDTF)."
    doubtful_seasons: tuple[str, ...] = ()
    quarters: dict[str, int]
    halves: dict[str, int]
    decades: dict[str, int]
    "Names of decades by their first year within the century: nineties is 90."
    decade_words: tuple[str, ...] = ()
    "Words before a decade in digits or words: jaren."
    decades_alone: bool
    "Whether a word of ``decades`` is a decade without a word of ``decade_words``."
    decade_suffixes: tuple[str, ...] = ()
    "What makes a decade of digits: the s of 1990s."
    cardinals: dict[str, int]
    half_counts: dict[str, int]
    "Counts in halves: anderhalf is 3."
    half_more: tuple[str, ...] = ()
    "After a unit, half a unit more: a year and a half."
    vague_counts: tuple[str, ...]
    ordinals: dict[str, int]
    ordinal_suffixes: tuple[str, ...]
    year_words: tuple[str, ...]
    "Words before a year in digits: year, jaar."
    year_heads: dict[str, int]
    "The first part of a year in words: nineteen is 1900, two thousand 2000."
    year_joiners: tuple[str, ...]
    choices: dict[str, Choice]
    runs: tuple[str, ...] = ()
    "Words of ``choices`` that after an article count back from now: the past year."
    choice_needs_unit: tuple[str, ...] = ()
    "Words of ``choices`` that count only before a unit."
    parts: dict[str, Part]
    part_nouns: tuple[str, ...] = ()
    "Words of ``parts`` that need an 'of' before the period: the end of May."
    recurring: tuple[str, ...]
    "Words before a day or a period that make it one of many: every, elke."
    counted: tuple[str, ...]
    "Nouns that are counted: before them a number is no year and no day."
    money: tuple[str, ...]
    "What stands before a number that is an amount."
    number_heads: tuple[str, ...]
    "Words before a number that is no year: some, resolution."
    year_before: tuple[str, ...]
    "Words before a number of four digits that make it a year."
    not_weekday_after: tuple[str, ...] = ()
    not_weekday_before: tuple[str, ...] = ()
    not_dates: tuple[str, ...] = ()
    holidays: tuple[Holiday, ...]
    joints: Joints
    tense: TenseWords


#: Where a word of the data is more than one token: new year's, st., workers', t/m.
_JOINT = re.compile(r"('s\b|'(?=\s|$)|[./])")


def _split(word: str) -> list[str]:
    return _JOINT.sub(r" \1 ", word).split()


def _sets(*groups: Iterable[str]) -> Phrases[bool]:
    return Phrases((_split(word), True) for group in groups for word in group)


def _values(entries: Mapping[str, Value]) -> Phrases[Value]:
    return Phrases((_split(word), value) for word, value in entries.items())


@frozen(slots=True, kw_only=True, eq=False)
class TenseLexicon:
    """:class:`TenseWords`, compiled."""

    future: Phrases[bool]
    reported: frozenset[str]
    past: frozenset[str]
    past_suffixes: tuple[str, ...]
    past_prefixed: tuple[str, ...]
    not_past: frozenset[str]
    perfect: frozenset[str]
    passive: frozenset[str]
    participles: frozenset[str]
    participle_prefixes: tuple[str, ...]
    participle_suffixes: tuple[str, ...]
    promises: frozenset[str]
    infinitive_marks: frozenset[str]
    stative: frozenset[str]
    dated: frozenset[str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    progressive_suffixes: tuple[str, ...]
    hard_breaks: frozenset[str]
    soft_breaks: frozenset[str]
    verb_left: bool


@frozen(slots=True, kw_only=True, eq=False)
class TimeLexicon:
    """:class:`TimeWords`, compiled: one look-up per kind of word.

    ``starters`` are the words at which a time can begin; all else is asked only there. ``cores``
    are the words of which a time in words has at least one: a unit, a month, a holiday.
    """

    words: TimeWords
    starters: frozenset[str]
    cores: frozenset[str]
    atoms: frozenset[str]
    months: Phrases[int]
    weekdays: Phrases[int]
    weekday_abbreviations: Phrases[int]
    day_parts: Phrases[bool]
    days: Phrases[int]
    units: Phrases[TimeUnit]
    seasons: Phrases[int]
    quarters: Phrases[int]
    halves: Phrases[int]
    decades: Phrases[int]
    decade_words: Phrases[bool]
    cardinals: Phrases[int]
    half_counts: Phrases[int]
    vague_counts: Phrases[bool]
    ordinals: Phrases[int]
    year_words: Phrases[bool]
    year_heads: Phrases[int]
    choices: Phrases[Choice]
    parts: Phrases[Part]
    half_more: Phrases[bool]
    holidays: Phrases[Holiday]
    abbreviations: frozenset[str]
    doubtful: frozenset[str]
    plurals: frozenset[str]
    counted: frozenset[str]
    money: frozenset[str]
    joints: dict[str, Phrases[bool]]
    tense: TenseLexicon


def _ordinals(data: TimeWords) -> dict[str, int]:
    written = {
        f"{n:{pad}}{suffix}": n
        for n in range(1, 32)
        for suffix in data.ordinal_suffixes
        for pad in ("d", "02d")
    }
    return written | data.ordinals


def _days(data: TimeWords, of: Mapping[str, int]) -> dict[str, int]:
    """Days with their parts: maandag and maandagochtend, where a language writes one word."""
    if not data.day_part_joined:
        return dict(of)
    joined = {
        f"{day}{joint}{part}": value
        for day, value in of.items()
        for part in data.day_parts
        for joint in ("", "-")
        if " " not in day
    }
    return joined | dict(of)


def _tense(data: TenseWords) -> TenseLexicon:
    prefixes = data.participle_prefixes
    separated = tuple(s + p for s in data.separable for p in prefixes)
    return TenseLexicon(
        future=_sets(data.future),
        reported=frozenset(data.reported),
        past=frozenset(data.past),
        past_suffixes=data.past_suffixes,
        past_prefixed=data.past_prefixed,
        not_past=frozenset(data.not_past),
        perfect=frozenset(data.perfect),
        passive=frozenset(data.passive),
        participles=frozenset(data.participles),
        participle_prefixes=prefixes + separated,
        participle_suffixes=data.participle_suffixes,
        promises=frozenset(data.promises),
        infinitive_marks=frozenset(data.infinitive_marks),
        stative=frozenset(data.stative),
        dated=frozenset(data.dated),
        be=frozenset(data.be),
        auxiliaries=frozenset(data.auxiliaries),
        progressive_suffixes=data.progressive_suffixes,
        hard_breaks=frozenset(data.hard_breaks),
        soft_breaks=frozenset(data.soft_breaks),
        verb_left=data.verb_left,
    )


def compile_times(data: TimeWords) -> TimeLexicon:
    """Compile the words of times.toml.

    Raises :class:`~newsmodel.errors.LanguageDataError` where a value is out of its range.
    """
    _check(data)
    months = _values(data.months | data.month_abbreviations)
    weekdays = _values(_days(data, data.weekdays))
    abbreviated = _values(data.weekday_abbreviations)
    days = _values(_days(data, data.days))
    units = _values(data.units)
    seasons, quarters, halves = (
        _values(data.seasons),
        _values(data.quarters),
        _values(data.halves),
    )
    decades, decade_words = _values(data.decades), _sets(data.decade_words)
    cardinals, half_counts = _values(data.cardinals), _values(data.half_counts)
    vague, ordinals = _sets(data.vague_counts), _values(_ordinals(data))
    choices = _values(data.choices)
    parts = _values(data.parts)
    holidays = Phrases((_split(name), h) for h in data.holidays for name in h.names)
    year_words, year_heads = _sets(data.year_words), _values(data.year_heads)
    opening: tuple[Phrases[int] | Phrases[bool], ...] = (
        months,
        weekdays,
        abbreviated,
        days,
        seasons,
        quarters,
        halves,
        decades,
        decade_words,
        cardinals,
        half_counts,
        vague,
        ordinals,
        year_words,
        year_heads,
    )
    starters = {word for phrases in opening for word in phrases.by_first}
    starters.update(units.by_first, choices.by_first, parts.by_first, holidays.by_first)
    cores = {word for phrases in (*opening[:9], ordinals) for word in phrases.by_first}
    cores -= set(cardinals.by_first)
    cores.update(units.by_first, holidays.by_first, year_words.by_first, year_heads.by_first)
    known = (months, weekdays, abbreviated, quarters, halves, ordinals, seasons)
    atoms = {word for phrases in known for word in phrases.by_first}
    return TimeLexicon(
        words=data,
        starters=frozenset(starters),
        cores=frozenset(cores),
        atoms=frozenset(atoms | set(parts.by_first)),
        months=months,
        weekdays=weekdays,
        weekday_abbreviations=abbreviated,
        day_parts=_sets(data.day_parts),
        days=days,
        units=units,
        seasons=seasons,
        quarters=quarters,
        halves=halves,
        decades=decades,
        decade_words=decade_words,
        cardinals=cardinals,
        half_counts=half_counts,
        vague_counts=vague,
        ordinals=ordinals,
        year_words=year_words,
        year_heads=year_heads,
        choices=choices,
        parts=parts,
        half_more=_sets(data.half_more),
        holidays=holidays,
        abbreviations=frozenset(data.month_abbreviations) | frozenset(data.weekday_abbreviations),
        doubtful=frozenset(data.doubtful_months) | frozenset(data.doubtful_seasons),
        plurals=frozenset(data.plurals),
        counted=frozenset(data.counted),
        money=frozenset(data.money),
        joints={
            name: _sets(getattr(data.joints, name))
            for name in data.joints.__slots__
            if not name.startswith("_")
        },
        tense=_tense(data.tense),
    )


def _check(data: TimeWords) -> None:
    ranges = (
        ("months", data.months, 1, 12),
        ("month_abbreviations", data.month_abbreviations, 1, 12),
        ("weekdays", data.weekdays, 1, 7),
        ("weekday_abbreviations", data.weekday_abbreviations, 1, 7),
        ("seasons", data.seasons, 21, 24),
        ("quarters", data.quarters, 1, 4),
        ("halves", data.halves, 1, 2),
        ("ordinals", data.ordinals, 1, 99),
    )
    for name, entries, least, most in ranges:
        for word, value in entries.items():
            if not least <= value <= most:
                raise LanguageDataError(
                    f"times.toml, {name}: {word!r} is {value}, not {least} to {most}"
                )
