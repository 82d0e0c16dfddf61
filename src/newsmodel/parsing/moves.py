"""Moves: the verbs and nouns by which a text says what a force does, and how far it has come.

In: a clause with its forces and places. Out: :class:`MoveUse`: the row of moves.tsv that fits the
clause best, with what the verbs around it tell: passive, negated, ordered, planned, ongoing,
completed. Who does it is not known here. Knows no word of any language.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from operator import or_
from typing import Protocol

from attrs import define, frozen

from newsmodel.languages.profile import Form, MoveForm, Profile
from newsmodel.languages.schema import CueType, Move
from newsmodel.model import DeploymentKind, DeploymentStatus
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.forcewords import (
    GROUP_MARKS,
    ForceWords,
    Mark,
    MoveOption,
    Nominal,
    force_words,
)
from newsmodel.parsing.reading import Reading

#: How far from a verb its particle may stand where the language keeps them together.
PARTICLE_REACH = 9
#: How much less an infinitive of purpose counts than the move before it.
PURPOSE = 40
#: How far before a verb an auxiliary of it may stand where the language keeps them together.
HELP_REACH = 8
#: How far from a verb the noun may stand that it supports.
NOUN_REACH = 14
# Members are bound here once: to read one through its class costs as much as a call.
_PRESENT, _PAST, _PARTICIPLE = Form.PRESENT, Form.PAST, Form.PARTICIPLE
_INFINITIVE, _GERUND, _JOINED, _NOUN = Form.INFINITIVE, Form.GERUND, Form.JOINED, Form.NOUN
_MOVEMENT, _WITHDRAWAL = DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL
_STATIONING, _EXERCISE = DeploymentKind.STATIONING, DeploymentKind.EXERCISE
_ATTACK, _MOBILIZATION = DeploymentKind.ATTACK, DeploymentKind.MOBILIZATION
_PLANNED, _ORDERED = DeploymentStatus.PLANNED, DeploymentStatus.ORDERED
_ONGOING, _COMPLETED = DeploymentStatus.ONGOING, DeploymentStatus.COMPLETED
_INFINITIVE_CLAUSE = ClauseKind.INFINITIVE
_NEVER, _ALWAYS, _ALSO = Nominal.NEVER, Nominal.ALWAYS, Nominal.ALSO

_LASTING = frozenset({_STATIONING, DeploymentKind.PATROL, _EXERCISE})
_FINITE = frozenset({_PRESENT, _PAST})
#: The kinds of moves that whoever commands a force has decided on.
_SENDING = frozenset({_MOVEMENT, _WITHDRAWAL})
#: The forms that stand under a verb like "begin".
_UNDER = frozenset({_INFINITIVE, _JOINED, _GERUND})
#: The forms that a verb which helps can have under it.
_HELPED = frozenset({_PARTICIPLE, _GERUND, _INFINITIVE})
_FORCE, _MOVE, _NEGATION, _LEADS, _FOLLOWS = (
    int(Mark.FORCE),
    int(Mark.MOVE),
    int(Mark.NEGATION),
    int(Mark.LEADS),
    int(Mark.FOLLOWS),
)
#: Verbs whose infinitive is no purpose but what they are about.
_GOVERNS = GROUP_MARKS["order"] | GROUP_MARKS["plan"] | GROUP_MARKS["begin"]
#: The marks of the groups, and of the words that may belong to one by what stands behind them.
_GROUPS = sum(GROUP_MARKS.values())
_GROUPED = _GROUPS | _LEADS
_PLAN, _ORDER = GROUP_MARKS["plan"], GROUP_MARKS["order"]
#: All marks but the groups.
UNGROUPED = ~_GROUPS


@define(slots=True, eq=False)
class MoveUse:
    """A word of deployment in its clause."""

    at: int
    row: Move
    form: Form
    kind: DeploymentKind
    #: The noun of the same kind that a supporting verb has ("an exercise").
    noun: int | None = None
    particles: tuple[int, ...] = ()
    passive: bool = False
    causative: bool = False

    @property
    def first(self) -> int:
        """Its first token."""
        return min(self.at, self.noun if self.noun is not None else self.at)


class Surroundings(Protocol):
    """What the clause has besides the move; few moves ask for what the methods look for."""

    has_force: bool
    #: A country or a group is the subject, without a noun for its force.
    subject_country: bool
    #: An armed group or a state's force is the subject, without a noun for it.
    subject_group: bool

    def taken(self) -> set[int]:
        """Tokens of forces, which are no verbs."""
        ...

    def has_place(self) -> bool:
        """Whether it has a place."""
        ...

    def has_exercise(self) -> bool:
        """Whether an exercise was told of before, which a force can take part in."""
        ...


#: A word that can be a move: its token, as which, and the nouns of which one must be in its clause.
Candidate = tuple[int, MoveOption, list[int]]
_NO_NOUNS: list[int] = []


def _nearest(i: int, nouns: list[int]) -> int | None:
    """The noun that stands nearest to a verb, none where all are far."""
    best = min((j for j in nouns if j != i), key=lambda j: abs(j - i), default=None)
    return best if best is not None and abs(best - i) <= NOUN_REACH else None


@frozen(slots=True, eq=False)
class _Helpers:
    """The auxiliaries of a language, by what they help a verb to be."""

    have: frozenset[str]
    be_or_have: frozenset[str]
    modal_or_do: frozenset[str]


@lru_cache(maxsize=16)
def _helpers(profile: Profile) -> _Helpers:
    by_kind: dict[str, set[str]] = {"be": set(), "have": set(), "modal": set(), "do": set()}
    for word, kind in profile.words.auxiliaries.items():
        by_kind.setdefault(kind, set()).add(word)
    return _Helpers(
        have=frozenset(by_kind["have"]),
        be_or_have=frozenset(by_kind["be"] | by_kind["have"]),
        modal_or_do=frozenset(by_kind["modal"] | by_kind["do"]),
    )


class MoveFinder:
    """Finds the moves of clauses."""

    def __init__(self, reading: Reading, marks: list[int]) -> None:
        self.reading = reading
        #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
        self.marks = marks
        self.profile = reading.profile
        self.words: ForceWords = force_words(reading.profile)
        self.closed = reading.profile.words
        self.verb_second = self.closed.verb_second
        self.helpers = _helpers(reading.profile)
        self.norms = reading.tokens.norms
        self.surfaces = reading.tokens.words
        self.passive = self.words.groups["passive"].by_first.keys()
        self._nominal: dict[int, bool] = {}

    # --- which ----------------------------------------------------------------------------

    def in_sentence(
        self, first: int, last: int, marked: list[int], taken: set[int], *, forceless: bool
    ) -> list[Candidate]:
        """What can be moves of a sentence, whatever its clauses are.

        Only tokens with a mark are looked at, and none that is taken by a force.
        """
        norms, marks, timed = self.norms, self.marks, self.reading.timed
        determiners, each = self.closed.determiners, self.words.groups["each"].by_first
        found: list[Candidate] = []
        present: set[str] | None = None
        nouns: dict[DeploymentKind, list[int]] | None = None
        for i in [i for i in marked if marks[i] & _MOVE]:
            if timed[i] or i in taken or (i > first and self.surfaces[i][0].isupper()):
                continue
            word = self.words.options[norms[i]]
            before = norms[i - 1]
            determined = before in determiners and before not in each
            for option in word.forceless if forceless else word.every:
                if determined and option.is_finite:
                    continue
                if option.particles:
                    if present is None:
                        present = set(norms[first:last])
                    if option.particle_words.isdisjoint(present):
                        continue
                if not option.needs_kind_noun:
                    found.append((i, option, _NO_NOUNS))
                    continue
                if nouns is None:
                    nouns = self._nouns(first, last, taken)
                if option.row.kind in nouns:
                    found.append((i, option, nouns[option.row.kind]))
        return found

    def find(
        self, found: list[Candidate], clause: Clause, around: Surroundings
    ) -> Iterator[MoveUse]:
        """The uses that fit, the best first; each is looked into when it is asked for."""
        before_verb = () if self.verb_second else self.closed.to
        ranked: list[tuple[int, int, int, int | None, tuple[int, ...]]] = []
        for n, (at, option, nouns) in enumerate(found):
            noun: int | None = None
            particles: tuple[int, ...] = ()
            score = option.score
            if option.needs_kind_noun:
                own = clause.own
                noun = _nearest(at, [j for j in nouns if j in own])
                if noun is None:
                    continue
                score += 14
            if not (around.has_force or self._does_without_force(option, noun, around)):
                continue
            if option.particles:
                particles = self._particles(clause, at, option.particles)
                if not particles:
                    continue
                score += 8 + 6 * len(particles)
            if self.norms[at - 1] in before_verb:
                score -= PURPOSE * self._is_purpose(found, at)
            elif option.form.form is _GERUND and self.norms[at - 1] in self.closed.subordinators:
                score -= PURPOSE  # "has kept 300 men there since leaving Mali"
            ranked.append((-score, at, n, noun, particles))
        if len(ranked) > 1:
            ranked.sort()
        for _, at, n, noun, particles in ranked:
            use = self._use(clause, at, found[n][1], around)
            if use is not None:
                use.noun, use.particles = noun, particles
                yield use

    def _is_purpose(self, found: list[Candidate], at: int) -> bool:
        """ "sent 90 men to take part": whether an infinitive is the aim of a move before it."""
        for i, option, _ in found:
            if (
                i < at
                and option.is_finite
                and option.row.strength > 1
                and not self.marks[i] & _GOVERNS
                and self.norms[i] not in self.closed.auxiliaries
            ):
                return True
        return False

    def _nouns(self, first: int, last: int, taken: set[int]) -> dict[DeploymentKind, list[int]]:
        """The nouns of deployment by kind."""
        found: dict[DeploymentKind, list[int]] = {}
        phrases, norms, marks = self.profile.move_phrases, self.norms, self.marks
        starts = phrases.by_first
        for i in [i for i in range(first, last) if marks[i] & _MOVE or norms[i] in starts]:
            if i in taken:
                continue
            norm = norms[i]
            for option in self.words.options[norm].every:
                if option.is_noun and self.is_noun(i):
                    found.setdefault(option.row.kind, []).append(i)
            if norm in starts:
                match = phrases.match(norms, i)
                if match is not None and match[1].type is CueType.NOUN:
                    found.setdefault(match[1].kind, []).append(i)
        return found

    def is_noun(self, i: int) -> bool:
        """Of a word that is verb and noun: whether it is a noun here."""
        nominal = self.words.nominal[self.norms[i]]
        if nominal is _NEVER or nominal is _ALWAYS:
            return nominal is _ALWAYS
        found = self._nominal.get(i)
        if found is None:
            found = self._nominal[i] = self._reads_as_noun(i, nominal is _ALSO)
        return found

    def _reads_as_noun(self, i: int, also: bool) -> bool:
        norm = self.norms[i]
        before = self.norms[i - 1] if i else ""
        if also and self.surfaces[i][0].isupper():
            return True
        if before in self.closed.determiners or before in ("'s", "'"):
            return True
        if before in self.closed.to or before in self.closed.auxiliaries:
            return False
        if before in self.closed.prepositions:
            return True
        following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
        if following in self.closed.determiners or following in self.closed.possessives:
            return False
        if following in self.closed.auxiliaries and before[:1].isalpha():
            return True
        return (
            self.surfaces[i - 1][0].isalpha()
            and before not in self.closed.function_words
            and (
                self.profile.units.match(self.norms, i - 1, i) is None
                and before not in self.closed.light
                and (not self.surfaces[i - 1][0].isupper() or norm in self.profile.placenouns)
            )
        )

    def _does_without_force(
        self, option: MoveOption, noun: int | None, around: Surroundings
    ) -> bool:
        """Whether its subject bears out a move where no noun names a force."""
        row, is_noun = option.row, option.is_noun
        if is_noun and not around.subject_country:
            return False
        if noun is None and (option.needs_unit_noun or (not is_noun and row.strength < 3)):
            return around.subject_group and row.kind is _ATTACK and around.has_place()
        return True

    def _use(
        self, clause: Clause, i: int, option: MoveOption, around: Surroundings
    ) -> MoveUse | None:
        if not self._is_the_reading(clause, i, option, around):
            return None
        if option.needs_place and not around.has_place():
            return None
        if option.needs_told and not around.has_exercise():
            return None
        row, form, passive = option.row, option.form.form, False
        if form is _PRESENT:
            if i and self.norms[i - 1] in self.closed.to:
                form = _INFINITIVE
        elif form is _PAST:
            if self._is_participle(i, row):
                form, passive = _PARTICIPLE, self._is_passive(clause, i)
            elif self._is_kept(i, option, around):
                form, passive = _PARTICIPLE, True
        elif form is _PARTICIPLE:
            if self._is_rather_past(clause, i, row):
                return None
            passive = self._is_passive(clause, i)
        elif form is _INFINITIVE and self.norms[i - 1] in self.closed.articles:
            form = _NOUN  # "het terugtrekken van hun troepen"
        return MoveUse(i, row, form, row.kind, None, (), passive)

    def _is_the_reading(
        self, clause: Clause, i: int, option: MoveOption, around: Surroundings
    ) -> bool:
        """Whether a word that can be several things is here what the option takes it for."""
        norm, is_noun = self.norms[i], option.is_noun
        if self.words.nominal[norm] is _ALSO and is_noun != self.is_noun(i):
            return False
        if self.verb_second and not is_noun and not self._is_the_form(clause, i, option.form):
            return False
        if is_noun or norm not in self.closed.auxiliaries:
            return True
        following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
        if not self.verb_second and following in self.words.groups["indefinite"]:
            # "is a museum in Boston" says what it is.
            return option.row.kind is not _STATIONING or (self.closed.auxiliaries[norm] != "be")
        return option.is_finite and not self._helps(clause, i, around.taken())

    def _helps(self, clause: Clause, i: int, taken: set[int]) -> bool:
        """Whether an auxiliary has a verb that it helps, and is none of its own."""
        tense, norms = self.profile.times.tense, self.norms
        for j in clause.tokens:
            if (
                j == i
                or j in taken
                or not self.surfaces[j][0].islower()
                or norms[j] in self.closed.function_words
            ):
                continue
            norm = norms[j]
            if (j > i and norm in tense.participles) or any(
                f.form is _PARTICIPLE for f in self.profile.cues.get(norm, ())
            ):
                return True
            forms = self.profile.moves.get(norm, ())
            if any(f.form in _HELPED for f in forms) and (j > i and not self.is_noun(j)):
                return True
            if (
                len(norm) > 4
                and norm.endswith(tense.participle_suffixes)
                and j > i
                and (not tense.participle_prefixes or norm.startswith(tense.participle_prefixes))
                and norm not in self.words.groups["state"].by_first
            ):
                return True
        return False

    def _is_the_form(self, clause: Clause, i: int, form: MoveForm) -> bool:
        """Of a verb's form that can be finite and not: which it is, by the verbs around it."""
        row, norm, norms = form.move, self.norms[i], self.norms
        if norm in row.participle:
            if norm not in row.finite and norm not in row.past:
                return True
            be_or_have = self.helpers.be_or_have
            auxiliary = any(norms[j] in be_or_have for j in clause.tokens if j != i)
            return auxiliary is (form.form is _PARTICIPLE)
        if norm in row.infinitive and norm in row.finite:
            return self._is_governed(clause, i) is (form.form is _INFINITIVE)
        return True

    def _is_governed(self, clause: Clause, i: int) -> bool:
        """Whether a verb before a token, or "to", has an infinitive there."""
        norms, modal_or_do = self.norms, self.helpers.modal_or_do
        if i and norms[i - 1] in self.closed.to:
            return True
        plan, causative = self.words.groups["plan"], self.words.groups["causative"]
        for j in clause.tokens:
            if j >= i:
                return False
            norm = norms[j]
            if norm in modal_or_do:
                return True
            if norm in plan.by_first and plan.match(norms, j) is not None:
                return True
            if norm in causative.by_first and causative.match(norms, j) is not None:
                return True
        return False

    def _is_participle(self, i: int, row: Move) -> bool:
        """Of a form that is both: a participle where an auxiliary stands close before it."""
        norms, closed = self.norms, self.closed
        if self.verb_second or norms[i] not in row.participle:
            return False
        for j in range(i - 1, max(-1, i - 5), -1):
            norm = norms[j]
            if norm in self.helpers.be_or_have:
                return True
            if norm in closed.light or norm in closed.negations or self.reading.timed[j]:
                continue
            return False
        return False

    def _is_kept(self, i: int, option: MoveOption, around: Surroundings) -> bool:
        """ "has had 300 men stationed there": whether "have" and a force stand before a form."""
        if self.verb_second or option.row.force != "object":
            return False
        taken, j = around.taken(), i - 1
        while j > 0 and j in taken:
            j -= 1
        return j < i - 1 and self.norms[j] in self.helpers.have

    def _is_rather_past(self, clause: Clause, i: int, row: Move) -> bool:
        """Of a form that is past and participle: past, where nothing makes it a participle."""
        if self.verb_second or self.norms[i] not in row.past:
            return False
        if self._is_participle(i, row):
            return False
        return not any(self.norms[j] in self.closed.auxiliaries for j in clause.tokens if j > i)

    def _particles(
        self, clause: Clause, i: int, phrases: tuple[tuple[str, ...], ...]
    ) -> tuple[int, ...]:
        """The tokens of the longest particle of a verb; none where it stands without any."""
        norms, tokens = self.norms, clause.tokens
        low = 0 if self.verb_second else bisect_right(tokens, i)
        near = set(map(norms.__getitem__, tokens[low:]))
        best: tuple[int, ...] = ()
        for words in phrases:
            if len(words) > len(best) and near.issuperset(words):
                best = self._phrase(clause, i, low, words) or best
        return best

    def _phrase(self, clause: Clause, i: int, low: int, words: tuple[str, ...]) -> tuple[int, ...]:
        """The words in order in the clause; behind the verb where the language says so."""
        norms, tokens = self.norms, clause.tokens
        if not self.verb_second:
            tokens = tokens[low : bisect_right(tokens, i + PARTICLE_REACH + len(words), low)]
        found: list[int] = []
        word = words[0]
        for j in tokens:
            if norms[j] != word or j == i:
                continue
            if len(words) == 1 and not self._closes(clause, j, i):
                continue
            if word in self.closed.to and not self._leads_to_noun(j + 1):
                return ()  # an infinitive follows first
            found.append(j)
            if len(found) == len(words):
                return tuple(found)
            word = words[len(found)]
        return ()

    def _leads_to_noun(self, i: int) -> bool:
        """Whether a noun phrase and no verb follows "to"."""
        if i >= len(self.norms):
            return False
        return self.norms[i] in self.closed.determiners or self.surfaces[i][0].isupper()

    def _closes(self, clause: Clause, j: int, verb: int) -> bool:
        """Whether a particle is one and no preposition: it ends its clause or a phrase follows."""
        norm = self.norms[j]
        if norm not in self.closed.prepositions or norm in self.closed.to:
            return True
        if (
            not self.verb_second
            and norm in self.words.groups["to"].by_first
            and (self._leads_to_noun(j + 1))
        ):
            return True
        following = self.norms[j + 1] if j + 1 < len(self.norms) else ""
        last = clause.tokens[-1]
        if j >= last or not following[:1].isalnum():
            return True
        if following in self.closed.to or following in self.closed.auxiliaries:
            return True
        if not self.verb_second:
            return (
                j == verb + 1
                or following in self.closed.prepositions
                or (following in self.closed.of)
            )
        if following in self.closed.coordinators:
            return True
        if following in self.closed.prepositions and following not in self.closed.determiners:
            return True
        if following in self.closed.om:
            return True
        return j + 1 not in clause.own

    def _is_passive(self, clause: Clause, at: int) -> bool:
        """Of a participle: whether it is passive, by the auxiliary before it."""
        passive, norms = self.passive, self.norms
        if self.verb_second:
            return not passive.isdisjoint(map(norms.__getitem__, clause.tokens))
        for j in range(at - 1, max(-1, at - 5), -1):
            if norms[j] in passive:
                return True
            if norms[j] in self.helpers.have:
                return False
        # A participle without auxiliary behind its noun: "troops stationed at".
        return at >= 1 and norms[at - 1] not in self.closed.auxiliaries

    # --- how far --------------------------------------------------------------------------

    def is_negated(self, clause: Clause, use: MoveUse) -> bool:
        """Whether the move itself is said not to be."""
        if not clause.marks & _NEGATION:
            return False
        at, quoted = use.at, self.reading.quoted
        for j in [j for j in clause.tokens if self.marks[j] & _NEGATION]:
            if quoted[j] <= quoted[at] and (self.verb_second or j <= at + 3):
                following = self.norms[j + 1] if j + 1 < len(self.norms) else ""
                if following not in self.words.groups["not_only"].by_first:
                    return True
        return False

    def settle(self, marked: list[int]) -> int:
        """Settles which groups the words of a sentence belong to, by the words behind them.

        What is returned are the groups of all of them.
        """
        marks, settled = self.marks, 0
        # Few of the words that can begin a longer phrase stand before one that can follow in it.
        for i in [
            i
            for i in marked
            if marks[i] & _GROUPED and (marks[i] & _GROUPS or marks[i + 1] & _FOLLOWS)
        ]:
            groups = marks[i] & _GROUPS
            if marks[i] & _LEADS and marks[i + 1] & _FOLLOWS:
                groups |= self._longer_groups(i)
            if groups:
                if self.reading.timed[i] or self._capital(i):
                    groups = 0
                marks[i] = (marks[i] & UNGROUPED) | groups
                settled |= groups
        return settled

    def _longer_groups(self, i: int) -> int:
        """The groups that a word begins a phrase of several words of."""
        norms = self.norms
        names = self.words.begun[norms[i]].get(norms[i + 1])
        if names is None:
            return 0
        groups = self.words.groups
        return sum(GROUP_MARKS[name] for name in names if groups[name].match(norms, i) is not None)

    def marks_of(self, clause: Clause) -> int:
        """What any of the words of a clause can be.

        Until somebody asks for it, all bits of ``clause.marks`` are set; so what only has to know
        whether it need not look for something reads them there.
        """
        if clause.marks < 0:
            clause.marks = reduce(or_, map(self.marks.__getitem__, clause.tokens), 0)
        return clause.marks

    def in_group(
        self, group: str, clause: Clause, tokens: Iterable[int] | None = None
    ) -> int | None:
        """The first token of a clause, or of some of it, at which a word of a group starts."""
        wanted = GROUP_MARKS[group]
        if clause.marks & wanted and self.marks_of(clause) & wanted:
            marks = self.marks
            for i in clause.tokens if tokens is None else tokens:
                if marks[i] & wanted:
                    return i
        return None

    def is_hypothetical(self, tokens: Iterable[int]) -> bool:
        """Whether a cue, of this sentence or another, only supposes something."""
        phrases, norms = self.words.groups["hypothetical"], self.norms
        for i in tokens:
            if (
                norms[i] in phrases.by_first
                and phrases.match(norms, i) is not None
                and not self.reading.timed[i]
                and not self._capital(i)
            ):
                return True
        return False

    def _capital(self, i: int) -> bool:
        if not self.surfaces[i][0].isupper():
            return False
        return i > 0 and not self.reading.tokens.opens_sentence(i)

    def status(
        self, clause: Clause, use: MoveUse, *, future: bool, since: bool, announced: bool = False
    ) -> DeploymentStatus:
        """How far the move has come, by its verbs and its time, and whether it is announced."""
        row, kind, form = use.row, use.kind, use.form
        if row.status is _ORDERED or self._order(clause, use):
            return _ORDERED
        if row.status is _PLANNED or self._is_planned(clause, use):
            return _PLANNED
        if form is _NOUN:
            return self._noun_status(clause, use, future)
        if form in _UNDER and self._is_begun(clause, use):
            return _ONGOING
        tense = self._tense(clause, use)
        if tense == "settling":
            return _PLANNED
        lasts = kind in _LASTING
        if lasts and self.norms[use.at] in self.words.groups["continue"].by_first:
            return _ONGOING
        if row.status is _ONGOING and kind is _MOVEMENT:
            return _PLANNED if future else _ONGOING
        if tense == "past":
            if future and form is _GERUND:
                return _PLANNED
            if since and lasts:
                return _ONGOING
            goes_on = (
                kind is _EXERCISE
                and use.noun is not None
                and (self._begins(use) and not self._has_end(clause))
            )
            return _ONGOING if goes_on else _COMPLETED
        if tense == "progressive" or tense == "state":
            return _PLANNED if future else _ONGOING
        if tense == "perfect":
            return self._perfect_status(use, since)
        if future or self._sends(use) or (announced and kind in _SENDING):
            return _PLANNED
        return _ONGOING if tense == "present" or lasts or row.status is _ONGOING else _COMPLETED

    def _perfect_status(self, use: MoveUse, since: bool) -> DeploymentStatus:
        """ "has been stationed since May", "has attacked": whether it goes on."""
        kind = use.kind
        if since and kind is _ATTACK:
            return _ONGOING
        if kind in _LASTING and (since or use.row.kind is _STATIONING):
            return _COMPLETED if self._ends(use) else _ONGOING
        return _ONGOING if kind is _EXERCISE and self._begins(use) else _COMPLETED

    def _sends(self, use: MoveUse) -> bool:
        """ "Ghana sends a battalion": the present of sending tells of what has been decided."""
        return (
            use.kind is _MOVEMENT
            and use.row.force == "object"
            and (use.form is _PRESENT or use.form is _JOINED)
            and not use.passive
        )

    def _begins(self, use: MoveUse) -> bool:
        return self.norms[use.at] in self.words.groups["begin"].by_first

    def _is_begun(self, clause: Clause, use: MoveUse) -> bool:
        """ "has begun to withdraw": a move that takes its time goes on."""
        if use.kind not in _SENDING:
            return False
        at = self.in_group("begin", clause)
        return at is not None and at != use.at

    def _ends(self, use: MoveUse) -> bool:
        return self.norms[use.at] in self.words.groups["end"].by_first

    def _has_end(self, clause: Clause) -> bool:
        return self.in_group("end", clause) is not None

    def _order(self, clause: Clause, use: MoveUse) -> bool:
        """ "ordered the fleet to sail": an order in the clause, or in the one around it."""
        if clause.marks & _ORDER:
            first = self.in_group("order", clause)
            if first == use.at and use.form in _FINITE and not use.particles:
                return False
            if first is not None:
                if use.noun is None and self._is_carried_out(clause, use):
                    return False
                tokens = [i for i in clause.tokens if i != use.at and i != use.noun]
                if self.in_group("order", clause, tokens) is not None:
                    return True
        if clause.kind is not _INFINITIVE_CLAUSE or clause.parent is None:
            return False
        return self.in_group("order", clause.parent) is not None

    def _is_carried_out(self, clause: Clause, use: MoveUse) -> bool:
        """ "on his orders they were flown in": an order of what has been done already."""
        if use.form is _PAST:
            return True
        return (
            self.verb_second
            and use.form is _PARTICIPLE
            and self._tense(clause, use) in ("past", "perfect")
        )

    def _is_planned(self, clause: Clause, use: MoveUse) -> bool:
        """An infinitive under a verb or noun that plans."""
        if self.verb_second:
            return self._is_planned_anywhere(clause, use)
        norms, closed, plan = self.norms, self.closed, self.words.groups["plan"]
        own, infinitive = clause.own, use.form is _INFINITIVE or use.form is _JOINED
        for j in range(use.at - 1, max(clause.tokens[0] - 1, use.at - 9), -1):
            if j not in own:
                continue
            norm = norms[j]
            if norm in plan.by_first and not self._capital(j) and plan.match(norms, j) is not None:
                return norm != norms[use.at]
            if not (
                infinitive
                or norm in closed.auxiliaries
                or norm in closed.to
                or norm in closed.light
                or norm in closed.negations
                or norm in self.passive
            ):
                break
        return use.form is _NOUN and self._planned_noun(clause, use)

    def _is_planned_anywhere(self, clause: Clause, use: MoveUse) -> bool:
        """The same where the language has the verb in second place: by any word of its clause."""
        form, parent = use.form, clause.parent
        if form in _FINITE or (form is _NOUN and self._goes_on(clause)):
            return False
        if clause.kind is not _INFINITIVE_CLAUSE:
            parent = None
        at = self.in_group("plan", parent) if parent is not None else None
        if at is None and not clause.marks & _PLAN:
            return False
        tokens = [i for i in clause.tokens if i != use.at]
        if at is None:
            at = self.in_group("plan", clause, tokens)
            if at is None:
                return False
        elif parent is not None:
            tokens = parent.tokens + tokens
        if form is not _PARTICIPLE:
            return True
        # "would have been sent" is hearsay, "will be sent" a plan.
        norms, be_perfect = self.norms, self.words.groups["be_perfect"].by_first
        have = any(norms[j] in self.helpers.have or norms[j] in be_perfect for j in tokens)
        return norms[at] in self.closed.auxiliaries and (not have or use.passive)

    def _goes_on(self, clause: Clause) -> bool:
        """Whether a clause says that something is not called off."""
        phrases, norms = self.words.groups["continue"], self.norms
        return any(
            phrases.match(norms, i) is not None
            for i in [i for i in clause.tokens if norms[i] in phrases.by_first]
        )

    def _planned_noun(self, clause: Clause, use: MoveUse) -> bool:
        """ "the planned withdrawal", "announced the deployment"."""
        if not clause.marks & _PLAN:
            return False
        tokens = clause.tokens
        at = self.in_group("plan", clause, tokens[: bisect_left(tokens, use.at)])
        return at is not None

    def _noun_status(self, clause: Clause, use: MoveUse, future: bool) -> DeploymentStatus:
        if future:
            return _PLANNED
        if use.row.status is not None:
            return use.row.status
        if self._has_end(clause):
            return _COMPLETED
        if use.kind is _MOBILIZATION and any(
            norm in self.closed.prepositions for norm in self.norms[use.at - 2 : use.at]
        ):
            return _ONGOING  # "has a brigade on high alert"
        if use.kind in _LASTING:
            past = self.profile.times.tense.past
            if past.isdisjoint(map(self.norms.__getitem__, clause.tokens)):
                return _ONGOING
            return _COMPLETED if self.in_group("begin", clause) is None else _ONGOING
        return _COMPLETED if self.in_group("plan", clause) is None else _PLANNED

    def _tense(self, clause: Clause, use: MoveUse) -> str:
        form, groups, past = use.form, self.words.groups, self.profile.times.tense.past
        if form is _PAST:
            return "past"
        if form is _PRESENT or form is _NOUN:
            return "present"
        if form is _GERUND:
            return self._gerund_tense(clause, use)
        around = self._norms_around(clause, use)
        if form is not _PARTICIPLE:
            if not past.isdisjoint(around):
                return "past"
            return self._joined_tense(use) if form is _JOINED else "present"
        present = groups["passive_present"].by_first.keys()
        if use.kind is not _STATIONING:
            is_present = not present.isdisjoint(around) and self.helpers.have.isdisjoint(around)
            return "present" if is_present else "perfect"
        if self.verb_second and use.row.force == "object" and not present.isdisjoint(around):
            return "settling"
        is_past = not past.isdisjoint(around) and self.helpers.have.isdisjoint(around)
        return "past" if is_past else "state"

    def _norms_around(self, clause: Clause, use: MoveUse) -> list[str]:
        """The words that can help a verb: the others of its clause, or those close before it."""
        if not self.verb_second:
            return self._norms_before(clause, use)
        norms, at = self.norms, use.at
        return [norms[j] for j in clause.tokens if j != at]

    def _norms_before(self, clause: Clause, use: MoveUse) -> list[str]:
        tokens, at = clause.tokens, use.at
        near = tokens[bisect_left(tokens, at - HELP_REACH) : bisect_left(tokens, at)]
        return [self.norms[j] for j in near]

    def _gerund_tense(self, clause: Clause, use: MoveUse) -> str:
        """ "is marching", "was marching", "has been marching", "has marching orders"."""
        if clause.attribution is not None and self.norms[use.at - 1] in self.closed.of:
            # "accused X of sending 40 tanks on Friday": where nothing says when, it may go on.
            return "past" if self.reading.times_in(clause.first, clause.last) else "progressive"
        before = self._norms_before(clause, use)
        have = not self.helpers.have.isdisjoint(self._norms_around(clause, use))
        if not self.passive.isdisjoint(before):
            is_past = not have and not self.profile.times.tense.past.isdisjoint(before)
            return "past" if is_past else "progressive"
        if have and self.marks[use.at - 1] & _FORCE:
            # "has two ships patrolling": they do, she has.
            own = self.helpers.have - self.profile.times.tense.past
            return "past" if own.isdisjoint(self._norms_around(clause, use)) else "progressive"
        helped = have or self.norms[use.at - 1] in self.closed.auxiliaries
        return "perfect" if helped else "progressive"

    def _joined_tense(self, use: MoveUse) -> str:
        """A separable verb written as one in a subordinate clause."""
        norm = self.norms[use.at]
        if any(norm.endswith(form) for form in use.row.past):
            return "past"
        return "present"
