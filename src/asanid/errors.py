"""What can go wrong, and what is told about it.

The exception tree::

    AsanidError            anything this package raises on purpose
    ├── ConfigError        a setting that cannot be used: which, from where, what it should be
    ├── LexiconError       a lexicon file that breaks its schema, or no compiled lexicon
    └── ReadError          one source that gives no article; carries a Problem

A source that cannot be read never ends a run: ``read()`` turns a ``ReadError`` into its ``Problem`` and goes on.
"""

from __future__ import annotations

from asanid.model import Problem


class AsanidError(Exception):
    """Anything this package raises on purpose."""


class ConfigError(AsanidError):
    """A setting that cannot be used; the message says which, where it came from and what it should be."""


class LexiconError(AsanidError):
    """A lexicon file that breaks its schema, or a compiled lexicon that is not there."""


class ReadError(AsanidError):
    """One source that gives no article, with the ``Problem`` to show for it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.source}: {problem.message}")
        self.problem = problem
