"""Moves: the verbs and nouns by which a text says what a force does, and how far it has come.

In: a clause with its forces and places. Out: :class:`MoveUse`: the row of moves.tsv that fits the
clause best, with what the verbs around it tell: passive, negated, ordered, planned, ongoing,
completed. Who does it is not known here. Knows no word of any language.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_

from attrs import define, field

from newsmodel.languages.profile import Form, MoveForm
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
#: How far from a verb the noun may stand that it supports.
NOUN_REACH = 14
_LASTING = (DeploymentKind.STATIONING, DeploymentKind.PATROL, DeploymentKind.EXERCISE)
_FINITE = (Form.PRESENT, Form.PAST)
#: The kinds of moves that whoever commands a force has decided on.
_SENDING = (DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL)
#: The forms that stand under a verb like "begin".
_UNDER = (Form.INFINITIVE, Form.JOINED, Form.GERUND)
_MOVE, _NEGATION, _LEADS, _FOLLOWS = (
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


@define(slots=True, eq=False)
class Surroundings:
    """What the clause has besides the move."""

    has_force: bool
    taken: Callable[[], set[int]]
    """Tokens of forces, which are no verbs."""
    find_place: Callable[[], bool]
    has_exercise: Callable[[], bool]
    """Whether an exercise was told of before, which a force can take part in."""
    subject_country: bool = False
    #: An armed group or a state's force is the subject, without a noun for it.
    subject_group: bool = False
    _placed: bool | None = field(default=None, init=False)

    @property
    def has_place(self) -> bool:
        """Whether it has a place; only few moves ask, so it is looked for when one does."""
        if self._placed is None:
            self._placed = self.find_place()
        return self._placed


#: A word that can be a move: its token, as which, and the nouns of which one must be in its clause.
Candidate = tuple[int, MoveOption, list[int]]
_NO_NOUNS: list[int] = []


def _nearest(i: int, nouns: list[int]) -> int | None:
    """The noun that stands nearest to a verb, none where all are far."""
    best = min((j for j in nouns if j != i), key=lambda j: abs(j - i), default=None)
    return best if best is not None and abs(best - i) <= NOUN_REACH else None


class MoveFinder:
    """Finds the moves of clauses."""

    def __init__(self, reading: Reading, marks: list[int]) -> None:
        self.reading = reading
        #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
        self.marks = marks
        self.profile = reading.profile
        self.words: ForceWords = force_words(reading.profile)
        self.closed = reading.profile.words
        self.norms = reading.tokens.norms
        self.surfaces = reading.tokens.words
        self.passive = self.words.groups["passive"].by_first
        self._nominal: dict[int, bool] = {}

    # --- which ----------------------------------------------------------------------------

    def in_sentence(
        self, first: int, last: int, marked: list[int], taken: set[int], *, forceless: bool
    ) -> list[Candidate]:
        """What can be moves of a sentence, whatever its clauses are.

        Only tokens with a mark are looked at, and none that is taken by a force.
        """
        norms, marks, each = self.norms, self.marks, self.words.groups["each"].by_first
        found: list[Candidate] = []
        present: set[str] | None = None
        nouns: dict[DeploymentKind, list[int]] | None = None
        for i in [i for i in marked if marks[i] & _MOVE]:
            if self.reading.timed[i] or i in taken:
                continue
            if i > first and self.surfaces[i][0].isupper():
                continue
            word = self.words.options[norms[i]]
            options = word.forceless if forceless else word.every
            if norms[i - 1] in self.closed.determiners and norms[i - 1] not in each:
                options = tuple(option for option in options if not option.is_finite)
            for option in options:
                if option.particles:
                    present = present or set(norms[first:last])
                    if option.particle_words.isdisjoint(present):
                        continue
                if not option.needs_kind_noun:
                    found.append((i, option, _NO_NOUNS))
                    continue
                if nouns is None:
                    nouns = self._nouns([j for j in range(first, last) if j not in taken])
                if option.row.kind in nouns:
                    found.append((i, option, nouns[option.row.kind]))
        return found

    def find(
        self, found: list[Candidate], clause: Clause, around: Surroundings
    ) -> Iterator[MoveUse]:
        """The uses that fit, the best first; each is looked into when it is asked for."""
        norms = self.norms
        ranked: list[tuple[int, int, int, int | None, tuple[int, ...]]] = []
        for n, (at, option, nouns) in enumerate(found):
            noun: int | None = None
            particles: tuple[int, ...] = ()
            score = option.score
            if option.needs_kind_noun:
                noun = _nearest(at, [j for j in nouns if j in clause.own])
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
            if not self.closed.verb_second and norms[at - 1] in self.closed.to:
                score -= PURPOSE * self._is_purpose(found, at)
            ranked.append((-score, at, n, noun, particles))
        ranked.sort()
        for _, at, n, noun, particles in ranked:
            use = self._use(clause, at, found[n][1], around)
            if use is not None:
                use.noun, use.particles = noun, particles
                yield use

    def _is_purpose(self, found: list[Candidate], at: int) -> bool:
        """ "sent 90 men to take part": whether an infinitive is the aim of a move before it."""
        return any(
            i < at
            and option.is_finite
            and option.row.strength > 1
            and not self.marks[i] & _GOVERNS
            and self.norms[i] not in self.closed.auxiliaries
            for i, option, _ in found
        )

    def _nouns(self, tokens: list[int]) -> dict[DeploymentKind, list[int]]:
        """The nouns of deployment by kind."""
        found: dict[DeploymentKind, list[int]] = {}
        phrases = self.profile.move_phrases
        for i in tokens:
            norm = self.norms[i]
            for option in self.words.options[norm].every:
                if option.is_noun and self.is_noun(i):
                    found.setdefault(option.row.kind, []).append(i)
            if norm in phrases.by_first:
                match = phrases.match(self.norms, i)
                if match is not None and match[1].type is CueType.NOUN:
                    found.setdefault(match[1].kind, []).append(i)
        return found

    def is_noun(self, i: int) -> bool:
        """Of a word that is verb and noun: whether it is a noun here."""
        nominal = self.words.nominal[self.norms[i]]
        if nominal in (Nominal.NEVER, Nominal.ALWAYS):
            return nominal is Nominal.ALWAYS
        found = self._nominal.get(i)
        if found is None:
            found = self._nominal[i] = self._reads_as_noun(i, nominal is Nominal.ALSO)
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
            takes = around.subject_group and row.kind is DeploymentKind.ATTACK
            return takes and around.has_place
        return True

    def _use(
        self, clause: Clause, i: int, option: MoveOption, around: Surroundings
    ) -> MoveUse | None:
        if not self._is_the_reading(clause, i, option, around):
            return None
        if option.needs_place and not around.has_place:
            return None
        if option.needs_told and not around.has_exercise():
            return None
        row, form = option.row, option.form.form
        if form is Form.PRESENT and self._is_infinitive(i):
            form = Form.INFINITIVE
        elif form is Form.PAST and self._is_participle(i, row):
            form = Form.PARTICIPLE
        elif form is Form.PAST and self._is_kept(i, option, around):
            return MoveUse(i, row, Form.PARTICIPLE, row.kind, passive=True)
        elif form is Form.PARTICIPLE and self._is_rather_past(clause, i, row):
            return None
        elif form is Form.INFINITIVE and self.norms[i - 1] in self.closed.articles:
            form = Form.NOUN  # "het terugtrekken van hun troepen"
        passive = form is Form.PARTICIPLE and self._is_passive(clause, i)
        return MoveUse(i, row, form, row.kind, passive=passive)

    def _is_the_reading(
        self, clause: Clause, i: int, option: MoveOption, around: Surroundings
    ) -> bool:
        """Whether a word that can be several things is here what the option takes it for."""
        norm, is_noun = self.norms[i], option.is_noun
        if self.words.nominal[norm] is Nominal.ALSO and is_noun != self.is_noun(i):
            return False
        if not self._is_the_form(clause, i, option.form):
            return False
        if is_noun or norm not in self.closed.auxiliaries:
            return True
        following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
        if not self.closed.verb_second and following in self.words.groups["indefinite"]:
            # "is a museum in Boston" says what it is.
            return option.row.kind is not DeploymentKind.STATIONING or (
                self.closed.auxiliaries[norm] != "be"
            )
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
                f.form is Form.PARTICIPLE for f in self.profile.cues.get(norm, ())
            ):
                return True
            forms = self.profile.moves.get(norm, ())
            if any(f.form in (Form.PARTICIPLE, Form.GERUND, Form.INFINITIVE) for f in forms) and (
                j > i and not self.is_noun(j)
            ):
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
        """Of a form that is finite and a participle: which it is, by the auxiliaries around it."""
        if not self.closed.verb_second or form.form is Form.NOUN:
            return True
        row, norm = form.move, self.norms[i]
        if norm in row.infinitive and norm in row.finite and norm not in row.participle:
            before = self.norms[i - 1] if i else ""
            under = before in self.closed.to or any(
                self.closed.auxiliaries.get(self.norms[j]) in ("modal", "do")
                or self.words.is_in("plan", self.norms, j)
                or self.words.is_in("causative", self.norms, j)
                for j in clause.tokens
                if j < i
            )
            return under is (form.form is Form.INFINITIVE)
        if norm not in row.participle or not (norm in row.finite or norm in row.past):
            return True
        auxiliary = any(
            self.closed.auxiliaries.get(self.norms[j]) in ("be", "have")
            for j in clause.tokens
            if j != i
        )
        return auxiliary is (form.form is Form.PARTICIPLE)

    def _is_infinitive(self, i: int) -> bool:
        before = self.norms[i - 1] if i else ""
        return before in self.closed.to

    def _is_participle(self, i: int, row: Move) -> bool:
        """Of a form that is both: a participle where an auxiliary stands close before it."""
        if self.norms[i] not in row.participle or self.closed.verb_second:
            return False
        for j in range(i - 1, max(-1, i - 5), -1):
            norm = self.norms[j]
            if self.closed.auxiliaries.get(norm) in ("be", "have"):
                return True
            if norm in self.closed.light or norm in self.closed.negations or self.reading.timed[j]:
                continue
            break
        return False

    def _is_kept(self, i: int, option: MoveOption, around: Surroundings) -> bool:
        """ "has had 300 men stationed there": whether "have" and a force stand before a form."""
        if self.closed.verb_second or option.row.force != "object":
            return False
        taken, j = around.taken(), i - 1
        while j > 0 and j in taken:
            j -= 1
        return j < i - 1 and self.closed.auxiliaries.get(self.norms[j]) == "have"

    def _is_rather_past(self, clause: Clause, i: int, row: Move) -> bool:
        """Of a form that is past and participle: past, where nothing makes it a participle."""
        if self.closed.verb_second or self.norms[i] not in row.past:
            return False
        if self._is_participle(i, row):
            return False
        return not any(self.norms[j] in self.closed.auxiliaries for j in clause.tokens if j > i)

    def _particles(
        self, clause: Clause, i: int, phrases: tuple[tuple[str, ...], ...]
    ) -> tuple[int, ...]:
        """The tokens of the longest particle of a verb; none where it stands without any."""
        best: tuple[int, ...] = ()
        for words in phrases:
            found = self._phrase(clause, i, words)
            if len(found) > len(best):
                best = found
        return best

    def _phrase(self, clause: Clause, i: int, words: tuple[str, ...]) -> tuple[int, ...]:
        """The words in order in the clause; behind the verb where the language says so."""
        norms, tokens = self.norms, clause.tokens
        if not self.closed.verb_second:
            low = bisect_right(tokens, i)
            tokens = tokens[low : bisect_right(tokens, i + PARTICLE_REACH + len(words), low)]
        found: list[int] = []
        word = words[0]
        if word not in map(norms.__getitem__, tokens):
            return ()
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
            not self.closed.verb_second
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
        if not self.closed.verb_second:
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
        passive, norms, auxiliaries = self.passive, self.norms, self.closed.auxiliaries
        if self.closed.verb_second:
            return any(norms[j] in passive for j in clause.tokens)
        for j in range(at - 1, max(-1, at - 5), -1):
            if norms[j] in passive:
                return True
            if auxiliaries.get(norms[j]) == "have":
                return False
        # A participle without auxiliary behind its noun: "troops stationed at".
        return at >= 1 and norms[at - 1] not in auxiliaries

    # --- how far --------------------------------------------------------------------------

    def is_negated(self, clause: Clause, use: MoveUse) -> bool:
        """Whether the move itself is said not to be."""
        if not self.marks_of(clause) & _NEGATION:
            return False
        for j in clause.tokens:
            if self.marks[j] & _NEGATION and self.reading.quoted[j] <= self.reading.quoted[use.at]:
                if self.closed.verb_second or j < use.at or j <= use.at + 3:
                    following = self.norms[j + 1] if j + 1 < len(self.norms) else ""
                    if following not in self.words.groups["not_only"].by_first:
                        return True
        return False

    def settle(self, marked: list[int]) -> None:
        """Settles which groups the words of a sentence belong to, by the words behind them."""
        marks = self.marks
        for i in [i for i in marked if marks[i] & _GROUPED]:
            groups = marks[i] & _GROUPS
            if marks[i] & _LEADS and marks[i + 1] & _FOLLOWS:
                groups |= self._longer_groups(i)
            if groups:
                if self.reading.timed[i] or self._capital(i):
                    groups = 0
                marks[i] = (marks[i] & ~_GROUPS) | groups

    def _longer_groups(self, i: int) -> int:
        """The groups that a word begins a phrase of several words of."""
        groups, norms = self.words.groups, self.norms
        names = self.words.begun[norms[i]].get(norms[i + 1], ())
        return sum(GROUP_MARKS[name] for name in names if groups[name].match(norms, i) is not None)

    def marks_of(self, clause: Clause) -> int:
        """What any of the words of a clause can be."""
        if clause.marks < 0:
            clause.marks = reduce(or_, map(self.marks.__getitem__, clause.tokens), 0)
        return clause.marks

    def in_group(
        self, group: str, clause: Clause, tokens: Iterable[int] | None = None
    ) -> int | None:
        """The first token of a clause, or of some of it, at which a word of a group starts."""
        marks, wanted = self.marks, GROUP_MARKS[group]
        if self.marks_of(clause) & wanted:
            for i in clause.tokens if tokens is None else tokens:
                if marks[i] & wanted:
                    return i
        return None

    def is_hypothetical(self, tokens: Iterable[int]) -> bool:
        """Whether a cue, of this sentence or another, only supposes something."""
        return any(
            self.words.is_in("hypothetical", self.norms, i)
            and not self.reading.timed[i]
            and not self._capital(i)
            for i in tokens
        )

    def _capital(self, i: int) -> bool:
        if not self.surfaces[i][0].isupper():
            return False
        return i > 0 and not self.reading.tokens.opens_sentence(i)

    def status(
        self, clause: Clause, use: MoveUse, *, future: bool, since: bool, announced: bool = False
    ) -> DeploymentStatus:
        """How far the move has come, by its verbs and its time, and whether it is announced."""
        if self._order(clause, use):
            return DeploymentStatus.ORDERED
        if use.row.status is DeploymentStatus.ORDERED:
            return DeploymentStatus.ORDERED
        if self._is_planned(clause, use):
            return DeploymentStatus.PLANNED
        if use.row.status is DeploymentStatus.PLANNED:
            return DeploymentStatus.PLANNED
        if use.form is Form.NOUN:
            return self._noun_status(clause, use, future)
        if use.form in _UNDER and self._is_begun(clause, use):
            return DeploymentStatus.ONGOING
        tense = self._tense(clause, use)
        if tense == "settling":
            return DeploymentStatus.PLANNED
        lasting = use.kind in _LASTING or use.row.status is DeploymentStatus.ONGOING
        if use.kind in _LASTING and self.norms[use.at] in self.words.groups["continue"].by_first:
            return DeploymentStatus.ONGOING
        if use.row.status is DeploymentStatus.ONGOING and use.kind is DeploymentKind.MOVEMENT:
            return DeploymentStatus.PLANNED if future else DeploymentStatus.ONGOING
        if tense == "past":
            if since and use.kind in _LASTING:
                return DeploymentStatus.ONGOING
            if (
                use.kind is DeploymentKind.EXERCISE
                and use.noun is not None
                and (self._begins(use) and not self._has_end(clause))
            ):
                return DeploymentStatus.ONGOING
            return DeploymentStatus.COMPLETED
        if tense == "progressive" or tense == "state":
            return DeploymentStatus.PLANNED if future else DeploymentStatus.ONGOING
        if tense == "perfect" and since and use.kind is DeploymentKind.ATTACK:
            return DeploymentStatus.ONGOING
        if tense == "perfect":
            if use.kind in _LASTING and (since or use.row.kind is DeploymentKind.STATIONING):
                if self._ends(use):
                    return DeploymentStatus.COMPLETED
                return DeploymentStatus.ONGOING
            if use.kind is DeploymentKind.EXERCISE and self._begins(use):
                return DeploymentStatus.ONGOING
            return DeploymentStatus.COMPLETED
        if future or self._sends(use) or (announced and use.kind in _SENDING):
            return DeploymentStatus.PLANNED
        if tense == "present" or lasting:
            return DeploymentStatus.ONGOING
        return DeploymentStatus.COMPLETED

    def _sends(self, use: MoveUse) -> bool:
        """ "Ghana sends a battalion": the present of sending tells of what has been decided."""
        return (
            use.kind is DeploymentKind.MOVEMENT
            and use.row.force == "object"
            and use.form in (Form.PRESENT, Form.JOINED)
            and not use.passive
        )

    def _begins(self, use: MoveUse) -> bool:
        return self.norms[use.at] in self.words.groups["begin"].by_first

    def _is_begun(self, clause: Clause, use: MoveUse) -> bool:
        """ "has begun to withdraw": a move that takes its time goes on."""
        if use.kind not in (DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL):
            return False
        at = self.in_group("begin", clause)
        return at is not None and at != use.at

    def _ends(self, use: MoveUse) -> bool:
        return self.norms[use.at] in self.words.groups["end"].by_first

    def _has_end(self, clause: Clause) -> bool:
        return self.in_group("end", clause) is not None

    def _order(self, clause: Clause, use: MoveUse) -> bool:
        """ "ordered the fleet to sail": an order in the clause, or in the one around it."""
        first = self.in_group("order", clause)
        if first == use.at and use.form in _FINITE and not use.particles:
            return False
        if first is not None:
            if use.noun is None and self._is_carried_out(clause, use):
                return False
            tokens = [i for i in clause.tokens if i != use.at and i != use.noun]
            if self.in_group("order", clause, tokens) is not None:
                return True
        parent = clause.parent
        return (
            clause.kind is ClauseKind.INFINITIVE
            and parent is not None
            and self.in_group("order", parent) is not None
        )

    def _is_carried_out(self, clause: Clause, use: MoveUse) -> bool:
        """ "on his orders they were flown in": an order of what has been done already."""
        if use.form is Form.PAST:
            return True
        return (
            self.closed.verb_second
            and use.form is Form.PARTICIPLE
            and self._tense(clause, use) in ("past", "perfect")
        )

    def _is_planned(self, clause: Clause, use: MoveUse) -> bool:
        """An infinitive under a verb or noun that plans."""
        infinitive = use.form is Form.INFINITIVE or use.form is Form.JOINED
        norms = self.norms
        plan = self.words.groups["plan"]
        if not self.closed.verb_second:
            for j in range(use.at - 1, max(clause.tokens[0] - 1, use.at - 9), -1):
                if j not in clause.own:
                    continue
                if norms[j] in plan and not self._capital(j) and plan.match(norms, j) is not None:
                    return self.norms[j] != self.norms[use.at]
                if (
                    norms[j] in self.closed.auxiliaries
                    or norms[j] in self.closed.to
                    or (norms[j] in self.closed.light or norms[j] in self.closed.negations)
                    or norms[j] in self.words.groups["passive"].by_first
                ):
                    continue
                if infinitive:
                    continue
                break
            return self._planned_noun(clause, use)
        if use.form in _FINITE or (use.form is Form.NOUN and self._goes_on(clause)):
            return False
        tokens = [i for i in clause.tokens if i != use.at]
        at = None
        if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
            at = self.in_group("plan", clause.parent)
            tokens = clause.parent.tokens + tokens
        if at is None:
            at = self.in_group("plan", clause, tokens)
        if at is None:
            return False
        if use.form is Form.PARTICIPLE:
            # "would have been sent" is hearsay, "will be sent" a plan.
            have = any(
                self.closed.auxiliaries.get(norms[j]) in ("have",)
                or norms[j] in self.words.groups["be_perfect"].by_first
                for j in tokens
            )
            modal = norms[at] in self.closed.auxiliaries
            return modal and (not have or use.passive)
        return True

    def _goes_on(self, clause: Clause) -> bool:
        """Whether a clause says that something is not called off."""
        return any(self.words.is_in("continue", self.norms, i) for i in clause.tokens)

    def _planned_noun(self, clause: Clause, use: MoveUse) -> bool:
        """ "the planned withdrawal", "announced the deployment"."""
        if use.form is not Form.NOUN:
            return False
        at = self.in_group("plan", clause, [j for j in clause.tokens if j < use.at])
        return at is not None

    def _noun_status(self, clause: Clause, use: MoveUse, future: bool) -> DeploymentStatus:
        if future:
            return DeploymentStatus.PLANNED
        if use.row.status is not None:
            return use.row.status
        if self._has_end(clause):
            return DeploymentStatus.COMPLETED
        if use.kind is DeploymentKind.MOBILIZATION and any(
            norm in self.closed.prepositions for norm in self.norms[use.at - 2 : use.at]
        ):
            return DeploymentStatus.ONGOING  # "has a brigade on high alert"
        if use.kind in _LASTING:
            past = any(self._is_past(j) for j in clause.tokens)
            begun = self.in_group("begin", clause) is not None
            return DeploymentStatus.COMPLETED if past and not begun else DeploymentStatus.ONGOING
        if self.in_group("plan", clause) is not None:
            return DeploymentStatus.PLANNED
        return DeploymentStatus.COMPLETED

    def _is_past(self, j: int) -> bool:
        return self.norms[j] in self.profile.times.tense.past

    def _tense(self, clause: Clause, use: MoveUse) -> str:
        norms, closed = self.norms, self.closed
        if use.form is Form.PAST:
            return "past"
        if use.form is Form.PRESENT:
            return "present"
        before = [norms[j] for j in clause.tokens if use.at - 8 <= j < use.at]
        around = [norms[j] for j in clause.tokens if j != use.at] if closed.verb_second else before
        have = any(closed.auxiliaries.get(norm) == "have" for norm in around)
        past = self.profile.times.tense.past
        if use.form is Form.GERUND:
            be = any(norm in self.words.groups["passive"].by_first for norm in before)
            if have and be:
                return "progressive"
            if be:
                is_past = any(norm in past for norm in before)
                return "past" if is_past and not have else "progressive"
            return "perfect" if have or norms[use.at - 1] in closed.auxiliaries else "progressive"
        if use.form is Form.PARTICIPLE:
            if use.kind is DeploymentKind.STATIONING:
                if (
                    closed.verb_second
                    and use.row.force == "object"
                    and any(
                        norm in self.words.groups["passive_present"].by_first for norm in around
                    )
                ):
                    return "settling"
                if any(norm in past for norm in around) and not have:
                    return "past"
                return "state"
            passive_present = self.words.groups["passive_present"].by_first
            if any(norm in passive_present for norm in around) and not have:
                return "present"
            return "perfect"
        if use.form in (Form.INFINITIVE, Form.JOINED):
            if any(norm in past for norm in around):
                return "past"
            if use.form is Form.JOINED:
                return self._joined_tense(use)
            return "present"
        return "present"

    def _joined_tense(self, use: MoveUse) -> str:
        """A separable verb written as one in a subordinate clause."""
        norm = self.norms[use.at]
        if any(norm.endswith(form) for form in use.row.past):
            return "past"
        return "present"
