"""Names: rows of a sentence with the pieces that noun phrases are made of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsmodel.parsing import blocks
from newsmodel.parsing.article import choose_profile, read
from newsmodel.parsing.atoms import Atom, AtomKind
from newsmodel.parsing.names import NameFinder
from newsmodel.parsing.tokens import Tokens


def atoms(language: str, text: str) -> tuple[Tokens, list[Atom]]:
    profile = choose_profile(text, language)
    reading = read(text, profile, None, blocks.find(text, profile))
    counted = bytearray(len(reading.tokens) + 1)
    tokens, finder = reading.tokens, NameFinder(reading.tokens, profile, reading.timed, counted)
    found = [atom for first, last in tokens.sentences for atom in finder.find(first, last)]
    return tokens, found


def pieces(language: str, text: str) -> list[str]:
    """The atoms but pronouns, each as `kind:words`."""
    tokens, found = atoms(language, text)
    return [
        f"{atom.kind.name.lower()}:{tokens.slice(atom.first, atom.last)}"
        for atom in found
        if atom.kind is not AtomKind.PRONOUN
    ]


ROWS = [
    # names that no list has, with their particles, initials, hyphens and suffixes
    ("nl", "gisteren vertrok Marek Zielonka", ["name:Marek Zielonka"]),
    ("nl", "gisteren vertrok Ursula von Altenburg", ["name:Ursula von Altenburg"]),
    ("nl", "gisteren vertrok Pieter van der Meulen", ["name:Pieter van der Meulen"]),
    ("nl", "gisteren vertrok Jan van 't Hoff", ["name:Jan van 't Hoff"]),
    ("nl", "gisteren vertrok A. B. Zielonka", ["name:A. B. Zielonka"]),
    ("nl", "gisteren vertrok Omar bin Raashid", ["name:Omar bin Raashid"]),
    ("nl", "gisteren vertrok Abdel al-Masri", ["name:Abdel al-Masri"]),
    ("nl", "gisteren vertrok Jean-Luc Lefèvre-Sydor", ["name:Jean-Luc Lefèvre-Sydor"]),
    ("en", "yesterday Marek Zielonka Jr. left", ["name:Marek Zielonka Jr."]),
    ("en", "yesterday Marek Zielonka, Jr., left", ["name:Marek Zielonka, Jr."]),
    ("en", "yesterday Stephen King left", ["name:Stephen King"]),
    ("en", "yesterday Spain's King Felipe left", ["country:Spain", "role:King", "name:Felipe"]),
    (
        "en",
        "US Secretary of State Luc Morel left",
        ["country:US", "role:Secretary of State", "name:Luc Morel"],
    ),
    ("en", "US fishermen left", ["country:US", "role:fishermen"]),
    ("en", "yesterday Col. (ret.) Luc Morel left", ["role:Col. (ret.)", "name:Luc Morel"]),
    ("en", "yesterday the general retired", ["role:general"]),
    ("nl", "gisteren zweeg kol. Luc Morel", ["role:kol.", "name:Luc Morel"]),
    (
        "nl",
        "gisteren zweeg generaal buiten dienst Luc Morel",
        ["role:generaal buiten dienst", "name:Luc Morel"],
    ),
    ("en", "yesterday Seán O’Rourke left", ["name:Seán O’Rourke"]),
    ("en", "yesterday J. R. Whitlock left", ["name:J. R. Whitlock"]),
    ("en", "yesterday Marek Zielonka's ships left", ["name:Marek Zielonka"]),
    ("en", "yesterday Carlo di Stefanno left", ["name:Carlo di Stefanno"]),
    # offices and bodies
    ("nl", "gisteren vertrok de minister van Defensie", ["role:minister", "known:Defensie"]),
    ("nl", "gisteren vertrok de woordvoerster", ["role:woordvoerster"]),
    (
        "nl",
        "gisteren vertrok Kremlinwoordvoerder Zielonka",
        ["role:Kremlinwoordvoerder", "name:Zielonka"],
    ),
    ("nl", "gisteren vertrok NAVO-chef Zielonka", ["role:NAVO-chef", "name:Zielonka"]),
    ("en", "yesterday the prime minister left", ["role:prime minister"]),
    ("en", "yesterday Lt. Gen. Zielonka left", ["role:Lt. Gen.", "name:Zielonka"]),
    (
        "en",
        "yesterday spokeswoman Marek Zielonka left",
        ["role:spokeswoman", "name:Marek Zielonka"],
    ),
    # what lists know
    ("nl", "gisteren zweeg Reuters", ["known:Reuters"]),
    ("nl", "gisteren zweeg het Kremlin", ["metonym:Kremlin"]),
    ("nl", "gisteren zweeg Frankrijk", ["country:Frankrijk"]),
    ("nl", "gisteren zweeg Moskou", ["capital:Moskou"]),
    ("nl", "gisteren zwegen de Russen", ["demonym:Russen"]),
    ("nl", "gisteren zweeg de Russische minister", ["adjective:Russische", "role:minister"]),
    ("nl", "gisteren zweeg Duitslands minister", ["country:Duitslands", "role:minister"]),
    ("en", "yesterday the Pentagon was silent", ["metonym:Pentagon"]),
    ("en", "yesterday France was silent", ["country:France"]),
    ("en", "yesterday Moscow was silent", ["capital:Moscow"]),
    ("en", "yesterday the Russians were silent", ["demonym:Russians"]),
    ("en", "yesterday the Russian minister was silent", ["adjective:Russian", "role:minister"]),
    ("en", "yesterday the Baltic Sea was calm", ["place:Baltic Sea"]),
    # nothing at all
    ("nl", "Gisteren was het water koud.", []),
    ("nl", "Maandag begint de week, zegt men.", []),
    ("nl", "Op 5 november 2022 was het stil.", []),
    ("nl", "Het water is koud. Niemand weet waarom.", []),
    ("en", "Yesterday the water was cold.", []),
    ("en", "On Monday the week begins.", []),
    ("en", "It was quiet on 5 November 2022.", []),
    ("en", "Nobody knows why. Perhaps they will.", []),
    ("nl", "", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), ROWS)
def test_pieces(language: str, text: str, wanted: list[str]) -> None:
    assert pieces(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "genitive"),
    [
        ("nl", "gisteren zweeg Duitslands minister", True),
        ("nl", "gisteren zweeg Duitsland", False),
    ],
)
def test_a_genitive_in_the_word(language: str, text: str, genitive: bool) -> None:
    _, found = atoms(language, text)
    assert found[0].genitive is genitive


@pytest.mark.parametrize(
    ("text", "prefix"),
    [("de Kremlinwoordvoerder zweeg", "Kremlin"), ("de NAVO-chef zweeg", "NAVO")],
)
def test_the_name_in_a_compound(text: str, prefix: str) -> None:
    _, found = atoms("nl", text)
    assert found[0].prefix == prefix


def test_what_an_atom_may_mean() -> None:
    _, found = atoms("en", "yesterday Moscow was silent")
    senses = {sense.kind for sense in found[0].senses}
    assert found[0].sense is found[0].senses[0]
    assert all(found[0].has(kind) is not None for kind in senses)
    assert Atom(0, 1, AtomKind.NAME).sense is None


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("end", ["R", "J.", "A. B", "van", "de", "O", "Van 't", "U.S."])
def test_a_text_that_ends_in_the_middle_of_a_name(language: str, end: str) -> None:
    atoms(language, f"They met {end}")
    atoms(language, end)


def test_atoms_stand_in_order_without_overlap() -> None:
    text = "De Franse minister van Defensie Luc Morel en Kremlinwoordvoerder Ivan Doerov zwegen."
    _, found = atoms("nl", text)
    assert len(found) >= 5
    assert all(a.first < a.last <= b.first for a, b in pairwise(found))
