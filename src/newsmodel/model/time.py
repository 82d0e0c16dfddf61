"""When: dates and periods as precise as the text is, as EDTF values.

In: a string, a `date` or a `datetime`. Out: `EDTF`, `TimeReference`. May not know the words by
which a language gives times, nor when an article was published.

The grammar is that of the Extended Date/Time Format Specification of the Library of Congress
(4 February 2019; also ISO 8601-2:2019):

    level 0   2022  2022-12  2022-12-19  2022-12-19T14:05:00  ...Z  ...+01:00  2021/2022-03
    level 1   Y170000002  -0431  2022-21 (seasons 21-24)  2022~ 2022? 2022%
              201X 20XX 2022-XX 2022-12-XX 2022-XX-XX  2022/..  ../2022  2022/  /2022
    level 2   sub-year groupings 25-41 (2023-33, the first quarter), also as the ends of an
              interval, as may be dates with unspecified digits (2022-12-XX/..)

The rest of level 2 (sets, exponents, significant digits, qualified parts) is refused. So is an
interval whose end lies before its start, or that is open or unknown on both sides.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from attrs import frozen

from newsmodel.errors import ModelError
from newsmodel.model.checks import Checks, Instance, check_fields, wrong_type
from newsmodel.model.excerpt import Excerpt

__all__ = ["EDTF", "Precision", "TimeReference"]


class Precision(StrEnum):
    """How precise an EDTF value is."""

    SECOND = "second"
    DAY = "day"
    MONTH = "month"
    """A month, or a day in it that is not given (2022-12-XX)."""
    SEASON = "season"
    """A season, quarter, third or half of a year."""
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


# Year, month, day. Not a `date`: years may be below 1 or above 9999.
_Day = tuple[int, int, int]


class _Span(NamedTuple):
    """The first and last day of a value; None where open or unknown."""

    first: _Day | None
    last: _Day | None
    precision: Precision


# First month and number of months of the sub-year groupings. Seasons 21-24 are read as those of
# the northern hemisphere, in the meteorologist's whole months; a winter runs on into the next
# year. 25-28 are the same said expressly, 29-32 their southern counterparts, 33-36 quarters,
# 37-39 thirds ("quadrimesters"), 40 and 41 halves.
_SEASONS = (3, 6, 9, 12)
_SOUTHERN = (9, 12, 3, 6)
_GROUPINGS: dict[int, tuple[int, int]] = {
    **{21 + i: (month, 3) for i, month in enumerate(_SEASONS)},
    **{25 + i: (month, 3) for i, month in enumerate(_SEASONS)},
    **{29 + i: (month, 3) for i, month in enumerate(_SOUTHERN)},
    **{33 + i: (1 + 3 * i, 3) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4) for i in range(3)},
    **{40 + i: (1 + 6 * i, 6) for i in range(2)},
}

_LONG_YEAR = re.compile(r"Y(-?[1-9][0-9]{4,17})")
_GROUPING = re.compile(r"(-?[0-9]{4})-([234][0-9])")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
    r"(?:Z|[+-](?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?))?"
)
_DATE = re.compile(
    r"(?P<year>-?[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[?~%]?"
)


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if isleap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _year(text: str) -> int | None:
    """A year of four digits, perhaps negative; there is a year 0000 and no year -0000."""
    return None if text == "-0000" else int(text)


def _read_long_year(text: str) -> _Span | None:
    """``"Y" [-] digits``: a year of more than four digits."""
    if match := _LONG_YEAR.fullmatch(text):
        year = int(match[1])
        return _Span((year, 1, 1), (year, 12, 31), Precision.YEAR)
    return None


def _read_grouping(text: str) -> _Span | None:
    """``year "-" (21 ... 41)``: a season or another grouping of months."""
    match = _GROUPING.fullmatch(text)
    if match is None or (year := _year(match[1])) is None or int(match[2]) not in _GROUPINGS:
        return None
    first, length = _GROUPINGS[int(match[2])]
    later, last = divmod(first + length - 2, 12)
    return _Span(
        (year, first, 1),
        (year + later, last + 1, _days_in(year + later, last + 1)),
        Precision.SEASON,
    )


def _read_time(text: str) -> _Span | None:
    """``date "T" time [shift]``: the day is the one written, whatever the shift from UTC."""
    if (match := _TIME.fullmatch(text)) and (span := _read_date(match[1])):
        return _Span(span.first, span.last, Precision.SECOND)
    return None


def _read_date(text: str) -> _Span | None:
    """``year ["-" month ["-" day]] ["?" | "~" | "%"]``, digits from the right may be X."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    digits, month_text, day_text = match["year"], match["month"], match["day"]
    if "X" in digits:
        if month_text is not None:
            return None
        decade = digits.count("X") == 1
        return _Span(
            (int(digits.replace("X", "0")), 1, 1),
            (int(digits.replace("X", "9")), 12, 31),
            Precision.DECADE if decade else Precision.CENTURY,
        )
    year = _year(digits)
    if year is None:
        return None
    if month_text is None or month_text == "XX":
        if day_text not in (None, "XX"):
            return None
        return _Span((year, 1, 1), (year, 12, 31), Precision.YEAR)
    month = int(month_text)
    if not 1 <= month <= 12:
        return None
    if day_text is None or day_text == "XX":
        return _Span((year, month, 1), (year, month, _days_in(year, month)), Precision.MONTH)
    day = int(day_text)
    if not 1 <= day <= _days_in(year, month):
        return None
    return _Span((year, month, day), (year, month, day), Precision.DAY)


def _read_period(text: str) -> _Span | None:
    """``date | grouping``: what may be an end of an interval."""
    return _read_date(text) or _read_grouping(text)


def _read_interval(start: str, end: str) -> _Span | None:
    """``start "/" end``: one of them may be ".." (open) or empty (unknown)."""
    first = None if start in ("", "..") else _read_period(start)
    last = None if end in ("", "..") else _read_period(end)
    if first is None and last is None:
        return None
    if (first is None and start not in ("", "..")) or (last is None and end not in ("", "..")):
        return None
    if first and last and first.first and last.last and first.first > last.last:
        return None
    return _Span(first and first.first, last and last.last, Precision.INTERVAL)


# A parse gives the same few dates again and again. The function is pure: what is kept is only
# what would be worked out anew.
@lru_cache(maxsize=4096)
def _read(text: str) -> _Span | None:
    start, slash, end = text.partition("/")
    if slash:
        return _read_interval(start, end)
    return _read_period(text) or _read_time(text) or _read_long_year(text)


def _as_date(day: _Day | None) -> dt.date | None:
    return dt.date(*day) if day is not None and 1 <= day[0] <= 9999 else None


@frozen(repr=False)
class EDTF:
    """A date, a period or an interval, as precise as it is known.

    Two values are equal where they are written alike. The module's docstring gives the grammar.

    Attributes:
        text: the value as EDTF writes it.

    Raises:
        ModelError: the text is no such value.

    >>> str(EDTF("2022-12-XX"))
    '2022-12-XX'
    >>> EDTF("2022-24").latest
    datetime.date(2023, 2, 28)
    >>> EDTF("december")
    Traceback (most recent call last):
        ...
    newsmodel.errors.ModelError: 'december' is not an EDTF value such as 2022-12 or 2022/..
    """

    text: str

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            wrong_type("EDTF", "text", "str", self.text)
        if _read(self.text) is None:
            raise ModelError(f"{self.text!r} is not an EDTF value such as 2022-12 or 2022/..")

    @classmethod
    def parse(cls, value: str | dt.date | EDTF) -> EDTF:
        """Return the value of a string, a `date`, a `datetime` or an `EDTF`.

        Raises:
            ModelError: it is a string that is not EDTF.
            TypeError: it is something else.

        >>> EDTF.parse(dt.date(2022, 12, 19))
        EDTF('2022-12-19')
        """
        if isinstance(value, EDTF):
            return value
        if isinstance(value, dt.date):
            return cls.from_date(value)
        if isinstance(value, str):
            return cls(value)
        raise TypeError(f"expected str, date, datetime or EDTF, not {type(value).__name__}")

    @classmethod
    def from_date(cls, date: dt.date) -> EDTF:
        """Return the day of a `date`, or the second of a `datetime` with its shift from UTC.

        A shift that EDTF cannot write (beyond 14 hours, or with seconds) becomes UTC.

        Raises:
            ModelError: the moment cannot be written in UTC either (the first day of year 1).

        >>> EDTF.from_date(dt.datetime(2022, 12, 19, 14, 5, tzinfo=dt.timezone.utc))
        EDTF('2022-12-19T14:05:00Z')
        """
        if not isinstance(date, dt.datetime):
            return cls(date.isoformat())
        shift = date.utcoffset()
        if shift is not None and (abs(shift) > dt.timedelta(hours=14) or shift.seconds % 60):
            try:
                date = date.astimezone(dt.UTC)
            except OverflowError:
                raise ModelError(f"{date} is not a moment in the years 1 to 9999") from None
        text = date.isoformat(timespec="seconds")
        return cls(text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text)

    @property
    def earliest(self) -> dt.date | None:
        """The first day that the value covers.

        None where an interval's start is open or unknown, or the day is outside the years 1 to
        9999.

        >>> EDTF("2022-10").earliest
        datetime.date(2022, 10, 1)
        >>> EDTF("../2022").earliest
        """
        return _as_date(self._span.first)

    @property
    def latest(self) -> dt.date | None:
        """The last day that the value covers; None as for `earliest`.

        >>> EDTF("2022-01/2022-04").latest
        datetime.date(2022, 4, 30)
        """
        return _as_date(self._span.last)

    @property
    def precision(self) -> Precision:
        """How precise the value is.

        >>> EDTF("201X").precision.value
        'decade'
        """
        return self._span.precision

    @property
    def is_approximate(self) -> bool:
        """Whether the value, or an end of it, is marked as approximate.

        >>> EDTF("2022~").is_approximate
        True
        """
        return "~" in self.text or "%" in self.text

    @property
    def is_uncertain(self) -> bool:
        """Whether the value, or an end of it, is marked as uncertain.

        >>> EDTF("2022~").is_uncertain
        False
        """
        return "?" in self.text or "%" in self.text

    @property
    def _span(self) -> _Span:
        span = _read(self.text)
        assert span is not None  # the constructor saw to it
        return span

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"EDTF({self.text!r})"


@frozen(kw_only=True)
class TimeReference:
    """A time that the text gives, and the words that give it.

    Attributes:
        value: the time, resolved against the publication date.
        excerpt: the words.

    >>> TimeReference(value=EDTF("2022-10"), excerpt=Excerpt(text="in oktober", start=31))
    TimeReference(value=EDTF('2022-10'), excerpt=Excerpt(text='in oktober', start=31))
    """

    value: EDTF
    excerpt: Excerpt

    def __attrs_post_init__(self) -> None:
        # Looked at here first: going through the table costs more.
        if self.value.__class__ is not EDTF or self.excerpt.__class__ is not Excerpt:
            check_fields(self, TIME_REFERENCE)

    def __str__(self) -> str:
        return self.value.text


TIME_REFERENCE = Checks({"value": Instance(EDTF), "excerpt": Instance(Excerpt)})
