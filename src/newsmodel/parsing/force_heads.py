"""The noun for a force: where one stands, and that it is not part of something else.

In: a token that can be a noun for a force, or name a platform. Out: a
:class:`~newsmodel.parsing.force_values.Force` of the noun alone, with its form in the lists. What
stands around it is not looked at but to rule out a person's name, a longer noun or a verb. Knows
no word of any language.
"""

from __future__ import annotations

from attrs import define

from newsmodel.languages.profile import Sense, UnitForm
from newsmodel.model import UnitType
from newsmodel.parsing.force_values import Force, ForceReader, Owner
from newsmodel.parsing.forcewords import Mark, Nominal, Placing
from newsmodel.parsing.nounphrases import PhraseKind

# What is asked for most words is bound here once: plain numbers of the bits, and members of enums.
_FORCE = int(Mark.FORCE)
_UPPER, _ARTICLE, _MOVES = int(Placing.UPPER), int(Placing.ARTICLE), int(Placing.MOVES)
_PLATFORM, _GENITIVE = int(Placing.PLATFORM), int(Placing.GENITIVE)
_NOUNS = (Nominal.NEVER, Nominal.VERB)
_PERSON = PhraseKind.PERSON
#: A force of its noun alone, and the noun; a platform may have none.
Head = tuple[Force, UnitForm | None]


@define(slots=True, eq=False)
class Platform:
    """What the list of platforms has at a token."""

    length: int
    unit: UnitType
    ambiguous: bool
    navy: str


class HeadFinder(ForceReader):
    """Finds the nouns and platforms that forces are named by."""

    def find(self, i: int, last: int, floor: int) -> Head | None:
        """The force of the noun or platform that starts at a token, unless it is something else."""
        head = self._head(i, last, floor)
        if head is None or self._is_another(*head, last):
            return None
        return head

    def _head(self, i: int, last: int, floor: int) -> Head | None:
        """The noun for a force at a token, or the platform, with the noun behind it."""
        if self.placing[self.surfaces[i]] & _PLATFORM:
            platform = self.platform(i, last)
            if platform is not None:
                return self._with_platform(platform, i, last, floor)
        match = self.words.unit(self.norms, i, last)
        if match is None:
            return None
        at, end = i, i + match[0]
        if end < last and self.marks[end] & _FORCE and not self.closed.verb_second:
            # "infantry battalion", "missile systems": the last of several nouns is the head.
            longer = self.words.unit(self.norms, end, last)
            if longer is not None and (
                self.surfaces[i][0].isupper() or not self.surfaces[end][0].isupper()
            ):
                match, at, end = longer, end, end + longer[0]
        return _of_noun(i, at, end, match[1]), match[1]

    def _with_platform(self, platform: Platform, i: int, last: int, floor: int) -> Head | None:
        """ "F-16s", "Leopard tanks": a platform alone, or with the noun that it describes."""
        unit, end = platform.unit, i + platform.length
        if platform.navy:
            if end >= last or not self.surfaces[end][0].isupper():
                return None
            ship = Force(i, end, i, unit, "platform", definite=True)
            ship.owner = Owner(platform.navy)
            return ship, None
        if end < last and self.norms[end] in ("'s", "'"):
            end += 1
        noun = self.words.unit(self.norms, end, last) if end < last else None
        if noun is not None:
            form = noun[1]
            force = _of_noun(i, end, end + noun[0], form)
            force.ambiguous = ""
            if form.unit.noun_kind != "formation":
                force.unit = unit
            return force, form
        plural = self._is_plural(i)
        if platform.ambiguous and not plural and not self._is_counted(i, floor):
            return None
        plural = plural or end - i > 1
        return Force(i, end, i, unit, "platform", plural, bare_platform=True), None

    def _is_another(self, force: Force, form: UnitForm | None, last: int) -> bool:
        """Whether the noun is part of something else: a person's name, a longer noun, a verb."""
        at, end = force.head, force.last
        kind = self.placing[self.surfaces[at]]
        if kind & _UPPER and self._is_person(at):
            return True
        if kind & _MOVES and self._is_taken_part_in(at):
            return True
        if form is None:
            return False
        if end < last and self._is_modifier(end, last, form):
            return True
        return end - force.first == 1 and kind & _MOVES != 0 and self._is_verb(at)

    def _is_taken_part_in(self, at: int) -> bool:
        """ "joined them for a patrol": whether the noun is one for what forces do."""
        if self.words.nominal[self.norms[at]] in _NOUNS:
            return False
        before = at - 1
        if before > 0 and self.placing[self.surfaces[before]] & _ARTICLE:
            before -= 1
        return before >= 0 and self.norms[before] in self.words.groups["for"].by_first

    def platform(self, i: int, last: int) -> Platform | None:
        """The platform whose name starts at a token."""
        platforms, word = self.profile.platforms, self.surfaces[i]
        match = platforms.match(self.surfaces, i, last) if word in platforms.by_first else None
        senses: tuple[Sense, ...] | None = match[1] if match is not None else None
        length = match[0] if match is not None else 1
        if senses is None:
            stem = self.words.platform_word(self.surfaces[i])
            if stem is None:
                return None
            match = platforms.match([stem], 0)
            if match is None:
                return None
            senses = match[1]
        ambiguous = any(sense.known is None and sense.population == 0 for sense in senses)
        return Platform(
            length,
            UnitType(senses[0].country),
            ambiguous and self.surfaces[i].isalpha(),
            senses[1].country if len(senses) > 1 else "",
        )

    def _is_counted(self, i: int, floor: int) -> bool:
        return i > floor and (
            i - 1 in self.quantity_at or (i - 2 >= floor and i - 2 in self.quantity_at)
        )

    def _is_plural(self, i: int) -> bool:
        word = self.surfaces[i]
        following = self.norms[i + 1] if i + 1 < len(self.norms) else ""
        return (word.endswith("s") and word[:-1] in self.profile.platforms.by_first) or (
            following == "'s"
        )

    def _is_modifier(self, end: int, last: int, form: UnitForm) -> bool:
        """Whether the noun only describes another: "army chief", "ships' crews"."""
        norm = self.norms[end]
        kind = self.placing[self.surfaces[end]]
        if kind & _GENITIVE and end + 1 < last:
            return self.surfaces[end + 1][0].isalpha()
        if self.closed.verb_second or form.plural:
            return False
        if not self.surfaces[end][0].islower() or norm in self.closed.function_words:
            return False
        if (
            norm in self.profile.roles.by_first
            or norm in self.profile.organizations.by_first
            or norm in self.profile.placenouns.by_first
        ):
            return not kind & _MOVES
        return False

    def _is_person(self, at: int) -> bool:
        """Whether a capitalised noun is part of a person's name: Greg Garrison."""
        return any(
            phrase.kind is _PERSON and phrase.head_first <= at < phrase.head_last
            for phrase in self.reading.phrases_in(max(0, at - 3), at + 1)
        )

    def _is_verb(self, i: int) -> bool:
        """ "to patrol": whether a word that is a noun too stands behind one that verbs follow."""
        if i == 0:
            return False
        before = self.norms[i - 1]
        return before in self.closed.to or self.closed.auxiliaries.get(before) in ("modal", "do")

    def names_group(self, k: int, last: int) -> bool:
        """ "the rebel group M23": whether a noun for a force only introduces a name."""
        found = self.words.unit(self.norms, k, last)
        if found is None or found[1].plural or k + found[0] >= last:
            return False
        word = self.surfaces[k + found[0]]
        return word[0].isupper() or is_acronym(word) or is_joined_name(word)


def _of_noun(first: int, at: int, end: int, form: UnitForm) -> Force:
    unit = form.unit
    return Force(
        first,
        end,
        at,
        unit.unit,
        unit.noun_kind,
        form.plural,
        unit.collective,
        unit.ambiguous,
    )


def is_acronym(word: str) -> bool:
    """Whether a word is of capitals alone: "JNIM"."""
    return word.isupper() and len(word) > 1


def is_joined_name(word: str) -> bool:
    """Whether a word has a capital in it and joins words: "al-Shabaab"."""
    return "-" in word and any(c.isupper() for c in word)
