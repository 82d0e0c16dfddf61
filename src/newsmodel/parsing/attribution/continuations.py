"""Continuations: a quotation without a cue that goes on with what was said before it.

In: a sentence in which no construction took its quotation, and the statements found so far. Out:
nothing; the statement before grows by a part. Knows paragraphs and marks; not who speaks.
"""

from __future__ import annotations

from newsmodel.languages.schema import CueType
from newsmodel.parsing import contents
from newsmodel.parsing.attribution.extents import closing_sentence, ends_sentence
from newsmodel.parsing.attribution.scope import Attribution, Scope
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading

#: How many statements back the one that goes on can be.
LOOK_BACK = 4


def continue_latest(scope: Scope, found: list[Attribution]) -> None:
    """Adds a sentence's quotation to the statement before, where it is all of the sentence: in the
    same paragraph, or as all of the next."""
    if not found:
        return
    reading, latest = scope.reading, found[-1]
    quotation = reading.opening.get(scope.first)
    if quotation is None or not ends_sentence(reading, quotation):
        return
    previous = _that_speaks_on(found)
    if previous is None or _is_anothers(scope, quotation):
        return
    tokens, last = reading.tokens, previous.content[-1][1]
    if any(r[0] == quotation.first for r in previous.content) or last > scope.first:
        return
    left_open = reading.opening.get(previous.content[-1][0] - 1)
    runs_on = left_open is not None and left_open.continues and left_open.closing >= last
    ended = max(previous.sentence, tokens.sentence_of(max(last, latest.content[-1][1]) - 1))
    if not runs_on and scope.number - ended > 1:
        return
    if not runs_on and tokens.sentence_blocks[scope.number] != tokens.sentence_blocks[ended]:
        if not _is_all_of_block(reading, quotation):
            return
    direct = previous.direct
    part = contents.inside(reading, quotation) if direct else (scope.first, quotation.after)
    previous.content.append(part)


def _that_speaks_on(found: list[Attribution]) -> Attribution | None:
    """The statement of the latest sentence that a quotation can go on with: a direct one, or one
    that stood before its cue and ended in a quotation; else the latest, if a verb is its cue."""
    latest = found[-1]
    best = next(
        (a for a in reversed(found[-LOOK_BACK:]) if a.sentence == latest.sentence and _speaks(a)),
        None,
    )
    if best is None and latest.cue is not None and latest.cue.type is CueType.VERB:
        return latest
    return best


def _speaks(attribution: Attribution) -> bool:
    return attribution.direct or attribution.pattern in ("after quotation", "parenthesis")


def _is_anothers(scope: Scope, quotation: Quotation) -> bool:
    """Whether a statement of the sentence has the quotation, or ends in the same sentence."""
    if not scope.found:
        return False
    if any(first == quotation.first for first, _ in scope.found[0].content):
        return True
    return closing_sentence(scope.reading, quotation) != scope.number


def _is_all_of_block(reading: Reading, quotation: Quotation) -> bool:
    """Whether the sentence that closes a quotation is the last of its block."""
    blocks, closing = reading.tokens.sentence_blocks, closing_sentence(reading, quotation)
    return closing + 1 >= len(blocks) or blocks[closing + 1] != blocks[closing]
