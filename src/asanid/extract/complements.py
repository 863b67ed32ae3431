"""Complements: what a cue presents, found by the frames of its entry, and how far it goes.

A frame says how content follows a cue: a clause after «إن/أن», quoted words, what stands after a colon, a noun phrase
(after a preposition), «وصف X بأنه Y», «اتهم X بـY», «طلب من X أن». Positions are those of the article's tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from asanid.extract import subjects
from asanid.extract.circumstances import find_circumstance
from asanid.extract.cues import CueHit
from asanid.extract.endings import closes_quote, content_end, is_clause_particle
from asanid.extract.grammar import words
from asanid.extract.kinds import is_name_in_marks
from asanid.extract.scene import Scene
from asanid.extract.subjects import object_start, past_addressee, past_circumstances, subject_end
from asanid.model import Span
from asanid.parse.fold import fold_key

COMMAS, MARKS, SENTENCE_ENDS = subjects.COMMAS, subjects.MARKS, subjects.SENTENCE_ENDS
_THAT, _WHAT = "ان", "ما"
_ASKED = frozenset({"اذا", "هو", "هي"})
"""What «ما» stands before in a question."""
_REACH = 40
"""Tokens that may stand between a cue and what it presents: a source with its appositions and circumstances."""
_NOUN_REACH = 12
"""The same for a verbal noun."""
_SPEECH = 4
"""Words from which on a quotation is speech even where nothing announces it; a shorter one may be a name in marks."""


@dataclass(frozen=True, slots=True)
class Complement:
    """The content of a cue: by which frame, the position that opens it, and its first and last (exclusive) tokens."""

    kind: Literal["clause", "quote", "colon", "noun", "as", "charge", "order", "whether"]
    opener: int
    first: int
    last: int


def find_complement(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> Complement | None:
    """Find what a cue presents; ``None`` where nothing in reach fits one of its frames."""
    stop = _search_end(scene, hit, hits)
    frames = hit.cue.frames
    if hit.cue.phrases and is_clause_particle(scene, hit.last - 1):  # «يقال إن», «تقارير بأن»
        return Complement("clause", hit.last - 1, hit.last, content_end(scene, hit.last, hit, hits))
    if _names_its_object(scene, hit) or _charges(scene, hit, stop):
        return _noun_complement(scene, hit, stop, hits)
    position, inner = hit.last, False
    while position < stop:
        kind = _opened_by(scene, hit, position, frames)
        if kind and (
            _opens_for_another(scene, hit, position, hits) or (inner and scene.form(position - 1) not in COMMAS)
        ):
            kind, inner = None, True
        if kind in {"clause", "quote"} and (noun := _object_before(scene, hit, position)) is not None:
            return Complement("noun", noun, noun, content_end(scene, noun, hit, hits, phrase=kind == "quote"))
        if kind:
            first = position if kind in {"quote", "whether"} else position + 1
            if kind == "clause" and (noun := _noun_before(scene, hit, position)) is not None:
                return Complement("noun", noun, noun, content_end(scene, position + 1, hit, hits))
            return Complement(kind, position, first, content_end(scene, first, hit, hits, spoken=kind == "colon"))
        quote = scene.quote(position)
        position = scene.past_quote(position, quote) if quote and quote.closed else position + 1
    return _noun_complement(scene, hit, stop, hits) or _short_quote(scene, hit, stop)


def _short_quote(scene: Scene, hit: CueHit, stop: int) -> Complement | None:
    """«قال سالم "سنعود"»: words in marks that are few and no name, where the verb presents nothing else."""
    quoted_before = any(closes_quote(scene, hit.first - back) for back in (1, 2))
    position = past_addressee(scene, past_circumstances(scene, subject_end(scene, hit.last, stop), stop))
    quote = scene.quote(position) if position < stop and position > hit.last and not quoted_before else None
    if "quote" not in hit.cue.frames or quote is None or not quote.closed or is_name_in_marks(scene.stage, quote):
        return None
    return Complement("quote", position, position, min(scene.past_quote(position, quote), scene.last))


def takes_its_object(scene: Scene, hit: CueHit) -> bool:
    """«وأشار إلى وصوله»: the preposition of the cue follows at once, so that no subject is behind it."""
    return hit.last - hit.first > 1 + hit.negated and scene.form(hit.last - 1) in _prepositions(hit)


def _names_its_object(scene: Scene, hit: CueHit) -> bool:
    """«محذرا من "التصعيد"»: the preposition of the cue follows at once, and no «أن» behind it."""
    return takes_its_object(scene, hit) and "noun" in hit.cue.frames and not is_clause_particle(scene, hit.last)


def _charges(scene: Scene, hit: CueHit, stop: int) -> bool:
    """«اتهم فلانا بقتله، إذ يعتقد أن …»: the «ب» of a charge or description comes before any clause."""
    if not {"charge", "as"} & set(hit.cue.frames) or hit.form == "noun":
        return False
    for position in range(hit.last, stop):
        token = scene.tokens[position]
        if token.proclitics == "ب" and token.kind == "word" and find_circumstance(scene, position, stop) is None:
            return True
        if scene.form(position) == ":" or is_clause_particle(scene, position):
            return False
    return False


def _noun_before(scene: Scene, hit: CueHit, position: int) -> int | None:
    """«نفى الاتهامات بأنه …»: the noun that the clause explains, where the verb itself takes no «ب»."""
    token = scene.tokens[position]
    if hit.form == "noun":
        return None
    if position > hit.last and scene.stem(position - 1) in words("noun-of-clause") and not token.proclitics:
        return position - 1  # «رأت ضرورة أن تكون»
    if token.proclitics != "ب" or "noun" not in hit.cue.frames or "ب" in _prepositions(hit):
        return None
    start = object_start(scene, hit, position)
    return start if start is not None and start < position else None


def _object_before(scene: Scene, hit: CueHit, position: int) -> int | None:
    """«أعرب عن أمله في أن …», «أكد ضرورة أن …», «نفى مقتل أي من رجاله "لا اليوم ولا أمس"»: the noun presented."""
    if "noun" not in hit.cue.frames or position - hit.last < 2:
        return None
    for before in range(hit.last, position - 1):
        if scene.form(before) in _prepositions(hit) and scene.stem(before + 1) in words("thing-told"):
            return before + 1
    start = object_start(scene, hit, position)
    if start is None or start >= position:
        return None
    if scene.form(start) in _prepositions(hit) and position - start > 1:
        return start + 1
    return start if scene.stem(start) in words("thing-told") else None


def content_spans(scene: Scene, complement: Complement) -> tuple[Span, ...]:
    """Give the spans of a complement: the words alone, without outer quotation marks and the closing full stop."""
    return trimmed(scene, complement.first, complement.last)


def trimmed(scene: Scene, first: int, last: int) -> tuple[Span, ...]:
    """Give the span of some tokens without the marks around them, within the quotation that holds them all."""
    tokens = scene.tokens
    while first < last and tokens[first].form in MARKS:
        first += 1
    while last > first and tokens[last - 1].form in MARKS:
        last -= 1
    if first >= last:
        return ()
    quote = scene.quote(first)
    if quote and quote.end >= tokens[last - 1].end:
        return (quote.inner,) if quote.inner.end > quote.inner.start else ()
    if closes_quote(scene, last - 1) and not any(_quote_closes(scene, i, last - 1) for i in range(first, last)):
        last -= 1  # the mark closes a quotation that began before these words
        while last > first and tokens[last - 1].form in MARKS:
            last -= 1
        if first >= last:
            return ()
    start = tokens[first].stem_start if tokens[first].proclitics in {"ب", "ل"} else tokens[first].start
    return (Span(start, tokens[last - 1].end),)


# --- where content opens ---------------------------------------------------------------------------


def _search_end(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> int:
    """Where to stop looking: the end of the sentence or the next verb of saying that is not part of the source."""
    end = min(scene.last, hit.last + (_NOUN_REACH if hit.form == "noun" else _REACH))
    for other in hits:
        if other.first >= hit.last and other.first < end and _own_voice(scene, other, hit):
            end = other.first
    for position in range(hit.last, end):
        if scene.form(position) in SENTENCE_ENDS and scene.name(position) is None:
            return position
    return end


def _opens_for_another(scene: Scene, hit: CueHit, position: int, hits: Sequence[CueHit]) -> bool:
    """«اتفق مع الصحفي الذي قال له إن»: what stands right behind a verb of saying opens its content, not another's."""
    behind = {position, position - 1 if scene.stem(position - 1) in words("to") else position}
    return any(
        other.last in behind
        and other.first > hit.last
        and other.form == "finite"
        and not (other.cue.particles or other.cue.phrases)  # «نقل رسالة مفادها أن»
        for other in hits
    )


def _says_more(scene: Scene, participle: CueHit) -> bool:
    """«… موضحا أن»: a participle with a clause of its own right behind it."""
    return scene.stem(participle.first).endswith("ا") and is_clause_particle(scene, participle.last)


def _own_voice(scene: Scene, other: CueHit, voice: CueHit) -> bool:
    """A verb of saying with a voice of its own: not «الذين تحدثوا», not a particle, not «قولهم» again."""
    if other.cue.particles or other.form not in {"finite", "jussive", "passive", "participle"}:
        return False
    before = scene.form(other.first - 1)
    if other.first == voice.last and not scene.tokens[other.first].proclitics and other.form == "finite":
        return False  # «مؤكدا رفض بلاده»: no verb stands right behind another
    if other.form == "participle":
        again = scene.stem(other.first) in words("saying-again")
        apart = other.first > voice.last and ("saying" not in voice.cue.frames if again else _says_more(scene, other))
        return before in MARKS or closes_quote(scene, other.first - 1) or apart
    head = scene.tokens[other.first + other.negated]
    described = bool(head.enclitic) and not head.proclitics and other.cue.addressee != "object"  # «بيان نشره»
    if is_dual(scene, other) and not head.proclitics:
        return False
    return before not in words("relative") and not described and scene.name(other.first) is None


def is_dual(scene: Scene, hit: CueHit) -> bool:
    """Whether a form is a past of two, or rather an accusative («ردا», «مازحا»): not «دعا», «قالوا»."""
    stem = scene.stem(hit.first + hit.negated)
    past = fold_key(hit.cue.verb.past) if hit.cue.verb else ""
    return (
        hit.form == "finite" and stem.endswith("ا") and not stem.endswith("وا") and stem[0] not in "يت" and stem != past
    )


Kind = Literal["clause", "quote", "colon", "whether"]


def _opened_by(scene: Scene, hit: CueHit, position: int, frames: Sequence[str]) -> Kind | None:
    form = scene.form(position)
    if form == ":" and ("quote" in frames or "clause" in frames):
        return "colon"
    if ("clause" in frames or "order" in frames) and is_clause_particle(scene, position):
        return "clause"
    if ("whether" in frames or "clause" in frames) and (
        form in words("whether") or (form == _WHAT and scene.form(position + 1) in _ASKED)
    ):
        return "whether"
    quote = scene.quote(position)
    if quote and "quote" in frames and _announced(scene, hit, position):
        return "quote"
    return None


def _announced(scene: Scene, hit: CueHit, position: int) -> bool:
    """Tell quoted speech from a name in marks: it is long, and does not follow «صحيفة» or the like."""
    quote = scene.quote(position)
    if quote is None:
        return False
    behind = min(scene.past_quote(position, quote), position + 2 * _SPEECH + 2, len(scene.tokens))
    words = sum(scene.tokens[i].kind == "word" for i in range(position, behind))
    at_once = position == past_addressee(scene, hit.last)
    if scene.name(position + 1) is not None:
        return words > _SPEECH + (not at_once) and scene.name(behind - 2) is None
    return words > _SPEECH or (at_once and words > 1)


def _quote_closes(scene: Scene, position: int, last: int) -> bool:
    """Whether a quotation opens at ``position`` and ends with the mark at ``last``."""
    quote = scene.quote(position)
    return quote is not None and quote.end == scene.tokens[last].end


# --- noun phrases ----------------------------------------------------------------------------------


def _noun_complement(scene: Scene, hit: CueHit, stop: int, hits: Sequence[CueHit]) -> Complement | None:
    frames = hit.cue.frames
    for kind in ("as", "charge", "order", "noun"):
        if kind not in frames and not (kind == "noun" and hit.negated and "empty" in frames):
            continue
        found = _NOUN_FRAMES[kind](scene, hit, stop)
        if found is not None and not (kind == "noun" and _is_shown(scene, found[1])):
            opener, first = found
            end = content_end(scene, first, hit, hits, phrase=True)
            if end > first and scene.form(first) not in words("relative-clause"):
                return Complement(kind, opener, first, end)
    return None


def _is_shown(scene: Scene, first: int) -> bool:
    """«عرضت الوكالة صورا», «كشفت عن هاتف جديد»: a thing shown, not said."""
    noun = first + (scene.stem(first) in words("before-thing-shown"))
    return scene.stem(noun).removeprefix("ال") in words("thing-shown")


def _by_preposition(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«كشفت الصحيفة عن اتصالات», «اعترف بفتح شركة»: after the preposition of the cue; else the object."""
    prepositions = _prepositions(hit)
    if hit.last - hit.first > 1 and scene.form(hit.last - 1) in prepositions:
        return (hit.last, hit.last) if hit.last < stop else None
    start = object_start(scene, hit, stop) if not prepositions or "object" in hit.cue.frames else None
    told = start is not None and scene.stem(start) in words("thing-told")
    for position in range(hit.last, start if told and start else stop):
        if scene.form(position) in prepositions:
            return position, position + 1
        joined = any(len(p) == 1 and scene.tokens[position].proclitics.endswith(p) for p in prepositions)
        if joined and find_circumstance(scene, position, stop) is None:
            return position, position
    stray = start == hit.last and scene.tokens[hit.last].proclitics in {"ب", "ل", "ك"}  # «تذكر بالماضي»
    return None if start is None or stray else (start, start)


def _prepositions(hit: CueHit) -> tuple[str, ...]:
    own = (hit.cue.preposition,) if hit.cue.preposition else ()
    return tuple(fold_key(preposition) for preposition in (*own, *hit.cue.prepositions))


def _as(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«وصف X بأنه Y», «وصفه بالكاذب»: X and what it is called; Y alone where X is a pronoun on the verb."""
    if hit.cue.preposition is None and "as" in hit.cue.frames:
        return _called(scene, hit, stop)
    for position in range(hit.last, min(scene.last, stop + _REACH)):
        token = scene.tokens[position]
        attached = token.proclitics.endswith("ب") and token.kind == "word"
        if attached and token.form in words("goes-on"):
            continue  # «وصف المتحدث باسم الرئاسة»
        if token.form == "ب" or attached:
            if scene.tokens[hit.last - 1].enclitic:
                return position, position + (token.stem == _THAT)
            start = object_start(scene, hit, position + 1)
            pronoun = hit.first > scene.first and scene.tokens[hit.first - 1].enclitic  # «لكنها لم تتهم فلانا»
            if start == position and (pronoun or scene.tokens[hit.first].proclitics[:1] in {"و", "ف"}):
                return hit.last, hit.last  # «واتهمت فلانا بأنه»: whoever spoke before accuses
            return (position, position) if start is None else (start, start)
    return None


def _called(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«اعتبر الوزير القرار خطوة», «ما سماه «حملة»», «معتبرة القرار سابقة»: a verb that needs no preposition."""
    likened = next((i for i in range(hit.last, min(stop, hit.last + 4)) if scene.form(i) in words("likened")), None)
    if likened is not None:
        return likened, likened + 1
    start = hit.last if hit.form == "participle" else object_start(scene, hit, stop)
    return (start, start) if start is not None and start + 1 < stop else None


def _charge(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    return _as(scene, hit, stop)


def _order(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«طلب من X تجنب …», «حث X على …», «دعا X إلى …»: behind the person asked."""
    preposition = fold_key(hit.cue.preposition or "")
    if hit.cue.addressee in {"من", "ل", "إلى", "على"} and preposition == fold_key(hit.cue.addressee or ""):
        for position in range(hit.last - 1, stop):
            if scene.form(position) == preposition:
                end = subject_end(scene, position + 1, stop)
                return (end, end) if end < stop else None
        return None
    if preposition and hit.cue.addressee == "object" and not _has_preposition(scene, hit, stop):
        return None
    return _by_preposition(scene, hit, stop)


def _has_preposition(scene: Scene, hit: CueHit, stop: int) -> bool:
    """Whether what is asked for follows: «دعا الناس إلى»; not «يدعون الناس»."""
    prepositions = _prepositions(hit)
    near = range(hit.last - 1, stop)
    return any(scene.form(i) in prepositions or scene.tokens[i].proclitics[-1:] in prepositions for i in near)


_NOUN_FRAMES = {"as": _as, "charge": _charge, "order": _order, "noun": _by_preposition}
