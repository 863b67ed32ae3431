"""Groups of contents that say the same thing, some of them the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asanid.link.candidates import candidates
from asanid.link.likeness import Scale, compare, same_claim
from asanid.link.statements import Page, Statement
from asanid.model import Attribution, Span

_RELAYED, _OWN_WORDS = 0.55, 0.3
"""How much of what is said must be what another is said to have said, for both to make one claim: of somebody else's
words, and of one's own («قال إنه يعتقد أن…»)."""
_OPPOSITE = 0.6
_COULD_BE, _SPEAKERS = 0.2, 6


@dataclass(frozen=True, slots=True)
class Content:
    """A content and the attributions that share it. ``order`` sorts contents the same whatever the order of files."""

    statement: Statement
    attributions: tuple[Attribution, ...]
    request: bool
    order: tuple[str, int, int]

    @property
    def attached(self) -> bool:
        """Whether every attribution of it answers another one, and so joins that one's claim."""
        return all(a.target and a.stance in ("deny", "decline", "confirm") for a in self.attributions)


class Sides:
    """Disjoint groups in which everything stands on one side or the other."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))
        self._turn = [1] * size
        self._members = [[place] for place in range(size)]

    def members(self, place: int) -> list[int]:
        """Give the places of the group of this one."""
        return self._members[self.root(place)[0]]

    def root(self, place: int) -> tuple[int, int]:
        """Give the place that stands for the group, and the side of this one as seen from there."""
        turn = 1
        while self._up[place] != place:
            turn *= self._turn[place]
            place = self._up[place]
        return place, turn

    def join(self, one: int, other: int, turn: int) -> None:
        """Join two groups, ``turn`` being -1 where the two say opposite things; what contradicts is left out."""
        (first, side), (second, own) = self.root(one), self.root(other)
        if first != second:
            self._up[second] = first
            self._turn[second] = side * own * turn
            self._members[first] = sorted(self._members[first] + self._members[second])
            self._members[second] = []


def contents_of(pages: Sequence[Page]) -> list[Content]:
    """Gather the contents of all attributions, in an order that does not depend on that of the files."""
    found: dict[tuple[int, tuple[Span, ...], bool], list[Attribution]] = {}
    for place, page in enumerate(pages):
        for attribution in page.document.attributions:
            if attribution.content:
                key = (place, attribution.content, attribution.stance == "request")
                found.setdefault(key, []).append(attribution)
    contents = [
        Content(
            pages[place].statement(spans),
            tuple(attributions),
            request,
            (pages[place].document.id, spans[0].start, spans[-1].end),
        )
        for (place, spans, request), attributions in found.items()
    ]
    return sorted(contents, key=_order)


def group(contents: Sequence[Content], scale: Scale) -> Sides:
    """Join the contents that are one claim: relayed ones to what relays them, then those that say the same."""
    sides = Sides(len(contents))
    numbered = enumerate(contents)
    by_attribution = {(c.statement.document, a.id): place for place, c in numbered for a in c.attributions}
    above = [_above(content, by_attribution) for content in contents]
    for place in range(len(contents)):
        for parent in above[place]:
            if _relays(contents[parent], contents[place]):
                sides.join(parent, place, 1)
    for _, one, other, turn in sorted(_alike(contents, above, scale)):
        if _agree(sides.members(one), sides.members(other), contents, scale):
            sides.join(one, other, turn)
    return sides


def _agree(some: Sequence[int], others: Sequence[int], contents: Sequence[Content], scale: Scale) -> bool:
    """Whether most of two groups could be one claim: likeness from neighbour to neighbour leads from one to another.

    Of large groups some members, spread evenly, speak for the rest.
    """
    pairs = [(contents[a].statement, contents[b].statement) for a in _spread(some) for b in _spread(others)]
    if len(pairs) == 1:
        return True
    agreeing = sum(_could_be_one(one, other, scale) for one, other in pairs)
    return 3 * agreeing >= 2 * len(pairs)


def _spread(places: Sequence[int]) -> Sequence[int]:
    step = max(1, -(-len(places) // _SPEAKERS))
    return places[::step]


def _could_be_one(one: Statement, other: Statement, scale: Scale) -> bool:
    likeness = compare(one, other, scale)
    return likeness is not None and likeness.score >= _COULD_BE and not likeness.strangers


def _above(content: Content, by_attribution: dict[tuple[int, str], int]) -> set[int]:
    """The contents that the attributions of this one stand in."""
    document = content.statement.document
    places = {by_attribution.get((document, a.parent)) for a in content.attributions if a.parent}
    return {place for place in places if place is not None}


def _relays(parent: Content, child: Content) -> bool:
    """Whether what the parent says is, for the most part, what the child says."""
    if child.request or any(a.stance in ("deny", "decline") for a in child.attributions):
        return parent.statement.spans == child.statement.spans and parent.request == child.request
    ids = {a.id: a.source_entity for a in parent.attributions}
    own = any(a.source_entity is not None and ids.get(a.parent or "") == a.source_entity for a in child.attributions)
    return _length(child) >= (_OWN_WORDS if own else _RELAYED) * _length(parent)


def _length(content: Content) -> int:
    return sum(span.end - span.start for span in content.statement.spans)


def _alike(
    contents: Sequence[Content], above: Sequence[set[int]], scale: Scale
) -> Iterator[tuple[float, int, int, int]]:
    """Pairs that say the same thing or the opposite, with a key that puts the likeliest first."""
    weights = [scale.weights(content.statement) for content in contents]
    for one, other in candidates(weights):
        first, second = contents[one], contents[other]
        if first.request != second.request or first.attached or second.attached:
            continue
        if other in above[one] or one in above[other]:
            continue
        likeness = compare(first.statement, second.statement, scale)
        if likeness is None or not same_claim(likeness):
            continue
        if likeness.relation == "opposite" and (likeness.part < _OPPOSITE or not likeness.parties or first.request):
            continue
        yield -likeness.score, one, other, -1 if likeness.relation == "opposite" else 1


def _order(content: Content) -> tuple[str, int, int]:
    return content.order
