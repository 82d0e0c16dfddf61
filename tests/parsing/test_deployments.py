"""Deployments: passages and what they tell of forces, in tables of the two languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsmodel
from newsmodel.model import Article, MilitaryDeployment, Place, PlaceKind

CASES = Path(__file__).parent / "cases"
PUBLISHED = "2022-12-19"  # a Monday


def rows(language: str) -> list[tuple[str, list[str]]]:
    lines = (CASES / f"deployments_{language}.tsv").read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines[1:] if not line.startswith("#")]
    return [(text, [] if told == "-" else sorted(told.split(" ; "))) for text, told in cells]


def place(value: Place) -> str:
    return str(value.country) if value.kind is PlaceKind.COUNTRY else value.name


def short(deployment: MilitaryDeployment) -> str:
    """A deployment as the tables write it."""
    number = deployment.quantity
    least, most = (number.lower, number.upper) if number is not None else (None, None)
    words = [
        str(deployment.force_country),
        deployment.unit,
        *("-" if bound is None else str(bound) for bound in (least, most)),
        deployment.kind,
        deployment.status,
    ]
    for letter, where in (
        ("O", deployment.origin),
        ("D", deployment.destination),
        ("L", deployment.location),
    ):
        if where is not None:
            words.append(f"{letter}:{place(where)}")
    if deployment.time is not None:
        words.append(f"T:{deployment.time.value}")
    return " ".join(words)


def told(text: str, language: str) -> list[str]:
    found = newsmodel.find_deployments(text, language=language, published=PUBLISHED)
    return sorted(short(deployment) for deployment in found)


@pytest.mark.parametrize(("text", "expected"), rows("en"))
def test_english_passages(text: str, expected: list[str]) -> None:
    assert told(text, "en") == expected


@pytest.mark.parametrize(("text", "expected"), rows("nl"))
def test_dutch_passages(text: str, expected: list[str]) -> None:
    assert told(text, "nl") == expected


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_tables_hold_both_what_is_and_what_is_none(language: str) -> None:
    table = rows(language)
    assert sum(1 for _, expected in table if expected) >= 60
    assert sum(1 for _, expected in table if not expected) >= 40


HARBOUR = """
Greece sends two frigates to Rhodes

ATHENS, 19 December 2022 - Greece has sent two frigates to Rhodes, Defence Minister Ana Doukas said.
The frigates left Piraeus on Saturday. They will exercise off Kos from Thursday.

Another frigate will follow next week, the minister said. On Sunday President Petros Lekkas
ordered an inspection of the army to test its readiness.
"""


def read(text: str) -> Article:
    return newsmodel.parse_article(text, published=PUBLISHED)


def test_what_is_said_of_one_move_in_several_places_is_one_record() -> None:
    sent, *_ = read(HARBOUR).deployments
    assert short(sent) == "GR warship 2 2 movement completed O:Piraeus D:Rhodes T:2022-12-17"
    assert [e.text for e in sent.evidence] == [
        "Greece has sent two frigates to Rhodes",
        "The frigates left Piraeus on Saturday",
    ]


def test_a_pronoun_brings_the_force_back_for_another_move() -> None:
    sent, exercise, *_ = read(HARBOUR).deployments
    assert short(exercise) == "GR warship 2 2 exercise planned L:Kos T:2022-12-22/.."
    assert exercise.same_force_as == sent.id


def test_who_reports_and_who_orders() -> None:
    article = read(HARBOUR)
    sent, *_, inspection = article.deployments
    assert sent.reported_by is not None
    assert [speaker.name for speaker in sent.reported_by.speakers] == ["Ana Doukas"]
    assert inspection.ordered_by is not None
    assert inspection.ordered_by.name == "Petros Lekkas"
    assert short(inspection) == "GR army - - inspection ordered L:GR T:2022-12-18"


def test_ids_follow_the_text_and_evidence_is_verbatim() -> None:
    article = read(HARBOUR)
    assert [d.id for d in article.deployments] == [
        f"d{number}" for number in range(1, len(article.deployments) + 1)
    ]
    for deployment in article.deployments:
        for excerpt in deployment.evidence:
            assert excerpt.is_in(article.text)


@pytest.mark.parametrize(
    ("text", "purpose", "part_of"),
    [
        (
            "Ghana has sent a battalion to Bawku to guard the bridges.",
            "guard the bridges",
            None,
        ),
        (
            "Chad moved 300 soldiers to Abeche as part of a regional force.",
            None,
            "regional force",
        ),
        (
            "Estland stuurt een compagnie naar Narva om de grens te bewaken.",
            "de grens te bewaken",
            None,
        ),
        (
            "Als onderdeel van Operatie Zeehond stuurt Noorwegen twee fregatten naar IJsland.",
            None,
            "Operatie Zeehond",
        ),
    ],
)
def test_purpose_and_larger_force(text: str, purpose: str | None, part_of: str | None) -> None:
    deployment = newsmodel.parse_deployment(text, published=PUBLISHED)
    assert (deployment.purpose, deployment.part_of) == (purpose, part_of)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ukrainian 93rd Brigade has been moved to Lyman.", "93rd Brigade"),
        ("The Dutch frigate Tromp arrived in Riga on Sunday.", "Tromp"),
        ("De Finse 3e Brigade is in Polen aangekomen.", "3e Brigade"),
        ("Two Danish frigates arrived in Riga on Sunday.", None),
    ],
)
def test_the_name_of_the_unit(text: str, name: str | None) -> None:
    assert newsmodel.parse_deployment(text, published=PUBLISHED).unit_name == name


def test_a_denial_is_a_record_only_where_nobody_claims_it() -> None:
    denial = "Baku denied that its soldiers had entered Jermuk."
    assert told(denial, "en") == ["AZ troops - - movement denied D:Jermuk"]
    claim = "Armenia said that Azerbaijani soldiers had entered Jermuk. "
    assert told(claim + denial, "en") == ["AZ troops - - movement completed D:Jermuk"]
