"""Constructions that hand over to a quotation: without a cue, or with one that ends its sentence.

Each function is one construction; its docstring gives the shape. They are tried where a sentence
has shown no other.
"""

from __future__ import annotations

from newsmodel.languages.schema import CueType
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.clausal import DIALOGUE_DASHES
from newsmodel.parsing.attribution.extents import (
    SPEECH_ENDS,
    ends_sentence,
    last_mark,
    quoted_content,
    to_end,
)
from newsmodel.parsing.attribution.quoted import ASKING_ENDS, NAMED
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    is_name,
    quotations_in,
    takes_quotation,
)
from newsmodel.parsing.attribution.speakers import (
    main_subject,
    noun_maker,
    noun_owner,
    subject_of,
)
from newsmodel.parsing.attribution.stretches import named_in
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.sources import Source

#: The part of its forms that must be cues for the subject of one to hand over to a quotation.
HANDING_SHARE = 0.3
#: How many tokens a name before a colon can have.
LONGEST_LABEL = 8


def hand_over(scope: Scope) -> Attribution | None:
    """SOURCE …: “Q”. A sentence without a cue that ends in a colon and a quotation."""
    reading = scope.reading
    words = reading.tokens.words
    if ":" not in words[scope.first : scope.last]:
        return None
    for at in range(scope.first + 1, scope.last):
        if words[at] == ":" and not reading.quoted[at]:
            quotation = reading.opening.get(at + 1)
            if quotation is None or quotation.closing < scope.last - 3:
                return None
            source = _last_speaker(scope, at) or main_subject(scope, at)
            if source is None or source.last > at:
                return None
            content = [contents.inside(reading, quotation)]
            return Attribution("hand-over", source, None, (at,), content, scope.number, direct=True)
    return None


def _last_speaker(scope: Scope, colon: int) -> Source | None:
    """The subject of the last verb of saying before a colon."""
    for use in reversed(scope.uses):
        if use.at < colon and use.cue.type is CueType.VERB and use.share >= HANDING_SHARE:
            source = subject_of(scope, use)
            if source is not None:
                return source
    return None


def noun_hand_over(scope: Scope) -> Attribution | None:
    """SOURCE's reply was short: “Q” | De reactie van SOURCE was scherp. “Q”.

    A noun cue is the subject of its sentence, or what its subject has; a colon, or the end of the
    sentence, hands over to a quotation. After a colon a clause without marks will do as well.
    """
    reading = scope.reading
    if not scope.uses:
        return None
    use = next((u for u in scope.uses if u.cue.type is CueType.NOUN), None)
    if use is None or use.at - scope.first > 8:
        return None
    colon = next(
        (i for i in range(use.end, scope.last) if scope.text(i) == ":" and not reading.quoted[i]),
        -1,
    )
    at = colon + 1 if colon >= 0 else scope.last
    quotation = reading.opening.get(at)
    after = reading.opening.get(use.end + 1)
    if colon < 0 and scope.text(use.end) == "," and after and not is_name(scope, after):
        colon, at, quotation = use.end, use.end + 1, after  # "X issued a statement, “Q”"
    if quotation is None and (colon < 0 or use.at - scope.first > 3):
        return None
    if quotation is not None and at == scope.last and not ends_sentence(reading, quotation):
        return None  # "… his plan. “Q,” said X"
    possessor, owner = noun_owner(scope, use)
    source = noun_maker(scope, use) or owner
    if source is None and possessor is None:
        source = main_subject(scope, use.at) if colon >= 0 else None
    if source is None and possessor is None:
        return None
    if quotation is not None:
        content, direct = [contents.inside(reading, quotation)], True
    else:
        content, direct = to_end(scope, use, at)
    found = attribute("noun hand-over", scope, use, source, content, direct, None)
    if found is not None:
        found.possessor = possessor if source is None else None
    return found


def label(scope: Scope) -> Attribution | None:
    """SOURCE: CLAUSE with “Q”. A headline or a speech label: a name and a colon open a block."""
    reading, tokens = scope.reading, scope.reading.tokens
    blocks = tokens.sentence_blocks
    if scope.number and blocks[scope.number - 1] == blocks[scope.number]:
        return None
    opening = scope.words[scope.first : min(scope.first + LONGEST_LABEL, scope.last)]
    if ":" not in opening[1:]:
        return None
    colon = scope.first + opening.index(":", 1)
    if not quotations_in(reading, colon + 1, scope.last):
        return None
    source = named_in(scope, scope.first, colon)
    if (
        source is None
        or source.plain
        or source.last != colon
        or not scope.text(colon - 1)[0].isupper()
    ):
        return None
    first, last = contents.trim(reading, colon + 1, scope.last)
    whole = reading.opening.get(first)
    direct = whole is not None and whole.after >= last
    content = [contents.inside(reading, whole)] if direct and whole else [(first, last)]
    return Attribution("label", source, None, (colon,), content, scope.number, direct=direct)


def signature(scope: Scope) -> Attribution | None:
    """“Q.” – SOURCE. A name behind a dash opens a block, right behind one that is a quotation."""
    reading, blocks = scope.reading, scope.reading.tokens.sentence_blocks
    quotation = reading.closing.get(scope.first - 1)
    if quotation is None or scope.text(scope.first) not in DIALOGUE_DASHES:
        return None
    opening = reading.tokens.sentence_of(quotation.opening)
    if blocks[opening] != blocks[scope.number - 1] or blocks[opening] == blocks[scope.number]:
        return None
    if opening and blocks[opening - 1] == blocks[opening]:
        return None
    source = named_in(scope, scope.first + 1, scope.last)
    if source is None or source.plain or source.first > scope.first + 1:
        return None
    content = [contents.inside(reading, quotation)]
    cue = (scope.first,)
    return Attribution("signature", source, None, cue, content, scope.number, direct=True)


def sentence_hand_over(scope: Scope) -> Attribution | None:
    """SOURCE agreed. “Q”: a sentence that ends in its cue, and a quotation without a cue."""
    reading = scope.reading
    quotation = reading.opening.get(scope.last)
    if quotation is None:
        return None
    use = next(
        (u for u in reversed(scope.uses) if u.cue.type is CueType.VERB and takes_quotation(u.cue)),
        None,
    )
    if use is None or use.negated or use.share < 0.5 or use.passive:
        return None
    at, _, _ = contents.skip_addressee(reading, use, use.end, scope.last)
    if scope.text(at) not in (".", ":") or at < scope.last - 1:
        return None
    tokens = reading.tokens
    if not ends_sentence(reading, quotation) or (
        tokens.sentence_blocks[scope.number + 1] != tokens.sentence_blocks[scope.number]
        and scope.text(at) != ":"
    ):
        return None
    source = subject_of(scope, use)
    if source is None:
        return None
    content = [contents.inside(reading, quotation)]
    return attribute("hand-over", scope, use, source, content, True, None)


def unlisted_verb(scope: Scope) -> Attribution | None:
    """“Q,” VERBed NAME | “Q,” NAME VERBed. A verb of manner that no list has, next to a quotation
    and a name."""
    reading = scope.reading
    quotation: Quotation | None = None
    for i in range(scope.first - 1, scope.last):
        if i in reading.closing and reading.closing[i].after < scope.last:
            quotation = reading.closing[i]
            break
    if quotation is None or (
        last_mark(reading, quotation) not in SPEECH_ENDS and (scope.text(quotation.after) != ",")
    ):
        return None
    at = quotation.after + (scope.text(quotation.after) == ",")
    source = None
    if contents.is_finite(reading, at) and not reading.profile.cues.get(scope.norm(at)):
        source = sources.starting_at(reading, at + 1, scope.last)
    elif not reading.profile.words.verb_second:
        return _manner_behind(scope, quotation, at)
    if (
        source is None
        or source.first > at + 1
        or source.phrases[0].kind not in (PhraseKind.PERSON, PhraseKind.NAME, PhraseKind.ROLE)
    ):
        return None
    content, direct, _ = quoted_content(scope, quotation)
    return Attribution("unlisted verb", source, None, (at,), content, scope.number, direct=direct)


def _stretch_behind(scope: Scope, at: int) -> Source | None:
    """ "an angry skipper retorted": the words between a quotation and the first past tense."""
    for verb in range(at + 1, min(at + LONGEST_LABEL, scope.last)):
        if contents.is_finite(scope.reading, verb):
            return named_in(scope, at, verb)
    return None


def _manner_behind(scope: Scope, quotation: Quotation, at: int) -> Attribution | None:
    """“Q,” NAME VERBed: nothing but where and when follows the verb."""
    reading, closed = scope.reading, scope.closed
    source = sources.starting_at(reading, at, scope.last)
    if source is None and last_mark(reading, quotation) in ASKING_ENDS | {","}:
        source = _stretch_behind(scope, at)
    if source is None or source.first != at or is_name(scope, quotation):
        return None
    if source.phrases[0].kind not in (*NAMED, PhraseKind.ROLE):
        return None
    verb = source.last
    while scope.norm(verb) in closed.light:
        verb += 1
    norm = scope.norm(verb)
    if not scope.text(verb)[:1].islower() or norm in closed.function_words:
        return None
    if not contents.is_finite(reading, verb) and not norm.endswith(closed.singular_suffixes):
        return None
    if reading.nominal[verb] or norm in closed.auxiliaries:
        return None
    follows = scope.norm(verb + 1)
    if follows and follows[0].isalnum() and not (
        follows in closed.prepositions or follows in closed.subordinators
        or reading.timed[verb + 1]
    ):  # fmt: skip
        return None
    content, direct, _ = quoted_content(scope, quotation)
    return Attribution("unlisted verb", source, None, (verb,), content, scope.number, direct=direct)
