"""The constructions of statements: for each one, sentences that it reads and such that it must not.

Every statement tells the construction that found it. A sentence of the second kind may hold a
statement of another construction.
"""

from __future__ import annotations

import pytest

from newsmodel import find_statements
from newsmodel.parsing.statements import PATTERNS

#: The name of a construction; its function; what it must match and what it must not, by language.
MATCH = {
    "that is what": [
        ("nl", "De brug blijft dicht. Dat zei burgemeester Anna Vos."),
        (
            "nl",
            "De brug blijft nog weken dicht. Dat heeft generaal Tom Hale dinsdag bekendgemaakt.",
        ),
        ("nl", "De vloot is weg. Dat meldt persbureau Tass."),
        ("en", "The bridge stays shut for weeks. That is what Mayor Anna Vos said."),
        ("en", "The fleet is gone. General Tom Hale announced this on Tuesday."),
    ],
    "as put by": [
        ("nl", "Zoals generaal Tom Hale zei, is de brug dicht."),
        ("en", "As General Tom Hale put it, the bridge is shut."),
        ("en", "As Mayor Anna Vos said on Tuesday, the bridge is shut."),
    ],
    "quoted as saying": [
        ("en", "The agency Tass quoted General Tom Hale as saying “the bridge is shut”."),
        ("en", "Tass quoted General Tom Hale as saying that the bridge was shut."),
    ],
    "after quotation": [
        ("nl", "“De brug is dicht”, zei burgemeester Anna Vos."),
        ("nl", "‘De brug is dicht,’ zo verklaarde burgemeester Anna Vos."),
        ("nl", "“Is de brug dicht?” vroeg generaal Tom Hale."),
        ("en", "“The bridge is shut,” said Mayor Anna Vos."),
        ("en", "“The bridge is shut,” Mayor Anna Vos told reporters."),
        ("en", "“Is the bridge shut?” General Tom Hale asked."),
        ("en", "“The bridge is shut,” she said, “and it stays shut.”"),
    ],
    "according to": [
        ("nl", "Volgens burgemeester Anna Vos is de brug dicht."),
        ("nl", "‘De brug is dicht,’ aldus burgemeester Anna Vos."),
        ("nl", "De brug is dicht, aldus burgemeester Anna Vos."),
        ("nl", "De brug is volgens burgemeester Anna Vos al weken dicht."),
        ("en", "According to Mayor Anna Vos, the bridge is shut."),
        ("en", "The bridge has been shut for weeks, according to Mayor Anna Vos."),
    ],
    "by own account": [
        ("nl", "Generaal Tom Hale heeft naar eigen zeggen de brug gesloten."),
    ],
    "noun for quotation": [
        ("en", "“We stay here,” was the reply of General Tom Hale."),
        ("en", "“The talks are dead,” was the verdict of Senator Anna Vos."),
        ("en", "“No comment needed” was General Tom Hale's answer."),
        ("nl", "“Wij blijven hier”, was het antwoord van generaal Tom Hale."),
        ("nl", "“Het is voorbij” was de conclusie van burgemeester Anna Vos."),
    ],
    "noun cue": [
        ("nl", "De bewering van generaal Tom Hale dat de brug dicht is, klopt niet."),
        ("nl", "De waarschuwing van burgemeester Anna Vos dat de brug instort, kwam te laat."),
        ("en", "General Tom Hale's claim that the bridge was shut is false."),
        ("en", "A warning from Mayor Anna Vos that the bridge would fall came too late."),
    ],
    "participle": [
        ("en", "General Tom Hale left the room, saying the bridge was shut."),
        ("en", "Mayor Anna Vos closed the road, adding that the bridge would follow."),
    ],
    "that-clause": [
        ("nl", "Burgemeester Anna Vos zei dat de brug dicht is."),
        ("nl", "Gisteren ontkende generaal Tom Hale dat de brug dicht is."),
        ("nl", "Generaal Tom Hale heeft bevestigd dat de brug dicht is."),
        ("en", "Mayor Anna Vos said that the bridge was shut."),
        ("en", "General Tom Hale told reporters that the bridge was shut."),
        ("en", "General Tom Hale has denied that the bridge was shut."),
    ],
    "before quotation": [
        ("nl", "Burgemeester Anna Vos zei: “De brug is dicht.”"),
        ("nl", "Volgens Tass zei generaal Tom Hale: ‘De brug is dicht.’"),
        ("en", "Mayor Anna Vos said: “The bridge is shut.”"),
        ("en", "General Tom Hale told reporters, “The bridge is shut.”"),
        ("en", "General Tom Hale added, “The bridge is shut.”"),
    ],
    "colon": [
        ("nl", "Burgemeester Anna Vos zei: de brug is dicht."),
        ("en", "Mayor Anna Vos said: the bridge is shut."),
    ],
    "predicate": [
        ("nl", "Generaal Tom Hale noemde de brug “een ruïne”."),
        ("nl", "President Anna Vos beschuldigt Rusland ervan de brug te hebben vernield."),
        ("en", "General Tom Hale called the bridge “a ruin”."),
        ("en", "President Anna Vos accused Russia of blowing up the bridge."),
        ("en", "President Anna Vos blamed the fire on Russian saboteurs."),
    ],
    "infinitive": [
        ("nl", "Generaal Tom Hale beloofde de brug te openen."),
        ("nl", "Burgemeester Anna Vos ontkent de brug te hebben gesloten."),
        ("nl", "Burgemeester Anna Vos zegt de brug volgende week te openen."),
        ("en", "General Tom Hale promised to open the bridge."),
        ("en", "Mayor Anna Vos threatened to close the bridge."),
    ],
    "parenthesis": [
        ("nl", "De brug, zei burgemeester Anna Vos, blijft nog weken dicht."),
        ("nl", "De brug blijft nog weken dicht, zei burgemeester Anna Vos."),
        ("en", "The bridge, Mayor Anna Vos said, will stay shut for weeks."),
        ("en", "The bridge will stay shut for weeks, Mayor Anna Vos said."),
    ],
    "bare clause": [
        ("en", "Mayor Anna Vos said the bridge was shut."),
        ("en", "General Tom Hale told reporters the bridge was shut."),
    ],
    "quoted object": [
        ("en", "Mayor Anna Vos decried the council for “turning its back” on the docks."),
        ("en", "Mayor Anna Vos praised the crews and their “courage in the fire”."),
        ("en", "General Tom Hale cited the closure as “a grave threat to the harvest”."),
        ("en", "General Tom Hale joked about the mayor's “warm friendship” with the press."),
        ("en", "General Tom Hale explained why the bridge was “a trap for tanks”."),
    ],
    "label": [
        ("en", "Anna Vos: The bridge was ‘a trap for tanks’ from the start."),
    ],
    "hand-over": [
        ("nl", "Burgemeester Anna Vos is duidelijk: “De brug is dicht.”"),
        ("en", "Mayor Anna Vos was clear: “The bridge is shut.”"),
    ],
    "unlisted verb": [
        ("en", "“The bridge is shut,” harrumphed Mayor Anna Vos."),
        ("nl", "“De brug is dicht”, fleemde burgemeester Anna Vos."),
    ],
}
AVOID = {
    "that is what": [
        ("nl", "De brug blijft dicht. Dat is jammer voor burgemeester Anna Vos."),
        ("nl", "De brug blijft dicht. Dat zei haar niets."),
        ("en", "The bridge stays shut. That is bad news for Mayor Anna Vos."),
    ],
    "as put by": [
        ("nl", "Zoals altijd was de brug dicht, zei generaal Tom Hale."),
        ("en", "As the fleet left, General Tom Hale said the bridge was shut."),
    ],
    "quoted as saying": [
        ("en", "The agency quoted a price of 300 euros."),
        ("en", "General Tom Hale quoted Shakespeare at length."),
    ],
    "after quotation": [
        ("nl", "“De Nachtwacht” hangt weer in het museum, zei directeur Anna Vos."),
        ("nl", "De “speciale operatie” ging door en generaal Tom Hale vertrok."),
        ("en", "The “special operation” went on and General Tom Hale left."),
        ("en", "They sang “Hallelujah” as General Tom Hale left."),
    ],
    "according to": [
        ("nl", "De troepen vertrokken volgens plan."),
        ("nl", "De vloot vaart volgens de regels."),
        ("en", "The troops left according to plan."),
        ("en", "Pay rises according to rank."),
    ],
    "by own account": [("nl", "Generaal Tom Hale kocht de brug naar eigen inzicht.")],
    "noun for quotation": [
        ("en", "The reply of General Tom Hale was short."),
        ("en", "“Cold Harvest” was the film of the year."),
        ("nl", "Het antwoord van generaal Tom Hale was kort."),
    ],
    "noun cue": [
        ("nl", "Het bericht kwam te laat voor generaal Tom Hale."),
        ("en", "The claim was settled in court on Tuesday."),
        ("en", "General Tom Hale's report runs to 300 pages."),
    ],
    "participle": [
        ("en", "General Tom Hale left the room, taking his hat."),
        ("en", "The fleet left, adding three ships on its way."),
    ],
    "that-clause": [
        ("nl", "De brug die dicht is, ligt in het dorp dat Anna Vos kent."),
        ("en", "The bridge that is shut lies in the town that Anna Vos knows."),
        ("en", "General Tom Hale never said that the bridge was shut."),
        ("nl", "Generaal Tom Hale heeft niet gezegd dat de brug dicht is."),
    ],
    "before quotation": [
        ("nl", "Generaal Tom Hale draagt de bijnaam “de Beer”."),
        ("en", "General Tom Hale is known as “the Bear”."),
        ("en", "General Tom Hale read “The Old Bridge” to the children."),
    ],
    "colon": [
        ("nl", "Generaal Tom Hale kocht drie dingen: brood, melk en kaas."),
        ("en", "General Tom Hale bought three things: bread, milk and cheese."),
    ],
    "predicate": [
        ("nl", "Generaal Tom Hale noemde drie namen."),
        ("en", "General Tom Hale called his mother on Tuesday."),
        ("en", "General Tom Hale called up 300 reservists."),
    ],
    "infinitive": [
        ("nl", "Generaal Tom Hale kwam de brug openen."),
        ("en", "General Tom Hale came to open the bridge."),
        ("en", "General Tom Hale declined to comment."),
        ("nl", "Generaal Tom Hale weigerde te antwoorden."),
    ],
    "parenthesis": [
        ("nl", "De brug, een oud bouwwerk, is dicht."),
        ("en", "The bridge, an old one, is shut."),
        ("en", "The bridge, which General Tom Hale built, is shut."),
    ],
    "bare clause": [
        ("en", "General Tom Hale said nothing."),
        ("en", "General Tom Hale told the story of his life."),
        ("nl", "Generaal Tom Hale zei niets."),
        ("en", "General Tom Hale added two ships to the fleet."),
    ],
    "quoted object": [
        ("en", "Mayor Anna Vos decried the council."),
        ("en", "Mayor Anna Vos mocked “The Long Bridge” on stage."),
        ("en", "The singer mentioned a “bridge” to the crowd."),
    ],
    "label": [
        ("en", "The list: “a loaf of bread” and milk."),
        ("en", "Photo: the bridge, ‘a trap for tanks’, at dawn."),
        ("en", "Anna Vos: the bridge is shut."),
    ],
    "hand-over": [
        ("en", "The bridge carries a sign: “No entry.”"),
        ("nl", "Op de brug staat een bord: “Verboden toegang.”"),
    ],
    "unlisted verb": [
        ("en", "“The bridge is shut.” Rain fell on Oslo."),
        ("en", "He wrote “No entry”, painted Anna Vos in blue."),
    ],
}


def patterns(language: str, text: str) -> list[str | None]:
    return [statement.pattern for statement in find_statements(text, language=language)]


def rows(table: dict[str, list[tuple[str, str]]]) -> list[tuple[str, str, str]]:
    return [(pattern, *case) for pattern, cases in table.items() for case in cases]


@pytest.mark.parametrize(("pattern", "language", "text"), rows(MATCH))
def test_what_a_construction_reads(pattern: str, language: str, text: str) -> None:
    assert patterns(language, text) == [pattern]


@pytest.mark.parametrize(("pattern", "language", "text"), rows(AVOID))
def test_what_a_construction_leaves_alone(pattern: str, language: str, text: str) -> None:
    assert pattern not in patterns(language, text)


def test_every_construction_has_its_rows() -> None:
    names = {function.__name__.replace("_", " ") for function in PATTERNS}
    tested = {name.replace("-", " ") for name in MATCH}
    assert names - tested == {"that clause"} - tested
    assert set(MATCH) == set(AVOID)
