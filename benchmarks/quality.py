"""How much is found and how much of it is right, over articles with the facts in them.

    python benchmarks/quality.py                 the example articles of the project
    python benchmarks/quality.py --misses        and what is missed or too much
    python benchmarks/quality.py FOLDER ...      other folders of NAME.txt and NAME.json

The records are described in tests/articles/README.md. Countries as actors count only where the
record has them. Over all articles of a language together, for each row: precision, recall, and
their harmonic mean F1.

- actor: name and kind agree; role, country: these as well.
- statement: at least 0.8 of the words of the contents agree (F1); speaker, kind, act, via: these
  as well, each by itself.
- deployment: the evidence overlaps, force and unit agree; quantity, all else: these as well.

The example articles were there while the rules were written. Figures over articles that nobody has
looked at are what counts, and are lower.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import newsmodel
from newsmodel import Actor, Article, MilitaryDeployment, Place, Statement

EXAMPLES = Path(__file__).parent.parent / "tests" / "articles"
FOUND_AT = 0.8
_DETERMINERS = frozenset({"de", "het", "een", "'t", "the", "a", "an"})

Record = dict[str, Any]


@dataclass
class Tally:
    """How many of one sort are right, and how many there are on either side."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        both = 2 * self.right / (self.found + self.wanted) if self.right else 0.0
        return f"{precision:9.3f} {recall:9.3f} {both:9.3f}   {self.right}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare parses with records.")
    parser.add_argument("folders", nargs="*", type=Path, default=[EXAMPLES])
    parser.add_argument("--misses", action="store_true", help="show what is missed or too much")
    options = parser.parse_args()
    tallies: dict[str, dict[str, Tally]] = {}
    for folder in options.folders:
        for path in sorted(folder.glob("*.json")):
            record = json.loads(path.read_text("utf-8"))
            text = path.with_suffix(".txt").read_text("utf-8")
            article = newsmodel.parse_article(text, published=record["published"])
            misses = compare(article, record, tallies.setdefault(record["language"], {}))
            if options.misses and misses:
                print(f"\n{path.stem}", *misses, sep="\n  ")
    for language, rows in sorted(tallies.items()):
        print(f"\n{language:<24}precision    recall        F1   right")
        for name, tally in rows.items():
            print(f"  {name:<20} {tally}")


def compare(article: Article, record: Record, rows: dict[str, Tally]) -> list[str]:
    """Add what an article has right to the tallies; return what is missed or too much."""
    countries = {_name(a["name"]) for a in record["actors"] if a["kind"] == "country"}
    actors = [a for a in article.actors if a.kind != "country" or _name(a.name) in countries]
    misses = _score(
        rows, "actor", actors, record["actors"],
        _same_actor, {"  role": _same_role, "  country": _same_country},
        lambda a: f"{a.name} ({a.kind})", lambda r: f"{r['name']} ({r['kind']})",
    )  # fmt: skip
    misses += _score(
        rows, "statement", article.statements, record["statements"], _same_content,
        {"  speaker": _same_speaker, "  kind": _same_kind, "  act": _same_act, "  via": _same_via},
        lambda s: f"{_said(s)!r}", lambda r: f"{' '.join(r['content'])!r}",
    )  # fmt: skip
    misses += _score(
        rows, "deployment", article.deployments, record["deployments"], _same_force,
        {"  quantity": _same_quantity, "  all else": _same_move},
        lambda d: f"{d.force_country} {d.unit}: {d.evidence[0]}",
        lambda r: f"{r['force_country']} {r['unit']}: {r['evidence'][0]}",
    )  # fmt: skip
    return misses


def _score(
    rows: dict[str, Tally],
    name: str,
    found: Sequence[Any],
    wanted: list[Record],
    same: Callable[[Any, Record], float],
    further: dict[str, Callable[[Any, Record], bool]],
    show: Callable[[Any], str],
    show_record: Callable[[Record], str],
) -> list[str]:
    pairs = _matched(found, wanted, same)
    _add(rows, name, len(pairs), len(found), len(wanted))
    for part, agree in further.items():
        right = sum(agree(found[i], wanted[j]) for i, j in pairs)
        _add(rows, part, right, len(found), len(wanted))
    got, needed = {i for i, _ in pairs}, {j for _, j in pairs}
    return [
        *(f"missed {name}: {show_record(r)}" for j, r in enumerate(wanted) if j not in needed),
        *(f"too much {name}: {show(f)}" for i, f in enumerate(found) if i not in got),
        *(
            f"{part.strip()} of {name} differs: {show_record(wanted[j])}"
            for part, agree in further.items()
            for i, j in pairs
            if not agree(found[i], wanted[j])
        ),
    ]


def _add(rows: dict[str, Tally], name: str, right: int, found: int, wanted: int) -> None:
    tally = rows.setdefault(name, Tally())
    tally.right += right
    tally.found += found
    tally.wanted += wanted


def _matched(
    found: Sequence[Any], wanted: list[Record], same: Callable[[Any, Record], float]
) -> list[tuple[int, int]]:
    """Pairs of what is found and what is wanted, the likest first, each in one pair at most."""
    scored = sorted(
        ((same(f, r), i, j) for i, f in enumerate(found) for j, r in enumerate(wanted)),
        key=lambda entry: (-entry[0], entry[1:]),
    )
    pairs: list[tuple[int, int]] = []
    for score, i, j in scored:
        if score > 0 and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _name(text: str | None) -> str:
    words = _words(text or "")
    while words and words[0] in _DETERMINERS:
        words = words[1:]
    return " ".join(words)


def _likeness(left: str, right: str) -> float:
    a, b = Counter(_words(left)), Counter(_words(right))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def _same_actor(actor: Actor, record: Record) -> float:
    return float(_name(actor.name) == _name(record["name"]) and actor.kind == record["kind"])


def _same_role(actor: Actor, record: Record) -> bool:
    return _name(actor.role) == _name(record["role"])


def _same_country(actor: Actor, record: Record) -> bool:
    return actor.country == record["country"]


def _said(statement: Statement) -> str:
    return " ".join(part.text for part in statement.content)


def _same_content(statement: Statement, record: Record) -> float:
    likeness = _likeness(_said(statement), " ".join(record["content"]))
    return likeness if likeness >= FOUND_AT else 0.0


def _same_speaker(statement: Statement, record: Record) -> bool:
    names = [actor.name for actor in statement.speakers]
    if len(names) == 1:
        return _name(names[0]) == _name(record["speaker"])
    source = statement.source.text if statement.source else ""
    return _name(record["speaker"]) in {_name(source), *map(_name, names)}


def _same_kind(statement: Statement, record: Record) -> bool:
    return bool(statement.kind == record["kind"])


def _same_act(statement: Statement, record: Record) -> bool:
    return bool(statement.act == record["act"])


def _same_via(statement: Statement, record: Record) -> bool:
    return _name(statement.via.name if statement.via else None) == _name(record["via"])


def _same_force(deployment: MilitaryDeployment, record: Record) -> float:
    force = deployment.force_country or (deployment.force.name if deployment.force else None)
    if deployment.unit != record["unit"] or _name(force) != _name(record["force_country"]):
        return 0.0
    evidence = " ".join(part.text for part in deployment.evidence)
    return _likeness(evidence, " ".join(record["evidence"]))


def _same_quantity(deployment: MilitaryDeployment, record: Record) -> bool:
    quantity = deployment.quantity
    bounds = (quantity.lower, quantity.upper) if quantity else (None, None)
    return bounds == (record["quantity_min"], record["quantity_max"])


def _same_move(deployment: MilitaryDeployment, record: Record) -> bool:
    time = deployment.time.value.text if deployment.time else None
    return bool(
        deployment.kind == record["kind"]
        and deployment.status == record["status"]
        and re.sub("[~?%]", "", time or "") == re.sub("[~?%]", "", record["time"] or "")
        and all(
            _same_place(place, record[name])
            for name, place in (
                ("origin", deployment.origin),
                ("destination", deployment.destination),
                ("location", deployment.location),
            )
        )
    )


def _same_place(place: Place | None, wanted: str | None) -> bool:
    names: Iterable[str | None] = (None,)
    if place is not None:
        names = (place.country,) if place.kind == "country" else (place.name,)
    return _name(wanted) in {_name(name) for name in names}


if __name__ == "__main__":
    main()
