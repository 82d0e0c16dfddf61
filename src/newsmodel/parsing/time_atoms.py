"""Atoms: tokens as the grammar of times wants them, with 12/03/2019, jan-feb and Dec31 taken apart.

In: tokens and the words of a language. Out: :class:`Atoms`, parallel lists like those of
:class:`~newsmodel.parsing.tokens.Tokens`, with the token that each atom is from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsmodel.languages.times import TimeLexicon
from newsmodel.parsing.time_words import pieces_of
from newsmodel.parsing.tokens import Tokens


class Atoms:
    """The atoms of the tokens from ``first`` up to, not including, ``last``.

    ``composed`` are those of the tokens that may be several atoms, in the order of the text.
    """

    __slots__ = ("ends", "norms", "starts", "token", "words")

    def __init__(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        lexicon: TimeLexicon,
        composed: Sequence[int] = (),
    ) -> None:
        self.norms = tokens.norms[first:last]
        self.words = tokens.words[first:last]
        self.starts = tokens.starts[first:last]
        self.ends = tokens.ends[first:last]
        self.token: Sequence[int] = range(first, last)
        if composed:
            self._compose(composed, lexicon)

    def _compose(self, composed: Sequence[int], lexicon: TimeLexicon) -> None:
        first, token = self.token[0], list(self.token)
        for at in sorted(composed, reverse=True):
            i = at - first
            pieces = pieces_of(self.norms[i], lexicon)
            if pieces is None and i + 1 < len(self.norms) and self.glued(i + 1):
                pieces = self._with_next(i, token, lexicon)
            if pieces is not None:
                self._replace(i, pieces, token)
        self.token = token

    def glued(self, i: int) -> bool:
        """Whether nothing stands between an atom and the one before it."""
        return 0 < i < len(self.norms) and self.starts[i] == self.ends[i - 1]

    def _replace(self, i: int, pieces: list[str], token: list[int]) -> None:
        offsets = [0]
        for piece in pieces:
            offsets.append(offsets[-1] + len(piece))
        start, word = self.starts[i], self.words[i]
        self.norms[i : i + 1] = pieces
        self.words[i : i + 1] = [word[a:b] for a, b in pairwise(offsets)]
        self.starts[i : i + 1] = [start + a for a in offsets[:-1]]
        self.ends[i : i + 1] = [start + b for b in offsets[1:]]
        token[i : i + 1] = [token[i]] * len(pieces)

    def _with_next(self, i: int, token: list[int], lexicon: TimeLexicon) -> list[str] | None:
        """2019-q1, which the tokenizer cuts before the 1: as one token again, in pieces."""
        pieces = pieces_of(self.norms[i] + self.norms[i + 1], lexicon)
        if pieces is None or len(pieces[-1]) != len(self.norms[i + 1]) + 1:
            return None
        self.norms[i] += self.norms[i + 1]
        self.words[i] += self.words[i + 1]
        self.ends[i] = self.ends[i + 1]
        for column in (self.norms, self.words, self.starts, self.ends, token):
            del column[i + 1]
        return pieces
