"""Actors in sentences of one kind each: `cases/actors.*.toml` against what is found.

A case is a passage and all actors in it, each with name, kind, role and country. Countries that
the passage only mentions may be found beside them; any other actor more is an error.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from newsmodel import find_actors

CASES = Path(__file__).parent / "cases"
ARTICLES = {"de", "het", "een", "'t", "the", "a", "an"}


@dataclass(frozen=True)
class Case:
    """A passage of one group, with the actors that it holds as plain records."""

    id: str
    language: str
    group: str
    text: str
    #: Why the rules do not get it right, for a case that is beyond them.
    limit: str | None
    wanted: list[dict[str, str]]


def read_cases(folder: Path = CASES) -> Iterator[Case]:
    """All cases of the files, in their order, each named `language-group-number`."""
    for file in sorted(folder.glob("actors.*.toml")):
        language = file.name.split(".")[1]
        for group in tomllib.loads(file.read_text("utf-8"))["group"]:
            slug = "-".join(words(group["name"]))
            for number, case in enumerate(group["case"], start=1):
                yield Case(
                    id=f"{language}-{slug}-{number}",
                    language=language,
                    group=group["name"],
                    text=case["text"].strip(),
                    limit=case.get("limit"),
                    wanted=case["actors"],
                )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def plain(name: str | None) -> str:
    """A name or role without its article, punctuation and capitals."""
    found = words(name or "")
    while found and found[0] in ARTICLES:
        found = found[1:]
    return " ".join(found)


def differences(case: Case) -> list[str]:
    """How what is found in a case differs from what is wanted; nothing where it is the same."""
    wanted = {
        (plain(row["name"]), row["kind"]): (plain(row.get("role")), row.get("country", ""))
        for row in case.wanted
    }
    found = {
        (plain(actor.name), actor.kind.value): (plain(actor.role), actor.country or "")
        for actor in find_actors(case.text, language=case.language)
    }
    lines = [f"missed {name} ({kind})" for name, kind in wanted if (name, kind) not in found]
    lines += [
        f"false {name} ({kind})"
        for name, kind in found
        if (name, kind) not in wanted and kind != "country"
    ]
    for actor, facts in wanted.items():
        got = found.get(actor, facts)
        lines += [
            f"wrong {field} of {actor[0]}: {is_ or None}, wanted {should or None}"
            for field, should, is_ in zip(("role", "country"), facts, got, strict=True)
            if should != is_
        ]
    return lines


def marked(cases: list[Case]) -> list[ParameterSet]:
    """The cases as parameters; one beyond what the rules can do must fail, or lose its mark."""
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(reason=case.limit, strict=True)] if case.limit else [],
        )
        for case in cases
    ]


ALL_CASES = list(read_cases())


@pytest.mark.parametrize("case", marked(ALL_CASES))
def test_actors_of_a_case(case: Case) -> None:
    assert not differences(case), case.text
