"""Constructions with a quotation: before, after or around its cue, or without any.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.extents import (
    SPEECH_ENDS,
    has_content,
    last_mark,
    only_light,
    quoted_content,
    resumed_quotation,
    to_end,
)
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    is_taken,
    outlet_after,
    outlet_heard,
    spoken_to,
)
from newsmodel.parsing.attribution.speakers import (
    noun_maker,
    noun_owner,
    speaker_beside,
    speaks_impersonally,
    subject_of,
)
from newsmodel.parsing.attribution.stretches import anybody
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.sources import Source

#: Marks at the end of a quotation after which its cue may follow as if in a new sentence.
ASKING_ENDS = frozenset({"?", "!", "…", "...", "—", "–"})


#: A verb of which fewer forms are cues takes a quotation as an object only by what it does.
DEED_SHARE = 0.05
#: How far behind "was" the noun stands that says what a quotation is, in tokens.
NOUN_REACH = 7
#: How many marks the asides between a source and its cue may have.
MOST_ASIDE_MARKS = 6

#: Marks that can open or close an aside on a source.
ASIDE_MARKS = frozenset({",", "–", "—", ")", "("})

#: Phrases that name somebody who speaks, not only something that says.
NAMED = frozenset({PhraseKind.PERSON, PhraseKind.PRONOUN, PhraseKind.NAME})


def after_quotation(scope: Scope, use: CueUse) -> Attribution | None:
    """“Q”[,] cue SOURCE | “Q”[,] SOURCE cue [rest] [“Q”]."""
    reading = scope.reading
    if use.negated or reading.quoted.find(1, max(scope.first - 1, 0), use.at) < 0:
        return None
    left = contents.left_boundary(reading, min(use.start, use.finite), scope.first)
    quotation = contents.quotation_before(reading, left, scope.first)
    if quotation is None:
        left, quotation = _past_aside(scope, use, left)
    if quotation is None and left == scope.first - 1:
        # "“Why?” X asked": the question mark has ended a sentence.
        quotation = reading.closing.get(left)
        if quotation is not None and (
            not _ends_before(scope, use, quotation) or _has_own_content(scope, use)
        ):
            return None
    if quotation is None or _is_title(scope, use, quotation) or is_taken(scope, quotation):
        return None
    source = speaker_beside(scope, use, left + 1) or anybody(scope, use, left + 1)
    if source is None and not speaks_impersonally(scope, use):
        return None
    if source is not None and _goes_on_after(scope, quotation, source):
        return None
    if source is not None and use.share < 0.35 and not _can_speak(scope, source):
        at, _, _ = contents.skip_addressee(reading, use, use.end, scope.last)
        if scope.text(at) not in (".", "") or source.first > use.at:
            return None  # but "“Never!” the crowd roared."
    content, direct, _ = quoted_content(scope, quotation)
    if not content:
        return None
    if _is_part_of_clause(scope, use, quotation):
        return None
    if _has_object(scope, use, source):
        return None
    content += resumed_quotation(scope, use, source, direct)
    via = spoken_to(scope, use, source) or outlet_after(scope, use, source)
    return attribute("after quotation", scope, use, source, content, direct, via)


def noun_for_quotation(scope: Scope, use: CueUse) -> Attribution | None:
    """“Q,” was the reply of SOURCE | “Q” was SOURCE's verdict: a noun says what a quotation is."""
    reading, closed = scope.reading, scope.closed
    verb = next(
        (
            i
            for i in range(use.at - 1, max(scope.first, use.at - NOUN_REACH) - 1, -1)
            if closed.auxiliaries.get(scope.norm(i)) == "be"
        ),
        None,
    )
    if verb is None or any(reading.quoted[i] for i in range(verb, use.at)):
        return None
    quotation = contents.quotation_before(reading, verb - 1, scope.first - 1)
    if quotation is None or is_taken(scope, quotation):
        return None
    possessor, owner = noun_owner(scope, use)
    source = noun_maker(scope, use) or owner
    if source is None and possessor is None:
        return None
    content, direct, _ = quoted_content(scope, quotation)
    found = attribute("noun for quotation", scope, use, source, content, direct, None)
    if found is not None:
        found.possessor = possessor
    return found


def quoted_as_saying(scope: Scope, use: CueUse) -> Attribution | None:
    """OUTLET quoted SOURCE as saying “Q” | “Q,” OUTLET quoted SOURCE as saying."""
    if "object" not in use.hearers.sources:
        return None
    reading = scope.reading
    spoken = sources.starting_at(reading, use.at + 1, scope.last)
    outlet = sources.before(reading, use, scope.first)
    if spoken is None:
        return None
    left = contents.left_boundary(reading, use.start, scope.first)
    quotation = contents.quotation_before(reading, left, scope.first)
    via = outlet.phrases[0] if outlet else None
    if quotation is not None:
        content, direct, _ = quoted_content(scope, quotation)
    else:
        start = max((*use.companions, spoken.last - 1)) + 1
        if scope.norm(start) in reading.profile.words.complementizers:
            start += 1
        content, direct = to_end(scope, use, start)
    return attribute("quoted as saying", scope, use, spoken, content, direct, via)


def before_quotation(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] [, | :] “Q” | cue SOURCE [,|:] “Q”."""
    reading = scope.reading
    if use.negated or (
        reading.quoted.find(1, use.end, scope.last + 1) < 0
        and ":" not in scope.words[use.end : scope.last]
    ):
        return None
    source = subject_of(scope, use)
    start = sources.behind(use, source) if source is not None else use.end
    at, hearer_first, hearer_last = contents.skip_addressee(reading, use, start, scope.last)
    if (
        scope.text(at) == ","
        and scope.norm(at + 1) in reading.profile.words.light
        and (scope.text(at + 2) == ",")
    ):
        at += 2  # "acknowledged, however, “Q”"
    mark = scope.text(at)
    if mark not in (",", ":") and at not in reading.opening:
        # "denied rumours to that effect: S": the object stands before the colon.
        colon = contents.right_boundary(reading, at, scope.last)
        if (
            scope.text(colon) == ":"
            and colon - at <= 8
            and not contents.has_finite(reading, at, colon)
        ):
            at, mark = colon, ":"
    if mark not in (",", ":") and at not in reading.opening:
        at, mark = _past_long_hearer(scope, use, at)
    if mark in (",", ":") and not reading.quoted[at]:
        at += 1
    quotation = reading.opening.get(at) or (
        reading.opening.get(scope.last) if mark == ":" and at >= scope.last else None
    )
    if (
        mark == ":"
        and quotation is None
        and source is not None
        and (source.first > use.at and has_content(scope, use))
    ):
        return None
    if quotation is None and mark == ":" and at < scope.last:
        content, direct = to_end(scope, use, at)
        if source is None:
            return None
        return attribute("colon", scope, use, source, content, direct, None)
    if quotation is None:
        return None
    if source is None and not speaks_impersonally(scope, use):
        return None
    if source is not None and source.plain and not quotation.closed:
        return None
    if use.share < DEED_SHARE and mark not in (",", ":"):
        return None  # "moved “suitcases of cash” abroad": a deed
    after = quotation.after
    via = outlet_heard(scope, use, hearer_first, hearer_last)
    rest = contents.right_boundary(reading, after, scope.last)
    whole = mark in (",", ":") or rest <= after or scope.text(after) in (",", ";", ".")
    starts_lower = reading.tokens.words[quotation.first][0].islower()
    if not starts_lower and last_mark(reading, quotation) in ("!", "?", "."):
        whole = True  # "yelled “You lie!” at the president"
    if whole or (not starts_lower and after >= scope.last - 1):
        content, direct = [contents.inside(reading, quotation)], True
        if mark not in (",", ":") and starts_lower and after < scope.last - 1:
            content, direct = to_end(scope, use, at)
    else:
        content, direct = to_end(scope, use, at)
    lead = _begun_before(scope, use, source) if mark == "," and starts_lower else None
    if lead is not None and direct:
        # "These rules, X said, “are an insult”": one clause, of which the end is quoted.
        content, direct = [lead, (quotation.opening, after)], False
    return attribute("before quotation", scope, use, source, content, direct, via)


def _begun_before(scope: Scope, use: CueUse, source: Source | None) -> contents.Range | None:
    """The beginning of a clause that a source and its cue interrupt, where it says something."""
    if source is not None:
        comma = min(source.first, use.start) - 1
        comma -= scope.norm(comma) in scope.closed.thus
    elif speaks_impersonally(scope, use):
        comma = use.start - 1  # "De grens is dicht, heet het, “tot nader order”"
    else:
        return None
    if scope.text(comma) != "," or comma <= scope.first:
        return None
    first, last = contents.trim(scope.reading, scope.first, comma)
    if last - first < 2 or only_light(scope, first, last):
        return None
    if any(scope.reading.timed[i] for i in range(first, last)) and not contents.has_finite(
        scope.reading, first, last
    ):
        return None
    if scope.norm(first) in scope.closed.circumstance_prepositions and any(
        scope.norm(i) in scope.closed.documents for i in range(first, last)
    ):
        return None  # "In a letter to the mayor, X said, “…”"
    return first, last


def _past_long_hearer(scope: Scope, use: CueUse, at: int) -> tuple[int, str]:
    """ "told the mayors who had come to X, “Q”": the comma before a quotation, where nothing but
    the hearer and the occasion can stand between."""
    reading = scope.reading
    comma = contents.right_boundary(reading, at, scope.last)
    if scope.text(comma) == "," and comma + 1 not in reading.opening:
        comma = contents.right_boundary(reading, comma + 1, scope.last)
    if (
        scope.text(comma) in (",", ":")
        and comma - at <= 16
        and comma + 1 in reading.opening
        and not scope.reading.tokens.words[comma + 2][0].islower()
        and not any(at <= other.at < comma and other.share >= 0.3 for other in scope.uses)
        and not _is_clause_before(scope, at, comma)
    ):
        return comma, scope.text(comma)
    return at, scope.text(at)


def _is_clause_before(scope: Scope, first: int, last: int) -> bool:
    """Whether a verb stands in a stretch, outside a relative clause: "said it was late, “Q”"."""
    closed = scope.closed
    for i in range(first, last):
        if scope.norm(i) in closed.relatives and i > first:
            return False
        if scope.norm(i) in closed.auxiliaries and scope.norm(i) != "'s":
            return True
    return False


def _past_aside(scope: Scope, use: CueUse, left: int) -> tuple[int, Quotation | None]:
    """“Q,” X, who leads the mission, told Y | “Q,” X (party) said: the quotation before a source
    with an aside."""
    reading = scope.reading
    at = left
    for _ in range(MOST_ASIDE_MARKS):
        if at <= scope.first or scope.words[at] not in ASIDE_MARKS:
            break
        at = contents.left_boundary(reading, at, scope.first)
        quotation = contents.quotation_before(reading, at, scope.first)
        if quotation is not None or at < scope.first:
            return at, quotation
    return left, None


def _can_speak(scope: Scope, source: Source) -> bool:
    """Somebody with a name, or a text: "the statement read"."""
    return source.phrases[0].kind in NAMED or (
        source.phrases[0].definite and scope.norm(source.last - 1) in scope.closed.documents
    )


def _goes_on_after(scope: Scope, quotation: Quotation, source: Source) -> bool:
    """ "“We are alive” in this party, he said": the clause goes on after the quotation, up to the
    comma before the source."""
    after = quotation.after
    return (
        source.first - 1 > after >= scope.first
        and scope.text(source.first - 1) == ","
        and scope.text(after)[:1].isalnum()
        and last_mark(scope.reading, quotation) not in SPEECH_ENDS
    )


def _has_own_content(scope: Scope, use: CueUse) -> bool:
    """Whether a quotation or a clause of its own follows a cue: "X wrote back, “Q”"."""
    at, _, _ = contents.skip_addressee(scope.reading, use, use.end, scope.last)
    if scope.text(at) in (",", ":"):
        at += 1
    return at in scope.reading.opening or (scope.norm(at) in scope.closed.complementizers)


def _ends_before(scope: Scope, use: CueUse, quotation: Quotation) -> bool:
    """Whether a quotation that has ended its sentence can still be that of a cue in the next: it
    asks or breaks off; or, after a full stop, nothing but the source and the cue follows."""
    mark = last_mark(scope.reading, quotation)
    if mark in ASKING_ENDS:
        return True
    at, _, _ = contents.skip_addressee(scope.reading, use, use.end, scope.last)
    return (
        mark == "."
        and use.share >= 0.6
        and use.at - scope.first <= 6
        and (scope.text(at) in (".", ""))
    )


def _is_part_of_clause(scope: Scope, use: CueUse, quotation: Quotation) -> bool:
    """'the "plan" he described': a quoted word before a subject and verb that form its relative
    clause. A comma, a terminal mark or inversion shows the quotation to be what is said."""
    reading = scope.reading
    after = scope.text(quotation.after)
    if last_mark(reading, quotation) in SPEECH_ENDS or after in (",", "–", "—"):
        return False
    if quotation.opening <= scope.first and quotation.closing - quotation.first >= 4:
        return False
    return not (
        quotation.after == use.at or scope.norm(quotation.after) in reading.profile.words.thus
    )


def _is_title(scope: Scope, use: CueUse, quotation: Quotation) -> bool:
    """ "on “Meet the Press,” X said the plan had failed": a title within the sentence, and a cue
    that takes what follows it."""
    reading = scope.reading
    if quotation.opening <= scope.first or use.end >= scope.last - 4:
        return False
    words = [w for w in reading.tokens.words[quotation.first : quotation.closing] if w[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return (
        len(words) <= 8
        and capitals * 3 >= len(words) * 2
        and (scope.norm(quotation.opening - 1) not in reading.profile.words.determiners)
        and not (scope.norm(use.end) == "" or scope.text(use.end) in ".,")
    )


def _has_object(scope: Scope, use: CueUse, source: Source | None) -> bool:
    """ "“…”, Canada recalled its ambassador": a verb with an object of its own says nothing."""
    closed = scope.closed
    if source is None or source.first > use.at or "object" in use.cue.addressee:
        return False
    if use.share >= 0.6 and scope.text(use.at - 1) != ",":
        return False  # "“…,” X tweeted the day after"
    norm = scope.norm(use.end)
    return norm in closed.possessives or norm in closed.articles
