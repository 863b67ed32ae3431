"""What keeps a word of saying from being a cue, and a reach for content from being an attribution."""

from __future__ import annotations

from functools import cache

from asanid.extract.agreement import is_passive, speaks_to_me
from asanid.extract.circumstances import find_circumstance
from asanid.extract.complements import MARKS, Complement, is_dual, takes_its_object
from asanid.extract.cues import CueHit, bare
from asanid.extract.drafts import Draft, head_of
from asanid.extract.endings import is_clause_particle
from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import opens_headline
from asanid.extract.subjects import past_circumstances
from asanid.lexicon.schema.cues import Cue
from asanid.model import Span
from asanid.parse.fold import fold_key

_TITLE = 5
"""Tokens of a name in quotation marks, the marks counted."""
SAID = frozenset({"clause", "quote", "colon", "whether"})
"""Complements that are words said, not a thing said something about."""


def is_cue(scene: Scene, hit: CueHit) -> bool:
    """Leave out what only looks like a cue: «المتحدث» and «متحدث» are sources, «المرجح» is an adjective."""
    if hit.cue.particles or hit.cue.phrases:
        return not _describes_source(scene, hit)
    head, stem = head_of(hit), scene.stem(head_of(hit))
    if scene.name(head) is not None or _is_other_word(scene, hit, head) or _asks_for_anonymity(scene, hit):
        return False
    if _says_nothing(scene, hit):
        return False
    if hit.form in {"participle", "patient"}:
        apart = stem.endswith("ا") and scene.form(head - 1) in MARKS
        return not stem.startswith("ال") and _circumstantial(scene, hit) and (apart or not is_source_noun(stem))
    return True


def _describes_source(scene: Scene, hit: CueHit) -> bool:
    """«مصدر كبير على دراية بالمحادثات»: what an unnamed source knows says who it is."""
    if hit.cue.particles or scene.form(hit.first) != "علي":
        return False
    before = hit.first - 1
    while before > max(scene.first, hit.first - 4) and not is_source_noun(scene.stem(before)):
        before -= 1
    return is_source_noun(scene.form(before)) and not scene.form(before).startswith("ال")


def _says_nothing(scene: Scene, hit: CueHit) -> bool:
    """«لا يطالب بـ»: nothing was asked for; «أصدر بيانا» is no refusal, as «لم يصدر» is; «الذي يتوقع أن يصل»."""
    head = head_of(hit)
    expected = scene.form(head - 1) in words("held-relative") and bare(scene.tokens[head]) in words("expected")
    asked = hit.negated and hit.cue.negated is None and hit.cue.stance == "request"
    return expected or asked or (hit.cue.negated == hit.cue.stance and not hit.negated)


def _is_other_word(scene: Scene, hit: CueHit, head: int) -> bool:
    """«عبر تويتر», «ردا على سؤال», «عقب اجتماعه»; «في تصريح لوكالة»; «بين الوفدين»; «يدعى سالم»."""
    form = scene.form(head)
    if hit.form != "participle" and find_circumstance(scene, head, scene.last) is not None:
        return True
    if form in words("directly-before-clause"):
        return not is_clause_particle(scene, head + 1) and not _shows(scene, head)
    if form in words("by-way-of") and _is_way(scene, head + 1):
        return True
    before = find_circumstance(scene, head - 1, scene.last) if head > scene.first else None
    if hit.form == "noun" and (scene.form(head - 1) in words("held-relative") or bool(before and before.nouns)):
        return True
    if bare(scene.tokens[head]) in words("never-a-cue"):
        return True
    return bare(scene.tokens[head]) in words("called") and scene.name(head + 1) is not None


def _is_way(scene: Scene, position: int) -> bool:
    """«عبر وكالة أعماق», «عبر السودان»: what something goes through; a person would speak («عبر الوزير عن»)."""
    name, noun = scene.name(position), find_source_noun(scene.stem(position))
    return name.type in {"MEDIA", "PLACE", "WORK"} if name else noun is not None and noun.anonymity == "media"


def _shows(scene: Scene, head: int) -> bool:
    """«، بين التقرير أن …»: the verb, where it opens a clause; else «بين» is a preposition."""
    opens = head == scene.first or scene.form(head - 1) in MARKS
    return opens and is_source_noun(scene.stem(head + 1)) and is_clause_particle(scene, head + 2)


def credible(scene: Scene, hit: CueHit, complement: Complement, draft: Draft) -> bool:
    """A noun phrase is presented only by someone who can speak; a verb with no subject needs one who spoke before."""
    if (is_dual(scene, hit) and not _dual_speaks(scene, hit, complement)) or _overreaches(scene, hit, complement):
        return False
    if _is_no_saying(scene, hit, complement, draft):
        return False
    if draft.source is None:
        return _credible_without_source(scene, hit, complement)
    if complement.kind in SAID and not _is_homograph(scene, hit):
        return not _is_no_speaker(scene, draft.source)
    if complement.kind in {"order", "noun"} and complement.first > complement.opener:
        long = sum(draft.source.start <= t.start < draft.source.end for t in scene.tokens[scene.first : scene.last]) > 1
        return can_speak(scene, draft.source) or (long and not _is_no_speaker(scene, draft.source))
    return can_speak(scene, draft.source)


def _is_no_saying(scene: Scene, hit: CueHit, complement: Complement, draft: Draft) -> bool:
    """«أعرب عن شكره»; «ويعتبر الضابط بطلا»; «أمرت المحكمة بعزله»."""
    if complement.kind == "as":
        return not draft.rule.startswith("fronted") and _is_held_by_all(scene, hit)
    if complement.kind not in {"order", "noun"}:
        return False
    courtesy = complement.kind == "noun" and scene.stem(complement.first) in words("courtesy")
    return courtesy or (hit.cue.stance == "request" and draft.source is not None and _is_court(scene, draft.source))


def _dual_speaks(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    """«وقالا إن», «وشددا على ضرورة»: two who spoke, where the verb has what it needs right behind it."""
    by_preposition = complement.opener == hit.last > head_of(hit) + 1 or complement.opener == hit.last + 1
    joined = scene.tokens[hit.first].proclitics[:1] == "و" or scene.form(hit.last) in words("in-it")
    return complement.kind in {"clause", "quote"} or (joined and by_preposition)


def can_speak(scene: Scene, source: Span) -> bool:
    """Whether a source begins with what can speak: a name, a source noun, a title."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    quote = scene.quote(first)
    if quote is not None and scene.past_quote(first, quote) - first <= _TITLE:
        return True  # «علمت «المصطبة» أن»
    return may_head_source(scene, first + (quote is not None)) or opens_headline(scene, first)


def is_quoted(scene: Scene, hit: CueHit) -> bool:
    """Whether a cue stands in quotation marks: someone's own words, not the writer's."""
    head = scene.span(hit.first, hit.first + 1)
    return any(quote.start < head.start < quote.end for quote in scene.stage.quotes_touching(head))


def _asks_for_anonymity(scene: Scene, hit: CueHit) -> bool:
    """«اشترط عدم نشر اسمه», «فضل عدم الكشف عن هويته»: how a source is kept unnamed is no saying of its own."""
    head = head_of(hit)
    near = range(head + 1, min(head + 7, scene.last))
    before = words("negation", "withheld", "withholding")
    asks = hit.cue.stance != "assert" and any(scene.stem(i) in words("withheld") for i in near[:3])
    withheld = asks or scene.stem(head - 1) in before
    return withheld and any(scene.stem(i) in words("identity") and scene.tokens[i].enclitic for i in near)


def _circumstantial(scene: Scene, hit: CueHit) -> bool:
    """A participle that goes with a saying: «، مضيفا», «قائلة», after a mark or at the start; not «مثير», «متحدث»."""
    stem = scene.stem(hit.first)
    before = scene.form(hit.first - 1)
    set_off = hit.first == scene.first or before in MARKS or before in {"»", "”", '"', "“"}
    return stem.endswith(("ا", "ه", "ين")) and (set_off or stem.endswith("ا"))


def _overreaches(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    """Whether a verb reaches for content that is not its own.

    «بين» takes «أن» at once or is a preposition; «التي بثتها الوكالة … أن»: the pronoun on the verb is its object,
    unless the verb takes persons («أخبره أن»).
    """
    if scene.form(head_of(hit)) in words("directly-before-clause"):
        return complement.opener > hit.last + 1
    pronoun = bool(scene.tokens[hit.last - 1].enclitic) and hit.form == "finite"
    return pronoun and hit.cue.addressee != "object" and complement.opener > hit.last and complement.kind in SAID


def _is_court(scene: Scene, source: Span) -> bool:
    """«أمرت المحكمة بعزله»: a ruling."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    return scene.stem(first).removeprefix("ال") in words("court")


def _is_held_by_all(scene: Scene, hit: CueHit) -> bool:
    """«ويعتبر الضابط بطلا», «وتعد المدينة الأكبر»: a present before its subject that means what all think."""
    head = scene.tokens[hit.first]
    if scene.stage.parsed.blocks[scene.sentence.block].kind == "title":
        return False
    one = hit.form == "finite" and head.stem[0] in "يت" and not head.stem.endswith(("ون", "ان"))
    return one and not head.enclitic and not hit.cue.preposition and scene.form(hit.first - 1) not in words("relative")


def _credible_without_source(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    if is_passive(scene, hit):
        said = complement.opener == hit.last and (complement.kind in SAID or complement.kind == "as")
        return said or complement.kind == "charge"  # «اتُهمت قوات النظام باستخدام …»
    if complement.kind in SAID:
        far = past_circumstances(scene, hit.last, complement.opener) < complement.opener - 1
        if far and _is_homograph(scene, hit) and not takes_its_object(scene, hit):
            return False
        return not _holderless(scene, hit) or _is_hearsay(scene, hit)
    rumour = _is_hearsay(scene, hit) and bool(hit.cue.objects or hit.cue.phrases)
    withheld = hit.negated or (bool(hit.cue.phrases) and hit.cue.stance == "decline")
    declines = withheld and "decline" in {hit.cue.stance, hit.cue.negated} and not is_quoted(scene, hit)
    if rumour or declines:
        return True
    if _is_homograph(scene, hit) and complement.kind == "noun" and hit.form == "finite":
        return False  # «وتعد هذه الصفقة الأكبر»
    before = scene.form(hit.first - 1)
    asked = complement.kind == "order" and hit.form == "finite" and before in MARKS  # «في أكتوبر، طلب من متابعيه …»
    goes_on = scene.tokens[hit.first].proclitics[:1] in {"و", "ف"} or before in words("going-on")
    told = is_quoted(scene, hit) and speaks_to_me(scene, hit)
    return asked or goes_on or told or hit.form == "participle" or _has_holder(scene, hit)


def _has_holder(scene: Scene, hit: CueHit) -> bool:
    """Whether the verb leans on a subject before it: «التي طلبت», «ما وصفه», «بيانا أكدت فيه», «قبل أن يقر»."""
    before = scene.form(hit.first - 1)
    after_that = before == "ان" and scene.form(hit.first - 2) in words("time-before-that")
    held = before in words("held-relative") or before in words("pronoun-before-verb")
    return held or after_that or scene.form(hit.last) in words("in-it")


def _is_hearsay(scene: Scene, hit: CueHit) -> bool:
    """Whether the form has no holder where it has no subject: «يقال», «ترددت أنباء»."""
    return bare(scene.tokens[head_of(hit)]) in _hearsay_forms(hit.cue)


def _is_homograph(scene: Scene, hit: CueHit) -> bool:
    """Whether the form is mostly another word: «كتب», «بين», «نقل»."""
    return bare(scene.tokens[head_of(hit)]) in _homographs(hit.cue)


def _holderless(scene: Scene, hit: CueHit) -> bool:
    """A present tense that nobody is named for, and nobody who spoke before: «يُتوقع أن», «يعتقد أن»."""
    head = scene.tokens[hit.first]
    joined = head.proclitics[:1] in {"و", "ف"} and (hit.first > scene.first or hit.cue.stance == "assert")
    pronoun = hit.first > scene.first and bool(scene.tokens[hit.first - 1].enclitic)
    leans = joined or pronoun or _has_holder(scene, hit) or head.proclitics == "ل"
    return hit.form == "finite" and head.stem[:1] == "ي" and not leans


def _is_no_speaker(scene: Scene, source: Span) -> bool:
    """A subject that is no noun: «اذا», «هناك», «مرة»."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    return source.end - source.start < 3 or scene.stem(first) in words("never-a-source")


@cache
def _homographs(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.homographs)


@cache
def _hearsay_forms(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.holderless)
