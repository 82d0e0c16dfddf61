"""Phrases: what a noun phrase is, who owns it, and how far it reaches.

In: atoms. Out: the class of noun phrases, and the questions that building any of them asks. Knows
nothing of offices or bodies in particular.
"""

from __future__ import annotations

from enum import StrEnum, auto

from attrs import define

from newsmodel.languages.profile import Profile, RoleForm, Sense, SenseKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import Atom, AtomKind
from newsmodel.parsing.namewords import NameWord
from newsmodel.parsing.tokens import Tokens

#: As plain numbers, which are compared many times a sentence.
_MODIFIER, _FINITE_CUE = int(NameWord.MODIFIER), int(NameWord.FINITE_CUE)
_DETERMINER, _POSSESSIVE = int(NameWord.DETERMINER), int(NameWord.POSSESSIVE)
_MODIFIER_OR_VERB = _MODIFIER | _FINITE_CUE
_INDEFINITE, _SOURCED = int(NameWord.INDEFINITE), int(NameWord.SOURCED)


class PhraseKind(StrEnum):
    """What a noun phrase names or describes."""

    PERSON = auto()
    ROLE = auto()
    """A person or people by their office or by what they are, without a name."""
    BODY = auto()
    """An organisation by name."""
    UNNAMED_BODY = auto()
    COUNTRY = auto()
    CAPITAL = auto()
    METONYM = auto()
    DEMONYM = auto()
    PLACE = auto()
    NAME = auto()
    """A name of which the phrase does not tell what it names."""
    PRONOUN = auto()


@define(slots=True, eq=False)
class NounPhrase:
    """A noun phrase; every number counts tokens.

    ``first`` and ``last`` bound the whole phrase with its article and modifiers, ``head_first``
    and ``head_last`` the name, or the noun where there is none.
    """

    first: int
    last: int
    head_first: int
    head_last: int
    kind: PhraseKind
    name: str = ""
    actor: ActorKind | None = None
    country: str | None = None
    sense: Sense | None = None
    affiliation: str | None = None
    #: The possessive pronoun that owns it ("its spokesman"), to be resolved later.
    possessor: int | None = None
    plural: bool = False
    role_form: RoleForm | None = None
    gender: str = ""
    #: The first token of the role before a person's name, or -1.
    noun_first: int = -1
    #: The end of the noun before a body's name ("the rebel group M23"), or -1.
    noun_last: int = -1
    role: str | None = None
    portfolio: str | None = None
    #: Whether an article, a possessive or an owner determines it, and whether that says which one.
    determined: bool = False
    definite: bool = False
    #: The end of a plain of-phrase that belongs to the role ("leader of the opposition"), or -1.
    tail: int = -1


@define(slots=True)
class Owner:
    """What stands before a noun and says whose it is."""

    first: int
    country: str | None = None
    affiliation: str | None = None
    possessor: int | None = None
    adjective: bool = False
    #: The token after it: where the noun stands right there, in capitals, it is one name with it.
    touches: int = -1
    #: Whether it is a common noun, which makes one office with the noun after it.
    noun: bool = False


_ROLE, _NAME, _BODY = AtomKind.ROLE, AtomKind.NAME, AtomKind.BODY
_KNOWN, _METONYM, _PRONOUN = AtomKind.KNOWN, AtomKind.METONYM, AtomKind.PRONOUN
_ADJECTIVE, _DEMONYM, _COUNTRY = AtomKind.ADJECTIVE, AtomKind.DEMONYM, AtomKind.COUNTRY
_ADJECTIVAL = frozenset({_ADJECTIVE, _DEMONYM})
PLACES = frozenset({AtomKind.COUNTRY, AtomKind.CAPITAL, AtomKind.PLACE})
#: What can be somebody's; and what only an adjective or a genitive says it of.
_OWNED = frozenset({_ROLE, _BODY, _ADJECTIVE, _KNOWN, _METONYM, _NAME})
_LISTED_BODIES = frozenset({_KNOWN, _METONYM})
#: What a noun phrase without a genitive does not own.
_UNOWNED = _LISTED_BODIES | {_ADJECTIVE}
#: Bodies of a state, whose names the name of the state can open.
STATE_BODIES = frozenset({ActorKind.GOVERNMENT, ActorKind.MILITARY})
GENITIVES = frozenset({"'s", "'"})


class PhraseBase:
    """What the builders of all kinds of phrases share."""

    def __init__(
        self, tokens: Tokens, profile: Profile, counted: bytearray, classes: list[int]
    ) -> None:
        self.tokens = tokens
        self.profile = profile
        self.words, self.norms, self._text = tokens.words, tokens.norms, tokens.slice
        #: Tokens that belong to a quantity are marked here.
        self.counted = counted
        #: What each token can be as a word, of :class:`NameWord`.
        self.classes = classes
        #: Bodies within the phrases of offices ("leader of the opposition"), by their first token.
        self.extras: dict[int, NounPhrase] = {}

    def _owner(self, atoms: list[Atom], k: int) -> Owner | None:
        """Whose the next atom is, where the one at ``k``, which is no role, says that."""
        atom, following = atoms[k], atoms[k + 1]
        kind, owned = atom.kind, following.kind
        if owned not in _OWNED:
            return None
        gap = following.first - atom.last
        if kind is _PRONOUN and not self.classes[atom.first] & _POSSESSIVE:
            return None
        genitive, at = atom.genitive, atom.last
        if gap and self.norms[at] in GENITIVES:
            genitive, at, gap = True, at + 1, gap - 1
        if kind in _ADJECTIVAL:
            owns = self._all_modify(at, gap)
            if kind is _DEMONYM and not atom.has(SenseKind.ADJECTIVE):
                # "de Brit Ian Moss": the nationality of the person named.
                owns = owned is _NAME and following.first == atom.last
        elif owned is _NAME or (not gap and _is_appositive(atom, following)):
            return None
        elif genitive:
            owns = self._all_modify(at, gap)
        elif kind is _PRONOUN:
            owns = owned not in _LISTED_BODIES and self._all_modify(at, gap)
        elif kind is _NAME or kind is _BODY:
            # "Peeters spokesman"; a language of compounds writes them as one word, and what
            # follows a name is what somebody is: "sinds 2019 is Peeters voorzitter".
            owns = not gap and owned is _ROLE and not self.profile.words.compounds
        else:
            owns = not gap and (owned not in _UNOWNED or self._owns_listed(atom, following))
        return self._as_owner(atom) if owns else None

    def _owns_listed(self, country: Atom, body: Atom) -> bool:
        """ "the US Fifth Fleet": a country right before a listed state body of no country."""
        if country.kind is not _COUNTRY or body.kind is not _KNOWN or not body.senses:
            return False
        if self.profile.words.compounds:
            return False
        sense = body.senses[0]
        return sense.actor in STATE_BODIES and sense.country in ("", None)

    def _all_modify(self, at: int, count: int) -> bool:
        """Whether a few tokens can all stand between an article and its noun, and none of them is
        a cue's finite verb: not "the Brazilian told reporters"."""
        if count > 3:
            return False
        classes, end = self.classes, at + count
        while at < end and classes[at] & _MODIFIER_OR_VERB == _MODIFIER:
            at += 1
        return at == end

    def _as_owner(self, atom: Atom) -> Owner:
        """An atom as the owner of the next one."""
        kind, first = atom.kind, atom.first
        if kind is _PRONOUN:
            return Owner(first, None, None, first)
        country = atom.senses[0].country or None if atom.senses else None
        if kind in _ADJECTIVAL:
            return Owner(first, country, None, None, True)
        if kind in PLACES:
            return Owner(first, country, None, None, False, atom.last)
        if kind is _BODY and not atom.capital:
            return Owner(first, country, self._name_text(atom), None, False, atom.last, True)
        return Owner(first, country, self._name_text(atom))

    def _modifies(self, i: int) -> bool:
        """Whether a token can stand between an article and its noun."""
        return bool(self.classes[i] & _MODIFIER)

    def _says(self, i: int) -> bool:
        """Whether a token can be a cue's finite verb: "the Brazilian told reporters"."""
        return bool(self.classes[i] & _FINITE_CUE)

    def _determine(self, phrase: NounPhrase) -> None:
        """Settles whether a phrase that something determines is definite ("a general" is not)."""
        first = phrase.first
        phrase.determined = True
        phrase.definite = not (self.classes[first] & _INDEFINITE or self.counted[first])

    def _left(self, start: int, first: int) -> int:
        """The start of the phrase with the article and the modifiers before ``start``.

        A numeral, and adjectives that sources are given, belong to it without an article too.
        """
        classes, counted = self.classes, self.counted
        if classes[start] & _POSSESSIVE:
            return start  # nothing stands before "its soldiers"
        certain = i = start
        if start - first > 6:
            first = start - 6
        while i > first:
            i -= 1
            word = classes[i]
            if word & _DETERMINER:
                return i
            if counted[i] or (word & _SOURCED and certain == i + 1):
                certain = i
            elif not word & _MODIFIER:
                if self.norms[i] not in GENITIVES or not classes[i - 1] & _MODIFIER:
                    break
                # "the country's electoral commission": an owner that no list has.
        return certain

    def _description(self, phrase: NounPhrase) -> str:
        first, last, articles = phrase.first, phrase.last, self.profile.words.articles
        while first < last and self.norms[first] in articles:
            first += 1
        return self._text(first, last)

    def _name_text(self, atom: Atom) -> str:
        """The name without a genitive's -s."""
        first, last = atom.first, atom.last
        name = self.words[first] if last - first == 1 else self._text(first, last)
        return name[:-1] if atom.genitive else name

    def _is_genitive(self, atom: Atom) -> bool:
        norms = self.norms
        return atom.genitive or (atom.last < len(norms) and norms[atom.last] in GENITIVES)


def _is_appositive(name: Atom, noun: Atom) -> bool:
    """Whether a noun only says what the outlet before it is: "the Interfax news agency"."""
    return (
        name.kind is _KNOWN
        and noun.body is not None
        and noun.body.noun.kind is ActorKind.MEDIA
        and bool(name.senses)
        and name.senses[0].actor is ActorKind.MEDIA
    )
