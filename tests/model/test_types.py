"""What every type refuses, shows and promises."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.errors import ModelError
from newsmodel.model import (
    EDTF,
    Actor,
    ActorKind,
    Block,
    BlockKind,
    DeploymentKind,
    DeploymentStatus,
    Excerpt,
    Mention,
    MentionForm,
    MilitaryDeployment,
    Place,
    PlaceKind,
    Quantity,
    SpeechAct,
    Statement,
    StatementKind,
    TimeReference,
    UnitType,
)
from newsmodel.model.checks import Optional, Several, words

HERE = Excerpt(text="here", start=0)
ANA = Actor(id="a1", name="Ana Silva", kind=ActorKind.PERSON)
OTHER_ANA = Actor(id="a1", name="Ana Costa", kind=ActorKind.PERSON)
SAID = Statement(
    id="s1",
    speakers=(ANA,),
    content=(HERE,),
    kind=StatementKind.INDIRECT,
    act=SpeechAct.SAY,
)
SAID_BY_OTHERS = attrs.evolve(SAID, speakers=(OTHER_ANA,))
MOVED = MilitaryDeployment(
    id="d1",
    force=ANA,
    unit=UnitType.BRIGADE,
    kind=DeploymentKind.MOVEMENT,
    status=DeploymentStatus.PLANNED,
    evidence=(HERE,),
)
VALUES: dict[str, Any] = {
    "excerpt": HERE,
    "mention": Mention(excerpt=HERE, form=MentionForm.NAME),
    "actor": ANA,
    "place": Place(name="Gao", kind=PlaceKind.CITY, excerpt=HERE),
    "quantity": Quantity(lower=2, upper=3, excerpt=HERE),
    "time": TimeReference(value=EDTF("2022"), excerpt=HERE),
    "block": Block(kind=BlockKind.HEADING, excerpt=HERE),
    "statement": SAID,
    "deployment": MOVED,
}

# value, field, what it is set to, what the error says
REFUSED = [
    ("excerpt", "text", "", "must not be empty"),
    ("excerpt", "start", -1, "must be 0 or more, not -1"),
    ("excerpt", "start", 2**63, "must be below 2 to the power 63"),
    ("mention", "reason", " ", "must not be blank"),
    ("actor", "id", "", "must not be blank"),
    ("actor", "name", "\n\t", "must not be blank"),
    ("actor", "role", "", "must not be blank"),
    ("actor", "portfolio", "", "must not be blank"),
    ("actor", "affiliation", " ", "must not be blank"),
    ("actor", "country", "nl", "ISO 3166-1 alpha-2 code such as 'NL', not 'nl'"),
    ("actor", "country", "NLD", "ISO 3166-1 alpha-2"),
    ("actor", "country", "N1", "ISO 3166-1 alpha-2"),
    ("actor", "country", "ÅÄ", "ISO 3166-1 alpha-2"),
    ("actor", "aliases", ("Silva", ""), "must not be blank"),
    ("place", "name", "", "must not be blank"),
    ("place", "country", "", "ISO 3166-1 alpha-2"),
    ("quantity", "lower", -1, "must be 0 or more"),
    ("quantity", "upper", -1, "must be 0 or more"),
    ("quantity", "upper", 1, "must not be above upper, 2 above 1"),
    ("quantity", "upper", 2**63, "must be below"),
    ("statement", "id", "", "must not be blank"),
    ("statement", "content", (), "must not be empty"),
    ("statement", "speakers", (), "must not be empty where source is None"),
    ("statement", "pattern", "", "must not be blank"),
    ("statement", "via", OTHER_ANA, "gives the id 'a1' to two different values"),
    ("deployment", "id", " ", "must not be blank"),
    ("deployment", "evidence", (), "must not be empty"),
    ("deployment", "force_country", "", "must not be blank"),
    ("deployment", "unit_name", "", "must not be blank"),
    ("deployment", "purpose", "", "must not be blank"),
    ("deployment", "part_of", "", "must not be blank"),
    ("deployment", "same_force_as", "", "must not be blank"),
    ("deployment", "reported_by", SAID_BY_OTHERS, "gives the id 'a1' to two different values"),
    ("deployment", "same_force_as", "d1", "must be the id of another deployment"),
]

WRONG_TYPES = [
    ("excerpt", "text", b"here", "str, not bytes"),
    ("excerpt", "text", None, "str, not NoneType"),
    ("excerpt", "start", "0", "int, not str"),
    ("excerpt", "start", True, "int, not bool"),
    ("excerpt", "start", 0.0, "int, not float"),
    ("mention", "excerpt", "here", "Excerpt, not str"),
    ("mention", "form", "name", "MentionForm, not str"),
    ("mention", "reason", 1, "str or None, not int"),
    ("actor", "id", 1, "str, not int"),
    ("actor", "kind", "person", "ActorKind, not str"),
    ("actor", "kind", PlaceKind.OTHER, "ActorKind, not PlaceKind"),
    ("actor", "country", 1, "str or None, not int"),
    ("actor", "since", "1994", "EDTF or None, not str"),
    ("actor", "aliases", ["Silva"], "a tuple, not list"),
    ("actor", "aliases", (1,), "a tuple of str, not int"),
    ("actor", "mentions", (HERE,), "a tuple of Mention, not Excerpt"),
    ("place", "kind", None, "PlaceKind, not NoneType"),
    ("quantity", "lower", 1.0, "int or None, not float"),
    ("quantity", "lower", True, "int or None, not bool"),
    ("quantity", "approximate", 1, "bool, not int"),
    ("quantity", "excerpt", None, "Excerpt, not NoneType"),
    ("time", "value", "2022", "EDTF, not str"),
    ("block", "kind", "heading", "BlockKind, not str"),
    ("statement", "speakers", ANA, "a tuple, not Actor"),
    ("statement", "speakers", ("Ana",), "a tuple of Actor, not str"),
    ("statement", "source", "she", "Excerpt or None, not str"),
    ("statement", "via", "Reuters", "Actor or None, not str"),
    ("deployment", "reported_by", ANA, "Statement or None, not Actor"),
    ("deployment", "quantity", 2, "Quantity or None, not int"),
]


@pytest.mark.parametrize(("name", "field", "wrong", "message"), REFUSED)
def test_values_that_break_an_invariant(name: str, field: str, wrong: Any, message: str) -> None:
    with pytest.raises(ModelError, match=message) as error:
        attrs.evolve(VALUES[name], **{field: wrong})
    assert type(VALUES[name]).__name__ in str(error.value)
    assert isinstance(error.value, ValueError)


@pytest.mark.parametrize(("name", "field", "wrong", "message"), WRONG_TYPES)
def test_values_of_the_wrong_type(name: str, field: str, wrong: Any, message: str) -> None:
    owner = f"{type(VALUES[name]).__name__}.{field} must be "
    with pytest.raises(TypeError, match=owner + message):
        attrs.evolve(VALUES[name], **{field: wrong})


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(ModelError) as error:
        attrs.evolve(ANA, name="", country="pt", role=" ")
    assert [path for path, _ in error.value.problems] == ["name", "role", "country"]
    assert pickle.loads(pickle.dumps(error.value)).problems == error.value.problems


def test_a_check_may_allow_none() -> None:
    may_be_blank = Several(Optional(words))
    assert may_be_blank((None, "x")) is None
    assert may_be_blank((None, "")) == "must not be blank"


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_values_are_immutable_and_keyword_only(value: Any) -> None:
    field = attrs.fields(type(value))[0].name
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(value, field, getattr(value, field))
    assert not hasattr(value, "__dict__")
    with pytest.raises(TypeError, match="positional"):
        type(value)("here")


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_copies_are_equal(value: Any) -> None:
    for copied in (copy.copy(value), copy.deepcopy(value), pickle.loads(pickle.dumps(value))):
        assert copied == value
        assert hash(copied) == hash(value)
        assert repr(copied) == repr(value)


EVERYTHING: list[Callable[[], st.SearchStrategy[Any]]] = [
    strategies.edtf_values,
    strategies.excerpts,
    strategies.mentions,
    strategies.actors,
    strategies.places,
    strategies.quantities,
    strategies.time_references,
    strategies.blocks,
    strategies.statements,
    strategies.deployments,
    strategies.articles,
]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(EVERYTHING).flatmap(lambda strategy: strategy()))
def test_equal_values_have_equal_hashes(value: Any) -> None:
    again = copy.deepcopy(value)
    assert again == value
    assert len({again, value}) == 1
    assert type(value).__name__ in repr(value)


# ---- reprs ------------------------------------------------------------

REPRS = [
    (HERE, "Excerpt(text='here', start=0)"),
    (
        Excerpt(text="x" * 100, start=7),
        f"Excerpt(text='{'x' * 28} … {'x' * 28}', start=7)",
    ),
    (ANA, "Actor(id='a1', name='Ana Silva', kind='person')"),
    (
        attrs.evolve(ANA, mentions=(VALUES["mention"],) * 2, since=EDTF("1994")),
        "Actor(id='a1', name='Ana Silva', kind='person', since=EDTF('1994'), mentions=<2>)",
    ),
    (VALUES["mention"], f"Mention(excerpt={HERE!r}, form='name')"),
    (VALUES["block"], f"Block(kind='heading', excerpt={HERE!r})"),
    (
        attrs.evolve(SAID, via=ANA),
        f"Statement(id='s1', speakers=[<a1 Ana Silva>], content=({HERE!r},), kind='indirect', "
        "act='say', polarity='affirmed', certainty='certain', via=<a1 Ana Silva>)",
    ),
    (
        attrs.evolve(MOVED, ordered_by=ANA, reported_by=SAID),
        "MilitaryDeployment(id='d1', force=<a1 Ana Silva>, unit='brigade', kind='movement', "
        f"status='planned', ordered_by=<a1 Ana Silva>, reported_by=<s1>, evidence=({HERE!r},))",
    ),
    (VALUES["time"], f"TimeReference(value=EDTF('2022'), excerpt={HERE!r})"),
]


@pytest.mark.parametrize(("value", "shown"), REPRS)
def test_reprs_are_short(value: object, shown: str) -> None:
    assert repr(value) == shown


STRINGS = [
    (HERE, "here"),
    (ANA, "Ana Silva"),
    (VALUES["place"], "Gao"),
    (VALUES["time"], "2022"),
    (Quantity(lower=9000, upper=9000, excerpt=HERE), "9000"),
    (Quantity(lower=500, upper=500, approximate=True, excerpt=HERE), "about 500"),
    (Quantity(lower=500, excerpt=HERE), "at least 500"),
    (Quantity(upper=500, excerpt=HERE), "up to 500"),
    (Quantity(lower=200, upper=999, excerpt=HERE), "200 to 999"),
    (Quantity(excerpt=HERE), "some"),
]


@pytest.mark.parametrize(("value", "text"), STRINGS)
def test_strings(value: object, text: str) -> None:
    assert str(value) == text


@pytest.mark.parametrize(
    ("quantity", "exact"),
    [
        (Quantity(lower=2, upper=2, excerpt=HERE), 2),
        (Quantity(lower=0, upper=0, excerpt=HERE), 0),
        (Quantity(lower=2, upper=2, approximate=True, excerpt=HERE), None),
        (Quantity(lower=2, upper=3, excerpt=HERE), None),
        (Quantity(lower=2, excerpt=HERE), None),
        (Quantity(excerpt=HERE), None),
    ],
)
def test_exact_quantities(quantity: Quantity, exact: int | None) -> None:
    assert quantity.exact == exact


# ---- excerpts ------------------------------------------------------------

TEXT = "On Monday two frigates left for the Baltic Sea."


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 3), (3, 3), (4, 3), (0, len(TEXT) + 1), (len(TEXT), len(TEXT))]
)
def test_no_excerpt_of_nothing(start: int, end: int) -> None:
    with pytest.raises(ModelError, match="no excerpt from"):
        Excerpt.of(TEXT, start, end)


@pytest.mark.parametrize(
    ("start", "end", "width", "context"),
    [
        (10, 22, 0, "…two frigates…"),
        (10, 22, 1, "…two frigates…"),
        (10, 22, 7, "…Monday two frigates left f…"),
        (10, 22, 100, TEXT),
        (0, 2, 7, "On Monday…"),
        (43, 47, 7, "…Baltic Sea."),
    ],
)
def test_context(start: int, end: int, width: int, context: str) -> None:
    assert Excerpt.of(TEXT, start, end).context(TEXT, width=width) == context


def test_context_of_another_text() -> None:
    with pytest.raises(ModelError, match="'two' is not the text at 10"):
        Excerpt.of(TEXT, 10, 13).context("another text, where it says something else")
    with pytest.raises(ModelError, match="width must be 0 or more"):
        Excerpt.of(TEXT, 10, 13).context(TEXT, width=-1)


@given(st.data())
def test_excerpts_are_the_text_at_their_place(data: st.DataObject) -> None:
    text = data.draw(strategies.texts())
    excerpt = data.draw(strategies.excerpts(text))
    assert text[excerpt.start : excerpt.end] == excerpt.text
    assert excerpt.is_in(text)
    assert excerpt.text in excerpt.context(text, width=3)
    other = data.draw(strategies.excerpts(text))
    covered = set(range(excerpt.start, excerpt.end)), set(range(other.start, other.end))
    assert excerpt.overlaps(other) == bool(covered[0] & covered[1])
    assert excerpt.contains(other) == (covered[0] >= covered[1])
