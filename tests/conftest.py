"""What all tests share: where the material outside the repository is, and an environment without settings."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every test without the settings of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("ASANID_") and name != "ASANID_SHARED"]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the seeds, their annotations and the data; without it a test is skipped, under CI it fails."""
    folder = Path(os.environ.get("ASANID_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        message = f"{folder} is not here: set ASANID_SHARED to the folder with seeds, gold and data"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return folder


@pytest.fixture
def examples() -> Path:
    """The example articles."""
    return ROOT / "examples" / "articles"
