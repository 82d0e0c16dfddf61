"""Sources: the noun phrase that a cue attributes its content to.

In: a reading with its noun phrases, and a cue. Out: :class:`Source`, the phrases and the stretch
of tokens that name the speaker, or None where the clause names none. Knows the order of subject and
verb; not which actor a phrase means, and nothing of contents.
"""

from __future__ import annotations

from attrs import define, field

from newsmodel.parsing.atoms import OPENING_MARKS
from newsmodel.parsing.cues import CueUse
from newsmodel.parsing.documents import author_behind, authored_before, document_at
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading

#: How long the aside between a subject and its verb may be, in tokens.
ASIDE_REACH = 34
#: How far a subject may stand from its verb, in tokens that are no part of it.
SUBJECT_REACH = 14
#: How many people a city must have to be taken for its authorities.
METROPOLIS = 1_000_000
#: As plain names, which cost less to read than members of their class.
_PERSON, _ROLE, _NAME, _BODY = (
    PhraseKind.PERSON,
    PhraseKind.ROLE,
    PhraseKind.NAME,
    PhraseKind.BODY,
)
_UNNAMED_BODY = PhraseKind.UNNAMED_BODY
_PLACE, _PRONOUN, _DEMONYM = PhraseKind.PLACE, PhraseKind.PRONOUN, PhraseKind.DEMONYM
#: Marks that can close an aside, and such as part a subject from what follows it.
_ASIDE_MARKS = frozenset({",", "–", "—", "-", ")"})
_PARTING_MARKS = frozenset({",", ";", ":"})
_CLOSERS = frozenset("\"”“»'’)") | {"''"}
#: How far before its cue a source that is described can begin, in tokens.
DESCRIPTION_REACH = 14


@define(slots=True, eq=False)
class Source:
    """Who speaks: one phrase, or several joined by "and"; ``first`` to ``last`` as tokens."""

    phrases: list[NounPhrase]
    first: int
    last: int
    relative: bool = field(default=False)
    #: Whether its words alone, and no phrase that the text has, make it up.
    plain: bool = field(default=False)


def behind(use: CueUse, source: Source) -> int:
    """Where what a cue takes can start: behind it, and behind its subject where that follows."""
    return source.last if source.first > use.at and source.last > use.end else use.end


def before(reading: Reading, use: CueUse, floor: int) -> Source | None:
    """The subject that stands before the verb group of a cue, not left of token ``floor``."""
    norms, words = reading.tokens.norms, reading.tokens.words
    end = use.finite if 0 <= use.finite < use.start else use.start
    end = _skip_light_back(reading, end, floor)
    if end <= floor:
        return None
    if words[end - 1] in _ASIDE_MARKS:
        exact = _bracketed(reading, end, floor) if words[end - 1] == ")" else None
        if exact is not None:
            return _whole(reading, exact, floor, False)
        return _across_parenthesis(reading, end - 1, floor)
    relative = norms[end - 1] in reading.profile.words.relatives
    if relative:
        # "the general, who leads the mission, said": the relative's own antecedent speaks.
        end -= 1
        if end > floor and words[end - 1] == ",":
            end -= 1
    phrases = reading.phrases_in(floor, end)
    authored = authored_before(reading, phrases, end, floor)
    if authored is not None:
        return Source([authored[0]], authored[1], end)
    phrase = _ending_at(reading, phrases, end, floor) or _pronominal(reading, end, floor)
    if phrase is None and relative:
        phrase = _antecedent(reading, end, floor)
    if phrase is None:
        return None
    return _whole(reading, phrase, floor, relative)


def _antecedent(reading: Reading, end: int, floor: int) -> NounPhrase | None:
    """ "praise from X, who said": the phrase right before a relative, governed or not."""
    found = [
        p
        for p in reading.phrases_in(max(floor, end - 12), end)
        if p.last == end and p.kind is not _PLACE and p.kind is not _PRONOUN
    ]
    return min(found, key=lambda p: p.first, default=None)


def described(reading: Reading, use: CueUse, floor: int) -> Source | None:
    """ "two people familiar with the talks said": the phrase that a word with a preposition
    describes up to the cue, where it opens its clause."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    end = _skip_light_back(reading, min(use.start, use.finite), floor)
    for phrase in reversed(reading.phrases_in(max(floor, end - DESCRIPTION_REACH), end)):
        at = phrase.last
        if closed.verb_second or phrase.kind is not _ROLE or at + 2 > end:
            continue
        if (
            _opens_clause(reading, phrase.first, floor)
            and words[at][0].islower()
            and norms[at] not in closed.function_words
            and norms[at + 1] in closed.prepositions
            and not any(
                words[j] in ",;:" or norms[j] in closed.auxiliaries or reading.quoted[j]
                for j in range(at, end)
            )
        ):
            return _whole(reading, phrase, floor, False)
    return None


def _pronominal(reading: Reading, end: int, floor: int) -> NounPhrase | None:
    """ "others said", "both say", "the letter says": an indefinite pronoun, or a text that says."""
    norms, closed = reading.tokens.norms, reading.profile.words
    noun = end - 1
    first = noun
    aged = reading.tokens.words[noun][0].isdigit() and "-" in norms[noun]
    if norms[noun] in closed.documents or aged:
        while first > floor and noun - first < 4 and norms[first] not in closed.determiners:
            first -= 1
        if norms[first] not in closed.determiners or (
            first > floor and norms[first - 1] in closed.prepositions
        ):
            return None
    elif norms[noun] not in closed.indefinite_pronouns or (
        noun > floor
        and (
            norms[noun - 1] in closed.prepositions
            or (norms[noun - 1] in closed.determiners and norms[noun - 1] not in closed.light)
        )
    ):
        return None
    return NounPhrase(
        first,
        end,
        noun,
        end,
        _ROLE,
        name=reading.tokens.slice(first, end),
        definite=norms[first] in closed.definite,
    )


def _bracketed(reading: Reading, end: int, floor: int) -> NounPhrase | None:
    """The phrase that ends right at ``end`` with its bracket."""
    return next(
        (
            p
            for p in reversed(reading.phrases_in(max(floor, end - 12), end))
            if p.last == end and p.kind is not _PLACE
        ),
        None,
    )


def after(reading: Reading, use: CueUse, ceiling: int) -> Source | None:
    """The subject that follows the finite verb of a cue (inversion), left of ``ceiling``."""
    start = use.end if use.start <= use.finite < use.end else use.finite + 1
    if reading.quoted[use.at - 1] or reading.tokens.words[use.at - 1] == ",":
        while start in use.companions:
            start += 1  # "“Q,” chimed in X"
    found = starting_at(reading, start, ceiling)
    if found is not None and not _may_be_subject(reading, found.phrases[0]):
        return None  # "Dat zei haar niets"
    return found


def _may_be_subject(reading: Reading, phrase: NounPhrase) -> bool:
    return phrase.kind is not _PRONOUN or is_subject_pronoun(reading, phrase)


def starting_at(reading: Reading, start: int, ceiling: int) -> Source | None:
    """The source whose phrase starts at ``start``, light words and quotation marks apart."""
    words = reading.tokens.words
    at = start
    while at < ceiling and _is_light(reading, at):
        at += 1
    text = best = document_at(reading, at, ceiling)
    for phrase in reading.phrases_in(at, min(ceiling, at + 12)):
        if phrase.kind is _PLACE:
            if phrase.first <= at < phrase.last and best is None:
                if phrase.first == at == start and phrase.head_last - phrase.head_first == 1:
                    return joined(reading, _speaking_place(phrase), ceiling)
                return None
            continue
        if phrase.first > at + (1 if words[at] in OPENING_MARKS else 0):
            break
        if best is None or phrase.last > best.last:
            best = phrase  # "Norway's foreign minister", not "Norway"
    if text is not None and best is text:
        return _by_author(reading, text, ceiling)
    return joined(reading, best, ceiling) if best is not None else None


def document(reading: Reading, at: int, ceiling: int) -> Source | None:
    """The text that starts at ``at`` and says something, or its author."""
    text = document_at(reading, at, ceiling, bare=True)
    return _by_author(reading, text, ceiling) if text is not None else None


def _by_author(reading: Reading, text: NounPhrase, ceiling: int) -> Source:
    author = author_behind(reading, text.last, ceiling)
    if author is not None:
        return Source([author], text.first, author.last)
    return joined(reading, text, ceiling)


def _speaking_place(phrase: NounPhrase) -> NounPhrase:
    """ "said Houston": a town's name right where a subject stands is a surname, unless the town is
    so large that it may stand for those who govern it."""
    large = phrase.sense is not None and phrase.sense.population >= METROPOLIS
    phrase.kind = PhraseKind.CAPITAL if large else _NAME
    phrase.country = phrase.country if large else None
    return phrase


def _is_light(reading: Reading, i: int) -> bool:
    """Words that may stand between subject and verb without being either."""
    if reading.quoted[i]:
        return False
    norm, closed = reading.tokens.norms[i], reading.profile.words
    return (
        norm in closed.light
        or norm in closed.reflexives
        or norm in closed.negations
        or bool(reading.timed[i])
    )


def _skip_light_back(reading: Reading, end: int, floor: int) -> int:
    while end > floor and _is_light(reading, end - 1):
        end -= 1
    if (
        end > floor
        and reading.timed[end]
        and reading.tokens.norms[end - 1] in reading.profile.words.prepositions
    ):
        end -= 1
    return end


def _ending_at(
    reading: Reading, phrases: list[NounPhrase], end: int, floor: int
) -> NounPhrase | None:
    """The phrase that is the subject of a verb at ``end``: the nearest one before it which no
    preposition governs, with nothing between but what can belong to it."""
    right = end
    for phrase in reversed(phrases):
        last = phrase.last
        if last > end or phrase.kind is _PLACE or not _may_be_subject(reading, phrase):
            continue
        if right - last > SUBJECT_REACH or phrase.first < floor:
            return None
        owning = reading.tokens.norms[last] in ("'s", "'")
        if owning and right - last > 6:
            return None
        if not owning and last < right and not _belongs_between(reading, last, right):
            return None
        governor = phrase.first - 1
        if governor < floor or not _governed(reading, governor, phrase):
            return None if owning else phrase
        right = governor
    return None


def _governed(reading: Reading, governor: int, phrase: NounPhrase) -> bool:
    norms, closed = reading.tokens.norms, reading.profile.words
    if governor and norms[governor - 1] in closed.articles:
        return False  # "in the past officers have complained": a noun there
    if norms[governor] in closed.prepositions and (
        norms[governor] not in closed.subordinators or bool(reading.nominal[governor - 1])
    ):
        return True
    # "Gallup's Frank Jones" is whoever is named; "Gallup's report" is no subject of its own.
    return norms[governor] == "'s" and phrase.kind is not _PERSON and phrase.kind is not _NAME


def _belongs_between(reading: Reading, first: int, last: int) -> bool:
    """Whether the tokens between a subject and what follows can all belong to the subject:
    its relative clause, its prepositional phrases; no other finite verb, no mark."""
    norms, words, closed = reading.tokens.norms, reading.tokens.words, reading.profile.words
    i = first
    while i < last:
        norm = norms[i]
        if words[i] in _PARTING_MARKS or reading.quoted[i]:
            return False
        if norm in closed.relatives:
            return True
        if norm in closed.auxiliaries or norm in closed.complementizers:
            return False
        if norm in closed.coordinators:
            return False
        i += 1
    if not (
        norms[first] in closed.prepositions
        or _is_light(reading, first)
        or norms[first] in closed.both
    ):
        # What follows a subject directly must open a phrase of its own.
        return last - first <= 2 and norms[first] not in closed.function_words
    return True


def _across_parenthesis(reading: Reading, close: int, floor: int) -> Source | None:
    """ "X, who leads the mission, said": the subject before the mark that opens the aside.

    The aside may hold commas of its own: the nearest phrase that ends right before one of the
    marks, and that no preposition governs, is the subject.
    """
    words, norms, closed = reading.tokens.words, reading.tokens.norms, reading.profile.words
    mark = words[close]
    if mark == ")":
        opening = next((i for i in range(close - 1, floor - 1, -1) if words[i] == "("), -1)
        if opening <= floor:
            return None
        phrase = _ending_at(reading, reading.phrases_in(floor, opening), opening, floor)
        return _whole(reading, phrase, floor, False) if phrase else None
    for phrase in reversed(reading.phrases_in(max(floor, close - ASIDE_REACH), close)):
        if phrase.head_last > close or phrase.kind is _PLACE:
            continue
        if phrase.last > close or words[phrase.last] != mark:
            if words[phrase.head_last] != mark or phrase.kind is not _PERSON:
                continue
        if reading.quoted[phrase.head_last]:
            return None
        if phrase.first > floor and norms[phrase.first - 1] in closed.prepositions:
            holder = _of_whom(reading, phrase, floor)
            if holder is not None and words[phrase.last] == mark:
                return _whole(reading, holder, floor, False)
            continue
        if phrase.first > floor and norms[phrase.first - 1] in closed.and_:
            # "X and Y, both …, said"; but not "X's ministry of A and B, which …"
            whole = _whole(reading, phrase, floor, False)
            alike = whole.phrases[0].kind is phrase.kind and len(whole.phrases) > 1
            opens = alike and _opens_clause(reading, whole.first, floor)
            if opens and phrase.last != close:
                return whole
            continue
        if phrase.last == close and phrase.head_last < phrase.last and phrase.kind is _PERSON:
            return _whole(reading, phrase, floor, False)
        if phrase.last == close and not _names_apposition(reading, phrase, floor):
            continue
        if phrase.kind is _PRONOUN or phrase.kind is _DEMONYM:
            continue
        return _whole(reading, phrase, floor, False)
    return None


def _opens_clause(reading: Reading, first: int, floor: int) -> bool:
    """Whether only a mark or a conjunction can stand right before a subject at ``first``."""
    norms, closed = reading.tokens.norms, reading.profile.words
    return first == floor or (
        norms[first - 1] in closed.complementizers
        or norms[first - 1] in closed.coordinators
        or not reading.tokens.words[first - 1][0].isalnum()
    )


def _of_whom(reading: Reading, phrase: NounPhrase, floor: int) -> NounPhrase | None:
    """ "the chief of X, who …, said": the noun for a person that an "of" joins to a phrase, where
    it opens the clause."""
    preposition = phrase.first - 1
    if reading.tokens.norms[preposition] not in reading.profile.words.of:
        return None
    return next(
        (
            p
            for p in reading.phrases_in(max(floor, preposition - 6), preposition)
            if p.last == preposition and p.kind is _ROLE and p.first == floor
        ),
        None,
    )


def _names_apposition(reading: Reading, phrase: NounPhrase, floor: int) -> bool:
    """ "a delegate from Ohio, Jim Poole, said": the aside is the speaker's name itself."""
    if phrase.kind is _BODY and phrase.first < phrase.head_first:
        # "Its owner, the company Delta Shipping, said": the name, and not the noun before it.
        comma = phrase.first - 1
        if reading.tokens.norms[comma - 1] in reading.profile.words.articles:
            comma -= 2  # "het Gentse bedrijf X": an adjective that no list has
        return any(
            p.last == comma and (p.kind is _ROLE or p.kind is _UNNAMED_BODY)
            for p in reading.phrases_in(max(floor, comma - 6), comma)
        )
    if phrase.kind is not _PERSON and phrase.kind is not _NAME:
        return False
    if phrase.first < phrase.head_first and phrase.kind is _PERSON:
        return True
    return phrase.head_last - phrase.head_first > 1 and (
        phrase.first > floor and reading.tokens.words[phrase.first - 1] == ","
    )


def _whole(reading: Reading, phrase: NounPhrase, floor: int, relative: bool) -> Source:
    """The source with the phrases that "and" joins to its left."""
    norms, closed = reading.tokens.norms, reading.profile.words
    phrases = [phrase]
    first = phrase.first
    while first - 2 >= floor and norms[first - 1] in closed.and_:
        left = next(
            (
                p
                for p in reading.phrases_in(max(floor, first - 8), first - 1)
                if p.last == first - 1 and _can_join(p, phrase)
            ),
            None,
        )
        if left is None:
            break
        phrases.insert(0, left)
        first = left.first
    if first > floor and norms[first - 1] in closed.both:
        first -= 1
    return Source(phrases, first, phrase.last, relative)


def joined(reading: Reading, phrase: NounPhrase, ceiling: int) -> Source:
    """The source with the phrases that "and" joins to its right."""
    norms, closed = reading.tokens.norms, reading.profile.words
    phrases = [phrase]
    last = phrase.last
    while last + 1 < ceiling and norms[last] in closed.and_:
        right = next(
            (
                p
                for p in reading.phrases_in(last + 1, min(ceiling, last + 6))
                if p.first == last + 1 and _can_join(p, phrase)
            ),
            None,
        )
        if right is None:
            break
        phrases.append(right)
        last = right.last
    return Source(phrases, phrase.first, last)


_PEOPLE, _NO_PARTNERS = (_PERSON, _NAME, _ROLE), (_PRONOUN, _PLACE)


def _can_join(one: NounPhrase, other: NounPhrase) -> bool:
    if one.kind in _PEOPLE:
        return other.kind in _PEOPLE or other.kind is _BODY
    return one.kind not in _NO_PARTNERS and other.kind not in _NO_PARTNERS


def is_subject_pronoun(reading: Reading, phrase: NounPhrase) -> bool:
    """Whether a pronoun can be a subject, and one that speaks."""
    pronoun = reading.profile.words.pronouns.get(reading.tokens.norms[phrase.head_first])
    return pronoun is not None and pronoun.subject
