"""Tables of words: what a word can be, worked out once and then looked up.

In: a function from a word to a value. Out: :class:`WordTable`, a dictionary that fills itself and
stays bounded, whatever texts it sees. Knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

#: A table keeps no more words than this; what comes after is worked out each time.
MOST_WORDS = 65536


class WordTable(dict[str, Value]):
    """A dictionary from words to what a function says of them.

    >>> lengths = WordTable(len)
    >>> lengths["bridge"], lengths["bridge"]
    (6, 6)
    """

    __slots__ = ("work_out",)

    def __init__(self, work_out: Callable[[str], Value]) -> None:
        super().__init__()
        self.work_out = work_out

    def __missing__(self, word: str) -> Value:
        value = self.work_out(word)
        if len(self) < MOST_WORDS:
            self[word] = value
        return value
