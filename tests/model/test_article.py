"""What holds for an article as a whole, and what it can be asked."""

from __future__ import annotations

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
    Article,
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

TEXT = (
    "Lisbon answers\n\nAna Silva said “no”. The minister left for Porto in May with two frigates. "
    "Rui Costa, of the Silva Institute, warned of “a storm”.\n\n“Perhaps”, it read."
)


def at(words: str) -> Excerpt:
    return Excerpt(text=words, start=TEXT.index(words))


SILVA = Actor(
    id="a1",
    name="Ana Silva",
    kind=ActorKind.PERSON,
    aliases=("Silva",),
    mentions=(
        Mention(excerpt=at("Ana Silva"), form=MentionForm.NAME),
        Mention(excerpt=at("The minister"), form=MentionForm.OFFICE),
        Mention(excerpt=at("it"), form=MentionForm.PRONOUN),
    ),
)
COSTA = Actor(
    id="a2",
    name="Rui Costa",
    kind=ActorKind.PERSON,
    mentions=(Mention(excerpt=at("Costa"), form=MentionForm.SURNAME),),
)
INSTITUTE = Actor(id="a3", name="Silva", kind=ActorKind.ORGANIZATION)
REFUSAL = Statement(
    id="s1",
    speakers=(SILVA,),
    source=at("Ana Silva"),
    cue=(at("said"),),
    content=(at("no"),),
    quotations=(at("no"),),
    kind=StatementKind.DIRECT,
    act=SpeechAct.SAY,
    time=TimeReference(value=EDTF("2022-05"), excerpt=at("in May")),
)
WARNING = Statement(
    id="s2",
    speakers=(COSTA, SILVA),
    content=(at("a storm"),),
    quotations=(at("a storm"),),
    kind=StatementKind.DIRECT,
    act=SpeechAct.WARN,
    via=INSTITUTE,
)
SAILING = MilitaryDeployment(
    id="d1",
    force=INSTITUTE,
    unit=UnitType.WARSHIP,
    quantity=Quantity(lower=2, upper=2, excerpt=at("two")),
    kind=DeploymentKind.MOVEMENT,
    status=DeploymentStatus.COMPLETED,
    origin=Place(name="Lisbon", country="PT", kind=PlaceKind.CITY, excerpt=at("Lisbon")),
    destination=Place(name="Porto", country="PT", kind=PlaceKind.CITY, excerpt=at("Porto")),
    location=Place(name="Porto", country="PT", kind=PlaceKind.CITY, excerpt=at("Porto")),
    time=TimeReference(value=EDTF("2022-05"), excerpt=at("in May")),
    ordered_by=SILVA,
    reported_by=REFUSAL,
    evidence=(at("left for Porto"), at("with two frigates")),
)
RETURN = attrs.evolve(SAILING, id="d2", same_force_as="d1")
ARTICLE = Article(
    text=TEXT,
    language="en",
    published=EDTF("2022-05-20"),
    headline=at("Lisbon answers"),
    blocks=(
        Block(kind=BlockKind.HEADLINE, excerpt=at("Lisbon answers")),
        Block(kind=BlockKind.HEADING, excerpt=at("Rui Costa")),
        Block(kind=BlockKind.PARAGRAPH, excerpt=at("The minister")),
    ),
    actors=(SILVA, COSTA, INSTITUTE),
    statements=(REFUSAL, WARNING),
    deployments=(SAILING, RETURN),
    unattributed=(at("Perhaps"),),
)

ASTRAY = Excerpt(text="no", start=2)
STRANGER = Actor(id="a9", name="Eva Dias", kind=ActorKind.PERSON)
CHANGED = attrs.evolve(SILVA, role="president")


def moved(**changes: Any) -> tuple[MilitaryDeployment, ...]:
    return (attrs.evolve(SAILING, **changes),)


def said(**changes: Any) -> tuple[Statement, ...]:
    return (REFUSAL, attrs.evolve(WARNING, **changes))


# the field that is changed, its value, where the error is
INCONSISTENT: list[tuple[str, Any, str]] = [
    ("language", "eng", "language"),
    ("language", "EN", "language"),
    ("language", "", "language"),
    ("headline", ASTRAY, "headline"),
    ("blocks", (Block(kind=BlockKind.CAPTION, excerpt=ASTRAY),), "blocks[0].excerpt"),
    ("unattributed", (at("Perhaps"), ASTRAY), "unattributed[1]"),
    ("unattributed", (Excerpt(text="no", start=10**6),), "unattributed[0]"),
    ("actors", (SILVA, COSTA, INSTITUTE, STRANGER, STRANGER), "actors[4].id"),
    (
        "actors",
        (
            SILVA,
            COSTA,
            INSTITUTE,
            attrs.evolve(STRANGER, mentions=(Mention(excerpt=ASTRAY, form=MentionForm.NAME),)),
        ),
        "actors[3].mentions[0].excerpt",
    ),
    ("statements", (REFUSAL, WARNING, WARNING), "statements[2].id"),
    ("statements", said(source=ASTRAY), "statements[1].source"),
    ("statements", said(cue=(ASTRAY,)), "statements[1].cue[0]"),
    ("statements", said(content=(at("no"), ASTRAY)), "statements[1].content[1]"),
    ("statements", said(quotations=(ASTRAY,)), "statements[1].quotations[0]"),
    (
        "statements",
        said(time=TimeReference(value=EDTF("2022"), excerpt=ASTRAY)),
        "statements[1].time.excerpt",
    ),
    ("statements", said(speakers=(COSTA, STRANGER)), "statements[1].speakers[1]"),
    ("statements", said(speakers=(CHANGED,)), "statements[1].speakers[0]"),
    ("statements", said(via=STRANGER), "statements[1].via"),
    ("deployments", (SAILING, RETURN, RETURN), "deployments[2].id"),
    ("deployments", moved(force=STRANGER), "deployments[0].force"),
    ("deployments", moved(ordered_by=STRANGER), "deployments[0].ordered_by"),
    (
        "deployments",
        moved(reported_by=attrs.evolve(REFUSAL, id="s9")),
        "deployments[0].reported_by",
    ),
    (
        "deployments",
        moved(reported_by=attrs.evolve(REFUSAL, act=SpeechAct.DENY)),
        "deployments[0].reported_by",
    ),
    ("deployments", moved(same_force_as="d9"), "deployments[0].same_force_as"),
    ("deployments", moved(evidence=(ASTRAY,)), "deployments[0].evidence[0]"),
    (
        "deployments",
        moved(quantity=Quantity(lower=2, excerpt=ASTRAY)),
        "deployments[0].quantity.excerpt",
    ),
    *(
        (
            "deployments",
            moved(**{name: Place(name="Faro", kind=PlaceKind.CITY, excerpt=ASTRAY)}),
            f"deployments[0].{name}.excerpt",
        )
        for name in ("origin", "destination", "location")
    ),
    (
        "deployments",
        moved(time=TimeReference(value=EDTF("2022"), excerpt=ASTRAY)),
        "deployments[0].time.excerpt",
    ),
]


@pytest.mark.parametrize(("field", "value", "where"), INCONSISTENT)
def test_parts_that_do_not_fit(field: str, value: Any, where: str) -> None:
    with pytest.raises(ModelError) as error:
        attrs.evolve(ARTICLE, **{field: value})
    assert [path for path, _ in error.value.problems] == [where]
    assert f"Article.{where} " in str(error.value)


def test_all_that_does_not_fit_is_said_at_once() -> None:
    with pytest.raises(ModelError) as error:
        attrs.evolve(ARTICLE, headline=ASTRAY, actors=(SILVA, COSTA))
    assert [path for path, _ in error.value.problems] == [
        "headline",
        "statements[1].via",
        "deployments[0].force",
        "deployments[1].force",
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", TEXT.encode()),
        ("text", None),
        ("language", None),
        ("published", "2022"),
        ("headline", "Lisbon answers"),
        ("blocks", [ARTICLE.blocks[0]]),
        ("actors", ("Ana Silva",)),
        ("statements", (SAILING,)),
        ("deployments", (REFUSAL,)),
        ("unattributed", ("Perhaps",)),
    ],
)
def test_parts_of_the_wrong_type(field: str, value: Any) -> None:
    with pytest.raises(TypeError, match=rf"Article\.{field} must be"):
        attrs.evolve(ARTICLE, **{field: value})


def test_an_equal_actor_may_stand_for_the_listed_one() -> None:
    twin = attrs.evolve(SILVA)
    assert twin is not SILVA
    assert attrs.evolve(ARTICLE, statements=(REFUSAL, *said(speakers=(twin,))[1:]))


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Ana Silva", SILVA),
        ("ana  SILVA ", SILVA),
        ("Silva", INSTITUTE),  # a full name before an alias
        ("The Minister", SILVA),
        ("costa", COSTA),
        ("it", None),  # a pronoun names nobody
        ("Ana", None),
        ("", None),
    ],
)
def test_actors_by_name(name: str, actor: Actor | None) -> None:
    assert ARTICLE.actor(name) == actor


def test_actors_by_alias() -> None:
    assert Article(text=TEXT, language="en", actors=(COSTA, SILVA)).actor("SILVA") is SILVA


@pytest.mark.parametrize(
    ("actor", "statements"),
    [
        (SILVA, (REFUSAL, WARNING)),
        ("Ana Silva", (REFUSAL, WARNING)),
        ("costa", (WARNING,)),
        (INSTITUTE, ()),
        ("nobody", ()),
    ],
)
def test_statements_by(actor: Actor | str, statements: tuple[Statement, ...]) -> None:
    assert ARTICLE.statements_by(actor) == statements


def test_derived_passages() -> None:
    assert [str(e) for e in ARTICLE.headings] == ["Rui Costa"]
    assert [str(e) for e in ARTICLE.quotations] == ["no", "a storm", "Perhaps"]
    assert at("no").context(ARTICLE, width=6) == "…said “no”. The…"


def test_the_repr_counts() -> None:
    assert repr(ARTICLE).endswith(
        "blocks=<3>, actors=<3>, statements=<2>, deployments=<2>, unattributed=<1>)"
    )
    assert repr(Article(text="", language="nl")) == "Article(text='', language='nl')"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.articles(), st.data())
def test_a_drawn_article_loses_its_ground_with_its_text(
    article: Article, data: st.DataObject
) -> None:
    excerpts = [block.excerpt for block in article.blocks] + list(article.unattributed)
    excerpts += [m.excerpt for actor in article.actors for m in actor.mentions]
    excerpts += [e for s in article.statements for e in s.content]
    excerpts += [e for d in article.deployments for e in d.evidence]
    assert all(excerpt.is_in(article.text) for excerpt in excerpts)
    if excerpts:
        last = max(excerpt.end for excerpt in excerpts)
        with pytest.raises(ModelError, match="but the text at"):
            attrs.evolve(article, text=article.text[: last - 1])
