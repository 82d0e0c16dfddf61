"""Deployments: which force does what, where and when, across the article.

In: a reading, its attributions and its cast. Out: :class:`Deployments`, whose ``build`` gives the
values of the model once actors and statements are made. Puts together what
:mod:`~newsmodel.parsing.forces`, :mod:`~newsmodel.parsing.moves` and
:mod:`~newsmodel.parsing.places` find in each clause, settles whose force it is, and joins what the
article says of one move in several places. Knows no word of any language.
"""

from __future__ import annotations

from attrs import define, field

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType
from newsmodel.model import (
    EDTF,
    ActorKind,
    DeploymentKind,
    DeploymentStatus,
    MilitaryDeployment,
    Place,
    PlaceKind,
    Quantity,
    SpeechAct,
    Statement,
    TimeReference,
    UnitType,
)
from newsmodel.parsing import forces as forces_of
from newsmodel.parsing.actors import Cast, Draft
from newsmodel.parsing.clauses import Clause, ClauseFinder, ClauseKind
from newsmodel.parsing.forces import Force, ForceFinder, Owner
from newsmodel.parsing.forcewords import Direction, force_words
from newsmodel.parsing.moves import MoveFinder, MoveUse, Surroundings
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.places import PlaceFinder, PlaceSpan
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution
from newsmodel.parsing.times import Relation, TimeSpan

#: How many sentences back a pronoun or "the ships" may reach.
REACH = 4
_LOCATED = frozenset(
    {
        DeploymentKind.STATIONING,
        DeploymentKind.EXERCISE,
        DeploymentKind.PATROL,
        DeploymentKind.INSPECTION,
        DeploymentKind.MOBILIZATION,
    }
)
_UNASSERTED = frozenset({SpeechAct.CALL, SpeechAct.THREATEN, SpeechAct.EXPECT})
_SUBJECTS = frozenset(PhraseKind) - {PhraseKind.PLACE}


@define(slots=True, eq=False)
class Record:
    """A deployment while the article is read."""

    force: Force
    owner: Owner | None
    unit: UnitType
    quantity: Quantity | None
    kind: DeploymentKind
    status: DeploymentStatus
    sentence: int
    evidence: list[tuple[int, int]]
    origin: Place | None = None
    destination: Place | None = None
    location: Place | None = None
    time: TimeReference | None = None
    unit_name: str | None = None
    attribution: Attribution | None = None
    purpose: str | None = None
    part_of: str | None = None
    ordered_by: Draft | None = None
    same: Record | None = None
    agent: Draft | None = None
    denied: bool = False
    number: int = 0


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
            evidence=tuple(
                self.reading.excerpt(first, last) for first, last in sorted(record.evidence)
            ),
        )


def find(
    reading: Reading, attributions: list[Attribution], cast: Cast, published: EDTF | None = None
) -> Deployments:
    """The deployments of a text."""
    finder = _Finder(reading, attributions, cast, published)
    return Deployments(reading, finder.find())


@define(slots=True, eq=False)
class _Scene:
    """One sentence with what was found in it."""

    number: int
    first: int
    last: int
    clauses: list[Clause]
    forces: list[Force]
    places: list[PlaceSpan]
    conditional: bool = False


class _Finder:
    def __init__(
        self,
        reading: Reading,
        attributions: list[Attribution],
        cast: Cast,
        published: EDTF | None,
    ) -> None:
        self.reading = reading
        self.profile = reading.profile
        self.words = force_words(reading.profile)
        self.closed = reading.profile.words
        self.tokens = reading.tokens
        self.norms = reading.tokens.norms
        self.cast = cast
        self.published = str(published) if published is not None else ""
        self.clauses = ClauseFinder(reading, attributions)
        self.forces = ForceFinder(reading)
        self.places = PlaceFinder(reading)
        self.moves = MoveFinder(reading)
        self.records: list[Record] = []
        #: The record whose force a pronoun means, by the pronoun's own.
        self.same_of: dict[int, Record] = {}
        #: An exercise of a country, until its forces are named or the sentence ends.
        self.suspended: tuple[Clause, MoveUse, _Subject] | None = None
        #: The last place that a noun for places went with, and the last one at all.
        self.place_of_noun: dict[str, Place] = {}
        self.last_place: Place | None = None

    def find(self) -> list[Record]:
        for number in self.reading.running:
            first, last = self.tokens.sentences[number]
            if self._is_worth(number, first, last):
                scene = self._scene(number, first, last)
                if scene is not None:
                    self._read(scene)
        self._settle_denials()
        return self.records

    def _is_worth(self, number: int, first: int, last: int) -> bool:
        words, norms = self.tokens.words[first:last], self.norms[first:last]
        if not self.forces.sure.isdisjoint(words):
            return True
        if not self.words.strong.isdisjoint(norms):
            return True
        if not self.forces.triggers.isdisjoint(words) and not self.words.moving.isdisjoint(norms):
            return True
        return bool(self.records) and number - self.records[-1].sentence <= 2

    def _scene(self, number: int, first: int, last: int) -> _Scene | None:
        if any(self.tokens.words[i] == "?" for i in range(max(first, last - 2), last)):
            return None
        forces = self.forces.sentence(first, last)
        if self.records and number - self.records[-1].sentence <= 2:
            taken = {i for force in forces for i in range(force.first, force.last)}
            forces += [
                force
                for force in forces_of.elliptical(self.forces, first, last)
                if force.head not in taken
            ]
            forces.sort(key=lambda force: force.first)
        places = self.places.sentence(first, last)
        clauses = self.clauses.clauses(number)
        conditional = any(
            clause.kind is ClauseKind.SUBORDINATE
            and clause.attribution is None
            and self.norms[clause.opener] in self.words.conjunctions
            for clause in clauses
        )
        return _Scene(number, first, last, clauses, forces, places, conditional)

    # --- clauses --------------------------------------------------------------------------

    def _read(self, scene: _Scene) -> None:
        used = False
        self._introduce(scene)
        failed: list[Clause] = []
        for clause in scene.clauses:
            if self._is_unasserted(scene, clause):
                continue
            if not self._clause(scene, clause):
                failed.append(clause)
        for clause in failed:
            # "The units that Kenya sent to X return": a later clause may say whose they are.
            known = [
                f
                for f in scene.forces
                if f.owner is None and f.settled is not None and f.head in clause.tokens
            ]
            for force in known:
                force.owner = force.settled
            if not (known and self._clause(scene, clause)):
                self._continue(scene, clause)
        self._unresumed(scene)
        self._origins(scene)
        for record in self.records[-4:]:
            if record.sentence == scene.number:
                place = record.location or record.destination or record.origin
                if place is not None and place.kind is not PlaceKind.COUNTRY:
                    self.last_place = place
                    used = True
        for span in scene.places:
            if span.place is not None and used:
                if span.noun:
                    self.place_of_noun[span.noun] = span.place
            elif span.place is not None:
                self.last_place = span.place if not span.nested else self.last_place
                if span.noun:
                    self.place_of_noun[span.noun] = span.place

    def _origins(self, scene: _Scene) -> None:
        """ "A company that was stationed in Gao left": where it left is where it was."""
        here = [r for r in self.records[-6:] if r.sentence == scene.number]
        for record in here:
            if record.kind is DeploymentKind.WITHDRAWAL and record.origin is None:
                record.origin = next(
                    (r.location for r in here if r.force is record.force and r.location), None
                )

    def _introduce(self, scene: _Scene) -> None:
        """ "It involves 300 soldiers": they are those of the record before."""
        for clause in scene.clauses:
            if self.moves.in_group("amount", clause.tokens[:3]) is None:
                continue
            for force in scene.forces:
                if force.head in clause.tokens and force.owner is None:
                    last = self._anaphor(scene, force)
                    if last is not None:
                        force.owner = last.owner
                        self.same_of[id(force)] = last

    def _is_unasserted(self, scene: _Scene, clause: Clause) -> bool:
        """Whether nobody asserts it: a condition, a wish, a quotation that is given to nobody."""
        attribution = clause.attribution
        if attribution is not None and attribution.cue is not None:
            if attribution.cue.act in _UNASSERTED and not attribution.cue.negates:
                return True
            if self.moves.in_group("hypothetical", list(attribution.cue_tokens)) is not None:
                return True
        opener = self.norms[clause.opener]
        hypothetical = self.words.conjunctions
        if clause.kind is ClauseKind.SUBORDINATE and opener in hypothetical:
            return True
        if (
            clause.kind is ClauseKind.SUBORDINATE
            and opener in self.closed.complementizers
            and (
                clause.parent is not None
                and self.moves.in_group("hypothetical", clause.parent.tokens) is not None
            )
        ):
            return True
        if scene.conditional and clause.kind in (ClauseKind.MAIN, ClauseKind.JOINED):
            return True
        if (
            clause.kind is ClauseKind.MAIN
            and self.norms[clause.first] in hypothetical
            and not self.words.is_in("part_of", self.norms, clause.first)
        ):
            return True
        return bool(attribution is None and self._is_wholly_quoted(clause))

    def _is_wholly_quoted(self, clause: Clause) -> bool:
        quoted = sum(1 for i in clause.tokens if self.reading.quoted[i])
        return quoted * 2 > len(clause.tokens)

    def _clause(self, scene: _Scene, clause: Clause) -> bool:
        own = set(clause.tokens)
        forces = [f for f in scene.forces if f.head in own]
        places = [p for p in scene.places if p.first in own]
        antecedent = self._antecedent(scene, clause)
        subject = self._subject(scene, clause, forces)
        taken = {i for f in scene.forces for i in range(f.first, f.last)}
        around = Surroundings(
            has_force=bool(forces)
            or isinstance(antecedent, Force)
            or (subject is not None and subject.pronoun and self._earlier_force(scene) is not None),
            has_place=any(True for p in places)
            or isinstance(antecedent, Place)
            or self._there(scene, clause) is not None,
            taken=taken,
            subject_country=subject is not None and subject.owner is not None,
            subject_group=(
                subject is not None
                and subject.owner is not None
                and subject.owner.name is not None
                and not subject.pronoun
            ),
        )
        if clause.kind is ClauseKind.INFINITIVE and not self._is_governing(clause.parent):
            return False
        if self._resume_exercise(scene, clause, forces):
            return True
        for use in self.moves.find(clause, around)[:4]:
            if self._is_no_deployment(clause, use):
                return True
            chosen = self._choose(scene, clause, use, forces, antecedent, subject)
            if not chosen:
                self._suspend(scene, clause, use, subject)
                continue
            made = False
            for before, force in zip((None, *chosen), chosen, strict=False):
                if before is not None and force.owner is None and before.settled is not None:
                    force.owner = before.settled
                made = self._record(scene, clause, use, force, places, antecedent, subject) or made
            if made:
                return True
        return False

    def _is_governing(self, parent: Clause | None) -> bool:
        """Whether a clause plans or orders what its infinitive says, and does nothing itself."""
        if parent is None:
            return False
        if any(
            parent.tokens[0] <= r.force.head < parent.last and r.sentence == parent.sentence
            for r in self.records[-3:]
        ):
            return False
        return any(
            self.moves.in_group(group, parent.tokens) is not None for group in ("plan", "order")
        )

    def _suspend(
        self, scene: _Scene, clause: Clause, use: MoveUse, subject: _Subject | None
    ) -> None:
        """ "China has begun an exercise off Taiwan": its forces may follow in a clause about it."""
        if use.kind is not DeploymentKind.EXERCISE or use.noun is None or self.suspended:
            return
        if subject is None or subject.owner is None or subject.pronoun:
            return
        self.suspended = (clause, use, subject)

    def _resume_exercise(self, scene: _Scene, clause: Clause, forces: list[Force]) -> bool:
        """ "..., in which 5,000 soldiers take part": the forces of the exercise before."""
        if self.suspended is None or clause.kind is not ClauseKind.RELATIVE or not forces:
            return False
        host, use, subject = self.suspended
        if clause.parent is not host:
            return False
        self.suspended = None
        joined = Clause(host.kind, host.parent, host.opener, host.attribution, host.sentence)
        joined.tokens = sorted((*host.tokens, *clause.tokens))
        places = [p for p in scene.places if p.first in set(host.tokens)]
        return self._record(scene, joined, use, forces[0], places, None, subject)

    def _unresumed(self, scene: _Scene) -> None:
        """An exercise of a country whose forces nothing names: a force of unstated composition."""
        if self.suspended is None:
            return
        host, use, subject = self.suspended
        self.suspended = None
        places = [p for p in scene.places if p.first in set(host.tokens)]
        phrase = subject.phrase
        if phrase.kind not in (PhraseKind.COUNTRY, PhraseKind.CAPITAL, PhraseKind.BODY):
            return
        if not any(p.direction is Direction.AT for p in places):
            return
        force = Force(
            phrase.first, phrase.last, phrase.head_first, UnitType.FORCE, "generic", plural=True
        )
        force.owner, force.after = subject.owner, phrase.last
        self._record(scene, host, use, force, places, None, subject)

    def _antecedent(self, scene: _Scene, clause: Clause) -> Force | Place | None:
        """What a relative clause is about: the force or the place right before it."""
        if self.norms[clause.opener] in self.words.groups["where"] and clause.opener > scene.first:
            before = [p for p in scene.places if p.last <= clause.opener and p.place is not None]
            free = [p for p in before if not p.nested]
            return (free or before)[-1].place if before else None
        if clause.kind is not ClauseKind.RELATIVE:
            return None
        end = clause.opener
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
                and not self.words.is_in("there", self.norms, clause.opener)
            ):
                between = [p for p in scene.places if force.last <= p.first < end]
                if between and between[-1].last == end:
                    return force
        return None

    # --- what is no deployment ------------------------------------------------------------

    def _is_no_deployment(self, clause: Clause, use: MoveUse) -> bool:
        tokens = [
            i
            for i in clause.tokens
            if i not in (use.at, use.noun) and i not in use.particles and i + 1 not in use.particles
        ]
        parent = (
            clause.parent.tokens
            if (clause.kind is ClauseKind.INFINITIVE and clause.parent is not None)
            else []
        )
        for group in ("demand", "cancel"):
            if self.moves.in_group(group, [*parent, *tokens]) is not None:
                return True
        for group in ("loss", "transfer", "training"):
            at = self.moves.in_group(group, tokens)
            if at is not None and not (
                group == "transfer" and use.row.strength == 3 and at > use.at
            ):
                return True
        if (
            use.row.strength < 3
            and self.moves.in_group("total", tokens) is not None
            and (use.kind is DeploymentKind.STATIONING)
        ):
            return True
        return self._is_hypothetical(clause, use)

    def _is_hypothetical(self, clause: Clause, use: MoveUse) -> bool:
        if self.norms[use.at] in self.words.groups["hypothetical"]:
            return False
        tokens = [
            i for i in clause.tokens if i not in (use.at, use.noun) and i not in use.particles
        ]
        return self.moves.in_group("hypothetical", tokens) is not None

    # --- who ------------------------------------------------------------------------------

    def _subject(self, scene: _Scene, clause: Clause, forces: list[Force]) -> _Subject | None:
        """The subject of a clause, where it is no force: whose force it may be."""
        own = set(clause.tokens)
        phrases = self.reading.phrases_in(clause.first, clause.last)
        if clause.kind is ClauseKind.INFINITIVE:
            phrases = []
        verb = self._first_verb(clause)
        for phrase in phrases:
            if not self.closed.verb_second and phrase.head_first > verb:
                break
            if phrase.head_first not in own or phrase.kind not in _SUBJECTS:
                continue
            if self._is_governed(phrase.first, clause) or self._owns(phrase):
                continue
            if phrase.kind is PhraseKind.DEMONYM and not phrase.plural:
                continue
            if phrase.kind is PhraseKind.PRONOUN and not self._is_personal(phrase, clause):
                continue
            force = next((f for f in forces if f.first <= phrase.head_first < f.last), None)
            if force is not None:
                return _Subject(force.owner, phrase, force=force)
            if any(
                f.last <= phrase.first and f.head in own and not self._is_governed(f.first, None)
                for f in forces
            ):
                return None  # the force itself comes first
            return self._as_subject(scene, clause, phrase)
        if clause.kind in (ClauseKind.JOINED, ClauseKind.INFINITIVE) and clause.parent is not None:
            return self._subject(scene, clause.parent, forces)
        if clause.kind is ClauseKind.RELATIVE:
            return None
        return None

    def _first_verb(self, clause: Clause) -> int:
        """The first token that can be the finite verb of a clause, else its end."""
        for i in clause.tokens:
            if self.clauses.is_finite(i) and not self.moves.is_noun(i):
                return i
        return clause.last

    def _is_personal(self, phrase: NounPhrase, clause: Clause) -> bool:
        """Whether a pronoun can be a subject: no possessive, no object."""
        norm = self.norms[phrase.head_first]
        pronoun = self.closed.pronouns.get(norm)
        if pronoun is None or all(r.case == "object" for r in pronoun.readings):
            return False
        if norm in self.closed.possessives:
            following = self.tokens.words[phrase.head_first + 1 : phrase.head_first + 2]
            return not following or not following[0][0].isalpha()
        return True

    def _is_thing(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun can mean a force: third person, neuter or plural."""
        pronoun = self.closed.pronouns.get(self.norms[phrase.head_first])
        return pronoun is not None and any(
            r.person == 3 and (r.number == "plural" or r.gender in ("n", ""))
            for r in pronoun.readings
        )

    def _as_subject(self, scene: _Scene, clause: Clause, phrase: NounPhrase) -> _Subject:
        draft = self.cast.by_phrase.get(id(phrase))
        draft = draft.top() if draft is not None else None
        if phrase.kind is PhraseKind.PRONOUN:
            owner, draft = self._of_pronoun(scene, clause, draft)
            return _Subject(owner, phrase, draft=draft, pronoun=self._is_thing(phrase))
        owner = forces_of.phrase_owner(phrase, draft.country if draft is not None else None)
        if owner is None and phrase.kind is PhraseKind.NAME:
            owner = self._compass_country(phrase)
        if owner is None and phrase.sense is not None and phrase.sense.country:
            owner = Owner(country=phrase.sense.country, phrase=phrase)
        if owner is None and draft is not None and draft.kind is ActorKind.PERSON and self.records:
            owner = self.records[-1].owner
        return _Subject(owner, phrase, draft=draft)

    def _compass_country(self, phrase: NounPhrase) -> Owner | None:
        """ "the North": the country of the article whose name begins with that."""
        name = phrase.name.casefold()
        if name not in self.words.nouns["part"].by_first:
            return None
        for other in self.reading.phrases:
            if other.kind is PhraseKind.COUNTRY and other.country:
                parts = other.name.casefold().replace("-", " ").split()
                if len(parts) > 1 and name.startswith(parts[0]):
                    return Owner(country=other.country, phrase=phrase)
        return None

    def _of_pronoun(
        self, scene: _Scene, clause: Clause, draft: Draft | None
    ) -> tuple[Owner | None, Draft | None]:
        attribution = clause.attribution
        if attribution is not None:
            speakers = self.cast.speakers.get(id(attribution), ())
            for speaker in speakers:
                found = _draft_owner(speaker.top())
                if found is not None:
                    return found, speaker.top()
        if draft is not None and (found := _draft_owner(draft)) is not None:
            return found, draft
        index = scene.number
        for number in range(index - 1, max(-1, index - 3), -1):
            first, last = self.tokens.sentences[number]
            for phrase in self.reading.phrases_in(first, last):
                earlier = self.cast.by_phrase.get(id(phrase))
                if earlier is None and phrase.kind is not PhraseKind.CAPITAL:
                    continue
                if self._is_governed(phrase.first, None):
                    continue
                country = phrase.country or (earlier.top().country if earlier else None)
                owner = forces_of.phrase_owner(phrase, country)
                if owner is not None:
                    return owner, earlier.top() if earlier else None
        return None, None

    def _is_governed(self, first: int, clause: Clause | None) -> bool:
        """Whether a preposition stands before a phrase."""
        if first == 0 or first in self.tokens.sentence_starts:
            return False
        before = self.norms[first - 1]
        return before in self.closed.prepositions or before in self.words.directions.by_first

    def _owns(self, phrase: NounPhrase) -> bool:
        following = self.norms[phrase.last] if phrase.last < len(self.norms) else ""
        return following in ("'s", "'")

    def _earlier_force(self, scene: _Scene) -> Record | None:
        """The force of the last record, near enough for a pronoun."""
        if self.records and scene.number - self.records[-1].sentence <= 1:
            return self.records[-1]
        return None

    # --- which forces ---------------------------------------------------------------------

    def _choose(
        self,
        scene: _Scene,
        clause: Clause,
        use: MoveUse,
        forces: list[Force],
        antecedent: Force | Place | None,
        subject: _Subject | None,
    ) -> list[Force]:
        """The forces that the move is of."""
        is_object = self._is_object(use, forces, subject)
        if isinstance(antecedent, Force) and (not is_object or use.passive or not forces):
            return [antecedent]
        if use.form is Form.NOUN:
            chosen = self._of_noun(use, forces)
        elif is_object and not use.passive:
            chosen = self._objects(use, forces, subject)
        else:
            chosen = self._subjects(use, forces, subject)
        if chosen:
            return self._with_joined(chosen, forces)
        if subject is not None and subject.pronoun and not forces and not is_object:
            earlier = self._earlier_force(scene)
            if earlier is not None:
                return [self._same_force(earlier, subject)]
        return self._unnamed(use, subject, forces)

    def _is_object(self, use: MoveUse, forces: list[Force], subject: _Subject | None) -> bool:
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
        if force.first == 0:
            return ""
        if force.first - 1 in use.particles:
            return ""
        before = self.norms[force.first - 1]
        if before in self.closed.om:
            return ""
        return before if before in self.closed.prepositions else ""

    def _objects(self, use: MoveUse, forces: list[Force], subject: _Subject | None) -> list[Force]:
        free = [f for f in forces if not self._governing(f, use)]
        if self.closed.verb_second:
            rest = [f for f in free if subject is None or f is not subject.force]
            return (
                rest[:1]
                or [f for f in free if use.form is Form.PARTICIPLE][:1]
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
        return [f for f in forces if self._governing(f, use) in self.closed.of][:1]

    def _subjects(self, use: MoveUse, forces: list[Force], subject: _Subject | None) -> list[Force]:
        by = self.words.groups["by"].by_first
        free = [f for f in forces if not self._governing(f, use)]
        if not self.closed.verb_second:
            free = [f for f in free if f.last <= use.at]
        carried = [f for f in forces if self._governing(f, use) in by and f.counted]
        if (
            carried
            and subject is not None
            and subject.force is None
            and not subject.pronoun
            and (use.kind is DeploymentKind.MOVEMENT)
        ):
            # "Russia reinforced the garrison with thirty tanks".
            return carried[:1]
        carried = [f for f in forces if self._governing(f, use) in by]
        if subject is not None and subject.pronoun:
            carried = []
        if free:
            nearest = free[0] if self.closed.verb_second else free[-1]
            if use.noun is not None or not self.closed.verb_second:
                nearest = free[0]
            return [nearest]
        return carried[:1]

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
            if f.last <= use.at and not self._governing(f, use) and use.at - f.last <= 1
        ]
        return before[-1:]

    def _with_joined(self, chosen: list[Force], forces: list[Force]) -> list[Force]:
        """The forces that "and" or a comma joins to those chosen."""
        found = list(chosen)
        index = forces.index(chosen[0]) if chosen[0] in forces else -1
        if index < 0:
            return found
        for later in forces[index + 1 :]:
            if not self._joined(found[-1], later):
                break
            found.append(later)
        for earlier in reversed(forces[:index]):
            if not self._joined(earlier, found[0]):
                break
            found.insert(0, earlier)
        return found if self._are_listed(found) else self._apposed(chosen[0], found)

    def _are_listed(self, found: list[Force]) -> bool:
        """Whether forces are a list: more than commas between them."""
        gaps = [range(a.last, b.first) for a, b in zip(found, found[1:], strict=False)]
        return not gaps or any(self.norms[i] != "," for gap in gaps for i in gap)

    def _apposed(self, chosen: Force, found: list[Force]) -> list[Force]:
        """ "the nearest ship, a French frigate,": one force, as it is told best."""
        return [next((force for force in found if force.owner is not None), chosen)]

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

    def _same_force(self, record: Record, subject: _Subject) -> Force:
        at = subject.phrase.head_first
        force = Force(
            subject.phrase.first,
            subject.phrase.last,
            at,
            record.unit,
            record.force.noun_kind,
            plural=record.force.plural,
            quantity=record.quantity,
            counted=True,
            definite=True,
        )
        force.owner = record.owner
        force.unit_name = record.unit_name
        self.same_of[id(force)] = record
        force.after = subject.phrase.last
        return force

    def _unnamed(self, use: MoveUse, subject: _Subject | None, forces: list[Force]) -> list[Force]:
        """A country or a group that attacks, without a noun for its force."""
        if subject is None or subject.owner is None or subject.pronoun or forces:
            return []
        least = 2 if subject.owner.name else 3
        if use.kind is not DeploymentKind.ATTACK or use.row.strength < least or use.passive:
            return []
        if use.form in (Form.NOUN, Form.GERUND):
            return []
        phrase = subject.phrase
        if phrase.kind not in (PhraseKind.COUNTRY, PhraseKind.CAPITAL, PhraseKind.BODY):
            return []
        unit = UnitType.TROOPS if subject.owner.name else UnitType.FORCE
        force = Force(phrase.first, phrase.last, phrase.head_first, unit, "generic", plural=True)
        force.owner, force.after, force.unnamed = subject.owner, phrase.last, True
        return [force]

    # --- whose ----------------------------------------------------------------------------

    def _owner(
        self, scene: _Scene, clause: Clause, use: MoveUse, force: Force, subject: _Subject | None
    ) -> tuple[Owner | None, Record | None]:
        """Whose a force is, and the earlier record of the same force where it is that."""
        if force.owner is not None:
            same = self.same_of.get(id(force)) or self._repeated(scene, force, force.owner)
            return force.owner, same
        earlier = self._anaphor(scene, force)
        if use.form is Form.NOUN and not force.definite and force.possessive is None:
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
        if subject is not None and subject.owner is not None and subject.force is not force:
            return subject.owner, None
        if force.possessive is not None:
            owner = self._possessor(scene, clause, force)
            if owner is not None:
                return owner, None
        if clause.kind is ClauseKind.RELATIVE and clause.parent is not None:
            parent = self._subject(scene, clause.parent, scene.forces)
            if parent is not None and parent.owner is not None and parent.force is not force:
                if self._anaphor(scene, force) is None:
                    return parent.owner, None
        if not force.definite and force.possessive is None:
            speaker = self._by(clause) or self._speaker(clause, use, force)
            if speaker is not None:
                return speaker, None
            if force.indefinite or force.counted:
                return None, None
        if earlier is not None:
            return earlier.owner, earlier
        return self._by(clause) or self._speaker(clause, use, force), None

    def _by(self, clause: Clause) -> Owner | None:
        """ "was ordered by President X": the country of who a passive names."""
        own = set(clause.tokens)
        for phrase in self.reading.phrases_in(clause.first, clause.last):
            if (
                phrase.head_first in own
                and phrase.first > 0
                and (self.norms[phrase.first - 1] in self.closed.by)
            ):
                draft = self.cast.by_phrase.get(id(phrase))
                return forces_of.phrase_owner(phrase, draft.top().country if draft else None)
        return None

    def _speaker(self, clause: Clause, use: MoveUse, force: Force) -> Owner | None:
        """The state or body that says it of its own force, where nothing else says whose it is."""
        attribution = self.clauses.attribution_at(clause, use.at)
        if attribution is None:
            return None
        for speaker in self.cast.speakers.get(id(attribution), ()):
            draft = speaker.top()
            official = draft.kind in (ActorKind.GOVERNMENT, ActorKind.MILITARY, ActorKind.COUNTRY)
            own = (
                draft.kind is ActorKind.PERSON
                and draft.role is not None
                and ((force.collective and force.definite) or force.counted or force.indefinite)
            )
            if draft.country and (official or own):
                return Owner(country=draft.country)
        return None

    def _repeated(self, scene: _Scene, force: Force, owner: Owner) -> Record | None:
        if not force.demonstrative:
            return None
        for record in reversed(self.records):
            if (
                record.unit is force.unit
                and record.owner is not None
                and (record.owner.label == owner.label)
            ):
                return record
        return None

    def _anaphor(self, scene: _Scene, force: Force) -> Record | None:
        """The last record whose force a phrase without an owner can mean."""
        definite = force.definite or force.elliptical or force.possessive is not None
        reach = REACH if definite else 1
        near = [r for r in reversed(self.records) if scene.number - r.sentence <= reach]
        for record in near:
            if (
                self.norms[record.force.head] == self.norms[force.head]
                and record.unit is force.unit
            ):
                return record
        for record in near:
            if record.unit is force.unit or force.elliptical:
                return record
            if force.noun_kind == "generic" or (
                force.unit is UnitType.TROOPS
                and (record.force.noun_kind in ("person", "formation", "generic"))
            ):
                return record
        return None

    def _home(self, scene: _Scene, clause: Clause, force: Force, use: MoveUse) -> Owner | None:
        """ "two F-16s from Belgium": the country right behind a force that does something itself."""
        if use.at < force.last or any(
            self.clauses.is_finite(j) for j in clause.tokens if j < force.first
        ):
            return None
        for span in scene.places:
            if (
                span.first == force.last
                and span.direction is Direction.FROM
                and (span.place is not None and span.place.kind is PlaceKind.COUNTRY)
            ):
                if self.norms[span.last] in self.closed.coordinators:
                    return None
                force.last = force.after = span.last
                return Owner(country=span.place.country)
        return None

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

    def _possessor(self, scene: _Scene, clause: Clause, force: Force) -> Owner | None:
        owner, _ = self._of_pronoun(scene, clause, None)
        return owner

    # --- records --------------------------------------------------------------------------

    def _record(
        self,
        scene: _Scene,
        clause: Clause,
        use: MoveUse,
        force: Force,
        places: list[PlaceSpan],
        antecedent: Force | Place | None,
        subject: _Subject | None,
    ) -> bool:
        owner, earlier = self._owner(scene, clause, use, force, subject)
        if owner is None or owner.label is None:
            return False
        force.settled = owner
        if force.ambiguous == UnitType.AIRCRAFT and owner.country and force.unit is UnitType.TROOPS:
            force.unit = UnitType.AIRCRAFT
        denied = self._is_denied(clause, use)
        if not denied and self.moves.is_negated(clause, use):
            return False
        if force.ambiguous == "civilian" and not self._is_military(force, use):
            return False
        least = 2 if use.kind is DeploymentKind.ATTACK else 3
        if force.weak and (use.row.strength < least or not owner.country):
            return False
        limit = self._purpose_at(clause, use, force)
        span = self._time(clause, use, limit)
        future = span is not None and self._is_future(span)
        since = span is not None and span.relation is Relation.SINCE and not future
        status = self.moves.status(clause, use, future=future, since=since)
        if denied:
            status = DeploymentStatus.DENIED
        record = Record(
            force=force,
            owner=owner,
            unit=force.unit,
            quantity=force.quantity,
            kind=use.kind,
            status=status,
            sentence=scene.number,
            evidence=self._evidence(clause, force, antecedent, limit),
            unit_name=force.unit_name,
            denied=denied,
            attribution=self.clauses.attribution_at(clause, use.at),
        )
        if force.elliptical and earlier is not None:
            record.unit = force.unit = earlier.unit
            record.unit_name = earlier.unit_name
        if force.additional and earlier is None:
            # "another frigate will follow": where the one before went.
            earlier = self._anaphor(scene, force)
            if earlier is None or earlier.owner is None or earlier.owner.label != owner.label:
                earlier = None
        elif earlier is not None:
            record.same = earlier
            if record.quantity is None and not force.demonstrative and not force.plural:
                record.quantity = earlier.quantity
        if record.quantity is None and record.kind is DeploymentKind.ATTACK:
            record.quantity = self._with_number(scene, clause, use, force)
        record.time = span.reference if span is not None else None
        self._place(record, scene, clause, use, force, places, antecedent, subject, limit, earlier)
        self._settle_leaving(record, use)
        if not self._counts(record, force):
            return False
        self._further(record, scene, clause, use, subject, limit)
        for extra in (None, *force.others):
            self._add(self._copy(record, extra) if extra is not None else record, force)
        return True

    def _with_number(
        self, scene: _Scene, clause: Clause, use: MoveUse, force: Force
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

    def _is_military(self, force: Force, use: MoveUse) -> bool:
        """Whether an everyday word is a force here: by what stands beside it, or a verb of forces."""
        if force.military or force.unit_name:
            return True
        if force.noun_kind == "person" and not force.plural:
            return False
        if use.row.strength >= 2:
            return True
        owned = force.owner is not None or force.possessive is not None
        return owned and force.noun_kind in ("platform", "weapon")

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

    def _counts(self, record: Record, force: Force) -> bool:
        """Whether enough is said: a place, a number, or whose it is in so many words."""
        placed = record.origin or record.destination or record.location
        if placed:
            return True
        if record.kind is DeploymentKind.ATTACK and id(force) in self.same_of:
            return False
        if force.unnamed or record.kind is DeploymentKind.STATIONING:
            return False
        plain = force.ambiguous == "civilian" and not (
            force.counted or force.military or force.unit_name
        )
        if record.kind in (DeploymentKind.MOBILIZATION, DeploymentKind.INSPECTION):
            return True
        if plain or (force.noun_kind == "generic" and not force.counted):
            return False
        if record.quantity is not None or record.kind is DeploymentKind.WITHDRAWAL:
            return True
        return force.owner is not None or force.noun_kind == "formation"

    def _is_denied(self, clause: Clause, use: MoveUse) -> bool:
        attribution = clause.attribution
        if attribution is not None and attribution.cue is not None and attribution.cue.negates:
            return True
        for j in clause.tokens:
            if j >= use.at:
                break
            for form in self.profile.cues.get(self.norms[j], ()):
                if form.cue.negates and form.finite:
                    return True
        return False

    # --- when -----------------------------------------------------------------------------

    def _time(self, clause: Clause, use: MoveUse, limit: int) -> TimeSpan | None:
        own = set(clause.tokens)
        if clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
            inner = [s for s in self.reading.times_in(clause.first, clause.last) if s.first in own]
            if not inner and self.moves.in_group("order", clause.parent.tokens) is not None:
                own |= set(clause.parent.tokens)
        first, last = min(own), max(own) + 1
        spans = [
            s for s in self.reading.times_in(first, last) if s.first in own and s.first < limit
        ]
        if use.form is Form.NOUN:
            spans = [s for s in spans if not self._of_announcement(clause, s)]
        if not spans:
            return None
        return min(
            spans,
            key=lambda s: (
                s.reference is None,
                min(abs(s.first - use.at), abs(s.last - 1 - use.at)),
            ),
        )

    def _of_announcement(self, clause: Clause, span: TimeSpan) -> bool:
        """ "the deployment was announced on Friday": a time of what is said, not of the move."""
        verb = self._first_verb(clause)
        return span.first > verb and self.moves.in_group("announce", clause.tokens) is not None

    def _is_future(self, span: TimeSpan) -> bool:
        future = self.words.groups["future"].by_first
        if span.reference is None or not self.published:
            return any(self.norms[i] in future for i in range(span.first, span.last))
        value = str(span.reference.value).split("/")[0].rstrip("?~%")
        return (
            value not in ("", "..")
            and _comparable(value) > _comparable(self.published)
            and (not _comparable(self.published).startswith(_comparable(value).replace("-XX", "")))
        )

    # --- where ----------------------------------------------------------------------------

    def _place(
        self,
        record: Record,
        scene: _Scene,
        clause: Clause,
        use: MoveUse,
        force: Force,
        places: list[PlaceSpan],
        antecedent: Force | Place | None,
        subject: _Subject | None,
        limit: int,
        earlier: Record | None,
    ) -> None:
        usable = [
            span
            for span in places
            if span.first < limit and not self._is_owner(span, force, subject, use)
        ]
        roles = self._roles(record, use, usable, force)
        if record.kind in _LOCATED:
            record.location = _best(roles["at"])
            if record.location is None and record.kind in (
                DeploymentKind.PATROL,
                DeploymentKind.MOBILIZATION,
            ):
                record.location = _best(roles["to"])
            record.location = record.location or _best(roles["bare"])
            if record.location is None:
                record.location = _best(roles["from"])
            if record.location is None and isinstance(antecedent, Place):
                record.location = antecedent
            if record.location is None and self._there(scene, clause) is not None:
                record.location = self._last_place(earlier)
        elif record.kind is DeploymentKind.WITHDRAWAL:
            record.origin = (
                _best(roles["from"])
                or _best(roles["bare"])
                or (self._object_place(use) if self._leaves(use) else None)
                or _best(roles["at"])
            )
            record.destination = _best(roles["to"])
        else:
            record.origin = _best(roles["from"])
            record.destination = _best(roles["to"])
            bare = _best(roles["bare"]) or (
                self._object_place(use)
                if record.kind is DeploymentKind.ATTACK or self._leaves(use)
                else None
            )
            if bare is not None and self._leaves(use):
                record.origin = record.origin or bare
            elif record.destination is None:
                record.destination = bare or _best(roles["at"])
                if record.kind is DeploymentKind.ATTACK:
                    record.destination = bare or _best([*roles["at"]])
            if record.destination is None and isinstance(antecedent, Place):
                record.destination = antecedent
            if (
                (force.elliptical or force.additional)
                and record.destination is None
                and record.origin is None
                and (earlier is not None)
            ):
                record.destination = earlier.destination
        if (
            record.kind is DeploymentKind.INSPECTION
            and record.location is None
            and (force.collective and record.owner is not None and record.owner.country)
        ):
            # A whole army is inspected in its own country.
            country = record.owner.country
            record.location = Place(
                name=self.profile.countries.get(country, country),
                country=country,
                kind=PlaceKind.COUNTRY,
                excerpt=self.reading.excerpt(force.first, force.last),
            )
        if (
            record.kind in _LOCATED
            and record.location is None
            and force.elliptical
            and (earlier is not None)
        ):
            record.location = earlier.location or earlier.origin or earlier.destination

    def _settle_leaving(self, record: Record, use: MoveUse) -> None:
        """Whoever leaves a foreign place withdraws; from an own one, or to another, it moves."""
        to = record.destination
        if (
            record.kind is DeploymentKind.WITHDRAWAL
            and record.origin is None
            and to is not None
            and (
                to.country is not None
                and record.owner is not None
                and record.owner.country is not None
                and to.country != record.owner.country
                and self._may_move(use)
            )
        ):
            record.kind = DeploymentKind.MOVEMENT
        if not self._leaves(use) or record.owner is None:
            return
        if (
            record.origin is None
            and record.destination is None
            and self.records
            and (self.records[-1].force is record.force)
        ):
            record.origin = self.records[-1].location
        origin = record.origin
        if record.kind is DeploymentKind.WITHDRAWAL and record.origin is None and record.location:
            record.origin = record.location
        if record.destination is not None or (
            origin is not None
            and origin.country is not None
            and origin.country == record.owner.country
        ):
            record.kind = DeploymentKind.MOVEMENT
        elif origin is not None and origin.country is not None:
            record.kind = DeploymentKind.WITHDRAWAL

    def _object_place(self, use: MoveUse) -> Place | None:
        """ "bombed Jubata": an unknown name right behind a verb that takes a place."""
        at = max((use.at, *use.particles)) + 1
        if use.form is Form.NOUN or use.passive:
            return None
        if self.closed.verb_second:
            return self._free_name(use)
        return self.places.named(at, self.tokens.sentences[self.tokens.sentence_of(use.at)][1])

    def _may_move(self, use: MoveUse) -> bool:
        """Whether the verb can also be one of moving: return."""
        return any(
            form.move.lemma == use.row.lemma and form.move.kind is DeploymentKind.MOVEMENT
            for form in self.profile.moves.get(self.norms[use.at], ())
        )

    def _free_name(self, use: MoveUse) -> Place | None:
        """The last name of the clause that no preposition governs and nothing else explains."""
        first, last = self.tokens.sentences[self.tokens.sentence_of(use.at)]
        found = None
        for phrase in self.reading.phrases_in(first, last):
            if phrase.kind not in (PhraseKind.NAME, PhraseKind.PLACE) or (
                self._is_governed(phrase.first, None)
            ):
                continue
            at = phrase.head_first
            if at > use.at and self.tokens.words[at - 1] == ",":
                break
            draft = self.cast.by_phrase.get(id(phrase))
            if draft is not None and draft.top().kind is not None:
                continue
            if at == first or abs(at - use.at) > 12:
                continue
            found = self.places.named(at, last) or found
            if at > use.at:
                break
        return found

    def _leaves(self, use: MoveUse) -> bool:
        return self.words.groups["leave"].by_first.get(self.norms[use.at]) is not None

    def _is_owner(
        self, span: PlaceSpan, force: Force, subject: _Subject | None, use: MoveUse
    ) -> bool:
        """Whether a bare name is the subject, or part of the force's own phrase."""
        if force.first <= span.first < force.last and span.direction is not Direction.FROM:
            return True
        if span.direction is not Direction.BARE:
            return False
        if subject is not None and subject.phrase.first <= span.first < subject.phrase.last:
            return True
        if not self.closed.verb_second:
            edge = max((use.at, *use.particles)) if use.particles else use.at
            return not 0 < span.first - edge <= 1 and span.first - use.at != 1
        return span.place is not None and self._is_governed(span.first, None)

    def _roles(
        self, record: Record, use: MoveUse, places: list[PlaceSpan], force: Force
    ) -> dict[str, list[Place]]:
        roles: dict[str, list[Place]] = {"from": [], "to": [], "at": [], "bare": []}
        has_to = any(p.direction is Direction.TO for p in places)
        for span in places:
            place = span.place or self._explained(span)
            if place is None or span.nested:
                continue
            direction = span.direction
            if span.preposition in self.closed.of and direction is Direction.FROM:
                genitive = not has_to and record.kind is not DeploymentKind.WITHDRAWAL
                if genitive:
                    continue
            if span.preposition in self.words.groups["for"].by_first and (
                use.row.force == "object"
                or (record.kind is DeploymentKind.WITHDRAWAL and not self._leaves(use))
            ):
                continue
            if span.preposition in self.words.groups["through"].by_first and (
                record.kind is DeploymentKind.MOVEMENT and has_to
            ):
                continue
            roles[direction.value].append(place)
        return roles

    def _explained(self, span: PlaceSpan) -> Place | None:
        """ "the border post": the place that the noun went with before."""
        if not span.definite or not span.noun:
            return None
        return self.place_of_noun.get(span.noun) or (
            self.last_place
            if self.last_place is not None
            and self.last_place.kind is not PlaceKind.COUNTRY
            and self._is_town(span.noun)
            else None
        )

    def _is_town(self, noun: str) -> bool:
        match = self.profile.placenouns.match(noun.split(), 0)
        return match is not None and match[1].kind is PlaceKind.CITY

    def _there(self, scene: _Scene, clause: Clause) -> int | None:
        for i in clause.tokens:
            if self.norms[i] in self.words.groups["there"] and (
                self.words.is_in("there", self.norms, i)
            ):
                following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
                if self.norms[i] in self.closed.expletives and self.closed.verb_second:
                    # "er" is a place only behind the force or the pronoun that is there.
                    if not self._stands_before(scene, clause, i):
                        continue
                if self.closed.auxiliaries.get(following) != "be" or self.closed.verb_second:
                    return i
        return None

    def _stands_before(self, scene: _Scene, clause: Clause, i: int) -> bool:
        if any(f.last <= i and f.head in clause.tokens for f in scene.forces):
            return True
        return any(j < i and self.norms[j] in self.closed.pronouns for j in clause.tokens)

    def _last_place(self, earlier: Record | None) -> Place | None:
        if self.records:
            last = self.records[-1]
            found = last.location or last.destination or last.origin
            if found is not None:
                return found
        return self.last_place

    # --- what else ------------------------------------------------------------------------

    def _purpose_at(self, clause: Clause, use: MoveUse, force: Force) -> int:
        """Where an infinitive of purpose begins behind the move, else behind the clause."""
        reported = self._reported_at(clause, use)
        if self.closed.verb_second or reported < clause.last:
            return reported
        edge = max(use.at, force.last if force.first > use.at else use.at)
        for j in clause.tokens:
            if j <= edge or self.norms[j] not in self.closed.to or j + 1 >= len(self.norms):
                continue
            following = self.norms[j + 1]
            word = self.tokens.words[j + 1]
            if (
                word[0].islower()
                and following not in self.closed.determiners
                and (
                    following not in self.profile.placenouns.by_first
                    and following not in self.words.groups["part"].by_first
                    and following not in self.closed.possessives
                    and not any(p for p in (self.reading.timed[j + 1],) if p)
                )
            ):
                return j
        return clause.last

    def _reported_at(self, clause: Clause, use: MoveUse) -> int:
        """ "..., the minister told MPs": the comma behind which it only says who says so."""
        comma = None
        for j in clause.tokens:
            if j <= use.at:
                continue
            if comma is None and self.tokens.words[j] == ",":
                comma = j
            if (
                comma is not None
                and self.tokens.words[j][0].islower()
                and any(
                    form.finite and form.cue.type is CueType.VERB
                    for form in self.profile.cues.get(self.norms[j], ())
                )
                and not self.moves.is_noun(j)
            ):
                return comma
        return clause.last

    def _further(
        self,
        record: Record,
        scene: _Scene,
        clause: Clause,
        use: MoveUse,
        subject: _Subject | None,
        limit: int,
    ) -> None:
        """Its purpose, what it is part of, who ordered it, which actor it is."""
        if not self.closed.verb_second and limit < clause.last:
            end = clause.last
            while end > limit and not self.tokens.words[end - 1][0].isalnum():
                end -= 1
            if end > limit + 1:
                record.purpose = self.tokens.slice(limit + 1, end)
        for other in scene.clauses:
            if other.kind is ClauseKind.INFINITIVE and other.parent is clause:
                stretch = [i for i in other.tokens if self.tokens.words[i][0].isalnum()]
                if (len(stretch) > 1 and stretch[0] > use.first) or use.form is Form.PARTICIPLE:
                    record.purpose = self.tokens.slice(other.opener + 1, stretch[-1] + 1)
        part = self.moves.in_group("part_of", clause.tokens)
        if part is not None:
            record.part_of = self._larger(part, clause)
        if record.status is DeploymentStatus.ORDERED and subject is not None:
            record.ordered_by = subject.draft
        record.agent = self._agent(record)

    def _larger(self, at: int, clause: Clause) -> str | None:
        match = self.words.groups["part_of"].match(self.norms, at)
        assert match is not None
        start = at + match[0]
        while start < clause.last and self.norms[start] in self.closed.determiners:
            start += 1
        if start in self.reading.opening:
            quotation = self.reading.opening[start]
            return self.tokens.slice(quotation.first, quotation.closing)
        end = start
        while (
            end < clause.last
            and self.tokens.words[end][0].isalnum()
            and (self.norms[end] not in self.closed.prepositions or end == start)
            and not self.clauses.is_finite(end)
            and not self.reading.timed[end]
        ):
            end += 1
        return self.tokens.slice(start, end) if end > start else None

    def _agent(self, record: Record) -> Draft | None:
        """The actor that the force is: an armed force by name, an alliance, a group."""
        owner = record.owner
        if owner is not None and owner.name is not None:
            for draft in self.cast.drafts:
                if draft.name == owner.name or owner.name in draft.aliases:
                    return draft
        force = record.force
        for phrase in self.reading.phrases_in(force.first, force.last):
            found = self.cast.by_phrase.get(id(phrase))
            if found is not None and found.top().kind is ActorKind.MILITARY:
                return found.top()
        return None

    def _evidence(
        self, clause: Clause, force: Force, antecedent: Force | Place | None, limit: int
    ) -> list[tuple[int, int]]:
        """The clause, from its first to its last word, without what opens or closes it."""
        words = self.tokens.words
        tokens = [i for i in clause.tokens if i < limit]
        while tokens and not words[tokens[-1]][0].isalnum() and words[tokens[-1]] not in '”"»':
            tokens.pop()
        while tokens and not words[tokens[0]][0].isalnum() and words[tokens[0]] not in '“"«':
            tokens.pop(0)
        if (
            clause.kind is ClauseKind.JOINED
            and len(tokens) > 1
            and (self.norms[tokens[0]] in self.closed.coordinators)
        ):
            tokens.pop(0)
        if clause.kind is ClauseKind.SUBORDINATE and len(tokens) > 1:
            tokens.pop(0)
        if not tokens:
            return [(force.first, force.last)]
        first, last = tokens[0], tokens[-1] + 1
        if isinstance(antecedent, Force):
            first = min(first, antecedent.first)
        contents = self._interruptions(clause, first, last)
        if not contents:
            return [(first, last)]
        found: list[tuple[int, int]] = []
        start = first
        for a, b in contents:
            if a > start:
                found.append((start, a))
            start = b
        if start < last:
            found.append((start, last))
        return found

    def _interruptions(self, clause: Clause, first: int, last: int) -> list[tuple[int, int]]:
        """Stretches within a content that belong to the clause which reports it."""
        attribution = clause.attribution
        if attribution is None:
            return []
        found = []
        parts = sorted(attribution.content)
        for (_, end), (start, _) in zip(parts, parts[1:], strict=False):
            if first < end <= start < last:
                found.append((end, start))
        return found

    # --- the same move again --------------------------------------------------------------

    def _add(self, record: Record, force: Force) -> None:
        for earlier in reversed(self.records):
            if self._is_same(earlier, record, force):
                self._merge(earlier, record)
                return
        self.records.append(record)

    def _is_same(self, earlier: Record, record: Record, force: Force) -> bool:
        if earlier.kind is not record.kind or earlier.unit is not record.unit:
            return False
        if force.additional or earlier.owner is None or record.owner is None:
            return False
        if earlier.owner.label != record.owner.label or earlier.denied != record.denied:
            return False
        if (
            earlier.sentence == record.sentence
            and earlier.force is not record.force
            and (earlier.evidence == record.evidence)
        ):
            return False
        return (
            _fits_quantity(earlier.quantity, record.quantity)
            and _fits_place(earlier.origin, record.origin)
            and _fits_place(earlier.destination, record.destination)
            and _fits_place(earlier.location, record.location)
            and _fits_time(earlier.time, record.time)
        )

    def _merge(self, earlier: Record, record: Record) -> None:
        earlier.sentence = max(earlier.sentence, record.sentence)
        earlier.quantity = earlier.quantity or record.quantity
        earlier.origin = earlier.origin or record.origin
        earlier.destination = earlier.destination or record.destination
        earlier.location = _nearer(earlier.location, record.location)
        earlier.time = earlier.time or record.time
        earlier.unit_name = earlier.unit_name or record.unit_name
        earlier.part_of = earlier.part_of or record.part_of
        earlier.purpose = earlier.purpose or record.purpose
        if earlier.status in (DeploymentStatus.PLANNED, DeploymentStatus.ORDERED):
            if record.status in (DeploymentStatus.ONGOING, DeploymentStatus.COMPLETED):
                earlier.status = record.status
        self._join_evidence(earlier, record)

    def _join_evidence(self, earlier: Record, record: Record) -> None:
        for part in record.evidence:
            if not any(a <= part[0] and part[1] <= b for a, b in earlier.evidence):
                earlier.evidence.append(part)

    # --- sentences that go on -------------------------------------------------------------

    def _continue(self, scene: _Scene, clause: Clause) -> None:
        """What a clause without a move of its own adds to the last record."""
        if not self.records:
            return
        last = self.records[-1]
        if scene.number - last.sentence > 2:
            return
        self._amount(scene, clause)
        self._course(scene, clause)

    def _amount(self, scene: _Scene, clause: Clause) -> None:
        """ "It involves 300 to 400 soldiers": the number of the force before."""
        at = self.moves.in_group("amount", clause.tokens[:3])
        last = next((r for r in reversed(self.records) if r.sentence < scene.number), None)
        if at is None or last is None or last.quantity is not None:
            return
        own = set(clause.tokens)
        for force in scene.forces:
            if force.head in own and force.unit is last.unit and force.quantity is not None:
                last.quantity = force.quantity
                force.owner = force.owner or last.owner
                last.evidence.append((clause.first, force.last))
                return

    def _course(self, scene: _Scene, clause: Clause) -> None:
        """ "They began on Monday", "the exercise ends on Friday": of the last exercise."""
        last = next(
            (
                r
                for r in reversed(self.records)
                if r.kind is DeploymentKind.EXERCISE and scene.number - r.sentence <= 2
            ),
            None,
        )
        if last is None:
            return
        spans = [
            s for s in self.reading.times_in(clause.first, clause.last) if s.reference is not None
        ]
        if not spans:
            return
        value = spans[0].reference
        begins = self.moves.in_group("begin", clause.tokens) is not None
        ends = self.moves.in_group("end", clause.tokens) is not None
        if begins and last.time is None and value is not None:
            last.time = value
            if not self._is_future(spans[0]):
                last.status = DeploymentStatus.ONGOING
        elif ends and last.time is not None and value is not None:
            start, stop = str(last.time.value), str(value.value)
            if len(start) == len(stop) == 10 and start < stop:
                last.time = TimeReference(value=EDTF(f"{start}/{stop}"), excerpt=last.time.excerpt)
                last.evidence.append((spans[0].first, clause.last))

    # --- denials --------------------------------------------------------------------------

    def _settle_denials(self) -> None:
        """A denial of what another source claims changes nothing of it and is no record."""
        kept: list[Record] = []
        for record in self.records:
            if record.denied and any(
                other is not record
                and not other.denied
                and other.kind is record.kind
                and other.owner is not None
                and record.owner is not None
                and other.owner.label == record.owner.label
                and other.unit is record.unit
                and _fits_place(other.origin, record.origin)
                and _fits_place(other.destination, record.destination)
                and _fits_place(other.location, record.location)
                for other in self.records
            ):
                continue
            kept.append(record)
        self.records = kept


@define(slots=True, eq=False)
class _Subject:
    owner: Owner | None
    phrase: NounPhrase
    force: Force | None = None
    draft: Draft | None = None
    pronoun: bool = False


def _draft_owner(draft: Draft) -> Owner | None:
    if draft.country:
        return Owner(country=draft.country)
    if draft.kind is ActorKind.ORGANIZATION:
        return Owner(name=draft.name)
    return None


def _best(places: list[Place]) -> Place | None:
    """The first place that is no country, else the first."""
    for place in places:
        if place.kind is not PlaceKind.COUNTRY:
            return place
    return places[0] if places else None


def _nearer(left: Place | None, right: Place | None) -> Place | None:
    if left is None or right is None:
        return left or right
    if left.kind is PlaceKind.COUNTRY and right.kind is not PlaceKind.COUNTRY:
        return right
    return left


def _fits_quantity(left: Quantity | None, right: Quantity | None) -> bool:
    if left is None or right is None:
        return True
    return (left.lower, left.upper) == (right.lower, right.upper)


def _fits_place(left: Place | None, right: Place | None) -> bool:
    if left is None or right is None:
        return True
    if left.name == right.name:
        return True
    return PlaceKind.COUNTRY in (left.kind, right.kind) and (
        left.country is not None and left.country == right.country
    )


def _fits_time(left: TimeReference | None, right: TimeReference | None) -> bool:
    if left is None or right is None:
        return True
    return str(left.value) == str(right.value)


#: The first month of each season of EDTF.
_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}


def _comparable(value: str) -> str:
    """A date whose text sorts as it lies in time, to the month where it is a season."""
    parts = value.split("-")
    if len(parts) == 2 and parts[1] in _SEASONS:
        parts[1] = _SEASONS[parts[1]]
    return "-".join(parts)
