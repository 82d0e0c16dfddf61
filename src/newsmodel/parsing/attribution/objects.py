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
    whole = reading.opening.get(first)
    if whole is not None and whole.after >= last:
        return attribute(
            "quoted object", scope, use, source, [contents.inside(reading, whole)], True, None
        )
    return attribute("quoted object", scope, use, source, [(first, last)], False, None)


def _first_quotation(scope: Scope, start: int) -> Quotation | None:
    """The quotation in the object of a cue: none that is a single word or a name, none behind a
    mark, another verb or what opens a clause."""
    reading, closed = scope.reading, scope.reading.profile.words
    asks = scope.norm(start) in closed.question
    for i in range(start, min(scope.last, start + QUOTATION_REACH)):
        quotation = reading.opening.get(i)
        if quotation is not None:
            words = reading.tokens.words[quotation.first : quotation.closing]
            if sum(w[0].isalnum() for w in words) < 2:
                return None
            return None if is_name(scope, quotation) or not quotation.closed else quotation
        norm, text = scope.norm(i), scope.text(i)
        if asks:
            continue  # "explained why the plan was “a mistake”"
        if text in (",", ":", ";", "–", "—", "(") or norm in closed.complementizers:
            return None
        if norm in closed.relatives or (
            norm in closed.subordinators and norm not in closed.prepositions
        ):
            return None
        if norm in closed.auxiliaries and norm not in ("'s", "being", "having"):
            return None
    return None


def _extent(scope: Scope, use: CueUse, start: int, quotation: Quotation) -> Range:
    """From behind the cue to the end of its clause, or of the quotation that goes on past it."""
    reading = scope.reading
    if quotation.after > scope.last:
        return start, quotation.after
    end = contents.clause_end(reading, start, clause_bound(scope, use, start), scope.uses, use)
    return contents.trim(reading, start, max(end, quotation.after))
