"""Finding names: the lexicon first, then the tagger, then what the article itself has shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asanid.model import Block, Mention, MentionType, Quote, Sentence, Token
from asanid.parse.names.entries import Found
from asanid.parse.names.features import LABELS
from asanid.parse.names.match import known_names
from asanid.parse.names.settle import settle
from asanid.parse.names.tagger import slots_of, tag
from asanid.parse.names.units import Unit, units_of


def find_names(
    tokens: Sequence[Token],
    text: str,
    blocks: Sequence[Block],
    sentences: Sequence[Sentence] = (),
    quotes: Sequence[Quote] = (),
) -> tuple[Mention, ...]:
    """Find the names in an article, furniture left out; their entities are not yet known."""
    units = units_of(_outside_furniture(tokens, blocks), text)
    names = settle(units, find(units))
    return tuple(Mention(units[n.first].start, units[n.last - 1].end, n.type) for n in names)


def find(units: list[Unit]) -> list[Found]:
    """Find names by lexicon and tagger, each place by itself."""
    known = known_names(units)
    slots = slots_of(units, known)
    tagged = _spans(tag([unit for unit, _ in slots]), [index for _, index in slots])
    return sorted([*known, *tagged], key=_position)


def _outside_furniture(tokens: Sequence[Token], blocks: Sequence[Block]) -> list[Token]:
    skipped = [block for block in blocks if block.kind == "furniture"]
    if not skipped:
        return list(tokens)
    return [token for token in tokens if not any(b.start <= token.start < b.end for b in skipped)]


def _spans(labels: Sequence[int], places: Sequence[int]) -> Iterator[Found]:
    start: int | None = None
    for index, label in enumerate([*labels, 0]):
        if start is not None and (label == 0 or label % 2):
            kind: MentionType = LABELS[labels[start]][2:]  # type: ignore[assignment]  # labels are named after types
            yield Found(places[start], places[index - 1] + 1, kind, guessed=True)
            start = None
        if label % 2:
            start = index


def _position(name: Found) -> int:
    return name.first
