"""Actors: which noun phrases mean the same participant, across the whole article.

In: a reading with its noun phrases, and the attributions, whose sources are phrases. Out: a
:class:`Cast`: the actors, each with its mentions and the reason for each. A sieve, as coreference
sieves are: full names first, then surnames and acronyms, offices, metonyms, and pronouns last, each
only where exactly one actor fits. Knows no word of any language.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import lru_cache

from newsmodel.languages.profile import Profile
from newsmodel.languages.schema import RoleKind
from newsmodel.model import EDTF, Actor, ActorKind, MentionForm
from newsmodel.parsing.cast import Cast, Draft, build, last_word, name_key
from newsmodel.parsing.descriptions import PRONOUN_REACH, Descriptions
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution

__all__ = ["Cast", "Draft", "Resolver", "build"]

#: As plain names, which are asked for with every phrase.
_NAME, _ROLE, _UNNAMED_BODY = PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.UNNAMED_BODY
_COUNTRY, _CAPITAL = PhraseKind.COUNTRY, PhraseKind.CAPITAL
_PRONOUN, _DEMONYM, _PLACE = PhraseKind.PRONOUN, PhraseKind.DEMONYM, PhraseKind.PLACE
_PERSON, _GOVERNMENT = ActorKind.PERSON, ActorKind.GOVERNMENT
#: What has a name in full, or one that a list knows.
_NAMED = (PhraseKind.PERSON, PhraseKind.BODY, PhraseKind.METONYM)


class Resolver(Descriptions):
    """Settles the actors of one article."""

    def __init__(
        self, reading: Reading, attributions: list[Attribution], known: tuple[Actor, ...] = ()
    ) -> None:
        super().__init__(reading, attributions, known)
        self.subjects = _subjects(reading.profile)

    def resolve(self) -> Cast:
        """All actors, in the order of their first mention."""
        for phrase in self.reading.phrases:
            if phrase.kind in _NAMED:
                self._name(phrase)
        self._walk()
        self._merge_metonyms()
        self._office_since()
        self._countries()
        kept = [
            d
            for d in self.drafts
            if d.merged is None and d.listed and d.kind is not None and d.mentions
        ]
        kept.sort(key=_first_mention)
        return Cast(kept, self.speakers, self.by_phrase, dropped=self.dropped)

    def _walk(self) -> None:
        """Second to last sieve, in the order of the text: each phrase with what came before."""
        reading, norms, by_phrase = self.reading, self.reading.tokens.norms, self.by_phrase
        phrases, starts, following = reading.phrases, reading.phrase_starts, 0
        by_sentence: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            by_sentence.setdefault(attribution.sentence, []).append(attribution)
        for number in reading.running:
            first, last = reading.tokens.sentences[number]
            subject_seen = False
            earlier, following = following, bisect_left(starts, last, following)
            for phrase in phrases[earlier:following]:
                draft = by_phrase.get(id(phrase))
                if draft is None:
                    if phrase.kind is _PLACE:
                        continue
                    draft = self._refer(phrase, number)
                    if draft is None:
                        continue
                    by_phrase[id(phrase)] = draft
                draft.last_sentence = number
                if (
                    not subject_seen
                    and not self._governed(phrase, first)
                    and (phrase.last >= len(norms) or norms[phrase.last] != "'s")
                ):
                    subject_seen = True
                    self.focus.append((number, draft))
                if phrase.possessor is not None:
                    self._possessed(draft, phrase, number)
            for attribution in by_sentence.get(number, ()):
                self._speak(attribution, number)

    def _refer(self, phrase: NounPhrase, number: int) -> Draft | None:
        is_source, kind = id(phrase) in self.source_of, phrase.kind
        if kind is _ROLE:
            return self._office(phrase, number, is_source)
        if kind is _PRONOUN:
            # Else only "he" or "she", and where it can only be a subject.
            norm = self.reading.tokens.norms[phrase.head_first]
            meant = is_source or norm in self.subjects
            return self._pronoun(phrase, number) if meant else None
        if kind is _COUNTRY:
            return self._country(phrase, is_source)
        if kind is _NAME:
            return self._short_name(phrase, is_source)
        if kind is _UNNAMED_BODY:
            return self._unnamed_body(phrase, number, is_source)
        if kind is _CAPITAL:
            return self._capital(phrase, is_source)
        if kind is _DEMONYM:
            return self._demonym(phrase, number, is_source)
        return None

    def _pronoun(self, phrase: NounPhrase, number: int) -> Draft | None:
        tokens = self.reading.tokens
        pronoun = self.words.pronouns.get(tokens.norms[phrase.head_first])
        if pronoun is None:
            return None
        found = None
        for reading in pronoun.readings:
            if reading.person != 3:
                continue
            found = self._antecedent(reading.number, reading.gender, number)
            if found is not None:
                break
        if found is not None:
            found.mention(
                phrase.head_first,
                phrase.head_last,
                MentionForm.PRONOUN,
                "the last actor of that number and gender who was a subject or spoke",
            )
        return found

    def _antecedent(self, grammatical: str, gender: str, number: int) -> Draft | None:
        found = self._antecedent_among(grammatical, gender, number, lambda d: d.listed)
        found = found or self._antecedent_among(grammatical, gender, number, lambda d: True)
        if found is None and gender in ("m", "f"):
            # Nobody of that gender was a subject: the last one named nearby.
            near = [
                d
                for d in self.drafts
                if d.kind is ActorKind.PERSON
                and d.gender == gender
                and 0 <= number - d.last_sentence <= 1
            ]
            found = max(near, key=lambda d: d.mentions[-1][0], default=None)
        return found

    def _antecedent_among(
        self, grammatical: str, gender: str, number: int, allowed: Callable[[Draft], bool]
    ) -> Draft | None:
        for sentence, draft in reversed(self.focus):
            draft = draft.top()
            if number - sentence > PRONOUN_REACH:
                return None
            if not allowed(draft) and draft.kind is not None:
                continue
            if draft.kind is None and draft.person and gender in ("m", "f") and " " in draft.name:
                # A name of which nothing else is known: whom "he" takes up is a person.
                draft.kind, draft.gender, draft.listed = ActorKind.PERSON, gender, True
                return draft
            if _agrees(draft, grammatical, gender):
                return draft
        return None

    def _possessed(self, draft: Draft, phrase: NounPhrase, number: int) -> None:
        """ "its spokesman": the country and body of whom the possessive means."""
        assert phrase.possessor is not None
        owner = self.owner(phrase.possessor, number, draft)
        if owner is not None:
            draft.country = draft.country or owner.country
            if owner.kind not in (ActorKind.PERSON, ActorKind.COUNTRY):
                draft.affiliation = draft.affiliation or owner.name

    def owner(self, token: int, number: int, besides: Draft | None = None) -> Draft | None:
        """The actor that a possessive pronoun at a token means."""
        form = self.words.possessives.get(self.reading.tokens.norms[token])
        if form is None or form.person != 3:
            return None
        for sentence, draft in reversed(self.focus):
            draft = draft.top()
            if number - sentence > PRONOUN_REACH:
                return None
            if draft is besides:
                continue
            if form.gender in ("m", "f"):
                if draft.kind is ActorKind.PERSON and draft.gender in ("", form.gender):
                    return draft
            elif draft.kind is not ActorKind.PERSON or form.number == "plural":
                return draft
        return None

    def _speak(self, attribution: Attribution, number: int) -> None:
        found: list[Draft] = []
        if attribution.source is not None:
            if attribution.source.phrases[0].plural:
                found = self._pair(attribution)
            for phrase in attribution.source.phrases if found else ():
                unnamed = self.by_phrase.get(id(phrase))
                if unnamed is not None:
                    unnamed.listed = False  # "both sides" are the two, no third actor
        if attribution.source is not None and not found:
            for phrase in attribution.source.phrases:
                draft = self.by_phrase.get(id(phrase))
                if draft is None and phrase.kind is _ROLE and phrase.role_form is None:
                    draft = (
                        self._aged(phrase, number)
                        or self._taken_up(phrase, number)
                        or self._group(phrase)
                    )
                    self.by_phrase[id(phrase)] = draft
                if draft is not None and (draft := draft.top()) not in found:
                    found.append(draft)
        elif attribution.possessor is not None:
            owner = self.owner(attribution.possessor, number)
            found = [owner] if owner is not None else []
        elif self.focus:
            previous = next(
                (
                    self.speakers[id(a)]
                    for a in reversed(self._earlier(attribution))
                    if self.speakers.get(id(a))
                ),
                None,
            )
            sentence, subject = self.focus[-1]
            if previous and not (subject.listed and sentence > previous[0].last_sentence):
                found = list(previous)
            else:
                found = [subject]  # who has been spoken of since
        for draft in found:
            draft.listed = True
            self.focus.append((number, draft))
        self.speakers[id(attribution)] = found
        if not found and self._means_nobody(attribution):
            self.dropped.add(id(attribution))
        if attribution.via is not None:
            draft = self.by_phrase.get(id(attribution.via))
            if draft is not None:
                draft.listed = True

    def _aged(self, phrase: NounPhrase, number: int) -> Draft | None:
        """ "the 31-year-old": the person whom the text spoke of last."""
        head = self.reading.tokens.words[phrase.head_first]
        if not phrase.definite or not head[0].isdigit() or "-" not in head:
            return None
        for sentence, focused in reversed(self.focus):
            draft = focused.top()
            if number - sentence > PRONOUN_REACH:
                break
            if draft.kind is ActorKind.PERSON:
                draft.mention(
                    phrase.first, phrase.last, MentionForm.DESCRIPTION, "the person spoken of last"
                )
                return draft
        return None

    def _taken_up(self, phrase: NounPhrase, number: int) -> Draft | None:
        """ "the country": the one named last that a sentence was about; a demonstrative alone
        ("Die zegt dat"): whoever was named last of all."""
        noun = self.reading.tokens.norms[phrase.last - 1]
        alone = phrase.last - phrase.first == 1
        if not phrase.definite or not (alone or noun in self.words.country_nouns):
            return None
        if alone:
            near = [d for d in self.drafts if d.kind and 0 <= number - d.last_sentence <= 1]
        else:
            near = [
                d.top()
                for sentence, d in self.focus
                if number - sentence <= PRONOUN_REACH and d.top().kind is ActorKind.COUNTRY
            ][-1:]
        before = [
            (start, draft)
            for draft in near
            for start, _, _, _ in draft.mentions
            if start < phrase.first
        ]
        if not before:
            return None
        _, found = max(before, key=_place)
        form = MentionForm.PRONOUN if alone else MentionForm.DESCRIPTION
        found.mention(phrase.first, phrase.last, form, "whoever was named last")
        return found.top()

    def _means_nobody(self, attribution: Attribution) -> bool:
        """ "it goes without saying that", "men zegt dat": a subject that stands for no one. Not so
        with a quotation: "“…,” it stated" is a text, or somebody."""
        if attribution.direct or attribution.source is None or len(attribution.source.phrases) != 1:
            return False
        phrase = attribution.source.phrases[0]
        if phrase.kind is not PhraseKind.PRONOUN:
            return False
        pronoun = self.words.pronouns.get(self.reading.tokens.norms[phrase.head_first])
        return pronoun is not None and all(
            r.person == 3 and r.number == "singular" and r.gender in ("", "n")
            for r in pronoun.readings
        )

    def _pair(self, attribution: Attribution) -> list[Draft]:
        """ "both sides", a plural: the two that "and" joined last."""
        assert attribution.source is not None
        phrase = attribution.source.phrases[0]
        norms = self.reading.tokens.norms
        if norms[phrase.first] not in self.words.both:
            return []
        first, _ = self.reading.tokens.sentences[max(0, attribution.sentence - 2)]
        named = [p for p in self.reading.phrases_in(first, phrase.first) if id(p) in self.by_phrase]
        for left, right in zip(reversed(named[:-1]), reversed(named[1:]), strict=False):
            if right.first - left.last == 1 and norms[left.last] in self.words.and_:
                return [self.by_phrase[id(left)].top(), self.by_phrase[id(right)].top()]
        return []

    def _earlier(self, attribution: Attribution) -> list[Attribution]:
        at = self.order[id(attribution)]
        return self.attributions[max(0, at - 3) : at]

    def _merge_metonyms(self) -> None:
        """A capital is the government of its country, where the text names that government."""
        metonyms = [d for d in self.drafts if d.metonym and d.listed]
        if not metonyms:
            return
        governments = {
            d.country: d
            for d in reversed(self.drafts)
            if d.kind is _GOVERNMENT
            and d.country
            and not d.metonym
            and d.listed
            and last_word(name_key(d.name)) in self.words.governments
        }
        for draft in metonyms:
            target = governments.get(draft.country or "")
            if target is not None:
                target.mentions += draft.mentions
                target.aliases += (draft.name,)
                draft.merged = target

    def _office_since(self) -> None:
        """ "who has been in power since 1994": the time an actor has held the office."""
        tokens = self.reading.tokens
        for span in self.reading.times:
            if not span.since or span.reference is None:
                continue
            first, last = tokens.sentences[tokens.sentence_of(span.first)]
            near = range(max(first, span.first - 8), min(last, span.last + 4))
            in_office = self.words.in_office
            at = next(
                (
                    i
                    for i in near
                    if tokens.norms[i] in in_office.by_first
                    and in_office.match(tokens.norms, i, last)
                ),
                None,
            )
            if at is None:
                at = self._office_near(near)
            if at is None:
                continue
            holder = next(
                (
                    d
                    for p in reversed(self.reading.phrases_in(first, min(at, span.first)))
                    if (d := self.by_phrase.get(id(p))) is not None and d.kind is ActorKind.PERSON
                ),
                None,
            )
            if holder is not None and holder.top().since is None:
                start = str(span.reference.value).split("/")[0]
                holder.top().since = EDTF(start)

    def _office_near(self, near: range) -> int | None:
        """ "is sinds 1999 president": an office without a name beside a time."""
        for phrase in self.reading.phrases_in(near.start, near.stop):
            form = phrase.role_form
            if (
                phrase.kind is PhraseKind.ROLE
                and form is not None
                and form.role.kind is RoleKind.OFFICE
                and not form.plural
                and not phrase.definite
            ):
                return phrase.head_first
        return None

    def _countries(self) -> None:
        """The country of a person whose body has one, or whose sentence places the office."""
        for draft in self.drafts:
            if draft.kind is not _PERSON or draft.country or not draft.listed:
                continue
            if draft.affiliation:
                body = self.by_name.get(name_key(draft.affiliation)) or self._partial_body(
                    last_word(name_key(draft.affiliation))
                )
                if body is not None:
                    draft.country = body.country
                    continue
            if draft.role_rank >= 3 and not draft.affiliation:
                draft.country = self._country_around(draft)

    def _country_around(self, draft: Draft) -> str | None:
        """ "In Caracas, President X …": the capital that opens the sentence of the first mention;
        else the owner of the body or force that the same paragraph names right before."""
        tokens = self.reading.tokens
        number = tokens.sentence_of(draft.first)
        first, _ = tokens.sentences[number]
        for phrase in self.reading.phrases_in(first, draft.first):
            if (
                phrase.kind is PhraseKind.CAPITAL
                and phrase.first - first <= 2
                and (tokens.words[phrase.last] == ",")
            ):
                return phrase.country
        block = tokens.sentence_blocks[number]
        start = number
        while start > 0 and tokens.sentence_blocks[start - 1] == block:
            start -= 1
        for phrase in reversed(self.reading.phrases_in(tokens.sentences[start][0], draft.first)):
            if (
                phrase.actor is ActorKind.GOVERNMENT
                and phrase.country
                and phrase.kind in (PhraseKind.BODY, PhraseKind.UNNAMED_BODY)
            ):
                return phrase.country
        return None


def _place(mention: tuple[int, Draft]) -> int:
    """Where a mention starts."""
    return mention[0]


def _first_mention(draft: Draft) -> int:
    """The token where an actor is first mentioned."""
    mentions = draft.mentions
    return mentions[0][0] if len(mentions) == 1 else min(mentions)[0]


@lru_cache(maxsize=16)
def _subjects(profile: Profile) -> frozenset[str]:
    """The pronouns for one person that can only be a subject: "he", "she"."""
    return frozenset(
        norm
        for norm, pronoun in profile.words.pronouns.items()
        if all(
            r.person == 3 and r.gender in ("m", "f") and r.case == "subject"
            for r in pronoun.readings
        )
    )


def _agrees(draft: Draft, number: str, gender: str) -> bool:
    """Whether an actor can be what a pronoun of that number and gender means."""
    if number == "plural":
        return draft.plural or draft.kind in (ActorKind.GROUP, ActorKind.ORGANIZATION)
    if gender in ("m", "f"):
        human = draft.kind is ActorKind.PERSON or (
            draft.kind is ActorKind.GROUP and not draft.plural
        )
        return human and draft.gender in ("", gender)
    return draft.kind not in (ActorKind.PERSON, None) and not draft.plural
