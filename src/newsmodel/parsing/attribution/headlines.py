"""Headlines in title case: SOURCE Says CLAUSE with “Q”, CLAUSE with “Q,” SOURCE Says.

In: a sentence that is all of its block and writes nearly every word with a capital, so that names
and verbs look alike. Out: a statement, or None. Only for contents that hold a quotation.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    is_wholly_quoted,
    quotations_in,
)
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.sources import Source

#: The longest name before a verb, and what may stand behind a verb that ends a headline, in tokens.
LONGEST_NAME, LONGEST_TAIL = 6, 4
#: The part of its forms that must be cues for a word to be the verb of a headline.
HEADLINE_SHARE = 0.3
#: The part of a headline's longer words that have a capital.
CAPITALS = 0.8

_FRAMES = frozenset({Frame.QUOTE, Frame.BARE, Frame.PREDICATE, Frame.OBJECT_INFINITIVE, Frame.NP})


def headline(scope: Scope) -> Attribution | None:
    """SOURCE Says CLAUSE | CLAUSE, SOURCE Says."""
    reading = scope.reading
    if reading.quoted.find(1, scope.first, scope.last) < 0 or not _is_title(scope):
        return None
    for verb in range(scope.first + 1, scope.last):
        if reading.quoted[verb] or not _is_cue(scope, verb):
            continue
        first = _name_before(scope, verb)
        if not 0 < verb - first <= LONGEST_NAME:
            return None
        after = contents.trim(reading, verb + 1, scope.last)
        before = contents.trim(reading, scope.first, first)
        content = after if quotations_in(reading, *after) else before
        if content is before and after[1] - after[0] > LONGEST_TAIL:
            return None
        content = _past_hearer(scope, content) if content is after else content
        if not quotations_in(reading, *content):
            return None
        direct = is_wholly_quoted(reading, content)
        if direct:
            content = contents.inside(reading, reading.opening[content[0]])
        source = Source([_named(scope, first, verb)], first, verb, plain=True)
        return Attribution(
            "headline", source, None, (verb,), [content], scope.number, direct=direct
        )
    return None


def _named(scope: Scope, first: int, last: int) -> NounPhrase:
    """Whom the words of a headline name: the person that the text names by the same word, or a name
    of their own."""
    tokens = scope.reading.tokens
    for phrase in scope.reading.phrases:
        if phrase.kind is PhraseKind.PERSON and phrase.first >= scope.last:
            if tokens.norms[phrase.head_last - 1] == tokens.norms[last - 1]:
                return phrase
    return NounPhrase(first, last, last - 1, last, PhraseKind.NAME, name=tokens.slice(first, last))


def _is_title(scope: Scope) -> bool:
    """Whether a sentence is all of its block and in title case."""
    blocks, number = scope.reading.tokens.sentence_blocks, scope.number
    if (number and blocks[number - 1] == blocks[number]) or (
        number + 1 < len(blocks) and blocks[number + 1] == blocks[number]
    ):
        return False
    words = [
        scope.text(i)
        for i in range(scope.first, scope.last)
        if len(scope.text(i)) > 3 and scope.text(i).isalpha()
    ]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= CAPITALS * len(words)


def _is_cue(scope: Scope, i: int) -> bool:
    """Whether a word is a finite form of a verb of saying."""
    word = scope.reading.profile.cues.get(scope.norm(i), ())
    return scope.norm(i) not in scope.closed.auxiliaries and any(
        form.form in (Form.PRESENT, Form.PAST)
        and form.cue.type is CueType.VERB
        and form.cue.share >= HEADLINE_SHARE
        and not _FRAMES.isdisjoint(form.cue.frames)
        for form in word
    )


def _name_before(scope: Scope, verb: int) -> int:
    """Where the name before a verb starts: behind a mark, a quotation or a small word."""
    closed = scope.closed
    first = verb
    while first > scope.first and not scope.reading.quoted[first - 1]:
        text, norm = scope.text(first - 1), scope.norm(first - 1)
        if not (text[0].isalnum() or norm in ("'s", "&")) or norm in closed.auxiliaries:
            break
        first -= 1
    return first


def _past_hearer(scope: Scope, content: contents.Range) -> contents.Range:
    """ "Told Reporters Not To “Q”": what somebody is told starts at its infinitive."""
    closed = scope.closed
    for i in range(content[0], content[1]):
        if scope.reading.quoted[i]:
            break
        if scope.norm(i) in closed.to and i - content[0] <= LONGEST_NAME:
            return (i - 1 if scope.norm(i - 1) in closed.negations else i), content[1]
    return content
