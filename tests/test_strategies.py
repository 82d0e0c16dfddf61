"""That the strategies draw what they promise, and all of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from newsmodel import strategies
from newsmodel.model import (
    Excerpt,
    Precision,
)

unhurried = settings(
    suppress_health_check=list(HealthCheck), deadline=None, max_examples=60, database=None
)


@unhurried
@given(st.data())
def test_excerpts_are_from_the_text_given(data: st.DataObject) -> None:
    text = data.draw(strategies.texts())
    drawn: list[Excerpt] = [
        data.draw(strategies.excerpts(text)),
        data.draw(strategies.time_references(text)).excerpt,
        data.draw(strategies.places(text)).excerpt,
        data.draw(strategies.quantities(text)).excerpt,
        data.draw(strategies.blocks(text)).excerpt,
        data.draw(strategies.mentions(text)).excerpt,
        *(mention.excerpt for mention in data.draw(strategies.actors(text)).mentions),
        *data.draw(strategies.statements(text)).content,
        *data.draw(strategies.deployments(text)).evidence,
    ]
    assert all(excerpt.is_in(text) for excerpt in drawn)
    assert data.draw(strategies.articles(text)).text == text


@unhurried
@given(st.data())
def test_actors_and_statements_are_those_given(data: st.DataObject) -> None:
    cast = data.draw(st.lists(strategies.actors(), max_size=2, unique_by=lambda a: a.id))
    said = data.draw(strategies.statements("some text", cast))
    assert set(said.actors) <= set(cast)
    moved = data.draw(strategies.deployments("some text", cast, [said]))
    assert set(moved.actors) <= set(cast)
    assert moved.reported_by in (None, said)
    assert data.draw(strategies.deployments("some text", cast)).reported_by is None


# What must be among what is drawn, lest a property be tested on half of the values.
DRAWN: list[tuple[str, st.SearchStrategy[Any], Callable[[Any], bool]]] = [
    ("an empty article", strategies.articles(), lambda a: not a.text),
    ("NUL", strategies.texts(), lambda t: "\x00" in t),
    ("a lone surrogate", strategies.texts(), lambda t: any("\ud800" <= c <= "\udfff" for c in t)),
    ("an astral character", strategies.texts(), lambda t: any(c > "\uffff" for c in t)),
    ("an open quantity", strategies.quantities(), lambda q: q.lower and q.upper is None),
    ("no quantity", strategies.quantities(), lambda q: q.lower is q.upper is None),
    ("an exact quantity", strategies.quantities(), lambda q: bool(q.exact)),
    ("a range", strategies.quantities(), lambda q: q.lower and q.upper and q.lower < q.upper),
    ("a source of no actor", strategies.statements(), lambda s: not s.speakers),
    ("two speakers", strategies.statements(), lambda s: len(s.speakers) > 1),
    ("an outlet", strategies.statements(), lambda s: s.via is not None),
    ("a carried move", strategies.deployments(), lambda d: d.reported_by is not None),
    ("an ordered move", strategies.deployments(), lambda d: d.ordered_by is not None),
    (
        "the same force",
        strategies.articles(),
        lambda a: any(d.same_force_as for d in a.deployments),
    ),
    *(
        (precision, strategies.edtf_values(), lambda e, p=precision: e.precision is p)
        for precision in Precision
    ),
    ("an open end", strategies.edtf_values(), lambda e: e.text.endswith("/..")),
    ("an unknown start", strategies.edtf_values(), lambda e: e.text.startswith("/")),
    ("a qualified date", strategies.edtf_values(), lambda e: e.is_uncertain and e.is_approximate),
    ("a shift from UTC", strategies.edtf_values(), lambda e: "+" in e.text),
    ("a long year", strategies.edtf_values(), lambda e: e.text.startswith("Y-")),
]


@pytest.mark.parametrize(("name", "strategy", "wanted"), DRAWN, ids=[row[0] for row in DRAWN])
def test_what_is_drawn(
    name: str, strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool]
) -> None:
    # Without shrinking: that there is one is all that matters.
    thorough = settings(unhurried, max_examples=1000, phases=[Phase.generate])
    try:
        assert wanted(find(strategy, lambda value: bool(wanted(value)), settings=thorough))
    except NoSuchExample:
        pytest.fail(f"never drawn: {name}")
