"""The whole parse: runs the stages in their order and puts an article together.

In: a text. Out: an :class:`~newsmodel.model.Article`, or a reading for those who only want a part.

    text → blocks → tokens and sentences → quotations → times, quantities
         → names → noun phrases → statements → actors → deployments → Article
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from operator import attrgetter, itemgetter

from newsmodel.errors import ModelError, ParseError, UnsupportedLanguageError
from newsmodel.languages import LANGUAGES, Lexicon, Profile, load_profile
from newsmodel.model import (
    EDTF,
    Actor,
    Article,
    BlockKind,
)
from newsmodel.parsing import (
    actors,
    assembly,
    blocks,
    deployments,
    names,
    nounphrases,
    quantities,
    quotations,
    statements,
    times,
)
from newsmodel.parsing.blocks import Span
from newsmodel.parsing.language import recognise
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.tokens import Tokens, tokenize

Published = date | datetime | EDTF | str | None

#: Blocks whose sentences are read for facts.
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION})
#: Blocks that can say when the article was published.
_DATED = (BlockKind.HEADER, BlockKind.DATELINE, BlockKind.BYLINE)
#: What every date of a publication has.
_DIGIT = re.compile(r"\d")
_head_first = attrgetter("head_first")
_second = itemgetter(1)
#: As plain names, which are asked for with every phrase.
_PERSON, _NAME = nounphrases.PhraseKind.PERSON, nounphrases.PhraseKind.NAME
_PRONOUN = nounphrases.PhraseKind.PRONOUN
_TOWNS = frozenset({nounphrases.PhraseKind.PLACE, nounphrases.PhraseKind.CAPITAL})


def parse(
    text: str,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> Article:
    """Everything that the text tells, as an article."""
    profile = choose_profile(text, language, tuple(lexicons))
    day = as_edtf(published)
    spans = blocks.find(text, profile)
    if day is None:
        day = publication(text, spans, profile)
    reading = read(text, profile, day, spans)
    found = statements.find(reading)
    cast = actors.Resolver(reading, found, tuple(known)).resolve()
    found = [attribution for attribution in found if id(attribution) not in cast.dropped]
    return assembly.article(reading, found, cast, day, deployments.find(reading, found, cast, day))


def choose_profile(text: str, language: str | None, lexicons: tuple[Lexicon, ...] = ()) -> Profile:
    """The profile of the language asked for, or of the one that the text is in.

    Raises :class:`~newsmodel.errors.UnsupportedLanguageError` where there is none, and
    ``TypeError`` where the text is no string.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if language is not None and not isinstance(language, str):
        raise TypeError(f"language must be a str or None, not {type(language).__name__}")
    supported = tuple(dict.fromkeys((*LANGUAGES, *(lexicon.code for lexicon in lexicons))))
    if language is None:
        code = recognise(text, _telling_words(supported, lexicons))
        return _profile(code or supported[0], lexicons)
    code = language.casefold().split("-")[0]
    if code not in supported:
        raise UnsupportedLanguageError(language, supported)
    return _profile(code, lexicons)


@lru_cache(maxsize=8)
def _telling_words(
    supported: tuple[str, ...], lexicons: tuple[Lexicon, ...]
) -> dict[str, frozenset[str]]:
    """By language, the words that none of the other languages has."""
    words = {code: _own_words(_profile(code, lexicons)) for code in supported}
    return {
        code: own.difference(*(words[other] for other in supported if other != code))
        for code, own in words.items()
    }


def _own_words(profile: Profile) -> frozenset[str]:
    words = profile.words
    roles = (word for word, rests in profile.roles.by_first.items() if not rests[-1][0])
    known = (profile.cues, roles, profile.moves, profile.past_words)
    return words.recognition.union(words.function_words, *known)


@lru_cache(maxsize=32)
def _profile(code: str, lexicons: tuple[Lexicon, ...]) -> Profile:
    own = [lexicon for lexicon in lexicons if lexicon.code == code]
    extra: Lexicon | None = None
    for lexicon in own:
        extra = lexicon if extra is None else extra.merged(lexicon)
    return load_profile(code, extra)


def as_edtf(published: Published) -> EDTF | None:
    """A publication date as EDTF.

    Raises :class:`~newsmodel.errors.ParseError` where a string is not valid EDTF.
    """
    if published is None or isinstance(published, EDTF):
        return published
    if isinstance(published, datetime):
        return EDTF(published.date().isoformat())
    if isinstance(published, date):
        return EDTF(published.isoformat())
    if not isinstance(published, str):
        raise TypeError(
            "published must be a date, a datetime, an EDTF string or None, "
            f"not {type(published).__name__}"
        )
    try:
        return EDTF(published)
    except ModelError as error:
        raise ParseError(
            f"published={published!r} is not a date: {error}",
            expected="an EDTF value such as '2022-12-19' or '2022-12'",
        ) from error


def publication(text: str, spans: list[Span], profile: Profile) -> EDTF | None:
    """When the article says that it was published: the first date of its header or dateline."""
    for span in spans[:12]:
        if span.kind in _DATED and _DIGIT.search(text, span.start, span.end):
            tokens = cut(text[span.start : span.end], profile)
            for found in times.find(tokens, profile, None):
                value = found.reference.value if found.reference is not None else None
                if value is not None and len(str(value)) in (7, 10) and "/" not in str(value):
                    return EDTF(str(value).rstrip("?~%"))
    return None


def read(text: str, profile: Profile, day: EDTF | None, spans: list[Span]) -> Reading:
    """A text with its quotations, times, quantities and noun phrases."""
    tokens = cut(text, profile, [(s.start, s.end) for s in spans])
    bounds = _token_ranges(tokens)
    running = [
        number
        for number, block in enumerate(tokens.sentence_blocks)
        if spans[block].kind in _RUNNING
    ]
    quotes = quotations.find(tokens, bounds)
    found_times = times.find(tokens, profile, day)
    reading = Reading(
        tokens=tokens,
        profile=profile,
        blocks=spans,
        running=running,
        quotations=quotes,
        quoted=_quoted(tokens, quotes),
        times=found_times,
        quantities=quantities.find(tokens, profile),
        timed=_marked(tokens, found_times),
    )
    for quotation in quotes:
        if quotation.depth == 0:
            reading.opening[quotation.opening] = quotation
            if quotation.closed:
                reading.closing[quotation.closing] = quotation
    _noun_phrases(reading)
    return reading


def cut(text: str, profile: Profile, ranges: list[tuple[int, int]] | None = None) -> Tokens:
    """The tokens and sentences of a text in the language of a profile."""
    words = profile.words
    return tokenize(
        text, words.abbreviations, words.number_abbreviations, ranges, words.function_words
    )


def _noun_phrases(reading: Reading) -> None:
    counted = _marked(reading.tokens, reading.quantities)
    finder = names.NameFinder(reading.tokens, reading.profile, reading.timed, counted)
    builder = nounphrases.PhraseBuilder(reading.tokens, reading.profile, counted, finder.classes)
    for number in reading.running:
        first, last = reading.tokens.sentences[number]
        reading.phrases += builder.build(finder.find(first, last), first, last)
    _name_surnames(reading)
    reading.phrases.sort(key=_head_first)
    reading.phrase_starts = list(map(_head_first, reading.phrases))
    reading.nominal = nominal = bytearray(len(reading.tokens) + 1)
    for phrase in reading.phrases:
        if phrase.kind is not _PRONOUN:
            first, last = phrase.noun_first, phrase.head_last
            if first < 0:
                first = phrase.head_first
            nominal[first] = 1
            if last - first > 1:
                nominal[first:last] = b"\1" * (last - first)


def _name_surnames(reading: Reading) -> None:
    """A word that is a town's name is a surname where the text has named somebody with it."""
    norms = reading.tokens.norms
    people = [phrase for phrase in reading.phrases if phrase.kind is _PERSON]
    if not people:
        return
    long = _surnames_with_particles(reading, people)
    if long:
        for phrase in reading.phrases:
            if phrase.kind is _NAME:
                _lengthen(reading, phrase, long.get(norms[phrase.head_last - 1], ()))
    surnames = {phrase.name.split()[-1] for phrase in people if " " in phrase.name}
    if not surnames:
        return
    for phrase in reading.phrases:
        if phrase.name in surnames and phrase.kind in _TOWNS:
            before = norms[phrase.first - 1] if phrase.first else ""
            if before not in reading.profile.words.locative_prepositions:
                phrase.kind, phrase.country, phrase.sense = _NAME, None, None
                phrase.actor = None


def _surnames_with_particles(
    reading: Reading, people: list[nounphrases.NounPhrase]
) -> dict[str, list[tuple[str, ...]]]:
    """The surnames of several words that the text has, by their last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in people:
        if phrase.head_last - phrase.head_first > 2:
            surname = tuple(reading.tokens.norms[phrase.head_first + 1 : phrase.head_last])
            if surname[0] in reading.profile.words.particles:
                found.setdefault(surname[-1], []).append(surname)
    return found


def _lengthen(
    reading: Reading, phrase: nounphrases.NounPhrase, surnames: Iterable[tuple[str, ...]]
) -> None:
    """ "Van den Berg" at a sentence's start, where its capital tells nothing: all of it a name."""
    for surname in surnames:
        first = phrase.head_last - len(surname)
        if first >= 0 and tuple(reading.tokens.norms[first : phrase.head_last]) == surname:
            phrase.first = phrase.head_first = min(first, phrase.head_first)
            phrase.name = reading.tokens.slice(phrase.head_first, phrase.head_last)


def _token_ranges(tokens: Tokens) -> list[tuple[int, int]]:
    """The tokens of each block."""
    sentences, numbers = tokens.sentences, tokens.sentence_blocks
    ends = dict(zip(numbers, map(_second, sentences), strict=True))
    starts = [sentences[bisect_left(numbers, block)][0] for block in ends]
    return list(zip(starts, ends.values(), strict=True))


def _quoted(tokens: Tokens, quotes: list[quotations.Quotation]) -> bytearray:
    marks = bytearray(len(tokens) + 1)
    for quotation in quotes:
        if quotation.depth == 0:
            length = quotation.after - quotation.opening
            marks[quotation.opening : quotation.after] = b"\1" * length
    return marks


def _marked(
    tokens: Tokens, found: list[times.TimeSpan] | list[quantities.QuantitySpan]
) -> bytearray:
    """Marks the tokens that belong to one of the stretches."""
    marks = bytearray(len(tokens) + 1)
    for span in found:
        marks[span.first : span.last] = b"\1" * (span.last - span.first)
    return marks
