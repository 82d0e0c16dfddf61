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

from operator import attrgetter

from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import Atom, AtomKind
from newsmodel.parsing.people import PeoplePhrases
from newsmodel.parsing.phrases import NounPhrase, Owner, PhraseKind

__all__ = ["NounPhrase", "PhraseBuilder", "PhraseKind"]

#: As plain names, which are asked for with every atom.
_ROLE, _BODY, _NAME, _KNOWN = AtomKind.ROLE, AtomKind.BODY, AtomKind.NAME, AtomKind.KNOWN
#: What makes a phrase together with the atoms after it.
_MADE_OF_SEVERAL = frozenset({_ROLE, _BODY, _NAME})
#: What is named by itself too where it owns the next one.
_OWNING = frozenset({_KNOWN, AtomKind.METONYM, AtomKind.COUNTRY, AtomKind.CAPITAL})
_head_first = attrgetter("head_first")
_PERSON, _UNNAMED_BODY = PhraseKind.PERSON, PhraseKind.UNNAMED_BODY


class PhraseBuilder(PeoplePhrases):
    """Puts the atoms of one text together into noun phrases."""

    def build(self, atoms: list[Atom], first: int, last: int) -> list[NounPhrase]:
        """The noun phrases of a sentence, in order."""
        found: list[NounPhrase] = []
        k, count = 0, len(atoms)
        owner: Owner | None = None
        while k < count:
            atom = atoms[k]
            kind = atom.kind
            owner_here = None
            if kind is not _ROLE and k + 1 < count and atoms[k + 1].first - atom.last <= 4:
                owner_here = self._owner(atoms, k)
            if owner_here is not None:
                if kind is _KNOWN or self._is_genitive(atom):
                    found += self._owning(atom, first)
                if owner is not None and owner.country and not owner_here.country:
                    owner_here.country, owner_here.first = owner.country, owner.first
                owner = owner_here
                k += 1
                continue
            if kind not in _MADE_OF_SEVERAL:
                found.append(self._listed(atom, owner, first))
                owner = None
                k += 1
                continue
            if kind is _ROLE:
                phrases, k = self._role(atoms, k, owner, first, last)
            elif kind is _BODY:
                phrases, k = self._body(atoms, k, owner, first, last)
            else:
                phrases, k = self._name(atoms, k, owner, first, last)
            if found and phrases:
                self._join(found, phrases, last)
            found += phrases
            owner = None
        if self.extras:
            found += self.extras.values()
            found.sort(key=_head_first)
            self.extras.clear()
        return found

    def _owning(self, atom: Atom, first: int) -> list[NounPhrase]:
        """The phrase of a body that owns the next one: "Nato's commander" names two actors."""
        kind, at, end = atom.kind, atom.first, atom.last
        if kind in _OWNING:
            return [self._listed(atom, None, first)]
        if kind is _NAME:
            phrase = NounPhrase(at, end, at, end, PhraseKind.NAME, self._name_text(atom))
            self._classify_name(phrase)
            return [phrase]
        if kind is _BODY and atom.capital:
            actor = atom.body.noun.kind if atom.body else ActorKind.MILITARY
            left, name = self._left(at, first), self._text(at, end)
            return [NounPhrase(left, end, at, end, PhraseKind.BODY, name, actor)]
        return []

    def _join(self, found: list[NounPhrase], phrases: list[NounPhrase], last: int) -> None:
        """Makes one of two phrases where the later one only goes on with the earlier one."""
        before, phrase = found[-1], phrases[0]
        if phrase.kind is _PERSON:
            if self._explains(before, phrase, last):
                self._take_over(phrase, found.pop())
            else:
                at = self._explained_apart(found, phrase, last)
                if at:
                    self._take_over(phrase, found.pop(at))
        elif phrase.kind is _UNNAMED_BODY and _says_what(before, phrase):
            before.last = phrases.pop(0).last

    def _explains(self, role: NounPhrase, person: NounPhrase, last: int) -> bool:
        """ROLE "," RANK NAME: an office that the person after the comma holds."""
        return (
            role.kind is PhraseKind.ROLE
            and role.determined
            and not role.plural
            and self._is_aside(person, role.last, last)
        )

    def _explained_apart(self, found: list[NounPhrase], person: NounPhrase, last: int) -> int:
        """ROLE "for" WHOSE "," NAME: "a spokesman for the rebels, X": where the role is among the
        phrases before a name, counted from the end, or 0."""
        comma = person.first - 1
        if person.role is not None or not self._is_aside(person, comma, last):
            return 0
        at = -1
        if len(found) > 1 and found[-1].last == comma:
            at, comma = -2, found[-1].first
        role = found[at]
        form, end = role.role_form, role.last
        if (
            form is None
            or role.kind is not PhraseKind.ROLE
            or role.plural
            or not role.determined
            or not 0 < comma - end <= 4
            or self.norms[end] not in form.role.portfolio
            or self.norms[role.head_last - 1] in self.profile.words.kin
        ):
            return 0
        plain = all(self._precedes_role(i) for i in range(end + 1, comma))
        return at if plain else 0

    def _is_aside(self, person: NounPhrase, comma: int, last: int) -> bool:
        """Whether a person's name stands by itself between a comma and the next mark."""
        words = self.words
        return (
            person.first == comma + 1
            and words[comma] == ","
            and (person.last >= last or words[person.last] in ",.;)—–")
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


def _says_what(body: NounPhrase, noun: NounPhrase) -> bool:
    """NAME NOUN: what a listed outlet is ("the Interfax news agency"), not another one."""
    return (
        body.kind is PhraseKind.BODY
        and body.sense is not None
        and body.actor is ActorKind.MEDIA
        and noun.actor is ActorKind.MEDIA
        and noun.first == noun.head_first == body.last
    )
