"""Statements: what a text attributes to whom, construction by construction.

In: a reading with noun phrases, quotations and times. Out: :class:`Attribution` objects in the
text's order, whose source is still a phrase: which actor it means is settled for the article as a
whole. The constructions are tried in the order of :data:`PATTERNS`, the surest first; each is one
function under :mod:`newsmodel.parsing.attribution`. Knows no word of any language.
"""

from __future__ import annotations

from newsmodel.languages.schema import CueType
from newsmodel.parsing import cues
from newsmodel.parsing.attribution.clausal import (
    as_put_by,
    bare_clause,
    parenthesis,
    participle,
    that_clause,
)
from newsmodel.parsing.attribution.continuations import continue_latest
from newsmodel.parsing.attribution.handovers import (
    hand_over,
    label,
    noun_hand_over,
    sentence_hand_over,
    signature,
    unlisted_verb,
)
from newsmodel.parsing.attribution.headlines import headline
from newsmodel.parsing.attribution.infinitival import infinitive
from newsmodel.parsing.attribution.judgements import predicate
from newsmodel.parsing.attribution.objects import quoted_object, unlisted_object
from newsmodel.parsing.attribution.phrasal import (
    according_to,
    by_own_account,
    noun_cue,
    that_is_what,
)
from newsmodel.parsing.attribution.quoted import (
    after_quotation,
    before_quotation,
    noun_for_quotation,
    quoted_as_saying,
)
from newsmodel.parsing.attribution.scope import Attribution, Pattern, Scope
from newsmodel.parsing.nounphrases import PhraseKind
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
    noun_for_quotation,
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

#: The constructions whose cue is no verb, with what it is.
_TYPES: dict[Pattern, tuple[CueType, ...]] = {
    according_to: (CueType.PREPOSITION,),
    by_own_account: (CueType.ADVERB,),
    noun_for_quotation: (CueType.NOUN,),
    noun_cue: (CueType.NOUN,),
}
#: The constructions that a cue of a type can be in.
_BY_TYPE = {
    kind: tuple(p for p in PATTERNS if kind in _TYPES.get(p, (CueType.VERB,))) for kind in CueType
}


def find(reading: Reading) -> list[Attribution]:
    """All attributions of a text, in its order."""
    found: list[Attribution] = []
    cue_finder = cues.CueFinder(reading)
    for number in reading.running:
        first, last = reading.tokens.sentences[number]
        uses = cue_finder.find(first, last)
        scope = Scope(reading, number, first, last, uses)
        for use in uses:
            for pattern in _BY_TYPE[use.cue.type]:
                attribution = pattern(scope, use)
                if attribution is not None and attribution.content:
                    scope.found.append(attribution)
                    break
        if not uses or not scope.found:
            handed = (
                noun_hand_over(scope)
                or hand_over(scope)
                or label(scope)
                or headline(scope)
                or signature(scope)
                or unlisted_verb(scope)
                or sentence_hand_over(scope)
            )
            if handed is not None:
                scope.found.append(handed)
        deed = unlisted_object(scope)
        if deed is not None:
            scope.found.append(deed)
        continue_latest(scope, found)
        found += _without_repeats(scope)
    return found


def _without_repeats(scope: Scope) -> list[Attribution]:
    """Of two attributions with the same content in one sentence, the first; and none of what a
    colon opens that says in words of its own what its speaker says ("X goes further: she …")."""
    kept: list[Attribution] = []
    for attribution in scope.found:
        if attribution.pattern == "colon" and any(
            other.source is not None
            and other.source.phrases[0].kind is PhraseKind.PRONOUN
            and other.source.first == attribution.content[0][0]
            for other in scope.found
            if other is not attribution
        ):
            continue
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
