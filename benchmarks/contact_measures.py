"""Measures of contacts and deals."""

from __future__ import annotations

from annotation import Contact
from comparison import Comparison
from figures import F1, Share
from matching import Matched


def contacts(comparison: Comparison) -> F1:
    """Contacts of the same type that share the parties; one party may be missing where another is shared."""
    return F1(
        len(_matched(comparison)),
        sum(len(document.predicted.contacts) for document in comparison.documents),
        sum(len(document.gold.contacts) for document in comparison.documents),
    )


def contact_status_of_matched(comparison: Comparison) -> Share:
    """Contacts found: those with the right status."""
    pairs = _matched(comparison)
    return Share(sum(gold.status == predicted.status for gold, predicted in pairs), len(pairs))


def _matched(comparison: Comparison) -> list[tuple[Contact, Contact]]:
    return [pair for document in comparison.documents for pair in _in_document(document, comparison.same)]


def _in_document(document: Matched, same: dict[str, str]) -> list[tuple[Contact, Contact]]:
    """Give each gold contact, in order, the best predicted one that is left: most parties, then status, then first."""
    left = list(enumerate(document.predicted.contacts))
    pairs = []
    for gold in document.gold.contacts:
        parties = {same.get(party, party) for party in gold.parties}
        fit = [
            (len(parties & set(other.parties)), other.status == gold.status, -place)
            for place, other in left
            if other.type == gold.type and len(parties & set(other.parties)) >= max(1, len(parties) - 1)
        ]
        if fit:
            *_, best = max(fit)
            pairs.append((gold, document.predicted.contacts[-best]))
            left = [(place, other) for place, other in left if place != -best]
    return pairs
