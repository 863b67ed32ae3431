"""Drafts: attributions before their entities are known, as the word orders give them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from asanid.extract.cues import CueHit
from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.model import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its entities are known.

    ``under``: the index of the draft that this one hangs below, where syntax says so rather than the place of its cue;
    ``refers``: that a relative pronoun stands for the content, which is empty («وهو ما أكده»); ``opener``: the position
    that opens the content of a verb, before which everything belongs to its source.
    """

    hit: CueHit
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    rule: str
    under: int | None = None
    refers: bool = False
    opener: int = 0


Order = Callable[[Scene, CueHit, Sequence[CueHit], Sequence[Draft]], list[Draft]]
"""Knows one order: the drafts it finds for a cue, given the cues and drafts of the sentence so far."""


def head_of(hit: CueHit) -> int:
    """The position of the word itself, behind a negation."""
    return hit.first + hit.negated


def cue_span(scene: Scene, hit: CueHit) -> Span:
    """The words of a cue: no conjunction before it nor a preposition on a noun, and the «ل» of «وفقا ل» with it."""
    head = scene.tokens[hit.first]
    taken = head.proclitics if hit.form == "noun" and not hit.cue.phrases else "وف"
    conjunction = len(head.proclitics) - len(head.proclitics.lstrip(taken))
    trailing = bool(hit.cue.phrases) and hit.last - hit.first > 1 and scene.stem(hit.last - 1) in words("that")
    end = scene.tokens[hit.last - 1 - trailing].end
    following = scene.tokens[hit.last] if hit.last < scene.last else None
    if hit.cue.particles and following and following.proclitics == "ل" and scene.stem(hit.last - 1) in words("takes-l"):
        end = following.stem_start
    return Span(head.start + conjunction, end)
