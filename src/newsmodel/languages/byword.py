"""What is known of single words, found once for each word that is met.

In: a function of a word. Out: :class:`ByWord`, a dictionary that asks it where it has no answer
yet. News uses the same words over and over, so the answer is mostly one look-up. Knows no word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import compress, count
from typing import TypeVar

Value = TypeVar("Value")

#: So many words are remembered at a time, and none that is longer.
MOST, LONGEST = 1 << 16, 64


class ByWord(dict[str, Value]):
    """A function of a word, as a dictionary that forgets all when it is full.

    >>> lengths = ByWord(len)
    >>> lengths["frigate"], list(lengths)
    (7, ['frigate'])
    >>> ByWord(str.isdecimal).places(["In", "2019", "two", "left"])
    [1]
    """

    __slots__ = ("_find",)

    def __init__(self, find: Callable[[str], Value]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> Value:
        found = self._find(word)
        if len(word) <= LONGEST:
            if len(self) >= MOST:
                self.clear()
            self[word] = found
        return found

    def places(self, words: Iterable[str]) -> list[int]:
        """Where the words stand of which the answer is neither zero nor false."""
        return list(compress(count(), map(self.__getitem__, words)))
