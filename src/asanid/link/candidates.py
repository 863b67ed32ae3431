"""Which statements are worth comparing: those that share two of the terms that tell most in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

_TELLING = 8
_NEIGHBOURS = 40
"""How many others a statement is compared with for one pair of terms; what ten thousand repeat needs no more."""

Pair = tuple[str, ...]


def candidates(weights: Sequence[Mapping[str, float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of places to compare, each once.

    >>> list(candidates([{"a": 1, "b": 2}, {"b": 1, "a": 1, "c": 3}, {"c": 1, "d": 1}]))
    [(0, 1)]
    """
    seen: set[tuple[int, int]] = set()
    for places in _buckets(weights).values():
        for position, place in enumerate(places):
            for other in places[position + 1 : position + 1 + _NEIGHBOURS]:
                if (place, other) not in seen:
                    seen.add((place, other))
                    yield place, other


class Lookup:
    """Statements by pairs of their terms, for what comes later (sentences without a source)."""

    def __init__(self, weights: Sequence[Mapping[str, float]]) -> None:
        self._buckets = _buckets(weights)

    def near(self, weights: Mapping[str, float]) -> list[int]:
        """Give the places of statements that share two telling terms with this one."""
        found = {place for pair in _pairs(weights) for place in self._buckets.get(pair, ())[:_NEIGHBOURS]}
        return sorted(found)


def _buckets(weights: Sequence[Mapping[str, float]]) -> dict[Pair, list[int]]:
    buckets: dict[Pair, list[int]] = {}
    for place, own in enumerate(weights):
        for pair in _pairs(own):
            buckets.setdefault(pair, []).append(place)
    return buckets


def _pairs(weights: Mapping[str, float]) -> Iterator[Pair]:
    """Pairs of the terms that tell most, ties broken by the alphabet so that nothing depends on the order of files."""
    telling = [term for _, term in sorted((-weight, term) for term, weight in weights.items())[:_TELLING]]
    yield from combinations(sorted(telling), 2)
    if len(telling) == 1:
        yield (telling[0],)
