"""The examples in README.md and docs/ run, and give what the text says."""

from __future__ import annotations

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent


def _run_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("run_docs", ROOT / "tools" / "run_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["run_docs"] = module
    spec.loader.exec_module(module)
    return module


run_docs = _run_docs()
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("file", run_docs.documents(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_examples_give_what_the_text_says(file: Path) -> None:
    assert "\n\n".join(map(str, run_docs.check(file))) == ""


@pytest.mark.parametrize("file", run_docs.documents(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_links_within_the_project_lead_somewhere(file: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", file.read_text("utf-8"))
    broken = [
        link
        for link in links
        if "://" not in link
        and not link.startswith("mailto:")
        and not (file.parent / link).exists()
    ]
    assert broken == []


@pytest.mark.parametrize("file", run_docs.documents(), ids=lambda f: f.relative_to(ROOT).as_posix())
def test_files_that_are_named_exist(file: Path) -> None:
    text = file.read_text("utf-8").replace("`.../", "`")
    named = set(re.findall(r"`([\w./-]+/[\w./-]*\w\.(?:py|md|toml|tsv|txt))`", text))
    package = ROOT / "src" / "newsmodel"
    homes = (ROOT, ROOT / "src", package, package / "languages")
    assert {name for name in named if not any((home / name).exists() for home in homes)} == set()


def test_the_commands_of_the_readme_are_one_line_each() -> None:
    commands = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert len(commands) >= 2
    for command in commands[:2]:
        assert command.count("\n") == 1
        assert command.startswith("python3 -m venv .venv && ")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    for extra in re.findall(r"\.\[(\w+)\]", "".join(commands)):
        assert extra in extras


def test_the_readme_shows_the_article_that_it_parses() -> None:
    shown = re.search(r"^```text\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert shown is not None
    assert shown[1] == (ROOT / "docs" / "examples" / "imia.txt").read_text("utf-8")


def test_every_page_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8")
    for page in (ROOT / "docs").rglob("*.md"):
        assert page.relative_to(ROOT / "docs").as_posix() in navigation


class TestTheRunItself:
    """A check that could not fail would show nothing."""

    @staticmethod
    def _file(folder: Path, text: str) -> Path:
        file = folder / "page.md"
        file.write_text(text, "utf-8")
        return file

    @pytest.mark.parametrize(
        "block",
        [
            "```python\n>>> 1 + 1\n3\n```\n",
            "```console\n$ newsmodel --version\nnewsmodel 0\n```\n",
            "```console\n$ newsmodel parse absent\n```\n",
        ],
    )
    def test_a_wrong_output_is_found_and_set_right(self, tmp_path: Path, block: str) -> None:
        file = self._file(tmp_path, f"# Page\n\n{block}\nMore.\n")
        assert len(run_docs.check(file)) == 1
        assert len(run_docs.check(file, write=True)) == 1
        assert run_docs.check(file) == []
        assert file.read_text("utf-8").endswith("```\n\nMore.\n")

    def test_a_script_that_fails_fails(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError):
            run_docs.check(self._file(tmp_path, "```python\nassert 1 == 2\n```\n"))

    def test_lines_may_be_left_out(self, tmp_path: Path) -> None:
        text = (
            "```console\n$ newsmodel --help\nUsage: newsmodel [OPTIONS] COMMAND [ARGS]...\n...\n```"
        )
        assert run_docs.check(self._file(tmp_path, text + "\n")) == []
