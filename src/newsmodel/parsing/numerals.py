"""Written numbers: from digits and number words to a value.

In: the tokens of a sentence and a language's :class:`NumberLexicon`. Out: :class:`Numeral`, the
longest number that begins at a token. Every word is read at most a fixed number of times. Knows
no bounds, no ranges and nothing of what is counted: that is quantities.py.

The grammar, where a scale is a word such as "hundred" or "million" and each remainder is smaller
than the scale before it::

    number      = multiple [[conjunction] remainder]
    multiple    = coefficient scale*
    coefficient = digits | small | compound | hyphenated | fraction | article | ""
    remainder   = number | fraction
    fraction    = [article] ("half" | ...) [[of] article] | small denominator
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from attrs import define, evolve

from newsmodel.languages.numbers import NumberLexicon, NumberRole

#: Quantities are below this, and beyond it no text means what it says.
LARGEST = 2**63

_DIGITS = re.compile(r"(\d[\d.,]*)(?:([-/:])(\d[\d.,]*))?([^\W\d_]*)(?:-([^\W\d_].*))?")
_EXPONENT = re.compile(r"(\d{1,9})(?:\.(\d{1,9}))?e(\d{1,2})")
#: What may stand between groups of three digits: space, no-break space, thin spaces.
_GROUP_SPACES = frozenset(" \u00a0\u2009\u202f")
#: Longer tokens of digits, or of words with hyphens, are no numbers.
_LONGEST = 60
_MOST_PARTS = 12


@define(slots=True, eq=False)
class Numeral:
    """A number as it is written; never changed once it is made.

    ``value`` is a fraction where the number is not whole. ``second`` is the other number of a
    token with two ("200-250"), and ``mark`` what stands between them.
    """

    value: int | Fraction
    end: int
    #: The smallest scale in it, 1 for none.
    low: int = 1
    #: What the coefficient has been multiplied by, 1 where something was added afterwards.
    multiplier: int = 1
    digits: bool = False
    #: Whether it began with a scale word: "hundred".
    implied: bool = False
    #: Whether a fraction is part of it.
    broken: bool = False
    #: What is glued or hyphenated to it: "km", "year-old".
    tail: str = ""
    second: int | Fraction | None = None
    mark: str = ""


class NumeralReader:
    """Reads the numbers of one text."""

    __slots__ = ("_ends", "_going_on", "_lexicon", "_norms", "_starts", "_text", "_words")

    def __init__(
        self,
        lexicon: NumberLexicon,
        norms: Sequence[str],
        words: Sequence[str],
        text: str = "",
        starts: Sequence[int] = (),
        ends: Sequence[int] = (),
    ) -> None:
        self._lexicon = lexicon
        self._going_on = lexicon.going_on
        self._norms = norms
        self._words = words
        self._text = text
        self._starts = starts
        self._ends = ends

    def number(self, i: int, stop: int, limit: int = LARGEST) -> Numeral | None:
        """``number = multiple [[conjunction] remainder]``, of less than ``limit``."""
        if i >= stop:
            return None
        norm, end = self._norms[i], i + 1
        if norm.isdecimal() and not (end < stop and self._going_on[self._norms[end]]):
            # What most numbers are, so they are looked at here first.
            value = int(norm) if len(norm) <= _LONGEST else limit
            return Numeral(value, end, 1, 1, True) if value < limit else None
        found = self._coefficient(i, stop)
        if found is None:
            return None
        if self.goes_on(found.end, stop):
            found = self._scaled(found, stop, limit)
            while found.low > 1 and not found.tail and found.end < stop:
                more = self._with_remainder(found, stop, limit)
                if more is None:
                    break
                found = more
                if found.low == 1 or found.multiplier == 1:
                    break
        fits = found.value < limit and (found.second is None or found.second < limit)
        return found if fits else None

    def goes_on(self, end: int, stop: int) -> bool:
        """Whether the token behind a number may be more of it, or say what it is."""
        return end < stop and self._going_on[self._norms[end]]

    def fraction(self, i: int, stop: int) -> tuple[Fraction, int] | None:
        """``fraction``: a half, driekwart, three fifths, one third; the value and the end."""
        norms, lexicon = self._norms, self._lexicon
        if i < stop and norms[i] in lexicon.articles and i + 1 < stop:
            part = lexicon.fractions.get(norms[i + 1])
            if part is not None:
                return part, i + 2
            one = lexicon.words.denominators_of_one.get(norms[i + 1])
            return (Fraction(1, one), i + 2) if one else None
        if i >= stop:
            return None
        part = lexicon.fractions.get(norms[i])
        if part is not None:
            return part, i + 1
        small = lexicon.small.get(norms[i])
        if small and i + 1 < stop:
            denominator = self.denominator(i + 1, small)
            if denominator:
                return Fraction(small, denominator), i + 2
        return None

    def denominator(self, i: int, numerator: int | Fraction) -> int | None:
        """The denominator that token ``i`` names after a numerator."""
        words = self._lexicon.words
        if numerator == 1:
            return words.denominators_of_one.get(self._norms[i]) or words.denominators.get(
                self._norms[i]
            )
        return words.denominators.get(self._norms[i])

    def scale(self, i: int, stop: int, after_digits: bool) -> int | None:
        """The scale that token ``i`` names, after a coefficient."""
        if i >= stop:
            return None
        scale = self._lexicon.words.scales.get(self._norms[i])
        if scale is None and after_digits:
            scale = self._lexicon.words.abbreviations.get(self._words[i])
        return scale

    def _is_dozen(self, i: int, stop: int) -> bool:
        return i < stop and self._norms[i] in self._lexicon.words.dozens

    def _scaled(self, found: Numeral, stop: int, limit: int) -> Numeral:
        """``multiple = coefficient scale*``, and "two and a half million"."""
        if found.tail or found.second is not None:
            return found
        if found.low == 1 and not found.broken:
            found = self._and_a_half(found, stop)
        while True:
            scale = self.scale(found.end, stop, found.digits and found.low == 1)
            if scale is None or scale < found.low or found.value * scale >= limit:
                return found
            found = Numeral(
                _whole(found.value * scale),
                found.end + 1,
                scale,
                found.multiplier * scale,
                found.digits,
                found.implied,
                found.broken,
            )

    def _and_a_half(self, found: Numeral, stop: int) -> Numeral:
        at = found.end
        if at < stop and self._norms[at] in self._lexicon.conjunctions:
            part = self.fraction(at + 1, stop)
            if part and part[0] < 1:
                named = self._norms[part[1] - 1] in self._lexicon.fractions
                if named or self.scale(part[1], stop, False):
                    return evolve(found, value=found.value + part[0], end=part[1], broken=True)
        if at + 1 < stop and self._norms[at] in self._lexicon.words.decimal_words:
            return self._spoken_decimals(found, at + 1, stop)
        return found

    def _spoken_decimals(self, found: Numeral, at: int, stop: int) -> Numeral:
        """As in "two point five", "nul komma vijfentwintig", "one point two five"."""
        written = ""
        while at < stop and (digit := self._lexicon.small.get(self._norms[at])) is not None:
            if written and digit > 9:
                break
            written += str(digit)
            at += 1
            if digit > 9:
                break
        if not written or found.digits or len(written) > _MOST_PARTS:
            return found
        value = found.value + Fraction(int(written), 10 ** len(written))
        return evolve(found, value=value, end=at, broken=True)

    def _with_remainder(self, found: Numeral, stop: int, limit: int) -> Numeral | None:
        """``[conjunction] remainder``, or None where what follows is another number."""
        joined = self._norms[found.end] in self._lexicon.conjunctions
        at = found.end + joined
        if joined:
            part = self.fraction(at, stop)
            if part and self.scale(part[1], stop, False) is None:
                times = found.low if part[0] < 1 and found.low >= 1000 else 1
                value = _whole(found.value + part[0] * times)
                return evolve(
                    found, value=value, end=part[1], low=1, multiplier=1, broken=times == 1
                )
        rest = self.number(at, stop, found.low)
        if rest is None and found.low == 100 and not joined:
            return self._with_compound(found, at, limit)
        if rest is None or rest.value <= 0 or rest.tail or rest.second is not None:
            return None
        if rest.digits != found.digits and not self._mixes(found, rest, joined):
            return None
        return self._added(found, rest, stop, joined, limit)

    def _with_compound(self, found: Numeral, at: int, limit: int) -> Numeral | None:
        """As in "driehonderd vijfenveertigduizend" is 345,000."""
        compound = self._lexicon.compound(self._norms[at])
        if compound is None or compound.ordinal or compound.low < 1000:
            return None
        times, remainder = divmod(compound.value, compound.low)
        value = (found.value + times) * compound.low
        if remainder or times >= 100 or value >= limit:
            return None
        return evolve(found, value=value, end=at + 1, low=compound.low, multiplier=compound.low)

    def _mixes(self, found: Numeral, rest: Numeral, joined: bool) -> bool:
        """Whether digits and words are one: "6 crore and two hundred", "3 hundred and one"."""
        if rest.low > 1 and not rest.implied:
            return True
        return joined and found.digits and found.low <= 1000

    def _added(
        self, found: Numeral, rest: Numeral, stop: int, joined: bool, limit: int
    ) -> Numeral | None:
        total = found.value + rest.value
        scale = self.scale(rest.end, stop, rest.digits)
        if scale is not None:
            # "two hundred and two thousand"; but "3 hundred and 2 hundred" are two numbers.
            if found.low != 100 or scale <= 100 or total * scale >= limit:
                return None
            return evolve(
                found, value=_whole(total * scale), end=rest.end + 1, low=scale, multiplier=scale
            )
        if joined and rest.end < stop:
            denominator = self.denominator(rest.end, rest.value)
            if denominator:
                value = _whole(found.value + Fraction(rest.value) / denominator)
                return evolve(
                    found, value=value, end=rest.end + 1, low=1, multiplier=1, broken=True
                )
        return evolve(found, value=total, end=rest.end, low=rest.low, multiplier=1)

    def _coefficient(self, i: int, stop: int) -> Numeral | None:
        """What a scale can multiply, or a number by itself."""
        norm, lexicon = self._norms[i], self._lexicon
        if norm[0].isdecimal():
            return self._digits(i, stop)
        if norm in lexicon.articles or norm in lexicon.fractions:
            return self._article_or_fraction(i, stop)
        if norm in lexicon.words.scales:
            return Numeral(1, i, implied=True)
        value = lexicon.small.get(norm)
        if value is not None:
            return self._small(i, stop, value)
        if "-" in norm:
            return self._hyphenated(i)
        compound = lexicon.compound(norm)
        if compound is None or compound.ordinal:
            return None
        return Numeral(compound.value, i + 1, low=compound.low, multiplier=compound.multiplier)

    def _article_or_fraction(self, i: int, stop: int) -> Numeral | None:
        """As in "a" before a scale; "half", "a quarter of a", "een half" before one."""
        norms, lexicon = self._norms, self._lexicon
        norm = norms[i]
        part = self.fraction(i, stop)
        if part is None:
            if norm in lexicon.articles and self.scale(i + 1, stop, False):
                return Numeral(1, i + 1, implied=True)
            if norm in lexicon.small and not (i + 1 < stop and norms[i + 1].isalpha()):
                # "duizend en een", with nothing behind it that this could be the article of.
                return Numeral(lexicon.small[norm], i + 1)
            return None
        value, end = part
        after = end
        if after < stop and norms[after] in lexicon.of:
            after += 1
        if after < stop and norms[after] in lexicon.articles:
            after += 1
        if self.scale(after, stop, False) or self._is_dozen(after, stop):
            return Numeral(value, after, broken=True)
        return None

    def _small(self, i: int, stop: int, value: int) -> Numeral:
        lexicon, norms, end = self._lexicon, self._norms, i + 1
        if not self.goes_on(end, stop):
            return Numeral(value, end)
        if lexicon.tens_first and norms[i] in lexicon.words.tens:
            unit_at = end + (end < stop and norms[end] == "-")
            unit = lexicon.words.units.get(norms[unit_at], 0) if unit_at < stop else 0
            if 0 < unit < 10:
                return Numeral(value + unit, unit_at + 1)
        # "three quarters of a million"
        denominator = self.denominator(end, value)
        if denominator:
            after = end + 1 + (end + 1 < stop and norms[end + 1] in lexicon.of)
            article = after < stop and norms[after] in lexicon.articles
            if self.scale(after + article, stop, False):
                return Numeral(Fraction(value, denominator), after + article, broken=True)
        return Numeral(value, end)

    def _hyphenated(self, i: int) -> Numeral | None:
        """A number of the parts of "half-million", "ten-year-old"; the others are its tail."""
        parts = self._norms[i].split("-")
        words = self._words[i].split("-")
        if len(words) != len(parts):
            words = parts
        if len(parts) > _MOST_PARTS or not all(parts):
            return None
        found = NumeralReader(self._lexicon, parts, words).number(0, len(parts))
        if found is None:
            return None
        return evolve(found, end=i + 1, tail="-".join(parts[found.end :]))

    def _digits(self, i: int, stop: int) -> Numeral | None:
        """A number in digits, with what is glued to it or grouped by spaces."""
        norm, word = self._norms[i], self._words[i]
        if len(norm) > _LONGEST:
            return None
        if norm.isdecimal():
            if self.scale(i + 1, stop, True):
                return Numeral(int(norm), i + 1, digits=True)
            return self._grouped(i, stop, norm, int(norm))
        if "e" in norm and (exponent := _EXPONENT.fullmatch(norm)):
            whole, decimals, power = exponent.groups(default="")
            value = Fraction(int(whole + decimals), 10 ** len(decimals)) * 10 ** int(power)
            return Numeral(_whole(value), i + 1, digits=True)
        parts = _DIGITS.fullmatch(norm)
        if parts is None:
            return None
        body, mark, other, suffix, tail = parts.groups("")
        times = self._glued(i, word[parts.start(4) : parts.end(4)]) if suffix else None
        if suffix and times is None:
            tail = f"{suffix}-{tail}" if tail else suffix
        scale = self.scale(i + 1, stop, True) if not suffix and not tail else None
        decimal_mark = self._lexicon.words.decimal_mark
        scaled = bool(times or scale)
        number = read_digits(body, decimal_mark, scaled)
        second = read_digits(other, decimal_mark, scaled) if mark else None
        if number is None or (mark and second is None):
            return None
        if second is not None:
            factor = times or scale or 1
            return Numeral(
                _whole(number * factor),
                i + 1 + bool(scale),
                digits=True,
                tail=tail,
                second=_whole(second * factor),
                mark=mark,
            )
        if times:
            value = _whole(number * times)
            return Numeral(value, i + 1, times, times, digits=True, tail=tail)
        return Numeral(number, i + 1, 1, 1, True, False, False, tail)

    def _glued(self, i: int, suffix: str) -> int | None:
        """The scale that these letters, as they are written after digits, stand for."""
        words = self._lexicon.words
        scale = words.abbreviations.get(suffix) or words.glued.get(suffix)
        if scale is None and i > 0 and suffix in words.glued_money:
            before = self._lexicon.roles_before.ending_at(self._norms, i - 1, 0)
            if before and before[0] is NumberRole.MONEY:
                return words.glued_money[suffix]
        return scale

    def _grouped(self, i: int, stop: int, body: str, number: int | Fraction) -> Numeral:
        """Groups of three digits with spaces between them, and powers of ten."""
        norms, end = self._norms, i + 1
        if end >= stop or not (norms[end] == "^" or norms[end][0].isdecimal()):
            return Numeral(number, end, digits=True)
        if len(body) <= 3 and body[0] != "0" and self._ends:
            while (
                end < min(stop, i + 8)
                and len(norms[end]) == 3
                and norms[end].isdecimal()
                and self._text[self._ends[end - 1] : self._starts[end]] in _GROUP_SPACES
            ):
                end += 1
            if end > i + 1 and self._is_one_number(i, end):
                return Numeral(int("".join(norms[i:end])), end, digits=True)
        if i + 2 < stop and norms[i + 1] == "^" and norms[i + 2].isdecimal():
            power = int(norms[i + 2][:3])
            if power <= 24:
                return Numeral(_whole(number**power), i + 3, digits=True)
        return Numeral(number, i + 1, digits=True)

    def _is_one_number(self, i: int, end: int) -> bool:
        """Whether groups of digits with plain spaces are one: not in "12 300" after a name."""
        if end > i + 2 or self._text[self._ends[i]] != " " or self._norms[i + 1] == "000":
            return True
        return i == 0 or not self._words[i - 1][0].isupper() or self._norms[i - 1].isupper()


def read_digits(written: str, decimal_mark: str, scaled: bool = False) -> int | Fraction | None:
    """The value of digits with marks between them; None where they are no number.

    Groups of three digits are thousands whichever mark stands between them. Only where a scale
    word follows (``scaled``) is a single group read by the language's decimal mark.

    >>> read_digits("9.000", ","), read_digits("9,000", ","), read_digits("1,674,200.5", ".")
    (9000, 9000, Fraction(3348401, 2))
    >>> read_digits("1.234", ".", scaled=True), read_digits("192.168.1.2", ".")
    (Fraction(617, 500), None)
    """
    if written.isdecimal():
        return int(written)
    last = max(written.rfind(","), written.rfind("."))
    mark, head, decimals = written[last], written[:last], written[last + 1 :]
    if not decimals or not head:
        return None
    if mark in head:
        return _thousands(written, mark)
    other = "," if mark == "." else "."
    if other in head:
        whole = _thousands(head, other)
        if whole is None:
            return None
        return _whole(whole + Fraction(int(decimals), 10 ** len(decimals)))
    if not (scaled and mark == decimal_mark):
        whole = _thousands(written, mark)
        if whole is not None:
            return whole
    return _whole(Fraction(int(head + decimals), 10 ** len(decimals)))


def _thousands(written: str, mark: str) -> int | None:
    head, *groups = written.split(mark)
    if not 1 <= len(head) <= 3 or head[0] == "0" or not head.isdecimal():
        return None
    for group in groups:
        if len(group) != 3 or not group.isdecimal():
            return None
    return int(head + "".join(groups))


def _whole(value: int | Fraction) -> int | Fraction:
    return value.numerator if value.denominator == 1 else value
