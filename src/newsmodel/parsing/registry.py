"""The registry: actors by name, the first sieve of their resolution.

In: noun phrases with a name. Out: drafts, found again by full name, surname, acronym or alias.
"""

from __future__ import annotations

from newsmodel.model import Actor, ActorKind, MentionForm
from newsmodel.parsing.cast import ROLE_RANK, Draft, name_key
from newsmodel.parsing.contents import is_finite
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution

#: As plain names, which are asked for with every named phrase.
_PERSON, _METONYM = PhraseKind.PERSON, PhraseKind.METONYM
_HUMAN, _ORGANIZATION = ActorKind.PERSON, ActorKind.ORGANIZATION
_AS_NAME, _AS_SURNAME = MentionForm.NAME, MentionForm.SURNAME
NO_BODIES = (None, ActorKind.PERSON, ActorKind.GROUP, ActorKind.COUNTRY)


class Registry:
    """The drafts of one article by everything that they are called."""

    def __init__(
        self, reading: Reading, attributions: list[Attribution], known: tuple[Actor, ...] = ()
    ) -> None:
        self.reading = reading
        self.words = reading.profile.words
        self.attributions = attributions
        self.drafts: list[Draft] = []
        self.by_name: dict[str, Draft] = {}
        self.by_surname: dict[str, Draft] = {}
        self.by_phrase: dict[int, Draft] = {}
        self.by_known: dict[int, Draft] = {}
        self.speakers: dict[int, list[Draft]] = {}
        self.order = {id(a): number for number, a in enumerate(attributions)}
        #: Attributions whose subject stands for nobody.
        self.dropped: set[int] = set()
        self.source_of = {id(p): a for a in attributions if a.source for p in a.source.phrases}
        #: Who the text is about, sentence by sentence: the subject first, then the speaker.
        self.focus: list[tuple[int, Draft]] = []
        for actor in known:
            self._know(actor)

    def _know(self, actor: Actor) -> None:
        """An actor that the caller knows from elsewhere: it is listed once the text has it."""
        draft = Draft(
            actor.name,
            actor.kind,
            0,
            role=actor.role,
            portfolio=actor.portfolio,
            affiliation=actor.affiliation,
            country=actor.country,
            since=actor.since,
        )
        self.drafts.append(draft)
        for name in (actor.name, *actor.aliases):
            if actor.kind is ActorKind.PERSON:
                key = name_key(name)
                self._register(draft, key, self._unsuffixed(key.split()))
            self.by_name.setdefault(name_key(name), draft)
        if actor.role:
            draft.roles = frozenset({actor.role})
            draft.role_rank = max(ROLE_RANK.values())
        self.focus.append((0, draft))

    def _name(self, phrase: NounPhrase) -> None:
        """First sieve: names in full, and what a list knows."""
        draft = self._person(phrase) if phrase.kind is _PERSON else self._body(phrase)
        self._describe(draft, phrase)
        self.by_phrase[id(phrase)] = draft

    def _new(self, phrase: NounPhrase, kind: ActorKind | None, name: str) -> Draft:
        draft = Draft(name, kind, phrase.head_first, phrase.country, phrase.gender, phrase.plural)
        self.drafts.append(draft)
        return draft

    def _person(self, phrase: NounPhrase) -> Draft:
        key = name_key(phrase.name)
        draft = self.by_name.get(key)
        parts = self._unsuffixed(key.split())
        if draft is None and len(parts) == 1:
            draft = self.by_surname.get(key)
        if draft is None and len(parts) > 1:
            short = self.by_surname.get(parts[-1]) or self.by_name.get(parts[-1])
            if (
                short is not None
                and name_key(short.name) == parts[-1]
                and (short.kind is _HUMAN or short.kind is None)
            ):
                draft, short.name = short, phrase.name
        if draft is None:
            draft = self._new(phrase, _HUMAN, phrase.name)
        form = _AS_NAME if len(parts) > 1 else _AS_SURNAME
        draft.kind = _HUMAN
        draft.listed = True
        self._register(draft, key, parts)
        draft.mention(phrase.head_first, phrase.head_last, form, "its name")
        return draft

    def _unsuffixed(self, parts: list[str]) -> list[str]:
        """The words of a name without "Jr." at its end."""
        if len(parts) > 2 and parts[-1].rstrip(".") in self.words.name_suffixes:
            parts = parts[:-1]
            parts[-1] = parts[-1].rstrip(",")
        return parts

    def _register(self, draft: Draft, key: str, parts: list[str]) -> None:
        """All forms under which a person can come back."""
        self.by_name.setdefault(key, draft)
        if len(parts) > 1:
            for start in range(1, len(parts)):
                self.by_surname.setdefault(" ".join(parts[start:]), draft)
            # Names whose surname comes first: only where no other actor has the word.
            self.by_surname.setdefault(parts[0], draft)

    def _body(self, phrase: NounPhrase) -> Draft:
        known = phrase.sense.known if phrase.sense is not None else None
        key = name_key(phrase.name)
        draft = self.by_known.get(id(known)) if known is not None else None
        draft = draft or self.by_name.get(key) or self._longer_body(phrase, key)
        if draft is None:
            draft = self._new(phrase, phrase.actor or _ORGANIZATION, phrase.name)
            self.by_name[key] = draft
        elif len(phrase.name) > len(draft.name) and known is not None:
            draft.aliases += (draft.name,)
            draft.name = phrase.name
        if known is not None:
            self.by_known[id(known)] = draft
            draft.kind = phrase.actor or draft.kind
        draft.listed = True
        if phrase.noun_last > 0:
            draft.roles = draft.roles.union((self.reading.tokens.norms[phrase.noun_last - 1],))
        self.by_name.setdefault(key, draft)
        acronym = self._bracketed_acronym(phrase)
        if acronym:
            self.by_name.setdefault(name_key(acronym), draft)
            draft.aliases += (acronym,)
        form = MentionForm.METONYM if phrase.kind is _METONYM else _AS_NAME
        draft.mention(phrase.head_first, phrase.head_last, form, "its name")
        return draft

    def _longer_body(self, phrase: NounPhrase, key: str) -> Draft | None:
        """A body named before of whose name this one is the last word: "de (Tweede) Kamer"."""
        if " " in key or phrase.name.isupper():
            return None
        found = [
            d
            for d in self.drafts
            if d.kind is phrase.actor
            and name_key(d.name).endswith(f" {key}")
            and (not phrase.country or not d.country or d.country == phrase.country)
        ]
        return found[0] if len(found) == 1 else None

    def _bracketed_acronym(self, phrase: NounPhrase) -> str | None:
        words = self.reading.tokens.words
        at = phrase.head_last
        if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")":
            word = words[at + 1]
            listed = word in self.reading.profile.gazetteer.by_first
            if 2 <= len(word) <= 8 and word[0].isupper() and (word.isupper() or listed):
                return word
        return None

    def _describe(self, draft: Draft, phrase: NounPhrase) -> None:
        """Takes over what a phrase says of its actor."""
        draft.country = draft.country or phrase.country
        draft.gender = draft.gender or phrase.gender
        draft.affiliation = draft.affiliation or phrase.affiliation
        if phrase.role and phrase.role_form is not None:
            role = phrase.role_form.role
            rank = ROLE_RANK.get(role.kind, 0)
            draft.roles = draft.roles.union(role.singular, role.plural)
            if rank > draft.role_rank:
                draft.role, draft.role_rank = phrase.role, rank
                draft.portfolio = phrase.portfolio or draft.portfolio

    def _partial_body(self, key: str) -> Draft | None:
        """The organisation that has the word in its name, where only one has."""
        if " " in key or len(key) < 4:
            return None
        found = [
            d
            for d in self.drafts
            if d.kind not in NO_BODIES and key in (name := name_key(d.name)) and key in name.split()
        ]
        return found[0] if len(found) == 1 else None

    def _governed(self, phrase: NounPhrase, first: int) -> bool:
        norms = self.reading.tokens.norms
        return phrase.first > first and norms[phrase.first - 1] in self.words.prepositions

    def _is_place_noun(self, i: int) -> bool:
        return self.reading.tokens.norms[i] in self.reading.profile.placenouns.by_first

    def _finite(self, i: int) -> bool:
        """Whether a finite verb stands at a token."""
        if self.reading.tokens.norms[i] in self.words.auxiliaries:
            return True
        return is_finite(self.reading, i, present=True)
