"""What every measure looks at: all texts of a corpus matched, and which keys stand for the same entity."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from annotation import SELF, Annotation, Attribution, kept_apart
from figures import Figure
from matching import Matched, aligned_keys, characters, match, source_agreement

SAME_CONTENT = 0.8
"""Contents count as the same when they share at least this part of the characters of both together."""

_UNKNOWN = "\0"
"""A key that no answer has."""


@dataclass(frozen=True, slots=True)
class Found:
    """A gold attribution with the predicted one whose cue matches."""

    document: int
    gold: Attribution
    predicted: Attribution
    gold_content: set[int]
    predicted_content: set[int]

    @property
    def same_content(self) -> bool:
        """Say whether the contents share enough of their characters, or are empty on both sides."""
        both = self.gold_content | self.predicted_content
        return not both or len(self.gold_content & self.predicted_content) >= SAME_CONTENT * len(both)

    @property
    def same_source(self) -> bool:
        """Say whether the sources overlap, or neither has one of its own."""
        return source_agreement(self.gold, self.predicted) > 0


@dataclass(frozen=True)
class Comparison:
    """The documents of a corpus matched; ``same`` maps gold entity keys to predicted ones."""

    documents: tuple[Matched, ...]
    same: dict[str, str]

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """All attributions whose cues match."""
        return tuple(pair for number, document in enumerate(self.documents) for pair in _found(number, document))

    def right_entity(self, pair: Found) -> bool:
        """Say whether the answer names the right source entity, or rightly none (hearsay has no holder)."""
        return self.same_entity(pair.gold.source_entity, pair.predicted.source_entity)

    def same_entity(self, gold: str | None, predicted: str | None) -> bool:
        """Say whether a predicted key stands for a gold one; no key stands for no key only."""
        return predicted == (None if gold is None else self.same.get(gold, _UNKNOWN))


Measure = Callable[[Comparison], Figure]


def compare(pairs: list[tuple[Annotation, Annotation]], *, linked: bool) -> Comparison:
    """Match pairs of (gold, answer); unless ``linked``, the entity keys of every document are its own."""
    if not linked:
        pairs = [(kept_apart(one, str(n)), kept_apart(other, str(n))) for n, (one, other) in enumerate(pairs)]
    documents = tuple(match(gold, predicted) for gold, predicted in pairs)
    return Comparison(documents, aligned_keys(documents))


def chain(attributions: dict[str, Attribution], first: Attribution) -> list[str | None]:
    """Give an attribution's source entities outwards along its parents, then its origin where it is no link yet."""
    links: list[str | None] = []
    seen: set[str] = set()
    here: Attribution | None = first
    while here is not None and here.id not in seen:
        seen.add(here.id)
        links.append(here.source_entity)
        here = attributions.get(here.parent or "")
    adds_link = first.origin not in {None, SELF} and first.origin not in links
    return [*links, first.origin] if adds_link else links


def _found(number: int, document: Matched) -> Iterator[Found]:
    text = document.gold.text
    for gold, predicted in document.attributions:
        yield Found(number, gold, predicted, characters(gold.content, text), characters(predicted.content, text))
