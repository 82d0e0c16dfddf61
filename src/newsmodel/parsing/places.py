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
from newsmodel.parsing.forcewords import Direction, ForceWords, Placing, force_words
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.reading import Reading

#: How many words may stand between a preposition and a name.
REACH = 8
#: Senses of a name that make a place, and how sure they are; the least is the surest.
_PLACES = {
    SenseKind.PLACE: 1,
    SenseKind.COUNTRY: 2,
    SenseKind.CAPITAL: 3,
    SenseKind.CITY: 4,
    SenseKind.CONTEXT_COUNTRY: 5,
}
_NEVER = len(_PLACES) + 1
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
_UPPER, _KNOWN = int(Placing.UPPER), int(Placing.KNOWN)
_NOUN, _PART = int(Placing.NOUN), int(Placing.PART)
_DETERMINER, _ARTICLE = int(Placing.DETERMINER), int(Placing.ARTICLE)
_CUE, _DIRECTION = int(Placing.CUE), int(Placing.DIRECTION)
_OPENS = int(Placing.UPPER | Placing.NOUN | Placing.DETERMINER)
_NAME, _NAMED = int(Placing.UPPER | Placing.INNER), int(Placing.UPPER | Placing.KNOWN)
#: What can stand behind a determiner where no preposition says that a place follows.
_DETERMINED = int(Placing.KNOWN | Placing.NOUN | Placing.PART | Placing.DETERMINER)
#: What can be part of the noun phrase, and what can stand in or before it.
_PHRASE = _DETERMINED | _NAME
#: What makes a name in front of it say more than itself: "Russia's", "Helmand province".
_FURTHER = int(Placing.GENITIVE | Placing.TERRITORY | Placing.NOUN | Placing.PART)
_BEHIND = _PHRASE | int(Placing.LIGHT)
_NO_PLACE = (
    PhraseKind.PERSON,
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
        self.closed = reading.profile.words
        self.cues = reading.profile.cue_phrases
        self.norms = reading.tokens.norms
        self.surfaces = reading.tokens.words

    def sentence(self, first: int, last: int) -> list[PlaceSpan]:
        """The places between two tokens."""
        found: list[PlaceSpan] = []
        free = first
        kinds = list(map(self.words.place_start.__getitem__, self.surfaces[first:last]))
        for i in compress(range(first, last), kinds):
            if i < free:
                continue
            span: PlaceSpan | None = None
            kind = kinds[i - first]
            if kind & _CUE and (cue := self.cues.match(self.norms, i, last)) is not None:
                free = i + max(cue[0], 2)  # behind "according to" stands who says so
                continue
            if kind & _DIRECTION:
                span = self._behind_preposition(i, last)
            if span is None and kind & _OPENS:
                span = self._bare(i, last)
            if span is None:
                continue
            if found:
                span.nested = self._is_nested(found[-1], span)
            found.append(span)
            free = span.last
        return found

    def _behind_preposition(self, i: int, last: int) -> PlaceSpan | None:
        match = self.words.directions.match(self.norms, i, last)
        if match is None:
            return None
        length, direction = match
        at = i + length
        if at >= last or self.reading.timed[at]:
            return None
        if not self.words.placing[self.surfaces[at]] & _BEHIND:
            return None
        if self.surfaces[i][0].isupper() and i > 0 and self.surfaces[i - 1][0].isalnum():
            return None
        reader = _PlaceReader(self, at, last, bare=False)
        reader.sure = self._is_vague(self.norms[i])
        if not reader.read():
            return None
        words = self.norms[i] if length == 1 else " ".join(self.norms[i:at])
        return reader.span(i, direction, words)

    def _is_vague(self, preposition: str) -> bool:
        """Whether so much stands behind a preposition that a place must be known as one."""
        groups = self.words.groups
        return preposition in groups["vague"] and preposition not in groups["offshore"]

    def _bare(self, i: int, last: int) -> PlaceSpan | None:
        """A name that the gazetteer has, or a noun for a place with one; no preposition."""
        kind = self.words.placing[self.surfaces[i]]
        if kind & _UPPER and self._is_object(i):
            reader = _PlaceReader(self, i, last, bare=False)
        else:
            at = i
            if not kind & _NOUN and kind & _NAMED != _NAMED:
                at += 1
                if not kind & _DETERMINER or at >= last:
                    return None
                kind = self.words.placing[self.surfaces[at]]
                if not kind & _DETERMINED:
                    return None
            if kind & _PHRASE == _NAMED and self._is_elsewhere(at, last):
                return None
            reader = _PlaceReader(self, i, last, bare=True)
        return reader.span(i, Direction.BARE) if reader.read() else None

    def _is_object(self, i: int) -> bool:
        """ "bombed Jubata": whether a name stands right behind a verb that can take a place."""
        if self.closed.verb_second or i == 0:
            return False
        return self.norms[i - 1] in self.reading.profile.moves

    def _is_elsewhere(self, i: int, last: int) -> bool:
        """Whether a known name means no place, nor does what it stands before make it one."""
        match = self.reading.profile.gazetteer.match(self.surfaces, i, last)
        if match is None:
            return True
        after = i + match[0]
        if after < last and self.words.placing[self.surfaces[after]] & _FURTHER:
            return False
        return _place_sense(match[1]) is None

    def named(self, i: int, last: int) -> Place | None:
        """The place that a capitalised name at a token is, if nothing says otherwise."""
        if i >= last or not self.surfaces[i][0].isupper() or self.reading.timed[i]:
            return None
        reader = _PlaceReader(self, i, last, bare=False)
        return reader.place if reader.read() else None

    def _is_nested(self, before: PlaceSpan, span: PlaceSpan) -> bool:
        gap = self.surfaces[before.last : span.first]
        if before.place is None or span.direction not in (Direction.AT, Direction.BARE):
            return False
        country = before.place.kind is PlaceKind.COUNTRY
        if country and span.place is not None and span.place.kind is not PlaceKind.COUNTRY:
            return False  # no country lies in a town
        inside = span.preposition in self.words.groups["inside"].by_first
        if not gap and inside:
            return True
        return gap == [","] and (
            inside
            or (span.place is not None and span.place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION))
        )


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

    def __init__(self, finder: PlaceFinder, start: int, limit: int, *, bare: bool) -> None:
        self.finder = finder
        self.words: ForceWords = finder.words
        self.norms, self.surfaces = finder.norms, finder.surfaces
        self.reading = finder.reading
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
        end = min(self.limit, self.start + REACH)
        placing, surfaces, timed = self.words.placing, self.surfaces, self.reading.timed
        while k < end:
            word = surfaces[k]
            if timed[k] or word in _CLOSING:
                break
            kind = placing[word] & _PHRASE
            if kind:
                if kind & _DETERMINER and not self.noun and not self._begins_name(k):
                    self._determine(self.norms[k])
                    k += 1
                    continue
                step = self._step(k, kind)
                if step < 0:
                    return step == _FOUND
                if step:
                    k = step
                    continue
            if skipped and not self.noun and self.norms[k] in self.finder.closed.of:
                # "the valley of the Galwan": only what the gazetteer has as a place.
                self.sure = True
                k += 1
                continue
            if self.noun or not self._skips(k) or skipped == 3:
                break
            skipped += 1
            k += 1
        if (
            self.noun
            and self.determined
            and (not self.bare or self.noun_kind in (PlaceKind.CITY, PlaceKind.BASE))
        ):
            self.last = max(self.last, self.start + 1)
            return True
        return False

    def _begins_name(self, k: int) -> bool:
        """ "to Half Moon Shoal": whether a determiner is the first word of a name."""
        if self.bare or not self.surfaces[k][0].isupper() or k + 1 >= self.limit:
            return False
        article = self.words.placing[self.surfaces[k]] & _ARTICLE
        return not article and self.surfaces[k + 1][0].isupper()

    def _determine(self, norm: str) -> None:
        self.determined = True
        self.definite = self.definite or (
            norm not in self.words.groups["indefinite"].by_first
            and norm not in self.finder.closed.possessives
        )

    def _step(self, k: int, kind: int) -> int:
        """Past what stands at a token, or how the reading ends there; 0 where neither."""
        match: _Match = None
        if kind & _KNOWN:
            match = self.reading.profile.gazetteer.match(self.surfaces, k, self.limit)
        if kind & _UPPER and kind & _NOUN and _names_more(match):
            # "Gulf of Aden": a name of several words that begins with a noun.
            return _FOUND if self._name(k, match) else _NONE
        step = (kind & _PART and self._part(k)) or (kind & _NOUN and self._noun(k))
        if step:
            return step
        if match is not None and self._says_more(k + match[0]):
            if self._territory(k, match):
                return _FOUND
            adjective = self._adjective(k, match)
            if adjective:
                return adjective
        if match is not None or kind & _NAME:
            return _FOUND if self._name(k, match) else _NONE
        return 0

    def _says_more(self, after: int) -> bool:
        """Whether a name says more than itself by what stands behind it."""
        return after < self.limit and bool(self.words.placing[self.surfaces[after]] & _FURTHER)

    def _part(self, k: int) -> int | None:
        """ "the north of", "northern": past it."""
        norm = self.norms[k]
        nouns, words = self.words.nouns["part"], self.words.groups["part"]
        match = nouns.match(self.norms, k, self.limit) if norm in nouns.by_first else None
        if match is not None:
            after = k + match[0]
            if after < self.limit and (
                self.norms[after] in self.finder.closed.of
                or self.norms[after] in self.words.directions
            ):
                return after + 1
            return None
        match = words.match(self.norms, k, self.limit) if norm in words.by_first else None
        return k + match[0] if match is not None else None

    def _noun(self, k: int) -> int | None:
        """A noun for a place, with "of" after it: past it."""
        if self.surfaces[k][0].isupper() and not self.bare and self.noun == "":
            # "Prince Sultan Air Base", "Camp Ziouani": part of the name.
            return None
        if self.norms[k] not in self.reading.profile.placenouns.by_first:
            return None
        match = self.reading.profile.placenouns.match(self.norms, k, self.limit)
        if match is None:
            return None
        noun = " ".join(self.norms[k : k + match[0]])
        if noun in self.words.groups["border"].by_first:
            return None
        self.noun, self.noun_first = noun, k
        self.noun_kind = match[1].kind
        after = k + match[0]
        self.last = after
        if after < self.limit and self.norms[after] in self.finder.closed.of:
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
            following not in self.reading.profile.placenouns.by_first
            and following not in self.words.groups["part"].by_first
        ):
            return None
        if any(sense.kind is SenseKind.ADJECTIVE for sense in senses):
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
        nouns = self.words.nouns["territory"]
        if after >= self.limit or self.norms[after] not in nouns.by_first:
            return False
        country = _country(senses)
        if not country:
            return False
        if not owned and not any(sense.kind is SenseKind.ADJECTIVE for sense in senses):
            return False
        match_noun = nouns.match(self.norms, after, self.limit)
        if match_noun is None:
            return False
        self.last = after + match_noun[0]
        if self.last < self.limit and (
            self.norms[self.last] in self.words.directions
            or self.norms[self.last] in self.finder.closed.of
        ):
            # "the Finnish coast off Hanko": the name that follows is nearer.
            reader = _PlaceReader(self.finder, self.last + 1, self.limit, bare=False)
            if reader.read() and reader.place is not None:
                self.place, self.last = reader.place, reader.last
                return True
        name = self.reading.profile.countries.get(country, self.surfaces[k])
        self.place = Place(
            name=name,
            country=country,
            kind=PlaceKind.COUNTRY,
            excerpt=self.reading.excerpt(k, self.last),
        )
        return True

    def _skips(self, k: int) -> bool:
        """An adjective that says nothing of where."""
        norm, word = self.norms[k], self.surfaces[k]
        if not self.determined or self.bare or not word[0].islower() or not norm.isalpha():
            return norm in self.finder.closed.light and not self.bare
        return (
            norm not in self.finder.closed.function_words
            and norm not in self.reading.profile.units
            and norm not in self.words.groups["border"]
        )

    def _name(self, k: int, match: _Match) -> bool:
        end, sense = k, None
        longer = False
        if match is not None:
            end, sense = k + match[0], _place_sense(match[1])
            if sense is not None and self._goes_on(k, end, sense):
                # "San Rafael": a longer name than the city whose first word it has.
                sense, longer = None, True
        if sense is None:
            if not self.noun and (self.bare or (match is not None and not longer)):
                return False
            if self.sure or not self._is_free(k):
                return False
            end = self._run(k)
        if end < self.limit and self.norms[end] in ("'s", "'") and not self.noun:
            return False
        if self.noun and sense is None and self.noun_first >= 0:
            if self.surfaces[self.noun_first][0].isupper() and self.noun_first > 0:
                k = self.noun_first
        country = (sense.country or None) if sense is not None else self.country
        kind = sense.place if sense is not None and sense.place is not None else self.noun_kind
        if sense is not None and kind is PlaceKind.COUNTRY and sense.country in _TERRITORIES:
            kind = PlaceKind.REGION
        if sense is not None and sense.kind is SenseKind.CAPITAL:
            kind = PlaceKind.CITY
        excerpt = self.reading.excerpt(k, end)
        self.place = Place(
            name=excerpt.text, country=country, kind=kind or PlaceKind.OTHER, excerpt=excerpt
        )
        self.last = self._past_noun(end)
        return True

    def _goes_on(self, k: int, end: int, sense: Sense) -> bool:
        """Whether a known name is only the first part of a longer one."""
        if sense.kind not in (SenseKind.CITY, SenseKind.PLACE) and (
            end >= self.limit or self.norms[end] not in self.reading.profile.placenouns.by_first
        ):
            return False
        return self._run(k) > end

    def _run(self, k: int) -> int:
        """Past the capitalised words from ``k`` on, with particles between them."""
        end = k + 1
        particles, placing = self.finder.closed.particles, self.words.placing
        while end < self.limit and not self.reading.timed[end]:
            word = self.surfaces[end]
            if placing[word] & _NAME:
                end += 1
            elif (
                self.norms[end] in particles
                and end + 1 < self.limit
                and self.surfaces[end + 1][0].isupper()
                and not self._describes(end + 1)
                and not self.words.directions.by_first.get(self.norms[end])
            ):
                end += 2
            else:
                break
        return end

    def _describes(self, i: int) -> bool:
        """ "bij Gao de Malinese grens": whether a country's adjective begins another phrase."""
        if not self.words.placing[self.surfaces[i]] & _KNOWN:
            return False
        match = self.reading.profile.gazetteer.match(self.surfaces, i, i + 1)
        return match is not None and any(s.kind is SenseKind.ADJECTIVE for s in match[1])

    def _is_free(self, k: int) -> bool:
        """Whether an unknown name is no person, body or people."""
        if self.norms[k] in self.finder.closed.function_words:
            return self._begins_name(k)
        if self.norms[k] in self.reading.profile.placenouns.by_first:
            return True
        if self.norms[k] in self.words.groups["border"] or (
            self.norms[k] in self.reading.profile.roles
            or self.norms[k] in self.finder.closed.abbreviations
        ):
            return False
        return all(phrase.kind not in _NO_PLACE for phrase in self.reading.phrases_in(k, k + 1))

    def _past_noun(self, end: int) -> int:
        """ "Helmand province": past the noun that follows a name."""
        nouns = self.reading.profile.placenouns
        if end < self.limit and self.norms[end] in nouns.by_first:
            match = nouns.match(self.norms, end, self.limit)
            if match is not None and self.surfaces[end][0].islower():
                return end + match[0]
        return end


def _names_more(match: _Match) -> bool:
    return match is not None and match[0] > 1 and _place_sense(match[1]) is not None


def _place_sense(senses: tuple[Sense, ...]) -> Sense | None:
    best, surest = None, _NEVER
    for sense in senses:
        rank = _PLACES.get(sense.kind, _NEVER)
        if rank < surest:
            best, surest = sense, rank
    return best


def _country(senses: tuple[Sense, ...]) -> str | None:
    for sense in senses:
        if sense.country and sense.kind in (
            SenseKind.COUNTRY,
            SenseKind.ADJECTIVE,
            SenseKind.CONTEXT_COUNTRY,
        ):
            return sense.country
    return None
