"""Circumstances of a saying: where, when and to whom: «في مقابلة», «عبر حسابه», «لوكالة …»."""

from __future__ import annotations

from functools import cache

from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance
from asanid.model import Token
from asanid.parse.fold import fold_key


def find_circumstance(scene: Scene, position: int, last: int) -> Circumstance | None:
    """Give the circumstance that begins here: «في مقابلة», «عبر حسابه», «لوكالة …»."""
    token = scene.tokens[position]
    table = _circumstances()
    for entry in table.get(token.form, ()):
        following = scene.tokens[position + 1] if position + 1 < last else None
        if not entry.nouns or (following is not None and _fits(following, entry)):
            return entry
    for entry in table.get(token.proclitics[-1:], ()) if token.proclitics[-1:] in {"ب", "ل"} else ():
        name = scene.name(position)
        if _fits(token, entry) or (entry.addressee and name is not None and name.type == "MEDIA"):
            return entry
    return None


def _fits(token: Token, entry: Circumstance) -> bool:
    nouns = _nouns(entry)
    return bool(nouns & {token.form, token.stem, token.stem.removeprefix("ال"), token.stem + token.enclitic})


def circumstance_words() -> frozenset[str]:
    """Give the words that circumstances begin with."""
    return frozenset(_circumstances())


@cache
def _circumstances() -> dict[str, tuple[Circumstance, ...]]:
    table: dict[str, list[Circumstance]] = {}
    for entry in section("circumstances", Circumstance):
        table.setdefault(fold_key(entry.preposition), []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def _nouns(entry: Circumstance) -> frozenset[str]:
    return frozenset(fold_key(noun) for noun in entry.nouns)
