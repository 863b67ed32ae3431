"""The benchmarks are scripts beside the package: their modules are found where they stand."""

import os
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
if str(BENCHMARKS) not in sys.path:
    sys.path.insert(0, str(BENCHMARKS))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The place of what is kept outside the repository; tests that need it are skipped without, in CI they fail."""
    place = Path(os.environ.get("ASANID_SHARED") or BENCHMARKS.parent.parent / "shared")
    if not place.is_dir():
        said = f"{place} is not there: nothing is compared with the reference (ASANID_SHARED names another place)"
        if os.environ.get("CI") == "true":
            pytest.fail(said)
        pytest.skip(said)
    return place
