"""The productions for dates and for what has a name: days, months, years, holidays, decades.

In and out as in :mod:`newsmodel.parsing.time_reader`. The docstring of a method is its production,
with an example.
"""

from __future__ import annotations

from newsmodel.languages.times import TimeUnit
from newsmodel.parsing import calendar
from newsmodel.parsing.time_expressions import (
    Date,
    Deictic,
    Fixed,
    HolidayOf,
    QuarterOf,
)
from newsmodel.parsing.time_reader import DATE_MARKS, Found, Reader, whole_year


class Dates(Reader):
    """Dates in digits and words, and named days."""

    __slots__ = ()

    def date(self, i: int) -> Found | None:
        """``day [of] month [year] | month [the] day [year] | month [year] | year month [day]``."""
        return self.day_month(i) or self.year_month(i) or self.month(i)

    def month_name(self, i: int) -> tuple[int, int] | None:
        """A month, with the dot of its abbreviation."""
        found = self.match(self.lex.months, i)
        if found is None:
            return None
        j, month = found
        if self.n[i] in self.lex.abbreviations and self.at(j) == "." and self.glued(j):
            j += 1
        return j, month

    def day_month(self, i: int) -> Found | None:
        """``day [of | - | /] month [year]``: 5 May, the 22nd of July, 01-aug-2019."""
        found = self.day_number(i)
        if found is None or self.at(i - 1) in self.lex.money:
            return None
        j, day = found
        plain = self.n[i].isdecimal() or self.n[i] in self.lex.cardinals.by_first
        if self.at(j) in DATE_MARKS and self.glued(j) and self.glued(j + 1):
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
        return self._dated(i, j, Date(None, month, day), year)

    def _is_month_surely(self, i: int, j: int) -> bool:
        """Whether a month after a plain number is one: 20 may have died is none."""
        if self.n[i] not in self.lex.doubtful or not self.lex.words.capitalised:
            return True
        return self.atoms.words[i][0].isupper() or self.closes(j)

    def _dated(
        self, i: int, j: int, date: Date, year: tuple[int, int] | None, doubtful: bool = False
    ) -> Found | None:
        if year is not None:
            j, date = year[0], Date(year[1], date.month, date.day)
        if date.day is not None and date.month is not None and not _exists(date):
            return None
        return Found(i, j, date, doubtful and year is None)

    def month(self, i: int) -> Found | None:
        """``month [the | - | /] day [year] | month [year]``: May 5th, Oct/2, June of 1992."""
        named = self.month_name(i)
        if named is None or self._is_name(i, named[0]):
            return None
        j, month = named
        more = self.goes_on(j)
        year = self.trailing_year(j) if more else None
        if year is not None:
            # September-2020-23.
            k = year[0]
            if self.at(k) == "-" and self.glued(k) and self.glued(k + 1):
                day = self.day_number(k + 1)
                if day is not None:
                    return Found(i, day[0], Date(year[1], month, day[1]))
            return Found(i, k, Date(year[1], month))
        with_day = self._day_after_month(i, j, month) if more else None
        if with_day is not None:
            return with_day
        norm = self.n[i]
        if norm in self.lex.abbreviations and norm not in self.lex.words.months:
            return Found(i, j, Date(None, month), True)
        return Found(i, j, Date(None, month), self._is_doubtful(i))

    def _day_after_month(self, i: int, j: int, month: int) -> Found | None:
        k = j
        if (self.at(k) in DATE_MARKS or self.at(k) == ",") and self.glued(k):
            if self.at(k) != "," and not self.glued(k + 1):
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
        if self.at(day[0]) in ("%", ":") and self.glued(day[0]):
            return None
        year = self.trailing_year(day[0])
        counts = k > j and self.n[k].isalpha() and year is None and not self.closes(day[0])
        if counts and self.joint("range_to", day[0]) == day[0]:
            return None  # "in March a second frigate", but "from April the ninth till …"
        return self._dated(i, day[0], Date(None, month, day[1]), year)

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
            and not self.after_article(i)
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
        glued = self.at(j) in DATE_MARKS and self.glued(j) and self.glued(j + 1)
        j += glued
        named = self.month_name(j)
        if named is None or (self.n[j] in self.lex.doubtful and not glued):
            return None
        j, month = named
        k = j + (self.at(j) in DATE_MARKS and self.glued(j))
        day = self.day_number(k, words=False) if k > j or self.at(k).isdecimal() else None
        if day is not None and not self.counted(day[0]):
            return self._dated(i, day[0], Date(year[1], month, day[1]), None)
        if day is None and self.at(j).isdecimal() and not glued:
            return None
        return Found(i, j, Date(year[1], month))

    def day_alone(self, i: int) -> Found | None:
        """``on the ordinal`` in digits, before a mark: on the 4th."""
        before = i - 1
        found = self.match(self.lex.ordinals, i)
        if found is None or self.joint("articles", before) != i or not self.closes(found[0]):
            return None
        if self.preceded("on", before) is None or not 1 <= found[1] <= 31:
            return None
        return Found(i, found[0], Date(None, None, found[1]))

    def numeric(self, i: int) -> Found | None:
        """``y-m-d | d/m/y | d/m | y-m | yyyymmdd``."""
        n, first = self.n, self.n[i]
        if not first.isdecimal():
            return self._decimal(i)
        if len(first) == 8:
            return self._compact(i)
        if i + 2 < self.limit and n[i + 1] in DATE_MARKS and n[i + 2].isdecimal():
            if not (self.glued(i + 1) and self.glued(i + 2)):
                return None
            if self.at(i + 3) == n[i + 1] and self.glued(i + 3) and self.glued(i + 4):
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
            year = int(c) if len(c) == 4 else whole_year(int(c))
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
        if self.at(i + 3) in ("/", "-") and self.glued(i + 3) and mark == ".":
            return None
        if len(a) == 4 and mark != "." and 1900 <= int(a) <= 2099 and 1 <= int(b) <= 12:
            return Found(i, i + 3, Date(int(a), int(b)), doubtful=len(b) == 1 and mark == "/")
        if len(b) == 4 and mark == "/" and 1 <= int(a) <= 12 and 1900 <= int(b) <= 2099:
            return Found(i, i + 3, Date(int(b), int(a)))
        if len(a) > 2 or len(b) > 2:
            return None
        day, month = self._in_order(int(a), int(b))
        date = Date(None, month, day)
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
        date = Date(None, month, day)
        after_day = self.match(self.lex.weekdays, i - 1) if i > self.begin else None
        return Found(i, i + 1, date) if _exists(date) and after_day is not None else None

    def year(self, i: int) -> Found | None:
        """Four digits; doubtful, for they may be any number."""
        year = self.year_number(i)
        if year is None or year[1] < 1500 or self.at(i + 1) in ("%", "€"):
            return None
        if self.at(i - 1) in self.lex.words.number_heads:
            return None
        return Found(i, year[0], Date(year[1]), True)

    def worded_year(self, i: int) -> Found | None:
        """``year-word year | a year in words``: the year 2008, nineteen eighty-six."""
        lead = self.match(self.lex.year_words, i)
        if lead is not None:
            year = self.year_number(lead[0])
            if year is not None:
                return Found(i, year[0], Date(year[1]))
        worded = self.year_in_words(i)
        if worded is None or self.counted(worded[0]):
            return None
        return Found(i, worded[0], Date(worded[1]), True)

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
        capitals = self.at(i - 1).isalpha() and self.capital(i) and self.capital(i - 1)
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
            j += self.at(j) == "-" and self.glued(j)
        found, halves = self.match(self.lex.quarters, j), False
        if found is None:
            found, halves = self.match(self.lex.halves, j), True
            if found is None:
                return None
        end, number = found
        if year is None:
            k = end + (self.at(end) == "-" and self.glued(end))
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
            if apostrophe or self.after_article(i):
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


def _exists(date: Date) -> bool:
    if date.month is None or date.day is None or not 1 <= date.month <= 12:
        return False
    if date.year is not None and not 1 <= date.year <= 9999:
        return False
    # Without a year, any February may have 29 days.
    return 1 <= date.day <= calendar.month_length(date.year or 2000, date.month)
