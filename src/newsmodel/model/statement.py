"""Who said what: an attribution of a content to a source.

In: actors and passages. Out: `Statement`. May not know how an attribution is recognised.

*Source*, *cue* and *content* are used as in the attribution corpora PARC 3.0 and PolNeAR.
"""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen

from newsmodel.model.actor import Actor
from newsmodel.model.checks import (
    Checks,
    Instance,
    Optional,
    Several,
    check_fields,
    one_value_per_id,
    readable,
    refuse,
    words,
)
from newsmodel.model.excerpt import Excerpt
from newsmodel.model.time import TimeReference

__all__ = ["Certainty", "Polarity", "SpeechAct", "Statement", "StatementKind"]


class StatementKind(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    """The content is wholly inside quotation marks."""
    INDIRECT = "indirect"
    """No quotation marks, or only around a single term."""
    MIXED = "mixed"
    """A paraphrase with a quoted part."""


class SpeechAct(StrEnum):
    """What the source does with the words; it follows the cue."""

    SAY = "say"
    CLAIM = "claim"
    """Asserted as the source's own view."""
    DENY = "deny"
    CONFIRM = "confirm"
    ANNOUNCE = "announce"
    """Of the source's own plans or acts."""
    WARN = "warn"
    THREATEN = "threaten"
    PROMISE = "promise"
    CALL = "call"
    """Urge, ask or demand."""
    ORDER = "order"
    REPORT = "report"
    """By media or an observing body."""
    EXPECT = "expect"


class Polarity(StrEnum):
    """Whether the source affirms the content or denies it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Certainty(StrEnum):
    """How sure the content is given to be."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


@frozen(kw_only=True)
class Statement:
    """A content that the text attributes to a source.

    Attributes:
        id: unique within the article, not blank.
        speakers: the actors who say it. Empty only where the source is none of the actors; then
            `source` gives its words.
        source: the words that name the speaker, or None where the text leaves them out.
        cue: the words that attribute: a verb, a noun, a preposition, in one or more parts.
        content: what is attributed, in one or more parts: at least one.
        quotations: the quoted parts, without their marks.
        kind: see `StatementKind`.
        act: see `SpeechAct`.
        polarity: see `Polarity`.
        certainty: see `Certainty`.
        via: the outlet or person through whom the words reached the author, or None.
        time: when it was said, or None.
        pattern: the name of the rule that found it, or None.

    Raises:
        ModelError: the id is blank, there is no content, there is neither a speaker nor a source,
            or two different actors have one id.

    >>> from newsmodel.model import ActorKind
    >>> Statement(
    ...     id="s1", speakers=(Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON),),
    ...     cue=(Excerpt(text="said", start=16),), content=(Excerpt(text="No", start=1),),
    ...     kind=StatementKind.DIRECT, act=SpeechAct.SAY,
    ... )
    Statement(id='s1', speakers=[<a1 Ana Silva>], cue=(Excerpt(text='said', start=16),),
    content=(Excerpt(text='No', start=1),), kind='direct', act='say', polarity='affirmed',
    certainty='certain')
    """

    id: str
    speakers: tuple[Actor, ...] = ()
    source: Excerpt | None = None
    cue: tuple[Excerpt, ...] = ()
    content: tuple[Excerpt, ...]
    quotations: tuple[Excerpt, ...] = ()
    kind: StatementKind
    act: SpeechAct
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    via: Actor | None = None
    time: TimeReference | None = None
    pattern: str | None = None

    def __attrs_post_init__(self) -> None:
        check_fields(self, STATEMENT)
        if not self.speakers and self.source is None:
            refuse(self, [("speakers", "must not be empty where source is None")])
        if self.via is not None or len(self.speakers) > 1:
            if reason := one_value_per_id(self.actors):
                refuse(self, [("", reason)])

    @property
    def actors(self) -> tuple[Actor, ...]:
        """All actors that it names: the speakers, and through whom the words came."""
        return self.speakers if self.via is None else (*self.speakers, self.via)

    def __hash__(self) -> int:
        return hash((self.id, self.kind, self.content))

    def __repr__(self) -> str:
        return readable(
            self,
            STATEMENT,
            speakers=lambda: f"[{', '.join(a.label() for a in self.speakers)}]",
            via=lambda: self.via.label() if self.via is not None else "None",
        )


STATEMENT = Checks(
    {
        "id": words,
        "speakers": Several(Instance(Actor)),
        "source": Optional(Instance(Excerpt)),
        "cue": Several(Instance(Excerpt)),
        "content": Several(Instance(Excerpt), least=1),
        "quotations": Several(Instance(Excerpt)),
        "kind": Instance(StatementKind),
        "act": Instance(SpeechAct),
        "polarity": Instance(Polarity),
        "certainty": Instance(Certainty),
        "via": Optional(Instance(Actor)),
        "time": Optional(Instance(TimeReference)),
        "pattern": Optional(words),
    }
)
