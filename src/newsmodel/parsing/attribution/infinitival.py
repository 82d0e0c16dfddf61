"""Constructions with an infinitive: promised to, ordered X to.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import Frame
from newsmodel.model import SpeechAct
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.extents import before_next_deed, clause_bound
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
)
from newsmodel.parsing.attribution.speakers import subject_of
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse

#: What a gerund can be the content of.
_OF_DEEDS = frozenset({SpeechAct.DENY, SpeechAct.CONFIRM})


def infinitive(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] to|te VERB …"""
    closed = scope.closed
    denies = _denies_doing(scope, use)
    if use.negated or not (denies or not closed.to.isdisjoint(scope.norms[use.end : scope.last])):
        return None
    source = subject_of(scope, use)
    if source is None:
        return None
    if denies:
        denied = contents.trim(
            scope.reading,
            use.end,
            contents.clause_end(scope.reading, use.end, scope.last, scope.uses, use),
        )
        return attribute("infinitive", scope, use, source, [denied], False, None)
    if use.companions and any(
        scope.reading.quantities_at(i) and scope.norm(i) not in closed.both
        for i in range(use.end, max(use.companions))
    ):
        return None  # "roept 12.000 reservisten op om": called up, not called upon
    content = _infinitive_content(scope, use, sources.behind(use, source))
    if content is None:
        return None
    return attribute("infinitive", scope, use, source, [content], False, None)


def _denies_doing(scope: Scope, use: CueUse) -> bool:
    """ "denied having moved tanks": a gerund as the content."""
    if use.cue.act not in _OF_DEEDS:
        return False
    suffixes = scope.closed.gerund_suffixes
    norm = scope.norm(use.end)
    return (
        not scope.closed.object_first
        and len(norm) > 5
        and norm.endswith(suffixes)
        and not scope.reading.nominal[use.end]
    )


def _infinitive_content(scope: Scope, use: CueUse, start: int) -> Range | None:
    """From the infinitive's marker, or from the object that belongs to it, to the clause's end."""
    reading, closed = scope.reading, scope.closed
    norms = reading.tokens.norms
    marker = _infinitive_marker(scope, use, start)
    if marker is None:
        return None
    end = contents.clause_end(reading, marker, clause_bound(scope, use, marker), scope.uses, use)
    if not closed.verb_second:
        end = before_next_deed(scope, marker, end)
    end = contents.before_circumstances(reading, marker, contents.trim(reading, marker, end)[1])
    act = use.cue.act.value
    begin = marker
    if norms[marker - 1] in closed.negations and marker - 1 >= start:
        begin = marker - 1
    if closed.object_first:
        if scope.text(start) == "," and contents.is_finite(reading, start + 1):
            return None  # "X, waarschuwt Y, dreigt … te": the clause around goes on
        # The verb's own objects stand before its marker: only the hearer stays out.
        begin = max(start, *(c + 1 for c in use.companions)) if use.companions else start
        begin = max(begin, use.at + 1 if use.form is Form.PARTICIPLE else begin)
        hearer_before = use.form is Form.PARTICIPLE or any(c > use.at for c in use.companions)
        if (
            norms[begin] not in closed.om
            and act in ("order", "call", "warn")
            and (not hearer_before)
        ):
            begin = _past_hearer(scope, use, begin, marker)
        while begin < marker and (
            scope.text(begin) == ","
            or norms[begin] in closed.light
            or (
                norms[begin] in closed.expletives
                and act != "say"
                and norms[begin + 1] in closed.function_words  # not so "het plan te laten varen"
            )
        ):
            begin += 1
    elif marker > start and (
        act in ("expect", "claim", "say", "deny")
        or (
            any(c < marker and norms[c] not in closed.to for c in use.companions)
            and Frame.NP in use.cue.frames
        )
    ):
        start = max(start, *(c + 1 for c in use.companions)) if use.companions else start
        begin = contents.skip_addressee(reading, use, start, marker)[0]
        begin = start if begin >= marker else begin
        if norms[begin] in ("'s", "'"):
            begin = marker  # "told the island's government to": the owner is no hearer
    first, last = contents.trim(reading, begin, end)
    return (first, last) if last - first >= 2 else None


def _infinitive_marker(scope: Scope, use: CueUse, start: int) -> int | None:
    reading, closed, norms = scope.reading, scope.closed, scope.norms
    object_allowed = Frame.OBJECT_INFINITIVE in use.cue.frames
    reach = 14 if object_allowed or closed.object_first else 3
    skip = start
    for i in range(start, min(scope.last, start + reach)):
        if i < skip:
            continue
        if object_allowed and scope.words[i] == "," and norms[i + 1] in closed.relatives:
            comma = contents.right_boundary(reading, i + 1, scope.last)
            if scope.text(comma) == ",":
                skip = comma  # "urged the generals, who seized power, to resign"
        if i in reading.opening and not closed.object_first:
            # "called on leaders “not to give in”"
            marked = i + 1 + (scope.norm(i + 1) in closed.negations)
            return i if scope.norm(marked) in closed.to else None
        norm = norms[i]
        if reading.quoted[i] or scope.words[i] in (":", ";"):
            return None
        if norm in closed.om and not closed.to.isdisjoint(norms[i + 1 : scope.last]):
            return i
        if norm in closed.to and is_infinitive(scope, i + 1):
            if closed.object_first or scope.text(i - 1) != ",":
                return i
            # "urged the president, X, to disarm": an aside on the hearer
            return i if "," in scope.words[start : i - 1] else None
        if norm in closed.complementizers or (norm in closed.relatives and i > start + 1):
            return None
        if norm in closed.auxiliaries and i != use.finite and norm not in closed.possessives:
            return None
    return None


def is_infinitive(scope: Scope, i: int) -> bool:
    """Whether a verb can stand at ``i``: no noun phrase starts there."""
    closed = scope.closed
    word = scope.text(i)
    if not word:
        return False
    if i in scope.reading.opening:
        return True
    if not word[0].islower() or scope.norm(i) in closed.determiners:
        return False
    return not any(p.first == i for p in scope.reading.phrases_in(i, i + 1))


def _past_hearer(scope: Scope, use: CueUse, begin: int, marker: int) -> int:
    """The end of the noun phrase at ``begin`` that names who is told to do something."""
    reading = scope.reading
    at, _, last = contents.skip_addressee(reading, use, begin, marker)
    if last > begin:
        return last
    for phrase in reading.phrases_in(begin, marker):
        if phrase.first <= begin + 1 and phrase.last <= marker:
            return phrase.last
        break
    return at if at < marker else begin
