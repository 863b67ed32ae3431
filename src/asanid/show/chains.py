"""Chains in one line, outlet first: «الفاصل ← وول ستريت جورنال ← مصدر أمني (لم يُسمَّ)»."""

from __future__ import annotations

from asanid.model import Attribution, Document
from asanid.show.labels import Words

ARROW = " ← "


def chain_of(attribution: Attribution, document: Document) -> list[str]:
    """Give the entity keys of a chain, innermost first: source, the sources outwards along ``parent``, then the origin.

    A source that stayed undecided is left out, and so is who denies or does not comment on what is told inside his
    words («نفت الحكومة صحة تقرير نشرته المجلة»): he does not pass it on. The outlet
    that published the document is no key.
    """
    by_id = {each.id: each for each in document.attributions}
    keys: list[str] = []
    at: Attribution | None = attribution
    for _ in range(len(by_id) + 1):
        if at is None:
            break
        passes_on = at is attribution or at.stance not in {"deny", "decline"}
        if passes_on and at.source_entity and at.source_entity not in keys:
            keys.append(at.source_entity)
        at = by_id.get(at.parent or "")
    if attribution.origin not in (None, "self", *keys):
        keys.append(str(attribution.origin))
    return keys


def chain_line(attribution: Attribution, document: Document, outlet: str, words: Words) -> str:
    """Give a chain as one line, beginning with who published the document, unnamed sources marked as such."""
    entities = {entity.key: entity for entity in document.entities}
    links = [outlet]
    for key in reversed(chain_of(attribution, document)):
        entity = entities.get(key)
        if entity is None or entity.key == document.outlet_entity:
            continue
        name = _short(entity.name)
        links.append(f"{name} ({words['unnamed']})" if _is_unnamed(attribution, key, entity.type) else name)
    if attribution.source_entity is None:
        links.append(str(words["unknown_source"]))
    return ARROW.join(links)


def _is_unnamed(attribution: Attribution, key: str, kind: str) -> bool:
    if kind != "SOURCE":
        return False
    return attribution.source_entity != key or attribution.anonymity in {"role", "anonymous", "hearsay", None}


def _short(name: str, limit: int = 60) -> str:
    return name if len(name) <= limit else name[:limit].rsplit(" ", 1)[0] + "…"
