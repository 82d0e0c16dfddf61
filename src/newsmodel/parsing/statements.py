"""Statements: what a text attributes to whom, construction by construction.

In: a reading with noun phrases, quotations and times. Out: :class:`Attribution` objects in the
text's order, whose source is still a phrase: which actor it means is settled for the article as a
whole. The constructions are tried in the order of :data:`PATTERNS`, the surest first; each is one
function under :mod:`newsmodel.parsing.attribution`, and is tried only with cues that can stand in
it. Knows no word of any language.
"""

from __future__ import annotations

from functools import lru_cache

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.model import ActorKind
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

_MEDIA = ActorKind.MEDIA

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
_TYPES: dict[Pattern, CueType] = {
    according_to: CueType.PREPOSITION,
    by_own_account: CueType.ADVERB,
    noun_for_quotation: CueType.NOUN,
    noun_cue: CueType.NOUN,
}
_SPOKEN = frozenset({Frame.QUOTE, Frame.PARENTHETICAL})
#: The frames of which a cue must take one to be in a construction.
_FRAMES: dict[Pattern, frozenset[Frame]] = {
    after_quotation: _SPOKEN,
    that_clause: frozenset({Frame.THAT, Frame.WHETHER, Frame.OBJECT_THAT, Frame.REPORTS_THAT}),
    before_quotation: _SPOKEN,
    predicate: frozenset({Frame.PREDICATE, Frame.OF, Frame.ON}),
    infinitive: frozenset({Frame.INFINITIVE, Frame.OBJECT_INFINITIVE}),
    parenthesis: frozenset({Frame.PARENTHETICAL}),
    bare_clause: frozenset({Frame.BARE, Frame.OBJECT_THAT}),
    quoted_object: frozenset({Frame.QUOTE, Frame.NP, Frame.OF}),
}
#: The forms that a cue must have to be in a construction.
_FORMS: dict[Pattern, frozenset[Form]] = {
    after_quotation: frozenset(Form) - {Form.GERUND, Form.INFINITIVE},
    participle: frozenset({Form.GERUND}),
    parenthesis: frozenset(Form) - {Form.INFINITIVE},
}
#: The constructions that need a quotation in their sentence or next to it.
_QUOTING = frozenset({after_quotation, noun_for_quotation, quoted_object})


def find(reading: Reading) -> list[Attribution]:
    """All attributions of a text, in its order."""
    found: list[Attribution] = []
    cue_finder = cues.CueFinder(reading)
    outlets = [phrase for phrase in reversed(reading.phrases) if phrase.actor is _MEDIA]
    for number in reading.running:
        first, last = reading.tokens.sentences[number]
        named = []  # the outlets of the sentence
        while outlets and outlets[-1].head_first < last:
            named.append(outlets.pop())
        uses = cue_finder.find(first, last)
        quoting = reading.quoted.find(1, first - 1 if first else 0, last + 1) >= 0
        if not uses and not quoting:
            continue  # nothing that any construction starts from
        scope = Scope(reading, number, uses, quoting, named)
        for use in uses:
            cue = use.cue
            for pattern in _constructions(cue.type, cue.frames, use.form, quoting):
                attribution = pattern(scope, use)
                if attribution is not None:
                    scope.found.append(attribution)
                    break
        if quoting:
            _without_cue(scope)
            if found:
                continue_latest(scope, found)
        elif not scope.found:
            handed = noun_hand_over(scope)
            if handed is not None:
                scope.found.append(handed)
        found += _without_repeats(scope.found) if len(scope.found) > 1 else scope.found
    return found


@lru_cache(maxsize=1024)
def _constructions(
    kind: CueType, frames: tuple[Frame, ...], form: Form, quoting: bool
) -> tuple[Pattern, ...]:
    """The constructions that a cue can be in, by what its entry says, its form, and whether a
    quotation is near."""
    return tuple(
        pattern
        for pattern in PATTERNS
        if kind is _TYPES.get(pattern, CueType.VERB)
        and not (pattern in _FRAMES and _FRAMES[pattern].isdisjoint(frames))
        and not (pattern in _FORMS and form not in _FORMS[pattern])
        and (quoting or pattern not in _QUOTING)
    )


def _without_cue(scope: Scope) -> None:
    """Adds what hands over to a quotation, or holds one, where no construction with a cue did."""
    if not scope.found:
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


def _without_repeats(found: list[Attribution]) -> list[Attribution]:
    """Of two attributions with the same content in one sentence, the first; and none of what a
    colon opens that says in words of its own what its speaker says ("X goes further: she …")."""
    kept: list[Attribution] = []
    for attribution in found:
        if attribution.pattern == "colon" and any(
            other.source is not None
            and other.source.phrases[0].kind is PhraseKind.PRONOUN
            and other.source.first == attribution.content[0][0]
            for other in found
            if other is not attribution
        ):
            continue
        if attribution.pattern == "predicate" and any(_holds(k, attribution) for k in kept):
            continue
        if not any(_same(attribution, other) for other in kept):
            kept.append(attribution)
    return kept


def _holds(one: Attribution, other: Attribution) -> bool:
    """Whether what one speaker calls something is the object of what was said: "denounced what he
    called “Q”"."""
    source = other.source
    return (
        one.pattern == "quoted object"
        and source is not None
        and source.phrases[0].kind is PhraseKind.PRONOUN
        and one.content[0][0] <= other.content[0][0]
        and other.content[-1][1] <= one.content[-1][1]
    )


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
