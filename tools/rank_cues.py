#!/usr/bin/env python3
"""Rank the cue heads of an attribution corpus, with how each takes its content.

    python tools/rank_cues.py CORPUS.jsonl                       the ranked table, one form a line
    python tools/rank_cues.py CORPUS.jsonl --lexicon CUES.tsv    the same, one lexicon row a line
    python tools/rank_cues.py CORPUS.jsonl --lexicon CUES.tsv --fill
                                  write the measured `count` and `share` into the lexicon
    python tools/rank_cues.py CORPUS.jsonl --lexicon CUES.tsv --missing
                                  heads that the lexicon lacks, most frequent first

In: JSON lines, an article a line: {"text", "attributions": [{"source", "cue", "content"}]}, each a
list of [start, end) code points. Out: tab-separated text. The corpora are in English, and so are
the few function words below; the library itself names none.

The head of a cue is its first word that is in the lexicon, or else its first word that is neither
an auxiliary, a pronoun, a negation nor an adverb: "has repeatedly said" has the head "said".
`share` is the part of a form's occurrences in the running text that are the head of a cue.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
OPENING = frozenset("\"“‘«„'")
SKIPPED_TEXT = """
    a an the also be is was are were been being am has have had having do does did will would can
    could may might should must shall to not never n't it he she they i we you who this that 's 've
    just now then later once again still already even first recently reportedly in on of for by
    don't doesn't didn't won't wouldn't isn't wasn't hasn't haven't himself herself themselves
    as from his her its their
"""
DETERMINERS_TEXT = """
    a an the this these those no any some his her its their our my your such every each
"""
SKIPPED = frozenset(SKIPPED_TEXT.split())
DETERMINERS = frozenset(DETERMINERS_TEXT.split())
COMPLEMENTIZERS = {"that": "that", "whether": "whether", "if": "whether", "to": "infinitive"}
FORM_COLUMNS = ("finite", "infinitive", "participle", "gerund")
WINDOW = 8  # words after a cue among which its `with` words are sought
FRAMES = (
    "quote_after", "quote_before", "quote_around", "that", "bare", "whether", "infinitive",
    "parenthetical", "colon", "np",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """What is counted for one form: cues, occurrences in running text, constructions."""

    cues: int = 0
    occurrences: int = 0
    frames: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        """Part of the occurrences that head a cue, 0 to 1."""
        return min(1.0, self.cues / self.occurrences) if self.occurrences else 0.0


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, case-folded, with their positions."""

    norms: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Cut a text into words: letters and digits, with hyphens and apostrophes inside."""
        found = [(m.group().casefold().replace("’", "'"), m.start()) for m in WORD.finditer(text)]
        return cls(tuple(word for word, _ in found), tuple(start for _, start in found))

    def within(self, spans: Iterable[Sequence[int]]) -> list[int]:
        """Indexes of the words that start within the spans."""
        found: list[int] = []
        for start, end in spans:
            found.extend(range(bisect_left(self.starts, start), bisect_right(self.starts, end - 1)))
        return found


def head_of(indexes: Sequence[int], words: Words, known: frozenset[str]) -> int | None:
    """Index of the head of a cue, or None if the cue holds function words only.

    >>> words = Words.of("The mayor has repeatedly said so")
    >>> words.norms[head_of([2, 3, 4], words, frozenset())]
    'said'
    """
    for i in indexes:
        if words.norms[i] in known and words.norms[i] not in SKIPPED:
            return i
    for i in indexes:
        word = words.norms[i]
        if word not in SKIPPED and not word.endswith("ly"):
            return i
    return indexes[0] if indexes else None


def frame_of(text: str, cue: Sequence[Sequence[int]], content: Sequence[Sequence[int]]) -> str:
    """The construction in which a cue takes its content: one of FRAMES.

    >>> text = 'She said that it works. "Fine," he said.'
    >>> frame_of(text, [[4, 8]], [[14, 22]])
    'that'
    >>> frame_of(text, [[34, 38]], [[24, 31]])
    'quote_before'
    """
    cue_start, cue_end = cue[0][0], cue[-1][1]
    start, end = content[0][0], content[-1][1]
    quoted = text[start] in OPENING or text[max(0, start - 1)] in OPENING - {"'"}
    if start < cue_start:
        if end > cue_end:
            return "quote_around" if quoted else "parenthetical"
        return "quote_before" if quoted else "parenthetical"
    between = text[cue_end:start]
    if quoted:
        return "quote_after"
    if ":" in between or text[cue_start:cue_end].rstrip().endswith(":"):
        return "colon"
    around = [m.group().casefold() for m in WORD.finditer(f"{text[cue_start:start]} ")]
    first = WORD.search(text, start, end)
    opening = first.group().casefold() if first else ""
    for word in (opening, *around[:-4:-1]):
        if word in COMPLEMENTIZERS:
            return COMPLEMENTIZERS[word]
    return "np" if len(text[start:end].split()) < 4 else "bare"


def measure(articles: Iterable[Mapping[str, object]], known: frozenset[str]) -> dict[str, Tally]:
    """Count every form of the corpus as a word, and as the head of a cue."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for article in articles:
        text = article["text"]
        attributions = article["attributions"]
        assert isinstance(text, str)
        assert isinstance(attributions, list)
        words = Words.of(text)
        for norm in words.norms:
            tallies[norm].occurrences += 1
        heads: set[int] = set()
        for attribution in attributions:
            cue, content = attribution["cue"], attribution["content"]
            head = head_of(words.within(cue), words, known) if cue and content else None
            if head is None:
                continue
            tally = tallies[words.norms[head]]
            tally.frames[frame_of(text, cue, content)] += 1
            if head not in heads:
                tally.cues += 1
                heads.add(head)
    return tallies


def read_corpus(path: Path) -> Iterator[dict[str, object]]:
    """The articles of a corpus, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_lexicon(path: Path) -> tuple[list[str], list[str], list[dict[str, str]]]:
    """Comments, column names and rows of a cue lexicon."""
    lines = path.read_text("utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    table = [line.split("\t") for line in lines if line and not line.startswith("#")]
    columns = table[0]
    return comments, columns, [dict(zip(columns, cells, strict=True)) for cells in table[1:]]


def forms_of(row: Mapping[str, str]) -> list[str]:
    """The first words of all forms of a lexicon row, each once."""
    cells = [form for column in FORM_COLUMNS for form in row[column].split("|") if form]
    return list(dict.fromkeys(form.split()[0] for form in cells))


def phrases_of(row: Mapping[str, str]) -> dict[tuple[str, ...], bool]:
    """The forms of a row as word sequences, with whether they are finite (or it has no others)."""
    found: dict[tuple[str, ...], bool] = {}
    for column in FORM_COLUMNS:
        for form in filter(None, row[column].split("|")):
            found.setdefault(tuple(form.split()), column == "finite")
    return found


def occurrences_with(
    rows: Sequence[Mapping[str, str]], articles: Sequence[Mapping[str, object]]
) -> list[tuple[int, int]]:
    """For each row, its cues and the share in percent of its finite forms that are cues.

    A word goes to the first row, of those with the longest `with`, whose `with` words follow it.
    """
    by_word: dict[str, list[tuple[int, tuple[str, ...], bool]]] = defaultdict(list)
    for number, row in enumerate(rows):
        for phrase, finite in phrases_of(row).items():
            by_word[phrase[0]].append((number, phrase, finite))
    for entries in by_word.values():
        entries.sort(key=lambda entry: (-len(entry[1]), -len(rows[entry[0]]["with"])))
    known = frozenset(by_word)
    homographs = {
        word
        for word, entries in by_word.items()
        if len({rows[number]["type"] == "noun" for number, _, _ in entries}) == 2
    }
    companions = [[words.split() for words in row["with"].split("|") if words] for row in rows]
    cues, finite_cues, finite_words = ([0] * len(rows) for _ in range(3))
    for article in articles:
        text, attributions = article["text"], article["attributions"]
        assert isinstance(text, str)
        assert isinstance(attributions, list)
        words = Words.of(text)
        heads: set[int | None] = set()
        inside: set[int] = set()
        for attribution in attributions:
            if attribution["cue"] and attribution["content"]:
                indexes = words.within(attribution["cue"])
                heads.add(head_of(indexes, words, known))
                inside.update(indexes)
        for i, norm in enumerate(words.norms):
            nominal = is_nominal(words.norms, i)
            for number, phrase, finite in by_word.get(norm, ()):
                after = i + len(phrase)
                if words.norms[i:after] != phrase:
                    continue
                if (rows[number]["type"] == "noun") != nominal and norm in homographs:
                    continue
                if not follows(words.norms[after : after + WINDOW], companions[number]):
                    continue
                is_cue = i in (inside if len(phrase) > 1 or norm in SKIPPED else heads)
                cues[number] += is_cue
                finite_cues[number] += finite and is_cue
                finite_words[number] += finite
                break
    return [
        (count, round(100 * part / total) if total else 0)
        for count, part, total in zip(cues, finite_cues, finite_words, strict=True)
    ]


def is_nominal(norms: Sequence[str], i: int) -> bool:
    """Whether a word that may be noun or verb is a noun: a determiner stands up to two before it.

    >>> is_nominal(("his", "bold", "claim"), 2), is_nominal(("they", "claim"), 1)
    (True, False)
    """
    return any(word in DETERMINERS or word.endswith("'s") for word in norms[max(0, i - 2) : i])


def follows(norms: Sequence[str], options: Sequence[Sequence[str]]) -> bool:
    """Whether the words of one option stand in this order among the norms; no options: True.

    >>> follows(("it", "very", "clear"), [["clear"]])
    True
    """
    if not options:
        return True
    for option in options:
        rest = iter(norms)
        if all(word in rest for word in option):
            return True
    return False


def fill(path: Path, articles: Sequence[Mapping[str, object]]) -> None:
    """Write the measured count and share into the rows of a lexicon, most frequent row first."""
    comments, columns, rows = read_lexicon(path)
    for row, (count, percent) in zip(rows, occurrences_with(rows, articles), strict=True):
        row["count"], row["share"] = str(count), f"{percent / 100:.2f}"
    rows.sort(key=lambda row: (-int(row["count"]), row["lemma"], row["type"], row["with"]))
    lines = ["\t".join(columns), *comments]
    lines += ["\t".join(row[column] for column in columns) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def print_table(names: Iterable[tuple[str, Tally]]) -> None:
    """Print one line a name: cues, occurrences, share, and the frames' counts."""
    print("\t".join(("head", "cues", "words", "share", *FRAMES)))
    for name, tally in names:
        cells = (name, tally.cues, tally.occurrences, f"{tally.share:.2f}")
        print("\t".join(map(str, (*cells, *(tally.frames[frame] for frame in FRAMES)))))


def merged(tallies: Mapping[str, Tally], forms: Iterable[str]) -> Tally:
    """The sum of the tallies of several forms."""
    total = Tally()
    for form in forms:
        if form in tallies:
            total.cues += tallies[form].cues
            total.occurrences += tallies[form].occurrences
            total.frames += tallies[form].frames
    return total


def main() -> int:
    """Read the arguments and print or fill; 0 if all went well."""
    assert __doc__ is not None
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lexicon", type=Path, help="a cues.tsv: group the forms by its rows")
    parser.add_argument("--fill", action="store_true", help="write count and share into it")
    parser.add_argument("--missing", action="store_true", help="print only what it lacks")
    parser.add_argument("--minimum", type=int, default=2, help="fewest cues a head must have")
    args = parser.parse_args()
    if args.lexicon is None and (args.fill or args.missing):
        parser.error("--fill and --missing need --lexicon")
    articles = list(read_corpus(args.corpus))
    if args.fill:
        fill(args.lexicon, articles)
        return 0
    rows = read_lexicon(args.lexicon)[2] if args.lexicon else []
    known = frozenset(form for row in rows for form in forms_of(row))
    tallies = measure(articles, known)
    names: list[tuple[str, Tally]]
    if rows and not args.missing:
        names = [
            (" ".join((row["lemma"], row["with"])).strip(), merged(tallies, forms_of(row)))
            for row in rows
        ]
    else:
        names = [(form, tally) for form, tally in tallies.items() if form not in known]
    names = [(name, tally) for name, tally in names if tally.cues >= args.minimum]
    print_table(sorted(names, key=lambda item: (-item[1].cues, item[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
