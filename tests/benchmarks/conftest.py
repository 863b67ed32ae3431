"""The benchmarks are scripts beside the package: their modules, and the text for tests, are found where they stand."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parents[1] / "benchmarks"
sys.path[:0] = [str(folder) for folder in (BENCHMARKS, HERE) if str(folder) not in sys.path]


def pytest_terminal_summary(terminalreporter):
    """Say aloud what was skipped, since it is easily overlooked."""
    shared = Path(os.environ.get("ASANID_SHARED", BENCHMARKS.parent.parent / "shared"))
    if not shared.is_dir():
        terminalreporter.write_line(
            f"NOT RUN: {shared} is not there: nothing was compared with the reference", red=True
        )
