"""The index of words of time: no production that could read something is left out."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmodel.languages.profile import load_profile
from newsmodel.parsing.time_atoms import Atoms
from newsmodel.parsing.time_grammar import Grammar
from newsmodel.parsing.time_words import COMPOSED, CORE, DIGITS, LEANS, STARTER, index_of, pieces_of
from newsmodel.parsing.tokens import tokenize

LANGUAGES = ("nl", "en")
PRODUCTIONS = (
    "holiday", "deictic", "chosen", "part", "nth", "count", "weekday", "day_month", "month",
    "quarter", "decade", "season", "unit", "worded_year", "year_month", "year", "day_alone",
)  # fmt: skip
NUMBERS = ("5", "31", "2019", "1990s", "5th", "5e", "20190601", "'", "-", "/", ",", ".", "1.5")


@lru_cache
def words(language: str) -> list[str]:
    """What times are made of in a language, and some numbers and marks."""
    times = load_profile(language).times
    joints = (phrases.by_first for phrases in times.joints.values())
    known = set(times.starters).union(*joints, times.atoms, NUMBERS)
    return sorted(known)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_production_is_left_out(language: str, data: st.DataObject) -> None:
    grammar = drawn(language, data)
    for i, norm in enumerate(grammar.n):
        listed = grammar.index.productions[norm]
        for name in PRODUCTIONS:
            if name not in listed:
                assert getattr(grammar, name)(i) is None, (grammar.n, norm, name)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_no_time_is_passed_over(language: str, data: st.DataObject) -> None:
    grammar = drawn(language, data)
    for i, norm in enumerate(grammar.n):
        if grammar.index.roles[norm] & LEANS and not grammar.may_open(i):
            assert grammar.read(i) is None, (grammar.n, norm)
        found = grammar.time(i)
        if found is not None and not grammar.goes_on(found.end):
            assert grammar.ranged(grammar.in_year(found)) == found, (grammar.n, norm)


def drawn(language: str, data: st.DataObject) -> Grammar:
    """The grammar over some words of times."""
    text = " ".join(data.draw(st.lists(st.sampled_from(words(language)), min_size=1, max_size=6)))
    return Grammar(Atoms(tokenize(text)), load_profile(language).times, True)


@pytest.mark.parametrize(
    ("word", "roles"),
    [
        ("2019", DIGITS),
        ("19", DIGITS | LEANS),
        ("two", CORE | STARTER | LEANS),
        ("5th", DIGITS | CORE | STARTER),
        ("12/03/2019", COMPOSED),
        ("jan-feb", COMPOSED),
        ("monday", CORE | STARTER),
        ("early", STARTER),
        ("12,500", 0),
        ("frigate", 0),
        ("f-16", 0),
    ],
)
def test_the_roles_of_a_word(word: str, roles: int) -> None:
    assert index_of(load_profile("en").times).roles[word] == roles


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("12/03/2019", "12 / 03 / 2019"),
        ("dec31", "dec 31"),
        ("2019-q1", "2019 - q1"),
        ("twenty-nine", None),
        ("f-16", None),
        ("9.000", None),
        ("frigate", None),
    ],
)
def test_a_token_is_taken_apart(word: str, pieces: str | None) -> None:
    found = pieces_of(word, load_profile("en").times)
    assert (found and " ".join(found)) == pieces
