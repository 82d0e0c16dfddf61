"""Whether the parts of an article fit each other and its text.

In: the text and the parts. Out: what is wrong, each as a path within the article and a reason.
May not know where the parts come from: a parser, a document or a user.

Linear in the number of excerpts and the length of what they hold: actors and statements are found
by id, and every value is walked once where it stands in the article.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from newsmodel.model.actor import Actor
from newsmodel.model.block import Block
from newsmodel.model.checks import shorten
from newsmodel.model.deployment import MilitaryDeployment
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.statement import Statement

Problem = tuple[str, str]


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Known = TypeVar("_Known", bound=_HasId)


def are_distinct(*groups: Sequence[_HasId]) -> bool:
    """Whether no two values of a group have the same id."""
    return all(len({value.id for value in values}) == len(values) for values in groups)


def are_known(
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    deployments: Sequence[MilitaryDeployment],
) -> bool:
    """Whether all that statements and deployments refer to is what the article itself has."""
    used: list[object] = []
    for statement in statements:
        used += statement.speakers
        used.append(statement.via)
    for deployment in deployments:
        used += (deployment.force, deployment.ordered_by, deployment.reported_by)
    known = set(map(id, (None, *actors, *statements)))
    numbers = {None, *[deployment.id for deployment in deployments]}
    return known.issuperset(map(id, used)) and numbers.issuperset(
        [deployment.same_force_as for deployment in deployments]
    )


def are_in(
    text: str,
    passages: Iterable[Excerpt],
    actors: Iterable[Actor],
    statements: Iterable[Statement],
    deployments: Iterable[MilitaryDeployment],
) -> bool:
    """Whether passages, and all excerpts of the others, are the text at their positions."""
    found = [*passages, *[m.excerpt for actor in actors for m in actor.mentions]]
    for s in statements:
        found += s.cue
        found += s.content
        found += s.quotations
        if s.source is not None:
            found.append(s.source)
        if s.time is not None:
            found.append(s.time.excerpt)
    for d in deployments:
        found += d.evidence
        for part in (d.quantity, d.origin, d.destination, d.location, d.time):
            if part is not None:
                found.append(part.excerpt)
    texts, starts = [excerpt.text for excerpt in found], [excerpt.start for excerpt in found]
    return all(map(text.startswith, texts, starts))


def misplaced(text: str, excerpts: Iterable[tuple[str, Excerpt | None]]) -> Iterator[Problem]:
    """Every excerpt, given with its path, that is not the text at its position."""
    for path, excerpt in excerpts:
        if excerpt is not None and not text.startswith(excerpt.text, excerpt.start):
            there = text[excerpt.start : excerpt.end]
            yield (
                path,
                f"is {shorten(excerpt.text)!r}, but the text at {excerpt.start} is "
                f"{shorten(there)!r}",
            )


def _several(path: str, excerpts: Sequence[Excerpt]) -> Iterator[tuple[str, Excerpt]]:
    for number, excerpt in enumerate(excerpts):
        yield f"{path}[{number}]", excerpt


def block_excerpts(path: str, block: Block) -> Iterator[tuple[str, Excerpt]]:
    """The excerpt of a block, with its path."""
    yield f"{path}.excerpt", block.excerpt


def actor_excerpts(path: str, actor: Actor) -> Iterator[tuple[str, Excerpt]]:
    """Every excerpt of an actor, with its path."""
    for number, mention in enumerate(actor.mentions):
        yield f"{path}.mentions[{number}].excerpt", mention.excerpt


def statement_excerpts(path: str, statement: Statement) -> Iterator[tuple[str, Excerpt | None]]:
    """Every excerpt of a statement, with its path, but those of its actors."""
    yield f"{path}.source", statement.source
    yield from _several(f"{path}.cue", statement.cue)
    yield from _several(f"{path}.content", statement.content)
    yield from _several(f"{path}.quotations", statement.quotations)
    if statement.time is not None:
        yield f"{path}.time.excerpt", statement.time.excerpt


def deployment_excerpts(
    path: str, deployment: MilitaryDeployment
) -> Iterator[tuple[str, Excerpt | None]]:
    """Every excerpt of a deployment, with its path, but those of its actors and statement."""
    for name, part in (
        ("quantity", deployment.quantity),
        ("origin", deployment.origin),
        ("destination", deployment.destination),
        ("location", deployment.location),
        ("time", deployment.time),
    ):
        if part is not None:
            yield f"{path}.{name}.excerpt", part.excerpt
    yield from _several(f"{path}.evidence", deployment.evidence)


def repeated_ids(path: str, values: Sequence[_HasId]) -> Iterator[Problem]:
    """Every id that an earlier value of the sequence has too."""
    seen: set[str] = set()
    for number, value in enumerate(values):
        if value.id in seen:
            yield f"{path}[{number}].id", f"is {value.id!r}, as another is already"
        seen.add(value.id)


def strangers(
    listed: dict[str, _Known], uses: Iterable[tuple[str, _Known | None]], where: str
) -> Iterator[Problem]:
    """Every value, given with its path, that is not the listed one of its id."""
    for path, value in uses:
        if value is None:
            continue
        known = listed.get(value.id)
        if known is not value and known != value:
            yield path, f"is {value.id!r}, which is not among the {where} of the article"


def statement_actors(path: str, statement: Statement) -> Iterator[tuple[str, Actor | None]]:
    """Every actor that a statement names, with its path."""
    for number, speaker in enumerate(statement.speakers):
        yield f"{path}.speakers[{number}]", speaker
    yield f"{path}.via", statement.via


def deployment_actors(
    path: str, deployment: MilitaryDeployment
) -> Iterator[tuple[str, Actor | None]]:
    """Every actor that a deployment names itself, with its path."""
    yield f"{path}.force", deployment.force
    yield f"{path}.ordered_by", deployment.ordered_by


def problems_of_passages(
    text: str,
    headline: Excerpt | None,
    blocks: Sequence[Block],
    unattributed: Sequence[Excerpt],
) -> Iterator[Problem]:
    """What is wrong with the passages that belong to an article itself."""
    yield from misplaced(text, [("headline", headline)])
    for number, block in enumerate(blocks):
        yield from misplaced(text, block_excerpts(f"blocks[{number}]", block))
    yield from misplaced(text, _several("unattributed", unattributed))


def problems_of_actors(text: str, actors: Sequence[Actor]) -> Iterator[Problem]:
    """What is wrong with the actors of an article."""
    yield from repeated_ids("actors", actors)
    for number, actor in enumerate(actors):
        yield from misplaced(text, actor_excerpts(f"actors[{number}]", actor))


def problems_of_statements(
    text: str, statements: Sequence[Statement], actors: Sequence[Actor]
) -> Iterator[Problem]:
    """What is wrong with the statements of an article that has these actors."""
    yield from repeated_ids("statements", statements)
    by_id = {actor.id: actor for actor in actors}
    for number, statement in enumerate(statements):
        path = f"statements[{number}]"
        yield from misplaced(text, statement_excerpts(path, statement))
        yield from strangers(by_id, statement_actors(path, statement), "actors")


def problems_of_deployments(
    text: str,
    deployments: Sequence[MilitaryDeployment],
    actors: Sequence[Actor],
    statements: Sequence[Statement],
) -> Iterator[Problem]:
    """What is wrong with the deployments of an article that has these actors and statements."""
    yield from repeated_ids("deployments", deployments)
    actor_by_id = {actor.id: actor for actor in actors}
    statement_by_id = {statement.id: statement for statement in statements}
    ids: Collection[str] = {deployment.id for deployment in deployments}
    for number, deployment in enumerate(deployments):
        path = f"deployments[{number}]"
        yield from misplaced(text, deployment_excerpts(path, deployment))
        yield from strangers(actor_by_id, deployment_actors(path, deployment), "actors")
        carried = ((f"{path}.reported_by", deployment.reported_by),)
        yield from strangers(statement_by_id, carried, "statements")
        if deployment.same_force_as is not None and deployment.same_force_as not in ids:
            yield (
                f"{path}.same_force_as",
                f"is {deployment.same_force_as!r}, which is not among the deployments",
            )
