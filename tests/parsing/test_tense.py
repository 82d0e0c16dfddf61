"""The tense of the clause around a marked word: rows of (text with the word in braces, tense)."""

from __future__ import annotations

import re

import pytest

from newsmodel.languages.profile import load_profile
from newsmodel.parsing.tense import clause_tense, read_clause
from newsmodel.parsing.tokens import tokenize

DUTCH = [
    ("De troepen vertrokken {maandag} uit Gao.", "past"),
    ("De troepen zijn {maandag} vertrokken.", "past"),
    ("De troepen waren {maandag} al weg.", "past"),
    ("Moskou heeft {maandag} drie schepen teruggetrokken.", "past"),
    ("Het schip werd {maandag} geraakt.", "past"),
    ("Het leger arresteerde {maandag} twee mannen.", "past"),
    ("{Maandag} stortte een toestel neer.", "past"),
    ("{Maandag} beval hij een inspectie.", "past"),
    ("De kapitein, die {maandag} aankwam, zal blijven.", "past"),
    ("Hij zei {maandag} dat ze zullen vertrekken.", "past"),
    ("Hij moest {maandag} terug.", "past"),
    ("De mannen zouden {maandag} zijn vertrokken.", "past"),
    ("De troepen zullen {maandag} vertrekken.", "future"),
    ("De troepen gaan {maandag} naar huis.", "future"),
    ("De minister wil {maandag} vertrekken.", "future"),
    ("De reservisten moeten zich {maandag} melden.", "future"),
    ("De troepen zouden {maandag} vertrekken.", "future"),
    ("Hij zei dat ze {maandag} zullen vertrekken.", "future"),
    ("Hij is van plan {maandag} te gaan.", "future"),
    ("De oefening staat gepland voor {maandag} in de haven.", "future"),
    ("Hij vertrok gisteren, maar zal {maandag} terug zijn.", "future"),
    ("De kapitein, die bleef, zal {maandag} vertrekken.", "future"),
    ("Het schip vaart {maandag} uit.", "present"),
    ("Hij kondigde aan dat het schip {maandag} uitvaart.", "present"),
    ("De kapitein is {maandag} in Oslo.", "present"),
    ("Oslo heeft {maandag} overleg.", "present"),
    ("Het schip wordt {maandag} verkocht.", "present"),
    ("Hij meldt {maandag} niets.", "present"),
]
ENGLISH = [
    ("The troops left Gao on {Monday}.", "past"),
    ("The troops have left Gao on {Monday}.", "past"),
    ("The troops were gone on {Monday}.", "past"),
    ("Moscow has withdrawn three ships on {Monday}.", "past"),
    ("The ship was hit on {Monday}.", "past"),
    ("The army arrested two men on {Monday}.", "past"),
    ("On {Monday}, a plane crashed.", "past"),
    ("On {Monday} he ordered an inspection.", "past"),
    ("He said on {Monday} that they will leave.", "past"),
    ("The men would have left on {Monday}.", "past"),
    ("Ships sent on {Monday} have arrived.", "past"),
    ("The report published {Monday} shows little.", "past"),
    ("The troops will leave on {Monday}.", "future"),
    ("They'll leave on {Monday}.", "future"),
    ("He said troops would leave on {Monday}.", "future"),
    ("The troops will be moved on {Monday}.", "future"),
    ("The troops are expected to leave on {Monday}.", "future"),
    ("The minister plans to leave on {Monday}.", "future"),
    ("The drill is scheduled for {Monday}.", "future"),
    ("On {Monday}, the army will hand over the base.", "future"),
    ("The captain, who stayed, will leave on {Monday}.", "future"),
    ("It will move armed forces on {Monday}.", "future"),
    ("Talks resume on {Monday}.", "present"),
    ("The fleet is sailing on {Monday}.", "present"),
    ("The captain is in Oslo on {Monday}.", "present"),
    ("Will Smith is in Oslo on {Monday}.", "present"),
    ("The captain says on {Monday} little.", "present"),
]
#: Presents, and whether they only state how things are.
STATES = [
    ("nl", "De kapitein is {maandag} in Oslo.", True),
    ("nl", "Hij meldt {maandag} niets.", True),
    ("nl", "Een foto van {maandag}", True),
    ("nl", "Het schip vaart {maandag} uit.", False),
    ("nl", "Hij verzekert dat de oefening {maandag} afloopt.", False),
    ("en", "The captain is in Oslo on {Monday}.", True),
    ("en", "A picture of {Monday}", True),
    ("en", "The fleet is sailing on {Monday}.", False),
    ("en", "Talks resume on {Monday}.", False),
]


def marked(text: str) -> tuple[str, int]:
    """The text without its braces, and the token that they stood around."""
    start = text.index("{")
    plain = re.sub("[{}]", "", text)
    return plain, tokenize(plain).starts.index(start)


@pytest.mark.parametrize(
    ("language", "text", "tense"),
    [("nl", *row) for row in DUTCH] + [("en", *row) for row in ENGLISH],
)
def test_tense(language: str, text: str, tense: str) -> None:
    plain, at = marked(text)
    assert clause_tense(tokenize(plain), at, load_profile(language)) == tense


@pytest.mark.parametrize(("language", "text", "states"), STATES)
def test_what_states(language: str, text: str, states: bool) -> None:
    plain, at = marked(text)
    assert read_clause(tokenize(plain), at, at + 1, load_profile(language)).states is states
