"""Descriptions: surnames, offices, bodies and capitals that mean an actor named elsewhere.

In: noun phrases without a full name. Out: the draft that each means, or a new one for an unnamed
source. Each only where exactly one actor fits.
"""

from __future__ import annotations

from newsmodel.languages.profile import SenseKind
from newsmodel.languages.schema import Frame
from newsmodel.model import ActorKind, MentionForm
from newsmodel.parsing.atoms import OPENING_MARKS
from newsmodel.parsing.cast import ROLE_RANK, Draft, last_word, name_key
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.phrases import GENITIVES
from newsmodel.parsing.registry import NO_BODIES, Registry

#: As plain names, which are asked for again and again.
_PERSON, _GROUP = ActorKind.PERSON, ActorKind.GROUP
_DESCRIPTION = MentionForm.DESCRIPTION
#: How many sentences after an office its holder may be named.
INTRODUCTION_REACH = 3
#: How many sentences back a body may have been named that "the organisation" means.
ORGANIZATION_REACH = 1
#: How long an aside behind a name may be, in tokens.
ASIDE_REACH = 5
#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 3


class Descriptions(Registry):
    """Finds whom a description means."""

    def _short_name(self, phrase: NounPhrase, is_source: bool) -> Draft | None:
        key = name_key(phrase.name)
        draft = self.by_name.get(key) or self.by_surname.get(key)
        if draft is None:
            draft = self._partial_body(key)
        if draft is not None:
            person = draft.kind is _PERSON
            form = MentionForm.SURNAME if person else MentionForm.NAME
            draft.mention(phrase.head_first, phrase.head_last, form, "a part of its name")
            self._describe(draft, phrase)
            if is_source and draft.kind is None:
                draft.kind, draft.listed = self._guess(phrase), True
            return draft
        governed = self._governed(phrase, 0)
        if governed and not is_source and not self._is_people_name(phrase):
            return None
        draft = self._new(phrase, None, phrase.name)
        draft.person = not self._has_article(phrase)
        self.by_name[key] = draft
        parts = key.split()
        for start in range(1, len(parts)):
            self.by_surname.setdefault(" ".join(parts[start:]), draft)
        draft.mention(phrase.head_first, phrase.head_last, MentionForm.NAME, "its name")
        self._describe(draft, phrase)
        if is_source or self._is_people_name(phrase):
            draft.kind, draft.listed = self._guess(phrase), True
        return draft

    def _guess(self, phrase: NounPhrase) -> ActorKind:
        """A name of which nothing is known: two words or more that speak are a person."""
        if phrase.actor is not None:
            return phrase.actor
        if self._has_article(phrase):
            return ActorKind.ORGANIZATION
        return ActorKind.ORGANIZATION if phrase.name.isupper() else ActorKind.PERSON

    def _is_people_name(self, phrase: NounPhrase) -> bool:
        if phrase.role is not None:
            return True
        if self._has_article(phrase):
            return False
        words = phrase.name.split()
        if len(words) < 2 or words[0].casefold() in self.reading.profile.placenouns.by_first:
            return False
        if any(w in self.words.particles for w in words[1:-1]):
            return words[0] in self.reading.profile.firstnames or len(words[0].rstrip(".")) == 1
        return self._is_beside_person(phrase) or self._acts(phrase)

    def _has_article(self, phrase: NounPhrase) -> bool:
        """Whether an article stands right before a name, as it does not before a person's."""
        first = phrase.head_first
        return first > 0 and self.reading.tokens.norms[first - 1] in self.words.articles

    def _is_beside_person(self, phrase: NounPhrase) -> bool:
        """Whether a comma or "and" joins a name to that of a person."""
        tokens = self.reading.tokens
        near = self.reading.phrases_in(max(0, phrase.first - 6), phrase.last + 7)
        return any(
            p.kind is PhraseKind.PERSON
            and (
                (p.last == phrase.first - 1 and tokens.norms[p.last] in (",", *self.words.and_))
                or (
                    p.first == phrase.last + 1
                    and tokens.norms[phrase.last] in (",", *self.words.and_)
                )
            )
            for p in near
        )

    def _office(self, phrase: NounPhrase, number: int, is_source: bool) -> Draft | None:
        form = phrase.role_form
        if form is None:
            return None
        if not form.plural and (phrase.definite or phrase.country):
            found = self._holder(phrase, number)
            if found is not None:
                text = self.reading.tokens.slice(phrase.first, phrase.last)
                found.mention(
                    phrase.first,
                    phrase.last,
                    MentionForm.OFFICE,
                    f"{text!r}: the actor with that office",
                )
                found.country = found.country or phrase.country
                if found.role is None:
                    found.role, found.role_rank = phrase.role, 1  # until a name comes with one
                return found
        return self._group(phrase, is_source)

    def _holder(self, phrase: NounPhrase, number: int) -> Draft | None:
        """The one person whose office fits: mentioned before and most recent, else later."""
        form = phrase.role_form
        assert form is not None
        wanted = set(form.role.singular)
        noun = last_word(form.role.singular[0])
        bare = " " not in form.role.singular[0]
        fitting = [
            d
            for d in self.drafts
            if d.kind is _PERSON
            and d.merged is None
            # "the minister" may be the defence minister; "the defence minister" is no other one.
            and (
                wanted & d.roles
                or any(last_word(r).endswith(noun) if bare else r == noun for r in d.roles)
            )
            and (not phrase.country or not d.country or d.country == phrase.country)
        ]
        if not fitting and noun in self.words.heads and phrase.country:
            fitting = self._heads_of(phrase.country)
        if phrase.portfolio:
            exact = [
                d
                for d in fitting
                if d.portfolio and name_key(d.portfolio) == name_key(phrase.portfolio)
            ]
            fitting = exact or [d for d in fitting if not d.portfolio]
        before = [d for d in fitting if d.first < phrase.head_first]
        if before:
            indefinite = not phrase.definite
            if indefinite:
                return None
            return max(
                before,
                key=lambda d: max(
                    (m[0] for m in d.mentions if m[0] < phrase.head_first), default=-1
                ),
            )
        if len(fitting) == 1 and phrase.country:
            # Named only later: the office in full stands here, the name with a short one there.
            later = fitting[0]
            if later.country == phrase.country:
                return later
            near = self.reading.tokens.sentence_of(later.first) - number <= INTRODUCTION_REACH
            if (
                later.country is None
                and near
                and later.role
                and phrase.role
                and (phrase.role.casefold().endswith(later.role.casefold()))
            ):
                later.role, later.country = phrase.role, phrase.country
                return later
        return None

    def _heads_of(self, country: str) -> list[Draft]:
        """ "the Belarusian leader": who holds an office of that country; else the last president,
        or whom the text spoke of last, without saying where they are from."""
        people = [d for d in self.drafts if d.kind is _PERSON and d.merged is None]
        holders = [
            d for d in people if d.country == country and d.role_rank >= max(ROLE_RANK.values())
        ]
        if holders:
            return holders
        stateless = [d for d in people if d.country is None and d.mentions]
        heads = [d for d in stateless if not self.words.head_offices.isdisjoint(d.roles)]
        return heads[-1:] or [d for d in stateless if d.role is None][-1:]

    def _group(self, phrase: NounPhrase, listed: bool = True) -> Draft:
        name = self._group_name(phrase)
        key = name_key(name)
        draft = self.by_name.get(key)
        if draft is None or draft.kind is not _GROUP:
            draft = self._new(phrase, _GROUP, name)
            self.by_name.setdefault(key, draft)
            if phrase.role_form is not None:
                draft.roles = draft.roles.union(phrase.role_form.role.singular)
        draft.listed = draft.listed or listed
        draft.plural = phrase.plural
        draft.mention(phrase.first, phrase.last, _DESCRIPTION, "an unnamed source")
        return draft

    def _group_name(self, phrase: NounPhrase) -> str:
        """Without article, with numeral, adjectives and of-phrase."""
        tokens, words = self.reading.tokens, self.words
        norms, first, last = tokens.norms, phrase.first, phrase.head_last
        for i in range(phrase.head_first - 1, first, -1):
            if norms[i] in GENITIVES:
                first = i + 1  # "the city's mayor"
                break
        while first < phrase.head_first and norms[first] in words.determiners:
            first += 1
        if last < len(norms) and norms[last] in words.of:
            last = self._with_of(last)
        name = tokens.slice(first, last)
        if (
            name[0].isupper()
            and not name[:2].isupper()
            and first == tokens.sentences[tokens.sentence_of(first)][0]
        ):
            norm = norms[first]
            if (
                norm in words.triggers
                or norm in words.source_adjectives
                or self.reading.quantities_at(first)
            ):
                name = name[0].lower() + name[1:]
        return name

    def _with_of(self, last: int) -> int:
        """The end of a noun with the of-phrase behind it: "a sergeant of the 42nd brigade"."""
        tokens, words = self.reading.tokens, self.words
        for owner in self.reading.phrases_in(last + 1, min(last + 7, len(tokens))):
            if owner.first <= last + 2 and owner.kind is not PhraseKind.PRONOUN:
                return owner.last
            break
        end = last + 1
        if end < len(tokens) and tokens.norms[end] in words.determiners:
            end += 1
        start = end
        while (
            end < len(tokens)
            and end - start < 3
            and tokens.words[end][0].isalnum()
            and (
                tokens.norms[end] not in words.function_words
                and not self.reading.timed[end]
                and not self._finite(end)
            )
        ):
            end += 1
        return end if end > start else last

    def _unnamed_body(self, phrase: NounPhrase, number: int, is_source: bool) -> Draft | None:
        """ "het ministerie", "the army": the body of that kind named before."""
        tokens = self.reading.tokens
        if phrase.plural and not is_source:
            return None
        noun = last_word(name_key(tokens.slice(phrase.head_first, phrase.head_last)))
        fitting = [
            d
            for d in self.drafts
            if (d.kind is phrase.actor or noun in d.roles or _ends_with(d, noun))
            and d.first < phrase.head_first
            and d.merged is None
            and not phrase.plural
            and (
                noun in d.roles
                or (key := name_key(d.name)).startswith(noun)
                or last_word(key).endswith(noun)
                or f" {noun} " in f" {key} "
            )
            and (not phrase.country or not d.country or d.country == phrase.country)
        ]
        if fitting and phrase.definite:
            owner = self._country_before(phrase)
            fitting = [d for d in fitting if not owner or not d.country or d.country == owner]
        if fitting and phrase.definite:
            found = max(fitting, key=lambda d: d.last_sentence)
            found.mention(phrase.first, phrase.last, _DESCRIPTION, "its kind of body")
            return found
        if not is_source:
            return None
        last = self._last_organization(phrase, number)
        if last is not None:
            last.mention(phrase.first, phrase.last, _DESCRIPTION, "the organisation named last")
            return last
        if phrase.country and not phrase.plural:
            draft = self._new(
                phrase,
                phrase.actor or ActorKind.ORGANIZATION,
                tokens.slice(phrase.head_first, phrase.last),
            )
            draft.listed = True
            draft.mention(phrase.first, phrase.last, _DESCRIPTION, "a body")
            return draft
        draft = self._group(phrase)
        draft.kind = phrase.actor if not phrase.plural and phrase.actor else ActorKind.GROUP
        return draft

    def _last_organization(self, phrase: NounPhrase, number: int) -> Draft | None:
        """ "the aid group", "de organisatie": the only organisation named in the last sentences."""
        if phrase.plural or not phrase.definite or phrase.country or phrase.affiliation:
            return None
        if phrase.actor is not ActorKind.ORGANIZATION:
            return None
        near = [
            d
            for d in self.drafts
            if d.kind is ActorKind.ORGANIZATION
            and d.listed
            and d.merged is None
            and d.first < phrase.head_first
            and 0 <= number - d.last_sentence <= ORGANIZATION_REACH
        ]
        return near[0] if len(near) == 1 else None

    def _country_before(self, phrase: NounPhrase) -> str | None:
        """The country of the person or body that the same sentence names right before."""
        tokens = self.reading.tokens
        first, _ = tokens.sentences[tokens.sentence_of(phrase.first)]
        for earlier in reversed(self.reading.phrases_in(first, phrase.first)):
            draft = self.by_phrase.get(id(earlier))
            country = earlier.country or (draft.country if draft is not None else None)
            if country and earlier.kind is not PhraseKind.PLACE:
                return country
        return None

    def _country(self, phrase: NounPhrase, is_source: bool) -> Draft | None:
        code = phrase.country or ""
        key = f"country {code}"
        draft = self.by_name.get(key)
        if draft is None:
            draft = self._new(phrase, ActorKind.COUNTRY, phrase.name)
            self.by_name[key] = draft
        draft.mention(phrase.head_first, phrase.head_last, MentionForm.NAME, "its name")
        draft.listed = draft.listed or is_source
        if phrase.name != draft.name:
            draft.aliases += (phrase.name,)
        return draft

    def _capital(self, phrase: NounPhrase, is_source: bool) -> Draft | None:
        """A capital that acts stands for its government; one that lies somewhere does not."""
        if not is_source and not self._acts(phrase):
            return None
        key = f"capital {phrase.country} {name_key(phrase.name)}"
        known = phrase.sense.known if phrase.sense is not None else None
        draft = self.by_known.get(id(known)) if known is not None else None
        draft = draft or self.by_name.get(key)
        if draft is None:
            draft = self._new(phrase, phrase.actor or ActorKind.GOVERNMENT, phrase.name)
            draft.metonym = True
            self.by_name[key] = draft
        draft.listed = True
        draft.mention(
            phrase.head_first, phrase.head_last, MentionForm.METONYM, "a capital for its government"
        )
        return draft

    def _acts(self, phrase: NounPhrase) -> bool:
        """Whether a phrase stands beside a finite verb, with no preposition before it."""
        tokens = self.reading.tokens
        norms = tokens.norms
        first, last = phrase.first, phrase.last
        start, end = tokens.sentences[tokens.sentence_of(first)]
        before = norms[first - 1] if first > start else ""
        if before in self.words.complementizers:
            return True
        if before in self.words.prepositions or before in ("'s", "/", "-", "–"):
            return False
        if before in self.words.subordinators and self.words.verb_second:
            return True
        if before in self.words.and_ and self._beside_place(first - 1, start):
            return False
        if before and self._is_place_noun(first - 1):
            return False
        after = last
        while after < end and (norms[after] in self.words.light or self.reading.timed[after]):
            after += 1
        if after < end and tokens.words[after] in OPENING_MARKS:
            after += 1
        after = self._past_aside(after, end)
        if (
            after < end
            and after - last <= 3 + ASIDE_REACH
            and (
                self._finite(after)
                or (
                    self.reading.quoted[after]
                    and norms[after].endswith(self.words.singular_suffixes)
                )
            )
        ):
            return True
        if not before or not self._finite(first - 1) or before in self.words.auxiliaries:
            return False
        # After its verb: a subject where nothing else before the verb can be it, or the object of
        # a verb that accuses, blames, asks or warns.
        if any(
            {Frame.OF, Frame.ON, Frame.OBJECT_INFINITIVE}.intersection(f.cue.frames)
            or "object" in f.cue.addressee
            for f in self.reading.profile.cues.get(before, ())
        ):
            return True
        return self.words.verb_second and not any(
            not self._governed(p, start) and p.kind is not PhraseKind.PLACE
            for p in self.reading.phrases_in(start, first - 1)
        )

    def _past_aside(self, comma: int, end: int) -> int:
        """Past an aside of a few words behind a name: "Oslo, for its part, closed …"."""
        tokens, words = self.reading.tokens, self.words
        opener = comma + 1
        if opener >= end or tokens.words[comma] != "," or tokens.norms[opener] in words.relatives:
            return comma
        if not tokens.words[opener][0].islower():
            return comma
        for i in range(opener, min(end, opener + ASIDE_REACH)):
            if tokens.words[i] == ",":
                return i + 1
        return comma

    def _beside_place(self, conjunction: int, start: int) -> bool:
        """ "in Moskou en Minsk": the name that "and" joins it to is a place."""
        return any(
            p.last == conjunction and self._governed(p, start)
            for p in self.reading.phrases_in(max(start, conjunction - 6), conjunction)
        )

    def _demonym(self, phrase: NounPhrase, number: int, is_source: bool) -> Draft | None:
        """ "de Rus": the last person of that country; "the Russians" as a source, a group."""
        after = self.reading.tokens.words[phrase.last : phrase.last + 1]
        if is_source and phrase.plural and phrase.first < phrase.head_first:
            return self._group(phrase)
        if not phrase.definite or (
            phrase.sense is not None
            and not is_source
            and (
                phrase.sense.kind is SenseKind.ADJECTIVE
                and after
                and after[0][0].islower()
                and not self._finite(phrase.last)
            )
        ):
            return None
        if not phrase.plural:
            people = [
                d
                for d in self.drafts
                if d.kind is _PERSON and d.country == phrase.country and d.last_sentence >= 0
            ]
            if not people:
                # Whoever the text spoke of last, if it has not said where they are from.
                people = [
                    d.top()
                    for n, d in self.focus[-4:]
                    if number - n <= PRONOUN_REACH
                    and d.top().country is None
                    and d.top().kind in (ActorKind.PERSON, None)
                    and " " in d.top().name
                ][-1:]
                for person in people:
                    person.country, person.kind, person.listed = (
                        phrase.country,
                        ActorKind.PERSON,
                        True,
                    )
            if people:
                found = max(people, key=lambda d: d.last_sentence)
                found.mention(phrase.first, phrase.last, _DESCRIPTION, "its nationality")
                return found
            return None
        return self._group(phrase) if is_source else None


def _ends_with(draft: Draft, noun: str) -> bool:
    """Whether the name of a body, of whatever kind, ends with a noun: "…Energy Agency"."""
    return draft.kind not in NO_BODIES and last_word(name_key(draft.name)) == noun
