"""Statements: what a text attributes to whom, construction by construction.

In: a reading with noun phrases, quotations and times. Out: :class:`Attribution` objects in the
text's order, whose source is still a phrase: which actor it means is settled for the article as a
whole. The constructions are tried in the order of :data:`PATTERNS`, the surest first; each is one
function under :mod:`newsmodel.parsing.attribution`. Knows no word of any language.
"""

from __future__ import annotations

from newsmodel.parsing import contents, cues
from newsmodel.parsing.attribution.clausal import (
    as_put_by,
    bare_clause,
    parenthesis,
    participle,
    that_clause,
)
from newsmodel.parsing.attribution.handovers import (
    hand_over,
    label,
    noun_hand_over,
    sentence_hand_over,
    unlisted_verb,
)
from newsmodel.parsing.attribution.infinitival import infinitive, predicate
from newsmodel.parsing.attribution.objects import quoted_object
from newsmodel.parsing.attribution.phrasal import (
    according_to,
    by_own_account,
    noun_cue,
    that_is_what,
)
from newsmodel.parsing.attribution.quoted import (
    after_quotation,
    before_quotation,
    quoted_as_saying,
)
from newsmodel.parsing.attribution.scope import Attribution, Pattern, Scope
from newsmodel.parsing.reading import Reading

#: The part of the longer that two statements of one sentence must share to be the same: from one
#: source, and from two.
SAME_WORDS, SAME_REPORT = 0.5, 0.85

__all__ = ["PATTERNS", "Attribution", "find"]

#: The constructions, the surest first.
PATTERNS: tuple[Pattern, ...] = (
    that_is_what,
    as_put_by,
    quoted_as_saying,
    after_quotation,
    according_to,
    by_own_account,
    noun_cue,
    participle,
    that_clause,
    before_quotation,
    predicate,
    infinitive,
    parenthesis,
    bare_clause,
    quoted_object,
)


def find(reading: Reading) -> list[Attribution]:
    """All attributions of a text, in its order."""
    found: list[Attribution] = []
    cue_finder = cues.CueFinder(reading)
    for number in reading.running:
        first, last = reading.tokens.sentences[number]
        uses = cue_finder.find(first, last)
        scope = Scope(reading, number, first, last, uses)
        for use in uses:
            if use.at in scope.claimed:
                continue
            for pattern in PATTERNS:
                attribution = pattern(scope, use)
                if attribution is not None and attribution.content:
                    scope.found.append(attribution)
                    break
        if not uses or not scope.found:
            handed = (
                noun_hand_over(scope)
                or hand_over(scope)
                or label(scope)
                or unlisted_verb(scope)
                or sentence_hand_over(scope)
            )
            if handed is not None:
                scope.found.append(handed)
        _continue(reading, scope, found)
        found += _without_repeats(scope)
    return found


def _continue(reading: Reading, scope: Scope, found: list[Attribution]) -> None:
    """Adds to the statement before a sentence that is one quotation and has no cue of its own: in
    the same paragraph; in the next where it repeats the mark of one that was left open, or where
    that paragraph is quotation throughout."""
    quotation = reading.opening.get(scope.first)
    if not found or quotation is None:
        return
    latest = found[-1]
    previous = next(
        (a for a in reversed(found[-4:]) if a.sentence == latest.sentence and _speaks_on(a)), None
    )
    if previous is None:
        return
    if scope.found and not any(r[0] == quotation.first for r in scope.found[0].content):
        if reading.tokens.sentence_of(max(quotation.closing - 1, scope.first)) == scope.number:
            return
    elif scope.found:
        return
    tokens = reading.tokens
    last = previous.content[-1][1]
    if any(r[0] == quotation.first for r in previous.content) or last > scope.first:
        return
    left_open = reading.opening.get(previous.content[-1][0] - 1)
    runs_on = left_open is not None and left_open.continues and left_open.closing >= last
    ended = max(previous.sentence, tokens.sentence_of(max(last, latest.content[-1][1]) - 1))
    if not runs_on and scope.number - ended > 1:
        return
    closing_sentence = tokens.sentence_of(max(quotation.closing - 1, scope.first))
    if tokens.sentences[closing_sentence][1] - quotation.after > 1:
        return
    if not runs_on and tokens.sentence_blocks[scope.number] != tokens.sentence_blocks[ended]:
        if not _is_all_of_block(reading, closing_sentence):
            return
    direct = previous.direct
    part = contents.inside(reading, quotation) if direct else (scope.first, quotation.after)
    previous.content.append(part)


def _speaks_on(previous: Attribution) -> bool:
    """Whether a quotation without a cue goes on with a statement: one that is direct, or that
    stood before its cue and ended in a quotation."""
    return previous.direct or previous.pattern in ("after quotation", "parenthesis")


def _is_all_of_block(reading: Reading, closing_sentence: int) -> bool:
    """Whether the sentence that closes a quotation is the last of its block."""
    blocks = reading.tokens.sentence_blocks
    return (
        closing_sentence + 1 >= len(blocks)
        or blocks[closing_sentence + 1] != blocks[closing_sentence]
    )


def _without_repeats(scope: Scope) -> list[Attribution]:
    """Of two attributions with the same content in one sentence, the first."""
    kept: list[Attribution] = []
    for attribution in scope.found:
        if not any(_same(attribution, other) for other in kept):
            kept.append(attribution)
    return kept


def _same_source(one: Attribution, other: Attribution) -> bool:
    if one.source is None or other.source is None:
        return one.source is other.source
    return one.source.first == other.source.first


def _same(one: Attribution, other: Attribution) -> bool:
    """Whether two say the same: "“Q,” X said, according to Y" is what Y reports, and X says Q."""
    a = sum(last - first for first, last in one.content)
    b = sum(last - first for first, last in other.content)
    common = sum(
        max(0, min(l1, l2) - max(f1, f2)) for f1, l1 in one.content for f2, l2 in other.content
    )
    return common > max(a, b) * (SAME_WORDS if _same_source(one, other) else SAME_REPORT)
