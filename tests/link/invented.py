"""Documents for these tests: contents with their names marked, and what is said about who says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from asanid.model import (
    RECIPE,
    SCHEMA,
    Attribution,
    Block,
    Document,
    Entity,
    Mention,
    MentionType,
    Origins,
    Producer,
    Span,
)

_MARK = re.compile(
    r"\[(?P<PERSON>[^\]]+)\]|\{(?P<ORG>[^}]+)\}|<(?P<PLACE>[^>]+)>|/(?P<GROUP>[^/]+)/|\|(?P<MEDIA>[^|]+)\|"
)


def written(marked: str) -> tuple[str, list[Mention], list[Entity]]:
    """Take the marks off: [person] {organisation} <place> /group/ |medium|."""
    text, mentions, entities = "", [], {}
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        kind: MentionType = match.lastgroup  # type: ignore[assignment]
        name = match[kind]
        entity = entities.setdefault((kind, name), Entity(f"e{len(entities) + 1}", kind, name))
        mentions.append(Mention(len(text), len(text) + len(name), kind, entity.key))
        text += name
        position = match.end()
    return text + marked[position:], mentions, list(entities.values())


def article(
    name: str,
    contents: Sequence[str],
    *,
    stances: Iterable[str] = (),
    origins: Iterable[str | None] = (),
    told: Sequence[str] = (),
    published: str | None = None,
) -> Document:
    """An article in which a source of its own says each content after «قال المصدر إن»; ``told`` has no source.

    An origin is the name of an entity («صحيفة المرفأ»), ``self`` or ``None``.
    """
    parts = [*(f"{text}." for text in told), *(f"قال المصدر إن {content}." for content in contents)]
    text, mentions, entities = written("\n".join(parts))
    keys = {entity.name: entity.key for entity in entities}
    for origin in origins:
        if origin not in (None, "self") and origin not in keys:
            keys[str(origin)] = f"e{len(keys) + 1}"
            entities.append(Entity(keys[str(origin)], "MEDIA", str(origin)))
    given, stated = [*origins], [*stances]
    attributions = []
    for number, match in enumerate(re.finditer(r"^قال المصدر إن (.+)\.$", text, re.MULTILINE)):
        origin = given[number] if number < len(given) else None
        source = f"s{number}"
        entities.append(Entity(source, "SOURCE", "المصدر"))
        attributions.append(
            Attribution(
                id=f"a{number + 1}",
                cue=Span(match.start(), match.start() + 3),
                source=Span(match.start() + 4, match.start() + 10),
                source_entity=source,
                source_evidence=None,
                content=(Span(*match.span(1)),),
                kind="indirect",
                stance=stated[number] if number < len(stated) else "assert",  # type: ignore[arg-type]
                anonymity="anonymous",
                origin=keys.get(str(origin), origin),
                origin_evidence=(),
                parent=None,
                target=(),
                commitment="neutral",
                certainty="certain",
                channel=None,
                confidence=1.0,
                doubts=(),
                rule="invented",
            )
        )
    blocks = [Block(*match.span(), "body") for match in re.finditer(r"^.+$", text, re.MULTILINE)]
    return Document(
        schema=SCHEMA,
        id=name,
        path=None,
        url=None,
        outlet=None,
        outlet_entity=None,
        title=None,
        published=published,
        recipe=RECIPE,
        text=text,
        producer=Producer("0", "0"),
        blocks=tuple(blocks),
        entities=tuple(entities),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.start)),
        attributions=tuple(attributions),
        contacts=(),
        dates=(),
        problems=(),
    )


def changed(document: Document, number: int, **fields: object) -> Document:
    """The document with fields of one attribution (counted from 1) replaced."""
    said = [replace(a, **fields) if a.id == f"a{number}" else a for a in document.attributions]
    return replace(document, attributions=tuple(said))


def counts(origins: Origins) -> tuple[int, int]:
    """The interval alone."""
    return origins.low, origins.high
