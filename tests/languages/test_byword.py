"""Tables by word: asked once for a word, bounded, and true to their function."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmodel.languages import byword
from newsmodel.languages.byword import LONGEST, ByWord
from newsmodel.languages.orthography import NORMAL_FORMS, normal_form


def test_a_word_is_asked_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = ByWord(length)
    assert [table["frigate"], table["frigate"], table["tank"]] == [7, 7, 4]
    assert asked == ["frigate", "tank"]


def test_a_long_word_is_not_kept() -> None:
    table = ByWord(len)
    assert table["x" * (LONGEST + 1)] == LONGEST + 1
    assert not table


def test_a_full_table_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(byword, "MOST", 3)
    table = ByWord(len)
    for word in ("one", "two", "three", "four"):
        table[word]
    assert list(table) == ["four"]


@given(st.lists(st.text(min_size=1)))
def test_places_are_those_of_the_words_that_count(words: list[str]) -> None:
    table = ByWord(str.isdecimal)
    assert table.places(words) == [i for i, word in enumerate(words) if word.isdecimal()]


@given(st.text())
def test_the_table_of_normal_forms_gives_the_normal_form(word: str) -> None:
    assert NORMAL_FORMS[word] == normal_form(word)
