"""Blocks: rows of an article's lines with their kinds, and what holds of any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel import BlockKind, strategies
from newsmodel.languages.profile import load_profile
from newsmodel.parsing.blocks import Span, find

TEXT = {
    "nl": "Het fregat is dinsdag met 120 matrozen aan boord naar de haven van Nuuk vertrokken.",
    "en": "The frigate left on Tuesday for the port of Nuuk with 120 sailors on board.",
}
HEADLINE = {"nl": "Fregat vaart naar Groenland", "en": "Frigate sails for Greenland"}
languages = st.sampled_from(["nl", "en"])


def blocks(text: str, language: str) -> list[tuple[str, str]]:
    """The blocks of a text as pairs of kind and text."""
    found: list[Span] = find(text, load_profile(language))
    return [(span.kind.value, text[span.start : span.end]) for span in found]


def kinds(text: str, language: str) -> list[str]:
    return [kind for kind, _ in blocks(text, language)]


#: What stands alone on the second line, under the headline and above the text.
UNDER_HEADLINE = [
    ("nl", "byline", "Door Marit Oudeman"),
    ("nl", "byline", "Door onze correspondente Femke op den Velde"),
    ("nl", "byline", "Van onze buitenlandredactie"),
    ("nl", "byline", "Van onze verslaggever Piet de Boer"),
    ("nl", "byline", "DOOR ONZE REDACTIE"),
    ("nl", "byline", "Tekst: Marit Oudeman"),
    ("nl", "byline", "Auteur: redactie buitenland"),
    ("nl", "header", "9 november 2021, 18.25 uur"),
    ("nl", "header", "dinsdag 5 juni 2018"),
    ("nl", "header", "ROME, dinsdag 5 juni 2018"),
    ("nl", "header", "NEW DELHI, 22.06.2020"),
    ("nl", "header", "KOPENHAGEN. 6 december 2018."),
    ("nl", "header", "vrijdag 17 maart 2023, 11.05 uur."),
    ("nl", "header", "BOEKAREST, vrijdag 17 maart 2023 (11.05 u.)"),
    ("nl", "header", "GOMA (Belga/AFP), 3/9/2020"),
    ("nl", "header", "22-06-2020"),
    ("nl", "header", "Mei 2024"),
    ("nl", "caption", "Foto: Agence Nord"),
    ("nl", "caption", "Beeld Marit Oudeman"),
    ("nl", "caption", "Kijk. Zo vaart het fregat de haven uit"),
    ("nl", "caption", "VIDEO. Fregat kiest het ruime sop"),
    ("nl", "caption", "Archieffoto. Het fregat in 2019."),
    ("nl", "teaser", "Lees ook: Groenland wil geen schepen"),
    ("nl", "teaser", "Lees meer over de Noordpool"),
    ("nl", "teaser", "Bekijk ook: de vloot in beeld"),
    ("nl", "teaser", "Zie ook de kaart hieronder."),
    ("nl", "heading", "Ook een onderzeeër vertrekt mee"),
    (
        "nl",
        "paragraph",
        "Door de storm van dinsdag is de haven van Nuuk nog altijd dicht voor alle schepen.",
    ),
    ("nl", "paragraph", "In 2019 was dat nog een droom van twee ministers."),
    ("nl", "paragraph", "Op 6 december 2018 stapte Luc Morel op."),
    ("nl", "paragraph", "Fregat Zr. Ms. Sont zonk op 3 mei 1942."),
    ("nl", "paragraph", "Van hem geen woord."),
    ("en", "byline", "By Tobias Renfrew, Defence Correspondent"),
    ("en", "byline", "By Niamh Corrigan in Athens"),
    ("en", "byline", "BY OUR FOREIGN STAFF"),
    ("en", "byline", "From our Nordic correspondent, HELSINKI"),
    ("en", "byline", "Reporting by Ana Silva and Tom Hale"),
    ("en", "header", "Thursday 20 June 2019"),
    ("en", "header", "Tue 24 Jan 2017 18.04 GMT"),
    ("en", "header", "3 February 2022"),
    ("en", "header", "COPENHAGEN. 6 December 2018."),
    ("en", "header", "SARAJEVO | Friday, August 20, 2021"),
    ("en", "header", "PORT-AU-PRINCE, Haiti (AP) — Nov. 15, 2023"),
    ("en", "header", "N'DJAMENA (AFP) — July 5, 2022"),
    ("en", "header", "Published 2019-06-20"),
    ("en", "header", "06/20/2019"),
    ("en", "header", "November 2019"),
    ("en", "caption", "Photo: Agence Nord"),
    ("en", "caption", "Pictured: the frigate leaving Nuuk in June."),
    ("en", "caption", "Video. Frigate leaves port"),
    ("en", "caption", "File photo of the frigate in 2019."),
    ("en", "teaser", "Read more: Greenland wants no ships"),
    ("en", "teaser", "See also the map below."),
    ("en", "teaser", "Related: who owns the north"),
    ("en", "heading", "A submarine goes with it"),
    (
        "en",
        "paragraph",
        "By Tuesday the storm had closed the port of Nuuk to ships of any size from any country.",
    ),
    ("en", "paragraph", "In 2019 that was still a dream of two ministers."),
    ("en", "paragraph", "On 6 December 2018 Luc Morel resigned."),
    ("en", "paragraph", "HMS Sound sank on 3 May 1942."),
    ("en", "paragraph", "From him not a word was heard."),
]
#: What stands between two paragraphs.
BETWEEN = [
    ("nl", "heading", "Drukte rond de pool"),
    ("nl", "heading", "Blauwhelmen"),
    ("nl", "heading", "Wie volgt?"),
    ("nl", "heading", "‘Wij blijven’"),
    ("nl", "heading", "3. Wat nu"),
    ("nl", "heading", "Oefenterrein"),
    ("nl", "caption", "Foto: Agence Nord"),
    ("nl", "caption", "Kaart. De route van het fregat."),
    ("nl", "teaser", "Lees ook: Groenland wil geen schepen"),
    ("nl", "teaser", "Meer over: de Noordpool"),
    ("nl", "paragraph", "Dat is veel."),
    ("nl", "paragraph", "‘Wij blijven.’"),
    ("nl", "paragraph", "“Wij blijven”, zei hij,"),
    ("nl", "paragraph", "De minister zei:"),
    (
        "nl",
        "paragraph",
        "En dat is nog niet alles, want er gaat een onderzeeër met het fregat mee naar het noorden",
    ),
    ("nl", "paragraph", "Door de storm is de haven dicht."),
    ("en", "heading", "Crowded waters"),
    ("en", "heading", "Who comes next"),
    ("en", "heading", "Who goes there?"),
    ("en", "heading", "‘We stay’"),
    ("en", "caption", "Photo: Agence Nord"),
    ("en", "caption", "Map: the frigate's route"),
    ("en", "teaser", "Read more: Greenland wants no ships"),
    ("en", "teaser", "More on the High North"),
    ("en", "paragraph", "That is a lot."),
    ("en", "paragraph", "‘We stay.’"),
    ("en", "paragraph", "“We stay,” he said,"),
    ("en", "paragraph", "The minister said:"),
    (
        "en",
        "paragraph",
        "And that is not all, since the frigate also takes a submarine with it on its way north",
    ),
    ("en", "paragraph", "By now the port is closed."),
]
#: The start of the first paragraph that is a dateline, or None.
DATELINES = [
    ("nl", "NUUK – ", "NUUK –"),
    ("nl", "NUUK - ", "NUUK -"),
    ("nl", "NUUK — ", "NUUK —"),
    ("nl", "DEN HAAG, 19 oktober 2023 – ", "DEN HAAG, 19 oktober 2023 –"),
    ("nl", "NUUK (ANP) – ", "NUUK (ANP) –"),
    ("nl", "(ANP) – ", None),
    ("nl", "Nuuk (Belga) - ", "Nuuk (Belga) -"),
    ("nl", "Groot – en dat is hij – en grijs: ", None),
    ("nl", "Anderhalf-jarige ", None),
    (
        "en",
        "NUUK, Greenland, 27 March 2014 (Reuters) - ",
        "NUUK, Greenland, 27 March 2014 (Reuters) -",
    ),
    ("en", "NUUK, Greenland — ", "NUUK, Greenland —"),
    ("en", "NUUK -- ", "NUUK --"),
    ("en", "Nuuk (Reuters) - ", "Nuuk (Reuters) -"),
    ("en", "GODTHAAB/NUUK, June 14, 2017 — ", "GODTHAAB/NUUK, June 14, 2017 —"),
    ("en", "Big – and it is – and grey: ", None),
    ("en", "A – B: ", None),
    ("en", "Well-armed and grey, ", None),
]


@pytest.mark.parametrize(("language", "kind", "line"), UNDER_HEADLINE)
def test_a_line_under_the_headline(language: str, kind: str, line: str) -> None:
    text = f"{HEADLINE[language]}\n\n{line}\n\n{TEXT[language]}\n"
    assert blocks(text, language) == [
        ("headline", HEADLINE[language]),
        (kind, line),
        ("paragraph", TEXT[language]),
    ]


@pytest.mark.parametrize(("language", "kind", "line"), BETWEEN)
def test_a_line_between_paragraphs(language: str, kind: str, line: str) -> None:
    text = f"{HEADLINE[language]}\n\n{TEXT[language]}\n\n{line}\n\n{TEXT[language]}\n"
    assert blocks(text, language)[2:] == [(kind, line), ("paragraph", TEXT[language])]


@pytest.mark.parametrize(("language", "opening", "dateline"), DATELINES)
def test_datelines(language: str, opening: str, dateline: str | None) -> None:
    found = blocks(f"{HEADLINE[language]}\n\n{opening}{TEXT[language]}", language)
    if dateline is None:
        assert found[1:] == [("paragraph", opening + TEXT[language])]
    else:
        assert found[1:] == [("dateline", dateline), ("paragraph", TEXT[language])]


@pytest.mark.parametrize(
    ("language", "label", "rest"),
    [
        ("nl", "date 2022-12", "Het fregat is weg."),
        ("nl", "datum: 2022-12-19", "Het fregat is weg."),
        ("nl", "Gepubliceerd 2022", "Het fregat is weg."),
        ("en", "date 2022-12", "The frigate is gone."),
        ("en", "Updated: 2022-12-19", "The frigate is gone."),
    ],
)
def test_a_labelled_date_before_the_text(language: str, label: str, rest: str) -> None:
    assert blocks(f" {label} {rest}", language) == [("header", label), ("paragraph", rest)]
    assert blocks(label, language) == [("header", label)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The frigate\nleft on Tuesday\nfor Nuuk.", ["The frigate\nleft on Tuesday\nfor Nuuk."]),
        ("The frigate left.\nhe said so.", ["The frigate left.", "he said so."]),
        ("The frigate left\n\nand came back.", ["The frigate left", "and came back."]),
        ("The frigate left\r\nand came back.", ["The frigate left\r\nand came back."]),
        ("The frigate left\n  and came back.", ["The frigate left\n  and came back."]),
        ("The frigate.\nThe port.", ["The frigate.", "The port."]),
        ("The frigate.\u2029The port.", ["The frigate.", "The port."]),
        ("The frigate.\x0cThe port.", ["The frigate.", "The port."]),
        ("\ufeffThe frigate left.", ["The frigate left."]),
        ("The frigate left. \t", ["The frigate left."]),
        ("  \n\n \t ", []),
        ("", []),
    ],
)
def test_lines(text: str, wanted: list[str]) -> None:
    assert [part for _, part in blocks(text, "en")] == wanted


@pytest.mark.parametrize("language", ["nl", "en"])
def test_of_two_short_lines_the_first_is_the_headline(language: str) -> None:
    text = f"{HEADLINE[language]}\nNuuk\n\n{TEXT[language]}"
    assert kinds(text, language) == ["headline", "heading", "paragraph"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 Luc Morel said he stays.",
        "President Ivan Doerov left in 2019.",
        "Norway sent ships on 5/6/2019.",
    ],
)
def test_a_short_sentence_with_a_year_is_no_header(text: str) -> None:
    assert kinds(text, "en") == ["paragraph"]
    assert kinds(f"{TEXT['en']}\n\n{text}", "en") == ["paragraph", "paragraph"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_line_alone_is_no_headline(language: str) -> None:
    assert kinds(HEADLINE[language], language) == ["paragraph"]


@pytest.mark.parametrize(("language", "date"), [("nl", "Mei 2024"), ("en", "November 2019")])
def test_a_date_above_the_headline(language: str, date: str) -> None:
    text = f"{date}\n\n{HEADLINE[language]}\n\n{TEXT[language]}"
    assert kinds(text, language) == ["header", "headline", "paragraph"]


def is_blank(text: str) -> bool:
    """Whether a text is white space and marks of no width."""
    return all(c.isspace() or c in "\ufeff\u200b" for c in text)


@given(st.one_of(st.text(), strategies.texts()), languages)
def test_blocks_cover_all_but_white_space_in_order(text: str, language: str) -> None:
    at = 0
    for span in find(text, load_profile(language)):
        assert isinstance(span.kind, BlockKind)
        assert at <= span.start < span.end
        assert is_blank(text[at : span.start])
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        at = span.end
    assert is_blank(text[at:])
