"""The words of deployments: what is known of a word before any text is seen."""

from __future__ import annotations

import pytest

from newsmodel.languages import load_profile
from newsmodel.parsing.forcewords import GROUP_MARKS, Mark, Placing, force_words


def test_marks_are_few_enough_to_compare_at_once() -> None:
    assert max(GROUP_MARKS.values()) < 2**30
    assert max(Placing) < 2**30


def test_every_mark_and_group_has_a_bit_of_its_own() -> None:
    bits = [*map(int, Mark), *GROUP_MARKS.values()]
    assert len(bits) == len(set(bits))
    assert sum(bits) == 2 ** len(bits) - 1


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "frigates", Mark.SURE | Mark.FORCE),
        ("en", "denied", Mark.DENIES | Mark.FINITE),
        ("en", ",", Mark.BREAK | Mark.STOPS),
        ("en", "never", Mark.NEGATION),
        ("nl", "fregatten", Mark.SURE | Mark.FORCE),
        ("nl", "ontkende", Mark.DENIES | Mark.FINITE),
        ("nl", "nooit", Mark.NEGATION),
    ],
)
def test_marks_of_a_word(language: str, word: str, expected: Mark) -> None:
    assert force_words(load_profile(language)).marks[word] & expected == expected


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "Gdynia", Placing.UPPER | Placing.KNOWN | Placing.LAST),
        ("en", "the", Placing.DETERMINER | Placing.ARTICLE),
        ("en", "airspace", Placing.TERRITORY),
        ("en", "3rd", Placing.ORDINAL),
        ("nl", "luchtruim", Placing.TERRITORY),
        ("nl", "hun", Placing.POSSESSIVE),
    ],
)
def test_placing_of_a_word(language: str, word: str, expected: Placing) -> None:
    assert force_words(load_profile(language)).placing[word] & expected == expected
