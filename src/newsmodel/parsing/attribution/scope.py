"""Scope: one sentence while its statements are looked for, and how a statement is put down.

In: what the constructions find. Out: :class:`Attribution` objects, whose source is still a phrase.
Knows the outlets that words were spoken to; no construction.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import define

from newsmodel.languages.schema import Cue, Frame
from newsmodel.languages.words import WordSets
from newsmodel.parsing import contents
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.sources import Source


@define(slots=True, eq=False)
class Attribution:
    """A statement as the text gives it; every number counts tokens.

    ``source`` is None where the speaker is the one who spoke before.
    """

    pattern: str
    source: Source | None
    cue: Cue | None
    cue_tokens: tuple[int, ...]
    content: list[Range]
    sentence: int
    via: NounPhrase | None = None
    #: Whether what is said stands wholly inside quotation marks.
    direct: bool = False
    #: A possessive pronoun that names the source ("her warning that").
    possessor: int | None = None
    #: Whether the cue is negated ("does not think that", "does not rule out that").
    negated: bool = False

    @property
    def first(self) -> int:
        """Its first token of content."""
        return self.content[0][0]


@define(slots=True, eq=False, init=False)
class Scope:
    """One sentence while its statements are looked for."""

    reading: Reading
    number: int
    first: int
    last: int
    uses: list[CueUse]
    #: Whether it has anything in quotation marks, or next to it.
    has_quotation: bool
    #: The phrases of the sentence that name or describe a news outlet.
    outlets: list[NounPhrase]
    found: list[Attribution]
    #: The subjects of cues that have been asked for.
    subjects: dict[CueUse, Source | None]
    words: list[str]
    norms: list[str]
    closed: WordSets

    def __init__(
        self,
        reading: Reading,
        number: int,
        uses: list[CueUse],
        has_quotation: bool,
        outlets: list[NounPhrase],
    ) -> None:
        self.reading, self.number, self.uses = reading, number, uses
        self.first, self.last = reading.tokens.sentences[number]
        self.words, self.norms = reading.tokens.words, reading.tokens.norms
        self.closed = reading.profile.words
        self.has_quotation, self.outlets = has_quotation, outlets
        self.found, self.subjects = [], {}

    def text(self, i: int) -> str:
        """The surface of token ``i``, empty outside the sentence."""
        return self.words[i] if self.first <= i < self.last else ""

    def norm(self, i: int) -> str:
        """The normal form of token ``i``, empty outside the sentence."""
        return self.norms[i] if self.first <= i < self.last else ""


Pattern = Callable[[Scope, CueUse], Attribution | None]


def attribute(
    pattern: str,
    scope: Scope,
    use: CueUse,
    source: Source | None,
    content: list[Range],
    direct: bool,
    via: NounPhrase | None,
) -> Attribution | None:
    """Puts a statement down, with the outlet that its sentence names; None without a content."""
    content = [r for r in content if r[1] > r[0]]
    if not content or (source is not None and is_inscription(scope, source.phrases[0])):
        return None
    if via is None and scope.outlets:
        via = _outlet(scope, use, source, content)
    return Attribution(
        pattern,
        source,
        use.cue,
        use.tokens,
        content,
        scope.number,
        via,
        direct,
        None,
        use.negated,
    )


def _outlet(
    scope: Scope, use: CueUse, source: Source | None, content: list[Range]
) -> NounPhrase | None:
    """The outlet that the words were spoken to or in, named anywhere outside the content."""
    reading, closed = scope.reading, scope.closed
    named = source.phrases if source is not None else []
    for phrase in scope.outlets:
        if phrase.kind is not PhraseKind.BODY or phrase in named:
            continue
        if any(first <= phrase.head_first < last for first, last in content):
            continue
        before = scope.norm(phrase.first - 1)
        if before in closed.via or before in reading.profile.cue_phrases:
            return phrase
        if before in closed.by and use.companions and use.at < phrase.first < use.companions[-1]:
            return phrase  # "was quoted by X as saying"
    return None


def is_inscription(scope: Scope, phrase: NounPhrase) -> bool:
    """Whether a phrase is of something that only bears words: "a banner asks: “Q”"."""
    noun = phrase.head_last - 1
    return scope.norms[noun] in scope.closed.inscriptions and scope.first <= noun < scope.last


def takes_quotation(cue: Cue) -> bool:
    """Whether a cue can stand beside direct speech."""
    return Frame.QUOTE in cue.frames or Frame.PARENTHETICAL in cue.frames


def outlet_after(scope: Scope, use: CueUse, source: Source | None) -> NounPhrase | None:
    """The outlet that "volgens persbureau Y" or "in an interview with Y" names after a cue."""
    if not scope.outlets:
        return None
    reading, closed = scope.reading, scope.closed
    start = max(use.end, source.last if source else 0)
    end = contents.right_boundary(reading, start, scope.last)
    for phrase in scope.outlets:
        if phrase.first > start and start <= phrase.head_first < end + 3:
            before = scope.norm(phrase.first - 1)
            if before in closed.prepositions or before in reading.profile.cue_phrases:
                return phrase
    return None


def outlet_heard(scope: Scope, use: CueUse, first: int, last: int) -> NounPhrase | None:
    """The outlet among the hearers: "told Reuters", "tegen de krant X"."""
    if not scope.outlets:
        return None
    for phrase in scope.outlets:
        if first <= phrase.head_first < last:
            return phrase
    return outlet_after(scope, use, None)


def spoken_to(scope: Scope, use: CueUse, source: Source | None) -> NounPhrase | None:
    """The outlet that a cue's hearer is: "told Reuters"."""
    if not scope.outlets:
        return None
    start = max(use.end, source.last if source and source.first > use.at else 0)
    _, first, last = contents.skip_addressee(scope.reading, use, start, scope.last)
    return outlet_heard(scope, use, first, last)


def quotations_in(reading: Reading, first: int, last: int) -> list[Quotation]:
    """The outermost quotations that open in a range of tokens."""
    found: list[Quotation] = []
    at = reading.quoted.find(1, max(first, 0), max(last, 0))
    while at >= 0:
        quotation = reading.opening.get(at)
        if quotation is not None:
            found.append(quotation)
        at = reading.quoted.find(1, at + 1 if quotation is None else quotation.after, last)
    return found


def is_wholly_quoted(reading: Reading, content: Range) -> bool:
    """Whether a quotation is all of a content."""
    quotation = reading.opening.get(content[0])
    return quotation is not None and quotation.after >= content[1]


def is_taken(scope: Scope, quotation: Quotation) -> bool:
    """Whether a quotation is another cue's: "“Q,” said X, who added that …"."""
    said = quotation.first
    for attribution in scope.found:
        for first, last in attribution.content:
            if first <= said < last:
                return True
    return False


def is_name(scope: Scope, quotation: Quotation) -> bool:
    """ "videos he calls “Consumer Advocate”": a name, not a judgement."""
    words = scope.reading.tokens.words[quotation.first : quotation.closing]
    return all(w[0].isupper() or not w[0].isalpha() or len(w) <= 3 for w in words)
