"""Assertion: whether a text says that a deployment is, was or will be, and says it of a force.

In: clauses, moves, forces and records. Out: answers: whether nobody asserts it (conditions, wishes,
quotations given to nobody), whether it is no deployment (deliveries, losses, courses, totals),
whether it is denied, and whether enough is said of it. Knows no word of any language.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.model import DeploymentKind, SpeechAct
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.deployment.records import Memory, Record
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage
from newsmodel.parsing.forces import Force
from newsmodel.parsing.forcewords import GROUP_MARKS, Mark
from newsmodel.parsing.moves import MoveUse

# Members are bound here once: to read one through its class costs as much as a call.
_MAIN, _JOINED = ClauseKind.MAIN, ClauseKind.JOINED
_SUBORDINATE, _INFINITIVE = ClauseKind.SUBORDINATE, ClauseKind.INFINITIVE
_ATTACK, _STATIONING = DeploymentKind.ATTACK, DeploymentKind.STATIONING
_WITHDRAWAL, _NOUN = DeploymentKind.WITHDRAWAL, Form.NOUN
#: Kinds of which it is enough to say whose force does it.
_PLAIN_KINDS = (DeploymentKind.MOBILIZATION, DeploymentKind.INSPECTION)
#: What these acts are about is not asserted.
_UNASSERTED = frozenset({SpeechAct.CALL, SpeechAct.THREATEN, SpeechAct.EXPECT})
#: The groups of words that say that a move is none.
_INSTEAD = sum(
    GROUP_MARKS[group]
    for group in ("demand", "cancel", "loss", "transfer", "training", "total", "hypothetical")
)
_DENIES = int(Mark.DENIES)


class Assertions(Stage):
    """Tells what is asserted from what is not."""

    def __init__(self, setting: Setting, memory: Memory) -> None:
        super().__init__(setting)
        self.memory = memory

    def is_unasserted(self, scene: Scene, clause: Clause) -> bool:
        """Whether nobody asserts it: a condition, a wish, a quotation that is given to nobody."""
        attribution, kind, norms = clause.attribution, clause.kind, self.norms
        cue = attribution.cue if attribution is not None else None
        if attribution is not None and cue is not None:
            if cue.act in _UNASSERTED and not cue.negates:
                return True
            if self.moves.is_hypothetical(attribution.cue_tokens):
                return True
        hypothetical = self.words.conjunctions
        if kind is _SUBORDINATE:
            opener, parent = norms[clause.opener], clause.parent
            if opener in hypothetical:
                return True
            if opener in self.words.groups["where"].by_first:
                if self.clauses.is_finite(clause.opener - 1):
                    return True  # "would not say where it was heading"
            if opener in self.closed.complementizers and parent is not None:
                if self.moves.in_group("hypothetical", parent) is not None:
                    return True
        elif kind is _MAIN or kind is _JOINED:
            if scene.conditional:
                return True
            first = clause.first
            if kind is _MAIN and norms[first] in hypothetical:
                if not self.words.is_in("part_of", norms, first):
                    return True
        return attribution is None and self._is_wholly_quoted(clause)

    def _is_wholly_quoted(self, clause: Clause) -> bool:
        quoted = self.reading.quoted
        if not any(quoted[clause.first : clause.last]):
            return False
        return len([i for i in clause.tokens if quoted[i]]) * 2 > len(clause.tokens)

    def is_no_deployment(self, clause: Clause, use: MoveUse) -> bool:
        """Whether it is a demand, a delivery, a loss, a course or a total instead."""
        around = self._demanding(clause)
        if not self.moves.marks_of(clause) & _INSTEAD:
            if around is None or not self.moves.marks_of(around) & _INSTEAD:
                return False
        tokens = [
            i
            for i in clause.tokens
            if i not in (use.at, use.noun)
            and i not in use.particles
            and i + 1 not in use.particles
            and not self._is_purpose(use, i)
        ]
        for group in ("demand", "cancel"):
            if self.moves.in_group(group, clause, tokens) is not None:
                return True
            if around is not None and self.moves.in_group(group, around) is not None:
                return True
        for group in ("loss", "transfer", "training"):
            at = self.moves.in_group(group, clause, tokens)
            if at is not None and not (
                at > use.at
                and (self._is_given(use) if group == "transfer" else self._hits(use, at))
            ):
                return True
        if (
            use.row.strength < 3
            and self.moves.in_group("total", clause, tokens) is not None
            and (use.kind is _STATIONING)
        ):
            return True
        return self._is_hypothetical(clause, use)

    def _demanding(self, clause: Clause) -> Clause | None:
        """The clause around one that can be what is demanded in it."""
        if clause.kind is _SUBORDINATE:
            is_wanted = self.norms[clause.opener] in self.closed.complementizers
            return clause.parent if is_wanted else None
        return clause.parent if clause.kind is _INFINITIVE else None

    def _is_given(self, use: MoveUse) -> bool:
        """ "sent troops to bring the aid it had bought": a delivery behind a sure verb is none."""
        return use.row.strength == 3

    def _hits(self, use: MoveUse, at: int) -> bool:
        """ "attacked a base, killing 40": losses behind an attack are what it did."""
        if use.kind is not _ATTACK or use.form is _NOUN:
            return False
        between = self.norms[use.at + 1 : at]
        return not self.closed.verb_second or any(n in self.closed.coordinators for n in between)

    def _is_purpose(self, use: MoveUse, i: int) -> bool:
        """ "entered Haiti to advise them": whether a verb says what a move is for."""
        if self.closed.verb_second or use.form is _NOUN or i <= use.at + 1:
            return False
        return self.norms[i - 1] in self.closed.to

    def _is_hypothetical(self, clause: Clause, use: MoveUse) -> bool:
        if self.norms[use.at] in self.words.groups["hypothetical"]:
            return False
        quoted = self.reading.quoted
        tokens = [
            i
            for i in clause.tokens
            if i not in (use.at, use.noun)
            and i not in use.particles
            and quoted[i] <= quoted[use.at]
        ]
        return self.moves.in_group("hypothetical", clause, tokens) is not None

    def is_denied(self, clause: Clause, use: MoveUse) -> bool:
        """Whether the source denies it, or a verb before it does."""
        attribution = clause.attribution
        if attribution is not None and attribution.cue is not None and attribution.cue.negates:
            return True
        if self.norms[clause.opener] in self.closed.complementizers:
            if self._is_called_untrue(clause):
                return True
        if not clause.marks & _DENIES:
            return False
        marks = self.marks
        return any(marks[j] & _DENIES for j in clause.tokens if j < use.at)

    def _is_called_untrue(self, clause: Clause) -> bool:
        """ "reports that there are tanks are nonsense", "that it is so, is not true"."""
        around = clause if clause.parent is None else clause.parent
        untrue, norms = self.words.groups["untrue"], self.norms
        if not any(norms[i] in untrue.by_first for i in around.tokens):
            return False
        said = [norms[i] for i in around.tokens]
        return any(untrue.match(said, k) is not None for k in range(len(said)))

    def is_military(self, force: Force, use: MoveUse) -> bool:
        """Whether an everyday word is a force: by what is beside it, or a verb of forces."""
        if force.military or force.unit_name:
            return True
        if force.noun_kind == "person" and not force.plural:
            return False
        if use.row.strength >= 2:
            return True
        owned = force.owner is not None or force.possessive is not None
        return owned and force.noun_kind in ("platform", "weapon")

    def counts(self, record: Record, force: Force) -> bool:
        """Whether enough is said: a place, a number, or whose it is in so many words."""
        if record.origin or record.destination or record.location:
            return True
        if record.kind is _ATTACK and force in self.memory.same_of:
            return False
        if force.unnamed or record.kind is _STATIONING:
            return False
        plain = force.ambiguous == "civilian" and not (
            force.counted or force.military or force.unit_name
        )
        if record.kind in _PLAIN_KINDS:
            return True
        if plain or (force.noun_kind == "generic" and not force.counted):
            return False
        if record.quantity is not None or record.kind is _WITHDRAWAL:
            return True
        return force.owner is not None or force.noun_kind == "formation"
