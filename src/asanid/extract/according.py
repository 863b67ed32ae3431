"""Particles: «بحسب», «وفقا ل», «نقلا عن», «حسبما ذكرت»: the sentence around the phrase is the content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from asanid.extract.complements import COMMAS, MARKS, trimmed
from asanid.extract.cues import CueHit
from asanid.extract.drafts import Draft, Order, cue_span
from asanid.extract.grammar import words
from asanid.extract.nouns import may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after
from asanid.model import Span


def relayed_by(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«ذكرت الصحيفة نقلا عن مصدر أن …»: what the verb presents, below the verb."""
    if hit.cue.id != "naqlan":
        return []
    for index in reversed(range(len(drafts))):
        verb = drafts[index]
        inside = any(span.start <= scene.tokens[hit.first].start < span.end for span in verb.content)
        if verb.hit.cue.particles or inside or not verb.content:
            continue
        source = source_after(scene, hit.last, _particle_end(scene, hit), led=True)
        if source:
            return [Draft(hit, cue_span(scene, hit), source, verb.content, "relayed-by", under=index)]
    return []


def according(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«بحسب X، …», «…، وفقا لX», «قال X، وفق Y، إن …»: the sentence around the phrase is the content."""
    end = _particle_end(scene, hit)
    source = source_after(scene, hit.last, end, led=True)
    after = end
    while after < scene.last and (scene.form(after) in MARKS or (after == end and scene.form(after) in words("then"))):
        after += 1
    if scene.form(after) in words("then"):
        after += 1
    floor = _floor(scene, hit, drafts)
    ceiling = _ceiling(scene, after, hits)
    spans = (*_stripped(scene, floor, hit.first), *trimmed(scene, after, ceiling))
    content = tuple(span for span in spans if span.end - span.start > 2)
    if source is None and not scene.tokens[hit.last - 1].enclitic:
        return []
    own_words = bool(scene.tokens[hit.last - 1].enclitic) and "clause" not in hit.cue.frames and bool(drafts)
    if own_words and scene.stem(hit.last - 1) in words("own-expression"):
        return []  # «على حد تعبيره»: the same voice again
    if scene.stem(hit.last).removeprefix("ال") in words("no-authority"):
        return []  # «وفقا للخطة», «بحسب الحاجة»
    return [Draft(hit, cue_span(scene, hit), source, content, "according-to")] if content else []


def _particle_end(scene: Scene, hit: CueHit) -> int:
    """Where the phrase of a particle ends: at a comma, «فإن», or the end of the sentence."""
    end = hit.last
    while end < scene.last:
        quote = scene.quote(end)
        if quote:
            end = min(scene.past_quote(end, quote), scene.last)
            continue
        if (scene.form(end) in MARKS or scene.form(end) in words("then")) and end > hit.last:
            break
        end += 1
    return end


def _floor(scene: Scene, hit: CueHit, drafts: Sequence[Draft]) -> int:
    """Where the content before a particle begins: behind the words that an earlier particle has taken."""
    taken = [draft for draft in drafts if draft.hit.cue.particles and draft.rule == "according-to"]
    del hit
    if not taken:
        return scene.first
    end = max(
        span.end for draft in taken for span in (*draft.content, draft.cue, *((draft.source,) if draft.source else ()))
    )
    floor = bisect_left(scene.stage.token_starts, end, scene.first, scene.last)
    return floor if floor < scene.last else scene.first


def _ceiling(scene: Scene, after: int, hits: Sequence[CueHit]) -> int:
    """Where the content behind a particle ends: before a co-ordinated clause with a source of its own."""
    for hit in hits:
        if hit.first <= after + 1 or hit.cue.particles or hit.form != "finite":
            continue
        before = scene.form(hit.first - 1)
        joined = before in words("contrast")
        if (before in COMMAS or joined) and may_head_source(scene, hit.last):
            return hit.first - joined
    return next(
        (
            i
            for i in range(after + 1, scene.last)
            if scene.form(i) in words("joined-clause") and scene.form(i - 1) in COMMAS
        ),
        scene.last,
    )


def _past_dateline(scene: Scene, first: int) -> int:
    """Where the text begins behind «دبي، الإمارات (CNN) -- »."""
    dash = next((i for i in range(first, min(first + 14, scene.last)) if scene.form(i) in words("dash")), None)
    return dash + 1 if dash is not None and scene.form(dash - 1) in {")", "-"} else first


def _stripped(scene: Scene, first: int, last: int) -> tuple[Span, ...]:
    """The words before a particle, without the conjunction that opens the sentence."""
    first = _past_dateline(scene, first)
    spans = trimmed(scene, first, last)
    if not spans:
        return ()
    head = bisect_left(scene.stage.token_starts, spans[0].start, first, last)
    head = head if head < last else first
    token = scene.tokens[head]
    skip = 1 if token.proclitics[:1] in {"و", "ف"} and token.start == spans[0].start else 0
    if token.form in words("sentence-opener") and head + 1 < last:
        return trimmed(scene, head + 1, last)
    return (Span(spans[0].start + skip, spans[0].end),)


PARTICLE_ORDERS: tuple[Order, ...] = (relayed_by, according)
