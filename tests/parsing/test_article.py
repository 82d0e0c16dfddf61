"""The whole parse: what an article's own header tells, what is read and what is left, in one."""

from __future__ import annotations

import pytest

from newsmodel import Article, BlockKind, parse_article

BODY = {
    "nl": "Het fregat is dinsdag met 120 matrozen aan boord naar de haven van Nuuk vertrokken.",
    "en": "The frigate left on Tuesday for the port of Nuuk with 120 sailors on board.",
}
HEADLINE = {"nl": "Fregat vaart naar Groenland", "en": "Frigate sails for Greenland"}


def under_headline(language: str, line: str) -> str:
    return f"{HEADLINE[language]}\n\n{line}\n\n{BODY[language]}\n"


#: A line under the headline, and the date of publication that it tells.
DATES = [
    ("nl", "9 november 2021, 18.25 uur", "2021-11-09"),
    ("nl", "dinsdag 5 juni 2018", "2018-06-05"),
    ("nl", "ROME, dinsdag 5 juni 2018", "2018-06-05"),
    ("nl", "NEW DELHI, 22.06.2020", "2020-06-22"),
    ("nl", "GOMA (Belga/AFP), 3/9/2020", "2020-09-03"),
    ("nl", "NAIROBI, maandag 28 nov. 2016", "2016-11-28"),
    ("nl", "Mei 2024", "2024-05"),
    ("nl", "2022-12-19", "2022-12-19"),
    ("nl", "Door Marit Oudeman, 9 november 2021", "2021-11-09"),
    ("nl", "Door Marit Oudeman", None),
    ("nl", "Lees ook: de vloot van 2019", None),
    ("en", "Thursday 20 June 2019", "2019-06-20"),
    ("en", "Tue 24 Jan 2017 18.04 GMT", "2017-01-24"),
    ("en", "SARAJEVO | Friday, August 20, 2021", "2021-08-20"),
    ("en", "November 2019", "2019-11"),
    ("en", "PORT-AU-PRINCE, Haiti (AP) — Nov. 15, 2023", "2023-11-15"),
    ("en", "2022-12-19", "2022-12-19"),
    ("en", "By Marit Oudeman", None),
    ("en", "Photo: Agence Nord, 2019", None),
]
#: How the first paragraph begins, and the date of publication that it tells.
DATELINES = [
    ("nl", "NUUK, 19 oktober 2023 – ", "2023-10-19"),
    ("nl", "NUUK – ", None),
    ("nl", "date 2022-12 ", "2022-12"),
    ("en", "NUUK, Greenland, 27 March 2014 (Reuters) - ", "2014-03-27"),
    ("en", "NUUK, June 14, 2017 — ", "2017-06-14"),
    ("en", "NUUK, Greenland — ", None),
    ("en", "Published: 2022-12-19 ", "2022-12-19"),
]


def told(article: Article) -> str | None:
    return str(article.published) if article.published is not None else None


@pytest.mark.parametrize(("language", "line", "published"), DATES)
def test_a_date_under_the_headline(language: str, line: str, published: str | None) -> None:
    assert told(parse_article(under_headline(language, line), language=language)) == published


@pytest.mark.parametrize(("language", "opening", "published"), DATELINES)
def test_a_date_before_the_first_sentence(
    language: str, opening: str, published: str | None
) -> None:
    text = f"{HEADLINE[language]}\n\n{opening}{BODY[language]}"
    assert told(parse_article(text, language=language)) == published


def test_a_date_above_the_headline() -> None:
    text = f"November 2019\n\n{HEADLINE['en']}\n\n{BODY['en']}"
    article = parse_article(text)
    assert told(article) == "2019-11"
    assert article.headline is not None
    assert article.headline.text == HEADLINE["en"]


def test_a_date_in_the_text_is_not_that_of_publication() -> None:
    text = f"{HEADLINE['en']}\n\n{BODY['en']} It had left on 5 May 2019 as well, its captain said."
    assert parse_article(text).published is None


def test_what_the_caller_says_counts_before_the_header() -> None:
    article = parse_article(under_headline("en", "Thursday 20 June 2019"), published="2022-12")
    assert told(article) == "2022-12"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Generaal Luc Morel: ‘De brug is dicht’"),
        ("nl", "Lees ook: generaal Luc Morel zegt dat de brug dicht is"),
        ("nl", "Door Luc Morel"),
        ("en", "General Luc Morel says the bridge is shut"),
        ("en", "Read more: General Luc Morel says the bridge is shut"),
        ("en", "By Luc Morel"),
    ],
)
def test_only_running_text_is_read(language: str, line: str) -> None:
    article = parse_article(under_headline(language, line), language=language)
    assert article.statements == ()
    assert article.actor("Luc Morel") is None


def test_captions_are_read() -> None:
    article = parse_article(
        under_headline("en", "Photo: General Luc Morel says the bridge is shut.")
    )
    assert [s.content[0].text for s in article.statements] == ["the bridge is shut"]


TEXT = """Frigate sails for Greenland

By Marit Oudeman
Wednesday 21 December 2022

Norway has sent two frigates to Iceland, General Ana Silva said on Tuesday. “It is a short trip,”
she added.

The harbour was full on Sunday. “Nobody asked us anything.” A band played on.

Short and cold

The minister denied that Swedish soldiers would come. Perhaps 300 reservists will be called up.
"""


@pytest.fixture(scope="module")
def article() -> Article:
    return parse_article(TEXT)


def test_the_parts_of_an_article(article: Article) -> None:
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.HEADER,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]
    assert told(article) == "2022-12-21"
    assert article.language == "en"
    assert article.text == TEXT


def test_a_quotation_that_nobody_is_given(article: Article) -> None:
    assert [excerpt.text for excerpt in article.unattributed] == ["Nobody asked us anything."]


def test_the_facts_of_an_article(article: Article) -> None:
    said = [
        (s.kind.value, s.act.value, s.polarity.value, s.content[0].text) for s in article.statements
    ]
    assert said == [
        ("indirect", "say", "affirmed", "Norway has sent two frigates to Iceland"),
        ("direct", "say", "affirmed", "It is a short trip"),
        ("indirect", "deny", "denied", "Swedish soldiers would come"),
    ]
    assert str(article.statements[0].time.value if article.statements[0].time else None) == (
        "2022-12-20"
    )
    first = article.deployments[0]
    assert (first.force_country, first.unit.value, str(first.quantity)) == ("NO", "warship", "2")
    assert first.reported_by == article.statements[0]


def test_ids_count_in_the_order_of_the_text(article: Article) -> None:
    assert [s.id for s in article.statements] == ["s1", "s2", "s3"]
    assert [a.id for a in article.actors] == [f"a{n}" for n in range(1, len(article.actors) + 1)]
