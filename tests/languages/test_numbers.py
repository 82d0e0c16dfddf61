"""The number words of a language are checked when they are read."""

from __future__ import annotations

import attrs
import pytest

from newsmodel.languages import load_profile
from newsmodel.languages.numbers import NumberWords


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"decimal_mark": ";"}, "decimal_mark"),
        ({"joints": ("zillion",)}, "joint 'zillion'"),
        ({"fractions": {"half": "0.5"}}, "as '1/2'"),
        ({"fractions": {"half": "1/0"}}, "as '1/2'"),
        ({"tens_patterns": ("{tens}",)}, "pattern"),
    ],
)
def test_what_is_wrong_is_named(change: dict[str, object], message: str) -> None:
    words: NumberWords = load_profile("en").numbers.words
    with pytest.raises(ValueError, match=message):
        attrs.evolve(words, **change)


@pytest.mark.parametrize(
    ("language", "word", "begins"),
    [
        ("nl", "driehonderdtwee", True),
        ("nl", "honderdschoon", False),
        ("nl", "achteraf", False),
        ("nl", "eenheid", False),
        ("nl", "duizendpoot", False),
        ("en", "twenty-one", True),
        ("en", "f-16", True),
        ("en", "tense", False),
        ("en", "well-known", False),
    ],
)
def test_words_that_begin_a_number(language: str, word: str, begins: bool) -> None:
    assert load_profile(language).numbers.begins(word) is begins
