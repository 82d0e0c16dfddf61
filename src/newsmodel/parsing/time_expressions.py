"""What a time expression means, and what it comes to on a given day.

In: an expression that :mod:`newsmodel.parsing.time_grammar` read, and a :class:`Context`: the
publication date at whatever precision it has, the tense of the clause, the last time before it.
Out: a :class:`~newsmodel.parsing.calendar.Stretch`, or None rather than a guess. Knows no words.
No expression is ever changed once it is made: that is not enforced, as it would cost more to make.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import attrs
from attrs import define

from newsmodel.languages.times import Choice, Holiday, Part, TimeUnit
from newsmodel.parsing import calendar
from newsmodel.parsing.calendar import DAY, Stretch
from newsmodel.parsing.tense import Clause, Tense

# Looked up once: a member costs much more through its class.
_PAST, _PRESENT, _FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE
_THIS, _THAT = Choice.THIS, Choice.THAT
#: The choices that count on from now, those that count back, and those of whole weeks.
_ONWARD = frozenset({Choice.NEXT, Choice.COMING, Choice.FOLLOWING})
_BACK = frozenset({Choice.LAST, Choice.PAST, Choice.PREVIOUS})
_WEEKS_ON = {Choice.LAST: -1, Choice.PREVIOUS: -1, Choice.THIS: 0, Choice.NEXT: 1}
_PERIODS_ON = {Choice.LAST: -1, Choice.PAST: -1, Choice.THIS: 0}
_BESIDE = {Choice.PREVIOUS: -1, Choice.FOLLOWING: 1}
_SEEN_FROM_NOW = frozenset({Part.EARLIER, Part.LATER})
_DAY, _WEEKEND = TimeUnit.DAY, TimeUnit.WEEKEND
_FORWARD = Clause(_FUTURE)
_BACKWARD = Clause(_PAST)


class Context:
    """What an expression is resolved against.

    ``published`` is the publication date, ``previous`` the last time that the text named,
    ``since`` whether the expression says since when, which is always in the past, and ``due``
    whether it is a time limit, of which a present says what is to come. The clause is read only
    where an expression asks for it: most say all by themselves.
    """

    __slots__ = ("_clause", "_read_clause", "due", "previous", "published", "since")

    def __init__(
        self,
        published: Stretch | None,
        read_clause: Callable[[], Clause],
        previous: Stretch | None = None,
        since: bool = False,
        due: bool = False,
    ) -> None:
        self.published, self.previous = published, previous
        self.since, self.due = since, due
        self._read_clause = read_clause
        self._clause: Clause | None = None

    @property
    def clause(self) -> Clause:
        """What the clause says of the time."""
        if self._clause is None:
            clause = self._read_clause()
            self._clause = _FORWARD if self.due and clause.tense is _PRESENT else clause
        return self._clause

    def without_since(self) -> Context:
        """The same for a time that is no beginning."""
        return Context(self.published, lambda: self.clause, self.previous)

    def seen_from(self, day: dt.date, clause: Clause) -> Context:
        """The same as if the text were published on a day, and the clause were another."""
        return Context(calendar.day(day), lambda: clause, self.previous, self.since)

    @property
    def future(self) -> bool:
        """Whether the clause is about what is to come."""
        return not self.since and self.clause.tense is _FUTURE

    @property
    def coming(self) -> bool:
        """Whether a period without a year lies ahead: as ``future``, or in a present that acts."""
        if self.since:
            return False
        clause = self.clause
        return clause.tense is _FUTURE or (clause.tense is _PRESENT and not clause.states)


class Expression(Protocol):
    """A time as the text puts it."""

    def resolve(self, context: Context) -> Stretch | None:
        """What it comes to; None where it cannot be known."""
        ...


@define(slots=True)
class Fixed:
    """A time that needs no context: the 1990s, 2019."""

    stretch: Stretch

    def resolve(self, context: Context) -> Stretch | None:
        """Itself."""
        return self.stretch


@define(slots=True)
class Vague:
    """A time without a value: the coming weeks, a few days ago."""

    def resolve(self, context: Context) -> Stretch | None:
        """Nothing."""
        return None


@define(slots=True)
class Date:
    """Any of year, month, day of the month and weekday, with a choice: next Friday 5 May."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    choice: Choice | None = None

    @property
    def whole(self) -> bool:
        """Whether it has its year."""
        return self.year is not None

    def resolve(self, context: Context) -> Stretch | None:
        """The date; what it lacks is filled in by the tense."""
        try:
            if self.year is not None:
                return self._in_year(self.year)
            if self.month is not None:
                return self._by_tense(context)
            if self.day is not None:
                return self._day_of_some_month(context)
            if self.weekday is not None:
                return _weekday(self.weekday, self.choice, context)
        except (ValueError, OverflowError):
            return None
        return None

    def _in_year(self, year: int) -> Stretch:
        if self.month is None:
            return calendar.year(year)
        if self.day is None:
            return calendar.month(year, self.month)
        return calendar.day(dt.date(year, self.month, self.day))

    def _by_tense(self, context: Context) -> Stretch | None:
        now = context.published
        if now is None or _is_bare_year(now):
            return None
        # Only the 29th of February is not in every year, or even every fourth.
        reach = 8 if self.month == 2 and self.day == 29 else 1
        this = now.first.year
        around: list[Stretch] = []
        for year in range(this - reach, this + reach + 1):
            try:
                around.append(self._in_year(year))
            except ValueError:
                continue
        if self.choice is _THIS:
            return next((s for s in around if s.first.year == this), None)
        return _choose(around, now, self.choice, context)

    def _day_of_some_month(self, context: Context) -> Stretch | None:
        now = context.published
        if now is None or not now.is_day or self.day is None:
            return None
        around: list[Stretch] = []
        for k in range(-14, 15):
            start = calendar.shifted(now.first.replace(day=1), k, TimeUnit.MONTH)
            try:
                date = start.replace(day=self.day)
            except ValueError:
                continue
            if self.weekday in (None, date.isoweekday()):
                around.append(calendar.day(date))
        return _choose(around, now, self.choice, context)


def _choose(
    around: list[Stretch],
    now: Stretch,
    choice: Choice | None,
    context: Context,
) -> Stretch | None:
    """Of stretches that return, in order, the one meant.

    In a present it may lie on either side, and the nearer one is meant.
    """
    if choice in _ONWARD:
        return next((s for s in around if s.first > now.last), None)
    if choice in _BACK:
        return next((s for s in reversed(around) if s.last < now.first), None)
    if context.future:
        return _first_ending_from(around, now)
    past: Stretch | None = None
    for stretch in around:
        if stretch.first > now.last:
            break
        past = stretch
    if context.since or past is None or context.clause.tense is _PAST:
        return past
    ahead = _first_ending_from(around, now)
    if ahead is None or (now.first - past.first) < (ahead.first - now.last):
        return past
    return ahead


def _first_ending_from(around: list[Stretch], now: Stretch) -> Stretch | None:
    """The first that goes on until now, or lies ahead."""
    for stretch in around:
        if stretch.last >= now.last:
            return stretch
    return None


def _is_bare_year(now: Stretch) -> bool:
    """Whether no more than the year is known."""
    return len(now.low) == 4 and now.low == f"{now.first.year:04d}"


def _weekday(weekday: int, choice: Choice | None, context: Context) -> Stretch | None:
    now = context.published
    if now is None:
        return None
    if not now.is_day:
        plain = choice is None or choice is _THIS
        known = now.low == now.high == f"{now.first.year:04d}-{now.first.month:02d}"
        return calendar.some_day(now.first.year, now.first.month) if plain and known else None
    today = now.first
    back = (today.isoweekday() - weekday) % 7
    ahead = -back % 7
    if choice is not None:
        if choice in _WEEKS_ON:
            days = 7 * _WEEKS_ON[choice] + weekday - today.isoweekday()
            return calendar.day(today + days * DAY)
        if choice in _BACK:
            return calendar.day(today - (back or 7) * DAY)
        return calendar.day(today + (ahead or 7) * DAY) if choice in _ONWARD else None
    if context.future:
        return calendar.day(today + (ahead or 7) * DAY)
    if context.coming:
        return calendar.day(today + ahead * DAY)
    return calendar.day(today - back * DAY)


@define(slots=True)
class Deictic:
    """A day counted from that of publication: yesterday."""

    offset: int

    def resolve(self, context: Context) -> Stretch | None:
        """That day; nothing where the day of publication is not known."""
        now = context.published
        if now is None or not now.is_day:
            return None
        return calendar.day(now.first + self.offset * DAY)


@define(slots=True)
class Chosen:
    """This, last or next week, month, year; that day, the following year."""

    unit: TimeUnit
    choice: Choice

    def resolve(self, context: Context) -> Stretch | None:
        """The period of the calendar."""
        if self.choice is _THAT:
            base = context.previous
            return calendar.neighbour(self.unit, base, 0) if base is not None else None
        if self.choice in _BESIDE:
            base, count = context.previous or context.published, _BESIDE[self.choice]
            if base is None or (base.unknown_day and self.unit is _DAY):
                return base
            return calendar.neighbour(self.unit, base, count)
        now = context.published
        if now is None:
            return None
        if self.unit is _WEEKEND and self.choice is _THIS:
            return SomeWeekend().resolve(context)
        return calendar.neighbour(self.unit, now, _PERIODS_ON.get(self.choice, 1))


@define(slots=True)
class SomeWeekend:
    """The weekend, without saying which."""

    def resolve(self, context: Context) -> Stretch | None:
        """The one that is going on or, by the tense, the last or the coming one."""
        now = context.published
        if now is None or not now.is_day:
            return None
        here = calendar.period(_WEEKEND, now.first)
        if here.first <= now.first or context.coming:
            return here
        if context.clause.tense is _PAST:
            return calendar.neighbour(_WEEKEND, now, -1)
        return here


@define(slots=True)
class Run:
    """A number of units before or after now: the past three months, the next two weeks."""

    unit: TimeUnit
    count: int
    from_today: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The days, or for quarters and decades the whole ones."""
        now = context.published
        if now is None or self.count == 0:
            return None
        if not now.is_day and self.unit not in (TimeUnit.YEAR, TimeUnit.MONTH, TimeUnit.DECADE):
            return None
        try:
            if self.from_today and now.is_day:
                return calendar.days(now.first, calendar.shifted(now.first, self.count, self.unit))
            return calendar.run(self.unit, now, self.count)
        except (ValueError, OverflowError):
            return None


@define(slots=True)
class Step:
    """A number of units, in halves if so said."""

    count: int
    unit: TimeUnit
    halves: bool = False

    def move(self, date: dt.date, sign: int) -> dt.date:
        """The day so much later (``sign`` 1) or earlier (-1)."""
        return calendar.shifted(date, sign * self.count, self.unit, self.halves)


@define(slots=True)
class Distance:
    """So many units from a day: three days ago, a week later, two months after Easter.

    ``base`` is None for the day of publication; ``anaphoric`` counts from the last time in the
    text instead, and from the day of publication only where there was none.
    """

    steps: tuple[Step, ...]
    sign: int
    base: Expression | None = None
    anaphoric: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The day, approximate where months or years are counted from now."""
        if self.base is not None:
            start = self.base.resolve(context.without_since())
        elif self.anaphoric:
            start = context.previous or context.published
        else:
            start = context.published
        if start is None:
            return None
        try:
            return self._from(start)
        except (ValueError, OverflowError):
            return None

    def _from(self, start: Stretch) -> Stretch | None:
        if start.unknown_day and all(s.unit is _DAY and s.count < 7 for s in self.steps):
            return start
        if start.is_day:
            date = start.first
            for step in self.steps:
                date = step.move(date, self.sign)
            found = calendar.day(date)
            if self.base is None and any(calendar.is_approximate(s.unit) for s in self.steps):
                return attrs.evolve(found, low=found.low + "~", high=found.high + "~")
            return found
        if len(self.steps) == 1 and not self.steps[0].halves:
            step = self.steps[0]
            return calendar.neighbour(step.unit, start, self.sign * step.count)
        return None


@define(slots=True)
class DurationFrom:
    """So many units, from a day on: three days from tomorrow, as a stretch."""

    step: Step
    base: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """From that day, so long."""
        start = self.base.resolve(context)
        if start is None or not start.is_day:
            return None
        return calendar.days(start.first, self.step.move(start.first, 1) - DAY)


@define(slots=True)
class SeasonOf:
    """A season, of a year or by choice or tense."""

    code: int
    year: int | None = None
    choice: Choice | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The season, by the year in which it begins."""
        if self.year is not None:
            return calendar.season(self.year, self.code)
        now = context.published
        if now is None or _is_bare_year(now):
            return None
        around = [calendar.season(now.first.year + k, self.code) for k in range(-2, 3)]
        if self.choice is None or self.choice is _THIS:
            here = [s for s in around if s.first <= now.last and now.first <= s.last]
            if here:
                return here[-1]
        if self.choice is _THIS:
            # A season of this calendar year; a winter in spring is the one just gone.
            if self.code == 24 and now.first.month < 6:
                return around[1]
            return around[2]
        return _choose(around, now, self.choice, context)


@define(slots=True)
class QuarterOf:
    """A quarter or half of a year, of a year or by choice or tense."""

    number: int
    halves: bool = False
    year: int | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """Its first and last month."""
        if self.year is not None:
            return self._of(self.year)
        now = context.published
        if now is None or _is_bare_year(now):
            return None
        return _choose([self._of(now.first.year + k) for k in (-1, 0, 1)], now, None, context)

    def _of(self, year: int) -> Stretch:
        if not self.halves:
            return calendar.quarter(year, self.number)
        low = calendar.month(year, 6 * self.number - 5)
        high = calendar.month(year, 6 * self.number)
        return Stretch(low.first, high.last, low.low, high.high)


@define(slots=True)
class HolidayOf:
    """A holiday, of a year or by choice or tense, or the weekend that it falls in."""

    holiday: Holiday
    year: int | None = None
    choice: Choice | None = None
    weekend: bool = False

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        year = self.year if self.holiday.year is None else self.holiday.year
        if year is not None:
            return self._in_year(year)
        now = context.published
        if now is None:
            return None
        around = [s for k in range(-2, 3) if (s := self._in_year(now.first.year + k))]
        if self.choice is _THIS:
            return around[2] if len(around) == 5 else None
        return _choose(around, now, self.choice, context)

    def _in_year(self, year: int) -> Stretch | None:
        try:
            date = calendar.holiday(self.holiday, year)
        except ValueError:
            return None
        if not self.weekend:
            return calendar.day(date)
        back = {1: 2, 7: 1}.get(date.isoweekday())
        saturday = date - (back * DAY if back else (date.isoweekday() - 6) * DAY)
        return calendar.days(saturday, max(saturday + DAY, date))


@define(slots=True)
class PartOf:
    """Early, mid, late in a period; the first half of it; earlier this year."""

    part: Part
    whole: Expression
    in_later: bool = False
    "Later *in* a period is in the later half of it as well."
    edge: bool = False
    "The start or end *of* a period bounds a range as a day."

    def resolve(self, context: Context) -> Stretch | None:
        """The part of what the whole comes to."""
        now = context.published
        seen_from_now = self.part in _SEEN_FROM_NOW and now is not None and now.is_day
        if now and seen_from_now and self.whole == Date(weekday=now.first.isoweekday()):
            # Later on Saturday, in a Saturday's paper.
            return now
        whole = self.whole.resolve(context)
        if whole is None:
            return None
        if self.part in _SEEN_FROM_NOW and (whole.is_day or whole.unknown_day):
            return whole
        found = calendar.part(self.part, whole, now)
        if self.in_later and self.part is Part.LATER and found is not None:
            second = calendar.part(Part.SECOND_HALF, whole, now)
            if second is not None and second.first > found.first and found.is_day is False:
                return calendar.days(second.first, found.last)
        return found


@define(slots=True)
class InYear:
    """A month, a day, a season or a holiday of a year that is itself relative: May last year."""

    inner: Date | SeasonOf | HolidayOf | PartOf
    year: Chosen

    def resolve(self, context: Context) -> Stretch | None:
        """The inner time, in that year."""
        year = self.year.resolve(context)
        if year is None:
            return None
        return _with_year(self.inner, year.first.year).resolve(context)


def _with_year(inner: Expression, year: int) -> Expression:
    if isinstance(inner, PartOf):
        return attrs.evolve(inner, whole=_with_year(inner.whole, year))
    if isinstance(inner, Date | SeasonOf | HolidayOf):
        return attrs.evolve(inner, year=year, choice=None)
    return inner


@define(slots=True)
class Nth:
    """The nth unit of a period: the last week of May, the 15th day of next month."""

    which: int
    unit: TimeUnit
    whole: Expression
    count: int = 1

    def resolve(self, context: Context) -> Stretch | None:
        """The unit, or the run of ``count`` units at the period's start or end."""
        whole = self.whole.resolve(context)
        if whole is None or whole.unknown_day:
            return None
        if self.unit is TimeUnit.CENTURY:
            return None
        try:
            found = self._of(whole)
        except (ValueError, OverflowError):
            return None
        return found

    def _of(self, whole: Stretch) -> Stretch | None:
        if self.unit is TimeUnit.WEEK:
            if (whole.last - whole.first).days < 27:
                return None
            first = calendar.week_of(self.which, whole)
            if self.count == 1:
                return first
            other = self.which + (self.count - 1) * (1 if self.which > 0 else -1)
            second = calendar.week_of(other, whole)
            return calendar.joined(*sorted((first, second), key=lambda s: s.first))
        if self.unit is TimeUnit.WEEKEND:
            return self._weekend(whole)
        if self.which > 0:
            start = calendar.shifted(whole.first, self.which - 1, self.unit)
        else:
            start = calendar.shifted(whole.last + DAY, -self.count, self.unit)
        end = calendar.shifted(start, self.count, self.unit) - DAY
        if start < whole.first or end > whole.last:
            return None
        if self.unit in (TimeUnit.DAY, TimeUnit.WORKDAY):
            return calendar.days(start, end) if self.count > 1 else calendar.day(start)
        return calendar.joined(calendar.period(self.unit, start), calendar.period(self.unit, end))

    def _weekend(self, whole: Stretch) -> Stretch | None:
        """The weekend whose Saturday is in the period, from its start or its end."""
        saturday = 6
        if self.which > 0:
            ahead = (saturday - whole.first.isoweekday()) % 7
            start = whole.first + (ahead + 7 * (self.which - 1)) * DAY
        else:
            back = (whole.last.isoweekday() - saturday) % 7
            start = whole.last - (back + 7 * (self.count - 1)) * DAY
        end = start + (7 * (self.count - 1)) * DAY
        if start < whole.first or end > whole.last:
            return None
        return calendar.days(start, end + DAY)


@define(slots=True)
class NthWeekday:
    """The nth weekday of a month: the first Monday of May; -1 is the last."""

    which: int
    weekday: int
    whole: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        whole = self.whole.resolve(context)
        if whole is None or not 27 <= (whole.last - whole.first).days <= 30:
            return None
        rule = Holiday(names=("",), weekday=(whole.first.month, self.weekday, self.which))
        date = calendar.holiday(rule, whole.first.year)
        return calendar.day(date) if whole.first <= date <= whole.last else None


@define(slots=True)
class WeekNumber:
    """A week by its number: week 31 of last year."""

    number: int
    year: Expression | None = None

    def resolve(self, context: Context) -> Stretch | None:
        """The week of ISO 8601."""
        within = self.year.resolve(context) if self.year else context.published
        if within is None:
            return None
        try:
            monday = dt.date.fromisocalendar(within.first.year, self.number, 1)
        except ValueError:
            return None
        return calendar.days(monday, monday + 6 * DAY)


@define(slots=True)
class WeekOf:
    """The week that a day is in, or the one that starts with it."""

    base: Expression
    unit: TimeUnit = TimeUnit.WEEK

    def resolve(self, context: Context) -> Stretch | None:
        """That week, from Monday."""
        day = self.base.resolve(context)
        return calendar.neighbour(self.unit, day, 0) if day is not None and day.is_day else None


@define(slots=True)
class WeekdayIn:
    """A weekday of a week: Tuesday of last week."""

    weekday: int
    week: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """The day."""
        week = self.week.resolve(context)
        if week is None or (week.last - week.first).days != 6:
            return None
        return calendar.day(week.first + (self.weekday - 1) * DAY)


@define(slots=True)
class FirstWeekdayFrom:
    """A weekday after a day: two months from today, on Tuesday."""

    weekday: int
    base: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """The first such day on or after it."""
        start = self.base.resolve(context)
        if start is None or not start.is_day:
            return None
        ahead = (self.weekday - start.first.isoweekday()) % 7
        return calendar.day(start.first + ahead * DAY)


@define(slots=True)
class ToDate:
    """From the start of a period to the day of publication: the year to date."""

    whole: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """The part that has gone by."""
        whole, now = self.whole.resolve(context), context.published
        if whole is None or now is None:
            return None
        return calendar.joined(whole, now)


@define(slots=True)
class Range:
    """From one time to another."""

    start: Expression
    end: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """Both ends; what one end lacks the other tells."""
        start, end = self.start, self.end
        if isinstance(start, Date) and isinstance(end, Date):
            start, end = _completed(start, end)
        if context.future and _lacks_year(start) and _lacks_year(end):
            return self._ending_ahead(start, end, context)
        first = self._bound(start, context, opens=True)
        if first is None:
            return None
        if isinstance(end, Date) and not end.whole:
            # The first such time that does not lie before the start.
            ahead = context.seen_from(first.first, _FORWARD)
            last = end.resolve(ahead)
            if end.choice is not None:
                last = end.resolve(context)
        else:
            last = self._bound(end, context, opens=False)
        if last is None:
            return None
        found = calendar.joined(first, last)
        if found is None and not isinstance(end, Date):
            ahead = context.seen_from(first.first, _FORWARD)
            later = self._bound(end, ahead, opens=False)
            found = calendar.joined(first, later) if later is not None else None
        if found is None and isinstance(start, Date) and not start.whole:
            before = context.seen_from(last.first, _BACKWARD)
            first = start.resolve(before)
            found = calendar.joined(first, last) if first is not None else None
        return found

    def _ending_ahead(self, start: Expression, end: Expression, context: Context) -> Stretch | None:
        """In a future, the end is the first to come, and the start may have gone by."""
        last = end.resolve(context)
        if last is None:
            return None
        before = context.seen_from(last.first, _BACKWARD)
        first = start.resolve(before)
        return calendar.joined(first, last) if first is not None else None

    def _bound(self, side: Expression, context: Context, *, opens: bool) -> Stretch | None:
        if isinstance(side, PartOf) and side.edge:
            whole = side.whole.resolve(context)
            return calendar.boundary(side.part, whole, opens=opens) if whole is not None else None
        return side.resolve(context)


def _lacks_year(side: Expression) -> bool:
    return (
        isinstance(side, Date)
        and side.year is None
        and side.month is not None
        and side.choice is None
    )


def _completed(start: Date, end: Date) -> tuple[Date, Date]:
    """Fill in the month and the year that only one end of a range has."""
    if start.month is None and start.day is not None and end.month is not None:
        start = attrs.evolve(start, month=end.month)
    if end.month is None and end.day is not None and start.month is not None:
        end = attrs.evolve(end, month=start.month)
    if start.choice is not None:
        return start, end
    if start.year is None and end.year is not None and start.month is not None:
        wraps = end.month is not None and (start.month, start.day or 0) > (end.month, end.day or 31)
        start = attrs.evolve(start, year=end.year - wraps)
    elif end.year is None and start.year is not None and end.month is not None:
        wraps = start.month is not None and (end.month, end.day or 31) < (
            start.month,
            start.day or 0,
        )
        end = attrs.evolve(end, year=start.year + wraps)
    return start, end


@define(slots=True)
class DaysIn:
    """Days of a month that is itself relative: from 4 to 23 in next month."""

    first: int
    last: int
    month: Expression

    def resolve(self, context: Context) -> Stretch | None:
        """From day to day."""
        whole = self.month.resolve(context)
        if whole is None or not 27 <= (whole.last - whole.first).days <= 30:
            return None
        try:
            first, last = whole.first.replace(day=self.first), whole.first.replace(day=self.last)
        except ValueError:
            return None
        return calendar.days(first, last) if first < last else None
