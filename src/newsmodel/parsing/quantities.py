"""Quantities: what each number of a text says, and whether it counts anything.

In: tokens and the number words of a language. Out: :class:`QuantitySpan` in the order of the text:
the tokens, the :class:`~newsmodel.model.Quantity` with its bounds, and the role of the number. A
number that is not whole, or below zero, gives none. Knows nothing of forces and no word of any
language.

How much a written number is, is read by :mod:`newsmodel.parsing.numerals`, two of them as one
range by :mod:`newsmodel.parsing.number_ranges`; what stands around them says
:mod:`newsmodel.parsing.number_context`. Here they come together::

    quantity = bound* [between] number [connector number] [bound]

Only tokens that can begin a number are looked at, each with a few tokens on either side.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from attrs import define, field

from newsmodel.languages.numbers import DASHES, Bound, NumberLexicon, NumberRole
from newsmodel.languages.profile import Profile
from newsmodel.model import Excerpt, Quantity
from newsmodel.parsing.number_context import NumberContext, is_year
from newsmodel.parsing.number_ranges import RangeReader
from newsmodel.parsing.numerals import LARGEST, Numeral, NumeralReader, read_digits
from newsmodel.parsing.tokens import Tokens

# Looked up once: a member costs much more through its class.
_COUNT, _FRACTION = NumberRole.COUNT, NumberRole.FRACTION
_ABOUT, _AT_LEAST, _AT_MOST = Bound.ABOUT, Bound.AT_LEAST, Bound.AT_MOST
#: Roles in which a number names: nothing bounds it.
_NAMING = frozenset(
    {
        NumberRole.YEAR,
        NumberRole.DATE,
        NumberRole.MODEL,
        NumberRole.RESOLUTION,
        NumberRole.LABEL,
        NumberRole.SCORE,
        NumberRole.CODE,
    }
)
_PART = re.compile(r"\d+(?:[.,]\d+)*")


@define(slots=True)
class QuantitySpan:
    """A number of a text: the tokens from ``first`` to ``last`` (exclusive) and what they say.

    Several spans have the same tokens where one token holds several numbers ("17/5/2018").
    ``number`` is the first token of the number itself, behind what bounds it. ``lower``, ``upper``
    and ``approximate`` are those of its :class:`~newsmodel.model.Quantity`, whose words are at
    ``start`` to ``end`` of ``text``. Never changed once it is made.
    """

    first: int
    last: int
    role: NumberRole
    number: int
    lower: int | None
    upper: int | None
    approximate: bool
    text: str = field(repr=False)
    start: int
    end: int
    _quantity: Quantity | None = field(default=None, init=False, eq=False, repr=False)

    @property
    def quantity(self) -> Quantity:
        """How many it says: made when it is asked for, as most numbers count no force."""
        if self._quantity is None:
            self._quantity = Quantity(
                lower=self.lower,
                upper=self.upper,
                approximate=self.approximate,
                excerpt=Excerpt(text=self.text[self.start : self.end], start=self.start),
            )
        return self._quantity

    @property
    def counts(self) -> bool:
        """Whether it is how many there are of something."""
        return self.role is _COUNT


def find(tokens: Tokens, profile: Profile) -> list[QuantitySpan]:
    """All whole numbers of a text, each with its role.

    >>> from newsmodel.languages import load_profile
    >>> from newsmodel.parsing.tokens import tokenize
    >>> tokens = tokenize("At least 20 to 30 tanks and 4,000 men left in 2014.")
    >>> [(str(q.quantity), q.role.value) for q in find(tokens, load_profile("en"))]
    [('at least 20', 'count'), ('4000', 'count'), ('2014', 'year')]
    """
    return find_numbers(tokens, profile.numbers)


def find_numbers(tokens: Tokens, lexicon: NumberLexicon) -> list[QuantitySpan]:
    """The same, from the number words alone."""
    places = lexicon.beginning.places(tokens.norms)
    return _Finder(tokens, lexicon).spans(places) if places else []


class _Finder:
    """Reads the numbers of one text, and what stands around them."""

    __slots__ = ("_around", "_lexicon", "_norms", "_ranges", "_reader", "_tokens", "_words")

    def __init__(self, tokens: Tokens, lexicon: NumberLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._norms = tokens.norms
        self._words = tokens.words
        self._reader = NumeralReader(
            lexicon, tokens.norms, tokens.words, tokens.text, tokens.starts, tokens.ends
        )
        self._around = NumberContext(tokens, lexicon)
        self._ranges = RangeReader(self._around, self._reader)

    def spans(self, places: list[int]) -> list[QuantitySpan]:
        """The spans that begin at these tokens, none within another."""
        spans: list[QuantitySpan] = []
        tokens, around = self._tokens, self._around
        sentences = tokens.sentences or [(0, len(tokens))]
        sentence = done = 0
        first, stop = sentences[0]
        for i in places:
            if i < done:
                continue
            if stop <= i:
                sentence = tokens.sentence_of(i)
                if sentences[sentence][1] <= i and sentence + 1 < len(sentences):
                    sentence += 1
                first, stop = sentences[sentence]
            around.sentence, around.stop = first, stop if stop > i else i + 1
            around.floor = done if done > first else first
            found, done = self._at(i)
            spans += found
        return spans

    def _at(self, i: int) -> tuple[list[QuantitySpan], int]:
        """The spans that begin at token ``i`` and the token where reading goes on."""
        norm, lexicon = self._norms[i], self._lexicon
        if norm in lexicon.plain or norm[0].isdecimal():
            return self._by_numeral(i)
        if norm in lexicon.exceptions and self._around.is_exception(i):
            return [], i + 1
        if norm in lexicon.words.vague:
            return self._vague(i)
        if norm in lexicon.words.counts:
            return self._count_word(i)
        if norm in lexicon.ordinals:
            return self._ordinal(i, i + 1, lexicon.ordinals[norm])
        if norm in lexicon.tallies:
            value = lexicon.tallies[norm]
            return self._finish(i, i + 1, value, value, about=value >= 10, article=True)
        if norm[0].isalpha() and norm[-1].isdecimal():
            return self._model(i)
        return self._by_numeral(i)

    def _by_numeral(self, i: int) -> tuple[list[QuantitySpan], int]:
        numeral = self._reader.number(i, self._around.stop)
        if numeral is None:
            return self._no_numeral(i)
        if numeral.tail and self._is_ordinal_tail(numeral) and isinstance(numeral.value, int):
            return self._ordinal(i, numeral.end, numeral.value)
        return self._numeral(i, numeral)

    def _vague(self, i: int) -> tuple[list[QuantitySpan], int]:
        """As in "hundreds", "tens of thousands", "tientallen duizenden"."""
        words, norms, stop = self._lexicon.words, self._norms, self._around.stop
        base, end = words.vague[norms[i]], i + 1
        if norms[i] in words.vague_with_of and not (end < stop and norms[end] in self._lexicon.of):
            return [], end
        after = end + (end < stop and norms[end] in self._lexicon.of)
        if after < stop:
            scale = words.vague.get(norms[after]) or words.scales.get(norms[after])
            if scale is not None and scale >= 1000:
                base, end = base * scale, after + 1
        return self._finish(i, end, 2 * base, 10 * base - 1, several=True)

    def _count_word(self, i: int) -> tuple[list[QuantitySpan], int]:
        """As in "both", where it is not the first half of "both ... and"."""
        value = self._lexicon.words.counts[self._norms[i]]
        ahead = self._norms[i + 1 : min(i + 5, self._around.stop)]
        if any(norm in self._lexicon.conjunctions for norm in ahead):
            return [], i + 1
        return self._finish(i, i + 1, value, value)

    def _ordinal(self, i: int, end: int, value: int) -> tuple[list[QuantitySpan], int]:
        """As in "fifth", "5th"; nothing where it is the denominator of "a fifth of"."""
        norms, lexicon = self._norms, self._lexicon
        denominators = lexicon.words.denominators, lexicon.words.denominators_of_one
        if (
            i > self._around.sentence
            and norms[i - 1] in lexicon.articles
            and any(norms[i] in words for words in denominators)
            and end < self._around.stop
            and norms[end] in lexicon.of
            and not (end + 1 < self._around.stop and self._around.is_month(end + 1))
        ):
            return [], end
        role = NumberRole.DATE if self._around.is_day(i, end, value) else NumberRole.ORDINAL
        return [self._span(i, i, end, value, value, False, role)], end

    def _is_ordinal_tail(self, numeral: Numeral) -> bool:
        return numeral.digits and numeral.tail in self._lexicon.digit_ordinals

    def _model(self, i: int) -> tuple[list[QuantitySpan], int]:
        """As in "F-16": the digits behind the last hyphen."""
        word = self._words[i]
        at = max(word.rfind(mark) for mark in "-‐‑") + 1
        digits = word[at:]
        if at == 0 or not digits.isdecimal() or len(digits) > 12:
            return [], i + 1
        start = self._tokens.starts[i] + at
        return [self._part(i, digits, start, NumberRole.MODEL)], i + 1

    def _no_numeral(self, i: int) -> tuple[list[QuantitySpan], int]:
        """What begins a number but is none: "a dozen", "12/03/2019", "honderdste"."""
        norm, lexicon = self._norms[i], self._lexicon
        dozen = lexicon.words.dozens.get(norm)
        if dozen is not None:
            if self._several_before(i) is not None:
                return self._finish(i, i + 1, 20, 99, several=True)
            return self._finish(i, i + 1, dozen, dozen, about=True, article=True)
        if norm[0].isdecimal():
            return self._parts(i), i + 1
        part = self._reader.fraction(i, self._around.stop)
        if part is not None:
            after, words = part[1], lexicon.words
            after += after < self._around.stop and self._norms[after] in lexicon.articles
            if after < self._around.stop and self._norms[after] in words.dozens:
                value = part[0] * words.dozens[self._norms[after]]
                return self._finish(i, after + 1, value, value, about=True, article=True)
            return [], part[1]
        compound = lexicon.compound(norm)
        if compound is not None and compound.ordinal:
            return self._ordinal(i, i + 1, compound.value)
        return [], i + 1

    def _parts(self, i: int) -> list[QuantitySpan]:
        """The numbers of a token with several: a date, a time, a telephone number."""
        word, start = self._words[i], self._tokens.starts[i]
        found = [match for match in _PART.finditer(word) if len(match[0]) <= 18]
        between = {word[a.end() : b.start()] for a, b in pairwise(found)}
        if len(found) < 2 or not between <= {"-", "/", ":"}:
            return []
        role = NumberRole.CODE
        if between == {":"}:
            role = NumberRole.TIME
        elif len(between) == 1 and len(found) == 3 and len(found[1][0]) <= 2:
            role = NumberRole.DATE
        return [
            self._part(i, match[0], start + match.start(), role)
            for match in found
            if isinstance(read_digits(match[0], self._lexicon.words.decimal_mark), int)
        ]

    def _part(self, i: int, written: str, start: int, role: NumberRole) -> QuantitySpan:
        value = read_digits(written, self._lexicon.words.decimal_mark)
        exact = int(value) if value is not None else 0
        return self._within(i, role, exact, start, start + len(written))

    def _within(self, i: int, role: NumberRole, value: int, start: int, end: int) -> QuantitySpan:
        """The span of a number that is only a part of its token."""
        text = self._tokens.text
        return QuantitySpan(i, i + 1, role, i, value, value, False, text, start, end)

    def _numeral(self, i: int, numeral: Numeral) -> tuple[list[QuantitySpan], int]:
        if self._norms[i - 1] in self._lexicon.negating and self._is_negative(i):
            return [], numeral.end
        if numeral.second is not None:
            return self._two_in_one(i, numeral)
        if numeral.tail:
            return self._with_tail(i, numeral)
        value, end = numeral.value, numeral.end
        goes_on = self._reader.goes_on(end, self._around.stop)
        if goes_on or end > i + 2:
            found = self._ranges.range(i, numeral)
            if found is not None:
                role = self._ranges.role(i, numeral, found)
                return self._finish(
                    i, found.end, found.lower, found.upper, first=found.first, role=role
                )
        if goes_on:
            special = self._ended_by_word(i, numeral)
            if special is not None:
                return special
        article = False
        if numeral.implied or numeral.broken:
            if numeral.multiplier == value and self._is_blurred(i, numeral):
                base = int(value)
                return self._finish(i, end, 2 * base, 10 * base - 1, several=True)
            article = self._ranges.has_article(i, numeral)
        role = self._around.role(i, end, value)
        if role is None:
            broken = numeral.broken and numeral.multiplier == 1
            role = _FRACTION if broken else _COUNT
        return self._finish(i, end, value, value, role=role, article=article)

    def _ended_by_word(self, i: int, numeral: Numeral) -> tuple[list[QuantitySpan], int] | None:
        """As in "three dozen", "twenty fifths", "two hundred and first"."""
        norms, lexicon, end = self._norms, self._lexicon, numeral.end
        dozen = lexicon.words.dozens.get(norms[end])
        if dozen is not None:
            value = numeral.value * dozen
            return self._finish(i, end + 1, value, value, about=True, article=numeral.broken)
        denominator = self._reader.denominator(end, numeral.value)
        if denominator and not self._around.is_month(end + 1):
            value = Fraction(numeral.value) / denominator
            return self._finish(i, end + 1, value, value, role=NumberRole.FRACTION)
        if numeral.low > 1 and not numeral.digits and isinstance(numeral.value, int):
            at = end + (norms[end] in lexicon.conjunctions)
            ordinal = lexicon.ordinals.get(norms[at], 0) if at < self._around.stop else 0
            if 0 < ordinal < numeral.low:
                return self._ordinal(i, at + 1, numeral.value + ordinal)
        return None

    def _is_negative(self, i: int) -> bool:
        if i <= self._around.sentence:
            return False
        before = self._norms[i - 1]
        if before in self._lexicon.minus:
            return self._lexicon.bounds.ending_at(self._norms, i - 1, self._around.floor) is None
        tokens = self._tokens
        return (
            before in DASHES
            and not tokens.spaced_before(i)
            and (tokens.spaced_before(i - 1) or self._norms[i - 2] in ("(", ":"))
        )

    def _two_in_one(self, i: int, numeral: Numeral) -> tuple[list[QuantitySpan], int]:
        """As in "200-250" is a range, "3-2" a score, "2014-15" years, "17:40" a time."""
        value, second = numeral.value, numeral.second
        if not isinstance(value, int) or not isinstance(second, int):
            return [], numeral.end
        if numeral.mark == ":":
            return self._parts_as(i, NumberRole.TIME), numeral.end
        if numeral.mark == "/":
            return [], numeral.end
        if is_year(value) and (is_year(second) or second < 100) and not numeral.tail:
            return self._parts_as(i, NumberRole.YEAR), numeral.end
        if second <= value:
            return self._parts_as(i, NumberRole.SCORE), numeral.end
        role = self._around.tail_role(numeral) if numeral.tail else None
        if role is None:
            role = self._around.role(i, numeral.end, second) or NumberRole.COUNT
        return self._finish(i, numeral.end, value, second, role=role)

    def _parts_as(self, i: int, role: NumberRole) -> list[QuantitySpan]:
        word, start = self._words[i], self._tokens.starts[i]
        return [
            self._part(i, match[0], start + match.start(), role) for match in _PART.finditer(word)
        ]

    def _with_tail(self, i: int, numeral: Numeral) -> tuple[list[QuantitySpan], int]:
        """As in "45-year-old", "155mm", "1990s", "500-strong", "500-odd", "two-thirds"."""
        lexicon, tail, value, end = self._lexicon, numeral.tail, numeral.value, numeral.end
        bound = lexicon.tail_bounds.get(tail)
        if bound is not None:
            return self._finish(i, end, value, value, bound=bound, article=bound is Bound.ABOUT)
        denominators = lexicon.words.denominators
        if value == 1:
            denominators = denominators | lexicon.words.denominators_of_one
        if tail in denominators:
            value = Fraction(value) / denominators[tail]
            return self._finish(i, end, value, value, role=NumberRole.FRACTION)
        if tail in lexicon.decade_endings and numeral.digits:
            if (
                value in (10, 100, 1000)
                and end < self._around.stop
                and self._norms[end] in lexicon.of
            ):
                # "100s of"
                return self._finish(i, end, 2 * value, 10 * value - 1, several=True)
            role = NumberRole.YEAR if value >= 1000 else NumberRole.AGE
            return self._finish(i, end, value, value, role=role)
        spelled = self._spelled(i)
        if spelled:
            return spelled, end
        if numeral.digits and tail.partition("-")[0] not in lexicon.tails and tail[0].isalpha():
            glued = len(tail) <= 3 and "-" not in self._norms[i]
            if glued:
                # Letters of no known unit: a product, a road, a seat.
                return [], end
        return self._finish(
            i, end, value, value, role=self._around.named(i) or self._around.tail_role(numeral)
        )

    def _spelled(self, i: int) -> list[QuantitySpan]:
        """As in "three-nought-four": the numbers of a token that has nothing else."""
        norm, small = self._norms[i], self._lexicon.small
        if not all(part in small for part in norm.split("-")):
            return []
        found, start = [], self._tokens.starts[i]
        for part in self._words[i].split("-"):
            value, end = small.get(part.casefold(), 0), start + len(part)
            found.append(self._within(i, NumberRole.CODE, value, start, end))
            start = end + 1
        return found

    def _is_blurred(self, i: int, numeral: Numeral) -> bool:
        """As in "several hundred": a scale by itself, of which there are some."""
        return numeral.implied and self._several_before(i) is not None

    def _several_before(self, i: int) -> int | None:
        found = self._lexicon.several.ending_at(self._norms, i - 1, self._around.floor)
        return found[1] if found is not None else None

    def _finish(
        self,
        i: int,
        end: int,
        lower: int | Fraction,
        upper: int | Fraction,
        *,
        first: int | None = None,
        role: NumberRole | None = None,
        bound: Bound | None = None,
        about: bool = False,
        article: bool = False,
        several: bool = False,
    ) -> tuple[list[QuantitySpan], int]:
        """Add what bounds a number, and make its span."""
        if type(lower) is not int or type(upper) is not int:
            if Fraction(lower).denominator != 1 or Fraction(upper).denominator != 1:
                return [], end
            lower, upper = int(lower), int(upper)
        if upper >= LARGEST:
            return [], end
        if role is None:
            role = self._around.role_of_group(end) if several else self._role_by_unit(i, end)
        start = i if first is None else first
        before = self._several_before(i) if several else None
        if before is not None:
            start = before
        elif (
            article
            and start > self._around.floor
            and self._norms[start - 1] in self._lexicon.articles
        ):
            start -= 1
        if role in _NAMING:
            return [self._span(i, start, end, lower, upper, about, role)], end
        bounds, start = self._around.bounds_before(start, role, lower)
        stop, table = self._around.stop, self._lexicon.bounds_after
        if end < stop and self._norms[end] in table.by_first and not several:
            after = table.starting_at(self._norms, end, stop)
            if after is not None:
                bounds.insert(0, after[0])
                end = after[1]
        if bound is not None:
            bounds.insert(0, bound)
        if not bounds:
            return [self._span(i, start, end, lower, upper, about and not several, role)], end
        about = about or _ABOUT in bounds
        limit = next((b for b in bounds if b is not _ABOUT), None)
        low = None if limit is _AT_MOST else lower
        high = None if limit is _AT_LEAST else upper
        return [self._span(i, start, end, low, high, about and not several, role)], end

    def _role_by_unit(self, i: int, end: int) -> NumberRole:
        return self._around.role(i, end, -1) or _COUNT

    def _span(
        self,
        number: int,
        first: int,
        end: int,
        lower: int | None,
        upper: int | None,
        about: bool,
        role: NumberRole,
    ) -> QuantitySpan:
        tokens = self._tokens
        start, stop = tokens.starts[first], tokens.ends[end - 1]
        return QuantitySpan(first, end, role, number, lower, upper, about, tokens.text, start, stop)
