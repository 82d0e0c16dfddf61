"""Names: which words of a text are names, and which nouns stand for people and bodies.

In: tokens, the marks and dates already found, a profile. Out: :class:`Atom` objects, in order and
without overlap: the smallest pieces of which noun phrases are made. Knows nothing of clauses,
of who speaks, or of which pieces mean the same actor.
"""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum, auto

from attrs import define

from newsmodel.languages.profile import (
    OrganizationForm,
    Profile,
    RoleForm,
    Sense,
    SenseKind,
)
from newsmodel.languages.schema import RoleKind
from newsmodel.parsing.tokens import Tokens

#: Clitics that a sentence can open with, after which a word in capitals is no name.
CLITICS = frozenset({"'s"})
#: Marks after which a word may have its capital from opening a sentence or a quotation.
_OPENERS = frozenset("\"“”„«»‘'’(–—-•:") | {",,", "''", "``"}
#: No name is longer, in tokens.
LONGEST_NAME = 12


class AtomKind(Enum):
    """What a piece of a noun phrase is."""

    NAME = auto()
    """Capitalised words that no list knows."""
    ROLE = auto()
    BODY = auto()
    """A noun for an organisation, or a name that such a noun heads."""
    KNOWN = auto()
    """An organisation that the names list has."""
    METONYM = auto()
    COUNTRY = auto()
    ADJECTIVE = auto()
    DEMONYM = auto()
    CAPITAL = auto()
    PLACE = auto()
    PRONOUN = auto()


_BY_SENSE = {
    SenseKind.ORGANIZATION: AtomKind.KNOWN,
    SenseKind.METONYM: AtomKind.METONYM,
    SenseKind.COUNTRY: AtomKind.COUNTRY,
    SenseKind.CONTEXT_COUNTRY: AtomKind.COUNTRY,
    SenseKind.ADJECTIVE: AtomKind.ADJECTIVE,
    SenseKind.DEMONYM: AtomKind.DEMONYM,
    SenseKind.DEMONYMS: AtomKind.DEMONYM,
    SenseKind.CAPITAL: AtomKind.CAPITAL,
    SenseKind.PLACE: AtomKind.PLACE,
    SenseKind.CITY: AtomKind.PLACE,
}
#: Of two senses of the same words the first of these counts, unless the context says otherwise.
_RANK = {
    kind: rank
    for rank, kind in enumerate(
        (
            SenseKind.ORGANIZATION,
            SenseKind.METONYM,
            SenseKind.COUNTRY,
            SenseKind.CAPITAL,
            SenseKind.ADJECTIVE,
            SenseKind.DEMONYMS,
            SenseKind.DEMONYM,
            SenseKind.PLACE,
            SenseKind.CITY,
            SenseKind.CONTEXT_COUNTRY,
        )
    )
}


@define(slots=True, eq=False)
class Atom:
    """One piece: ``first`` up to, not including, ``last`` are its tokens."""

    first: int
    last: int
    kind: AtomKind
    senses: tuple[Sense, ...] = ()
    role: RoleForm | None = None
    body: OrganizationForm | None = None
    #: The first token of a compound's head, where the head is a part of one token: the number of
    #: characters that the part before it has ("Kremlin" in "Kremlin-woordvoerder").
    prefix: str = ""
    #: Whether the word itself has the ending of a genitive ("Duitslands").
    genitive: bool = False
    #: Whether it is written with a capital as a name is (not only as a sentence's first word).
    capital: bool = False

    @property
    def sense(self) -> Sense | None:
        """The sense that counts where nothing else decides."""
        return self.senses[0] if self.senses else None

    def has(self, kind: SenseKind) -> Sense | None:
        """Its sense of one kind, if it has one."""
        return next((s for s in self.senses if s.kind is kind), None)


class NameFinder:
    """Finds the atoms of one text; holds what the text itself teaches about its names."""

    def __init__(
        self, tokens: Tokens, profile: Profile, taken: bytearray, counted: bytearray
    ) -> None:
        self.tokens = tokens
        self.profile = profile
        #: Tokens that are something else (dates, say) are marked here.
        self.taken = taken
        self.counted = counted
        self.initial = _initial_tokens(tokens)
        triggers = profile.words.triggers
        #: The tokens at which something can start: with a capital, or a word of some list.
        self.candidates = [
            i
            for i, (word, norm) in enumerate(zip(tokens.words, tokens.norms, strict=True))
            if (word != norm or norm in triggers) and not taken[i]
        ]
        words, initial = tokens.words, self.initial
        self.known = {
            words[i]
            for i, (word, norm) in enumerate(zip(words, tokens.norms, strict=True))
            if word != norm and word[0].isupper() and not initial[i]
        }

    def find(self, first: int, last: int) -> list[Atom]:
        """The atoms among the tokens from ``first`` up to, not including, ``last``."""
        candidates = self.candidates
        found: list[Atom] = []
        free = first
        for c in range(bisect_left(candidates, first), bisect_left(candidates, last)):
            i = candidates[c]
            if i < free:
                continue
            atom = self._atom(i, last)
            if atom is None:
                continue
            if atom.kind is AtomKind.NAME and i > first:
                role = self._compound_role(i - 1, found[-1].last if found else first)
                if role is not None:
                    found.append(role)
            found.append(atom)
            free = atom.last
        return found

    def _compound_role(self, i: int, floor: int) -> Atom | None:
        """The noun for a person right before a name that no list has as a whole: a compound whose
        last part is one (douanechef, oud-diplomaat)."""
        norm = self.tokens.norms[i]
        if i < floor or len(norm) < 6 or not norm[0].isalpha():
            return None
        words = self.profile.words
        if norm in words.function_words or norm in self.profile.cues:
            return None
        before, hyphen, after = norm.rpartition("-")
        if hyphen and before and after in words.single_roles:
            return Atom(i, i + 1, AtomKind.ROLE, role=words.single_roles[after])
        if words.compounds:
            for start in range(2, len(norm) - 3):
                role = words.joining_roles.get(norm[start:])
                if role is not None:
                    return Atom(i, i + 1, AtomKind.ROLE, role=role)
        return None

    def _atom(self, i: int, last: int) -> Atom | None:
        tokens, profile = self.tokens, self.profile
        word, norm = tokens.words[i], tokens.norms[i]
        if norm in profile.words.pronouns and (
            word.islower() or (self.initial[i] and not self._is_acronym(i))
        ):
            return Atom(i, i + 1, AtomKind.PRONOUN) if self._is_pronoun(i, last) else None
        if norm in profile.words.possessives and (word.islower() or self.initial[i]):
            return Atom(i, i + 1, AtomKind.PRONOUN)
        listed = self._listed(i, last)
        upper = word[0].isupper()
        if listed is not None and not (upper and self._opens_longer_name(i, listed, last)):
            return listed
        if not upper:
            return None
        return self._compound(i) or self._genitive(i, last) or self._run(i, last)

    def _is_acronym(self, i: int) -> bool:
        """A listed name in capitals throughout that is a pronoun in lower case ("US")."""
        word = self.tokens.words[i]
        return len(word) > 1 and word.isupper() and word in self.profile.gazetteer.by_first

    def _genitive(self, i: int, last: int) -> Atom | None:
        """A listed name with the genitive's -s, before the noun that it owns."""
        word = self.tokens.words[i]
        if not self.profile.words.compounds or not word.endswith("s") or i + 1 >= last:
            return None
        if not self.tokens.words[i + 1][0].islower():
            return None
        found = self.profile.gazetteer.match((word[:-1],), 0)
        if found is None:
            return None
        senses = _ranked(found[1])
        return Atom(i, i + 1, _BY_SENSE[senses[0].kind], senses, capital=True, genitive=True)

    def _is_pronoun(self, i: int, last: int) -> bool:
        """Whether a word that is also an article stands alone, as a pronoun does."""
        words = self.profile.words
        if self.tokens.norms[i] not in words.articles or i + 1 >= last:
            return True
        following, norm = self.tokens.words[i + 1], self.tokens.norms[i + 1]
        if not following[0].isalnum():
            return following not in "\"“‘'«„"
        return (
            following[0].islower()
            and (norm in words.function_words or norm in words.openers)
            and (norm not in words.source_adjectives)
        )

    def _listed(self, i: int, last: int) -> Atom | None:
        """The longest entry of a list at ``i``: of two as long, a name before a noun."""
        tokens, profile = self.tokens, self.profile
        words, norms = tokens.words, tokens.norms
        word, norm = words[i], norms[i]
        best: Atom | None = None
        upper = word[0].isupper()
        capital = upper and not self.initial[i]
        if word in profile.gazetteer.by_first:
            named = profile.gazetteer.match(words, i, last)
            if named is not None and not self._is_plain_word(i, named[0], named[1]):
                senses = _ranked(named[1])
                best = Atom(i, i + named[0], _BY_SENSE[senses[0].kind], senses, capital=True)
        role = profile.roles.match(norms, i, last) if norm in profile.roles.by_first else None
        if role is None and word in profile.exact_roles.by_first:
            role = profile.exact_roles.match(words, i, last)
        if role is not None and (best is None or i + role[0] > best.last):
            end = i + role[0]
            if end < last and words[end] == "." and len(words[end - 1]) <= 4:
                abbreviated = upper or norms[end - 1] in profile.words.abbreviations
                end += abbreviated and not tokens.spaced_before(end)
            compound = self._compound(i) if end == i + 1 and upper else None
            if compound is not None and compound.role is not None:
                best = compound
            else:
                stop = self._past_retired(end, last)
                certain = stop > end or self._is_role(i, end, last, role[1])
                if certain and not self._is_given_name(i, end, last):
                    best = Atom(i, stop, AtomKind.ROLE, role=role[1], capital=capital)
        if capital and best is None and norm in profile.units.by_first:
            unit = profile.units.match(norms, i, last)
            if unit is not None and unit[1].unit.named:
                end = i + unit[0]
                further = self._capital_body(end, last)
                if further is not None:
                    return self._body_run(i, end + further[0], last, further[1])
                best = Atom(i, end, AtomKind.BODY, capital=True)
        if norm not in profile.organizations.by_first:
            return best
        body = profile.organizations.match(norms, i, last)
        if (
            body is not None
            and capital
            and norm in profile.placenouns.by_first
            and (i + 1 < last and self._is_name_word(i + 1))
        ):
            body = None  # "Camp X" is a place
        if body is not None and (best is None or i + body[0] > best.last):
            if capital:
                return self._body_run(i, i + body[0], last, body[1])
            best = Atom(i, i + body[0], AtomKind.BODY, body=body[1], capital=capital)
        return best

    def _past_retired(self, end: int, last: int) -> int:
        """Past the mark of one who no longer serves: "generaal b.d.", "Col. (ret.)"."""
        if end >= last:
            return end
        words, norms, retired = self.tokens.words, self.tokens.norms, self.profile.words.retired
        if words[end] == "(":
            marked = retired.match(norms, end + 1, last) if end + 1 < last else None
            if marked is None:
                return end
            close = end + 1 + marked[0]
            return close + 1 if close < last and words[close] == ")" else end
        marked = retired.match(words, end, last) if words[end] in retired else None
        # A plain word is as likely the verb: "the general retired".
        return end + marked[0] if marked and (marked[0] > 1 or "." in words[end]) else end

    def _capital_body(self, i: int, last: int) -> tuple[int, OrganizationForm] | None:
        """The noun for a body that goes on with a name: "Army Radio"."""
        if i >= last or not self.tokens.words[i][0].isupper():
            return None
        return self.profile.organizations.match(self.tokens.norms, i, last)

    def _is_role(self, i: int, end: int, last: int, form: RoleForm) -> bool:
        """Whether a noun for people is one here, where it is often something else."""
        tokens, words = self.tokens, self.profile.words
        norm = tokens.norms[end - 1]
        if form.role.kind in (RoleKind.SOURCE, RoleKind.PROFESSION) and (
            tokens.words[i][0].isupper() and not self.initial[i]
        ):
            # "the Observer": a noun that takes a capital only in a name, or before one.
            return end < last and self._is_name_word(end)
        verb = (
            end - i == 1
            and tokens.words[i][0].islower()
            and any(f.finite for f in self.profile.cues.get(norm, ()))
            and not form.plural
        )
        if not verb and (end - i > 1 or norm not in words.ambiguous_roles):
            return True
        named = end < last and (self._is_name_word(end) or tokens.norms[end] in form.role.portfolio)
        if named and (tokens.words[i][0].isupper() or norm not in self.profile.cues):
            return True
        before = tokens.norms[i - 1] if i else ""
        if (
            i > 1
            and before not in words.function_words
            and before.isalpha()
            and (tokens.norms[i - 2] in words.determiners or self.counted[i - 2])
            and norm not in self.profile.cues
        ):
            return True
        return (
            before in words.determiners
            or (i > 0 and bool(self.counted[i - 1]))
            or before in words.source_adjectives
            or before in words.role_modifiers
            or before == "'s"
            or (i > 0 and self._is_genitive_name(i - 1))
            or (
                i > 0
                and tokens.words[i - 1] in self.profile.gazetteer.by_first
                and self._is_adjective(i - 1)
            )
        )

    def _is_given_name(self, i: int, end: int, last: int) -> bool:
        """A given name that is also an office (Emir, Prince), after an office and before a name."""
        tokens = self.tokens
        return (
            end - i == 1
            and tokens.words[i] in self.profile.firstnames
            and end < last
            and self._is_name_word(end)
            and i > 0
            and (
                tokens.words[i - 1] == "."
                or (
                    tokens.norms[i - 1] in self.profile.words.single_roles
                    and tokens.words[i - 1][0].isupper()
                )
            )
        )

    def _is_genitive_name(self, i: int) -> bool:
        word = self.tokens.words[i]
        return (
            self.profile.words.compounds
            and word[0].isupper()
            and word.endswith("s")
            and word[:-1] in self.profile.gazetteer.by_first
        )

    def _is_adjective(self, i: int) -> bool:
        found = self.profile.gazetteer.match(self.tokens.words, i, i + 1)
        return found is not None and any(s.kind is SenseKind.ADJECTIVE for s in found[1])

    def _is_plain_word(self, i: int, length: int, senses: tuple[Sense, ...]) -> bool:
        """A one-word name that is only the first word of a sentence, not a name; or one that is
        mostly something else, such as a given name, and stands before another name word."""
        if length == 1 and all(s.ambiguous for s in senses):
            after = i + 1 < len(self.tokens.words) and self._is_name_word(i + 1)
            before = i > 0 and self._is_name_word(i - 1) and not self.initial[i]
            return bool(after or before)
        return (
            length == 1
            and bool(self.initial[i])
            and self.tokens.norms[i] in self.profile.words.function_words
            and self.tokens.words[i] not in self.known
            and not self._is_acronym(i)
        )

    def _opens_longer_name(self, i: int, listed: Atom, last: int) -> bool:
        """Whether a listed word only opens a longer name: Jordan Peters, Paris Hilton."""
        if listed.kind in (AtomKind.ROLE, AtomKind.BODY, AtomKind.ADJECTIVE, AtomKind.KNOWN):
            return False
        words = self.tokens.words
        end = listed.last
        if listed.last - listed.first > 1 or end >= last:
            return False
        given = words[i] in self.profile.firstnames
        if given or listed.kind is AtomKind.DEMONYM:
            end += self._particles(end, last)
            if end > listed.last and not given:
                # "Noor van den Berg"; "een Noor van de Vloot" is one
                given = i == 0 or self.tokens.norms[i - 1] not in self.profile.words.determiners
        if end >= last or not self._is_name_word(end):
            return False
        if self.tokens.norms[end] in self.profile.roles.by_first or (
            self.tokens.norms[end] in self.profile.organizations.by_first
        ):
            return False
        if (
            words[end] in self.profile.gazetteer.by_first
            and words[end] not in self.profile.firstnames
        ):
            return False
        return given

    def _compound(self, i: int) -> Atom | None:
        """A compound of a name and a noun for people or bodies: Kremlinwoordvoerder, EU-chef."""
        word = self.tokens.words[i]
        for end in range(len(word) - 3, 1, -1):
            head = word[end:].lstrip("-‐‑")
            if not head[:1].islower():
                continue
            hyphened = word[end - 1] in "-‐‑" or word[end] in "-‐‑"
            role = self.profile.words.joining_roles.get(head) or (
                self.profile.words.single_roles.get(head) if hyphened else None
            )
            body = self.profile.words.joining_bodies.get(head)
            if role is None and body is None:
                continue
            prefix = word[:end].rstrip("-‐‑")
            senses = self.profile.gazetteer.match((prefix,), 0)
            if senses is None and not hyphened:
                continue
            found = senses[1] if senses else ()
            if prefix.casefold() in self.profile.words.role_modifiers:
                prefix = ""
            if role is not None:
                return Atom(i, i + 1, AtomKind.ROLE, found, role=role, prefix=prefix, capital=True)
            return Atom(i, i + 1, AtomKind.BODY, found, body=body, prefix=prefix, capital=True)
        return None

    def _is_name_word(self, i: int) -> bool:
        if i >= len(self.tokens.words):
            return False
        word, norm = self.tokens.words[i], self.tokens.norms[i]
        if self.taken[i]:
            return False
        if not word[0].isupper():
            return norm.startswith(self.profile.words.name_prefixes) and not word.islower()
        if norm not in self.profile.words.function_words or (word.isupper() and len(word) > 1):
            return True
        if (
            i > 0
            and not self.initial[i]
            and norm in self.profile.words.auxiliaries
            and self.tokens.words[i - 1] in self.profile.firstnames
        ):
            return True  # "Piet Hoeven": a verb's form as a surname
        # "Van Overmeire": a particle in capitals before a name word, inside a name.
        return (
            norm in self.profile.words.particles
            and i > 0
            and not self.initial[i]
            and i + 1 < len(self.tokens.words)
            and (
                self.tokens.words[i + 1][0].isupper()
                or self.tokens.norms[i + 1] in self.profile.words.particles
            )
        )

    def _run(self, i: int, last: int) -> Atom | None:
        """Capitalised words in a row, with the particles and initials between them."""
        tokens, profile = self.tokens, self.profile
        words = tokens.words
        if self.initial[i] and not self._initial_is_name(i, last):
            return None
        if not self._is_name_word(i) and tokens.norms[i] not in profile.words.particles:
            return None
        platform = profile.platforms.match(words, i, last)
        if platform is not None and not platform[1][0].ambiguous:
            return None
        if tokens.norms[i] in profile.layout.caption and i + 1 < last and words[i + 1] in ".:":
            return None
        end = i + 1
        last = min(last, i + LONGEST_NAME)
        alone = end >= last or not self._is_name_word(end)
        if alone and tokens.norms[i] in profile.words.source_adjectives:
            return None  # "Western officials"
        while end < last:
            if words[end] == "." and len(words[end - 1]) == 1 and not tokens.spaced_before(end):
                if end + 1 < last and self._is_name_word(end + 1):
                    end += 1
                    continue
                break
            step = self._particles(end, last)
            at = end + step
            if at >= last or not self._is_name_word(at):
                break
            if (
                step == 1
                and end - i >= 2
                and tokens.norms[end] in profile.words.of
                and words[i] in profile.firstnames
                and not any(tokens.norms[j] in profile.words.particles for j in range(i, end))
            ):
                break  # "Rik Vermeiren van Zandvliet": given name and surname, then a place
            if (
                step
                and self._is_listed_body(at, last)
                and (at - i > 2 or words[i] not in profile.firstnames)
            ):
                break  # "Vos van Defensie", "Verdrag van X": the name has ended
            if not step and self._starts_listed(at, last, i):
                break
            body = profile.organizations.match(tokens.norms, at, last)
            if body is not None and not step and not self._bears_a_name(i, at):
                return self._body_run(i, at + body[0], last, body[1])
            unit = profile.units.match(tokens.norms, at, last)
            if unit is not None and unit[1].unit.named and not step and words[at][0].isupper():
                return Atom(i, at + unit[0], AtomKind.BODY, capital=True)
            end = at + 1
        end = self._past_suffix(i, end, last)
        owns = words[end - 1].endswith("s") and self._owns(i, end, last)
        return Atom(i, end, AtomKind.NAME, capital=True, genitive=owns)

    def _owns(self, i: int, end: int, last: int) -> bool:
        """Whether the last -s of a name is a genitive's: the name without it stands elsewhere, or
        nothing but an owner can stand before that noun ("Assads leger", "met Krügers opvolger")."""
        tokens, profile = self.tokens, self.profile
        name = tokens.words[end - 1][:-1]
        if not profile.words.compounds or end >= last or len(name) < 3:
            return False
        norm = tokens.norms[end]
        if not tokens.words[end][0].islower() or norm in profile.words.function_words:
            return False
        if norm in profile.organizations.by_first:
            return profile.organizations.match(tokens.norms, end, last) is not None
        if name in self.known:
            return not any(f.finite for f in profile.cues.get(norm, ()))
        # "Gisteren werd Koen Peeters minister": after a verb the noun is what somebody becomes.
        before = tokens.norms[i - 1] if i else ""
        owned = self.initial[i] or before in profile.words.prepositions
        return bool(owned) and profile.roles.match(tokens.norms, end, last) is not None

    def _past_suffix(self, i: int, end: int, last: int) -> int:
        """Past the dot of a suffix, or a suffix after a comma: "Zielonka Jr.", "King, Jr.,"."""
        tokens, suffixes = self.tokens, self.profile.words.name_suffixes
        if end + 1 >= last or end - i < 2:
            return end
        if tokens.words[end] == "," and tokens.norms[end + 1] in suffixes:
            if end + 2 < last and tokens.words[end + 1][0].isupper():
                end += 2
        if tokens.words[end] == "." and tokens.norms[end - 1] in suffixes:
            end += end + 1 < last and not tokens.spaced_before(end)
        return end

    def _bears_a_name(self, i: int, at: int) -> bool:
        """A surname that is a noun for a body too, after an office and a given name."""
        return (
            at == i + 1
            and i > 0
            and self.tokens.words[i] in self.profile.firstnames
            and self.tokens.norms[i - 1] in self.profile.words.single_roles
        )

    def _particles(self, end: int, last: int) -> int:
        """How many words from ``end`` on are particles inside a name."""
        particles = self.profile.words.particles
        norms = self.tokens.norms
        if end >= last:
            return 0
        for phrase in self.profile.words.particle_phrases:
            if (
                norms[end] == phrase[0]
                and tuple(self.tokens.words[end : end + len(phrase)]) == phrase
            ):
                return len(phrase)
        step = 0
        while step < 3 and end + step < last and self.tokens.norms[end + step] in particles:
            if self.tokens.words[end + step][0].isupper():
                break
            step += 1
        return step

    def _is_listed_body(self, at: int, last: int) -> bool:
        named = self.profile.gazetteer.match(self.tokens.words, at, last)
        return (
            named is not None
            or self.tokens.norms[at] in self.profile.organizations.by_first
            or self.profile.words.portfolios.match(self.tokens.norms, at, last) is not None
        )

    def _starts_listed(self, at: int, last: int, start: int) -> bool:
        """Whether something of its own starts here: a role, or a body of several words."""
        role = self.profile.roles.match(self.tokens.norms, at, last)
        if role is not None and role[1].role.kind != "source":
            return not (role[0] == 1 and self._is_surname(at, last, start))
        named = self.profile.gazetteer.match(self.tokens.words, at, last)
        return named is not None and named[0] > 1

    def _is_surname(self, at: int, last: int, start: int) -> bool:
        """An office's noun that is a surname: "Stephen King", between a given name and no other."""
        word = self.tokens.words[at]
        if at + 1 < last and self._is_name_word(at + 1):
            return False
        given = self.tokens.words[at - 1] in self.profile.firstnames and at - start == 1
        return bool(given) and word[0].isupper() and not word.isupper()

    def _initial_is_name(self, i: int, last: int) -> bool:
        """Whether a sentence's first word is a name: by what follows, or the rest of the text."""
        tokens, profile = self.tokens, self.profile
        word, norm = tokens.words[i], tokens.norms[i]
        if norm in profile.words.function_words or norm in profile.words.openers:
            return word in self.known and norm not in profile.words.function_words
        if len(word) == 1 and i + 2 < last and tokens.words[i + 1] == ".":
            return any(
                self._is_name_word(j) and len(tokens.words[j]) > 1
                for j in range(i + 2, min(last, i + 5))
            )
        if word in self.known or word in profile.firstnames or (word.isupper() and len(word) > 1):
            return True
        step = self._particles(i + 1, last)
        at = i + 1 + step
        verb = norm in profile.present_words or norm in profile.past_words
        if at < last and self._is_name_word(at) and not self._starts_listed(at, last, i):
            return not (step and verb)
        if norm in profile.cues or norm in profile.moves or norm in profile.units:
            return False
        following = profile.cues.get(tokens.norms[i + 1], ()) if i + 1 < last else ()
        return any(f.finite and f.cue.share >= 0.3 for f in following)

    def _body_run(self, i: int, end: int, last: int, body: OrganizationForm) -> Atom:
        """A name that a noun for a body heads: what follows it in capitals belongs to it."""
        tokens = self.tokens
        prepositions = body.noun.portfolio
        last = min(last, i + LONGEST_NAME)
        while end < last:
            if self._is_name_word(end) and not self._starts_listed(end, last, i):
                end += 1
            elif (
                tokens.norms[end] in prepositions
                and end + 1 < last
                and (
                    self._is_name_word(end + 1)
                    or (
                        tokens.norms[end + 1] in self.profile.words.articles
                        and end + 2 < last
                        and self._is_name_word(end + 2)
                    )
                )
                and self.profile.gazetteer.match(tokens.words, end + 1, last) is None
            ):
                end += 2 if self._is_name_word(end + 1) else 3
            else:
                break
        return Atom(i, end, AtomKind.BODY, body=body, capital=True)


def _ranked(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses of a name, the one that counts where nothing else decides first."""
    if len(senses) == 1:
        return senses
    return tuple(sorted(senses, key=lambda s: (s.ambiguous, _RANK[s.kind])))


def _initial_tokens(tokens: Tokens) -> bytearray:
    """Marks the tokens whose capital may be only that of a sentence's or quotation's start."""
    marks = bytearray(len(tokens.words) + 1)
    for first, last in tokens.sentences:
        i = first
        while i < last and not tokens.words[i][0].isalnum():
            i += 1
        if i < last:
            marks[i] = 1
            if tokens.norms[first] in CLITICS and i + 1 < last:
                marks[first + 1] = 1  # "'s Avonds" opens a sentence
    words = tokens.words
    for i in [i for i, word in enumerate(words) if word in _OPENERS]:
        if i + 1 < len(words):
            marks[i + 1] = 1
    return marks
