"""Details: what else a clause says of a deployment, and which words carry it.

In: a record with its clause and move. Out: the record with its purpose, what it is part of, who
ordered it and which actor the force is; and the evidence, the smallest stretch that carries it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType
from newsmodel.model import ActorKind, DeploymentStatus, Place
from newsmodel.parsing.actors import Draft
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.deployment.records import Record
from newsmodel.parsing.deployment.scenes import Scene, Setting, Stage, Subject
from newsmodel.parsing.forces import Force
from newsmodel.parsing.forcewords import Mark, Placing
from newsmodel.parsing.moves import MoveUse
from newsmodel.parsing.statements import Attribution

# Members are bound here once: to read one through its class costs as much as a call.
_CLAUSE_JOINED, _SUBORDINATE = ClauseKind.JOINED, ClauseKind.SUBORDINATE
_INFINITIVE, _PARTICIPLE, _VERB = ClauseKind.INFINITIVE, Form.PARTICIPLE, CueType.VERB
_ORDERED, _MILITARY = DeploymentStatus.ORDERED, ActorKind.MILITARY
_BREAK = int(Mark.BREAK)
_NO_VERB = int(Placing.DETERMINER | Placing.NOUN | Placing.POSSESSIVE)


class Details(Stage):
    """Reads the details of deployments."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self._drafts: dict[str, Draft] | None = None

    @property
    def drafts(self) -> dict[str, Draft]:
        """The actors by all their names; the first of a name counts."""
        if self._drafts is None:
            self._drafts = {}
            for draft in self.cast.drafts:
                for name in (draft.name, *draft.aliases):
                    self._drafts.setdefault(name, draft)
        return self._drafts

    def purpose_at(self, clause: Clause, use: MoveUse, force: Force) -> int:
        """Where an infinitive of purpose begins behind the move, else behind the clause."""
        reported = self._reported_at(clause, use)
        if self.closed.verb_second or reported < clause.last:
            return reported
        edge = force.last if force.first > use.at else use.at
        norms, to, tokens = self.norms, self.closed.to, clause.tokens
        for j in tokens[bisect_right(tokens, edge) :]:
            if norms[j] in to and j + 1 < len(norms) and self._is_infinitive(j + 1):
                return j
        return clause.last

    def _is_infinitive(self, i: int) -> bool:
        """Whether a word behind "to" is a verb, and begins no phrase for a place or a time."""
        word = self.tokens.words[i]
        return (
            word[0].islower()
            and not self.words.placing[word] & _NO_VERB
            and self.norms[i] not in self.words.groups["part"].by_first
            and not self.reading.timed[i]
        )

    def _reported_at(self, clause: Clause, use: MoveUse) -> int:
        """ "..., the minister told MPs": the comma behind which it only says who says so."""
        if not clause.marks & _BREAK:
            return clause.last
        words, cues = self.tokens.words, self.profile.cues
        behind = iter(clause.tokens[bisect_right(clause.tokens, use.at) :])
        comma = next((j for j in behind if words[j] == ","), None)
        if comma is None:
            return clause.last
        for j in behind:
            forms = cues.get(self.norms[j])
            if (
                forms is not None
                and words[j][0].islower()
                and any(form.finite and form.cue.type is _VERB for form in forms)
                and not self.moves.is_noun(j)
                and self.norms[j - 1] not in self.closed.determiners
            ):
                return comma
        return clause.last

    def further(
        self,
        record: Record,
        scene: Scene,
        clause: Clause,
        use: MoveUse,
        subject: Subject | None,
        limit: int,
    ) -> None:
        """Its purpose, what it is part of, who ordered it, which actor it is."""
        if not self.closed.verb_second and limit < clause.last:
            end = clause.last
            while end > limit and not self.tokens.words[end - 1][0].isalnum():
                end -= 1
            if end > limit + 1:
                record.purpose = self.tokens.slice(limit + 1, end)
        for other in scene.clauses:
            if other.parent is clause and other.kind is _INFINITIVE:
                stretch = [i for i in other.tokens if self.tokens.words[i][0].isalnum()]
                if (len(stretch) > 1 and stretch[0] > use.first) or use.form is _PARTICIPLE:
                    record.purpose = self.tokens.slice(other.opener + 1, stretch[-1] + 1)
        part = self.moves.in_group("part_of", clause)
        if part is not None:
            record.part_of = self._larger(part, clause)
        if record.status is _ORDERED and subject is not None:
            record.ordered_by = subject.draft
        record.agent = self._agent(record)

    def _larger(self, at: int, clause: Clause) -> str | None:
        match = self.words.groups["part_of"].match(self.norms, at)
        assert match is not None
        start = at + match[0]
        while start < clause.last and self.norms[start] in self.closed.determiners:
            start += 1
        if start in self.reading.opening:
            quotation = self.reading.opening[start]
            return self.tokens.slice(quotation.first, quotation.closing)
        end = start
        while (
            end < clause.last
            and self.tokens.words[end][0].isalnum()
            and (self.norms[end] not in self.closed.prepositions or end == start)
            and not self.clauses.is_finite(end)
            and not self.reading.timed[end]
        ):
            end += 1
        return self.tokens.slice(start, end) if end > start else None

    def _agent(self, record: Record) -> Draft | None:
        """The actor that the force is: an armed force by name, an alliance, a group."""
        owner = record.owner
        if owner is not None and owner.name is not None:
            named = self.drafts.get(owner.name)
            if named is not None:
                return named
        force = record.force
        for phrase in self.reading.phrases_in(force.first, force.last):
            found = self.cast.by_phrase.get(id(phrase))
            if found is not None and found.top().kind is _MILITARY:
                return found.top()
        return None

    def evidence(
        self, clause: Clause, force: Force, antecedent: Force | Place | None, limit: int
    ) -> list[tuple[int, int]]:
        """The clause, from its first to its last word, without what opens or closes it."""
        words, tokens, kind = self.tokens.words, clause.tokens, clause.kind
        low, high = 0, bisect_left(tokens, limit)
        while low < high:
            word = words[tokens[high - 1]]
            if word[0].isalnum() or word in '”"»':
                break
            high -= 1
        while low < high:
            word = words[tokens[low]]
            if word[0].isalnum() or word in '“"«':
                break
            low += 1
        if high - low > 1 and (
            kind is _SUBORDINATE
            or (kind is _CLAUSE_JOINED and self.norms[tokens[low]] in self.closed.coordinators)
        ):
            low += 1
        if low == high:
            return [(force.first, force.last)]
        first, last = tokens[low], tokens[high - 1] + 1
        if kind is not _CLAUSE_JOINED and isinstance(antecedent, Force):
            first = min(first, antecedent.first)
        if clause.attribution is None:
            return [(first, last)]
        return self._uninterrupted(clause.attribution, first, last)

    def _uninterrupted(
        self, attribution: Attribution, first: int, last: int
    ) -> list[tuple[int, int]]:
        """A stretch of a content without what belongs to the clause that reports it."""
        found: list[tuple[int, int]] = []
        start = first
        for (_, end), (begin, _) in pairwise(sorted(attribution.content)):
            if first < end <= begin < last:
                if end > start:
                    found.append((start, end))
                start = begin
        if start < last:
            found.append((start, last))
        return found
