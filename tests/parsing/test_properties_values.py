"""What is written is read back: any number, in digits or in words, with any word that bounds it.

The writers below follow the grammar of numerals of each language, from the language's own words.
"""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newsmodel.languages.numbers import NumberRole, NumberWords
from newsmodel.languages.profile import load_profile
from newsmodel.parsing.quantities import QuantitySpan, find
from newsmodel.parsing.tokens import tokenize

LARGEST = 10**15
NOUNS = {"nl": "soldaten", "en": "soldiers"}
LANGUAGES = sorted(NOUNS)

#: Every order of magnitude as likely as the others.
numbers = st.integers(0, 15).flatmap(lambda power: st.integers(0, 10**power))


def words_of(language: str) -> NumberWords:
    return load_profile(language).numbers.words


def only_span(language: str, text: str) -> QuantitySpan:
    spans = find(tokenize(text), load_profile(language))
    assert len(spans) == 1, (text, spans)
    return spans[0]


def in_digits(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@st.composite
def written_in_words(draw: st.DrawFn, language: str, number: int) -> str:
    """A number as somebody might write it: with or without "and", hyphens, spaces."""
    words = words_of(language)
    writer = _Writer(words, draw(st.booleans()), draw(st.booleans()))
    return writer.dutch(number) if words.joints else writer.english(number)


class _Writer:
    """Writes numbers from the words of ``numbers.toml``, in the style that it is given."""

    def __init__(self, words: NumberWords, joined: bool, linked: bool) -> None:
        self.joined, self.linked = joined, linked
        self.units = {value: word for word, value in words.units.items()}
        self.tens = {value: word for word, value in reversed(words.tens.items())}
        self.scales = sorted(
            {value: word for word, value in reversed(words.scales.items())}.items(), reverse=True
        )
        self.scales = [(v, w) for v, w in self.scales if v not in (100_000, 10_000_000)]
        self.link = words.conjunctions[0]
        self.pattern = words.tens_patterns[0]

    def small(self, number: int) -> str:
        if number in self.units:
            return self.units[number]
        ten, unit = self.tens[number // 10 * 10], number % 10
        if not unit:
            return ten
        written = self.pattern.format(unit=self.units[unit], ten=ten)
        return written if self.joined or "{ten}-" not in self.pattern else written.replace("-", " ")

    def english(self, number: int) -> str:
        """Three hundred and fifty thousand two hundred and one."""
        for value, word in self.scales:
            if number >= value:
                head = f"{self.english(number // value)} {word}"
                rest = number % value
                if not rest:
                    return head
                link = f" {self.link} " if self.linked and rest < 100 else " "
                return head + link + self.english(rest)
        return self.small(number)

    def dutch(self, number: int) -> str:
        """Driehonderdvijftigduizend tweehonderdeen; one word below a thousand."""
        for value, word in self.scales:
            if number < value:
                continue
            times, rest = divmod(number, value)
            if value > 1000:
                return " ".join(filter(None, [self.dutch(times), word, rest and self.dutch(rest)]))
            head = ("" if times == 1 else self.dutch(times)) + word
            if not rest:
                return head
            infix = self.link if self.linked and rest <= 12 else ""
            glue = "" if value == 100 or self.joined else " "
            if glue and infix:
                infix += " "
            return head + glue + infix + (self.dutch(rest) if glue else self._compound(rest))
        return self.small(number)

    def _compound(self, number: int) -> str:
        written = self.dutch(number)
        # Within a compound "één" carries no accents.
        return written.replace("é", "e")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mark", ["", ".", ",", " ", "\u00a0", "\u202f", "\u2009"])
@given(number=numbers)
@settings(max_examples=60, deadline=None)
def test_digits_are_read_back(language: str, mark: str, number: int) -> None:
    span = only_span(language, f"{in_digits(number, mark)} {NOUNS[language]}")
    assert (span.quantity.lower, span.quantity.upper) == (number, number)
    assert span.role is NumberRole.COUNT


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), number=numbers)
@settings(max_examples=300, deadline=None)
def test_words_are_read_back(language: str, data: st.DataObject, number: int) -> None:
    written = data.draw(written_in_words(language, number))
    span = only_span(language, f"{written} {NOUNS[language]}")
    assert (span.quantity.lower, span.quantity.upper) == (number, number), written
    assert span.quantity.excerpt.text == written
    assert span.role is NumberRole.COUNT


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", ["at_least", "at_most", "about"])
@given(data=st.data(), number=numbers.filter(bool))
@settings(max_examples=100, deadline=None)
def test_bounds_are_read_back(language: str, group: str, data: st.DataObject, number: int) -> None:
    phrases = words_of(language).phrases
    # A dot may end the sentence, unless the abbreviations of the language are known.
    undotted = [phrase for phrase in getattr(phrases, group) if not phrase.endswith(".")]
    phrase = data.draw(st.sampled_from(undotted))
    written = data.draw(
        st.one_of(
            st.sampled_from([in_digits(number, "."), in_digits(number, ",")]),
            written_in_words(language, number),
        )
    )
    # "some one" is nobody's number.
    before, _ = load_profile(language).numbers.exceptions.get(written, ((), ()))
    assume(phrase not in before)
    # "between one hundred and one" opens a range.
    assume(not (phrase.endswith("between") and " and " in written))
    span = only_span(language, f"{phrase} {written} {NOUNS[language]}")
    expected = {
        "at_least": (number, None, False),
        "at_most": (None, number, False),
        "about": (number, number, True),
    }[group]
    quantity = span.quantity
    assert (quantity.lower, quantity.upper, quantity.approximate) == expected


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), lower=numbers.filter(bool), more=st.integers(1, 10**6))
@settings(max_examples=150, deadline=None)
def test_ranges_are_read_back(language: str, data: st.DataObject, lower: int, more: int) -> None:
    words, upper = words_of(language), lower + more
    spelled = data.draw(st.booleans())

    def write(number: int) -> str:
        return data.draw(written_in_words(language, number)) if spelled else f"{number:,}"

    between, conjunction = words.phrases.between[0], words.conjunctions[0]
    first, second = write(lower), write(upper)
    # "Between five thousand and one hundred and five thousand ..." can be read in two ways.
    assume(not spelled or conjunction not in f"{first} {second}".split())
    # So can "between two and three hundred ...".
    assume(not spelled or lower >= 100 or upper < 100)
    text = f"{between} {first} {conjunction} {second} {NOUNS[language]}"
    span = only_span(language, text)
    assert (span.quantity.lower, span.quantity.upper) == (lower, upper), text


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(alphabet="0123456789.,-–/:%€$ eéën'’^+()k\n", max_size=60))
@settings(max_examples=300, deadline=None)
def test_whatever_the_text_spans_are_in_it(language: str, text: str) -> None:
    last = 0
    for span in find(tokenize(text), load_profile(language)):
        excerpt = span.quantity.excerpt
        assert excerpt.is_in(text)
        assert excerpt.start >= last
        last = excerpt.end


def vocabulary(language: str) -> list[str]:
    """Words of every kind that the grammar knows, and a few marks and digits."""
    words = words_of(language)
    groups = [words.articles, words.conjunctions, words.of, words.minus, words.decimal_words]
    groups += [words.scales, words.fractions, words.dozens, words.counts, words.vague]
    groups += [words.ordinals, words.denominators, words.denominators_of_one, words.units]
    phrases = words.phrases
    groups += [phrases.several, phrases.at_least, phrases.about_after, phrases.between]
    groups += [phrases.range_start, phrases.range_to, phrases.range_or, phrases.levels]
    groups += [*words.after.values(), *words.before.values(), words.years.months]
    marks = ["-", "–", ",", "(", ")", "$", "%", "20", "3-2", "2014", "5th", "12:30", "45-", "F-16"]
    return sorted({word for group in groups for word in group}) + marks * 8


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=400, deadline=None)
def test_any_words_in_any_order(language: str, data: st.DataObject) -> None:
    words = st.sampled_from(vocabulary(language))
    text = " ".join(data.draw(st.lists(words, max_size=10)))
    text = data.draw(st.sampled_from([text, text.replace(" ", ""), text.replace(" - ", "-")]))
    last = 0
    for span in find(tokenize(text), load_profile(language)):
        assert span.quantity.excerpt.is_in(text)
        assert span.first <= span.number < span.last
        assert span.quantity.excerpt.start >= last
        last = span.quantity.excerpt.end
