"""Confidence: how often attributions found this way were right, as counted by ``training/confidence.py``."""

from __future__ import annotations

from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.confidence import Tally

_PRIOR = 5
"""Attributions of the overall rate that are added to the count of each kind, so that few cases claim little."""
ALL = "all"


def kind_of(rule: str, *, named_there: bool, nested: bool) -> str:
    """Name the kind of an attribution: its rule, whether it has a source of its own words, whether it is nested."""
    return f"{rule}/{'own' if named_there else 'none'}{'/nested' if nested else ''}"


@cache
def confidence_of(kind: str) -> float:
    """Give the probability that cue, source entity and content of an attribution of this kind are all right."""
    tallies = {tally.id: tally for tally in section("confidence", Tally)}
    overall = tallies[ALL].right / tallies[ALL].of
    tally = tallies.get(kind)
    right, of = (tally.right, tally.of) if tally else (0, 0)
    return round((right + _PRIOR * overall) / (of + _PRIOR), 3)
