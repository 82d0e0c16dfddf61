"""The words of deployments, compiled: look-ups for places, forces and moves.

In: a profile. Out: :class:`ForceWords`, made once for each profile. It adds nothing to the
language's data and only turns the groups of wrappers.toml into look-ups by first word, and keeps
for each word once seen whether it ends in a noun for a force. Knows no word of any language.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from attrs import define, field

from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, Profile, UnitForm
from newsmodel.languages.wrappers import Wrapper
from newsmodel.model import DeploymentKind


class Direction(StrEnum):
    """How a place lies to what happens."""

    FROM = "from"
    TO = "to"
    AT = "at"
    BARE = "bare"
    """An argument without preposition: what is entered, left or attacked."""


@define(slots=True, eq=False)
class ForceWords:
    """Look-ups for one profile; every group of wrappers.toml is a field or in ``groups``."""

    profile: Profile
    directions: Phrases[Direction]
    groups: dict[str, Phrases[str]]
    nouns: dict[str, Phrases[str]]
    conjunctions: frozenset[str]
    #: Verbs of attack and nouns for exercises, which need no noun for a force.
    strong: frozenset[str]
    #: Nouns for a force that are singular and plural alike.
    plurals: frozenset[str]
    #: Verbs and nouns that mean a move more often than not.
    moving: frozenset[str]
    _compounds: dict[str, UnitForm | None] = field(factory=dict)

    def is_in(self, group: str, norms: list[str], i: int, end: int | None = None) -> bool:
        """Whether a word or phrase of a group starts at token ``i``."""
        return self.groups[group].match(norms, i, end) is not None

    def unit(self, norms: list[str], i: int, end: int) -> tuple[int, UnitForm] | None:
        """The noun for a force that starts at token ``i``, with its number of tokens."""
        civilian = self.nouns["civilian"]
        for start in (i, i - 1):
            match = civilian.match(norms, start, end) if start >= 0 else None
            if match is not None and start + match[0] > i:
                return None  # "think tank", "peace corps"
        found = self.profile.units.match(norms, i, end)
        if found is not None:
            return found
        compound = self.compound(norms[i])
        return (1, compound) if compound is not None else None

    def compound(self, norm: str) -> UnitForm | None:
        """What an unlisted compound ends in: the longest noun that may end one."""
        if norm in self._compounds:
            return self._compounds[norm]
        found = self._ending(norm)
        if len(self._compounds) < 65536:
            self._compounds[norm] = found
        return found

    def _ending(self, norm: str) -> UnitForm | None:
        if len(norm) < 6 or not norm[0].isalpha() or norm in self.nouns["civilian"]:
            return None
        for suffix, form in self.profile.unit_suffixes:
            if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
                return form
        return None


@lru_cache(maxsize=16)
def force_words(profile: Profile) -> ForceWords:
    """The look-ups of a profile."""
    wrappers = profile.wrappers
    directions = [
        (phrase.split(), direction)
        for direction in (Direction.FROM, Direction.TO, Direction.AT)
        for phrase in wrappers[direction.value].phrases
    ]
    return ForceWords(
        profile=profile,
        directions=Phrases(directions),
        groups={name: Phrases(_entries(group)) for name, group in wrappers.items()},
        nouns={
            name: Phrases((noun.split(), noun) for noun in group.nouns)
            for name, group in wrappers.items()
        },
        conjunctions=frozenset(wrappers["hypothetical"].conjunctions),
        plurals=frozenset(
            word
            for word, rows in profile.units.by_first.items()
            for rest, form in rows
            if not rest and word in form.unit.singular and word in form.unit.plural
        ),
        moving=frozenset(
            word
            for word, forms in profile.moves.items()
            if any(form.move.strength >= 2 for form in forms)
        ),
        strong=frozenset(
            word
            for word, forms in profile.moves.items()
            if any(
                (
                    form.move.strength >= 2
                    and form.move.kind is DeploymentKind.ATTACK
                    and "kind_noun" not in form.move.requires
                )
                or (form.form is Form.NOUN and form.move.kind is DeploymentKind.EXERCISE)
                for form in forms
            )
        ),
    )


def _entries(group: Wrapper) -> list[tuple[list[str], str]]:
    return [(entry.split(), entry) for entry in (*group.verbs, *group.nouns, *group.phrases)]
