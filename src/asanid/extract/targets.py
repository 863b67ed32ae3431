"""Replies: which attributions a confirmation, a denial or a refusal answers, and what becomes one by what it answers.

A reply answers, in this order: the attribution that stands inside its own content («ما يشاع عن …»); for a relative the
one whose content it follows; the one most alike in what it is about; where it names no topic («ذلك», «التقارير»,
«التعليق»), what was answered just before, or the publication, or the nearest. ``()`` rather than a guess.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.stances import is_answer, is_negated, names_report, refers, stance_of
from asanid.extract.table import AFTER, BEFORE, Table, base, forms, group, head_words, set_table, tokens_of, topics_of
from asanid.model import Stance, Token

REPLIES: frozenset[Stance] = frozenset({"confirm", "deny", "decline"})
_REPORTS: frozenset[Stance] = frozenset({"assert", "believe", "request"})
_CONTRADICTS, _FLATLY = 0.58, 0.3
"""How alike a negated content must be to a report to contradict it, and one with «لا … إلا», «لا علاقة», «الوحيد»."""
_REPEATS, _BACKS, _MEANS = 0.6, 0.28, 0.3
"""The same of a clause that repeats a report, of a noun that stands for it («أكد وقوع …»), of what a reply means."""
_NEARLY = 0.03
_NEGATED = 7
"""Words within which a content is negated, where it is."""
_TOGETHER = 4
"""Reports that «هذه المعلومات» may mean together; attributions back to the reply that this one goes on from."""
_NEAR = 4
"""Paragraphs back within which «هذه الاجتماعات» means the first that was told of them."""
_INSIDE = 60
"""Characters into a content within which a report is named that the content is about."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The stance of an attribution and the attributions it answers (indices)."""

    stance: Stance
    targets: tuple[int, ...] = ()


def find_replies(said: Sequence[Said]) -> list[Reply]:
    """Give stance and targets of each attribution of an article, in their order."""
    table = set_table(said)
    stances = [stance_of(each, relays=table.innermost(index) != index) for index, each in enumerate(said)]
    talk = _Talk(table, stances)
    for index in range(len(said)):
        talk.settle(index)
    for index in range(len(said)):
        talk.look_ahead(index)
    return [Reply(stance, talk.targets.get(index, ())) for index, stance in enumerate(talk.stances)]


@dataclass(slots=True)
class _Talk:
    """The attributions of an article with what is known of their stances and targets so far."""

    table: Table
    stances: list[Stance]
    targets: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def settle(self, index: int) -> None:
        """Tell what an attribution answers, by what stands before it, and whether that makes it a reply."""
        if self.stances[index] in REPLIES:
            self._answer(index, self._meant(index))
        elif self.stances[index] in {"assert", "believe"}:
            self._become_reply(index)

    def look_ahead(self, index: int) -> None:
        """A title, summary or lead may deny what only the text behind it tells."""
        if self.stances[index] in REPLIES and index not in self.targets:
            ahead = range(index + 1, min(index + 1 + AFTER, len(self.stances)))
            self._answer(index, self._most_alike(index, ahead, _MEANS))

    def _answer(self, index: int, targets: Iterable[int]) -> None:
        found = tuple(sorted({target for target in targets if target != index}))
        if found:
            self.targets[index] = found

    # --- what makes a reply --------------------------------------------------------------------------

    def _become_reply(self, index: int) -> None:
        each = self.table.said[index]
        cue = each.draft.hit.cue
        if cue.particles or not each.draft.content or self.table.innermost(index) != index:
            return
        head = head_words(each, _NEGATED)
        negated, flatly = is_negated(head), _is_flat(head)
        before = self._goes_on_from(index) if negated else None
        if before is not None:
            self.stances[index] = "deny"
            alike = self._most_alike(index, self._earlier(index), _CONTRADICTS)
            self._answer(index, alike or self.targets.get(before, ()))
        elif negated or flatly:
            if each.speaker.anonymity in {"named", "role"} and cue.stance == "assert":
                self._reply_to_alike(index, "deny", _FLATLY if flatly else _CONTRADICTS)
        elif "confirm" in cue.also and cue.negated == "decline":
            self._reply_to_alike(index, "confirm", _REPEATS if _is_clause(each) else _BACKS)

    def _reply_to_alike(self, index: int, stance: Stance, least: float) -> None:
        targets = self._most_alike(index, self._earlier(index), least)
        if targets:
            self.stances[index] = stance
            self._answer(index, targets)

    def _goes_on_from(self, index: int) -> int | None:
        """The denial that the same voice uttered just before, in the same paragraph."""
        said = self.table.said
        for before in range(index - 1, max(index - _TOGETHER, -1), -1):
            if _block(said[before]) != _block(said[index]) or self.stances[before] not in {"deny", "assert"}:
                return None
            if self.stances[before] == "deny":
                own_voice = said[index].draft.source is not None and not self.table.same_voice(before, index)
                return None if own_voice else before
        return None

    # --- what is answered ----------------------------------------------------------------------------

    def _meant(self, index: int) -> Iterable[int]:
        each = self.table.said[index]
        inside = [n for n in self.table.below(index) if self._is_told_inside(n, index)]
        if inside:
            return inside[-1:]
        if refers(each):
            return self._referred(index)
        return self._nearest(index, blocks=1) if is_answer(each) else self._meant_by_its_words(index)

    def _meant_by_its_words(self, index: int) -> Iterable[int]:
        each = self.table.said[index]
        head = head_words(each, 3)
        if self._is_open(index) or (_points(head[:1]) and names_report(head)):
            return self._meant_by_nothing_more(index)
        alike = self._most_alike(index, self._earlier(index), _MEANS)
        if alike:
            return alike
        if names_report(head[:2]) or _no_comment(each):
            return self._meant_by_nothing_more(index)
        before = self._last_reply(index, blocks=0)
        return self.targets[before] if before is not None else ()

    def _meant_by_nothing_more(self, index: int) -> Iterable[int]:
        """What is meant by «هذه المعلومات», «ذلك», «التقارير», «التعليق», or by no word at all."""
        head = head_words(self.table.said[index], 3)
        pointing = _points(head[:1])
        if pointing and names_report(head):
            return self._together(index)
        before = None if pointing else self._last_reply(index, blocks=2)
        if before is not None:
            return self.targets[before]
        if any(not group("publication").isdisjoint(forms(token)) for token in head):
            return self._of_publication(index) or self._nearest(index, blocks=1)
        return self._nearest(index, blocks=1) or self._lead(index)

    def _is_told_inside(self, inner: int, index: int) -> bool:
        """Whether a report stands at the head of a content and in another's voice: «ما نشرته المجلة», «ما يشاع»."""
        said = self.table.said
        start = min((span.start for span in said[index].draft.content), default=0)
        near = said[inner].draft.cue.start - start < _INSIDE
        return near and self.stances[inner] == "assert" and not self.table.same_voice(inner, index)

    def _is_open(self, index: int) -> bool:
        """Whether a content names no topic of its own: «التقارير», «ذلك», «التعليق», or nothing."""
        said = self.table.said[index]
        topics = set(self.table.heads[index]) - {f"@{said.speaker.entity}"}
        return not topics or (said.draft.hit.cue.stance == "decline" and self._asks_for_comment(index))

    def _asks_for_comment(self, index: int) -> bool:
        """«لم يستجب لطلب التعليق»: what it names is who asked."""
        head = head_words(self.table.said[index], 3)
        return any(base(token) in group("asking") for token in head)

    def _referred(self, index: int) -> list[int]:
        """The attribution whose content a relative follows, or that tells what the noun before it names."""
        each = self.table.said[index]
        told = [
            n for n in self._earlier(index) if self._end(n) <= each.draft.cue.start and self._may_be_meant(n, index)
        ]
        noun = set(_antecedent(each))
        if noun:
            told = [n for n in reversed(told) if self.table.about(noun, n)]
        return [self.table.innermost(self._top(n)) for n in told[:1]]

    def _end(self, index: int) -> int:
        draft = self.table.said[index].draft
        return max((span.end for span in draft.content), default=draft.cue.end)

    def _last_reply(self, index: int, *, blocks: int) -> int | None:
        """The reply before this one, at most some paragraphs back, that answers something."""
        block = _block(self.table.said[index])
        for earlier in range(index - 1, max(index - 2 * _TOGETHER, -1), -1):
            if block - _block(self.table.said[earlier]) > blocks:
                return None
            if earlier in self.targets and self.table.said[earlier].parent is None:
                return earlier
        return None

    def _nearest(self, index: int, *, blocks: int) -> list[int]:
        block = _block(self.table.said[index])
        for earlier in self._earlier(index):
            if block - _block(self.table.said[earlier]) > blocks:
                return []
            if self._may_be_meant(earlier, index):
                return [self.table.innermost(self._top(earlier))]
        return []

    def _together(self, index: int) -> list[int]:
        """«هذه الاتهامات»: what was told since the reply before, each through to who told it."""
        found: list[int] = []
        for earlier in self._earlier(index):
            if (self.stances[earlier] in REPLIES and found) or len(found) == _TOGETHER - 1:
                break
            if self.table.said[earlier].parent is None and self._may_be_meant(earlier, index):
                found.append(self.table.innermost(earlier))
        return found

    def _of_publication(self, index: int) -> list[int]:
        """«التقرير», «مقال الصحيفة»: the nearest that a publication tells, the one named before others."""
        names = {key for key in self.table.heads[index] if key[0] == "@"}
        told = [
            n
            for n in self._earlier(index)
            if self.table.said[n].speaker.anonymity == "media"
            and self.table.said[n].draft.source is not None
            and self._may_be_meant(n, index)
        ]
        named = [n for n in told if f"@{self.table.said[n].speaker.entity}" in names]
        return named[:1] or told[:1]

    def _lead(self, index: int) -> list[int]:
        """What the article opens with."""
        told = [n for n in reversed(self._earlier(index)) if self._may_be_meant(n, index)]
        return [self.table.innermost(self._top(n)) for n in told[:1]]

    # --- what may be answered ------------------------------------------------------------------------

    def _most_alike(self, index: int, where: Sequence[int], least: float) -> list[int]:
        """The report among those that is most alike, the earliest of equals, with those that share its words."""
        scores = {n: self.table.likeness(index, n) for n in where if self._may_be_meant(n, index)}
        best = max(scores.values(), default=0.0)
        if best < least:
            return []
        equals = sorted(n for n, score in scores.items() if score >= best - _NEARLY)
        voices = [n for n in equals if f"@{self.table.said[n].speaker.entity}" in self.table.heads[index]]
        if voices == equals and best >= 1:
            return equals[: _TOGETHER + 1]
        near = [n for n in equals if _block(self.table.said[index]) - _block(self.table.said[n]) <= _NEAR]
        first = near[0] if near and _points(head_words(self.table.said[index], 3)) else equals[0]
        found = first if first in voices else self.table.innermost(first)
        return self.table.conjuncts(found) if found == first and self.table.said[first].parent is None else [found]

    def _may_be_meant(self, report: int, index: int) -> bool:
        told_ahead = _kind(self.table.said[report]) != "body" and _kind(self.table.said[index]) == "body"
        return (
            self._is_report(report)
            and not told_ahead
            and not self.table.same_voice(report, index)
            and not self.table.kindred(report, index)
        )

    def _is_report(self, index: int) -> bool:
        return self.stances[index] in _REPORTS and bool(self.table.said[index].draft.content)

    def _top(self, index: int) -> int:
        steps, parent = 0, self.table.said[index].parent
        while parent is not None and steps < BEFORE:
            index, parent, steps = parent, self.table.said[parent].parent, steps + 1
        return index

    def _earlier(self, index: int) -> Sequence[int]:
        return range(index - 1, max(index - BEFORE, 0) - 1, -1)


def _antecedent(said: Said) -> list[str]:
    """What the noun before a relative is about: «المحادثات، التي أكدها»; nothing for «وهو ما أكده»."""
    scene, position = said.scene, said.draft.hit.first - 1
    if scene.form(position) not in words("relative") or scene.form(position) == "ما":
        return []
    while position > scene.first and scene.tokens[position - 1].kind == "mark":
        position -= 1
    return list(topics_of(scene.tokens[position - 1])) if position > scene.first else []


def _is_flat(head: Sequence[Token]) -> bool:
    """«الاتصال الوحيد …», «لا يستهدف إلا …», «لا علاقة له»: a content that leaves nothing of what was told."""
    only = any(not group("only").isdisjoint(forms(token)) for token in head[:2])
    return only or (is_negated(head) and any(not group("flatly").isdisjoint(forms(token)) for token in head))


def _is_clause(said: Said) -> bool:
    """Whether «أن» opens a content."""
    tokens = tokens_of(said)
    stage = said.scene.stage
    at = bisect_left(stage.token_starts, tokens[0].start) if tokens else 0
    around = (*stage.parsed.tokens[max(at - 1, 0) : at], *tokens[:1])
    return any(token.stem in words("that") for token in around)


def _points(head: Sequence[Token]) -> bool:
    return any(token.stem in words("demonstrative") for token in head)


def _no_comment(said: Said) -> bool:
    """«لم يصدر عن الجماعة أي تعليق»: nothing is named that the comment would be about."""
    return any(base(token) in group("comment") for token in tokens_of(said)[-1:])


def _block(said: Said) -> int:
    return said.scene.sentence.block


def _kind(said: Said) -> str:
    return said.scene.stage.parsed.blocks[_block(said)].kind
