"""Runs the examples in README.md and docs/, and says where the text is not what they give.

    python tools/run_docs.py            # compare
    python tools/run_docs.py --write    # put in what they give

Three sorts of blocks are run, in the order of their file and, for Python, in one namespace a file:

- `python` with `>>>`: a doctest; what it prints must stand below it.
- `python` without: a script, whose assertions must hold.
- `console`: lines `$ newsmodel ...`, each with its output below it, from the root of the project.
  A line `...` stands for any lines; a command that ends with another status than 0 shows so in a
  last line `[status 1]`.

Files that an example writes go to a folder of its own: `working_folder` is its place in Python.
"""

from __future__ import annotations

import argparse
import contextlib
import doctest
import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsmodel.errors import NewsModelError

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"^```(python|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CHECKER = doctest.OutputChecker()
_ELIDED = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True)
class Difference:
    """A place where the text is not what its example gives."""

    file: Path
    line: int
    wanted: str
    got: str

    def __str__(self) -> str:
        name = self.file.relative_to(ROOT)
        return f"{name}:{self.line}: the text has\n{self.wanted}\nbut the example gives\n{self.got}"


def documents() -> list[Path]:
    """The files that hold examples."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def check(file: Path, *, write: bool = False) -> list[Difference]:
    """Run a file's examples; return where it differs, having written what they give if asked."""
    text = file.read_text("utf-8")
    pieces: list[str] = []
    found: list[Difference] = []
    at = 0
    with _in_root(), tempfile.TemporaryDirectory() as folder:
        namespace: dict[str, object] = {"working_folder": Path(folder), "__name__": "example"}
        for block in _BLOCK.finditer(text):
            line = text.count("\n", 0, block.start(2)) + 1
            run = _run_console if block[1] == "console" else _run_python
            new, differences = run(block[2], namespace, f"{file.name}:{line}")
            found += [Difference(file, line + d.line, d.wanted, d.got) for d in differences]
            pieces += [text[at : block.start(2)], new]
            at = block.end(2)
    if write and found:
        file.write_text("".join([*pieces, text[at:]]), "utf-8")
    return found


@dataclass(frozen=True)
class _Differing:
    line: int
    wanted: str
    got: str


def _run_python(
    source: str, namespace: dict[str, object], name: str
) -> tuple[str, list[_Differing]]:
    if ">>>" not in source:
        exec(compile(source, name, "exec"), namespace)
        return source, []
    new, found = [], []
    for piece in doctest.DocTestParser().parse(source, name):
        if isinstance(piece, str):
            new.append(piece)
            continue
        got = _output(piece.source, namespace, name)
        new.append(_as_typed(piece.source))
        if _CHECKER.check_output(piece.want, got, _ELIDED):
            new.append(piece.want)
        else:
            new.append(got)
            found.append(_Differing(piece.lineno, piece.want, got))
    return "".join(new), found


def _as_typed(source: str) -> str:
    first, *others = source.splitlines()
    return "\n".join([f">>> {first}", *(f"... {line}".rstrip() for line in others)]) + "\n"


def _output(source: str, namespace: dict[str, object], name: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, name, "single"), namespace)
        except NewsModelError as error:  # any other is a fault in the example itself
            name = f"{type(error).__module__}.{type(error).__qualname__}"
            return f"Traceback (most recent call last):\n    ...\n{name}: {error}\n"
    return printed.getvalue()


def _run_console(
    source: str, namespace: dict[str, object], name: str
) -> tuple[str, list[_Differing]]:
    new, found = [], []
    for number, command, wanted in _commands(source):
        got = _command(command)
        new.append(f"$ {command}\n")
        if _matches(wanted, got):
            new.append(wanted)
        else:
            new.append(got)
            found.append(_Differing(number, wanted, got))
    return "".join(new), found


def _commands(source: str) -> Iterator[tuple[int, str, str]]:
    """``{ "$ " command newline output }``"""
    lines = source.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    if not starts or starts[0] != 0:
        raise ValueError(f"a console block begins with a command, not {source[:40]!r}")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start, lines[start][2:].rstrip("\n"), "".join(lines[start + 1 : end])


def _command(command: str) -> str:
    from click.testing import CliRunner

    from newsmodel.cli.commands import newsmodel

    program, *arguments = shlex.split(command)
    if program != "newsmodel":
        raise ValueError(f"a console block runs newsmodel only, not {command!r}")
    done = CliRunner().invoke(newsmodel, arguments, prog_name="newsmodel")
    return done.output + (f"[status {done.exit_code}]\n" if done.exit_code else "")


def _matches(wanted: str, got: str) -> bool:
    pattern = "".join(
        r"(?s:.*)" if line.strip() == "..." else re.escape(line.rstrip()) + r"\n"
        for line in wanted.splitlines()
    )
    plain = "".join(line.rstrip() + "\n" for line in got.splitlines())
    return re.fullmatch(pattern, plain) is not None


@contextlib.contextmanager
def _in_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        yield
    finally:
        os.chdir(before)


def main() -> None:
    parser = argparse.ArgumentParser(description="Run the examples of README.md and docs/.")
    parser.add_argument("--write", action="store_true", help="write what the examples give")
    parser.add_argument("files", nargs="*", type=Path, help="only these files")
    options = parser.parse_args()
    files = [file.resolve() for file in options.files] or documents()
    found = [difference for file in files for difference in check(file, write=options.write)]
    for difference in found:
        print(difference)
    sys.exit(bool(found) and not options.write)


if __name__ == "__main__":
    main()
