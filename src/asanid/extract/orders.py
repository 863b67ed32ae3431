"""Word orders: where source and content stand round a cue. Each function knows one order and gives a draft or nothing.

The orders are tried from the most certain to the least; the first that fits wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from asanid.extract.complements import (
    COMMAS,
    MARKS,
    Complement,
    content_end,
    content_spans,
    find_complement,
    subject_end,
    trimmed,
)
from asanid.extract.cues import CueHit, bare, find_cues, readings
from asanid.extract.grammar import words
from asanid.extract.nouns import is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import find_circumstance, source_after, source_before
from asanid.lexicon.schema.cues import Cue
from asanid.model import Span
from asanid.parse.fold import fold_key

_COLON = Cue(id="colon", stance="assert")


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


def find_drafts(scene: Scene) -> list[Draft]:
    """Give the drafts of a sentence, in the order of their cues."""
    found_cues = [hit for hit in find_cues(scene.tokens, scene.first, scene.last) if _is_cue(scene, hit)]
    hits = [_plain_verb(scene, hit, found_cues) or hit for hit in found_cues]
    drafts: list[Draft] = []
    taken = scene.first
    for hit in hits:
        if hit.first < taken and not hit.cue.particles:
            continue  # «المسؤول الذي تحدث …»: part of the source of the verb before
        for order in _PARTICLE_ORDERS if hit.cue.particles else _VERB_ORDERS:
            found = order(scene, hit, hits, drafts)
            if found:
                drafts.extend(each for draft in found for each in _conjuncts(scene, draft))
                taken = max([taken, *(draft.opener for draft in found)])
                break
    headline = _headline(scene, hits, drafts)
    return [*headline, *drafts]


def _plain_verb(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> CueHit | None:
    """«كما قال الوزير إن …»: the verb presents something itself and the particle only joins."""
    if not hit.cue.opens:
        return None
    for verb in readings(scene.tokens, hit.last - 1, scene.first, scene.last):
        complement = find_complement(scene, verb, hits)
        if complement is not None and complement.kind in _SAID | {"noun"} and complement.first > complement.opener:
            return verb
    return None


def _conjuncts(scene: Scene, draft: Draft) -> list[Draft]:
    """«نفى كل من الكرملين وبوت»: one attribution for each source, sharing cue and content."""
    if draft.source is None or draft.hit.form == "noun":
        return [draft]
    cuts = [draft.source.start]
    inside = [
        i for i in range(scene.first, scene.last) if draft.source.start < scene.tokens[i].start < draft.source.end
    ]
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
    if any(quote.start < token.start < quote.end for quote in scene.stage.quotes_touching(source)):
        return False
    if name is not None and name.type == "PLACE":
        return any(m.type == "PLACE" and m.start == source.start for m in scene.stage.mentions_in(source))
    return True


def _without_each(scene: Scene, span: Span) -> Span:
    """Leave out «كل من» before the first of several sources."""
    inside = [t for t in scene.tokens[scene.first : scene.last] if span.start <= t.start < span.end]
    if len(inside) > 2 and inside[0].stem in words("each") and inside[1].form in words("holder"):
        return Span(inside[2].start, span.end)
    return span


Order = Callable[[Scene, CueHit, Sequence[CueHit], Sequence[Draft]], list[Draft]]


# --- verbs -----------------------------------------------------------------------------------------


def _relay(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«نقلت الوكالة عن مصدر قوله إن …»: two attributions, the second below the first."""
    if hit.cue.id != "naqala" or hit.form not in {"finite", "passive"}:
        return []
    others = [other for other in hits if other.form != "noun" or other.first < hit.first]
    complement = find_complement(scene, hit, others)
    stop = complement.opener if complement is not None else min(scene.last, hit.last + 20)
    via = next(
        (i for i in range(hit.last - (hit.last - hit.first > 1), stop) if scene.form(i) in words("relayed-from")), None
    )
    if via is None:
        return []
    if complement is None:
        end = subject_end(scene, via + 1, stop)
        last = content_end(scene, end, hit, others, phrase=True)
        complement = Complement("noun", end, end, last)
    outer = _from_complement(scene, replace(hit, last=min(hit.last, via)), complement, via, "relay", hits)
    inner_source = source_after(scene, via + 1, _before_saying(scene, via + 1, complement.opener))
    if not outer.content or inner_source is None:
        return []
    inner = replace(outer, cue=scene.span(via, via + 1), source=inner_source, under=len(drafts), rule="relay-from")
    return [outer, inner]


def _before_saying(scene: Scene, first: int, last: int) -> int:
    """Leave out «قوله», «قولهم» before the particle."""
    return last - 1 if last - 1 > first and scene.stem(last - 1) in words("saying-again") else last


def _relative(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«وهو ما أكده الكرملين», «التي أكدها مسؤولون»: the content stands before, the source behind."""
    if hit.form != "finite" or not scene.tokens[hit.last - 1].enclitic:
        return []
    before = scene.form(hit.first - 1)
    if before not in words("relative") or "noun" not in hit.cue.frames:
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
    draft = _from_complement(scene, hit, complement, complement.opener, f"verb-{complement.kind}", hits)
    return [draft] if draft.content and _credible(scene, hit, complement, draft) else []


def _is_cue(scene: Scene, hit: CueHit) -> bool:
    """Leave out what only looks like a cue: «المتحدث» and «متحدث» are sources, «المرجح» is an adjective."""
    if hit.cue.particles or hit.cue.phrases:
        return True
    head, stem = _head(hit), scene.stem(_head(hit))
    circumstance = find_circumstance(scene, head, scene.last)
    if scene.name(head) is not None or (circumstance is not None and circumstance.nouns):
        return False  # «عبر تويتر», «ردا على سؤال»
    if hit.form == "noun" and head > scene.first and (before := find_circumstance(scene, head - 1, scene.last)):
        return not before.nouns  # «في تصريح لوكالة»
    if _asks_for_anonymity(scene, head) or (stem.startswith("ال") and hit.form not in {"noun", "finite"}):
        return False
    if hit.form in {"participle", "patient"}:
        return _circumstantial(scene, hit) and not is_source_noun(stem)
    return True


def _asks_for_anonymity(scene: Scene, head: int) -> bool:
    """«اشترط عدم نشر اسمه», «فضل عدم الكشف عن هويته»: how a source is kept unnamed is no saying of its own."""
    near = [scene.stem(i) for i in range(head + 1, min(head + 7, scene.last))]
    return bool(words("withheld") & set(near[:3])) and bool(words("identity") & set(near))


def _head(hit: CueHit) -> int:
    return hit.first + hit.negated


def _circumstantial(scene: Scene, hit: CueHit) -> bool:
    """A participle that goes with a saying: «، مضيفا», «قائلة», after a mark or at the start; not «مثير», «متحدث»."""
    stem = scene.stem(hit.first)
    before = scene.form(hit.first - 1)
    set_off = hit.first == scene.first or before in MARKS or before in {"»", "”", '"', "“"}
    return stem.endswith(("ا", "ه", "ين", "ون")) and (set_off or stem.endswith("ا"))


def _credible(scene: Scene, hit: CueHit, complement: Complement, draft: Draft) -> bool:
    """A noun phrase is presented only by someone who can speak; a verb with no subject needs one who spoke before."""
    if (_is_dual(scene, hit) and complement.kind not in _SAID) or _overreaches(scene, hit, complement):
        return False
    if draft.source is None:
        return _credible_without_source(scene, hit, complement)
    if complement.kind in _SAID and not _is_homograph(scene, hit):
        return not _is_no_speaker(scene, draft.source)
    if complement.kind in {"order", "noun"} and complement.first > complement.opener and not _is_homograph(scene, hit):
        return not _is_no_speaker(scene, draft.source)
    return _can_speak(scene, draft.source)


_SAID = frozenset({"clause", "quote", "colon", "whether"})


def _overreaches(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    """Whether a verb reaches for content that is not its own.

    «بين» takes «أن» at once or is a preposition; «التي بثتها الوكالة … أن»: the pronoun on the verb is its object,
    unless the verb takes persons («أخبره أن»).
    """
    if scene.form(_head(hit)) in words("directly-before-clause"):
        return complement.opener > hit.last
    pronoun = bool(scene.tokens[hit.last - 1].enclitic) and hit.form == "finite"
    return pronoun and hit.cue.addressee != "object" and complement.opener - hit.last > 1 and complement.kind in _SAID


def _credible_without_source(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    if complement.kind in _SAID:
        if _is_homograph(scene, hit) and complement.opener - hit.last > 1:
            return False
        return not _holderless(scene, hit) or scene.tokens[hit.first].form in _hearsay_forms(hit.cue)
    return scene.tokens[hit.first].proclitics[:1] in {"و", "ف"} or hit.form == "participle"


def _is_homograph(scene: Scene, hit: CueHit) -> bool:
    """Whether the form is mostly another word: «كتب», «بين», «نقل»."""
    return bare(scene.tokens[_head(hit)]) in _homographs(hit.cue)


def _holderless(scene: Scene, hit: CueHit) -> bool:
    """A present tense that nobody is named for, and nobody who spoke before: «يُتوقع أن», «يعتقد أن»."""
    head = scene.tokens[hit.first]
    before = scene.form(hit.first - 1)
    joined = head.proclitics[:1] in {"و", "ف"} and hit.first > scene.first
    pronoun = hit.first > scene.first and bool(scene.tokens[hit.first - 1].enclitic)
    return (
        hit.form == "finite" and head.stem[:1] == "ي" and not joined and not pronoun and before not in words("relative")
    )


def _is_dual(scene: Scene, hit: CueHit) -> bool:
    """A past in ا is rather an accusative noun («ردا», «أمرا») than two who spoke, unless a clause follows."""
    return (
        hit.form == "finite" and scene.stem(_head(hit)).endswith("ا") and scene.stem(_head(hit))[:1] not in {"ي", "ت"}
    )


@cache
def _homographs(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.homographs)


@cache
def _hearsay_forms(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.holderless)


def _can_speak(scene: Scene, source: Span) -> bool:
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    if scene.quote(first):
        first += 1
    return may_head_source(scene, first)


def _is_no_speaker(scene: Scene, source: Span) -> bool:
    """A subject of one short word that is no noun: «اذا», «مرة»."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    return source.end - source.start < 5 and not may_head_source(scene, first)


def _from_complement(
    scene: Scene, hit: CueHit, complement: Complement, zone_end: int, rule: str, hits: Sequence[CueHit]
) -> Draft:
    source, cue, zone_end = None, *_with_saying(scene, hit, zone_end)
    zone_end = min([zone_end, *(other.first for other in hits if other.cue.particles and other.first >= hit.last)])
    if hit.form in {"finite", "jussive", "passive"}:
        source = source_before(scene, hit, scene.first) if _may_be_fronted(scene, hit) else None
        if source is not None and _can_speak(scene, source) and not _has_cue(scene, source, hits):
            rule = "fronted-" + rule
        else:
            source = source_after(scene, hit.last, zone_end)
    opener = 0 if rule.startswith("relay") else complement.opener
    return Draft(hit, cue, source, content_spans(scene, complement), rule, opener=opener)


def _with_saying(scene: Scene, hit: CueHit, zone_end: int) -> tuple[Span, int]:
    """The cue of «أضاف قائلا» and «اكتفى بالقول» is both words; of «اكتفى المتحدث بالقول» the second."""
    for position in range(hit.last, zone_end):
        token = scene.tokens[position]
        if token.stem.removeprefix("ال") in words("saying-again") and (
            token.proclitics == "ب" or token.form.endswith(("ا", "ه", "ين"))
        ):
            if position == hit.last:
                return Span(_cue_span(scene, hit).start, token.end), position
            return Span(token.stem_start, token.end), position
    return _cue_span(scene, hit), zone_end


def _has_cue(scene: Scene, source: Span, hits: Sequence[CueHit]) -> bool:
    """Whether a verb of saying lies in what looks like a subject before another: it has a subject of its own."""
    return any(
        source.start <= scene.tokens[hit.first].start < source.end and hit.form in {"finite", "jussive"} for hit in hits
    )


def _may_be_fronted(scene: Scene, hit: CueHit) -> bool:
    head = scene.tokens[hit.first]
    return not head.proclitics and hit.first > scene.first


def _quote_first(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«"…"، قال X», «"…"، يقول X، "…"»: the quotation stands before the verb."""
    if hit.form != "finite" or "quote" not in hit.cue.frames:
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
    if "empty" not in hit.cue.frames or not (hit.negated or hit.cue.stance == "decline") or _quoted(scene, hit):
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS:
        end += 1
    source = source_after(scene, hit.last, end) or source_before(scene, hit, scene.first)
    return [Draft(hit, _cue_span(scene, hit), source, (), "empty")] if source else []


def _quoted(scene: Scene, hit: CueHit) -> bool:
    head = scene.span(hit.first, hit.first + 1)
    return any(quote.start < head.start < quote.end for quote in scene.stage.quotes_touching(head))


def _verbal_noun(scene: Scene, hit: CueHit, hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«مخاوف في بريطانيا من أن …», «طلب أوكرانيا تنفيذ …»: a noun with both a holder and a proposition."""
    if hit.form != "noun" or scene.tokens[hit.first].stem.startswith("ال"):
        return []
    complement = find_complement(scene, hit, hits)
    if complement is None or complement.kind not in {"clause", "noun", "order"}:
        return []
    pronoun = bool(scene.tokens[hit.first].enclitic)
    if pronoun and any(other.cue.id == "naqala" and other.first < hit.first for other in hits):
        return []  # «نقلت عن مصدر قوله إن»: the relay has it
    if pronoun:
        content = content_spans(scene, complement) if complement.kind == "clause" else ()
        return [Draft(hit, _cue_span(scene, hit), None, content, "verbal-noun")] if content else []
    first = hit.last + 1 if scene.form(hit.last) in words("holder") else hit.last
    if not may_head_source(scene, first) or complement.opener - first > 8:
        return []
    source = source_after(scene, first, _before_preposition(scene, first, complement.opener))
    content = content_spans(scene, complement)
    return [Draft(hit, _cue_span(scene, hit), source, content, "verbal-noun")] if source and content else []


def _before_preposition(scene: Scene, first: int, last: int) -> int:
    return last - 1 if last - 1 > first and scene.form(last - 1) in words("preposition") else last


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


def _according(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«بحسب X، …», «…، وفقا لX», «قال X، وفق Y، إن …»: the sentence around the phrase is the content."""
    end = _particle_end(scene, hit)
    source = source_after(scene, hit.last, end)
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
    return [Draft(hit, _cue_span(scene, hit), source, content, "according-to")] if content else []


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
    return next((i for i in range(scene.first, scene.last) if scene.tokens[i].start >= end), scene.first)


def _ceiling(scene: Scene, after: int, hits: Sequence[CueHit]) -> int:
    """Where the content behind a particle ends: before a co-ordinated clause with a source of its own."""
    for hit in hits:
        if hit.first <= after + 1 or hit.cue.particles or hit.form != "finite":
            continue
        before = scene.form(hit.first - 1)
        if (before in COMMAS or before in words("joined-clause")) and may_head_source(scene, hit.last):
            return hit.first - (before in words("joined-clause"))
    return next(
        (
            i
            for i in range(after + 1, scene.last)
            if scene.form(i) in words("joined-clause") and scene.form(i - 1) in COMMAS
        ),
        scene.last,
    )


def _stripped(scene: Scene, first: int, last: int) -> tuple[Span, ...]:
    """The words before a particle, without the conjunction that opens the sentence."""
    spans = trimmed(scene, first, last)
    if not spans:
        return ()
    head = next((i for i in range(first, last) if scene.tokens[i].start >= spans[0].start), first)
    token = scene.tokens[head]
    skip = 1 if token.proclitics[:1] in {"و", "ف"} and token.start == spans[0].start else 0
    if token.form in words("sentence-opener") and head + 1 < last:
        return trimmed(scene, head + 1, last)
    return (Span(spans[0].start + skip, spans[0].end),)


# --- headlines -------------------------------------------------------------------------------------


def _headline(scene: Scene, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«لندن: من الطبيعي أن نتواصل»: a name or source noun, a bare colon, what it says; in headlines only."""
    kind = scene.stage.parsed.blocks[scene.sentence.block].kind
    if kind not in {"title", "heading", "summary"} or any(draft.cue.start < _first_colon(scene) for draft in drafts):
        return []
    colon = next((i for i in range(scene.first + 1, min(scene.last, scene.first + 8)) if scene.form(i) == ":"), None)
    if colon is None or colon + 1 >= scene.last or any(hit.first < colon for hit in hits):
        return []
    names = [name for i in range(scene.first, colon) if (name := scene.name(i))]
    named = bool(names) and (kind == "heading" or any(name.type != "PLACE" for name in names))
    source = source_after(scene, scene.first, colon) if named or _is_source_noun(scene) else None
    content = trimmed(scene, colon + 1, scene.last)
    if source is None or not content:
        return []
    hit = CueHit(colon, colon + 1, _COLON, "finite")
    return [Draft(hit, scene.span(colon, colon + 1), source, content, "headline-colon")]


def _first_colon(scene: Scene) -> int:
    return next((scene.tokens[i].start for i in range(scene.first, scene.last) if scene.form(i) == ":"), 0)


def _is_source_noun(scene: Scene) -> bool:
    return is_source_noun(scene.stem(scene.first))


def _cue_span(scene: Scene, hit: CueHit) -> Span:
    """The words of a cue: no conjunction before it, and the «ل» of «وفقا ل» with it."""
    head = scene.tokens[hit.first]
    conjunction = len(head.proclitics) - len(head.proclitics.lstrip("وف"))
    end = scene.tokens[hit.last - 1].end
    following = scene.tokens[hit.last] if hit.last < scene.last else None
    if hit.cue.particles and following and following.proclitics == "ل" and scene.stem(hit.last - 1) in words("takes-l"):
        end = following.stem_start
    return Span(head.start + conjunction, end)


def drafts_of(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, list[Draft]]]:
    """Give the drafts of each sentence."""
    for scene in scenes:
        yield scene, find_drafts(scene)


_VERB_ORDERS: tuple[Order, ...] = (_relay, _relative, _verb_first, _quote_first, _verbal_noun, _empty)
_PARTICLE_ORDERS: tuple[Order, ...] = (_relayed_by, _according)
