"""Places: what is one, what it is called, and how it lies to what happens."""

from __future__ import annotations

import pytest

from newsmodel.languages import load_profile
from newsmodel.parsing import blocks, places
from newsmodel.parsing.article import read
from newsmodel.parsing.places import PlaceSpan


def found(text: str, language: str) -> list[PlaceSpan]:
    profile = load_profile(language)
    return places.find(read(text, profile, None, blocks.find(text, profile)))


def short(span: PlaceSpan) -> str:
    if span.place is None:
        return f"{span.direction} ?"
    name = f"{span.place.country}" if span.place.kind == "country" else span.place.name
    return f"{span.direction} {name}" + (" nested" if span.nested else "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sailed from Kiel to Gdynia.", ["from Kiel", "to Gdynia"]),
        ("They were sent to the port city of Pemba.", ["to Pemba"]),
        ("They moved to the border state of Apure.", ["to Apure"]),
        ("They landed at the airport of Goma.", ["at Goma"]),
        ("They flew into Finnish airspace.", ["to FI"]),
        ("They sailed along the coast off Guajira.", ["at Guajira"]),
        ("They are at Prince Sultan Air Base.", ["at Prince Sultan Air Base"]),
        ("They trained in northern Iraq.", ["at IQ"]),
        ("They went to Pemba in Mozambique.", ["to Pemba", "at MZ nested"]),
        ("They went to Rukla, in Lithuania.", ["to Rukla", "at LT nested"]),
        ("They crossed the Gulf of Aden.", ["bare Gulf of Aden"]),
        ("They were sent to help the miners.", []),
        ("They were sent to the front.", []),
        ("They left in April for good.", []),
        ("They gathered along the border.", []),
        ("According to Reuters they stayed.", []),
    ],
)
def test_english_places(text: str, expected: list[str]) -> None:
    assert [short(span) for span in found(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zij voeren van Kiel naar Gdynia.", ["from Kiel", "to Gdynia"]),
        ("Zij gingen naar de havenstad Odesa.", ["to Odesa"]),
        ("Zij kwamen aan op de luchthaven Zvartnots.", ["at Zvartnots"]),
        ("Zij oefenden op het eiland Palawan.", ["at Palawan"]),
        ("Zij vlogen in het Finse luchtruim.", ["at FI"]),
        ("Zij liggen voor de kust van Varna.", ["at Varna"]),
        ("Zij zijn in het noorden van Mali.", ["at ML"]),
        ("Zij gingen naar Rukla, in Litouwen.", ["to Rukla", "at LT nested"]),
        ("Zij vertrokken uit Mazar-e-Sharif.", ["from Mazar-e-Sharif"]),
        ("Zij gingen naar het front.", []),
        ("Zij staan aan de grens.", []),
        ("Zij vertrokken in april.", []),
        ("Zij bleven bij Defensie.", []),
    ],
)
def test_dutch_places(text: str, expected: list[str]) -> None:
    assert [short(span) for span in found(text, "nl")] == expected


def test_a_noun_without_a_name_is_a_place_to_be_explained() -> None:
    assert [short(span) for span in found("They stayed in the village.", "en")] == ["at ?"]
