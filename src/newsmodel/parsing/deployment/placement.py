"""Placement: from where, to where and at which place a move is.

In: a record, its move and the places of its clause. Out: the record with origin, destination and
location, by the preposition and the kind of move; the nearest name, a town before its country.
"""

from __future__ import annotations

from itertools import pairwise

from newsmodel.languages.profile import Form
from newsmodel.model import DeploymentKind, Place, PlaceKind, UnitType
from newsmodel.parsing.clauses import Clause
from newsmodel.parsing.contents import hanging_gerund
from newsmodel.parsing.deployment.records import Memory, Record
from newsmodel.parsing.deployment.scenes import Case, Scene, Setting, Stage, Subject
from newsmodel.parsing.deployment.subjects import SubjectFinder
from newsmodel.parsing.forces import Force
from newsmodel.parsing.forcewords import Direction
from newsmodel.parsing.moves import MoveUse
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.places import PlaceSpan

# Members are bound here once: to read one through its class costs as much as a call.
_MOVEMENT, _WITHDRAWAL = DeploymentKind.MOVEMENT, DeploymentKind.WITHDRAWAL
_ATTACK, _INSPECTION = DeploymentKind.ATTACK, DeploymentKind.INSPECTION
_PATROL, _MOBILIZATION = DeploymentKind.PATROL, DeploymentKind.MOBILIZATION
_FROM, _TO, _AT, _BARE = Direction.FROM, Direction.TO, Direction.AT, Direction.BARE
_COUNTRY, _NOUN = PlaceKind.COUNTRY, Form.NOUN
_CITY = PlaceKind.CITY
#: The kinds of places of which one noun can mean what another went with: "the waters".
_NAMED_KINDS = (_CITY, PlaceKind.SEA)
_NAMES = (PhraseKind.NAME, PhraseKind.PLACE)
#: Kinds that have a location, and no origin or destination.
_LOCATED = frozenset(
    {DeploymentKind.STATIONING, DeploymentKind.EXERCISE, _PATROL, _INSPECTION, _MOBILIZATION}
)
#: The units that lie off a coast.
_AFLOAT = (UnitType.WARSHIP, UnitType.SUBMARINE, UnitType.FLEET)
#: The places of a clause by how they lie to its move.
_Roles = dict[str, list[Place]]


class Placer(Stage):
    """Places moves."""

    def __init__(self, setting: Setting, memory: Memory, subjects: SubjectFinder) -> None:
        super().__init__(setting)
        self.memory, self.subjects = memory, subjects
        self.places = setting.places
        groups = self.words.groups
        self.leave, self.there_words = groups["leave"].by_first, groups["there"].by_first.keys()
        self.offshore, self.through = groups["offshore"].by_first, groups["through"].by_first
        self.for_, self._back = groups["for"].by_first, groups["back"].by_first.keys()

    def place(
        self, record: Record, case: Case, places: list[PlaceSpan], earlier: Record | None
    ) -> None:
        """Gives a record the places that its clause tells."""
        limit = self._limit(case) if places else case.limit
        usable = [
            span
            for span in places
            if span.first < limit and not self._is_owner(span, case.force, case.subject, case.use)
        ]
        roles = self._roles(record, case.use, usable, case.force)
        if record.kind in _LOCATED:
            self._locate(record, case, roles, earlier)
        elif record.kind is _WITHDRAWAL:
            self._withdraw(record, case, roles, earlier)
        else:
            self._move(record, case, roles, earlier, usable)

    def _limit(self, case: Case) -> int:
        """ "went to Djibouti after pulling out of Herat": where the move's own places end."""
        use, limit = case.use, case.limit
        if not self.closed.gerund_suffixes:
            return limit
        if use.kind is _MOBILIZATION and use.particles:
            word = self.norms[use.particles[0]]
            if word in self.for_ or word in self.closed.to:
                limit = use.particles[-1]  # "to prepare for action in Niger" is not there yet
        hanging = hanging_gerund(self.reading, use.at + 2, limit)
        return limit if hanging is None else hanging

    def _locate(self, record: Record, case: Case, roles: _Roles, earlier: Record | None) -> None:
        """Where what stays in one place does so."""
        force, found = case.force, _best(roles["at"])
        if found is None and (record.kind is _PATROL or record.kind is _MOBILIZATION):
            found = _best(roles["to"])
        found = found or _best(roles["bare"])
        if found is None and self.norms[case.use.at] not in self.closed.auxiliaries:
            found = _best(roles["from"])  # but nobody "is from" where he is
        if found is None and isinstance(case.antecedent, Place):
            found = case.antecedent
        if found is None and self.there(case.scene, case.clause) is not None:
            found = self._place_before(case, earlier)
        if found is None and record.kind is _INSPECTION and force.collective:
            found = self._home(record, force)
        if found is None and (force.elliptical or force.additional) and earlier is not None:
            found = earlier.location or earlier.origin or earlier.destination
        record.location = found

    def _home(self, record: Record, force: Force) -> Place | None:
        """A whole army is inspected in its own country."""
        country = record.owner.country if record.owner is not None else None
        if not country:
            return None
        return Place(
            name=self.profile.countries.get(country, country),
            country=country,
            kind=_COUNTRY,
            excerpt=self.reading.excerpt(force.first, force.last),
        )

    def _withdraw(self, record: Record, case: Case, roles: _Roles, earlier: Record | None) -> None:
        """From where and to where a force withdraws."""
        use = case.use
        record.origin = (
            _best(roles["from"])
            or _best(roles["bare"])
            or (self._object_place(use, case.force) if self._leaves(use) else None)
            or _best(roles["at"])
        )
        record.destination = _best(roles["to"])
        if record.origin is not None or record.destination is not None or earlier is None:
            return
        if earlier.kind is _WITHDRAWAL and not self._back.isdisjoint(
            self.norms[i] for i in use.particles
        ):
            # "withdrew a frigate and will send it back": to where it was.
            record.kind, record.destination = _MOVEMENT, earlier.origin
        elif case.force.additional and earlier.kind is _MOVEMENT:
            # "200 more will leave in May": for where those before went.
            record.kind, record.destination = _MOVEMENT, earlier.destination
        else:
            record.origin = earlier.location or earlier.destination

    def _move(
        self,
        record: Record,
        case: Case,
        roles: _Roles,
        earlier: Record | None,
        places: list[PlaceSpan],
    ) -> None:
        """From where to where a force moves, or what it attacks."""
        use, force, leaves = case.use, case.force, self._leaves(case.use)
        record.origin = _best(roles["from"])
        record.destination = _best(roles["to"])
        if record.destination is not None and record.destination.kind is _COUNTRY:
            # "into Sudan near El Fasher": the town says more.
            record.destination = _nearer_town(places) or record.destination
        bare = _best(roles["bare"])
        if bare is None and (leaves or record.kind is _ATTACK):
            bare = self._object_place(use, force)
        if bare is not None and bare.excerpt == getattr(record.destination, "excerpt", None):
            bare = None
        if bare is not None and leaves:
            record.origin = record.origin or bare
        elif record.destination is None:
            record.destination = bare or _best(roles["at"])
        if record.destination is None and isinstance(case.antecedent, Place):
            record.destination = case.antecedent
        if record.destination is None or record.origin is None:
            self._thither(record, case, earlier)
        if (
            (force.elliptical or force.additional)
            and record.destination is None
            and record.origin is None
            and earlier is not None
        ):
            record.destination = earlier.destination
        if record.destination is None and record.origin is None:
            if self.norms[use.at] in self.words.groups["follow"].by_first:
                record.destination = self._followed(case.scene)

    def _followed(self, scene: Scene) -> Place | None:
        """ "Benin would follow with 800 men": where those told of before go."""
        last = self.memory.earlier_force(scene)
        return last.destination if last is not None and last.kind is _MOVEMENT else None

    def _thither(self, record: Record, case: Case, earlier: Record | None) -> None:
        """ "was sent there", "brought from there to Gao": the place named before."""
        there = self.there(case.scene, case.clause)
        if there is None:
            return
        if there and self.norms[there - 1] in self.words.groups["from"].by_first:
            record.origin = record.origin or self._place_before(case, earlier)
        elif self.norms[there] in self.words.groups["thither"].by_first:
            record.destination = record.destination or self._place_before(case, earlier)

    def _place_before(self, case: Case, earlier: Record | None) -> Place | None:
        """ "hold Goma and have 800 men there": the last of the clauses before, else of before."""
        scene, memory = case.scene, self.memory
        if not (memory.records and memory.records[-1].sentence == scene.number):
            for span in reversed(scene.places):
                if span.first < case.clause.first and not span.nested and span.place is not None:
                    if span.place.kind is not _COUNTRY or span.direction is not _BARE:
                        return span.place
        return memory.place_before(earlier)

    def settle_leaving(self, record: Record, use: MoveUse) -> None:
        """Whoever leaves a foreign place withdraws; from an own one, or to another, it moves."""
        to = record.destination
        if (
            record.kind is _WITHDRAWAL
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
            record.kind = _MOVEMENT
        if not self._leaves(use) or record.owner is None:
            return
        if (
            record.origin is None
            and record.destination is None
            and self.memory.records
            and (self.memory.records[-1].force is record.force)
        ):
            record.origin = self.memory.records[-1].location
        origin = record.origin
        if record.kind is _WITHDRAWAL and record.origin is None and record.location:
            record.origin = record.location
        if record.destination is not None or (
            origin is not None
            and origin.country is not None
            and origin.country == record.owner.country
        ):
            record.kind = _MOVEMENT
        elif origin is not None and origin.country is not None:
            record.kind = _WITHDRAWAL

    def _object_place(self, use: MoveUse, force: Force) -> Place | None:
        """ "bombed Jubata": an unknown name right behind a verb that takes a place."""
        if use.form is _NOUN or use.passive:
            return None
        if self.closed.verb_second:
            return self._free_name(use, force)
        at = max((use.at, *use.particles)) + 1
        return self.places.named(at, self.tokens.sentences[self.tokens.sentence_of(use.at)][1])

    def _may_move(self, use: MoveUse) -> bool:
        """Whether the verb can also be one of moving: return."""
        return any(
            form.move.lemma == use.row.lemma and form.move.kind is _MOVEMENT
            for form in self.profile.moves.get(self.norms[use.at], ())
        )

    def _free_name(self, use: MoveUse, force: Force) -> Place | None:
        """The last name of the clause that no preposition governs and nothing else explains."""
        first, last = self.tokens.sentences[self.tokens.sentence_of(use.at)]
        found = None
        for phrase in self.reading.phrases_in(first, last):
            if phrase.kind not in _NAMES or self.subjects.is_governed(phrase.first):
                continue
            at = phrase.head_first
            if force.first <= at < force.last:
                continue
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
        return self.norms[use.at] in self.leave

    def _is_owner(
        self, span: PlaceSpan, force: Force, subject: Subject | None, use: MoveUse
    ) -> bool:
        """Whether a bare name is the subject, or part of the force's own phrase."""
        if force.first <= span.first < force.last:
            return True
        if span.direction is not _BARE:
            return False
        if use.passive and use.row.force == "subject" and span.last <= use.at:
            return self.subjects.is_governed(span.first)
        if subject is not None and subject.phrase.first <= span.first < subject.phrase.last:
            return True
        if not self.closed.verb_second:
            edge = max((use.at, *use.particles)) if use.particles else use.at
            return not 0 < span.first - edge <= 1 and span.first - use.at != 1
        return span.place is not None and self.subjects.is_governed(span.first)

    def _roles(self, record: Record, use: MoveUse, places: list[PlaceSpan], force: Force) -> _Roles:
        roles: _Roles = {"from": [], "to": [], "at": [], "bare": []}
        for span in places:
            place = span.place or self._explained(span)
            if place is None or span.nested:
                continue
            word, kind = span.preposition, record.kind
            if word and (
                (word in self.offshore and force.unit not in _AFLOAT)
                # "the soldiers of Mali" says whose they are.
                or (
                    word in self.closed.of
                    and span.direction is _FROM
                    and kind is not _WITHDRAWAL
                    and not _has_target(places)
                )
                or (
                    word in self.for_
                    and (
                        use.row.force == "object" or (kind is _WITHDRAWAL and not self._leaves(use))
                    )
                )
                or (word in self.through and kind is _MOVEMENT and _has_target(places))
            ):
                continue
            roles[span.direction.value].append(place)
        return roles

    def _explained(self, span: PlaceSpan) -> Place | None:
        """ "the border post": the place that the noun went with before."""
        if not span.definite or not span.noun:
            return None
        found = self.memory.place_of_noun(span.noun)
        if found is not None:
            return found
        match = self.profile.placenouns.match(span.noun.split(), 0)
        kind = match[1].kind if match is not None else None
        last = self.memory.last_place
        if kind is _CITY and last is not None and last.kind is not _COUNTRY:
            return last
        return self.memory.place_of_kind(kind) if kind in _NAMED_KINDS else None

    def there(self, scene: Scene, clause: Clause) -> int | None:
        """The token of a word that means the place named before ("there")."""
        starts, norms, tokens = self.there_words, self.norms, clause.tokens
        if starts.isdisjoint(map(norms.__getitem__, tokens)):
            return None
        for i in [i for i in tokens if norms[i] in starts]:
            if self.words.is_in("there", norms, i):
                following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
                if self.norms[i] in self.closed.expletives and self.closed.verb_second:
                    # "er" is a place only behind the force or the pronoun that is there.
                    if not self._stands_before(scene, clause, i):
                        continue
                if self.closed.auxiliaries.get(following) != "be" or self.closed.verb_second:
                    return i
        return None

    def _stands_before(self, scene: Scene, clause: Clause, i: int) -> bool:
        if any(f.last <= i and f.head in clause.tokens for f in scene.forces):
            return True
        return any(j < i and self.norms[j] in self.closed.pronouns for j in clause.tokens)


def _has_target(places: list[PlaceSpan]) -> bool:
    """Whether something moves to one of the places."""
    return any(place.direction is _TO for place in places)


def _nearer_town(places: list[PlaceSpan]) -> Place | None:
    """The place that stands right behind a country to which something moves."""
    for to, at in pairwise(places):
        if to.direction is _TO and at.direction is _AT and to.last == at.first:
            return at.place if not at.nested else None
    return None


def _best(places: list[Place]) -> Place | None:
    """The first place that is no country, else the first."""
    for place in places:
        if place.kind is not _COUNTRY:
            return place
    return places[0] if places else None
