"""The public functions that read a passage: all facts of one kind, or exactly one.

In: a text, and what is known of its context. Out: values of the model, whose positions count from
the passage's own start.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from newsmodel.errors import ParseError
from newsmodel.languages import Lexicon
from newsmodel.languages.numbers import NumberRole
from newsmodel.model import (
    Actor,
    Article,
    MilitaryDeployment,
    Quantity,
    Statement,
    TimeReference,
)
from newsmodel.parsing import quantities, times
from newsmodel.parsing.article import Published, as_edtf, choose_profile, cut, parse

Fact = TypeVar("Fact")


def parse_article(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
) -> Article:
    """Read a news article: who, who said what, which forces went where, when and how many.

    Args:
        text: the article, with its headline, byline and paragraphs on lines of their own.
        language: ISO 639-1 code ("nl", "en"); None recognises it.
        published: the day, month or year of publication: a `date`, a `datetime` or an EDTF string;
            None reads it from the article's own header, where it has one. Relative times
            ("last week") have a value only where it is known.
        lexicons: words of your own to add to those of the language.

    Raises:
        UnsupportedLanguageError: the language is none of those supported.
        ParseError: `published` is not a valid EDTF value.
        TypeError: an argument is of the wrong type.

    >>> article = parse_article("Norway will send two frigates to Iceland, its minister said.")
    >>> article.language
    'en'
    """
    return parse(text, language, published, lexicons)


def find_actors(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> tuple[Actor, ...]:
    """All participants that a passage names, and its unnamed sources, in the order of the text.

    `known` are actors of the context, which a surname or an office in the passage can mean. For
    the other arguments and the errors see `parse_article`.

    >>> [actor.name for actor in find_actors("President Ana Silva met General Luis Costa.")]
    ['Ana Silva', 'Luis Costa']
    """
    return parse(text, language, published, lexicons, known).actors


def find_statements(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> tuple[Statement, ...]:
    """All statements that a passage attributes to a source, in the order of the text.

    >>> statement, = find_statements("General Luis Costa denied that his men had fled.")
    >>> statement.act.value, statement.content[0].text
    ('deny', 'his men had fled')
    """
    return parse(text, language, published, lexicons, known).statements


def find_deployments(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> tuple[MilitaryDeployment, ...]:
    """All deployments of forces in a passage, in the order of the text.

    >>> deployment, = find_deployments("Norway has sent two frigates to Iceland.")
    >>> deployment.force_country, str(deployment.quantity), deployment.destination.country
    ('NO', '2', 'IS')
    """
    return parse(text, language, published, lexicons, known).deployments


def find_times(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
) -> tuple[TimeReference, ...]:
    """All dates and periods of a passage whose value is known, in the order of the text.

    >>> [str(time.value) for time in find_times("They left on Monday.", published="2022-12-21")]
    ['2022-12-19']
    """
    profile = choose_profile(text, language, tuple(lexicons))
    day = as_edtf(published)
    tokens = cut(text, profile)
    return tuple(
        span.reference for span in times.find(tokens, profile, day) if span.reference is not None
    )


def find_quantities(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
) -> tuple[Quantity, ...]:
    """All cardinal numbers of a passage, in digits or words, with their bounds.

    Whole numbers only; ordinals ("the third day") are none. `published` changes nothing and is
    taken for the sake of one signature.

    >>> [str(quantity) for quantity in find_quantities("At least 300 soldiers and two tanks left.")]
    ['at least 300', '2']
    """
    as_edtf(published)
    profile = choose_profile(text, language, tuple(lexicons))
    tokens = cut(text, profile)
    return tuple(
        span.quantity
        for span in quantities.find(tokens, profile)
        if span.role is not NumberRole.ORDINAL
    )


def parse_actor(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> Actor:
    """The one actor of a passage; `ParseError` where it names none, or several.

    >>> parse_actor("de Franse minister van Defensie Luc Morel").role
    'minister van Defensie'
    """
    found = find_actors(
        text, language=language, published=published, lexicons=lexicons, known=known
    )
    return _only(found, "exactly one actor", text)


def parse_statement(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> Statement:
    """The one statement of a passage; `ParseError` where it holds none, or several.

    >>> parse_statement("“We blijven,” zei generaal Luc Morel.").speakers[0].name
    'Luc Morel'
    """
    found = find_statements(
        text, language=language, published=published, lexicons=lexicons, known=known
    )
    return _only(found, "exactly one statement", text)


def parse_deployment(
    text: str,
    *,
    language: str | None = None,
    published: Published = None,
    lexicons: Iterable[Lexicon] = (),
    known: Iterable[Actor] = (),
) -> MilitaryDeployment:
    """The one deployment of a passage; `ParseError` where it holds none, or several.

    >>> parse_deployment("Twee Noorse fregatten patrouilleren in de Oostzee.").kind.value
    'patrol'
    """
    found = find_deployments(
        text, language=language, published=published, lexicons=lexicons, known=known
    )
    return _only(found, "exactly one deployment", text)


def _only(found: Sequence[Fact], expected: str, text: str) -> Fact:
    if len(found) != 1:
        named = "; ".join(str(getattr(f, "name", "") or getattr(f, "id", f)) for f in found[:5])
        message = f"found {len(found)}" + (f": {named}" if named else "")
        raise ParseError(message, expected=expected, start=0, end=len(text))
    return found[0]
