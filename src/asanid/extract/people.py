"""The cast of an article: which entity a source stands for, and the unnamed sources that have no name to go by."""

from __future__ import annotations

from asanid.extract.sources import anonymity, source_noun
from asanid.model import Anonymity, Entity, Mention, Span, Token
from asanid.parse.fold import fold_key
from asanid.parse.parsed import Parsed

_NO_SPAN: Span | None = None
Resolved = tuple[str | None, Span | None, Anonymity | None, tuple[str, ...]]


class Cast:
    """The entities of one article, growing with the unnamed sources that are met, in the order of the text."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._unnamed: dict[str, Entity] = {}
        self._last: tuple[str, Span, Anonymity] | None = None

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities: those with names, then the unnamed sources."""
        return (*self._parsed.entities, *self._unnamed.values())

    def resolve(self, source: Span | None, cue: Span) -> Resolved:
        """Give entity, evidence, anonymity and doubts of a source; an empty one is the source met last before it."""
        if source is None:
            if self._last is None:
                return None, None, None, ("source_entity",)
            return (*self._last, ())
        names = [m for m in self._parsed.mentions if source.start <= m.start and m.end <= source.end]
        noun = source_noun(self._tokens(source), source)
        kind = anonymity(noun, names, source)
        key, evidence = self._named(names, kind), _NO_SPAN
        if key is None and noun and noun.refers_to and not names:
            antecedent = self._before(cue, noun.refers_to)
            if antecedent:
                key, evidence = antecedent.entity, Span(antecedent.start, antecedent.end)
        if key is None:
            key = self._unnamed_source(source)
        self._last = (key, source, kind)
        return key, evidence, kind, ()

    def _named(self, names: list[Mention], kind: Anonymity) -> str | None:
        """The name that carries the source: a person before an outlet before an office; none for mere roles."""
        order = {
            "named": ("PERSON", "ORG", "GROUP", "PLACE", "WORK", "MEDIA"),
            "media": ("MEDIA", "WORK"),
        }.get(kind, ())
        return next((m.entity for wanted in order for m in names if m.type == wanted), None)

    def _before(self, cue: Span, types: tuple[str, ...]) -> Mention | None:
        earlier = [m for m in self._parsed.mentions if m.end <= cue.start and m.type in types]
        return earlier[-1] if earlier else None

    def _tokens(self, span: Span) -> list[Token]:
        return [t for t in self._parsed.tokens if span.start <= t.stem_start and t.start < span.end]

    def _unnamed_source(self, source: Span) -> str:
        words = self._parsed.article.text[source.start : source.end]
        key = " ".join(word.removeprefix("ال") for word in fold_key(words).split())
        if key not in self._unnamed:
            self._unnamed[key] = Entity(f"s{len(self._unnamed) + 1}", "SOURCE", words)
        return self._unnamed[key].key
