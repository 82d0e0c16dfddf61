"""Forces: the noun phrases for soldiers, formations, ships, aircraft and weapons.

In: a reading. Out: :class:`Force`, one for each phrase: the unit, how many, the name of the
formation, and whose it is as far as the phrase itself tells. What the force does is not known here.
The noun is found by :mod:`~newsmodel.parsing.force_heads`, what stands before it is read by
:mod:`~newsmodel.parsing.force_modifiers`, and what stands behind it here. Knows no word of any
language.

    force := [modifiers] NOUN | PLATFORM [name] [of-owner | of-parts | from-group]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from newsmodel.languages.numbers import NumberRole
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, Sense, SenseKind, UnitForm
from newsmodel.model import ActorKind, Quantity, UnitType
from newsmodel.parsing.force_heads import HeadFinder, is_acronym, is_joined_name
from newsmodel.parsing.force_modifiers import ModifierReader
from newsmodel.parsing.force_values import Force, ForceReader, Owner, owner_of, phrase_owner
from newsmodel.parsing.forcewords import Mark, Placing
from newsmodel.parsing.quantities import QuantitySpan
from newsmodel.parsing.reading import Reading

__all__ = ["Force", "ForceFinder", "Owner", "elliptical", "phrase_owner"]

_first = attrgetter("first")
# What is asked for most words is bound here once: plain numbers of the bits, and members of enums.
_FORCE = int(Mark.FORCE)
_UPPER, _KNOWN, _INNER = int(Placing.UPPER), int(Placing.KNOWN), int(Placing.INNER)
_OF, _ORDINAL, _PLATFORM = int(Placing.OF), int(Placing.ORDINAL), int(Placing.PLATFORM)
_POSSESSIVE, _DETERMINER = int(Placing.POSSESSIVE), int(Placing.DETERMINER)
_ARTICLE = int(Placing.ARTICLE)
_COUNT = NumberRole.COUNT
_SHIPS = (UnitType.WARSHIP, UnitType.SUBMARINE)
_FINITE = (Form.PRESENT, Form.PAST)
_ADJECTIVE, _COUNTRY = SenseKind.ADJECTIVE, SenseKind.COUNTRY
_ORGANIZATION, _BODY = SenseKind.ORGANIZATION, ActorKind.ORGANIZATION
#: What closes an apposition.
_AFTER_NAME = (",", ")", ".")


class ForceFinder(ForceReader):
    """Finds the forces of single sentences."""

    def __init__(self, reading: Reading, marks: list[int]) -> None:
        #: The numbers that count something.
        self.counts = [span for span in reading.quantities if span.role is _COUNT]
        quantity_at: dict[int, QuantitySpan] = {}
        for span in self.counts:
            for i in range(span.first, span.last):
                quantity_at.setdefault(i, span)
        super().__init__(reading, marks, quantity_at)
        self.nouns = HeadFinder(reading, marks, quantity_at)
        self.modifiers = ModifierReader(reading, marks, quantity_at)
        self.quoted = reading.quoted

    def heads(self, tokens: Iterable[int]) -> list[int]:
        """Of some tokens those at which a noun for a force or a platform can start."""
        marks = self.marks
        return [i for i in tokens if marks[i] & _FORCE]

    def sentence(self, first: int, last: int, heads: list[int]) -> list[Force]:
        """The forces at the heads between two tokens, in order; none within another."""
        found: list[Force] = []
        done = first
        for i in heads:
            if i < done or self.quoted[i] > 1:
                continue
            force = self._force(i, first, last, done)
            if force is not None:
                found.append(force)
                done = force.last
        return found

    def _force(self, i: int, first: int, last: int, floor: int) -> Force | None:
        """The force whose noun or platform starts at a token, with what stands around it."""
        head = self.nouns.find(i, last, floor)
        if head is None:
            return None
        force, form = head
        if form is not None and _is_group(form) and self.nouns.names_group(force.head, last):
            self._name_group(force, last)
        force.after = force.last
        low = floor if floor > first else first
        if self.placing[self.surfaces[force.head]] & _INNER:
            self.modifiers.of_compound(force)
        self.modifiers.read(force, low)
        if form is not None and form.unit.named and not form.plural:
            self._name(force, low)
        if force.noun_kind == "platform":
            self._ship(force, last)
        elif force.noun_kind == "formation" and self.closed.verb_second:
            self._members(force, last)
        if force.last < last:
            if self.placing[self.surfaces[force.last]] & _OF:
                self._right(force, last)
            elif self.norms[force.last] in self.words.groups["from"].by_first:
                self._from(force, last)
        self._count(force)
        if not self._is_borne_out(force):
            return None
        if force.ambiguous and force.ambiguous != "civilian":
            self._settle_unit(force)
        return force

    def owner_ending(self, i: int, floor: int, genitive: bool = False) -> tuple[int, Owner] | None:
        """The owner whose last token is ``i``: its first token and who it is."""
        return self.modifiers.owner_ending(i, floor, genitive)

    # --- names ----------------------------------------------------------------------------

    def _name_group(self, force: Force, last: int) -> None:
        """ "the rebel group X": its fighters."""
        end = force.last
        force.last = end + 1
        while force.last < last and self.surfaces[force.last][0].isupper():
            force.last += 1
        force.owner = Owner(name=self.reading.tokens.slice(end, force.last))
        force.unit, force.collective = UnitType.TROOPS, True

    def _ship(self, force: Force, last: int) -> None:
        """ "the frigate Tromp": the name of a single ship behind its noun."""
        if force.plural or force.unit_name is not None or force.unit not in _SHIPS:
            return
        name, close = force.last, ""
        if name + 2 < last and self.surfaces[name] == ",":
            # "a frigate, the Tromp,"
            article = self.placing[self.surfaces[name + 1]] & _ARTICLE
            name, close = (name + 2, ",") if article else (name, "")
        end = self._past_ship(name, last)
        if end == name or (close and (end >= last or self.surfaces[end] != close)):
            return
        force.unit_name = self.reading.tokens.slice(name, end)
        if self.placing[self.surfaces[name]] & _PLATFORM and force.owner is None:
            letters = self.nouns.platform(name, last)
            if letters is not None and letters.navy:
                force.owner = Owner(country=letters.navy)
        force.last = force.after = end + bool(close)

    def _members(self, force: Force, last: int) -> None:
        """ "een bataljon jagers": past the bare noun that says of what a formation is."""
        if force.last >= last or not self.marks[force.last] & _FORCE:
            return
        found = self.words.unit(self.norms, force.last, last)
        if found is not None and (found[1].plural or found[1].unit.collective):
            force.last += found[0]
            force.after = force.last

    def _past_ship(self, k: int, last: int) -> int:
        """Past the name of a ship, with the dots of the letters before it."""
        end = self._past_capitals(k, last)
        while k < end < last - 1 and self.norms[end] == "." and self.surfaces[end + 1][0].isupper():
            end = self._past_capitals(end + 1, last)
        return end

    def _name(self, force: Force, floor: int) -> None:
        """ "the 3rd Marine Brigade": the name of a formation."""
        self._known(force)
        first = force.head
        tokens = self.surfaces
        while first - 1 >= floor and first - 1 >= force.first and self._names(first - 1):
            first -= 1
        capital = tokens[force.head][0].isupper() and force.head > floor
        if first < force.head and (capital or self._is_ordinal(first)):
            force.unit_name = self.reading.tokens.slice(first, force.last)

    def _known(self, force: Force) -> None:
        """ "the Royal Navy": a force that a list knows, with its country."""
        for start in range(force.first, force.head + 1):
            if not self.placing[self.surfaces[start]] & _KNOWN:
                continue
            match = self.profile.gazetteer.match(self.surfaces, start, force.last)
            if match is None or start + match[0] != force.last:
                continue
            for sense in match[1]:
                if sense.kind is _ORGANIZATION and sense.country:
                    force.owner = force.owner or Owner(country=sense.country)
                elif sense.known is not None and sense.known.type == "armed_group":
                    name = self.reading.tokens.slice(start, force.last)
                    force.owner = force.owner or Owner(name=name)

    def _names(self, i: int) -> bool:
        kind = self.placing[self.surfaces[i]]
        if kind & _DETERMINER or not kind & (_UPPER | _ORDINAL):
            return False
        return not kind & _KNOWN or not self._is_national(i)

    def _is_ordinal(self, i: int) -> bool:
        return bool(self.placing[self.surfaces[i]] & _ORDINAL)

    def _is_national(self, i: int) -> bool:
        match = self.profile.gazetteer.match(self.surfaces, i, i + 1)
        return match is not None and any(
            sense.kind is _ADJECTIVE or sense.kind is _COUNTRY for sense in match[1]
        )

    # --- to the right ---------------------------------------------------------------------

    def _right(self, force: Force, last: int) -> None:
        """ "of the Nusra Front", "van de terreurgroep JNIM", "from Belgium"."""
        start = force.last
        if start + 1 in self.quantity_at:
            self._composition(force, start, last)
            return
        k = self._past_adjectives(start + 1, last)
        group_end = self._apposed_group(force, start + 1, last)
        if k >= last or group_end:
            force.last = group_end or force.last
            return
        owner, end = None, k
        match = self.profile.gazetteer.match(self.surfaces, k, last)
        if match is not None:
            end = k + match[0]
            owner = owner_of(match[1], True, self.reading.tokens.slice(k, end))
            if owner is not None and owner.country and self._only_describes(match[1], end, last):
                named = self._introduced(end, last)
                if named is not None:
                    force.owner, force.last = Owner(name=named[1]), named[0]
                elif self._is_body(end):
                    force.last, force.owner = end + 1, force.owner or owner
                return
        elif self.surfaces[k][0].isupper() or is_joined_name(self.surfaces[k]):
            end = self._past_capitals(k + 1, last)
            compound = self._compound_group(k)
            if compound:
                owner = Owner(name=compound)
            elif (
                (self.surfaces[k - 1][0].islower() and k - 1 > start + 1)
                or is_acronym(self.surfaces[k])
                or self.norms[force.head] in self.words.groups["irregular"].by_first
            ):
                owner = Owner(name=self.reading.tokens.slice(k, end))
        elif self.placing[self.surfaces[start + 1]] & _POSSESSIVE and self._is_body(k):
            # "three battalions of its army"
            force.possessive, force.last = start + 1, k + 1
            return
        else:
            self._composition(force, start, last)
            return
        group = owner is not None and owner.name is not None and force.noun_kind == "person"
        if owner is not None and (force.owner is None or group):
            # With an owner already, "van" tells where it comes from.
            force.owner, force.last = owner, end

    def _from(self, force: Force, last: int) -> None:
        """ "fighters from the Nusra Front": a group; "from 12 countries": whose cannot be told."""
        span = self.quantity_at.get(force.last + 1)
        if span is not None and span.last < last and self.modifiers.is_country(span.last):
            force.labelled = True
        if force.noun_kind != "person":
            return
        k = self._past_adjectives(force.last + 1, last)
        match = self.profile.gazetteer.match(self.surfaces, k, last) if k < last else None
        if match is None:
            return
        end = k + match[0]
        owner = owner_of(match[1], False, self.reading.tokens.slice(k, end))
        if owner is not None and owner.name is not None:
            force.owner, force.last = owner, end

    def _apposed_group(self, force: Force, start: int, last: int) -> int:
        """ "of his alliance, the Pact,": past the name of the group, which owns the force."""
        k = start
        while k < min(start + 4, last) and not self._is_body(k) and self.surfaces[k][0].islower():
            k += 1
        if force.noun_kind != "person" or k + 2 >= last or not self._is_body(k):
            return 0
        if self.surfaces[k][0].isupper() or self.surfaces[k + 1] != ",":
            return 0
        name = k + 2 + bool(self.placing[self.surfaces[k + 2]] & _ARTICLE)
        end = self._past_capitals(name, last)
        if end == name or end >= last or self.surfaces[end] not in _AFTER_NAME:
            return 0
        force.owner = Owner(name=self.reading.tokens.slice(name, end))
        return end + (self.surfaces[end] == ",")

    def _past_adjectives(self, start: int, last: int) -> int:
        """Past the article and the words that only describe the name behind them."""
        end = min(start + 6, last)
        for k in range(start, end):
            norm = self.norms[k]
            if norm in self.closed.determiners or norm in self.closed.light:
                continue
            if not self.surfaces[k][0].islower() or norm in self.closed.function_words:
                return k
            if self.words.unit(self.norms, k, last) and not self.nouns.names_group(k, last):
                return k
        return max(start, end)

    def _introduced(self, k: int, last: int) -> tuple[int, str] | None:
        """ "rebel group M23": past the name that a noun for a group introduces, and the name."""
        for at in range(k, min(k + 3, last)):
            noun = self.profile.organizations.match(self.norms, at, last)
            if noun is None or noun[1].noun.kind is not _BODY:
                continue
            name = at + noun[0]
            end = self._past_capitals(name, last)
            end += end < last and end > name and is_joined_name(self.surfaces[end])
            return (end, self.reading.tokens.slice(name, end)) if end > name else None
        return None

    def _compound_group(self, k: int) -> str:
        """ "M23-beweging": the name before the noun for a group, where a word is both."""
        name, _, noun = self.surfaces[k].rpartition("-")
        known = noun in self.profile.organizations.by_first or noun in self.profile.units.by_first
        return name if known and noun[0].islower() else ""

    def _past_capitals(self, k: int, last: int) -> int:
        """Past the capitalised words from a token on."""
        while k < last and self.surfaces[k][0].isupper() and not self.reading.timed[k]:
            k += 1
        return k

    def _only_describes(self, senses: tuple[Sense, ...], end: int, last: int) -> bool:
        """Whether a known name is an adjective before a noun: "of the Iraqi army"."""
        kinds = {sense.kind for sense in senses}
        return (
            _ADJECTIVE in kinds
            and _COUNTRY not in kinds
            and end < last
            and self.surfaces[end][0].islower()
        )

    def _is_body(self, k: int) -> bool:
        return (
            self.norms[k] in self.profile.organizations.by_first
            or self.norms[k] in self.profile.units.by_first
        )

    def _composition(self, force: Force, start: int, last: int) -> None:
        """ "a contingent of 400 soldiers": the noun behind a generic one says what and how many."""
        if force.noun_kind != "generic":
            if start + 1 in self.quantity_at:
                self._swallow(force, start, last)
            return
        inner = self._inner(start + 1, last)
        if inner is not None:
            force.unit, force.noun_kind = inner.unit, inner.noun_kind
            force.quantity, force.counted = inner.quantity, inner.counted
            force.plural, force.collective = inner.plural, inner.collective
            force.owner = force.owner or inner.owner
            force.ambiguous = inner.ambiguous if force.ambiguous == "civilian" else ""
            force.last = inner.last

    def _swallow(self, force: Force, start: int, last: int) -> None:
        """ "a flotilla of six ships": the formation counts, its parts do not."""
        inner = self._inner(start + 1, last)
        if inner is not None:
            force.last = inner.last
            force.owner = force.owner or inner.owner

    def _inner(self, first: int, last: int) -> Force | None:
        for i in self.heads(range(first, min(last, first + 6))):
            inner = self._force(i, first, last, first)
            if inner is not None and inner.first <= first + 1:
                return inner
        return None

    # --- how many, and whether it is one --------------------------------------------------

    def _count(self, force: Force) -> None:
        if force.counted or force.collective:
            return
        if force.unit_name is None:
            if force.plural:
                return
            if not force.indefinite and self.norms[force.head] in self.words.plurals:
                return  # "aircraft", "corps": one or many
        if force.bare_platform and not (force.definite or force.indefinite):
            return
        excerpt = self.reading.excerpt(force.first, force.head + 1)
        force.quantity = Quantity(lower=1, upper=1, excerpt=excerpt)

    def _is_borne_out(self, force: Force) -> bool:
        """An everyday word is a force only where something military stands with it."""
        if force.first < force.head:
            norms = self.norms[force.first : force.head]
            force.military = not self.words.military.isdisjoint(norms)
        if force.ambiguous != "civilian":
            return True
        force.weak = not (
            force.military
            or force.unit_name
            or force.owner
            or force.others
            or force.possessive is not None
            or force.definite
            or force.counted
            or force.noun_kind in ("generic", "formation")
        )
        return not (force.weak and force.modified)

    def _settle_unit(self, force: Force) -> None:
        """ "fighters" are aircraft beside a state, men beside a group."""
        other = (
            UnitType(force.ambiguous) if force.ambiguous in UnitType._value2member_map_ else None
        )
        if other is UnitType.AIRCRAFT and force.owner is not None and force.owner.country:
            force.unit = other


def _is_group(form: UnitForm) -> bool:
    """Whether a noun for a force is one for any group: "group", "movement"."""
    unit = form.unit
    return unit.noun_kind == "generic" and not (unit.named or unit.ambiguous or unit.collective)


def elliptical(finder: ForceFinder, first: int, last: int) -> list[Force]:
    """Numbers that stand for a force named before: "200 more will follow", "de overige 400"."""
    found: list[Force] = []
    spans = finder.counts
    low = bisect_left(spans, first, key=_first)
    if low == len(spans) or spans[low].first >= last:
        return found
    norms, closed, more = finder.norms, finder.closed, finder.words.groups["more"]
    for at in range(low, len(spans)):
        span = spans[at]
        if span.first >= last:
            break
        if span.last >= last:
            continue
        behind = norms[span.last] in more.by_first
        start = _start_of(more, norms, span.first, first)
        end = span.last + (1 if behind else 0)
        if not (behind or start < span.first) or end >= last:
            continue
        following = norms[end]
        verb = (
            (behind and following in closed.prepositions)
            or following in closed.auxiliaries
            or any(form.form in _FINITE for form in finder.profile.moves.get(following, ()))
        )
        if not verb:
            continue
        if start > first and norms[start - 1] in closed.determiners:
            start -= 1
        force = Force(start, end, span.first, UnitType.TROOPS, "person", plural=True)
        force.quantity, force.counted, force.elliptical = span.quantity, True, True
        force.additional = True
        force.after = end
        found.append(force)
    return found


def _start_of(phrases: Phrases[str], norms: list[str], end: int, floor: int) -> int:
    """Where the phrase of one or two words starts that ends before a token, else that token."""
    for start in range(end - 2 if end - 2 > floor else floor, end):
        match = phrases.match(norms, start, end) if norms[start] in phrases.by_first else None
        if match is not None and start + match[0] == end:
            return start
    return end
