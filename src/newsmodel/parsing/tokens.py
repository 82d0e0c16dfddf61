"""Tokens and sentences: the view of a text that every later stage works on.

In: the text and its blocks, and the abbreviations of a language. Out: :class:`Tokens`, parallel
lists that hold each token's surface, its normal form and its place in the text. The text itself is
never changed: what is normalised (case, apostrophes, hyphens, NFC) is normalised on the side.

This module knows no word of any language and nothing of what tokens mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from newsmodel.languages.byword import ByWord
from newsmodel.languages.orthography import AROUND_TOKENS, NORMAL_FORMS

#: No sentence of a newspaper is longer, in tokens; a stretch that is, is cut.
LONGEST_SENTENCE = 240
TERMINALS = frozenset({".", "!", "?", "…", "...", "..", "...."})
CLOSERS = frozenset("\"”“»«’'›)]}") | {"''"}
OPENERS = frozenset("\"“”„«»‘’'‹([{–—-•") | {",,", "``", "''"}


class Tokens:
    """The tokens of one text as parallel lists, with the sentences as ranges of tokens.

    ``words[i]`` is the surface, ``norms[i]`` its normal form, ``starts[i]`` and ``ends[i]`` its
    place in code points. ``sentences`` are pairs (first token, last token exclusive); each lies
    in one block, whose number is in ``sentence_blocks``.
    """

    __slots__ = (
        "ends",
        "norms",
        "sentence_blocks",
        "sentence_starts",
        "sentences",
        "starts",
        "text",
        "words",
    )

    def __init__(
        self,
        text: str,
        words: list[str],
        norms: list[str],
        starts: list[int],
        ends: list[int],
        sentences: list[tuple[int, int]],
        sentence_blocks: list[int],
    ) -> None:
        self.text = text
        self.words = words
        self.norms = norms
        self.starts = starts
        self.ends = ends
        self.sentences = sentences
        self.sentence_blocks = sentence_blocks
        self.sentence_starts = [first for first, _ in sentences]

    def __len__(self) -> int:
        return len(self.words)

    def add_sentence(self, first: int, last: int, block: int) -> None:
        """Take the tokens from ``first`` up to, not including, ``last`` for the next sentence."""
        self.sentences.append((first, last))
        self.sentence_blocks.append(block)
        self.sentence_starts.append(first)

    def sentence_of(self, i: int) -> int:
        """The number of the sentence that token ``i`` belongs to (the one before, in a gap)."""
        return (bisect_right(self.sentence_starts, i) or 1) - 1

    def opens_sentence(self, i: int) -> bool:
        """Whether a token is the first of its sentence."""
        at = bisect_left(self.sentence_starts, i)
        return at < len(self.sentence_starts) and self.sentence_starts[at] == i

    def slice(self, first: int, last: int) -> str:
        """The text from token ``first`` up to, not including, token ``last``."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def spaced_before(self, i: int) -> bool:
        """Whether white space (or the text's edge) stands before token ``i``."""
        return i == 0 or self.ends[i - 1] < self.starts[i]

    def spaced_after(self, i: int) -> bool:
        """Whether white space (or the text's edge) stands after token ``i``."""
        return i + 1 >= len(self.words) or self.ends[i] < self.starts[i + 1]


def tokenize(
    text: str,
    abbreviations: frozenset[str] = frozenset(),
    number_abbreviations: frozenset[str] = frozenset(),
    blocks: Sequence[tuple[int, int]] | None = None,
    function_words: frozenset[str] = frozenset(),
) -> Tokens:
    """Split a text into tokens and sentences.

    ``abbreviations`` are normal forms without their dot ("gen", "nov") after which a dot ends no
    sentence, ``number_abbreviations`` those after which it ends none before a number ("no",
    "art"). ``function_words`` are those that, in capitals after a dotted abbreviation such as
    U.S., open a new sentence. ``blocks`` are the (start, end) of the stretches that no sentence
    may cross; without them, the whole text is one.

    >>> tokens = tokenize("Gen. Vos left. He had 9.000 men.", frozenset({"gen"}))
    >>> tokens.words[:5]
    ['Gen', '.', 'Vos', 'left', '.']
    >>> [tokens.slice(a, b) for a, b in tokens.sentences]
    ['Gen. Vos left.', 'He had 9.000 men.']
    """
    # Gap, token, gap, token ... gap: their lengths add up to where each ends.
    pieces = AROUND_TOKENS.split(text)
    words, edges = pieces[1::2], list(accumulate(map(len, pieces)))
    starts, ends = edges[:-1:2], edges[1::2]
    norms = list(map(NORMAL_FORMS.__getitem__, words))
    tokens = Tokens(text, words, norms, starts, ends, [], [])
    cuts = _sentence_ends(tokens, abbreviations, number_abbreviations, function_words)
    ranges = blocks if blocks is not None else [(0, len(text))]
    for number, (start, end) in enumerate(ranges):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        for cut in (*cuts[bisect_right(cuts, first) : bisect_left(cuts, last)], last):
            # What is too long for a sentence is cut, so that work within sentences stays linear.
            while cut - first > LONGEST_SENTENCE:
                tokens.add_sentence(first, first + LONGEST_SENTENCE, number)
                first += LONGEST_SENTENCE
            if first < cut:
                tokens.add_sentence(first, cut, number)
            first = cut
    return tokens


def _sentence_ends(
    tokens: Tokens,
    abbreviations: frozenset[str],
    number_abbreviations: frozenset[str],
    function_words: frozenset[str],
) -> list[int]:
    """The tokens before which a new sentence starts, in order."""
    words, norms, starts, ends = tokens.words, tokens.norms, tokens.starts, tokens.ends
    count = len(words)
    cuts: list[int] = []
    run = after = 0
    opens = False
    for i in _ENDINGS.places(words):
        if i >= run:  # else what stands after the run of marks that it is in is known
            run = i + 1
            while run < count and words[run] in TERMINALS:
                run += 1
            after = run
            while after < count and words[after] in CLOSERS and starts[after] == ends[after - 1]:
                after += 1
            spaced = after < count and starts[after] > ends[after - 1]
            opens = spaced and (words[after][0].isupper() or _opens_sentence(tokens, after))
        if not opens or (cuts and cuts[-1] >= after):
            continue
        if words[i] == "." and i and len(words[i - 1]) > 1:
            # A dot behind a word, as most are: looked at here first.
            norm = norms[i - 1]
            if norm not in abbreviations and norm not in number_abbreviations:
                cuts.append(after)
                continue
        known = number_abbreviations if words[after][0].isdigit() else _NONE
        if not _is_abbreviation(tokens, i, abbreviations, known, function_words):
            cuts.append(after)
    return cuts


def _dotted(word: str) -> bool:
    return len(word) > 3 and word[-1] == "." and word[1] == "."


#: A token to whether a sentence may end with it.
_ENDINGS = ByWord(lambda word: word in TERMINALS or _dotted(word))
_NONE: frozenset[str] = frozenset()


def _opens_sentence(tokens: Tokens, after: int) -> bool:
    """Whether what stands at ``after`` can be the first word of a sentence."""
    words = tokens.words
    opener = after
    while opener + 1 < len(words) and words[opener] in OPENERS:
        opener += 1
    first = words[opener][0]
    if first.isupper():
        return True
    if first.isalpha():
        return not first.islower()  # scripts without case included
    return first.isdigit() or (words[opener] not in CLOSERS and first not in ",;:")


def _is_abbreviation(
    tokens: Tokens,
    i: int,
    abbreviations: frozenset[str],
    others: frozenset[str],
    function_words: frozenset[str],
) -> bool:
    word = tokens.words[i]
    if word != ".":
        # A dotted token such as U.S. ends a sentence only where nothing of a name follows.
        known = _dotted(word) and not _starts_clause(tokens, i + 1, function_words)
    else:
        before, norm = (tokens.words[i - 1], tokens.norms[i - 1]) if i else ("", "")
        initial = len(before) == 1 and before.isupper()
        known = (initial or norm in abbreviations or norm in others) and (
            not tokens.spaced_before(i)
        )
    return known and not _opens_quotation(tokens, i + 1)


def _opens_quotation(tokens: Tokens, i: int) -> bool:
    """After an abbreviation: a quotation, which is a new sentence."""
    words = tokens.words
    return (
        i + 1 < len(words)
        and words[i] in '"“„«'
        and tokens.spaced_before(i)
        and words[i + 1][0].isupper()
    )


def _starts_clause(tokens: Tokens, i: int, function_words: frozenset[str]) -> bool:
    """After a dotted abbreviation: a mark, or a function word in capitals ("in the U.S. The")."""
    words = tokens.words
    if i >= len(words) or words[i] in OPENERS:
        return True
    return words[i][0].isupper() and tokens.norms[i] in function_words
