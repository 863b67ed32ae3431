"""Whether two statements say the same thing, the opposite, or something else."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from asanid.link.statements import Statement

Relation = Literal["same", "opposite", "mixed"]

_SMOOTH = 20
_NEARLY_THE_SAME, _ALL_ELSE, _ENOUGH = 0.75, 0.7, 2.4


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two statements compare: the weight they share, as such, as part of the smaller one and of both together;
    the number of shared terms, of parties and of acts among them; whether the first act of one is in the other
    (``lead``); whether each has a party that the other lacks; and which
    way round they say it.
    """

    shared: float
    part: float
    whole: float
    terms: int
    parties: float
    acts: int
    lead: bool
    strangers: bool
    relation: Relation

    @property
    def score(self) -> float:
        """One number to order pairs by."""
        return (self.part + self.whole) / 2


class Scale:
    """How much terms tell in the statements at hand: what nearly all of them hold tells little."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        distinct = {(s.document, s.text): s for s in statements}
        counts = Counter(term for statement in distinct.values() for term in statement.terms)
        total = len(distinct) + _SMOOTH
        most = math.log(1 + total / 2)
        self._factor = {term: math.log(1 + total / (count + 1)) / most for term, count in counts.items()}
        self._weighed: dict[int, tuple[Statement, dict[str, float], float]] = {}

    def weights(self, statement: Statement) -> dict[str, float]:
        """Give the terms of a statement with what they tell here."""
        return self.weighed(statement)[0]

    def weighed(self, statement: Statement) -> tuple[dict[str, float], float]:
        """Give the weights of a statement and their sum, reckoned once for each."""
        known = self._weighed.get(id(statement))
        if known is None:
            weights = {term: weight * self._factor.get(term, 1.0) for term, weight in statement.terms.items()}
            # the statement is kept, so that no other one gets its id
            known = self._weighed[id(statement)] = (statement, weights, sum(weights.values()))
        return known[1], known[2]


def compare(one: Statement, other: Statement, scale: Scale) -> Likeness | None:
    """Compare two statements; ``None`` where they share nothing or contradict each other in numbers or dates."""
    (first, left), (second, right) = scale.weighed(one), scale.weighed(other)
    common = first.keys() & second.keys()
    if not common or _numbers_differ(one, other) or _dates_differ(one, other):
        return None
    shared = sum(min(first[term], second[term]) for term in common)
    whole = shared / (left + right - shared)
    return Likeness(
        shared=shared,
        part=shared / min(left, right),
        whole=whole,
        terms=sum(1 for term in common if not term.startswith("#") or term in one.parties & other.parties),
        parties=_parties(one, other),
        acts=len(set(one.heads) & set(other.heads)),
        lead=not set(one.heads[:1]).isdisjoint(other.heads) or not set(other.heads[:1]).isdisjoint(one.heads),
        strangers=bool(one.parties - other.parties and other.parties - one.parties),
        relation=_relation(one, other, whole),
    )


def same_claim(likeness: Likeness) -> bool:
    """Whether statements so alike say the same thing (or each the opposite of the other).

    What is nearly the same in words counts at once. Anything else needs some weight in common, and no party on either
    side that the other lacks.
    """
    if likeness.relation == "mixed":
        return False
    if likeness.whole >= _NEARLY_THE_SAME:
        return likeness.terms >= 3
    if likeness.strangers or likeness.shared < _ENOUGH:
        return False
    return _holds_it(likeness) or _tells_it(likeness)


def _holds_it(likeness: Likeness) -> bool:
    """Whether the larger statement holds the smaller one in much the same words; a party has to be among them.

    What names nobody («رسوم على الواردات») is a part of too much, unless it is most of it.
    """
    if likeness.part >= 0.72 and likeness.whole >= (0.25 if likeness.parties else 0.5):
        return likeness.terms >= 3 and likeness.acts >= 1
    if likeness.part < 0.5 or likeness.parties < 1:
        return False
    return likeness.terms >= 8 or (likeness.acts >= 3 and likeness.lead)


def _tells_it(likeness: Likeness) -> bool:
    """Whether the two tell the same acts of the same parties in other words, and begin with one of them."""
    least = 0.13 if likeness.part >= 0.5 else 0.17
    if likeness.terms < 4 or likeness.part < 0.4 or likeness.whole < least or not likeness.lead:
        return False
    return likeness.parties >= 1 and (likeness.acts >= 2 or likeness.parties >= 1.5)


def _relation(one: Statement, other: Statement, whole: float) -> Relation:
    """Which way round two statements tell the acts they share.

    A negation is noted at the first word after it. Where the first act they share is turned round, so is what they
    say; where another one is, it is so only if all else is the same («المفاوضات نجحت», «المفاوضات فشلت»).
    """
    turned = [one.sides.get(act, 1) != other.sides.get(act, 1) for act in one.heads if act in other.heads]
    if not any(turned):
        return "same"
    return "opposite" if turned[0] or whole >= _ALL_ELSE else "mixed"


def _parties(one: Statement, other: Statement) -> float:
    """Count the parties in common, places by half: much happens in a country, and less between two."""
    common = one.parties & other.parties
    places = common & one.places & other.places
    return len(common) - len(places) / 2


def _numbers_differ(one: Statement, other: Statement) -> bool:
    """Whether both count the same thing and come to no common number."""
    units = {unit for _, unit in one.numbers if unit} & {unit for _, unit in other.numbers if unit}
    return any(_values(one.numbers, unit).isdisjoint(_values(other.numbers, unit)) for unit in units)


def _values(numbers: Iterable[tuple[float, str]], unit: str) -> set[float]:
    return {value for value, own in numbers if own == unit}


def _dates_differ(one: Statement, other: Statement) -> bool:
    """Whether both name plain dates of which none lies within one of the other's."""
    first, second = ([d for d in s.dates if d[:4].isdigit() and "/" not in d] for s in (one, other))
    if not first or not second:
        return False
    return not any(_within(a, b) or _within(b, a) for a in first for b in second)


def _within(fine: str, coarse: str) -> bool:
    return fine.rstrip("~?").startswith(coarse.rstrip("~?"))
