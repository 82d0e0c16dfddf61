"""Scenes: one sentence with everything in it that bears on deployments.

In: the results of the stages before. Out: :class:`Scene`, :class:`Subject`, :class:`Case`,
and :class:`Setting`, which hands the whole article to the parts that read deployments. It finds
nothing itself, and asks for what a sentence holds only when somebody needs it.
"""

from __future__ import annotations

from attrs import define, field, frozen

from newsmodel.model import Place
from newsmodel.parsing.actors import Cast, Draft
from newsmodel.parsing.clauses import Clause, ClauseFinder, ClauseKind
from newsmodel.parsing.forces import Force, ForceFinder, Owner, elliptical
from newsmodel.parsing.forcewords import Mark
from newsmodel.parsing.moves import UNGROUPED, MoveFinder, MoveUse
from newsmodel.parsing.nounphrases import NounPhrase
from newsmodel.parsing.places import PlaceFinder, PlaceSpan
from newsmodel.parsing.reading import Reading

_FORCE = int(Mark.FORCE)
#: Bound once: to read a member through its class costs as much as a call.
_SUBORDINATE = ClauseKind.SUBORDINATE


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


@define(slots=True, eq=False)
class Case:
    """One move of one force, with the clause that tells it."""

    scene: Scene
    clause: Clause
    use: MoveUse
    force: Force
    #: What a relative clause is about.
    antecedent: Force | Place | None
    subject: Subject | None
    #: The token from which on the clause only says what for, or who says so.
    limit: int = 0


@frozen(slots=True, eq=False)
class Setting:
    """An article while its deployments are read."""

    reading: Reading
    cast: Cast
    published: str
    #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
    marks: list[int]
    clauses: ClauseFinder
    forces: ForceFinder
    places: PlaceFinder
    moves: MoveFinder


class Scene:
    """One sentence with what is in it; each kind of thing is looked for when somebody asks."""

    # Looked for on demand.
    _clauses: list[Clause] | None = None
    _forces: list[Force] | None = None
    _places: list[PlaceSpan] | None = None
    _conditional: bool | None = None
    _settled = False

    def __init__(
        self,
        setting: Setting,
        number: int,
        first: int,
        last: int,
        marked: list[int],
        marks: int,
        *,
        near: bool,
    ) -> None:
        self.setting = setting
        self.number, self.first, self.last = number, first, last
        #: The tokens that can be anything of :class:`~newsmodel.parsing.forcewords.Mark`.
        self.marked = marked
        #: What any of its words can be.
        self.marks = marks
        #: Whether a deployment stands close before it, which it may say more of.
        self.near = near

    def settle(self) -> None:
        """Settles which groups its words belong to; asked before anything that asks for groups."""
        if not self._settled:
            self._settled = True
            self.marks = self.setting.moves.settle(self.marked) | self.marks & UNGROUPED

    @property
    def clauses(self) -> list[Clause]:
        """Its clauses, in the order in which they begin."""
        if self._clauses is None:
            self._clauses = self.setting.clauses.clauses(self.number)
        return self._clauses

    @property
    def forces(self) -> list[Force]:
        """The forces in it, and near a deployment the numbers that stand for one."""
        if self._forces is None:
            self._forces = self._find_forces()
        return self._forces

    def _find_forces(self) -> list[Force]:
        finder = self.setting.forces
        found: list[Force] = []
        if self.marks & _FORCE:
            found = finder.sentence(self.first, self.last, finder.heads(self.marked))
        numbers = elliptical(finder, self.first, self.last) if self.near else []
        if numbers:
            taken = {i for force in found for i in range(force.first, force.last)}
            found += [force for force in numbers if force.head not in taken]
            found.sort(key=lambda force: force.first)
        return found

    @property
    def places(self) -> list[PlaceSpan]:
        """The places in it."""
        if self._places is None:
            self._places = self.setting.places.sentence(self.first, self.last)
        return self._places

    @property
    def conditional(self) -> bool:
        """Whether a condition stands in it, so that nothing else in it is asserted."""
        if self._conditional is None:
            self._conditional = self._has_condition()
        return self._conditional

    def _has_condition(self) -> bool:
        setting = self.setting
        for clause in self.clauses:
            if clause.kind is _SUBORDINATE and clause.attribution is None:
                opener = setting.reading.tokens.norms[clause.opener]
                if opener in setting.moves.words.conjunctions:
                    return True
        return False

    def taken(self) -> set[int]:
        """The tokens of its forces as they reach now."""
        found: set[int] = set()
        for force in self.forces:
            found.update(range(force.first, force.last))
        return found


class Stage:
    """What every part that reads deployments has at hand."""

    def __init__(self, setting: Setting) -> None:
        reading = setting.reading
        self.setting, self.reading = setting, reading
        self.profile, self.tokens = reading.profile, reading.tokens
        self.closed = reading.profile.words
        self.norms = reading.tokens.norms
        self.cast, self.clauses = setting.cast, setting.clauses
        self.marks, self.moves = setting.marks, setting.moves
        self.words = setting.moves.words
