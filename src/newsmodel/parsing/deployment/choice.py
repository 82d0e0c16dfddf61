"""The choice of forces: which of a clause's forces its move is of.

In: a move with the forces, the subject and the antecedent of its clause. Out: the forces that do it
or that it is done to, with those joined to them. Whose they are is settled elsewhere.

    active object   : SUBJECT verb FORCE | subject : FORCE verb | passive : FORCE be verb
    noun            : NOUN of FORCE | FORCE NOUN
    joined          : FORCE ("," FORCE)* and FORCE | FORCE alongside FORCE
"""

from __future__ import annotations

from itertools import pairwise

from newsmodel.languages.profile import Form
from newsmodel.model import DeploymentKind, Place, Quantity, UnitType
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.deployment.records import Memory, Record
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage, Subject
from newsmodel.parsing.deployment.subjects import SubjectFinder
from newsmodel.parsing.forces import Force
from newsmodel.parsing.forcewords import GROUP_MARKS
from newsmodel.parsing.moves import MoveUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind

# Members are bound here once: to read one through its class costs as much as a call.
_CLAUSE_JOINED, _RELATIVE = ClauseKind.JOINED, ClauseKind.RELATIVE
_NOUN, _GERUND, _PARTICIPLE = Form.NOUN, Form.GERUND, Form.PARTICIPLE
_ATTACK, _PATROL = DeploymentKind.ATTACK, DeploymentKind.PATROL
_MOVEMENT, _STATIONING = DeploymentKind.MOVEMENT, DeploymentKind.STATIONING
#: The subjects that can be those of a force themselves.
_STATES = (PhraseKind.COUNTRY, PhraseKind.CAPITAL, PhraseKind.BODY)
_PRONOUN = PhraseKind.PRONOUN
_CAUSATIVE = GROUP_MARKS["causative"]


class ForceChooser(Stage):
    """Chooses the forces of moves."""

    def __init__(self, setting: Setting, memory: Memory, subjects: SubjectFinder) -> None:
        super().__init__(setting)
        self.memory, self.subjects = memory, subjects

    def antecedent(self, scene: Scene, clause: Clause) -> Force | Place | None:
        """What a relative clause is about: the force or the place right before it."""
        opener, kind = clause.opener, clause.kind
        if opener > scene.first and self.norms[opener] in self.words.groups["where"].by_first:
            before = [p for p in scene.places if p.last <= opener and p.place is not None]
            free = [p for p in before if not p.nested]
            return (free or before)[-1].place if before else None
        if kind is _CLAUSE_JOINED and clause.parent is not None:
            own = self._begins_with_force(scene, clause)
            return None if own else self._shared(scene, clause.parent)
        if kind is not _RELATIVE:
            return None
        end = opener
        while end > scene.first and self.tokens.words[end - 1] in ',”’"»)':
            end -= 1
        for force in scene.forces:
            if force.last == end or force.after == end:
                return force
        for span in scene.places:
            if span.last == end and span.place is not None:
                return span.place
        for force in reversed(scene.forces):
            if (
                force.last <= end
                and end - force.last <= 6
                and clause.parent is not None
                and (force.head in clause.parent.tokens)
                and not self.words.is_in("there", self.norms, opener)
            ):
                between = [p for p in scene.places if force.last <= p.first < end]
                if between and between[-1].last == end:
                    return force
        return None

    def _begins_with_force(self, scene: Scene, clause: Clause) -> bool:
        """ "and two helicopters patrol": whether a joined clause has a force as its subject."""
        own = clause.own
        forces = [
            force
            for force in scene.forces
            if force.head in own and self.norms[force.first - 1] not in self.closed.prepositions
        ]
        if not forces:
            return False
        taken = scene.taken()
        verbs = (j for j in clause.tokens if j not in taken and self.clauses.is_finite(j))
        verb = next(verbs, clause.last)
        return any(force.last <= verb for force in forces)

    def _shared(self, scene: Scene, parent: Clause) -> Force | None:
        """The force that is the subject of the clause before "and"."""
        for force in scene.forces:
            if force.head in parent.tokens and force.settled is not None:
                between = [j for j in parent.tokens if j < force.first]
                if any(self.clauses.is_finite(j) for j in between):
                    return None
                before = self.norms[force.first - 1] if force.first else ""
                return None if before in self.closed.prepositions else force
        return None

    def choose(
        self,
        scene: Scene,
        clause: Clause,
        use: MoveUse,
        forces: list[Force],
        antecedent: Force | Place | None,
        subject: Subject | None,
    ) -> list[Force]:
        """The forces that the move is of."""
        is_object = self._is_object(use, forces, subject)
        if isinstance(antecedent, Force) and (not is_object or use.passive or not forces):
            return [antecedent]
        if use.form is _NOUN:
            chosen = self._of_noun(use, forces)
        elif is_object and not use.passive:
            chosen = self._objects(clause, use, forces, subject)
        else:
            chosen = self._subjects(scene, use, forces, subject)
        if chosen:
            found = self.joined_to(chosen[0], forces)
            if use.noun is not None:
                found += self._partners(use, forces, found[-1])
            return found
        undergoes = use.passive or not is_object
        if subject is not None and subject.pronoun and not forces and undergoes:
            earlier = self.memory.earlier_force(scene)
            if earlier is not None:
                return [self._same_force(earlier, subject.phrase)]
        if not forces and not use.passive and use.row.force != "subject":
            moved = self._moved(scene, use, subject)
            if moved is not None:
                return [moved]
        return self._unnamed(use, subject, forces)

    def pronoun_of(self, scene: Scene, clause: Clause) -> NounPhrase | None:
        """The pronoun of a clause that can mean the force told of before, as an object."""
        if self.closed.verb_second or self.memory.earlier_force(scene) is None:
            return None
        own = clause.own
        phrases = self.reading.phrases_in(clause.first, clause.last)
        for phrase in [p for p in phrases if p.kind is _PRONOUN and p.head_first in own]:
            if self.subjects.is_moved(phrase):
                return phrase
        return None

    def _moved(self, scene: Scene, use: MoveUse, subject: Subject | None) -> Force | None:
        """ "will send it back": the force that an object means, of the country that moves it."""
        earlier = self.memory.earlier_force(scene)
        if earlier is None or subject is None or subject.owner is None or earlier.owner is None:
            return None
        if subject.owner.label != earlier.owner.label:
            return None
        if earlier.sentence < scene.number and any(f.last <= use.at for f in scene.forces):
            return None
        for phrase in self.reading.phrases_in(use.at + 1, use.at + 2):
            if phrase.kind is _PRONOUN and self.subjects.is_moved(phrase):
                return self._same_force(earlier, phrase)
        return None

    def _partners(self, use: MoveUse, forces: list[Force], last: Force) -> list[Force]:
        """ "joined two frigates for a patrol": the forces that one takes part with."""
        if self.closed.verb_second or use.noun is None or use.row.force != "subject":
            return []
        behind = [f for f in forces if f.first == use.at + 1 and last.last <= use.at < use.noun]
        return self.joined_to(behind[0], forces) if behind else []

    def _is_object(self, use: MoveUse, forces: list[Force], subject: Subject | None) -> bool:
        """Whether the force is what is moved: of a verb that can do both, by what stands where."""
        if use.row.force == "object":
            return True
        if use.row.force == "subject":
            return False
        if use.passive:
            return True
        if not self.closed.verb_second:
            return any(
                f.first > use.at and not self._governing(f, use) and f.first - use.at <= 4
                for f in forces
            )
        if subject is None:
            return False
        others = [f for f in forces if f is not subject.force and not self._governing(f, use)]
        return bool(others)

    def _governing(self, force: Force, use: MoveUse) -> str:
        """The preposition that stands before a force, or an empty string."""
        before = self.norms[force.first - 1]
        if before not in self.closed.prepositions or force.first == 0:
            return ""
        if force.first - 1 in use.particles or before in self.closed.om:
            return ""
        if (
            before in self.closed.of
            and force.first > 1
            and (self.norms[force.first - 2] in self.closed.determiners)
        ):
            return ""  # "all of the marines"
        return before

    def _objects(
        self, clause: Clause, use: MoveUse, forces: list[Force], subject: Subject | None
    ) -> list[Force]:
        free = [f for f in forces if not self._governing(f, use)]
        if self.closed.verb_second:
            # "France, which has 300 men in Chad": the pronoun is the subject.
            relative = clause.kind is _RELATIVE
            rest = [f for f in free if relative or subject is None or f is not subject.force]
            return (
                rest[:1]
                or [f for f in free if use.form is _PARTICIPLE][:1]
                or self._owned(use, forces)
            )
        behind = [f for f in free if f.first > use.at]
        if behind:
            return behind[:1]
        return self._owned(use, forces)

    def _owned(self, use: MoveUse, forces: list[Force]) -> list[Force]:
        """ "the mission of its 400 soldiers": the force that an object is of."""
        if "of_force" not in use.row.requires:
            return []
        behind = self.closed.verb_second
        return [f for f in forces if self._governing(f, use) and (behind or f.first > use.at)][:1]

    def _subjects(
        self, scene: Scene, use: MoveUse, forces: list[Force], subject: Subject | None
    ) -> list[Force]:
        by = self.words.groups["by"].by_first
        if use.passive and use.row.force == "subject" and self._is_really_passive(use):
            # "was hit by Russian missiles": who does it stands behind the preposition.
            by_whom = [f for f in forces if self._governing(f, use) in self.closed.by]
            if by_whom or use.kind is not _STATIONING:
                return by_whom[:1]
        free = [f for f in forces if not self._governing(f, use)]
        if not self.closed.verb_second and not self._is_existential(use):
            free = [f for f in free if f.last <= use.at]
        contact = use.kind is _ATTACK or use.kind is _PATROL
        if contact and self.closed.verb_second and not scene.marks & _CAUSATIVE:
            if self._acts_itself(subject):
                # "De Houthi's bestookten een fregat": what is attacked is no attacker.
                free = []
        if (
            use.kind is _MOVEMENT
            and subject is not None
            and subject.force is None
            and not subject.pronoun
        ):
            # "Russia reinforced the garrison with thirty tanks".
            carried = [f for f in forces if f.counted and self._governing(f, use) in by]
            if carried:
                return carried[:1]
        if use.kind is _ATTACK and free and free[0].collective:
            # "The army struck the town with two drones".
            carried = [f for f in forces if f.counted and self._governing(f, use) in by]
            if carried and carried[0].noun_kind in ("platform", "weapon"):
                return carried[:1]
        if use.form is _GERUND and len(free) > 1:
            # "The mission has two frigates patrolling".
            return [f for f in free if f.last == use.at] or free[:1]
        if free or (subject is not None and subject.pronoun):
            return free[:1]
        carried = [f for f in forces if self._governing(f, use) in by]
        if use.kind is _MOVEMENT and carried and carried[0].noun_kind == "weapon":
            return []  # "a freighter with missiles docked": a delivery
        return carried[:1]

    def _is_existential(self, use: MoveUse) -> bool:
        """ "there are still 900 soldiers": a verb before its subject."""
        if self.closed.auxiliaries.get(self.norms[use.at]) != "be":
            return False
        return use.at > 0 and self.norms[use.at - 1] in self.closed.expletives

    def _acts_itself(self, subject: Subject | None) -> bool:
        """Whether a country or a group by name is the subject, so that a force is its object."""
        return (
            subject is not None
            and subject.force is None
            and subject.owner is not None
            and not subject.pronoun
            and subject.phrase.kind in _STATES
        )

    def _is_really_passive(self, use: MoveUse) -> bool:
        """Whether the auxiliary is none of the perfect: "were relieved", not "are arrived"."""
        if not self.closed.verb_second:
            return True
        first, last = self.tokens.sentences[self.tokens.sentence_of(use.at)]
        passive = self.words.groups["passive"].by_first
        perfect = self.words.groups["be_perfect"].by_first
        return any(norm in passive and norm not in perfect for norm in self.norms[first:last])

    def _of_noun(self, use: MoveUse, forces: list[Force]) -> list[Force]:
        """ "the withdrawal of British troops", "een inspectie van het leger"."""
        behind = [
            f
            for f in forces
            if f.first > use.at
            and (
                self._governing(f, use) in self.closed.of
                or self._governing(f, use) in self.words.groups["by"].by_first
            )
        ]
        if behind:
            return behind[:1]
        before = [
            f
            for f in forces
            if f.last <= use.at and not self._governing(f, use) and self._is_beside(f, use.at)
        ]
        return before[-1:]

    def _is_beside(self, force: Force, at: int) -> bool:
        """ "the troop withdrawal", "the frigate, on patrol off Malta,": a noun right behind."""
        if at - force.last <= 1:
            return True
        return (
            at - force.last == 2
            and self.norms[force.last] == ","
            and self.norms[at - 1] in self.closed.prepositions
        )

    def joined_to(self, chosen: Force, forces: list[Force]) -> list[Force]:
        """A force with those that "and" or a comma joins to it."""
        found = [chosen]
        if len(forces) < 2 or chosen not in forces:
            return found
        index = forces.index(chosen)
        for later in forces[index + 1 :]:
            if not self._joined(found[-1], later):
                break
            found.append(later)
        for earlier in reversed(forces[:index]):
            if not self._joined(earlier, found[0]):
                break
            found.insert(0, earlier)
        if len(found) == 1 or self._are_listed(found):
            return found
        return self._apposed(chosen, found)

    def _are_listed(self, found: list[Force]) -> bool:
        """Whether forces are a list: more than commas between them."""
        gaps = [range(a.last, b.first) for a, b in pairwise(found)]
        return any(self.norms[i] != "," for gap in gaps for i in gap)

    def _apposed(self, chosen: Force, found: list[Force]) -> list[Force]:
        """ "the nearest ship, a French frigate,": one force, as it is told best."""
        told = next((force for force in found if force.owner is not None), chosen)
        if told.plural and told.quantity is None and told.noun_kind == "person":
            # "their peacekeepers, about 300 men,": the aside says how many.
            counted = (force for force in found if force.counted and force.noun_kind == "person")
            told.quantity = next((force.quantity for force in counted), None)
        return [told]

    def _joined(self, left: Force, right: Force) -> bool:
        gap = range(left.last, right.first)
        if self._accompanies(right, left.last):
            return True
        if len(gap) > 6:
            return False
        norms = [self.norms[i] for i in gap]
        rest = [
            i for i in gap if self.norms[i] not in self.closed.coordinators and self.norms[i] != ","
        ]
        return bool(norms and not rest)

    def _accompanies(self, force: Force, after: int) -> bool:
        """Whether "alongside" or the like stands right before a force."""
        with_ = self.words.groups["with"]
        for k in range(max(after, force.first - 3), force.first):
            match = with_.match(self.norms, k, force.first) if self.norms[k] in with_ else None
            if match is not None and k + match[0] == force.first:
                return True
        return False

    def _same_force(self, record: Record, phrase: NounPhrase) -> Force:
        force = Force(
            phrase.first,
            phrase.last,
            phrase.head_first,
            record.unit,
            record.force.noun_kind,
            plural=record.force.plural,
            quantity=record.quantity,
            counted=True,
            definite=True,
        )
        force.owner = record.owner
        force.unit_name = record.unit_name
        self.memory.same_of[force] = record
        force.after = phrase.last
        return force

    def _unnamed(self, use: MoveUse, subject: Subject | None, forces: list[Force]) -> list[Force]:
        """A country or a group that attacks, without a noun for its force."""
        if subject is None or subject.owner is None or subject.pronoun or forces:
            return []
        least = 2 if subject.owner.name else 3
        if use.kind is not _ATTACK or use.row.strength < least or use.passive:
            return []
        if use.form is _NOUN or use.form is _GERUND:
            return []
        phrase = subject.phrase
        if phrase.kind not in _STATES:
            return []
        unit = UnitType.TROOPS if subject.owner.name else UnitType.FORCE
        force = Force(phrase.first, phrase.last, phrase.head_first, unit, "generic", plural=True)
        force.owner, force.after, force.unnamed = subject.owner, phrase.last, True
        return [force]

    def with_number(
        self, scene: Scene, clause: Clause, use: MoveUse, force: Force
    ) -> Quantity | None:
        """ "The rebels stormed the town with at least 100 fighters": how many there were."""
        by = self.words.groups["by"].by_first
        for other in scene.forces:
            if (
                other is not force
                and other.head in clause.tokens
                and other.counted
                and (other.unit is force.unit and self._governing(other, use) in by)
            ):
                return other.quantity
        return None
