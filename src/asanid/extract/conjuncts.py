"""Co-ordinated sources: «نفى كل من الكرملين وبوت» is one attribution for each, sharing cue and content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from asanid.extract.complements import COMMAS
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.nouns import is_title, may_head_source
from asanid.extract.scene import Scene
from asanid.model import Span

_MARK = 2
"""Letters before which a source begins with its name, be it behind a «#»."""


def conjuncts(scene: Scene, draft: Draft) -> list[Draft]:
    """«نفى كل من الكرملين وبوت»: one attribution for each source, sharing cue and content."""
    if draft.source is None or draft.hit.form == "noun":
        return [draft]
    cuts = [draft.source.start]
    starts = scene.stage.token_starts
    first = bisect_right(starts, draft.source.start, scene.first, scene.last)
    inside = range(first, bisect_left(starts, draft.source.end, first, scene.last))
    cuts += [scene.tokens[i].stem_start for i in inside if _heads_conjunct(scene, i, draft.source)]
    if len(cuts) == 1:
        return [draft]
    parts = [
        Span(start, end) for start, end in zip(cuts, [*(cut - 1 for cut in cuts[1:]), draft.source.end], strict=True)
    ]
    text = scene.stage.parsed.article.text
    kept = [Span(part.start, part.start + len(text[part.start : part.end].rstrip(" ،"))) for part in parts]
    kept[0] = _without_each(scene, kept[0])
    return [replace(draft, source=part) for part in kept]


def _heads_conjunct(scene: Scene, position: int, source: Span) -> bool:
    """Whether another source is joined here: not inside a name or a quotation, and of the same kind as the first."""
    token, name = scene.tokens[position], scene.name(position)
    if token.proclitics != "و" or not may_head_source(scene, position) or scene.form(position - 1) in COMMAS:
        return False
    if name is not None and name.start != token.stem_start:
        return False
    if _is_one_person(scene, position, source):
        return False
    if any(source.start < quote.start < token.start < quote.end for quote in scene.stage.quotes_touching(source)):
        return False
    if name is not None and name.type == "PLACE":
        return any(m.type == "PLACE" and m.start - source.start < _MARK for m in scene.stage.mentions_in(source))
    return True


def _is_one_person(scene: Scene, position: int, source: Span) -> bool:
    """«الكاتب والباحث في الشؤون الأمنية سالم الراشد»: two offices of one person, who is named behind the second."""
    token = scene.tokens[position]
    head = next((t for t in scene.tokens[scene.first : position] if t.end > source.start), token)
    people = [name for name in scene.stage.mentions_in(source) if name.type == "PERSON"]
    if len(people) != 1 or not is_title(token.stem):
        return False
    if people[0].start == source.start:  # «سالم الراشد المؤسس والمدير العام للشركة»
        before = scene.stem(position - 1)
        return is_title(before) and before.startswith("ال") and scene.name(position - 1) is None
    return people[0].start > token.end and is_title(head.stem)


def _without_each(scene: Scene, span: Span) -> Span:
    """Leave out «كل من» before the first of several sources."""
    inside = [t for t in scene.tokens[scene.first : scene.last] if span.start <= t.start < span.end]
    if len(inside) > 2 and inside[0].stem in words("each") and inside[1].form in words("holder"):
        return Span(inside[2].start, span.end)
    return span
