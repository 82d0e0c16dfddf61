"""Which forces went where, when and how many.

In: actors, places, times, quantities, passages. Out: `MilitaryDeployment`. May not know how one
is recognised.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model.actor import Actor
from newsmodel.model.checks import (
    Checks,
    Instance,
    Optional,
    Several,
    check_fields,
    one_value_per_id,
    readable,
    refuse,
    words,
)
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.place import Place
from newsmodel.model.quantity import Quantity
from newsmodel.model.statement import Statement
from newsmodel.model.time import TimeReference

__all__ = ["DeploymentKind", "DeploymentStatus", "MilitaryDeployment", "UnitType"]


class UnitType(StrEnum):
    """What the force consists of, or how large a unit it is."""

    TROOPS = "troops"
    RESERVISTS = "reservists"
    PEACEKEEPERS = "peacekeepers"
    SPECIAL_FORCES = "special_forces"
    COMPANY = "company"
    BATTALION = "battalion"
    REGIMENT = "regiment"
    BRIGADE = "brigade"
    DIVISION = "division"
    CORPS = "corps"
    ARMY = "army"
    """A whole land force."""
    FLEET = "fleet"
    WARSHIP = "warship"
    SUBMARINE = "submarine"
    AIRCRAFT = "aircraft"
    HELICOPTER = "helicopter"
    DRONE = "drone"
    TANK = "tank"
    ARMOURED_VEHICLE = "armoured_vehicle"
    ARTILLERY = "artillery"
    MISSILE_SYSTEM = "missile_system"
    AIR_DEFENCE = "air_defence"
    FORCE = "force"
    """A force of unstated composition."""


class DeploymentKind(StrEnum):
    """What the force does."""

    MOVEMENT = "movement"
    """Sent or moved to a place."""
    STATIONING = "stationing"
    """Is or stays at a place."""
    EXERCISE = "exercise"
    PATROL = "patrol"
    MOBILIZATION = "mobilization"
    """Called up, put on alert."""
    ATTACK = "attack"
    """Invades, strikes from or into a place."""
    WITHDRAWAL = "withdrawal"
    INSPECTION = "inspection"
    """A readiness check."""


class DeploymentStatus(StrEnum):
    """How far it has come, as the text tells it."""

    PLANNED = "planned"
    ORDERED = "ordered"
    ONGOING = "ongoing"
    COMPLETED = "completed"
    DENIED = "denied"
    """The only claim of it is denied."""


@frozen(kw_only=True)
class MilitaryDeployment:
    """One force and what it does: placed, moved, exercised, mobilised, sent to attack, withdrawn.

    Attributes:
        id: unique within the article, not blank.
        force: the actor whose force it is, or None.
        force_country: the country of the force, as ISO 3166-1 alpha-2; for an alliance or an
            armed group its name; or None.
        unit: see `UnitType`.
        unit_name: the name of the unit ("76th Guards Division"), or None.
        quantity: how many of the unit, or None where the text does not say.
        kind: see `DeploymentKind`.
        status: see `DeploymentStatus`.
        origin: where it comes from, or None.
        destination: where it goes, or None.
        location: where it is, or None.
        time: when, or None.
        purpose: what it is for, in the words of the text, or None.
        part_of: the larger force or operation that it belongs to, in the words of the text, or
            None.
        ordered_by: the actor who ordered it, or None.
        reported_by: the statement that carries it, or None.
        same_force_as: the `id` of an earlier deployment of the same force, or None.
        evidence: the smallest clauses that carry it: at least one.

    Raises:
        ModelError: a text is blank, there is no evidence, `same_force_as` is its own id, or two
            different actors have one id.

    >>> MilitaryDeployment(
    ...     id="d1", force_country="NL", unit=UnitType.WARSHIP, kind=DeploymentKind.PATROL,
    ...     status=DeploymentStatus.ONGOING,
    ...     evidence=(Excerpt(text="a Dutch frigate patrols", start=0),),
    ... ).unit.value
    'warship'
    """

    id: str
    force: Actor | None = None
    force_country: str | None = None
    unit: UnitType
    unit_name: str | None = None
    quantity: Quantity | None = None
    kind: DeploymentKind
    status: DeploymentStatus
    origin: Place | None = None
    destination: Place | None = None
    location: Place | None = None
    time: TimeReference | None = None
    purpose: str | None = None
    part_of: str | None = None
    ordered_by: Actor | None = None
    reported_by: Statement | None = None
    same_force_as: str | None = None
    evidence: tuple[Excerpt, ...]

    def __attrs_post_init__(self) -> None:
        check_fields(self, MILITARY_DEPLOYMENT)
        if self.same_force_as == self.id:
            refuse(self, [("same_force_as", "must be the id of another deployment")])
        actors = self.actors
        if len(actors) > 1 and (reason := one_value_per_id(actors)):
            refuse(self, [("", reason)])

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors that it names, those of the statement that carries it included."""
        own = () if self.force is None else (self.force,)
        if self.ordered_by is not None:
            own = (*own, self.ordered_by)
        return own if self.reported_by is None else (*own, *self.reported_by.actors)

    def __hash__(self) -> int:
        return hash((self.id, self.unit, self.kind, self.evidence))

    def __repr__(self) -> str:
        return readable(
            self,
            MILITARY_DEPLOYMENT,
            force=lambda: self.force.label() if self.force is not None else "None",
            ordered_by=lambda: self.ordered_by.label() if self.ordered_by is not None else "None",
            reported_by=lambda: f"<{self.reported_by.id}>" if self.reported_by else "None",
        )


MILITARY_DEPLOYMENT = Checks(
    {
        "id": words,
        "force": Optional(Instance(Actor)),
        "force_country": Optional(words),
        "unit": Instance(UnitType),
        "unit_name": Optional(words),
        "quantity": Optional(Instance(Quantity)),
        "kind": Instance(DeploymentKind),
        "status": Instance(DeploymentStatus),
        "origin": Optional(Instance(Place)),
        "destination": Optional(Instance(Place)),
        "location": Optional(Instance(Place)),
        "time": Optional(Instance(TimeReference)),
        "purpose": Optional(words),
        "part_of": Optional(words),
        "ordered_by": Optional(Instance(Actor)),
        "reported_by": Optional(Instance(Statement)),
        "same_force_as": Optional(words),
        "evidence": Several(Instance(Excerpt), least=1),
    }
)
