"""Verbs, participles and verbal nouns of saying: each function knows one order of cue, source and content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asanid.extract.agreement import follows_its_subject, is_passive, takes_up
from asanid.extract.complements import (
    COMMAS,
    MARKS,
    Complement,
    content_spans,
    find_complement,
    takes_its_object,
    trimmed,
)
from asanid.extract.credible import can_speak, credible, is_quoted
from asanid.extract.cues import CueHit
from asanid.extract.drafts import Draft, Order, cue_span
from asanid.extract.endings import run_on
from asanid.extract.grammar import words
from asanid.extract.kinds import is_name_in_marks
from asanid.extract.nouns import is_oblique, is_title, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after, source_before, topic_before
from asanid.extract.subjects import subject_end
from asanid.model import Span

_SPEECH = 5
"""Tokens of a quotation before a verb from which on it is speech and no title, where no comma parts them."""
_STOPS = frozenset({"؛", ":", "»", "«", '"', "(", ")"})
_LONG = 24
"""Words of a subject that is set off from its verb."""


def relative(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«وهو ما أكده الكرملين», «التي أكدها مسؤولون»: the content stands before, the source behind."""
    if hit.form != "finite" or not scene.tokens[hit.last - 1].enclitic:
        return []
    before = scene.form(hit.first - 1)
    if before not in words("held-relative") or "noun" not in hit.cue.frames:
        return []
    if hit.cue.stance == "request" and before not in words("what"):
        return []  # «الإصلاحات التي اقترحها»
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS:
        end += 1
    source = source_after(scene, hit.last, end)
    return [Draft(hit, cue_span(scene, hit), source, (), "relative", refers=True)] if source else []


def verb_first(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«قال X إن …», «وأضاف أن …», «X قال إن …», «مضيفا أن …», «قال X: …»."""
    if hit.form in {"noun", "patient"}:
        return []
    complement = find_complement(scene, hit, hits)
    if complement is None:
        return []
    draft = from_complement(scene, hit, complement, complement.opener, f"verb-{complement.kind}", hits)
    if draft.source is None and drafts and _goes_on_from(scene, hit, drafts[-1]):
        draft = replace(draft, source=drafts[-1].source)
    return [draft] if draft.content and credible(scene, hit, complement, draft) else []


def _set_off_subject(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> Span | None:
    """«مايا سالم، محامية الشركة، كشفت»: a subject at the start of its clause, set off from its verb."""
    if scene.form(hit.first - 1) not in COMMAS or scene.tokens[hit.first].proclitics:
        return None
    if may_head_source(scene, hit.last) and not follows_its_subject(scene, hit):
        return None
    back = range(hit.first - 1, max(scene.first, hit.first - _LONG) - 1, -1)
    opener = next((i + 1 for i in back if scene.stem(i) in words("that") or scene.form(i) in _STOPS), scene.first)
    if opener < hit.first - _LONG or not may_head_source(scene, opener) or scene.tokens[opener].proclitics[:1] == "ب":
        return None
    if any(opener <= other.first < hit.first and other.form != "noun" for other in hits):
        return None
    return source_after(scene, opener, hit.first - 1, led=True)


def _own_people(scene: Scene, hit: CueHit, source: Span | None) -> Span | None:
    """«المشرفون على الدراسة يقولون»: a plural verb says that the unknown noun before it means people."""
    if source is None or not follows_its_subject(scene, hit):
        return None
    first = next(i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start)
    return source if scene.stem(first).endswith(("ون", "ين", "ي", "و")) and len(scene.stem(first)) > 4 else None


def _goes_on_from(scene: Scene, hit: CueHit, draft: Draft) -> bool:
    """«الحكومة تقول إن … وتتهم»: a second verb of the subject that stands before the first."""
    head, before = scene.tokens[hit.first], scene.tokens[draft.hit.first]
    fronted = draft.rule.startswith("fronted") and draft.hit.first >= scene.first and hit.form == "finite"
    return fronted and head.proclitics == "و" and head.stem[0] == before.stem[0] and head.stem[0] in "يت"


def quote_first(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
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
    quote = scene.quote(opened) if opened is not None else None
    fewest = 3 if scene.form(hit.first - 1) in COMMAS else _SPEECH
    if opened is None or quote is None or position - opened < fewest or is_name_in_marks(scene.stage, quote):
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS and not scene.quote(end):
        end += 1
    content = list(trimmed(scene, opened, position + 1))
    resumed = end + 1 if scene.form(end) in COMMAS | {":"} else end
    if scene.quote(resumed):
        content.extend(trimmed(scene, resumed, min(scene.past_quote(resumed, scene.quote(resumed)), scene.last)))  # type: ignore[arg-type]
    return [Draft(hit, cue_span(scene, hit), source_after(scene, hit.last, end), tuple(content), "quote-first")]


def verbal_noun(scene: Scene, hit: CueHit, hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«مخاوف في بريطانيا من أن …», «طلب أوكرانيا تنفيذ …»: a noun with both a holder and a proposition."""
    if hit.form != "noun" or scene.tokens[hit.first].stem.startswith("ال") or _is_aim(scene, hit, hits):
        return []
    if scene.stem(hit.first - 1) in words("done"):  # «تم إبلاغ المدرب بـ»: who did it is not told
        return []
    complement = find_complement(scene, hit, hits)
    if complement is None or complement.kind not in {"clause", "noun", "order"}:
        return []
    if scene.tokens[hit.first].proclitics[-1:] == "ب" and not _surely_held(scene, hit, complement):
        return []
    draft = _held_by_pronoun if scene.tokens[hit.first].enclitic else _held_by_noun
    found = _holder_before(scene, hit, complement) or draft(scene, hit, complement, hits)
    return [found] if found is not None and found.content else []


def _is_aim(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> bool:
    """«تهدف إلى تحذير موسكو»: not uttered; «أعرب عن أمله»: the verb before has it."""
    near = range(max(scene.first, hit.first - 6), hit.first)
    aims = any(scene.stem(i) in words("aim") for i in near)
    told = any(other.cue.light and other.first < hit.first and other.form != "noun" for other in hits)
    return aims or (told and scene.form(hit.first - 1) == "عن")


def _surely_held(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    """«بادعائه أنهم», «بطلب أوكرانيا تنفيذ»; not «قام بمناشدة الشركات وقف», where the genitive is who was spoken to."""
    if scene.tokens[hit.first].enclitic:
        return complement.opener == hit.last
    held = scene.name(hit.last) is not None or is_title(scene.stem(hit.last))
    return held and hit.last - hit.first == 1  # not «بطلب من إيران»


def _held_by_pronoun(scene: Scene, hit: CueHit, complement: Complement, hits: Sequence[CueHit]) -> Draft | None:
    """«قولها إن», «تهديدها بفرض»: not behind «نقلت عن مصدر», where the relay has it."""
    if scene.tokens[hit.first].enclitic in {"نا", "ني", "ي", "ك", "كم"}:
        return None  # «كشفنا مؤامراتكم» is a verb
    relayed = any(other.cue.via and other.first < hit.first for other in hits)
    if relayed or complement.opener - hit.last > 2:
        return None
    return Draft(hit, cue_span(scene, hit), None, content_spans(scene, complement), "verbal-noun")


def _held_by_noun(scene: Scene, hit: CueHit, complement: Complement, _hits: Sequence[CueHit]) -> Draft | None:
    """«إعلان الجيش مقتل …», «مخاوف في بريطانيا من أن …»."""
    first = hit.last + 1 if scene.form(hit.last) in words("holder") else hit.last
    if not may_head_source(scene, first) or complement.opener - first > 8:
        return None
    source = source_after(scene, first, _before_preposition(scene, first, complement.opener))
    content = content_spans(scene, complement)
    return Draft(hit, cue_span(scene, hit), source, content, "verbal-noun") if source else None


def _holder_before(scene: Scene, hit: CueHit, complement: Complement) -> Draft | None:
    """«ليس لدى الوكالات معرفة مباشرة بأن …»: the holder stands before the noun, and the noun may have an adjective."""
    if complement.kind != "clause" or complement.opener - hit.last > 2:
        return None
    back = range(hit.first - 1, max(hit.first - 10, scene.first - 1), -1)
    at = next((i for i in back if scene.form(i) in words("has")), None)
    source = source_after(scene, at + 1, hit.first) if at is not None and may_head_source(scene, at + 1) else None
    if at is None or source is None:
        return None
    cue = Span(cue_span(scene, hit).start, scene.tokens[complement.opener - 1].end)
    held = replace(hit, negated=scene.form(at - 1) in words("negation"))
    return Draft(held, cue, source, content_spans(scene, complement), "held-noun")


def empty(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], _drafts: Sequence[Draft]) -> list[Draft]:
    """«لم يرد المتحدث», «رفض التعليق»: nothing is presented, and that is told."""
    if _only_denies(scene, hit):
        source = source_before(scene, hit, scene.first)
        return [Draft(hit, cue_span(scene, hit), source, (), "empty")] if source and can_speak(scene, source) else []
    if "empty" not in hit.cue.frames or not (hit.negated or hit.cue.stance == "decline") or is_quoted(scene, hit):
        return []
    end = hit.last
    while end < scene.last and scene.form(end) not in MARKS:
        end += 1
    source = source_after(scene, hit.last, end) or source_before(scene, hit, scene.first)
    return [Draft(hit, cue_span(scene, hit), source, (), "empty")] if source else []


def _only_denies(scene: Scene, hit: CueHit) -> bool:
    """«…، والوزير ينفي»: the last word of a headline."""
    kind = scene.stage.parsed.blocks[scene.sentence.block].kind
    ends = hit.last >= scene.last or scene.form(hit.last) in MARKS
    return kind in {"title", "summary", "heading"} and ends and hit.cue.stance == "deny" and hit.form == "finite"


def from_complement(
    scene: Scene, hit: CueHit, complement: Complement, zone_end: int, rule: str, hits: Sequence[CueHit]
) -> Draft:
    """Give the draft of a verb with its complement: the source stands before it or between the two."""
    source, cue, zone_end = None, *_with_saying(scene, hit, zone_end)
    zone_end = min([zone_end, *(other.first for other in hits if other.cue.particles and other.first >= hit.last)])
    if hit.form in {"finite", "jussive", "passive"} and not is_passive(scene, hit):
        source = None if takes_up(scene, hit) else _fronted(scene, hit, hits)
        if source is not None:
            rule = "fronted-" + rule
        elif not follows_its_subject(scene, hit) and not takes_its_object(scene, hit):
            source = source_after(scene, hit.last, _before_addressee(scene, hit, complement, zone_end))
    opener = 0 if rule.startswith("relay") else complement.opener
    content = content_spans(scene, complement)
    if complement.kind == "colon" and complement.last >= scene.last - 1:
        content = run_on(scene, content, source)
    return Draft(hit, cue, source, content, rule, opener=opener)


def _with_saying(scene: Scene, hit: CueHit, zone_end: int) -> tuple[Span, int]:
    """The cue of «أضاف قائلا» and «اكتفى بالقول» is both words; of «اكتفى المتحدث بالقول» the second."""
    for position in range(hit.last, zone_end):
        token = scene.tokens[position]
        if token.stem.removeprefix("ال") not in words("saying-again"):
            continue
        if position == hit.last and (token.proclitics == "ب" or token.form.endswith(("ا", "ه", "ين"))):
            return Span(cue_span(scene, hit).start, token.end), position
        if token.proclitics == "ب" and "saying" in hit.cue.frames:
            if hit.cue.preposition is None and "clause" in hit.cue.frames:
                return cue_span(scene, hit), position  # «تابع البيان بالقول»: the verb says it already
            return Span(token.stem_start, token.end), position
    return cue_span(scene, hit), zone_end


def _before_addressee(scene: Scene, hit: CueHit, complement: Complement, zone_end: int) -> int:
    """Where the source ends when the person spoken to follows it: «طالبت الشرطة السكان بـ»."""
    if complement.kind != "order" and hit.cue.addressee != "object":
        return zone_end
    end = subject_end(scene, hit.last, zone_end)
    end = next((i for i in range(hit.last + 1, end) if is_oblique(scene, i)), end)  # «أبلغ الوزير الصحافيين أن»
    return end if hit.last < end < zone_end else zone_end


def _has_cue(scene: Scene, source: Span, hits: Sequence[CueHit]) -> bool:
    """Whether a verb of saying lies in what looks like a subject before another: it has a subject of its own."""
    return any(
        source.start <= scene.tokens[hit.first].start < source.end and hit.form in {"finite", "jussive"} for hit in hits
    )


def _fronted(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> Span | None:
    """The subject before its verb: «الوزير قال», «أما الوزير فقال»."""
    joined = scene.tokens[hit.first].proclitics
    if hit.first == scene.first or joined not in {"", "ف"} or scene.form(hit.first) in words("without"):
        return None
    source = None
    if scene.form(hit.first - 1) not in words("what"):
        source = topic_before(scene, hit) if joined else source_before(scene, hit, scene.first)
    if source is not None and can_speak(scene, source) and not _has_cue(scene, source, hits):
        return source
    return _set_off_subject(scene, hit, hits) or _own_people(scene, hit, source)


def _before_preposition(scene: Scene, first: int, last: int) -> int:
    return last - 1 if last - 1 > first and scene.form(last - 1) in words("preposition") else last


VERB_ORDERS: tuple[Order, ...] = (relative, verb_first, quote_first, verbal_noun, empty)
