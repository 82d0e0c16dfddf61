"""Measure how often the past forms of each English cue are cues, and write them to cues.tsv.

    python tools/measure_past_share.py train.jsonl src/newsmodel/languages/en/cues.tsv

A present form is often a noun as well (state, pledge, tweet), so its share says little about the
past form. Counted: the occurrences of the past forms in running text, and those inside a cue of
the corpus (PolNeAR: one JSON object a line with `text` and `attributions`, each with `cue` spans).
Rows seen fewer than five times keep an empty cell: there the share of all forms counts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENOUGH = 5


def main() -> None:
    corpus, table = Path(sys.argv[1]), Path(sys.argv[2])
    seen: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for line in corpus.read_text("utf-8").split("\n"):
        if line.strip():
            article = json.loads(line)
            inside = {
                i
                for attribution in article["attributions"]
                for start, end in attribution["cue"]
                for i in range(start, end)
            }
            for match in WORD.finditer(article["text"]):
                word = match.group().casefold()
                seen[word] += 1
                cues[word] += match.start() in inside
    lines = table.read_text("utf-8").split("\n")
    columns = lines[0].split("\t")
    if "past_share" not in columns:
        columns.append("past_share")
    lines[0] = "\t".join(columns)
    at = {name: columns.index(name) for name in ("type", "past", "with", "past_share")}
    for number, line in enumerate(lines[1:], start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t") + [""] * (len(columns) - len(line.split("\t")))
        past = [form for form in cells[at["past"]].split("|") if form]
        total = sum(seen[form] for form in past)
        cells[at["past_share"]] = ""
        if cells[at["type"]] == "verb" and not cells[at["with"]] and total >= ENOUGH:
            cells[at["past_share"]] = f"{sum(cues[form] for form in past) / total:.2f}"
        lines[number] = "\t".join(cells)
    table.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
