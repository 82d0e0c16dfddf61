"""Subjects: who a clause is about, as far as a force can be theirs.

In: a clause and its forces. Out: :class:`~newsmodel.parsing.deployment.scenes.Subject`, with the
country or the group behind a name, an office, a capital, a compass point or a pronoun. Knows
nothing of moves.
"""

from __future__ import annotations

from newsmodel.model import ActorKind
from newsmodel.parsing import forces as forces_of
from newsmodel.parsing.actors import Draft
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.deployment.records import Memory
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage, Subject
from newsmodel.parsing.forces import Force, Owner
from newsmodel.parsing.forcewords import Mark
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.statements import Attribution

# Members are bound here once: to read one through its class costs as much as a call.
_JOINED, _INFINITIVE = ClauseKind.JOINED, ClauseKind.INFINITIVE
_PLACE, _DEMONYM, _PRONOUN = PhraseKind.PLACE, PhraseKind.DEMONYM, PhraseKind.PRONOUN
_NAME, _COUNTRY, _CAPITAL = PhraseKind.NAME, PhraseKind.COUNTRY, PhraseKind.CAPITAL
_ONE, _BODY = PhraseKind.PERSON, PhraseKind.BODY
#: The subjects of which several do the same, each with a force of its own.
_JOINABLE = (_COUNTRY, _CAPITAL, _ONE)
_PERSON, _ORGANIZATION = ActorKind.PERSON, ActorKind.ORGANIZATION
_FINITE, _MOVE = int(Mark.FINITE), int(Mark.MOVE)


class SubjectFinder(Stage):
    """Finds the subjects of clauses."""

    def __init__(self, setting: Setting, memory: Memory) -> None:
        super().__init__(setting)
        self.memory = memory

    def find(self, scene: Scene, clause: Clause, forces: list[Force]) -> Subject | None:
        """The subject of a clause, where it is no force: whose force it may be."""
        if clause.kind is not _INFINITIVE:
            own = clause.own
            for phrase in self._before_verb(clause):
                head, first = phrase.head_first, phrase.first
                if head not in own or self._is_no_subject(phrase):
                    continue
                for force in forces:
                    if force.first <= head < force.last:
                        return Subject(force.owner, phrase, force)
                for force in forces:
                    if force.last <= first and force.head in own:
                        if not self.is_governed(force.first):
                            return None  # the force itself comes first
                return self._as_subject(scene, clause, phrase)
            if clause.kind is not _JOINED:
                return None
        return None if clause.parent is None else self.find(scene, clause.parent, forces)

    def _before_verb(self, clause: Clause) -> list[NounPhrase]:
        """The noun phrases before the verb of a clause.

        A language with the verb in second place has its subject behind it as well.
        """
        first, last = clause.first, clause.last
        if not self.closed.verb_second:
            last = min(last, self.first_verb(clause) + 1)
        return self.reading.phrases_in(first, last)

    def _is_no_subject(self, phrase: NounPhrase) -> bool:
        """Whether a noun phrase is part of something else than the subject of its clause."""
        kind = phrase.kind
        if kind is _PLACE or (kind is _DEMONYM and not phrase.plural):
            return True
        if self._owns(phrase) or self.is_governed(phrase.first):
            return True
        return kind is _PRONOUN and not self._is_personal(phrase)

    def first_verb(self, clause: Clause) -> int:
        """The first token that can be the finite verb of a clause, else its end."""
        marks = self.marks
        for i in clause.tokens:
            if marks[i] & _FINITE and not self.moves.is_noun(i):
                return i
        return clause.last

    def _is_personal(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun can be a subject: no possessive, no object."""
        norm = self.norms[phrase.head_first]
        pronoun = self.closed.pronouns.get(norm)
        if pronoun is None or all(r.case == "object" for r in pronoun.readings):
            return False
        if norm in self.closed.possessives:
            following = self.tokens.words[phrase.head_first + 1 : phrase.head_first + 2]
            return not following or not following[0][0].isalpha()
        return True

    def is_force(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun can be the subject of a clause and mean a force."""
        return self.is_thing(phrase) and self._is_personal(phrase)

    def is_moved(self, phrase: NounPhrase) -> bool:
        """ "will withdraw them": whether a pronoun can mean a force that a verb moves."""
        at = phrase.head_first
        if self.closed.verb_second or at == 0 or not self.marks[at - 1] & _MOVE:
            return False
        return self.is_thing(phrase)

    def is_thing(self, phrase: NounPhrase) -> bool:
        """Whether a pronoun can mean a force: third person, neuter or plural."""
        pronoun = self.closed.pronouns.get(self.norms[phrase.head_first])
        return pronoun is not None and any(
            r.person == 3 and (r.number == "plural" or r.gender in ("n", ""))
            for r in pronoun.readings
        )

    def _as_subject(self, scene: Scene, clause: Clause, phrase: NounPhrase) -> Subject:
        draft = self.cast.by_phrase.get(id(phrase))
        draft = draft.top() if draft is not None else None
        if phrase.kind is _PRONOUN:
            owner, draft = self.of_pronoun(scene, clause, phrase.head_first, draft)
            return Subject(owner, phrase, draft=draft, pronoun=self.is_thing(phrase))
        owner = forces_of.phrase_owner(phrase, draft.country if draft is not None else None)
        if owner is None and phrase.kind is _NAME:
            owner = self._compass_country(phrase)
        if owner is None:
            owner = self._apposed_country(phrase)
        if owner is None and phrase.sense is not None and phrase.sense.country:
            owner = Owner(country=phrase.sense.country, phrase=phrase)
        if owner is None and draft is not None and draft.kind is _PERSON and self.memory.records:
            owner = self.memory.records[-1].owner
        return Subject(owner, phrase, draft=draft, others=self._joined_countries(phrase))

    def _joined_countries(self, phrase: NounPhrase) -> list[Owner]:
        """ "Austria and Hungary": the countries behind the first one."""
        found: list[Owner] = []
        end = phrase.last
        if phrase.kind not in _JOINABLE:
            return found
        first = self._country_of(phrase)
        if end < len(self.norms) and not self._joins(self.norms[end]):
            return found
        for other in self.reading.phrases_in(phrase.last, phrase.last + 8):
            gap = self.norms[end : other.first]
            if not gap or not all(self._joins(norm) for norm in gap):
                break
            country = self._country_of(other)
            if other.kind not in _JOINABLE or not country:
                break
            if country != first:
                found.append(Owner(country=country, phrase=other))
            end = other.last
        listed = any(norm in self.closed.coordinators for norm in self.norms[phrase.last : end])
        return found if listed else []

    def _country_of(self, phrase: NounPhrase) -> str | None:
        draft = self.cast.by_phrase.get(id(phrase)) if phrase.kind is _ONE else None
        return draft.top().country if draft is not None else phrase.country

    def _joins(self, norm: str) -> bool:
        return norm == "," or norm in self.closed.coordinators

    def _apposed_country(self, phrase: NounPhrase) -> Owner | None:
        """ "neighbour Chad": the country whose name stands right behind a noun.

        So stands the name of a body: "the West African bloc ECOWAS".
        """
        end, bodies = phrase.last, self.profile.organizations.by_first
        for other in self.reading.phrases_in(end, end + 2):
            if other.first == end and other.kind is _COUNTRY:
                return Owner(country=other.country, phrase=other)
            if other.head_first == end + 1 and other.kind is _BODY and self.norms[end] in bodies:
                return forces_of.phrase_owner(other, None)
        first, last = phrase.head_first, phrase.head_last
        if phrase.kind is not _NAME or not self.tokens.opens_sentence(first):
            return None
        found = self.setting.forces.owner_ending(last - 1, first + 1, genitive=True)
        return found[1] if found is not None and found[0] == first + 1 else None

    def _compass_country(self, phrase: NounPhrase) -> Owner | None:
        """ "the North": the country of the article whose name begins with that."""
        name = phrase.name.casefold()
        if name not in self.words.nouns["part"].by_first:
            return None
        for other in self.reading.phrases:
            if other.kind is _COUNTRY and other.country:
                parts = other.name.casefold().replace("-", " ").split()
                if len(parts) > 1 and name.startswith(parts[0]):
                    return Owner(country=other.country, phrase=phrase)
        return None

    def of_pronoun(
        self, scene: Scene, clause: Clause, at: int, draft: Draft | None
    ) -> tuple[Owner | None, Draft | None]:
        """Whom a pronoun at a token means: who speaks, else the last subject with a country."""
        attribution = self.clauses.attribution_at(clause, at)
        if attribution is not None and not self._is_told_behind(clause, attribution, at):
            speakers = self.cast.speakers.get(id(attribution), ())
            for speaker in speakers:
                found = _draft_owner(speaker.top())
                if found is not None:
                    return found, speaker.top()
        if draft is not None and (found := _draft_owner(draft)) is not None:
            return found, draft
        index = scene.number
        for number in range(index, max(-1, index - 3), -1):
            first, last = self.tokens.sentences[number]
            last = min(last, clause.first)
            for phrase in self.reading.phrases_in(first, last):
                earlier = self.cast.by_phrase.get(id(phrase))
                if earlier is None and phrase.kind is not _CAPITAL:
                    continue
                if self.is_governed(phrase.first):
                    continue
                country = phrase.country or (earlier.top().country if earlier else None)
                owner = forces_of.phrase_owner(phrase, country)
                if owner is not None:
                    return owner, earlier.top() if earlier else None
        return None, None

    def _is_told_behind(self, clause: Clause, attribution: Attribution, at: int) -> bool:
        """ "They are there, according to X": who is named behind is not who the pronoun means."""
        source = attribution.source
        return clause.attribution is None and source is not None and source.first > at

    def is_governed(self, first: int) -> bool:
        """Whether a preposition stands before a phrase."""
        before = self.norms[first - 1] if first else ""
        if before not in self.closed.prepositions and before not in self.words.directions.by_first:
            return False
        return not self.tokens.opens_sentence(first)

    def _owns(self, phrase: NounPhrase) -> bool:
        norms, last = self.norms, phrase.last
        return last < len(norms) and norms[last] in ("'s", "'")


def _draft_owner(draft: Draft) -> Owner | None:
    if draft.country:
        return Owner(country=draft.country)
    if draft.kind is _ORGANIZATION:
        return Owner(name=draft.name)
    return None
