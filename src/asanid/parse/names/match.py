"""Names that need no learning: by the lexicon and by pattern, the longest first."""

from __future__ import annotations

from collections.abc import Callable

from asanid.parse.names import announced, patterns
from asanid.parse.names.entries import OPENING, Found, entry_at
from asanid.parse.names.units import Unit

_RULES: tuple[Callable[[list[Unit], int], Found | None], ...] = (
    entry_at,
    patterns.people,
    patterns.force,
    patterns.ministry,
    patterns.institution,
    announced.outlet,
    announced.house,
    announced.government,
    announced.person,
)


def known_names(units: list[Unit]) -> list[Found]:
    """Find the names that need no learning, longest first, without overlaps."""
    found: list[Found] = []
    position = 0
    while position < len(units):
        name = _at(units, position)
        if name is None:
            position += 1
            continue
        if found and found[-1].last > name.first:
            continue
        found.append(name)
        position = name.last
    return found


def _at(units: list[Unit], position: int) -> Found | None:
    unit = units[position]
    if unit.kind not in ("word", "latin"):
        return patterns.quoted(units, position) if unit.form in OPENING else None
    if not unit.word.opens:
        return None
    best: Found | None = None
    for rule in _RULES:
        name = rule(units, position)
        if name is not None and (best is None or name.last > best.last):
            best = name
    return best
