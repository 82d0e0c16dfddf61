"""Extents: from where to where the content of a statement goes in its sentence.

In: a scope, a cue and a place. Out: token ranges, and whether a quotation is all of them. Knows
quotations, asides and clause ends; not who speaks.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents
from newsmodel.parsing.attribution.scope import Scope
from newsmodel.parsing.attribution.speakers import first_comma, speaks_impersonally
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import PhraseKind
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.sources import Source
from newsmodel.parsing.tokens import CLOSERS

_GERUND = Form.GERUND  # as a plain name: read with every content
#: Marks at the end of a quotation that show it to be speech.
SPEECH_ENDS = frozenset({",", ".", "!", "?", "…", "...", "—", "–", "-"})


def to_end(scope: Scope, use: CueUse, at: int) -> tuple[list[Range], bool]:
    """The content from ``at`` to the end of its clause, and whether a quotation is all of it."""
    reading = scope.reading
    if at >= scope.last:
        return [], False
    limit = clause_bound(scope, use, at)
    end = contents.clause_end(reading, at, limit, scope.uses, use)
    quotation = reading.opening.get(at)
    if quotation is not None and quotation.after >= end - 1:
        if quotation.closing > at + 1:
            return [contents.inside(reading, quotation)], True
        return [], False
    end = _before_attribution(scope, use, at, end)
    if end == scope.last and reading.quoted[end - 1]:
        # A quotation that goes on in the next sentence belongs to the content to its end.
        inner = _open_quotation(reading, at, end)
        if inner is not None and inner.after > end:
            return [(at, inner.after)], False
    return [contents.trim(reading, at, end)], False


def clause_bound(scope: Scope, use: CueUse, at: int) -> int:
    """The end of the clause that a cue and its content stand in: the sentence's, unless the clause
    opens the sentence and another follows ("When X said that A, B"; "Denying that A, X left")."""
    if use.form is _GERUND and use.at == scope.first:
        return first_comma(scope, at)
    if use.at - scope.first <= 12:
        return contents.subordinate_end(scope.reading, scope.first, at, scope.last)
    return scope.last


def _open_quotation(reading: Reading, first: int, last: int) -> Quotation | None:
    for i in range(last - 1, first - 1, -1):
        quotation = reading.opening.get(i)
        if quotation is not None:
            return quotation
    return None


def _before_attribution(scope: Scope, use: CueUse, at: int, end: int) -> int:
    """Cuts a content where "according to …" follows it."""
    for other in scope.uses:
        if not at < other.at < end:
            continue
        if other.cue.type is CueType.PREPOSITION and scope.text(other.at - 1) == ",":
            return other.at - 1
        if speaks_impersonally(scope, other):
            comma = contents.left_boundary(scope.reading, other.at, at)
            if scope.text(comma) == ",":
                return comma
    return end


def before_aside(scope: Scope, use: CueUse, at: int, end: int) -> int:
    """Cuts a content where an aside that says who told all of it ends the sentence:
    "…, the junta's spokesman said"."""
    reading = scope.reading
    for other in scope.uses:
        if other is use or not at < other.at < end or other.finite != other.at:
            continue
        comma = contents.left_boundary(reading, other.start, at)
        if (
            scope.text(comma) == ","
            and Frame.PARENTHETICAL in other.cue.frames
            and contents.right_boundary(reading, other.end, end) >= end - 1
            and any(p.first == comma + 1 for p in reading.phrases_in(comma + 1, other.at))
        ):
            return comma
    return end


def quoted_content(scope: Scope, quotation: Quotation) -> tuple[list[Range], bool, int]:
    """What stands before a cue: the quotation, or the clause that it is the end of."""
    reading = scope.reading
    opening = quotation.opening
    if opening <= scope.first or opening < scope.first:
        return [contents.inside(reading, quotation)], True, opening
    start, _ = contents.trim(reading, scope.first, quotation.after)
    lead = range(scope.first, opening)
    if all(
        scope.text(i) in ",:–—-"
        or scope.norm(i) in reading.profile.words.light
        or scope.norm(i) in reading.profile.words.coordinators
        for i in lead
    ):
        return [contents.inside(reading, quotation)], True, opening
    if scope.text(opening - 1) in (":", "("):
        return [contents.inside(reading, quotation)], True, opening
    return [(start, quotation.after)], False, start


def resumed_quotation(
    scope: Scope, use: CueUse, source: Source | None, direct: bool
) -> list[Range]:
    """The quotation that goes on after the cue's clause in the same sentence."""
    reading = scope.reading
    start = max(use.end, source.last if source else 0, use.finite + 1)
    at = contents.right_boundary(reading, start, scope.last)
    while at < scope.last and scope.words[at] == "," and at + 1 not in reading.opening:
        following = contents.right_boundary(reading, at + 1, scope.last)
        if following >= scope.last or following == at:
            return []
        if any(start < u.at < following and u is not use for u in scope.uses):
            return []
        at = following
    if scope.text(at) not in (",", ":", "–", "—"):
        return []  # "said on “Meet the Press”"
    quotation = reading.opening.get(at + 1)
    if quotation is None:
        return []
    at += 1
    if not direct:
        return [(at, quotation.after)]
    return [contents.inside(reading, quotation)]


def last_mark(reading: Reading, quotation: Quotation) -> str:
    """The last token of a quotation, marks of quotations within it apart."""
    i = quotation.closing - 1
    while i > quotation.first and reading.tokens.words[i] in CLOSERS:
        i -= 1
    return reading.tokens.words[i]


def closing_sentence(reading: Reading, quotation: Quotation) -> int:
    """The sentence in which a quotation ends."""
    return reading.tokens.sentence_of(max(quotation.closing - 1, quotation.opening))


def ends_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Whether nothing but a mark follows a quotation in the sentence that it closes in."""
    end = reading.tokens.sentences[closing_sentence(reading, quotation)][1]
    return end - quotation.after <= 1


def before_next_deed(scope: Scope, first: int, last: int) -> int:
    """The end of an object before an "and" with a verb, which is what its subject did next."""
    reading, closed = scope.reading, scope.closed
    for i in range(first, last):
        if reading.quoted[i] or scope.norms[i] not in closed.coordinators:
            continue
        verb = i + 1
        while scope.norm(verb) in closed.light:
            verb += 1
        if contents.is_finite(reading, verb) or any(
            use.at == verb and scope.norm(verb) not in use.cue.infinitive for use in scope.uses
        ):
            return i - 1 if scope.text(i - 1) == "," else i
    return last


def around_aside(scope: Scope, use: CueUse, left: int, right: int) -> list[Range]:
    """The content before a parenthesis, and after it where it only interrupts."""
    reading, closed = scope.reading, scope.closed
    start = scope.first
    if ";" in scope.words[start:left]:
        for i in range(left - 1, start, -1):
            if scope.words[i] == ";" and not reading.quoted[i]:
                start = i + 1
                break
    if closed.complementizers.get(scope.norm(start)) == "that" and closed.verb_second:
        start += 1  # "Dat de stad valt, zei X al"
    before = contents.trim(reading, start, left)
    content: list[Range] = []
    resumes = closed.verb_second and (
        scope.norm(right + 1) in closed.auxiliaries or _finite_looking(scope, right + 1)
    )
    if before[1] > before[0] and (resumes or not only_light(scope, *before)):
        content.append(before)
    if scope.text(right) in (",", "–", "—", ":") and right + 2 < scope.last:
        at = right + 1
        norm = scope.norm(at)
        continues = not (
            norm in closed.subordinators
            or norm in closed.relatives
            or (norm in closed.coordinators and norm not in closed.and_)
            or (_has_verb(scope, *before) and _starts_cue(scope, at))
            or _looks_like_gerund(scope, at)
            or (
                scope.text(right) != ":"
                and _has_verb(scope, *before)
                and _is_afterthought(scope, at, right)
            )
        )
        if continues or not content:
            end = contents.clause_end(reading, at, scope.last, scope.uses, use)
            content.append(contents.trim(reading, at, _before_attribution(scope, use, at, end)))
    return content


def _is_afterthought(scope: Scope, at: int, comma: int) -> bool:
    """What follows an aside and is none of the content: who the source is ("said X, the mission
    of Y"), what the author makes of it ("a setback for Z"), or more of when it was said."""
    reading, closed = scope.reading, scope.closed
    if reading.timed[comma - 1] and (reading.timed[at] or reading.quantities_at(at)):
        return True
    if scope.norm(at) not in closed.articles:
        return False
    for i in range(at + 1, scope.last):
        norm = scope.norm(i)
        if norm in closed.relatives or norm in closed.complementizers:
            return True
        if norm in closed.auxiliaries or _finite_looking(scope, i):
            return norm in closed.possessives
    return True


def _has_verb(scope: Scope, first: int, last: int) -> bool:
    """Whether a stretch has the verb of its clause: not so "Iran" and "Iran has"."""
    closed = scope.closed
    return any(
        _finite_looking(scope, i)
        or (
            scope.norm(i) in closed.auxiliaries
            and scope.norm(i) not in closed.possessives
            and i + 1 < last
        )
        for i in range(first, last)
    )


def _starts_cue(scope: Scope, at: int) -> bool:
    return any(at in (use.at, use.start) for use in scope.uses)


def only_light(scope: Scope, first: int, last: int) -> bool:
    """Whether a stretch says nothing by itself: conjunctions, adverbs, dates."""
    closed = scope.closed
    for i in range(first, last):
        norm = scope.norms[i]
        if not (
            norm in closed.light
            or norm in closed.coordinators
            or norm in closed.relatives
            or norm in closed.subordinators
            or scope.reading.timed[i]
            or not scope.words[i][0].isalnum()
        ):
            return False
    return True


def _looks_like_gerund(scope: Scope, i: int) -> bool:
    suffixes = scope.closed.gerund_suffixes
    norm = scope.norm(i)
    return len(norm) > 5 and norm.endswith(suffixes) if suffixes else False


def has_content(scope: Scope, use: CueUse) -> bool:
    """Whether something is said before an inverted cue: "Er is één uitweg, zegt X: …"."""
    left = contents.left_boundary(scope.reading, min(use.start, use.finite), scope.first)
    return scope.text(left) == "," and not only_light(scope, scope.first, left)


#: The part of its forms that must be cues for what follows one to be a clause as a rule.
CLAUSAL_SHARE = 0.8
#: The same for one that can be no part of a clause without a verb of its own.
TELLING_SHARE = 0.5

#: Phrases after which a word in -s is a verb rather than a plural.
_SINGULAR = frozenset(
    {
        PhraseKind.PERSON,
        PhraseKind.PRONOUN,
        PhraseKind.NAME,
        PhraseKind.BODY,
        PhraseKind.COUNTRY,
        PhraseKind.CAPITAL,
        PhraseKind.METONYM,
    }
)


def is_clause(scope: Scope, use: CueUse, first: int, last: int) -> bool:
    """Whether a stretch after a cue is a clause: it opens with a subject and has a verb."""
    reading, closed = scope.reading, scope.closed
    norm = scope.norm(first)
    if last - first < (2 if norm in closed.pronouns else 3):
        return False
    telling = use.share >= CLAUSAL_SHARE
    if not telling and any(
        first <= u.at <= first + 4
        and u.cue.type is CueType.NOUN
        and (scope.norm(u.end) in closed.complementizers)
        for u in scope.uses
    ):
        return False  # "repeated his accusation that …" is the noun's
    if (
        (
            norm in closed.prepositions
            and not reading.timed[first]
            and not contents.opens_quantity(reading, first)
        )
        or norm in closed.to
        or norm in closed.of
        or norm in ("'s", "'")
    ):
        return False
    if norm in closed.coordinators or norm in closed.relatives or norm in closed.question:
        return False
    verb = _has_own_verb(scope, first + 1, min(last, first + 16)) or any(
        p.last < last
        and scope.norm(p.last).endswith(closed.singular_suffixes)
        and scope.text(p.last)[0].islower()
        and scope.norm(p.last) not in closed.function_words
        for p in reading.phrases_in(first, min(last, first + 8))
        if p.first <= first + 1 and not p.plural and p.kind in _SINGULAR
    )
    if not verb and (telling or any(i in reading.opening for i in range(first + 1, last))):
        verb = _has_verb_after_all(scope, first, last, telling)
    if not verb:
        return False
    if closed.verb_second:
        # "Hij zegt het …": the subject or its place, then at once the finite verb.
        return (
            any(
                scope.norm(i) in closed.auxiliaries or _finite_looking(scope, i)
                for i in range(first + 1, min(last, first + 5))
            )
            and use.share >= 0.5
        )
    if use.share < 0.5:
        return (
            norm in closed.pronouns or norm in closed.determiners or scope.text(first)[0].isupper()
        )
    return True


def _has_own_verb(scope: Scope, first: int, last: int) -> bool:
    """Whether a finite verb stands in a stretch, not right behind a coordinator ("announced such
    plans before, and shelved them") and not in a clause of time behind a comma."""
    closed, i = scope.closed, first
    while i < last:
        norm = scope.norm(i)
        if scope.words[i] == "," and scope.norm(i + 1) in closed.temporal:
            i = contents.right_boundary(scope.reading, i + 1, last)
            continue
        if norm in closed.auxiliaries or (
            _finite_looking(scope, i) and scope.norm(i - 1) not in closed.coordinators
        ):
            return True
        i += 1
    return False


def _has_verb_after_all(scope: Scope, first: int, last: int, telling: bool) -> bool:
    """After a cue that mostly takes a clause: a verb that looks like a noun too, or a quotation
    within the clause that can hold its verb ("said the deal “amounts to treason”")."""
    reading, closed = scope.reading, scope.closed
    if closed.verb_second:
        return False
    pronoun = closed.pronouns.get(scope.norm(first))
    if telling and pronoun is not None and pronoun.subject and _may_be_verb(scope, first + 1):
        return True  # "say they want"
    for i in range(first + 1, min(last, first + 24)):
        if i in reading.opening:
            return True
        if scope.text(i) == "," and not telling:
            return False
        if any(u.at == i and u.share >= TELLING_SHARE for u in scope.uses):
            return False  # "X, who wrote the bill, said it was “a start”"
        norm = scope.norm(i - 1)
        if (
            contents.is_finite(reading, i, present=True)
            and not reading.nominal[i]
            and (reading.nominal[i - 1] or norm in closed.light or norm in closed.pronouns)
            and norm not in closed.determiners
            and norm not in closed.prepositions
            and norm not in closed.possessives
            and norm not in closed.to
        ):
            return True
    return False


def _may_be_verb(scope: Scope, i: int) -> bool:
    """Whether a word in lower case is no function word and part of no noun phrase."""
    norm = scope.norm(i)
    return (
        bool(norm)
        and scope.words[i][0].islower()
        and norm not in scope.closed.function_words
        and not scope.reading.nominal[i]
    )


def _finite_looking(scope: Scope, i: int) -> bool:
    """A finite verb, and no participle or noun that a determiner or preposition goes before."""
    closed = scope.closed
    if i >= scope.last or not contents.is_finite(scope.reading, i):
        return False
    before = scope.norm(i - 1)
    return closed.verb_second or not (before in closed.determiners or before in closed.prepositions)
