"""The scorer: figures of answers against annotations.

Matching is one to one and by overlap (``matching``): a thing found twice is one hit and one error, and a span that
covers the whole document matches nothing. Every measure is a function whose docstring defines it. Entity keys are
opaque: "the right entity" is the predicted key that mostly stands where the gold one does (``aligned_keys``).
"""

from __future__ import annotations

from collections.abc import Iterable

import attribution_measures as attributions
import contact_measures as contacts
import span_measures as spans
from annotation import Annotation
from comparison import Measure, compare
from figures import Figure

MEASURES: dict[str, dict[str, Measure]] = {
    "blocks": {
        "block_kind_accuracy": spans.block_kind_accuracy,
        "furniture_chars": spans.furniture_chars,
    },
    "mentions": {
        "mention_exact": spans.mention_exact,
        "mention_overlap": spans.mention_overlap,
        "identity_b_cubed": spans.identity_b_cubed,
    },
    "dates": {
        "date_span_exact": spans.date_span_exact,
        "date_span_overlap": spans.date_span_overlap,
        "date_value_accuracy_of_matched": spans.date_value_accuracy_of_matched,
        "date_span_and_value": spans.date_span_and_value,
    },
    "attributions": {
        "attribution_cue": attributions.attribution_cue,
        "attribution_end_to_end": attributions.attribution_end_to_end,
        "attribution_end_to_end_who": attributions.attribution_end_to_end_who,
        "content_chars": attributions.content_chars,
        "content_iou80_of_matched": attributions.content_iou80_of_matched,
        "source_overlap": attributions.source_overlap,
        "source_exact": attributions.source_exact,
        "chain": attributions.chain_f1,
        "chain_nested_recall": attributions.chain_nested_recall,
        "source_entity_accuracy_of_matched": attributions.source_entity_accuracy_of_matched,
        "parent_accuracy_of_matched": attributions.parent_accuracy_of_matched,
        "stance_accuracy_of_matched": attributions.stance_accuracy_of_matched,
        "kind_accuracy_of_matched": attributions.kind_accuracy_of_matched,
        "anonymity_accuracy_of_matched": attributions.anonymity_accuracy_of_matched,
        "target": attributions.target,
        "source_identity_b_cubed": attributions.source_identity_b_cubed,
        "origin_b_cubed": attributions.origin_b_cubed,
    },
    "contacts": {
        "contacts": contacts.contacts,
        "contact_status_of_matched": contacts.contact_status_of_matched,
    },
}
"""The measures of single texts by the layer of annotation they need."""

CLAIMS = (
    "claims_pairwise",
    "claims_cross_document",
    "claim_role_accuracy",
    "origin_count_exact",
    "no_false_corroboration",
)
"""The measures over all texts of a corpus, where its claims are annotated: see ``claim_measures``."""

MEASURE_NAMES = {layer: tuple(measures) for layer, measures in MEASURES.items()} | {"claims": CLAIMS}
"""The names of all measures by layer."""


def score(
    pairs: Iterable[tuple[Annotation, Annotation]], layers: Iterable[str] = MEASURES, *, linked: bool = False
) -> dict[str, Figure]:
    """Score pairs of (gold, answer) in the layers that are annotated.

    ``linked`` says that an entity key in two documents means the same entity, on both sides; otherwise every
    document is scored with keys of its own.
    """
    wanted = set(layers)
    comparison = compare(list(pairs), linked=linked)
    return {
        name: measure(comparison)
        for layer, measures in MEASURES.items()
        if layer in wanted
        for name, measure in measures.items()
    }
