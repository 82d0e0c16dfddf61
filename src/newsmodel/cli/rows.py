"""Deployments as flat rows, for counting.

In: articles. Out: a `Row` for each deployment, and totals over rows. May not know how a row is
printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

import attrs
from attrs import frozen

from newsmodel.model import Article, DeploymentStatus, MilitaryDeployment, Place

__all__ = ["Row", "Total", "TotalKey", "rows_of", "totals"]


@frozen(kw_only=True)
class Row:
    """One deployment, its values as text and numbers; None where the article does not say.

    Attributes:
        article: the article's name.
        id: the deployment's id, unique within its article.
        published: when the article was published, as EDTF.
        force: the name of the actor whose force it is.
        force_country: alpha-2 code, or the name of an alliance or armed group.
        unit: what the force consists of.
        unit_name: the unit's own name.
        quantity_min: the least number of that unit.
        quantity_max: the greatest number of it.
        approximate: whether the article rounds that number.
        kind: what the force does.
        status: how far it has come.
        origin: where it comes from, and `origin_country` its alpha-2 code.
        destination: where it goes, and `destination_country`.
        location: where it is, and `location_country`.
        time: when, as EDTF.
        earliest: the first day that the time covers, as ISO 8601.
        latest: the last one.
        purpose: what it is for, in the article's words.
        part_of: the larger force or operation, in the article's words.
        ordered_by: the name of the actor who ordered it.
        reported_by: the names of the speakers of the statement that carries it, joined by "; ".
        same_force_as: the id of an earlier deployment of the same force.
        start: the position of the evidence in the article, in code points.
        end: the position after it.
        evidence: the clauses that carry it, joined by " … ".
    """

    article: str
    id: str
    published: str | None
    force: str | None
    force_country: str | None
    unit: str
    unit_name: str | None
    quantity_min: int | None
    quantity_max: int | None
    approximate: bool | None
    kind: str
    status: str
    origin: str | None
    origin_country: str | None
    destination: str | None
    destination_country: str | None
    location: str | None
    location_country: str | None
    time: str | None
    earliest: str | None
    latest: str | None
    purpose: str | None
    part_of: str | None
    ordered_by: str | None
    reported_by: str | None
    same_force_as: str | None
    start: int
    end: int
    evidence: str

    def as_dict(self) -> dict[str, str | int | bool | None]:
        """Return the values by the names of the columns."""
        return attrs.asdict(self)

    @property
    def month(self) -> str | None:
        """The month in which it happens or begins ("2022-12"); None where that is not known."""
        match = _MONTH.match(self.time or "")
        return match[0] if match else None

    @property
    def has_no_number(self) -> bool:
        """Whether the article gives neither bound."""
        return self.quantity_min is None and self.quantity_max is None


# Not the seasons and quarters that EDTF writes as months from 21 on.
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")


def rows_of(name: str, article: Article) -> Iterator[Row]:
    """Yield a row for each deployment of an article, in the article's order."""
    published = None if article.published is None else str(article.published)
    for deployment in article.deployments:
        yield _row(name, published, deployment)


def _row(name: str, published: str | None, deployment: MilitaryDeployment) -> Row:
    quantity, time, report = deployment.quantity, deployment.time, deployment.reported_by
    earliest = time.value.earliest if time else None
    latest = time.value.latest if time else None
    evidence = deployment.evidence
    return Row(
        article=name,
        id=deployment.id,
        published=published,
        force=deployment.force.name if deployment.force else None,
        force_country=deployment.force_country,
        unit=deployment.unit.value,
        unit_name=deployment.unit_name,
        quantity_min=quantity.lower if quantity else None,
        quantity_max=quantity.upper if quantity else None,
        approximate=quantity.approximate if quantity else None,
        kind=deployment.kind.value,
        status=deployment.status.value,
        origin=_name(deployment.origin),
        origin_country=_country(deployment.origin),
        destination=_name(deployment.destination),
        destination_country=_country(deployment.destination),
        location=_name(deployment.location),
        location_country=_country(deployment.location),
        time=str(time) if time else None,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        purpose=deployment.purpose,
        part_of=deployment.part_of,
        ordered_by=deployment.ordered_by.name if deployment.ordered_by else None,
        reported_by="; ".join(speaker.name for speaker in report.speakers) if report else None,
        same_force_as=deployment.same_force_as,
        start=min(excerpt.start for excerpt in evidence),
        end=max(excerpt.end for excerpt in evidence),
        evidence=" … ".join(" ".join(excerpt.text.split()) for excerpt in evidence),
    )


def _name(place: Place | None) -> str | None:
    return place.name if place else None


def _country(place: Place | None) -> str | None:
    return place.country if place else None


class TotalKey(StrEnum):
    """By what deployments are counted together."""

    COUNTRY = "country"
    """The force's country, alliance or armed group."""
    KIND = "kind"
    MONTH = "month"
    """The month in which it happens or begins."""


@frozen(kw_only=True)
class Total:
    """What the deployments with the same keys and the same unit come to.

    Attributes:
        keys: the values that they share, in the order in which the keys were given.
        unit: what the forces consist of; numbers of unlike units are never added up.
        deployments: how many deployments.
        articles: in how many articles.
        quantity_min: the least that the forces can number, a force without a number as none.
        quantity_max: the most, or None where one has no upper bound.
    """

    keys: tuple[str, ...]
    unit: str
    deployments: int
    articles: int
    quantity_min: int
    quantity_max: int | None


def totals(rows: Iterable[Row], by: Sequence[TotalKey]) -> list[Total]:
    """Return the totals of rows, the keys in alphabetical order.

    Deployments that are denied do not count. A force that moves twice in one article, as
    `same_force_as` tells, counts for two deployments but once in the numbers.
    """
    known = list(rows)
    earlier = {(row.article, row.id): row.same_force_as for row in known}
    groups: dict[tuple[tuple[str, ...], str], list[Row]] = {}
    for row in known:
        if row.status != DeploymentStatus.DENIED:
            keys = tuple(_key(row, key) for key in by)
            groups.setdefault((keys, row.unit), []).append(row)
    return [_total(keys, unit, group, earlier) for (keys, unit), group in sorted(groups.items())]


def _key(row: Row, key: TotalKey) -> str:
    value = {
        TotalKey.COUNTRY: row.force_country,
        TotalKey.KIND: row.kind,
        TotalKey.MONTH: row.month,
    }[key]
    return value or ""


_Earlier = dict[tuple[str, str], str | None]


def _total(keys: tuple[str, ...], unit: str, group: list[Row], earlier: _Earlier) -> Total:
    forces: dict[tuple[str, str], Row] = {}
    for row in group:
        force = _force(row, earlier)
        if force not in forces or forces[force].has_no_number:
            forces[force] = row
    upper = [row.quantity_max for row in forces.values()]
    bounds = [bound for bound in upper if bound is not None]
    return Total(
        keys=keys,
        unit=unit,
        deployments=len(group),
        articles=len({row.article for row in group}),
        quantity_min=sum(row.quantity_min or 0 for row in forces.values()),
        quantity_max=sum(bounds) if len(bounds) == len(upper) else None,
    )


def _force(row: Row, earlier: _Earlier) -> tuple[str, str]:
    """The article, and the id of the first deployment of the same force in it."""
    first, passed = row.id, {row.id}
    while (before := earlier.get((row.article, first))) is not None and before not in passed:
        passed.add(before)
        first = before
    return row.article, first
