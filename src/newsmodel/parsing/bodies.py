"""Bodies: noun phrases that name or describe organisations, countries and places.

In: atoms and their owner. Out: noun phrases. Knows how the name of a body is put together, and
nothing of people.
"""

from __future__ import annotations

from newsmodel.languages.profile import SenseKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import OPENING_MARKS, Atom, AtomKind
from newsmodel.parsing.phrases import NounPhrase, Owner, PhraseBase, PhraseKind

_PRONOUN, _BODY = PhraseKind.PRONOUN, PhraseKind.BODY
_DEMONYM, _METONYM = PhraseKind.DEMONYM, PhraseKind.METONYM
#: What phrase an atom makes by itself, and what actor that names.
_LISTED: dict[AtomKind, tuple[PhraseKind, ActorKind | None]] = {
    AtomKind.PRONOUN: (_PRONOUN, None),
    AtomKind.COUNTRY: (PhraseKind.COUNTRY, ActorKind.COUNTRY),
    AtomKind.KNOWN: (_BODY, None),
    AtomKind.CAPITAL: (PhraseKind.CAPITAL, ActorKind.GOVERNMENT),
    AtomKind.PLACE: (PhraseKind.PLACE, None),
    AtomKind.ADJECTIVE: (_DEMONYM, None),
    AtomKind.DEMONYM: (_DEMONYM, None),
    AtomKind.METONYM: (_METONYM, None),
}


class BodyPhrases(PhraseBase):
    """Builds the phrases of bodies and of what the gazetteer lists."""

    def _listed(self, atom: Atom, owner: Owner | None, first: int) -> NounPhrase:
        at, last = atom.first, atom.last
        kind, actor = _LISTED[atom.kind]
        if kind is _PRONOUN:
            return NounPhrase(at, last, at, last, kind, self._text(at, last))
        sense = atom.senses[0] if atom.senses else None
        start = owner.first if owner else at
        left, name = self._left(start, first), self._name_text(atom)
        phrase = NounPhrase(left, last, at, last, kind, name, actor, sense=sense)
        phrase.country = (sense.country or None) if sense else None
        self._determine(phrase, start, None)
        if kind is _BODY:
            self._known(phrase, atom, owner)
        elif kind is _DEMONYM:
            phrase.plural = atom.has(SenseKind.DEMONYMS) is not None
        elif kind is _METONYM:
            phrase.actor = sense.actor if sense else None
            if atom.has(SenseKind.CITY) or atom.has(SenseKind.CAPITAL):
                phrase.kind = PhraseKind.CAPITAL  # a city: it stands for a body only at times
        return phrase

    def _known(self, phrase: NounPhrase, atom: Atom, owner: Owner | None) -> None:
        """Settles what a listed organisation is."""
        phrase.actor = phrase.sense.actor if phrase.sense else None
        if owner and owner.country and not phrase.country:
            phrase.country = owner.country
        phrase.country = phrase.country or self._country_in_name(atom)
        if owner and owner.adjective and phrase.actor in (ActorKind.GOVERNMENT, ActorKind.MILITARY):
            # "the Angolan Defense Ministry": a common name that the adjective owns.
            phrase.head_first, phrase.sense = owner.first, None
            phrase.name = self._text(owner.first, atom.last)
        phrase.last = self._bracket_end(phrase.last)

    def _country_in_name(self, atom: Atom) -> str | None:
        """The country that the first word of a longer name says: "US Marine Corps"."""
        if atom.last - atom.first < 2:
            return None
        found = self.profile.gazetteer.match(self.tokens.words, atom.first, atom.first + 1)
        if found is None:
            return None
        return (
            next(
                (
                    s.country
                    for s in found[1]
                    if s.kind in (SenseKind.ADJECTIVE, SenseKind.COUNTRY) and not s.ambiguous
                ),
                None,
            )
            or None
        )

    def _bracket_end(self, end: int) -> int:
        """Past a bracketed acronym or party: "(SP)", "(VN)"."""
        words = self.tokens.words
        if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")":
            return end + 3
        return end

    def _body(
        self, atoms: list[Atom], k: int, owner: Owner | None, first: int, last: int
    ) -> tuple[list[NounPhrase], int]:
        atom = atoms[k]
        words = self.tokens.words
        noun = atom.body.noun if atom.body else None
        kind = noun.kind if noun else ActorKind.MILITARY
        start = owner.first if owner else atom.first
        phrase = NounPhrase(
            self._left(start, first),
            atom.last,
            atom.first,
            atom.last,
            PhraseKind.UNNAMED_BODY,
            actor=kind,
            country=owner.country if owner else None,
            affiliation=owner.affiliation if owner else None,
            possessor=owner.possessor if owner else None,
            plural=bool(atom.body and atom.body.plural),
        )
        self._determine(phrase, start, owner)
        if atom.prefix and atom.senses:
            phrase.country = phrase.country or atom.senses[0].country or None
        k += 1
        named = self._body_name(phrase, atoms, k, last)
        if named is not None:
            return [phrase], named
        end = atom.last
        stop = self._body_portfolio(atom, end, last)
        if stop > end:
            while k < len(atoms) and atoms[k].first < stop:
                k += 1
            phrase.last = phrase.head_last = stop
        is_named = (
            (atom.capital and not phrase.plural)
            or stop > end
            or bool(
                owner
                and owner.adjective
                and self.tokens.norms[atom.last - 1].endswith(self.profile.words.named_bodies)
            )
        )
        if is_named and not phrase.plural:
            phrase.kind = PhraseKind.BODY
            if owner and (owner.adjective or (owner.touches == atom.first and atom.capital)):
                phrase.head_first = owner.first
        phrase.name = self._text(phrase.head_first, phrase.head_last)
        if phrase.country is None and words[phrase.head_last - 1 : phrase.head_last]:
            phrase.country = self._country_after(phrase, atoms, k, last)
            if (
                phrase.country
                and phrase.kind is PhraseKind.UNNAMED_BODY
                and not phrase.plural
                and (self.tokens.norms[atom.last - 1].endswith(self.profile.words.named_bodies))
            ):
                # "de regering van Tsjaad": the country makes it one body.
                phrase.kind = PhraseKind.BODY
                phrase.last = phrase.head_last = atoms[k].last
                phrase.name = self._text(phrase.head_first, phrase.head_last)
        return [phrase], k

    def _country_after(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, last: int
    ) -> str | None:
        """ "the government of Mozambique", "de regering van Mali"."""
        if k < len(atoms) and phrase.last < last and atoms[k].kind is AtomKind.COUNTRY:
            between = self.tokens.norms[phrase.last : atoms[k].first]
            if between and between[0] in self.profile.words.of and len(between) <= 2:
                sense = atoms[k].sense
                return (sense.country or None) if sense else None
        return None

    def _body_name(self, phrase: NounPhrase, atoms: list[Atom], k: int, last: int) -> int | None:
        """BODY NAME: "het persbureau ‘X’", "the monitoring group Y", "zender Z"."""
        if k >= len(atoms):
            return None
        name, end = atoms[k], phrase.last
        words = self.tokens.words
        quoted = name.first == end + 1 and words[end] in OPENING_MARKS
        if name.kind not in (AtomKind.NAME, AtomKind.KNOWN, AtomKind.PLACE, AtomKind.BODY):
            return None
        if not (name.first == end or quoted) or phrase.plural or not name.capital:
            return None
        phrase.kind = PhraseKind.BODY
        phrase.head_first, phrase.head_last = name.first, name.last
        phrase.name = self._text(name.first, name.last)
        phrase.last = name.last + (1 if quoted else 0)
        phrase.sense = name.sense
        if name.kind is AtomKind.KNOWN and name.sense and name.sense.actor:
            phrase.actor = name.sense.actor
            phrase.country = phrase.country or name.sense.country or None
        return k + 1

    def _body_portfolio(self, atom: Atom, end: int, last: int) -> int:
        if atom.body is None or end >= last:
            return end
        norms = self.tokens.norms
        if norms[end] not in atom.body.noun.portfolio:
            return end
        at = end + 1
        found = self.profile.words.portfolios.match(norms, at, last) if at < last else None
        return at + found[0] if found else end
