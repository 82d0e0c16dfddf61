"""What stands before a noun for a force: how many they are, whose, and which.

In: a :class:`~newsmodel.parsing.force_values.Force` of its noun alone. Out: the same, from its
first modifier on, with the number, the owner and the determiner. Knows no word of any language.

    modifiers := [determiner] [number [of]] [owner] [adjective…]
    owner     := ADJECTIVE | (COUNTRY | GROUP) "'s" | GROUP | possessive
"""

from __future__ import annotations

from newsmodel.model import PlaceKind
from newsmodel.parsing.force_values import Force, ForceReader, Owner, owner_of
from newsmodel.parsing.forcewords import GROUP_MARKS, Mark, Placing
from newsmodel.parsing.quantities import QuantitySpan

#: How many modifiers a noun can have to its left.
MODIFIERS = 9
# What is asked for most words is bound here once, as plain numbers.
#: What a word of loss or transfer, or one that begins a phrase of them, is among.
_LOST = int(Mark.LEADS) | GROUP_MARKS["loss"] | GROUP_MARKS["transfer"]
_TOTAL = int(Mark.LEADS) | GROUP_MARKS["total"]
_UPPER, _KNOWN, _LAST = int(Placing.UPPER), int(Placing.KNOWN), int(Placing.LAST)
_OF, _GENITIVE, _ORDINAL = int(Placing.OF), int(Placing.GENITIVE), int(Placing.ORDINAL)
_COORDINATOR, _PLAIN = int(Placing.COORDINATOR), int(Placing.PLAIN)
_MOVES, _LIGHT, _MORE = int(Placing.MOVES), int(Placing.LIGHT), int(Placing.MORE)
_POSSESSIVE, _DETERMINER = int(Placing.POSSESSIVE), int(Placing.DETERMINER)
_ARTICLE, _INDEFINITE = int(Placing.ARTICLE), int(Placing.ARTICLE | Placing.INDEFINITE)
_DETERMINING = _POSSESSIVE | _DETERMINER | _MORE
#: What a modifier of a noun can be besides an owner or an adjective.
_FORMAL = _ORDINAL | _OF | _DETERMINING | _GENITIVE
_COUNTRY = PlaceKind.COUNTRY
#: The auxiliaries behind which a participle is part of a verb.
_HELPERS = ("be", "have")


class ModifierReader(ForceReader):
    """Reads what stands before the noun of a force, and whose a name says that it is."""

    def read(self, force: Force, floor: int) -> None:
        """Takes what stands before the noun of a force into it."""
        i = force.first - 1
        for _ in range(MODIFIERS):
            if i < floor:
                break
            step = self._modifier(force, i, floor)
            if step is None:
                break
            i = step
            force.first = i + 1
            if force.definite or force.indefinite or force.possessive is not None:
                break
        self._part_of_number(force, i, floor)

    def _modifier(self, force: Force, i: int, floor: int) -> int | None:
        """One modifier that ends at token ``i``: the token before it, or None."""
        if self.timed[i]:
            return None
        kind = self.placing[self.surfaces[i]]
        span = self.quantity_at.get(i)
        if span is not None:
            return None if force.counted else self._number(force, span, floor)
        if kind & _FORMAL:
            if kind & _ORDINAL:
                return i - 1
            if kind & _OF and i - 1 >= floor and i - 1 in self.quantity_at:
                # "two of Greece's three ships": the first number counts.
                return (
                    self._number(force, self.quantity_at[i - 1], floor) if force.counted else i - 1
                )
            if kind & _DETERMINING and self._determines(force, i, kind):
                return i - 1
            if kind & _GENITIVE:
                return self._genitive(force, i, floor)
        owner = self.owner_ending(i, floor) if kind & _LAST else None
        if owner is not None:
            return self._own(force, owner)
        if kind & _COORDINATOR and force.owner is not None:
            return self._joined_owner(force, i, floor)
        if force.counted:
            return i - 1 if self.norms[i] in self.words.groups["which"].by_first else None
        if not self._is_adjective(i, kind):
            return None
        if self.norms[i] not in self.words.military:
            force.modified = True
        if kind & _UPPER and force.noun_kind == "person":
            force.labelled = True
        return i - 1

    def _joined_owner(self, force: Force, i: int, floor: int) -> int | None:
        """ "French and German soldiers": the owner before the conjunction at a token."""
        before = self.owner_ending(i - 1, floor)
        if before is None:
            return None
        start, owner = before
        counted = self.quantity_at.get(start - 1)
        if counted is None or start - 1 < floor:
            force.others = (*force.others, (owner, None))
            return start - 1
        # "300 Danish and 200 Dutch soldiers": each has a number.
        force.others = (*force.others, (owner, counted.quantity))
        return counted.first - 1

    def _number(self, force: Force, span: QuantitySpan, floor: int) -> int:
        """How many they are; the token before the number."""
        force.quantity, force.counted = span.quantity, True
        return max(span.first, floor) - 1

    def _determines(self, force: Force, i: int, kind: int) -> bool:
        """Whether a word says which or whose they are, or that they are more; notes it."""
        if kind & _POSSESSIVE:
            force.possessive = i
        elif kind & _MORE and self.words.is_in("more", self.norms, i):
            force.additional = True
        elif kind & _DETERMINER:
            if force.plural and self.norms[i] in self.words.groups["single"].by_first:
                return False
            force.indefinite = kind & _INDEFINITE == _INDEFINITE
            force.definite = not force.indefinite
            force.demonstrative = not kind & _ARTICLE
            force.additional = force.additional or (force.indefinite and self._is_further(i + 1))
        else:
            return False
        return True

    def _is_further(self, i: int) -> bool:
        """ "a second company": whether an ordinal tells that others were there before."""
        ordinal = self.profile.numbers.ordinals.get(self.norms[i])
        return ordinal is not None and ordinal > 1

    def _own(self, force: Force, owner: tuple[int, Owner]) -> int | None:
        """Gives a force the owner before it; the token before that."""
        start, found = owner
        if force.counted and found.name is not None:
            return None  # "dat Hezbollah twee brigades heeft": the subject
        if force.owner is None:
            force.owner = found
        elif found.label != force.owner.label:
            force.others = (*force.others, (found, None))
        return start - 1

    def _is_adjective(self, i: int, kind: int) -> bool:
        """Whether a word describes the noun behind it."""
        if not kind & _PLAIN:
            return False
        if kind & _MOVES and i and self.closed.auxiliaries.get(self.norms[i - 1]) in _HELPERS:
            return False
        if self.marks[i] & _LOST and (
            self.words.is_in("loss", self.norms, i) or self.words.is_in("transfer", self.norms, i)
        ):
            return False
        if not kind & _UPPER:
            return not kind & _LIGHT
        if i + 1 < len(self.surfaces) and self.surfaces[i + 1][0].isupper():
            return True
        return (
            i > 0
            and (not kind & _KNOWN or not self.profile.gazetteer.match(self.surfaces, i, i + 1))
            and self.surfaces[i - 1][0].isalnum()
            and self.words.unit(self.norms, i + 1, i + 4) is not None
        )

    def _genitive(self, force: Force, i: int, floor: int) -> int | None:
        """ "Russia's", "Yemen's Houthis'": the name before the mark."""
        found = self.owner_ending(i - 1, floor, genitive=True)
        if found is None:
            return self._of_known_country(force, i - 1, floor)
        if force.owner is None:
            force.owner = found[1]
        return found[0] - 1

    def _of_known_country(self, force: Force, i: int, floor: int) -> int | None:
        """ "the country's": as good as a possessive; the token before its article."""
        if i <= floor or not self.placing[self.surfaces[i - 1]] & _DETERMINER:
            return None
        if not self.is_country(i):
            return None
        force.possessive = i
        return i - 2

    def is_country(self, i: int) -> bool:
        """Whether a noun for countries stands at a token."""
        match = self.profile.placenouns.match(self.norms, i, i + 1)
        return match is not None and match[1].kind is _COUNTRY

    def owner_ending(self, i: int, floor: int, genitive: bool = False) -> tuple[int, Owner] | None:
        """The owner whose last token is ``i``: its first token and who it is."""
        if i < floor or not self.placing[self.surfaces[i]] & _LAST:
            return None
        if not self.surfaces[i][0].isalpha():
            return None
        gazetteer = self.profile.gazetteer
        known = gazetteer.by_first
        for start in [k for k in range(max(floor, i - 3), i + 1) if self.surfaces[k] in known]:
            match = gazetteer.match(self.surfaces, start, i + 1)
            if match is None or start + match[0] != i + 1:
                continue
            owner = owner_of(match[1], genitive, self.reading.tokens.slice(start, i + 1))
            if owner is not None:
                return start, owner
        return None

    def of_compound(self, force: Force) -> None:
        """ "Houthi-strijders", "NAVO-troepen": the name that a compound begins with."""
        name, dash, _ = self.surfaces[force.head].rpartition("-")
        if not (dash and name and name[0].isupper()):
            return
        for first in range(force.head, max(-1, force.head - 3), -1):
            # "Boko Haram-strijders": the name may begin before the compound.
            words = [*self.surfaces[first : force.head], name]
            if not words[0][0].isupper():
                return
            match = self.profile.gazetteer.match(words, 0)
            if match is not None and match[0] == len(words):
                force.owner = owner_of(match[1], True, " ".join(words))
                force.first = first
                return

    def _part_of_number(self, force: Force, i: int, floor: int) -> None:
        """ "300 of its 900 soldiers": the first number counts."""
        if i <= floor:
            return
        of = self.closed.of
        if self.norms[i] not in of:
            if not self.marks[i - 1] & _TOTAL or not self.words.is_in("total", self.norms, i - 1):
                return
            i -= 2  # "80 of in all 240"
            if i <= floor or self.norms[i] not in of:
                return
        if i - 1 in self.quantity_at:
            span = self.quantity_at[i - 1]
            force.quantity, force.counted = span.quantity, True
            force.first = span.first
        elif self._is_share(i - 1):
            # "half of the 300 soldiers", "elements of the 4th Brigade", "a total of 300 soldiers".
            if force.counted and (force.definite or force.possessive is not None):
                force.quantity = None
            force.first = i - 1

    def _is_share(self, i: int) -> bool:
        return self.norms[i] in self.words.groups["share"].by_first
