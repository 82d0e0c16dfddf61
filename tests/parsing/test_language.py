"""Which language a text is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import UnsupportedLanguageError, parse_article
from newsmodel.languages.profile import load_profile
from newsmodel.parsing.article import choose_profile
from newsmodel.parsing.language import SAMPLE, recognise

WORDS = {"en": {"the", "is", "and"}, "nl": {"de", "is", "het"}}

ROWS = [
    ("nl", "De vloot is dinsdag uit de haven vertrokken."),
    ("nl", "Hij zei niets."),
    ("nl", "“We blijven,” zei generaal Luc Morel."),
    ("nl", "Generaal Luc Morel vertrok gisteren."),
    ("nl", "‘WIJ BLIJVEN HIER NIET’, ZEI HIJ."),
    ("nl", "Het persbureau Associated Press meldt dat Downing Street niet reageert."),
    ("nl", "Volgens de New York Times is het schip weg."),
    ("en", "The fleet left the port on Tuesday."),
    ("en", "He said nothing."),
    ("en", "“We stay,” said General Luc Morel."),
    ("en", "President Ana Silva met General Luis Costa."),
    ("en", "“WE DO NOT STAY HERE,” HE SAID."),
    ("en", "The mayor of Den Haag and the head of De Nederlandsche Bank met."),
    ("en", "According to Het Laatste Nieuws, the ship is gone."),
]


@pytest.mark.parametrize(("language", "text"), ROWS)
def test_the_language_of_a_text(language: str, text: str) -> None:
    assert parse_article(text).language == language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the and the", "en"),
        ("de is het", "nl"),
        ("DE HET", "nl"),
        ("is", "en"),  # of two equals the first
        ("xyz", None),
        ("", None),
        ("123 – !", None),
    ],
)
def test_words_are_counted(text: str, code: str | None) -> None:
    assert recognise(text, WORDS) == code


def test_no_language_to_choose_from() -> None:
    assert recognise("the", {}) is None


def test_the_beginning_decides() -> None:
    assert recognise("de " + "x" * SAMPLE + " the the the", WORDS) == "nl"


@pytest.mark.parametrize(
    ("asked", "code"), [("nl", "nl"), ("NL", "nl"), ("nl-BE", "nl"), ("en-GB", "en"), ("EN", "en")]
)
def test_the_language_asked_for(asked: str, code: str) -> None:
    assert choose_profile("The fleet left.", asked) is load_profile(code)


@pytest.mark.parametrize("asked", ["fr", "", "xx", "dutch", "n"])
def test_a_language_that_is_not_supported(asked: str) -> None:
    with pytest.raises(UnsupportedLanguageError) as caught:
        choose_profile("The fleet left.", asked)
    assert caught.value.language == asked
    assert set(caught.value.supported) >= {"en", "nl"}
    assert repr(asked) in str(caught.value)


@given(st.text(), st.sampled_from(["nl", "en"]))
def test_what_is_asked_for_is_not_guessed(text: str, language: str) -> None:
    assert choose_profile(text, language).code == language
