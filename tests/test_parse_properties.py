"""What holds for every parse, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsmodel
from newsmodel import Article, Excerpt, ParseError, from_json, parse_article, strategies, to_json
from newsmodel.languages import LANGUAGES, load_profile
from newsmodel.languages.lexicon import builtin

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@cache
def vocabulary(language: str) -> tuple[tuple[str, ...], ...]:
    """Words of a language by what they are for: its own data, so that every stage gets work."""
    lexicon = builtin(language)
    groups: list[tuple[str, ...]] = [
        tuple(form for cue in lexicon.cues for form in (*cue.finite, *cue.with_)),
        tuple(form for cue in lexicon.cues for form in (*cue.participle, *cue.infinitive)),
        tuple(form for role in lexicon.roles for form in role.singular),
        tuple(form for noun in lexicon.organizations for form in noun.singular),
        tuple(name for row in lexicon.names for name in row.names),
        tuple(row.name for row in lexicon.firstnames[:500]),
        tuple(name for row in lexicon.countries for name in (*row.names, *row.adjectives)),
        tuple(name for row in lexicon.metonyms for name in row.names),
        tuple(name for row in lexicon.places for name in row.names),
        tuple(form for unit in lexicon.units for form in (*unit.singular, *unit.plural)),
        tuple(form for move in lexicon.moves for form in (*move.finite, *move.participle)),
        tuple(sorted(load_profile(language).words.triggers)),
        tuple(sorted(load_profile(language).words.recognition)),
    ]
    return tuple(tuple(word for word in group if word) for group in groups if any(group))


_MARKS = (*"“”\"‘’'„«»,.:;?!()–…", "...")
_BREAKS = ("\n", "\n\n", "\r\n\r\n", "\n“", "”\n\n“")
_NUMBERS = ("2", "300", "9.000", "9,000", "1,5", "2022", "19", "12/03/2019", "F-16", "155mm", "%")


def newsy_texts(language: str, *, most: int = 40) -> st.SearchStrategy[str]:
    """Texts out of the language's own words, names, marks and numbers, in any order."""
    word = st.one_of(st.sampled_from(group) for group in vocabulary(language))
    capital = word.map(str.capitalize)
    piece = st.one_of(
        word, capital, st.sampled_from(_MARKS), st.sampled_from(_NUMBERS), st.sampled_from(_BREAKS)
    )
    spaced = st.tuples(piece, st.sampled_from([" ", " ", " ", ""])).map("".join)
    return st.lists(spaced, max_size=most).map("".join)


languages = st.sampled_from(LANGUAGES)
any_texts = st.one_of(st.text(), strategies.texts(), *(newsy_texts(code) for code in LANGUAGES))
real_texts = st.sampled_from([path.read_text("utf-8") for path in ARTICLES])


def excerpts_in(value: object) -> Iterator[Excerpt]:
    """All excerpts inside a value, however deep."""
    if isinstance(value, Excerpt):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from excerpts_in(item)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from excerpts_in(getattr(value, field.name))


def moved(value: Any, by: int) -> Any:
    """The value with all its excerpts further on in the text."""
    if isinstance(value, Excerpt):
        return Excerpt(text=value.text, start=value.start + by)
    if isinstance(value, tuple):
        return tuple(moved(item, by) for item in value)
    if attrs.has(type(value)):
        changes = {f.name: moved(getattr(value, f.name), by) for f in attrs.fields(type(value))}
        return attrs.evolve(value, **changes)
    return value


@given(any_texts, st.none() | languages, st.none() | strategies.edtf_values())
def test_any_text_parses_to_excerpts_of_itself(
    text: str, language: str | None, published: newsmodel.EDTF | None
) -> None:
    try:
        article = parse_article(text, language=language, published=published)
    except ParseError:
        return
    assert article.text == text
    assert all(text[e.start : e.end] == e.text for e in excerpts_in(article))


@given(any_texts, languages)
def test_the_finders_find_what_the_article_holds(text: str, language: str) -> None:
    article = parse_article(text, language=language)
    published = article.published
    options: dict[str, Any] = {"language": language, "published": published}
    assert newsmodel.find_actors(text, **options) == article.actors
    assert newsmodel.find_statements(text, **options) == article.statements
    assert newsmodel.find_deployments(text, **options) == article.deployments
    for time in newsmodel.find_times(text, **options):
        assert time.excerpt.is_in(text)
    for quantity in newsmodel.find_quantities(text, **options):
        assert quantity.excerpt.is_in(text)


@given(any_texts | real_texts, any_texts | real_texts)
def test_a_parse_depends_on_its_text_alone(text: str, other: str) -> None:
    before = parse_article(text)
    parse_article(other)
    again = parse_article(text)
    assert again == before
    assert to_json(again) == to_json(before)


@given(any_texts | real_texts)
def test_a_parse_survives_json(text: str) -> None:
    article = parse_article(text)
    assert from_json(to_json(article), Article) == article


@given(any_texts)
def test_every_unattributed_quotation_is_no_statement(text: str) -> None:
    article = parse_article(text)
    said = {excerpt for statement in article.statements for excerpt in statement.content}
    assert not said & set(article.unattributed)


# Sentences without a name, an office, a cue, a quotation, a force, a date or a number.
_PLAIN = {
    "en": (
        "The rain was soft and the street was empty.",
        "A dog slept under the table near the stove.",
        "It was cold, and the windows were grey with dust.",
        "The bread was still warm and the tea was sweet.",
    ),
    "nl": (
        "De regen was zacht en de straat was leeg.",
        "Een hond sliep onder de tafel bij de kachel.",
        "Het was koud en de ramen waren grijs van het stof.",
        "Het brood was nog warm en de thee was zoet.",
    ),
}


@st.composite
def articles_and_plain_paragraphs(draw: st.DrawFn) -> tuple[str, str]:
    """The body of an article, and a paragraph of its language in which nothing is told."""
    path = draw(st.sampled_from(ARTICLES))
    language = path.name[:2]
    body = draw(st.sampled_from(_bodies(path)))
    return body, " ".join(draw(st.lists(st.sampled_from(_PLAIN[language]), min_size=2, max_size=4)))


@cache
def _bodies(path: Path) -> tuple[str, ...]:
    """The article from each of its paragraphs on: blocks above them depend on where they stand."""
    text = path.read_text("utf-8")
    starts = [
        block.excerpt.start
        for block in parse_article(text).blocks
        if block.kind is newsmodel.BlockKind.PARAGRAPH
    ]
    return tuple(text[start:] for start in starts[:4])


@given(articles_and_plain_paragraphs())
def test_a_paragraph_without_facts_shifts_positions_only(drawn: tuple[str, str]) -> None:
    body, plain = drawn
    options: dict[str, Any] = {"published": "2022-12-19"}
    language = parse_article(body).language
    before = parse_article(body, language=language, **options)
    after = parse_article(f"{plain}\n\n{body}", language=language, **options)
    by = len(plain) + 2
    assert after.actors == moved(before.actors, by)
    assert after.statements == moved(before.statements, by)
    assert after.deployments == moved(before.deployments, by)
    assert after.unattributed == moved(before.unattributed, by)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_whole_article_after_a_plain_paragraph(path: Path) -> None:
    """With its header: a paragraph under the headline and the dateline, above the first one."""
    text = path.read_text("utf-8")
    before = parse_article(text)
    first = next(b for b in before.blocks if b.kind is newsmodel.BlockKind.PARAGRAPH)
    start = text.rfind("\n", 0, first.excerpt.start) + 1
    if start == 0 or text[start : first.excerpt.start].strip():
        pytest.skip("the first paragraph begins on the line of the dateline")
    plain = " ".join(_PLAIN[before.language]) + "\n\n"
    after = parse_article(text[:start] + plain + text[start:])
    assert after.published == before.published
    assert [a.name for a in after.actors] == [a.name for a in before.actors]
    assert after.statements == moved(before.statements, len(plain))
    assert after.deployments == moved(before.deployments, len(plain))


@given(any_texts, st.none() | languages)
def test_the_parsers_of_one_fact_give_it_or_a_parse_error(text: str, language: str | None) -> None:
    pairs: tuple[tuple[Any, Any], ...] = (
        (newsmodel.parse_actor, newsmodel.find_actors),
        (newsmodel.parse_statement, newsmodel.find_statements),
        (newsmodel.parse_deployment, newsmodel.find_deployments),
    )
    for parse, find in pairs:
        found = find(text, language=language)
        if len(found) == 1:
            assert parse(text, language=language) == found[0]
        else:
            with pytest.raises(ParseError):
                parse(text, language=language)
