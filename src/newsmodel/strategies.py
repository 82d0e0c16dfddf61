"""Hypothesis strategies for every type, for tests of programs that use the library.

In: at most a text. Out: strategies whose values keep every invariant of the model: an article's
excerpts are the text at their place, its ids are unique, whoever it names is among its actors.
Needs `hypothesis` (the extra `testing`). May not know how a text is parsed: texts here have no
meaning.

    from hypothesis import given
    from newsmodel import strategies

    @given(strategies.articles())
    def test_my_report_never_fails(article): ...

A strategy that takes `text` draws values whose excerpts are from that text; without it, a text is
drawn and forgotten.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import evolve
from hypothesis import strategies as st

from newsmodel.model import (
    EDTF,
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Certainty,
    DeploymentKind,
    DeploymentStatus,
    Excerpt,
    Mention,
    MentionForm,
    MilitaryDeployment,
    Place,
    PlaceKind,
    Polarity,
    Quantity,
    SpeechAct,
    Statement,
    StatementKind,
    TimeReference,
    UnitType,
)

__all__ = [
    "actors",
    "articles",
    "blocks",
    "deployments",
    "edtf_values",
    "excerpts",
    "mentions",
    "places",
    "quantities",
    "statements",
    "texts",
    "time_references",
]

_T = TypeVar("_T")

_LARGEST = 2**63 - 1


def texts(*, min_size: int = 1, max_size: int = 200) -> st.SearchStrategy[str]:
    """Texts of any characters: letters of all scripts, NUL, lone surrogates."""
    anything = st.characters(exclude_categories=())
    newsy = st.sampled_from("abcdeë ABC .,:;?!'\"“”„’‘«»()-–—…\n\t\r")
    hostile = st.sampled_from("\x00\ud800\udfff\ufeff\u202e\U0001f6f0")
    # Mapped, for plain alphabets would be merged into one, in which the odd ones are lost.
    return st.text(newsy | anything | hostile.map(str), min_size=min_size, max_size=max_size)


def _words() -> st.SearchStrategy[str]:
    """Texts that are not blank."""
    return texts(max_size=20).filter(lambda text: not text.isspace())


def _some(strategy: st.SearchStrategy[_T]) -> st.SearchStrategy[_T | None]:
    return st.none() | strategy


def _tuples(
    strategy: st.SearchStrategy[_T], *, min_size: int = 0, max_size: int = 3
) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(strategy, min_size=min_size, max_size=max_size).map(tuple)


def _countries() -> st.SearchStrategy[str]:
    return st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2)


def _for_text(
    text: str | None, make: Callable[[str], st.SearchStrategy[_T]]
) -> st.SearchStrategy[_T]:
    return texts().flatmap(make) if text is None else make(text)


# ---- times and numbers --------------------------------------------------------------------------


@st.composite
def _periods(draw: st.DrawFn) -> str:
    """A date, perhaps qualified or with unspecified digits, or a grouping of months."""
    day = draw(st.dates())
    year = f"{day.year:04}"
    dates = [year, f"-{year}", year[:3] + "X", year[:2] + "XX", f"{year}-XX", f"{year}-XX-XX"]
    dates += [f"{year}-{day.month:02}", f"{year}-{day.month:02}-XX", day.isoformat()]
    date = draw(st.sampled_from(dates)) + draw(st.sampled_from(["", "", "", "~", "?", "%"]))
    return draw(st.just(date) | st.integers(21, 41).map(lambda grouping: f"{year}-{grouping}"))


def _long_years() -> st.SearchStrategy[str]:
    return st.integers(10_000, 10**9).flatmap(lambda y: st.sampled_from([f"Y{y}", f"Y-{y}"]))


def _moments() -> st.SearchStrategy[EDTF]:
    minutes = st.integers(-14 * 60, 14 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
    return st.datetimes(timezones=st.none() | minutes).map(EDTF.from_date)


@st.composite
def _intervals(draw: st.DrawFn) -> str:
    first, last = draw(_periods()), draw(_periods())
    start, end = EDTF(first).earliest, EDTF(last).latest
    if start is None or end is None or start > end:
        first, last = draw(st.permutations([draw(st.sampled_from(["", ".."])), last]))
    return f"{first}/{last}"


def edtf_values() -> st.SearchStrategy[EDTF]:
    """EDTF values of every form that the model knows."""
    return (_periods() | _intervals() | _long_years()).map(EDTF) | _moments()


def quantities(text: str | None = None) -> st.SearchStrategy[Quantity]:
    """Quantities: exact, rounded, bounded on one side, on both or on neither."""
    return _for_text(text, _quantities)


@st.composite
def _quantities(draw: st.DrawFn, text: str) -> Quantity:
    lower = draw(_some(st.integers(0, _LARGEST)))
    upper = draw(_some(st.integers(lower or 0, _LARGEST)))
    return Quantity(
        lower=lower,
        upper=draw(st.sampled_from([lower, upper])),
        approximate=draw(st.booleans()),
        excerpt=draw(excerpts(text)),
    )


# ---- passages -----------------------------------------------------------------------------------


def excerpts(text: str | None = None) -> st.SearchStrategy[Excerpt]:
    """Excerpts of a text, which must not be empty."""
    return _for_text(text, _excerpts)


@st.composite
def _excerpts(draw: st.DrawFn, text: str) -> Excerpt:
    start = draw(st.integers(0, len(text) - 1))
    length = draw(st.integers(1, min(40, len(text) - start)))
    return Excerpt.of(text, start, start + length)


def time_references(text: str | None = None) -> st.SearchStrategy[TimeReference]:
    """Times with the words that give them."""
    return _for_text(
        text, lambda t: st.builds(TimeReference, value=edtf_values(), excerpt=excerpts(t))
    )


def places(text: str | None = None) -> st.SearchStrategy[Place]:
    """Places of every kind."""
    return _for_text(
        text,
        lambda t: st.builds(
            Place,
            name=_words(),
            country=_some(_countries()),
            kind=st.sampled_from(PlaceKind),
            excerpt=excerpts(t),
        ),
    )


def blocks(text: str | None = None) -> st.SearchStrategy[Block]:
    """Blocks of every kind."""
    return _for_text(
        text, lambda t: st.builds(Block, kind=st.sampled_from(BlockKind), excerpt=excerpts(t))
    )


def mentions(text: str | None = None) -> st.SearchStrategy[Mention]:
    """Mentions of every form."""
    return _for_text(
        text,
        lambda t: st.builds(
            Mention,
            excerpt=excerpts(t),
            form=st.sampled_from(MentionForm),
            reason=_some(_words()),
        ),
    )


# ---- facts --------------------------------------------------------------------------------------


def _ids() -> st.SearchStrategy[str]:
    return st.integers(1, 999).map(str) | _words()


def actors(text: str | None = None) -> st.SearchStrategy[Actor]:
    """Actors of every kind, with mentions in a text."""
    return _for_text(
        text,
        lambda t: st.builds(
            Actor,
            id=_ids(),
            name=_words(),
            kind=st.sampled_from(ActorKind),
            role=_some(_words()),
            portfolio=_some(_words()),
            affiliation=_some(_words()),
            country=_some(_countries()),
            since=_some(edtf_values()),
            aliases=_tuples(_words()),
            mentions=_tuples(mentions(t)),
        ),
    )


def _with_unique_ids(
    strategy: st.SearchStrategy[_T], key: Callable[[_T], str], *, max_size: int
) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(strategy, max_size=max_size, unique_by=key).map(tuple)


def _casts(text: str) -> st.SearchStrategy[tuple[Actor, ...]]:
    """The actors of one article."""
    return _with_unique_ids(actors(text), lambda actor: actor.id, max_size=4)


def _one_of(cast: Sequence[_T]) -> st.SearchStrategy[_T | None]:
    return _some(st.sampled_from(cast)) if cast else st.none()


def statements(
    text: str | None = None, cast: Sequence[Actor] | None = None
) -> st.SearchStrategy[Statement]:
    """Statements of every kind, whose actors are of `cast`, or drawn where it is None."""

    def of_text(text: str) -> st.SearchStrategy[Statement]:
        if cast is not None:
            return _statements(text, cast)
        return _casts(text).flatmap(lambda drawn: _statements(text, drawn))

    return _for_text(text, of_text)


@st.composite
def _statements(draw: st.DrawFn, text: str, cast: Sequence[Actor]) -> Statement:
    speakers = draw(_tuples(st.sampled_from(cast))) if cast else ()
    passages = _tuples(excerpts(text))
    return Statement(
        id=draw(_ids()),
        speakers=speakers,
        source=draw(_some(excerpts(text)) if speakers else excerpts(text)),
        cue=draw(passages),
        content=draw(_tuples(excerpts(text), min_size=1)),
        quotations=draw(passages),
        kind=draw(st.sampled_from(StatementKind)),
        act=draw(st.sampled_from(SpeechAct)),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        via=draw(_one_of(cast)),
        time=draw(_some(time_references(text))),
        pattern=draw(_some(_words())),
    )


def deployments(
    text: str | None = None,
    cast: Sequence[Actor] | None = None,
    reports: Sequence[Statement] | None = None,
) -> st.SearchStrategy[MilitaryDeployment]:
    """Deployments of every kind.

    Their actors are of `cast`, the statements that carry them of `reports`; where `cast` is None,
    both are drawn. `same_force_as` is None: only an article knows other deployments.
    """

    def of_text(text: str) -> st.SearchStrategy[MilitaryDeployment]:
        if cast is not None:
            return _deployments(text, cast, reports or ())
        return _casts(text).flatmap(
            lambda drawn: _tuples(_statements(text, drawn), max_size=1).flatmap(
                lambda said: _deployments(text, drawn, said)
            )
        )

    return _for_text(text, of_text)


@st.composite
def _deployments(
    draw: st.DrawFn, text: str, cast: Sequence[Actor], reports: Sequence[Statement]
) -> MilitaryDeployment:
    place = _some(places(text))
    return MilitaryDeployment(
        id=draw(_ids()),
        force=draw(_one_of(cast)),
        force_country=draw(_some(_countries() | _words())),
        unit=draw(st.sampled_from(UnitType)),
        unit_name=draw(_some(_words())),
        quantity=draw(_some(quantities(text))),
        kind=draw(st.sampled_from(DeploymentKind)),
        status=draw(st.sampled_from(DeploymentStatus)),
        origin=draw(place),
        destination=draw(place),
        location=draw(place),
        time=draw(_some(time_references(text))),
        purpose=draw(_some(_words())),
        part_of=draw(_some(_words())),
        ordered_by=draw(_one_of(cast)),
        reported_by=draw(_one_of(reports)),
        evidence=draw(_tuples(excerpts(text), min_size=1)),
    )


def articles(text: str | None = None) -> st.SearchStrategy[Article]:
    """Articles, of the given text or any, whose parts fit each other."""
    return texts(min_size=0).flatmap(_articles) if text is None else _articles(text)


@st.composite
def _articles(draw: st.DrawFn, text: str) -> Article:
    language = draw(st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=2))
    published = draw(_some(edtf_values()))
    if not text:
        return Article(text=text, language=language, published=published)
    cast = draw(_casts(text))
    said = draw(_with_unique_ids(_statements(text, cast), lambda s: s.id, max_size=3))
    moves = draw(_with_unique_ids(_deployments(text, cast, said), lambda d: d.id, max_size=3))
    return Article(
        text=text,
        language=language,
        published=published,
        headline=draw(_some(excerpts(text))),
        blocks=draw(_tuples(blocks(text))),
        actors=cast,
        statements=said,
        deployments=draw(_with_same_forces(moves)),
        unattributed=draw(_tuples(excerpts(text))),
    )


@st.composite
def _with_same_forces(
    draw: st.DrawFn, moves: tuple[MilitaryDeployment, ...]
) -> tuple[MilitaryDeployment, ...]:
    """Let deployments refer to earlier ones of the same force."""
    ids = [move.id for move in moves]
    return tuple(
        evolve(move, same_force_as=draw(_one_of(ids[:number]))) for number, move in enumerate(moves)
    )
