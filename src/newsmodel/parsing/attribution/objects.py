"""Constructions whose content is an object in the author's words that holds a quotation.

Each function is one construction; its docstring gives the shape. They come after all others: a
verb of saying whose object is a noun phrase is a statement only for what is quoted in it.
"""

from __future__ import annotations

from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents
from newsmodel.parsing.attribution.extents import clause_bound
from newsmodel.parsing.attribution.scope import Attribution, Scope, attribute, is_name
from newsmodel.parsing.attribution.speakers import subject_of
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.quotations import Quotation

#: How far behind its cue the quotation in an object can open, in tokens.
QUOTATION_REACH = 24
#: The part of its forms that must be cues for one whose frames do not say that it takes objects.
OBJECT_SHARE = 0.3
#: The fewest tokens of an object that says something although a single word of it is quoted.
SHORTEST_OBJECT = 10


def quoted_object(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE warned of a “Q” to come | SOURCE mocked her plan for “Q” | cited “Q” and “Q”."""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB or use.negated or use.passive:
        return None
    if not {Frame.QUOTE, Frame.NP, Frame.OF}.intersection(frames):
        return None
    if Frame.NP not in frames and use.share < OBJECT_SHARE:
        return None
    reading = scope.reading
    start = use.end
    while start in use.companions or scope.norm(start) in reading.profile.words.light:
        start += 1
    quotation = _first_quotation(scope, start)
    if quotation is None:
        return None
    source = subject_of(scope, use)
    if source is None or source.first > use.at:
        return None
    first, last = _extent(scope, use, start, quotation)
    if quotation.closing - quotation.first < 2 and (
        last - first < SHORTEST_OBJECT or _is_term(scope, quotation)
    ):
        return None  # "mentioned a “bridge” to the crowd"
    whole = reading.opening.get(first)
    if whole is not None and whole.after >= last:
        return attribute(
            "quoted object", scope, use, source, [contents.inside(reading, whole)], True, None
        )
    return attribute("quoted object", scope, use, source, [(first, last)], False, None)


def _first_quotation(scope: Scope, start: int) -> Quotation | None:
    """The quotation in the object of a cue: none that is a name, none behind a colon, and none of
    another cue's that a mark or a clause parts from this one."""
    reading, closed = scope.reading, scope.reading.profile.words
    asks, parted = scope.norm(start) in closed.question, False
    for i in range(start, min(scope.last, start + QUOTATION_REACH)):
        quotation = reading.opening.get(i)
        if quotation is not None:
            return None if is_name(scope, quotation) or not quotation.closed else quotation
        norm = scope.norm(i)
        if scope.text(i) in (":", ";"):
            return None
        if norm in closed.complementizers:
            return None  # "repeated his claim that “Q”"
        if parted and any(use.at == i and _may_quote(use) for use in scope.uses):
            return None  # "mocked her plan, saying “Q”"
        parted = parted or not asks and (
            not scope.text(i)[0].isalnum()
            or norm in closed.coordinators
            or norm in closed.relatives
            or norm in closed.subordinators
            or norm in closed.auxiliaries
        )
    return None


def _may_quote(use: CueUse) -> bool:
    """Whether a quotation behind a cue is its own."""
    return use.cue.type is CueType.VERB and (
        use.share >= OBJECT_SHARE or Frame.QUOTE in use.cue.frames
    )


def _is_term(scope: Scope, quotation: Quotation) -> bool:
    """ "the word “bridge”": a word that the author only names."""
    functions = scope.reading.profile.words.function_words
    return (
        scope.norm(quotation.opening - 1) not in functions
        and scope.norm(quotation.opening - 2) in functions
        and (not scope.text(quotation.after)[:1].isalpha() or scope.norm(quotation.after) in functions)
    )


def _extent(scope: Scope, use: CueUse, start: int, quotation: Quotation) -> Range:
    """From behind the cue to the end of its clause, or of the quotation that goes on past it."""
    reading = scope.reading
    if quotation.after > scope.last:
        return start, quotation.after
    end = contents.clause_end(reading, start, clause_bound(scope, use, start), scope.uses, use)
    return contents.trim(reading, start, max(end, quotation.after))
