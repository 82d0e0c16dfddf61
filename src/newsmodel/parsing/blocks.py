"""Blocks: header, headline, byline, dateline, headings, captions, teasers and paragraphs.

In: the text and the layout words of a language. Out: blocks in the text's order, each a kind and a
(start, end); together they cover every character that is no white space. Works on lines alone: it
knows nothing of sentences, names or dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs

from newsmodel.languages.layout import Layout
from newsmodel.languages.profile import Profile
from newsmodel.model import BlockKind

#: What a line may start with: no white space, no mark of byte order or zero width.
_STARTING = re.compile(r"[^\s\ufeff\u200b]")
_WORD = re.compile(r"[^\W_]+")
#: A year, or a numeric date, that makes a short line above the article a date line.
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_INLINE_DATE = re.compile(r"\s*([^\W\d_]+)\s*:?\s+((?:1[89]|20)\d\d(?:-\d\d){0,2})(?=\s|$)")
#: The dash that closes a dateline, with white space on both sides.
_DASH = re.compile(r"\s+(?:[–—=-]|--)\s+")
_TERMINAL = (".", "…", ",", ";", ":")
_MARKS = "\"”“’'»«)]„"

# Looked up once: a member costs much more through its class.
_PARAGRAPH, _HEADING, _HEADLINE = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.HEADLINE

HEADING_LENGTH = 90
HEADLINE_LENGTH = 160
DATELINE_LENGTH = 70
BYLINE_WORDS = 14
DATE_LENGTH, DATE_WORDS = 79, 10
#: How far into a line the words are looked for that tell what it is.
OPENING = 40


@attrs.define(slots=True)
class Span:
    """One block: its kind and its place in code points; never changed once it is made."""

    kind: BlockKind
    start: int
    end: int


def find(text: str, profile: Profile) -> list[Span]:
    """The blocks of a text.

    The first short line without a full stop is the headline; further ones above the first
    paragraph are headings. A line above the first paragraph that holds a date is a header. A place
    in capitals (or a bracketed agency) before a spaced dash is a dateline.
    """
    spans: list[Span] = []
    lines = list(_lines(text))
    layout = profile.layout
    marks = _marks(layout)
    paragraph = -5  # where the last one is in spans; so far away that there is none
    for number, (start, end) in enumerate(lines):
        in_body = len(spans) - paragraph <= 4 or number > 12
        if not in_body:
            header = _inline_header(text, start, end, profile)
            if header is not None:
                spans.append(header)
                start, end = _trim(text, header.end, end)
                if start >= end:
                    continue
        first = _first_word(text, start, end)
        kind = _marked_kind(text[start:end], layout, first) if first in marks else None
        if kind is None and in_body:
            alone = number + 1 < len(lines) and end - start <= HEADING_LENGTH
            kind = _HEADING if alone and _is_heading(text[start:end], first) else _PARAGRAPH
        elif kind is None:
            alone = number + 1 < len(lines)
            kind = _kind_above(text[start:end], first, spans, profile, alone=alone)
        if kind is _PARAGRAPH and not in_body:
            cut = _dateline_end(text[start:end]) or _place_end(text[start:end], profile)
            if cut:
                spans.append(Span(BlockKind.DATELINE, *_trim(text, start, start + cut)))
                start, end = _trim(text, start + cut, end)
        if start < end:
            if kind is _PARAGRAPH:
                paragraph = len(spans)
            spans.append(Span(kind, start, end))
    return spans


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The stretches between line breaks, trimmed, with hard-wrapped lines joined."""
    held: tuple[int, int] | None = None
    end = 0
    for line in text.splitlines(keepends=True):
        begin, end = end, end + len(line)
        match = _STARTING.search(text, begin, end)
        if match is None:
            continue
        start, last = match.start(), begin + len(line.rstrip())
        if held and _wraps(text, held, start):
            held = (held[0], last)
            continue
        if held:
            yield held
        held = (start, last)
    if held:
        yield held


def _wraps(text: str, before: tuple[int, int], start: int) -> bool:
    """Whether the line at ``start`` goes on with the sentence of the line before it."""
    if not text[start].islower() or text[before[1] - 1] in ".!?:":
        return False
    gap = text[before[1] : start]
    return gap.count("\n") <= 1 and gap.count("\r") <= 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _inline_header(text: str, start: int, end: int, profile: Profile) -> Span | None:
    """A date with its label ("date 2022-12") at the start of a line, before the text proper."""
    match = _INLINE_DATE.match(text, start, end)
    if match and match.group(1).casefold() in profile.layout.header:
        return Span(BlockKind.HEADER, start, match.end())
    return None


@lru_cache(maxsize=16)
def _marks(layout: Layout) -> frozenset[str]:
    """The first words by which a line may be a caption or a teaser."""
    return frozenset((*layout.caption, *(phrase.split()[0] for phrase in layout.teaser)))


def _first_word(text: str, start: int, end: int) -> str:
    """The first word of a line, of those that stand at its start."""
    word = _WORD.search(text, start, end if end - start < OPENING else start + OPENING)
    return word[0].casefold() if word is not None else ""


def _marked_kind(line: str, layout: Layout, first: str) -> BlockKind | None:
    """Whether a line is a caption or a teaser, by its first words."""
    opening = _WORD.findall(line[:OPENING])
    after = line[len(opening[0]) :][:1] if line.startswith(opening[0]) else ""
    second = opening[1].casefold() if len(opening) > 1 else ""
    if first in layout.caption and (
        after in (".", ":")
        or opening[0].isupper()
        or second in layout.caption
        or (len(line.split()) <= 4 and line[-1].isalpha())
    ):
        return BlockKind.CAPTION
    if f"{first} {second}".rstrip() in layout.teaser or (first in layout.teaser and after == ":"):
        return BlockKind.TEASER
    return None


def _kind_above(
    line: str, first: str, before: list[Span], profile: Profile, *, alone: bool
) -> BlockKind:
    """What a line above the text is, that is no caption and no teaser."""
    if len(line) > HEADLINE_LENGTH:
        return _PARAGRAPH
    open_ended = first != "" and _is_open_ended(line)
    if first in profile.layout.byline and _is_byline(line, open_ended):
        return BlockKind.BYLINE
    if len(line) <= DATE_LENGTH and _DATED.search(line) and len(line.split()) <= DATE_WORDS:
        if open_ended or _is_bare(line, profile):
            return BlockKind.HEADER
    if open_ended and alone:
        has_headline = any(s.kind is _HEADLINE for s in before)
        return _HEADING if has_headline else _HEADLINE
    return _PARAGRAPH


def _is_open_ended(line: str) -> bool:
    """Whether a line, which has words, has no mark that a sentence ends in."""
    return not line.rstrip(_MARKS).endswith(_TERMINAL)


def _is_byline(line: str, open_ended: bool) -> bool:
    """Whether a line that opens as a byline is one: short, and no sentence of its own."""
    opening = _WORD.findall(line[:OPENING])
    credited = open_ended or (len(opening) > 1 and opening[1][0].isupper())
    return credited and len(line.split()) <= BYLINE_WORDS and len(line) < HEADLINE_LENGTH


def _is_bare(line: str, profile: Profile) -> bool:
    """Whether a line with a full stop is a date and place, not a sentence.

    It has a day and a year, and no word in lower case but those of the date and what the clock
    is counted in ("11.05 u.").
    """
    words, times = _WORD.findall(line), profile.times
    plain = any(
        word.islower()
        and len(word) > 1
        and not before.isdigit()
        and not (word in times.months or word in times.weekdays)
        for before, word in zip(("", *words), words, strict=False)
    )
    return not plain and sum(word.isdigit() for word in words) >= 2


def _is_heading(line: str, first: str) -> bool:
    """Whether a line within the text, no longer than a heading, is one."""
    if line[0].islower() or not first or not _is_open_ended(line):
        return False
    asks = line.rstrip(_MARKS).endswith(("?", "!"))
    return len(line.split()) <= (6 if asks else 12)


def _dateline_end(line: str) -> int:
    """How many characters of a paragraph are its dateline, the dash included."""
    dash = _DASH.search(line, 0, DATELINE_LENGTH)
    if not dash:
        return 0
    head = line[: dash.start()]
    first = re.split(r"[\s,/(]", head, maxsplit=1)[0]
    in_capitals = len(first) > 1 and first.isupper() and any(c.isalpha() for c in first)
    credited = head.endswith(")") and "(" in head and head[0].isupper() and len(head.split()) <= 6
    return dash.end() if in_capitals or credited else 0


def _place_end(line: str, profile: Profile) -> int:
    """How many characters a place in capitals before a colon is: "WARSAW: Poland will …"."""
    colon = line.find(":", 0, DATELINE_LENGTH)
    head = line[: max(colon, 0)]
    if not head.isupper() or not line[colon + 1 : colon + 2].isspace():
        return 0
    words = tuple(word.capitalize() for word in head.split())
    match = profile.gazetteer.match(words, 0)
    listed = match is not None and match[0] == len(words) and match[1][0].place is not None
    return colon + 1 if listed else 0
