"""How fast it is, next to something known, on the same texts in the same run.

    python -m pip install ".[bench]"
    python benchmarks/run.py                  the example articles of the project
    python benchmarks/run.py --short          and no text of 5 MB
    python benchmarks/run.py FOLDER ...       texts of your own: nl*.txt and en*.txt

Prints, each as a ratio with the times behind it (the shortest of repeats that take turns: all that
makes one longer is what else the machine does):

- `parse_article` over spaCy's blank pipelines with a sentencizer, which only split a text into
  tokens and sentences;
- `to_json` and `from_json` over msgspec's encoder and decoder of the same attrs classes;
- the time per character of a text of 5 MB over that of one of 50 kB;
- the time to import the package.

The example articles of the project are dense: nearly each of their sentences says who said what, or
which troops did what. In ordinary news there is less to find, and parsing takes less time.
"""

from __future__ import annotations

import argparse
import gc
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec
import spacy

import newsmodel

ARTICLES = Path(__file__).parent.parent / "tests" / "articles"
LANGUAGES = ("nl", "en")
#: A round of parsing takes at least so many characters, the articles as often as that needs.
ROUND = 40_000


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure newsmodel next to spaCy and msgspec.")
    parser.add_argument("folders", nargs="*", type=Path, default=[ARTICLES])
    parser.add_argument("--rounds", type=int, default=15, help="repeats of each measurement")
    parser.add_argument("--short", action="store_true", help="leave the text of 5 MB out")
    options = parser.parse_args()
    texts = {code: articles(options.folders, code) for code in LANGUAGES}
    texts = {code: batch for code, batch in texts.items() if batch}
    if not texts:
        parser.error("no nl*.txt or en*.txt there")
    packages = ", ".join(f"{name} {version(name)}" for name in ("spacy", "msgspec", "newsmodel"))
    print(f"Python {platform.python_version()}, {packages}")
    print()
    parsing(texts, options.rounds)
    serialization(texts, options.rounds)
    if not options.short:
        linearity(texts)
    importing(options.rounds)


def articles(folders: Iterable[Path], code: str) -> list[str]:
    paths = (path for folder in folders for path in sorted(folder.glob(f"{code}*.txt")))
    return [path.read_text("utf-8") for path in paths]


def parsing(texts: dict[str, list[str]], rounds: int) -> None:
    ours_in_all = theirs_in_all = 0.0
    for code, batch in texts.items():
        batch = batch * -(-ROUND // sum(map(len, batch)))
        pipeline = spacy.blank(code)
        pipeline.add_pipe("sentencizer")
        size = sum(len(text.encode()) for text in batch) / 1e6

        def ours(batch: list[str] = batch, code: str = code) -> None:
            for text in batch:
                newsmodel.parse_article(text, language=code)

        def theirs(batch: list[str] = batch, pipeline: Any = pipeline) -> None:
            for text in batch:
                pipeline(text)

        mine, other = shortest(rounds, ours, theirs)
        # Per MB, so that both languages count alike.
        ours_in_all += mine / size
        theirs_in_all += other / size
        print(
            f"parse_article ({code})   {mine / other:6.2f} x spaCy's blank pipeline   "
            f"{size / mine:.2f} MB/s against {size / other:.2f} MB/s"
        )
    ratio = ours_in_all / theirs_in_all
    print(f"parse_article        {ratio:6.2f} x spaCy's blank pipeline   (both alike)")


def serialization(texts: dict[str, list[str]], rounds: int) -> None:
    found = [newsmodel.parse_article(text) for batch in texts.values() for text in batch]
    documents = [newsmodel.to_json(article) for article in found]
    encoder, decoder = msgspec.json.Encoder(), msgspec.json.Decoder(newsmodel.Article)
    plain = [encoder.encode(article) for article in found]
    size = sum(map(len, plain)) / 1e6

    def write() -> None:
        for article in found:
            newsmodel.to_json(article)

    def encode() -> None:
        for article in found:
            encoder.encode(article)

    def read() -> None:
        for document in documents:
            newsmodel.from_json(document, newsmodel.Article)

    def decode() -> None:
        for document in plain:
            decoder.decode(document)

    for name, ours, theirs in (("to_json", write, encode), ("from_json", read, decode)):
        mine, other = shortest(rounds, ours, theirs)
        print(
            f"{name:<20} {mine / other:6.2f} x msgspec on the same classes   "
            f"{1000 * mine:.1f} ms against {1000 * other:.1f} ms ({len(found)} articles, "
            f"{sum(map(len, documents)) / 1e6:.2f} MB; msgspec's {size:.2f} MB)"
        )


def linearity(texts: dict[str, list[str]]) -> None:
    for code, batch in texts.items():
        whole = "\n\n".join(batch)
        short, long = (_to_size(whole, size) for size in (50_000, 5_000_000))
        brief = min(clock(_parse_of(short, code)) for _ in range(9))
        lengthy = clock(_parse_of(long, code))
        ratio = (lengthy / len(long)) / (brief / len(short))
        print(
            f"5 MB against 50 kB ({code}) {ratio:.2f} x the time per character   "
            f"{lengthy:.1f} s against {brief:.3f} s"
        )


def _to_size(text: str, size: int) -> str:
    return (text + "\n\n") * (size // len(text)) + text[: size % len(text)]


def _parse_of(text: str, code: str) -> Callable[[], object]:
    return lambda: newsmodel.parse_article(text, language=code)


def importing(rounds: int) -> None:
    """Python with the package against Python without it, each in a process of its own."""

    def start(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    whole = "from newsmodel import parse_article; parse_article('He left.', language='en')"
    bare, light, first = shortest(rounds, start("pass"), start("import newsmodel"), start(whole))
    print(f"import newsmodel     {1000 * (light - bare):6.0f} ms")
    print(f"and the first parse  {1000 * (first - bare):6.0f} ms   (the language is loaded then)")


def shortest(rounds: int, *actions: Callable[[], object]) -> list[float]:
    """The shortest time of each action in seconds; the actions take turns."""
    for action in actions:
        action()
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for taken, action in zip(times, actions, strict=True):
            taken.append(clock(action))
    return [min(taken) for taken in times]


def clock(action: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
