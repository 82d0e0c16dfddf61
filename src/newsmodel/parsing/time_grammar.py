"""The grammar of times: from atoms to expressions, by recursive descent.

In: the atoms of a sentence and the words of a language. Out: :class:`Found`, an expression with
where it starts and ends. One method per production; its docstring is the production, with an
example. Each looks at its first atom in one dictionary and gives up at once. Knows no words, no
publication date and no tense.
"""

from __future__ import annotations

import attrs
from attrs import frozen

from newsmodel.languages.phrases import Phrases, Value
from newsmodel.languages.times import Choice, Part, TimeLexicon, TimeUnit
from newsmodel.parsing import calendar
from newsmodel.parsing.time_atoms import Atoms
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
    Nth,
    NthWeekday,
    PartOf,
    QuarterOf,
    Range,
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

_BACK = (Choice.LAST, Choice.PAST, Choice.PREVIOUS)
_AHEAD = (Choice.NEXT, Choice.COMING, Choice.FOLLOWING)
_IN_TEXT = (Choice.THAT, Choice.PREVIOUS, Choice.FOLLOWING)
_DATE_MARKS = ("/", "-", ".")
#: The years of two digits below this are of this century.
PIVOT = 40


@frozen(slots=True)
class Found:
    """An expression from atom ``start`` up to, not including, ``end``.

    ``doubtful``: the words are also something else, and need a preposition or a range as evidence.
    ``ahead``: the number of units counts from now only where the clause is about the future.
    """

    start: int
    end: int
    expression: Expression
    doubtful: bool = False
    ahead: bool = False


class Grammar:
    """The productions, over the atoms of one sentence."""

    __slots__ = ("atoms", "day_first", "lex", "limit", "n", "opening")

    def __init__(self, atoms: Atoms, lexicon: TimeLexicon, day_first: bool) -> None:
        self.atoms, self.lex, self.day_first = atoms, lexicon, day_first
        self.n, self.limit = atoms.norms, len(atoms.norms)
        #: The first atom that is a word: a capital there says nothing.
        self.opening = next((i for i, n in enumerate(self.n) if n[0].isalnum()), 0)

    # Looking at atoms.

    def match(self, phrases: Phrases[Value], i: int) -> tuple[int, Value] | None:
        """The end and the value of the phrase that starts at ``i``."""
        if i >= self.limit or self.n[i] not in phrases.by_first:
            return None
        found = phrases.match(self.n, i, self.limit)
        return (i + found[0], found[1]) if found is not None else None

    def joint(self, name: str, i: int) -> int:
        """Where the small word of that kind at ``i`` ends; ``i`` where there is none."""
        found = self.match(self.lex.joints[name], i)
        return found[0] if found is not None else i

    def preceded(self, name: str, i: int) -> int | None:
        """Where the small word of that kind that ends before ``i`` starts."""
        phrases = self.lex.joints[name]
        for start in range(max(0, i - 4), i):
            if self.n[start] in phrases.by_first:
                found = phrases.match(self.n, start, i)
                if found is not None and start + found[0] == i:
                    return start
        return None

    def at(self, i: int) -> str:
        """The atom at ``i``, or nothing."""
        return self.n[i] if 0 <= i < self.limit else ""

    def closes(self, i: int) -> bool:
        """Whether what stands at ``i`` is no more of the same noun phrase: a mark, or the end."""
        return i >= self.limit or not self.n[i][0].isalnum()

    def capital(self, i: int) -> bool:
        """Whether a word has a capital that it need not have for its place."""
        return i != self.opening and self.atoms.words[i][:1].isupper()

    def counted(self, i: int) -> bool:
        """Whether a counted noun or a unit stands at ``i``: the number before it is a quantity."""
        norm = self.at(i)
        return norm in self.lex.counted or norm in self.lex.plurals

    # The start.

    def read(self, i: int) -> Found | None:
        """``range | time`` at an atom."""
        ranged = self.days_of_month(i)
        if ranged is not None:
            return ranged
        found = self.time(i)
        return self.ranged(self.in_year(found)) if found is not None else None

    def in_year(self, found: Found) -> Found:
        """``time [of] choice year | choice year [in] time``: May last year, last year in May."""
        first = found.expression
        k = self.joint("of", found.end)
        if _is_chosen(first, TimeUnit.YEAR) and isinstance(first, Chosen):
            inner = self._part_of_year(self.joint("articles", k), in_year=k > found.end)
            if inner is not None and isinstance(inner.expression, _YEARLESS):
                return Found(found.start, inner.end, InYear(inner.expression, first))
        elif _lacks_year(first):
            year = self.chosen(k, weekdays=False)
            of = year.expression if year is not None else None
            if year is None or not isinstance(of, Chosen) or not isinstance(first, _YEARLESS):
                return found
            if of.unit is TimeUnit.YEAR:
                return Found(found.start, year.end, InYear(first, of))
        return found

    def _part_of_year(self, i: int, *, in_year: bool) -> Found | None:
        inner = self.month(i) or self.season(i) or self.day_month(i)
        if inner is None or not _lacks_year(inner.expression):
            return None
        return inner if in_year or not inner.doubtful else None

    def time(self, i: int) -> Found | None:
        """Any time that is no range."""
        norm = self.at(i)
        if not norm:
            return None
        if norm[0].isdigit():
            return (
                self.numeric(i)
                or self.date(i)
                or self.nth(i)
                or self.count(i)
                or self.decade(i)
                or self.quarter(i)
                or self.year(i)
                or self.day_alone(i)
            )
        return (
            self.holiday(i)
            or self.deictic(i)
            or self.chosen(i)
            or self.part(i)
            or self.nth(i)
            or self.count(i)
            or self.weekday(i)
            or self.date(i)
            or self.quarter(i)
            or self.decade(i)
            or self.season(i)
            or self.unit(i)
            or self.worded_year(i)
        )

    # Numbers.

    def number(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits (at most three) or words."""
        norm = self.at(i)
        if norm.isdecimal():
            return (i + 1, int(norm)) if len(norm) <= 3 else None
        return self.match(self.lex.cardinals, i)

    def day_number(self, i: int, *, words: bool = True) -> tuple[int, int] | None:
        """``1 ... 31 | ordinal | number in words``: a day of the month."""
        norm = self.at(i)
        if norm.isdecimal():
            found: tuple[int, int] | None = (i + 1, int(norm)) if len(norm) <= 2 else None
        else:
            found = self.match(self.lex.ordinals, i)
            if found is None and words:
                found = self.match(self.lex.cardinals, i)
        return found if found is not None and 1 <= found[1] <= 31 else None

    def year_number(self, i: int) -> tuple[int, int] | None:
        """Four digits that can be a year, and count nothing."""
        norm = self.at(i)
        if len(norm) == 4 and norm.isdecimal() and 1000 <= int(norm) <= 2199:
            opens = i - 1 == self.opening and self.preceded("within", i) is not None
            if opens or not self.counted(i + 1):
                return i + 1, int(norm)
        return None

    def year_in_words(self, i: int) -> tuple[int, int] | None:
        """``head [and] number``: nineteen eighty-six, two thousand and fifteen."""
        norm = self.at(i)
        if len(norm) > 12:
            for head, base in self.lex.words.year_heads.items():
                rest = norm[len(head) :]
                if rest and norm.startswith(head) and rest in self.lex.words.cardinals:
                    return i + 1, base + self.lex.words.cardinals[rest]
        found = self.match(self.lex.year_heads, i)
        if found is None:
            return None
        j, base = found
        k = j + 1 if self.at(j) in self.lex.words.year_joiners else j
        low = None if self.at(k).isdecimal() else self.match(self.lex.cardinals, k)
        if low is not None and (low[1] >= 10 or base % 1000 == 0) and low[1] < 100:
            if base % 1000 == 0 and j == i + 1 and low[1] < 10 and k == j:
                return None
            return low[0], base + low[1]
        return (j, base) if base % 1000 == 0 and j > i + 1 else None

    def trailing_year(self, i: int) -> tuple[int, int] | None:
        """``[, | of | in | - | /] year`` after a day or a month; two digits only as of 87, '87."""
        for j in self._year_places(i):
            found = self.year_number(j) or (self.year_in_words(j) if j < self.limit else None)
            if found is None and self.at(j) in ("'", "’"):
                j += 1
                found = self._two_digits(j)
            elif found is None and j > i and self.at(j - 1) in self.lex.words.joints.of_date:
                found = self._two_digits(j)
            if found is not None:
                return found
        return None

    def _year_places(self, i: int) -> list[int]:
        places = [i]
        if self.at(i) == ",":
            places.append(i + 1)
        if self.at(i) in _DATE_MARKS and self.atoms.glued(i) and self.atoms.glued(i + 1):
            places.append(i + 1)
        after = self.joint("of", i)
        if after > i:
            places.append(after)
            found = self.match(self.lex.year_words, after)
            if found is not None:
                places.append(found[0])
        return places

    def _two_digits(self, i: int) -> tuple[int, int] | None:
        norm = self.at(i)
        if len(norm) == 2 and norm.isdecimal() and not self.counted(i + 1):
            return i + 1, _century(int(norm))
        return None

    # Dates.

    def date(self, i: int) -> Found | None:
        """``day [of] month [year] | month [the] day [year] | month [year] | year month [day]``."""
        return self.day_month(i) or self.year_month(i) or self.month(i)

    def month_name(self, i: int) -> tuple[int, int] | None:
        """A month, with the dot of its abbreviation."""
        found = self.match(self.lex.months, i)
        if found is None:
            return None
        j, month = found
        if self.n[i] in self.lex.abbreviations and self.at(j) == "." and self.atoms.glued(j):
            j += 1
        return j, month

    def day_month(self, i: int) -> Found | None:
        """``day [of | - | /] month [year]``: 5 May, the 22nd of July, 01-aug-2019."""
        found = self.day_number(i)
        if found is None or (i and self.at(i - 1) in self.lex.money):
            return None
        j, day = found
        plain = self.n[i].isdecimal() or self.n[i] in self.lex.cardinals.by_first
        if self.at(j) in _DATE_MARKS and self.atoms.glued(j) and self.atoms.glued(j + 1):
            j += 1
        elif self.at(j) in self.lex.words.joints.of_date:
            j, plain = j + 1, False
        at = j
        named = self.month_name(j)
        if named is None:
            return None
        j, month = named
        year = self.trailing_year(j)
        if plain and year is None and not self._is_month_surely(at, j):
            return None
        return self._dated(i, j, Date(month=month, day=day), year)

    def _is_month_surely(self, i: int, j: int) -> bool:
        """Whether a month after a plain number is one: 20 may have died is none."""
        if self.n[i] not in self.lex.doubtful or not self.lex.words.capitalised:
            return True
        return self.atoms.words[i][0].isupper() or self.closes(j)

    def _dated(
        self, i: int, j: int, date: Date, year: tuple[int, int] | None, doubtful: bool = False
    ) -> Found | None:
        if year is not None:
            j, date = year[0], attrs.evolve(date, year=year[1])
        if date.day is not None and date.month is not None and not _exists(date):
            return None
        return Found(i, j, date, doubtful and year is None)

    def month(self, i: int) -> Found | None:
        """``month [the | - | /] day [year] | month [year]``: May 5th, Oct/2, June of 1992."""
        named = self.month_name(i)
        if named is None or self._is_name(i, named[0]):
            return None
        j, month = named
        year = self.trailing_year(j)
        if year is not None:
            # September-2020-23.
            k = year[0]
            if self.at(k) == "-" and self.atoms.glued(k) and self.atoms.glued(k + 1):
                day = self.day_number(k + 1)
                if day is not None:
                    return Found(i, day[0], Date(year[1], month, day[1]))
            return Found(i, k, Date(year[1], month))
        with_day = self._day_after_month(i, j, month)
        if with_day is not None:
            return with_day
        norm = self.n[i]
        if norm in self.lex.abbreviations and norm not in self.lex.words.months:
            return Found(i, j, Date(month=month), doubtful=True)
        return Found(i, j, Date(month=month), self._is_doubtful(i))

    def _day_after_month(self, i: int, j: int, month: int) -> Found | None:
        k = j
        if self.at(k) in (*_DATE_MARKS, ",") and self.atoms.glued(k):
            if self.at(k) != "," and not self.atoms.glued(k + 1):
                return None
            k += 1
        k = self.joint("articles", k)
        day = self.day_number(k, words=k == j)
        if day is None or self.counted(day[0]) or self.match(self.lex.months, day[0]):
            return None
        if self.at(j) == "," and self.n[k] not in self.lex.ordinals.by_first:
            return None
        if not self.n[k].isdecimal() and self.n[k] in self.lex.cardinals.by_first and day[1] < 13:
            return None
        if self.at(day[0]) in ("%", ":") and self.atoms.glued(day[0]):
            return None
        return self._dated(i, day[0], Date(month=month, day=day[1]), self.trailing_year(day[0]))

    def _is_name(self, i: int, j: int) -> bool:
        """Whether a month's name is a person's: de heer Mei, April Jones."""
        if not self.lex.words.capitalised:
            return self.capital(i) and not self.at(j).isdecimal() and self.at(i - 1) != "."
        follows = self.atoms.words[j] if j < self.limit else ""
        return (
            j == i + 1
            and follows[:1].isupper()
            and follows[1:2].islower()
            and (self.preceded("within", i) is None or self.joint("between_and", i - 1) == i)
            and self.joint("articles", i - 1) != i
            and self.at(i - 1) not in self.lex.choices
            and self.at(i - 1) not in self.lex.parts
            and self.at(j) not in self.lex.starters
        )

    def _is_doubtful(self, i: int) -> bool:
        words = self.lex.words
        if words.capitalised and not self.atoms.words[i][0].isupper():
            return self.n[i] in self.lex.doubtful
        if self.n[i] in self.lex.doubtful:
            return words.capitalised or self.atoms.words[i][0].isupper()
        return False

    def is_lower_month(self, found: Found) -> bool:
        """Whether it is a month's name without its capital, which is more often a verb."""
        at = found.start
        return (
            self.lex.words.capitalised
            and found.end == at + 1
            and self.n[at] in self.lex.doubtful
            and self.n[at] in self.lex.months
            and self.atoms.words[at].islower()
        )

    def year_month(self, i: int) -> Found | None:
        """``year [- | /] month [day]``: 2017 april, 2019/aug/01."""
        year = self.year_number(i)
        if year is None:
            return None
        j = year[0]
        glued = self.at(j) in _DATE_MARKS and self.atoms.glued(j) and self.atoms.glued(j + 1)
        j += glued
        named = self.month_name(j)
        if named is None or (self.n[j] in self.lex.doubtful and not glued):
            return None
        j, month = named
        k = j + (self.at(j) in _DATE_MARKS and self.atoms.glued(j))
        day = self.day_number(k, words=False) if k > j or self.at(k).isdecimal() else None
        if day is not None and not self.counted(day[0]):
            return self._dated(i, day[0], Date(year[1], month, day[1]), None)
        if day is None and self.at(j).isdecimal() and not glued:
            return None
        return Found(i, j, Date(year[1], month))

    def numeric(self, i: int) -> Found | None:
        """``y-m-d | d/m/y | d/m | y-m | yyyymmdd``."""
        n, first = self.n, self.n[i]
        if not first.isdecimal():
            return self._decimal(i)
        if len(first) == 8:
            return self._compact(i)
        if i + 2 < self.limit and n[i + 1] in _DATE_MARKS and n[i + 2].isdecimal():
            if not (self.atoms.glued(i + 1) and self.atoms.glued(i + 2)):
                return None
            if self.at(i + 3) == n[i + 1] and self.atoms.glued(i + 3) and self.atoms.glued(i + 4):
                three = self._three(i, first, n[i + 2], self.at(i + 4))
                if three is not None:
                    return three
            return self._two(i, first, n[i + 1], n[i + 2])
        if len(first) == 4 and all(len(self.at(k)) == 2 for k in (i + 1, i + 2)):
            return self._three(i, first, n[i + 1], n[i + 2], spaced=True)
        return None

    def _compact(self, i: int) -> Found | None:
        norm = self.n[i]
        date = Date(int(norm[:4]), int(norm[4:6]), int(norm[6:]))
        good = 1900 <= int(norm[:4]) <= 2099 and _exists(date) and not self.counted(i + 1)
        return Found(i, i + 1, date) if good else None

    def _three(self, i: int, a: str, b: str, c: str, spaced: bool = False) -> Found | None:
        end = i + 3 if spaced else i + 5
        if not (a.isdecimal() and b.isdecimal() and c.isdecimal()):
            return None
        if len(a) == 4:
            date = Date(int(a), int(b), int(c))
        elif len(c) in (2, 4) and len(a) <= 2 and len(b) <= 2:
            year = int(c) if len(c) == 4 else _century(int(c))
            day, month = self._in_order(int(a), int(b))
            date = Date(year, month, day)
        else:
            return None
        return Found(i, end, date) if _exists(date) else None

    def _in_order(self, a: int, b: int) -> tuple[int, int]:
        """Day and month: the usual order, unless one of them can be no month."""
        if a > 12 or (self.day_first and b <= 12):
            return a, b
        return b, a

    def _two(self, i: int, a: str, mark: str, b: str) -> Found | None:
        words = self.lex.words
        if f"{a}{mark}{b}" in words.not_dates or self.counted(i + 3):
            return None
        if self.at(i + 3) in ("/", "-") and self.atoms.glued(i + 3) and mark == ".":
            return None
        if len(a) == 4 and mark != "." and 1900 <= int(a) <= 2099 and 1 <= int(b) <= 12:
            return Found(i, i + 3, Date(int(a), int(b)), doubtful=len(b) == 1 and mark == "/")
        if len(b) == 4 and mark == "/" and 1 <= int(a) <= 12 and 1900 <= int(b) <= 2099:
            return Found(i, i + 3, Date(int(b), int(a)))
        if len(a) > 2 or len(b) > 2:
            return None
        day, month = self._in_order(int(a), int(b))
        date = Date(month=month, day=day)
        if not _exists(date):
            return None
        padded = mark == "/" and (len(a) == len(b) == 2 or day > 12)
        year = self._numeric_year(i + 3)
        return self._dated(i, i + 3, date, year, doubtful=not padded)

    def _numeric_year(self, i: int) -> tuple[int, int] | None:
        return self.year_number(i + 1) if self.at(i) == "," else None

    def _decimal(self, i: int) -> Found | None:
        """``7.6`` after a weekday: seen as doubtful, which the weekday settles."""
        a, dot, b = self.n[i].partition(".")
        if not dot or not a.isdecimal() or not b.isdecimal() or len(a) > 2 or len(b) > 2:
            return None
        day, month = self._in_order(int(a), int(b))
        date = Date(month=month, day=day)
        after_day = self.match(self.lex.weekdays, i - 1) if i else None
        return Found(i, i + 1, date) if _exists(date) and after_day is not None else None

    # Weekdays.

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
        if short and self.at(j) == "." and self.atoms.glued(j):
            j += 1
        part = self.match(self.lex.day_parts, j)
        j = part[0] if part is not None else j
        dated = self._date_of_weekday(i, j, weekday, choice)
        if dated is not None or short:
            return dated
        k = self.joint("of", j)
        week = self.chosen(k, weekdays=False)
        if week is not None and _is_chosen(week.expression, TimeUnit.WEEK):
            return Found(i, week.end, WeekdayIn(weekday, week.expression))
        return Found(i, j, Date(weekday=weekday, choice=choice))

    def _is_no_day(self, i: int, j: int) -> bool:
        words = self.lex.words
        if words.capitalised and not self.atoms.words[i][0].isupper() and self.n[i].isalpha():
            return False
        if not words.capitalised and self.capital(i) and self.capital(j if j < self.limit else 0):
            return True
        return (
            self.at(i - 1) in words.not_weekday_after and self.atoms.words[i - 1][0].isupper()
        ) or self.at(j) in words.not_weekday_before

    def _date_of_weekday(self, i: int, j: int, weekday: int, choice: Choice | None) -> Found | None:
        k = j
        if self.at(k) in (",", "("):
            k += 1
        k = self.joint("articles", k)
        date = self.numeric(k) if self.at(k)[:1].isdigit() else None
        date = date or self.day_month(k) or self.month(k)
        if date is not None and isinstance(date.expression, Date) and date.expression.day:
            end = date.end + (self.at(date.end) == ")" and self.at(j) == "(")
            return Found(i, end, attrs.evolve(date.expression, weekday=weekday, choice=choice))
        if self.at(j) in (",", "("):
            return None
        day = self.day_number(k, words=False)
        if day is None or self.counted(day[0]) or self.at(day[0]) in ("%", ":", "/", "-"):
            return None
        if self.n[k].isdecimal() and not (self.closes(day[0]) or self.at(day[0]) == ""):
            return None
        return Found(i, day[0], Date(day=day[1], weekday=weekday, choice=choice))

    # Periods by choice.

    def chosen(self, i: int, weekdays: bool = True) -> Found | None:
        """``choice [number] (unit | weekday | month | season | holiday | date)``."""
        found = self.match(self.lex.choices, i)
        if found is None:
            return None
        j, choice = found
        by_unit = self._chosen_unit(i, j, choice)
        if by_unit is not None or not weekdays or choice in _IN_TEXT[:2]:
            return by_unit
        nth = self.nth(i) if choice is Choice.LAST else None
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
            return Found(i, end, Vague()) if choice not in _IN_TEXT[:1] else None
        if choice is Choice.LAST and unit not in (TimeUnit.YEAR, TimeUnit.CENTURY):
            within = self._of_whole(end)
            if within is not None:
                count = number[1] if number is not None else 1
                return Found(i, within.end, Nth(-1, unit, within.expression, count))
        if number is not None and (number[1] > 1 or choice not in (Choice.THIS, Choice.THAT)):
            return self._run(i, end, choice, number[1], unit)
        if number is not None:
            return None
        article = self.joint("articles", i - 1) == i or self.joint("articles", i) > i
        if article and self.at(j - 1) in self.lex.words.runs and unit is not TimeUnit.WEEKEND:
            return self._run(i, end, Choice.PAST, 1, unit)
        return self._one_unit(i, end, choice, unit)

    def _run(self, i: int, end: int, choice: Choice, count: int, unit: TimeUnit) -> Found | None:
        if choice in (Choice.THIS, Choice.THAT):
            return None
        within = self.preceded("within_limit", i) or self.preceded("within_limit", i - 1)
        sign = -1 if choice in _BACK else 1
        from_today = within is not None and sign == 1
        return Found(i, end, Run(unit, sign * count, from_today))

    def _one_unit(self, i: int, end: int, choice: Choice, unit: TimeUnit) -> Found | None:
        if unit is TimeUnit.YEAR:
            year = self.year_number(end)
            if year is not None:
                return Found(i, year[0], Date(year=year[1]))
        if unit in (TimeUnit.DAY, TimeUnit.WORKDAY):
            if choice in (Choice.LAST, Choice.PAST, Choice.THIS):
                return None
            choice = Choice.FOLLOWING if choice in _AHEAD else choice
        expression: Expression = Chosen(unit, choice)
        if unit in (TimeUnit.WEEK, TimeUnit.WORKWEEK):
            k = self.joint("on", end + (self.at(end) == "-"))
            day = self.match(self.lex.weekdays, k)
            if day is not None:
                part = self.match(self.lex.day_parts, day[0])
                return Found(
                    i, part[0] if part is not None else day[0], WeekdayIn(day[1], expression)
                )
        until = self.joint("to_date", end)
        if until > end and choice is Choice.THIS:
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
            year = self.year_number(unit[0]) if unit[1] is TimeUnit.YEAR else None
            if year is not None:
                return Found(i, year[0], Date(year=year[1]))
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

    # Parts of periods.

    def part(self, i: int) -> Found | None:
        """``part [of] [the] period``: early May, the end of 2019, earlier this week."""
        found = self.match(self.lex.parts, i)
        if found is None:
            return None
        j, part = found
        if self.at(j) == "-":
            j += 1
        if part in (Part.EARLIER, Part.LATER):
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
        if isinstance(whole.expression, Chosen) and whole.expression.unit is TimeUnit.DAY:
            return None
        if isinstance(whole.expression, Vague | Deictic):
            return None
        return Found(i, whole.end, PartOf(part, whole.expression))

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
            if last is not None and last[1] is Choice.LAST:
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
                return Found(i, unit[0], QuarterOf(which), doubtful=True)
            return None
        if isinstance(within.expression, Vague):
            return None
        return Found(i, within.end, Nth(which, unit[1], within.expression, count))

    def _year_right_after(self, i: int) -> Found | None:
        year = self.year_number(i)
        return Found(i, year[0], Date(year=year[1])) if year is not None else None

    def _nth_weekday(self, i: int, j: int, which: int) -> Found | None:
        day = self.match(self.lex.weekdays, j)
        within = self._of_whole(day[0]) if day is not None else None
        if day is None or within is None or not -1 <= which <= 5:
            return None
        return Found(i, within.end, NthWeekday(which, day[1], within.expression))

    # Counts of units.

    def count(self, i: int) -> Found | None:
        """``number unit {and number unit} (ago | later | after date | ...)``."""
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

    def adverb(self, name: str, i: int) -> int | None:
        """Where ago, later or earlier ends; not in a comparison, and some only before a mark."""
        end = self.joint(name, i)
        if end > i:
            return end if self.joint("than", end) == end else None
        end = self.joint(f"{name}_at_end", i)
        return end if end > i and self.closes(end) else None

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

    # All else.

    def deictic(self, i: int) -> Found | None:
        """``yesterday | today ... [part of day]``, not where the word is something else."""
        found = self.match(self.lex.days, i)
        if found is None:
            return None
        j, offset = found
        if offset > 10:
            return None
        blocked = self.lex.words.doubtful_days.get(self.n[i], ()) if j == i + 1 else ()
        if self.at(i - 1) in blocked:
            return None
        capitals = i > 0 and self.capital(i) and self.capital(i - 1) and self.at(i - 1).isalpha()
        if capitals and j == i + 1:
            return None
        part = self.match(self.lex.day_parts, j)
        return Found(i, part[0] if part is not None else j, Deictic(offset))

    def holiday(self, i: int) -> Found | None:
        """``holiday [weekend] [year] [weekend] | holiday of period``."""
        found = self.match(self.lex.holidays, i)
        if found is None:
            return None
        j, holiday = found
        weekend = self._weekend_word(j)
        j = weekend or j
        year = self.trailing_year(j) if holiday.year is None else None
        j = year[0] if year is not None else j
        late = self._weekend_word(j)
        j = late or j
        expression = HolidayOf(
            holiday,
            year[1] if year is not None else None,
            weekend=weekend is not None or late is not None,
        )
        return Found(i, j, expression)

    def _weekend_word(self, i: int) -> int | None:
        unit = self.match(self.lex.units, i)
        return unit[0] if unit is not None and unit[1] is TimeUnit.WEEKEND else None

    def quarter(self, i: int) -> Found | None:
        """``Q1 [- | of] year | year [-] Q1``, and halves likewise."""
        year = self.year_number(i)
        j = i
        if year is not None:
            j = year[0]
            j += self.at(j) == "-" and self.atoms.glued(j)
        found, halves = self.match(self.lex.quarters, j), False
        if found is None:
            found, halves = self.match(self.lex.halves, j), True
            if found is None:
                return None
        end, number = found
        if year is None:
            k = end + (self.at(end) == "-" and self.atoms.glued(end))
            year = self.year_number(k) or self.year_number(self.joint("of", k))
            if year is not None:
                end = year[0]
            elif halves:
                return None
        return Found(i, end, QuarterOf(number, halves, year[1] if year is not None else None))

    def decade(self, i: int) -> Found | None:
        """``1990s | '90s | nineties | jaren ['] 90 | jaren negentig``."""
        words = self.lex.words
        lead = self.match(self.lex.decade_words, i)
        j = lead[0] if lead is not None else i
        quoted = self.at(j) in ("'", "’", "‘")
        j += quoted and lead is not None
        norm = self.at(j)
        suffix = next((s for s in words.decade_suffixes if norm.endswith(s)), "")
        digits = norm.removesuffix(suffix) if suffix or lead is not None else ""
        if digits.isdecimal() and len(digits) in (2, 4) and digits[-1] == "0" and digits[0] > "0":
            if len(digits) == 4:
                return Found(i, j + 1, Fixed(calendar.years(int(digits), 10)))
            apostrophe = lead is not None or self.at(i - 1) in ("'", "’", "‘")
            if apostrophe or self.joint("articles", i - 1) == i:
                return Found(i, j + 1, Fixed(calendar.years(1900 + int(digits), 10)))
            return None
        head = self.match(self.lex.year_heads, j)
        if head is not None and head[1] % 1000:
            named = self.match(self.lex.decades, head[0])
            if named is not None and words.decades_alone:
                return Found(i, named[0], Fixed(calendar.years(head[1] + named[1], 10)))
        named = self.match(self.lex.decades, j)
        if named is None or not (words.decades_alone or lead is not None):
            return None
        return Found(i, named[0], Fixed(calendar.years(1900 + named[1], 10)), lead is None)

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
        if year_of is not None and _is_chosen(year_of.expression, TimeUnit.YEAR):
            return Found(i, j, SeasonOf(code))
        if k > j and self.n[i] in self.lex.doubtful:
            return None
        return Found(i, j, SeasonOf(code), doubtful=True)

    def unit(self, i: int) -> Found | None:
        """``week number [of year] | week (of | starting) date | weekend | year to date``."""
        found = self.match(self.lex.units, i)
        if found is None or self.n[i] in self.lex.plurals:
            return None
        j, unit = found
        beside = self._beside(i, j, unit)
        if beside is not None:
            return beside
        if unit is TimeUnit.YEAR:
            until = self.joint("to_date", j)
            if until > j:
                return Found(i, until, ToDate(Chosen(unit, Choice.THIS)))
            return None
        if unit not in (TimeUnit.WEEK, TimeUnit.WEEKEND):
            return None
        norm = self.at(j)
        if unit is TimeUnit.WEEK and norm.isdecimal() and 1 <= int(norm) <= 53:
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
        if unit is TimeUnit.WEEKEND and self.at(i - 1) not in self.lex.words.recurring:
            return Found(i, j, SomeWeekend())
        return None

    def _beside(self, i: int, j: int, unit: TimeUnit) -> Found | None:
        """``the unit (after | before)``: the day before, seen from the last time in the text."""
        if self.joint("articles", i - 1) != i:
            return None
        for name, sign in (("later", 1), ("sooner", -1)):
            end = self.adverb(name, j)
            if end is not None and unit is TimeUnit.DAY:
                return Found(i, end, Distance((Step(1, unit),), sign, anaphoric=True))
            if end is not None:
                choice = Choice.FOLLOWING if sign > 0 else Choice.PREVIOUS
                return Found(i, end, Chosen(unit, choice))
        return None

    def day_alone(self, i: int) -> Found | None:
        """``on the ordinal`` in digits, before a mark: on the 4th."""
        before = i - 1
        found = self.match(self.lex.ordinals, i)
        if found is None or self.joint("articles", before) != i or not self.closes(found[0]):
            return None
        if self.preceded("on", before) is None or not 1 <= found[1] <= 31:
            return None
        return Found(i, found[0], Date(day=found[1]))

    def worded_year(self, i: int) -> Found | None:
        """``year-word year | a year in words``: the year 2008, nineteen eighty-six."""
        lead = self.match(self.lex.year_words, i)
        if lead is not None:
            year = self.year_number(lead[0])
            if year is not None:
                return Found(i, year[0], Date(year=year[1]))
        worded = self.year_in_words(i)
        if worded is None or self.counted(worded[0]):
            return None
        return Found(i, worded[0], Date(year=worded[1]), doubtful=True)

    def year(self, i: int) -> Found | None:
        """Four digits; doubtful, for they may be any number."""
        year = self.year_number(i)
        if year is None or year[1] < 1500 or self.at(i + 1) in ("%", "€"):
            return None
        if self.at(i - 1) in self.lex.words.number_heads:
            return None
        return Found(i, year[0], Date(year=year[1]), doubtful=True)

    # Ranges.

    def ranged(self, found: Found) -> Found:
        """``time (to | - | through) time | between time and time``, else the time alone."""
        if isinstance(found.expression, Vague) or found.ahead:
            return found
        j = self.joint("range_to", found.end)
        if j == found.end:
            between = self.preceded("between", self._before_article(found.start))
            j = self.joint("between_and", found.end) if between is not None else j
        if j == found.end:
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

    def _before_article(self, i: int) -> int:
        return i - 1 if i and self.joint("articles", i - 1) == i else i

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
            between = self.preceded("between", self._before_article(i)) is not None
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


#: What a relative year can be the year of.
_YEARLESS = (Date, SeasonOf, HolidayOf, PartOf)


def _lacks_year(expression: Expression) -> bool:
    if isinstance(expression, PartOf):
        return isinstance(expression.whole, Date | SeasonOf) and _lacks_year(expression.whole)
    if isinstance(expression, Date):
        return expression.month is not None and expression.year is None
    return isinstance(expression, SeasonOf | HolidayOf) and expression.year is None


def _is_chosen(expression: Expression, unit: TimeUnit) -> bool:
    return isinstance(expression, Chosen) and expression.unit is unit


def _are_years(start: Date, end: Date) -> bool:
    """Whether two plain years bound a period, and are not the ends of a range of numbers."""
    if start.year is None or end.year is None or start.month or end.month:
        return False
    return 1900 <= start.year < end.year <= 2060 and bool(start.year % 100 or end.year % 100)


def _century(digits: int) -> int:
    return 2000 + digits if digits < PIVOT else 1900 + digits


def _exists(date: Date) -> bool:
    if date.month is None or date.day is None or not 1 <= date.month <= 12:
        return False
    longest = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}.get(date.month, 31)
    if date.year is not None and not 1 <= date.year <= 9999:
        return False
    if date.year is not None and date.month == 2:
        longest = calendar.month(date.year, 2).last.day
    return 1 <= date.day <= longest


def _same_order(start: Date, end: Date, norms: list[str], found: Found) -> Date:
    """5/12 before 5/19: where only one end shows the order of day and month, both have it."""
    if not (start.day and start.month and end.day and end.month) or start.day > 12:
        return start
    at = next((k for k in range(found.start, found.end) if norms[k].isdecimal()), found.start)
    first, mark = norms[at], norms[min(at + 1, found.end - 1)]
    if mark not in _DATE_MARKS or not first.isdecimal() or end.day <= 12:
        return start
    if int(first) == start.day == end.month:
        return attrs.evolve(start, day=start.month, month=start.day)
    return start
