"""The words of deployments, compiled: look-ups for places, forces and moves.

In: a profile. Out: :class:`ForceWords`, made once for each profile. It adds nothing to the
language's data and only turns the groups of wrappers.toml into look-ups by first word, and keeps
for each word once seen whether it ends in a noun for a force. Knows no word of any language.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from attrs import define, field

from newsmodel.languages.byword import ByWord
from newsmodel.languages.orthography import normal_form
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, Profile, UnitForm
from newsmodel.languages.wrappers import Wrapper
from newsmodel.model import DeploymentKind

_FINITE = (Form.PRESENT, Form.PAST)


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
    #: For a word as it stands: 0 no noun for a force, 1 an everyday word, 2 a sure one.
    force: ByWord[int] = field(init=False)
    #: For a word as it stands: whether a place, or what belongs to its noun phrase, can be there.
    place: ByWord[bool] = field(init=False)
    #: For a word as it stands: whether a place can start there.
    place_start: ByWord[bool] = field(init=False)
    #: For a word as it stands: whether it can be a finite verb.
    finite: ByWord[bool] = field(init=False)
    _compounds: ByWord[UnitForm | None] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._compounds = ByWord(self._ending)
        self.force = ByWord(self._force)
        self.place = ByWord(self._place)
        self.place_start = ByWord(self._place_start)
        self.finite = ByWord(self._finite)

    def is_in(self, group: str, norms: list[str], i: int, end: int | None = None) -> bool:
        """Whether a word or phrase of a group starts at token ``i``."""
        phrases = self.groups[group]
        return norms[i] in phrases.by_first and phrases.match(norms, i, end) is not None

    def unit(self, norms: list[str], i: int, end: int) -> tuple[int, UnitForm] | None:
        """The noun for a force that starts at token ``i``, with its number of tokens."""
        civilian = self.nouns["civilian"]
        for start in (i, i - 1):
            if start >= 0 and norms[start] in civilian.by_first:
                match = civilian.match(norms, start, end)
                if match is not None and start + match[0] > i:
                    return None  # "think tank", "peace corps"
        units = self.profile.units
        if norms[i] in units.by_first and (found := units.match(norms, i, end)) is not None:
            return found
        compound = self.compound(norms[i])
        return (1, compound) if compound is not None else None

    def compound(self, norm: str) -> UnitForm | None:
        """What an unlisted compound ends in: the longest noun that may end one."""
        return self._compounds[norm]

    def _ending(self, norm: str) -> UnitForm | None:
        if len(norm) < 6 or not norm[0].isalpha() or norm in self.nouns["civilian"]:
            return None
        for suffix, form in self.profile.unit_suffixes:
            if norm.endswith(suffix) and len(norm) - len(suffix) >= 3:
                return form
        return None

    def _force(self, word: str) -> int:
        norm = normal_form(word)
        rows = self.profile.units.by_first.get(norm)
        if rows is not None:
            sure = any(not rest and form.unit.ambiguous != "civilian" for rest, form in rows)
            return 2 if sure else 1
        if self.compound(norm) is not None:
            return 2
        if word in self.profile.platforms.by_first or self.platform_word(word) is not None:
            return 1 if word.isalpha() else 2
        return 0

    def platform_word(self, word: str) -> str | None:
        """The platform's name in a plural or a compound: Leopards, Patriot-batterijen."""
        if not word[0].isupper() or len(word) < 3:
            return None
        platforms = self.profile.platforms.by_first
        if word.endswith("s") and word[:-1] in platforms:
            return word[:-1]
        stem, dash, _ = word.rpartition("-")
        return stem if dash and stem in platforms else None

    def _place(self, word: str) -> bool:
        norm, closed = normal_form(word), self.profile.words
        return (
            any(c.isupper() for c in word)
            or word in self.profile.gazetteer
            or norm in self.profile.placenouns
            or norm in self.nouns["part"]
            or norm in self.groups["part"]
            or norm in closed.determiners
            or norm in closed.light
        )

    def _place_start(self, word: str) -> bool:
        norm = normal_form(word)
        return (
            word[0].isupper()
            or norm in self.directions
            or norm in self.profile.cue_phrases
            or norm in self.profile.placenouns
            or norm in self.profile.words.determiners
        )

    def _finite(self, word: str) -> bool:
        norm, profile = normal_form(word), self.profile
        if norm in profile.words.auxiliaries:
            return norm[0].isalpha()
        if not word[0].islower() or norm in profile.words.function_words:
            return False
        forms = (*profile.cues.get(norm, ()), *profile.moves.get(norm, ()))
        return any(form.form in _FINITE for form in forms)


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
