"""Build hook: compile the lexicon before the wheel is put together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class LexiconHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes ``src/asanid/lexicon/lexicon.bin`` from the YAML files and tables beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the lexicon; a broken entry ends the build with its name."""
        source = Path(self.root, "src")
        sys.path.insert(0, str(source))
        try:
            from asanid.lexicon.compile import compile_lexicon  # noqa: PLC0415  # not importable before this line

            compile_lexicon()
        finally:
            sys.path.remove(str(source))
