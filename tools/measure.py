"""Writes what the benchmarks print into docs/explanation/measurements.md.

    python tools/measure.py

Each block of output there stands below the comment that names its command. Run it on an idle
machine: the figures are what readers go by.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "explanation" / "measurements.md"
_BLOCK = re.compile(r"(<!-- output of (\S+) -->\n\n```text\n).*?(?=^```$)", re.S | re.M)


def _measured(block: re.Match[str]) -> str:
    command = [sys.executable, str(ROOT / block[2])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return block[1] + done.stdout.strip() + "\n"


def main() -> None:
    PAGE.write_text(_BLOCK.sub(_measured, PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
