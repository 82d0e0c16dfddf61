"""Phrases: looking up entries of one or more words in one step per token.

In: phrases as word sequences with a value. Out: :class:`Phrases`, a dictionary by first word, so
that a text of n tokens costs n look-ups whatever the number of phrases.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Entries by their words; the longest that matches at a place wins.

    >>> phrases = Phrases([(("prime", "minister"), "head"), (("minister",), "member")])
    >>> phrases.match(["the", "prime", "minister"], 1)
    (2, 'head')
    >>> phrases.match(["the", "prime", "number"], 1) is None
    True
    """

    __slots__ = ("by_first",)

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

    def __contains__(self, word: object) -> bool:
        return word in self.by_first

    def match(
        self, words: Sequence[str], at: int, end: int | None = None
    ) -> tuple[int, Value] | None:
        """The number of words and the value of the longest phrase that starts at ``at``."""
        rests = self.by_first.get(words[at])
        if rests is None:
            return None
        if not rests[0][0]:
            return 1, rests[0][1]  # the longest is the word alone
        limit = len(words) if end is None else min(end, len(words))
        second = words[at + 1] if at + 1 < limit else None
        for rest, value in rests:
            if not rest:
                return 1, value
            if rest[0] == second:
                stop = at + 1 + len(rest)
                if stop <= limit and (len(rest) == 1 or tuple(words[at + 1 : stop]) == rest):
                    return stop - at, value
        return None
