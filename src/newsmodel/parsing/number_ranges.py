"""Ranges: two numbers that are the ends of one.

In: a number and what stands around it. Out: :class:`NumberRange` where another number ends it::

    range = between number conjunction number
          | [from] number connector number
          | number dash number
          | number alternative number

Knows no bounds; which words connect is the language's.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from attrs import frozen

from newsmodel.languages.numbers import NumberLexicon, NumberRole
from newsmodel.parsing.number_context import NumberContext, is_year
from newsmodel.parsing.numerals import Numeral, NumeralReader

#: How many times the first number the second is at most, where "between" does not announce it.
_WIDEST_RANGE = 20
_WIDEST_ALTERNATIVE = 3
_DASHES = ("-", "–", "—")


@frozen(slots=True)
class NumberRange:
    """The ends of a range, and the tokens that they take."""

    lower: int
    upper: int
    first: int
    end: int
    last: Numeral


@lru_cache(maxsize=16)
def _joining(lexicon: NumberLexicon) -> frozenset[str]:
    """The words with which what may stand between the ends of a range begins."""
    return frozenset(_DASHES) | lexicon.connectors.firsts | lexicon.alternatives.firsts


class RangeReader:
    """Reads the ranges of one text."""

    __slots__ = ("_around", "_joining", "_reader")

    def __init__(self, around: NumberContext, reader: NumeralReader) -> None:
        self._around = around
        self._reader = reader
        self._joining = _joining(around.lexicon)

    def range(self, i: int, numeral: Numeral) -> NumberRange | None:
        """As in "between 20 and 30", "from 20 to 30", "20 to 30", "two or three"."""
        lexicon = self._around.lexicon
        i -= self.has_article(i, numeral)
        between = lexicon.between.ending_at(self._around.norms, i - 1, self._around.floor)
        if between is not None:
            found = self._between(i, numeral, between[1])
            if found is not None:
                return found
        at = self._connector_at(numeral.end)
        if at >= self._around.stop or self._around.norms[at] not in self._joining:
            return None
        start = lexicon.starts.ending_at(self._around.norms, i - 1, self._around.floor)
        if start is not None and self._around.is_level(start[1]):
            return None
        if self._is_dash(at):
            return self._second(i, i, numeral, at + 1, _WIDEST_RANGE)
        connector = lexicon.connectors.starting_at(self._around.norms, at, self._around.stop)
        if connector is not None:
            first = start[1] if start is not None else i
            return self._second(first, i, numeral, connector[1], _WIDEST_RANGE)
        either = lexicon.alternatives.starting_at(self._around.norms, at, self._around.stop)
        if either is not None:
            return self._second(i, i, numeral, either[1], _WIDEST_ALTERNATIVE)
        return None

    def _between(self, i: int, numeral: Numeral, first: int) -> NumberRange | None:
        """The second number after a conjunction; read shorter, the first may leave it free."""
        norms, conjunctions = self._around.norms, self._around.lexicon.conjunctions
        at = self._connector_at(numeral.end)
        if at < self._around.stop and norms[at] in conjunctions:
            found = self._second(first, i, numeral, at + 1, None)
            if found is not None:
                return found
        for at in range(i + 1, numeral.end - 1):
            if norms[at] in conjunctions:
                shorter = self._reader.number(i, at)
                if shorter is not None and shorter.end == at:
                    return self._second(first, i, shorter, at + 1, None)
        return None

    def _connector_at(self, end: int) -> int:
        """Where the connector is looked for: behind the unit of the first number, if it has one."""
        if end >= self._around.stop:
            return end
        if self._around.norms[end] == "-" and not self._around.tokens.spaced_before(end):
            # "twee- tot driehonderd"
            return end + (self._around.tokens.spaced_after(end) and end + 1 < self._around.stop)
        role = self._around.lexicon.roles_after.starting_at(
            self._around.norms, end, self._around.stop
        )
        return role[1] if role is not None else end

    def _is_dash(self, at: int) -> bool:
        return (
            at + 1 < self._around.stop
            and self._around.norms[at] in _DASHES
            and not self._around.tokens.spaced_before(at)
            and not self._around.tokens.spaced_after(at)
        )

    def _second(
        self, first: int, i: int, numeral: Numeral, at: int, widest: int | None
    ) -> NumberRange | None:
        norms, lexicon = self._around.norms, self._around.lexicon
        if at + 1 < self._around.stop and lexicon.roles_before.ending_at(
            norms, at, self._around.sentence
        ):
            # "$3 to $4 million"
            at += 1
        if (
            at < self._around.stop
            and norms[at] in lexicon.exceptions
            and self._around.is_exception(at)
        ):
            return None
        other = self._reader.number(at, self._around.stop)
        if (
            other is None
            or other.second is not None
            or (other.digits and other.tail in lexicon.digit_ordinals)
        ):
            return None
        lower, upper = numeral.value, other.value
        if numeral.low == 1 and other.multiplier > 1 and lower < upper / other.multiplier:
            # "three to four thousand"
            lower = lower * other.multiplier
        elif other.low == 1 and numeral.multiplier > 1 and numeral.digits and other.digits:
            return None
        if Fraction(lower).denominator != 1 or Fraction(upper).denominator != 1 or lower >= upper:
            return None
        if widest is not None and upper > widest * max(lower, 1):
            return None
        dated = i > self._around.sentence and self._around.is_month(i - 1)
        if dated and is_year(lower) and not is_year(upper):
            return None  # "in January 2020 up to 5,000 men"
        return NumberRange(int(lower), int(upper), first, other.end, other)

    def role(self, i: int, numeral: Numeral, found: NumberRange) -> NumberRole | None:
        """The role of both ends of a range, None for a count."""
        if found.last.tail:
            return self._around.tail_role(found.last)
        bare = numeral.digits and found.last.digits and self._around.norms[i].isdecimal()
        if bare and is_year(found.lower) and is_year(found.upper):
            if found.lower % 100 or found.upper % 100 or not self._around.noun_follows(found.end):
                return NumberRole.YEAR
            return None
        return self._around.role(i, found.end, found.upper)

    def has_article(self, i: int, numeral: Numeral) -> bool:
        """Whether the article before a number is part of it: "a hundred", "een half miljoen"."""
        return (
            (numeral.implied or numeral.broken)
            and i > self._around.floor
            and self._around.norms[i - 1] in self._around.lexicon.articles
        )
