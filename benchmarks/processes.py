"""What a process and all it started cost: memory while it runs, CPU time once it has ended."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from types import TracebackType

_PROC = Path("/proc")
_BETWEEN = 0.25
"""Seconds between two looks."""


class PeakMemory:
    """Watches a process tree from beside it; ``bytes`` is the most it held together, pages it shares counted once.

    Where the kernel does not tell shares, resident sizes are added up, which counts shared pages several times;
    ``exact`` says which it was. Linux only.
    """

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self.processes = 0
        self.exact = True
        self._pid = pid
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> PeakMemory:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, place: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while True:
            self._look()
            if self._ended.wait(_BETWEEN):
                return

    def _look(self) -> None:
        tree = list(_tree(self._pid))
        self.processes = max(self.processes, len(tree))
        self.bytes = max(self.bytes, sum(map(self._held, tree)))

    def _held(self, pid: int) -> int:
        """Give a process's proportional share, else its resident size, else nothing: it may just have ended."""
        try:
            for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
        except (PermissionError, FileNotFoundError, ProcessLookupError):
            pass
        try:
            resident = int((_PROC / str(pid) / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (FileNotFoundError, ProcessLookupError):
            return 0
        self.exact = self.exact and not resident
        return resident


def cpu_of_children() -> float:
    """Give the CPU seconds, user and system, of the processes this one has waited for, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in (_PROC / str(pid) / "task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from _tree(int(child))
