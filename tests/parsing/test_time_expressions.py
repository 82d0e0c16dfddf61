"""Rarer expressions of time in articles of Wednesday 21 December 2022: (expression, values)."""

from __future__ import annotations

import pytest

from newsmodel import find_times

PUBLISHED = "2022-12-21"
ENGLISH = [
    # weeks and weekends
    ("the week of 5 December", "2022-12-05/2022-12-11"),
    ("week 12 of 2021", "2021-03-22/2021-03-28"),
    ("the second week of May 2021", "2021-05-10/2021-05-16"),
    ("last weekend", "2022-12-17/2022-12-18"),
    ("next weekend", "2022-12-31/2023-01-01"),
    ("the last weekend of May 2021", "2021-05-29/2021-05-30"),
    # a day counted within or after a period
    ("the first Monday of March 2020", "2020-03-02"),
    ("the third day of May 2021", "2021-05-03"),
    ("the last day of June 2021", "2021-06-30"),
    ("the first three days of May 2021", "2021-05-01/2021-05-03"),
    ("on the 15th", "2022-12-15"),
    ("two days after 5 May 2021", "2021-05-07"),
    ("three weeks from Monday", "2023-01-16"),
    ("the first weekend of May 2021", "2021-05-01/2021-05-02"),
    ("the last two weekends of May 2021", "2021-05-22/2021-05-30"),
    # a stretch from a day on, or up to now
    ("for three days from tomorrow", "2022-12-22/2022-12-24"),
    ("for three days from 5 May 2021", "2021-05-05/2021-05-07"),
    ("the year to date", "2022/2022-12-21"),
    ("the past three years", "2019-12-21/2022-12-21"),
    ("over the past two weeks", "2022-12-07/2022-12-21"),
    ("in the coming ten days", "2022-12-22/2022-12-31"),
    ("a year and a half ago", "2021-06-21~"),
    # quarters, halves and parts
    ("in the third quarter of 2021", "2021-07/2021-09"),
    ("third quarter last year", "2021-07/2021-09"),
    ("Q3 2021", "2021-07/2021-09"),
    ("the second half of 2021", "2021-07/2021-12"),
    ("the end of 2019", "2019-09/2019-12"),
    ("mid-2019", "2019-05/2019-08"),
    ("early March 2020", "2020-03-01/2020-03-10"),
    ("the late 1990s", "1997/1999"),
    # in figures
    ("20191105", "2019-11-05"),
    ("2021/05/06", "2021-05-06"),
    ("20191345", ""),
    # ranges
    ("from 5 to 7 May 2021", "2021-05-05/2021-05-07"),
    ("from April the ninth till the seventeenth", "2022-04-09/2022-04-17"),
    ("in March a second frigate", "2022-03"),
    ("between May and July 2021", "2021-05/2021-07"),
    # holidays and seasons
    ("Christmas 2021", "2021-12-25"),
    ("last Christmas", "2021-12-25"),
    ("the summer of 2018", "2018-22"),
    ("last summer", "2022-22"),
    ("next spring", "2023-21"),
]
DUTCH = [
    ("de week van 5 december", "2022-12-05/2022-12-11"),
    ("week 12 van 2021", "2021-03-22/2021-03-28"),
    ("de tweede week van mei 2021", "2021-05-10/2021-05-16"),
    ("vorig weekend", "2022-12-17/2022-12-18"),
    ("het laatste weekend van mei 2021", "2021-05-29/2021-05-30"),
    ("de eerste maandag van maart 2020", "2020-03-02"),
    ("de laatste dag van juni 2021", "2021-06-30"),
    ("de eerste drie dagen van mei 2021", "2021-05-01/2021-05-03"),
    ("twee dagen na 5 mei 2021", "2021-05-07"),
    ("de afgelopen drie jaar", "2019-12-21/2022-12-21"),
    ("de komende tien dagen", "2022-12-22/2022-12-31"),
    ("het jaar tot nu toe", "2022/2022-12-21"),
    ("anderhalf jaar geleden", "2021-06-21~"),
    ("in het derde kwartaal van 2021", "2021-07/2021-09"),
    ("de tweede helft van 2021", "2021-07/2021-12"),
    ("eind 2019", "2019-09/2019-12"),
    ("medio 2019", "2019-05/2019-08"),
    ("begin maart 2020", "2020-03-01/2020-03-10"),
    ("eind jaren negentig", "1997/1999"),
    ("2021/05/06", "2021-05-06"),
    ("van 5 tot 7 mei 2021", "2021-05-05/2021-05-07"),
    ("tussen mei en juli 2021", "2021-05/2021-07"),
    ("Kerstmis 2021", "2021-12-25"),
    ("de zomer van 2018", "2018-22"),
]
#: The same without a publication date: what is relative has no value.
WITHOUT = [
    ("en", "last weekend", ""),
    ("en", "the past three years", ""),
    ("en", "the year to date", ""),
    ("en", "third quarter last year", ""),
    ("en", "for three days from tomorrow", ""),
    ("en", "on the 15th", ""),
    ("en", "last Christmas", ""),
    ("en", "two days after 5 May 2021", "2021-05-07"),
    ("en", "the first Monday of March 2020", "2020-03-02"),
    ("nl", "vorig weekend", ""),
    ("nl", "de komende tien dagen", ""),
    ("nl", "eind 2019", "2019-09/2019-12"),
]
#: Published in a month of which the day is not known.
MONTH = [
    ("en", "last weekend", ""),
    ("en", "last summer", "2022-22"),
    ("en", "next month", "2023-01"),
    ("nl", "volgende maand", "2023-01"),
    ("nl", "vorige week", ""),
    ("nl", "eind dit jaar", "2022-09/2022-12"),
]


def values(language: str, expression: str, published: str | None) -> str:
    frame = {"en": "It happened {}.", "nl": "Het gebeurde {}."}[language]
    found = find_times(frame.format(expression), language=language, published=published)
    return " ".join(str(time.value) for time in found)


@pytest.mark.parametrize(
    ("language", "expression", "wanted"),
    [("en", *row) for row in ENGLISH] + [("nl", *row) for row in DUTCH],
)
def test_what_an_expression_comes_to(language: str, expression: str, wanted: str) -> None:
    assert values(language, expression, PUBLISHED) == wanted


@pytest.mark.parametrize(("language", "expression", "wanted"), WITHOUT)
def test_without_a_publication_date(language: str, expression: str, wanted: str) -> None:
    assert values(language, expression, None) == wanted


@pytest.mark.parametrize(("language", "expression", "wanted"), MONTH)
def test_published_in_a_month(language: str, expression: str, wanted: str) -> None:
    assert values(language, expression, "2022-12") == wanted


@pytest.mark.xfail(reason="a weekday is not counted from a date", strict=True)
def test_a_weekday_after_a_date() -> None:
    assert values("en", "the Tuesday after 5 May 2021", PUBLISHED) == "2021-05-11"
