"""Constructions with a preposition, a noun or a pronoun: according to X, X's claim that, that is.

Each function is one construction; its docstring gives the shape.
"""

from __future__ import annotations

from newsmodel.languages.profile import Form
from newsmodel.languages.schema import CueType, Frame
from newsmodel.parsing import contents, sources
from newsmodel.parsing.attribution.extents import (
    before_aside,
    only_light,
    quoted_content,
    resumed_quotation,
)
from newsmodel.parsing.attribution.infinitival import is_infinitive
from newsmodel.parsing.attribution.scope import (
    Attribution,
    Scope,
    attribute,
    is_wholly_quoted,
)
from newsmodel.parsing.attribution.speakers import (
    agent_of,
    document_of,
    noun_maker,
    noun_owner,
    subject_of,
)
from newsmodel.parsing.attribution.stretches import named_in
from newsmodel.parsing.contents import Range
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.sources import Source

#: As plain names, which cost less to read than members of their class.
_THAT, _INFINITIVE = Frame.THAT, Frame.INFINITIVE
_FINITE = frozenset({Form.PRESENT, Form.PAST})
_ROLE, _CAPITAL = PhraseKind.ROLE, PhraseKind.CAPITAL
_NAMING = (PhraseKind.PERSON, PhraseKind.NAME)
#: So many adverbs and words of time may follow what a cue announces, in tokens.
TAIL = 16


def according_to(scope: Scope, use: CueUse) -> Attribution | None:
    """According to SOURCE, CLAUSE | CLAUSE, according to SOURCE | volgens SOURCE VERB …"""
    reading = scope.reading
    source = sources.starting_at(reading, use.end, scope.last)
    if source is None:
        source = named_in(scope, use.end, scope.last)
    if source is None or source.first > use.end + 2:
        return None
    left, right = use.at, _with_of_phrase(scope, source)
    head = source.phrases[-1].head_last
    if scope.text(right) == ",":
        right = _apposition_end(scope, source, right) or right
    elif head < right and scope.text(head) == ",":
        # "volgens X, hoofd van de Y, …": the aside goes on to its second comma.
        right = next(
            (i for i in range(right, min(right + 14, scope.last)) if scope.text(i) == ","), right
        )
    if _names_outlet(scope, use, source):
        return None
    right = _modifier_end(scope, right, opens=left == scope.first)
    before = contents.trim(reading, scope.first, left)
    after = contents.trim(reading, right, _clause_limit(scope, right))
    quotation = contents.quotation_before(reading, left - 1, scope.first)
    if quotation is not None and left - quotation.after <= 1:
        content, direct, _ = quoted_content(scope, quotation)
        content += resumed_quotation(scope, use, source, direct)
        return attribute("according to", scope, use, source, content, direct, None)
    before = _after_relative(scope, before)
    content = []
    if before[1] > before[0] and not only_light(scope, *before):
        content.append(before)
    apart = scope.text(left - 1) == "," or not reading.profile.words.verb_second
    if after[1] > after[0] and not (content and apart and _is_tail(scope, right, after)):
        content.append(after)
    direct = len(content) == 1 and is_wholly_quoted(reading, content[0])
    if direct:
        content = [contents.inside(reading, reading.opening[content[0][0]])]
    return attribute("according to", scope, use, source, content, direct, None)


def _modifier_end(scope: Scope, at: int, *, opens: bool) -> int:
    """ "a memo seen by X, …", "a poll published on Monday": the end of what describes a source.

    It opens with a word of its own and a preposition, holds no finite verb, and ends at a comma or,
    behind the clause, with the sentence.
    """
    closed, reading = scope.closed, scope.reading
    if closed.verb_second or at + 2 >= scope.last or reading.nominal[at]:
        return at
    if not scope.text(at)[0].islower() or scope.norm(at) in closed.function_words:
        return at
    if scope.norm(at + 1) not in closed.prepositions and not reading.timed[at + 1]:
        return at
    for i in range(at + 1, min(at + 16, scope.last)):
        if scope.norm(i) in closed.auxiliaries or reading.quoted[i]:
            return at
        if scope.text(i) == ",":
            return i if opens else at
    return at if opens else contents.right_boundary(reading, at, scope.last)


def _after_relative(scope: Scope, before: Range) -> Range:
    """A clause that starts with a relative ("waar volgens X …") has only that before it."""
    closed = scope.closed
    first, last = before
    for i in range(last - 1, max(first, last - 4) - 1, -1):
        if scope.norm(i) in closed.relatives and (i == first or scope.text(i - 1) == ","):
            return last, last
    return first, last


def _clause_limit(scope: Scope, at: int) -> int:
    if ";" in scope.words[at : scope.last]:
        for i in range(at, scope.last):
            if scope.words[i] == ";" and not scope.reading.quoted[i]:
                return i
    return scope.last


def _is_tail(scope: Scope, right: int, after: Range) -> bool:
    """Whether what follows "according to X" at a clause's end only adds to the source."""
    closed = scope.closed
    norm = scope.norm(right)
    return (
        norm in closed.prepositions
        or norm in closed.relatives
        or scope.text(right) in "(;"
        or (scope.text(right) == "," and scope.norm(right + 1) in closed.relatives)
    )


def _apposition_end(scope: Scope, source: Source, comma: int) -> int:
    """The comma that closes an aside on a source after "according to", or 0."""
    reading, closed = scope.reading, scope.closed
    at = comma + 1
    if not (scope.norm(at) in closed.relatives or scope.norm(at) in closed.articles):
        return 0
    for i in range(at, min(at + 14, scope.last)):
        if scope.text(i) == "," and not reading.quoted[i]:
            return i
    return 0


def _names_outlet(scope: Scope, use: CueUse, source: Source) -> bool:
    """ "zei X volgens persbureau Y": the outlet is the way of another statement."""
    if not any(p.actor == "media" for p in source.phrases):
        return False
    if any(_speaks_through(scope, use, source, other) for other in scope.uses):
        return True
    return any(
        a.cue_tokens
        and a.cue_tokens[-1] < use.at <= a.cue_tokens[-1] + 10
        and a.via is source.phrases[0]
        for a in scope.found
    )


def _with_of_phrase(scope: Scope, source: Source) -> int:
    """The end of a source with the body that it is of: "a report of the United Nations"; of a
    person's name where a comma closes it, "X of the Peace Forum, …"."""
    closed = scope.closed
    if source.phrases[-1].kind in _NAMING and scope.norm(source.last) in closed.of:
        for phrase in scope.reading.phrases_in(source.last + 1, min(source.last + 7, scope.last)):
            if phrase.first <= source.last + 1 and scope.text(phrase.last) == ",":
                return phrase.last
            break
    if source.phrases[-1].kind is _ROLE and scope.norm(source.last) in closed.of:
        for phrase in scope.reading.phrases_in(source.last + 1, min(source.last + 7, scope.last)):
            if phrase.first <= source.last + 1:
                return phrase.last
            break
    return source.last


def _speaks_through(scope: Scope, use: CueUse, source: Source, other: CueUse) -> bool:
    """ "Volgens Tass zei X: “Q”": another cue, with a content of its own, follows the outlet."""
    if other.at < source.last or other.cue.type is not CueType.VERB or other.share < 0.5:
        return False
    closed = scope.closed
    for i in range(other.end, min(other.end + 8, scope.last)):
        if i in scope.reading.opening or scope.norm(i) in closed.complementizers:
            return other.form in _FINITE
    return False


def by_own_account(scope: Scope, use: CueUse) -> Attribution | None:
    """SUBJECT VERB naar eigen zeggen …: the clause's own subject is the source."""
    if not use.cue.frames:
        return None
    reading = scope.reading
    subject = next(
        (
            p
            for p in reading.phrases_in(scope.first, use.at)
            if p.kind is not PhraseKind.PLACE
            and (
                p.first == scope.first
                or scope.norm(p.first - 1) not in reading.profile.words.prepositions
            )
        ),
        None,
    )
    after = contents.trim(reading, use.end, scope.last)
    if subject is None or after[1] <= after[0]:
        return None
    content = [after]
    if subject.last < use.at:
        content.insert(0, contents.trim(reading, subject.last, use.at))
    source = Source([subject], subject.first, subject.last)
    return attribute("by own account", scope, use, source, content, False, None)


def noun_cue(scope: Scope, use: CueUse) -> Attribution | None:
    """SOURCE's claim that CLAUSE | her warning that CLAUSE | SOURCE … het bericht dat CLAUSE."""
    if _answers(scope, use) or _is_document(scope, use):
        return None
    closed = scope.closed
    at = use.end
    named = noun_maker(scope, use)
    if named is not None:
        at = named.last
    infinitive_follows = _INFINITIVE in use.cue.frames and (
        scope.norm(at) in closed.om
        or (scope.norm(at) in closed.to and is_infinitive(scope, at + 1))
    )
    if infinitive_follows:
        at -= 1
    elif _THAT not in use.cue.frames:
        return None
    elif closed.auxiliaries.get(scope.norm(at)) == "be":
        at += 1  # "X's answer was that"
        if closed.complementizers.get(scope.norm(at)) != "that":
            return None
    elif scope.norm(at) not in closed.complementizers:
        return None
    possessor, owner = noun_owner(scope, use)
    source = named or owner
    if source is None and possessor is None:
        source = (
            _light_verb_subject(scope, use)
            or _place_it_comes_from(scope, use)
            or _subject_after(scope, use)
        )
        if source is None:
            return None
    content, direct = _noun_content(scope, use, at + 1, at > use.end)
    found = attribute("noun cue", scope, use, source, content, direct, None)
    if found is not None:
        found.possessor = possessor
    return found


def _answers(scope: Scope, use: CueUse) -> bool:
    """ "Op de vraag of …, antwoordde hij: “Q”": a question in the author's words, not a statement
    of whoever answers it."""
    closed = scope.closed
    return (
        use.at - scope.first <= 3
        and scope.norm(scope.first) in closed.prepositions
        and closed.complementizers.get(scope.norm(use.end)) == "whether"
    )


def _is_document(scope: Scope, use: CueUse) -> bool:
    """ "Uit het verslag dat X schreef, blijkt dat …": the text of another cue, and a relative."""
    before = scope.norms[max(scope.first, use.at - 3) : use.at]
    return any(
        other.at > use.at and not other.hearers.documents.isdisjoint(before)
        for other in scope.uses
        if other.hearers.documents
    )


def _light_verb_subject(scope: Scope, use: CueUse) -> Source | None:
    """ "X kwam met het bericht dat", "Radio X carried the report that": the clause's subject."""
    reading = scope.reading
    if use.cue.act.value not in ("report", "announce", "claim", "warn", "say"):
        return None
    left = contents.left_boundary(reading, use.at, scope.first)
    best: NounPhrase | None = None
    for phrase in reading.phrases_in(max(left + 1, scope.first), use.at):
        if phrase.kind in (
            PhraseKind.BODY,
            PhraseKind.PERSON,
            PhraseKind.METONYM,
            PhraseKind.CAPITAL,
            PhraseKind.COUNTRY,
            PhraseKind.UNNAMED_BODY,
        ):
            if phrase.first > scope.first and scope.norm(phrase.first - 1) in (
                reading.profile.words.prepositions
            ):
                continue
            best = phrase
    return Source([best], best.first, best.last) if best is not None else None


def _place_it_comes_from(scope: Scope, use: CueUse) -> Source | None:
    """ "Uit Oslo kwam de verzekering dat …", "From Oslo came word that …": a capital that opens
    the sentence behind its preposition, right before the verb."""
    reading, closed = scope.reading, scope.closed
    if scope.norm(scope.first) not in closed.prepositions:
        return None
    for phrase in reading.phrases_in(scope.first + 1, min(scope.first + 3, use.at)):
        if phrase.kind is _CAPITAL and scope.norm(phrase.last) not in closed.function_words:
            return Source([phrase], phrase.first, phrase.last)
    return None


def _subject_after(scope: Scope, use: CueUse) -> Source | None:
    """ "Met de opmerking dat …, sloot X": the subject of the main clause that follows."""
    reading, closed = scope.reading, scope.closed
    if scope.norm(scope.first) not in closed.prepositions or use.at - scope.first > 4:
        return None
    comma = next(
        (i for i in range(use.end, scope.last) if scope.text(i) == "," and not reading.quoted[i]),
        scope.last,
    )
    for phrase in reading.phrases_in(comma, scope.last):
        if phrase.kind not in (PhraseKind.PLACE, PhraseKind.DEMONYM) and (
            phrase.first <= comma + 2
        ):
            return Source([phrase], phrase.first, phrase.last)
        break
    return None


def _noun_content(
    scope: Scope, use: CueUse, at: int, apart: bool = False
) -> tuple[list[Range], bool]:
    reading = scope.reading
    quotation = reading.opening.get(at)
    if quotation is not None and (
        quotation.after >= scope.last - 1 or quotation.closing - quotation.first > 3
    ):
        return [contents.inside(reading, quotation)], True
    end = scope.last
    closed = reading.profile.words
    subject = not (apart and closed.auxiliaries.get(scope.norm(at - 2)) == "be") and not any(
        (scope.norm(i) in closed.auxiliaries and scope.norm(i) not in closed.possessives)
        or contents.is_finite(reading, i)
        for i in range(scope.first, use.at)
    )
    if subject:
        end = _before_main_verb(scope, at)
    content = contents.trim(reading, at, before_aside(scope, use, at, end))
    return [content], False


def _before_main_verb(scope: Scope, at: int) -> int:
    """The end of a noun's content where the noun is its sentence's subject: before the comma that
    closes it, or before the second finite verb, which is the main clause's."""
    reading, closed = scope.reading, scope.closed
    seen = scope.norm(at) in closed.to or scope.norm(at) in closed.om
    previous = -9
    for i in range(at, scope.last):
        if reading.quoted[i]:
            continue
        if scope.text(i) == "," and i > at + 2:
            return i
        if scope.norm(i) in closed.auxiliaries or contents.is_finite(reading, i):
            if seen and i - previous > 2 and not closed.verb_second:
                return i
            seen, previous = True, i
    return scope.last


def that_is_what(scope: Scope, use: CueUse) -> Attribution | None:
    """S. Dat zei SOURCE | S. That is what SOURCE said: the content is the sentence before."""
    reading, closed = scope.reading, scope.closed
    takes_up = use.end < scope.last and scope.norms[use.end] in closed.anaphors
    if not takes_up and scope.norms[scope.first] not in closed.anaphors:
        return None
    if use.negated or scope.number == 0:
        return None
    if reading.quoted[scope.first]:
        return None  # "“… That is what we do,” X said"
    if takes_up and not use.passive and _announces_it(scope, use):
        source: Source | None = subject_of(scope, use)
        return _previous_sentence(scope, use, source)
    if scope.norms[scope.first] not in closed.anaphors or use.finite > scope.first + 14:
        return None
    if closed.verb_second and use.finite > scope.first + 2 and scope.text(use.finite - 1) == ",":
        return None  # "Dat de brug dicht is, bevestigde X": a clause of its own
    if use.passive:
        source = agent_of(scope, use)
    elif use.hearers.documents:
        source = document_of(scope, use)
    elif use.finite == scope.first + 1:
        source = sources.after(reading, use, scope.last)
    else:
        source = sources.before(reading, use, scope.first + 1)
    return _previous_sentence(scope, use, source)


def _announces_it(scope: Scope, use: CueUse) -> bool:
    """ "X announced this on Tuesday": nothing else is said that takes up the sentence before."""
    closed, norms, timed = scope.closed, scope.norms, scope.reading.timed
    if use.form not in _FINITE or norms[use.end] in closed.light:
        return False
    after, limit = use.end + 1, min(scope.last, use.end + TAIL)
    while after < limit and (
        norms[after] in closed.light
        or timed[after]
        or after in use.companions
        or (norms[after] in closed.prepositions and timed[after + 1])
    ):
        after += 1
    if any(i >= after for i in use.companions):
        return False
    return scope.text(after) in (".", "") or (
        scope.norm(after) in closed.prepositions
        and not contents.has_finite(scope.reading, after, scope.last, present=True)
    )


def _previous_sentence(scope: Scope, use: CueUse, source: Source | None) -> Attribution | None:
    reading = scope.reading
    previous = reading.tokens.sentences[scope.number - 1]
    if (
        source is None
        or reading.tokens.sentence_blocks[scope.number - 1]
        != (reading.tokens.sentence_blocks[scope.number])
    ):
        return None
    first, last = contents.trim(reading, *previous)
    quotation = reading.opening.get(first)
    direct = quotation is not None and quotation.after >= last
    content = [contents.inside(reading, quotation)] if direct and quotation else [(first, last)]
    return attribute("that is what", scope, use, source, content, direct, None)
