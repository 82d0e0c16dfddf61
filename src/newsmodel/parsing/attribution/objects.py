"""Constructions whose content is an object in the author's words that holds a quotation.

Each function is one construction; its docstring gives the shape. They come after all others: a
verb of saying whose object is a noun phrase is a statement only for what is quoted in it.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents
from newsmodel.parsing.attribution.extents import before_next_deed, clause_bound
from newsmodel.parsing.attribution.quoted import NAMED
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    is_name,
    is_taken,
    quotations_in,
)
from newsmodel.parsing.attribution.speakers import is_subject, subject_of
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.sources import Source

#: How far behind its cue the quotation in an object can open, in tokens.
QUOTATION_REACH = 24
#: The part of its forms that must be cues for one whose frames do not say that it takes objects.
OBJECT_SHARE = 0.15
#: The fewest tokens of an object that says something although a single word of it is quoted.
SHORTEST_OBJECT = 8
#: The fewest words of a quotation that a verb which is no cue makes a statement.
FEWEST_WORDS = 3
#: How far before such a quotation its subject can stand, in tokens.
SUBJECT_REACH = 30
#: How long a subject that no list has can be, in tokens.
LONGEST_SUBJECT = 14
#: Marks that close what is set off as a name.
NAME_CLOSERS = frozenset('"”’»')

#: How far before its quotation stands what bears the words, in tokens.
WRITING_REACH = 6


def quoted_object(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE warned of a “Q” to come | SOURCE mocked her plan for “Q” | cited “Q” and “Q”."""
    if use.negated or use.passive or scope.reading.quoted.find(1, use.end, scope.last) < 0:
        return None
    if Frame.NP not in use.cue.frames and use.share < OBJECT_SHARE:
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
    if _only_names(scope, quotation, first, last):
        return None
    whole = reading.opening.get(first)
    if whole is not None and whole.after >= last:
        return attribute(
            "quoted object", scope, use, source, [contents.inside(reading, whole)], True, None
        )
    return attribute("quoted object", scope, use, source, [(first, last)], False, None)


def _first_quotation(scope: Scope, start: int) -> Quotation | None:
    """The quotation in the object of a cue: none that is a name, none behind a colon, and none of
    another cue's that a mark or a clause parts from this one."""
    reading, closed = scope.reading, scope.closed
    use_at = {use.at: use for use in scope.uses}
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
        use = use_at.get(i)
        if use is not None and _may_quote(use) and (parted or use.form is Form.INFINITIVE):
            return None  # "mocked her plan, saying “Q”"
        parted = parted or (
            not asks
            and (
                not scope.text(i)[0].isalnum()
                or norm in closed.coordinators
                or norm in closed.relatives
                or norm in closed.subordinators
                or norm in closed.auxiliaries
            )
        )
    return None


def _may_quote(use: CueUse) -> bool:
    """Whether a quotation behind a cue is its own."""
    return use.cue.type is CueType.VERB and (
        use.share >= OBJECT_SHARE or Frame.QUOTE in use.cue.frames
    )


def _only_names(scope: Scope, quotation: Quotation, first: int, last: int) -> bool:
    """ "mentioned a “bridge” to the crowd": a single quoted word in an object that says nothing."""
    return quotation.closing - quotation.first < 2 and (
        last - first < SHORTEST_OBJECT or _is_term(scope, quotation)
    )


def _is_term(scope: Scope, quotation: Quotation) -> bool:
    """ "the word “bridge”": a word that the author only names."""
    functions = scope.closed.function_words
    return (
        scope.norm(quotation.opening - 1) not in functions
        and not contents.is_finite(scope.reading, quotation.opening - 1, present=True)
        and scope.norm(quotation.opening - 2) in functions
        and (
            not scope.text(quotation.after)[:1].isalpha()
            or scope.norm(quotation.after) in functions
        )
    )


def _extent(scope: Scope, use: CueUse, start: int, quotation: Quotation) -> Range:
    """From behind the cue to the end of its clause, or of the quotation that goes on past it."""
    reading = scope.reading
    if quotation.after > scope.last:
        return start, quotation.after
    end = contents.clause_end(reading, start, clause_bound(scope, use, start), scope.uses, use)
    end = before_next_deed(scope, quotation.after, max(end, quotation.after))
    return contents.trim(reading, start, end)


def unlisted_object(scope: Scope) -> Attribution | None:
    """SOURCE VERBs an object that holds “Q”. A verb that no list has, or that failed as a cue: only
    for a quotation of some words that nothing else in its sentence has taken."""
    reading = scope.reading
    if reading.profile.words.verb_second:
        return None
    for quotation in quotations_in(reading, scope.first + 1, scope.last):
        if (
            not quotation.closed
            or is_taken(scope, quotation)
            or _is_written_on(scope, quotation.opening)
            or is_name(scope, quotation)
        ):
            continue
        phrase, verb = _subject_and_verb(scope, quotation.opening)
        before = quotation.opening - 1 - (scope.text(quotation.opening - 1) == ",")
        if phrase is None or (before != verb and contents.is_gerund(reading, before)):
            continue  # none, or "marched behind a banner reading “Q”"
        words = reading.tokens.words[quotation.first : quotation.closing]
        if sum(word[0].isalnum() for word in words) < _fewest_words(scope, phrase, verb):
            continue
        start = _last_verb(scope, verb, quotation.opening) + 1
        last = quotation.after
        if last <= scope.last:
            end = contents.clause_end(reading, start, scope.last, scope.uses, None)
            last = before_next_deed(scope, quotation.after, max(last, end))
        content = contents.trim(reading, start, last)
        if _only_names(scope, quotation, *content):
            continue
        source = Source([phrase], phrase.first, phrase.last)
        return Attribution("unlisted object", source, None, (verb,), [content], scope.number)
    return None


def _is_written_on(scope: Scope, opening: int) -> bool:
    """ "beneath a banner with the words “Q”": what bears the words stands right before them."""
    inscriptions = scope.closed.inscriptions
    before = scope.norms[max(scope.first, opening - WRITING_REACH) : opening]
    return not inscriptions.isdisjoint(before)


def _fewest_words(scope: Scope, phrase: NounPhrase, verb: int) -> int:
    """How many words a verb must quote: one of a list a single one, a person's deed more, and
    that of a body or a group most."""
    if scope.norm(verb) in scope.reading.profile.cues:
        return 1
    return FEWEST_WORDS - 1 if phrase.kind in NAMED else FEWEST_WORDS


def _last_verb(scope: Scope, verb: int, opening: int) -> int:
    """ "sent out an email hammering his “Q”": the last verb before a quotation that can have it as
    its object."""
    reading = scope.reading
    verbs = {u.at for u in scope.uses if u.cue.type is CueType.VERB and u.share >= OBJECT_SHARE}
    return max(
        (
            i
            for i in range(verb + 1, opening)
            if (contents.is_gerund(reading, i) or i in verbs)
            and scope.norm(i - 1) not in reading.profile.words.determiners
        ),
        default=verb,
    )


def _subject_and_verb(scope: Scope, opening: int) -> tuple[NounPhrase | None, int]:
    """The nearest subject before a quotation that a verb follows, and the place of that verb."""
    reading = scope.reading
    for phrase in reversed(reading.phrases_in(max(scope.first, opening - SUBJECT_REACH), opening)):
        if reading.quoted[phrase.first] or not is_subject(scope, phrase):
            continue
        verb = _verb_behind(scope, phrase.last, opening)
        if verb < 0:
            continue
        parted = any(
            scope.text(i) in (":", ";") or (scope.text(i) in NAME_CLOSERS and not reading.quoted[i])
            for i in range(verb, opening)
        )
        return (None, -1) if parted else (phrase, verb)
    return _plain_subject(scope, opening)


def _plain_subject(scope: Scope, opening: int) -> tuple[NounPhrase | None, int]:
    """ "The ad targets …": a determiner opens the sentence, and its noun is in no list. Not "A
    banner reads “Q”"."""
    closed, first = scope.closed, scope.first
    if scope.norm(first) not in closed.determiners:
        return None, -1
    for verb in range(first + 2, min(opening - 1, first + LONGEST_SUBJECT)):
        if _verb_behind(scope, verb, opening) == verb:
            name = scope.reading.tokens.slice(first, verb)
            return NounPhrase(first, verb, verb - 1, verb, PhraseKind.ROLE, name=name), verb
    return None, -1


def _verb_behind(scope: Scope, at: int, limit: int) -> int:
    """The verb that stands behind a subject and its aside, if it is no passive; else -1."""
    reading, closed = scope.reading, scope.closed
    if scope.text(at) == ",":
        comma = contents.right_boundary(reading, at + 1, limit)
        at = comma + 1 if scope.text(comma) == "," else at
    being = False
    while at < limit and (
        scope.norm(at) in closed.light or scope.norm(at) in closed.auxiliaries or reading.timed[at]
    ):
        being = being or closed.auxiliaries.get(scope.norm(at)) == "be"
        at += 1
    norm = scope.norm(at)
    if at >= limit or not scope.text(at)[0].islower() or reading.nominal[at]:
        return -1
    if norm in closed.function_words or (being and not contents.is_gerund(reading, at)):
        return -1
    finite = contents.is_finite(reading, at, present=True)
    verbal = finite or norm.endswith(closed.singular_suffixes) or contents.is_gerund(reading, at)
    return at if verbal else -1
