"""Phrases: looking up entries of one or more words in one step per token.

In: phrases as word sequences with a value. Out: :class:`Phrases`, a dictionary by first word, so
that a text of n tokens costs n look-ups whatever the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")

#: What is found where a word stands alone; and by the second word of its longer phrases, each
#: one's length, its further words and what is found; None where there are none.
_Entries = tuple[
    tuple[int, Value] | None,
    dict[str, list[tuple[int, tuple[str, ...], tuple[int, Value]]]] | None,
]


class Phrases(Generic[Value]):
    """Entries by their words; the longest that matches at a place wins.

    >>> phrases = Phrases([(("prime", "minister"), "head"), (("minister",), "member")])
    >>> phrases.match(["the", "prime", "minister"], 1)
    (2, 'head')
    >>> phrases.match(["the", "prime", "number"], 1) is None
    True
    """

    __slots__ = ("_met", "by_first")

    def __init__(self, entries: Iterable[tuple[Sequence[str], Value]]) -> None:
        first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for words, value in entries:
            if words:
                first.setdefault(words[0], []).append((tuple(words[1:]), value))
        #: First word to the (further words, value) of its phrases, the longest first; of two
        #: values for the same words the earlier one counts.
        self.by_first: dict[str, tuple[tuple[tuple[str, ...], Value], ...]] = {
            word: tuple(sorted(rests, key=lambda rest: -len(rest[0])))
            for word, rests in first.items()
        }
        #: The same by second word too, for the first words that have been met.
        self._met: dict[str, _Entries[Value]] = {}

    def __contains__(self, word: object) -> bool:
        return word in self.by_first

    def match(
        self, words: Sequence[str], at: int, end: int | None = None
    ) -> tuple[int, Value] | None:
        """The number of words and the value of the longest phrase that starts at ``at``."""
        met = self._met.get(words[at])
        if met is None:
            rests = self.by_first.get(words[at])
            if rests is None:
                return None
            met = self._met[words[at]] = _by_second(rests)
        alone, longer = met
        if longer is not None:
            limit = len(words) if end is None or end > len(words) else end
            if at + 1 < limit:
                for length, rest, entry in longer.get(words[at + 1], ()):
                    stop = at + length
                    if stop <= limit and (length == 2 or tuple(words[at + 1 : stop]) == rest):
                        return entry
        return alone


def _by_second(rests: Iterable[tuple[tuple[str, ...], Value]]) -> _Entries[Value]:
    alone: tuple[int, Value] | None = None
    longer: dict[str, list[tuple[int, tuple[str, ...], tuple[int, Value]]]] = {}
    for rest, value in rests:
        found = (1 + len(rest), value)
        if rest:
            longer.setdefault(rest[0], []).append((found[0], rest, found))
        elif alone is None:
            alone = found
    return alone, longer or None
