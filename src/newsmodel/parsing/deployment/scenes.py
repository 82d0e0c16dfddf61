"""Scenes: one sentence with everything in it that bears on deployments.

In: the results of the stages before. Out: :class:`Scene`, :class:`Subject`, and :class:`Setting`,
which hands the whole article to the parts that read deployments. It finds nothing itself.
"""

from __future__ import annotations

from attrs import define, field, frozen

from newsmodel.parsing.actors import Cast, Draft
from newsmodel.parsing.clauses import Clause, ClauseFinder
from newsmodel.parsing.forces import Force, ForceFinder, Owner
from newsmodel.parsing.forcewords import force_words
from newsmodel.parsing.moves import MoveFinder
from newsmodel.parsing.nounphrases import NounPhrase
from newsmodel.parsing.places import PlaceFinder, PlaceSpan
from newsmodel.parsing.reading import Reading


@define(slots=True, eq=False)
class Scene:
    """One sentence with what was found in it."""

    number: int
    first: int
    last: int
    clauses: list[Clause]
    forces: list[Force]
    places: list[PlaceSpan]
    #: Whether a condition stands in it, so that nothing else in it is asserted.
    conditional: bool = False


@define(slots=True, eq=False)
class Subject:
    """The subject of a clause: whose force it may be, or which force it is."""

    owner: Owner | None
    phrase: NounPhrase
    force: Force | None = None
    draft: Draft | None = None
    #: Whether it is a pronoun that can mean a force named before.
    pronoun: bool = False
    #: The countries that "and" joins to it.
    others: list[Owner] = field(factory=list)


@frozen(slots=True, eq=False)
class Setting:
    """An article while its deployments are read."""

    reading: Reading
    cast: Cast
    published: str
    clauses: ClauseFinder
    forces: ForceFinder
    places: PlaceFinder
    moves: MoveFinder


class Stage:
    """What every part that reads deployments has at hand."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.reading = setting.reading
        self.profile = setting.reading.profile
        self.words = force_words(setting.reading.profile)
        self.closed = setting.reading.profile.words
        self.tokens = setting.reading.tokens
        self.norms = setting.reading.tokens.norms
        self.cast = setting.cast
        self.clauses = setting.clauses
        self.moves = setting.moves
