"""Schema of the closed classes: the small words that the grammar of attribution turns on."""

from __future__ import annotations

from asanid.lexicon.schema.entry import Entry


class ClosedClass(Entry, frozen=True, kw_only=True):
    """A list of small words with a function in common; ``examples`` show one at work, in brackets."""

    forms: tuple[str, ...]


SECTIONS: dict[str, type[Entry]] = {"grammar": ClosedClass}
