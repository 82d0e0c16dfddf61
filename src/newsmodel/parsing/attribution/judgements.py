"""Judgements: what somebody is called, accused of or blamed for: called X “Y”, accused X of Y.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import Frame
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
from newsmodel.parsing.sources import Source


def predicate(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE called X “Y” | noemde X “Y” | accused X of Y | blamed X on Y."""
    frames = use.cue.frames
    if use.negated:
        return None
    if use.passive:
        return _passive_predicate(scope, use)
    reading = scope.reading
    relative = _relative_before(scope, use) if scope.closed.verb_second else -1
    if relative >= 0:
        return _named_in_relative(scope, use, relative)
    source = subject_of(scope, use)
    if source is None:
        return None
    if use.form is Form.PARTICIPLE and use.companions == (use.at - 1,):
        accused = _accused(scope, use, source)
        return attribute("predicate", scope, use, source, accused, False, None)
    fronted = _fronted(scope, use, source)
    if fronted is not None:
        return attribute("predicate", scope, use, source, fronted, False, None)
    start = use.end if use.form is Form.GERUND else sources.behind(use, source)
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
    last = contents.before_circumstances(reading, first, last) if last > first else last
    if first > start and any(other.at == first for other in scope.uses):
        return None  # "X declared, adding: …"
    quotes = quotations_in(reading, first, last)
    closed = reading.profile.words
    behind = scope.norm(quotes[-1].after) if quotes else ""
    if behind in closed.subordinators and (
        behind not in closed.prepositions or not closed.verb_second
    ):
        last = quotes[-1].after  # "… “Q” after figures showed …"
    if quotes:
        relative = not closed.verb_second and scope.norm(source.first - 1) in closed.relatives
        last = _past_quotations(scope, quotes, last, relative)
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
    if Frame.PREDICATE not in frames and not (use.companions or quotes):
        if not any(scope.norm(i) in closed.complementizers for i in range(first + 1, last)):
            return None  # but "verwijt X dat …"
    if closed.verb_second and quotes and _is_of_oneself(scope, first, quotes[0].opening):
        return None  # "laat zich ‘de kroonprins’ noemen"
    return attribute("predicate", scope, use, source, [(first, last)], False, None)


def _accused(scope: Scope, use: CueUse, source: Source) -> list[Range]:
    """ "heeft X ervan beschuldigd Y te doen": whom, and of what; nothing unless both are said."""
    reading, closed = scope.reading, scope.closed
    start = max(use.finite + 1, source.last if source.first > use.finite else 0)
    while start < use.at and (
        scope.norm(start) in closed.light
        or reading.timed[start]
        or (scope.norm(start) in closed.prepositions and reading.timed[start + 1])
    ):
        start += 1
    accused = contents.trim(reading, start, use.companions[0])
    at = use.end + (scope.norm(use.end) in closed.complementizers)
    end = contents.clause_end(reading, at, clause_bound(scope, use, at), scope.uses, use)
    deed = contents.trim(reading, at, end)
    return [accused, deed] if accused[1] > accused[0] and deed[1] - deed[0] > 1 else []


def owned(scope: Scope, i: int) -> bool:
    """ "X's proposed plan": no verb of a clause, but a word before a noun."""
    closed = scope.closed
    return scope.norm(i - 1) in closed.possessives or scope.norm(i - 1) in ("'s", "'")


def _is_of_oneself(scope: Scope, first: int, last: int) -> bool:
    """Whether a reflexive stands there: what somebody calls themselves, or is called."""
    reflexives = scope.closed.reflexives
    return any(scope.norm(i) in reflexives for i in range(first, last))


def _relative_before(scope: Scope, use: CueUse) -> int:
    """The relative pronoun of the clause that a judging verb ends ("die X ‘een gok’ noemt"), or
    -1; in languages whose verb stands last there."""
    reading, closed = scope.reading, scope.closed
    if use.form not in (Form.PRESENT, Form.PAST):
        return -1
    if Frame.PREDICATE not in use.cue.frames or scope.text(use.at + 1)[:1].isalnum():
        return -1
    for i in range(use.at - 1, scope.first, -1):
        if reading.quoted[i]:
            continue
        if scope.norm(i) in closed.relatives and scope.text(i - 1) == ",":
            return i
        if scope.text(i) in (",", ";", ":"):
            return -1
    return -1


def _named_in_relative(scope: Scope, use: CueUse, relative: int) -> Attribution | None:
    """ "X, die Y ‘een gok’ noemt": all between the relative and the verb is what X says."""
    reading = scope.reading
    first, last = contents.trim(reading, relative + 1, use.at)
    if not quotations_in(reading, first, last) or _is_of_oneself(scope, first, last):
        return None  # "die zich ‘de kroonprins’ noemt"
    source = next(
        (
            Source([phrase], phrase.first, phrase.last)
            for phrase in reversed(reading.phrases_in(max(scope.first, relative - 12), relative))
            if phrase.last == relative - 1
        ),
        None,
    )
    if source is None:
        return None
    return attribute("predicate", scope, use, source, [(first, last)], False, None)


def _fronted(scope: Scope, use: CueUse, source: Source) -> list[Range] | None:
    """ "Het plan noemt X ‘een gok’": what is judged opens the sentence, who judges it follows the
    verb; in languages whose verb stands second."""
    reading, closed = scope.reading, scope.closed
    quotation = reading.opening.get(source.last)
    if not closed.verb_second or quotation is None or source.first != use.end:
        return None
    if Frame.PREDICATE not in use.cue.frames or use.companions:
        return None
    first = scope.first
    while first < use.at and (
        scope.norm(first) in closed.coordinators or scope.norm(first) in closed.light
    ):
        first += 1
    front = contents.trim(reading, first, use.start)
    if front[1] - front[0] < 2 or scope.norm(first) in closed.prepositions:
        return None
    return [front, (quotation.opening, quotation.after)]


def _past_quotations(scope: Scope, quotes: list[Quotation], last: int, relative: bool) -> int:
    """The end of a judgement in quotation marks: before the next mark, which opens the author's
    own words, or before where it was said ("“a farce” in a speech")."""
    reading, closed = scope.reading, scope.closed
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
    if relative and scope.text(stop) == ",":
        return stop  # "the talks, which X described as “frank”, ended …"
    if scope.text(stop) == "," and scope.norm(stop + 1) in closed.coordinators:
        return stop
    return stop if scope.text(stop) in ("–", "—", "--", ":", "(") else last


def _is_new_clause(scope: Scope, i: int) -> bool:
    """Whether what follows an "and" is no second judgement: a subject pronoun, a verb, a
    participle."""
    reading, closed = scope.reading, scope.closed
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
    closed = scope.closed
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
