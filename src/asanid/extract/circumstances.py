"""Circumstances of a saying: where, when and to whom: «في مقابلة», «عبر حسابه», «لوكالة …»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from asanid.extract.scene import Scene, per_scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance
from asanid.model import Mention, Span, Token
from asanid.parse.fold import fold_key

_CLITICS = frozenset({"ب", "ل"})
_TRAILING = 5
"""Tokens behind a content among which the circumstances of the saying are looked for."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is told round a saying: the channel, and the publication it was said to, by name or as «الصحيفة»."""

    channel: str | None = None
    channel_span: Span | None = None
    media: Mention | None = None
    media_noun: Span | None = None


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


def circumstances_round(scene: Scene, cue: Span, content: Sequence[Span]) -> Circumstances:
    """Find channel and addressee in the sentence of a cue, outside what it presents.

    What stands between the cue and its content comes first, then what stands before the cue, then what follows.
    """
    found = Circumstances()
    opens = min((span.start for span in content if span.start >= cue.end), default=scene.tokens[scene.last - 1].end)
    first = scene.tokens[scene.first].start
    for start, end in ((cue.end, opens), (first, cue.start), (opens, _behind(scene, content))):
        for position in _positions(scene, start, end):
            at = scene.tokens[position].start
            if not any(span.start <= at < span.end for span in content):
                found = _with_circumstance(scene, position, found)
    return found


@per_scene
def _circumstances_of(scene: Scene) -> dict[int, Circumstance]:
    """Every circumstance of a sentence, by where it begins."""
    found = ((position, find_circumstance(scene, position, scene.last)) for position in range(scene.first, scene.last))
    return {position: entry for position, entry in found if entry is not None}


def _fits(token: Token, nouns: frozenset[str]) -> bool:
    stem = token.stem
    return token.form in nouns or stem in nouns or stem.removeprefix("ال") in nouns or stem + token.enclitic in nouns


def circumstance_words() -> frozenset[str]:
    """Give the words that circumstances begin with."""
    return frozenset(_circumstances())


def _positions(scene: Scene, start: int, end: int) -> range:
    starts = scene.stage.token_starts
    return range(max(bisect_left(starts, start), scene.first), min(bisect_left(starts, end), scene.last))


def _behind(scene: Scene, content: Sequence[Span]) -> int:
    """How far behind a content its circumstances may stand: «…، وذلك في بيان», a few words."""
    last = bisect_left(scene.stage.token_starts, max((span.end for span in content), default=0))
    return scene.tokens[min(last + _TRAILING, scene.last) - 1].end


def _with_circumstance(scene: Scene, position: int, found: Circumstances) -> Circumstances:
    entry = _circumstances_of(scene).get(position)
    if entry is None:
        return found
    if entry.channel and found.channel is None:
        found = replace(found, channel=entry.channel, channel_span=scene.span(position, position + 1))
    if entry.addressee and found.media is None and found.media_noun is None:
        name = next((n for i in range(position, min(position + 4, scene.last)) if (n := scene.name(i))), None)
        if name is not None and name.type == "MEDIA":
            return replace(found, media=name)
        return replace(found, media_noun=scene.span(position, position + 1))
    return found


@cache
def _circumstances() -> dict[str, tuple[tuple[Circumstance, frozenset[str]], ...]]:
    """The entries by preposition, each with its nouns, folded."""
    table: dict[str, list[tuple[Circumstance, frozenset[str]]]] = {}
    for entry in section("circumstances", Circumstance):
        table.setdefault(fold_key(entry.preposition), []).append((entry, frozenset(map(fold_key, entry.nouns))))
    return {word: tuple(entries) for word, entries in table.items()}
