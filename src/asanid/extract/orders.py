"""Word orders: where source and content stand round a cue. Each function knows one order and gives a draft or nothing.

The orders are tried from the most certain to the least; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from asanid.extract.complements import (
    COMMAS,
    MARKS,
    Complement,
    content_spans,
    find_complement,
    trimmed,
)
from asanid.extract.cues import CueHit, find_cues
from asanid.extract.nouns import is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after, source_before
from asanid.lexicon.schema.cues import Cue
from asanid.model import Span

_COLON = Cue(id="colon", stance="assert")
_THEN = frozenset({"فان", "فانه", "فانها", "فانهم", "ان", "انه", "انها"})
_RELAY_FROM = frozenset({"عن"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its entities are known.

    ``under``: the index of the draft that this one hangs below, where syntax says so rather than the place of its cue;
    ``refers``: that a relative pronoun stands for the content, which is empty («وهو ما أكده»).
    """

    hit: CueHit
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    rule: str
    under: int | None = None
    refers: bool = False


def find_drafts(scene: Scene) -> list[Draft]:
    """Give the drafts of a sentence, in the order of their cues."""
    hits = list(find_cues(scene.tokens, scene.first, scene.last))
    drafts: list[Draft] = []
    for hit in hits:
        for order in _PARTICLE_ORDERS if hit.cue.particles else _VERB_ORDERS:
            found = order(scene, hit, hits, drafts)
            if found:
                drafts.extend(each for draft in found for each in _conjuncts(scene, draft))
                break
    headline = _headline(scene, hits, drafts)
    return [*headline, *drafts]


def _conjuncts(scene: Scene, draft: Draft) -> list[Draft]:
    """«نفى كل من الكرملين وبوت»: one attribution for each source, sharing cue and content."""
    if draft.source is None or draft.hit.form in {"noun"}:
        return [draft]
    cuts = [draft.source.start]
    inside = [
        i for i in range(scene.first, scene.last) if draft.source.start < scene.tokens[i].start < draft.source.end
    ]
    for position in inside:
        token = scene.tokens[position]
        if token.proclitics == "و" and may_head_source(scene, position) and scene.form(position - 1) not in COMMAS:
            cuts.append(token.stem_start)
    if len(cuts) == 1:
        return [draft]
    parts = [
        Span(start, end) for start, end in zip(cuts, [*(cut - 1 for cut in cuts[1:]), draft.source.end], strict=True)
    ]
    text = scene.stage.parsed.article.text
    kept = [Span(part.start, part.start + len(text[part.start : part.end].rstrip(" ،"))) for part in parts]
    kept[0] = _without_each(scene, kept[0])
    return [replace(draft, source=part) for part in kept]


def _without_each(scene: Scene, span: Span) -> Span:
    """Leave out «كل من» before the first of several sources."""
    inside = [t for t in scene.tokens[scene.first : scene.last] if span.start <= t.start < span.end]
    if len(inside) > 2 and inside[0].stem in {"كل", "كلا"} and inside[1].form == "من":
        return Span(inside[2].start, span.end)
    return span


Order = Callable[[Scene, CueHit, Sequence[CueHit], Sequence[Draft]], list[Draft]]


# --- verbs -----------------------------------------------------------------------------------------


def _relay(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«نقلت الوكالة عن مصدر قوله إن …»: two attributions, the second below the first."""
    if hit.cue.id != "naqala" or hit.form not in {"finite", "passive"}:
        return []
    complement = find_complement(scene, hit, [h for h in hits if h.form != "noun" or h.first < hit.first])
    if complement is None or complement.kind == "noun":
        return []
    via = next(
        (i for i in range(hit.last - (hit.last - hit.first > 1), complement.opener) if scene.form(i) == "عن"), None
    )
    if via is None:
        return []
    outer = _from_complement(scene, replace(hit, last=min(hit.last, via)), complement, via, "relay")
    inner_source = source_after(scene, via + 1, _before_saying(scene, via + 1, complement.opener))
    inner = replace(outer, cue=scene.span(via, via + 1), source=inner_source, under=len(drafts), rule="relay-from")
    return [outer, inner]


def _before_saying(scene: Scene, first: int, last: int) -> int:
    """Leave out «قوله», «قولهم» before the particle."""
    return last - 1 if last - 1 > first and scene.stem(last - 1) in {"قول", "تاكيد"} else last


def _relative(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«وهو ما أكده الكرملين», «التي أكدها مسؤولون»: the content stands before, the source behind."""
    if hit.form != "finite" or not scene.tokens[hit.last - 1].enclitic:
        return []
    before = scene.form(hit.first - 1)
    if before not in {"ما", "الذي", "التي"} or "noun" not in hit.cue.frames:
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS:
        end += 1
    source = source_after(scene, hit.last, end)
    return [Draft(hit, _cue_span(scene, hit), source, (), "relative", refers=True)] if source else []


def _verb_first(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«قال X إن …», «وأضاف أن …», «X قال إن …», «مضيفا أن …», «قال X: …»."""
    if hit.form in {"noun", "patient"}:
        return []
    complement = find_complement(scene, hit, hits)
    if complement is None:
        return []
    draft = _from_complement(scene, hit, complement, complement.opener, f"verb-{complement.kind}")
    return [draft] if draft.content else []


def _from_complement(scene: Scene, hit: CueHit, complement: Complement, zone_end: int, rule: str) -> Draft:
    source = None
    if hit.form in {"finite", "jussive", "passive"}:
        source = source_after(scene, hit.last, zone_end)
        if source is None and _may_be_fronted(scene, hit):
            source = source_before(scene, hit, scene.first)
            rule = "fronted-" + rule if source else rule
    return Draft(hit, _cue_span(scene, hit), source, content_spans(scene, complement), rule)


def _may_be_fronted(scene: Scene, hit: CueHit) -> bool:
    head = scene.tokens[hit.first]
    return not head.proclitics and hit.first > scene.first


def _quote_first(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«"…"، قال X», «"…"، يقول X، "…"»: the quotation stands before the verb."""
    if hit.form not in {"finite"} or "quote" not in hit.cue.frames:
        return []
    position = hit.first - 1
    if position > scene.first and scene.form(position) in COMMAS:
        position -= 1
    opened = next(
        (i for i in range(scene.first, position + 1) if (q := scene.quote(i)) and q.end == scene.tokens[position].end),
        None,
    )
    if opened is None or position - opened < 3:
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS and not scene.quote(end):
        end += 1
    content = list(trimmed(scene, opened, position + 1))
    resumed = end + 1 if scene.form(end) in COMMAS | {":"} else end
    if scene.quote(resumed):
        content.extend(trimmed(scene, resumed, min(scene.past_quote(resumed, scene.quote(resumed)), scene.last)))  # type: ignore[arg-type]
    return [Draft(hit, _cue_span(scene, hit), source_after(scene, hit.last, end), tuple(content), "quote-first")]


def _empty(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«لم يرد المتحدث», «رفض التعليق»: nothing is presented, and that is told."""
    if "empty" not in hit.cue.frames or not (hit.negated or hit.cue.stance == "decline"):
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS:
        end += 1
    source = source_after(scene, hit.last, end) or source_before(scene, hit, scene.first)
    return [Draft(hit, _cue_span(scene, hit), source, (), "empty")] if source else []


def _verbal_noun(scene: Scene, hit: CueHit, hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«مخاوف في بريطانيا من أن …», «طلب أوكرانيا تنفيذ …»: a noun with both a holder and a proposition."""
    if hit.form != "noun" or scene.tokens[hit.first].stem.startswith("ال"):
        return []
    complement = find_complement(scene, hit, hits)
    if complement is None or complement.kind not in {"clause", "noun", "order"}:
        return []
    first = hit.last + 1 if scene.form(hit.last) in {"في", "لدي", "بين", "من"} else hit.last
    holder = any(scene.name(i) for i in range(first, complement.opener))
    if not holder or complement.opener - first > 8:
        return []
    source = source_after(scene, first, _before_preposition(scene, first, complement.opener))
    content = content_spans(scene, complement)
    return [Draft(hit, _cue_span(scene, hit), source, content, "verbal-noun")] if source and content else []


def _before_preposition(scene: Scene, first: int, last: int) -> int:
    return last - 1 if last - 1 > first and scene.form(last - 1) in {"من", "علي", "الي", "عن", "في"} else last


# --- particles -------------------------------------------------------------------------------------


def _relayed_by(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«ذكرت الصحيفة نقلا عن مصدر أن …»: what the verb presents, below the verb."""
    if hit.cue.id != "naqlan":
        return []
    for index in reversed(range(len(drafts))):
        verb = drafts[index]
        inside = any(span.start <= scene.tokens[hit.first].start < span.end for span in verb.content)
        if verb.hit.cue.particles or inside or not verb.content:
            continue
        source = source_after(scene, hit.last, _particle_end(scene, hit))
        if source:
            return [Draft(hit, _cue_span(scene, hit), source, verb.content, "relayed-by", under=index)]
    return []


def _according(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«بحسب X، …», «…، وفقا لX», «قال X، وفق Y، إن …»: the sentence around the phrase is the content."""
    end = _particle_end(scene, hit)
    source = source_after(scene, hit.last, end)
    after = end
    while after < scene.last and (scene.form(after) in MARKS or (after == end and scene.form(after) in _THEN)):
        after += 1
    if scene.form(after) in _THEN:
        after += 1
    floor = _floor(scene, hit, drafts)
    ceiling = _ceiling(scene, after, drafts, hit)
    spans = (*_stripped(scene, floor, hit.first), *trimmed(scene, after, ceiling))
    content = tuple(span for span in spans if span.end - span.start > 2)
    if source is None and not scene.tokens[hit.last - 1].enclitic:
        return []
    return [Draft(hit, _cue_span(scene, hit), source, content, "according-to")] if content else []


def _particle_end(scene: Scene, hit: CueHit) -> int:
    """Where the phrase of a particle ends: at a comma, «فإن», or the end of the sentence."""
    end = hit.last
    while end < scene.last:
        quote = scene.quote(end)
        if quote:
            end = min(scene.past_quote(end, quote), scene.last)
            continue
        if (scene.form(end) in MARKS or scene.form(end) in _THEN) and end > hit.last:
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
    return next((i for i in range(scene.first, scene.last) if scene.tokens[i].start >= end), scene.first)


def _ceiling(scene: Scene, after: int, drafts: Sequence[Draft], hit: CueHit) -> int:
    """Where the content behind a particle ends: before a co-ordinated clause with a source of its own."""
    del drafts, hit
    for position in range(after + 1, scene.last):
        if scene.form(position) in {"فيما", "بينما"} and scene.form(position - 1) in COMMAS:
            return position
        if scene.form(position) in {"وهو", "وهي"} and scene.form(position - 1) in COMMAS:
            return position
    return scene.last


def _stripped(scene: Scene, first: int, last: int) -> tuple[Span, ...]:
    """The words before a particle, without the conjunction that opens the sentence."""
    spans = trimmed(scene, first, last)
    if not spans:
        return ()
    head = next((i for i in range(first, last) if scene.tokens[i].start >= spans[0].start), first)
    token = scene.tokens[head]
    skip = 1 if token.proclitics[:1] in {"و", "ف"} and token.start == spans[0].start else 0
    if token.form in {"لكن", "كما", "ولكن"} and head + 1 < last:
        return trimmed(scene, head + 1, last)
    return (Span(spans[0].start + skip, spans[0].end),)


# --- headlines -------------------------------------------------------------------------------------


def _headline(scene: Scene, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«لندن: من الطبيعي أن نتواصل»: a name or source noun, a bare colon, what it says; in headlines only."""
    kind = scene.stage.parsed.blocks[scene.sentence.block].kind
    if kind not in {"title", "heading", "summary"} or drafts:
        return []
    colon = next((i for i in range(scene.first + 1, min(scene.last, scene.first + 8)) if scene.form(i) == ":"), None)
    if colon is None or colon + 1 >= scene.last or any(hit.first < colon for hit in hits):
        return []
    named = any(scene.name(i) for i in range(scene.first, colon))
    source = source_after(scene, scene.first, colon) if named or _is_source_noun(scene) else None
    content = trimmed(scene, colon + 1, scene.last)
    if source is None or not content:
        return []
    hit = CueHit(colon, colon + 1, _COLON, "finite")
    return [Draft(hit, scene.span(colon, colon + 1), source, content, "headline-colon")]


def _is_source_noun(scene: Scene) -> bool:
    return is_source_noun(scene.stem(scene.first))


def _cue_span(scene: Scene, hit: CueHit) -> Span:
    """The words of a cue: no conjunction before it, and the «ل» of «وفقا ل» with it."""
    head = scene.tokens[hit.first]
    conjunction = len(head.proclitics) - len(head.proclitics.lstrip("وف"))
    end = scene.tokens[hit.last - 1].end
    following = scene.tokens[hit.last] if hit.last < scene.last else None
    if (
        hit.cue.particles
        and following
        and following.proclitics == "ل"
        and scene.stem(hit.last - 1) in {"وفقا", "وفق", "طبقا"}
    ):
        end = following.stem_start
    return Span(head.start + conjunction, end)


def drafts_of(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, list[Draft]]]:
    """Give the drafts of each sentence."""
    for scene in scenes:
        yield scene, find_drafts(scene)


_VERB_ORDERS: tuple[Order, ...] = (_relay, _relative, _verb_first, _quote_first, _verbal_noun, _empty)
_PARTICLE_ORDERS: tuple[Order, ...] = (_relayed_by, _according)
