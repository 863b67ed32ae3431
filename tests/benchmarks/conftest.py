"""The benchmarks are scripts beside the package: their modules, and the text for tests, are found where they stand."""

import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
BENCHMARKS = HERE.parents[1] / "benchmarks"
sys.path[:0] = [str(folder) for folder in (BENCHMARKS, HERE) if str(folder) not in sys.path]


SHARED = Path(os.environ.get("ASANID_SHARED") or BENCHMARKS.parent.parent / "shared")
ABSENT = f"{SHARED} is not there: nothing is compared with the reference (ASANID_SHARED names another place)"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The place of what is kept outside the repository; tests that need it are skipped without, in CI they fail."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)
    return SHARED


def pytest_terminal_summary(terminalreporter):
    """Say it aloud, since a skipped test is easily overlooked."""
    if not SHARED.is_dir():
        terminalreporter.write_line(f"NOT RUN: {ABSENT}", red=True)
