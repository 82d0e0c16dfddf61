"""Names: which words of a text are names, and which nouns stand for people and bodies.

In: tokens, the marks and dates already found, a profile. Out: :class:`Atom` objects, in order and
without overlap. Knows nothing of clauses, of who speaks, or of which pieces mean the same actor.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, count

from newsmodel.languages.profile import (
    OrganizationForm,
    Profile,
    RoleForm,
    Sense,
    SenseKind,
)
from newsmodel.languages.schema import RoleKind
from newsmodel.model import ActorKind
from newsmodel.parsing.atoms import BY_SENSE, OPENING_MARKS, Atom, AtomKind, ranked
from newsmodel.parsing.namewords import NameWord, name_words
from newsmodel.parsing.tokens import Tokens

#: Clitics that a sentence can open with, after which a word in capitals is no name.
CLITICS = frozenset({"'s"})
#: As plain numbers, which are compared many times a sentence.
_CAPITAL, _LOWER, _NAME = int(NameWord.CAPITAL), int(NameWord.LOWER), int(NameWord.NAME)
_START, _OPENING = int(NameWord.START), int(NameWord.OPENING)
_OPENER = int(NameWord.OPENER)
_PRONOUN, _POSSESSIVE = int(NameWord.PRONOUN), int(NameWord.POSSESSIVE)
_LISTED, _OFFICE, _BODY = int(NameWord.LISTED), int(NameWord.OFFICE), int(NameWord.BODY)
_UNIT, _GIVEN, _DOUBTFUL = int(NameWord.UNIT), int(NameWord.GIVEN), int(NameWord.DOUBTFUL)
_FINITE, _PARTICLE = int(NameWord.FINITE_CUE), int(NameWord.PARTICLE)
_DETERMINER, _MODIFIER = int(NameWord.DETERMINER), int(NameWord.MODIFIER)
_SOURCED = int(NameWord.SOURCED)
_REFERRING, _NAME_OR_CAPITAL = _PRONOUN | _POSSESSIVE, _NAME | _CAPITAL
_IN_A_LIST = _LISTED | _OFFICE | _BODY | _UNIT
_NOTABLE = _START | _OPENER
_RETIRED, _MADE = int(NameWord.RETIRED), int(NameWord.MADE)
#: As plain names, which are asked for with every atom.
_NAMED, _REFERENCE, _PERSONAL = AtomKind.NAME, AtomKind.PRONOUN, AtomKind.ROLE
#: What opens no longer name.
_WHOLE = frozenset({AtomKind.ROLE, AtomKind.BODY, AtomKind.ADJECTIVE, AtomKind.KNOWN})
#: The kinds of nouns for people that take a capital only in a name, or before one.
_COMMON = frozenset({RoleKind.SOURCE, RoleKind.PROFESSION})
_TOWNS = frozenset({AtomKind.PLACE, AtomKind.CAPITAL})
#: No name is longer, in tokens.
LONGEST_NAME = 12


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
        self.look_ups = name_words(profile)
        #: What each token can be as a word, of :class:`NameWord`; 0 after the last one.
        self.classes = self.look_ups.of(tokens)
        #: For each token 1 where its capital may be only that of a sentence's or quotation's start.
        self.initial = _initial_tokens(tokens, self.classes)
        #: The tokens at which something can start: with a capital, or a word of some list.
        self.candidates: list[int] = []
        #: The words that have a capital where no sentence's start gives it to them.
        self.known: set[str] = set()
        self._survey()

    def _survey(self) -> None:
        """Goes through the text once, for what its names can be told by."""
        words, classes, initial = self.tokens.words, self.classes, self.initial
        known, candidates = self.known, self.candidates
        for i in compress(count(), map(_NOTABLE.__and__, classes)):
            c = classes[i]
            if c & _CAPITAL:
                if not initial[i]:
                    known.add(words[i])
                elif c & _OPENING:
                    continue
            elif c & _OPENER:
                initial[i + 1] = 1
                continue
            candidates.append(i)

    def find(self, first: int, last: int) -> list[Atom]:
        """The atoms among the tokens from ``first`` up to, not including, ``last``."""
        candidates, words, norms = self.candidates, self.tokens.words, self.tokens.norms
        plain, classes, initial = self.look_ups.plain, self.classes, self.initial
        taken = self.taken
        found: list[Atom] = []
        free = first
        low = bisect_left(candidates, first)
        for i in candidates[low : bisect_left(candidates, last, low)]:
            if i < free or taken[i]:
                continue
            word = plain[words[i]]
            if word is not None and (
                word.always
                or (
                    (i + 1 == last or norms[i + 1] not in word.unless)
                    and not (classes[i - 1] | classes[i + 1]) & word.not_beside
                    and (initial[i] or not word.initial)
                )
            ):
                kind, form, capital = word.kind, word.role, word.capital
                if kind is not None:
                    found.append(
                        Atom(i, i + 1, kind, word.senses, form, word.body, "", False, capital)
                    )
                continue
            atom = self._atom(i, last)
            if atom is None:
                continue
            if atom.kind is _NAMED and i > first:
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
        words = self.profile.words
        if i < floor or len(norm) < 6 or norm in words.function_words:
            return None
        if not norm[0].isalpha() or norm in self.profile.cues:
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
        classes = self.classes[i]
        if classes & _REFERRING:
            lower = classes & _LOWER
            if classes & _PRONOUN and (lower or (self.initial[i] and not self._is_acronym(i))):
                return Atom(i, i + 1, _REFERENCE) if self._is_pronoun(i, last) else None
            if classes & _POSSESSIVE and (lower or self.initial[i]):
                return Atom(i, i + 1, _REFERENCE)
        capital = classes & _CAPITAL
        if classes & _IN_A_LIST:
            listed = self._listed(i, last)
            if listed is not None and not (capital and self._opens_longer_name(i, listed, last)):
                return listed
        if not (capital or classes & _NAME):
            return None  # but "al-Wahab", "d'Aubry" are names
        if classes & _MADE:
            return self._compound(i) or self._genitive(i, last) or self._run(i, last)
        return self._run(i, last)

    def _is_acronym(self, i: int) -> bool:
        """A listed name in capitals throughout that is a pronoun in lower case ("US")."""
        word = self.tokens.words[i]
        return len(word) > 1 and word.isupper() and word in self.profile.gazetteer.by_first

    def _genitive(self, i: int, last: int) -> Atom | None:
        """A listed name with the genitive's -s, before the noun that it owns."""
        words = self.tokens.words
        senses = self.look_ups.genitives[words[i]]
        if not senses or i + 1 >= last or not words[i + 1][0].islower():
            return None
        senses = ranked(senses)
        return Atom(i, i + 1, BY_SENSE[senses[0].kind], senses, capital=True, genitive=True)

    def _is_pronoun(self, i: int, last: int) -> bool:
        """Whether a word that is also an article stands alone, as a pronoun does."""
        words = self.profile.words
        if self.tokens.norms[i] not in words.articles or i + 1 >= last:
            return True
        following, norm = self.tokens.words[i + 1], self.tokens.norms[i + 1]
        if not following[0].isalnum():
            return following not in OPENING_MARKS
        return (
            following[0].islower()
            and (norm in words.function_words or norm in words.openers)
            and (norm not in words.source_adjectives)
        )

    def _listed(self, i: int, last: int) -> Atom | None:
        """The longest entry of a list at ``i``: of two as long, a name before a noun."""
        tokens, profile = self.tokens, self.profile
        words, norms = tokens.words, tokens.norms
        classes = self.classes[i]
        best: Atom | None = None
        capital = classes & _CAPITAL and not self.initial[i]
        if classes & _LISTED:
            named = profile.gazetteer.match(words, i, last)
            if named is not None and not self._is_plain_word(i, named[0], named[1]):
                senses = ranked(named[1])
                kind, end = BY_SENSE[senses[0].kind], i + named[0]
                best = Atom(i, end, kind, senses, None, None, "", False, True)
        if classes & _OFFICE:
            best = self._office(i, last, best)
        if capital and best is None and classes & _UNIT:
            unit = profile.units.match(norms, i, last)
            if unit is not None and unit[1].unit.named:
                end = i + unit[0]
                further = self._capital_body(end, last)
                if further is not None:
                    return self._body_run(i, end + further[0], last, further[1])
                best = Atom(i, end, AtomKind.BODY, capital=True)
        if not classes & _BODY:
            return best
        body = profile.organizations.match(norms, i, last)
        if body is None or (best is not None and i + body[0] <= best.last):
            return best
        if not capital:
            if classes & _FINITE and body[0] == 1 and not self._stands_as_noun(i):
                return best  # "zo staat in een brief": a verb
            return Atom(i, i + body[0], AtomKind.BODY, body=body[1])
        if norms[i] in profile.placenouns and i + 1 < last and self._is_name_word(i + 1):
            return best  # "Camp X" is a place
        return self._body_run(i, i + body[0], last, body[1])

    def _stands_as_noun(self, i: int) -> bool:
        """Whether an article, an adjective or an owner stands right before a token."""
        if i == 0:
            return False
        before = self.classes[i - 1]
        return bool(
            before & (_DETERMINER | _MODIFIER | _POSSESSIVE)
            or self.tokens.norms[i - 1] in ("'s", "'")
            or (before & _LISTED and self._is_adjective(i - 1))
        )

    def _office(self, i: int, last: int, named: Atom | None) -> Atom | None:
        """The noun for people at ``i``, or the name there that is as long."""
        tokens, profile = self.tokens, self.profile
        words, norms = tokens.words, tokens.norms
        role = profile.roles.match(norms, i, last)
        if role is None:
            role = profile.exact_roles.match(words, i, last)
        if role is None or (named is not None and i + role[0] <= named.last):
            return named
        end, upper = i + role[0], self.classes[i] & _CAPITAL
        if end < last and words[end] == "." and len(words[end - 1]) <= 4:
            abbreviated = upper or norms[end - 1] in profile.words.abbreviations
            end += bool(abbreviated) and not tokens.spaced_before(end)
        if upper and end == i + 1:
            compound = self._compound(i)
            if compound is not None and compound.role is not None:
                return compound
        stop = end
        if end < last and self.classes[end] & _RETIRED:
            stop = self._past_retired(end, last)
        certain = stop > end or self._is_role(i, end, last, role[1])
        if certain and not self._is_given_name(i, end, last):
            capital = bool(upper and not self.initial[i])
            return Atom(i, stop, _PERSONAL, (), role[1], None, "", False, capital)
        return named

    def _past_retired(self, end: int, last: int) -> int:
        """Past the mark of one who no longer serves: "generaal b.d.", "Col. (ret.)"."""
        words, norms, retired = self.tokens.words, self.tokens.norms, self.profile.words.retired
        if words[end] == "(":
            marked = retired.match(norms, end + 1, last) if end + 1 < last else None
            if marked is None:
                return end
            close = end + 1 + marked[0]
            return close + 1 if close < last and words[close] == ")" else end
        marked = retired.match(words, end, last)
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
        capital, single = self.classes[i] & _CAPITAL, end - i == 1
        if capital and not self.initial[i] and form.role.kind in _COMMON:
            # "the Observer": a noun that takes a capital only in a name, or before one.
            return end < last and self._is_name_word(end)
        if not single or not self.classes[i] & _DOUBTFUL:
            return True
        norm = tokens.norms[i]
        verb = not capital and not form.plural and self.classes[i] & _FINITE
        if not verb and norm not in words.ambiguous_roles:
            return True
        named = end < last and (
            self._is_name_word(end)
            or tokens.norms[end] in form.role.portfolio
            or self._is_title(end, last)
        )
        if named and (capital or norm not in self.profile.cues):
            return True
        before = tokens.norms[i - 1] if i else ""
        owned = before in words.articles or before in words.possessives
        if verb and not owned and self._has_object(i, end, last):
            return False  # "the government accused the rebels"
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

    def _has_object(self, i: int, end: int, last: int) -> bool:
        """Whether a word that may be a verb in the past stands right behind a noun for a body, or
        before a noun phrase."""
        tokens, profile = self.tokens, self.profile
        if tokens.norms[i] not in profile.past_words:
            return False
        return (i > 0 and profile.organizations.match(tokens.norms, i - 1, i) is not None) or (
            end < last
            and (tokens.norms[end] in profile.words.determiners or self._is_name_word(end))
        )

    def _is_title(self, i: int, last: int) -> bool:
        """Whether a title that stands before a name starts at a token ("dr.")."""
        found = self.profile.roles.match(self.tokens.norms, i, last)
        return found is not None and found[1].role.kind is RoleKind.TITLE

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
                tokens.words[i - 1] == "." or tokens.norms[i - 1] in self.profile.words.single_roles
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
            last = len(self.tokens.words)
            after = i + 1 < last and self._is_name_word(i + 1)
            # "the Georgian Red Cross": an adjective before what has a name of its own.
            after = after and not self._starts_listed(i + 1, last, i)
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
        if listed.kind in _WHOLE:
            return False
        words = self.tokens.words
        end = listed.last
        if listed.last - listed.first > 1 or end >= last:
            return False
        given = words[i] in self.profile.firstnames or self._is_named_by_noun(i, listed)
        if given or listed.kind is AtomKind.DEMONYM:
            if self.classes[end] & _PARTICLE:
                end += self._particles(end, last)
            if end > listed.last and not given:
                # "Noor van den Berg"; "een Noor van de Vloot" is one
                given = i == 0 or self.tokens.norms[i - 1] not in self.profile.words.determiners
        if end >= last or not self._is_name_word(end):
            return False
        if given and self._is_named_by_noun(i, listed) and self.classes[i - 1] & _BODY:
            return True  # "the think-tank Delta Monitor": a noun ends many a body's name
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

    def _is_named_by_noun(self, i: int, listed: Atom) -> bool:
        """A town's name right after a noun for a person or a body, where a name follows it: that
        is whom the noun names ("leader Beslan Gvaramia", "the think-tank Baltic Watch")."""
        if listed.kind not in _TOWNS or i == 0:
            return False
        noun = self.classes[i - 1]
        if self.tokens.words[i - 1] == "," and i > 1:
            return bool(self.classes[i - 2] & _OFFICE)  # "Foreign Minister, Gali Tarba,"
        return bool(noun & _LOWER and noun & (_OFFICE | _BODY))

    def _compound(self, i: int) -> Atom | None:
        """A compound of a name and a noun for people or bodies: Kremlinwoordvoerder, EU-chef."""
        found = self.look_ups.compounds[self.tokens.words[i]]
        if found is None:
            return None
        kind = AtomKind.ROLE if found.role is not None else AtomKind.BODY
        return Atom(
            i,
            i + 1,
            kind,
            found.senses,
            role=found.role,
            body=found.body,
            prefix=found.prefix,
            capital=True,
        )

    def _is_name_word(self, i: int) -> bool:
        classes = self.classes[i]
        if not classes & _NAME_OR_CAPITAL or self.taken[i]:
            return False
        if classes & _NAME:
            return True
        norm = self.tokens.norms[i]
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
        words, classes = tokens.words, self.classes
        if not self._may_open(i, last):
            return None
        end = i + 1
        if last - i > LONGEST_NAME:
            last = i + LONGEST_NAME
        alone = end >= last or not self._is_name_word(end)
        if alone:
            if classes[i] & _SOURCED:
                return None  # "Western officials"
            if end >= last or not (classes[end] & _PARTICLE or words[end] == "."):
                owns = words[i].endswith("s") and self._owns(i, end, last)
                return Atom(i, end, _NAMED, (), None, None, "", owns, True)
        while end < last:
            if words[end] == "." and len(words[end - 1]) == 1 and not tokens.spaced_before(end):
                if end + 1 < last and self._is_name_word(end + 1):
                    end += 1
                    continue
                break
            step = self._particles(end, last) if classes[end] & _PARTICLE else 0
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
            if not step and classes[at] & _BODY:
                body = profile.organizations.match(tokens.norms, at, last)
                if body is not None and not self._bears_a_name(i, at):
                    return self._body_run(i, at + body[0], last, body[1])
            if not step and classes[at] & _UNIT and classes[at] & _CAPITAL:
                unit = profile.units.match(tokens.norms, at, last)
                if unit is not None and unit[1].unit.named:
                    return Atom(i, at + unit[0], AtomKind.BODY, capital=True)
            end = at + 1
        if end - i > 1 and end + 1 < last:
            end = self._past_suffix(end, last)
        owns = words[end - 1].endswith("s") and self._owns(i, end, last)
        return Atom(i, end, _NAMED, (), None, None, "", owns, True)

    def _may_open(self, i: int, last: int) -> bool:
        """Whether a run of capitalised words can start at a token."""
        profile, norm, word = self.profile, self.tokens.norms[i], self.tokens.words[i]
        if self.initial[i] and not self._initial_is_name(i, last):
            return False
        if not self._is_name_word(i) and norm not in profile.words.particles:
            return False
        if word in profile.platforms.by_first:
            platform = profile.platforms.match(self.tokens.words, i, last)
            if platform is not None and not platform[1][0].ambiguous:
                return False
        return not (
            norm in profile.layout.caption and i + 1 < last and self.tokens.words[i + 1] in ".:"
        )

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

    def _past_suffix(self, end: int, last: int) -> int:
        """Past the dot of a suffix, or a suffix after a comma: "Zielonka Jr.", "King, Jr.,"."""
        tokens, suffixes = self.tokens, self.profile.words.name_suffixes
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
        """How many words from ``end`` on, where a particle may stand, are those of a name."""
        particles, norms = self.profile.words.particles, self.tokens.norms
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
        classes = self.classes[at]
        if classes & _OFFICE:
            role = self.profile.roles.match(self.tokens.norms, at, last)
            if role is not None and role[1].role.kind is not RoleKind.SOURCE:
                return not (role[0] == 1 and self._is_surname(at, last, start))
        if not classes & _LISTED:
            return False
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
        step = 0
        if i + 1 < last and self.classes[i + 1] & _PARTICLE:
            step = self._particles(i + 1, last)
        at = i + 1 + step
        verb = norm in profile.present_words or norm in profile.past_words
        if at < last and self._is_name_word(at) and not self._starts_listed(at, last, i):
            return not (step and verb)
        if norm in profile.cues or norm in profile.moves or norm in profile.units:
            return False
        following = profile.cues.get(tokens.norms[i + 1], ()) if i + 1 < last else ()
        return any(f.finite and f.cue.share >= 0.3 for f in following)

    def _may_be_of(self, i: int, last: int, body: OrganizationForm) -> bool:
        """Whether what follows "of" belongs to the name of a body: no listed name does, but a
        place's after the noun for a university, a bank and the like."""
        match = self.profile.gazetteer.match(self.tokens.words, i, last)
        if match is None:
            return True
        return body.noun.kind is ActorKind.ORGANIZATION and match[1][0].place is not None

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
                and self._may_be_of(end + 1, last, body)
            ):
                end += 2 if self._is_name_word(end + 1) else 3
            else:
                break
        return Atom(i, end, AtomKind.BODY, body=body, capital=True)


def _initial_tokens(tokens: Tokens, classes: list[int]) -> bytearray:
    """Marks the first word of each sentence."""
    words = tokens.words
    marks = bytearray(len(words) + 1)
    for first, last in tokens.sentences:
        if classes[first] & _CAPITAL or words[first][0].isalnum():
            marks[first] = 1
            continue
        i = first
        while i < last and not words[i][0].isalnum():
            i += 1
        if i < last:
            marks[i] = 1
            if tokens.norms[first] in CLITICS and i + 1 < last:
                marks[first + 1] = 1  # "'s Avonds" opens a sentence
    return marks
