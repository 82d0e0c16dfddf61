"""The command line: `newsmodel parse FILE...` and `newsmodel deployments FILE...`.

In: the arguments of a command. Out: what it prints, and its exit status. `click` and `rich` come
with the extra `cli`; without them `main` says so and ends with status 2.
"""

from __future__ import annotations

import sys

__all__ = ["main"]

_NEEDS_EXTRA = """\
newsmodel: the command line needs the packages click and rich; \
install them with: python -m pip install "newsmodel[cli]"\
"""


def main() -> None:
    """Run the command line with the arguments of the process, and end the process."""
    try:
        from newsmodel.cli.commands import newsmodel
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("click", "rich"):
            raise
        print(_NEEDS_EXTRA, file=sys.stderr)
        sys.exit(2)
    newsmodel(prog_name="newsmodel")
