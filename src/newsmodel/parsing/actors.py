"""Actors: which noun phrases mean the same participant, across the whole article.

In: a reading with its noun phrases, and the attributions, whose sources are phrases. Out: a
:class:`Cast`: the actors, each with its mentions and the reason for each. A sieve, as coreference
sieves are: full names first, then surnames and acronyms, offices, metonyms, and pronouns last, each
only where exactly one actor fits. Knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from newsmodel.languages.profile import SenseKind
from newsmodel.languages.schema import Frame, RoleKind
from newsmodel.model import Actor, ActorKind, EDTF, Mention, MentionForm
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution

#: How many sentences back a pronoun may reach.
PRONOUN_REACH = 3
#: How many sentences after an office its holder may be named.
INTRODUCTION_REACH = 3
#: How good a description of an actor an office is; the best found is kept.
_ROLE_RANK = {RoleKind.OFFICE: 3, RoleKind.RANK: 2, RoleKind.PROFESSION: 1, RoleKind.SOURCE: 1}


@define(slots=True, eq=False)
class Draft:
    """An actor while its mentions are collected."""

    name: str
    kind: ActorKind | None
    first: int
    role: str | None = None
    role_rank: int = 0
    portfolio: str | None = None
    affiliation: str | None = None
    country: str | None = None
    since: EDTF | None = None
    gender: str = ""
    plural: bool = False
    listed: bool = False
    metonym: bool = False
    roles: set[str] = field(factory=set)
    aliases: dict[str, None] = field(factory=dict)
    mentions: list[tuple[int, int, MentionForm, str]] = field(factory=list)
    last_sentence: int = -1
    merged: Draft | None = None

    def mention(self, first: int, last: int, form: MentionForm, reason: str) -> None:
        """Adds a mention."""
        self.mentions.append((first, last, form, reason))

    def top(self) -> Draft:
        """The draft that this one was merged into, or itself."""
        return self.merged.top() if self.merged else self


@define(slots=True, eq=False)
class Cast:
    """The actors of an article, and who the sources of its attributions are."""

    drafts: list[Draft]
    speakers: dict[int, list[Draft]]
    by_phrase: dict[int, Draft]
    actors: dict[int, Actor] = field(factory=dict)
    dropped: set[int] = field(factory=set)

    def actor(self, draft: Draft | None) -> Actor | None:
        """The finished actor of a draft."""
        return self.actors.get(id(draft.top())) if draft is not None else None


class Resolver:
    """Settles the actors of one article."""

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
                self._register(draft, _key(name))
            self.by_name.setdefault(_key(name), draft)
        if actor.role:
            draft.roles.add(actor.role)
            draft.role_rank = max(_ROLE_RANK.values())
        self.focus.append((0, draft))

    def resolve(self) -> Cast:
        """All actors, in the order of their first mention."""
        for phrase in self.reading.phrases:
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
        kept.sort(key=lambda d: min((m[0] for m in d.mentions), default=d.first))
        return Cast(kept, self.speakers, self.by_phrase, dropped=self.dropped)

    # --- names ----------------------------------------------------------------------------

    def _name(self, phrase: NounPhrase) -> None:
        """First sieve: names in full, and what a list knows."""
        match phrase.kind:
            case PhraseKind.PERSON:
                draft = self._person(phrase)
            case PhraseKind.BODY | PhraseKind.METONYM:
                draft = self._body(phrase)
            case _:
                return
        self._describe(draft, phrase)
        self.by_phrase[id(phrase)] = draft

    def _new(self, phrase: NounPhrase, kind: ActorKind | None, name: str) -> Draft:
        draft = Draft(name, kind, phrase.head_first, country=phrase.country)
        draft.gender, draft.plural = phrase.gender, phrase.plural
        self.drafts.append(draft)
        return draft

    def _person(self, phrase: NounPhrase) -> Draft:
        key = _key(phrase.name)
        draft = self.by_name.get(key)
        parts = key.split()
        if draft is None and len(parts) == 1:
            draft = self.by_surname.get(key)
        if draft is None and len(parts) > 1:
            short = self.by_surname.get(parts[-1]) or self.by_name.get(parts[-1])
            if (
                short is not None
                and _key(short.name) == parts[-1]
                and (short.kind in (ActorKind.PERSON, None))
            ):
                draft, short.name = short, phrase.name
        if draft is None:
            draft = self._new(phrase, ActorKind.PERSON, phrase.name)
        form = MentionForm.NAME if len(parts) > 1 else MentionForm.SURNAME
        draft.kind = ActorKind.PERSON
        draft.listed = True
        self._register(draft, key)
        draft.mention(phrase.head_first, phrase.head_last, form, "its name")
        return draft

    def _register(self, draft: Draft, key: str) -> None:
        """All forms under which a person can come back."""
        self.by_name.setdefault(key, draft)
        parts = key.split()
        for start in range(1, len(parts)):
            self.by_surname.setdefault(" ".join(parts[start:]), draft)
        if len(parts) > 1 and parts[0] not in self.by_surname:
            # Names whose surname comes first: only where no other actor has the word.
            self.by_surname.setdefault(parts[0], draft)

    def _body(self, phrase: NounPhrase) -> Draft:
        known = phrase.sense.known if phrase.sense is not None else None
        key = _key(phrase.name)
        draft = self.by_known.get(id(known)) if known is not None else None
        draft = draft or self.by_name.get(key) or self._longer_body(phrase, key)
        if draft is None:
            draft = self._new(phrase, phrase.actor or ActorKind.ORGANIZATION, phrase.name)
            self.by_name[key] = draft
        elif len(phrase.name) > len(draft.name) and known is not None:
            draft.aliases[draft.name] = None
            draft.name = phrase.name
        if known is not None:
            self.by_known[id(known)] = draft
            draft.kind = phrase.actor or draft.kind
        draft.listed = True
        self.by_name.setdefault(key, draft)
        acronym = self._bracketed_acronym(phrase)
        if acronym:
            self.by_name.setdefault(_key(acronym), draft)
            draft.aliases[acronym] = None
        form = MentionForm.METONYM if phrase.kind is PhraseKind.METONYM else MentionForm.NAME
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
            and _key(d.name).endswith(f" {key}")
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
        if phrase.role and phrase.role_form is not None:
            rank = _ROLE_RANK.get(phrase.role_form.role.kind, 0)
            draft.roles.update(w for w in phrase.role_form.role.singular)
            draft.roles.update(phrase.role_form.role.plural)
            if rank > draft.role_rank:
                draft.role, draft.role_rank = phrase.role, rank
                draft.portfolio = phrase.portfolio or draft.portfolio
        draft.affiliation = draft.affiliation or phrase.affiliation

    # --- the walk through the text --------------------------------------------------------

    def _walk(self) -> None:
        """Second to last sieve, in the order of the text: each phrase with what came before."""
        reading = self.reading
        by_sentence: dict[int, list[Attribution]] = {}
        for attribution in self.attributions:
            by_sentence.setdefault(attribution.sentence, []).append(attribution)
        for number in reading.running:
            first, last = reading.tokens.sentences[number]
            subject_seen = False
            for phrase in reading.phrases_in(first, last):
                draft = self.by_phrase.get(id(phrase)) or self._refer(phrase, number)
                if draft is None:
                    continue
                self.by_phrase[id(phrase)] = draft
                draft.last_sentence = number
                if not subject_seen and not self._governed(phrase, first):
                    subject_seen = True
                    self.focus.append((number, draft))
                if phrase.possessor is not None:
                    self._possessed(draft, phrase, number)
            for attribution in by_sentence.get(number, ()):
                self._speak(attribution, number)

    def _refer(self, phrase: NounPhrase, number: int) -> Draft | None:
        is_source = id(phrase) in self.source_of
        match phrase.kind:
            case PhraseKind.NAME:
                return self._short_name(phrase, is_source)
            case PhraseKind.ROLE:
                return self._office(phrase, number, is_source)
            case PhraseKind.UNNAMED_BODY:
                return self._unnamed_body(phrase, number, is_source)
            case PhraseKind.COUNTRY:
                return self._country(phrase, is_source)
            case PhraseKind.CAPITAL:
                return self._capital(phrase, is_source)
            case PhraseKind.PRONOUN:
                return self._pronoun(phrase, number) if is_source else None
            case PhraseKind.DEMONYM:
                return self._demonym(phrase, number, is_source)
            case _:
                return None

    def _short_name(self, phrase: NounPhrase, is_source: bool) -> Draft | None:
        key = _key(phrase.name)
        draft = self.by_name.get(key) or self.by_surname.get(key)
        if draft is None:
            draft = self._partial_body(key)
        if draft is not None:
            person = draft.kind is ActorKind.PERSON
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
        return ActorKind.ORGANIZATION if phrase.name.isupper() else ActorKind.PERSON

    def _is_people_name(self, phrase: NounPhrase) -> bool:
        if phrase.role is not None:
            return True
        words = phrase.name.split()
        if len(words) < 2 or words[0].casefold() in self.reading.profile.placenouns.by_first:
            return False
        if any(w in self.words.particles for w in words[1:-1]):
            return words[0] in self.reading.profile.firstnames or len(words[0].rstrip(".")) == 1
        return self._is_beside_person(phrase) or self._acts(phrase)

    def _is_beside_person(self, phrase: NounPhrase) -> bool:
        """Whether a comma or "and" joins a name to that of a person."""
        tokens = self.reading.tokens
        near = self.reading.phrases_in(max(0, phrase.first - 6), phrase.last + 7)
        return any(
            p.kind is PhraseKind.PERSON
            and (
                p.last == phrase.first - 1
                and tokens.norms[p.last] in (",", *self.words.and_)
                or p.first == phrase.last + 1
                and tokens.norms[phrase.last] in (",", *self.words.and_)
            )
            for p in near
        )

    def _partial_body(self, key: str) -> Draft | None:
        """The organisation that has the word in its name, where only one has."""
        if " " in key or len(key) < 4:
            return None
        found = [
            d
            for d in self.drafts
            if d.kind not in (None, ActorKind.PERSON, ActorKind.GROUP, ActorKind.COUNTRY)
            and key in _key(d.name).split()
        ][:2]
        return found[0] if len(found) == 1 else None

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
                return found
        return self._group(phrase, is_source)

    def _holder(self, phrase: NounPhrase, number: int) -> Draft | None:
        """The one person whose office fits: mentioned before and most recent, else later."""
        form = phrase.role_form
        assert form is not None
        wanted = set(form.role.singular)
        noun = _last_word(form.role.singular[0])
        fitting = [
            d
            for d in self.drafts
            if d.kind is ActorKind.PERSON
            and d.merged is None
            and (wanted & d.roles or any(_last_word(r).endswith(noun) for r in d.roles))
            and (not phrase.country or not d.country or d.country == phrase.country)
        ]
        if phrase.portfolio:
            exact = [
                d for d in fitting if d.portfolio and _key(d.portfolio) == _key(phrase.portfolio)
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

    def _group(self, phrase: NounPhrase, listed: bool = True) -> Draft:
        name = self._group_name(phrase)
        key = _key(name)
        draft = self.by_name.get(key)
        if draft is None or draft.kind is not ActorKind.GROUP:
            draft = self._new(phrase, ActorKind.GROUP, name)
            self.by_name.setdefault(key, draft)
            if phrase.role_form is not None:
                draft.roles.update(phrase.role_form.role.singular)
        draft.listed = draft.listed or listed
        draft.plural = phrase.plural
        draft.mention(phrase.first, phrase.last, MentionForm.DESCRIPTION, "an unnamed source")
        return draft

    def _group_name(self, phrase: NounPhrase) -> str:
        """Without article, with numeral, adjectives and of-phrase."""
        tokens = self.reading.tokens
        first, last = phrase.first, phrase.last
        while first < phrase.head_first and tokens.norms[first] in self.words.determiners:
            first += 1
        last = self._with_of(phrase.head_last, last)
        name = tokens.slice(first, last)
        if first == self.reading.tokens.sentences[tokens.sentence_of(first)][0]:
            word = tokens.words[first]
            if word[0].isupper() and tokens.norms[first] in self.reading.profile.words.triggers:
                name = name[0].lower() + name[1:]
        return name

    def _with_of(self, last: int, limit: int) -> int:
        """The end of a noun with its of-phrase: "a sergeant of the 42nd brigade"."""
        tokens, words = self.reading.tokens, self.words
        if last >= len(tokens) or tokens.norms[last] not in words.of:
            return last
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
        noun = _last_word(_key(tokens.slice(phrase.head_first, phrase.head_last)))
        fitting = [
            d
            for d in self.drafts
            if d.kind is phrase.actor
            and d.merged is None
            and not phrase.plural
            and (
                _key(d.name).startswith(noun)
                or _last_word(_key(d.name)).endswith(noun)
                or f" {noun} " in f" {_key(d.name)} "
            )
            and (not phrase.country or not d.country or d.country == phrase.country)
            and d.first < phrase.head_first
        ]
        if fitting and phrase.definite:
            owner = self._country_before(phrase)
            fitting = [d for d in fitting if not owner or not d.country or d.country == owner]
        if fitting and phrase.definite:
            found = max(fitting, key=lambda d: d.last_sentence)
            found.mention(phrase.first, phrase.last, MentionForm.DESCRIPTION, "its kind of body")
            return found
        if not is_source:
            return None
        if phrase.country and not phrase.plural:
            draft = self._new(
                phrase,
                phrase.actor or ActorKind.ORGANIZATION,
                tokens.slice(phrase.head_first, phrase.last),
            )
            draft.listed = True
            draft.mention(phrase.first, phrase.last, MentionForm.DESCRIPTION, "a body")
            return draft
        draft = self._group(phrase)
        draft.kind = phrase.actor if not phrase.plural and phrase.actor else ActorKind.GROUP
        return draft

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
            draft.aliases[phrase.name] = None
        return draft

    def _capital(self, phrase: NounPhrase, is_source: bool) -> Draft | None:
        """A capital that acts stands for its government; one that lies somewhere does not."""
        if not is_source and not self._acts(phrase):
            return None
        key = f"capital {phrase.country} {_key(phrase.name)}"
        draft = self.by_name.get(key)
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
        if after < end and tokens.words[after] in "\"“„«‘'":
            after += 1
        if (
            after < end
            and after - last <= 3
            and (
                self._finite(after)
                or self.reading.quoted[after]
                and norms[after].endswith(self.words.singular_suffixes)
            )
        ):
            return True
        if not before or not self._finite(first - 1) or before in self.words.auxiliaries:
            return False
        # After its verb: a subject where nothing else before the verb can be it, or the object of
        # a verb that accuses or blames.
        if any(
            f.cue.frames and {Frame.OF, Frame.ON}.intersection(f.cue.frames)
            for f in self.reading.profile.cues.get(before, ())
        ):
            return True
        return self.words.verb_second and not any(
            not self._governed(p, start) and p.kind is not PhraseKind.PLACE
            for p in self.reading.phrases_in(start, first - 1)
        )

    def _beside_place(self, conjunction: int, start: int) -> bool:
        """ "in Moskou en Minsk": the name that "and" joins it to is a place."""
        return any(
            p.last == conjunction and self._governed(p, start)
            for p in self.reading.phrases_in(max(start, conjunction - 6), conjunction)
        )

    def _is_place_noun(self, i: int) -> bool:
        return self.reading.tokens.norms[i] in self.reading.profile.placenouns.by_first

    def _finite(self, i: int) -> bool:
        norm, word = self.reading.tokens.norms[i], self.reading.tokens.words[i]
        if norm in self.words.auxiliaries:
            return True
        profile = self.reading.profile
        if not word[0].islower() or norm in self.words.function_words:
            return False
        forms = (*profile.cues.get(norm, ()), *profile.moves.get(norm, ()))
        if any(f.form in ("present", "past") for f in forms):
            return True
        if norm in profile.times.tense.past:
            return True
        return len(norm) > 3 and norm.endswith(self.words.finite_suffixes)

    def _demonym(self, phrase: NounPhrase, number: int, is_source: bool) -> Draft | None:
        """ "de Rus": the last person of that country; "the Russians" as a source, a group."""
        after = self.reading.tokens.words[phrase.last : phrase.last + 1]
        if (
            not phrase.definite
            or phrase.sense is not None
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
                if d.kind is ActorKind.PERSON
                and d.country == phrase.country
                and d.last_sentence >= 0
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
                found.mention(phrase.first, phrase.last, MentionForm.DESCRIPTION, "its nationality")
                return found
            return None
        return self._group(phrase) if is_source else None

    # --- pronouns -------------------------------------------------------------------------

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
        return found or self._antecedent_among(grammatical, gender, number, lambda d: True)

    def _antecedent_among(
        self, grammatical: str, gender: str, number: int, allowed: Callable[[Draft], bool]
    ) -> Draft | None:
        for sentence, draft in reversed(self.focus):
            draft = draft.top()
            if number - sentence > PRONOUN_REACH:
                return None
            if not allowed(draft) and draft.kind is not None:
                continue
            if draft.kind is None and gender in ("m", "f"):
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

    # --- speakers -------------------------------------------------------------------------

    def _speak(self, attribution: Attribution, number: int) -> None:
        found: list[Draft] = []
        if attribution.source is not None:
            found = self._pair(attribution)
        if attribution.source is not None and not found:
            for phrase in attribution.source.phrases:
                draft = self.by_phrase.get(id(phrase))
                if draft is None and phrase.kind is PhraseKind.ROLE and phrase.role_form is None:
                    draft = self.by_phrase[id(phrase)] = self._group(phrase)
                if draft is not None and draft.top() not in found:
                    found.append(draft.top())
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
            found = list(previous) if previous else [self.focus[-1][1]]
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

    def _means_nobody(self, attribution: Attribution) -> bool:
        """ "it goes without saying that", "men zegt dat": a subject that stands for no one."""
        if attribution.source is None or len(attribution.source.phrases) != 1:
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
        """ "both sides": the two that "and" joined last."""
        assert attribution.source is not None
        phrase = attribution.source.phrases[0]
        norms = self.reading.tokens.norms
        if not phrase.plural or norms[phrase.first] not in self.words.both:
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

    def _governed(self, phrase: NounPhrase, first: int) -> bool:
        norms = self.reading.tokens.norms
        return phrase.first > first and norms[phrase.first - 1] in self.words.prepositions

    # --- what the article as a whole tells ------------------------------------------------

    def _merge_metonyms(self) -> None:
        """A capital is the government of its country, where the text names that government."""
        governments = {
            d.country: d
            for d in reversed(self.drafts)
            if d.kind is ActorKind.GOVERNMENT
            and d.country
            and not d.metonym
            and d.listed
            and _last_word(_key(d.name)) in self.words.governments
        }
        for draft in self.drafts:
            target = governments.get(draft.country) if draft.metonym else None
            if target is not None and draft.listed:
                target.mentions += draft.mentions
                target.aliases[draft.name] = None
                draft.merged = target

    def _office_since(self) -> None:
        """ "who has been in power since 1994": the time an actor has held the office."""
        tokens = self.reading.tokens
        for span in self.reading.times:
            if not span.since or span.reference is None:
                continue
            first, last = tokens.sentences[tokens.sentence_of(span.first)]
            near = range(max(first, span.first - 8), min(last, span.last + 4))
            at = next((i for i in near if self.words.in_office.match(tokens.norms, i, last)), None)
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

    def _countries(self) -> None:
        """The country of a person whose body has one, or whose sentence places the office."""
        for draft in self.drafts:
            if draft.country or not draft.listed or draft.kind is not ActorKind.PERSON:
                continue
            if draft.affiliation:
                body = self.by_name.get(_key(draft.affiliation)) or self._partial_body(
                    _last_word(_key(draft.affiliation))
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


def build(reading: Reading, cast: Cast) -> None:
    """Makes the actors of a cast, with ids in the order of the text."""
    for number, draft in enumerate(cast.drafts, start=1):
        mentions: dict[tuple[int, int], Mention] = {}
        for first, last, form, reason in sorted(draft.mentions, key=lambda m: (m[0], m[1])):
            mentions.setdefault(
                (first, last),
                Mention(excerpt=reading.excerpt(first, last), form=form, reason=reason),
            )
        aliases = dict.fromkeys(a for a in draft.aliases if a != draft.name)
        cast.actors[id(draft)] = Actor(
            id=f"a{number}",
            name=draft.name,
            kind=draft.kind or ActorKind.ORGANIZATION,
            role=draft.role,
            portfolio=draft.portfolio,
            affiliation=draft.affiliation,
            country=draft.country or None,
            since=draft.since,
            aliases=tuple(aliases),
            mentions=tuple(mentions.values()),
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


def _key(name: str) -> str:
    return name.casefold().replace("’", "'")


def _last_word(text: str) -> str:
    return text.split()[-1] if text.split() else text


def sense_country(phrase: NounPhrase, kind: SenseKind) -> str | None:
    """The country of a phrase's sense of one kind."""
    if phrase.sense is not None and phrase.sense.kind is kind:
        return phrase.sense.country or None
    return None
