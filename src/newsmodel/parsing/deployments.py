"""Deployments (being written)."""

from __future__ import annotations

from attrs import define, field

from newsmodel.model import MilitaryDeployment, Statement
from newsmodel.parsing.actors import Cast
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution


@define(slots=True)
class Deployments:
    """The deployments of a reading, before their actors and statements are made."""

    found: list[object] = field(factory=list)

    def build(
        self, cast: Cast, statements: dict[int, Statement]
    ) -> tuple[MilitaryDeployment, ...]:
        """The deployments of the model."""
        return ()


def find(reading: Reading, attributions: list[Attribution], cast: Cast) -> Deployments:
    """The deployments of a text."""
    return Deployments()
