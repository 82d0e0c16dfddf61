"""Cues in their sentence: which entry a word is, with its companions, its auxiliaries, its form."""

from __future__ import annotations

import pytest

from newsmodel.languages.profile import Form
from newsmodel.parsing import blocks
from newsmodel.parsing.article import choose_profile, read
from newsmodel.parsing.cues import CueFinder, CueUse
from newsmodel.parsing.reading import Reading


def uses(language: str, text: str) -> tuple[Reading, list[CueUse]]:
    profile = choose_profile(text, language)
    reading = read(text, profile, None, blocks.find(text, profile))
    finder = CueFinder(reading)
    found = [use for first, last in reading.tokens.sentences for use in finder.find(first, last)]
    return reading, found


def shown(reading: Reading, use: CueUse) -> str:
    """The tokens of a cue, and what is said of it: `zou zeggen (modal)`."""
    words = " ".join(reading.tokens.words[i] for i in use.tokens)
    marks = [
        mark
        for mark, there in (
            ("passive", use.passive),
            ("modal", use.modal),
            ("negated", use.negated),
        )
        if there
    ]
    return words + (f" ({', '.join(marks)})" if marks else "")


ROWS = [
    # one word
    ("nl", "De minister zei dat de brug dicht is.", ["zei"]),
    ("en", "The minister said that the bridge was shut.", ["said"]),
    ("nl", "Volgens de minister is de brug dicht.", ["Volgens"]),
    ("en", "According to the minister, the bridge is shut.", ["According to"]),
    ("nl", "In de woorden van de minister is de brug dicht.", ["In de woorden van"]),
    # companions, near and far
    ("nl", "De minister kondigde aan dat de brug dicht gaat.", ["kondigde aan"]),
    ("nl", "De minister kondigde gisteren in Oslo aan dat de brug dicht gaat.", ["kondigde aan"]),
    ("nl", "De minister maakte bekend dat de brug dicht is.", ["maakte bekend"]),
    ("nl", "De minister liet dinsdag weten dat de brug dicht is.", ["liet weten"]),
    ("nl", "De minister wees erop dat de brug dicht is.", ["wees erop"]),
    ("en", "The minister pointed out that the bridge was shut.", ["pointed out"]),
    ("en", "The minister made clear that the bridge was shut.", ["made clear"]),
    # the auxiliaries
    ("nl", "De minister heeft bevestigd dat de brug dicht is.", ["heeft bevestigd"]),
    ("nl", "De minister had gisteren al gezegd dat de brug dicht is.", ["had gisteren al gezegd"]),
    ("nl", "De minister zal zeggen dat de brug dicht is.", ["zal zeggen (modal)"]),
    ("en", "The minister has confirmed that the bridge is shut.", ["has confirmed"]),
    ("en", "The minister will say that the bridge is shut.", ["will say (modal)"]),
    ("en", "The minister did say that the bridge is shut.", ["did say"]),
    # the passive
    ("nl", "Door de minister werd gezegd dat de brug dicht is.", ["werd gezegd (passive)"]),
    ("en", "It was said by the minister that the bridge is shut.", ["was said (passive)"]),
    (
        "en",
        "The minister was quoted as saying the bridge is shut.",
        ["was quoted as saying"],
    ),
    # negation
    ("nl", "De minister zei niet dat de brug dicht is.", ["zei (negated)"]),
    ("nl", "De minister heeft niet gezegd dat de brug dicht is.", ["heeft niet gezegd (negated)"]),
    ("en", "The minister did not say that the bridge was shut.", ["did not say (negated)"]),
    ("en", "The minister didn't say that the bridge was shut.", ["didn't say (negated)"]),
    ("en", "The minister has never said that the bridge was shut.", ["has never said (negated)"]),
    (
        "en",
        "The minister cannot confirm that the bridge is shut.",
        ["cannot confirm (modal, negated)"],
    ),
    # nouns
    ("nl", "De bewering van de minister dat de brug dicht is, klopt.", ["bewering"]),
    ("en", "The minister's claim that the bridge was shut is true.", ["claim"]),
    # none: infinitives after "to", nouns, words in quotation marks, dates
    ("en", "The minister declined to say where the bridge was.", []),
    ("nl", "De minister weigerde te zeggen waar de brug was.", []),
    ("en", "“He said nothing that the others had not.”", []),
    ("nl", "“Hij zei niets dat de anderen niet wisten.”", []),
    ("nl", "De brug is dicht.", []),
    ("en", "The bridge is shut.", []),
    ("nl", "", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), ROWS)
def test_cues_of_a_sentence(language: str, text: str, wanted: list[str]) -> None:
    reading, found = uses(language, text)
    assert [shown(reading, use) for use in found] == wanted


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("nl", "De minister zegt dat de brug dicht is.", Form.PRESENT),
        ("nl", "De minister zei dat de brug dicht is.", Form.PAST),
        ("nl", "De minister heeft gezegd dat de brug dicht is.", Form.PARTICIPLE),
        ("en", "The minister says that the bridge is shut.", Form.PRESENT),
        ("en", "The minister said that the bridge is shut.", Form.PAST),
        ("en", "The minister has written that the bridge is shut.", Form.PARTICIPLE),
        ("en", "The minister left, saying that the bridge was shut.", Form.GERUND),
        ("en", "The minister's claim that the bridge was shut is true.", Form.NOUN),
    ],
)
def test_the_form_of_a_cue(language: str, text: str, form: Form) -> None:
    _, found = uses(language, text)
    assert [use.form for use in found] == [form]


@pytest.mark.parametrize(
    ("language", "text", "noun"),
    [
        ("en", "The report that the bridge was shut is false.", True),
        ("en", "His report that the bridge was shut is false.", True),
        ("en", "Norway's report that the bridge was shut is false.", True),
        ("en", "They report that the bridge was shut.", False),
        ("en", "The ministers report that the bridge was shut.", False),
    ],
)
def test_a_word_that_is_noun_and_verb(language: str, text: str, noun: bool) -> None:
    _, found = uses(language, text)
    assert [use.form is Form.NOUN for use in found] == [noun]


def test_the_share_of_past_forms_counts_where_it_is_larger() -> None:
    _, (past,) = uses("en", "The minister said that the bridge was shut.")
    _, (present,) = uses("en", "The ministers say that the bridge is shut.")
    assert past.cue is present.cue
    assert past.share == max(past.cue.share, past.cue.past_share or 0.0)
    assert present.share == present.cue.share
