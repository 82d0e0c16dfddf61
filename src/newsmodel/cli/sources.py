"""The articles that a command is given: files, folders, standard input.

In: the paths of the command line. Out: one `Source` for each article, and its text. May not know
what is done with a text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

__all__ = ["STANDARD_INPUT", "Source", "SourceError", "find_sources"]

STANDARD_INPUT = "-"
_PATTERN = "*.txt"


class SourceError(Exception):
    """An article cannot be read; the message says why."""


@frozen
class Source:
    """One article that was asked for.

    Attributes:
        name: its path as a user would write it, or `-` for standard input.
        problem: why there is nothing to read, where that is known before reading.
    """

    name: str
    problem: str | None = None

    def read(self) -> str:
        """Return the text, exactly as it stands there but for a byte order mark.

        Raises:
            SourceError: it is not there, not readable, or not UTF-8.
        """
        if self.problem is not None:
            raise SourceError(self.problem)
        try:
            if self.name == STANDARD_INPUT:
                content = sys.stdin.buffer.read()
            else:
                content = Path(self.name).read_bytes()
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror or error}") from None
        except ValueError as error:  # a NUL in a path
            raise SourceError(f"cannot be read: {error}") from None
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            found = content[error.start]
            raise SourceError(
                f"is not UTF-8 text: byte 0x{found:02x} at position {error.start}"
            ) from None


def find_sources(paths: Iterable[str]) -> Iterator[Source]:
    """Yield the articles of some paths, in their order, each once.

    A folder stands for every `*.txt` in it and in the folders below it, sorted by path; one
    without any is a source with a problem.
    """
    seen: set[str] = set()
    for path in paths:
        for source in _sources_of(path):
            if source.name not in seen:
                seen.add(source.name)
                yield source


def _sources_of(path: str) -> Iterator[Source]:
    try:
        is_folder = path != STANDARD_INPUT and Path(path).is_dir()
    except ValueError:  # a NUL in a path; reading it says so
        is_folder = False
    if not is_folder:
        yield Source(path)
        return
    files = sorted(file for file in Path(path).rglob(_PATTERN) if file.is_file())
    if not files:
        yield Source(path, problem=f"is a folder without any {_PATTERN} in it")
    for file in files:
        yield Source(str(file))
