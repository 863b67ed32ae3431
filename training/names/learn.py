"""An averaged perceptron over chains of labels, vectorised."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
from corpora import Example

from asanid.parse.names import features, tagger
from asanid.parse.names.features import LABELS, NOTHING
from asanid.parse.names.units import Unit

COUNT = len(LABELS)
WIDTH = 48


class Chains:
    """Stretches of all examples as arrays of feature numbers."""

    def __init__(self, examples: Sequence[tuple[Example, int]], seen_at_least: int = 2) -> None:
        counts: Counter[str] = Counter()
        self.rows: list[tuple[list[list[str]], list[int | None], int]] = []
        for example, weight in examples:
            for start, end in tagger.stretches(example.slots):
                names = [slot_features(example.slots, index, start, end) for index in range(start, end)]
                for row in names:
                    counts.update(row)
                self.rows.append((names, example.labels[start:end], weight))
        self.index = {"": 0}
        for name, count in counts.items():
            if count >= seen_at_least:
                self.index[name] = len(self.index)
        self.chains = []
        for names, labels, weight in self.rows:
            ids = np.zeros((len(names), WIDTH), dtype=np.int32)
            for i, row in enumerate(names):
                known = [self.index[name] for name in row if name in self.index]
                ids[i, : len(known)] = known
            gold = np.array([-1 if label is None else label for label in labels])
            self.chains.append((ids, gold, weight))
        self.rows = []


def slot_features(slots: Sequence[Unit], index: int, start: int, end: int) -> list[str]:
    """All features of one slot, in the order in which the tagger sums them."""
    unit = slots[index]
    if unit.kind in ("name", "mark", "number"):
        return []
    left = slots[index - 1] if index > start else None
    right = slots[index + 1] if index + 1 < end else None
    left2 = slots[index - 2] if index - 1 > start else None
    right2 = slots[index + 2] if index + 2 < end else None
    found = list(features.own(unit, features.shape(unit)))
    for other, offset in ((left, -1), (right, 1), (left2, -2), (right2, 2)):
        found += features.neighbour(other, features.shape(other), offset) if other else features.nobody(offset)
    if unit.hint:
        found += features.hinted(unit.hint)
    left_shape, here = features.shape(left) if left else NOTHING, features.shape(unit)
    found += features.shapes(left_shape, here, features.shape(right) if right else NOTHING)
    return found + features.after(left.word.stem if left else NOTHING, here)


ALLOWED = np.zeros((COUNT + 1, COUNT))
for _label in range(2, COUNT, 2):
    ALLOWED[:, _label] = -1e6
    ALLOWED[_label, _label] = ALLOWED[_label - 1, _label] = 0


def decode(emissions: np.ndarray, moves: np.ndarray, fixed: np.ndarray) -> list[int]:
    """Viterbi; ``fixed`` slots (names and marks known) are outside."""
    n = len(emissions)
    scores = np.empty((n, COUNT))
    back = np.zeros((n, COUNT), dtype=int)
    scores[0] = emissions[0] + moves[COUNT]
    if fixed[0]:
        scores[0, 1:] = -1e6
    for i in range(1, n):
        source = moves[:COUNT] if not fixed[i - 1] else np.vstack([moves[COUNT], moves[1:COUNT]])
        table = scores[i - 1][:, None] + source
        back[i] = table.argmax(0)
        scores[i] = table.max(0) + emissions[i]
        if fixed[i]:
            scores[i] = -1e6
            scores[i, 0] = table[:, 0].max()
            back[i, 0] = table[:, 0].argmax()
    path = [int(scores[-1].argmax())]
    for i in range(n - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def train(chains: Chains, epochs: int = 8, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Learn weights (features × labels) and moves (labels × labels), averaged."""
    rng = random.Random(seed)
    size = len(chains.index)
    weights, total = np.zeros((size, COUNT)), np.zeros((size, COUNT))
    moves, moves_total = np.zeros((COUNT + 1, COUNT)), np.zeros((COUNT + 1, COUNT))
    order = list(range(len(chains.chains)))
    step = 1
    for epoch in range(epochs):
        rng.shuffle(order)
        wrong = 0
        for k in order:
            ids, gold, weight = chains.chains[k]
            fixed = ids[:, 0] == 0
            if fixed.all():
                continue
            emissions = weights[ids].sum(1)
            guess = np.array(decode(emissions, moves + ALLOWED, fixed))
            truth = np.where((gold < 0) | fixed, guess, gold)
            if (guess == truth).all():
                step += 1
                continue
            wrong += int((guess != truth).sum())
            for i in np.nonzero(guess != truth)[0]:
                row = ids[i][ids[i] > 0]
                weights[row, truth[i]] += weight
                weights[row, guess[i]] -= weight
                total[row, truth[i]] += weight * step
                total[row, guess[i]] -= weight * step
            for i in range(len(guess)):
                if fixed[i]:
                    continue
                a = truth[i - 1] if i and not fixed[i - 1] else COUNT
                b = guess[i - 1] if i and not fixed[i - 1] else COUNT
                if a != b or truth[i] != guess[i]:
                    moves[a, truth[i]] += weight
                    moves[b, guess[i]] -= weight
                    moves_total[a, truth[i]] += weight * step
                    moves_total[b, guess[i]] -= weight * step
            step += 1
        print(f"epoch {epoch + 1}: {wrong} wrong", flush=True)
    return weights - total / step, moves - moves_total / step


def table_of(chains: Chains, weights: np.ndarray, moves: np.ndarray, smallest: float = 0.0) -> dict[str, int]:
    """Scale the weights to small whole numbers and pack those that matter."""
    scale = 250 / max(np.abs(weights).max(), np.abs(moves).max())
    found = {}
    for name, index in chains.index.items():
        row = weights[index]
        if index and np.abs(row).max() * scale >= max(smallest, 1):
            found[name] = tagger.pack([round(float(value) * scale) for value in row])
    for label, row in zip((*LABELS, "^"), moves, strict=True):
        found["m=" + label] = tagger.pack([round(float(value) * scale) for value in row])
    return found
