"""Particles: «بحسب», «وفقا ل», «نقلا عن», «حسبما ذكرت»: the sentence around the phrase is the content."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.complements import COMMAS, MARKS, SENTENCE_ENDS, trimmed
from asanid.extract.cues import CueHit
from asanid.extract.drafts import Draft, cue_span
from asanid.extract.endings import BARE, turns_to_another
from asanid.extract.grammar import words
from asanid.extract.kinds import may_be_a_name
from asanid.extract.nouns import may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after
from asanid.model import Span


def according(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«بحسب X، …», «…، وفقا لX», «قال X، وفق Y، إن …»: the sentence around the phrase is the content."""
    by_pronoun = bool(scene.tokens[hit.last - 1].enclitic) and not hit.cue.opens
    end = hit.last if by_pronoun else particle_end(scene, hit)
    told = _own_words(scene, hit, hits, end)
    source = None if by_pronoun else source_after(scene, hit.last, end if told is None else told, led=True)
    after = end if told is None else scene.last
    while scene.form(after) in MARKS | {")"}:
        after += 1
    if scene.form(after) in words("then"):
        after += 1
    floor, ceiling = _within(scene, hit, drafts)
    floor, ceiling = max(floor, _floor(scene, hit, drafts)), min(ceiling, _ceiling(scene, after, hits))
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


def particle_end(scene: Scene, hit: CueHit) -> int:
    """Where the phrase of a particle ends: at a comma, «فإن», or the end of the sentence."""
    end, last, opened = hit.last, scene.quoted(hit.first)[1], 0
    while end < last:
        quote = scene.quote(end)
        if quote and end > hit.last and not may_be_a_name(scene.stage, quote):
            break  # «وفق ما نقلت عنه القناة "وصول القوات إلى الجزيرة …"»: what is said, no name in marks
        if quote:
            end = min(scene.past_quote(end, quote), last)
            continue
        opened += scene.form(end) == "("
        opened -= scene.form(end) == ")"
        if end > hit.last and (scene.form(end) in MARKS or opened < 0 or scene.form(end) in words("then")):
            break
        end += 1
    return end


def _own_words(scene: Scene, hit: CueHit, hits: Sequence[CueHit], end: int) -> int | None:
    """«وفقا للشركة التي قالت إن …»: the relative from which on the source has a clause of its own."""
    inside = (o.first - 1 for o in hits if hit.last < o.first < end and o.form == "finite" and not o.cue.particles)
    relatives = (at for at in inside if scene.form(at) in words("relative"))
    return next(relatives, None) if scene.form(end) in words("that") else None


def _within(scene: Scene, hit: CueHit, drafts: Sequence[Draft]) -> tuple[int, int]:
    """The tokens that a particle can cover: its sentence, in a quotation that sentence of it, or the clause it is in.

    «قال إنه، على حد علمه، …», «نفى أن تكون الوحدات تأخرت كما تقول العائلات»: what is presented around it, no more.
    """
    first, last = scene.quoted(hit.first)
    if (first, last) != (scene.first, scene.last):
        first = next((i + 1 for i in range(hit.first - 1, first, -1) if scene.form(i) in SENTENCE_ENDS), first)
    if scene.tokens[hit.last - 1].enclitic or hit.cue.id == BARE:
        start = scene.tokens[hit.first].start
        around = [span for draft in drafts for span in draft.content if span.start <= start <= span.end + 1]
        if around:
            low, high = scene.range_of(min(around, key=_length))
            first, last = max(first, low), min(last, max(high, hit.last))
    return first, last


def _length(span: Span) -> int:
    return span.end - span.start


def _floor(scene: Scene, hit: CueHit, drafts: Sequence[Draft]) -> int:
    """Where the content before a particle begins: behind the words that an earlier particle has taken."""
    taken = [draft for draft in drafts if draft.hit.cue.particles and draft.rule == "according-to"]
    del hit
    if not taken:
        return scene.first
    end = max(
        span.end for draft in taken for span in (*draft.content, draft.cue, *((draft.source,) if draft.source else ()))
    )
    return next((i for i in range(scene.first, scene.last) if scene.tokens[i].start >= end), scene.first)


def _ceiling(scene: Scene, after: int, hits: Sequence[CueHit]) -> int:
    """Where the content behind a particle ends: before a co-ordinated clause with a source of its own."""
    later = {hit.first: hit for hit in hits if hit.first > after}
    for position in range(after, scene.last):
        if scene.form(position - 1) in COMMAS and turns_to_another(scene, position, later):
            return position
    if scene.form(after) in words("joined-clause") and scene.form(after - 1) in COMMAS:
        return after
    for hit in hits:
        before = scene.form(hit.first - 1)
        joined = before in words("contrast")
        if hit.first <= after + 1 - joined or hit.cue.particles or hit.form != "finite":
            continue
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
    last -= scene.form(last - 1) in words("and-that")
    spans = trimmed(scene, first, last)
    if not spans:
        return ()
    head = next((i for i in range(first, last) if scene.tokens[i].start >= spans[0].start), first)
    token = scene.tokens[head]
    skip = 1 if token.proclitics[:1] in {"و", "ف"} and token.start == spans[0].start else 0
    if token.form in words("sentence-opener") and head + 1 < last:
        return trimmed(scene, head + 1, last)
    return (Span(spans[0].start + skip, spans[0].end),)
