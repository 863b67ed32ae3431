"""The unnamed sources of an article: «مصادر», «مسؤولون غربيون», one entity for each group that is met again."""

from __future__ import annotations

from dataclasses import dataclass

from asanid.extract.grammar import words
from asanid.extract.naming import anonymity
from asanid.extract.nouns import normal
from asanid.extract.phrase import Phrase
from asanid.extract.scene import Stage
from asanid.extract.speaker import MEMORY
from asanid.model import Anonymity, Entity, Span


@dataclass(slots=True)
class UnnamedSource:
    """An unnamed source met so far: its words in a normal form, and where it was met last."""

    entity: Entity
    phrase: Phrase
    anonymity: Anonymity
    place: Span
    headline: bool = False
    """That it was met in a headline only, where «مصادر» stands for those that the article then tells more of."""


class Unnamed:
    """The unnamed sources met so far, in the order of the text."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._met: list[UnnamedSource] = []

    def entities(self) -> tuple[Entity, ...]:
        """Give their entities."""
        return tuple(each.entity for each in self._met)

    def same(self, phrase: Phrase) -> UnnamedSource | None:
        """An unnamed source of the same head: the same words, or where this one is known, some of them."""
        found: UnnamedSource | None = None
        for known in self._met[: -MEMORY - 1 : -1]:
            other = known.phrase
            if other.family != phrase.family or other.several != phrase.several:
                continue
            if phrase.words == other.words and phrase.member == other.member:
                return known
            if known.headline and not phrase.member and not phrase.definite and not other.words:
                known.phrase, known.anonymity, known.headline = phrase, anonymity(phrase), False
                return known
            if found is None and _may_be(phrase, other):
                found = known
        return found

    def add(self, phrase: Phrase, *, headline: bool) -> UnnamedSource:
        """Remember a new one."""
        text = self._stage.parsed.article.text[phrase.span.start : phrase.span.end]
        entity = Entity(f"s{len(self._met) + 1}", "SOURCE", " ".join(text.split()))
        found = UnnamedSource(entity, phrase, anonymity(phrase), phrase.span, headline)
        self._met.append(found)
        return found


def _may_be(phrase: Phrase, known: Phrase) -> bool:
    """Whether a source can be one met before: «المسؤولون» after «مسؤولون غربيون»; no other one of a group."""
    if phrase.member:
        return False
    if phrase.definite:
        return phrase.words <= known.words or known.words <= phrase.words
    if not phrase.several:
        return False
    more = known.words - phrase.words
    return not phrase.words or (phrase.words < known.words and more <= _places_in(known))


def _places_in(phrase: Phrase) -> frozenset[str]:
    """«مصادر طبية في المدينة»: where a source is, which is not told twice."""
    at = next((i for i, token in enumerate(phrase.tokens) if token.form in words("placed-in")), len(phrase.tokens))
    return frozenset(normal(token.stem) for token in phrase.tokens[at:])
