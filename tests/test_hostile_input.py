"""Whatever the text: an article whose excerpts are the text at their place, or a `ParseError`."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsmodel
from newsmodel import EDTF, Article, ParseError, UnsupportedLanguageError, from_json, to_json

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
MARKS = "“”\"‘’'„‟«»‹›‚‛′″"
FINDERS = (
    newsmodel.find_actors,
    newsmodel.find_statements,
    newsmodel.find_deployments,
    newsmodel.find_times,
    newsmodel.find_quantities,
)
PARSERS = (newsmodel.parse_actor, newsmodel.parse_statement, newsmodel.parse_deployment)


def parsed(text: str, **options: object) -> Article:
    """The article of a text, which is whole: the model checks every excerpt when it is built."""
    article = newsmodel.parse_article(text, **options)  # type: ignore[arg-type]
    assert article.text == text
    assert from_json(to_json(article)) == article
    return article


def news(language: str = "en") -> str:
    return next(p for p in ARTICLES if p.name.startswith(language)).read_text("utf-8")


SENTENCES = {
    "fr": "« Nous restons », a déclaré le général Luc Morel. La frégate a quitté Toulon lundi.",
    "de": "„Wir bleiben“, sagte General Lutz Möhring. Die Fregatte verließ am Montag Kiel.",
    "zh": "国防部长周一说：“我们将派遣两艘护卫舰前往红海。”",
    "ar": "قال الجنرال: «سنرسل ثلاثمئة جندي إلى الحدود يوم الاثنين».",
    "ja": "防衛大臣は月曜日、「護衛艦二隻を派遣する」と述べた。",
    "ru": "«Мы остаёмся», — заявил генерал Пётр Волков в понедельник.",
    "hi": "मंत्री ने कहा, “हम दो जहाज़ भेजेंगे।”",
    "he": '"אנחנו נשארים," אמר הגנרל ביום שני.',
}


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
@pytest.mark.parametrize("language", [None, "nl", "en"])
def test_a_language_that_it_does_not_read(text: str, language: str | None) -> None:
    parsed(text, language=language)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "\t \r\n  ",
        "\u00a0\u2003",
        "\u200b",
        "\ufeff",
        "\x00",
        "\u2028\u2029",
        "\x0b\x0c",
    ],
    ids=ascii,
)
def test_nothing_to_read(text: str) -> None:
    article = parsed(text)
    found = (article.actors, article.statements, article.deployments, article.unattributed)
    assert found == ((), (), (), ())
    assert article.headline is None
    assert all(find(text) == () for find in FINDERS)
    for parse in PARSERS:
        with pytest.raises(ParseError, match="found 0"):
            parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\udc00\ud800",
        "“\ud800,” said General Luis \udfff Costa.",
        "General \ud83d Costa sent 300 \udcff soldiers to \ud800.",
        "\x00“No,”\x00 said General\x00 Luis Costa.\x00",
        "He sent 3\x0000 soldiers \x1b[31mto Norway\x1b[0m on \x7fMonday.",
    ],
    ids=ascii,
)
def test_characters_that_are_none(text: str) -> None:
    parsed(text)


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize(
    "shape",
    [
        "{}",
        "{0}{0}{0}",
        "{}We stay, said General Luis Costa.",
        "We stay,{} said General Luis Costa.",
        "We stay, said General Luis Costa.{}",
        "{0}We stay,{0} said General Luis Costa. {0}We go.",
        "{0}{0}We stay,{0} said {0} General Luis Costa.\n\n{0}We go.",
        "said {} said {}",
        "General Luis Costa said: {",
        "It’s {0}5 o’clock{0} {0}somewhere’s.",
    ],
)
def test_marks_without_their_partner(shape: str, mark: str) -> None:
    parsed(shape.replace("{0}", mark).replace("{}", mark).replace("{", mark))


def test_a_mark_too_many_costs_its_own_paragraph_only() -> None:
    first = "“We leave, said General Luis Costa."
    second = "“We stay,” said President Ana Silva."
    last = "General Eva Berg said that “nobody” had come."
    alone = newsmodel.find_statements(second)[0]
    article = parsed(f"{first}\n\n{second}\n\n{last}", language="en")
    by_silva = article.statements_by("Ana Silva")
    assert [s.content[0].text for s in by_silva] == [s.text for s in alone.content]
    assert [s.kind for s in by_silva] == [alone.kind]
    assert len(article.statements_by("Eva Berg")) == 1


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\r", "\u2028", "\u2029", "\x85", "\x0c"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_other_ends_of_lines(ending: str, language: str) -> None:
    parsed(news(language).replace("\n", ending))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_windows_ends_of_lines_change_no_fact(language: str) -> None:
    plain = parsed(news(language))
    windows = parsed(news(language).replace("\n", "\r\n"))
    assert [a.name for a in windows.actors] == [a.name for a in plain.actors]
    assert [s.content[0].text for s in windows.statements] == [
        s.content[0].text for s in plain.statements
    ]
    assert windows.published == plain.published


def test_ends_of_lines_mixed() -> None:
    lines = news().splitlines()
    ends = ["\n", "\r\n", "\r", "\n\n", "\u2028"]
    parsed("".join(line + ends[i % len(ends)] for i, line in enumerate(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "<html><head><title>Ships</title><script>if (a < b && c > d) { say('no'); }</script></head>"
        "<body><p>&ldquo;We stay,&rdquo; said General Luis&nbsp;Costa.</p></body></html>",
        "<p>“We stay,” <a href='x'>said</a> <b>General Luis Costa</b>.</p>" * 20,
        "<" * 500,
        "&amp;" * 500,
        "<!-- “ -->Two frigates<br/>sailed &#8220;to Malta&#8221; on Monday.",
    ],
    ids=["page", "paragraphs", "brackets", "entities", "comment"],
)
def test_html(text: str) -> None:
    parsed(text)


@pytest.mark.parametrize(
    "text",
    [
        "😀",
        "👩‍✈️👨🏿‍🚀🇳🇱",
        "“We stay 💪🏽,” said General Luis Costa 🇵🇹.",
        "General 🎖️ Costa sent 3️⃣ frigates ⛴️ to 🇲🇹 on Monday.",
        "\u202e“We stay,”\u202c said \u2066General Luis Costa\u2069.\u200f",
        "\u200eTwo frigates\u200e sailed to\u200b Malta.\u2060",
        "\ufeff“We stay,” said General Luis Costa.\ufeff",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘! said General Luis Costa.",
        "𝕎𝕖 𝕤𝕥𝕒𝕪, said 𝐆𝐞𝐧𝐞𝐫𝐚𝐥 𝐂𝐨𝐬𝐭𝐚. Ｔｗｏ ｆｒｉｇａｔｅｓ ｌｅｆｔ.",
        "İstanbul’da ß ŉ ǰ ΐ ﬀ ﬃ ẖ İ İ said General Luis Costa.",
        "Generaal Jörg Müller zei: „Nee”. Vijf schepen voeren weg.",
    ],
    ids=ascii,
)
def test_marks_of_direction_emoji_and_letters_that_change_length(text: str) -> None:
    parsed(text)
    parsed(text, language="nl")


#: Texts that end where a noun, a name or a clause was still to come.
CUT_SHORT = [
    ("en", "conclude Development minister neighborguideScold ; AmandaYarralumla gun "),
    ("en", "They met R"),
    ("nl", "De belofte van minister Rita Bogaert om"),
    ("nl", "een Russisch"),
    ("en", "two Russian naval"),
]


@pytest.mark.parametrize(("language", "text"), CUT_SHORT)
def test_cut_short(language: str, text: str) -> None:
    parsed(text, language=language)


LONG: dict[str, Callable[[int], str]] = {
    "a word": lambda n: "a" * n,
    "a capital word": lambda n: "A" * n,
    "a number": lambda n: "9" * n,
    "a number with points": lambda n: "9." * n,
    "a word with hyphens": lambda n: "a-" * n,
    "initials": lambda n: "A." * n,
    "a line of words": lambda n: "soldiers " * n,
    "a name": lambda n: "Ana " * n,
    "a sentence": lambda n: "they said that " * n,
    "a sentence of cues": lambda n: "said " * n,
    "a sentence of marks": lambda n: "“ ” " * n,
    "opening marks": lambda n: "“" * n,
    "closing marks": lambda n: "”" * n,
    "straight marks": lambda n: '"' * n,
    "brackets": lambda n: "(" * n + "x" + ")" * n,
    "nested marks": lambda n: "“‘" * n + "No" + "’”" * n,
    "full stops": lambda n: "." * n,
    "commas": lambda n: ", " * n,
    "lines": lambda n: "\n" * n,
    "short lines": lambda n: "a\n" * n,
    "conjunctions": lambda n: "and of " * n,
    "number words": lambda n: "twenty " * n,
    "number words in one": lambda n: "twintig" * n,
    "dates": lambda n: "on Monday " * n,
    "countries": lambda n: "Russian " * n,
    "spaces": lambda n: " " * n + "x",
    "letters": lambda n: "A " * n,
    "combining marks": lambda n: "e" + "\u0301" * n,
}
NEWS: dict[str, Callable[[int], str]] = {
    "Dutch articles": lambda n: (news("nl") + "\n\n") * (n // 40),
    "English articles": lambda n: (news("en") + "\n\n") * (n // 40),
}


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_very_long(make: Callable[[int], str]) -> None:
    for language in ("nl", "en"):
        parsed(make(5_000), language=language)


_COUNT = """
import collections, json, sys
from importlib.util import module_from_spec, spec_from_file_location
import newsmodel
spec = spec_from_file_location("hostile", sys.argv[1])
hostile = module_from_spec(spec)
spec.loader.exec_module(hostile)
def count(text, language):
    lines = collections.Counter()
    def step(frame, event, argument):
        lines[frame.f_code] += 1
        return step
    sys.settrace(step)
    newsmodel.parse_article(text, language=language)
    sys.settrace(None)
    return collections.Counter({
        f"{code.co_filename[-30:]}:{code.co_firstlineno} {code.co_qualname}": n
        for code, n in lines.items()
    })
def grown(make, language):
    short, long = (count(make(size), language) for size in (300, 1200))
    found = {
        name: [short[name], lines] for name, lines in long.items()
        if lines > 6.5 * (short[name] + 500)  # a few lines more a call are no growth
    }
    if long.total() > 4.6 * short.total():
        found["all"] = [short.total(), long.total()]
    return found
for language in ("nl", "en"):
    newsmodel.parse_article("He said so.", language=language)
print(json.dumps({
    name + " " + language: found
    for name, make in {**hostile.LONG, **hostile.NEWS}.items() for language in ("nl", "en")
    if (found := grown(make, language))
}))
"""


def test_four_times_the_text_is_four_times_the_work() -> None:
    """Of every function, in lines of Python that run, so that no clock matters."""
    done = subprocess.run(
        [sys.executable, "-c", _COUNT, __file__], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert json.loads(done.stdout) == {}


def test_text_without_spaces() -> None:
    parsed("".join(news().split()))
    parsed("".join(news("nl").split()), language="nl")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_cut_off_anywhere(path: Path) -> None:
    text = path.read_text("utf-8")
    for end in range(0, len(text), 29):
        parsed(text[max(0, end - 200) : end])


def test_numbers_beyond_what_the_model_can_hold() -> None:
    parsed("They sent " + "9" * 400 + " soldiers and 9,223,372,036,854,775,808 tanks to Norway.")
    parsed("Ze stuurden 99999999999999999999 miljard miljard soldaten.", language="nl")
    assert newsmodel.find_quantities("9" * 5000, language="en") == ()


@pytest.mark.parametrize("code", ["fr", "xx", "", "english", "nl_BE", "🇳🇱", "\ud800", "e" * 999])
def test_a_language_that_is_not_supported(code: str) -> None:
    for read in (newsmodel.parse_article, *FINDERS, *PARSERS):
        with pytest.raises(UnsupportedLanguageError):
            read("They left.", language=code)


@pytest.mark.parametrize("code", ["nl", "NL", "nl-BE", "en", "en-GB"])
def test_a_language_with_its_region(code: str) -> None:
    assert parsed("They left.", language=code).language == code[:2].lower()


@pytest.mark.parametrize(
    "published",
    [
        "",
        "May",
        "2022-13",
        "19-12-2022",
        "2022-02-30",
        "2022-12-19 ",
        "last week",
        "\x00",
        "\ud800",
    ],
)
def test_a_publication_date_that_is_not_edtf(published: str) -> None:
    for read in (newsmodel.parse_article, *FINDERS, *PARSERS):
        with pytest.raises(ParseError, match="EDTF"):
            read("They left.", published=published)


EXTREME_DATES = [
    "0000",
    "-9999",
    "9999-12-31",
    "Y170000002",
    "2022-XX-XX",
    "201X",
    "20XX",
    "2022-24",
    "../2022",
    "2022/..",
    "2022?",
    "0001-01-01",
    dt.date.min,
    dt.date.max,
    dt.datetime.max,
    dt.datetime(2022, 12, 19, 23, 59, tzinfo=dt.UTC),
    EDTF("2022~"),
]


@pytest.mark.parametrize("published", EXTREME_DATES, ids=str)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_any_publication_date(published: str | dt.date | EDTF, language: str) -> None:
    text = {
        "en": "He said on Monday that 300 soldiers had left last week, two months ago, "
        "a day later, in the spring, since 2019, ten thousand years ago, in 400 years, tomorrow.",
        "nl": "Hij zei maandag dat 300 soldaten vorige week waren vertrokken, een maand geleden, "
        "een dag later, in het voorjaar, sinds 2019, over tienduizend jaar, morgen, met Pasen.",
    }
    parsed(text[language], language=language, published=published)


@pytest.mark.parametrize("text", [None, 3, b"They left.", ["They left."], Path("x")], ids=repr)
def test_a_text_of_the_wrong_type(text: object) -> None:
    for read in (newsmodel.parse_article, *FINDERS, *PARSERS):
        with pytest.raises(TypeError):
            read(text)  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    "options",
    [{"language": 3}, {"language": b"nl"}, {"published": 2022}, {"published": b"2022"}],
    ids=repr,
)
def test_an_option_of_the_wrong_type(options: dict[str, object]) -> None:
    for read in (newsmodel.parse_article, *FINDERS, *PARSERS):
        with pytest.raises(TypeError):
            read("They left.", **options)  # type: ignore[arg-type]  # wrong on purpose


def test_an_option_by_position_is_refused() -> None:
    with pytest.raises(TypeError):
        newsmodel.parse_article("They left.", "en")  # type: ignore[misc]  # wrong on purpose


@pytest.mark.parametrize("parse", PARSERS)
def test_a_passage_of_many_facts_is_not_one(parse: Callable[..., object]) -> None:
    text = (
        "“A,” said Ana Silva. “B,” said Luis Costa. France sent two frigates to Malta. "
        "Spain moved a tank battalion to Ceuta."
    )
    with pytest.raises(ParseError) as caught:
        parse(text, language="en")
    assert (caught.value.start, caught.value.end) == (0, len(text))
    assert "exactly one" in str(caught.value)
