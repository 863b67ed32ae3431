"""Speakers: who a source is, and the memory of those met so far in an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from asanid.extract.agreement import UNKNOWN as ANY
from asanid.extract.agreement import Agreement
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Anonymity, Entity, Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: its entity, the antecedent that tells so, how far it is named, and what stayed undecided.

    ``place`` is where it was named last, ``agrees`` what a verb must be like to go with it, ``head`` the noun that it
    is, ``body`` whom a spokesman speaks for.
    """

    entity: str | None
    evidence: Span | None
    anonymity: Anonymity | None
    doubts: tuple[str, ...] = ()
    place: Span | None = None
    agrees: Agreement = ANY
    head: SourceNoun | None = None
    body: str | None = None


MEMORY = 60
"""Speakers and unnamed sources that are looked back at for an antecedent."""
UNKNOWN = Speaker(None, None, None, ("source_entity",))
HEARSAY = Speaker(None, None, "hearsay")


def again(speaker: Speaker) -> Speaker:
    """A speaker who speaks again without being named: where he was named is the evidence."""
    return replace(speaker, evidence=speaker.place or speaker.evidence)


class Memory:
    """Who spoke so far, in the order of the text, and what is known of the entities."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.spoken: list[Speaker] = []
        self.turns: list[Speaker] = []
        self.types: dict[str, str] = {entity.key: entity.type for entity in entities}
        self._agreement: dict[str, Agreement] = {}

    def remember(self, speaker: Speaker) -> Speaker:
        """Remember that somebody is a source."""
        if speaker.entity:
            self.spoken.append(speaker)
        return speaker

    def take_turn(self, speaker: Speaker) -> None:
        """Remember who says something in the article's own line, not in a phrase of it or inside another's words."""
        self.turns.append(speaker)

    def lately(self) -> Sequence[Speaker]:
        """Give those who spoke lately, the last first."""
        return self.spoken[: -MEMORY - 1 : -1]

    def entities_lately(self) -> Sequence[str]:
        """Give the entities that spoke lately, the last first."""
        return [speaker.entity for speaker in self.lately() if speaker.entity]

    def type_of(self, entity: str | None) -> str | None:
        """Give the type of an entity."""
        return self.types.get(entity or "")

    def learn(self, entity: str | None, found: Agreement) -> Agreement:
        """Remember what goes with an entity; where the words do not tell, what was known of it."""
        if entity is None:
            return found
        known = self._agreement.get(entity, ANY)
        if found.feminine is None and known.feminine is not None:
            found = known
        self._agreement[entity] = found
        return found

    def known(self, entity: str | None) -> Agreement:
        """Give what goes with an entity as far as is known."""
        return self._agreement.get(entity or "", ANY)
