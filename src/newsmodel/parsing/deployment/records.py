"""Records: the deployments of an article while it is read, and which of them are the same.

In: one record after the other. Out: :class:`Memory`, which joins what is said of one move in
several places, finds what "the ships" and "they" mean, and leaves out denials of what somebody
claims. Knows no word of any language and nothing of clauses.
"""

from __future__ import annotations

from attrs import define

from newsmodel.model import (
    DeploymentKind,
    DeploymentStatus,
    Place,
    PlaceKind,
    Quantity,
    TimeReference,
    UnitType,
)
from newsmodel.parsing.actors import Draft
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage
from newsmodel.parsing.forces import Force, Owner
from newsmodel.parsing.forcewords import Direction
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.places import PlaceSpan
from newsmodel.parsing.statements import Attribution

# Members are bound here once: to read one through its class costs as much as a call.
_COUNTRY, _EXERCISE = PlaceKind.COUNTRY, DeploymentKind.EXERCISE
_CAPITAL, _BARE = PhraseKind.CAPITAL, Direction.BARE
_MOVEMENT, _WITHDRAWAL = DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL
_TROOPS = UnitType.TROOPS
#: What is only to come, and what is done.
_AHEAD = (DeploymentStatus.PLANNED, DeploymentStatus.ORDERED)
_DONE = (DeploymentStatus.ONGOING, DeploymentStatus.COMPLETED)

#: How many sentences back "the ships" may reach.
REACH = 4
#: How many records back the same move or force is looked for: the cost of a text stays linear.
NEAR = 60


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


class Memory(Stage):
    """The records of an article."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.records: list[Record] = []
        #: The record whose force a pronoun means, by the pronoun's own.
        self.same_of: dict[Force, Record] = {}
        #: The last place that a noun for places went with, and the last one at all.
        self._place_of_noun: dict[str, Place] = {}
        #: The last place of each kind.
        self._place_of_kind: dict[PlaceKind | None, Place] = {}
        self._last_place: Place | None = None
        #: The sentences whose places have not been needed yet, each with that of its deployment;
        #: without deployments only the last one counts.
        self._passed: list[tuple[Scene, Place | None]] = []
        self._skipped: int | None = None

    def add(self, record: Record, force: Force) -> None:
        """Adds a record, or what it says to the record of the same move."""
        kind, unit = record.kind, record.unit
        for earlier in reversed(self.records[-NEAR:]):
            if earlier.kind is kind and earlier.unit is unit:
                if self._is_same(earlier, record, force):
                    self._merge(earlier, record)
                    return
        self.records.append(record)

    def _is_same(self, earlier: Record, record: Record, force: Force) -> bool:
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
        again = record.sentence > earlier.sentence or record.time is not None
        earlier.sentence = max(earlier.sentence, record.sentence)
        earlier.quantity = earlier.quantity or record.quantity
        earlier.origin = earlier.origin or record.origin
        earlier.destination = earlier.destination or record.destination
        earlier.location = _nearer(earlier.location, record.location)
        earlier.time = earlier.time or record.time
        earlier.unit_name = earlier.unit_name or record.unit_name
        earlier.part_of = earlier.part_of or record.part_of
        earlier.purpose = earlier.purpose or record.purpose
        if again and earlier.status in _AHEAD:
            if record.status in _DONE:
                earlier.status = record.status
        self._join_evidence(earlier, record)

    def _join_evidence(self, earlier: Record, record: Record) -> None:
        for part in record.evidence:
            if not any(a <= part[0] and part[1] <= b for a, b in earlier.evidence[-4:]):
                earlier.evidence.append(part)

    def goes_on(self, record: Record) -> bool:
        """ "left Aden on Friday and is now steaming to Eyl": joins what is one journey."""
        last = self.records[-1] if self.records else None
        if last is None or last.force is not record.force or last.sentence != record.sentence:
            return False
        if record.kind is not _MOVEMENT or record.origin is not None or last.origin is None:
            return False
        if last.destination is not None or last.kind not in (_MOVEMENT, _WITHDRAWAL):
            return False
        if last.status in _AHEAD:
            return False
        last.kind, last.status, last.destination = _MOVEMENT, record.status, record.destination
        self._join_evidence(last, record)
        return True

    def settle_denials(self) -> None:
        """A denial of what another source claims changes nothing of it and is no record."""
        if not [record for record in self.records if record.denied]:
            return
        claims: dict[tuple[str | None, DeploymentKind, UnitType], list[Record]] = {}
        for record in self.records:
            if not record.denied:
                claims.setdefault(_what(record), []).append(record)
        kept = [
            record
            for record in self.records
            if not record.denied
            or not any(
                _fits_place(other.origin, record.origin)
                and _fits_place(other.destination, record.destination)
                and _fits_place(other.location, record.location)
                for other in claims.get(_what(record), ())[-NEAR:]
            )
        ]
        self.records = kept

    def anaphor(self, scene: Scene, force: Force) -> Record | None:
        """The last record whose force a phrase without an owner can mean."""
        definite = (
            force.definite or force.elliptical or force.additional or force.possessive is not None
        )
        reach = REACH if definite else 1
        norm, unit = self.norms[force.head], force.unit
        found: Record | None = None
        for record in reversed(self.records[-NEAR:]):
            if scene.number - record.sentence > reach:
                continue
            if record.unit is unit and self.norms[record.force.head] == norm:
                return record
            if found is None and (
                record.unit is unit
                or force.elliptical
                or force.noun_kind == "generic"
                or (
                    unit is _TROOPS and record.force.noun_kind in ("person", "formation", "generic")
                )
            ):
                found = record
        return found

    def repeated(self, scene: Scene, force: Force, owner: Owner) -> Record | None:
        """ "those Russian troops": the record of the force that a demonstrative means."""
        if not force.demonstrative:
            return None
        for record in reversed(self.records[-NEAR:]):
            if (
                record.unit is force.unit
                and record.owner is not None
                and (record.owner.label == owner.label)
            ):
                return record
        return None

    def earlier_force(self, scene: Scene) -> Record | None:
        """The force of the last record, near enough for a pronoun."""
        if not self.records:
            return None
        last = self.records[-1]
        return last if scene.number - last.sentence <= 1 else None

    def exercise(self, scene: Scene) -> Record | None:
        """The last exercise, where it was told of at most two sentences before."""
        for record in reversed(self.records[-NEAR:]):
            if record.kind is _EXERCISE and scene.number - record.sentence <= 2:
                return record
        return None

    def place_before(self, earlier: Record | None) -> Place | None:
        """The place that "there" means: the last record's, else the last one named."""
        if self.records:
            last = self.records[-1]
            found = last.location or last.destination or last.origin
            if found is not None:
                return found
        return self.last_place

    @property
    def last_place(self) -> Place | None:
        """The last place that the article named before this sentence."""
        self._recall()
        return self._last_place

    def place_of_noun(self, noun: str) -> Place | None:
        """The place that a noun for places ("port") last went with."""
        self._recall()
        return self._place_of_noun.get(noun)

    def place_of_kind(self, kind: PlaceKind | None) -> Place | None:
        """The place of a kind that the article named last before this sentence."""
        self._recall()
        return self._place_of_kind.get(kind)

    def passes(self, scene: Scene, *, told: bool) -> None:
        """A sentence has been read; the place of its deployment counts more than the others."""
        self._passed.append((scene, self._place_told(scene) if told else None))
        self._skipped = None

    def skips(self, number: int) -> None:
        """A sentence has nothing of deployments, but may name the place of the next."""
        self._skipped = number

    def _place_told(self, scene: Scene) -> Place | None:
        for record in reversed(self.records[-4:]):
            if record.sentence == scene.number:
                place = record.location or record.destination or record.origin
                if place is not None and place.kind is not _COUNTRY:
                    return place
        return None

    def _recall(self) -> None:
        for scene, place in self._passed:
            if place is not None:
                self._keep(place)
            for span in scene.places:
                if span.place is None:
                    continue
                if place is None and not span.nested and not self._speaks(span):
                    self._keep(span.place)
                if span.noun:
                    self._place_of_noun[span.noun] = span.place
        self._passed.clear()
        if self._skipped is not None:
            spans = self.setting.places.sentence(*self.tokens.sentences[self._skipped])
            for span in spans:
                if span.place is not None and not span.nested and not self._speaks(span):
                    self._keep(span.place)
            self._skipped = None

    def _speaks(self, span: PlaceSpan) -> bool:
        """ "Kigali reacted with scorn": whether a name means a government here, and no town."""
        if span.direction is not _BARE:
            return False
        phrases = self.reading.phrases_in(span.first, span.last)
        return any(
            phrase.kind is _CAPITAL and id(phrase) in self.cast.by_phrase for phrase in phrases
        )

    def _keep(self, place: Place) -> None:
        self._last_place = self._place_of_kind[place.kind] = place


def _what(record: Record) -> tuple[str | None, DeploymentKind, UnitType]:
    """Whose force does what: records that differ in it are never the same."""
    owner = record.owner
    return owner.label if owner is not None else None, record.kind, record.unit


def _nearer(left: Place | None, right: Place | None) -> Place | None:
    if left is None or right is None:
        return left or right
    if left.kind is _COUNTRY and right.kind is not _COUNTRY:
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
    return (left.kind is _COUNTRY or right.kind is _COUNTRY) and (
        left.country is not None and left.country == right.country
    )


def _fits_time(left: TimeReference | None, right: TimeReference | None) -> bool:
    if left is None or right is None:
        return True
    return str(left.value) == str(right.value)
