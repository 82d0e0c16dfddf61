"""A reading: what the stages before have found in a text, handed to the stages after.

In: the results of single stages. Out: :class:`Reading`, which only holds them, with the few
questions that every later stage asks. It finds nothing itself.
"""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from attrs import define, field

from newsmodel.languages.profile import Profile
from newsmodel.model import Excerpt
from newsmodel.parsing.blocks import Span
from newsmodel.parsing.nounphrases import NounPhrase
from newsmodel.parsing.quantities import QuantitySpan
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.times import TimeSpan
from newsmodel.parsing.tokens import Tokens

_first = attrgetter("first")
#: As a plain name, which is asked for a hundred times a text.
_excerpt = Excerpt.of


@define(slots=True, eq=False)
class Reading:
    """A text with everything that has been found in it so far."""

    tokens: Tokens
    profile: Profile
    blocks: list[Span]
    #: Numbers of the sentences whose block holds running text: paragraphs and captions.
    running: list[int]
    quotations: list[Quotation]
    #: For each token how deep it stands in quotation marks; the marks themselves count as inside.
    quoted: bytearray
    times: list[TimeSpan]
    quantities: list[QuantitySpan]
    #: For each token 1 where it belongs to an expression of time.
    timed: bytearray
    #: For each token 1 where it is part of a noun phrase's name or noun, and so no verb.
    nominal: bytearray = field(factory=bytearray)
    phrases: list[NounPhrase] = field(factory=list)
    phrase_starts: list[int] = field(factory=list)
    #: The outermost quotation by its first and by its closing mark.
    opening: dict[int, Quotation] = field(factory=dict)
    closing: dict[int, Quotation] = field(factory=dict)

    def excerpt(self, first: int, last: int) -> Excerpt:
        """The text from token ``first`` up to, not including, token ``last``."""
        tokens = self.tokens
        return _excerpt(tokens.text, tokens.starts[first], tokens.ends[last - 1])

    def times_in(self, first: int, last: int) -> list[TimeSpan]:
        """The times that start in a range of tokens."""
        low = bisect_left(self.times, first, key=_first)
        return self.times[low : bisect_left(self.times, last, low, key=_first)]

    def quantities_at(self, token: int) -> list[QuantitySpan]:
        """The quantities that hold a token."""
        high = bisect_left(self.quantities, token + 1, key=_first)
        return [span for span in self.quantities[max(0, high - 1) : high] if token < span.last]

    def phrases_in(self, first: int, last: int) -> list[NounPhrase]:
        """The noun phrases whose head starts in a range of tokens."""
        low = bisect_left(self.phrase_starts, first)
        high = bisect_left(self.phrase_starts, last, low)
        return self.phrases[low:high]
