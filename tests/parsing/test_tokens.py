"""Tokens and sentences: rows of (text, words) and (text, sentences), and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import strategies
from newsmodel.languages.orthography import normal_form, split_words
from newsmodel.languages.profile import load_profile
from newsmodel.parsing.tokens import LONGEST_SENTENCE, Tokens, tokenize

#: A text, and its tokens with a bar between them.
WORDS = [
    # words keep their inner hyphens and apostrophes
    ("al-Shabab", "al-Shabab"),
    ("Mazar-e-Sharif twenty-nine", "Mazar-e-Sharif|twenty-nine"),
    ("D’Hondt don't O'Rourke", "D’Hondt|don't|O'Rourke"),
    ("non‑paper wait‐and‐see", "non‑paper|wait‐and‐see"),
    ("anti-", "anti|-"),
    ("Kiev-Moskou-Minsk", "Kiev-Moskou-Minsk"),
    ("onderzeeërs coöperatie Şükrü", "onderzeeërs|coöperatie|Şükrü"),
    # a genitive is a token of its own, and so are the clitics before a word
    ("Estonia's fleet", "Estonia|'s|fleet"),
    ("Estonia’s fleet", "Estonia|’s|fleet"),
    ("F-16's en F-35’s", "F-16|'s|en|F-35|’s"),
    ("soldiers' boots", "soldiers|'|boots"),
    ("'s avonds", "'s|avonds"),
    ("’s-Hertogenbosch", "’s|-|Hertogenbosch"),
    ("Van 't Hoff", "Van|'t|Hoff"),
    ("Zo'n man", "Zo'n|man"),
    # numbers keep the marks between their digits, and the letters glued to them
    ("9.000 9,000 1,5", "9.000|9,000|1,5"),
    ("12/03/2019 08-10-2024 17.40 18:04", "12/03/2019|08-10-2024|17.40|18:04"),
    ("5th 4e 12m 1990s 155mm", "5th|4e|12m|1990s|155mm"),
    ("F-16 Su-27 T-72", "F-16|Su-27|T-72"),
    ("2022.", "2022|."),
    ("12,", "12|,"),
    ("a 45-year-old", "a|45-year-old"),
    ("€5 5% 3–4", "€|5|5|%|3|–|4"),
    ("’90s", "’|90s"),
    # abbreviations of letters and dots are one token
    ("U.S. a.m. J.F. Kennedy", "U.S.|a.m.|J.F.|Kennedy"),
    ("J. R. Vos", "J|.|R|.|Vos"),
    ("nr. 5", "nr|.|5"),
    # every other mark is one token; dots and doubled marks are one together
    ("Wait...", "Wait|..."),
    ("Wait…", "Wait|…"),
    ("Who?!", "Who|?|!"),
    (",,Nee''", ",,|Nee|''"),
    ("``No''", "``|No|''"),
    ("“No,” she said", "“|No|,|”|she|said"),
    ("(Navo)", "(|Navo|)"),
    ("ja/nee", "ja|/|nee"),
    ("C++", "C|+|+"),
    ("two  spaces\tand\u00a0more", "two|spaces|and|more"),
    ("", ""),
    (" \n\t", ""),
]
#: A text whose sentences have a bar between them.
DUTCH = [
    "De vloot vertrok.|De kade bleef leeg.",
    "Gen. Vos vertrok gisteren.",
    "Zij kwamen op 5 nov. aan.|Daarna vertrokken zij.",
    "Op 5 nov. 2022 kwam hij aan.",
    "Zie nr. 5 op de lijst.",
    "Dat zei lt.-kol. De Wit.|Hij vertrok.",
    "Het gaat o.a. om tanks.|Meer niet.",
    "Prof. dr. Jansen weet het.",
    "A. B. de Vries kwam.|Niemand wachtte.",
    "Generaal J. Vos sliep.|Hij droomde.",
    "“Wij gaan.”|Hij vertrok.",
    "“Wij gaan.” zei hij.",
    "“Gaan wij?” vroeg hij.|“Nee!” riep zij.",
    "“Gaan wij?|Ja!” zei hij.",
    "‘Wij gaan.’|Hij vertrok.",
    "«Wij gaan.»|Hij vertrok.",
    "Hij zei: „Wij gaan.”|Toen vertrok hij.",
    "Wie weet…|Niemand.",
    "Hij wacht… en wacht.",
    "Hij wacht... en wacht.",
    "De brug (van staal.) bleef.",
    "Zij vertrok (te laat.)|Hij bleef.",
    "Dat kost 9.000 euro.|Te veel.",
    "Om 17.40 uur vertrok hij.",
    "Het was 2019.|Toen kwam de vloot.",
    "Er waren er 20.|30 bleven weg.",
    "Wat nu?!|Niemand weet het.",
    "– Nee.|– Ja.",
    "Hij kwam.Zij ging.",
    "Hij wacht.|'s Avonds vertrekt hij.",
]
ENGLISH = [
    "The fleet left.|The quay stayed empty.",
    "Gen. Vos left at noon.",
    "Maj. Gen. Anna Holt resigned.|She left.",
    "They came on Nov. 5.|Then they left.",
    "They came on Nov. 5, 2022, at night.",
    "It was filed as No. 5 on the list.",
    "The answer was no.|Nobody left.",
    "The U.S. Navy left.|It is back.",
    "The U.S. Navy left.",
    "The U.S. President Karl Otto left.",
    "He flew to the U.S.|The fleet stayed.",
    "They left at 5 a.m. on Monday.",
    "Mr. Adams and Mrs. Holt met St. John.",
    "J. R. Whitlock resigned.|He is 60.",
    "“We go.”|He left.",
    "“We go,” he said.|“At once.”",
    "“Do we go?” he asked.|“No!” she cried.",
    '"We go."|He left.',
    "'We go.'|He left.",
    "He said: “We go.”|Then he left.",
    "Who knows...|Nobody does.",
    "He waits... and waits.",
    "Vos Ltd. and Holt Inc. sold it.",
    "It costs 9,000 euros.|Too much.",
    "The year was 2019.|A fleet came.",
    "There were 20.|30 stayed away.",
    "What now?|Nobody knows.",
]
languages = st.sampled_from(["nl", "en"])


def cut(text: str, language: str | None = None) -> Tokens:
    if language is None:
        return tokenize(text)
    words = load_profile(language).words
    return tokenize(
        text,
        words.abbreviations,
        words.number_abbreviations,
        function_words=words.function_words,
    )


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    assert "|".join(cut(text).words) == words


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_an_entry_of_a_lexicon_is_cut_as_a_text_is(text: str, words: str) -> None:
    assert "|".join(split_words(text)) == words


@pytest.mark.parametrize(
    ("language", "row"), [("nl", row) for row in DUTCH] + [("en", row) for row in ENGLISH]
)
def test_sentences(language: str, row: str) -> None:
    wanted = row.split("|")
    text = row.replace("|", " ")
    tokens = cut(text, language)
    assert [tokens.slice(first, last) for first, last in tokens.sentences] == wanted


def test_a_sentence_ends_with_its_block() -> None:
    tokens = tokenize("A heading The text. More", blocks=[(0, 9), (10, 24)])
    found = [tokens.slice(first, last) for first, last in tokens.sentences]
    assert found == ["A heading", "The text.", "More"]
    assert tokens.sentence_blocks == [0, 1, 1]


@pytest.mark.parametrize("count", [LONGEST_SENTENCE, LONGEST_SENTENCE + 1, 5 * LONGEST_SENTENCE])
def test_no_sentence_is_endless(count: int) -> None:
    tokens = tokenize("word " * count)
    lengths = [last - first for first, last in tokens.sentences]
    assert sum(lengths) == count
    assert max(lengths) == LONGEST_SENTENCE


@pytest.mark.parametrize("piece", ["!", "! ", ".)", "U.S. ", ". “"])
def test_a_long_run_of_marks_is_cut_soon(piece: str) -> None:
    tokens = tokenize("He left" + piece * 50_000 + " She stayed.")
    assert tokens.words[-3:] == ["She", "stayed", "."]


@pytest.mark.parametrize(("token", "sentence"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (7, 2)])
def test_the_sentence_of_a_token(token: int, sentence: int) -> None:
    assert tokenize("One two. Three four. Five six").sentence_of(token) == sentence


def test_the_text_and_the_spaces_around_a_token() -> None:
    tokens = tokenize("Yes, we can")
    assert tokens.slice(0, 3) == "Yes, we"
    assert tokens.slice(2, 2) == ""
    assert [tokens.spaced_before(i) for i in range(4)] == [True, False, True, True]
    assert [tokens.spaced_after(i) for i in range(4)] == [False, True, True, True]


@pytest.mark.parametrize(
    ("word", "norm"),
    [
        ("Oslo", "oslo"),
        ("D’Hondt", "d'hondt"),
        ("‘s", "'s"),
        ("oʼbrien", "o'brien"),
        ("non‑paper", "non-paper"),
        ("ÉÉN", "één"),
        ("e\u0301e\u0301n", "één"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("–", "–"),
    ],
)
def test_normal_form(word: str, norm: str) -> None:
    assert normal_form(word) == norm


@given(st.one_of(st.text(), strategies.texts()), st.one_of(st.none(), languages))
def test_tokens_cover_all_but_white_space_in_order(text: str, language: str | None) -> None:
    tokens = cut(text, language)
    at = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert start >= at
        assert not text[at:start].strip()
        assert word == text[start:end] != ""
        at = end
    assert not text[at:].strip()
    assert tokens.norms == [normal_form(word) for word in tokens.words]


@given(st.one_of(st.text(), strategies.texts()), st.one_of(st.none(), languages))
def test_sentences_partition_the_tokens(text: str, language: str | None) -> None:
    tokens = cut(text, language)
    at = 0
    for first, last in tokens.sentences:
        assert first == at < last
        at = last
    assert at == len(tokens)
    for number, (first, last) in enumerate(tokens.sentences):
        assert {tokens.sentence_of(i) for i in range(first, last)} == {number}


@given(st.lists(st.sampled_from(["Vos left. ", "Is it? ", "“No.” ", "U.S. ", "\n", "5. ", "x "])))
def test_what_stands_after_changes_no_earlier_token(parts: list[str]) -> None:
    whole, part = tokenize("".join(parts)), tokenize("".join(parts[:-1]))
    assert whole.words[: len(part)] == part.words
