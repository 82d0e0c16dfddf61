"""Speakers: which noun phrase is the source of a cue, in the order that a construction allows.

In: a scope and a cue. Out: a source, or None. Knows inversion, shared subjects, asides, agents of
passives and impersonal cues; nothing of contents.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.scope import Scope
from newsmodel.parsing.attribution.stretches import plain_subject, whoever
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.sources import Source

#: As plain names, which cost less to read than members of their class.
_PAST, _GERUND, _INFINITIVE = Form.PAST, Form.GERUND, Form.INFINITIVE
_PLACE, _DEMONYM, _PRONOUN = PhraseKind.PLACE, PhraseKind.DEMONYM, PhraseKind.PRONOUN
#: Marks that can close an aside between a subject and its cue.
_ASIDE_MARKS = frozenset({",", "–", "—", ")", "-"})


def speaker_beside(scope: Scope, use: CueUse, floor: int) -> Source | None:
    """The source in the same stretch as the cue: after it, or before it down to ``floor``."""
    reading = scope.reading
    if use.passive:
        return agent_of(scope, use)
    if use.hearers.documents:
        return document_of(scope, use)
    if speaks_impersonally(scope, use):
        return _impersonal_source(scope, use)
    at = min(use.start, use.finite)
    if _may_be_inverted(scope, use, floor, at):
        found = sources.after(reading, use, scope.last)
        if found is not None and _ends_inversion(scope, use, found):
            return found
    if floor >= at and scope.text(at - 1) in (",", "–", "—", ")"):
        # An aside stands between the source and the cue: it may start further left.
        floor = next(
            (i + 1 for i in range(at - 1, scope.first, -1) if reading.quoted[i]), scope.first
        )
    return sources.before(reading, use, floor)


def _may_be_inverted(scope: Scope, use: CueUse, floor: int, at: int) -> bool:
    """Whether the subject of a cue whose verbs start at ``at`` can follow it: in English not where
    its hearer does, unless nothing else can be the subject ("“Why?” asked X")."""
    reading, closed, norms = scope.reading, scope.closed, scope.norms
    if at - floor > 2 or not (closed.verb_second or use.finite == use.at):
        return False
    if use.hearers.object and not closed.verb_second:
        return at == floor > scope.first and bool(reading.quoted[floor - 1])
    return all(
        norms[i] in closed.thus or norms[i] in closed.light or reading.timed[i]
        for i in range(floor, at)
    )


def _ends_inversion(scope: Scope, use: CueUse, source: Source) -> bool:
    """ "S, said X." but not "X, aged 40, said his men would …": no verb follows the subject."""
    closed = scope.closed
    if closed.verb_second:
        return True
    norm, text = scope.norm(source.last), scope.text(source.last)
    if norm in ("'s", "'"):
        return False  # "said Trump's remarks were …"
    if source.phrases[-1].kind is PhraseKind.PRONOUN and norm in closed.light:
        return False  # "said he never saw …"
    return (
        not text[:1].isalnum()
        or bool(scope.reading.timed[source.last])
        or (norm in closed.prepositions and not _has_verb_behind(scope, source.last))
        or norm in closed.subordinators
        or norm in closed.relatives
        or norm in closed.light
    )


def _has_verb_behind(scope: Scope, at: int) -> bool:
    """ "said two companies of infantry had crossed": an auxiliary in the same stretch, which no
    relative or conjunction opens a clause for."""
    closed = scope.closed
    for i in range(at + 1, contents.right_boundary(scope.reading, at, scope.last)):
        norm = scope.norms[i]
        if norm in closed.relatives or norm in closed.subordinators:
            return False
        if norm in closed.auxiliaries and norm not in ("'s", "'"):
            return True
    return False


def subject_of(scope: Scope, use: CueUse) -> Source | None:
    """The source of a cue that its content follows: before it, or by inversion after it."""
    subjects = scope.subjects
    if use not in subjects:
        subjects[use] = _subject_of(scope, use)
    return subjects[use]


def _subject_of(scope: Scope, use: CueUse) -> Source | None:
    reading = scope.reading
    if use.hearers.documents:
        return document_of(scope, use)
    if speaks_impersonally(scope, use):
        return _impersonal_source(scope, use)
    if use.passive:
        return agent_of(scope, use)
    shared = shared_subject(scope, use)
    if shared is not None or use.form is _GERUND:
        return shared
    if use.form is _INFINITIVE:
        return _subject_of_infinitive(scope, use)
    floor = scope.first
    found = sources.before(reading, use, floor)
    if found is not None:
        at = use.finite if use.finite < use.start else use.start
        mark = contents.left_boundary(reading, at, found.first + 1)
        if mark <= found.first or scope.words[mark] in _ASIDE_MARKS:
            return found
    inverted = None
    if reading.profile.words.verb_second and use.hearers.object and use.finite == floor + 2:
        inverted = plain_subject(scope, use)  # "De familie heeft de koning gevraagd …"
    if inverted is None and (
        reading.profile.words.verb_second
        or use.at == scope.first
        or (use.at == scope.first + 1 and scope.norm(scope.first) in reading.profile.words.light)
    ):
        inverted = sources.after(reading, use, scope.last)
    return (
        inverted
        or found
        or sources.described(reading, use, floor)
        or plain_subject(scope, use)
        or _listed_subject(scope, use)
        or whoever(scope, use)
    )


def _subject_of_infinitive(scope: Scope, use: CueUse) -> Source | None:
    """ "X went on to say", "It led X to say": the nearest phrase that nothing governs and that can
    be a subject, without a mark between; else the sentence's subject."""
    reading = scope.reading
    left = contents.left_boundary(reading, use.at, scope.first)
    for phrase in reversed(reading.phrases_in(left + 1, use.at)):
        if not is_subject(scope, phrase):
            continue
        whole = next(
            (p for p in reading.phrases_in(left + 1, use.at) if p.last == phrase.last), phrase
        )
        return sources.joined(reading, whole, use.at)
    return first_subject(scope, use)


def is_subject(scope: Scope, phrase: NounPhrase) -> bool:
    """Whether a phrase can be a subject: no place, no object's pronoun, no preposition's."""
    closed = scope.closed
    if phrase.kind is _PLACE or phrase.kind is _DEMONYM:
        return False
    if phrase.kind is _PRONOUN and not sources.is_subject_pronoun(scope.reading, phrase):
        return False
    governor = phrase.first - 1
    if scope.norm(governor) in closed.determiners:
        governor -= 1
    return scope.norm(governor) not in closed.prepositions


def _listed_subject(scope: Scope, use: CueUse) -> Source | None:
    """ "X questioned A, called B “Q” and left": a list of what the same subject did."""
    before = use.start - 1
    if scope.closed.verb_second or use.form is not _PAST:
        return None
    if scope.text(before) != "," or use.finite != use.at or not scope.found:
        return None
    return scope.found[-1].source


def shared_subject(scope: Scope, use: CueUse) -> Source | None:
    """ "X said A but denied B", "X left, saying B": the subject of the clause before."""
    closed, norms = scope.closed, scope.norms
    before = (use.finite if 0 <= use.finite < use.start else use.start) - 1
    while before > scope.first and norms[before] in closed.light:
        before -= 1
    before = contents.before_adverbial(scope.reading, before, scope.first)
    joined = before >= scope.first and norms[before] in closed.coordinators
    if use.form is _GERUND:
        if before < scope.first:
            comma = first_comma(scope, use.end)
            return sources.starting_at(scope.reading, comma + 1, scope.last)
        own = _own_subject(scope, before + 1)
        if own is not None:
            return own
        if not joined and not _leads_to_gerund(scope, before):
            return None
    elif not joined or (
        closed.verb_second
        and not _has_hearer_behind(scope, use)
        and sources.after(scope.reading, use, scope.last) is not None
    ):
        return None
    earlier = next(
        (a.source for a in reversed(scope.found) if a.source and a.source.first < use.at), None
    )
    return earlier or first_subject(scope, use)


def _has_hearer_behind(scope: Scope, use: CueUse) -> bool:
    """ "X prees Y en riep Z op": behind a coordinator whom the subject spoke to, and no subject by
    inversion; not where something else than the subject opens the sentence."""
    if not use.hearers.object:
        return False
    if use.companions:
        return True
    subject = first_subject(scope, use)
    return subject is not None and subject.first == scope.first


def _leads_to_gerund(scope: Scope, i: int) -> bool:
    """Whether what stands right before a gerund leaves it the subject of the clause before."""
    closed, norm = scope.closed, scope.norm(i)
    return (
        scope.text(i) in (",", "–", "—", "-")
        or (i in scope.reading.closing and scope.text(i - 1) == ",")
        or norm in closed.documents
        or norm in closed.prepositions
        or norm in closed.subordinators
    )


def _own_subject(scope: Scope, end: int) -> Source | None:
    """ "with X calling it “Q”", "– X saying that": a participle with a subject of its own."""
    reading, closed = scope.reading, scope.closed
    for phrase in reversed(reading.phrases_in(max(scope.first, end - 10), end)):
        if phrase.last != end or phrase.kind is _PLACE or phrase.kind is _DEMONYM:
            continue
        opener = scope.norm(phrase.first - 1)
        if opener in closed.via and opener in closed.prepositions and opener not in closed.to:
            return Source([phrase], phrase.first, phrase.last)
        if opener in ("–", "—", "-", ",") and phrase.kind is not _PRONOUN:
            return Source([phrase], phrase.first, phrase.last)
    return None


def agent_of(scope: Scope, use: CueUse) -> Source | None:
    """The source of a passive cue: what "by" names right after it, or before it in the clause."""
    closed = scope.closed
    for at in range(use.at + 1, min(use.at + 6, scope.last)):
        if scope.norm(at) in closed.by:
            return sources.starting_at(scope.reading, at + 1, scope.last)
        if scope.text(at) in ",;:" or scope.norm(at) in closed.complementizers:
            break
    for at in range(scope.first, use.at):
        if scope.norm(at) in closed.by:
            return sources.starting_at(scope.reading, at + 1, scope.last)
    return None


def speaks_impersonally(scope: Scope, use: CueUse) -> bool:
    """ "klinkt het", "it says here": the subject is no speaker, who spoke before is the source."""
    if not use.companions or not use.hearers.sources:
        return False
    expletives = scope.closed.expletives
    return any(scope.norm(i) in expletives for i in use.companions)


def _impersonal_source(scope: Scope, use: CueUse) -> Source | None:
    """ "klinkt het bij SOURCE": a preposition that introduces the source itself."""
    at = max(use.tokens) + 1
    for i in range(at, min(at + 3, scope.last)):
        if scope.norm(i) in use.hearers.sources:
            return sources.starting_at(scope.reading, i + 1, scope.last)
    opening = scope.norm(scope.first) in scope.closed.locative_prepositions
    for phrase in scope.reading.phrases_in(scope.first, use.at) if opening else ():
        if phrase.first == scope.first + 1 and phrase.kind is PhraseKind.CAPITAL:
            return Source([phrase], phrase.first, phrase.last)  # "In Oslo klinkt het anders"
    return None


def document_of(scope: Scope, use: CueUse) -> Source | None:
    """ "blijkt uit", "staat in": no subject speaks; the text that such a verb names after its
    preposition, or who stands behind the text."""
    behind = range(use.end, min(use.end + 4, scope.last))
    for i in (*behind, *range(scope.first, use.at)):
        if scope.norm(i) in use.hearers.documents:
            found = sources.document(scope.reading, i + 1, scope.last)
            if found is not None:
                return found
    return None


def heard_from(scope: Scope, use: CueUse, source: Source) -> Source | None:
    """ "hoorde de krant van X", "vernam Y bij Z": the source behind whoever tells it on."""
    at = max(source.last, use.end)
    if scope.norm(at) not in use.hearers.sources or speaks_impersonally(scope, use):
        return None
    return sources.starting_at(scope.reading, at + 1, scope.last)


def first_subject(scope: Scope, use: CueUse | None) -> Source | None:
    """The first phrase of the sentence that can speak and that no preposition governs."""
    reading, closed = scope.reading, scope.closed
    end = use.at if use is not None else scope.last
    for phrase in reading.phrases_in(scope.first, end):
        if phrase.kind is _PLACE or phrase.kind is _DEMONYM or reading.quoted[phrase.head_first]:
            continue
        if phrase.first > scope.first and scope.norm(phrase.first - 1) in closed.prepositions:
            continue
        whole = max(
            (
                p
                for p in reading.phrases_in(phrase.first, min(end, phrase.first + 12))
                if p.first <= phrase.first and p.kind is not _PLACE
            ),
            key=lambda p: p.last,
            default=phrase,
        )
        return sources.joined(reading, whole, end)
    return None


def main_subject(scope: Scope, end: int) -> Source | None:
    """The subject of the clause before ``end``: not a pronoun of a clause that a comma closes."""
    reading, closed = scope.reading, scope.closed
    if scope.norm(scope.first) in closed.subordinators:
        later = sources.starting_at(reading, first_comma(scope, scope.first) + 1, end)
        if later is not None:
            return later  # "When X died, Y released the following:"
    found = first_subject(scope, None)
    if found is None or found.phrases[0].kind is not PhraseKind.PRONOUN:
        return found
    comma = contents.right_boundary(reading, found.last, end)
    if scope.text(comma) == ",":
        later = sources.starting_at(reading, comma + 1, end)
        return later or found
    return found


def first_comma(scope: Scope, at: int) -> int:
    """The first comma from ``at`` on that a phrase follows, or the sentence's end."""
    reading = scope.reading
    for i in range(at, scope.last):
        if (
            scope.text(i) == ","
            and not reading.quoted[i]
            and any(p.first == i + 1 for p in reading.phrases_in(i + 1, min(scope.last, i + 8)))
        ):
            return i
    return scope.last


def noun_owner(scope: Scope, use: CueUse) -> tuple[int | None, Source | None]:
    """Whose claim it is: a possessive, or a genitive."""
    reading, closed = scope.reading, scope.closed
    for i in range(use.at - 1, max(scope.first, use.at - 4) - 1, -1):
        norm = scope.norm(i)
        if norm in closed.possessives:
            return i, None
        if norm in ("'s", "'"):
            phrase = next(
                (p for p in reading.phrases_in(max(scope.first, i - 8), i) if p.last == i), None
            )
            return None, Source([phrase], phrase.first, phrase.last) if phrase else None
        if norm in closed.function_words:
            break
    return None, None


def noun_maker(scope: Scope, use: CueUse) -> Source | None:
    """ "the claim by X", "de belofte van X", "a warning from X": who stands behind a noun cue."""
    closed = scope.closed
    norm = scope.norm(use.end)
    if norm in closed.of or norm in closed.by or norm in closed.from_:
        return sources.starting_at(scope.reading, use.end + 1, scope.last)
    return None
