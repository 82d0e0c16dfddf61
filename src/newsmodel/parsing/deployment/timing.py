"""Timing: which of a clause's times is the move's own, and whether it is to come.

In: a clause and its move. Out: the time that stands nearest to the verb, none of what
only says when it was announced.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from newsmodel.languages.profile import Form
from newsmodel.model import EDTF, TimeReference
from newsmodel.parsing.clauses import Clause, ClauseKind
from newsmodel.parsing.contents import hanging_gerund
from newsmodel.parsing.deployment.scenes import Setting, Stage
from newsmodel.parsing.deployment.subjects import SubjectFinder
from newsmodel.parsing.moves import MoveUse
from newsmodel.parsing.times import Relation, TimeSpan

#: The first month of each season of EDTF.
_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}
# Bound once: to read a member through its class costs as much as a call.
_INFINITIVE, _NOUN = ClauseKind.INFINITIVE, Form.NOUN


class Clock(Stage):
    """Finds the times of moves."""

    def __init__(self, setting: Setting, subjects: SubjectFinder) -> None:
        super().__init__(setting)
        self.subjects = subjects
        self.published = _comparable(setting.published)

    def find(self, clause: Clause, use: MoveUse, limit: int) -> TimeSpan | None:
        """The time of a move: of those before token ``limit`` the nearest to its verb."""
        own: AbstractSet[int] = clause.own
        first, last = clause.first, clause.last
        if clause.kind is _INFINITIVE and clause.parent is not None:
            inner = [s for s in self.reading.times_in(clause.first, clause.last) if s.first in own]
            if not inner and self.moves.in_group("order", clause.parent) is not None:
                own = own | clause.parent.own
                first, last = min(own), max(own) + 1
        spans = [
            s for s in self.reading.times_in(first, last) if s.first in own and s.first < limit
        ]
        if use.form is _NOUN:
            spans = [s for s in spans if not self._of_announcement(clause, s)]
        if not spans:
            return None
        span = spans[0]
        if len(spans) > 1:
            span = min(
                spans,
                key=lambda s: (
                    s.reference is None,
                    min(abs(s.first - use.at), abs(s.last - 1 - use.at)),
                ),
            )
        return self._beside_gerund(use, span) if self.closed.gerund_suffixes else span

    def _beside_gerund(self, use: MoveUse, span: TimeSpan) -> TimeSpan | None:
        """ "has kept troops in Niger since leaving Mali last year": the time of the other verb."""
        at = hanging_gerund(self.reading, use.at + 2, span.first)
        if at is None:
            return span
        value = span.reference
        if value is None or self.norms[at - 1] not in self.words.groups["since"].by_first:
            return None
        start = EDTF(f"{str(value.value).split('/')[0]}/..")
        since = TimeReference(value=start, excerpt=value.excerpt)
        return TimeSpan(at - 1, span.last, since, Relation.SINCE)

    def _of_announcement(self, clause: Clause, span: TimeSpan) -> bool:
        """ "the deployment was announced on Friday": a time of what is said, not of the move."""
        verb = self.subjects.first_verb(clause)
        return span.first > verb and self.moves.in_group("announce", clause) is not None

    def is_future(self, span: TimeSpan) -> bool:
        """Whether a time lies behind the day of publication."""
        future = self.words.groups["future"].by_first
        if span.reference is None or not self.published:
            return any(self.norms[i] in future for i in range(span.first, span.last))
        value = str(span.reference.value).split("/")[0].rstrip("?~%")
        if value in ("", ".."):
            return False
        day = _comparable(value)
        return day > self.published and not self.published.startswith(day.replace("-XX", ""))


def _comparable(value: str) -> str:
    """A date whose text sorts as it lies in time, to the month where it is a season."""
    before, dash, month = value.rpartition("-")
    season = _SEASONS.get(month) if dash and "-" not in before else None
    return value if season is None else f"{before}-{season}"
