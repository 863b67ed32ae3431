"""Complements: what a cue presents, found by the frames of its entry, and how far it goes.

A frame says how content follows a cue: a clause after «إن/أن», quoted words, what stands after a colon, a noun phrase
(after a preposition), «وصف X بأنه Y», «اتهم X بـY», «طلب من X أن». Positions are those of the article's tokens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from asanid.extract.circumstances import find_circumstance
from asanid.extract.cues import CueHit
from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.model import Span
from asanid.parse.fold import fold_key

MARKS = frozenset({"،", ",", "؛", ".", ":", "-", "–", "—", "؟", "!", "…"})
COMMAS = frozenset({"،", ","})
_ENDS = frozenset({".", "؟", "!", "؛"})
_THAT, _WHAT, _IF = "ان", "ما", "اذا"
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
    if _names_its_object(scene, hit):
        return _noun_complement(scene, hit, stop, hits)
    inner = False
    for position in range(hit.last, stop):
        kind = _opened_by(scene, hit, position, frames)
        if kind and (
            _opens_for_another(scene, hit, position, hits) or (inner and scene.form(position - 1) not in COMMAS)
        ):
            inner = True
        elif kind:
            first = position if kind in {"quote", "whether"} else position + 1
            if kind == "clause" and (noun := _noun_before(scene, hit, position)) is not None:
                return Complement("noun", noun, noun, content_end(scene, position + 1, hit, hits))
            return Complement(kind, position, first, content_end(scene, first, hit, hits))
    return _noun_complement(scene, hit, stop, hits)


def _names_its_object(scene: Scene, hit: CueHit) -> bool:
    """«محذرا من "التصعيد"»: the preposition of the cue follows at once, and no «أن» behind it."""
    adjacent = hit.last - hit.first > 1 + hit.negated and scene.form(hit.last - 1) in _prepositions(hit)
    return adjacent and "noun" in hit.cue.frames and not is_clause_particle(scene, hit.last)


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
    return start[0] if start is not None and start[0] < position else None


def is_clause_particle(scene: Scene, position: int) -> bool:
    """Whether «إن/أن» stands here (with «ب», with a pronoun) and opens a clause of its own: not «بعد أن», «إلا أن»."""
    token = scene.tokens[position]
    if token.kind != "word" or token.stem not in {_THAT, "ب" + _THAT} or token.proclitics not in {"", "ب"}:
        return False
    before = position > scene.first and scene.form(position - 1) in words("no-complement-after")
    return not before or token.proclitics == "ب" or token.stem != _THAT  # «من قبل بأن»


def content_end(scene: Scene, first: int, hit: CueHit, hits: Sequence[CueHit], *, phrase: bool = False) -> int:
    """How far a content goes that starts at ``first``: to the end of its sentence, or to where another voice begins.

    A ``phrase`` (no clause) ends at a comma too, unless a relative clause follows.
    """
    inner = scene.quote(first)
    later = {other.first: other for other in hits if other.first > hit.first}
    position = first
    while position < scene.last:
        quote = scene.quote(position)
        if quote:
            position = min(scene.past_quote(position, quote), scene.last)
            if inner is quote and _speech_is_over(scene, position, later):
                return position
            continue
        if position > first and _voice_changes(scene, position, later, hit):
            break
        if phrase and position > first and _phrase_ends(scene, position):
            break
        position += 1
    while position > first and scene.form(position - 1) in MARKS:
        position -= 1
    return position


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
    if _closes_quote(scene, last - 1) and not any(_quote_closes(scene, i, last - 1) for i in range(first, last)):
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
        if scene.form(position) in _ENDS and scene.name(position) is None:
            return position
    return end


def _opens_for_another(scene: Scene, hit: CueHit, position: int, hits: Sequence[CueHit]) -> bool:
    """«اتفق مع الصحفي الذي قال له إن»: what stands right behind a verb of saying opens its content, not another's."""
    behind = {position, position - 1 if scene.stem(position - 1) in words("to") else position}
    return any(
        other.last in behind and other.first > hit.last and other.form == "finite" and not other.cue.particles
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
        return before in MARKS or _closes_quote(scene, other.first - 1) or apart
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
        form in words("whether") or (form == _WHAT and scene.form(position + 1) == _IF)
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
    if scene.name(position + 1) is not None:
        return position == hit.last and words > _SPEECH and scene.name(behind - 2) is None
    return words > _SPEECH or (position == hit.last and words > 1)


# --- where content ends ----------------------------------------------------------------------------


def _speech_is_over(scene: Scene, position: int, later: dict[int, CueHit]) -> bool:
    """After the closing mark of a content that is a quotation: over, unless the sentence goes on without a comma."""
    form = scene.form(position)
    return form in MARKS or position >= scene.last or position in later


def _voice_changes(scene: Scene, position: int, later: dict[int, CueHit], voice: CueHit) -> bool:
    """Whether another voice, or the writer's comment, begins here."""
    before = scene.form(position - 1)
    set_off = before in MARKS or _closes_quote(scene, position - 1)
    hit = later.get(position)
    if hit and _is_new_voice(scene, hit, voice, set_off=set_off):
        return True
    if set_off and scene.form(position) in words("writers-comment"):
        return not _is_relative(scene, position)
    joined = scene.form(position) in words("contrast")
    return joined and set_off and any(position < at <= position + 3 and not later[at].cue.particles for at in later)


def _is_new_voice(scene: Scene, hit: CueHit, voice: CueHit, *, set_off: bool) -> bool:
    """Whether another cue begins a part of its own, and not one inside what is presented."""
    if hit.cue.particles:
        return _is_outer(scene, hit, voice)
    if hit.form == "participle":
        return set_off or _says_more(scene, hit)
    if hit.cue.phrases and not hit.negated:
        return set_off
    if hit.form not in {"finite", "jussive", "passive"}:
        return False
    joined = scene.tokens[hit.first].proclitics[:1] in {"و", "ف"}
    return joined or (scene.form(hit.first - 1) in COMMAS and _starts_anew(scene, hit))


def _is_relative(scene: Scene, position: int) -> bool:
    """«ما» that is no comment: «ما لم», «ما إذا», «ما بين»."""
    return scene.form(position) == _WHAT and scene.form(position + 1) in words("no-comment-before")


def _quote_closes(scene: Scene, position: int, last: int) -> bool:
    """Whether a quotation opens at ``position`` and ends with the mark at ``last``."""
    quote = scene.quote(position)
    return quote is not None and quote.end == scene.tokens[last].end


def _closes_quote(scene: Scene, position: int) -> bool:
    return scene.form(position) in {"»", "”", '"', "“", "''", "’"}


def _starts_anew(scene: Scene, hit: CueHit) -> bool:
    """A verb of saying behind a comma, with its subject behind it: «…، قال الوزير إن»."""
    plural = scene.stem(hit.first).endswith(("وا", "ون"))  # its subject stands before it
    return scene.form(scene.first) in words("subordinator") or (not plural and may_head_source(scene, hit.last))


def _is_outer(scene: Scene, particle: CueHit, voice: CueHit) -> bool:
    """Whether «بحسب …» behind a content stands outside it.

    It does in «قالت مصادر إن س، بحسب صحيفة», not in «ذكرت الصحيفة أن س، وفقا لمسؤولين».
    """
    by_media = any(_is_media(scene, i) for i in range(particle.last, min(particle.last + 4, scene.last)))
    return by_media or not any(_is_media(scene, i) for i in range(voice.last, min(voice.last + 4, scene.last)))


def _is_media(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    noun = find_source_noun(scene.stem(position))
    return (name is not None and name.type == "MEDIA") or (noun is not None and noun.anonymity == "media")


def _phrase_ends(scene: Scene, position: int) -> bool:
    """A noun phrase ends at a comma, unless a relative clause or an example follows."""
    following = scene.form(position + 1)
    if scene.form(position) in words("phrase-end"):
        return True
    return scene.form(position) in COMMAS and following not in words("relative-after-comma")


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
            if end > first:
                return Complement(kind, opener, first, end)
    return None


def _is_shown(scene: Scene, first: int) -> bool:
    """«عرضت الوكالة صورا», «كشفت عن هاتف جديد»: a thing shown, not said."""
    return any(scene.stem(i).removeprefix("ال") in words("thing-shown") for i in range(first, first + 2))


def _by_preposition(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«كشفت الصحيفة عن اتصالات», «اعترف بفتح شركة»: after the preposition of the cue; else the object."""
    prepositions = _prepositions(hit)
    if hit.last - hit.first > 1 and scene.form(hit.last - 1) in prepositions:
        return (hit.last, hit.last) if hit.last < stop else None
    for position in range(hit.last, stop):
        if scene.form(position) in prepositions:
            return position, position + 1
        if any(len(p) == 1 and scene.tokens[position].proclitics.endswith(p) for p in prepositions):
            return position, position
    if prepositions and "object" not in hit.cue.frames:
        return None
    found = object_start(scene, hit, stop)
    stray = found is not None and found[0] == hit.last and scene.tokens[hit.last].proclitics in {"ب", "ل", "ك"}
    return None if stray else found  # «تذكر بالماضي»


def _prepositions(hit: CueHit) -> tuple[str, ...]:
    own = (hit.cue.preposition,) if hit.cue.preposition else ()
    return tuple(fold_key(preposition) for preposition in (*own, *hit.cue.prepositions))


def object_start(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«نفى المتحدث الأنباء»: behind the subject, which ends with a name, or with the adjectives of its noun."""
    position = subject_end(scene, past_addressee(scene, hit.last), stop)
    position = past_addressee(scene, past_circumstances(scene, position, stop))
    if position < stop and is_media_addressee(scene, position):
        position = _past_name(scene, position + 1, stop)
    return (
        (position, position)
        if (position < stop and scene.tokens[position].kind != "mark") or (position < stop and scene.quote(position))
        else None
    )


def past_circumstances(scene: Scene, position: int, stop: int) -> int:
    """Skip commas, dates and where it was said: «أعلنت الشركة، في بيان صباح الثلاثاء، توقيع …»."""
    while position < stop:
        if scene.form(position) in COMMAS or scene.dated(position):
            position += 1
        elif (entry := find_circumstance(scene, position, stop)) is not None and not entry.addressee:
            position += 1 + bool(entry.nouns)
            while position < stop and (scene.name(position) is not None or _is_adjective(scene, position)):
                position += 1
        else:
            return position
    return position


def _is_adjective(scene: Scene, position: int) -> bool:
    stem = scene.stem(position)
    return len(stem) > 3 and stem.endswith(("ي", "يه")) and not scene.tokens[position].proclitics


def past_addressee(scene: Scene, position: int) -> int:
    """Skip whom something was said to, where that is a pronoun: «قال لي إن», «نقل إليه رسالة»."""
    token = scene.tokens[position] if position < scene.last else None
    return position + 1 if token is not None and token.enclitic and token.stem in words("to") else position


def is_media_addressee(scene: Scene, position: int) -> bool:
    """«لشبكة CNN», «لصحيفة …»: whom it was said to, with a noun before the name."""
    noun = find_source_noun(scene.stem(position))
    return scene.tokens[position].proclitics == "ل" and noun is not None and noun.anonymity == "media"


def subject_end(scene: Scene, first: int, stop: int) -> int:
    """Where the subject behind a verb ends, when its object follows without a preposition between them."""
    if first >= stop or not may_head_source(scene, first):
        return first
    position, named = first, False
    while position < stop:
        after = _past_name(scene, position, stop)
        if after > position:
            if named and not _is_person_at(scene, position) and scene.tokens[position].proclitics != "و":
                return position
            if named and _is_person_at(scene, position) and _is_person_at(scene, position - 1):
                return position
            position, named = after, True
            continue
        if scene.form(position) in COMMAS and _is_person_at(scene, position + 1):
            position += 1
            continue
        if (named and not _joins(scene, position)) or (
            position > first and not named and not _goes_on(scene, position)
        ):
            return position
        position += 1
    return position


def _past_name(scene: Scene, position: int, stop: int) -> int:
    """Skip a name, with the quotation marks round it."""
    quote = scene.quote(position)
    if quote is not None and scene.name(position + 1) is not None:
        return min(scene.past_quote(position, quote), stop)
    name = scene.name(position)
    while position < stop and name is not None and scene.name(position) == name:
        position += 1
    return position


def _is_person_at(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    return name is not None and name.type == "PERSON"


def _joins(scene: Scene, position: int) -> bool:
    """Whether another name is joined here: «الوزير وسفيره», «الكرملين وبوت»; or the name goes on in brackets."""
    return scene.form(position) in {"(", ")"} or (
        scene.tokens[position].proclitics == "و" and may_head_source(scene, position)
    )


def _goes_on(scene: Scene, position: int) -> bool:
    """Whether a word can go on a subject: an adjective of it, «باسم», «في», a genitive."""
    form, stem = scene.form(position), scene.stem(position)
    if form in words("goes-on") or scene.form(position - 1) in words("goes-on") or scene.name(position):
        return True
    if scene.tokens[position].proclitics == "ب" and find_source_noun(scene.stem(position - 1)) is not None:
        return True  # «مسؤول بالوزارة»
    nisba = stem.endswith(("ي", "يه", "يين", "يون", "يان")) and len(stem) > 4
    previous = scene.stem(position - 1)
    return nisba or (stem.startswith("ال") != previous.startswith("ال") and previous in words("before-genitive"))


def _as(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«وصف X بأنه Y», «وصفه بالكاذب»: X and what it is called; Y alone where X is a pronoun on the verb."""
    if hit.cue.preposition is None and "as" in hit.cue.frames:
        return _called(scene, hit, stop)
    for position in range(hit.last, min(scene.last, stop + _REACH)):
        token = scene.tokens[position]
        if token.form == "ب" or (token.proclitics.endswith("ب") and token.kind == "word"):
            if scene.tokens[hit.last - 1].enclitic and position - hit.last < 3:
                return position, position + (token.stem == _THAT)
            start = object_start(scene, hit, position + 1)
            if start == (position, position) and scene.tokens[hit.first].proclitics[:1] in {"و", "ف"}:
                return hit.last, hit.last  # «واتهمت فلانا بأنه»: whoever spoke before accuses
            return start or (position, position)
    return None


def _called(scene: Scene, hit: CueHit, stop: int) -> tuple[int, int] | None:
    """«اعتبر الوزير القرار خطوة», «ما سماه «حملة»», «معتبرة القرار سابقة»: a verb that needs no preposition."""
    likened = next((i for i in range(hit.last, min(stop, hit.last + 4)) if scene.form(i) in words("likened")), None)
    if likened is not None:
        return likened, likened + 1
    found = (hit.last, hit.last) if hit.form == "participle" else object_start(scene, hit, stop)
    return found if found is not None and found[0] + 1 < stop else None


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
    return _by_preposition(scene, hit, stop)


_NOUN_FRAMES = {"as": _as, "charge": _charge, "order": _order, "noun": _by_preposition}


def positions(complement: Complement) -> Iterator[int]:
    """Give the positions of a complement's tokens."""
    yield from range(complement.first, complement.last)
