"""The learned tagger: which words that the lexicon does not know are persons, places and organisations.

A linear model over the features of ``features``; its weights are the table ``names_weights``, one number a feature that
packs seven labels. What a word contributes is summed once and remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import add
from struct import Struct
from typing import NamedTuple

from asanid.lexicon import table
from asanid.parse.names import features
from asanid.parse.names.entries import Found
from asanid.parse.names.features import LABELS, NOTHING
from asanid.parse.names.institutions import with_hints
from asanid.parse.names.units import Unit, Word, ends_sentence
from asanid.parse.names.words import UNKNOWN

Vector = tuple[int, ...]

_COUNT = len(LABELS)
_BITS, _HALF = 9, 256
_FAR = -(10**9)
_ALL = tuple(range(_COUNT))
_BEGINS = range(1, _COUNT, 2)
_OFFSETS = (-2, -1, 1, 2)
# With the largest weight scaled to 250, one name in a thousand has a word that speaks so much against being one; the
# other half of all words needs no look at its neighbours.
_MARGIN = 110

# Weights that are summed stand side by side in one number, the first label highest, so that one addition adds them all;
# a lane takes the sum of a hundred of them. Before a number is read its lanes are raised above zero.
_LANE = Struct(f">{_COUNT}H")
_WIDTH = 8 * _LANE.size // _COUNT
_ONES = sum(1 << _WIDTH * lane for lane in range(_COUNT))
_RAISED = _ONES << _WIDTH - 1


class View(NamedTuple):
    """What a form tells the tagger wherever it stands: as the word itself and as a neighbour, as summed weights.

    ``outside``: surely no name, so that its neighbours need not be asked.
    """

    stem: str
    shape: str
    outside: bool
    own: int
    left2: int
    left: int
    right: int
    right2: int


def slots_of(units: Sequence[Unit], names: Sequence[Found]) -> list[tuple[Unit, int]]:
    """Give the units with each known name as one, and the index of the first unit of each."""
    found: list[tuple[Unit, int]] = []
    units = with_hints(units)
    position = 0
    for name in names:
        found.extend(zip(units[position : name.first], range(position, name.first), strict=True))
        unit = units[name.first]
        word = Word("§" + name.type, 0, "", UNKNOWN, unit.word.proclitics)
        form = "§" + name.type
        end = units[name.last - 1].end
        found.append((Unit(unit.start, unit.whole_start, end, "name", word, unit.breaks, form, form), name.first))
        position = name.last
    found.extend(zip(units[position:], range(position, len(units)), strict=True))
    return found


def stretches(slots: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Cut slots where no name goes on: at stops and breaks."""
    start = 0
    for index, unit in enumerate(slots):
        if index > start and unit.breaks:
            yield start, index
            start = index
        if ends_sentence(unit):
            yield start, index + 1
            start = index + 1
    if start < len(slots):
        yield start, len(slots)


def tag(slots: Sequence[Unit]) -> list[int]:
    """Give the label of each slot (an index of ``LABELS``)."""
    labels = [0] * len(slots)
    views = [view("0" if unit.kind == "number" else unit.key, unit.kind) for unit in slots]
    for start, end in stretches(slots):
        _tag_stretch(slots, views, start, end, labels)
    return labels


def _tag_stretch(slots: Sequence[Unit], views: Sequence[View], start: int, end: int, labels: list[int]) -> None:
    """Label one stretch; words that are surely no names cut it into chains."""
    chain: list[int] = []
    for index in range(start, end):
        if not views[index].outside:
            chain.append(index)
        elif chain:
            _decode(slots, views, chain, start, end, labels)
            chain = []
    if chain:
        _decode(slots, views, chain, start, end, labels)


def _opening(slots: Sequence[Unit], first: int, start: int) -> int:
    """Which row of moves a chain opens with: after an ordinary word, or after nothing that the model labels."""
    return 0 if first > start and slots[first - 1].kind in ("word", "latin") else _COUNT


def _decode(
    slots: Sequence[Unit], views: Sequence[View], chain: Sequence[int], start: int, end: int, labels: list[int]
) -> None:
    edge = view(NOTHING, "")
    padded = [
        *(views[i] if i >= start else edge for i in (chain[0] - 2, chain[0] - 1)),
        *views[chain[0] : chain[-1] + 1],
        *(views[i] if i < end else edge for i in (chain[-1] + 1, chain[-1] + 2)),
    ]
    rows = [_emission(padded, place, slots[index].hint) for place, index in enumerate(chain)]
    kept = _not_hopeless(rows)
    if len(kept) == 1:
        return
    some = rows if len(kept) == _COUNT else [[row[label] for label in kept] for row in rows]
    found = viterbi(some, _opening(slots, chain[0], start), tuple(kept))
    for index, label in zip(chain, found, strict=True):
        labels[index] = kept[label]


def _not_hopeless(rows: Iterable[Vector]) -> list[int]:
    """Give the labels of no name, and of the types that some word of a chain does not speak against too much."""
    sure = _sure()
    types: set[int] = set()
    for row in rows:
        least = row[0] - sure
        if max(row[1:]) >= least:
            types.update([begins for begins in _BEGINS if row[begins] >= least or row[begins + 1] >= least])
    return [0, *(label for begins in sorted(types) for label in (begins, begins + 1))]


def _emission(around: Sequence[View], place: int, hint: str) -> Vector:
    """Sum the weights of everything that speaks for each label of the view at ``place + 2``, raised above zero."""
    left2, left, here, right, right2 = around[place : place + 5]
    total = here.own + left2.left2 + left.left + right.right + right2.right2
    total += _pair(left.shape, here.shape, right.shape) + _after(left.stem, here.shape)
    if hint:
        total += _hinted(hint)
    return _lanes(total)


def viterbi(rows: Sequence[Sequence[int]], opening: int = _COUNT, kept: tuple[int, ...] = _ALL) -> list[int]:
    """Give the best sequence of the labels that the rows are of; ``I`` follows only ``B`` or ``I`` of its type."""
    opens, into = _among(kept, opening)
    scores = list(map(add, rows[0], opens))
    back: list[list[int]] = []
    for row in rows[1:]:
        step: list[int] = []
        following: list[int] = []
        for label, column in enumerate(into):
            if label % 2 or not label:
                reached = list(map(add, scores, column))
                best_score = max(reached)
                best = reached.index(best_score)
            else:
                best, best_score = label - 1, scores[label - 1] + column[label - 1]
                if scores[label] + column[label] > best_score:
                    best, best_score = label, scores[label] + column[label]
            step.append(best)
            following.append(best_score + row[label])
        back.append(step)
        scores = following
    label = scores.index(max(scores))
    path = [label]
    for step in reversed(back):
        label = step[label]
        path.append(label)
    return path[::-1]


@lru_cache(maxsize=1)
def _moves() -> list[list[int]]:
    """Weights of one label after another; the last row is for the first word of a chain."""
    weights = _weights()
    rows = [list(unpack(weights.get("m=" + before, None))) for before in (*LABELS, "^")]
    for row in (rows[0], rows[-1]):
        for label in range(2, _COUNT, 2):
            row[label] = _FAR
    return rows


@lru_cache(maxsize=64)
def _among(kept: tuple[int, ...], opening: int) -> tuple[Vector, tuple[Vector, ...]]:
    """Weights of moves among some labels: into each at the opening of a chain, and into each after each of them."""
    moves = _moves()
    into = tuple(tuple(moves[before][label] for before in kept) for label in kept)
    return tuple(moves[opening][label] for label in kept), into


@lru_cache(maxsize=1)
def _sure() -> int:
    """By how much every word of a chain must speak against a type for no name to be of it, whatever the moves.

    A name of k words is entered, gone on with k-1 times and left: each time more is won, at most, than outside.
    """
    moves = _moves()
    enter: int = max(row[label] - row[0] for row in moves for label in _BEGINS)
    inside: int = max(max(row[1:]) for row in moves[1:_COUNT]) - moves[0][0]
    leave: int = max(row[label] - moves[0][label] for row in moves[1:_COUNT] for label in (0, *_BEGINS))
    return max(enter + max(leave, 0), inside)


@lru_cache(maxsize=100_000)
def view(key: str, kind: str) -> View:
    """Give what a form tells; nothing (``NOTHING``, no kind) stands before the first word and behind the last."""
    if not kind:
        return View(NOTHING, NOTHING, True, 0, *(_sum(features.nobody(offset)) for offset in _OFFSETS))
    unit = features.bare(key, kind)
    shape = features.shape(unit)
    near = [_sum(features.neighbour(unit, shape, offset)) for offset in _OFFSETS]
    if kind not in ("word", "latin"):
        return View(unit.word.stem, shape, True, 0, *near)
    own = _sum(features.own(unit, shape))
    first, *others = _lanes(own)
    return View(unit.word.stem, shape, first - max(others) > _MARGIN, own, *near)


@lru_cache(maxsize=100_000)
def _pair(left: str, here: str, right: str) -> int:
    return _sum(features.shapes(left, here, right))


@lru_cache(maxsize=100_000)
def _after(left: str, here: str) -> int:
    return _sum(features.after(left, here))


@lru_cache(maxsize=5_000)
def _hinted(hint: str) -> int:
    return _sum(features.hinted(hint))


def _sum(names: Iterable[str]) -> int:
    weights, total = _weights(), 0
    for name in names:
        packed = weights.get(name)
        if packed is not None:
            total += _side_by_side(packed)
    return total


def _lanes(total: int) -> Vector:
    """Read summed weights, raised above zero."""
    return _LANE.unpack((total + _RAISED).to_bytes(_LANE.size, "big"))


@cache
def _side_by_side(number: int) -> int:
    """Give the weights of a packed number in lanes that can be added."""
    return sum(weight << _WIDTH * lane for lane, weight in enumerate(reversed(unpack(number))))


def _weights() -> dict[str, int]:
    return table("names_weights")  # type: ignore[return-value]


def pack(values: Sequence[int]) -> int:
    """Pack the weights of a feature into one number.

    >>> unpack(pack([0, -5, 255, 0, 0, 0, 1]))
    (0, -5, 255, 0, 0, 0, 1)
    """
    number = 0
    for value in values:
        number = number << _BITS | (max(-_HALF, min(_HALF - 1, value)) + _HALF)
    return number


def unpack(number: int | None) -> Vector:
    """Undo ``pack``; nothing weighs nothing."""
    if number is None:
        return (0,) * _COUNT
    values = []
    for _ in range(_COUNT):
        values.append((number & (2 * _HALF - 1)) - _HALF)
        number >>= _BITS
    return tuple(reversed(values))
