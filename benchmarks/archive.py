"""Take the whole news archive through the command line and tell what it costs.

    python benchmarks/archive.py                 all of it
    python benchmarks/archive.py --limit 1000    the first thousand articles
    python benchmarks/archive.py --jobs 1 FILE…  other files, one process

CPU time is that of the command and its worker processes; "per core" figures are per CPU second. The measuring process
decodes every line on top, on the same machine: its own CPU time is told apart.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from command import asanid
from corpora import AbsentError, archive
from processes import PeakMemory, cpu_of_children


class _Trouble(msgspec.Struct):
    slug: str


class _Line(msgspec.Struct):
    """What is counted of a line; a source that gave no document has no text."""

    text: str | None = None
    attributions: list[msgspec.Raw] = []
    mentions: list[msgspec.Raw] = []
    dates: list[msgspec.Raw] = []
    problems: list[_Trouble] = []


@dataclass
class Counts:
    """What came out."""

    documents: int = 0
    failed: int = 0
    words: int = 0
    found: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)

    def add(self, line: _Line) -> None:
        self.problems.update(problem.slug for problem in line.problems)
        if line.text is None:
            self.failed += 1
            return
        self.documents += 1
        self.words += len(line.text.split())
        self.found.update(attributions=len(line.attributions), mentions=len(line.mentions), dates=len(line.dates))


@dataclass(frozen=True)
class Cost:
    """What it took: seconds of the clock, CPU seconds of the command and of measuring, memory."""

    wall: float
    cpu: float
    measuring: float
    memory: PeakMemory
    code: int


def main() -> int:
    """Run the command; 1 where the program under measure broke off."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="what to trace (default: the archive in ../shared)")
    parser.add_argument("--jobs", type=int, default=2, help="worker processes (default 2)")
    parser.add_argument("--limit", type=int, help="stop after so many articles")
    options = parser.parse_args()
    try:
        files = options.files or [str(archive())]
    except AbsentError as error:
        parser.error(str(error))
    counts, cost = run(files, options.jobs, options.limit)
    for line in report(counts, cost, options.jobs):
        print(line)
    return 0 if cost.code in {0, 1} and counts.documents else 1


def run(files: Iterable[str], jobs: int, limit: int | None = None) -> tuple[Counts, Cost]:
    """Trace files by the command line, counting while it prints."""
    words = [*asanid(), "trace", *files, "--jobs", str(jobs), "--stream", "--format", "jsonl", "--quiet"]
    if limit is not None:
        words += ["--limit", str(limit)]
    counts, decoder = Counts(), msgspec.json.Decoder(_Line)
    cpu, own, clock = cpu_of_children(), time.process_time(), time.perf_counter()
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process, PeakMemory(process.pid) as memory:
        for line in process.stdout or ():
            counts.add(decoder.decode(line))
        code = process.wait()
    return counts, Cost(time.perf_counter() - clock, cpu_of_children() - cpu, time.process_time() - own, memory, code)


def report(counts: Counts, cost: Cost, jobs: int) -> Iterator[str]:
    """Lay the figures out, one a line."""
    rows: list[tuple[str, float, str]] = [
        ("documents", counts.documents, ""),
        ("sources without a document", counts.failed, ""),
        ("words", counts.words, ""),
        *((name, number, "") for name, number in counts.found.items()),
        *((f"problem {slug}", number, "") for slug, number in counts.problems.most_common()),
        (f"wall time, {jobs} jobs", cost.wall, "s"),
        ("CPU time of the program", cost.cpu, "s"),
        ("CPU time of measuring", cost.measuring, "s"),
        ("articles per second", counts.documents / cost.wall, ""),
        ("words per second", counts.words / cost.wall, ""),
        ("articles per second and core", _per(counts.documents, cost.cpu), ""),
        ("words per second and core", _per(counts.words, cost.cpu), ""),
        (f"peak memory, {cost.memory.processes} processes", cost.memory.bytes / 2**20, _memory_unit(cost.memory)),
        ("exit code", cost.code, ""),
    ]
    for name, value, unit in rows:
        shown = f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"
        yield f"{name:34}{shown:>16} {unit}".rstrip()


def _per(number: int, seconds: float) -> float:
    return number / seconds if seconds else 0.0


def _memory_unit(memory: PeakMemory) -> str:
    return "MiB" if memory.exact else "MiB (shared pages counted several times)"


if __name__ == "__main__":
    sys.exit(main())
