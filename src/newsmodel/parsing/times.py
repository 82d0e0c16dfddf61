"""Times: the dates and periods that a text names, resolved against its publication date.

In: tokens, the profile of their language, the publication date at whatever precision it has (or
None). Out: :class:`TimeSpan`, in the text's order, none inside another. An expression that cannot
be resolved keeps its span, without a value. This module decides where to look, what the words
around a time make of it (since, until, every), and which tense it is in; what the words of a time
mean is :mod:`newsmodel.parsing.time_grammar`'s, what they come to
:mod:`newsmodel.parsing.time_expressions`'. Knows no word of any language.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from newsmodel.errors import ModelError
from newsmodel.languages.times import Choice, TimeLexicon
from newsmodel.model import EDTF, Excerpt, TimeReference
from newsmodel.parsing import calendar
from newsmodel.parsing.calendar import Stretch
from newsmodel.parsing.tense import Clause, Tense, read_clause
from newsmodel.parsing.time_atoms import Atoms
from newsmodel.parsing.time_expressions import Context, Date, Deictic, Range
from newsmodel.parsing.time_grammar import Found, Grammar
from newsmodel.parsing.tokens import Tokens

if TYPE_CHECKING:
    from newsmodel.languages.profile import Profile


class Relation(StrEnum):
    """How what happens lies to the time: at it, from it on, or up to it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"


@frozen(slots=True, kw_only=True)
class TimeSpan:
    """A time in the text: the tokens from ``first`` up to, not including, ``last``.

    ``reference`` is None where it has no value that can be known: "the coming weeks". ``relation``
    is what the word before it says; the value of a since or an until is open on the other side.
    ``preposition`` is the token before the span that opens it (on, in), or None.
    """

    first: int
    last: int
    reference: TimeReference | None
    relation: Relation = Relation.AT
    preposition: int | None = None

    @property
    def since(self) -> bool:
        """Whether what happens goes on from this time."""
        return self.relation is Relation.SINCE


def find(tokens: Tokens, profile: Profile, published: EDTF | None) -> list[TimeSpan]:
    """The times of a text.

    >>> from newsmodel.languages.profile import load_profile
    >>> from newsmodel.parsing.tokens import tokenize
    >>> text = "Two frigates left on Monday and will return in the spring of 2023."
    >>> spans = find(tokenize(text), load_profile("en"), EDTF("2022-12-21"))
    >>> [(s.reference.excerpt.text, str(s.reference)) for s in spans]
    [('Monday', '2022-12-19'), ('spring of 2023', '2023-21')]
    """
    return _Finder(tokens, profile.times, reference_of(published)).find()


def reference_of(published: EDTF | None) -> Stretch | None:
    """A publication date as a stretch: a day, a month or a year; None for all else."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d/])", str(published or ""))
    if match is None or "/" in str(published):
        return None
    year, month, day = match[1], match[2], match[3]
    try:
        if day is not None:
            return calendar.day(dt.date(int(year), int(month), int(day)))
        if month is not None:
            return calendar.month(int(year), int(month))
        return calendar.year(int(year))
    except ValueError:
        return None


class _Finder:
    __slots__ = ("day_first", "grammar", "lexicon", "previous", "published", "spans", "tokens")

    def __init__(self, tokens: Tokens, lexicon: TimeLexicon, published: Stretch | None) -> None:
        self.tokens, self.lexicon, self.published = tokens, lexicon, published
        self.previous: Stretch | None = None
        self.spans: list[TimeSpan] = []
        self.day_first: bool | None = None

    def find(self) -> list[TimeSpan]:
        norms, starters = self.tokens.norms, self.lexicon.starters
        for first, last in self.tokens.sentences:
            sentence = norms[first:last]
            if any(n in starters or n[0].isdigit() or "-" in n for n in sentence):
                self._sentence(first, last)
        return self.spans

    def _sentence(self, first: int, last: int) -> None:
        atoms = Atoms(self.tokens, first, last, self.lexicon)
        grammar = Grammar(atoms, self.lexicon, self._is_day_first())
        self.grammar = grammar
        starters, norms = self.lexicon.starters, atoms.norms
        i = 0
        while i < len(norms):
            if norms[i] in starters or norms[i][0].isdigit():
                found = grammar.read(i)
                if found is not None:
                    i = max(i + 1, self._take(found))
                    continue
            i += 1

    def _is_day_first(self) -> bool:
        """The order of numeric dates: the language's, unless one in the text shows the other."""
        if self.day_first is None:
            self.day_first = self.lexicon.words.day_first
            if not self.day_first:
                for norm in self.tokens.norms:
                    match = _NUMERIC.fullmatch(norm) if norm[0].isdigit() else None
                    if match is not None and 12 < int(match[1]) <= 31 and int(match[2]) <= 12:
                        self.day_first = True
                        break
        return self.day_first

    def _take(self, found: Found) -> int:
        """Keep what was found if its surroundings bear it out; where to go on."""
        grammar = self.grammar
        start = grammar.joint("articles", found.start - 1) if found.start else 0
        bare = found.start - 1 if found.start and start == found.start else found.start
        relation, opened = self._relation(bare, found)
        if found.doubtful and opened is None and not self._is_borne_out(bare, found):
            return found.start + 1
        if self._recurs(found):
            return found.end
        token = grammar.atoms.token
        first, last = token[found.start], token[found.end - 1] + 1
        clause = self._clause(first, last, found)
        if found.ahead and not self._counts_from_now(bare, clause, found):
            return found.end
        context = Context(
            self.published, clause, self.previous, since=relation is Relation.SINCE and (
                self._is_since(bare)
            )
        )
        stretch = found.expression.resolve(context)
        if stretch is not None and relation is not Relation.UNTIL:
            self.previous = stretch
        self._keep(found, stretch, relation, opened)
        return found.end

    def _keep(
        self, found: Found, stretch: Stretch | None, relation: Relation, opened: int | None
    ) -> None:
        atoms = self.grammar.atoms
        inner = relation is not Relation.AT or isinstance(found.expression, Range)
        begin = opened if inner and opened is not None else found.start
        start, end = atoms.starts[begin], atoms.ends[found.end - 1]
        reference = None
        if stretch is not None:
            value = _edtf(stretch, relation)
            if value is not None:
                excerpt = Excerpt(text=self.tokens.text[start:end], start=start)
                reference = TimeReference(value=value, excerpt=excerpt)
        self.spans.append(
            TimeSpan(
                first=atoms.token[begin],
                last=atoms.token[found.end - 1] + 1,
                reference=reference,
                relation=relation,
                preposition=atoms.token[opened] if opened is not None else None,
            )
        )

    def _relation(self, i: int, found: Found) -> tuple[Relation, int | None]:
        """What the words before a time make of it, and where they start."""
        grammar = self.grammar
        if isinstance(found.expression, Range):
            for name in ("range_from", "between", "onwards", "since"):
                start = grammar.preceded(name, i)
                if start is not None:
                    return Relation.AT, start
            return Relation.AT, grammar.preceded("within", i)
        for name, relation in (
            ("since", Relation.SINCE),
            ("onwards", Relation.SINCE),
            ("until", Relation.UNTIL),
            ("not_after", Relation.UNTIL),
        ):
            start = grammar.preceded(name, i)
            if start is not None:
                return relation, start
        on = grammar.preceded("on", i)
        return Relation.AT, on if on is not None else grammar.preceded("within", i)

    def _is_since(self, i: int) -> bool:
        return self.grammar.preceded("since", i) is not None

    def _is_borne_out(self, i: int, found: Found) -> bool:
        """Whether a doubtful time stands where a time does: in brackets, or after another."""
        grammar = self.grammar
        if grammar.at(i - 1) in self.lexicon.words.year_before:
            return True
        if grammar.at(i - 1) == "(" and grammar.at(found.end) in (")", ",", "-"):
            return True
        return isinstance(found.expression, Date) and found.expression.choice is not None

    def _recurs(self, found: Found) -> bool:
        """Whether it is one of many: every Monday, each summer."""
        words, before = self.lexicon.words, self.grammar.at(found.start - 1)
        expression = found.expression
        plain = not isinstance(expression, Date) or not (expression.day or expression.year)
        return plain and before in words.recurring and not isinstance(expression, Deictic)

    def _clause(self, first: int, last: int, found: Found) -> Clause:
        expression = found.expression
        if isinstance(expression, Date) and expression.weekday and self._is_genitive(found):
            around = read_clause(self.tokens, first, last, self.lexicon.tense)
            return around if around.tense is Tense.FUTURE else _GONE
        return read_clause(self.tokens, first, last, self.lexicon.tense)

    def _is_genitive(self, found: Found) -> bool:
        """Monday's attack, de aanval van maandag: of what has been."""
        grammar = self.grammar
        if grammar.at(found.end) in _GENITIVE:
            return True
        return grammar.at(found.start - 1) in self.lexicon.words.joints.of_date

    def _counts_from_now(self, i: int, clause: Clause, found: Found) -> bool:
        """Whether "in two weeks" is two weeks from now and not how long something took."""
        if self.published is None:
            return False
        return clause.tense is not Tense.PAST


_GENITIVE = ("'s", "’s")
_GONE = Clause(Tense.PAST)
_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")


def _edtf(stretch: Stretch, relation: Relation) -> EDTF | None:
    """The value, open on one side after since or until."""
    text = stretch.edtf
    if relation is Relation.SINCE:
        text = f"{_closed(stretch.low)}/.."
    elif relation is Relation.UNTIL:
        text = f"../{_closed(stretch.high)}"
    try:
        return EDTF(text)
    except ModelError:
        return None


def _closed(end: str) -> str:
    # Level 1 has no unspecified day in an interval: the month is what is known.
    return end.removesuffix("-XX")
