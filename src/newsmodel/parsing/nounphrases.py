"""Noun phrases: people, bodies and countries as the text names or describes them.

In: the atoms of a sentence (:mod:`newsmodel.parsing.names`). Out: :class:`NounPhrase` objects in
order, each with its name, office, portfolio, affiliation and country as far as the phrase itself
tells. Knows nothing of verbs, and not which phrases mean the same actor.

    person  := [owner] [modifier…] ROLE [portfolio] NAME
             | [owner] ROLE [portfolio] "," NAME
             | NAME "," [article] [owner] ROLE [portfolio]
             | ROLE-plural NAME ["(" portfolio ")"] {("," | and) NAME ["(" portfolio ")"]}
    body    := [owner] BODY [portfolio] | [owner] BODY NAME | KNOWN | METONYM
    owner   := ADJECTIVE | (COUNTRY | CAPITAL | BODY | KNOWN) ['s] | possessive
"""

from __future__ import annotations

from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import Atom, AtomKind
from newsmodel.parsing.people import PeoplePhrases
from newsmodel.parsing.phrases import NounPhrase, Owner, PhraseKind, may_own

__all__ = ["NounPhrase", "PhraseBuilder", "PhraseKind"]

#: As plain names, which are asked for with every atom.
_ROLE, _BODY, _NAME, _KNOWN = AtomKind.ROLE, AtomKind.BODY, AtomKind.NAME, AtomKind.KNOWN
#: What makes a phrase together with the atoms after it.
_MADE_OF_SEVERAL = frozenset({_ROLE, _BODY, _NAME})
_PERSON, _UNNAMED_BODY = PhraseKind.PERSON, PhraseKind.UNNAMED_BODY


class PhraseBuilder(PeoplePhrases):
    """Puts the atoms of one text together into noun phrases."""

    def build(self, atoms: list[Atom], first: int, last: int) -> list[NounPhrase]:
        """The noun phrases of a sentence, in order."""
        found: list[NounPhrase] = []
        k = 0
        owner: Owner | None = None
        while k < len(atoms):
            atom = atoms[k]
            owner_here = self._owner(atoms, k) if may_own(atoms, k) else None
            if owner_here is not None and self._leads_on(atoms, k, owner_here):
                if self._is_genitive(atom) or atom.kind is _KNOWN:
                    found += self._owning(atom, first)
                if owner is not None and owner.country and not owner_here.country:
                    owner_here.country, owner_here.first = owner.country, owner.first
                owner = owner_here
                k += 1
                continue
            if atom.kind not in _MADE_OF_SEVERAL:
                found.append(self._listed(atom, owner, first))
                owner = None
                k += 1
                continue
            phrases, k = self._phrase(atoms, k, owner, first, last)
            if found and phrases:
                kind = phrases[0].kind
                if kind is _PERSON and self._explains(found[-1], phrases[0], last):
                    self._take_over(phrases[0], found.pop())
                elif kind is _UNNAMED_BODY and self._says_what(found[-1], phrases[0]):
                    found[-1].last = phrases.pop(0).last
            found += phrases
            owner = None
        if self.extras:
            found += self.extras.values()
            found.sort(key=lambda phrase: phrase.head_first)
            self.extras.clear()
        return found

    def _owning(self, atom: Atom, first: int) -> list[NounPhrase]:
        """The phrase of a body that owns the next one: "Nato's commander" names two actors."""
        if atom.kind in (AtomKind.KNOWN, AtomKind.METONYM, AtomKind.COUNTRY, AtomKind.CAPITAL):
            return [self._listed(atom, None, first)]
        if atom.kind is AtomKind.NAME:
            phrase = NounPhrase(
                atom.first,
                atom.last,
                atom.first,
                atom.last,
                PhraseKind.NAME,
                name=self._name_text(atom),
            )
            self._classify_name(phrase)
            return [phrase]
        if atom.kind is AtomKind.BODY and atom.capital:
            return [
                NounPhrase(
                    self._left(atom.first, first),
                    atom.last,
                    atom.first,
                    atom.last,
                    PhraseKind.BODY,
                    name=self._text(atom.first, atom.last),
                    actor=atom.body.noun.kind if atom.body else ActorKind.MILITARY,
                )
            ]
        return []

    def _explains(self, role: NounPhrase, person: NounPhrase, last: int) -> bool:
        """ROLE "," RANK NAME: an office that the person after the comma holds."""
        words = self.tokens.words
        return (
            role.kind is PhraseKind.ROLE
            and role.determined
            and not role.plural
            and person.first == role.last + 1
            and words[role.last] == ","
            and (person.last >= last or words[person.last] in ",.;)—–")
        )

    def _says_what(self, body: NounPhrase, noun: NounPhrase) -> bool:
        """NAME NOUN: what a listed outlet is ("the Interfax news agency"), not another one."""
        return (
            body.kind is PhraseKind.BODY
            and body.sense is not None
            and body.actor is ActorKind.MEDIA
            and noun.actor is ActorKind.MEDIA
            and noun.first == noun.head_first == body.last
        )

    def _take_over(self, person: NounPhrase, role: NounPhrase) -> None:
        """Gives a person the office before the comma, and whose it is."""
        person.first = role.first
        person.role, person.role_form = role.role, role.role_form
        person.portfolio = person.portfolio or role.portfolio
        person.country = person.country or role.country
        person.affiliation = person.affiliation or role.affiliation
        person.possessor = person.possessor if person.possessor is not None else role.possessor
        person.gender = person.gender or role.gender

    def _phrase(
        self, atoms: list[Atom], k: int, owner: Owner | None, first: int, last: int
    ) -> tuple[list[NounPhrase], int]:
        """The phrases that start with an atom, and the next atom that belongs to none of them."""
        kind = atoms[k].kind
        if kind is _ROLE:
            return self._role(atoms, k, owner, first, last)
        if kind is _BODY:
            return self._body(atoms, k, owner, first, last)
        return self._name(atoms, k, owner, first, last)
