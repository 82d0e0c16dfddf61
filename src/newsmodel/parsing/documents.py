"""Documents: texts that say something, and who stands behind them.

In: a reading and a place in it. Out: the phrase of a text ("a leaked memo"), or that of its author
("a report by X", "een verslag van X"), who is the source of what it says. Knows no cue.
"""

from __future__ import annotations

from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading

#: How far an author may stand from the text, and a text's noun from its article, in tokens.
AUTHOR_REACH, NOUN_REACH = 8, 5
#: Who can stand behind a text.
_AUTHORS = (
    PhraseKind.PERSON,
    PhraseKind.BODY,
    PhraseKind.COUNTRY,
    PhraseKind.METONYM,
    PhraseKind.UNNAMED_BODY,
)


def document_at(
    reading: Reading, at: int, ceiling: int, *, bare: bool = False
) -> NounPhrase | None:
    """ "a leaked memo", "the latest poll", if ``bare`` "new figures" too: what says something."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    if at >= ceiling or norms[at] in closed.complementizers:
        return None
    determined = norms[at] in closed.determiners
    if not determined and not bare:
        return None
    for i in range(at + determined, min(ceiling, at + NOUN_REACH)):
        if norms[i] in closed.documents:
            return NounPhrase(
                at,
                i + 1,
                i,
                i + 1,
                PhraseKind.ROLE,
                name=reading.tokens.slice(at, i + 1),
                definite=norms[at] in closed.definite,
            )
        if norms[i] in closed.function_words or not words[i][0].isalpha():
            return None
    return None


def author_behind(reading: Reading, at: int, ceiling: int) -> NounPhrase | None:
    """Who stands behind a text that ends at ``at``."""
    if at >= ceiling:
        return None
    start = at + 1
    if start < ceiling and reading.tokens.norms[start] in reading.profile.words.articles:
        start += 1
    for phrase in reading.phrases_in(at + 1, min(ceiling, at + AUTHOR_REACH)):
        if phrase.first <= start and _is_author(reading, phrase, at):
            return phrase
    return None


def authored_before(
    reading: Reading, phrases: list[NounPhrase], end: int, floor: int
) -> tuple[NounPhrase, int] | None:
    """The author, of the phrases between, that the phrase of a text ends with at ``end``, and
    where the phrase begins."""
    norms, closed = reading.tokens.norms, reading.profile.words
    for phrase in reversed(phrases):
        if phrase.head_first < end - AUTHOR_REACH:
            break
        noun = phrase.first - 2
        if phrase.last != end or noun <= floor or norms[noun] not in closed.documents:
            continue
        if not _is_author(reading, phrase, noun + 1):
            continue
        for first in range(noun - 1, max(floor, noun - NOUN_REACH) - 1, -1):
            if norms[first] in closed.determiners:
                governed = first > floor and norms[first - 1] in closed.prepositions
                return None if governed else (phrase, first)
    return None


def _is_author(reading: Reading, phrase: NounPhrase, preposition: int) -> bool:
    """Whether a phrase names who made the text that stands before the preposition."""
    norm, closed = reading.tokens.norms[preposition], reading.profile.words
    if norm in closed.by or norm in closed.from_:
        return phrase.kind in _AUTHORS
    # "a study of France" is by somebody else.
    return norm in closed.of and phrase.kind in _AUTHORS and phrase.kind is not PhraseKind.COUNTRY
