"""Places: where a text names one, and how it lies to what happens.

In: a reading. Out: :class:`PlaceSpan` in the order of the text: the place, the tokens with the
preposition before it, and the direction that this gives. What moves there is not known here.
Knows no word of any language.

    place := [preposition] [determiner] [adjective…] [part of] [noun [of]] NAME [noun]
    NAME  := a name of the gazetteer | capitalised words behind a preposition or a noun for a place
           | ADJECTIVE territory ("Finnish airspace")
"""

from __future__ import annotations

from itertools import compress

from attrs import define

from newsmodel.languages.profile import Sense, SenseKind
from newsmodel.model import Place, PlaceKind
from newsmodel.parsing.forcewords import Direction, Placing, force_words, place_sense
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.reading import Reading

#: How many words may stand between a preposition and a name.
REACH = 8
#: ISO 3166-1 codes of what belongs to a country and is none: named, not coded.
_TERRITORIES = frozenset(
    [
        "AS",
        "AI",
        "AW",
        "AX",
        "BM",
        "BQ",
        "BV",
        "CC",
        "CK",
        "CW",
        "CX",
        "FK",
        "FO",
        "GF",
        "GG",
        "GI",
        "GL",
        "GP",
        "GS",
        "GU",
        "HK",
        "HM",
        "IM",
        "IO",
        "JE",
        "KY",
        "MF",
        "MO",
        "MP",
        "MQ",
        "MS",
        "NC",
        "NF",
        "NU",
        "PF",
        "PM",
        "PN",
        "PR",
        "RE",
        "SH",
        "SJ",
        "SX",
        "TC",
        "TF",
        "TK",
        "UM",
        "VG",
        "VI",
        "WF",
        "YT",
        "AQ",
        "BL",
    ]
)
#: Marks that no place goes past.
_CLOSING = frozenset(',.;:()“”"')
#: What the gazetteer has at a token: how many tokens, and what they can mean.
_Match = tuple[int, tuple[Sense, ...]] | None
#: How the reading of a noun phrase ends.
_FOUND, _NONE = -1, -2
# What is asked for most words is bound here once: plain numbers of the bits, and members of enums.
_UPPER, _KNOWN = int(Placing.UPPER), int(Placing.KNOWN)
_NOUN, _PART = int(Placing.NOUN), int(Placing.PART)
_DETERMINER, _ARTICLE = int(Placing.DETERMINER), int(Placing.ARTICLE)
_CUE, _DIRECTION, _MOVES = int(Placing.CUE), int(Placing.DIRECTION), int(Placing.MOVES)
_GENITIVE, _PLACELESS = int(Placing.GENITIVE), int(Placing.PLACELESS)
_OPENS = int(Placing.UPPER | Placing.NOUN | Placing.DETERMINER)
#: What must be seen before it, and what makes a place by itself.
_LEADS, _SELF = _CUE | _DIRECTION, _NOUN | _KNOWN
#: What a noun phrase can begin with besides a name.
_NOUNS = int(Placing.NOUN | Placing.PART | Placing.DETERMINER)
_NAME, _NAMED = int(Placing.UPPER | Placing.INNER), int(Placing.UPPER | Placing.KNOWN)
#: What can stand behind a determiner where no preposition says that a place follows.
_DETERMINED = int(Placing.KNOWN | Placing.NOUN | Placing.PART | Placing.DETERMINER)
#: What tells a known name from a word that begins no name, or more than one.
_TELLING = _DETERMINED | _UPPER
#: What can be part of the noun phrase, and what can stand in or before it.
_PHRASE = _DETERMINED | _NAME
#: What makes a name in front of it say more than itself: "Russia's", "Helmand province".
_FURTHER = int(Placing.GENITIVE | Placing.TERRITORY | Placing.NOUN | Placing.PART)
_BEHIND = _PHRASE | int(Placing.LIGHT)
#: What a name can go on with.
_LONGER = _NAME | int(Placing.PARTICLE)
_BARE, _AT = Direction.BARE, Direction.AT
_COUNTRY, _REGION, _CITY = PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY
_OTHER, _BASE = PlaceKind.OTHER, PlaceKind.BASE
_CAPITAL, _ADJECTIVE = SenseKind.CAPITAL, SenseKind.ADJECTIVE
#: Senses of a name that may be only the first part of a longer name.
_MAY_GO_ON = (SenseKind.CITY, SenseKind.PLACE)
#: Senses of a name that say in which country something is.
_OF_COUNTRY = (SenseKind.COUNTRY, SenseKind.ADJECTIVE, SenseKind.CONTEXT_COUNTRY)
_PERSON = PhraseKind.PERSON
_NO_PLACE = (
    _PERSON,
    PhraseKind.BODY,
    PhraseKind.METONYM,
    PhraseKind.ROLE,
    PhraseKind.DEMONYM,
)


@define(slots=True, eq=False)
class PlaceSpan:
    """A place in the text; every number counts tokens.

    ``place`` is None for a noun without a name ("the port"), which an earlier place may explain;
    ``noun`` is the noun for a place that stands with it. ``nested`` says that the place before it
    lies in it ("Pemba in Mozambique").
    """

    first: int
    last: int
    place: Place | None
    direction: Direction
    preposition: str = ""
    noun: str = ""
    definite: bool = False
    nested: bool = False


def find(reading: Reading) -> list[PlaceSpan]:
    """All places of the running text.

    >>> from newsmodel.languages import load_profile
    >>> from newsmodel.parsing.article import read
    >>> from newsmodel.parsing import blocks
    >>> text, profile = "Two ships sailed from Den Helder to the port of Riga.", load_profile("en")
    >>> spans = find(read(text, profile, None, blocks.find(text, profile)))
    >>> [(s.place.name, s.direction.value) for s in spans]
    [('Den Helder', 'from'), ('Riga', 'to')]
    """
    finder = PlaceFinder(reading)
    found: list[PlaceSpan] = []
    for number in reading.running:
        found += finder.sentence(*reading.tokens.sentences[number])
    return found


class PlaceFinder:
    """Finds the places of single sentences."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = force_words(reading.profile)
        self.placing = self.words.placing
        self.closed = reading.profile.words
        self.cues = reading.profile.cue_phrases
        self.gazetteer = reading.profile.gazetteer
        self.norms = reading.tokens.norms
        self.surfaces = reading.tokens.words
        self.timed = reading.timed
        #: Whether what stands right behind a verb is its object.
        self.takes_objects = not reading.profile.words.verb_second

    def sentence(self, first: int, last: int) -> list[PlaceSpan]:
        """The places between two tokens."""
        found: list[PlaceSpan] = []
        free, words, objects = first, self.surfaces[first:last], self.takes_objects
        kinds = list(map(self.placing.__getitem__, words))
        kinds.append(0)  # nothing stands behind the last
        for i in compress(range(first, last), map(self.words.place_start.__getitem__, words)):
            if i < free:
                continue
            kind = kinds[i - first]
            span: PlaceSpan | None = None
            if kind & _LEADS:
                if kind & _CUE and (cue := self.cues.match(self.norms, i, last)) is not None:
                    free = i + max(cue[0], 2)  # behind "according to" stands who says so
                    continue
                if kind & _DIRECTION:
                    span = self._behind_preposition(i, last, kind)
            if span is None and kind & _OPENS:
                if kind & _UPPER and objects and self._is_object(i):
                    span = self._object(i, last)
                elif kind & _DETERMINER:
                    kind = kinds[i - first + 1]
                    if kind & _DETERMINED:
                        span = self._bare(i, i + 1, last, kind)
                elif kind & _SELF:
                    span = self._bare(i, i, last, kind)
            if span is None:
                continue
            if found and found[-1].place is not None:
                span.nested = self._is_nested(found[-1], found[-1].place, span)
            found.append(span)
            free = span.last
        return found

    def _behind_preposition(self, i: int, last: int, kind: int) -> PlaceSpan | None:
        """A place behind the preposition at a token, which can be what ``kind`` says."""
        direction, length = self.words.lone_directions.get(self.norms[i]), 1
        if direction is None:
            match = self.words.directions.match(self.norms, i, last)
            if match is None:
                return None
            length, direction = match
        at = i + length
        if at >= last or self.timed[at]:
            return None
        follows = self.placing[self.surfaces[at]]
        if not follows & _BEHIND:
            return None
        if follows & _PLACELESS and not self._says_more(at + 1, last):
            return None
        if kind & _UPPER and i > 0 and self.surfaces[i - 1][0].isalnum():
            return None
        reader = _PlaceReader(self, at, last, False)
        if self.norms[i] in self.words.vague:
            reader.sure = True
        if not (reader.read() if follows & _NOUNS else self._read_name(reader, at, follows)):
            return None
        words = self.norms[i] if length == 1 else " ".join(self.norms[i:at])
        return reader.span(i, direction, words)

    def _is_object(self, i: int) -> bool:
        """ "bombed Jubata": whether a name stands right behind a verb that can take a place."""
        return i > 0 and self.placing[self.surfaces[i - 1]] & _MOVES != 0

    def _object(self, i: int, last: int) -> PlaceSpan | None:
        reader = _PlaceReader(self, i, last, False)
        return reader.span(i, _BARE) if reader.read() else None

    def _bare(self, i: int, at: int, last: int, kind: int) -> PlaceSpan | None:
        """A name that the gazetteer has, or a noun for a place with one; no preposition.

        At ``at``, behind the determiner if there is one, stands what ``kind`` says.
        """
        if self.timed[i] or self.timed[at]:
            return None
        match: _Match = None
        sense: Sense | None = None
        if kind & _TELLING == _NAMED:
            match = self.gazetteer.match(self.surfaces, at, last)
            if match is None:
                return None
            if not self._says_more(at + match[0], last):
                sense = None if kind & _PLACELESS else place_sense(match[1])
                if sense is None:
                    return None
        reader = _PlaceReader(self, i, last, True)
        if sense is None:
            return reader.span(i, _BARE) if reader.read() else None
        if at > i:
            reader.determine(self.norms[i])
        return reader.span(i, _BARE) if reader.name(at, match, sense) else None

    def _read_name(self, reader: _PlaceReader, at: int, kind: int) -> bool:
        """Reads a phrase that begins with no noun; whether it is a place."""
        match = self.gazetteer.match(self.surfaces, at, reader.limit) if kind & _KNOWN else None
        if match is None:
            return reader.name(at, None, None) if kind & _NAME else reader.read()
        if self._says_more(at + match[0], reader.limit):
            return reader.read()
        return reader.name(at, match, place_sense(match[1]))

    def _says_more(self, after: int, last: int) -> bool:
        """Whether a name says more than itself by what stands behind it."""
        return after < last and self.placing[self.surfaces[after]] & _FURTHER != 0

    def named(self, i: int, last: int) -> Place | None:
        """The place that a capitalised name at a token is, if nothing says otherwise."""
        if i >= last or not self.surfaces[i][0].isupper() or self.timed[i]:
            return None
        reader = _PlaceReader(self, i, last, False)
        return reader.place if reader.read() else None

    def _is_nested(self, before: PlaceSpan, around: Place, span: PlaceSpan) -> bool:
        """Whether the place before, ``around``, lies in a place."""
        if span.direction is not _AT and span.direction is not _BARE:
            return False
        gap = span.first - before.last
        if gap and (gap > 1 or self.surfaces[before.last] != ","):
            return False
        if around.kind is _COUNTRY and span.place is not None and span.place.kind is not _COUNTRY:
            return False  # no country lies in a town
        if span.preposition in self.words.groups["inside"].by_first:
            return True
        return gap == 1 and span.place is not None and span.place.kind in (_COUNTRY, _REGION)


class _PlaceReader:
    """Reads one noun phrase as a place."""

    # Most readers change none of these, so they are set only where one does.
    place: Place | None = None
    noun = ""
    noun_kind: PlaceKind | None = None
    noun_first = -1
    determined = False
    definite = False
    sure = False
    country: str | None = None

    def __init__(self, finder: PlaceFinder, start: int, limit: int, bare: bool) -> None:
        self.finder = finder
        self.placing = finder.placing
        self.norms, self.surfaces = finder.norms, finder.surfaces
        self.start, self.limit, self.bare = start, limit, bare
        self.last = start

    def span(self, first: int, direction: Direction, preposition: str = "") -> PlaceSpan:
        """What has been read, with the preposition before it."""
        return PlaceSpan(
            first, self.last, self.place, direction, preposition, self.noun, self.definite
        )

    def read(self) -> bool:
        """Whether it is a place, or a noun for one."""
        k, skipped = self.start, 0
        end = k + REACH
        if end > self.limit:
            end = self.limit
        placing, surfaces, timed = self.placing, self.surfaces, self.finder.timed
        while k < end:
            word = surfaces[k]
            if timed[k] or word in _CLOSING:
                break
            kind = placing[word] & _PHRASE
            if kind:
                if kind & _DETERMINER and not self.noun:
                    if not kind & _UPPER or not self._begins_name(k):
                        self.determine(self.norms[k])
                        k += 1
                        continue
                step = self._step(k, kind)
                if step < 0:
                    return step == _FOUND
                if step:
                    k = step
                    continue
            if self.noun:
                break
            if skipped and self.norms[k] in self.finder.closed.of:
                # "the valley of the Galwan": only what the gazetteer has as a place.
                self.sure = True
            elif skipped == 3 or not self._skips(k):
                break
            else:
                skipped += 1
            k += 1
        if (
            self.noun
            and self.determined
            and (not self.bare or self.noun_kind is _CITY or self.noun_kind is _BASE)
        ):
            if self.last <= self.start:
                self.last = self.start + 1
            return True
        return False

    def _begins_name(self, k: int) -> bool:
        """ "to Half Moon Shoal": whether a determiner is the first word of a name."""
        if self.bare or not self.surfaces[k][0].isupper() or k + 1 >= self.limit:
            return False
        article = self.placing[self.surfaces[k]] & _ARTICLE
        return not article and self.surfaces[k + 1][0].isupper()

    def determine(self, norm: str) -> None:
        self.determined = True
        if not self.definite:
            finder = self.finder
            self.definite = (
                norm not in finder.words.groups["indefinite"].by_first
                and norm not in finder.closed.possessives
            )

    def _step(self, k: int, kind: int) -> int:
        """Past what stands at a token, or how the reading ends there; 0 where neither."""
        match: _Match = None
        sense: Sense | None = None
        if kind & _KNOWN:
            match = self.finder.gazetteer.match(self.surfaces, k, self.limit)
            if match is not None:
                sense = place_sense(match[1])
                if sense is not None and match[0] > 1 and kind & _UPPER and kind & _NOUN:
                    # "Gulf of Aden": a name of several words that begins with a noun.
                    return _FOUND if self.name(k, match, sense) else _NONE
        step = (kind & _PART and self._part(k)) or (kind & _NOUN and self._noun(k, kind))
        if step:
            return step
        if match is not None:
            after = k + match[0]
            if after < self.limit and self.placing[self.surfaces[after]] & _FURTHER:
                if self._territory(k, match):
                    return _FOUND
                adjective = self._adjective(k, match)
                if adjective:
                    return adjective
        elif not kind & _NAME:
            return 0
        return _FOUND if self.name(k, match, sense) else _NONE

    def _part(self, k: int) -> int | None:
        """ "the north of", "northern": past it."""
        norm = self.norms[k]
        known = self.finder.words
        nouns, words = known.nouns["part"], known.groups["part"]
        match = nouns.match(self.norms, k, self.limit) if norm in nouns.by_first else None
        if match is not None:
            after = k + match[0]
            if after < self.limit and (
                self.norms[after] in self.finder.closed.of
                or self.norms[after] in known.directions.by_first
            ):
                return after + 1
            return None
        match = words.match(self.norms, k, self.limit) if norm in words.by_first else None
        return k + match[0] if match is not None else None

    def _noun(self, k: int, kind: int) -> int | None:
        """A noun for a place, with "of" after it: past it."""
        if kind & _UPPER and not self.bare and self.noun == "":
            # "Prince Sultan Air Base", "Camp Ziouani": part of the name.
            return None
        finder = self.finder
        match = finder.reading.profile.placenouns.match(self.norms, k, self.limit)
        if match is None:
            return None
        after = k + match[0]
        noun = self.norms[k] if match[0] == 1 else " ".join(self.norms[k:after])
        if noun in finder.words.groups["border"].by_first:
            return None
        self.noun, self.noun_first = noun, k
        self.noun_kind = match[1].kind
        self.last = after
        if after < self.limit and self.norms[after] in finder.closed.of:
            after += 1
        if after < self.limit and self.surfaces[after] in "“\"‘'«":
            after += 1
        return after

    def _adjective(self, k: int, match: tuple[int, tuple[Sense, ...]]) -> int | None:
        """ "the South Korean", "Mozambique's": past it."""
        length, senses = match
        after = k + length
        if after >= self.limit:
            return None
        following = self.norms[after]
        if following in ("'s", "'"):
            self.country = _country(senses)
            return after + 1 if self.determined is False or self.noun == "" else None
        if self.surfaces[after][0].isupper() or (
            following not in self.finder.reading.profile.placenouns.by_first
            and following not in self.finder.words.groups["part"].by_first
        ):
            return None
        if any(sense.kind is _ADJECTIVE for sense in senses):
            self.country = _country(senses)
            return after
        return None

    def _territory(self, k: int, match: tuple[int, tuple[Sense, ...]]) -> bool:
        """ "Finnish airspace", "het Finse luchtruim", "Estonia's waters": the country."""
        length, senses = match
        after = k + length
        owned = after < self.limit and self.norms[after] in ("'s", "'")
        if owned:
            after += 1
        nouns = self.finder.words.nouns["territory"]
        if after >= self.limit or self.norms[after] not in nouns.by_first:
            return False
        country = _country(senses)
        if not country:
            return False
        if not owned and not any(sense.kind is _ADJECTIVE for sense in senses):
            return False
        match_noun = nouns.match(self.norms, after, self.limit)
        if match_noun is None:
            return False
        self.last = after + match_noun[0]
        if self.last < self.limit and (
            self.norms[self.last] in self.finder.words.directions.by_first
            or self.norms[self.last] in self.finder.closed.of
        ):
            # "the Finnish coast off Hanko": the name that follows is nearer.
            reader = _PlaceReader(self.finder, self.last + 1, self.limit, False)
            if reader.read() and reader.place is not None:
                self.place, self.last = reader.place, reader.last
                return True
        name = self.finder.reading.profile.countries.get(country, self.surfaces[k])
        self.place = Place(
            name=name,
            country=country,
            kind=_COUNTRY,
            excerpt=self.finder.reading.excerpt(k, self.last),
        )
        return True

    def _skips(self, k: int) -> bool:
        """An adjective that says nothing of where."""
        norm, word = self.norms[k], self.surfaces[k]
        if not self.determined or self.bare or not word[0].islower() or not norm.isalpha():
            return norm in self.finder.closed.light and not self.bare
        return (
            norm not in self.finder.closed.function_words
            and norm not in self.finder.reading.profile.units.by_first
            and norm not in self.finder.words.groups["border"].by_first
        )

    def name(self, k: int, match: _Match, sense: Sense | None) -> bool:
        """Takes the name at a token, what the gazetteer has there and the place that this is."""
        placing, surfaces, limit = self.placing, self.surfaces, self.limit
        longer = False
        end = behind = 0
        if match is not None and sense is not None:
            end = k + match[0]
            behind = placing[surfaces[end]] if end < limit else 0
            if behind & _LONGER and self._goes_on(k, end, sense, behind):
                # "San Rafael": a longer name than the city whose first word it has.
                sense, longer = None, True
        if sense is not None and self.bare and sense.kind in _MAY_GO_ON and self._is_person(k):
            return False
        if sense is None:
            if not self.noun and (self.bare or (match is not None and not longer)):
                return False
            if self.sure or not self._is_free(k):
                return False
            end = self._run(k)
            behind = placing[surfaces[end]] if end < limit else 0
        if behind & _GENITIVE and not self.noun:
            return False
        if sense is None:
            country, kind = self.country, self.noun_kind
            if self.noun and surfaces[self.noun_first][0].isupper() and self.noun_first > 0:
                k = self.noun_first
        else:
            country, kind = sense.country or None, sense.place or self.noun_kind
            if kind is _COUNTRY and sense.country in _TERRITORIES:
                kind = _REGION
            if sense.kind is _CAPITAL:
                kind = _CITY
        excerpt = self.finder.reading.excerpt(k, end)
        self.place = Place(name=excerpt.text, country=country, kind=kind or _OTHER, excerpt=excerpt)
        self.last = self._past_noun(end) if behind & _NOUN else end
        return True

    def _goes_on(self, k: int, end: int, sense: Sense, behind: int) -> bool:
        """Whether a known name is only the first part of a longer one."""
        if sense.kind not in _MAY_GO_ON and not behind & _NOUN:
            return False
        return self._run(k) > end

    def _run(self, k: int) -> int:
        """Past the capitalised words from ``k`` on, with particles between them."""
        end, limit, finder = k + 1, self.limit, self.finder
        placing, surfaces, timed = self.placing, self.surfaces, finder.timed
        while end < limit and not timed[end]:
            kind = placing[surfaces[end]]
            if kind & _NAME:
                end += 1
            elif (
                kind & _LONGER
                and end + 1 < limit
                and surfaces[end + 1][0].isupper()
                and not self._describes(end + 1)
                and self.norms[end] not in finder.words.directions.by_first
            ):
                end += 2
            else:
                break
        return end

    def _describes(self, i: int) -> bool:
        """ "bij Gao de Malinese grens": whether a country's adjective begins another phrase."""
        if not self.placing[self.surfaces[i]] & _KNOWN:
            return False
        match = self.finder.gazetteer.match(self.surfaces, i, i + 1)
        return match is not None and any(s.kind is _ADJECTIVE for s in match[1])

    def _is_free(self, k: int) -> bool:
        """Whether an unknown name is no person, body or people."""
        norm, finder = self.norms[k], self.finder
        if norm in finder.closed.function_words:
            return self._begins_name(k)
        profile = finder.reading.profile
        if norm in profile.placenouns.by_first:
            return True
        if norm in finder.words.groups["border"].by_first or (
            norm in profile.roles.by_first or norm in finder.closed.abbreviations
        ):
            return False
        return all(phrase.kind not in _NO_PLACE for phrase in finder.reading.phrases_in(k, k + 1))

    def _is_person(self, k: int) -> bool:
        """ "Mr Kasongo": whether a name that a town has as well is a person's here."""
        phrases = self.finder.reading.phrases_in(k, k + 1)
        return any(phrase.kind is _PERSON for phrase in phrases)

    def _past_noun(self, end: int) -> int:
        """ "Helmand province": past the noun that follows a name."""
        match = self.finder.reading.profile.placenouns.match(self.norms, end, self.limit)
        if match is not None and self.surfaces[end][0].islower():
            return end + match[0]
        return end


def _country(senses: tuple[Sense, ...]) -> str | None:
    for sense in senses:
        if sense.country and sense.kind in _OF_COUNTRY:
            return sense.country
    return None
