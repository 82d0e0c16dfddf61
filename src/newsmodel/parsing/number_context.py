"""What stands around a number: the role that it gives it, and the bounds.

In: the tokens of a text, a language's :class:`NumberLexicon`, and where the sentence is. Out:
roles and bounds of a number at given tokens. Looks at a few tokens on either side, never further.
Knows not how numbers are read.
"""

from __future__ import annotations

from fractions import Fraction

from newsmodel.languages.numbers import Bound, NumberLexicon, NumberRole
from newsmodel.parsing.numerals import Numeral
from newsmodel.parsing.tokens import Tokens

# Looked up once: a member costs much more through its class.
_MODEL, _MONEY, _COUNT = NumberRole.MODEL, NumberRole.MONEY, NumberRole.COUNT
_SCORE, _DATE, _YEAR, _AGE = NumberRole.SCORE, NumberRole.DATE, NumberRole.YEAR, NumberRole.AGE
_UP_TO, _AT_MOST = Bound.UP_TO, Bound.AT_MOST
#: Roles in which a preposition before the number can bound it: "over 500 men", not "over 3 years".
_COUNTING = frozenset(
    {NumberRole.COUNT, NumberRole.STRENGTH, NumberRole.MONEY, NumberRole.PERCENTAGE}
)
#: A preposition bounds only numbers from here on: "over two hostages" is about them.
_LEAST_BOUNDED = 10
#: How many tokens back a word of rising or falling is looked for.
_LEVEL_REACH = 6
_CONDITIONAL = {
    Bound.AT_LEAST_COUNT: Bound.AT_LEAST,
    Bound.AT_MOST_COUNT: Bound.AT_MOST,
    Bound.ABOUT_COUNT: Bound.ABOUT,
}


_DASHES = ("-", "–")


def _is_short(norm: str) -> bool:
    """Whether it is one or two digits."""
    return len(norm) <= 2 and norm.isdecimal()


def is_year(value: int | Fraction) -> bool:
    """Whether a number of four digits may be a year of which news is."""
    return 1900 <= value <= 2099


class NumberContext:
    """The surroundings of the numbers of one text.

    ``sentence`` and ``stop`` are the first token and the end of the sentence that is being read,
    ``floor`` is the first token that no number before has taken. They move with the reader.
    """

    __slots__ = (
        "_named_after",
        "_named_by",
        "floor",
        "lexicon",
        "norms",
        "sentence",
        "stop",
        "tokens",
        "words",
    )

    def __init__(self, tokens: Tokens, lexicon: NumberLexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon
        self.norms = tokens.norms
        self.words = tokens.words
        self.sentence = self.floor = 0
        self.stop = len(tokens)
        #: The words with which a role's phrase before a number ends, or one behind it begins.
        self._named_by, self._named_after = (
            lexicon.roles_before.by_last,
            lexicon.roles_after.by_first,
        )

    def role(self, i: int, end: int, value: int | Fraction) -> NumberRole | None:
        """The role of a number by what stands around it, None for a count."""
        norms, stop = self.norms, self.stop
        if i > self.sentence and norms[i - 1] in self._named_by:
            named = self.named(i)
            if named is not None:
                return named
        if end < stop and norms[end] in self._named_after:
            after = self.lexicon.roles_after.starting_at(norms, end, stop)
            if after is not None:
                return after[0]
        if end + 1 < stop and norms[end + 1] in self._named_after:
            if norms[end].isalpha() and self.words[end][0].isupper():
                # "5 million US dollars"
                money = self.lexicon.roles_after.starting_at(norms, end + 1, stop)
                if money is not None and money[0] is _MONEY:
                    return _MONEY
        digits = len(norms[i]) if norms[i].isdecimal() else 0
        if 1 <= digits <= 2 and self._is_score(i, end):
            return _SCORE
        if 1 <= value <= 31 and self.is_day(i, end, value):
            return _DATE
        if digits == 4 and end == i + 1 and self._is_year_at(i, value):
            return _YEAR
        if digits and 1 < value < 120 and self._is_age(i, end, value):
            return _AGE
        return None

    def named(self, i: int) -> NumberRole | None:
        """The role that the words before a number give it."""
        before = self.lexicon.roles_before.ending_at(self.norms, i - 1, self.sentence)
        if before is None:
            return None
        role, first = before
        return role if role is not _MODEL or self.words[first][0].isupper() else None

    def is_month(self, i: int) -> bool:
        """Whether token ``i`` is the name of a month."""
        if i >= self.stop or self.norms[i] not in self.lexicon.months:
            return False
        return not self.lexicon.words.years.months_capitalised or self.words[i][0].isupper()

    def is_day(self, i: int, end: int, value: int | Fraction) -> bool:
        """Whether a number is a day of the month that stands beside it."""
        if not 1 <= value <= 31:
            return False
        if end < self.stop and self.is_month(end + (self.norms[end] in self.lexicon.of)):
            return True
        dot = i - 1 > self.sentence and self.norms[i - 1] == "."
        month = i - 1 - dot
        if month < self.sentence or not self.is_month(month):
            return False
        # "In March 20 ships": a month with a preposition is whole.
        years = self.lexicon.years.ending_at(self.norms, month - 1, self.sentence)
        return self.norms[i].isdecimal() and not (years and years[0] and self.noun_follows(end))

    def noun_follows(self, end: int) -> bool:
        """Whether a word in lower case stands next, as what is counted would."""
        return end < self.stop and self.norms[end].isalpha() and self.words[end][0].islower()

    def _is_year_at(self, i: int, value: int | Fraction) -> bool:
        """Whether a number of four digits is a year."""
        norms = self.norms
        if not 1000 <= value <= 2199:
            return False
        before = self.lexicon.years.ending_at(norms, i - 1, self.sentence)
        if before is not None and before[0]:
            return True
        if i - 3 >= self.sentence and norms[i - 1] == "," and self.is_month(i - 3):
            return True
        if not is_year(value):
            return False
        follows = self.noun_follows(i + 1)
        if before is not None:
            return value % 50 != 0 or not follows
        # "Good Friday 1998 was": no count stands behind a name.
        named = i - 1 > self.sentence and self.words[i - 1][0].isupper()
        return value % 50 != 0 and (named or not follows)

    def _is_age(self, i: int, end: int, value: int | Fraction) -> bool:
        """Whether digits are an age, as in "Vos (45)", "Anna Vos, 45, said"."""
        if i - 1 <= self.sentence or end >= self.stop:
            return False
        around = self.norms[i - 1] + self.norms[end]
        if around != "()" and around != ",,":
            return False
        return self.words[i - 2][0].isupper() and (around == "()" or value >= 15)

    def role_of_group(self, end: int) -> NumberRole:
        """The role of "hundreds of" by the noun behind it."""
        of = end < self.stop and self.norms[end] in self.lexicon.of
        after = self.lexicon.roles_after.starting_at(self.norms, end + of, self.stop)
        return after[0] if after is not None else _COUNT

    def is_level(self, first: int) -> bool:
        """Whether a word of rising or falling stands shortly before token ``first``."""
        levels = self.lexicon.levels
        reach = self.norms[max(self.sentence, first - _LEVEL_REACH) : first]
        return any(norm in levels for norm in reach)

    def _is_score(self, i: int, end: int) -> bool:
        """Whether one or two digits are a score, as in "won 2 - 1"."""
        norms = self.norms
        if i - 2 >= self.sentence and norms[i - 1] in _DASHES and _is_short(norms[i - 2]):
            return True
        return end + 1 < self.stop and norms[end] in _DASHES and _is_short(norms[end + 1])

    def tail_role(self, numeral: Numeral) -> NumberRole:
        """The role of "45-year-old" and "155mm" by what is glued to the digits."""
        tails = self.lexicon.tails
        role = tails.get(numeral.tail) or tails.get(numeral.tail.partition("-")[0])
        return role or NumberRole.MEASURE

    def is_exception(self, i: int) -> bool:
        """Whether a number word is none beside its neighbours: "no one", not "some one hundred"."""
        before, after = self.lexicon.exceptions[self.norms[i]]
        following = self.norms[i + 1] if i + 1 < self.stop else ""
        if i > self.sentence and self.norms[i - 1] in before:
            return following not in self.lexicon.words.scales
        return following in after

    def bounds_before(self, start: int, role: NumberRole, lower: int) -> tuple[list[Bound], int]:
        """The bounds that end just before token ``start``, nearest first, and their beginning."""
        bounds: list[Bound] = []
        at, norms, table = start, self.norms, self.lexicon.bounds
        if role is _MONEY:
            money = self.lexicon.roles_before.ending_at(norms, at - 1, self.floor)
            if money is not None:
                at = money[1]
        while at > self.floor and norms[at - 1] in table.by_last:
            found = table.ending_at(norms, at - 1, self.floor)
            if found is None:
                break
            bound = self._plain(found[0], found[1], role, lower)
            if bound is None:
                break
            bounds.append(bound)
            start = at = found[1]
        return bounds, start

    def _plain(self, bound: Bound, first: int, role: NumberRole, lower: int) -> Bound | None:
        """A bound without its condition, or None where that is not met."""
        if bound is _UP_TO:
            return None if self.is_level(first) else _AT_MOST
        plain = _CONDITIONAL.get(bound)
        if plain is None:
            return bound
        return plain if role in _COUNTING and lower >= _LEAST_BOUNDED else None
