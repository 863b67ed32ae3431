"""Circumstances of a saying: where, when and to whom: «في مقابلة», «عبر حسابه», «لوكالة …»."""

from __future__ import annotations

from functools import cache

from asanid.extract.scene import Scene, per_scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance
from asanid.model import Token
from asanid.parse.fold import fold_key

_CLITICS = frozenset({"ب", "ل"})


def find_circumstance(scene: Scene, position: int, last: int) -> Circumstance | None:
    """Give the circumstance that begins here: «في مقابلة», «عبر حسابه», «لوكالة …»."""
    token = scene.tokens[position]
    table = _circumstances()
    for entry, nouns in table.get(token.form, ()):
        if not nouns or (position + 1 < last and _fits(scene.tokens[position + 1], nouns)):
            return entry
    clitic = token.proclitics[-1:]
    if clitic in _CLITICS:
        for entry, nouns in table.get(clitic, ()):
            name = scene.name(position) if entry.addressee else None
            if _fits(token, nouns) or (name is not None and name.type == "MEDIA"):
                return entry
    return None


@per_scene
def circumstances(scene: Scene) -> tuple[tuple[int, Circumstance], ...]:
    """Give every circumstance of a sentence, and where it begins."""
    found = ((position, find_circumstance(scene, position, scene.last)) for position in range(scene.first, scene.last))
    return tuple((position, entry) for position, entry in found if entry is not None)


def _fits(token: Token, nouns: frozenset[str]) -> bool:
    stem = token.stem
    return token.form in nouns or stem in nouns or stem.removeprefix("ال") in nouns or stem + token.enclitic in nouns


def circumstance_words() -> frozenset[str]:
    """Give the words that circumstances begin with."""
    return frozenset(_circumstances())


@cache
def _circumstances() -> dict[str, tuple[tuple[Circumstance, frozenset[str]], ...]]:
    """The entries by preposition, each with its nouns, folded."""
    table: dict[str, list[tuple[Circumstance, frozenset[str]]]] = {}
    for entry in section("circumstances", Circumstance):
        table.setdefault(fold_key(entry.preposition), []).append((entry, frozenset(map(fold_key, entry.nouns))))
    return {word: tuple(entries) for word, entries in table.items()}
