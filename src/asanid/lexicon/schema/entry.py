"""What every entry of the lexicon has."""

from __future__ import annotations

import msgspec


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An entry: an ``id`` of its own within its section, and ``examples`` that run as tests."""

    id: str
    examples: tuple[str, ...] = ()
