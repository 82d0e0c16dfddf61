"""Constructions with an infinitive or a predicate: promised to, ordered X to, called X “Y”.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.extents import clause_bound
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    is_name,
    quotations_in,
)
from newsmodel.parsing.attribution.speakers import agent_of, subject_of
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.quotations import Quotation


def infinitive(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE cue [hearer] to|te VERB …"""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB or use.negated:
        return None
    if Frame.INFINITIVE not in frames and Frame.OBJECT_INFINITIVE not in frames:
        return None
    source = subject_of(scope, use)
    if source is None:
        return None
    if _denies_doing(scope, use):
        denied = contents.trim(
            scope.reading,
            use.end,
            contents.clause_end(scope.reading, use.end, scope.last, scope.uses, use),
        )
        return attribute("infinitive", scope, use, source, [denied], False, None)
    closed = scope.reading.profile.words
    if use.companions and any(
        scope.reading.quantities_at(i) and scope.norm(i) not in closed.both
        for i in range(use.end, max(use.companions))
    ):
        return None  # "roept 12.000 reservisten op om": called up, not called upon
    start = max(use.end, source.last if source.first > use.at else 0)
    content = _infinitive_content(scope, use, start)
    if content is None:
        return None
    return attribute("infinitive", scope, use, source, [content], False, None)


def _denies_doing(scope: Scope, use: CueUse) -> bool:
    """ "denied having moved tanks": a gerund as the content."""
    suffixes = scope.reading.profile.words.gerund_suffixes
    norm = scope.norm(use.end)
    return (
        use.cue.act.value in ("deny", "confirm")
        and not scope.reading.profile.words.object_first
        and len(norm) > 5
        and norm.endswith(suffixes)
        and not scope.reading.nominal[use.end]
    )


def _infinitive_content(scope: Scope, use: CueUse, start: int) -> Range | None:
    """From the infinitive's marker, or from the object that belongs to it, to the clause's end."""
    reading, closed = scope.reading, scope.reading.profile.words
    norms = reading.tokens.norms
    marker = _infinitive_marker(scope, use, start)
    if marker is None:
        return None
    end = contents.clause_end(reading, marker, clause_bound(scope, use, marker), scope.uses, use)
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
            or (norms[begin] in closed.expletives and act != "say")
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
    first, last = contents.trim(reading, begin, end)
    return (first, last) if last - first >= 2 else None


def _infinitive_marker(scope: Scope, use: CueUse, start: int) -> int | None:
    reading, closed = scope.reading, scope.reading.profile.words
    object_allowed = Frame.OBJECT_INFINITIVE in use.cue.frames
    reach = 14 if object_allowed or closed.object_first else 3
    for i in range(start, min(scope.last, start + reach)):
        if i in reading.opening and not closed.object_first:
            # "called on leaders “not to give in”"
            marked = i + 1 + (scope.norm(i + 1) in closed.negations)
            return i if scope.norm(marked) in closed.to else None
        if reading.quoted[i] or scope.text(i) in (":", ";"):
            return None
        norm = scope.norm(i)
        if norm in closed.om and any(scope.norm(j) in closed.to for j in range(i + 1, scope.last)):
            return i
        if norm in closed.to and is_infinitive(scope, i + 1):
            return None if not closed.object_first and scope.text(i - 1) == "," else i
        if norm in closed.complementizers or (norm in closed.relatives and i > start + 1):
            return None
        if norm in closed.auxiliaries and i != use.finite and norm not in closed.possessives:
            return None
    return None


def is_infinitive(scope: Scope, i: int) -> bool:
    """Whether a verb can stand at ``i``: no noun phrase starts there."""
    closed = scope.reading.profile.words
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


def predicate(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE called X “Y” | noemde X “Y” | accused X of Y | blamed X on Y."""
    frames = use.cue.frames
    if use.cue.type is not CueType.VERB or use.negated:
        return None
    if not {Frame.PREDICATE, Frame.OF, Frame.ON}.intersection(frames):
        return None
    if use.passive:
        return _passive_predicate(scope, use)
    reading = scope.reading
    source = subject_of(scope, use)
    if source is None:
        return None
    start = max(use.end, source.last if source.first > use.at else 0)
    if use.form is Form.GERUND:
        start = use.end
    end = contents.clause_end(reading, start, clause_bound(scope, use, start), scope.uses, use)
    if use.form is Form.PARTICIPLE and reading.profile.words.verb_second:
        # "heeft het proces “een klucht” genoemd": the objects stand before the participle.
        start, end = max(use.finite + 1, source.last if source.first > use.finite else 0), use.at
    if (
        use.companions
        and use.companions[0] == use.at + 1
        and not ({Frame.PREDICATE, Frame.ON}.intersection(frames))
    ):
        start = max(start, use.companions[-1] + 1)  # "warned of “Q”": no object before it
    elif len(use.companions) > 1 and use.companions[0] == use.at + 1:
        start = max(start, use.at + 2)  # "refers to X as “Q”"
    first, last = contents.trim(reading, start, end)
    quotes = quotations_in(reading, first, last)
    closed = reading.profile.words
    behind = scope.norm(quotes[-1].after) if quotes else ""
    if behind in closed.subordinators and (
        behind not in closed.prepositions or not closed.verb_second
    ):
        last = quotes[-1].after  # "… “Q” after figures showed …"
    if quotes:
        last = _past_quotations(scope, quotes, last)
    if quotes and any(
        start < other.at < quotes[0].opening
        and other.share >= 0.3
        and (other.form in (Form.PRESENT, Form.PAST))
        and not owned(scope, other.at)
        for other in scope.uses
        if other is not use
    ):
        return None
    if Frame.PREDICATE in frames and not quotes and not _predicates(scope, use, first, last):
        return None
    whole = reading.opening.get(first)
    if whole is not None and whole.after >= last and Frame.OF in frames:
        content = [contents.inside(reading, whole)]
        return attribute("predicate", scope, use, source, content, True, None)
    if quotes and quotes[-1].after > scope.last:
        last = quotes[-1].after  # a quotation of several sentences
    if whole is not None and (whole.after >= last - 1 or not use.companions):
        relative = source.first - 1
        if scope.norm(relative) not in closed.question or is_name(scope, whole):
            return None
        content = [(relative, source.first), (first, whole.after)]  # "what X called “Q”"
        return attribute("predicate", scope, use, source, content, False, None)
    if last - first < 2:
        return None
    if not {Frame.PREDICATE}.intersection(frames) and not (use.companions or quotes):
        return None
    return attribute("predicate", scope, use, source, [(first, last)], False, None)


def owned(scope: Scope, i: int) -> bool:
    """ "X's proposed plan": no verb of a clause, but a word before a noun."""
    closed = scope.reading.profile.words
    return scope.norm(i - 1) in closed.possessives or scope.norm(i - 1) in ("'s", "'")


def _past_quotations(scope: Scope, quotes: list[Quotation], last: int) -> int:
    """The end of a judgement in quotation marks: before the next mark, which opens the author's
    own words, or before where it was said ("“a farce” in a speech")."""
    reading, closed = scope.reading, scope.reading.profile.words
    after = quotes[-1].after
    if reading.tokens.words[quotes[-1].closing - 1] == ",":
        return min(last, after) if scope.norm(after) not in closed.subordinators else last
    if scope.norm(after) in closed.circumstance_prepositions and scope.norm(after + 1) in (
        closed.determiners
    ):
        if any(scope.norm(i) in closed.documents for i in range(after + 2, after + 5)):
            return min(last, after)
    if scope.norm(after) in closed.coordinators and _is_new_clause(scope, after + 1):
        return min(last, after)
    stop = contents.right_boundary(reading, after, last)
    if scope.text(stop) == "," and scope.norm(stop + 1) in closed.coordinators:
        return stop
    return stop if scope.text(stop) in ("–", "—", "--", ":", "(") else last


def _is_new_clause(scope: Scope, i: int) -> bool:
    """Whether what follows an "and" is no second judgement: a subject pronoun, a verb, a
    participle."""
    reading, closed = scope.reading, scope.reading.profile.words
    norm = scope.norm(i)
    pronoun = closed.pronouns.get(norm)
    return (
        (pronoun is not None and pronoun.subject and norm not in closed.articles)
        or contents.is_finite(reading, i)
        or (
            bool(closed.gerund_suffixes) and len(norm) > 5 and norm.endswith(closed.gerund_suffixes)
        )
    )


def _passive_predicate(scope: Scope, use: CueUse) -> Attribution | None:
    """X was described by SOURCE as “Y” | X werd door SOURCE “Y” genoemd."""
    reading = scope.reading
    source = agent_of(scope, use)
    if source is None:
        return None
    named = sources.before(reading, use, scope.first)
    subject = contents.trim(reading, scope.first, use.finite)
    if named is not None and named.first != source.first:
        subject = (named.first, named.last)
    if source.first < use.finite:
        subject = (source.last, source.last)
    start, end = (
        max(use.end, *use.companions, source.last - 1) if use.companions else use.end,
        (scope.last),
    )
    if use.companions:
        start = max(use.companions) + 1
    elif reading.profile.words.verb_second:
        start, end = source.last, use.at
    first, last = contents.trim(reading, start, end)
    if last - first < 1 or not quotations_in(reading, first, last) or use.finite >= last - 1:
        return None  # a clause within another: "wat door X een “Y” wordt genoemd"
    content = [subject, (first, last)]
    return attribute("predicate", scope, use, source, content, False, None)


def _predicates(scope: Scope, use: CueUse, first: int, last: int) -> bool:
    """Whether a predicate stands without quotation marks: an object with its article, and more
    after it; or the preposition that a cue such as "describe" puts before it."""
    closed = scope.reading.profile.words
    if any(first <= c < last for c in use.companions):
        return last - first >= 3 and use.share >= 0.3
    if use.share < 0.4:
        return False
    norm = scope.norm(first)
    if norm in closed.pronouns and norm not in closed.articles:
        return last - first >= 2 and scope.norm(first + 1) in closed.indefinite
    if norm not in closed.definite or last - first < 3 or last - first > 12:
        return False
    object_end = contents.phrase_end(scope.reading, first, last)
    if object_end >= last:
        object_end = first + 2  # an article and a noun that no list has
    return (
        first < object_end < last
        and scope.text(last - 1)[0].islower()
        and (scope.norm(object_end) not in closed.prepositions)
    )
