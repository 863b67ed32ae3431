"""Schema of how often each way of finding an attribution was right, counted on annotated articles."""

from __future__ import annotations

from asanid.lexicon.schema.entry import Entry


class Tally(Entry, frozen=True, kw_only=True):
    """For a kind (the ``id``): how many of its attributions had cue, source entity and content right, of how many."""

    right: int
    of: int


SECTIONS: dict[str, type[Entry]] = {"confidence": Tally}
