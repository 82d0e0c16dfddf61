"""Documents: what is written, that it is read back equal, and what is refused."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.errors import SchemaVersionError, SerializationError
from newsmodel.model import (
    EDTF,
    Actor,
    ActorKind,
    Article,
    Excerpt,
    MilitaryDeployment,
    Quantity,
    SpeechAct,
    Statement,
    StatementKind,
)
from newsmodel.serialization import from_dict, from_json, json_schema, to_dict, to_json

EVERYTHING: dict[str, st.SearchStrategy[Any]] = {
    "EDTF": strategies.edtf_values(),
    "Excerpt": strategies.excerpts(),
    "Mention": strategies.mentions(),
    "Actor": strategies.actors(),
    "Place": strategies.places(),
    "Quantity": strategies.quantities(),
    "TimeReference": strategies.time_references(),
    "Block": strategies.blocks(),
    "Statement": strategies.statements(),
    "MilitaryDeployment": strategies.deployments(),
    "Article": strategies.articles(),
}

unhurried = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
    max_examples=60,
)


@pytest.mark.parametrize("name", EVERYTHING)
def test_round_trips(name: str) -> None:
    @unhurried
    @given(EVERYTHING[name])
    def round_trip(value: Any) -> None:
        document = to_dict(value)
        assert document["type"] == name
        before = copy.deepcopy(document)
        assert from_dict(document) == value
        assert document == before
        assert from_dict(document, type(value)) == value
        text = to_json(value)
        assert from_json(text) == value
        assert from_json(text.encode(errors="surrogatepass"), type(value)) == value
        assert from_json(to_json(value, indent=2)) == value
        assert json.loads(text) == document

    round_trip()


@pytest.mark.parametrize("name", EVERYTHING)
def test_documents_follow_the_schema(name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft202012Validator(json_schema())

    @unhurried
    @given(EVERYTHING[name])
    def follows(value: Any) -> None:
        document = json.loads(to_json(value))
        validator.validate(document)
        assert not validator.is_valid({**document, "unknown": 1})
        assert not validator.is_valid({**document, "version": 2})

    follows()


def test_the_schema_is_one() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(json_schema())


TEXT = "Ana Silva said no. Rui Costa warned of two storms."


def at(words: str) -> Excerpt:
    return Excerpt(text=words, start=TEXT.index(words))


ANA = Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON)
RUI = Actor(id="a2", name="Rui Costa", kind=ActorKind.PERSON, country="PT")
REFUSAL = Statement(
    id="s1",
    speakers=(ANA,),
    cue=(at("said"),),
    content=(at("no"),),
    kind=StatementKind.INDIRECT,
    act=SpeechAct.SAY,
)
ARTICLE = Article(text=TEXT, language="en", actors=(ANA, RUI), statements=(REFUSAL,))


def test_an_article_as_it_is_written() -> None:
    assert to_dict(ARTICLE) == {
        "schema": "newsmodel",
        "version": 1,
        "type": "Article",
        "text": TEXT,
        "language": "en",
        "actors": [
            {"id": "a1", "name": "Ana Silva", "kind": "person"},
            {"id": "a2", "name": "Rui Costa", "kind": "person", "country": "PT"},
        ],
        "statements": [
            {
                "id": "s1",
                "speakers": ["a1"],
                "cue": [{"text": "said", "start": 10}],
                "content": [{"text": "no", "start": 15}],
                "kind": "indirect",
                "act": "say",
                "polarity": "affirmed",
                "certainty": "certain",
            }
        ],
    }


def test_a_statement_alone_brings_its_actors() -> None:
    document = to_dict(REFUSAL)
    assert document["actors"] == [{"id": "a1", "name": "Ana Silva", "kind": "person"}]
    assert document["speakers"] == ["a1"]


def test_null_and_empty_stand_for_what_is_left_out() -> None:
    document = to_dict(ARTICLE)
    document.update(published=None, headline=None, blocks=[], unattributed=[])
    assert from_dict(document) == ARTICLE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("naïef “één” – 🚢", "naïef “één” – 🚢"),
        ("a\x00b\u2028\x7f", "a\\u0000b\u2028\x7f"),
        ("é\ud800", "\\u00e9\\ud800"),
    ],
)
def test_any_character(text: str, written: str) -> None:
    value = Excerpt(text=text, start=0)
    for indent in (None, 1):
        document = to_json(value, indent=indent)
        assert written in document
        assert from_json(document.encode()) == from_json(document) == value


def test_a_surrogate_pair_stays_two_characters() -> None:
    value = Excerpt(text="\ud83d\udea2", start=0)
    document = to_json(value)
    assert from_json(document) == value
    assert from_json(document.encode(errors="surrogatepass")) == value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32-le"])
def test_bytes_of_any_unicode(encoding: str) -> None:
    value = Excerpt(text="Oekraïne", start=3)
    assert from_json(to_json(value).encode(encoding)) == value
    assert from_json(bytearray(to_json(value).encode(encoding))) == value


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("", "is not valid JSON"),
        ("{", "is not valid JSON"),
        ("{'schema': 1}", "is not valid JSON"),
        ("nothing", "is not valid JSON"),
        (b"\xff\xfe\xfd", "is not valid JSON"),
        (b'"\xc3"', "is not valid JSON"),
        ("1" * 5000, "is not valid JSON"),
        ("[" * 10**5, "is nested too deeply"),
        ("[]", "expected an object, found a list"),
        ("null", "expected an object, found null"),
        ("NaN", "expected an object, found a number with a fraction"),
        ('"text"', "expected an object, found text"),
        ("true", "expected an object, found true or false"),
        ("1", "expected an object, found a number"),
    ],
)
def test_what_is_no_document(source: str | bytes, reason: str) -> None:
    with pytest.raises(SerializationError, match=reason) as error:
        from_json(source)
    assert error.value.errors[0][0] == "$"


@pytest.mark.parametrize("source", [None, 1, {}, ["{}"], memoryview(b"{}")])
def test_what_is_no_json_at_all(source: Any) -> None:
    with pytest.raises(TypeError, match="expected str or bytes"):
        from_json(source)


@pytest.mark.parametrize("value", [None, "text", 1, SpeechAct.SAY, (ANA,), Excerpt, object()])
def test_what_is_no_value_of_the_model(value: Any) -> None:
    with pytest.raises(TypeError, match=r"expected a value of newsmodel\.model"):
        to_dict(value)


@pytest.mark.parametrize(
    ("changes", "path", "reason"),
    [
        ({"schema": "other"}, "$.schema", "expected 'newsmodel', found 'other'"),
        ({"schema": None}, "$.schema", "found None"),
        ({"schema": ...}, "$.schema", "but it is missing"),
        ({"version": 2}, "$.version", "this library reads version 1, found 2"),
        ({"version": "1"}, "$.version", "found '1'"),
        ({"version": True}, "$.version", "found True"),
        ({"version": 1.0}, "$.version", "found 1.0"),
        ({"version": ...}, "$.version", "but it is missing"),
    ],
)
def test_other_schemas_and_versions(changes: dict[str, Any], path: str, reason: str) -> None:
    document = {**to_dict(ARTICLE), **changes}
    document = {name: value for name, value in document.items() if value is not ...}
    with pytest.raises(SchemaVersionError, match=reason) as error:
        from_dict(document)
    assert [where for where, _ in error.value.errors] == [path]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("Robot", "unknown type 'Robot'; known are Article, "),
        ("article", "unknown type 'article'"),
        (None, "unknown type None"),
        (["Article"], "unknown type"),
        (..., "is missing; known are Article"),
    ],
)
def test_unknown_types(kind: Any, reason: str) -> None:
    document = {**to_dict(ARTICLE), "type": kind}
    if kind is ...:
        del document["type"]
    with pytest.raises(SerializationError, match=reason) as error:
        from_dict(document)
    assert error.value.errors[0][0] == "$.type"


def test_another_type_than_expected() -> None:
    with pytest.raises(SerializationError, match="expected 'Statement', found 'Article'"):
        from_dict(to_dict(ARTICLE), Statement)


# ---- errors within -------------------------------------------------------------------------------

Change = Callable[[dict[str, Any]], object]


def put(*steps: str | int) -> Callable[[Any], Change]:
    """A change that puts a value at a path of the document."""

    def of(value: Any) -> Change:
        def change(document: Any) -> None:
            for step in steps[:-1]:
                document = document[step]
            document[steps[-1]] = value

        return change

    return of


def drop(*steps: str | int) -> Change:
    def change(document: Any) -> None:
        for step in steps[:-1]:
            document = document[step]
        del document[steps[-1]]

    return change


# a change to the document of ARTICLE, and the errors that it makes
WRONG: list[tuple[Change, list[tuple[str, str]]]] = [
    (
        put("colour")("red"),
        [("$.colour", "unknown field; known are text, language, published, headline, blocks")],
    ),
    (put("a b")(1), [("$['a b']", "unknown field")]),
    (put("text")(1), [("$.text", "expected text, found a number")]),
    (put("text")(None), [("$.text", "expected text, found null")]),
    (drop("text"), [("$.text", "is missing")]),
    (put("language")("english"), [("$.language", "must be an ISO 639-1 code")]),
    (put("published")("yesterday"), [("$.published", "'yesterday' is not an EDTF value")]),
    (put("published")(2022), [("$.published", "expected an EDTF value as text, found a number")]),
    (put("headline")("Ana"), [("$.headline", "expected an object, found text")]),
    (put("headline")({"text": "", "start": 0}), [("$.headline.text", "must not be empty")]),
    (
        put("headline")({"text": "", "start": -1}),
        [("$.headline.text", "must not be empty"), ("$.headline.start", "must be 0 or more")],
    ),
    (put("headline")({"text": "Rui", "start": 0}), [("$.headline", "is 'Rui', but the text at")]),
    (
        put("headline")({"text": "Ana", "start": 0.0}),
        [("$.headline.start", "expected a whole number, found a number with a fraction")],
    ),
    (
        put("headline")({"text": "Ana", "start": True}),
        [("$.headline.start", "expected a whole number, found true or false")],
    ),
    (
        put("headline")({"text": "Ana", "end": 3}),
        [("$.headline.start", "is missing"), ("$.headline.end", "unknown field")],
    ),
    (put("blocks")({}), [("$.blocks", "expected a list, found an object")]),
    (put("blocks")("ab"), [("$.blocks", "expected a list, found text")]),
    (
        put("blocks")([1, {"kind": "poem", "excerpt": []}, {}]),
        [
            ("$.blocks[0]", "expected an object, found a number"),
            ("$.blocks[1].kind", "unknown word 'poem'; known are header, headline, byline"),
            ("$.blocks[1].excerpt", "expected an object, found a list"),
            ("$.blocks[2].kind", "is missing"),
            ("$.blocks[2].excerpt", "is missing"),
        ],
    ),
    (put("unattributed")([None]), [("$.unattributed[0]", "expected an object, found null")]),
    (put("actors")("a1"), [("$.actors", "expected a list"), ("$.statements[0].speakers[0]", "a1")]),
    (put("actors", 0)(None), [("$.actors[0]", "expected an object"), ("$.statements[0]", "a1")]),
    (put("actors", 1, "kind")("robot"), [("$.actors[1].kind", "unknown word 'robot'")]),
    (put("actors", 1, "kind")(1), [("$.actors[1].kind", "expected a word, found a number")]),
    # What names an actor that cannot be read is not wrong itself.
    (put("actors", 0, "kind")("robot"), [("$.actors[0].kind", "unknown word 'robot'")]),
    (put("actors", 1, "country")("pt"), [("$.actors[1].country", "must be an ISO 3166-1")]),
    (
        put("actors", 1)({"id": "", "name": " ", "kind": "person"}),
        [("$.actors[1].id", "must not be blank"), ("$.actors[1].name", "must not be blank")],
    ),
    (put("actors", 1, "aliases")("Rui"), [("$.actors[1].aliases", "expected a list, found text")]),
    (put("actors", 1, "aliases")(["Rui", 2]), [("$.actors[1].aliases[1]", "expected text")]),
    (put("actors", 1, "id")("a1"), [("$.actors[1].id", "is 'a1', as another is already")]),
    (put("statements", 0, "content")([]), [("$.statements[0].content", "must not be empty")]),
    (
        put("statements", 0, "content", 0, "start")(3),
        [("$.statements[0].content[0]", "is 'no', but the text at 3 is ' S'")],
    ),
    (
        put("statements", 0, "speakers")(["a7"]),
        [("$.statements[0].speakers[0]", "is 'a7', which is not among the actors")],
    ),
    (
        put("statements", 0, "speakers")([{"id": "a1"}]),
        [("$.statements[0].speakers[0]", "expected an id as text, found an object")],
    ),
    (
        put("statements", 0, "speakers")("a1"),
        [("$.statements[0].speakers", "expected a list of ids, found text")],
    ),
    (put("statements", 0, "speakers")([]), [("$.statements[0].speakers", "must not be empty")]),
    (
        put("statements", 0, "via")("a7"),
        [("$.statements[0].via", "is 'a7', which is not among the actors")],
    ),
    (
        put("statements", 0, "time")({"value": "2022-13", "excerpt": {"text": "no", "start": 15}}),
        [("$.statements[0].time.value", "'2022-13' is not an EDTF value")],
    ),
    (
        put("deployments")([{"id": "d1", "reported_by": "s9", "same_force_as": "d1"}]),
        [
            ("$.deployments[0].reported_by", "is 's9', which is not among the statements"),
            ("$.deployments[0].unit", "is missing"),
            ("$.deployments[0].kind", "is missing"),
            ("$.deployments[0].status", "is missing"),
            ("$.deployments[0].evidence", "is missing"),
        ],
    ),
]


def errors_of(document: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(SerializationError) as error:
        from_json(json.dumps(document))
    assert not isinstance(error.value, SchemaVersionError)
    return list(error.value.errors)


@pytest.mark.parametrize(("change", "expected"), WRONG)
def test_wrong_documents(change: Change, expected: list[tuple[str, str]]) -> None:
    document = json.loads(to_json(ARTICLE))
    change(document)
    found = errors_of(document)
    assert len(found) == len(expected), found
    for (path, reason), (expected_path, expected_reason) in zip(found, expected, strict=True):
        assert path.startswith(expected_path)
        assert expected_reason in reason


def test_all_errors_are_reported_together() -> None:
    document = json.loads(to_json(ARTICLE))
    document["colour"] = "red"
    document["language"] = "EN"
    document["headline"] = {"text": "Rui", "start": 0}
    document["actors"].append({"id": "a3", "kind": "robot"})
    document["actors"].append(
        {
            "id": "a4",
            "name": "Eva",
            "kind": "group",
            "mentions": [{"excerpt": {"text": "Eva", "start": 0}, "form": "name"}],
        }
    )
    document["statements"][0]["cue"][0]["start"] = 11
    document["statements"].append({**document["statements"][0], "id": "s2", "act": "shout"})
    document["statements"].append({**document["statements"][0], "id": "s3", "via": "a9"})
    document["deployments"] = [
        {
            "id": "d1",
            "unit": "tank",
            "kind": "patrol",
            "status": "ongoing",
            "ordered_by": "a3",
            "evidence": [{"text": "two", "start": 0}],
        }
    ]
    assert [path for path, _ in errors_of(document)] == [
        "$.actors[2].name",
        "$.actors[2].kind",
        "$.statements[1].act",
        "$.statements[2].via",
        "$.colour",
        "$.language",
        "$.headline",
        "$.actors[3].mentions[0].excerpt",
        "$.statements[0].cue[0]",
        "$.statements[2].cue[0]",
        "$.deployments[0].evidence[0]",
    ]


def test_the_message_lists_them() -> None:
    with pytest.raises(SerializationError) as error:
        from_dict({**to_dict(ARTICLE), "text": 1, "language": 2})
    assert str(error.value).splitlines() == [
        "2 errors in the document:",
        "  $.text: expected text, found a number",
        "  $.language: expected text, found a number",
    ]


MOVE = {
    "schema": "newsmodel",
    "version": 1,
    "type": "MilitaryDeployment",
    "actors": [{"id": "a1", "name": "Ana Silva", "kind": "person"}],
    "statements": [
        {
            "id": "s1",
            "speakers": ["a1"],
            "content": [{"text": "no", "start": 1}],
            "kind": "indirect",
            "act": "say",
            "polarity": "affirmed",
            "certainty": "certain",
        }
    ],
    "id": "d1",
    "unit": "tank",
    "kind": "patrol",
    "status": "ongoing",
    "reported_by": "s1",
    "evidence": [{"text": "two", "start": 0}],
}


def test_a_deployment_alone_brings_its_statement() -> None:
    value = from_dict(MOVE, MilitaryDeployment)
    assert value.reported_by is not None
    assert [speaker.name for speaker in value.reported_by.speakers] == ["Ana Silva"]
    assert to_dict(value) == MOVE


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        (drop("reported_by"), [("$.actors[0]", "is named nowhere"), ("$.statements[0]", "named")]),
        (drop("actors"), [("$.statements[0].speakers[0]", "is 'a1', which is not among")]),
        (put("statements", 0, "content")(1), [("$.statements[0].content", "expected a list")]),
        (put("colour")("red"), [("$.colour", "unknown field; known are id, force")]),
        (put("force")("a2"), [("$.force", "is 'a2', which is not among the actors")]),
        (put("force")(2), [("$.force", "expected an id as text, found a number")]),
    ],
)
def test_wrong_deployments(change: Change, errors: list[tuple[str, str]]) -> None:
    document = copy.deepcopy(MOVE)
    change(document)
    found = errors_of(document)
    assert len(found) == len(errors), found
    for (path, reason), (expected_path, expected_reason) in zip(found, errors, strict=True):
        assert path == expected_path
        assert expected_reason in reason


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({}, ["$.value"]),
        ({"value": None}, ["$.value"]),
        ({"value": "x"}, ["$.value"]),
        ({"value": "2022", "text": "2022"}, ["$.text"]),
        ({"text": "2022"}, ["$.text", "$.value"]),
    ],
)
def test_wrong_edtf_documents(fields: dict[str, Any], errors: list[str]) -> None:
    document = {"schema": "newsmodel", "version": 1, "type": "EDTF", **fields}
    assert [path for path, _ in errors_of(document)] == errors
    assert from_dict(to_dict(EDTF("2022"))) == EDTF("2022")


def test_what_python_has_and_json_has_not() -> None:
    document: Any = {**to_dict(ARTICLE), 3: "a key", "language": b"en", "blocks": ({"kind": {1}},)}
    with pytest.raises(SerializationError) as error:
        from_dict(document)
    assert dict(error.value.errors) == {
        "$[3]": "unknown field; known are text, language, published, headline, blocks, actors, "
        "statements, deployments, unattributed",
        "$.language": "expected text, found a Python bytes",
        "$.blocks[0].kind": "expected a word, found a Python set",
        "$.blocks[0].excerpt": "is missing",
    }


def test_the_largest_number() -> None:
    value = Quantity(upper=2**63 - 1, excerpt=at("two"))
    assert from_json(to_json(value)) == value


def test_a_truth_that_is_none() -> None:
    document = {**to_dict(Quantity(excerpt=at("two"))), "approximate": 1}
    assert errors_of(document) == [("$.approximate", "expected true or false, found a number")]


def test_any_mapping_will_do() -> None:
    value = Quantity(lower=2, excerpt=at("two"))
    document = to_dict(value)
    excerpt = document["excerpt"]
    assert isinstance(excerpt, dict)
    read_only = MappingProxyType({**document, "excerpt": MappingProxyType(excerpt)})
    assert from_dict(read_only) == value


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def places_in(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path of a document."""
    inner: list[tuple[Any, Any]] = list(value.items()) if isinstance(value, dict) else []
    if isinstance(value, list):
        inner = list(enumerate(value))
    return [path, *(place for key, item in inner for place in places_in(item, (*path, key)))]


@unhurried
@given(st.sampled_from([to_dict(ARTICLE), MOVE]), JUNK, st.data())
def test_junk_anywhere_is_refused_or_read(
    sound: dict[str, Any], junk: Any, data: st.DataObject
) -> None:
    document = copy.deepcopy(sound)
    place = data.draw(st.sampled_from(places_in(document)[1:]))
    put(*place)(junk)(document)
    try:
        value = from_json(json.dumps(document))
    except SerializationError:
        return
    assert from_dict(to_dict(value)) == value
