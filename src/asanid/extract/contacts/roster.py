"""Who is who in an article: the person behind a role, the country behind a nationality, the body behind a noun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.extract.contacts.words import among, bare_noun
from asanid.extract.scene import Scene, Stage
from asanid.lexicon import section
from asanid.lexicon.schema.link import Capital
from asanid.lexicon.schema.names import Nation
from asanid.model import Entity, EntityType, Mention
from asanid.parse.fold import fold_key

_MARKS = frozenset('،,»”"')
_MEMORY = 200
"""Names that are looked back at for an antecedent."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as words without articles, and the nation that goes with it: («وزير», «دفاع») of Russia."""

    words: tuple[str, ...]
    nation: str | None


class Roster:
    """The names of an article, asked for by what stands for them."""

    def __init__(self, stage: Stage, entities: Sequence[Entity]) -> None:
        self._stage = stage
        self._types: dict[str, EntityType] = {entity.key: entity.type for entity in entities}
        self._nations = _nations_of(entities)
        self._states = {
            entity.key: state
            for entity in entities
            if entity.type == "PLACE"
            for name in (entity.name, *entity.aliases)
            if (state := _places().get(fold_key(name)) or _capitals().get(fold_key(name)))
        }
        self._roles: dict[str, list[tuple[int, Role, str]]] = {}
        self._last_role: dict[str, Role] = {}
        self._kinds = _kinds_of(stage)
        self._unnamed = {fold_key(entity.name): entity.key for entity in entities if entity.type == "SOURCE"}
        self._made: dict[str, Entity] = {}
        self.topic: tuple[int, str] | None = None
        """The block and the subject of the sentence before."""

    def type_of(self, key: str) -> EntityType | None:
        """Give the type of an entity."""
        return self._types.get(key)

    def unnamed(self, words: str) -> str:
        """Give the entity of somebody who is told of without a name; the same words mean the same."""
        folded = fold_key(words)
        if folded not in self._unnamed:
            key = f"u{len(self._made) + 1}"
            self._unnamed[folded], self._types[key] = key, "SOURCE"
            self._made[key] = Entity(key, "SOURCE", " ".join(words.split()))
        return self._unnamed[folded]

    def is_unnamed(self, key: str) -> bool:
        """Whether an entity has no name."""
        return self._types.get(key) == "SOURCE"

    def made(self, keys: Iterable[str]) -> tuple[Entity, ...]:
        """Give those of some entities that were not known before: people and bodies without a name."""
        return tuple(self._made[key] for key in dict.fromkeys(keys) if key in self._made)

    def note(self, offset: int, role: Role, key: str) -> None:
        """Remember that a person is told by a role here."""
        self._roles.setdefault(role.words[0], []).append((offset, role, key))
        self._last_role[key] = role

    def in_role(self, offset: int, role: Role) -> str | None:
        """Give the person of a role: who was told by it last before this place, or who alone is told by it later."""
        heads = among("head-of-state") if role.words[0] in among("head-of-state") else {role.words[0]}
        known = [
            row for head in sorted(heads) for row in self._roles.get(head, ())[-_MEMORY:] if _fits(role, row[1], head)
        ]
        before = max((row for row in known if row[0] < offset), key=_offset, default=None)
        if before:
            return before[2]
        keys = {key for _, _, key in known} or (self._without_nation(heads) if role.nation else set())
        return keys.pop() if len(keys) == 1 else None

    def _without_nation(self, heads: Iterable[str]) -> set[str]:
        """Those told by a role without a nation anywhere: «الرئيس فلان», who may be «الرئيس الأميركي»."""
        rows = [row for head in heads for row in self._roles.get(head, ())[-_MEMORY:]]
        placed = {key for _, known, key in rows if known.nation}
        return {key for _, known, key in rows if not known.nation and not known.words[1:]} - placed

    def role_of(self, key: str) -> Role | None:
        """Give the role that a person was last told by."""
        return self._last_role.get(key)

    def nation(self, nation: str) -> str | None:
        """Give the entity of a country, or of its people where the country is not named."""
        return self._nations.get(nation)

    def state(self, key: str) -> str:
        """Give what a party counts as when tellings are joined: a capital as its country."""
        return self._states.get(key, key)

    def is_nation(self, key: str) -> bool:
        """Whether an entity is a country."""
        return key in self._nations.values()

    def of_kind(self, offset: int, noun: str) -> str | None:
        """Give the body that was told with its noun last before a place: «الشركة» of «شركة المدار»."""
        rows = self._kinds.get(noun, ())
        before = bisect_left(rows, (offset, ""))
        return rows[before - 1][1] if before else None

    def last_of(self, offset: int, types: Iterable[str]) -> Mention | None:
        """Give the last name of some types before a place."""
        wanted = set(types)
        place = bisect_left(self._stage.mention_starts, offset)
        for mention in self._stage.parsed.mentions[max(place - _MEMORY, 0) : place][::-1]:
            if mention.type in wanted and mention.entity:
                return mention
        return None


def nation_at(scene: Scene, position: int) -> tuple[str, int] | None:
    """Give the nation that an adjective at a position tells of, and how many words it takes: «الكوري الشمالي»."""
    stem = bare_noun(scene.stem(position))
    table = _adjectives()
    if stem in _of_two_words():
        pair = table.get(f"{stem} {bare_noun(scene.stem(position + 1))}")
        if pair:
            return pair, 2
    single = table.get(stem)
    return (single, 1) if single else None


def nation_named(words: str) -> str | None:
    """Give the nation that a name of a place stands for."""
    return _places().get(fold_key(words))


def _fits(wanted: Role, known: Role, head: str) -> bool:
    if wanted.nation != known.nation and wanted.nation:
        return False
    same_head = head == wanted.words[0]
    return not wanted.words[1:] or (same_head and set(wanted.words[1:]) <= set(known.words[1:]))


def _offset(row: tuple[int, Role, str]) -> int:
    return row[0]


def _nations_of(entities: Sequence[Entity]) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("PLACE", "GROUP"):
        for entity in entities:
            if entity.type != kind:
                continue
            for name in (entity.name, *entity.aliases):
                nation = _places().get(fold_key(name)) or (
                    _adjectives().get(_first_word(name)) if kind == "GROUP" else None
                )
                if nation:
                    found.setdefault(nation, entity.key)
    return found


def _kinds_of(stage: Stage) -> dict[str, list[tuple[int, str]]]:
    """The nouns by which bodies are told: in a name («جبهة التلال»), before it («جماعة …») or behind («…، الجماعة»)."""
    found: dict[str, list[tuple[int, str]]] = {}
    tokens, nouns = stage.parsed.tokens, among("body-noun")
    for mention in stage.parsed.mentions:
        if mention.type not in {"ORG", "GROUP"} or mention.entity is None:
            continue
        first = bisect_left(stage.token_starts, mention.start)
        first -= first > 0 and (first == len(tokens) or tokens[first].start > mention.start)
        behind = bisect_left(stage.token_starts, mention.end)
        while behind < len(tokens) and tokens[behind].form in _MARKS:
            behind += 1
        for i in (*range(max(first - 3, 0), min(first + 1, len(tokens))), *range(behind, min(behind + 1, len(tokens)))):
            if bare_noun(tokens[i].stem) in nouns and (i <= first or tokens[i].stem.startswith("ال")):
                found.setdefault(bare_noun(tokens[i].stem), []).append((mention.start, mention.entity))
    return found


def _first_word(name: str) -> str:
    words = fold_key(name).split()
    return bare_noun(words[0]) if len(words) == 1 else ""


@cache
def _places() -> dict[str, str]:
    return {fold_key(place): nation.id for nation in section("nationalities", Nation) for place in nation.places}


@cache
def _capitals() -> dict[str, str]:
    return {fold_key(form): capital.id for capital in section("capitals", Capital) for form in capital.forms}


@cache
def _of_two_words() -> frozenset[str]:
    """The first words of the adjectives that have two."""
    return frozenset(form.split()[0] for form in _adjectives() if " " in form)


@cache
def _adjectives() -> dict[str, str]:
    """The adjectives in all their forms without article, those of two words included, and the plurals of people."""
    found: dict[str, str] = {}
    for nation in section("nationalities", Nation):
        for adjective in nation.adjectives:
            first, *rest = fold_key(adjective).split()
            for one, other in (
                ("", ""),
                ("ه", "ه"),
                ("ا", "ا"),
                ("ين", "ين"),
                ("ون", "ون"),
                ("ان", "ان"),
                ("ات", "ات"),
            ):
                found.setdefault(" ".join([first + one, *(word + other for word in rest)]), nation.id)
        for people in nation.people:
            found.setdefault(fold_key(people), nation.id)
    return found
