"""Atoms: tokens as the grammar of times wants them, with 12/03/2019, jan-feb and Dec31 taken apart.

In: tokens and the words of a language. Out: :class:`Atoms`, parallel lists like those of
:class:`~newsmodel.parsing.tokens.Tokens`, with the token that each atom is from. Most tokens are
an atom each: a text without dates such as these is read as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from newsmodel.languages.times import TimeLexicon
from newsmodel.parsing.time_words import pieces_of
from newsmodel.parsing.tokens import Tokens


class Atoms:
    """The tokens of a text, each an atom."""

    __slots__ = ("ends", "norms", "starts", "token", "words")

    def __init__(self, tokens: Tokens) -> None:
        self.norms, self.words = tokens.norms, tokens.words
        self.starts, self.ends = tokens.starts, tokens.ends
        self.token: Sequence[int] = range(len(tokens))

    @classmethod
    def taken_apart(
        cls, tokens: Tokens, first: int, last: int, composed: Sequence[int], lexicon: TimeLexicon
    ) -> Atoms:
        """The atoms of the tokens from ``first`` up to, not including, ``last``.

        ``composed`` are those of the tokens that may be several atoms, in the order of the text.
        """
        atoms = cls(tokens)
        atoms.norms, atoms.words = tokens.norms[first:last], tokens.words[first:last]
        atoms.starts, atoms.ends = tokens.starts[first:last], tokens.ends[first:last]
        atoms.token = range(first, last)
        atoms._compose(composed, lexicon)
        return atoms

    def _compose(self, composed: Sequence[int], lexicon: TimeLexicon) -> None:
        first, token = self.token[0], list(self.token)
        for at in reversed(composed):
            i = at - first
            pieces = pieces_of(self.norms[i], lexicon)
            if pieces is None and i + 1 < len(self.norms) and self.ends[i] == self.starts[i + 1]:
                pieces = self._with_next(i, token, lexicon)
            if pieces is not None:
                self._replace(i, pieces, token)
        self.token = token

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
