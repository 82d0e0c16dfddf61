"""The functions that read a passage: all facts of one kind, exactly one, and with known actors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from newsmodel import (
    EDTF,
    Actor,
    ActorKind,
    ParseError,
    UnsupportedLanguageError,
    find_actors,
    find_deployments,
    find_quantities,
    find_statements,
    find_times,
    parse_actor,
    parse_article,
    parse_deployment,
    parse_statement,
)

Function = Callable[..., Any]
FINDERS: list[Function] = [
    find_actors,
    find_statements,
    find_deployments,
    find_times,
    find_quantities,
]
PARSERS: list[Function] = [parse_actor, parse_statement, parse_deployment]
EVERY: list[Function] = [*FINDERS, *PARSERS, parse_article]


def named(function: Function) -> str:
    return function.__name__


# --- exactly one -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de Franse minister van Defensie Luc Morel", "Luc Morel"),
        ("President Ana Silva", "Ana Silva"),
        ("Luc Morel, de Franse premier, vertrok.", "Luc Morel"),
        ("The Pentagon said nothing.", "Pentagon"),
    ],
)
def test_the_one_actor(text: str, name: str) -> None:
    assert parse_actor(text).name == name


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We blijven,” zei generaal Luc Morel.", "We blijven"),
        ("General Luc Morel said that the bridge was shut.", "the bridge was shut"),
    ],
)
def test_the_one_statement(text: str, content: str) -> None:
    assert parse_statement(text).content[0].text == content


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Twee Noorse fregatten patrouilleren in de Oostzee.", "NO"),
        ("Norway has sent two frigates to Iceland.", "NO"),
    ],
)
def test_the_one_deployment(text: str, country: str) -> None:
    assert parse_deployment(text).force_country == country


NONE_OR_MANY = [
    (parse_actor, "actor", "The water was cold.", 0),
    (parse_actor, "actor", "", 0),
    (parse_actor, "actor", "President Ana Silva met General Luis Costa.", 2),
    (parse_statement, "statement", "General Luis Costa left.", 0),
    (parse_statement, "statement", "“Yes,” said Ana Silva. “No,” said Luis Costa.", 2),
    (parse_deployment, "deployment", "General Luis Costa left.", 0),
    (
        parse_deployment,
        "deployment",
        "Norway sent two frigates to Iceland. Sweden sent 300 soldiers to Estonia.",
        2,
    ),
]


@pytest.mark.parametrize(("function", "what", "text", "count"), NONE_OR_MANY)
def test_none_or_several(function: Function, what: str, text: str, count: int) -> None:
    with pytest.raises(ParseError) as caught:
        function(text, language="en")
    error = caught.value
    assert error.expected == f"exactly one {what}"
    assert (error.start, error.end) == (0, len(text))
    assert f"found {count}" in str(error)
    assert (":" in str(error.args[0])) is (count > 0)


def test_an_error_names_what_was_found() -> None:
    with pytest.raises(ParseError, match="found 2: Ana Silva; Luis Costa"):
        parse_actor("President Ana Silva met General Luis Costa.")


# --- known actors ------------------------------------------------------------------------

MINISTER = Actor(
    id="x7",
    name="Ola Lindqvist",
    kind=ActorKind.PERSON,
    role="minister",
    country="NO",
    since=EDTF("2019"),
    aliases=("Ola L.",),
)
ALLIANCE = Actor(id="x8", name="Northern Alliance", kind=ActorKind.ORGANIZATION, aliases=("NA",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lindqvist said that the bridge was shut."),
        ("en", "Ola Lindqvist said that the bridge was shut."),
        ("en", "The minister said that the bridge was shut."),
        ("en", "“The bridge is shut,” he said."),
        ("nl", "Lindqvist zei dat de brug dicht is."),
        ("nl", "De minister zei dat de brug dicht is."),
    ],
)
def test_whom_the_context_knows(language: str, text: str) -> None:
    statement = parse_statement(text, language=language, known=[MINISTER])
    (speaker,) = statement.speakers
    assert (speaker.name, speaker.role, speaker.country) == ("Ola Lindqvist", "minister", "NO")
    assert str(speaker.since) == "2019"


def test_a_body_that_the_context_knows() -> None:
    statement = parse_statement("The NA said that the bridge was shut.", known=[ALLIANCE])
    assert [actor.name for actor in statement.speakers] == ["Northern Alliance"]


def test_known_actors_that_the_passage_does_not_name_are_not_found() -> None:
    found = find_actors("General Ana Silva left.", known=[MINISTER, ALLIANCE])
    assert [actor.name for actor in found] == ["Ana Silva"]


def test_without_context_nobody_is_guessed() -> None:
    statement = parse_statement("“The bridge is shut,” he said.")
    assert statement.speakers == ()
    assert statement.source is not None
    assert statement.source.text == "he"


# --- arguments ---------------------------------------------------------------------------

RELATIVE = "They left on Monday."


@pytest.mark.parametrize(
    "published",
    ["2022-12-21", date(2022, 12, 21), datetime(2022, 12, 21, 23, 59), EDTF("2022-12-21")],
)
def test_every_form_of_a_publication_date(published: Any) -> None:
    assert [str(t.value) for t in find_times(RELATIVE, published=published)] == ["2022-12-19"]
    assert str(parse_article(RELATIVE, published=published).published) == "2022-12-21"


def test_without_a_publication_date_a_weekday_has_no_value() -> None:
    assert find_times(RELATIVE) == ()
    assert parse_article(RELATIVE).published is None


@pytest.mark.parametrize("function", EVERY, ids=named)
@pytest.mark.parametrize("published", ["yesterday", "", "19-12-2022", "2022-13", "2022-12-32"])
def test_a_publication_date_that_is_none(function: Function, published: str) -> None:
    with pytest.raises(ParseError, match="is not a date") as caught:
        function("General Luis Costa left.", published=published)
    assert "EDTF" in str(caught.value.expected)
    assert repr(published) in str(caught.value)


@pytest.mark.parametrize("function", EVERY, ids=named)
@pytest.mark.parametrize("options", [{"published": 2022}, {"published": 1.5}, {"language": 3}])
def test_an_argument_of_the_wrong_type(function: Function, options: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        function("General Luis Costa left.", **options)


@pytest.mark.parametrize("function", EVERY, ids=named)
@pytest.mark.parametrize("text", [None, b"General", 3, ["x"]])
def test_a_text_that_is_none(function: Function, text: Any) -> None:
    with pytest.raises(TypeError, match="text must be a str"):
        function(text)


@pytest.mark.parametrize("function", EVERY, ids=named)
def test_a_language_that_is_not_supported(function: Function) -> None:
    with pytest.raises(UnsupportedLanguageError, match="'fr' is not supported"):
        function("Le général est parti.", language="fr")


@pytest.mark.parametrize("function", FINDERS, ids=named)
def test_nothing_to_find(function: Function) -> None:
    assert function("") == ()
    assert function(" \n\t") == ()


def test_ordinals_are_no_quantities() -> None:
    text = "On the third day 300 soldiers and two tanks left."
    assert [str(q) for q in find_quantities(text)] == ["300", "2"]


@pytest.mark.parametrize("function", FINDERS, ids=named)
def test_a_finder_finds_what_the_article_holds(function: Function) -> None:
    text = (
        "Norway sent two frigates to Iceland in May 2019. “It is a short trip,” General Ana Silva "
        "said. She said that Sweden would send 300 soldiers to Estonia."
    )
    found = function(text, language="en", published="2022-12-21")
    assert found
    article = parse_article(text, language="en", published="2022-12-21")
    held = {
        "find_actors": article.actors,
        "find_statements": article.statements,
        "find_deployments": article.deployments,
    }
    assert held.get(function.__name__, found) == found
