"""Phrases: what a noun phrase is, who owns it, and how far it reaches.

In: atoms. Out: the class of noun phrases, and the questions that building any of them asks. Knows
nothing of offices or bodies in particular.
"""

from __future__ import annotations

from enum import Enum, auto

from attrs import define

from newsmodel.languages.profile import Profile, RoleForm, Sense, SenseKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import Atom, AtomKind
from newsmodel.parsing.namewords import NameWord
from newsmodel.parsing.tokens import Tokens

#: As plain numbers, which are compared many times a sentence.
_MODIFIER, _FINITE_CUE = int(NameWord.MODIFIER), int(NameWord.FINITE_CUE)
_DETERMINER, _POSSESSIVE = int(NameWord.DETERMINER), int(NameWord.POSSESSIVE)
_INDEFINITE, _SOURCED = int(NameWord.INDEFINITE), int(NameWord.SOURCED)


class PhraseKind(Enum):
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
    role: str | None = None
    role_form: RoleForm | None = None
    portfolio: str | None = None
    affiliation: str | None = None
    country: str | None = None
    plural: bool = False
    gender: str = ""
    sense: Sense | None = None
    #: The possessive pronoun that owns it ("its spokesman"), to be resolved later.
    possessor: int | None = None
    #: Whether an article, a possessive or an owner determines it, and whether that says which one.
    determined: bool = False
    definite: bool = False
    #: The end of a plain of-phrase that belongs to the role ("leader of the opposition"), or -1.
    tail: int = -1
    #: The first token of the role before a person's name, or -1.
    noun_first: int = -1


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
_ADJECTIVAL = (AtomKind.ADJECTIVE, AtomKind.DEMONYM)
PLACES = (AtomKind.COUNTRY, AtomKind.CAPITAL, AtomKind.PLACE)
#: What can be somebody's.
_OWNED = frozenset(
    {
        AtomKind.ROLE,
        AtomKind.BODY,
        AtomKind.ADJECTIVE,
        AtomKind.KNOWN,
        AtomKind.METONYM,
        AtomKind.NAME,
    }
)


def may_own(atoms: list[Atom], k: int) -> bool:
    """Whether an atom stands so near before another that it can say whose that is."""
    if k + 1 >= len(atoms) or atoms[k].kind is _ROLE:
        return False
    following = atoms[k + 1]
    return following.kind in _OWNED and following.first - atoms[k].last <= 4


class PhraseBase:
    """What the builders of all kinds of phrases share."""

    def __init__(
        self, tokens: Tokens, profile: Profile, counted: bytearray, classes: list[int]
    ) -> None:
        self.tokens = tokens
        self.profile = profile
        self._text = tokens.slice
        #: Tokens that belong to a quantity are marked here.
        self.counted = counted
        #: What each token can be as a word, of :class:`NameWord`.
        self.classes = classes
        #: Bodies within the phrases of offices ("leader of the opposition"), by their first token.
        self.extras: dict[int, NounPhrase] = {}

    def _owner(self, atoms: list[Atom], k: int) -> Owner | None:
        atom = atoms[k]
        kind, sense = atom.kind, atom.sense
        country = sense.country or None if sense else None
        if kind in _ADJECTIVAL:
            return Owner(atom.first, country, adjective=True)
        if kind is _PRONOUN:
            owns = self.classes[atom.first] & _POSSESSIVE
            return Owner(atom.first, possessor=atom.first) if owns else None
        if kind in PLACES:
            return Owner(atom.first, country, touches=atom.last)
        if kind is _BODY and not atom.capital:
            text = self._text(atom.first, atom.last)
            return Owner(atom.first, country, affiliation=text, touches=atom.last, noun=True)
        return Owner(atom.first, country, affiliation=self._name_text(atom))

    def _leads_on(self, atoms: list[Atom], k: int, owner: Owner) -> bool:
        """Whether the next atom, a noun or a name that can be owned, is owned by the one at ``k``
        (:func:`may_own`)."""
        atom, following = atoms[k], atoms[k + 1]
        gap = range(atom.last, following.first)
        genitive = len(gap) > 0 and self.tokens.norms[gap[0]] in ("'s", "'")
        if genitive:
            gap = gap[1:]
        elif atom.genitive:
            genitive = True
        if following.kind is _KNOWN or following.kind is _METONYM:
            ownable = owner.adjective or genitive
        else:
            ownable = owner.adjective or following.kind is not _NAME
        if not ownable or len(gap) > 3 or self._is_appositive(atom, following, gap):
            return False
        if atom.kind is AtomKind.DEMONYM and not atom.has(SenseKind.ADJECTIVE):
            # "de Brit Ian Moss": the nationality of the person named.
            return following.kind is AtomKind.NAME and following.first == atom.last
        if owner.adjective or genitive or owner.possessor is not None:
            return all(self._modifies(i) and not self._says(i) for i in gap)
        if following.kind is AtomKind.ADJECTIVE or len(gap) > 0:
            return False
        if atom.kind is _NAME or atom.kind is _BODY:
            # "Peeters spokesman"; a language of compounds writes them as one word, and what
            # follows a name is what somebody is: "sinds 2019 is Peeters voorzitter".
            return following.kind is _ROLE and not self.profile.words.compounds
        return True

    def _is_appositive(self, name: Atom, noun: Atom, gap: range) -> bool:
        """Whether a noun only says what the outlet before it is: "the Interfax news agency"."""
        return (
            not gap
            and name.kind is _KNOWN
            and noun.body is not None
            and noun.body.noun.kind is ActorKind.MEDIA
            and name.sense is not None
            and name.sense.actor is ActorKind.MEDIA
        )

    def _modifies(self, i: int) -> bool:
        """Whether a token can stand between an article and its noun."""
        return bool(self.classes[i] & _MODIFIER)

    def _says(self, i: int) -> bool:
        """Whether a token can be a cue's finite verb: "the Brazilian told reporters"."""
        return bool(self.classes[i] & _FINITE_CUE)

    def _determine(self, phrase: NounPhrase, start: int, owner: Owner | None) -> None:
        """Settles whether a phrase is determined, and definite ("a general" is not)."""
        first = phrase.first
        if first < start or owner is not None:
            phrase.determined = True
            phrase.definite = not (self.classes[first] & _INDEFINITE or self.counted[first])

    def _left(self, start: int, first: int) -> int:
        """The start of the phrase with the article and the modifiers before ``start``.

        A numeral, and adjectives that sources are given, belong to it without an article too.
        """
        classes, counted = self.classes, self.counted
        certain = i = start
        if classes[start] & _POSSESSIVE:
            return start  # nothing stands before "its soldiers"
        first = max(first, start - 6)
        while i > first:
            i -= 1
            if classes[i] & _DETERMINER:
                return i
            if counted[i] or (classes[i] & _SOURCED and certain == i + 1):
                certain = i
            elif not classes[i] & _MODIFIER:
                break
        return certain

    def _description(self, phrase: NounPhrase) -> str:
        first = phrase.first
        while first < phrase.last and self.tokens.norms[first] in self.profile.words.articles:
            first += 1
        return self._text(first, phrase.last)

    def _name_text(self, atom: Atom) -> str:
        """The name without a genitive's -s."""
        name = self._text(atom.first, atom.last)
        return name[:-1] if atom.genitive else name

    def _is_genitive(self, atom: Atom) -> bool:
        norms = self.tokens.norms
        return atom.genitive or (atom.last < len(norms) and norms[atom.last] in ("'s", "'"))
