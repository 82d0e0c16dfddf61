"""The productions for periods: weekdays and units by choice, parts of periods, seasons, weeks.

In and out as in :mod:`newsmodel.parsing.time_reader`. The docstring of a method is its production,
with an example.
"""

from __future__ import annotations

import attrs

from newsmodel.languages.times import Choice, Part, TimeUnit
from newsmodel.parsing import calendar
from newsmodel.parsing.time_dates import Dates
from newsmodel.parsing.time_expressions import (
    Chosen,
    Date,
    Deictic,
    Distance,
    Expression,
    Fixed,
    HolidayOf,
    Nth,
    NthWeekday,
    PartOf,
    QuarterOf,
    Run,
    SeasonOf,
    SomeWeekend,
    Step,
    ToDate,
    Vague,
    WeekdayIn,
    WeekNumber,
    WeekOf,
)
from newsmodel.parsing.time_reader import Found

# Looked up once: a member costs much more through its class.
_LAST, _PAST, _THIS, _THAT = Choice.LAST, Choice.PAST, Choice.THIS, Choice.THAT
_PREVIOUS, _FOLLOWING = Choice.PREVIOUS, Choice.FOLLOWING
_DAY, _WEEK, _WEEKEND, _YEAR = TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.WEEKEND, TimeUnit.YEAR
_BACK = (_LAST, _PAST, _PREVIOUS)
_AHEAD = (Choice.NEXT, Choice.COMING, _FOLLOWING)
_DATED = frozenset({"day_month", "month"})
#: Seen from the last time in the text alone.
_SEEN_BACK = (_THAT, _PREVIOUS)
#: The units of days, and the choices of which none makes a day.
_SINGLE_DAYS = (_DAY, TimeUnit.WORKDAY)
_NO_DAY = (_LAST, _PAST, _THIS)
_SEEN_FROM_NOW = (Part.EARLIER, Part.LATER)
_EDGES = (Part.EARLY, Part.MIDDLE, Part.LATE)


class Periods(Dates):
    """Periods, their parts and the days in them."""

    __slots__ = ()

    def weekday(self, i: int, choice: Choice | None = None) -> Found | None:
        """``weekday [part of day] [[,|the] date] [[of] week]``: Friday 5 May, Monday last week."""
        short = False
        found = self.match(self.lex.weekdays, i)
        if found is None:
            found, short = self.match(self.lex.weekday_abbreviations, i), True
            if found is None:
                return None
        if not short and self._is_no_day(i, found[0]):
            return None
        j, weekday = found
        if short and self.at(j) == "." and self.glued(j):
            j += 1
        if not self.goes_on(j):
            return Found(i, j, Date(None, None, None, weekday, choice)) if not short else None
        part = self.match(self.lex.day_parts, j)
        j = part[0] if part is not None else j
        dated = self._date_of_weekday(i, j, weekday, choice)
        if dated is not None or short:
            return dated
        k = self.joint("of", j)
        week = self.chosen(k, weekdays=False)
        if week is not None and is_chosen(week.expression, _WEEK):
            return Found(i, week.end, WeekdayIn(weekday, week.expression))
        return Found(i, j, Date(None, None, None, weekday, choice))

    def _is_no_day(self, i: int, j: int) -> bool:
        words = self.lex.words
        if words.capitalised and not self.atoms.words[i][0].isupper() and self.n[i].isalpha():
            return False
        if (
            not words.capitalised
            and self.capital(i)
            and self.capital(j if j < self.limit else self.begin)
        ):
            return True
        return (
            self.at(i - 1) in words.not_weekday_after and self.atoms.words[i - 1][0].isupper()
        ) or self.at(j) in words.not_weekday_before

    def _date_of_weekday(self, i: int, j: int, weekday: int, choice: Choice | None) -> Found | None:
        k = j
        if self.at(k) in (",", "("):
            k += 1
        k = self.joint("articles", k)
        productions = self.index.productions[self.n[k]] if k < self.limit else ()
        if _DATED.isdisjoint(productions) and not self.at(k)[:1].isdigit():
            return None
        date = self.numeric(k) if self.at(k)[:1].isdigit() else None
        date = date or self.day_month(k) or self.month(k)
        if date is not None and isinstance(date.expression, Date) and date.expression.day:
            end = date.end + (self.at(date.end) == ")" and self.at(j) == "(")
            of = date.expression
            return Found(i, end, Date(of.year, of.month, of.day, weekday, choice))
        if self.at(j) in (",", "("):
            return None
        day = self.day_number(k, words=False)
        if day is None or self.counted(day[0]) or self.at(day[0]) in ("%", ":", "/", "-"):
            return None
        if self.n[k].isdecimal() and not (self.closes(day[0]) or self.at(day[0]) == ""):
            return None
        return Found(i, day[0], Date(None, None, day[1], weekday, choice))

    def chosen(self, i: int, weekdays: bool = True) -> Found | None:
        """``choice [number] (unit | weekday | month | season | holiday | date)``."""
        found = self.match(self.lex.choices, i)
        if found is None:
            return None
        j, choice = found
        by_unit = self._chosen_unit(i, j, choice)
        if by_unit is not None or not weekdays or choice in _SEEN_BACK:
            return by_unit
        nth = self.nth(i) if choice is _LAST else None
        if nth is not None:
            return nth
        holiday = self.holiday(j)
        if holiday is not None:
            expression = holiday.expression
            if isinstance(expression, HolidayOf):
                expression = attrs.evolve(expression, choice=choice)
            return Found(i, holiday.end, expression)
        if self.at(i) in self.lex.words.choice_needs_unit:
            return None
        for inner in (self.weekday(j, choice), self.date(j), self._numeric_at(j), self.season(j)):
            if inner is not None and isinstance(inner.expression, Date | SeasonOf):
                return Found(i, inner.end, attrs.evolve(inner.expression, choice=choice))
            if inner is not None and isinstance(inner.expression, WeekdayIn):
                return Found(i, inner.end, inner.expression)
        return None

    def _numeric_at(self, i: int) -> Found | None:
        return self.numeric(i) if self.at(i)[:1].isdigit() else None

    def _chosen_unit(self, i: int, j: int, choice: Choice) -> Found | None:
        vague = self.match(self.lex.vague_counts, j)
        number = None if vague is not None else self.number(j)
        k = vague[0] if vague is not None else number[0] if number is not None else j
        found = self.match(self.lex.units, k)
        if found is None:
            return None
        end, unit = found
        if vague is not None or (number is None and self.n[k] in self.lex.plurals):
            return Found(i, end, Vague()) if choice is not _THAT else None
        if choice is _LAST and unit is not _YEAR and unit is not TimeUnit.CENTURY:
            within = self._of_whole(end)
            if within is not None:
                count = number[1] if number is not None else 1
                return Found(i, within.end, Nth(-1, unit, within.expression, count))
        if number is not None and (number[1] > 1 or (choice is not _THIS and choice is not _THAT)):
            return self._run(i, end, choice, number[1], unit)
        if number is not None:
            return None
        if self.n[j - 1] in self.lex.words.runs and unit is not _WEEKEND:
            if self.after_article(i) or self.joint("articles", i) > i:
                return self._run(i, end, _PAST, 1, unit)
        return self._one_unit(i, end, choice, unit)

    def _run(self, i: int, end: int, choice: Choice, count: int, unit: TimeUnit) -> Found | None:
        if choice is _THIS or choice is _THAT:
            return None
        within = self.preceded("within_limit", i) or self.preceded("within_limit", i - 1)
        sign = -1 if choice in _BACK else 1
        from_today = within is not None and sign == 1
        return Found(i, end, Run(unit, sign * count, from_today))

    def _one_unit(self, i: int, end: int, choice: Choice, unit: TimeUnit) -> Found | None:
        if unit is _YEAR:
            year = self.year_number(end)
            if year is not None:
                return Found(i, year[0], Date(year[1]))
        if unit in _SINGLE_DAYS:
            if choice in _NO_DAY:
                return None
            choice = _FOLLOWING if choice in _AHEAD else choice
        expression: Expression = Chosen(unit, choice)
        if unit is _WEEK or unit is TimeUnit.WORKWEEK:
            k = self.joint("on", end + (self.at(end) == "-"))
            day = self.match(self.lex.weekdays, k)
            if day is not None:
                part = self.match(self.lex.day_parts, day[0])
                return Found(
                    i, part[0] if part is not None else day[0], WeekdayIn(day[1], expression)
                )
        until = self.joint("to_date", end) if choice is _THIS else end
        if until > end:
            return Found(i, until, ToDate(expression))
        return Found(i, end, expression)

    def _of_whole(self, i: int) -> Found | None:
        """``of [the] period`` after a part of it."""
        j = self.joint("of", i)
        return self.whole(j) if j > i else None

    def whole(self, i: int) -> Found | None:
        """``choice unit | month | year | the unit | season | decade``: what has parts."""
        j = self.joint("articles", i)
        unit = self.match(self.lex.units, j)
        if unit is not None and j > i and self.n[j] not in self.lex.plurals:
            year = self.year_number(unit[0]) if unit[1] is _YEAR else None
            if year is not None:
                return Found(i, year[0], Date(year[1]))
            return Found(i, unit[0], Chosen(unit[1], Choice.THIS))
        for k in (i, j) if j > i else (i,):
            found = (
                self.chosen(k)
                or self.year_month(k)
                or self.month(k)
                or self.decade(k)
                or self.season(k)
                or self.quarter(k)
                or self.nth(k)
                or self.worded_year(k)
                or self.year(k)
                or self.holiday(k)
            )
            if found is not None:
                return Found(i, found.end, found.expression)
        return None

    def part(self, i: int) -> Found | None:
        """``part [of] [the] period``: early May, the end of 2019, earlier this week."""
        found = self.match(self.lex.parts, i)
        if found is None:
            return None
        j, part = found
        if self.at(j) == "-":
            j += 1
        if part in _SEEN_FROM_NOW:
            return self._seen_from_now(i, j, self.joint("of", j), part)
        k = j + (self.at(j) in self.lex.words.joints.of_date)
        noun = " ".join(self.n[i:j]) in self.lex.words.part_nouns
        if noun and k == j:
            return None
        whole = self.whole(k)
        if whole is None and not noun:
            k = self.joint("on", k)
            whole = self.weekday(k) or self.day_month(k)
        if whole is None:
            return None
        if isinstance(whole.expression, Chosen) and whole.expression.unit is _DAY:
            return None
        if isinstance(whole.expression, Vague | Deictic):
            return None
        edge = k > j and part in _EDGES
        return Found(i, whole.end, PartOf(part, whole.expression, edge=edge))

    def _seen_from_now(self, i: int, j: int, k: int, part: Part) -> Found | None:
        """``earlier | later ([in] the unit | this unit | today)``."""
        at = self.joint("articles", k)
        unit = self.match(self.lex.units, at) if k > j and at > k else None
        if unit is not None:
            choice = Choice.THAT if unit[1] is TimeUnit.DAY else Choice.THIS
            whole: Expression = Chosen(unit[1], choice)
            return Found(i, unit[0], PartOf(part, whole, in_later=True))
        inner = self.chosen(k, weekdays=False) or self.deictic(k)
        if inner is None and k == j:
            inner = self.weekday(k)
        if inner is None:
            return None
        if not isinstance(inner.expression, Chosen | Deictic | Date):
            return None
        return Found(i, inner.end, PartOf(part, inner.expression))

    def nth(self, i: int) -> Found | None:
        """``ordinal [number] unit of period | ordinal weekday of month | ordinal century``."""
        found = self.match(self.lex.ordinals, i)
        if found is None and self.at(i) in self.lex.choices.by_first:
            last = self.match(self.lex.choices, i)
            if last is not None and last[1] is _LAST:
                found = last[0], -1
        if found is None:
            return None
        j, which = found
        number = self.number(j)
        k, count = number if number is not None else (j, 1)
        unit = self.match(self.lex.units, k)
        if unit is None:
            return self._nth_weekday(i, j, which)
        if unit[1] is TimeUnit.CENTURY and 2 <= which <= 22 and number is None:
            return Found(i, unit[0], Fixed(calendar.years(100 * (which - 1), 100)), which < 5)
        within = (
            self._of_whole(unit[0])
            or self._year_right_after(unit[0])
            or self.chosen(unit[0], weekdays=False)
        )
        if within is None:
            if unit[1] is TimeUnit.QUARTER and number is None and 1 <= which <= 4:
                return Found(i, unit[0], QuarterOf(which), True)
            return None
        if isinstance(within.expression, Vague):
            return None
        return Found(i, within.end, Nth(which, unit[1], within.expression, count))

    def _year_right_after(self, i: int) -> Found | None:
        year = self.year_number(i)
        return Found(i, year[0], Date(year[1])) if year is not None else None

    def _nth_weekday(self, i: int, j: int, which: int) -> Found | None:
        day = self.match(self.lex.weekdays, j)
        within = self._of_whole(day[0]) if day is not None else None
        if day is None or within is None or not -1 <= which <= 5:
            return None
        return Found(i, within.end, NthWeekday(which, day[1], within.expression))

    def season(self, i: int) -> Found | None:
        """``season [of] [year]``."""
        found = self.match(self.lex.seasons, i)
        if found is None:
            return None
        j, code = found
        year = self.trailing_year(j)
        if year is not None:
            j = year[0]
            if self.at(j) in ("-", "/", "–") and self.at(j + 1).isdecimal():
                j += 2
            return Found(i, j, SeasonOf(code, year[1]))
        if self.capital(i):
            return None
        k = self.joint("of", j)
        year_of = self.chosen(k, weekdays=False) if k < self.limit else None
        if year_of is not None and is_chosen(year_of.expression, _YEAR):
            return Found(i, j, SeasonOf(code))
        if k > j and self.n[i] in self.lex.doubtful:
            return None
        return Found(i, j, SeasonOf(code), True)

    def unit(self, i: int) -> Found | None:
        """``week number [of year] | week (of | starting) date | weekend | year to date``."""
        found = self.match(self.lex.units, i)
        if found is None or self.n[i] in self.lex.plurals:
            return None
        j, unit = found
        beside = self._beside(i, j, unit)
        if beside is not None:
            return beside
        if unit is _YEAR:
            until = self.joint("to_date", j)
            if until > j:
                return Found(i, until, ToDate(Chosen(unit, Choice.THIS)))
            return None
        if unit is not _WEEK and unit is not _WEEKEND:
            return None
        norm = self.at(j)
        if unit is _WEEK and norm.isdecimal() and 1 <= int(norm) <= 53:
            year = self._of_whole(j + 1) or self._year_right_after(j + 1)
            end = year.end if year is not None else j + 1
            return Found(i, end, WeekNumber(int(norm), year.expression if year else None))
        start = max(self.joint("starting", j), self.joint("of", j))
        if start > j:
            k = self.joint("articles", self.joint("on", start))
            base = self.numeric(k) if self.at(k)[:1].isdigit() else None
            base = base or self.day_month(k) or self.month(k)
            if base is None:
                day = self.day_number(k, words=False)
                base = Found(k, day[0], Date(day=day[1])) if day and k > start else None
            if base is not None and isinstance(base.expression, Date) and base.expression.day:
                return Found(i, base.end, WeekOf(base.expression, unit))
        if unit is _WEEKEND and self.at(i - 1) not in self.lex.words.recurring:
            return Found(i, j, SomeWeekend())
        return None

    def _beside(self, i: int, j: int, unit: TimeUnit) -> Found | None:
        """``the unit (after | before)``: the day before, seen from the last time in the text."""
        if not self.after_article(i):
            return None
        for name, sign in (("later", 1), ("sooner", -1)):
            end = self.adverb(name, j)
            if end is not None and unit is TimeUnit.DAY:
                return Found(i, end, Distance((Step(1, unit),), sign, anaphoric=True))
            if end is not None:
                choice = Choice.FOLLOWING if sign > 0 else Choice.PREVIOUS
                return Found(i, end, Chosen(unit, choice))
        return None

    def adverb(self, name: str, i: int) -> int | None:
        """Where ago, later or earlier ends; not in a comparison, and some only before a mark."""
        end = self.joint(name, i)
        if end > i:
            return end if self.joint("than", end) == end else None
        end = self.joint(f"{name}_at_end", i)
        return end if end > i and self.closes(end) else None


def is_chosen(expression: Expression, unit: TimeUnit) -> bool:
    """Whether it is this, last, next ... of that unit."""
    return isinstance(expression, Chosen) and expression.unit is unit
