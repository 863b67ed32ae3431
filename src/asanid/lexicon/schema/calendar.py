"""Schema of the sections that calendar are found with."""

from __future__ import annotations

from asanid.lexicon.schema.entry import Entry

SECTIONS: dict[str, type[Entry]] = {}
