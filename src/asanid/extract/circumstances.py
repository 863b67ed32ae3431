"""Circumstances of a saying: where, when and to whom: «في مقابلة», «عبر حسابه», «لوكالة …»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance
from asanid.model import Mention, Span, Token
from asanid.parse.fold import fold_key

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
    for entry in table.get(token.form, ()):
        following = scene.tokens[position + 1] if position + 1 < last else None
        if not entry.nouns or (following is not None and _fits(following, entry)):
            return entry
    for entry in table.get(token.proclitics[-1:], ()) if token.proclitics[-1:] in {"ب", "ل"} else ():
        name = scene.name(position)
        if _fits(token, entry) or (entry.addressee and name is not None and name.type == "MEDIA"):
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


def _fits(token: Token, entry: Circumstance) -> bool:
    nouns = _nouns(entry)
    return bool(nouns & {token.form, token.stem, token.stem.removeprefix("ال"), token.stem + token.enclitic})


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
    entry = find_circumstance(scene, position, scene.last)
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
def _circumstances() -> dict[str, tuple[Circumstance, ...]]:
    table: dict[str, list[Circumstance]] = {}
    for entry in section("circumstances", Circumstance):
        table.setdefault(fold_key(entry.preposition), []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


@cache
def _nouns(entry: Circumstance) -> frozenset[str]:
    return frozenset(fold_key(noun) for noun in entry.nouns)
