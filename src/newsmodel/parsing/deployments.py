"""Deployments: which force does what, where and when, across the article.

In: a reading, its attributions and its cast. Out: :class:`Deployments`, whose ``build`` gives the
values of the model once actors and statements are made. Puts together what
:mod:`~newsmodel.parsing.forces`, :mod:`~newsmodel.parsing.moves` and
:mod:`~newsmodel.parsing.places` find in each clause, settles whose force it is, and joins what the
article says of one move in several places. Knows no word of any language.
"""

from __future__ import annotations

from functools import reduce
from itertools import compress, islice, starmap
from operator import itemgetter, or_

from attrs import define, field

from newsmodel.languages.profile import Form
from newsmodel.model import (
    EDTF,
    ActorKind,
    DeploymentKind,
    DeploymentStatus,
    MilitaryDeployment,
    Place,
    SpeechAct,
    Statement,
    TimeReference,
    UnitType,
)
from newsmodel.parsing.actors import Cast
from newsmodel.parsing.clauses import Clause, ClauseFinder, ClauseKind
from newsmodel.parsing.deployment.assertion import Assertions
from newsmodel.parsing.deployment.choice import ForceChooser
from newsmodel.parsing.deployment.details import Details
from newsmodel.parsing.deployment.ownership import OwnerFinder
from newsmodel.parsing.deployment.placement import Placer
from newsmodel.parsing.deployment.records import Memory, Record
from newsmodel.parsing.deployment.scenes import Case, Scene, Setting, Stage, Subject
from newsmodel.parsing.deployment.subjects import SubjectFinder
from newsmodel.parsing.deployment.timing import Clock
from newsmodel.parsing.forces import Force, ForceFinder, Owner
from newsmodel.parsing.forcewords import GROUP_MARKS, Direction, Mark, force_words
from newsmodel.parsing.moves import Candidate, MoveFinder, MoveUse
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.places import PlaceFinder
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution
from newsmodel.parsing.times import Relation

#: As plain numbers, which are compared once a sentence.
_SURE, _FORCED = int(Mark.SURE), int(Mark.FORCE | Mark.MOVING)
#: What no word of a number is: "more than 300" compares nothing.
_UNCOUNTED = ~int(Mark.FINITE | Mark.OPENER)
_MOVE = int(Mark.MOVE)

#: So many words of deployment of a clause are tried for one of a force.
TRIED = 4
# Members are bound here once: to read one through its class costs as much as a call.
_RELATIVE, _INFINITIVE = ClauseKind.RELATIVE, ClauseKind.INFINITIVE
_WITHDRAWAL, _ATTACK = DeploymentKind.WITHDRAWAL, DeploymentKind.ATTACK
_EXERCISE, _NOUN = DeploymentKind.EXERCISE, Form.NOUN
_STATIONING, _PARTICIPLE = DeploymentKind.STATIONING, Form.PARTICIPLE
_PRONOUN, _SINCE, _ANNOUNCE = PhraseKind.PRONOUN, Relation.SINCE, SpeechAct.ANNOUNCE
_AIRCRAFT, _TROOPS = UnitType.AIRCRAFT, UnitType.TROOPS
_ONGOING = DeploymentStatus.ONGOING
_DENIED, _MILITARY = DeploymentStatus.DENIED, ActorKind.MILITARY
_at = itemgetter(0)
#: The clauses that can be about a force named before them.
_ANTECEDENTS = (_RELATIVE, ClauseKind.JOINED)
#: The subjects that a force of unstated composition can be of.
_STATES = (PhraseKind.COUNTRY, PhraseKind.CAPITAL, PhraseKind.BODY)
#: The groups of words by which a clause adds to the deployment before.
_CONTINUING = GROUP_MARKS["amount"] | GROUP_MARKS["begin"] | GROUP_MARKS["end"]


@define(slots=True)
class Deployments:
    """The deployments of a reading, before their actors and statements are made."""

    reading: Reading
    found: list[Record] = field(factory=list)

    def build(self, cast: Cast, statements: dict[int, Statement]) -> tuple[MilitaryDeployment, ...]:
        """The deployments of the model, with ids in the order of the text."""
        self.found.sort(key=lambda record: record.evidence[0])
        for number, record in enumerate(self.found, start=1):
            record.number = number
        return tuple(self._deployment(record, cast, statements) for record in self.found)

    def _deployment(
        self, record: Record, cast: Cast, statements: dict[int, Statement]
    ) -> MilitaryDeployment:
        same = record.same
        while same is not None and (same.number == 0 or same is record):
            same = same.same if same is not record else None
        owner = record.owner
        return MilitaryDeployment(
            id=f"d{record.number}",
            force=cast.actor(record.agent),
            force_country=owner.label if owner is not None else None,
            unit=record.unit,
            unit_name=record.unit_name,
            quantity=record.quantity,
            kind=record.kind,
            status=record.status,
            origin=record.origin,
            destination=record.destination,
            location=record.location,
            time=record.time,
            purpose=record.purpose,
            part_of=record.part_of,
            ordered_by=cast.actor(record.ordered_by),
            reported_by=statements.get(id(record.attribution)) if record.attribution else None,
            same_force_as=f"d{same.number}" if same is not None else None,
            evidence=tuple(starmap(self.reading.excerpt, sorted(record.evidence))),
        )


def find(
    reading: Reading, attributions: list[Attribution], cast: Cast, published: EDTF | None = None
) -> Deployments:
    """The deployments of a text."""
    marks = _marks(reading)
    setting = Setting(
        reading,
        cast,
        str(published or ""),
        marks,
        ClauseFinder(reading, attributions, marks),
        ForceFinder(reading, marks),
        PlaceFinder(reading),
        MoveFinder(reading, marks),
    )
    return Deployments(reading, _Finder(setting).find())


def _marks(reading: Reading) -> list[int]:
    """What each token of a text can be; a number is no verb and opens no clause."""
    marks = list(map(force_words(reading.profile).marks.__getitem__, reading.tokens.words))
    for span in reading.quantities:
        for i in range(span.first, span.last):
            marks[i] &= _UNCOUNTED
    marks.append(0)  # nothing stands behind the last
    return marks


class _Around:
    """What a clause has besides its move; what few moves ask is looked for when one does."""

    subject_country = False
    subject_group = False

    def __init__(
        self, finder: _Finder, scene: Scene, clause: Clause, antecedent: Force | Place | None
    ) -> None:
        self.finder, self.scene, self.clause = finder, scene, clause
        self.antecedent = antecedent
        self.has_force = isinstance(antecedent, Force)

    def taken(self) -> set[int]:
        """Tokens of forces, which are no verbs."""
        return self.scene.taken()

    def has_place(self) -> bool:
        """Whether it has a place."""
        scene, own = self.scene, self.clause.own
        return (
            isinstance(self.antecedent, Place)
            or self.finder.placer.there(scene, self.clause) is not None
            or any(place.first in own for place in scene.places)
        )

    def has_exercise(self) -> bool:
        """Whether an exercise was told of before, which a force can take part in."""
        return self.finder.memory.exercise(self.scene) is not None


class _Finder(Stage):
    """Goes through the sentences of an article."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.memory = Memory(setting)
        self.subjects = SubjectFinder(setting, self.memory)
        self.owners = OwnerFinder(setting, self.memory, self.subjects)
        self.chooser = ForceChooser(setting, self.memory, self.subjects)
        self.assertions = Assertions(setting, self.memory)
        self.placer = Placer(setting, self.memory, self.subjects)
        self.clock = Clock(setting, self.subjects)
        self.details = Details(setting)
        #: An exercise of a country, until its forces are named or the sentence ends.
        self.suspended: tuple[Clause, MoveUse, Subject | None] | None = None
        #: Whether a withdrawal of the sentence is told without where from.
        self.is_stranded = False

    def find(self) -> list[Record]:
        memory = self.memory
        for number in self.reading.running:
            scene = self._scene(number)
            if scene is None:
                memory.skips(number)
                continue
            continues = False
            if scene.near:
                scene.settle()
                continues = bool(scene.marks & _CONTINUING)
            told = (continues or scene.marks & _MOVE) and self._read(scene, continues)
            memory.passes(scene, told=bool(told))
        memory.settle_denials()
        return memory.records

    def _scene(self, number: int) -> Scene | None:
        """A sentence, where a deployment can be in it or something of the one before."""
        first, last = self.tokens.sentences[number]
        records, marks = self.memory.records, self.marks[first:last]
        any_mark = reduce(or_, filter(None, marks), 0)
        near = bool(records) and number - records[-1].sentence <= 2
        if not near and not any_mark & _SURE and any_mark & _FORCED != _FORCED:
            return None
        words = self.tokens.words
        if words[last - 1] == "?" or (last - 2 >= first and words[last - 2] == "?"):
            return None
        marked = list(compress(range(first, last), marks))
        return Scene(self.setting, number, first, last, marked, any_mark, near=near)

    def _read(self, scene: Scene, continues: bool) -> bool:
        """Reads a sentence; whether it may have told of a deployment."""
        if continues:
            self._introduce(scene)
        possible = self._possible(scene) if scene.marks & _MOVE else []
        if not possible and not continues:
            return False
        scene.settle()
        spots = set(map(_at, possible))
        failed: list[Clause] = []
        tried, told = False, len(self.memory.records)
        for clause in scene.clauses:
            found: list[Candidate] = []
            if not spots.isdisjoint(clause.tokens):
                found = self._candidates(scene, clause, possible, spots)
            if not found and self.suspended is None:
                failed.append(clause)
            elif not self.assertions.is_unasserted(scene, clause):
                tried = True
                if not self._clause(scene, clause, found):
                    failed.append(clause)
        if failed and len(self.memory.records) > told:
            for clause in failed:
                # "Italy, which withdrew a frigate, will send it back"
                if self.chooser.pronoun_of(scene, clause) is not None:
                    self._clause(scene, clause, self._candidates(scene, clause, possible, spots))
        if failed and (continues or (tried and self._is_any_owed(scene))):
            for clause in failed:
                self._retry(scene, clause, possible, continues)
        if tried:
            self._postposed(scene, possible)
            if self.suspended is not None:
                self._unresumed(scene)
            self._origins(scene)
        return tried

    def _postposed(self, scene: Scene, possible: list[Candidate]) -> None:
        """ "to reinforce an Ethiopian battalion stationed there": where another force is."""
        if self.closed.verb_second:
            return
        for at, option, _ in possible:
            row = option.row
            if (
                row.kind is not _STATIONING
                or row.strength < 2
                or option.form.form is not _PARTICIPLE
            ):
                continue
            force = self._before(scene, at)
            if force is None or any(r.force is force for r in self.memory.records[-4:]):
                continue
            host = next((clause for clause in scene.clauses if at in clause.own), None)
            if host is None or self.assertions.is_unasserted(scene, host):
                continue
            verbs = [j for j in host.tokens if j < force.first and self.clauses.is_finite(j)]
            if not verbs and host.kind is not _INFINITIVE:
                continue
            clause = Clause(_RELATIVE, host, at, host.attribution, host.sentence)
            clause.tokens = [j for j in host.tokens if j >= force.first]
            use = MoveUse(at, row, _PARTICIPLE, row.kind, passive=True)
            if not self.assertions.is_no_deployment(host, use):
                self._record(Case(scene, clause, use, force, None, None))

    def _before(self, scene: Scene, at: int) -> Force | None:
        """The force with a country of its own that a participle at a token describes."""
        end = at - 1 if self.norms[at - 1] in self.closed.light else at
        for force in scene.forces:
            if force.last in (at, end) and force.owner is not None:
                return force
        return None

    def _is_any_owed(self, scene: Scene) -> bool:
        """Whether a clause has told whose a force is that does not say so itself."""
        return any(force.settled is not None for force in scene.forces if force.owner is None)

    def _retry(
        self, scene: Scene, clause: Clause, possible: list[Candidate], continues: bool
    ) -> None:
        """ "The units that Kenya sent to X return": a later clause may say whose they are."""
        own = clause.own
        known = [
            force
            for force in scene.forces
            if force.owner is None and force.settled is not None and force.head in own
        ]
        if not (known or continues) or self.assertions.is_unasserted(scene, clause):
            return
        for force in known:
            force.owner = force.settled
        if known:
            found = self._candidates(scene, clause, possible, set(map(_at, possible)))
            if self._clause(scene, clause, found):
                return
        self._continue(scene, clause)

    def _possible(self, scene: Scene) -> list[Candidate]:
        """What can be moves of a sentence with these forces, whatever its clauses are."""
        forceless = not scene.forces and not self._may_resume(scene)
        return self.moves.in_sentence(
            scene.first, scene.last, scene.marked, scene.taken(), forceless=forceless
        )

    def _may_resume(self, scene: Scene) -> bool:
        """Whether a pronoun is in a sentence that can mean the force of the one before."""
        if self.memory.earlier_force(scene) is None:
            return False
        return any(
            self.subjects.is_force(phrase) or self.subjects.is_moved(phrase)
            for phrase in self.reading.phrases_in(scene.first, scene.last)
            if phrase.kind is _PRONOUN
        )

    def _candidates(
        self, scene: Scene, clause: Clause, possible: list[Candidate], spots: set[int]
    ) -> list[Candidate]:
        """Those of the possible moves, which are at these tokens, that a clause allows."""
        own, found = clause.own, possible
        if not own.issuperset(spots):
            found = [candidate for candidate in possible if candidate[0] in own]
        if found and not self._may_have_force(scene, clause):
            found = [candidate for candidate in found if not candidate[1].needs_force]
        return found

    def _may_have_force(self, scene: Scene, clause: Clause) -> bool:
        if clause.kind in _ANTECEDENTS or self.memory.earlier_force(scene) is not None:
            return True
        return not clause.own.isdisjoint([force.head for force in scene.forces])

    def _origins(self, scene: Scene) -> None:
        """ "A company that was stationed in Gao left": where it left is where it was."""
        if not self.is_stranded:
            return
        self.is_stranded = False
        for record in self.memory.records[-6:]:
            if record.kind is _WITHDRAWAL and record.origin is None:
                if record.sentence == scene.number:
                    record.origin = self._place_of(record)

    def _place_of(self, record: Record) -> Place | None:
        """Where the same sentence says that the force of a record is."""
        for other in self.memory.records[-6:]:
            if other.sentence == record.sentence and other.force is record.force:
                if other.location is not None:
                    return other.location
        return None

    def _introduce(self, scene: Scene) -> None:
        """ "It involves 300 soldiers": they are those of the record before."""
        for clause in scene.clauses:
            if self.moves.in_group("amount", clause, clause.tokens[:3]) is None:
                continue
            for force in scene.forces:
                if force.head in clause.own and force.owner is None:
                    last = self.memory.anaphor(scene, force)
                    if last is not None:
                        force.owner = last.owner
                        self.memory.same_of[force] = last

    def _clause(self, scene: Scene, clause: Clause, found: list[Candidate]) -> bool:
        if not found and self.suspended is None:
            return False
        if clause.kind is _INFINITIVE and not self._is_governing(clause.parent):
            return False
        forces = self._forces_of(scene, clause)
        if self.suspended is not None and self._resume_exercise(scene, clause, forces):
            return True
        antecedent = self.chooser.antecedent(scene, clause)
        around = _Around(self, scene, clause, antecedent)
        if forces:
            around.has_force = True
        subject: Subject | None = None
        looked = not around.has_force
        if looked:
            subject = self.subjects.find(scene, clause, forces)
            if subject is not None:
                self._let_do_without(around, scene, subject)
            if not around.has_force and self.chooser.pronoun_of(scene, clause) is not None:
                around.has_force = True
        for use in islice(self.moves.find(found, clause, around), TRIED):
            if not looked:
                subject, looked = self.subjects.find(scene, clause, forces), True
            if self.assertions.is_no_deployment(clause, use):
                return True
            chosen = self.chooser.choose(scene, clause, use, forces, antecedent, subject)
            if not chosen:
                self._suspend(clause, use, subject)
            elif self._record_all(scene, clause, use, chosen, antecedent, subject):
                return True
        return False

    def _record_all(
        self,
        scene: Scene,
        clause: Clause,
        use: MoveUse,
        chosen: list[Force],
        antecedent: Force | Place | None,
        subject: Subject | None,
    ) -> bool:
        """Records what each force does; one without an owner is whose the one before it is."""
        made = False
        before: Force | None = None
        for force in chosen:
            if before is not None and force.owner is None and before.settled is not None:
                force.owner = before.settled
                force.weak = force.weak and before.weak
            made = self._record(Case(scene, clause, use, force, antecedent, subject)) or made
            before = force
        return made

    def _forces_of(self, scene: Scene, clause: Clause) -> list[Force]:
        """The forces of a clause; "gave a brigade orders to move": an infinitive shares them."""
        own = clause.own
        found = [force for force in scene.forces if force.head in own]
        if found or clause.kind is not _INFINITIVE or clause.parent is None:
            return found
        own = clause.parent.own
        return [force for force in scene.forces if force.head in own]

    def _let_do_without(self, around: _Around, scene: Scene, subject: Subject) -> None:
        """What the subject of a clause does for its moves, where no noun names a force."""
        around.has_force = subject.pronoun and self.memory.earlier_force(scene) is not None
        owner = subject.owner
        around.subject_country = owner is not None
        around.subject_group = owner is not None and owner.name is not None and not subject.pronoun

    def _is_governing(self, parent: Clause | None) -> bool:
        """Whether a clause plans or orders what its infinitive says, and does nothing itself."""
        if parent is None:
            return False
        if any(
            parent.tokens[0] <= r.force.head < parent.last and r.sentence == parent.sentence
            for r in self.memory.records[-3:]
        ):
            return False
        return any(self.moves.in_group(group, parent) is not None for group in ("plan", "order"))

    def _suspend(self, clause: Clause, use: MoveUse, subject: Subject | None) -> None:
        """ "China has begun an exercise off Taiwan": its forces may follow in a clause about it."""
        if use.kind is _EXERCISE and self.suspended is None:
            if use.noun is not None or use.form is _NOUN:
                self.suspended = (clause, use, subject)

    def _resume_exercise(self, scene: Scene, clause: Clause, forces: list[Force]) -> bool:
        """ "..., in which 5,000 soldiers take part": the forces of the exercise before."""
        if self.suspended is None or clause.kind is not _RELATIVE or not forces:
            return False
        host, use, subject = self.suspended
        if clause.parent is not host:
            return False
        self.suspended = None
        joined = Clause(host.kind, host.parent, host.opener, host.attribution, host.sentence)
        joined.tokens = sorted((*host.tokens, *clause.tokens))
        told = False
        for force in self.chooser.joined_to(forces[0], forces):
            told = self._record(Case(scene, joined, use, force, None, subject), host) or told
        return told

    def _unresumed(self, scene: Scene) -> None:
        """An exercise of a country whose forces nothing names: a force of unstated composition."""
        if self.suspended is None:
            return
        host, use, subject = self.suspended
        self.suspended = None
        if subject is None or subject.owner is None or subject.pronoun or use.noun is None:
            return
        places = [p for p in scene.places if p.first in host.own]
        phrase = subject.phrase
        if phrase.kind not in _STATES:
            return
        if not any(p.direction is Direction.AT for p in places):
            return
        force = Force(
            phrase.first, phrase.last, phrase.head_first, UnitType.FORCE, "generic", plural=True
        )
        force.owner, force.after = subject.owner, phrase.last
        self._record(Case(scene, host, use, force, None, subject))

    def _record(self, case: Case, placed: Clause | None = None) -> bool:
        """Records what a force does, where it is asserted and enough is said of it."""
        clause, use, force, subject = case.clause, case.use, case.force, case.subject
        owner, earlier = self.owners.find(case.scene, clause, use, force, subject)
        if owner is None or owner.label is None:
            return False
        force.settled = owner
        if force.ambiguous == _AIRCRAFT and owner.country and force.unit is _TROOPS:
            force.unit = _AIRCRAFT
        others = self._others(subject, owner)
        if others and self._is_between_them(clause, force):
            force.settled = None
            return False
        denied = self.assertions.is_denied(clause, use)
        if not denied and self.moves.is_negated(clause, use):
            return False
        if not self._is_force(case, owner):
            return False
        case.limit = self.details.purpose_at(clause, use, force)
        record = self._told(case, owner, denied)
        earlier = self._take_over(record, case, earlier)
        if record.quantity is None and record.kind is _ATTACK:
            record.quantity = self.chooser.with_number(case.scene, clause, use, force)
        own = (placed or clause).own
        places = [span for span in case.scene.places if span.first in own]
        self.placer.place(record, case, places, earlier)
        self.placer.settle_leaving(record, use)
        self._join_exercise(record, case)
        if not self.assertions.counts(record, force):
            return False
        if record.status is _ONGOING and self.memory.goes_on(record):
            return True
        self.details.further(record, case.scene, clause, use, subject, case.limit)
        self.memory.add(record, force)
        if record.kind is _WITHDRAWAL and record.origin is None:
            self.is_stranded = True
        if force.others or others:
            for partner, quantity in (*force.others, *((other, None) for other in others)):
                copy = self._copy(record, partner)
                copy.quantity = quantity or copy.quantity
                self.memory.add(copy, force)
        return True

    def _is_force(self, case: Case, owner: Owner) -> bool:
        """Whether an everyday word is a force, by its move and its owner."""
        force, use = case.force, case.use
        if force.ambiguous == "civilian" and not self.assertions.is_military(force, use):
            if not self._is_of_force(case):
                return False
        if not force.weak:
            return True
        return use.row.strength >= (2 if use.kind is _ATTACK else 3) and bool(owner.country)

    def _is_of_force(self, case: Case) -> bool:
        """ "the army still has 5,000 men": whether they are counted as those of another force."""
        force, subject = case.force, case.subject
        if not force.counted or (subject is not None and subject.force is force):
            return False
        if isinstance(case.antecedent, Force) and case.antecedent is not force:
            return True
        if subject is None:
            return False
        draft = subject.draft
        return subject.force is not None or (draft is not None and draft.kind is _MILITARY)

    def _told(self, case: Case, owner: Owner, denied: bool) -> Record:
        """What the move itself, its force and its time say."""
        clause, use, force = case.clause, case.use, case.force
        span = self.clock.find(clause, use, case.limit)
        future = span is not None and self.clock.is_future(span)
        since = span is not None and span.relation is _SINCE and not future
        attribution = self.clauses.attribution_at(clause, use.at)
        cue = attribution.cue if attribution is not None else None
        announced = cue is not None and cue.act is _ANNOUNCE
        status = self.moves.status(clause, use, future=future, since=since, announced=announced)
        return Record(
            force=force,
            owner=owner,
            unit=force.unit,
            quantity=force.quantity,
            kind=use.kind,
            status=_DENIED if denied else status,
            sentence=case.scene.number,
            evidence=self.details.evidence(clause, force, case.antecedent, case.limit),
            time=span.reference if span is not None else None,
            unit_name=force.unit_name,
            denied=denied,
            attribution=attribution,
        )

    def _take_over(self, record: Record, case: Case, earlier: Record | None) -> Record | None:
        """What the earlier record of the force tells of this one; the record it goes with."""
        force, owner = case.force, record.owner
        if force.elliptical and earlier is not None:
            record.unit = force.unit = earlier.unit
            record.unit_name = earlier.unit_name
        if force.additional and earlier is None:
            # "another frigate will follow": where the one before went.
            found = self.memory.anaphor(case.scene, force)
            if found is None or found.owner is None or owner is None:
                return None
            return found if found.owner.label == owner.label else None
        if earlier is not None:
            record.same = earlier
            if record.quantity is None and not force.demonstrative and not force.plural:
                record.quantity = earlier.quantity
        return earlier

    def _join_exercise(self, record: Record, case: Case) -> None:
        """ "Mali takes part with 200 men": in the exercise told of before, there and then."""
        if record.kind is not _EXERCISE or record.location is not None:
            return
        use = case.use
        noun = use.at if use.form is _NOUN else use.noun
        if not ("told" in use.row.requires or (noun is not None and self._is_known(noun))):
            return
        told = self.memory.exercise(case.scene)
        if told is None:
            return
        record.location = told.location
        if record.time is None:
            record.time = told.time
            if told.status is DeploymentStatus.PLANNED:
                record.status = told.status

    def _is_known(self, noun: int) -> bool:
        """Whether an article says that what a noun is for was told of before."""
        before = self.norms[noun - 1] if noun else ""
        return before in self.closed.determiners and before not in self.words.groups["indefinite"]

    def _others(self, subject: Subject | None, owner: Owner) -> list[Owner]:
        """The other countries that each do the same."""
        return subject.others if subject is not None and subject.owner is owner else []

    def _is_between_them(self, clause: Clause, force: Force) -> bool:
        """ "X and Y sent 2,000 men": how many of them are whose is not said."""
        return force.quantity is not None and self.moves.in_group("each", clause) is None

    def _copy(self, record: Record, owner: Owner) -> Record:
        return Record(
            force=record.force,
            owner=owner,
            unit=record.unit,
            quantity=record.quantity,
            kind=record.kind,
            status=record.status,
            sentence=record.sentence,
            evidence=list(record.evidence),
            origin=record.origin,
            destination=record.destination,
            location=record.location,
            time=record.time,
            unit_name=record.unit_name,
            attribution=record.attribution,
            purpose=record.purpose,
            part_of=record.part_of,
            ordered_by=record.ordered_by,
            denied=record.denied,
        )

    def _continue(self, scene: Scene, clause: Clause) -> None:
        """What a clause without a move of its own adds to the last record."""
        if not self.memory.records:
            return
        last = self.memory.records[-1]
        if scene.number - last.sentence > 2:
            return
        self._amount(scene, clause)
        self._course(scene, clause)

    def _amount(self, scene: Scene, clause: Clause) -> None:
        """ "It involves 300 to 400 soldiers": the number of the force before."""
        if self.moves.in_group("amount", clause, clause.tokens[:3]) is None:
            return
        last = next((r for r in reversed(self.memory.records) if r.sentence < scene.number), None)
        if last is None or last.quantity is not None:
            return
        for force in scene.forces:
            if force.head in clause.own and force.unit is last.unit and force.quantity is not None:
                last.quantity = force.quantity
                force.owner = force.owner or last.owner
                last.evidence.append((clause.first, force.last))
                return

    def _course(self, scene: Scene, clause: Clause) -> None:
        """ "They began on Monday", "the exercise ends on Friday": of the last exercise."""
        begins = self.moves.in_group("begin", clause) is not None
        ends = self.moves.in_group("end", clause) is not None
        last = self.memory.exercise(scene) if begins or ends else None
        if last is None:
            return
        spans = [
            s for s in self.reading.times_in(clause.first, clause.last) if s.reference is not None
        ]
        if not spans:
            return
        value = spans[0].reference
        if begins and last.time is None and value is not None:
            last.time = value
            if not self.clock.is_future(spans[0]):
                last.status = _ONGOING
        elif ends and last.time is not None and value is not None:
            start, stop = str(last.time.value), str(value.value)
            if len(start) == len(stop) == 10 and start < stop:
                last.time = TimeReference(value=EDTF(f"{start}/{stop}"), excerpt=last.time.excerpt)
                last.evidence.append((spans[0].first, clause.last))
