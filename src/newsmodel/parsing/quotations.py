"""Quotations: which marks pair up, and what stands inside them.

In: tokens and the blocks their sentences lie in. Out: :class:`Quotation` objects in the text's
order. Knows the typography of marks, no word of any language, and nothing of who speaks. A mark
that pairs with nothing costs at most its own block: pairing starts afresh in each.
"""

from __future__ import annotations

from itertools import compress, count

import attrs

from newsmodel.parsing.tokens import Tokens

#: Which marks close an opening one, by the typography of the languages that use it.
_CLOSING: dict[str, frozenset[str]] = {
    '"': frozenset({'"', "”"}),
    "“": frozenset({"”", '"', "“"}),
    "”": frozenset({"”"}),
    "„": frozenset({"”", "“", '"', "''"}),
    ",,": frozenset({"''", '"', "”"}),
    "``": frozenset({"''", '"'}),
    "''": frozenset({"''"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "‹": frozenset({"›"}),
    "'": frozenset({"'", "’"}),
    "‘": frozenset({"’", "'"}),
    "’": frozenset({"’"}),
    "‚": frozenset({"’", "‘", "'"}),
}
#: What only sets off a name has no more tokens than this, the mark that closes it included.
_LONGEST_NAME = 6
#: Marks that stand open at once; what would open more is taken for stray.
DEEPEST = 6
_ALWAYS_OPENS = frozenset({"„", ",,", "``", "‹"})
_SINGLE = frozenset({"'", "‘", "’", "‚", "‹", "›"})
_MARKS = frozenset(_CLOSING) | frozenset().union(*_CLOSING.values())


@attrs.define(slots=True)
class Quotation:
    """A stretch in quotation marks, never changed once it is made; every number counts tokens.

    ``opening`` is its first mark, ``closing`` the mark that ends it or, where none does, the token
    after its last. What it says is ``opening + 1`` up to, not including, ``closing``. ``depth`` is
    0 for one that stands in no other. ``continues``: it goes on in the next block, which opens
    with the mark repeated.
    """

    opening: int
    closing: int
    depth: int = 0
    closed: bool = True
    continues: bool = False
    #: Its first token inside the marks, and the token after it and its mark.
    first: int = attrs.field(init=False, eq=False, repr=False)
    after: int = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        # Asked for far more often than quotations are found.
        self.first = self.opening + 1
        self.after = self.closing + 1 if self.closed else self.closing


def find(tokens: Tokens, bounds: list[tuple[int, int]]) -> list[Quotation]:
    """All quotations, outer before inner, in the text's order.

    ``bounds`` are the token ranges of the blocks.
    """
    marks = list(compress(count(), map(_MARKS.__contains__, tokens.words)))
    found: list[Quotation] = []
    at = 0
    for number, (first, last) in enumerate(bounds):
        begin = at
        while at < len(marks) and marks[at] < last:
            at += 1
        if at > begin:
            follows = bounds[number + 1][0] if number + 1 < len(bounds) else -1
            found += _pair(tokens, marks[begin:at], first, last, follows)
    found = [q for q in found if q.after - q.first > _LONGEST_NAME or not _is_name(tokens, q)]
    found.sort(key=_from_outer)
    return found


def _from_outer(quotation: Quotation) -> tuple[int, int]:
    return quotation.opening, -quotation.closing


def _is_name(tokens: Tokens, quotation: Quotation) -> bool:
    """Whether marks only set off a name ("the daily ‘X Y’"), and quote nobody: a few capitalised
    words right after a word in lower case, with no mark that ends speech."""
    opening = quotation.opening
    if not opening or not tokens.words[opening - 1][0].islower():
        return False
    words = tokens.words[quotation.first : quotation.closing]
    if len(words) > 2 and words[-1] == ",":
        words = words[:-1]  # "nicknamed “Red Wolf,” said": the comma of the clause around it
    return (
        0 < len(words) <= 4
        and tokens.spaced_before(opening)
        and words[-1] not in {".", "!", "?", ",", "…", "..."}
        and all(word[0].isupper() or ("-" in word and word != word.lower()) for word in words)
    )


def _pair(tokens: Tokens, marks: list[int], first: int, last: int, follows: int) -> list[Quotation]:
    words = tokens.words
    found: list[Quotation] = []
    stack: list[int] = []
    for at, i in enumerate(marks):
        mark = words[i]
        opener = _opener_of(words, stack, mark)
        if opener >= 0 and i == stack[opener] + 1 and _ends_nothing(tokens, i):
            del stack[opener:]
            continue
        if opener >= 0 and _may_close(tokens, i, stack[opener], marks, at):
            found.append(Quotation(stack[opener], i, opener))
            del stack[opener:]
        elif len(stack) < DEEPEST and _may_open(tokens, i, first):
            stack.append(i)
    if stack:
        found += _unclosed(tokens, stack[0], first, last, follows, found)
    return found


def _ends_nothing(tokens: Tokens, i: int) -> bool:
    """Whether a mark right behind an opening one closes it: no word that it could open follows."""
    after = i + 1
    return (
        after >= len(tokens.words) or tokens.spaced_after(i) or not tokens.words[after][0].isalnum()
    )


def _opener_of(words: list[str], stack: list[int], mark: str) -> int:
    """The place in the stack of the innermost open mark that this one can close, or -1."""
    for place in range(len(stack) - 1, -1, -1):
        if mark in _CLOSING[words[stack[place]]]:
            return place
    return -1


def _may_close(tokens: Tokens, i: int, opener: int, marks: list[int], at: int) -> bool:
    if i == opener + 1:
        return False
    if tokens.spaced_before(i) and not tokens.spaced_after(i):
        # It looks like an opening mark: of a quotation inside this one, unless it cannot be one.
        return tokens.words[i] in {"”", "»"} and tokens.words[opener] != tokens.words[i]
    return not (
        tokens.words[i] in {"'", "’"}
        and _is_possessive(tokens, i)
        and _closes_later(tokens, marks[at + 1 :])
    )


def _closes_later(tokens: Tokens, marks: list[int]) -> bool:
    """Whether a mark that is no genitive's closes the quotation before another one opens."""
    for j in marks:
        if tokens.words[j] in _SINGLE and tokens.spaced_before(j) and not tokens.spaced_after(j):
            return False
        if tokens.words[j] in {"'", "’"} and not _is_possessive(tokens, j):
            return True
    return False


def _is_possessive(tokens: Tokens, i: int) -> bool:
    """A plural's genitive: an apostrophe after -s and before a word in lower case."""
    if i == 0 or tokens.spaced_before(i) or i + 1 >= len(tokens.words):
        return False
    return tokens.norms[i - 1].endswith(("s", "x", "z")) and tokens.words[i + 1][0].islower()


def _may_open(tokens: Tokens, i: int, first: int) -> bool:
    words, mark, after = tokens.words, tokens.words[i], i + 1
    if mark in _ALWAYS_OPENS:
        return True
    if after >= len(words):
        return False
    if mark in ("«", "»") and (tokens.spaced_before(i) or words[i - 1] in "(["):
        return True  # French guillemets stand apart from what they enclose
    if mark not in _CLOSING or tokens.ends[i] < tokens.starts[after]:
        return False
    free = i == first or tokens.spaced_before(i) or not words[i - 1][-1].isalnum()
    if mark in _SINGLE:
        # An apostrophe before digits ('90s) or after a word (soldiers') opens nothing.
        return free and (mark == "‘" or not words[after][0].isdigit())
    return free or mark in {"“", "«"}


def _unclosed(
    tokens: Tokens, opening: int, first: int, last: int, follows: int, found: list[Quotation]
) -> list[Quotation]:
    """A double mark that nothing closed: its quotation runs on to the end of the block, if the
    next block repeats the mark, or if it opens a sentence that no other quotation follows."""
    words, mark = tokens.words, tokens.words[opening]
    if (mark in _SINGLE and mark != "‘") or opening + 1 >= last:
        return []
    if all(word in _MARKS for word in tokens.words[opening + 1 : last]):
        return []
    repeated = 0 <= follows < len(tokens.words) and tokens.words[follows] == tokens.words[opening]
    same = _CLOSING[mark] | {mark}
    alone = not any(
        q.opening > opening and (words[q.opening] in same or words[q.closing] in same)
        for q in found
    )
    clear = mark in "“„«,," or tokens.words[opening - 1] in ":,."
    if not alone or not (repeated or (mark != "‘" and (opening == first or clear))):
        return []
    return [Quotation(opening, last, 0, closed=False, continues=repeated)]
