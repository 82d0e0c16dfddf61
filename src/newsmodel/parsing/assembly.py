"""Assembly: from what the stages found to the values of the model.

In: a reading, its attributions, its cast, and its deployments. Out: an article. It decides only
what follows from the words of a statement itself: its kind, its certainty, its quoted parts.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import starmap

from newsmodel.languages.profile import Profile
from newsmodel.model import (
    EDTF,
    Actor,
    Article,
    Block,
    BlockKind,
    Certainty,
    Excerpt,
    Polarity,
    SpeechAct,
    Statement,
    StatementKind,
    TimeReference,
)
from newsmodel.parsing import actors
from newsmodel.parsing.actors import Cast
from newsmodel.parsing.deployments import Deployments
from newsmodel.parsing.quotations import Quotation
from newsmodel.parsing.reading import Reading
from newsmodel.parsing.statements import Attribution

#: As plain names, which are asked for with every block and every statement.
_HEADLINE = BlockKind.HEADLINE
_DIRECT, _INDIRECT, _MIXED = StatementKind.DIRECT, StatementKind.INDIRECT, StatementKind.MIXED
_CERTAIN, _AFFIRMED, _DENIED = Certainty.CERTAIN, Polarity.AFFIRMED, Polarity.DENIED


def article(
    reading: Reading,
    attributions: list[Attribution],
    cast: Cast,
    published: EDTF | None,
    deployments: Deployments,
) -> Article:
    """The article of a reading."""
    text = reading.tokens.text
    actors.build(reading, cast)
    made = [
        statement(reading, attribution, cast, f"s{number}")
        for number, attribution in enumerate(attributions, start=1)
    ]
    by_attribution = {id(a): s for a, s in zip(attributions, made, strict=True)}
    blocks = tuple(
        [
            Block(kind=span.kind, excerpt=Excerpt.of(text, span.start, span.end))
            for span in reading.blocks
        ]
    )
    headline = next((b.excerpt for b in blocks if b.kind is _HEADLINE), None)
    return Article(
        text=text,
        language=reading.profile.code,
        published=published,
        headline=headline,
        blocks=blocks,
        actors=tuple(cast.actors.values()),
        statements=tuple(made),
        deployments=deployments.build(cast, by_attribution),
        unattributed=unattributed(reading, made),
    )


def statement(reading: Reading, attribution: Attribution, cast: Cast, identifier: str) -> Statement:
    """One statement of the model."""
    content = tuple(starmap(reading.excerpt, attribution.content))
    source = attribution.source
    speakers = _speakers(cast, attribution)
    via = None
    if attribution.via is not None:
        via = cast.actor(cast.by_phrase.get(id(attribution.via)))
        via = None if via in speakers else via
    quotes = quoted_parts(reading, attribution)
    source_excerpt: Excerpt | None = None
    if source is not None:
        source_excerpt = reading.excerpt(source.first, source.last)
    elif attribution.possessor is not None:
        source_excerpt = reading.excerpt(attribution.possessor, attribution.possessor + 1)
    return Statement(
        id=identifier,
        speakers=speakers,
        source=source_excerpt or (None if speakers else content[0]),
        cue=_excerpts(reading, attribution.cue_tokens),
        content=content,
        quotations=_inner(reading, quotes) if quotes else (),
        kind=_kind(reading, attribution, quotes),
        act=_act(reading, attribution),
        polarity=_polarity(attribution),
        certainty=_certainty(reading, attribution),
        via=via,
        time=_time(reading, attribution),
        pattern=attribution.pattern,
    )


def _speakers(cast: Cast, attribution: Attribution) -> tuple[Actor, ...]:
    """Who says it, each actor once."""
    found: dict[str, Actor] = {}
    for draft in cast.speakers.get(id(attribution), ()):
        actor = cast.actor(draft)
        if actor is not None:
            found[actor.id] = actor
    return tuple(found.values())


def _polarity(attribution: Attribution) -> Polarity:
    """Whether the source says that it is so: "denies that" and "does not think that" are not."""
    cue = attribution.cue
    denies = cue is not None and cue.negates is not attribution.negated
    return _DENIED if denies else _AFFIRMED


def _act(reading: Reading, attribution: Attribution) -> SpeechAct:
    """The cue's act; for one that promises or states, what its content does; of one that denies,
    where it is negated itself, a claim ("does not rule out that")."""
    cue = attribution.cue
    if cue is None:
        return SpeechAct.SAY
    if cue.negates and attribution.negated:
        return SpeechAct.CLAIM
    if cue.state_act is None:
        return cue.act
    auxiliaries = reading.profile.words.auxiliaries
    kinds = {
        auxiliaries.get(reading.tokens.norms[i])
        for first, last in attribution.content
        for i in range(first, last)
    }
    return cue.state_act if "be" in kinds and "modal" not in kinds else cue.act


def quoted_parts(reading: Reading, attribution: Attribution) -> list[Quotation]:
    """The outermost quotations within a content, or around its parts where it is direct."""
    found: list[Quotation] = []
    quoted, opening = reading.quoted, reading.opening
    for first, last in attribution.content:
        at = quoted.find(1, max(0, first - 1), last)
        while at >= 0:
            quotation = opening.get(at)
            if quotation is not None and quotation.closing <= last + 1 and quotation not in found:
                found.append(quotation)
            at = quoted.find(1, at + 1 if quotation is None else quotation.after, last)
    return found


def _inner(reading: Reading, quotes: list[Quotation]) -> tuple[Excerpt, ...]:
    """What stands inside the marks of quotations."""
    return tuple([reading.excerpt(q.first, q.closing) for q in quotes if q.closing > q.first])


def _kind(reading: Reading, attribution: Attribution, quotes: list[Quotation]) -> StatementKind:
    if attribution.direct and _is_dialogue(reading, attribution):
        return _DIRECT
    if attribution.direct and all(
        reading.quoted[first] and first - 1 in reading.opening for first, _ in attribution.content
    ):
        return _DIRECT
    if not quotes:
        return _INDIRECT
    if attribution.pattern == "predicate":
        return _MIXED  # what something is called is what was said of it
    if any(not is_scare_quote(reading, q) for q in quotes):
        return _MIXED
    return _INDIRECT


def _is_dialogue(reading: Reading, attribution: Attribution) -> bool:
    """Direct speech that a dash opens: no mark stands around it."""
    first = attribution.content[0][0]
    return (
        not any(reading.quoted[first : attribution.content[0][1]])
        and first > 0
        and (reading.tokens.words[first - 1] in "–—-")
    )


def is_scare_quote(reading: Reading, quotation: Quotation) -> bool:
    """A term that is only called so: "known locally as “X”", "een “X” wordt genoemd"."""
    norms, so_called = reading.tokens.norms, reading.profile.words.so_called
    length = quotation.closing - quotation.first
    if length > 4:
        return False
    if _is_term(reading, quotation, length):
        return True
    before = norms[max(0, quotation.opening - 4) : quotation.opening]
    after = norms[quotation.after : quotation.after + 3]
    return any(word in so_called for word in (*before, *after))


def _is_term(reading: Reading, quotation: Quotation, length: int) -> bool:
    """ "the “gig economy” had", "een “veilige” zone": a noun or an adjective of the clause."""
    tokens, closed = reading.tokens, reading.profile.words
    before = quotation.opening - 1
    after = quotation.after
    if before < 0 or after >= len(tokens) or not tokens.words[after][0].isalnum():
        return False
    if tokens.norms[after] in closed.of:
        return False  # "the “full confidence” of X" says something of X
    if tokens.norms[before] in closed.complementizers:
        # "that “all parties” …", unless the word before it is the article "that".
        return tokens.norms[before - 1] in closed.complementizers
    if tokens.norms[before] in closed.definite or reading.quantities_at(before):
        return True
    following = tokens.norms[after]
    return (
        length == 1
        and tokens.norms[before] in closed.determiners
        and (following not in closed.function_words)
    )


def _certainty(reading: Reading, attribution: Attribution) -> Certainty:
    cue = attribution.cue
    if cue is not None:
        if cue.certainty is not _CERTAIN:
            return cue.certainty
        if attribution.negated and cue.negates:
            return Certainty.POSSIBLE
    words, norms, quoted = reading.profile.words, reading.tokens.norms, reading.quoted
    hedges = _hedges(reading.profile)
    hedged: list[tuple[int, int]] = []
    for first, last in attribution.content:
        if not hedges.isdisjoint(norms[first:last]):
            hedged += [
                (i, last) for i in range(first, last) if norms[i] in hedges and not quoted[i]
            ]
    if not hedged:
        return _CERTAIN
    if any(words.possible.match(norms, i, last) for i, last in hedged):
        return Certainty.POSSIBLE
    probable = any(words.probable.match(norms, i, last) for i, last in hedged)
    return Certainty.PROBABLE if probable else _CERTAIN


@lru_cache(maxsize=16)
def _hedges(profile: Profile) -> frozenset[str]:
    """The first words of all that makes a content less than certain."""
    words = profile.words
    return frozenset((*words.possible.by_first, *words.probable.by_first))


def _time(reading: Reading, attribution: Attribution) -> TimeReference | None:
    """When it was said: the time that stands next to the cue, outside the content."""
    if not attribution.cue_tokens:
        return None
    at = attribution.cue_tokens[0]
    first, last = reading.tokens.sentences[attribution.sentence]
    if reading.timed.find(1, first, last) < 0:
        return None
    best: tuple[int, TimeReference] | None = None
    for span in reading.times_in(first, last):
        if span.reference is None or any(a <= span.first < b for a, b in attribution.content):
            continue
        distance = abs(span.first - at)
        if distance <= 8 and (best is None or distance < best[0]):
            best = (distance, span.reference)
    return best[1] if best else None


def _excerpts(reading: Reading, tokens: tuple[int, ...]) -> tuple[Excerpt, ...]:
    """The excerpts of tokens, neighbours joined."""
    if len(tokens) == 1:
        return (reading.excerpt(tokens[0], tokens[0] + 1),)
    found: list[tuple[int, int]] = []
    for i in tokens:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(starmap(reading.excerpt, found))


def unattributed(reading: Reading, made: list[Statement]) -> tuple[Excerpt, ...]:
    """Quotations of more than a few words that no statement has: what the text gives to nobody."""
    long = [q for q in reading.quotations if not q.depth and q.closing - q.first >= 4]
    if not long:
        return ()
    taken = sorted([(e.start, e.end) for s in made for e in s.content])
    starts, ends = reading.tokens.starts, reading.tokens.ends
    found: list[Excerpt] = []
    running = set(reading.running)
    at = 0
    for quotation in long:
        if reading.tokens.sentence_of(quotation.opening) not in running:
            continue
        start, end = starts[quotation.first], ends[quotation.closing - 1]
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        for first, last in taken[at : at + 4]:
            if (first <= start + 1 and last >= end - 1) or first < end <= last:
                break
        else:
            found.append(reading.excerpt(quotation.first, quotation.closing))
    return tuple(found)
