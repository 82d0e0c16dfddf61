"""Forces: the unit, the number, the name of the formation, and whose it is."""

from __future__ import annotations

import pytest

from newsmodel.languages import load_profile
from newsmodel.parsing import blocks
from newsmodel.parsing.article import read
from newsmodel.parsing.forces import Force, ForceFinder
from newsmodel.parsing.forcewords import force_words


def found(text: str, language: str) -> list[Force]:
    profile = load_profile(language)
    reading = read(text, profile, None, blocks.find(text, profile))
    marks = [force_words(profile).marks[word] for word in reading.tokens.words]
    finder = ForceFinder(reading, marks)
    return [
        force
        for first, last in (reading.tokens.sentences[number] for number in reading.running)
        for force in finder.sentence(first, last, finder.heads(range(first, last)))
        if not force.weak
    ]


def short(force: Force) -> str:
    owner = force.owner.label if force.owner is not None else "-"
    number = force.quantity
    bounds = "-" if number is None else f"{number.lower}..{number.upper}"
    return f"{owner} {force.unit} {bounds}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two French frigates have left.", ["FR warship 2..2"]),
        ("About 600 American paratroopers have left.", ["US troops 600..600"]),
        ("Tens of thousands of Romanian reservists wait.", ["RO reservists 20000..99999"]),
        ("Between 20 and 30 artillery pieces have gone.", ["- artillery 20..30"]),
        ("Four Typhoon fighters have landed.", ["- aircraft 4..4"]),
        ("Four Rafale jets have landed.", ["- aircraft 4..4"]),
        ("Thirty T-72s have arrived.", ["- tank 30..30"]),
        ("A mechanised brigade has left.", ["- brigade 1..1"]),
        ("An infantry battalion has left.", ["- battalion 1..1"]),
        ("Russia's Northern Fleet has sailed.", ["RU fleet 1..1"]),
        ("The Syrian army has gone.", ["SY army -"]),
        ("Hezbollah fighters have gone.", ["Hezbollah troops -"]),
        ("Some 60 gunmen of the Nusra Front have gone.", ["Nusra Front troops 60..60"]),
        ("A contingent of 400 soldiers has left.", ["- troops 400..400"]),
        ("A squadron of twelve F-16s has left.", ["- aircraft 1..1"]),
        ("Some 300 of its 900 soldiers have left.", ["- troops 300..300"]),
        ("French and German soldiers have left.", ["DE troops -"]),
        ("The think tank in Oslo has closed.", []),
        ("The army chief has resigned.", []),
        ("A navy spokesman declined.", []),
        ("An oil tanker has sunk.", []),
        ("Greg Garrison has resigned.", []),
    ],
)
def test_english_forces(text: str, expected: list[str]) -> None:
    assert [short(force) for force in found(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twee Franse fregatten zijn vertrokken.", ["FR warship 2..2"]),
        ("Zo'n 250 Belgische militairen zijn vertrokken.", ["BE troops 250..250"]),
        ("Duizenden Servische reservisten wachten.", ["RS reservists 2000..9999"]),
        ("Vier Belgische F-16's zijn geland.", ["BE aircraft 4..4"]),
        ("Drie tankbataljons zijn weg.", ["- battalion 3..3"]),
        ("Een artilleriebataljon is weg.", ["- battalion 1..1"]),
        ("Honderd vredessoldaten van de NAVO zijn weg.", ["NAVO peacekeepers 100..100"]),
        ("Strijders van de terreurgroep JNIM zijn weg.", ["JNIM troops -"]),
        ("Houthi-strijders zijn weg.", ["Houthi troops -"]),
        ("Een contingent van 400 militairen is weg.", ["- troops 400..400"]),
        ("Het Russische leger is weg.", ["RU army -"]),
        ("Leopard-tanks zijn geland.", ["- tank -"]),
        ("De denktank in Leiden is dicht.", []),
        ("De legerleider is weg.", []),
        ("Een olietanker is gezonken.", []),
    ],
)
def test_dutch_forces(text: str, expected: list[str]) -> None:
    assert [short(force) for force in found(text, "nl")] == expected


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("The Ukrainian 93rd Brigade has left.", "en", "93rd Brigade"),
        ("Its Second Corps has left.", "en", "Second Corps"),
        ("The Dutch frigate Tromp has left.", "en", "Tromp"),
        ("De 41e Brigade is weg.", "nl", "41e Brigade"),
        ("Two brigades have left.", "en", None),
    ],
)
def test_names_of_formations(text: str, language: str, name: str | None) -> None:
    force, *_ = found(text, language)
    assert force.unit_name == name
