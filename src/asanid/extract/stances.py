"""Stances by the words: what the cue says, then what the content says of a report or of the speaker.

A cue has its stance by the lexicon; after a negation, with a noun such as «أمله», or by what is refused or warned of it
may have another. A content that opens with «لا تعليق», or calls a report a hoax, changes it, whatever the verb. What
answers a report that somebody else brought up is told by ``targets``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from asanid.extract.cues import cue_index
from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.phrases import Phrases, forms_of, index_phrases
from asanid.extract.table import base, forms, group, head_words, is_told
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Formula, Meaning
from asanid.model import Stance, Token
from asanid.parse.fold import fold_key

_HEAD = 3
"""Words of a content before which a formula of refusal must begin to speak for all of it."""
_CLAUSE = 24
"""Words within which a content calls a report untrue."""
_NAMED = 9
"""How far before a formula of denial the report stands that it is said of; of one that belittles, from the head on."""
_NEAR = 5
"""Words behind a light verb within which its noun stands, and at the head of a sentence that answers something."""
_FAR = 16
"""How far behind a verb the preposition of its noun may stand, the subject between them."""
_INNER: frozenset[Stance] = frozenset({"believe", "deny", "decline", "request", "question"})
_OPEN: frozenset[Stance] = frozenset({"assert", "believe"})
_DODGE = "iktafa"


def stance_of(said: Said, *, relays: bool) -> Stance:
    """Tell the stance of an attribution by its own words; one that ``relays`` another's keeps a stance of its own."""
    stance = _by_cue(said)
    relays = relays and "as" not in said.draft.hit.cue.frames  # «وصف مزاعم الصحيفة بأنها خدعة»
    if relays or is_told(said) or stance not in {*_OPEN, "confirm"} or said.draft.hit.cue.particles:
        return stance
    if _dodges(said):
        return "decline"
    meanings = _meanings(said)
    if "decline" in meanings:
        return "decline"
    return "deny" if meanings else stance


def refers(said: Said) -> bool:
    """Whether the content is what a relative stands for: «وهو ما أكده», «المحادثات، التي أكدها»."""
    draft, scene = said.draft, said.scene
    pronoun = any(token.enclitic for token in scene.tokens[draft.hit.first : draft.hit.last])
    before = scene.stem(draft.hit.first - 1 - (not draft.hit.negated))  # before «ما»
    goes_on = is_told(said) and bool(before) and before not in words("that")
    return draft.refers or (pronoun and (goes_on or not draft.content))


def names_report(tokens: Sequence[Token]) -> bool:
    """Whether some words hold a noun that stands for what was said: «الأنباء», «الاتهامات», «ما نشرته»."""
    reports = group("report") | group("charge") | group("publication")
    return any(
        not reports.isdisjoint(forms(token))
        or (number > 0 and tokens[number - 1].stem == "ما" and not group("told").isdisjoint(forms(token)))
        for number, token in enumerate(tokens)
    )


# --- the cue ---------------------------------------------------------------------------------------


def _by_cue(said: Said) -> Stance:
    cue = said.draft.hit.cue
    negated = is_denied(said)
    if negated and cue.negated:
        return cue.negated
    if cue.verb and cue.stance == cue.negated == "decline" and not negated:
        return "assert"
    if refers(said) and "confirm" in cue.also:
        return "confirm"
    if cue.light:
        return _of_noun(said) or cue.stance
    if cue.via and (said.speaker.anonymity == "media" or said.draft.rule == "relay-from"):
        return "assert"  # «علمت الصحيفة من مصدر أن …»
    return _by_object(said) or cue.stance


def _by_object(said: Said) -> Stance | None:
    """What is refused, warned of or backed may turn the stance of a cue."""
    hit, head = said.draft.hit, head_words(said)
    cue = hit.cue
    if cue.stance == "decline" and "deny" in cue.also and not hit.negated:
        return _of_refusal(said, head)
    if cue.stance != "assert":
        return None
    if "request" in cue.also and cue.addressee == "object" and _warns_off(said, head):
        return "request"
    return "confirm" if "confirm" in cue.also and _keeps_to(head) else None


def is_denied(said: Said) -> bool:
    """Whether a cue itself is negated: «لم ينف», «من دون أن ينفي»."""
    scene, hit = said.scene, said.draft.hit
    if hit.negated:
        return not is_told(said)
    return scene.form(hit.first - 1) == "ان" and scene.stem(hit.first - 2) in words("without")


def _of_noun(said: Said) -> Stance | None:
    """«أعرب عن أمله», «جدد دعوته»: the stance of the noun that follows, behind its preposition where there is one."""
    scene, hit = said.scene, said.draft.hit
    prepositions = {fold_key(word) for word in (hit.cue.preposition, *hit.cue.prepositions) if word}
    reach = range(hit.last, min(hit.last + (_FAR if prepositions else _NEAR), scene.last))
    for position in reach:
        if prepositions and scene.form(position - 1) not in prepositions:
            continue
        stance = _of_verbal_noun(scene.tokens[position])
        if stance:
            return stance
    return None


def _of_verbal_noun(token: Token) -> Stance | None:
    listed = (token.form, token.form[: -len(token.enclitic) or None], token.stem, base(token))
    readings = (reading for form in listed for reading in cue_index().verbs.get(form, ()))
    return next((cue.stance for cue, kind in readings if kind == "noun" and cue.verb and cue.stance in _INNER), None)


def _of_refusal(said: Said, head: Sequence[Token]) -> Stance:
    """«رفض التعليق» takes no position, «رفض هذه الاتهامات» denies them, «رفض العرض» says no to something else."""
    if not head and any(token.enclitic for token in said.scene.tokens[said.draft.hit.first : said.draft.hit.last]):
        return "assert"  # «ترفضهم»
    if not head or any(not forms(token).isdisjoint(group("comment")) for token in head[:3]):
        return "decline"
    passed = words("demonstrative") | words("quantifier")
    first = next((n for n, token in enumerate(head[:3]) if token.stem not in passed), 0)
    refused = head[first : first + 1 + (head[first].stem == "ما")]
    return "deny" if names_report(refused) or not forms(head[first]).isdisjoint(group("refusable")) else "assert"


def _warns_off(said: Said, head: Sequence[Token]) -> bool:
    """«حذر من تصعيد التدخل» asks not to do it; «حذر من أن», «حذر من خطر» tell what may come."""
    if not head:
        return False
    first, tokens = head[0], said.scene.tokens
    at = bisect_left(said.scene.stage.token_starts, first.start, said.scene.first, said.scene.last)
    word = base(first)
    if tokens[at - 1].stem in words("that") or tokens[at - 1].form == ":" or word in group("danger"):
        return False
    return word in group("act") or (not first.stem.startswith("ال") and _is_doing(word))


def _is_doing(word: str) -> bool:
    """A verbal noun of a verb that somebody does to something: «تصعيد», «استخدام»."""
    return (len(word) == 5 and word[0] == "ت" and word[3] == "ي") or (word[:3] == "است" and word[-2:-1] == "ا")


def _keeps_to(head: Sequence[Token]) -> bool:
    """«أكد صحة الأنباء», «تمسك بما نشره»: what is backed is a report."""
    return names_report(head[: 2 if head and head[0].stem == "ما" else 1])


# --- the content -----------------------------------------------------------------------------------


def _dodges(said: Said) -> bool:
    """«اكتفى بالقول إن …» in answer to a question, or with no more than a negation; the cue may be «القول» itself."""
    hit, scene = said.draft.hit, said.scene
    before = scene.tokens[max(scene.first, hit.first - _FAR) : hit.first]
    verbs = cue_index().verbs
    no_more = hit.cue.id == _DODGE or (
        hit.form == "noun"
        and any(cue.id == _DODGE for token in before for form in forms_of(token) for cue, _ in verbs.get(form, ()))
    )
    return no_more and (is_negated(head_words(said, _HEAD)) or is_answer(said))


def is_negated(head: Sequence[Token]) -> bool:
    """Whether a content begins by saying that something is not so."""
    return any(token.form in group("negation") for token in head)


def is_answer(said: Said) -> bool:
    """«وردا على سؤال», «وعندما سئل»: whether the sentence answers something."""
    tokens = said.scene.tokens[said.scene.first : said.scene.first + _NEAR]
    return any(not group("answering").isdisjoint(forms_of(token)) for token in tokens)


def _meanings(said: Said) -> set[Meaning]:
    """What the head of a content does with a report: refuses it at once, denies it where it is named."""
    frames = said.draft.hit.cue.frames
    head = head_words(said, _CLAUSE)
    return {
        meaning
        for position, meaning in (() if "charge" in frames else _formulas().find(head))
        if _is_meant(meaning, position, head, called="as" in frames)
    }


def _is_meant(meaning: Meaning, position: int, head: Sequence[Token], *, called: bool) -> bool:
    if meaning == "decline":
        return position < _HEAD
    if meaning == "false":
        return position < _HEAD or names_report(head[max(position - _NAMED, 0) : position + _HEAD])
    if position > _NAMED and not called:
        return False
    subject = head[: position if called else 2]
    return names_report(subject) if meaning == "belittle" else _names_charge(subject)


def _names_charge(tokens: Sequence[Token]) -> bool:
    return any(not group("charge").isdisjoint(forms(token)) for token in tokens)


@cache
def _formulas() -> Phrases[Meaning]:
    formulas = section("stance_formulas", Formula)
    return index_phrases([(phrase, formula.means) for formula in formulas for phrase in formula.phrases])
