"""Measures of attributions. Those called "of matched" look only at attributions whose cue was found."""

from __future__ import annotations

from collections.abc import Callable

from annotation import SELF, Attribution
from comparison import Comparison, Found, chain
from figures import F1, BCubed, Share, b_cubed
from matching import characters, overlap, same_span

from asanid.model import Span


def attribution_cue(comparison: Comparison) -> F1:
    """Attributions whose cues match."""
    return _attributions(comparison, len(comparison.found))


def attribution_end_to_end(comparison: Comparison) -> F1:
    """Attributions with matching cue, overlapping source (or none on both sides) and the same content."""
    return _attributions(comparison, sum(pair.same_content and pair.same_source for pair in comparison.found))


def attribution_end_to_end_who(comparison: Comparison) -> F1:
    """Attributions with matching cue, the right source entity and the same content."""
    right = comparison.right_entity
    return _attributions(comparison, sum(pair.same_content and right(pair) for pair in comparison.found))


def content_chars(comparison: Comparison) -> F1:
    """Characters of contents, summed over attributions; those of an attribution that was not found are missed."""
    hits = sum(len(pair.gold_content & pair.predicted_content) for pair in comparison.found)
    return F1(hits, *_totals(comparison, _content_size))


def content_iou80_of_matched(comparison: Comparison) -> Share:
    """Contents that share at least 0.8 of the characters of both together, or are empty on both sides."""
    return _of_matched(comparison, sum(pair.same_content for pair in comparison.found))


def source_overlap(comparison: Comparison) -> F1:
    """Sources, of attributions that have one, which overlap the predicted source."""
    return _sources(
        comparison, sum(overlap(one, other) > 0 for pair in comparison.found for one, other in _spans(pair))
    )


def source_exact(comparison: Comparison) -> F1:
    """Sources, of attributions that have one, with the same span."""
    return _sources(comparison, sum(same_span(one, other) for pair in comparison.found for one, other in _spans(pair)))


def chain_f1(comparison: Comparison) -> F1:
    """Attributions whose whole chain is right: every source entity outwards along the parents, then the origin."""
    return _attributions(comparison, sum(_right_chains(comparison)))


def chain_nested_recall(comparison: Comparison) -> Share:
    """Gold attributions that stand inside another: those whose whole chain is right."""
    right = zip(comparison.found, _right_chains(comparison), strict=True)
    hits = sum(good and pair.gold.parent is not None for pair, good in right)
    _, nested = _totals(comparison, _nested)
    return Share(hits, nested)


def source_entity_accuracy_of_matched(comparison: Comparison) -> Share:
    """Attributions with the right source entity."""
    return _of_matched(comparison, sum(map(comparison.right_entity, comparison.found)))


def parent_accuracy_of_matched(comparison: Comparison) -> Share:
    """Attributions that stand inside the right attribution, or rightly inside none."""
    answers = [document.answer_to for document in comparison.documents]
    hits = 0
    for pair in comparison.found:
        parent = pair.gold.parent
        answer = answers[pair.document].get(parent) if parent else None
        hits += pair.predicted.parent == answer and (parent is None) == (answer is None)
    return _of_matched(comparison, hits)


def stance_accuracy_of_matched(comparison: Comparison) -> Share:
    """Attributions with the right stance."""
    return _of_matched(comparison, sum(pair.gold.stance == pair.predicted.stance for pair in comparison.found))


def kind_accuracy_of_matched(comparison: Comparison) -> Share:
    """Attributions rightly direct, mixed or indirect."""
    return _of_matched(comparison, sum(pair.gold.kind == pair.predicted.kind for pair in comparison.found))


def anonymity_accuracy_of_matched(comparison: Comparison) -> Share:
    """Attributions whose source is rightly named, role, anonymous, media or hearsay."""
    return _of_matched(comparison, sum(pair.gold.anonymity == pair.predicted.anonymity for pair in comparison.found))


def target(comparison: Comparison) -> F1:
    """Links from a confirmation, denial or refusal to the attribution it is about."""
    answers = [document.answer_to for document in comparison.documents]
    hits = sum(
        len({answers[pair.document].get(aim) for aim in pair.gold.target} & set(pair.predicted.target))
        for pair in comparison.found
    )
    return F1(hits, *_totals(comparison, _targets))


def source_identity_b_cubed(comparison: Comparison) -> BCubed:
    """Found attributions, clustered by source entity; one that the answer gives no entity stands alone."""
    gold, predicted = {}, {}
    for item, pair in enumerate(comparison.found):
        if pair.gold.source_entity:
            gold[item] = pair.gold.source_entity
            predicted[item] = pair.predicted.source_entity or f"none-{item}"
    return b_cubed(gold, predicted)


def origin_b_cubed(comparison: Comparison) -> BCubed:
    """Found attributions whose origin is annotated, clustered by origin.

    "Self" and an undecided origin are one cluster per document (the annotation writes ``self`` for both).
    """
    gold, predicted = {}, {}
    for item, pair in enumerate(comparison.found):
        if pair.gold.origin:
            own = f"{SELF}-{pair.document}"
            gold[item] = own if pair.gold.origin == SELF else pair.gold.origin
            predicted[item] = own if pair.predicted.origin in {None, SELF} else pair.predicted.origin or own
    return b_cubed(gold, predicted)


def _attributions(comparison: Comparison, hits: int) -> F1:
    return F1(hits, *_totals(comparison, _one))


def _sources(comparison: Comparison, hits: int) -> F1:
    return F1(hits, *_totals(comparison, _with_source))


def _of_matched(comparison: Comparison, hits: int) -> Share:
    return Share(hits, len(comparison.found))


def _totals(comparison: Comparison, size: Callable[[Attribution, str], int]) -> tuple[int, int]:
    """Sum a size over all attributions, found or not: of the answer, of the gold."""
    sides = [(document.predicted, document.gold) for document in comparison.documents]
    predicted = sum(size(one, answer.text) for answer, _ in sides for one in answer.attributions)
    return predicted, sum(size(one, gold.text) for _, gold in sides for one in gold.attributions)


def _one(attribution: Attribution, text: str) -> int:
    return 1


def _with_source(attribution: Attribution, text: str) -> int:
    return int(attribution.source is not None)


def _content_size(attribution: Attribution, text: str) -> int:
    return len(characters(attribution.content, text))


def _targets(attribution: Attribution, text: str) -> int:
    return len(attribution.target)


def _nested(attribution: Attribution, text: str) -> int:
    return int(attribution.parent is not None)


def _spans(pair: Found) -> list[tuple[Span, Span]]:
    gold, predicted = pair.gold.source, pair.predicted.source
    return [(gold, predicted)] if gold and predicted else []


def _right_chains(comparison: Comparison) -> list[bool]:
    """Say of every found attribution whether its whole chain is right."""
    gold = [{one.id: one for one in document.gold.attributions} for document in comparison.documents]
    predicted = [{one.id: one for one in document.predicted.attributions} for document in comparison.documents]
    right = []
    for pair in comparison.found:
        wanted, given = chain(gold[pair.document], pair.gold), chain(predicted[pair.document], pair.predicted)
        right.append(len(wanted) == len(given) and all(map(comparison.same_entity, wanted, given)))
    return right
