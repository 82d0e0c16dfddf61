"""Forces: the noun phrases for soldiers, formations, ships, aircraft and weapons.

In: a reading. Out: :class:`Force`, one for each phrase: the unit, how many, the name of the
formation, and whose it is as far as the phrase itself tells. What the force does is not known here.
Knows no word of any language.

    force := [determiner] [number [of]] [owner] [adjective…] NOUN | PLATFORM [of-owner]
    owner := ADJECTIVE | (COUNTRY | GROUP) "'s" | GROUP | possessive
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from attrs import define

from newsmodel.languages.numbers import NumberRole
from newsmodel.languages.phrases import Phrases
from newsmodel.languages.profile import Form, Sense, SenseKind, UnitForm
from newsmodel.model import PlaceKind, Quantity, UnitType
from newsmodel.parsing.forcewords import GROUP_MARKS, Mark, Nominal, Placing, force_words
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.quantities import QuantitySpan
from newsmodel.parsing.reading import Reading

#: How many modifiers a noun can have to its left.
MODIFIERS = 9
#: Organisations that have forces of their own.
_ARMED = frozenset({"armed_group", "alliance", "un"})
_first = attrgetter("first")
# What is asked for most words is bound here once: plain numbers of the bits, and members of enums.
_FORCE = int(Mark.FORCE)
#: What a word of loss or transfer, or one that begins a phrase of them, is among.
_LOST = int(Mark.LEADS) | GROUP_MARKS["loss"] | GROUP_MARKS["transfer"]
_TOTAL = int(Mark.LEADS) | GROUP_MARKS["total"]
_UPPER, _KNOWN, _LAST = int(Placing.UPPER), int(Placing.KNOWN), int(Placing.LAST)
_OF, _GENITIVE, _ORDINAL = int(Placing.OF), int(Placing.GENITIVE), int(Placing.ORDINAL)
_PLATFORM, _COORDINATOR = int(Placing.PLATFORM), int(Placing.COORDINATOR)
_PLAIN, _MOVES, _LIGHT = int(Placing.PLAIN), int(Placing.MOVES), int(Placing.LIGHT)
_POSSESSIVE, _DETERMINER = int(Placing.POSSESSIVE), int(Placing.DETERMINER)
_ARTICLE, _INDEFINITE = int(Placing.ARTICLE), int(Placing.ARTICLE | Placing.INDEFINITE)
_INNER, _MORE = int(Placing.INNER), int(Placing.MORE)
_DETERMINING = _POSSESSIVE | _DETERMINER | _MORE
#: What a modifier of a noun can be besides an owner or an adjective.
_FORMAL = _ORDINAL | _OF | _DETERMINING | _GENITIVE
_COUNT = NumberRole.COUNT
_SHIPS = (UnitType.WARSHIP, UnitType.SUBMARINE)
_NOUNS = (Nominal.NEVER, Nominal.VERB)
_FINITE = (Form.PRESENT, Form.PAST)
_PERSON = PhraseKind.PERSON
_ADJECTIVE, _COUNTRY, _CAPITAL = SenseKind.ADJECTIVE, SenseKind.COUNTRY, SenseKind.CAPITAL
_METONYM, _ORGANIZATION = SenseKind.METONYM, SenseKind.ORGANIZATION
#: What closes an apposition.
_AFTER_NAME = (",", ")", ".")
#: The auxiliaries behind which a participle is part of a verb.
_HELPERS = ("be", "have")


@define(slots=True, eq=False)
class Owner:
    """Whose a force is: a country, or an alliance or armed group by its name."""

    country: str | None = None
    name: str | None = None
    phrase: NounPhrase | None = None

    @property
    def label(self) -> str | None:
        """What identifies it."""
        return self.country or self.name


@define(slots=True, eq=False)
class Force:
    """A force as one phrase names it; every number counts tokens."""

    first: int
    last: int
    head: int
    unit: UnitType
    noun_kind: str
    plural: bool = False
    collective: bool = False
    ambiguous: str = ""
    quantity: Quantity | None = None
    counted: bool = False
    unit_name: str | None = None
    owner: Owner | None = None
    #: The possessive pronoun that says whose it is.
    possessive: int | None = None
    definite: bool = False
    demonstrative: bool = False
    indefinite: bool = False
    #: One more beside those named before ("another 200").
    additional: bool = False
    #: A number alone, whose noun was named before ("200 more").
    elliptical: bool = False
    military: bool = False
    bare_platform: bool = False
    #: An everyday word that nothing beside it makes a force: only a sure verb does.
    weak: bool = False
    #: An adjective that says nothing military stands with it.
    modified: bool = False
    #: A name nobody knows stands before the noun: whose it is cannot be told.
    labelled: bool = False
    #: No noun names it: the country or group itself is said to act.
    unnamed: bool = False
    after: int = -1
    #: Whose it turned out to be.
    settled: Owner | None = None
    #: Whose as many are besides, or how many then.
    others: tuple[tuple[Owner, Quantity | None], ...] = ()


@define(slots=True, eq=False)
class _Head:
    """The noun or the platform that a force is named by."""

    at: int
    end: int
    unit: UnitType
    form: UnitForm | None
    #: Whether a platform stands in it.
    platform: bool
    #: Whose navy the letters before a ship's name stand for.
    navy: str = ""


@define(slots=True, eq=False)
class _Platform:
    """What the list of platforms has at a token."""

    length: int
    unit: UnitType
    ambiguous: bool
    navy: str


class ForceFinder:
    """Finds the forces of single sentences."""

    def __init__(self, reading: Reading, marks: list[int]) -> None:
        self.reading = reading
        #: What each token can be (:class:`~newsmodel.parsing.forcewords.Mark`).
        self.marks = marks
        self.profile = reading.profile
        self.words = force_words(reading.profile)
        self.placing = self.words.placing
        self.closed = reading.profile.words
        self.norms = reading.tokens.norms
        self.surfaces = reading.tokens.words
        self.timed, self.quoted = reading.timed, reading.quoted
        #: The numbers that count something, and each by its tokens.
        self.counts = [span for span in reading.quantities if span.role is _COUNT]
        self.quantity_at: dict[int, QuantitySpan] = {}
        for span in self.counts:
            for i in range(span.first, span.last):
                self.quantity_at.setdefault(i, span)

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

    # --- the head -------------------------------------------------------------------------

    def _force(self, i: int, first: int, last: int, floor: int) -> Force | None:
        """The force whose noun or platform starts at a token, with what stands around it."""
        head = self._head(i, last, floor)
        if head is None or self._is_another(head, i, last):
            return None
        force, form = self._of_head(head, i), head.form
        if form is not None and _is_group(form) and self._names_group(head.at, last):
            self._name_group(force, last)
        force.after = force.last
        low = floor if floor > first else first
        if self.placing[self.surfaces[head.at]] & _INNER:
            self._compound_owner(force)
        self._left(force, low)
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

    def _head(self, i: int, last: int, floor: int) -> _Head | None:
        """The noun for a force at a token, or the platform, with the noun behind it."""
        if self.placing[self.surfaces[i]] & _PLATFORM:
            platform = self._platform(i, last)
            if platform is not None:
                return self._platform_head(platform, i, last, floor)
        match = self.words.unit(self.norms, i, last)
        if match is None:
            return None
        end = i + match[0]
        if end < last and self.marks[end] & _FORCE and not self.closed.verb_second:
            longer = self._longer(i, end, last)
            if longer is not None:
                return longer
        return _Head(i, end, match[1].unit.unit, match[1], False)

    def _platform_head(self, platform: _Platform, i: int, last: int, floor: int) -> _Head | None:
        """ "F-16s", "Leopard tanks": a platform alone, or with the noun that it describes."""
        unit, end = platform.unit, i + platform.length
        if platform.navy:
            named = end < last and self.surfaces[end][0].isupper()
            return _Head(i, end, unit, None, platform=True, navy=platform.navy) if named else None
        if end < last and self.norms[end] in ("'s", "'"):
            end += 1
        noun = self.words.unit(self.norms, end, last) if end < last else None
        if noun is not None:
            form = noun[1]
            if form.unit.noun_kind == "formation":
                unit = form.unit.unit
            return _Head(end, end + noun[0], unit, form, platform=True)
        if platform.ambiguous and not self._is_counted(i, floor) and not self._is_plural(i):
            return None
        return _Head(i, end, unit, None, platform=True)

    def _is_another(self, head: _Head, i: int, last: int) -> bool:
        """Whether the noun is part of something else: a person's name, a longer noun, a verb."""
        at, end, form = head.at, head.end, head.form
        kind = self.placing[self.surfaces[at]]
        if kind & _UPPER and self._is_person(at):
            return True
        if kind & _MOVES and self._is_taken_part_in(at):
            return True
        if form is None:
            return False
        if end < last and self._is_modifier(end, last, form):
            return True
        return end - i == 1 and kind & _MOVES != 0 and self._is_verb(i)

    def _is_taken_part_in(self, at: int) -> bool:
        """ "joined them for a patrol": whether the noun is one for what forces do."""
        if self.words.nominal[self.norms[at]] in _NOUNS:
            return False
        before = at - 1
        if before > 0 and self.placing[self.surfaces[before]] & _ARTICLE:
            before -= 1
        return before >= 0 and self.norms[before] in self.words.groups["for"].by_first

    def _of_head(self, head: _Head, i: int) -> Force:
        form, end = head.form, head.end
        if head.navy:
            force = Force(i, end, head.at, head.unit, "platform", definite=True)
            force.owner = Owner(country=head.navy)
            return force
        if form is None:
            plural = self._is_plural(i) or end - i > 1
            return Force(i, end, head.at, head.unit, "platform", plural, bare_platform=True)
        unit = form.unit
        return Force(
            i,
            end,
            head.at,
            head.unit,
            unit.noun_kind,
            form.plural,
            unit.collective,
            "" if head.platform else unit.ambiguous,
        )

    def _name_group(self, force: Force, last: int) -> None:
        """ "the rebel group X": its fighters."""
        end = force.last
        force.last = end + 1
        while force.last < last and self.surfaces[force.last][0].isupper():
            force.last += 1
        force.owner = Owner(name=self.reading.tokens.slice(end, force.last))
        force.unit, force.collective = UnitType.TROOPS, True

    def _longer(self, i: int, end: int, last: int) -> _Head | None:
        """ "infantry battalion", "missile systems": the last of several nouns is the head."""
        match = self.words.unit(self.norms, end, last)
        if match is None or (self.surfaces[end][0].isupper() and not self.surfaces[i][0].isupper()):
            return None
        return _Head(end, end + match[0], match[1].unit.unit, match[1], False)

    def _platform(self, i: int, last: int) -> _Platform | None:
        platforms, word = self.profile.platforms, self.surfaces[i]
        match = platforms.match(self.surfaces, i, last) if word in platforms.by_first else None
        senses: tuple[Sense, ...] | None = match[1] if match is not None else None
        length = match[0] if match is not None else 1
        if senses is None:
            stem = self.words.platform_word(self.surfaces[i])
            if stem is None:
                return None
            match = self.profile.platforms.match([stem], 0)
            if match is None:
                return None
            senses = match[1]
        ambiguous = any(sense.known is None and sense.population == 0 for sense in senses)
        return _Platform(
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

    def _compound_owner(self, force: Force) -> None:
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
                force.owner = self._owner(match[1], True, " ".join(words))
                force.first = first
                return

    # --- to the left ----------------------------------------------------------------------

    def _left(self, force: Force, floor: int) -> None:
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
        if not self._is_country(i):
            return None
        force.possessive = i
        return i - 2

    def _is_country(self, i: int) -> bool:
        """Whether a noun for countries stands at a token."""
        match = self.profile.placenouns.match(self.norms, i, i + 1)
        return match is not None and match[1].kind is PlaceKind.COUNTRY

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
            owner = self._owner(match[1], genitive, self.reading.tokens.slice(start, i + 1))
            if owner is not None:
                return start, owner
        return None

    def _owner(self, senses: tuple[Sense, ...], genitive: bool, text: str) -> Owner | None:
        for sense in senses:
            kind = sense.kind
            if kind is _ADJECTIVE and sense.country:
                return Owner(sense.country)
            if kind is _COUNTRY and (genitive or (text.isupper() and len(text) < 5)):
                return Owner(sense.country)
            if kind is _CAPITAL and genitive:
                return Owner(sense.country)
            if kind is _METONYM and sense.country:
                return Owner(sense.country)
        for sense in senses:
            if sense.kind is _ORGANIZATION and sense.known is not None:
                if sense.known.type in _ARMED:
                    return Owner(None, text)
                if sense.country and genitive:
                    return Owner(sense.country)
        return None

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

    # --- the name of a formation ----------------------------------------------------------

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
            letters = self._platform(name, last)
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
            owner = self._owner(match[1], True, self.reading.tokens.slice(k, end))
            if owner is not None and owner.country and self._only_describes(match[1], end, last):
                if self._is_body(end):
                    force.last, force.owner = end + 1, force.owner or owner
                return
        elif self.surfaces[k][0].isupper() or self._is_name(k):
            end = self._past_capitals(k + 1, last)
            compound = self._compound_group(k)
            if compound:
                owner = Owner(name=compound)
            elif (
                (self.surfaces[k - 1][0].islower() and k - 1 > start + 1)
                or self._is_acronym(k)
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
        if span is not None and span.last < last and self._is_country(span.last):
            force.labelled = True
        if force.noun_kind != "person":
            return
        k = self._past_adjectives(force.last + 1, last)
        match = self.profile.gazetteer.match(self.surfaces, k, last) if k < last else None
        if match is None:
            return
        end = k + match[0]
        owner = self._owner(match[1], False, self.reading.tokens.slice(k, end))
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
            if self.words.unit(self.norms, k, last) and not self._names_group(k, last):
                return k
        return max(start, end)

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

    def _names_group(self, k: int, last: int) -> bool:
        """ "the rebel group M23": whether a noun for a force only introduces a name."""
        found = self.words.unit(self.norms, k, last)
        if found is None or found[1].plural or k + found[0] >= last:
            return False
        return self._is_acronym(k + found[0]) or (
            self.surfaces[k + found[0]][0].isupper() or self._is_name(k + found[0])
        )

    def _is_acronym(self, k: int) -> bool:
        return self.surfaces[k].isupper() and len(self.surfaces[k]) > 1

    def _is_name(self, k: int) -> bool:
        return any(c.isupper() for c in self.surfaces[k]) and "-" in self.surfaces[k]

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


def phrase_owner(phrase: NounPhrase, country: str | None) -> Owner | None:
    """The owner that a noun phrase is, as the subject of what a force does."""
    if phrase.kind is PhraseKind.BODY and phrase.sense is not None and phrase.sense.known:
        if phrase.sense.known.type in _ARMED and phrase.sense.known.type != "other":
            return Owner(name=phrase.name, phrase=phrase)
    code = phrase.country or country
    if code:
        return Owner(country=code, phrase=phrase)
    return None
