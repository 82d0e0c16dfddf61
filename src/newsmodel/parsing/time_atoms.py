"""Atoms: tokens as the grammar of times wants them, with 12/03/2019, jan-feb and Dec31 taken apart.

In: tokens and the words of a language. Out: :class:`Atoms`, parallel lists like those of
:class:`~newsmodel.parsing.tokens.Tokens`, with the token that each atom is from.
"""

from __future__ import annotations

import re
from itertools import pairwise

from newsmodel.languages.times import TimeLexicon
from newsmodel.parsing.tokens import Tokens

_PIECES = re.compile(r"\d+(?:[^\W\d_]+)?|[^\W\d_]+\d*|[-/.~:,]")
_MONTH_AND_DAY = re.compile(r"([^\W\d_]+)(\d{1,4})")
_PLAIN_NUMBER = re.compile(r"(?!\d{1,2}\.\d{1,2}\.\d{2,4}$)\d+(?:[.,]\d+)*(?:[^\W\d_]+)?")
#: No token that is longer is a date.
LONGEST = 40


class Atoms:
    """The atoms of a stretch of tokens."""

    __slots__ = ("ends", "norms", "starts", "token", "words")

    def __init__(self, tokens: Tokens, first: int, last: int, lexicon: TimeLexicon) -> None:
        self.norms = tokens.norms[first:last]
        self.words = tokens.words[first:last]
        self.starts = tokens.starts[first:last]
        self.ends = tokens.ends[first:last]
        self.token = list(range(first, last))
        for i in range(last - first - 1, -1, -1):
            norm = self.norms[i]
            if norm.isalpha() or len(norm) == 1 or norm.isdigit():
                continue
            pieces = _pieces(norm, lexicon)
            if pieces is None and i + 1 < len(self.norms) and self.glued(i + 1):
                pieces = self._with_next(i, lexicon)
            if pieces is not None:
                self._replace(i, pieces)

    def glued(self, i: int) -> bool:
        """Whether nothing stands between an atom and the one before it."""
        return 0 < i < len(self.norms) and self.starts[i] == self.ends[i - 1]

    def _replace(self, i: int, pieces: list[str]) -> None:
        offsets = [0]
        for piece in pieces:
            offsets.append(offsets[-1] + len(piece))
        start, word, token = self.starts[i], self.words[i], self.token[i]
        self.norms[i : i + 1] = pieces
        self.words[i : i + 1] = [word[a:b] for a, b in pairwise(offsets)]
        self.starts[i : i + 1] = [start + a for a in offsets[:-1]]
        self.ends[i : i + 1] = [start + b for b in offsets[1:]]
        self.token[i : i + 1] = [token] * len(pieces)

    def _with_next(self, i: int, lexicon: TimeLexicon) -> list[str] | None:
        """2019-q1, which the tokenizer cuts before the 1: as one token again, in pieces."""
        pieces = _pieces(self.norms[i] + self.norms[i + 1], lexicon)
        if pieces is None or len(pieces[-1]) != len(self.norms[i + 1]) + 1:
            return None
        self.norms[i] += self.norms[i + 1]
        self.words[i] += self.words[i + 1]
        self.ends[i] = self.ends[i + 1]
        for column in (self.norms, self.words, self.starts, self.ends, self.token):
            del column[i + 1]
        return pieces


def _pieces(norm: str, lexicon: TimeLexicon) -> list[str] | None:
    """The pieces of a token that is put together of parts of dates, else None."""
    if len(norm) > LONGEST or norm in lexicon.atoms or _PLAIN_NUMBER.fullmatch(norm):
        return None
    pieces: list[str] = []
    for piece in _PIECES.findall(norm):
        match = _MONTH_AND_DAY.fullmatch(piece)
        if piece not in lexicon.atoms and match and match[1] in lexicon.months:
            pieces += [match[1], match[2]]
        elif piece.isdigit() or len(piece) == 1 or piece in lexicon.atoms:
            pieces.append(piece)
        else:
            return None
    if len(pieces) < 2 or "".join(pieces) != norm:
        return None
    letters = [p for p in pieces if len(p) == 1 and p.isalpha()]
    return None if letters else pieces
