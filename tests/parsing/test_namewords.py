"""The words of names: what is known of a word before any text is seen."""

from __future__ import annotations

import pytest

from newsmodel.languages import load_profile
from newsmodel.parsing.atoms import AtomKind
from newsmodel.parsing.namewords import NameWord, name_words


def test_every_class_has_a_bit_of_its_own_and_few_enough_to_compare_at_once() -> None:
    assert sum(map(int, NameWord)) == 2 ** len(NameWord) - 1
    assert max(NameWord) < 2**30


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "Lisbon", NameWord.CAPITAL | NameWord.NAME | NameWord.LISTED | NameWord.START),
        ("en", "minister", NameWord.LOWER | NameWord.OFFICE | NameWord.START),
        ("en", "several", NameWord.LOWER | NameWord.INDEFINITE),
        ("en", "senior", NameWord.MODIFIER | NameWord.SOURCED),
        ("en", "The", NameWord.CAPITAL | NameWord.DETERMINER),
        ("nl", "enkele", NameWord.LOWER | NameWord.INDEFINITE),
        ("nl", "van", NameWord.LOWER | NameWord.PARTICLE),
        ("nl", "Lissabon", NameWord.CAPITAL | NameWord.NAME | NameWord.LISTED | NameWord.START),
    ],
)
def test_classes_of_a_word(language: str, word: str, expected: NameWord) -> None:
    assert name_words(load_profile(language)).classes[word] & expected == expected


@pytest.mark.parametrize(
    ("language", "word", "kind"),
    [
        ("en", "Portugal", AtomKind.COUNTRY),
        ("en", "Portuguese", AtomKind.ADJECTIVE),
        ("en", "Lisbon", AtomKind.CAPITAL),
        ("en", "NATO", AtomKind.KNOWN),
        ("en", "she", AtomKind.PRONOUN),
        ("en", "diplomats", AtomKind.ROLE),
        ("en", "ministry", AtomKind.BODY),
        ("nl", "Portugal", AtomKind.COUNTRY),
        ("nl", "Portugese", AtomKind.ADJECTIVE),
        ("nl", "diplomaten", AtomKind.ROLE),
        ("nl", "ministerie", AtomKind.BODY),
    ],
)
def test_what_a_word_is_by_itself(language: str, word: str, kind: AtomKind) -> None:
    plain = name_words(load_profile(language)).plain[word]
    assert plain is not None
    assert plain.kind is kind


def test_a_word_that_opens_longer_entries_is_plain_unless_one_of_theirs_follows() -> None:
    plain = name_words(load_profile("en")).plain["prime"]
    assert plain is not None
    assert plain.kind is None
    assert "minister" in plain.unless


@pytest.mark.parametrize(("language", "word"), [("en", "She"), ("nl", "Zij")])
def test_a_pronoun_in_capitals_is_one_only_at_a_start(language: str, word: str) -> None:
    plain = name_words(load_profile(language)).plain[word]
    assert plain is not None
    assert plain.initial


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Oona"), ("en", "al-Wahab"), ("en", "sources"), ("nl", "het"), ("nl", "bronnen")],
)
def test_of_some_words_only_the_text_can_tell(language: str, word: str) -> None:
    assert name_words(load_profile(language)).plain[word] is None
