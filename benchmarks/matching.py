"""Which annotated thing an answered thing stands for: one to one, by overlap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from annotation import SELF, Annotation, Attribution

from asanid.model import Block, Date, Mention, Span

T = TypeVar("T")
LEAST_IOU = 0.3
"""Two spans match when their common part is at least this share of both together: half a name matches,
a whole document taken for a cue does not."""
_NOT_COUNTED = frozenset("«»“”\"'،.:؛,")


@dataclass(frozen=True, slots=True)
class Matched:
    """The two sides of one text, and what matches what."""

    gold: Annotation
    predicted: Annotation
    blocks: list[tuple[Block, Block]]
    mentions: list[tuple[Mention, Mention]]
    dates: list[tuple[Date, Date]]
    attributions: list[tuple[Attribution, Attribution]]

    @property
    def answer_to(self) -> dict[str, str]:
        """Ids of gold attributions → ids of the predicted ones that match them."""
        return {gold.id: predicted.id for gold, predicted in self.attributions}


def match(gold: Annotation, predicted: Annotation) -> Matched:
    """Match the two sides of one text; blocks, mentions and dates by their spans, attributions by their cues."""
    if gold.text != predicted.text:
        raise ValueError("the answer's text is not the annotated text, so their offsets cannot be compared")
    return Matched(
        gold,
        predicted,
        one_to_one(gold.blocks, predicted.blocks, _itself),
        one_to_one(gold.mentions, predicted.mentions, _itself),
        one_to_one(gold.dates, predicted.dates, _itself),
        one_to_one(gold.attributions, predicted.attributions, _cue, source_agreement),
    )


def one_to_one(
    gold: Sequence[T],
    predicted: Sequence[T],
    span_of: Callable[[T], Span],
    preference: Callable[[T, T], int] | None = None,
) -> list[tuple[T, T]]:
    """Pair things whose spans match, each at most once, the greatest overlap first.

    Equal overlaps are settled by ``preference``, then by the nearer places in the two lists, then for the later.
    """
    candidates = [
        (shared, preference(one, other) if preference else 0, -abs(i - j), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (shared := overlap(span_of(one), span_of(other))) and iou(span_of(one), span_of(other)) >= LEAST_IOU
    ]
    taken, used, pairs = set(), set(), []
    for *_, i, j in sorted(candidates, reverse=True):
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((gold[i], predicted[j]))
    return pairs


def overlap(one: Span, other: Span) -> int:
    """Count the characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def iou(one: Span, other: Span) -> float:
    """Give the common part of two spans as a share of both together (intersection over union)."""
    shared = overlap(one, other)
    return shared / (one.end - one.start + other.end - other.start - shared) if shared else 0.0


def same_span(one: Span | None, other: Span | None) -> bool:
    """Say whether two spans are there and cover the same characters, whatever else they carry."""
    return bool(one and other) and (one.start, one.end) == (other.start, other.end)  # type: ignore[union-attr]


def source_agreement(one: Attribution, other: Attribution) -> int:
    """Count the characters the two sources share; 1 where neither has a source of its own."""
    if one.source and other.source:
        return overlap(one.source, other.source)
    return int(one.source is None and other.source is None)


def characters(spans: Iterable[Span], text: str) -> set[int]:
    """Give the places of the characters in the spans, white space, quotation marks and stops aside."""
    places = {place for span in spans for place in range(span.start, span.end)}
    return {place for place in places if not text[place].isspace() and text[place] not in _NOT_COUNTED}


def aligned_keys(documents: Iterable[Matched]) -> dict[str, str]:
    """Map gold entity keys to predicted ones, one to one, by how often they stand for the same thing.

    Every matched mention votes for its pair of keys, every matched attribution for those of its sources and origins.
    The most voted pairs go first, so an entity that was split over two keys keeps the larger part.
    """
    votes: Counter[tuple[str, str]] = Counter()
    for document in documents:
        keys = [(one.entity, other.entity) for one, other in document.mentions]
        for gold, predicted in document.attributions:
            keys += [(gold.source_entity, predicted.source_entity), (gold.origin, predicted.origin)]
        votes.update((one, other) for one, other in keys if one and other and SELF not in (one, other))
    same: dict[str, str] = {}
    used: set[str] = set()
    for _, one, other in sorted((-count, *keys) for keys, count in votes.items()):
        if one not in same and other not in used:
            same[one] = other
            used.add(other)
    return same


def _itself(span: Span) -> Span:
    return span


def _cue(attribution: Attribution) -> Span:
    return attribution.cue
