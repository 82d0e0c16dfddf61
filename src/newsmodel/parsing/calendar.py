"""The calendar: stretches of days as precise as they are known, and moving between them.

In: days, units and numbers. Out: :class:`Stretch`, which writes itself as an EDTF string. Knows no
words and nothing of the text. Weeks are those of ISO 8601, from Monday; the first week of a month
or a year is the one with its first Thursday. A winter has the year in which it begins.
"""

from __future__ import annotations

import datetime as dt
from calendar import isleap
from functools import lru_cache

from attrs import define
from dateutil.easter import easter

from newsmodel.languages.times import Holiday, Part, TimeUnit

DAY = dt.timedelta(days=1)
# Looked up once: a member costs much more through its class.
_WEEK, _MONTH, _QUARTER, _YEAR = TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.QUARTER, TimeUnit.YEAR
_WORKDAY = TimeUnit.WORKDAY
#: The units that need no more than a month, or a year, to be told apart.
_MONTHS = {TimeUnit.MONTH: 1, TimeUnit.QUARTER: 3}
_IN_WEEKS = frozenset({TimeUnit.WEEKEND, TimeUnit.WORKWEEK, TimeUnit.FORTNIGHT})
#: The first and the last day of each unit that is counted in weeks, from Monday.
_DAYS_OF_WEEKS = {
    TimeUnit.WEEK: (0, 6),
    TimeUnit.WORKWEEK: (0, 4),
    TimeUnit.WEEKEND: (5, 6),
    TimeUnit.FORTNIGHT: (0, 13),
}
#: How many days each unit has that is counted in days, and not one.
_IN_DAYS = {
    TimeUnit.WEEK: 7,
    TimeUnit.WORKWEEK: 7,
    TimeUnit.WEEKEND: 7,
    TimeUnit.FORTNIGHT: 14,
}
_SINGLE_DAYS = frozenset({TimeUnit.DAY, TimeUnit.WORKDAY})
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS = {TimeUnit.YEAR: 1, TimeUnit.DECADE: 10, TimeUnit.CENTURY: 100}
#: How many months each unit has that is counted in months.
_IN_MONTHS = _MONTHS | {unit: 12 * count for unit, count in _YEARS.items()}
#: News is about the same few days and months again and again: so many are kept of each.
_KEPT = 2048


@define(slots=True)
class Stretch:
    """From one day to another, and how EDTF writes the two ends.

    ``low`` and ``high`` are equal where one EDTF date says it all: "2022-10", "2022-12-XX". Never
    changed once it is made.

    >>> month(2022, 10).edtf, days(dt.date(2022, 5, 3), dt.date(2022, 5, 5)).edtf
    ('2022-10', '2022-05-03/2022-05-05')
    """

    first: dt.date
    last: dt.date
    low: str
    high: str

    @property
    def edtf(self) -> str:
        """The EDTF string."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"

    @property
    def is_day(self) -> bool:
        """Whether it is one known day."""
        return self.first == self.last

    @property
    def unknown_day(self) -> bool:
        """Whether it is one day of a known month (2022-12-XX)."""
        return self.low == self.high and self.low.endswith("-XX")


@lru_cache(maxsize=_KEPT)
def day(date: dt.date) -> Stretch:
    """One day."""
    text = date.isoformat()
    return Stretch(date, date, text, text)


def days(first: dt.date, last: dt.date) -> Stretch:
    """From day to day."""
    return Stretch(first, last, first.isoformat(), last.isoformat())


@lru_cache(maxsize=_KEPT)
def month(year: int, number: int) -> Stretch:
    """One month."""
    text = f"{year:04d}-{number:02d}"
    first = dt.date(year, number, 1)
    return Stretch(first, first.replace(day=month_length(year, number)), text, text)


def month_length(year: int, number: int) -> int:
    """How many days a month has."""
    return _LENGTHS[number] + (number == 2 and isleap(year))


def some_day(year: int, number: int) -> Stretch:
    """A day of that month, which is all that is known."""
    whole = month(year, number)
    return Stretch(whole.first, whole.last, whole.low + "-XX", whole.low + "-XX")


@lru_cache(maxsize=_KEPT)
def year(number: int) -> Stretch:
    """One year."""
    text = f"{number:04d}"
    return Stretch(dt.date(number, 1, 1), dt.date(number, 12, 31), text, text)


def season(number: int, code: int) -> Stretch:
    """A season by its EDTF code, 21 (spring) to 24 (winter), in whole months."""
    text = f"{number:04d}-{code}"
    first = dt.date(number, 3 * (code - 20), 1)
    later, last = divmod(first.month + 1, 12)
    return Stretch(first, month(number + later, last + 1).last, text, text)


def joined(first: Stretch, last: Stretch) -> Stretch | None:
    """From the start of one to the end of the other; None where that is backwards."""
    if first.first > last.last or (first.first == last.last and first.low != last.high):
        return None
    return Stretch(first.first, last.last, first.low, last.high)


def period(unit: TimeUnit, of: dt.date) -> Stretch:
    """The day, week, month ... of the calendar that a day is in."""
    if unit is _MONTH:
        return month(of.year, of.month)
    if unit is _YEAR:
        return year(of.year)
    if unit is _QUARTER:
        return quarter(of.year, (of.month + 2) // 3)
    if unit in _YEARS:
        count = _YEARS[unit]
        return years(of.year - of.year % count, count)
    monday = of - dt.timedelta(days=of.weekday())
    if unit in _DAYS_OF_WEEKS:
        first, last = _DAYS_OF_WEEKS[unit]
        return days(monday + first * DAY, monday + last * DAY)
    return day(of)


def quarter(number: int, which: int) -> Stretch:
    """A quarter of a year, 1 to 4, as its first and last month."""
    first, last = month(number, 3 * which - 2), month(number, 3 * which)
    return Stretch(first.first, last.last, first.low, last.high)


def years(first: int, count: int) -> Stretch:
    """That many years."""
    low, high = year(first), year(first + count - 1)
    return Stretch(low.first, high.last, low.low, high.high)


def shifted(date: dt.date, count: int, unit: TimeUnit, halves: bool = False) -> dt.date:
    """The day that many units later, or earlier where ``count`` is negative."""
    if halves:
        if unit in _YEARS:
            return _months_later(date, 6 * count * _YEARS[unit])
        return date + count * (shifted(date, 1, unit) - date) // 2
    if unit in _IN_MONTHS:
        return _months_later(date, count * _IN_MONTHS[unit])
    if unit is _WORKDAY:
        return _workdays(date, count)
    return date + dt.timedelta(days=count * _IN_DAYS.get(unit, 1))


def _months_later(date: dt.date, count: int) -> dt.date:
    """The same day so many months later, or the last of a month that is too short for it."""
    years, before = divmod(date.month - 1 + count, 12)
    in_year, number = date.year + years, before + 1
    return dt.date(in_year, number, min(date.day, month_length(in_year, number)))


def _workdays(date: dt.date, count: int) -> dt.date:
    step = 1 if count > 0 else -1
    weeks, rest = divmod(abs(count), 5)
    date += step * weeks * 7 * DAY
    while rest or date.weekday() > 4:
        date += step * DAY
        rest -= rest > 0 and date.weekday() < 5
    return date


def is_approximate(unit: TimeUnit) -> bool:
    """Whether a number of such units, said of now, is no more than about so many days."""
    return unit in _IN_MONTHS


def neighbour(unit: TimeUnit, of: Stretch, count: int) -> Stretch | None:
    """The period of that unit ``count`` after the one that ``of`` lies in.

    None where what is known of ``of`` is not precise enough to tell.
    """
    if unit in _SINGLE_DAYS:
        return day(shifted(of.first, count, unit)) if of.is_day else None
    frame = _WEEK if unit in _IN_WEEKS else unit
    here = period(frame, of.first)
    if of.last > here.last:
        return None
    return period(unit, shifted(here.first, count, unit))


def run(unit: TimeUnit, now: Stretch, count: int) -> Stretch | None:
    """The ``count`` units after now, or before it where negative.

    Days, weeks, months and years are counted from the day itself; quarters, decades and centuries
    are those of the calendar.
    """
    if unit in (TimeUnit.QUARTER, TimeUnit.DECADE, TimeUnit.CENTURY) or not now.is_day:
        near, far = neighbour(unit, now, 1 if count > 0 else -1), neighbour(unit, now, count)
        if near is None or far is None:
            return None
        return joined(near, far) if count > 0 else joined(far, near)
    if count > 0:
        start = now.first + DAY
        if unit is TimeUnit.WORKDAY:
            return days(_workdays(now.first, 1), _workdays(now.first, count))
        return days(start, shifted(start, count, unit) - DAY)
    end = now.first - DAY
    if unit is TimeUnit.WORKDAY:
        return days(_workdays(now.first, count), _workdays(now.first, -1))
    return days(shifted(now.first, count, unit), end if unit is TimeUnit.DAY else now.first)


def week_of(which: int, whole: Stretch) -> Stretch:
    """The first, second ... (or, negative, last) week of a month or a year."""
    if which > 0:
        thursday = whole.first + dt.timedelta(days=(3 - whole.first.weekday()) % 7)
        monday = thursday - 3 * DAY + (which - 1) * 7 * DAY
    else:
        thursday = whole.last - dt.timedelta(days=(whole.last.weekday() - 3) % 7)
        monday = thursday - 3 * DAY + (which + 1) * 7 * DAY
    return days(monday, monday + 6 * DAY)


def part(which: Part, whole: Stretch, now: Stretch | None) -> Stretch | None:
    """A part of a period: the first or last third or so of it, a half, or what is left of it."""
    if which in (Part.EARLIER, Part.LATER, Part.REST):
        return _seen_from_now(which, whole, now)
    length = (whole.last - whole.first).days + 1
    if whole.is_day or whole.unknown_day or (80 < length < 100 and whole.low == whole.high):
        return whole
    if length == 7:
        first, last = {Part.EARLY: (0, 1), Part.MIDDLE: (2, 3), Part.LATE: (4, 6)}.get(
            which, (0, 3) if which is Part.FIRST_HALF else (3, 6)
        )
        return days(whole.first + first * DAY, whole.first + last * DAY)
    if 28 <= length <= 31:
        return _part_of_month(which, whole)
    if 365 <= length <= 366:
        first, last = _TWELFTHS[which]
        low, high = month(whole.first.year, first), month(whole.first.year, last)
        return joined(low, high)
    count = whole.last.year - whole.first.year + 1
    if count >= 10 and whole.first.month == 1 and whole.last.month == 12:
        first, last = _TWELFTHS[which]
        start = whole.first.year + round((first - 1) * count / 12)
        return years(start, whole.first.year + round(last * count / 12) - start)
    return None


_TWELFTHS = {
    Part.EARLY: (1, 4),
    Part.MIDDLE: (5, 8),
    Part.LATE: (9, 12),
    Part.FIRST_HALF: (1, 6),
    Part.SECOND_HALF: (7, 12),
}


def _part_of_month(which: Part, whole: Stretch) -> Stretch:
    first, last = {
        Part.EARLY: (1, 10),
        Part.MIDDLE: (11, 20),
        Part.LATE: (21, 31),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, 31),
    }[which]
    last = min(last, whole.last.day)
    return days(whole.first.replace(day=first), whole.first.replace(day=last))


def _seen_from_now(which: Part, whole: Stretch, now: Stretch | None) -> Stretch | None:
    """The part of a period before the day of publication, or from it on."""
    if now is None or now.first < whole.first or now.last > whole.last:
        return None
    if now.is_day:
        if which is Part.EARLIER:
            before = now.first - DAY
            return days(whole.first, before) if before >= whole.first else None
        return days(now.first, whole.last)
    if now.edtf == whole.edtf:
        return None
    start, end = month(whole.first.year, 1), month(whole.first.year, 12)
    return joined(start, now) if which is Part.EARLIER else joined(now, end)


def boundary(which: Part, whole: Stretch, *, opens: bool) -> Stretch:
    """The point that "the start, middle, end of" names where it bounds a range."""
    if which is Part.EARLY:
        date = whole.first
    elif which is Part.MIDDLE:
        date = whole.first + ((whole.last - whole.first).days + 1) // 2 * DAY
    else:
        date = whole.last + DAY if opens else whole.last
    return day(date)


def holiday(which: Holiday, in_year: int) -> dt.date:
    """The day of a holiday in a year."""
    if which.easter is not None:
        return easter(in_year) + which.easter * DAY
    if which.date:
        return dt.date(in_year, *which.date)
    number, weekday, nth = which.weekday
    whole = month(in_year, number)
    if nth > 0:
        ahead = (weekday - 1 - whole.first.weekday()) % 7
        return whole.first + (ahead + 7 * (nth - 1)) * DAY
    return whole.last - (whole.last.weekday() - (weekday - 1)) % 7 * DAY
