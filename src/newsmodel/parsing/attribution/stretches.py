"""Stretches: who speaks, where the noun phrases of the text do not tell.

In: a scope, a cue, and where the words of its subject can stand. Out: a source made of the best
phrase of that stretch, or of the stretch as it is. Only for cues that as a rule have a speaker
beside them. Knows word order and marks; not which actor a phrase means, nothing of contents.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.scope import Scope
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.sources import Source

#: The part of its forms that must be cues for one to make whatever stands beside it its speaker.
TELLING_SHARE, CLAUSAL_SHARE = 0.5, 0.35
#: The same for one that has a quotation behind it.
QUOTING_SHARE = 0.3
#: How many tokens the head of a subject and a subject with its asides can have.
LONGEST_HEAD, LONGEST_SUBJECT = 12, 40

_ASIDES = frozenset({",", "–", "—", "("})
_NO_SPEAKER = frozenset({PhraseKind.PLACE, PhraseKind.DEMONYM})


def anybody(scope: Scope, use: CueUse, floor: int) -> Source | None:
    """After a quotation, whoever stands beside the cue has said it, whatever noun names them:
    "“No,” the 43-year-old said", "“…,” said Leeds bus driver Ann Cole", "“…,” Young said"."""
    if use.share < TELLING_SHARE or use.passive or use.companions:
        return None
    first, last = floor, min(use.start, use.finite)
    while first < last and (scope.text(first) in _ASIDES or _is_light(scope, first)):
        first += 1
    if first < last:
        if any(scope.norm(i) in scope.closed.relatives for i in range(last - 3, last)):
            return None  # "a song that nobody remembered"
        return _of_stretch(scope, first, last)
    return _of_stretch(scope, use.end, scope.last) if use.finite == use.at else None


def named_in(scope: Scope, first: int, last: int) -> Source | None:
    """Whoever a stretch that can only be a speaker names, after "according to": some of a
    group, or what a name in it tells apart."""
    closed = scope.closed
    source = _of_stretch(scope, first, last)
    if source is None or not source.plain or scope.norm(first) in closed.indefinite_pronouns:
        return source
    named = any(scope.text(i)[0].isupper() for i in range(source.first, source.last))
    return source if named and not closed.verb_second else None


def plain_subject(scope: Scope, use: CueUse) -> Source | None:
    """Before a content, what opens the clause of the cue: "Another man who was there said …",
    "Poole, a teacher and a member of the board, said …", "About four in ten say …"."""
    if use.share < CLAUSAL_SHARE or use.passive:
        return None
    first = _past_fronted(scope, use)
    end = min(use.start, use.finite)
    while end > first and _is_light(scope, end - 1):
        end -= 1
    if not 0 < end - first <= LONGEST_SUBJECT:
        return None
    if scope.norm(end - 1) in scope.closed.relatives and end - 1 > scope.first:
        return None  # "He wore a shirt that said"
    source = _of_stretch(scope, first, end)
    if scope.closed.verb_second and (source is None or source.plain):
        return _opening_noun(scope, use, first, end)
    if source is None or not _only_adds(scope, source.last, end):
        return None
    return source


def _opening_noun(scope: Scope, use: CueUse, first: int, end: int) -> Source | None:
    """ "De vakcentrale zei dat …", "Die zegt dat …": an article and a noun that no list has, or a
    demonstrative, right before the finite verb; where the verb stands second."""
    closed, norm = scope.closed, scope.norm(first)
    alone = end - first == 1
    if norm not in closed.definite or use.finite != end:
        return None
    if alone:
        if norm in closed.complementizers or norm in closed.anaphors or norm in closed.articles:
            return None
    elif (
        end - first != 2 + bool(scope.reading.quantities_at(first + 1))
        or use.share < TELLING_SHARE
        or norm not in closed.articles
        or not scope.text(end - 1)[0].islower()
        or scope.norm(end - 1) in closed.function_words
        or scope.reading.timed[end - 1]
    ):
        return None
    phrase = NounPhrase(
        first, end, end - 1, end, PhraseKind.ROLE, name=scope.reading.tokens.slice(first, end),
        definite=True,
    )  # fmt: skip
    return Source([phrase], first, end, plain=not alone)


def whoever(scope: Scope, use: CueUse) -> Source | None:
    """Before a content that holds a quotation, the words of the cue's clause as they stand: "Just
    shy of half, 49%, say “Q”", "As one weary pump attendant puts it, “Q”"."""
    reading, closed = scope.reading, scope.closed
    if use.share < QUOTING_SHARE or use.passive or use.form is Form.GERUND or closed.verb_second:
        return None
    if reading.quoted.find(1, use.end, scope.last) < 0:
        return None
    end = min(use.start, use.finite)
    while end > scope.first and _is_light(scope, end - 1):
        end -= 1
    if scope.text(end - 1) in _ASIDES:
        end = contents.left_boundary(reading, end - 1, scope.first)
    first = max(end, scope.first)
    while first > scope.first and end - first < LONGEST_HEAD and _may_belong(scope, first - 1):
        first -= 1
    while first < end and (_is_light(scope, first) or scope.norm(first) in closed.prepositions):
        first += 1
    last = scope.norm(end - 1)
    if first >= end or last in closed.prepositions or last in closed.relatives:
        return None
    phrase = NounPhrase(
        first, end, end - 1, end, PhraseKind.ROLE, name=reading.tokens.slice(first, end),
        definite=scope.norm(first) in closed.definite,
    )  # fmt: skip
    return Source([phrase], first, end, plain=True)


def _may_belong(scope: Scope, i: int) -> bool:
    """Whether a subject can hold the word: no mark, nothing that opens a clause, no auxiliary."""
    closed, norm = scope.closed, scope.norm(i)
    return (
        not scope.reading.quoted[i]
        and scope.text(i)[0].isalnum()
        and norm not in closed.coordinators
        and norm not in closed.complementizers
        and norm not in closed.auxiliaries
        and (norm not in closed.subordinators or norm in closed.prepositions)
    )


def _is_light(scope: Scope, i: int) -> bool:
    closed = scope.closed
    return scope.norm(i) in closed.light or bool(scope.reading.timed[i])


def _past_fronted(scope: Scope, use: CueUse) -> int:
    """Past what may stand before the subject of a clause: a conjunction, an adverbial phrase."""
    closed = scope.closed
    first = scope.first
    while first < use.at and (
        scope.norm(first) in closed.coordinators
        or scope.norm(first) in closed.subordinators
        or (_is_light(scope, first) and scope.norm(first) not in closed.determiners)
    ):
        first += 1
    if first > scope.first and scope.text(first) == ",":
        return first + 1
    if scope.norm(first) in closed.prepositions:
        number = next((i for i in range(first + 1, first + 4) if scope.reading.quantities_at(i)), 0)
        if number:
            return number  # "About four in ten"
        comma = contents.right_boundary(scope.reading, first, use.at)
        return comma + 1 if scope.text(comma) == "," else use.at
    return first


def _of_stretch(scope: Scope, first: int, last: int) -> Source | None:
    """The speaker that a stretch opens with: a person in its head, a phrase that is all of its
    head, or the head's words themselves."""
    reading, closed = scope.reading, scope.closed
    end = _head_end(scope, first, last)
    if end <= first or reading.quoted[first] or scope.norm(first) in closed.light:
        return None
    if scope.norm(end - 1) in closed.coordinators:
        return None  # "villagers fled and in the capital residents said"
    phrases = [
        p
        for p in reading.phrases_in(first, end)
        if p.kind not in _NO_SPEAKER and p.first >= first and p.last <= end + 6
    ]
    person = next((p for p in phrases if p.kind is PhraseKind.PERSON), None)
    if person is not None:
        return sources.joined(reading, person, last)
    for phrase in phrases:
        briefed = phrase.last == end - 1 and contents.is_finite(reading, end - 1)
        if (phrase.last >= end or briefed) and phrase.first <= first + 1:
            if phrase.kind is PhraseKind.PRONOUN and not sources.is_subject_pronoun(
                reading, phrase
            ):
                return None
            return sources.joined(reading, phrase, last)
    if any(
        p.first == first and p.last < end and contents.is_finite(reading, p.last) for p in phrases
    ):
        return None  # "Baghdad condemned the raids but asked …": a clause, and no speaker
    norm = scope.norm(first)
    capital = scope.text(first)[0].isupper() and first > scope.first
    if not (
        capital
        or (end - first == 1 and scope.text(first)[0].isupper())
        or norm in closed.determiners
        or norm in closed.indefinite_pronouns
        or reading.quantities_at(first)
        or scope.norm(end - 1).endswith("s")
        or any(p.first == first for p in phrases)
    ):
        return None
    single = end - first == 1 and scope.text(first)[0].isupper()
    kind = PhraseKind.NAME if single else PhraseKind.ROLE
    phrase = NounPhrase(
        first, end, end - 1, end, kind, name=reading.tokens.slice(first, end),
        definite=norm in closed.definite,
    )  # fmt: skip
    return Source([phrase], first, end, plain=True)


def _head_end(scope: Scope, first: int, last: int) -> int:
    """The end of the noun phrase that a stretch opens with, or ``first`` where a verb, a mark or
    a preposition shows that none does."""
    reading, closed = scope.reading, scope.closed
    i = first
    while i < min(last, first + LONGEST_HEAD):
        norm, text = scope.norm(i), scope.text(i)
        if reading.quoted[i] or reading.timed[i]:
            break
        if text == "." and i + 1 < last and not reading.quoted[i + 1]:
            i += 1  # of an abbreviation
            continue
        if not text[0].isalnum() and norm not in ("'s", "&"):
            break
        if (
            norm in closed.auxiliaries
            and norm != "'s"
            and not (text[0].isupper() and i > scope.first)
        ):
            return first if i + 1 < last else i
        if (
            (norm in closed.relatives
            and not (i == first and norm in closed.determiners))
            or (norm in closed.complementizers and i > first)
            or norm in closed.subordinators
            or norm in closed.to
        ):  # fmt: skip
            break
        if norm in closed.prepositions and norm not in closed.of and i > first:
            break
        if norm in closed.prepositions and i == first and norm not in closed.light:
            return first
        i += 1
    else:
        if i - first >= LONGEST_HEAD:
            return first
    return i


def _only_adds(scope: Scope, first: int, last: int) -> bool:
    """Whether the words between a subject and its verb can all belong to the subject: an aside
    between marks, a relative clause, a phrase with a preposition; no verb of their own."""
    closed = scope.closed
    i = first
    while i < last:
        norm, text = scope.norm(i), scope.text(i)
        if scope.reading.quoted[i] and i == first:
            return False
        if text in _ASIDES:
            close = ")" if text == "(" else text
            stop = next((j for j in range(last - 1, i, -1) if scope.text(j) == close), i)
            if last - 1 in scope.reading.closing and scope.text(last - 2) == ",":
                stop = last - 1  # the comma stands inside the closing mark
            return stop > i and (stop == last - 1 or _only_adds(scope, stop + 1, last))
        if norm in closed.relatives:
            return "," not in [scope.text(j) for j in range(i, last)]
        if text in (":", ";") or norm in closed.complementizers or norm in closed.auxiliaries:
            return False
        if (
            contents.is_finite(scope.reading, i)
            and scope.norm(i - 1) not in closed.determiners
            and scope.norm(i + 1) not in closed.by
        ):
            if i > first or scope.text(i - 1) in _ASIDES:
                return False  # else "those surveyed": a participle right behind its noun
        i += 1
    return True
