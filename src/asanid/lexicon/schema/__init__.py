"""What the entries of each section look like."""

from __future__ import annotations

from asanid.lexicon.schema import blocks, calendar, clitics, confidence, contacts, cues, grammar, link, names, stances
from asanid.lexicon.schema.entry import Entry

__all__ = ["SECTIONS", "Entry"]

SECTIONS: dict[str, type[Entry]] = {
    **confidence.SECTIONS,
    **blocks.SECTIONS,
    **calendar.SECTIONS,
    **clitics.SECTIONS,
    **contacts.SECTIONS,
    **cues.SECTIONS,
    **grammar.SECTIONS,
    **link.SECTIONS,
    **names.SECTIONS,
    **stances.SECTIONS,
}
"""The schema of each section, by the name of its file or folder under ``data/``."""
