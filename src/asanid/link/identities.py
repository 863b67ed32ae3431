"""Identity across articles: entities that name the same thing get one key.

Two entities are one where the lexicon says so, where their names have the same letters or are spellings of one foreign
name, or where one is the last word of the only full name that ends so. Never two types, two lexicon entries, or names
that differ in a consonant. Unnamed sources stay with their document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from asanid.link.groups import Groups
from asanid.link.naming import Naming, naming
from asanid.model import Attribution, Contact, Document, Entity, Mention
from asanid.parse.names.spelling import same_sounds

Node = tuple[int, str]
"""An entity: the place of its document and its key there."""


def share_entities(documents: Sequence[Document]) -> list[Document]:
    """Give the documents with keys that are the same wherever the entity is the same."""
    names = {
        (place, entity.key): naming(entity)
        for place, document in enumerate(documents)
        for entity in document.entities
        if entity.type != "SOURCE"
    }
    groups: Groups[Node] = Groups()
    _join_equals(names, groups)
    _join_short_names(names, groups)
    keys: dict[Node, str] = {}
    shared: dict[Node, str] = {}
    for place, document in enumerate(documents):
        for entity in document.entities:
            root = groups.root((place, entity.key))
            shared[place, entity.key] = keys.setdefault(root, f"e{len(keys) + 1}")
    return [_renamed(document, place, shared) for place, document in enumerate(documents)]


def _join_equals(names: dict[Node, Naming], groups: Groups[Node]) -> None:
    """Join entities that share an entry of the lexicon, then those that share a name and contradict no entry."""
    entries: dict[Node, frozenset[object]] = {}
    seen: dict[object, Node] = {}
    for node, named in names.items():
        for entry in named.entries:
            groups.join(seen.setdefault(entry, node), node)
        entries[node] = named.entries
    for kind in ("forms", "spellings"):
        by_form: dict[object, Node] = {}
        for node, named in names.items():
            for form in sorted(getattr(named, kind)):
                other = by_form.setdefault((named.type, form), node)
                if not _contradict(groups.root(node), groups.root(other), entries):
                    _join(node, other, groups, entries)


def _join(one: Node, other: Node, groups: Groups[Node], entries: dict[Node, frozenset[object]]) -> None:
    """Join two groups; their root answers for the lexicon entries of both."""
    both = entries[groups.root(one)] | entries[groups.root(other)]
    groups.join(one, other)
    entries[groups.root(one)] = both


def _contradict(one: Node, other: Node, entries: dict[Node, frozenset[object]]) -> bool:
    return bool(entries[one] and entries[other] and not entries[one] & entries[other])


def _join_short_names(names: dict[Node, Naming], groups: Groups[Node]) -> None:
    """Join a person known by one word alone to the only full name that ends in it, else to others known by that word.

    A word that is common as a given name («محمد») joins nothing: too many bear it.
    """
    full: dict[str, set[Node]] = {}
    alone: dict[str, list[Node]] = {}
    for node, named in names.items():
        for last in named.last_words:
            full.setdefault(same_sounds(last), set()).add(groups.root(node))
        if named.short is not None and not named.common:
            alone.setdefault(same_sounds(named.short), []).append(node)
    for word, nodes in alone.items():
        holders = {groups.root(holder) for holder in full.get(word, ())}
        if len(holders) > 1:
            continue
        for node in nodes:
            groups.join(next(iter(holders), nodes[0]), node)


def _renamed(document: Document, place: int, shared: dict[Node, str]) -> Document:
    """Give a document with its keys replaced; entities that became one are merged."""

    def key(old: str) -> str:
        return shared.get((place, old), old)

    def some(old: str | None) -> str | None:
        return None if old is None else key(old)

    def attribution(old: Attribution) -> Attribution:
        return replace(old, source_entity=some(old.source_entity), origin=some(old.origin))

    def contact(old: Contact) -> Contact:
        return replace(old, parties=tuple(map(key, old.parties)))

    def mention(old: Mention) -> Mention:
        return replace(old, entity=some(old.entity))

    return replace(
        document,
        outlet_entity=some(document.outlet_entity),
        entities=tuple(
            _merged(replace(e, key=key(e.key), members=tuple(map(key, e.members))) for e in document.entities)
        ),
        mentions=tuple(map(mention, document.mentions)),
        attributions=tuple(map(attribution, document.attributions)),
        contacts=tuple(map(contact, document.contacts)),
    )


def _merged(entities: Iterator[Entity]) -> Iterator[Entity]:
    """Merge entities of one document that were found to be one; the fullest name stays the name."""
    by_key: dict[str, list[Entity]] = {}
    for entity in entities:
        by_key.setdefault(entity.key, []).append(entity)
    for same in by_key.values():
        first = max(same, key=_fullness)
        names = dict.fromkeys(name for entity in same for name in (entity.name, *entity.aliases) if name != first.name)
        members = dict.fromkeys(member for entity in same for member in entity.members)
        yield replace(first, aliases=tuple(names), members=tuple(members))


def _fullness(entity: Entity) -> int:
    return len(entity.name.split())
