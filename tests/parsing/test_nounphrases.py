"""Noun phrases: rows of a sentence with who is named in it, and what is told of them there."""

from __future__ import annotations

import pytest

from newsmodel.parsing import blocks
from newsmodel.parsing.article import choose_profile, read
from newsmodel.parsing.nounphrases import NounPhrase, PhraseKind
from newsmodel.parsing.reading import Reading


def phrases(language: str, text: str) -> tuple[Reading, list[NounPhrase]]:
    profile = choose_profile(text, language)
    reading = read(text, profile, None, blocks.find(text, profile))
    return reading, [p for p in reading.phrases if p.kind is not PhraseKind.PRONOUN]


def shown(phrase: NounPhrase) -> str:
    """Kind, name and what is told: `person Luc Morel: minister van Defensie (Defensie) FR`."""
    facts = [
        phrase.role or "",
        f"({phrase.portfolio})" if phrase.portfolio else "",
        f"@{phrase.affiliation}" if phrase.affiliation else "",
        phrase.country or "",
    ]
    told = " ".join(fact for fact in facts if fact)
    kind = phrase.kind.name.lower()
    if phrase.kind in (PhraseKind.ROLE, PhraseKind.UNNAMED_BODY):
        return f"{kind}: {told}".rstrip(": ")
    return f"{kind} {phrase.name}" + (f": {told}" if told else "")


DUTCH = [
    # a person with an office before or after the name
    ("Premier Luc Morel zweeg gisteren.", ["person Luc Morel: Premier"]),
    ("De Franse premier Luc Morel zweeg.", ["person Luc Morel: premier FR"]),
    (
        "De Franse minister van Defensie Luc Morel zweeg.",
        ["person Luc Morel: minister van Defensie (Defensie) FR"],
    ),
    (
        "Luc Morel, de Franse minister van Defensie, zweeg.",
        ["person Luc Morel: minister van Defensie (Defensie) FR"],
    ),
    (
        "De Franse minister van Buitenlandse Zaken, Luc Morel, zweeg.",
        ["person Luc Morel: minister van Buitenlandse Zaken (Buitenlandse Zaken) FR"],
    ),
    (
        "Ministers Luc Morel (Defensie) en Anna Vos (Buitenlandse Zaken) zwegen.",
        [
            "person Luc Morel: minister van Defensie (Defensie)",
            "person Anna Vos: minister van Buitenlandse Zaken (Buitenlandse Zaken)",
        ],
    ),
    (
        "De presidenten Luc Morel en Anna Vos zwegen.",
        ["person Luc Morel: president", "person Anna Vos: president"],
    ),
    (
        "Kremlinwoordvoerder Ivan Doerov zweeg.",
        ["person Ivan Doerov: Kremlinwoordvoerder @Kremlin RU"],
    ),
    ("Generaal b.d. Luc Morel zweeg.", ["person Luc Morel: Generaal b.d."]),
    (
        "De leider van de oppositie, Luc Morel, zweeg.",
        ["unnamed_body", "person Luc Morel: leider van de oppositie"],
    ),
    ("De nieuwe premier Luc Morel zweeg.", ["person Luc Morel: premier"]),
    ("Gisteren werd Koen Peeters voorzitter.", ["person Koen Peeters", "role: voorzitter"]),
    ("Noor van den Heuvel zweeg.", ["name Noor van den Heuvel"]),
    ("Een Noor van de Vloot zweeg.", ["demonym Noor: NO", "body Vloot"]),
    ("Voormalig president Luc Morel zweeg.", ["person Luc Morel: Voormalig president"]),
    (
        "Luc Morel, woordvoerder van het Rode Kruis, zweeg.",
        ["person Luc Morel: woordvoerder @Rode Kruis", "body Rode Kruis"],
    ),
    # bodies
    (
        "Het Russische ministerie van Defensie zweeg.",
        ["body Russische ministerie van Defensie: RU"],
    ),
    ("Het Franse leger zweeg.", ["body Franse leger: FR"]),
    ("De Noorse regering zweeg.", ["body Noorse regering: NO"]),
    ("Het persbureau Tass zweeg.", ["body Tass"]),
    ("Het Kremlin zweeg.", ["metonym Kremlin: RU"]),
    # people without a name, countries, capitals, peoples
    ("De Franse president zweeg.", ["role: president FR"]),
    ("De minister van Defensie zweeg.", ["role: minister van Defensie (Defensie)"]),
    ("Frankrijk zweeg.", ["country Frankrijk: FR"]),
    ("Moskou zweeg.", ["capital Moskou: RU"]),
    ("De Russen zwegen.", ["demonym Russen: RU"]),
    # none
    ("Gisteren was het koud en stil.", []),
    ("Op maandag begint een nieuwe week.", []),
]
ENGLISH = [
    ("Prime Minister Luc Morel was silent.", ["person Luc Morel: Prime Minister"]),
    ("French President Luc Morel was silent.", ["person Luc Morel: President FR"]),
    ("The French president, Luc Morel, was silent.", ["person Luc Morel: president FR"]),
    ("Luc Morel, the French president, was silent.", ["person Luc Morel: president FR"]),
    (
        "France's president, Luc Morel, was silent.",
        ["country France: FR", "person Luc Morel: president FR"],
    ),
    (
        "British Foreign Secretary Jane Holt was silent.",
        ["person Jane Holt: Foreign Secretary GB"],
    ),
    (
        "Gen. Ola Berg and Sgt. Tom Hale were silent.",
        ["person Ola Berg: Gen.", "person Tom Hale: Sgt."],
    ),
    ("Former president Jane Holt was silent.", ["person Jane Holt: Former president"]),
    ("Deputy minister Tom Hale was silent.", ["person Tom Hale: Deputy minister"]),
    (
        "Kremlin spokesman Ivan Doerov was silent.",
        ["person Ivan Doerov: spokesman @Kremlin RU"],
    ),
    ("The Norwegian army was silent.", ["body Norwegian army: NO"]),
    ("The Norwegian defence ministry was silent.", ["body Norwegian defence ministry: NO"]),
    ("The Pentagon was silent.", ["metonym Pentagon: US"]),
    ("The French president was silent.", ["role: president FR"]),
    ("France was silent.", ["country France: FR"]),
    ("Moscow was silent.", ["capital Moscow: RU"]),
    ("The Russians were silent.", ["demonym Russians: RU"]),
    ("Two Western officials were silent.", ["role: officials"]),
    ("The army said its soldiers were home.", ["unnamed_body", "role: soldiers"]),
    ("Yesterday it was cold and quiet.", []),
    ("On Monday a new week begins.", []),
]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [("nl", *row) for row in DUTCH] + [("en", *row) for row in ENGLISH],
)
def test_phrases(language: str, text: str, wanted: list[str]) -> None:
    assert [shown(phrase) for phrase in phrases(language, text)[1]] == wanted


#: The whole phrase, with its article and all that belongs to it.
EXTENTS = [
    (
        "nl",
        "Gisteren zweeg de Franse minister van Defensie Luc Morel.",
        "de Franse minister van Defensie Luc Morel",
    ),
    ("nl", "Luc Morel, de Franse premier, zweeg.", "Luc Morel, de Franse premier"),
    ("nl", "Gisteren zwegen twee hoge officieren.", "twee hoge officieren"),
    ("nl", "Gisteren zweeg zijn woordvoerster.", "zijn woordvoerster"),
    (
        "en",
        "Yesterday the French president, Luc Morel, was silent.",
        "the French president, Luc Morel",
    ),
    ("en", "Yesterday two Western officials were silent.", "two Western officials"),
    ("en", "Yesterday her spokesman was silent.", "her spokesman"),
]


@pytest.mark.parametrize(("language", "text", "extent"), EXTENTS)
def test_where_a_phrase_begins_and_ends(language: str, text: str, extent: str) -> None:
    reading, found = phrases(language, text)
    assert [reading.tokens.slice(p.first, p.last) for p in found] == [extent]


@pytest.mark.parametrize(
    ("language", "text", "plural", "gender", "definite", "owned"),
    [
        ("nl", "De presidenten zwegen.", True, "", True, False),
        ("nl", "Een woordvoerster zweeg.", False, "f", False, False),
        ("nl", "Zijn woordvoerster zweeg.", False, "f", True, True),
        ("en", "The presidents were silent.", True, "", True, False),
        ("en", "A spokeswoman was silent.", False, "f", False, False),
        ("en", "Her spokesman was silent.", False, "m", True, True),
    ],
)
def test_number_gender_and_whose(
    language: str, text: str, plural: bool, gender: str, definite: bool, owned: bool
) -> None:
    phrase = phrases(language, text)[1][0]
    assert (phrase.plural, phrase.gender) == (plural, gender)
    assert (phrase.definite, phrase.possessor is not None) == (definite, owned)


def test_headlines_are_not_read() -> None:
    _, found = phrases("en", "Luc Morel is silent\n\nThe water was cold and the night was long.")
    assert found == []
