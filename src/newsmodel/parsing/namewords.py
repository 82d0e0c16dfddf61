"""Name words: what a single word can be within a name or a noun phrase, found once for each word.

In: a profile. Out: :class:`NameWords`, look-ups by word that are shared by all texts in the
language. Knows nothing of the words around one.
"""

from __future__ import annotations

import re
from enum import IntFlag, auto
from functools import lru_cache

from attrs import Factory, field, frozen

from newsmodel.languages.byword import ByWord
from newsmodel.languages.orthography import normal_form
from newsmodel.languages.profile import OrganizationForm, Profile, RoleForm, Sense
from newsmodel.parsing.atoms import BY_SENSE, AtomKind, ranked
from newsmodel.parsing.tokens import Tokens

#: Marks after which a word may have its capital from opening a sentence or a quotation.
_OPENERS = frozenset("\"“”„«»‘'’(–—-•:") | {",,", "''", "``"}
_HYPHENS = "-‐‑"
#: A common noun that begins with a letter's name: T-shirt, X-ray.
_LETTERED = re.compile(r"[A-Z][-‐‑][a-z]")
#: The dot after a word of more letters is no abbreviation's.
LONGEST_ABBREVIATION = 4


class NameWord(IntFlag):
    """What a word can be; a word can be several of these."""

    CAPITAL = auto()
    """Its first character is a capital."""
    LOWER = auto()
    """It has letters, none of them a capital."""
    NAME = auto()
    """A part of a name wherever it stands, but for the first word of a sentence."""
    START = auto()
    """An atom of a noun phrase can start with it."""
    PRONOUN = auto()
    POSSESSIVE = auto()
    OPENING = auto()
    """A word that, with a capital at a sentence's start, is never a name."""
    LISTED = auto()
    """A name of the gazetteer starts with it."""
    OFFICE = auto()
    """A noun for people starts with it."""
    BODY = auto()
    """A noun for a body starts with it."""
    UNIT = auto()
    """A noun for a force starts with it."""
    GIVEN = auto()
    """A given name."""
    DOUBTFUL = auto()
    """As a noun for people it is often something else: a verb, say."""
    MODIFIER = auto()
    """It can stand between an article and its noun."""
    FINITE_CUE = auto()
    """It can be the finite verb of a cue."""
    DETERMINER = auto()
    """An article or the like, and not also a word that opens a content ("dat")."""
    OPENER = auto()
    """A mark after which a word may have its capital from opening a sentence or a quotation."""
    PARTICLE = auto()
    """It can open the particles within a name ("van der")."""
    VESSEL = auto()
    """A noun for a ship or another thing that bears a name."""
    COMMA = auto()
    RETIRED = auto()
    """After a noun for people it can open what says that they no longer serve ("ret.")."""
    INDEFINITE = auto()
    """Opening a phrase, it leaves open which one is meant: "a", "several"."""
    SOURCED = auto()
    """An adjective that sources are given ("senior")."""
    MADE = auto()
    """A name that is a compound of one and a noun, or the genitive of one."""


_REFERRING = NameWord.PRONOUN | NameWord.POSSESSIVE
_LISTS = NameWord.LISTED | NameWord.OFFICE | NameWord.BODY | NameWord.UNIT


@frozen(slots=True)
class Compound:
    """A word made of a name and a noun: Kremlinwoordvoerder, EU-chef.

    ``prefix`` is the name where it tells whose the noun is, ``senses`` what the name can mean.
    """

    senses: tuple[Sense, ...]
    prefix: str
    role: RoleForm | None = None
    body: OrganizationForm | None = None


def _holds_always(plain: Plain) -> bool:
    return not (plain.unless or plain.not_beside or plain.initial)


def _is_listed(plain: Plain) -> bool:
    return bool(plain.senses)


@frozen(slots=True)
class Plain:
    """What a word is by itself, where none of the words beside it can make it something else.

    ``kind`` is None where it is no atom then.
    """

    kind: AtomKind | None
    senses: tuple[Sense, ...] = ()
    role: RoleForm | None = None
    body: OrganizationForm | None = None
    #: The words, in normal form, that can make one entry with it.
    unless: frozenset[str] = frozenset()
    #: Of :class:`NameWord`, what no word beside it may be.
    not_beside: int = 0
    #: Whether it holds only where a sentence's start gives the word its capital.
    initial: bool = False
    #: Whether it holds whatever stands around the word; whether it is a name then.
    always: bool = field(init=False, default=Factory(_holds_always, takes_self=True))
    capital: bool = field(init=False, default=Factory(_is_listed, takes_self=True))


class NameWords:
    """Look-ups for one profile, all for a word as it stands."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        #: What it can be, of :class:`NameWord`.
        self.classes: ByWord[int] = ByWord(self._classes)
        #: What it is as a compound of a name and a noun for people or bodies.
        self.compounds: ByWord[Compound | None] = ByWord(self._compound)
        #: What it is without a genitive's -s, where a list has that.
        self.genitives: ByWord[tuple[Sense, ...]] = ByWord(self._genitive)
        #: What it is as an atom, where that mostly takes no more than the word.
        self.plain: ByWord[Plain | None] = ByWord(self._plain)
        self._particles = profile.words.particles.union(
            phrase[0] for phrase in profile.words.particle_phrases
        )

    def of(self, tokens: Tokens) -> list[int]:
        """The classes of all tokens, and none for what follows the last one."""
        return [*map(self.classes.__getitem__, tokens.words), 0]

    def _classes(self, word: str) -> int:
        profile, words, norm = self.profile, self.profile.words, normal_form(word)
        capital, function = word[0].isupper(), norm in words.function_words
        finite = any(form.finite for form in profile.cues.get(norm, ()))
        single = profile.roles.by_first.get(norm, ())
        found = {
            NameWord.CAPITAL: capital,
            NameWord.LOWER: word.islower(),
            NameWord.NAME: (
                (not function or (word.isupper() and len(word) > 1))
                and not self._is_joined(word, norm)
                if capital
                else norm.startswith(words.name_prefixes) and not word.islower()
            ),
            NameWord.PRONOUN: norm in words.pronouns,
            NameWord.POSSESSIVE: norm in words.possessives,
            NameWord.LISTED: word in profile.gazetteer,
            NameWord.OFFICE: bool(single) or word in profile.exact_roles,
            NameWord.BODY: norm in profile.organizations,
            NameWord.UNIT: norm in profile.units,
            NameWord.GIVEN: word in profile.firstnames,
            NameWord.DOUBTFUL: finite or norm in words.ambiguous_roles,
            NameWord.MODIFIER: (
                norm.endswith(words.joined_modifiers)
                if capital
                else word[0].isalnum() and word[0].islower() and not function
            ),
            NameWord.VESSEL: norm in words.vessels or self._is_platform(norm),
            NameWord.FINITE_CUE: finite,
            NameWord.DETERMINER: norm in words.determiners and norm not in words.complementizers,
            NameWord.OPENER: word in _OPENERS,
            NameWord.PARTICLE: norm in self._particles,
            NameWord.COMMA: word == ",",
            NameWord.RETIRED: word == "(" or word in words.retired,
            NameWord.INDEFINITE: norm in words.indefinite or norm in words.quantifiers,
            NameWord.SOURCED: norm in words.source_adjectives,
        }
        classes = int(sum(flag for flag, holds in found.items() if holds))
        if classes & (NameWord.CAPITAL | NameWord.NAME) and self._is_made_of_a_name(word):
            classes |= int(NameWord.MADE)
        starts = NameWord.CAPITAL | NameWord.PRONOUN | NameWord.POSSESSIVE
        starts |= NameWord.LISTED | NameWord.OFFICE | NameWord.BODY | NameWord.NAME
        if classes & starts and (word != norm or norm in words.triggers):
            classes |= int(NameWord.START)
        if function and not (classes & (_REFERRING | _LISTS) or self._is_made_of_a_name(word)):
            classes |= int(NameWord.OPENING)
        return classes

    def _is_joined(self, word: str, norm: str) -> bool:
        """Whether a word in capitals is a common noun or a modifier for all that: "T-shirt",
        "Oslo-based", "VVD'er"."""
        words = self.profile.words
        return _LETTERED.match(word) is not None or norm.endswith(
            (*words.joined_modifiers, *words.member_suffixes)
        )

    def _is_platform(self, norm: str) -> bool:
        """Whether a word by itself is a noun for a ship, an aircraft or a vehicle of a force."""
        rows = self.profile.units.by_first.get(norm, ())
        return any(not rest and form.unit.noun_kind == "platform" for rest, form in rows)

    def _plain(self, word: str) -> Plain | None:
        norm, classes = normal_form(word), self.classes[word]
        if classes & NameWord.OPENING:
            return Plain(None, initial=True)
        if classes & _REFERRING:
            article = norm in self.profile.words.articles and classes & NameWord.PRONOUN
            acronym = word.isupper() and len(word) > 1
            if article or acronym or not classes & (NameWord.CAPITAL | NameWord.LOWER):
                return None
            return Plain(AtomKind.PRONOUN, initial=bool(classes & NameWord.CAPITAL))
        if classes & NameWord.CAPITAL:
            if norm in self.profile.words.function_words:
                return self._plain_opener(word, norm, classes)
            return self._plain_name(word, norm, classes)
        return self._plain_noun(word, norm, classes) if classes & NameWord.LOWER else None

    def _plain_opener(self, word: str, norm: str, classes: int) -> Plain | None:
        """A function word in capitals: as a sentence's first word nothing by itself."""
        if classes & NameWord.NAME or self._is_made_of_a_name(word):
            return None
        alone, seconds = self._entries(word, norm)
        return None if alone else Plain(None, unless=seconds, initial=True)

    def _plain_name(self, word: str, norm: str, classes: int) -> Plain | None:
        """A word in capitals: a name of the gazetteer."""
        named = self.profile.gazetteer.match((word,), 0)
        if named is None or self._is_noun(word, norm) or not classes & NameWord.NAME:
            return None
        if classes & NameWord.GIVEN or norm in self.profile.words.openers:
            return None
        if all(s.ambiguous for s in named[1]):
            return None
        senses = ranked(named[1])
        kind = BY_SENSE[senses[0].kind]
        if kind is AtomKind.DEMONYM:
            return None  # which can open a longer name, with particles
        # "leader Beslan Gvaramia": after a noun a town's name can open a longer one too.
        town = kind in (AtomKind.PLACE, AtomKind.CAPITAL)
        return Plain(
            kind,
            senses,
            unless=self._entries(word, norm)[1],
            not_beside=int(NameWord.OFFICE | NameWord.BODY | NameWord.COMMA) if town else 0,
        )

    def _plain_noun(self, word: str, norm: str, classes: int) -> Plain | None:
        """A word in lower case: a noun for people or a body, or only the first word of one."""
        profile = self.profile
        if classes & (NameWord.NAME | NameWord.GIVEN) or profile.gazetteer.match((word,), 0):
            return None
        seconds = self._entries(word, norm)[1]
        role = profile.roles.match((norm,), 0) or profile.exact_roles.match((word,), 0)
        if role is not None:
            if classes & NameWord.DOUBTFUL or len(word) <= LONGEST_ABBREVIATION:
                return None
            retired = int(NameWord.RETIRED)
            return Plain(AtomKind.ROLE, role=role[1], unless=seconds, not_beside=retired)
        body = profile.organizations.match((norm,), 0)
        if body is not None:
            verb = classes & NameWord.FINITE_CUE
            return None if verb else Plain(AtomKind.BODY, body=body[1], unless=seconds)
        return Plain(None, unless=seconds)

    def _is_noun(self, word: str, norm: str) -> bool:
        """Whether a word alone is a noun for people or a body."""
        profile = self.profile
        return (
            profile.roles.match((norm,), 0) is not None
            or profile.exact_roles.match((word,), 0) is not None
            or profile.organizations.match((norm,), 0) is not None
        )

    def _entries(self, word: str, norm: str) -> tuple[bool, frozenset[str]]:
        """Whether an entry of a list is the word alone; the second words of the longer ones."""
        profile = self.profile
        rests = [
            rest
            for entries, first in (
                (profile.gazetteer.by_first, word),
                (profile.roles.by_first, norm),
                (profile.exact_roles.by_first, word),
                (profile.organizations.by_first, norm),
            )
            for rest, _ in entries.get(first, ())
        ]
        return not all(rests), frozenset(normal_form(rest[0]) for rest in rests if rest)

    def _is_made_of_a_name(self, word: str) -> bool:
        return bool(self.genitives[word]) or self.compounds[word] is not None

    def _genitive(self, word: str) -> tuple[Sense, ...]:
        words = self.profile.words
        if not words.compounds or not word.endswith("s") or not word[0].isupper():
            return ()
        found = self.profile.gazetteer.match((word[:-1],), 0)
        return found[1] if found is not None else ()

    def _compound(self, word: str) -> Compound | None:
        words = self.profile.words
        for end in range(len(word) - 3, 1, -1):
            head = word[end:].lstrip(_HYPHENS)
            if not head[:1].islower():
                continue
            hyphened = word[end - 1] in _HYPHENS or word[end] in _HYPHENS
            role = words.joining_roles.get(head) or (
                words.single_roles.get(head) if hyphened else None
            )
            body = words.joining_bodies.get(head)
            if role is None and body is None:
                continue
            prefix = word[:end].rstrip(_HYPHENS)
            found = self.profile.gazetteer.match((prefix,), 0)
            if found is None and not hyphened:
                # "VN-vluchtelingenkantoor": the name stands before a hyphen further left.
                owner, hyphen, _ = prefix.partition("-")
                found = self.profile.gazetteer.match((owner,), 0) if hyphen else None
                if found is None:
                    continue
            senses = found[1] if found is not None else ()
            if prefix.casefold() in words.role_modifiers:
                prefix = ""
            if role is not None:
                return Compound(senses, prefix, role=role)
            return Compound(senses, prefix, body=body)
        return None


@lru_cache(maxsize=16)
def name_words(profile: Profile) -> NameWords:
    """The look-ups of a profile."""
    return NameWords(profile)
