"""Headlines: a name or source noun, a bare colon, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asanid.extract.complements import trimmed
from asanid.extract.cues import CueHit
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.nouns import is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after
from asanid.lexicon.schema.cues import Cue

_COLON = Cue(id="colon", stance="assert")
_REACH = 12
"""Tokens before whose end the colon stands."""


def headline(scene: Scene, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«لندن: من الطبيعي أن نتواصل»: a name or source noun, a bare colon, what it says; in headlines only."""
    if scene.stage.parsed.blocks[scene.sentence.block].kind not in {"title", "heading", "summary"}:
        return []
    parts = (_part(scene, first, last, hits, drafts) for first, last in _parts(scene))
    return [draft for draft in parts if draft is not None]


def _parts(scene: Scene) -> Iterator[tuple[int, int]]:
    """The parts of a headline: «…‎.. ومصدر: …» has two; a rubric («عاجل:», «بالفيديو:») is left out."""
    first = scene.first
    for position in range(scene.first, scene.last + 1):
        dots = scene.form(position) == scene.form(position + 1) == "."
        if position == scene.last or dots or scene.form(position) in {"|", "…"}:
            yield _past_rubric(scene, first), position
            first = position + 1
        elif scene.form(position) == "." and first == position:
            first = position + 1


def _past_rubric(scene: Scene, first: int) -> int:
    colon = scene.form(first + 1) == ":"
    return first + 2 if colon and scene.stem(first).removeprefix("ال") in words("rubric") else first


def _part(scene: Scene, first: int, last: int, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> Draft | None:
    colon = next((i for i in range(first + 1, min(last, first + _REACH)) if scene.form(i) == ":"), None)
    if colon is None or colon + 1 >= last or any(first <= hit.first < colon and hit.form != "noun" for hit in hits):
        return None
    begin, end = scene.tokens[first].start, scene.tokens[colon].start
    if any(begin <= draft.cue.start < end for draft in drafts) or not may_head_source(scene, first):
        return None
    stem = scene.stem(first).removeprefix("ال")
    if stem in words("rubric") or stem in words("topic"):
        return None
    names = [name for i in range(first, colon) if (name := scene.name(i))]
    if scene.form(last - 1) == "؟" and all(name.type != "PERSON" for name in names):
        return None  # «محاربات التنظيم: الورقة الأخيرة؟»
    heading = scene.stage.parsed.blocks[scene.sentence.block].kind == "heading"
    speaks = heading or scene.form(colon + 1) in words("speech-opens")
    named = bool(names) and (speaks or any(name.type != "PLACE" for name in names))
    until = next((i for i in range(first + 1, colon) if scene.form(i) in words("about") or _is_to(scene, i)), colon)
    source = source_after(scene, first, until) if named or is_source_noun(scene.stem(first)) else None
    content = trimmed(scene, colon + 1, last)
    if source is None or not content:
        return None
    hit = CueHit(colon, colon + 1, _COLON, "finite")
    return Draft(hit, scene.span(colon, colon + 1), source, content, "headline-colon")


def _is_to(scene: Scene, position: int) -> bool:
    """«ماي للبريطانيين», «مصادر لـCNN»: whom it was said to."""
    return scene.tokens[position].proclitics == "ل" or scene.form(position) in words("to")
