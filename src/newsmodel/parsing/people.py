"""People: noun phrases that name or describe persons, with office, portfolio and affiliation.

In: atoms and their owner. Out: noun phrases. Knows appositions and the order of office and name.
"""

from __future__ import annotations

from attrs import evolve

from newsmodel.languages.profile import RoleForm
from newsmodel.languages.schema import RoleKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import OPENING_MARKS, Atom, AtomKind
from newsmodel.parsing.bodies import BodyPhrases
from newsmodel.parsing.namewords import NameWord
from newsmodel.parsing.phrases import PLACES, NounPhrase, Owner, PhraseKind

#: As plain names, which are asked for with every phrase.
_ROLE, _BODY, _NAME, _KNOWN = AtomKind.ROLE, AtomKind.BODY, AtomKind.NAME, AtomKind.KNOWN
_ADJECTIVE, _COUNTRY = AtomKind.ADJECTIVE, AtomKind.COUNTRY
#: What a person can be of; and what a bracket behind a name can hold.
_BODIES = frozenset({_KNOWN, _BODY, AtomKind.METONYM})
_TITLE, _OFFICE = RoleKind.TITLE, RoleKind.OFFICE
_TITLES = frozenset({_TITLE, RoleKind.RANK})
#: What stands before a body and says where it is.
_SAYING_WHERE = PLACES | {_ADJECTIVE}
#: What a noun for a person can be that only modifies the next one.
_MODIFYING = frozenset({RoleKind.SOURCE, RoleKind.PROFESSION})
_ROLE_PHRASE, _NAME_PHRASE, _PERSON = PhraseKind.ROLE, PhraseKind.NAME, PhraseKind.PERSON
_BODY_PHRASE = PhraseKind.BODY
#: As plain numbers, which are compared with every name.
_VESSEL, _LOWER = int(NameWord.VESSEL), int(NameWord.LOWER)
_GENDERS = frozenset({"m", "f"})
#: What stands behind the name in "the minister, X,", where it is not the sentence's end.
_CLOSING = frozenset({",", "", ")", ".", "—", "–", ";"})


class PeoplePhrases(BodyPhrases):
    """Builds the phrases of persons and of nouns for persons."""

    def _name(
        self, atoms: list[Atom], k: int, owner: Owner | None, first: int, last: int
    ) -> tuple[list[NounPhrase], int]:
        atom = atoms[k]
        at, end = atom.first, atom.last
        phrase = NounPhrase(at, end, at, end, _NAME_PHRASE, self._name_text(atom))
        if owner is not None:
            phrase.first, phrase.country = self._left(owner.first, first), owner.country
        k += 1
        if self._is_vessel(at - 1):
            phrase.kind = PhraseKind.PLACE  # "the destroyer Ann Lee": nobody
            return [phrase], k
        self._classify_name(phrase)
        if phrase.kind is not _BODY_PHRASE and end < last:
            k = self._postmodify(phrase, atoms, k, last)
        return [phrase], k

    def _is_vessel(self, i: int) -> bool:
        """Whether a noun for a ship stands at a token, which the name after it is then of."""
        return i >= 0 and bool(self.classes[i] & _VESSEL and self.classes[i] & _LOWER)

    def _classify_name(self, phrase: NounPhrase) -> None:
        """A known given name makes a person; capitals throughout, an acronym."""
        at = phrase.head_first
        word, length = self.words[at], phrase.head_last - at
        portfolio = self.profile.words.portfolios.match(self.norms, at)
        if portfolio is not None and portfolio[0] == length:
            if not at or self.words[at - 1] not in OPENING_MARKS:
                phrase.kind, phrase.actor = _BODY_PHRASE, ActorKind.GOVERNMENT
                return
        if length > 1:
            firstnames = self.profile.firstnames
            given = firstnames.get(word)
            if given is None and "-" in word:
                given = firstnames.get(word.split("-")[0])
            if given is not None and not self._is_definite(phrase):
                phrase.kind, phrase.actor = _PERSON, ActorKind.PERSON
                phrase.gender = given if given in _GENDERS else ""
        elif 2 <= len(word) <= 7 and word.isupper() and any(map(str.isalpha, word)):
            phrase.kind, phrase.actor = _BODY_PHRASE, ActorKind.ORGANIZATION

    def _is_definite(self, phrase: NounPhrase) -> bool:
        """Whether an article stands before a name: "the Rose Revolution" is nobody."""
        before = self.norms[phrase.head_first - 1] if phrase.head_first else ""
        words = self.profile.words
        return before in words.articles and before not in words.indefinite

    def _postmodify(self, phrase: NounPhrase, atoms: list[Atom], k: int, last: int) -> int:
        """Reads what follows a name: "(SP)", "van het CDA", ", the foreign minister of X,"."""
        words, norms = self.words, self.norms
        end = phrase.last
        if end < last and words[end] == "(":
            close = next((i for i in range(end + 1, min(end + 6, last)) if words[i] == ")"), None)
            if close is not None:
                self._bracketed(phrase, end + 1, close)
                phrase.last = end = close + 1
                while k < len(atoms) and atoms[k].first < end:
                    if phrase.portfolio is None and (
                        atoms[k].kind in (_KNOWN, _BODY)
                        or (atoms[k].kind is _NAME and words[atoms[k].first].isalpha())
                    ):
                        break  # a party is an actor of its own
                    k += 1
        if end >= last or k >= len(atoms):
            return k
        if norms[end] in self.profile.words.of:
            self._of(phrase, atoms[k], end + 1)
        elif words[end] == ",":
            return self._apposition(phrase, atoms, k, last)
        elif atoms[k].first <= end + 3 and atoms[k].kind is _ROLE:
            if self.profile.words.auxiliaries.get(norms[end]) == "be":
                self._copula(phrase, atoms, k, end, last)
        return k

    def _of(self, phrase: NounPhrase, following: Atom, at: int) -> None:
        """ "X of Cyprus": the country or body that somebody is of."""
        gap = following.first - at
        if gap > 1 or (gap == 1 and self.norms[at] not in self.profile.words.articles):
            return
        if following.kind is _COUNTRY and following.senses:
            phrase.country = phrase.country or following.senses[0].country
            phrase.last = following.last
        elif following.kind in _BODIES:
            phrase.affiliation = self._text(following.first, following.last)
            phrase.last = following.last

    def _copula(self, phrase: NounPhrase, atoms: list[Atom], k: int, end: int, last: int) -> None:
        """ "X is president of Cyprus": the office that the sentence gives a name."""
        role = atoms[k].role
        between = self.norms[end + 1 : atoms[k].first]
        words = self.profile.words
        if (
            role is None
            or role.plural
            or role.role.kind is not _OFFICE
            or phrase.role
            or (not all(w in words.light or w in words.articles for w in between))
        ):
            return
        described = _bare_role(atoms[k])
        self._portfolio(described, list(atoms), k + 1, last)
        phrase.role_form, phrase.portfolio = role, described.portfolio
        phrase.role = self._role_text(atoms[k], described, None, end + 1)
        phrase.country = phrase.country or described.country
        phrase.affiliation = phrase.affiliation or described.affiliation
        phrase.kind, phrase.actor = _PERSON, ActorKind.PERSON

    def _bracketed(self, phrase: NounPhrase, first: int, last: int) -> None:
        text = self._text(first, last)
        found = self.profile.words.portfolios.match(self.norms, first, last)
        if found is not None and found[0] == last - first:
            phrase.portfolio = text
            if phrase.role and phrase.role_form and phrase.role_form.role.portfolio:
                phrase.role = f"{phrase.role} {phrase.role_form.role.portfolio[0]} {text}"
        elif not text[:1].isdigit():
            phrase.affiliation = phrase.affiliation or text

    def _apposition(self, phrase: NounPhrase, atoms: list[Atom], k: int, last: int) -> int:
        """NAME "," [article] [owner] ROLE [portfolio] — closed by a comma or the sentence's end."""
        words, norms, comma = self.words, self.norms, phrase.last
        at = k
        owner: Owner | None = None
        while at < len(atoms) and atoms[at].first - comma <= 6 and at - k < 3:
            for i in range(comma + 1, atoms[at].first):
                if words[i] in ",;()":
                    return k
            if atoms[at].kind is _ROLE:
                break
            owner = self._owner(atoms, at) if at + 1 < len(atoms) else None
            if owner is None:
                return k
            at += 1
        else:
            return k
        role = atoms[at]
        if role.role is None or role.role.plural or role.role.role.kind is _TITLE:
            return k
        for i in range(comma + 1, owner.first if owner else role.first):
            if not self._precedes_role(i):
                return k
        described = _bare_role(role)
        end, after = self._portfolio(described, atoms, at + 1, last)
        if (
            end < last
            and not (words[end] in ",.;)—–:" or norms[end] in self.profile.cues)
            and norms[end] not in self.profile.words.prepositions
        ):
            return k
        if after < len(atoms) and atoms[after].kind is _NAME and atoms[after].first == end:
            return k
        if (
            end < last
            and norms[end] in self.profile.cues
            and norms[comma + 1] in self.profile.words.indefinite
        ):
            return k  # "… in Goma, a diplomat said": who says it, not who Goma is
        phrase.kind, phrase.actor = _PERSON, ActorKind.PERSON
        noun = norms[role.last - 1]
        if noun in self.profile.words.kin or (
            noun in self.profile.words.ambiguous_roles
            and phrase.role
            and owner is None
            and not described.portfolio
        ):
            return after
        if phrase.role_form is None or phrase.role_form.role.kind is not _OFFICE:
            phrase.role_form = role.role
            phrase.role = self._role_text(role, described, owner, comma + 1)
        phrase.portfolio = phrase.portfolio or described.portfolio
        phrase.country = phrase.country or (owner.country if owner else None) or described.country
        phrase.affiliation = (
            phrase.affiliation or (owner.affiliation if owner else None) or described.affiliation
        )
        phrase.possessor = owner.possessor if owner else None
        phrase.last = end
        return after

    def _precedes_role(self, i: int) -> bool:
        """Whether a token can stand between the comma of an apposition and its role."""
        norm, words = self.norms[i], self.profile.words
        if norm in words.determiners:
            return norm not in words.complementizers
        return self._modifies(i) and not self._says(i)

    def _role(
        self, atoms: list[Atom], k: int, owner: Owner | None, first: int, last: int
    ) -> tuple[list[NounPhrase], int]:
        atom = atoms[k]
        form = atom.role
        assert form is not None
        following = atoms[k + 1] if k + 1 < len(atoms) else None
        if (
            following is not None
            and following.first == atom.last
            and not form.plural
            and (following.kind is _ROLE and self.words[following.first][0].islower())
            and form.role.kind in _MODIFYING
        ):
            # "rebel fighters": the first noun only modifies the second.
            modified = owner or Owner(atom.first)
            return self._role(atoms, k + 1, modified, first, last)
        phrase = self._role_phrase(atom, form, owner, first)
        end, after = self._portfolio(phrase, atoms, k + 1, last)
        phrase.role = self._role_text(atom, phrase, owner, phrase.first)
        phrase.last = end
        if after < len(atoms) and atoms[after].first <= end + 1:
            if form.plural:
                listed = self._role_list(phrase, atoms, after, end, last)
                if listed is not None:
                    return listed
            else:
                after, end = self._past_title(atoms, after, end)
                named = self._named_by(phrase, atoms[after], end, last)
                if named is not None:
                    return [named], self._postmodify(named, atoms, after + 1, last)
        if form.role.kind is _TITLE:
            return [], k + 1
        phrase.name = self._description(phrase)
        return [phrase], after

    def _role_phrase(
        self, atom: Atom, form: RoleForm, owner: Owner | None, first: int
    ) -> NounPhrase:
        """The phrase of a noun for people with what stands before it."""
        at, end = atom.first, atom.last
        country = affiliation = possessor = None
        start = at
        if owner is not None:
            start, country, possessor = owner.first, owner.country, owner.possessor
            affiliation = owner.affiliation
        if atom.prefix:
            affiliation = affiliation or atom.prefix
            if atom.senses:
                country = country or atom.senses[0].country or None
        left, plural, gender = self._left(start, first), form.plural, form.role.gender
        phrase = NounPhrase(
            left, end, at, end, _ROLE_PHRASE, "", None, country, None, affiliation, possessor,
            plural, form, gender, at,
        )  # fmt: skip
        if left < start or owner is not None:
            self._determine(phrase)
        return phrase

    def _past_title(self, atoms: list[Atom], k: int, end: int) -> tuple[int, int]:
        """Past a title or rank between an office and the name: "minister dr. X"."""
        title = atoms[k]
        if (
            k + 1 < len(atoms)
            and title.first == end
            and atoms[k + 1].first == title.last
            and atoms[k + 1].kind is _NAME
            and title.role is not None
            and title.role.role.kind in _TITLES
        ):
            return k + 1, title.last
        return k, end

    def _named_by(self, phrase: NounPhrase, name: Atom, end: int, last: int) -> NounPhrase | None:
        """The phrase of a role as that of the person that it makes with the name after it; None,
        and nothing changed, where there is no such name."""
        words, form = self.words, phrase.role_form
        at, after = name.first, name.last
        if name.kind is not _NAME and not (
            name.kind in PLACES and form is not None and form.role.kind in _TITLES
        ):
            return None
        if at == end + 1 and end < last and words[end] == "," and phrase.determined:
            follows = words[after] if after < last else ""
            if follows not in _CLOSING or after - at < 2:
                return None
        elif at != end and (at != end + 1 or words[end] not in OPENING_MARKS):
            return None
        noun = self.norms[phrase.head_last - 1]
        phrase.kind, phrase.actor = _PERSON, ActorKind.PERSON
        phrase.head_first, phrase.head_last, phrase.last = at, after, after
        phrase.name = self._text(at, after)
        if not phrase.gender and after - at > 1:
            given = self.profile.firstnames.get(words[at], "")
            if given in _GENDERS:
                phrase.gender = given
        if form is not None and (form.role.kind is _TITLE or noun in self.profile.words.kin):
            phrase.role = phrase.role_form = None
        return phrase

    def _role_list(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, end: int, last: int
    ) -> tuple[list[NounPhrase], int] | None:
        """ROLE-plural NAME ["(" portfolio ")"] {("," | and) NAME …}."""
        words, norms = self.words, self.norms
        form = phrase.role_form
        assert form is not None
        people: list[NounPhrase] = []
        parties: list[NounPhrase] = []
        at = end
        while k < len(atoms) and atoms[k].kind is _NAME and atoms[k].first == at:
            name = atoms[k]
            person = evolve(phrase)
            person.kind, person.actor = _PERSON, ActorKind.PERSON
            person.plural = False
            person.head_first, person.head_last = name.first, name.last
            person.first = phrase.first if not people else name.first
            person.name = self._text(name.first, name.last)
            person.role = form.role.singular[0]
            if norms[phrase.head_last - 1] in self.profile.words.kin:
                person.role = person.role_form = None
            person.last = name.last
            given = self.profile.firstnames.get(words[name.first])
            person.gender = given if given in _GENDERS else ""
            k += 1
            if person.last < last and words[person.last] == "(":
                k = self._postmodify(person, atoms, k, last)
            people.append(person)
            while k < len(atoms) and atoms[k].first < person.last:
                if atoms[k].kind is _KNOWN:
                    parties.append(self._listed(atoms[k], None, person.first))
                k += 1
            at = person.last
            if at < last and (words[at] == "," or norms[at] in self.profile.words.and_):
                at += 1
        return (people + parties, k) if people else None

    def _portfolio(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, last: int
    ) -> tuple[int, int]:
        """Reads "van Defensie", "of Mozambique", "for the ministry": the end, the next atom."""
        end, form, norms = phrase.last, phrase.role_form, self.norms
        if form is None or end >= last or norms[end] not in form.role.portfolio:
            return end, k
        at = end + 1
        if at < last and norms[at] in self.profile.words.articles:
            at += 1
        found = self.profile.words.portfolios.match(norms, at, last) if at < last else None
        if found is not None and not _opens_known(atoms, k, at, at + found[0]):
            stop = at + found[0]
            phrase.portfolio = self._text(at, stop)
            if self._works_for(phrase, at, stop):
                self.extras[at] = self._ministry(at, stop)
            while k < len(atoms) and atoms[k].first < stop:
                if atoms[k].last > stop and atoms[k].kind in (_NAME, _BODY):
                    atoms[k] = Atom(stop, atoms[k].last, _NAME, capital=True)
                    break
                k += 1
            return self._of_country(phrase, atoms, k, stop, last)
        if form.role.kind is _OFFICE and norms[end] in self.profile.words.of:
            stop = self._plain_portfolio(phrase, at, last)
            if stop and k < len(atoms) and atoms[k].first >= at and atoms[k].last == stop:
                if atoms[k].kind is _BODY:  # "leader of the opposition"
                    body = self._body(atoms, k, None, at, stop)[0][0]
                    self.extras[body.head_first] = body
                    k += 1
            if stop and (k >= len(atoms) or atoms[k].first >= stop):
                phrase.tail = stop
                return stop, k
        if k >= len(atoms) or atoms[k].first < at or atoms[k].first - at > 2:
            return end, k
        for i in range(at, atoms[k].first):
            if not self._modifies(i):
                return end, k
        return self._belongs_to(phrase, atoms, k, end, last)

    def _works_for(self, phrase: NounPhrase, at: int, stop: int) -> bool:
        """Whether a field of government is the ministry that an office's holder works for: a
        spokeswoman's, in capitals; a minister's is part of the office."""
        form, noun = phrase.role_form, self.norms[phrase.head_last - 1]
        return form is not None and (
            (form.role.kind is RoleKind.SOURCE or noun in self.profile.words.staff)
            and all(self.words[i][0].isupper() for i in range(at, stop))
        )

    def _ministry(self, first: int, last: int) -> NounPhrase:
        """The phrase of a ministry that is named by its field: "woordvoerster van Defensie"."""
        return NounPhrase(
            first,
            last,
            first,
            last,
            PhraseKind.BODY,
            name=self._text(first, last),
            actor=ActorKind.GOVERNMENT,
        )

    def _of_country(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, end: int, last: int
    ) -> tuple[int, int]:
        """ "minister van Defensie van Kosovo": the country after the portfolio."""
        if (
            k < len(atoms)
            and end < last
            and self.norms[end] in self.profile.words.of
            and (atoms[k].first == end + 1 and atoms[k].kind is _COUNTRY)
        ):
            sense = atoms[k].sense
            phrase.country = phrase.country or (sense.country if sense else None)
            return atoms[k].last, k + 1
        return end, k

    def _plain_portfolio(self, phrase: NounPhrase, at: int, last: int) -> int:
        """ "leader of the opposition": one or two common nouns, up to a comma or a name."""
        end = at
        while end < last and end - at < 2 and self._modifies(end):
            end += 1
        if end == at or end >= last:
            return 0
        return end if self.words[end] in ",.;" else 0

    def _belongs_to(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, end: int, last: int
    ) -> tuple[int, int]:
        """The country or body after the preposition of a role."""
        atom = atoms[k]
        sense = atom.sense
        if (
            atom.kind is _NAME
            and atom.first == end + 1
            and phrase.role_form is not None
            and (phrase.role_form.role.kind is _OFFICE)
        ):
            return self._unlisted_portfolio(phrase, atoms, k, end, last)
        if atom.kind in PLACES and not self._opens_body(atoms, k):
            if sense is not None and atom.kind is not AtomKind.PLACE:
                phrase.country = phrase.country or sense.country or None
            return atom.last, k + 1
        if atom.kind in _SAYING_WHERE and k + 1 < len(atoms):
            phrase.country = phrase.country or (sense.country if sense else None) or None
            following = atoms[k + 1]
            if following.kind in _BODIES and following.first - atom.last <= 2:
                phrase.affiliation = self._text(atom.first, following.last)
                return end, k  # the body is a phrase of its own
            return end, k
        if atom.kind in _BODIES:
            phrase.affiliation = phrase.affiliation or self._text(atom.first, atom.last)
            if sense is not None and sense.country:
                phrase.country = phrase.country or sense.country
        return end, k

    def _opens_body(self, atoms: list[Atom], k: int) -> bool:
        """Whether a country's name opens that of the body after it: "the US Fifth Fleet"."""
        return (
            k + 1 < len(atoms)
            and atoms[k + 1].first == atoms[k].last
            and atoms[k + 1].kind in _BODIES
            and not self.profile.words.compounds
        )

    def _unlisted_portfolio(
        self, phrase: NounPhrase, atoms: list[Atom], k: int, end: int, last: int
    ) -> tuple[int, int]:
        """ "minister van Communicatie Ana Silva": a field in capitals before a name or comma."""
        atom = atoms[k]
        words, firstnames = self.words, self.profile.firstnames
        if words[atom.first] in firstnames:
            return end, k
        for i in range(atom.first + 1, atom.last):
            if words[i] in firstnames:
                phrase.portfolio, phrase.tail = self._text(atom.first, i), i
                atoms[k] = Atom(i, atom.last, _NAME, capital=True)
                return i, k
        if (
            atom.last - atom.first == 1
            and atom.last < last
            and words[atom.last] == ","
            and (
                k + 1 < len(atoms)
                and atoms[k + 1].kind is _NAME
                and atoms[k + 1].first == atom.last + 1
            )
        ):
            phrase.portfolio, phrase.tail = self._text(atom.first, atom.last), atom.last
            return atom.last, k + 1
        return end, k

    def _role_text(self, role: Atom, phrase: NounPhrase, owner: Owner | None, first: int) -> str:
        """The office in the text's words, with its own modifiers and its portfolio."""
        start, end, norms = role.first, role.last, self.norms
        if owner is not None:
            if owner.noun and owner.touches == start:
                start = owner.first  # "commission chief"
            if owner.first >= first:
                first = owner.first + 1
        modifiers = self.profile.words.role_modifiers
        while start > first and norms[start - 1] in modifiers:
            start -= 1
        if phrase.tail > end:
            end = phrase.tail
        if phrase.portfolio and phrase.role_form:
            stop = end + 1
            found = self.profile.words.portfolios.match(norms, stop)
            if found is not None:
                end = stop + found[0]
        return self._text(start, end)


def _opens_known(atoms: list[Atom], k: int, at: int, stop: int) -> bool:
    """Whether a field of government only opens a listed name: "Human Rights Watch"."""
    if k >= len(atoms):
        return False
    atom = atoms[k]
    return atom.kind is _KNOWN and atom.first == at and atom.last > stop


def _bare_role(atom: Atom) -> NounPhrase:
    """The phrase of a noun for people, without anything around it."""
    first, last = atom.first, atom.last
    return NounPhrase(first, last, first, last, _ROLE_PHRASE, role_form=atom.role)
