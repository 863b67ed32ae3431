"""Headlines: a name or source noun, a bare colon, and what it says."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.complements import trimmed
from asanid.extract.cues import CueHit
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.nouns import is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after
from asanid.lexicon.schema.cues import Cue

_COLON = Cue(id="colon", stance="assert")


def headline(scene: Scene, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«لندن: من الطبيعي أن نتواصل»: a name or source noun, a bare colon, what it says; in headlines only."""
    kind = scene.stage.parsed.blocks[scene.sentence.block].kind
    if kind not in {"title", "heading", "summary"} or any(draft.cue.start < _first_colon(scene) for draft in drafts):
        return []
    colon = next((i for i in range(scene.first + 1, min(scene.last, scene.first + 8)) if scene.form(i) == ":"), None)
    if colon is None or colon + 1 >= scene.last or any(hit.first < colon for hit in hits):
        return []
    if not may_head_source(scene, scene.first):
        return []
    names = [name for i in range(scene.first, colon) if (name := scene.name(i))]
    named = bool(names) and (kind == "heading" or any(name.type != "PLACE" for name in names))
    end = next((i for i in range(scene.first + 1, colon) if scene.form(i) in words("about") or _is_to(scene, i)), colon)
    source = source_after(scene, scene.first, end) if named or _is_source_noun(scene) else None
    content = trimmed(scene, colon + 1, scene.last)
    if source is None or not content:
        return []
    hit = CueHit(colon, colon + 1, _COLON, "finite")
    return [Draft(hit, scene.span(colon, colon + 1), source, content, "headline-colon")]


def _is_to(scene: Scene, position: int) -> bool:
    """«ماي للبريطانيين», «مصادر لـCNN»: whom it was said to."""
    return scene.tokens[position].proclitics == "ل" or scene.form(position) in words("to")


def _first_colon(scene: Scene) -> int:
    return next((scene.tokens[i].start for i in range(scene.first, scene.last) if scene.form(i) == ":"), 0)


def _is_source_noun(scene: Scene) -> bool:
    return is_source_noun(scene.stem(scene.first))
