"""The cast of an article: which entity a source stands for, how far it is named, and the unnamed sources.

Names resolve by their mention; «الوزير» and «المتحدث» by who holds the office, «الصحيفة» and «المسؤولون» by what was
said before; an empty source is whoever spoke last and agrees with the verb, or in speech inside speech whoever is
named there last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asanid.extract.agreement import UNKNOWN as ANY
from asanid.extract.agreement import Agreement, agreement_of
from asanid.extract.circumstances import circumstance_words
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.meant import Meant
from asanid.extract.naming import anonymity_of_name, carrier
from asanid.extract.nouns import outlet_kind, title_kinds
from asanid.extract.phrase import Phrase, take_apart
from asanid.extract.scene import Scene, Stage
from asanid.extract.silent import Silent
from asanid.extract.speaker import Memory, Speaker
from asanid.model import Entity, Mention, Span


class Cast:
    """The entities of one article, growing with the unnamed sources that are met, in the order of the text."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._memory = Memory(stage.parsed.entities)
        self._meant = Meant(stage, self._memory)
        self._silent = Silent(stage, self._memory, self._meant)

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities: those with names, then the unnamed sources."""
        return (*self._stage.parsed.entities, *self._meant.unnamed.entities())

    def resolve(self, scene: Scene, draft: Draft) -> Speaker | None:
        """Tell who the words of a source stand for; nobody where they are only the place of publication («على إكس»)."""
        source = draft.source
        if source is None:
            return None
        phrase = take_apart(self._stage, source)
        name = carrier(phrase, self._stage.parsed.article.text)
        if self._is_no_source(draft, phrase) or (name is not None and self._is_platform(phrase, name)):
            return None
        if name is not None and name.entity:
            found = Speaker(name.entity, None, anonymity_of_name(name.type))
        else:
            found = self._meant.by(phrase, draft.cue)
        agrees, body = self._agrees(scene, draft, phrase, found), self._meant.body(phrase, found, draft.cue)
        return self._memory.remember(replace(found, place=source, agrees=agrees, head=phrase.noun, body=body))

    def understood(
        self, scene: Scene, draft: Draft, floor: int, told: Sequence[tuple[Draft, Speaker]], outer: Speaker | None
    ) -> Speaker:
        """Tell who says what has no source of its own; see ``Silent.speaker``."""
        return self._silent.speaker(scene, draft, floor, told, outer)

    def take_turn(self, speaker: Speaker) -> None:
        """Remember who says something in the article's own line, not in a phrase of it or inside another's words."""
        self._memory.take_turn(speaker)

    def _is_no_source(self, draft: Draft, phrase: Phrase) -> bool:
        """«سابقا», «في بيان», «للصحفيين», «معاليه»: a circumstance, someone spoken to, or a mere form of address."""
        if not phrase.tokens or draft.hit.cue.particles:
            return False
        first, text = phrase.tokens[0], self._stage.parsed.article.text
        describes = phrase.noun is None and not phrase.names and not title_kinds(first.stem)
        if phrase.noun is not None and phrase.noun.issued and any(self._names_platform(name) for name in phrase.names):
            return True
        bare = first.stem == "ال" and not text.startswith("آ", first.stem_start)  # «آل الراشد» is a name
        if bare or (draft.hit.form == "participle" and describes):
            return True
        if first.form in words("preposition") or first.form in circumstance_words():
            return True
        if len(phrase.tokens) == 1 and text[first.start : first.end].endswith(("ً", "ًا")):
            return True
        honorific = first.enclitic and "honorific" in title_kinds(first.stem) and phrase.noun is None
        addressed = first.proclitics[-1:] == "ل" and draft.hit.cue.stance != "decline"
        return bool(honorific) or addressed

    def _is_platform(self, phrase: Phrase, name: Mention) -> bool:
        """«على منصة «إكس»»: where it was published, not who says it."""
        before = self._stage.tokens_in(Span(max(phrase.span.start - 12, 0), phrase.span.start))
        return self._names_platform(name) and bool(before) and before[-1].form in words("preposition")

    def _names_platform(self, name: Mention) -> bool:
        text = self._stage.parsed.article.text
        return name.type == "MEDIA" and outlet_kind(text[name.start : name.end]) == "platform"

    def _agrees(self, scene: Scene, draft: Draft, phrase: Phrase, speaker: Speaker) -> Agreement:
        """What goes with a source: by its noun, or by the verb that it stands with; remembered for the next time."""
        noun = phrase.noun
        person = self._memory.type_of(speaker.entity) == "PERSON"
        verb = ANY if draft.hit.cue.particles or draft.under is not None else agreement_of(scene, draft.hit)
        feminine = verb.feminine if verb.several is False else None
        if noun is not None and not phrase.member and phrase.feminine:
            feminine = True
        elif noun is not None and not person and "PERSON" in noun.refers_to:
            feminine = False
        elif self._memory.type_of(speaker.entity) == "MEDIA" and feminine is None:
            feminine = True  # «صحيفة», «وكالة», «قناة» go without saying
        if noun is not None and noun.issued and self._memory.type_of(speaker.entity) != "SOURCE":
            return self._memory.known(speaker.entity)  # «وأضاف البيان» tells nothing of the ministry
        return self._memory.learn(speaker.entity, Agreement(feminine, phrase.several and not person))
