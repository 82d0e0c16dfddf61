"""Bodies: noun phrases that name or describe organisations, countries and places.

In: atoms and their owner. Out: noun phrases. Knows how the name of a body is put together, and
nothing of people.
"""

from __future__ import annotations

from newsmodel.languages.profile import SenseKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import OPENING_MARKS, Atom, AtomKind
from newsmodel.parsing.phrases import STATE_BODIES, NounPhrase, Owner, PhraseBase, PhraseKind

_PRONOUN, _BODY = PhraseKind.PRONOUN, PhraseKind.BODY
_DEMONYM, _METONYM = PhraseKind.DEMONYM, PhraseKind.METONYM
_UNNAMED_BODY, _COUNTRY = PhraseKind.UNNAMED_BODY, AtomKind.COUNTRY
_MILITARY, _STATE, _COMMON = ActorKind.MILITARY, ActorKind.GOVERNMENT, ActorKind.ORGANIZATION
#: What names the body whose noun stands before it.
_NAMING = frozenset({AtomKind.NAME, AtomKind.KNOWN, AtomKind.PLACE, AtomKind.BODY})
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
        name = self._name_text(atom)
        if kind is _PRONOUN:
            return NounPhrase(at, last, at, last, kind, name)
        sense = atom.senses[0] if atom.senses else None
        country = sense.country or None if sense is not None else None
        start = owner.first if owner is not None else at
        left = self._left(start, first)
        phrase = NounPhrase(left, last, at, last, kind, name, actor, country, sense)
        if left < start:
            self._determine(phrase)
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
        if owner and (owner.adjective or owner.touches == atom.first) and self._is_common(phrase):
            # "the Angolan Defense Ministry": a common name that the adjective owns.
            phrase.head_first, phrase.sense = owner.first, None
            phrase.name = self._text(owner.first, atom.last)
        phrase.last = self._bracket_end(phrase.last)

    def _is_common(self, phrase: NounPhrase) -> bool:
        """Whether many countries have a body of a listed name: a ministry, a Red Cross."""
        if phrase.actor in STATE_BODIES:
            return True
        at, end = phrase.head_first, phrase.head_last
        found = self.profile.organizations.match(self.norms, at, end)
        return found is not None and at + found[0] == end

    def _country_in_name(self, atom: Atom) -> str | None:
        """The country that the first word of a longer name says: "US Marine Corps"."""
        if atom.last - atom.first < 2:
            return None
        found = self.profile.gazetteer.match(self.words, atom.first, atom.first + 1)
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
        words = self.words
        if end + 2 < len(words) and words[end] == "(" and words[end + 2] == ")":
            return end + 3
        return end

    def _body(
        self, atoms: list[Atom], k: int, owner: Owner | None, first: int, last: int
    ) -> tuple[list[NounPhrase], int]:
        atom = atoms[k]
        form, at, end = atom.body, atom.first, atom.last
        kind = form.noun.kind if form is not None else _MILITARY
        if atom.capital and kind is _STATE and self.norms[at] in self.profile.words.international:
            kind = _COMMON
        start = owner.first if owner is not None else at
        left = self._left(start, first)
        phrase = NounPhrase(left, end, at, end, _UNNAMED_BODY, "", kind)
        if form is not None:
            phrase.plural = form.plural
        if owner is not None:
            phrase.country, phrase.possessor = owner.country, owner.possessor
            phrase.affiliation = owner.affiliation
        if left < start or owner is not None:
            self._determine(phrase)
        if atom.prefix and atom.senses:
            phrase.country = phrase.country or atom.senses[0].country or None
        k += 1
        if k < len(atoms) and self._body_name(phrase, atoms[k]):
            return [phrase], k + 1
        stop = self._body_portfolio(atom, end, last)
        if stop > end:
            while k < len(atoms) and atoms[k].first < stop:
                k += 1
            phrase.last = phrase.head_last = stop
        single = not phrase.plural
        if single and (
            atom.capital
            or stop > end
            or (owner is not None and self._names(owner, atom) and self._is_named_body(end - 1))
        ):
            phrase.kind = _BODY
            if owner is not None and (owner.adjective or owner.touches == at):
                phrase.head_first = owner.first
        phrase.name = self._text(phrase.head_first, stop)
        if phrase.country is None and k < len(atoms):
            phrase.country = self._country_after(phrase, atoms[k], last)
            if (
                phrase.country
                and single
                and phrase.kind is _UNNAMED_BODY
                and self._is_named_body(end - 1)
            ):
                # "de regering van Tsjaad": the country makes it one body.
                phrase.kind = _BODY
                phrase.last = phrase.head_last = atoms[k].last
                phrase.name = self._text(phrase.head_first, phrase.head_last)
        return [phrase], k

    def _names(self, owner: Owner, noun: Atom) -> bool:
        """Whether an owner makes a name with its noun: an adjective; where no compounds are
        written, a country right before it ("the US treasury department")."""
        return owner.adjective or (
            owner.touches == noun.first and not owner.noun and not self.profile.words.compounds
        )

    def _is_named_body(self, i: int) -> bool:
        """Whether a noun means one body where it is said whose it is: "the Angolan government"."""
        return self.norms[i].endswith(self.profile.words.named_bodies)

    def _country_after(self, phrase: NounPhrase, atom: Atom, last: int) -> str | None:
        """ "the government of Mozambique", "de regering van Mali"."""
        end = phrase.last
        if atom.kind is not _COUNTRY or end >= last or not 0 < atom.first - end <= 2:
            return None
        if self.norms[end] not in self.profile.words.of or not atom.senses:
            return None
        return atom.senses[0].country or None

    def _body_name(self, phrase: NounPhrase, name: Atom) -> bool:
        """BODY NAME: "het persbureau ‘X’", "the monitoring group Y", "zender Z"."""
        end, at = phrase.last, name.first
        if at - end > 1 or not name.capital or phrase.plural or name.kind not in _NAMING:
            return False
        quoted = at == end + 1 and self.words[end] in OPENING_MARKS
        if not (at == end or quoted):
            return False
        phrase.kind = _BODY
        phrase.noun_last = end
        phrase.head_first, phrase.head_last = at, name.last
        phrase.name = self._text(at, name.last)
        phrase.last = name.last + (1 if quoted else 0)
        phrase.sense = name.sense
        if name.kind is AtomKind.KNOWN and name.sense and name.sense.actor:
            phrase.actor = name.sense.actor
            phrase.country = phrase.country or name.sense.country or None
        elif self.norms[end - 1] in self.profile.words.outlets:
            phrase.actor = ActorKind.MEDIA
        return True

    def _body_portfolio(self, atom: Atom, end: int, last: int) -> int:
        norms = self.norms
        if atom.body is None or end >= last or norms[end] not in atom.body.noun.portfolio:
            return end
        at = end + 1
        found = self.profile.words.portfolios.match(norms, at, last) if at < last else None
        return at + found[0] if found else end
