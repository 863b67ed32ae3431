"""Estimate the weights of the segmenter from words taken apart by hand (``labels.tsv``).

    python training/segmenter/weights.py   # writes clitic_weights.yaml and clitics/exceptions.yaml

A log-linear model over the analyses of each word, fitted by stochastic gradient descent (Adagrad) with a penalty on
large weights; the seed is fixed. Run it after ``words.py`` and ``python -m asanid.lexicon.compile``.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from asanid.parse.clitic_model import Analysis, features, frequency
from asanid.parse.clitics import analyses
from asanid.parse.fold import fold_key

LABELS = Path(__file__).with_name("labels.tsv")
WEIGHTS = Path(__file__).parents[2] / "src/asanid/lexicon/data/clitic_weights.yaml"
EXCEPTIONS = WEIGHTS.parent / "clitics/exceptions.yaml"
SEED, EPOCHS, RATE, PENALTY = 20181, 40, 0.1, 0.0005
SMALLEST = 0.02
"""Weights nearer to nothing than this are left out."""


class Example(NamedTuple):
    """The features of each analysis of a word, and which analyses are right."""

    word: str
    options: list[list[str]]
    right: int
    weight: float


def read_examples(file: Path = LABELS) -> Iterator[Example]:
    """Read labelled words: ``word<TAB>parts``, proclitics before ``+``, a pronoun after ``-``."""
    for line in file.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            word, split = line.split("\t")
            form = fold_key(word)
            found = analyses(form, pronouns=word[-1] not in "ةى")
            right = [i for i, a in enumerate(found) if written(a, word) == split]
            if not right:
                raise ValueError(f"no analysis of {word} gives {split}")
            if len(found) > 1:
                yield Example(word, [features(a, form) for a in found], right[-1], 0.5 + frequency(form) / 6)


def written(analysis: Analysis, word: str) -> str:
    """Write an analysis the way ``labels.tsv`` does."""
    parts = [part for part in (analysis.conjunction, analysis.preposition) if part]
    stem = word[len("".join(parts)) : len(word) - len(analysis.enclitic)]
    return "+".join([*parts, stem]) + (f"-{analysis.enclitic}" if analysis.enclitic else "")


def train(examples: list[Example]) -> dict[str, float]:
    """Fit the weights."""
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1e-2)
    order = random.Random(SEED)
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for example in examples:
            for name, push in _gradient(example, weights).items():
                slope = push - PENALTY * weights[name]
                squares[name] += slope * slope
                weights[name] += RATE * slope / math.sqrt(squares[name])
    return {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}


def _gradient(example: Example, weights: dict[str, float]) -> dict[str, float]:
    scores = [sum(weights[name] for name in option) for option in example.options]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    whole = sum(odds)
    slope: defaultdict[str, float] = defaultdict(float)
    for index, option in enumerate(example.options):
        push = example.weight * ((index == example.right) - odds[index] / whole)
        if abs(push) > 1e-4:
            for name in option:
                slope[name] += push
    return slope


def missed(examples: list[Example], weights: dict[str, float]) -> Iterator[str]:
    """Give the words whose likeliest analysis is not the right one."""
    for example in examples:
        scores = [sum(weights.get(name, 0.0) for name in option) for option in example.options]
        if scores.index(max(scores)) != example.right:
            yield example.word


def accuracy(examples: list[Example], weights: dict[str, float]) -> float:
    """Give the share of words whose likeliest analysis is the right one."""
    return 1 - sum(1 for _ in missed(examples, weights)) / len(examples)


def main() -> None:
    """Report the accuracy on a held-out tenth, then fit all words and write the weights."""
    examples = list(read_examples())
    random.Random(SEED).shuffle(examples)
    tenth = len(examples) // 10
    held_out = train(examples[tenth:])
    print(f"held out: {accuracy(examples[:tenth], held_out):.3f} of {tenth} words")
    weights = train(examples)
    print(f"all: {accuracy(examples, weights):.3f} of {len(examples)} words, {len(weights)} weights")
    rows = "".join(f'- {{id: "{name}", weight: {weight:.3f}}}\n' for name, weight in weights.items())
    WEIGHTS.write_text("# Written by training/segmenter/weights.py from labels.tsv.\n" + rows, "utf-8")
    EXCEPTIONS.write_text(exceptions(set(missed(examples, weights))), "utf-8")


def exceptions(words: set[str]) -> str:
    """List labelled words that the weights alone get wrong, for the closed classes of the lexicon."""
    rows = ["# Written by training/segmenter/weights.py: words of labels.tsv that the weights alone get wrong.\n"]
    for line in LABELS.read_text("utf-8").splitlines():
        word, _, split = line.partition("\t")
        if word in words and word[-1] not in "ةه" and "ال" not in split.rpartition("+")[2][:2]:
            parts = split.replace("-", "+")
            rows.append(f"- {{id: {parts}, stem: {split.count('+')}}}\n")
    return "".join(rows)


if __name__ == "__main__":
    main()
