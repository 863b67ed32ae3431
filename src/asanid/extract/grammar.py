"""The closed classes of the grammar, by their names in ``lexicon/data/grammar.yaml``."""

from __future__ import annotations

from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.grammar import ClosedClass
from asanid.parse.fold import fold_key


@cache
def words(*names: str) -> frozenset[str]:
    """Give the folded words of a closed class, or of several; raises ``KeyError`` for an unknown name.

    >>> "التي" in words("relative")
    True
    """
    return frozenset().union(*(_classes()[name] for name in names))


@cache
def _classes() -> dict[str, frozenset[str]]:
    return {entry.id: frozenset(fold_key(form) for form in entry.forms) for entry in section("grammar", ClosedClass)}
