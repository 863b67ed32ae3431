"""The cast of an article: which entity a source stands for, how far it is named, and the unnamed sources.

Names resolve by their mention; «الصحيفة», «المسؤولون», «الوزير» by what was said before; an empty source is whoever
spoke last, or in speech inside speech whoever is named there last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, is_anonymiser
from asanid.extract.scene import Stage
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Anonymity, Entity, Mention, Span, Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: its entity, the antecedent that tells so, how far it is named, and what stayed undecided."""

    entity: str | None
    evidence: Span | None
    anonymity: Anonymity | None
    doubts: tuple[str, ...] = ()


_MEMORY = 200
"""Names, speakers and unnamed sources that are looked back at for an antecedent."""
UNKNOWN = Speaker(None, None, None, ("source_entity",))


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """An unnamed source met so far: its words in a normal form, whether it is a group, where it was met last."""

    entity: Entity
    head: str
    words: frozenset[str]
    plural: bool
    anonymity: Anonymity


class Cast:
    """The entities of one article, growing with the unnamed sources that are met, in the order of the text."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._unnamed: list[_Unnamed] = []
        self._spoken: list[tuple[str, str]] = []  # (entity, type) of the sources so far
        self._types = {entity.key: entity.type for entity in stage.parsed.entities}

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities: those with names, then the unnamed sources."""
        return (*self._stage.parsed.entities, *(unnamed.entity for unnamed in self._unnamed))

    def resolve(self, source: Span, cue: Span) -> Speaker:
        """Tell who a source is that has words of its own."""
        tokens, names = self._stage.tokens_in(source), self._stage.mentions_in(source)
        noun = _head_noun(tokens)
        anonymity = _anonymity(tokens, names, noun)
        carrier = _carrier(names, noun, anonymity, source)
        if carrier and carrier.entity:
            return self._remember(Speaker(carrier.entity, None, anonymity), carrier.type)
        if noun and not names and _is_definite(tokens):
            found = self._antecedent(noun, tokens, cue)
            if found:
                return found
        unnamed = self._unnamed_source(source, tokens, noun, anonymity)
        return self._remember(Speaker(unnamed.entity.key, None, anonymity), "SOURCE")

    def last_speaker_name(self, span: Span) -> Mention | None:
        """The last name in some words that can speak: a person before anything else."""
        inside = self._stage.mentions_in(span)
        people = [m for m in inside if m.type == "PERSON"]
        speaking = people or [m for m in inside if m.type in {"ORG", "MEDIA", "GROUP"}]
        return speaking[-1] if speaking else None

    def _remember(self, speaker: Speaker, kind: str) -> Speaker:
        if speaker.entity:
            self._spoken.append((speaker.entity, kind))
        return speaker

    def _antecedent(self, noun: SourceNoun, tokens: Sequence[Token], cue: Span) -> Speaker | None:
        """Find what a definite noun refers to: an unnamed source of its kind, or a name of a fitting type."""
        unnamed = self._same_unnamed(_words(tokens), noun.plural, _lemma(tokens))
        if unnamed:
            speaker = Speaker(unnamed.entity.key, None, unnamed.anonymity)
            return self._remember(speaker, "SOURCE")
        if not noun.refers_to:
            return None
        spoken = next((key for key, kind in self._spoken[: -_MEMORY - 1 : -1] if kind in noun.refers_to), None)
        before = bisect_left(self._stage.mention_starts, cue.start)
        for mention in self._stage.parsed.mentions[max(before - _MEMORY, 0) : before][::-1]:
            if mention.type not in noun.refers_to or mention.entity is None:
                continue
            if spoken is None or mention.entity == spoken or "MEDIA" not in noun.refers_to:
                kind: Anonymity = "media" if mention.type == "MEDIA" else "named"
                evidence = Span(mention.start, mention.end)
                return self._remember(Speaker(mention.entity, evidence, kind), mention.type)
        return None

    def _same_unnamed(self, words: frozenset[str], plural: bool, head: str) -> _Unnamed | None:
        for known in self._unnamed[: -_MEMORY - 1 : -1]:
            if known.head == head and known.plural == plural and (words <= known.words or known.words <= words):
                return known
        return None

    def _unnamed_source(
        self, source: Span, tokens: Sequence[Token], noun: SourceNoun | None, anonymity: Anonymity
    ) -> _Unnamed:
        words, head = _words(tokens), _lemma(tokens)
        plural = bool(noun and noun.plural)
        for known in self._unnamed[: -_MEMORY - 1 : -1]:
            if known.head == head and known.plural == plural and known.words == words:
                return known
        if plural and _is_definite(tokens):
            known_group = self._same_unnamed(words, plural, head)
            if known_group:
                return known_group
        text = self._stage.parsed.article.text[source.start : source.end]
        entity = Entity(f"s{len(self._unnamed) + 1}", "SOURCE", " ".join(text.split()))
        unnamed = _Unnamed(entity, head, words, plural, anonymity)
        self._unnamed.append(unnamed)
        return unnamed


def _anonymity(tokens: Sequence[Token], names: Sequence[Mention], noun: SourceNoun | None) -> Anonymity:
    """Tell how far a source is named, by its words where it stands."""
    if any(name.type == "PERSON" for name in names):
        return "named"
    first = tokens[0].start if tokens else 0
    leading = names[0] if names and names[0].start - first <= 1 else None
    if leading:
        return "media" if leading.type == "MEDIA" else "named"
    if noun is None:
        return ("media" if names[0].type == "MEDIA" else "named") if names else "role"
    if noun.anonymity == "anonymous":
        return "role" if _is_placed(tokens) else "anonymous"
    if noun.anonymity == "role" and _is_kept_unnamed(tokens):
        return "anonymous"
    if noun.unique and names:
        return "named"
    return noun.anonymity


def _carrier(names: Sequence[Mention], noun: SourceNoun | None, anonymity: Anonymity, source: Span) -> Mention | None:
    """The name that the source stands for: a person before all; an outlet or body where it leads the phrase."""
    people = [name for name in names if name.type == "PERSON"]
    if people:
        return people[0]
    if noun is not None and noun.anonymity in {"role", "anonymous"}:
        return None
    if anonymity == "media":
        return next((name for name in names if name.type in {"MEDIA", "WORK"}), None)
    leading = [name for name in names if name.start - source.start <= 2]
    return leading[0] if leading else (names[0] if names and anonymity == "named" else None)


def _head_noun(tokens: Sequence[Token]) -> SourceNoun | None:
    for token in tokens[:3]:
        if token.kind == "word":
            found = find_source_noun(token.stem)
            if found or token.stem not in words("before-head-noun"):
                return found
    return None


def _is_definite(tokens: Sequence[Token]) -> bool:
    return any(token.stem.startswith("ال") for token in tokens[:1]) or (
        len(tokens) > 1 and tokens[0].stem in words("demonstrative")
    )


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    """The words of a source in a normal form: no article, no case ending of the plural."""
    return frozenset(_normal(token.stem) for token in tokens if token.kind == "word")


def _normal(stem: str) -> str:
    stem = stem.removeprefix("ال")
    for ending in ("يين", "يون", "ون", "ين", "ان"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            return stem[: -len(ending)]
    return stem


def _lemma(tokens: Sequence[Token]) -> str:
    for token in tokens:
        if token.kind == "word" and token.stem not in words("demonstrative"):
            return _normal(token.stem)
    return ""


def _is_placed(tokens: Sequence[Token]) -> bool:
    """«مصدر أمني أوروبي» is placed by an adjective of relation; «مصادر مطلعة» is not."""
    return any(
        token.kind == "word"
        and token.stem.removeprefix("ال").endswith(("ي", "يه", "يين", "يون"))
        and len(token.stem) > 3
        and not is_anonymiser(token.stem)
        for token in tokens[1:4]
    ) or any(token.stem in words("placed-in") for token in tokens[1:3])


def _is_kept_unnamed(tokens: Sequence[Token]) -> bool:
    return any(is_anonymiser(token.stem) for token in tokens[1:4])
