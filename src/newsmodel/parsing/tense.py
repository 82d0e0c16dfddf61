"""The tense of the clause around a token: past, present or future, by the language's data.

In: tokens, the place of a token (or of a span of them) and the profile. Out: :class:`Tense`, or a
:class:`Clause` that also says whether a present only states how things are. Knows no word of any
language, and no more of syntax than where clauses end and on which side of a time its verb stands.

What a word can be is found once, by :class:`_Evidence`; the clauses are read in the marks alone.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from attrs import frozen

from newsmodel.languages.byword import ByWord
from newsmodel.languages.profile import Form, MoveForm, Profile
from newsmodel.languages.times import TenseLexicon
from newsmodel.model import DeploymentKind
from newsmodel.parsing.tokens import Tokens

#: No clause is read further than this many tokens to either side.
REACH = 40
#: How far before a participle its auxiliary may stand, where verbs stand together.
NEAR = 4
#: A present further than this before a time says nothing of it.
NEAR_PRESENT = 8
#: A stretch between commas or conjunctions with so many words beside the time is a clause itself.
WHOLE = 4


class Tense(StrEnum):
    """When a clause is about, seen from the day of publication."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@frozen(slots=True)
class Clause:
    """What a clause says of its time.

    ``tense``, and ``states``: a present that says how things are or what is said, or that no verb
    shows, so that a day in it has gone by rather than is to come. ``promises``: a past of which an
    infinitive after the time says what is to come, so that a month is that infinitive's.
    """

    tense: Tense
    states: bool = False
    promises: bool = False


#: What is decided on before it is done.
_DECIDED = (DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL)
_PRESENT_FORMS = (Form.PRESENT, Form.INFINITIVE)
#: Forms of which a word that has no other tells the past.
_PAST_FORMS = frozenset({"past", "participle", "joined"})
_PAST, _FUTURE = Clause(Tense.PAST), Clause(Tense.FUTURE)
_PROMISE = Clause(Tense.PAST, promises=True)
_STATES, _COMING = Clause(Tense.PRESENT, states=True), Clause(Tense.PRESENT)


def clause_tense(tokens: Tokens, i: int, profile: Profile) -> Tense:
    """The tense of the clause that token ``i`` is in.

    >>> from newsmodel.languages.profile import load_profile
    >>> from newsmodel.parsing.tokens import tokenize
    >>> clause_tense(tokenize("The ships will leave on Friday."), 5, load_profile("en")).value
    'future'
    """
    return read_clause(tokens, i, i + 1, profile).tense


def read_clause(tokens: Tokens, first: int, last: int, profile: Profile) -> Clause:
    """The clause around the tokens from ``first`` up to, not including, ``last``."""
    return _Reader(tokens, first, last, profile).read()


#: What a word can be, as bits: most words are none of it, and are passed over at once.
_OPENS_FUTURE, _PAST_FORM, _FINITE_PAST, _PARTICIPLE, _PASTLIKE = 1, 2, 4, 8, 16
_DATED, _STATIVE, _REPORTED, _PERFECT = 32, 64, 128, 256
_PASSIVE, _PROMISES, _ACTS, _POSSESSIVE = 512, 1024, 2048, 4096
#: Past forms by their ending, which in capitals are names; and what ends a clause.
_ENDS_AS_PAST, _BE, _HARD, _SOFT = 8192, 16384, 32768, 65536
_VERB = _FINITE_PAST | _STATIVE | _ACTS
#: What is evidence by itself where the verb stands before the time.
_TELLING = _OPENS_FUTURE | _PASTLIKE | _ENDS_AS_PAST | _DATED | _STATIVE
_MET = _TELLING | _HARD


@frozen(slots=True, eq=False)
class _Evidence:
    """What tells what a word can be."""

    words: TenseLexicon
    moves: Mapping[str, tuple[MoveForm, ...]]
    possessives: Container[str]

    def marks(self, norm: str) -> int:
        """What a word can be."""
        words = self.words
        return (
            _OPENS_FUTURE * (norm in words.future)
            | _PAST_FORM * (norm in words.past)
            | _FINITE_PAST * self._is_finite_past(norm)
            | _PARTICIPLE * self._is_participle(norm)
            | _PASTLIKE
            * (norm not in words.not_past and (norm in words.past or norm in words.participles))
            | _ENDS_AS_PAST
            * (norm not in words.not_past and len(norm) > 3 and norm.endswith(words.past_suffixes))
            | _DATED * (norm in words.dated)
            | _STATIVE * (norm in words.stative)
            | _REPORTED * (norm in words.reported)
            | _PERFECT * (norm in words.perfect)
            | _PASSIVE * (norm in words.passive)
            | _PROMISES * (norm in words.promises)
            | _ACTS * (norm in words.passive or self._is_present_move(norm))
            | _POSSESSIVE * (norm in self.possessives)
            | _BE * (norm in words.be)
            | _HARD * (norm in words.hard_breaks)
            | _SOFT * (norm in words.soft_breaks)
        )

    def _is_present_move(self, norm: str) -> bool:
        return any(form.form in _PRESENT_FORMS for form in self.moves.get(norm, ()))

    def _is_finite_past(self, norm: str) -> bool:
        words = self.words
        if norm in words.past:
            return True
        forms = self.moves.get(norm, ())
        if any(f.form == "past" for f in forms) and all(f.form in _PAST_FORMS for f in forms):
            return True
        if norm.startswith(words.participle_prefixes[:1]) or norm in words.not_past:
            return False
        if len(norm) > 6 and norm.endswith(words.past_suffixes):
            return True
        return any(norm.startswith(p) and norm[len(p) :] in words.past for p in words.past_prefixed)

    def _is_participle(self, norm: str) -> bool:
        words = self.words
        if norm in words.participles:
            return True
        return (
            len(norm) > 4
            and norm.startswith(words.participle_prefixes)
            and norm.endswith(words.participle_suffixes)
            and norm not in words.not_past
        )


@lru_cache(maxsize=16)
def _marks_of(profile: Profile) -> Mapping[str, int]:
    """What each word of a language can be."""
    return ByWord(_Evidence(profile.times.tense, profile.moves, profile.words.possessives).marks)


class _Reader:
    __slots__ = (
        "_right",
        "ceiling",
        "first",
        "floor",
        "last",
        "marks",
        "norms",
        "profile",
        "tokens",
    )

    def __init__(self, tokens: Tokens, first: int, last: int, profile: Profile) -> None:
        self.tokens, self.first, self.last = tokens, first, last
        self.norms = tokens.norms
        self.profile = profile
        self.marks = _marks_of(profile)
        begin, end = tokens.sentences[tokens.sentence_of(first)]
        #: How far the clause is looked for; where it ends is asked only by what depends on it.
        self.floor = begin if begin > first - REACH else first - REACH
        self.ceiling = end if end < last + REACH else last + REACH
        self._right = -1

    @property
    def right(self) -> int:
        """Where the clause ends."""
        if self._right < 0:
            self._right = self._end(_HARD)
        return self._right

    def _start(self, breaks: int) -> int:
        """Behind the last of some breaks before the time."""
        norms, marks = self.norms, self.marks
        for k in range(self.first - 1, self.floor - 1, -1):
            if marks[norms[k]] & breaks:
                return k + 1
        return self.floor

    def _end(self, breaks: int) -> int:
        """The first of some breaks behind the time."""
        norms, marks = self.norms, self.marks
        for k in range(self.last, self.ceiling):
            if marks[norms[k]] & breaks:
                return k
        return self.ceiling

    def read(self) -> Clause:
        verb_before = self.profile.times.tense.verb_left
        return self._by_verb_before() if verb_before else self._by_whole_clause()

    # Languages whose verb stands before the time: the nearest evidence decides.

    def _by_verb_before(self) -> Clause:
        norms, marks = self.norms, self.marks
        for k in range(self.first - 1, self.floor - 1, -1):
            mark = marks[norms[k]]
            if mark & _MET:
                if mark & _HARD:
                    break
                clause = self._evidence(k, mark)
                if clause is not None:
                    far = clause is _COMING and self.first - k > NEAR_PRESENT
                    return _STATES if far else clause
        for k in range(self.last, self.ceiling):
            mark = marks[norms[k]]
            if mark & _MET:
                if mark & _HARD:
                    break
                clause = self._evidence(k, mark)
                if clause is not None:
                    # A present after the time is of another clause as often as not.
                    return _STATES if clause is _COMING else clause
        return _STATES

    def _evidence(self, k: int, mark: int) -> Clause | None:
        if mark & _OPENS_FUTURE and self._is_future(k):
            return None if self._is_perfect_modal(k) else _FUTURE
        if self._is_pastlike(k, mark):
            return _FUTURE if self._is_own_plan(k) else self._by_auxiliary(k)
        if mark & _DATED and not self._is_noun(k):
            return _COMING
        if mark & _STATIVE and self.norms[k] not in self.profile.times.tense.auxiliaries:
            return self._stative(k, mark)
        return None

    def _is_own_plan(self, k: int) -> bool:
        """ "said it was moving 250 men on Saturday": what a source says that it is about to do."""
        norms, profile = self.norms, self.profile
        if profile.words.auxiliaries.get(norms[k]) != "be" or k < self.floor + 2:
            return False
        if norms[k - 1] not in profile.words.pronouns or k + 1 >= len(norms):
            return False
        if not any(
            form.form is Form.GERUND and form.move.kind in _DECIDED and form.move.force != "subject"
            for form in profile.moves.get(norms[k + 1], ())
        ):
            return False
        said = k - 3 if norms[k - 2] in profile.words.complementizers else k - 2
        return any(form.finite for form in profile.cues.get(norms[said], ()))

    def _is_noun(self, k: int) -> bool:
        """Whether an article makes a noun of a word: the start of the talks."""
        joints = self.profile.times.words.joints
        return k > 0 and self.norms[k - 1] in joints.articles

    def _is_future(self, k: int) -> bool:
        """Whether a word that can begin what tells of the future does."""
        # A capital is a name's: Will, May.
        word, words = self.tokens.words[k], self.profile.times.tense
        if word[0].isupper() and word[1:2].islower() and not self._opens(k):
            return False
        # An infinitive is not the verb of its clause.
        if k > 0 and self.norms[k - 1] in words.infinitive_marks:
            return False
        return words.future.match(self.norms, k, self.right) is not None

    def _opens(self, k: int) -> bool:
        """Whether a token is the first of the clause."""
        if k <= self.floor:
            return True
        return k <= self.first and self.marks[self.norms[k - 1]] & _HARD != 0

    def _is_perfect_modal(self, k: int) -> bool:
        norms, marks = self.norms, self.marks
        if not marks[norms[k]] & _REPORTED:
            return False
        return any(marks[norm] & _PERFECT for norm in norms[k + 1 : k + 3])

    def _is_pastlike(self, k: int, mark: int) -> bool:
        if mark & _PASTLIKE:
            return True
        return mark & _ENDS_AS_PAST != 0 and self.tokens.words[k].islower()

    def _by_auxiliary(self, k: int) -> Clause | None:
        """A past form is a finite past, or a participle with what stands before it."""
        norms, marks = self.norms, self.marks
        for j in range(k - 1, max(self.floor, k - NEAR) - 1, -1):
            mark = marks[norms[j]]
            if mark & _HARD and j < self.first:
                break
            if mark & _OPENS_FUTURE and self._is_future(j) and not self._is_perfect_modal(j):
                return _FUTURE
            if mark & (_PAST_FORM | _PERFECT):
                return _PAST
            if mark & _BE:
                return _COMING if j == k - 1 else _PAST
        if k > 0 and norms[k - 1] in self.profile.times.tense.auxiliaries:
            return None
        return _PAST

    def _stative(self, k: int, mark: int) -> Clause:
        norms, marks = self.norms, self.marks
        suffixes = self.profile.times.tense.progressive_suffixes
        for j in range(k + 1, min(self.right, k + NEAR)):
            if self._is_pastlike(j, marks[norms[j]]):
                if mark & _PERFECT:
                    return _PAST
                if mark & _BE:
                    return _COMING
            if mark & _BE and norms[j].endswith(suffixes):
                return _COMING
        return _STATES

    # Languages whose verbs frame the clause: all of it counts.

    def _by_whole_clause(self) -> Clause:
        left, right = self._start(_SOFT | _HARD), self._end(_SOFT | _HARD)
        clause = self._framed(left, right)
        short = right - left - (self.last - self.first) < WHOLE
        if clause is None and (short or self._has_participle(left, right)):
            clause = self._framed(left, self.right)
            if clause is None:
                clause = self._framed(self._start(_HARD), self.right)
        return clause or (_COMING if self._ends_as_sentence() else _STATES)

    def _has_participle(self, low: int, high: int) -> bool:
        """Whether a participle is here, whose auxiliary stands further off."""
        marks = self.marks
        return any(marks[norm] & _PARTICIPLE for norm in self.norms[low:high])

    def _framed(self, low: int, high: int) -> Clause | None:
        """The nearest future or past in a stretch, else a perfect, else what states."""
        norms, marks, first, last = self.norms, self.marks, self.first, self.last
        nearest, found = REACH + 1, None
        seen, either = 0, False
        for k in chain(range(low, first), range(last, high)):
            mark = marks[norms[k]]
            if not mark or (mark & _POSSESSIVE and seen & _VERB):
                # Behind the verb of its clause "zijn" is no verb but a possessive.
                continue
            distance = first - k if k < first else k - last + 1
            if mark & _OPENS_FUTURE and self._is_future(k):
                if distance < nearest:
                    nearest, found = distance, _FUTURE
            elif mark & _PROMISES and mark & _PARTICIPLE and self._is_of_infinitive(k, high):
                nearest, found = distance, _PROMISE
            elif mark & _PAST_FORM and mark & _PARTICIPLE:
                either = True
            elif mark & _FINITE_PAST and distance < nearest:
                nearest, found = distance, _PAST
                if mark & _PROMISES and self._infinitive_after(high):
                    found = _PROMISE
            seen |= mark
        perfect = seen & _PERFECT and seen & _PARTICIPLE
        if found is _FUTURE and seen & _REPORTED and perfect:
            return _PAST
        if found is not None:
            return found
        # A form that is both is a participle only beside its auxiliary.
        if perfect or (either and not (seen & _ACTS and seen & (_PERFECT | _PASSIVE))):
            return _PAST
        return _STATES if seen & _STATIVE else _COMING if seen & _ACTS else None

    def _is_of_infinitive(self, k: int, high: int) -> bool:
        """ "has promised to send in June": whether the time stands between promise and verb."""
        return k < self.first and self._infinitive_after(high)

    def _infinitive_after(self, high: int) -> bool:
        marks = self.profile.times.tense.infinitive_marks
        return any(norm in marks for norm in self.norms[self.last : high])

    def _ends_as_sentence(self) -> bool:
        begin, end = self.tokens.sentences[self.tokens.sentence_of(self.first)]
        return self.norms[end - 1][0] in ".?!\"”’'»“)" and end - begin > 3
