"""The grammar of times: from atoms to expressions, by recursive descent.

In and out as in :mod:`newsmodel.parsing.time_reader`. Here are the start of the grammar, ranges,
and counts of units from now or from a date; :mod:`newsmodel.parsing.time_dates` and
:mod:`newsmodel.parsing.time_periods` have the rest. The docstring of a method is its production,
with an example.
"""

from __future__ import annotations

import attrs

from newsmodel.languages.times import Choice, TimeUnit
from newsmodel.parsing import calendar
from newsmodel.parsing.time_expressions import (
    Chosen,
    Date,
    DaysIn,
    Deictic,
    Distance,
    DurationFrom,
    Expression,
    FirstWeekdayFrom,
    Fixed,
    HolidayOf,
    InYear,
    PartOf,
    Range,
    Run,
    SeasonOf,
    Step,
    Vague,
)
from newsmodel.parsing.time_periods import Periods
from newsmodel.parsing.time_reader import DATE_MARKS, Found

_BACK = (Choice.LAST, Choice.PAST, Choice.PREVIOUS)
_AHEAD = (Choice.NEXT, Choice.COMING, Choice.FOLLOWING)
#: Looked up once: a member costs much more through its class.
_YEAR = TimeUnit.YEAR
#: What a relative year can be the year of.
_YEARLESS = (Date, SeasonOf, HolidayOf, PartOf)


class Grammar(Periods):
    """The productions, over the atoms of one sentence."""

    __slots__ = ()

    def may_open(self, i: int) -> bool:
        """Whether a time may open with a word that leans on the next."""
        if i + 1 >= self.limit:
            return False
        index, norm, after = self.index, self.n[i], self.n[i + 1]
        if index.goes_on[after] or (after in DATE_MARKS and self.goes_on(i + 1)):
            if norm in index.leaning or norm.isdecimal():
                return True
        seconds = index.seconds.get(norm)
        return seconds is not None and after in seconds

    def read(self, i: int) -> Found | None:
        """``range | time`` at an atom."""
        productions = self.index.productions[self.n[i]]
        if "day_month" in productions and self.goes_on(i + 1):
            ranged = self.days_of_month(i)
            if ranged is not None:
                return ranged
        found = self._first_of(productions, i)
        if found is None or not self.goes_on(found.end):
            return found
        return self.ranged(self.in_year(found))

    def in_year(self, found: Found) -> Found:
        """``time [of] choice year | choice year [in] time``: May last year, last year in May."""
        first = found.expression
        if isinstance(first, Chosen) and first.unit is _YEAR:
            k = self.joint("of", found.end)
            inner = self._part_of_year(self.joint("articles", k), in_year=k > found.end)
            if inner is not None and isinstance(inner.expression, _YEARLESS):
                return Found(found.start, inner.end, InYear(inner.expression, first))
        elif _lacks_year(first):
            year = self.chosen(self.joint("of", found.end), weekdays=False)
            of = year.expression if year is not None else None
            if year is None or not isinstance(of, Chosen) or not isinstance(first, _YEARLESS):
                return found
            if of.unit is _YEAR:
                return Found(found.start, year.end, InYear(first, of))
        return found

    def _part_of_year(self, i: int, *, in_year: bool) -> Found | None:
        inner = self.month(i) or self.season(i) or self.day_month(i)
        if inner is None or not _lacks_year(inner.expression):
            return None
        return inner if in_year or not inner.doubtful else None

    def time(self, i: int) -> Found | None:
        """Any time that is no range."""
        if not self.begin <= i < self.limit:
            return None
        return self._first_of(self.index.productions[self.n[i]], i)

    def _first_of(self, productions: tuple[str, ...], i: int) -> Found | None:
        for name in productions:
            found: Found | None = getattr(self, name)(i)
            if found is not None:
                return found
        return None

    def count(self, i: int) -> Found | None:
        """``number unit {and number unit} (ago | later | after date | ...)``."""
        if self.n[i].isdecimal():
            after = self.at(i + 1)
            if after not in self.lex.units and after not in self.lex.choices:
                return None
        steps = self._steps(i)
        if steps is None:
            return self._vague_count(i)
        j, found = steps
        return (
            self._counted_from_now(i, j, found)
            or self._counted_from_date(i, j, found)
            or self._counted_ahead(i, j, found)
        )

    def _steps(self, i: int) -> tuple[int, tuple[Step, ...]] | None:
        steps: list[Step] = []
        j = i
        while True:
            half = self.match(self.lex.half_counts, j)
            number = half if half is not None else self.number(j)
            if number is None:
                break
            unit = self.match(self.lex.units, number[0])
            if unit is None:
                k, choice = self.match(self.lex.choices, number[0]) or (0, None)
                unit = self.match(self.lex.units, k) if choice is not None and not steps else None
                if unit is None:
                    break
                # "the two coming months" is a run of them, and has no more steps.
                return None
            if unit[1] in (TimeUnit.CENTURY,) or number[1] > 999:
                break
            more = self.match(self.lex.half_more, unit[0])
            if more is not None and half is None:
                steps.append(Step(2 * number[1] + 1, unit[1], halves=True))
            else:
                steps.append(Step(number[1], unit[1], half is not None))
            j = more[0] if more is not None else unit[0]
            joined = self.at(j) in self.lex.words.joints.between_and or self.at(j) == ","
            j += joined and self._unit_after_number(j + 1)
        return (j, tuple(steps)) if steps else None

    def _unit_after_number(self, i: int) -> bool:
        number = self.number(i)
        return number is not None and self.match(self.lex.units, number[0]) is not None

    def _counted_from_now(self, i: int, j: int, steps: tuple[Step, ...]) -> Found | None:
        """``ago | later | earlier``, not in a comparison."""
        for name, sign in (("ago", -1), ("later", 1), ("sooner", -1)):
            end = self.adverb(name, j)
            if end is not None:
                return Found(i, end, Distance(steps, sign, anaphoric=name != "ago"))
        return None

    def _counted_from_date(self, i: int, j: int, steps: tuple[Step, ...]) -> Found | None:
        """``after | before | from date``: two days after Easter, three weeks from tomorrow."""
        k = j + (self.at(j) == ",")
        start = self.joint("starting", k)
        lasting = self.at(i - 1) in self.lex.words.joints.lasting or k > j
        for name, sign in (("after", 1), ("before", -1)):
            end = self.joint(name, k)
            if end > k and not (k > j and sign < 0):
                base = self._base(end)
                if base is not None and lasting and sign > 0 and len(steps) == 1:
                    return Found(i, base.end, DurationFrom(steps[0], base.expression))
                if base is not None and k == j:
                    return self._on_weekday(
                        Found(i, base.end, Distance(steps, sign, base.expression))
                    )
        if start > k and len(steps) == 1:
            base = self._base(start)
            if base is not None:
                return Found(i, base.end, DurationFrom(steps[0], base.expression))
        return None

    def _base(self, i: int) -> Found | None:
        j = self.joint("articles", i)
        if self.match(self.lex.joints["now"], j) is not None and not self.deictic(j):
            return Found(i, j + 1, Deictic(0))
        base = self.time(j)
        if base is None and self.year_number(j) is not None:
            base = Found(j, j + 1, Date(year=int(self.n[j])))
        if base is None or isinstance(base.expression, Vague) or base.doubtful:
            return None
        expression = base.expression
        if expression == Date(weekday=getattr(expression, "weekday", None)):
            # Three days from Tuesday: the coming one.
            expression = attrs.evolve(expression, choice=Choice.COMING)
        if isinstance(expression, Date) and expression.month is None and expression.year:
            expression = Fixed(calendar.day(calendar.year(expression.year).first))
        return Found(i, base.end, expression)

    def _on_weekday(self, found: Found) -> Found:
        on = self.joint("on", found.end)
        day = self.match(self.lex.weekdays, on) if on > found.end else None
        if day is None:
            return found
        return Found(found.start, day[0], FirstWeekdayFrom(day[1], found.expression), ahead=True)

    def _counted_ahead(self, i: int, j: int, steps: tuple[Step, ...]) -> Found | None:
        """``over | in | within number unit``: counted from now."""
        start = self.preceded("ahead", i)
        if start is not None:
            return self._on_weekday(Found(start, j, Distance(steps, 1)))
        start = self.preceded("within_limit", i)
        if start is not None and len(steps) == 1 and not steps[0].halves:
            run = Run(steps[0].unit, steps[0].count, from_today=True)
            return Found(start, j, run, ahead=True)
        start = self.preceded("ahead_if_future", i)
        if start is not None:
            found = self._on_weekday(Found(start, j, Distance(steps, 1), ahead=True))
            return attrs.evolve(found, ahead=True)
        return None

    def _vague_count(self, i: int) -> Found | None:
        """``a few days ago`` has no value; ``3 next weeks`` is a run."""
        vague = self.match(self.lex.vague_counts, i)
        if vague is not None:
            unit = self.match(self.lex.units, vague[0])
            if unit is None:
                return None
            for name in ("ago", "later", "sooner"):
                end = self.adverb(name, unit[0])
                if end is not None:
                    return Found(i, end, Vague())
            return None
        number = self.number(i)
        choice = self.match(self.lex.choices, number[0]) if number is not None else None
        if number is None or choice is None or choice[1] not in (*_BACK, *_AHEAD):
            return None
        unit = self.match(self.lex.units, choice[0])
        if unit is None or self.n[choice[0]] not in self.lex.plurals:
            return None
        return self._run(i, unit[0], choice[1], number[1], unit[1])

    def ranged(self, found: Found) -> Found:
        """``time (to | - | through) time | between time and time``, else the time alone."""
        if isinstance(found.expression, Vague) or found.ahead:
            return found
        j = self.joint("range_to", found.end)
        if j == found.end:
            j = self.joint("between_and", found.end)
            if j == found.end:
                return found
            if self.preceded("between", self.before_article(found.start)) is None:
                return found
        mark = not self.n[found.end][0].isalnum()
        second = self._range_end(j, found)
        if second is None or isinstance(second.expression, Vague) or second.ahead:
            return found
        if not self._pairs(found, second, mark):
            return found
        start = found.expression
        if isinstance(start, Date) and isinstance(second.expression, Date):
            start = _same_order(start, second.expression, self.n, found)
        doubtful = found.doubtful and second.doubtful and not mark
        if doubtful and isinstance(start, Date) and isinstance(second.expression, Date):
            doubtful = not _are_years(start, second.expression)
            if doubtful and start.year is not None and start.month is None:
                return found
        return Found(found.start, second.end, Range(start, second.expression), doubtful)

    def _range_end(self, j: int, found: Found) -> Found | None:
        k = self.joint("articles", j)
        if self.match(self.lex.joints["now"], k) is not None:
            return Found(j, k + 1, Deictic(0))
        first = found.expression
        short = None
        mark = not self.n[found.end][0].isalnum()
        if isinstance(first, Date) and first.day and first.month and not (mark and first.whole):
            day = self.day_number(k, words=not mark)
            if day is not None and not self.counted(day[0]) and day[0] <= self.limit:
                year = self.trailing_year(day[0])
                short = Found(j, year[0] if year else day[0], Date(day=day[1]))
                if year is not None:
                    short = attrs.evolve(short, expression=Date(year[1], first.month, day[1]))
        inner = self.part(k) or self.time(k) or self.part(j)
        if inner is None or (short is not None and inner.end <= short.end and inner.doubtful):
            return short
        return attrs.evolve(inner, start=j)

    def _pairs(self, first: Found, second: Found, mark: bool) -> bool:
        """Whether two times can bound a range; a dash joins only like and like."""
        a, b = first.expression, second.expression
        if not mark:
            return True
        if isinstance(a, Date) and isinstance(b, Date):
            if a.weekday and not a.day and not (b.weekday and not b.day):
                return False
            if a.whole and not a.month and b.whole and not b.month and a.year and b.year:
                return a.year < b.year
            return True
        return type(a) is type(b) or isinstance(b, Deictic)

    def days_of_month(self, i: int) -> Found | None:
        """``day (to | - | and) day [of] month [year]``: 3 to 5 May, 4-23 in next month."""
        first = self.day_number(i)
        if first is None:
            return None
        j = self.joint("range_to", first[0])
        if j == first[0]:
            together = self.joint("between_and", j)
            if together == j:
                return None
            between = self.preceded("between", self.before_article(i)) is not None
            second = self.day_number(self.joint("articles", together))
            if second is None or not (between or second[1] == first[1] + 1):
                return None
            j = together
        k = self.joint("articles", j)
        second = self.day_number(k)
        if second is None:
            return None
        date = self.day_month(k)
        if date is not None and isinstance(date.expression, Date):
            if first[1] < second[1] and self.n[i] != self.at(first[0]):
                return Found(i, date.end, Range(Date(day=first[1]), date.expression))
            return None
        month = self.chosen(self.joint("of", second[0]), weekdays=False)
        if month is None or not isinstance(month.expression, Chosen):
            return None
        if month.expression.unit is not TimeUnit.MONTH:
            return None
        return Found(i, month.end, DaysIn(first[1], second[1], month.expression))


def _lacks_year(expression: Expression) -> bool:
    if isinstance(expression, PartOf):
        return isinstance(expression.whole, Date | SeasonOf) and _lacks_year(expression.whole)
    if isinstance(expression, Date):
        return expression.month is not None and expression.year is None
    return isinstance(expression, SeasonOf | HolidayOf) and expression.year is None


def _are_years(start: Date, end: Date) -> bool:
    """Whether two plain years bound a period, and are not the ends of a range of numbers."""
    if start.year is None or end.year is None or start.month or end.month:
        return False
    return 1900 <= start.year < end.year <= 2060 and bool(start.year % 100 or end.year % 100)


def _same_order(start: Date, end: Date, norms: list[str], found: Found) -> Date:
    """5/12 before 5/19: where only one end shows the order of day and month, both have it."""
    if not (start.day and start.month and end.day and end.month) or start.day > 12:
        return start
    at = next((k for k in range(found.start, found.end) if norms[k].isdecimal()), found.start)
    first, mark = norms[at], norms[min(at + 1, found.end - 1)]
    if mark not in DATE_MARKS or not first.isdecimal() or end.day <= 12:
        return start
    if int(first) == start.day == end.month:
        return attrs.evolve(start, day=start.month, month=start.day)
    return start
