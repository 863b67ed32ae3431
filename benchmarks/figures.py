"""Figures with the counts they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class F1:
    """Harmonic mean of precision (``hits`` among the ``predicted``) and recall (``hits`` among the ``gold``)."""

    hits: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return _share(self.hits, self.predicted)

    @property
    def recall(self) -> float:
        return _share(self.hits, self.gold)

    @property
    def value(self) -> float:
        return _harmonic(self.precision, self.recall)

    @property
    def count(self) -> int:
        return self.gold


@dataclass(frozen=True, slots=True)
class Share:
    """The share of ``hits`` among the ``total``."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        return _share(self.hits, self.total)

    @property
    def count(self) -> int:
        return self.total


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed agreement of two clusterings of the same ``count`` items."""

    precision: float
    recall: float
    count: int

    @property
    def value(self) -> float:
        return _harmonic(self.precision, self.recall)


Figure = F1 | Share | BCubed


def b_cubed(gold: Mapping[int, str], predicted: Mapping[int, str]) -> BCubed:
    """Compare two clusterings, item → label: of each item's cluster, the share that is rightly there.

    Precision looks at the predicted cluster of every item, recall at its gold cluster; both are averaged over items.

    >>> figure = b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
    >>> round(figure.precision, 3), figure.recall
    (0.556, 1.0)
    """
    gold_clusters, predicted_clusters = _clusters(gold), _clusters(predicted)
    precision = recall = 0.0
    for item, label in gold.items():
        theirs, ours = gold_clusters[label], predicted_clusters[predicted[item]]
        common = len(theirs & ours)
        precision += common / len(ours)
        recall += common / len(theirs)
    size = max(len(gold), 1)
    return BCubed(precision / size, recall / size, len(gold))


def as_row(figure: Figure) -> dict[str, float | int]:
    """Give a figure and its counts for JSON, rounded to four digits."""
    row: dict[str, float | int] = {"value": round(figure.value, 4), "count": figure.count}
    if not isinstance(figure, Share):
        row |= {"precision": round(figure.precision, 4), "recall": round(figure.recall, 4)}
    if not isinstance(figure, BCubed):
        row["hits"] = figure.hits
    if isinstance(figure, F1):
        row["predicted"] = figure.predicted
    return row


def _clusters(labels: Mapping[int, str]) -> dict[str, set[int]]:
    clusters: dict[str, set[int]] = defaultdict(set)
    for item, label in labels.items():
        clusters[label].add(item)
    return clusters


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
