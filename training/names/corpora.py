"""The corpora the name tagger learns from, as slots with labels; ``None`` where a corpus does not say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from asanid.parse.fold import fold
from asanid.parse.names.features import LABELS
from asanid.parse.names.match import known_names
from asanid.parse.names.tagger import slots_of
from asanid.parse.names.units import Unit, units_of
from asanid.parse.tokens import tokenize

TYPES = {"PER": "PERSON", "PERS": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "ORG": "ORG"}
SPAN_TYPES = {"PERSON": "PERSON", "PLACE": "PLACE", "ORG": "ORG", "MEDIA": "ORG"}


@dataclass(frozen=True)
class Example:
    """A text's slots and the label of each (``None``: not said)."""

    source: str
    slots: list[Unit]
    labels: list[int | None]


Spans = Sequence[tuple[int, int, str | None]]


def example(source: str, text: str, spans: Spans) -> Example:
    """Label the slots of a text by spans of names (start, end, type; ``None`` for a name of a type not learned)."""
    units = units_of(tokenize(fold(text)), text)
    slots = slots_of(units, known_names(units))
    labels: list[int | None] = []
    for unit, _ in slots:
        labels.append(_label(unit, spans))
    return Example(source, [unit for unit, _ in slots], labels)


def _label(unit: Unit, spans: Spans) -> int | None:
    for start, end, type_ in spans:
        if start < unit.end and unit.start < end:
            if type_ is None or unit.kind == "name":
                return None
            first = unit.whole_start <= start or unit.start <= start
            return LABELS.index(("B-" if first else "I-") + type_)
    return None if unit.kind == "name" else 0


def conll(path: Path, sentences: int = 40) -> Iterator[Example]:
    """Read a file of ``word tag`` lines, some sentences at a time."""
    words: list[tuple[str, str]] = []
    count = 0
    for line in path.read_text("utf-8").splitlines():
        parts = line.split()
        if not parts:
            count += 1
            words.append(("\n", "O"))
        else:
            words.append((parts[0], parts[1]))
            count += parts[0] == "."
        if count >= sentences:
            yield _from_words(path.name, words)
            words, count = [], 0
    if words:
        yield _from_words(path.name, words)


def _from_words(source: str, words: Sequence[tuple[str, str]]) -> Example:
    text, spans = "", []
    for word, tag in words:
        start = len(text)
        text += word + " "
        if tag == "O":
            continue
        kind = TYPES.get(tag[2:])
        if tag.startswith("I-") and spans and spans[-1][2] == kind and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], start + len(word), kind)
        else:
            spans.append((start, start + len(word), kind))
    return example(source, text, spans)


def gold(path: Path) -> Example:
    """Read an annotated article; furniture is left out."""
    data = json.loads(path.read_text("utf-8"))
    text = data["text"]
    for block in data["blocks"]:
        if block["kind"] == "furniture":
            text = text[: block["start"]] + " " * (block["end"] - block["start"]) + text[block["end"] :]
    spans = []
    for mention in data["mentions"]:
        kind = SPAN_TYPES.get(mention["type"])
        if mention["type"] == "GROUP" and " " in text[mention["start"] : mention["end"]]:
            kind = "ORG"
        spans.append((mention["start"], mention["end"], kind))
    return example(path.name, text, spans)


def silver(path: Path) -> Iterator[Example]:
    """Read texts with spans that a program found: ``{"text", "spans": [[start, end, type], …]}`` a line."""
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        yield example("silver", row["text"], [tuple(span) for span in row["spans"]])
