"""Constructions with a clause: after "that" or without it, a parenthesis, under a participle.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.model import ActorKind
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.extents import CLAUSAL_SHARE, around_aside, is_clause, to_end
from newsmodel.parsing.attribution.infinitival import is_infinitive
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    outlet_after,
    outlet_heard,
)
from newsmodel.parsing.attribution.speakers import (
    first_subject,
    heard_from,
    shared_subject,
    speaker_beside,
    subject_of,
)
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.sources import Source

#: The part of its forms that must be cues for one to take a clause without any mark.
BARE_SHARE = 0.2
#: The same where the clause holds a quotation.
QUOTED_BARE_SHARE = 0.1
#: The same where "that" follows further on, in the clause.
OWN_CLAUSE_SHARE = 0.6


#: How far after its cue a content clause may open, in tokens.
CONTENT_REACH = 18
#: How many words can stand between a comma and the phrase of a source, in tokens.
LONGEST_OPENING = 4
#: Marks between a content and a parenthesis, and such as no content clause opens behind.
_PARTING_MARKS = frozenset({",", "–", "—", "-"})
_STOPS = frozenset({":", ";", "(", ".", "?", "!"})
#: As plain names, which cost less to read than members of their class.
_GERUND, _BARE, _WHETHER = Form.GERUND, Frame.BARE, Frame.WHETHER
_OBJECT_THAT, _REPORTS_THAT = Frame.OBJECT_THAT, Frame.REPORTS_THAT
_THAT_FRAMES = frozenset({Frame.THAT, Frame.OBJECT_THAT, Frame.REPORTS_THAT})
#: Dashes that, at the start of a paragraph, open direct speech without quotation marks.
DIALOGUE_DASHES = frozenset({"–", "—", "-"})


def that_clause(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] that|dat|whether|of CLAUSE."""
    if use.negated and not (use.cue.negates or use.cue.act.value in ("claim", "expect")):
        return None
    if use.negated and (use.modal or scope.norms[use.at - 1] in scope.closed.coordinators):
        return None  # "would not say that", "neither confirmed nor denied that"
    reading = scope.reading
    at = _complementizer(scope, use)
    if at is None:
        return None
    source = subject_of(scope, use)
    if source is None:
        return None
    start, hearer_first, hearer_last = contents.skip_addressee(
        reading, use, sources.behind(use, source), at
    )
    if source.plain and start < at:
        return None  # "announces trains that are late"
    if start < at and _opens_clause(scope, use, start):
        return None  # "said his men often forget that"
    if _OBJECT_THAT not in use.cue.frames and _describes_object(scope, start, at):
        return None  # "showed reporters photographs of a drone that had been shot down"
    content, direct = to_end(scope, use, at + 1)
    via = outlet_heard(scope, use, hearer_first, hearer_last) or outlet_after(scope, use, source)
    return attribute("that-clause", scope, use, source, content, direct, via)


def _describes_object(scope: Scope, first: int, last: int) -> bool:
    """Whether "that" describes a noun with an of-phrase before it, and opens no content."""
    closed = scope.closed
    between = [scope.norm(i) for i in range(first, last)]
    return (
        any(norm in closed.of for norm in between[1:-1])
        and all(scope.text(i)[0].isalnum() for i in range(first, last))
        and not any(norm in closed.prepositions and norm not in closed.of for norm in between)
    )


def _opens_clause(scope: Scope, use: CueUse, at: int) -> bool:
    """Whether a subject stands behind a telling cue that has no hearer: a clause without "that"."""
    closed = scope.closed
    if closed.verb_second or use.hearers.object:
        return False
    if _BARE not in use.cue.frames or use.share < OWN_CLAUSE_SHARE:
        return False
    pronoun = closed.pronouns.get(scope.norm(at))
    return (
        scope.norm(at) in closed.determiners
        or (pronoun is not None and pronoun.subject)
        or bool(scope.reading.nominal[at])
        or _may_be_plural(scope, at)
    )


def _may_be_plural(scope: Scope, at: int) -> bool:
    """ "said allies asked if": a bare plural, which no list need have."""
    closed, norm = scope.closed, scope.norm(at)
    return (
        norm.endswith(closed.singular_suffixes)
        and scope.text(at)[0].islower()
        and norm not in closed.function_words
        and scope.norm(at + 1) not in closed.complementizers
    )


def _complementizer(scope: Scope, use: CueUse) -> int | None:
    """The place of the word that opens the content clause of a cue."""
    reading, closed, frames = scope.reading, scope.closed, use.cue.frames
    norms, words = scope.norms, scope.words
    start = max(use.at, use.finite, *use.companions) + 1
    floor, ceiling = min(use.end, start), min(scope.last, start + CONTENT_REACH)
    for other in scope.uses:
        if use.at < other.at < ceiling and _takes_over(scope, other):
            ceiling = other.at
    if closed.complementizers.keys().isdisjoint(norms[floor:ceiling]):
        return None
    depth_words = 0
    for i in range(floor, ceiling):
        norm = norms[i]
        if reading.quoted[i]:
            return None
        if norm in closed.to and _takes_infinitive(scope, use, i):
            return None
        kind = closed.complementizers.get(norm)
        if kind == "that":
            before = i - 1
            if norms[before] in closed.prepositions and before != use.at:
                if before not in use.companions:
                    continue  # "about that winter"
            if _REPORTS_THAT not in frames and _is_nouns(scope, use, i):
                return None
            if not _THAT_FRAMES.isdisjoint(frames):
                return i if i >= use.end else None
        elif kind is not None:
            if _WHETHER in frames and (depth_words <= 4 or words[i - 1] == ","):
                return i if i >= use.end else None
        elif words[i] in _STOPS:
            return None
        if (
            norm in closed.auxiliaries
            and i > start
            and i not in use.companions
            and (i != use.finite and i != use.at and norm not in closed.possessives)
        ):
            return None
        depth_words += 1
    return None


def _takes_over(scope: Scope, other: CueUse) -> bool:
    """Whether what follows a cue behind another's belongs to it."""
    return (
        other.cue.type is CueType.VERB
        and other.share >= 0.3
        and not (other.form is _GERUND and scope.norm(other.at - 1) in scope.closed.prepositions)
    )


def _takes_infinitive(scope: Scope, use: CueUse, i: int) -> bool:
    """Whether the marker at ``i`` opens an infinitive that is the content of the cue."""
    frames = use.cue.frames
    return (
        not scope.closed.object_first
        and i not in use.companions
        and (Frame.INFINITIVE in frames or Frame.OBJECT_INFINITIVE in frames)
        and is_infinitive(scope, i + 1)
    )


def _is_nouns(scope: Scope, use: CueUse, i: int) -> bool:
    """ "repeated his accusation that", not "said in a statement that": the clause is the noun's."""
    return (
        len(scope.uses) > 1
        and any(u.end == i and u.cue.type is CueType.NOUN and u is not use for u in scope.uses)
        and contents.skip_addressee(scope.reading, use, use.end, i)[0] < i
    )


def bare_clause(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] CLAUSE, without a complementizer."""
    if use.negated or use.passive:
        return None
    reading, share = scope.reading, use.share
    told = _OBJECT_THAT in use.cue.frames and not reading.profile.words.verb_second
    if not told and _BARE not in use.cue.frames:
        return None
    if share < BARE_SHARE and (
        share < QUOTED_BARE_SHARE
        or not any(i in reading.opening for i in range(use.end + 1, min(scope.last, use.end + 16)))
    ):
        return None
    source = subject_of(scope, use)
    if source is None:
        return None
    start = sources.behind(use, source)
    if len(use.companions) > 1 and not reading.profile.words.verb_second:
        start = max(start, use.companions[-1] + 1)  # "was quoted by X as saying"
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    if scope.text(at) == "," or (source.plain and at in reading.opening):
        return None
    if source.plain and share < CLAUSAL_SHARE:
        return None  # "announces trains that are late"
    content, direct = to_end(scope, use, at)
    if not content or not is_clause(scope, use, *content[0]):
        return None
    that = None if told else _complementizer(scope, use)
    if that is not None and _describes_object(scope, at, that):
        return None
    via = outlet_heard(scope, use, hearer_first, hearer_last)
    return attribute("bare clause", scope, use, source, content, direct, via)


def parenthesis(scope: Scope, use: CueUse) -> Attribution | None:
    """CONTENT, SOURCE cue | CONTENT, cue SOURCE | CONT, SOURCE cue, ENT."""
    if use.negated or _PARTING_MARKS.isdisjoint(scope.words[scope.first + 1 : use.at]):
        return None
    reading = scope.reading
    left = contents.left_boundary(reading, min(use.start, use.finite), scope.first)
    source = speaker_beside(scope, use, left + 1)
    if source is None or source.relative or (use.passive and source.first < use.at):
        return None
    edge = min(source.first, use.start, use.finite)
    if source.first < left:
        left = edge - 1  # the comma that closes an aside on the source
    elif scope.text(left) != "," or not _may_open_source(scope, left + 1, edge):
        left = edge - 1
        if scope.norm(left) in reading.profile.words.thus:
            left -= 1
    if scope.norm(left) in reading.profile.words.as_:
        if use.share < BARE_SHARE:
            return None  # "…, as it had begun to snow"
        left -= 1  # "…, as X said"
    if scope.text(left) not in _PARTING_MARKS or left <= scope.first:
        return None
    teller, heard = source.phrases[0], heard_from(scope, use, source)
    source = heard or source
    start = sources.behind(use, source)
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    right = contents.right_boundary(reading, at, scope.last)
    if not _is_aside(scope, use, source, at, right) and not (
        hearer_first >= 0 and _only_places(scope, at, right)
    ):
        return None
    content = around_aside(scope, use, left, right)
    if not content:
        return None
    via = outlet_heard(scope, use, hearer_first, hearer_last) or outlet_after(scope, use, source)
    if heard is not None and teller.actor is ActorKind.MEDIA:
        via = teller
    dialogue = scope.text(scope.first) in DIALOGUE_DASHES and _opens_block(scope)
    return attribute("parenthesis", scope, use, source, content, dialogue, via)


def _may_open_source(scope: Scope, first: int, last: int) -> bool:
    """Whether all words before a source can be part of it or of its clause: "the naval mission X".
    Not so "X, said it": a verb."""
    closed = scope.closed
    return last == first or (
        last - first <= LONGEST_OPENING
        and all(
            scope.text(i)[0].isalnum()
            and (
                scope.norm(i) in closed.light
                or (scope.norm(i) in closed.determiners if i == first else False)
                or (
                    scope.norm(i) not in closed.function_words
                    and not contents.is_finite(scope.reading, i)
                )
            )
            for i in range(first, last)
        )
    )


def _only_places(scope: Scope, first: int, last: int) -> bool:
    """Whether only a noun of a place is left behind a hearer: "reporters at Oslo airport"."""
    noun = last - 1
    return last - first <= 2 and scope.norm(noun) in scope.reading.profile.placenouns


def _is_aside(scope: Scope, use: CueUse, source: Source, at: int, right: int) -> bool:
    """Whether a cue's stretch holds nothing that the cue could take as its content."""
    closed = scope.closed
    if scope.norm(at) in closed.complementizers:
        return False
    if scope.text(right) == ":" and source.first < use.at:
        return False
    if right in scope.reading.opening and right == at:
        return False
    if right - at == 0:
        return True
    norm = scope.norm(at)
    if norm in closed.prepositions or norm in closed.subordinators or norm in closed.light:
        return True
    return source.first > use.at and right - at <= 6


def _opens_block(scope: Scope) -> bool:
    tokens = scope.reading.tokens
    return scope.number == 0 or (
        tokens.sentence_blocks[scope.number - 1] != tokens.sentence_blocks[scope.number]
    )


def as_put_by(scope: Scope, use: CueUse) -> Attribution | None:
    """As SOURCE cue [circumstance], CONTENT | zoals SOURCE cue, CONTENT."""
    reading, closed, norms = scope.reading, scope.closed, scope.norms
    at = scope.first
    while at < use.at and (
        norms[at] in closed.light or norms[at] in closed.coordinators or scope.words[at] == ","
    ):
        at += 1
    if norms[at] not in closed.as_ or use.at - at > 14 or use.negated or use.passive:
        return None
    source = sources.starting_at(reading, at + 1, use.at)
    if source is None or not (
        source.last <= use.start <= source.last + 2
        or (scope.text(source.last) == "," == scope.text(use.start - 1))
    ):
        return None
    comma = contents.right_boundary(reading, max(use.end, *use.tokens), scope.last)
    if scope.text(comma) not in (",", ":") or comma - use.end > 8:
        return None
    content, direct = to_end(scope, use, comma + 1)
    return attribute("as put by", scope, use, source, content, direct, None)


def participle(scope: Scope, use: CueUse) -> Attribution | None:
    """SUBJECT …, adding that CLAUSE | …, saying “Q”."""
    reading, closed = scope.reading, scope.closed
    before = use.at - 1
    if (
        before >= scope.first
        and scope.text(before) not in (",", "–", "—")
        and not _ends_with_comma(scope, before)
        and (
            scope.norm(before) not in closed.coordinators
            and not (scope.norm(before) in closed.documents and use.share >= 0.5)
        )
    ):
        return None
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, use.end, scope.last)
    if scope.text(at) in (",", ":"):
        at += 1
    if scope.norm(at) in closed.complementizers:
        at += 1
    elif at not in reading.opening and _BARE not in use.cue.frames:
        return None
    content, direct = to_end(scope, use, at)
    if not content or content[0][1] - content[0][0] < 2:
        return None
    earlier = scope.found[-1].source if scope.found else None
    source = (
        shared_subject(scope, use)
        if before < scope.first
        else (earlier or first_subject(scope, use))
    )
    if source is None:
        return None
    via = outlet_heard(scope, use, hearer_first, hearer_last)
    return attribute("participle", scope, use, source, content, direct, via)


def _ends_with_comma(scope: Scope, i: int) -> bool:
    """ "… a “big mistake,” saying": the comma stands inside the closing mark."""
    quotation = scope.reading.closing.get(i)
    return quotation is not None and scope.text(quotation.closing - 1) == ","
