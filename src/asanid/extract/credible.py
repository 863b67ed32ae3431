"""What keeps a word of saying from being a cue, and a reach for content from being an attribution."""

from __future__ import annotations

from functools import cache

from asanid.extract.agreement import speaks_to_me
from asanid.extract.circumstances import find_circumstance
from asanid.extract.complements import MARKS, Complement
from asanid.extract.cues import CueHit, bare
from asanid.extract.drafts import Draft, head_of
from asanid.extract.endings import is_clause_particle
from asanid.extract.grammar import words
from asanid.extract.nouns import is_source_noun, may_head_source
from asanid.extract.scene import Scene
from asanid.lexicon.schema.cues import Cue
from asanid.model import Span
from asanid.parse.fold import fold_key

SAID = frozenset({"clause", "quote", "colon", "whether"})
"""Complements that are words said, not a thing said something about."""


def is_cue(scene: Scene, hit: CueHit) -> bool:
    """Leave out what only looks like a cue: «المتحدث» and «متحدث» are sources, «المرجح» is an adjective."""
    if hit.cue.particles or hit.cue.phrases:
        return True
    head, stem = head_of(hit), scene.stem(head_of(hit))
    if scene.name(head) is not None or _is_other_word(scene, hit, head) or _asks_for_anonymity(scene, head):
        return False
    if hit.form in {"participle", "patient"}:
        return not stem.startswith("ال") and _circumstantial(scene, hit) and not is_source_noun(stem)
    return True


def _is_other_word(scene: Scene, hit: CueHit, head: int) -> bool:
    """«عبر تويتر», «ردا على سؤال», «عقب اجتماعه»; «في تصريح لوكالة»; «بين الوفدين»; «يدعى سالم»."""
    form = scene.form(head)
    if find_circumstance(scene, head, scene.last) is not None:
        return True
    if form in words("directly-before-clause"):
        return not is_clause_particle(scene, head + 1)
    before = find_circumstance(scene, head - 1, scene.last) if head > scene.first else None
    if hit.form == "noun" and before is not None and before.nouns:
        return True
    if bare(scene.tokens[head]) in words("never-a-cue"):
        return True
    return bare(scene.tokens[head]) in words("called") and scene.name(head + 1) is not None


def credible(scene: Scene, hit: CueHit, complement: Complement, draft: Draft) -> bool:
    """A noun phrase is presented only by someone who can speak; a verb with no subject needs one who spoke before."""
    if (_is_dual(scene, hit) and complement.kind not in {"clause", "quote"}) or _overreaches(scene, hit, complement):
        return False
    if complement.kind == "noun" and scene.stem(complement.first) in words("courtesy"):
        return False
    if draft.source is None:
        return _credible_without_source(scene, hit, complement)
    if complement.kind in SAID and not _is_homograph(scene, hit):
        return not _is_no_speaker(scene, draft.source)
    if complement.kind in {"order", "noun"} and complement.first > complement.opener:
        long = sum(draft.source.start <= t.start < draft.source.end for t in scene.tokens[scene.first : scene.last]) > 1
        return can_speak(scene, draft.source) or (long and not _is_no_speaker(scene, draft.source))
    return can_speak(scene, draft.source)


def can_speak(scene: Scene, source: Span) -> bool:
    """Whether a source begins with what can speak: a name, a source noun, a title."""
    first = next((i for i in range(scene.first, scene.last) if scene.tokens[i].end > source.start), scene.first)
    if scene.quote(first):
        first += 1
    return may_head_source(scene, first)


def is_quoted(scene: Scene, hit: CueHit) -> bool:
    """Whether a cue stands in quotation marks: someone's own words, not the writer's."""
    head = scene.span(hit.first, hit.first + 1)
    return any(quote.start < head.start < quote.end for quote in scene.stage.quotes_touching(head))


def _asks_for_anonymity(scene: Scene, head: int) -> bool:
    """«اشترط عدم نشر اسمه», «فضل عدم الكشف عن هويته»: how a source is kept unnamed is no saying of its own."""
    near = range(head + 1, min(head + 7, scene.last))
    before = words("negation") | words("withheld") | words("withholding")
    withheld = any(scene.stem(i) in words("withheld") for i in near[:3]) or scene.form(head - 1) in before
    return withheld and any(scene.stem(i) in words("identity") and scene.tokens[i].enclitic for i in near)


def _circumstantial(scene: Scene, hit: CueHit) -> bool:
    """A participle that goes with a saying: «، مضيفا», «قائلة», after a mark or at the start; not «مثير», «متحدث»."""
    stem = scene.stem(hit.first)
    before = scene.form(hit.first - 1)
    set_off = hit.first == scene.first or before in MARKS or before in {"»", "”", '"', "“"}
    return stem.endswith(("ا", "ه", "ين", "ون")) and (set_off or stem.endswith("ا"))


def _overreaches(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    """Whether a verb reaches for content that is not its own.

    «بين» takes «أن» at once or is a preposition; «التي بثتها الوكالة … أن»: the pronoun on the verb is its object,
    unless the verb takes persons («أخبره أن»).
    """
    if scene.form(head_of(hit)) in words("directly-before-clause"):
        return complement.opener > hit.last
    pronoun = bool(scene.tokens[hit.last - 1].enclitic) and hit.form == "finite"
    return pronoun and hit.cue.addressee != "object" and complement.opener - hit.last > 1 and complement.kind in SAID


def _credible_without_source(scene: Scene, hit: CueHit, complement: Complement) -> bool:
    if complement.kind in SAID:
        if _is_homograph(scene, hit) and complement.opener - hit.last > 1:
            return False
        return not _holderless(scene, hit) or bare(scene.tokens[head_of(hit)]) in _hearsay_forms(hit.cue)
    if _is_homograph(scene, hit) and complement.kind == "noun" and hit.form == "finite":
        return False  # «وتعد هذه الصفقة الأكبر»
    if complement.kind == "order" and hit.form == "finite" and scene.form(hit.first - 1) in MARKS:
        return True  # «في أكتوبر، طلب من متابعيه التصويت»
    declines = hit.negated and "decline" in {hit.cue.stance, hit.cue.negated} and not is_quoted(scene, hit)
    joined = scene.tokens[hit.first].proclitics[:1] in {"و", "ف"}
    return joined or hit.form == "participle" or declines or (is_quoted(scene, hit) and speaks_to_me(scene, hit))


def _is_homograph(scene: Scene, hit: CueHit) -> bool:
    """Whether the form is mostly another word: «كتب», «بين», «نقل»."""
    return bare(scene.tokens[head_of(hit)]) in _homographs(hit.cue)


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
    stem = scene.stem(head_of(hit))
    return hit.form == "finite" and stem.endswith("ا") and not stem.endswith("وا") and stem[:1] not in {"ي", "ت"}


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
