"""The command line as users start it."""

from __future__ import annotations

import sys
from pathlib import Path


def asanid() -> list[str]:
    """Give the words that start ``asanid``: the installed script, or its entry point where none is installed."""
    script = Path(sys.executable).parent / "asanid"
    return [str(script)] if script.exists() else [sys.executable, "-c", "from asanid.show.cli import main; main()"]
