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
from asanid.extract.table import base, group, head_words
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Formula, Meaning
from asanid.model import Stance, Token

_HEAD = 3
"""Words of a content before which a formula of refusal must begin to speak for all of it."""
_CLAUSE = 16
"""Words within which a content calls a report untrue."""
_NEAR = 5
"""Words after a light verb, or before a cue, within which the noun or verb stands that gives it its stance."""
_INNER: frozenset[Stance] = frozenset({"believe", "deny", "decline", "request", "question"})
_OPEN: frozenset[Stance] = frozenset({"assert", "believe"})
_DODGE = "iktafa"


def stance_of(said: Said) -> Stance:
    """Tell the stance of an attribution by its own words."""
    stance = _by_cue(said)
    if stance not in _OPEN or said.draft.hit.cue.particles:
        return stance
    if _dodges(said):
        return "decline"
    meanings = _meanings(said)
    if "decline" in meanings:
        return "decline"
    return "deny" if "false" in meanings or "belittle" in meanings else stance


def names_report(tokens: Sequence[Token]) -> bool:
    """Whether some words hold a noun that stands for what was said: «الأنباء», «الاتهامات», «ما نشرته»."""
    reports = group("report") | group("charge") | group("publication")
    return any(not reports.isdisjoint(_bases(token)) for token in tokens)


# --- the cue ---------------------------------------------------------------------------------------


def _by_cue(said: Said) -> Stance:
    hit = said.draft.hit
    cue = hit.cue
    if hit.negated and cue.negated:
        return cue.negated
    if said.draft.refers and "confirm" in cue.also:
        return "confirm"
    if cue.light:
        return _of_noun(said) or cue.stance
    head = head_words(said)
    if cue.stance == "decline" and "deny" in cue.also and not hit.negated:
        return _of_refusal(head)
    if "request" in cue.also and cue.stance == "assert" and cue.addressee == "object" and _warns_off(said, head):
        return "request"
    if "confirm" in cue.also and cue.stance == "assert" and _keeps_to(head):
        return "confirm"
    return cue.stance


def _of_noun(said: Said) -> Stance | None:
    """«أعرب عن أمله», «جدد دعوته»: the stance of the noun that follows."""
    hit, tokens = said.draft.hit, said.scene.tokens
    index = cue_index()
    for token in tokens[hit.last : min(hit.last + _NEAR + 1, said.scene.last)]:
        for form in (token.form, token.form[: -len(token.enclitic)] if token.enclitic else "", token.stem, base(token)):
            for cue, kind in index.verbs.get(form, ()):
                if kind == "noun" and cue.verb and cue.stance in _INNER:
                    return cue.stance
    return None


def _of_refusal(head: Sequence[Token]) -> Stance:
    """«رفض التعليق» takes no position, «رفض هذه الاتهامات» denies them, «رفض العرض» says no to something else."""
    for token in head[:3]:
        forms = _bases(token)
        if not forms.isdisjoint(group("comment")):
            return "decline"
        if not forms.isdisjoint(group("charge") | group("report") | group("publication") | group("refusable")):
            return "deny"
    return "assert" if head else "decline"


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
    first = head[1:2] if head and head[0].stem in words("relative") else head[:1]
    backed = group("report") | group("publication")
    return any(not _bases(token).isdisjoint(backed) for token in first)


# --- the content -----------------------------------------------------------------------------------


def _dodges(said: Said) -> bool:
    """«اكتفى بالقول إن …»: the cue itself, or the verb before a «القول»."""
    hit = said.draft.hit
    if hit.cue.id == _DODGE:
        return True
    if hit.form != "noun":
        return False
    before = said.scene.tokens[max(said.scene.first, hit.first - 3 * _NEAR) : hit.first]
    verbs = cue_index().verbs
    return any(cue.id == _DODGE for token in before for form in forms_of(token) for cue, _ in verbs.get(form, ()))


def _meanings(said: Said) -> set[Meaning]:
    """What the head of a content does with a report: a formula of refusal at once, of denial within the clause."""
    head = head_words(said, _CLAUSE)
    found: set[Meaning] = set()
    report = names_report(head)
    for position, meaning in _formulas().find(head):
        if (position < _HEAD) if meaning == "decline" else (meaning == "false" or report):
            found.add(meaning)
    return found


def _bases(token: Token) -> frozenset[str]:
    """The forms by which a noun may be listed: without clitics and article, and with the feminine ending restored."""
    word = base(token)
    restored = word[:-1] + "ه" if token.enclitic and word.endswith("ت") else word
    return frozenset({*forms_of(token), word, restored, word[:-1] if word.endswith(("ت", "ا")) else word})


@cache
def _formulas() -> Phrases[Meaning]:
    formulas = section("stance_formulas", Formula)
    return index_phrases([(phrase, formula.means) for formula in formulas for phrase in formula.phrases])
