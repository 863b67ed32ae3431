"""Measures of blocks, mentions and dates."""

from __future__ import annotations

from annotation import Annotation
from comparison import Comparison
from figures import F1, BCubed, Share, b_cubed
from matching import characters, same_span

from asanid.model import Date, Mention


def block_kind_accuracy(comparison: Comparison) -> Share:
    """Gold blocks that match a predicted block of the same kind."""
    hits = sum(one.kind == other.kind for document in comparison.documents for one, other in document.blocks)
    return Share(hits, sum(len(document.gold.blocks) for document in comparison.documents))


def furniture_chars(comparison: Comparison) -> F1:
    """Characters that stand in furniture."""
    sides = [(_furniture(document.gold), _furniture(document.predicted)) for document in comparison.documents]
    hits = sum(len(gold & predicted) for gold, predicted in sides)
    return F1(hits, sum(len(predicted) for _, predicted in sides), sum(len(gold) for gold, _ in sides))


def mention_exact(comparison: Comparison) -> F1:
    """Mentions with the same span and the same type."""
    return _mentions(
        comparison, [one.type == other.type and same_span(one, other) for one, other in _names(comparison)]
    )


def mention_overlap(comparison: Comparison) -> F1:
    """Mentions whose spans match, with the same type."""
    return _mentions(comparison, [one.type == other.type for one, other in _names(comparison)])


def identity_b_cubed(comparison: Comparison) -> BCubed:
    """Mentions whose spans match, clustered by entity; one that the answer gives no entity stands alone."""
    gold, predicted = {}, {}
    for item, (one, other) in enumerate(_names(comparison)):
        gold[item] = one.entity or f"none-{item}"
        predicted[item] = other.entity or f"none-{item}"
    return b_cubed(gold, predicted)


def date_span_exact(comparison: Comparison) -> F1:
    """Dates with the same span."""
    return _dates(comparison, [same_span(one, other) for one, other in _pairs(comparison)])


def date_span_overlap(comparison: Comparison) -> F1:
    """Dates whose spans match."""
    return _dates(comparison, [True for _ in _pairs(comparison)])


def date_span_and_value(comparison: Comparison) -> F1:
    """Dates with the same span and the same EDTF value."""
    return _dates(comparison, [same_span(one, other) and one.value == other.value for one, other in _pairs(comparison)])


def date_value_accuracy_of_matched(comparison: Comparison) -> Share:
    """Dates whose spans match: those with the same EDTF value."""
    pairs = _pairs(comparison)
    return Share(sum(one.value == other.value for one, other in pairs), len(pairs))


def _furniture(side: Annotation) -> set[int]:
    return characters((block for block in side.blocks if block.kind == "furniture"), side.text)


def _names(comparison: Comparison) -> list[tuple[Mention, Mention]]:
    return [pair for document in comparison.documents for pair in document.mentions]


def _pairs(comparison: Comparison) -> list[tuple[Date, Date]]:
    return [pair for document in comparison.documents for pair in document.dates]


def _mentions(comparison: Comparison, hits: list[bool]) -> F1:
    gold = sum(len(document.gold.mentions) for document in comparison.documents)
    return F1(sum(hits), sum(len(document.predicted.mentions) for document in comparison.documents), gold)


def _dates(comparison: Comparison, hits: list[bool]) -> F1:
    gold = sum(len(document.gold.dates) for document in comparison.documents)
    return F1(sum(hits), sum(len(document.predicted.dates) for document in comparison.documents), gold)
