"""Reading atoms: what stands where, and the numbers in it.

In: the atoms of a sentence and the words of a language. Out: :class:`Reader`, on which the
productions of :mod:`newsmodel.parsing.time_dates`, :mod:`newsmodel.parsing.time_periods` and
:mod:`newsmodel.parsing.time_grammar` build, and :class:`Found`, what a production gives. A method
returns where what it reads ends; each looks at its first atom in one dictionary and gives up at
once. Knows no words, no publication date and no tense.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define

from newsmodel.languages.phrases import Phrases, Value
from newsmodel.languages.times import TimeLexicon
from newsmodel.parsing.time_atoms import Atoms
from newsmodel.parsing.time_expressions import Expression
from newsmodel.parsing.time_words import TimeIndex, index_of

#: What stands between the parts of a date in digits.
DATE_MARKS = frozenset("/-.")
#: The years of two digits below this are of this century.
PIVOT = 40
#: The small words that may end at a place, by their kinds.
JointsBefore = Mapping[str, tuple[tuple[str, ...], ...]]
_NOTHING: JointsBefore = {}


@define(slots=True)
class Found:
    """An expression from atom ``start`` up to, not including, ``end``; never changed once made.

    ``doubtful``: the words are also something else, and need a preposition or a range as evidence.
    ``ahead``: the number of units counts from now only where the clause is about the future.
    """

    start: int
    end: int
    expression: Expression
    doubtful: bool = False
    ahead: bool = False


class Reader:
    """The atoms of a text, and the questions that every production asks of them.

    It reads one sentence at a time: nothing before ``begin``, nothing from ``limit`` on.
    """

    __slots__ = ("atoms", "begin", "day_first", "index", "lex", "limit", "n", "opening")

    def __init__(self, atoms: Atoms, lexicon: TimeLexicon, day_first: bool) -> None:
        self.atoms, self.lex, self.day_first = atoms, lexicon, day_first
        self.index: TimeIndex = index_of(lexicon)
        self.n = atoms.norms
        self.enter(0, len(self.n))

    def enter(self, begin: int, limit: int) -> None:
        """Go to the sentence of these atoms."""
        self.begin, self.limit = begin, limit
        #: The first atom that is a word: a capital there says nothing.
        self.opening = begin
        if not self.n[begin][0].isalnum():
            words = (i for i in range(begin, limit) if self.n[i][0].isalnum())
            self.opening = next(words, begin)

    def match(self, phrases: Phrases[Value], i: int) -> tuple[int, Value] | None:
        """The end and the value of the phrase that starts at ``i``."""
        if i >= self.limit:
            return None
        rests = phrases.by_first.get(self.n[i])
        if rests is None:
            return None
        if not rests[0][0]:
            # No phrase that opens with this word is longer than the word.
            return i + 1, rests[0][1]
        found = phrases.match(self.n, i, self.limit)
        return (i + found[0], found[1]) if found is not None else None

    def joint(self, name: str, i: int) -> int:
        """Where the small word of that kind at ``i`` ends; ``i`` where there is none."""
        if i >= self.limit or i < self.begin:
            return i
        joints = self.index.joints.get(self.n[i])
        if joints is None or name not in joints:
            return i
        found = self.match(self.lex.joints[name], i)
        return found[0] if found is not None else i

    def preceded(self, name: str, i: int) -> int | None:
        """Where the small word of that kind that ends before ``i`` starts."""
        joints = self.joints_before(i).get(name)
        return self.start_of(joints, i) if joints is not None else None

    def start_of(self, joints: tuple[tuple[str, ...], ...], i: int) -> int | None:
        """Where the first of these small words starts that ends before ``i``."""
        for words in joints:
            start = i - len(words)
            if start == i - 1 or (start >= self.begin and tuple(self.n[start:i]) == words):
                return start
        return None

    def joints_before(self, i: int) -> JointsBefore:
        """The small words that may end before ``i``, by their kinds."""
        return self.index.endings.get(self.n[i - 1], _NOTHING) if i > self.begin else _NOTHING

    def before_article(self, i: int) -> int:
        """Where the article before ``i`` stands; ``i`` where there is none."""
        if i <= self.begin:
            return i
        joints = self.index.joints.get(self.n[i - 1])
        if joints is None or "articles" not in joints:
            return i
        return i - 1 if self.joint("articles", i - 1) == i else i

    def after_article(self, i: int) -> bool:
        """Whether an article stands before ``i``."""
        return self.before_article(i) < i

    def at(self, i: int) -> str:
        """The atom at ``i``, or nothing."""
        return self.n[i] if self.begin <= i < self.limit else ""

    def goes_on(self, i: int) -> bool:
        """Whether what stands at ``i`` may be more of the time before it."""
        if i >= self.limit:
            return False
        norm = self.n[i]
        return self.index.goes_on[norm] or (
            norm in DATE_MARKS and self.glued(i + 1) and self.glued(i)
        )

    def glued(self, i: int) -> bool:
        """Whether nothing stands between an atom and the one before it."""
        atoms = self.atoms
        return self.begin < i < self.limit and atoms.starts[i] == atoms.ends[i - 1]

    def closes(self, i: int) -> bool:
        """Whether what stands at ``i`` is no more of the same noun phrase: a mark, or the end."""
        return i >= self.limit or not self.n[i][0].isalnum()

    def capital(self, i: int) -> bool:
        """Whether a word has a capital that it need not have for its place."""
        return i != self.opening and self.atoms.words[i][:1].isupper()

    def counted(self, i: int) -> bool:
        """Whether a counted noun or a unit stands at ``i``: the number before it is a quantity."""
        if i >= self.limit:
            return False
        norm = self.n[i]
        return norm in self.lex.counted or norm in self.lex.plurals

    def number(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits (at most three) or words."""
        if i >= self.limit:
            return None
        norm = self.n[i]
        if norm.isdecimal():
            return (i + 1, int(norm)) if len(norm) <= 3 else None
        return self.match(self.lex.cardinals, i)

    def day_number(self, i: int, *, words: bool = True) -> tuple[int, int] | None:
        """``1 ... 31 | ordinal | number in words``: a day of the month."""
        if i >= self.limit:
            return None
        norm = self.n[i]
        if norm.isdecimal():
            found: tuple[int, int] | None = (i + 1, int(norm)) if len(norm) <= 2 else None
        else:
            found = self.match(self.lex.ordinals, i)
            if found is None and words:
                found = self.match(self.lex.cardinals, i)
        return found if found is not None and 1 <= found[1] <= 31 else None

    def year_number(self, i: int) -> tuple[int, int] | None:
        """Four digits that can be a year, and count nothing."""
        norm = self.n[i] if i < self.limit else ""
        if len(norm) == 4 and norm.isdecimal() and 1000 <= (year := int(norm)) <= 2199:
            after = i + 1
            if not (self.counted(after) or self._is_adjective_before_counted(after)):
                return after, year
            if i - 1 == self.opening and self.preceded("within", i) is not None:
                return after, year
        return None

    def _is_adjective_before_counted(self, i: int) -> bool:
        """2047 registered voters: one word between a number and what it counts."""
        return (
            i + 1 < self.limit
            and self.n[i + 1] in self.lex.counted
            and self.n[i].isalpha()
            and self.n[i] not in self.lex.words.joints.articles
            and self.atoms.words[i].islower()
            and self.at(i - 2) in self.lex.words.joints.of
        )

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
        if not self.goes_on(i):
            return None
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

    def _year_places(self, i: int) -> Iterator[int]:
        """Where a year may stand that belongs to what ends before ``i``."""
        yield i
        if self.at(i) == ",":
            yield i + 1
        if self.at(i) in DATE_MARKS and self.glued(i) and self.glued(i + 1):
            yield i + 1
        after = self.joint("of", i)
        if after > i:
            yield after
            found = self.match(self.lex.year_words, after)
            if found is not None:
                yield found[0]

    def _two_digits(self, i: int) -> tuple[int, int] | None:
        norm = self.at(i)
        if len(norm) == 2 and norm.isdecimal() and not self.counted(i + 1):
            return i + 1, whole_year(int(norm))
        return None


def whole_year(digits: int) -> int:
    """The year that two digits are short for."""
    return 2000 + digits if digits < PIVOT else 1900 + digits
