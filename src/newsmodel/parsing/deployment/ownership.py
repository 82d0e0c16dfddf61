"""Ownership: whose a force is, by its own phrase, the clause, and what the article said before.

In: a force in its clause. Out: its owner, and the earlier record of the same force if it has one.
The surest evidence counts: adjective and genitive, a name beside it, the subject of the verb, a
possessive, who speaks of it, the force of the sentences before. Where none tells, nobody owns it.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.model import ActorKind, DeploymentKind, PlaceKind
from newsmodel.parsing import forces as forces_of
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.deployment.records import Memory, Record
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage, Subject
from newsmodel.parsing.deployment.subjects import SubjectFinder
from newsmodel.parsing.forces import Force, Owner
from newsmodel.parsing.forcewords import Direction
from newsmodel.parsing.moves import MoveUse

# Members are bound here once: to read one through its class costs as much as a call.
_GERUND, _NOUN, _RELATIVE = Form.GERUND, Form.NOUN, ClauseKind.RELATIVE
_FROM, _BARE = Direction.FROM, Direction.BARE
_STATIONING, _COUNTRY = DeploymentKind.STATIONING, PlaceKind.COUNTRY
_WITHDRAWAL, _JOINED = DeploymentKind.WITHDRAWAL, ClauseKind.JOINED
#: What a force does in its own country.
_AT_HOME = (DeploymentKind.MOBILIZATION, DeploymentKind.INSPECTION)
#: The actors that speak for the forces of their country.
_OFFICIAL = (ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.COUNTRY)
_GROUP, _PEOPLE = ActorKind.GROUP, (ActorKind.PERSON, ActorKind.GROUP)


class OwnerFinder(Stage):
    """Settles whose the forces of clauses are."""

    def __init__(self, setting: Setting, memory: Memory, subjects: SubjectFinder) -> None:
        super().__init__(setting)
        self.memory, self.subjects = memory, subjects

    def find(
        self, scene: Scene, clause: Clause, use: MoveUse, force: Force, subject: Subject | None
    ) -> tuple[Owner | None, Record | None]:
        """Whose a force is, and the earlier record of the same force where it is that."""
        if force.owner is not None:
            same = self.memory.same_of.get(force) or self.memory.repeated(scene, force, force.owner)
            return force.owner, same
        earlier = self.memory.anaphor(scene, force)
        if use.form is _NOUN and not force.definite and force.possessive is None:
            earlier = None
        if force.elliptical or (
            force.definite and earlier is not None and force.possessive is None
        ):
            if earlier is not None:
                return earlier.owner, earlier
        home = self._home(scene, clause, force, use)
        if home is not None:
            return home, None
        known_as = self._known_as(force)
        if known_as is not None:
            return known_as, None
        if force.labelled:
            return None, None
        if use.form is _GERUND and clause.attribution is not None:
            if self.norms[use.at - 1] in self.closed.of:
                return self._accused(scene, clause, use, force, subject), None
        if (
            subject is not None
            and subject.owner is None
            and subject.force is not None
            and (subject.force is not force and subject.force.possessive is not None)
        ):
            subject.owner = self._possessor(scene, clause, subject.force)
        if subject is not None and subject.pronoun and subject.owner is None:
            meant = self.memory.earlier_force(scene)  # "They have 800 men there."
            subject.owner = meant.owner if meant is not None else None
        if subject is not None and subject.owner is not None and subject.force is not force:
            return subject.owner, None
        if force.possessive is not None:
            owner = self._possessor(scene, clause, force)
            if owner is not None:
                return owner, None
        if clause.kind is _RELATIVE and clause.parent is not None:
            parent = self.subjects.find(scene, clause.parent, scene.forces)
            if parent is not None and parent.owner is not None and parent.force is not force:
                new = force.indefinite or (force.counted and not force.definite)
                if new or self.memory.anaphor(scene, force) is None:
                    return parent.owner, None
        if not force.definite and force.possessive is None:
            speaker = (
                self._agent(scene, clause, use, force)
                or self._abreast(scene, clause)
                or self._by(clause)
                or self._speaker(scene, clause, use, force)
            )
            if speaker is not None:
                return speaker, None
            if force.additional and earlier is not None:
                return earlier.owner, None
            if force.indefinite or force.counted:
                return None, None
        if earlier is not None:
            return earlier.owner, earlier
        owner = self._by(clause) or self._speaker(scene, clause, use, force)
        if owner is None and use.kind in _AT_HOME and force.noun_kind == "formation":
            owner = self._of_the_land(scene, clause)
        return owner, None

    def _accused(
        self, scene: Scene, clause: Clause, use: MoveUse, force: Force, subject: Subject | None
    ) -> Owner | None:
        """ "accused the army of sending 20 tanks": of whom it is said, never who says it."""
        accused = self._agent(scene, clause, use, force)
        if accused is None and subject is not None and subject.force is not force:
            accused = subject.owner
        return accused or self._of_the_land(scene, clause)

    def _of_the_land(self, scene: Scene, clause: Clause) -> Owner | None:
        """ "the army", "the Ayacucho regiment": of the country that all places are in.

        Where the article names countries, it is one of these.
        """
        own = clause.own
        spans = [p for p in scene.places if p.first in own and p.direction is not _BARE]
        countries = {p.place.country for p in spans if p.place is not None and p.place.country}
        named = {phrase.country for phrase in self.reading.phrases if phrase.country}
        countries = countries & named if named else countries
        return Owner(country=countries.pop()) if len(countries) == 1 else None

    def _agent(self, scene: Scene, clause: Clause, use: MoveUse, force: Force) -> Owner | None:
        """ "Russian ships fired missiles": whose the force is that does it to another."""
        if force.first < use.at or self.closed.verb_second:
            return None
        first = self._first(scene, clause)
        return first.owner or first.settled if first is not None and first is not force else None

    def _abreast(self, scene: Scene, clause: Clause) -> Owner | None:
        """ "Turkish jets bombed Zap and 600 commandos crossed into Iraq": whose the first are."""
        if clause.kind is not _JOINED or clause.parent is None:
            return None
        first = self._first(scene, clause.parent)
        if first is None:
            return None
        last = self.memory.records[-1] if self.memory.records else None
        if last is not None and last.kind is _WITHDRAWAL and last.force is first:
            return None  # who comes as others leave may be somebody else's
        return first.owner or first.settled

    def _first(self, scene: Scene, clause: Clause) -> Force | None:
        """The force that is the subject of a clause."""
        own = clause.own
        for force in scene.forces:
            if force.head in own:
                before = [j for j in clause.tokens if j < force.first]
                governed = self.subjects.is_governed(force.first)
                return None if governed or any(map(self.clauses.is_finite, before)) else force
        return None

    def _by(self, clause: Clause) -> Owner | None:
        """ "was ordered by President X": the country of who a passive names."""
        own = clause.own
        for phrase in self.reading.phrases_in(clause.first, clause.last):
            if (
                phrase.head_first in own
                and phrase.first > 0
                and (self.norms[phrase.first - 1] in self.closed.by)
            ):
                draft = self.cast.by_phrase.get(id(phrase))
                return forces_of.phrase_owner(phrase, draft.top().country if draft else None)
        return None

    def _speaker(self, scene: Scene, clause: Clause, use: MoveUse, force: Force) -> Owner | None:
        """The state or body that says it of its own force, where nothing else says whose it is."""
        attribution = self.clauses.attribution_at(clause, use.at)
        if attribution is None:
            return None
        source = attribution.source
        if source is not None and (force.indefinite or force.counted):
            for other in scene.forces:
                # "The US Seventh Fleet said a carrier had left".
                if source.first < other.last and other.first < source.last and other.owner:
                    return other.owner
        for speaker in self.cast.speakers.get(id(attribution), ()):
            draft = speaker.top()
            official = draft.kind in _OFFICIAL
            own = (
                (draft.role is not None or draft.kind is _GROUP)
                and draft.kind in _PEOPLE
                and (
                    (force.definite and (force.collective or force.unit_name is not None))
                    or force.counted
                    or force.indefinite
                )
            )
            if draft.country and (official or own):
                return Owner(country=draft.country)
        return None

    def _home(self, scene: Scene, clause: Clause, force: Force, use: MoveUse) -> Owner | None:
        """ "two F-16s from Belgium": the country right behind a force that acts."""
        for span in scene.places:
            if (
                span.first == force.last
                and span.direction is _FROM
                and span.place is not None
                and span.place.kind is _COUNTRY
                and self._may_be_from(clause, force, use)
            ):
                if self.norms[span.last] in self.closed.coordinators and any(
                    other.first == span.last + 1 for other in scene.places
                ):
                    return None  # from two countries: how many from which is not said
                force.last = force.after = span.last
                return Owner(country=span.place.country)
        return None

    def _may_be_from(self, clause: Clause, force: Force, use: MoveUse) -> bool:
        """Whether a force acts or is had somewhere, so that what it is from is no origin."""
        if use.kind is _STATIONING and use.row.force == "object":
            return True
        return use.at >= force.last and not any(
            self.clauses.is_finite(j) for j in clause.tokens if j < force.first
        )

    def _known_as(self, force: Force) -> Owner | None:
        """ "the insurgents, known locally as “X”,": the name in the aside."""
        words = self.tokens.words
        at = force.last
        if at + 2 >= len(words) or words[at] != ",":
            return None
        for i in range(at + 1, min(at + 7, len(words) - 1)):
            if self.norms[i] in self.closed.so_called:
                for j in range(i + 1, min(i + 4, len(words) - 1)):
                    if j in self.reading.opening:
                        quotation = self.reading.opening[j]
                        end = quotation.closing
                        while end > quotation.first and words[end - 1] in ",.":
                            end -= 1
                        return Owner(name=self.tokens.slice(quotation.first, end))
        return None

    def _possessor(self, scene: Scene, clause: Clause, force: Force) -> Owner | None:
        owner, _ = self.subjects.of_pronoun(scene, clause, force.head, None)
        return owner
