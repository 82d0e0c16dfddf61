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
from bisect import bisect_left
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache, partial
from itertools import compress, count

from attrs import define

from newsmodel.errors import ModelError
from newsmodel.languages.profile import Profile
from newsmodel.languages.times import TimeLexicon
from newsmodel.model import EDTF, Excerpt, TimeReference
from newsmodel.parsing import calendar
from newsmodel.parsing.calendar import Stretch
from newsmodel.parsing.tense import Clause, Tense, read_clause
from newsmodel.parsing.time_atoms import Atoms
from newsmodel.parsing.time_expressions import (
    Context,
    Date,
    DaysIn,
    Deictic,
    Expression,
    Fixed,
    Range,
    SeasonOf,
)
from newsmodel.parsing.time_grammar import Grammar
from newsmodel.parsing.time_reader import Found, JointsBefore
from newsmodel.parsing.time_words import COMPOSED, CORE, DIGITS, LEANS, STARTER, TRIGGER, index_of
from newsmodel.parsing.tokens import Tokens


class Relation(StrEnum):
    """How what happens lies to the time: at it, from it on, or up to it."""

    AT = "at"
    SINCE = "since"
    UNTIL = "until"


# Looked up once: a member costs much more through its class.
_AT, _SINCE, _UNTIL = Relation.AT, Relation.SINCE, Relation.UNTIL
_IS_PAST, _IS_FUTURE = Tense.PAST, Tense.FUTURE


@define(slots=True)
class TimeSpan:
    """A time in the text: the tokens from ``first`` up to, not including, ``last``.

    Never changed once it is made.

    ``reference`` is None where it has no value that can be known: "the coming weeks". ``relation``
    is what the word before it says; the value of a since or an until is open on the other side.
    ``preposition`` is the token before the span that opens it (on, in), or None.
    """

    first: int
    last: int
    reference: TimeReference | None
    relation: Relation = _AT
    preposition: int | None = None

    @property
    def since(self) -> bool:
        """Whether what happens goes on from this time."""
        return self.relation is _SINCE


def find(tokens: Tokens, profile: Profile, published: EDTF | None) -> list[TimeSpan]:
    """The times of a text.

    >>> from newsmodel.languages.profile import load_profile
    >>> from newsmodel.parsing.tokens import tokenize
    >>> text = "Two frigates left on Monday and will return in the spring of 2023."
    >>> spans = find(tokenize(text), load_profile("en"), EDTF("2022-12-21"))
    >>> [(s.reference.excerpt.text, str(s.reference)) for s in spans]
    [('Monday', '2022-12-19'), ('spring of 2023', '2023-21')]
    """
    return _Finder(tokens, profile, reference_of(published)).find()


def reference_of(published: EDTF | None) -> Stretch | None:
    """A publication date as a stretch: a day, a month or a year; None for all else."""
    written = str(published) if published is not None else ""
    match = _PUBLISHED.match(written)
    if match is None or "/" in written:
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
    __slots__ = (
        "beside",
        "composed",
        "day_first",
        "grammar",
        "lexicon",
        "places",
        "previous",
        "profile",
        "published",
        "roles",
        "spans",
        "tokens",
    )

    def __init__(self, tokens: Tokens, profile: Profile, published: Stretch | None) -> None:
        self.tokens, self.profile, self.published = tokens, profile, published
        self.lexicon: TimeLexicon = profile.times
        self.roles = index_of(self.lexicon).roles
        self.previous: Stretch | None = None
        self.spans: list[TimeSpan] = []
        #: The tokens that may be of a time, and whether any of them may be several atoms.
        self.places: list[int] = []
        self.composed = False
        self.day_first: bool | None = None
        #: The last time's end, how its clause is read, and whether it is due.
        self.beside: tuple[int, Callable[[], Clause], bool] | None = None

    def find(self) -> list[TimeSpan]:
        marks = list(map(self.roles.__getitem__, self.tokens.norms))
        places = self.places = list(compress(count(), marks))
        kinds = list(filter(None, marks))
        self.composed = not _COMPOSED.isdisjoint(kinds)
        plain: Grammar | None = None
        done = 0
        for i in compress(places, map(_TRIGGERS.__contains__, kinds)):
            if i < done:
                continue
            first, done = self.tokens.sentences[self.tokens.sentence_of(i)]
            within = places[bisect_left(places, first) : bisect_left(places, done)]
            if self.composed and any(marks[k] & COMPOSED for k in within):
                self._composed_sentence(first, done, marks)
            else:
                if plain is None:
                    plain = Grammar(Atoms(self.tokens), self.lexicon, self._is_day_first())
                plain.enter(first, done)
                self._sentence(plain, within, marks)
        return self.spans

    def _composed_sentence(self, first: int, last: int, marks: list[int]) -> None:
        """The same where a token may be several atoms, which have marks of their own."""
        composed = [i for i in range(first, last) if marks[i] & COMPOSED]
        atoms = Atoms.taken_apart(self.tokens, first, last, composed, self.lexicon)
        own = list(map(self.roles.__getitem__, atoms.norms))
        grammar = Grammar(atoms, self.lexicon, self._is_day_first())
        self._sentence(grammar, list(compress(count(), own)), own)

    def _sentence(self, grammar: Grammar, places: list[int], marks: list[int]) -> None:
        """The times of a sentence, of which ``places`` are the atoms that may be of one."""
        self.grammar, self.beside = grammar, None
        done = grammar.begin
        for at, i in enumerate(places):
            if i < done or (marks[i] & LEANS and not grammar.may_open(i)):
                continue
            if not (marks[i] & _OPENS or self._may_begin(marks, places, at)):
                continue
            found = grammar.read(i)
            if found is not None:
                done = max(i + 1, self._take(found))

    def _may_begin(self, marks: list[int], places: list[int], at: int) -> bool:
        """Whether a time may begin some words before its core."""
        i = places[at]
        if not marks[i] & STARTER:
            return False
        for k in places[at + 1 : at + 1 + _CORE_REACH]:
            if k > i + _CORE_REACH:
                return False
            if marks[k] & CORE or (marks[k] & DIGITS and k <= i + _DIGITS_REACH):
                return True
        return False

    def _is_day_first(self) -> bool:
        """The order of numeric dates: the language's, unless one in the text shows the other."""
        if self.day_first is None:
            self.day_first = self.lexicon.words.day_first or (
                self.composed
                and any(
                    12 < int(match[1]) <= 31 and int(match[2]) <= 12
                    for i in self.places
                    if (match := _NUMERIC.fullmatch(self.tokens.norms[i]))
                )
            )
        return self.day_first

    def _take(self, found: Found) -> int:
        """Keep what was found if its surroundings bear it out; where to go on."""
        grammar = self.grammar
        bare = grammar.before_article(found.start)
        before = grammar.joints_before(bare)
        relation, opened = self._relation(bare, found, before) if before else _UNRELATED
        if found.doubtful and not self._is_borne_out(bare, found, opened):
            return found.start + 1
        start = found.start
        recurring = start > grammar.begin and grammar.n[start - 1] in self.lexicon.words.recurring
        if recurring and _may_recur(found):
            return found.end
        context = self._context(found, bare, relation, before)
        if relation is _SINCE and self._is_origin(opened, context, found):
            relation, context = _AT, context.without_since()
        if found.ahead and not self._counts_from_now(context.clause, found):
            return found.end
        stretch = _resolved(found.expression, context)
        if stretch is not None and relation is not _UNTIL:
            self.previous = stretch
        self._keep(found, stretch, relation, opened)
        return found.end

    def _keep(
        self, found: Found, stretch: Stretch | None, relation: Relation, opened: int | None
    ) -> None:
        atoms = self.grammar.atoms
        begin, last = found.start, found.end - 1
        if opened is not None and (relation is not _AT or isinstance(found.expression, _STRETCHES)):
            begin = opened
        start, end = atoms.starts[begin], atoms.ends[last]
        reference = None
        if stretch is not None:
            written = self._open_ended(stretch, relation, opened) if relation is not _AT else None
            value = _edtf(written or stretch.edtf)
            if value is not None:
                excerpt = Excerpt(text=self.tokens.text[start:end], start=start)
                reference = TimeReference(value=value, excerpt=excerpt)
        token = atoms.token
        preposition = token[opened] if opened is not None else None
        self.spans.append(TimeSpan(token[begin], token[last] + 1, reference, relation, preposition))

    def _relation(self, i: int, found: Found, before: JointsBefore) -> tuple[Relation, int | None]:
        """What the words before a time make of it, and where they start."""
        for name, relation in _IN_RANGE if isinstance(found.expression, _STRETCHES) else _RELATIONS:
            if name in before:
                start = self.grammar.start_of(before[name], i)
                if start is not None:
                    return relation, start
        return _UNRELATED

    def _open_ended(self, stretch: Stretch, relation: Relation, opened: int | None) -> str:
        """The value as EDTF writes it after since, until or before: open on one side."""
        if relation is _SINCE:
            return f"{stretch.low}/.."
        before = opened is not None and self.grammar.joint("not_after", opened) > opened
        return f"../{_closed(stretch.low if before else stretch.high)}"

    def _is_borne_out(self, i: int, found: Found, opened: int | None) -> bool:
        """Whether a doubtful time stands where a time does: after a preposition, in brackets."""
        grammar, expression = self.grammar, found.expression
        if isinstance(expression, Date) and expression.choice is not None:
            return True
        if isinstance(expression, Date) and expression.day:
            names = ("on", "since", "onwards", "until", "not_after")
            return any(grammar.preceded(name, i) is not None for name in names)
        if grammar.is_lower_month(found):
            return grammar.at(i - 1) in self.lexicon.words.lower_month_after
        if isinstance(expression, SeasonOf) and grammar.at(found.start) in self.lexicon.doubtful:
            # In the fall, but not: to fall.
            return opened is not None and found.start > i
        if opened is not None:
            return True
        if grammar.at(i - 1) in self.lexicon.words.year_before:
            return True
        if grammar.at(i - 1) == "(" and grammar.at(found.end) in (")", ",", "-"):
            return True
        return found.start > i and self._is_attributive_year(found)

    def _is_attributive_year(self, found: Found) -> bool:
        """The 2019 elections: between an article and a noun, and no round number."""
        expression, after = found.expression, self.grammar.at(found.end)
        return (
            isinstance(expression, Date)
            and expression.year is not None
            and 1900 < expression.year < 2060
            and expression.year % 100 > 0
            and after.isalpha()
        )

    def _context(
        self, found: Found, bare: int, relation: Relation, before: JointsBefore
    ) -> Context:
        """What a time is resolved against; one that is joined to another is in its clause."""
        preceded = self.grammar.preceded
        read: Callable[[], Clause] = partial(self._clause, found, bare)
        due = relation is _UNTIL or (
            "deadline" in before and preceded("deadline", bare) is not None
        )
        beside = self.beside
        if beside is not None and bare - beside[0] == 1 and self._is_joint(beside[0]):
            read, due = beside[1], due or beside[2]
        self.beside = found.end, read, due
        since = relation is _SINCE and preceded("since", bare) is not None
        return Context(self.published, read, self.previous, since, due)

    def _clause(self, found: Found, bare: int) -> Clause:
        expression = found.expression
        if bare < found.start and isinstance(expression, Date):
            if self.grammar.at(found.start) in self.lexicon.months:
                # "the Nov. 8 election": the nearest, whatever the clause says of it.
                return _NEAREST
        token = self.grammar.atoms.token
        first, last = token[found.start], token[found.end - 1] + 1
        clause = read_clause(self.tokens, first, last, self.profile)
        of_weekday = isinstance(expression, Date) and expression.weekday is not None
        if of_weekday and self._is_genitive(found):
            return clause if clause.tense is _IS_FUTURE else _GONE
        return _AHEAD if clause.promises and not of_weekday else clause

    def _is_joint(self, i: int) -> bool:
        """Saturday and Sunday: whether a word joins two times."""
        joints, norm = self.lexicon.words.joints, self.grammar.at(i)
        return norm in joints.between_and or norm in joints.joins

    def _is_genitive(self, found: Found) -> bool:
        """Monday's attack, de aanval van maandag: of what has been."""
        grammar = self.grammar
        joints = self.lexicon.words.joints
        if grammar.at(found.end) in joints.genitive:
            return True
        return grammar.at(found.start - 1) in joints.of_date

    def _counts_from_now(self, clause: Clause, found: Found) -> bool:
        """Whether "in two weeks" is two weeks from now and not how long something took."""
        after = self.grammar.at(found.end)
        if after.isalpha() and after in self.lexicon.tense.hard_breaks:
            return False
        return clause.tense is not _IS_PAST and not clause.states

    def _is_origin(self, opened: int | None, context: Context, found: Found) -> bool:
        """Whether "from" says of which time something is, and not since when it goes on."""
        if opened is None or self.grammar.at(opened) not in self.lexicon.words.joints.origin:
            return False
        expression = found.expression
        year = isinstance(expression, Fixed) or (
            isinstance(expression, Date) and expression.whole and not expression.month
        )
        return year or context.clause.tense is _IS_PAST


def _may_recur(found: Found) -> bool:
    """Whether it may be one of many: every Monday, each summer."""
    expression = found.expression
    if isinstance(expression, Date):
        return not (expression.day or expression.year)
    return not isinstance(expression, Deictic)


_STRETCHES = (Range, DaysIn)
_UNRELATED: tuple[Relation, int | None] = (_AT, None)
#: The kinds of small words before a time, in the order in which they count, and what they make of
#: it; before a range they are part of it.
_RELATIONS = (
    ("since", Relation.SINCE),
    ("onwards", Relation.SINCE),
    ("until", Relation.UNTIL),
    ("not_after", Relation.UNTIL),
    ("on", Relation.AT),
    ("within", Relation.AT),
)
_IN_RANGE = tuple(
    (name, Relation.AT) for name in ("range_from", "between", "onwards", "since", "within")
)
_TRIGGERS = frozenset(roles for roles in range(2 * LEANS) if roles & TRIGGER)
_COMPOSED = frozenset(roles for roles in range(2 * LEANS) if roles & COMPOSED)
#: What a time may begin with wherever it stands.
_OPENS = DIGITS | CORE
#: How many tokens before its core a time begins at most, and how many before its digits.
_CORE_REACH, _DIGITS_REACH = 6, 3
_NEAREST = Clause(Tense.PRESENT)
_AHEAD = Clause(Tense.FUTURE)
_GONE = Clause(Tense.PAST)
_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d/])")
_NUMERIC = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}")


def _resolved(expression: Expression, context: Context) -> Stretch | None:
    try:
        return expression.resolve(context)
    except (ValueError, OverflowError):
        # Outside the years 1 to 9999.
        return None


@lru_cache(maxsize=4096)
def _edtf(text: str) -> EDTF | None:
    """The value of a text; those of a day's news are the same few dates."""
    try:
        return EDTF(text)
    except ModelError:
        return None


def _closed(end: str) -> str:
    # Level 1 has no unspecified day in an interval: the month is what is known.
    return end.removesuffix("-XX")
