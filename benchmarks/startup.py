"""Time what a user waits for at the prompt: the help, and one article from cold.

    python benchmarks/startup.py
    python benchmarks/startup.py --runs 3 other-article.txt

Every run is a process of its own. "compiled" has Python's byte code of an earlier run; "not compiled" has none at all,
not even of the standard library: the very first run on a machine, at worst.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from command import asanid
from corpora import ROOT

ARTICLE = ROOT / "examples" / "articles" / "denial-round.txt"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("article", nargs="?", type=Path, default=ARTICLE)
    parser.add_argument("--runs", type=int, default=10)
    options = parser.parse_args()
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "asanid --help": [*asanid(), "--help"],
        "asanid trace, one article": [*asanid(), "trace", str(options.article), "--format", "jsonl", "--quiet"],
    }
    print(f"{'seconds':28}{'compiled':>20}{'not compiled':>20}\n{'':28}{'best   median':>20}{'best   median':>20}")
    for name, words in commands.items():
        cells = [_cell(times(words, options.runs, compiled=compiled)) for compiled in (True, False)]
        print(f"{name:28}" + "".join(f"{cell:>20}" for cell in cells))
    return 0


def times(words: Sequence[str], runs: int, *, compiled: bool) -> list[float]:
    """Run a command several times, each in a process of its own, with or without byte code on the disk; seconds."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache
        if compiled:
            _seconds(words, environment)
        else:
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
        return [_seconds(words, environment) for _ in range(runs)]


def _seconds(words: Sequence[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def _cell(seconds: Sequence[float]) -> str:
    return f"{min(seconds):.3f}    {median(seconds):.3f}"


if __name__ == "__main__":
    sys.exit(main())
