"""Statements in sentences of one kind each: `cases/statements.*.toml` against what is found.

A case is a passage and all statements in it: speaker, kind, act, content and, where the words came
through somebody, via. A case without statements is one in which none may be found. The content
counts as found where at least nine tenths of the words agree, so that a comma, an article or
a conjunction at its edge does not matter and a clause more or less does.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from _pytest.mark import ParameterSet

from newsmodel import Statement, find_statements

CASES = Path(__file__).parent / "cases"
ARTICLES = {"de", "het", "een", "'t", "the", "a", "an"}
CONTENT_FOUND_AT = 0.9


@dataclass(frozen=True)
class Case:
    """A passage of one group, with the statements that it holds as plain records."""

    id: str
    language: str
    group: str
    text: str
    #: Why the rules do not get it right, for a case that is beyond them.
    limit: str | None
    wanted: list[dict[str, Any]]


def read_cases(folder: Path = CASES) -> Iterator[Case]:
    """All cases of the files, in their order, each named `language-group-number`."""
    for file in sorted(folder.glob("statements.*.toml")):
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
                    wanted=case["statements"],
                )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def plain(name: str | None) -> str:
    """A name without its article, punctuation and capitals."""
    found = words(name or "")
    while found and found[0] in ARTICLES:
        found = found[1:]
    return " ".join(found)


def overlap(left: list[str], right: list[str]) -> float:
    """F1 of the words of two contents."""
    a, b = Counter(words(" ".join(left))), Counter(words(" ".join(right)))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def names(statement: Statement) -> set[str]:
    """Every way in which a record may give the speaker of a statement."""
    each = [plain(actor.name) for actor in statement.speakers]
    source = plain(statement.source.text) if statement.source is not None else None
    return {f" {joint} ".join(each) for joint in ("en", "and")} | ({source} if source else set())


def faults(wanted: dict[str, Any], found: Statement) -> list[str]:
    """What is wrong with a statement that was found, field by field."""
    via = found.via.name if found.via is not None else None
    checks = {
        "content": overlap(wanted["content"], [part.text for part in found.content])
        >= CONTENT_FOUND_AT,
        "speaker": plain(wanted["speaker"]) in names(found),
        "kind": wanted["kind"] == found.kind.value,
        "act": wanted["act"] == found.act.value,
        "via": plain(wanted.get("via")) == plain(via),
    }
    return [field for field, right in checks.items() if not right]


def shown(statement: Statement) -> str:
    speaker = "+".join(actor.name for actor in statement.speakers) or (
        statement.source.text if statement.source is not None else "?"
    )
    content = " … ".join(part.text for part in statement.content)
    via = f" via {statement.via.name}" if statement.via is not None else ""
    rule = f" ({statement.pattern})" if statement.pattern else ""
    return f"{speaker}/{statement.kind.value}/{statement.act.value}{via}: {content}{rule}"


def differences(case: Case) -> list[str]:
    """How what is found in a case differs from what is wanted; nothing where it is the same."""
    found = list(find_statements(case.text, language=case.language))
    lines = []
    for wanted in case.wanted:
        ranked = sorted(
            found,
            key=lambda s: -overlap(wanted["content"], [part.text for part in s.content]),
        )
        best = ranked[0] if ranked else None
        near = best is not None and overlap(wanted["content"], [p.text for p in best.content]) > 0.3
        if best is None or not near:
            lines.append(f"missed {wanted['speaker']}: {' … '.join(wanted['content'])}")
            continue
        found.remove(best)
        if wrong := faults(wanted, best):
            lines.append(f"wrong {', '.join(wrong)}: {shown(best)}; wanted {wanted}")
    return lines + [f"false {shown(statement)}" for statement in found]


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
def test_statements_of_a_case(case: Case) -> None:
    assert not differences(case), case.text


@pytest.mark.parametrize("case", ALL_CASES, ids=[case.id for case in ALL_CASES])
def test_contents_stand_in_the_text(case: Case) -> None:
    parts = [part for wanted in case.wanted for part in wanted["content"]]
    assert [part for part in parts if part not in case.text] == []
