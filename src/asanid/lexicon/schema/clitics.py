"""Schema of the sections that words are taken apart with."""

from __future__ import annotations

from asanid.lexicon.schema.entry import Entry


class Fixed(Entry, frozen=True):
    """A word of a closed class: ``id`` is its folded form with ``+`` between clitics and stem («ب+ان+ه»).

    ``stem`` is the place of the stem among the parts, counted from 0; ``restored`` is the stem where it is written
    otherwise in the word («ل+له»: الله). The word with «و» or «ف» before it needs no entry.
    """

    stem: int = 0
    restored: str | None = None


class Weight(Entry, frozen=True):
    """A feature of an analysis (``id``, as ``clitic_model.features`` names it) and what it adds to the score."""

    weight: float


SECTIONS: dict[str, type[Entry]] = {"clitics": Fixed, "clitic_weights": Weight}
