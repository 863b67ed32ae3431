"""The learned tagger: which words that the lexicon does not know are persons, places and organisations.

A linear model over the features of ``features``; its weights are the table ``names_weights``, one number a feature that
packs seven labels. What a word contributes is summed once and remembered.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

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
_NONE: Vector = (0,) * _COUNT
_FAR = -(10**9)
# With the largest weight scaled to 250, one name in a thousand has a word that speaks so much against being one; the
# other half of all words needs no look at its neighbours.
_MARGIN = 110


def slots_of(units: Sequence[Unit], names: Sequence[Found]) -> list[tuple[Unit, int]]:
    """Give the units with each known name as one, and the index of the first unit of each."""
    found: list[tuple[Unit, int]] = []
    units = with_hints(units)
    position = 0
    for name in names:
        found.extend((units[i], i) for i in range(position, name.first))
        unit = units[name.first]
        word = Word("§" + name.type, 0, "", UNKNOWN, unit.word.proclitics)
        form = "§" + name.type
        end = units[name.last - 1].end
        found.append((Unit(unit.start, unit.whole_start, end, "name", word, unit.breaks, form, form), name.first))
        position = name.last
    found.extend((units[i], i) for i in range(position, len(units)))
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
    for start, end in stretches(slots):
        _tag_stretch(slots, start, end, labels)
    return labels


def _tag_stretch(slots: Sequence[Unit], start: int, end: int, labels: list[int]) -> None:
    """Label one stretch; words that are surely no names cut it into chains."""
    chain: list[int] = []
    for index in range(start, end):
        unit = slots[index]
        if unit.kind in ("name", "mark", "number") or sure_outside(unit.key, unit.kind):
            if chain:
                _decode(slots, chain, start, end, labels)
                chain = []
        else:
            chain.append(index)
    if chain:
        _decode(slots, chain, start, end, labels)


def _opening(slots: Sequence[Unit], first: int, start: int) -> int:
    """Which row of moves a chain opens with: after an ordinary word, or after nothing that the model labels."""
    return 0 if first > start and slots[first - 1].kind in ("word", "latin") else _COUNT


def _decode(slots: Sequence[Unit], chain: Sequence[int], start: int, end: int, labels: list[int]) -> None:
    rows = [emission(slots, index, start, end) for index in chain]
    for index, label in zip(chain, viterbi(rows, _opening(slots, chain[0], start)), strict=True):
        labels[index] = label


def emission(slots: Sequence[Unit], index: int, start: int, end: int) -> list[int]:
    """Sum the weights of everything that speaks for each label of one slot."""
    unit = slots[index]
    left = slots[index - 1] if index > start else None
    right = slots[index + 1] if index + 1 < end else None
    left2 = slots[index - 2] if index - 1 > start else None
    right2 = slots[index + 2] if index + 2 < end else None
    here = shape_of(unit.key, unit.kind)
    pair = _pair(
        left.word.stem if left else NOTHING,
        shape_of(left.key, left.kind) if left else NOTHING,
        here,
        shape_of(right.key, right.kind) if right else NOTHING,
    )
    vectors = zip(
        _own(unit.key, unit.kind),
        _near(left, -1),
        _near(right, 1),
        _near(left2, -2),
        _near(right2, 2),
        pair,
        _hinted(unit.hint) if unit.hint else _NONE,
        strict=True,
    )
    return [a + b + c + d + e + f + g for a, b, c, d, e, f, g in vectors]


def viterbi(rows: Sequence[Sequence[int]], opening: int = _COUNT) -> list[int]:
    """Give the best sequence of labels; ``I`` follows only ``B`` or ``I`` of its type."""
    moves = _moves()
    scores = [row + start for row, start in zip(rows[0], moves[opening], strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        step: list[int] = []
        following: list[int] = []
        for label in range(_COUNT):
            best, best_score = 0, _FAR * 2
            for before in _SOURCES[label]:
                score = scores[before] + moves[before][label]
                if score > best_score:
                    best, best_score = before, score
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


_SOURCES = tuple(tuple(range(_COUNT)) if label % 2 or not label else (label - 1, label) for label in range(_COUNT))


@lru_cache(maxsize=1)
def _moves() -> list[list[int]]:
    """Weights of one label after another; the last row is for the first word of a chain."""
    weights = _weights()
    rows = [list(unpack(weights.get("m=" + before, None))) for before in (*LABELS, "^")]
    for row in (rows[0], rows[-1]):
        for label in range(2, _COUNT, 2):
            row[label] = _FAR
    return rows


@lru_cache(maxsize=100000)
def sure_outside(key: str, kind: str) -> bool:
    """Whether a word is so surely no name that its neighbours need not be asked."""
    own = _own(key, kind)
    return own[0] - max(own[1:]) > _MARGIN


@lru_cache(maxsize=100000)
def shape_of(key: str, kind: str) -> str:
    """Give the shape of a form."""
    return features.shape(_unit(key, kind))


@lru_cache(maxsize=50000)
def _own(key: str, kind: str) -> Vector:
    return _sum(features.own(_unit(key, kind)))


def _near(unit: Unit | None, offset: int) -> Vector:
    return _neighbour(unit.key, unit.kind, offset) if unit else _neighbour(NOTHING, "", offset)


@lru_cache(maxsize=200000)
def _neighbour(key: str, kind: str, offset: int) -> Vector:
    return _sum(features.neighbour(_unit(key, kind) if kind else None, offset))


@lru_cache(maxsize=200000)
def _pair(left: str, left_shape: str, here: str, right_shape: str) -> Vector:
    return _sum(features.pairs(left, left_shape, here, right_shape))


@lru_cache(maxsize=5000)
def _hinted(hint: str) -> Vector:
    return _sum(features.hinted(hint))


def _unit(key: str, kind: str) -> Unit:
    """A unit of no place, for features that depend on the form alone."""
    return features.bare(key, kind)


def _sum(names: Sequence[str]) -> Vector:
    weights = _weights()
    packed = [unpack(weights[name]) for name in names if name in weights]
    return tuple(map(sum, zip(*packed, strict=True))) if packed else _NONE


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


@lru_cache(maxsize=100_000)
def unpack(number: int | None) -> Vector:
    """Undo ``pack``; nothing weighs nothing."""
    if number is None:
        return _NONE
    values = []
    for _ in range(_COUNT):
        values.append((number & (2 * _HALF - 1)) - _HALF)
        number >>= _BITS
    return tuple(reversed(values))
