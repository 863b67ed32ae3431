"""Answers: which attributions a confirmation, a denial or a refusal answers.

In this order: what stands inside its own content («ما يشاع عن …»); for a relative what it follows; what is most alike
in what it is about; for «الاتهامات» and «أي ضلوع» the charge against whoever replies; where it names no topic («ذلك»,
«التقارير», «التعليق»), what was answered just before, or the publication, or what concerns whoever replies. What only
the text behind it tells comes last. ``[]`` rather than a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asanid.extract.grammar import words
from asanid.extract.replies import (
    antecedent,
    block_kind,
    block_of,
    follows_on,
    is_charge,
    names,
    points,
    question_of,
    subject_words,
    was_before,
)
from asanid.extract.stances import is_answer, is_denied, is_negated, names_report, refers
from asanid.extract.table import AFTER, BEFORE, Table, base, group, has_no_comment, head_words
from asanid.model import Stance, Token

REPLIES: frozenset[Stance] = frozenset({"confirm", "deny", "decline"})
_REPORTS: frozenset[Stance] = frozenset({"assert", "believe", "request"})
_MEANS, _NAMES, _WITHHOLDS = 0.3, 0.12, 0.5
"""How alike a report must be to what a reply means, to one that calls it a report, to one that keeps something back."""
_NEARLY = 0.03
_TOGETHER = 3
"""Reports that «هذه المعلومات» may mean together."""
_BACK = 8
"""Attributions back to the reply that this one goes on from."""
_NEAR, _WIDE = 4, 8
"""Paragraphs within which «هذه الاجتماعات» means the first that was told of them, and «هذه المعلومات» all that concerns
whoever replies."""
_WITHIN = 4
"""Words into a content within which the report is told that the content is about."""
_SOON = 2
"""Paragraphs behind a denial within which the charge is told that it refuses."""


@dataclass(slots=True)
class Talk:
    """The attributions of an article with what is known of their stances and targets so far."""

    table: Table
    stances: list[Stance]
    targets: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def meant(self, index: int) -> Iterable[int]:
        """Give what a reply answers, by what stands before it."""
        each = self.table.said[index]
        inside = [n for n in self.table.below(index) if self._is_told_inside(n, index)]
        if inside:
            return inside[-1:]
        if refers(each):
            return self._referred(index)
        if is_answer(each):
            asked = question_of(each)
            told = [n for n in self._within(index, _NEAR) if self.table.about(asked, n)]
            return self.most_alike(index, told, 0.0, asked) or self._nearest(index, 1)
        return self._meant_by_its_words(index) or self._just_said(index)

    def told_after(self, index: int) -> Iterable[int]:
        """Give what is told behind: «بعدما ذكرت …», «وكانت الصحيفة قد ذكرت …», «وتتهم …», what a lead is about."""
        said, named = self.table.said, self.table.named(index)
        may = [n for n in self.ahead(index) if self._may_be_meant(n, index) and not self._defends(n)]
        same = [n for n in may if said[n].scene is said[index].scene and follows_on(said[n])]
        if same:
            return [self._source_of(same[0])]
        if self._withholds(index):
            return ()
        leads = block_kind(said[index]) != "body" or index == self._first_of_body()
        topics = self.table.deeds(index) | self.table.people(index)
        about = [n for n in may if self.table.about(topics, n) and self.apart(index, n) <= _NEAR]
        for n in may:
            if was_before(said[n]) and (n in about or (leads and not named)):
                return [self._source_of(n)]
        charges = [n for n in may if self.charges(n, index) and (leads or self.apart(index, n) <= _SOON)]
        others = [n for n in about if self.table.country(n).isdisjoint(self.table.country(index))]
        near = others if leads else [n for n in others if self.apart(index, n) == 0]
        about_deed = [n for n in charges if self.table.about(self.table.people(index) or self.table.deeds(index), n)]
        return self.most_alike(index, about_deed, 0.0) or self.most_alike(index, near, _MEANS)

    def told_since(self, report: int, index: int) -> int:
        """What a voice has told itself, where its report was known only through who denies it: «نفت تقريرا نشرته»."""
        parent = self.table.said[report].parent
        if parent is None or self.stances[parent] != "deny":
            return report
        for later in range(report + 1, index):
            free = self.table.said[later].parent is None and self.stances[later] in _REPORTS
            if free and self.table.same_voice(later, report) and self.table.likeness(report, later) >= _NAMES:
                return later
        return report

    def _defends(self, index: int) -> bool:
        """«نفى …، مؤكدا أن»: what who denies says beside it is no report that anyone denies."""
        said = self.table.said
        return any(
            self.stances[n] == "deny" and said[n].scene is said[index].scene and self.table.same_voice(n, index)
            for n in range(max(index - _TOGETHER, 0), index)
        )

    # --- by what a reply is about --------------------------------------------------------------------

    def _meant_by_its_words(self, index: int) -> Iterable[int]:
        each = self.table.said[index]
        head = subject_words(each, 3)
        if self._is_open(index) or (points(head[:1]) and names_report(head)):
            return self._meant_by_nothing_more(index)
        if names(head[:2], "involvement") or names(head[:1], "charge"):
            charge = self._charge(index)
            if charge or is_charge(head[:1]):
                return charge
        cue = each.draft.hit.cue
        withholds = self._withholds(index)
        told = [n for n in self.earlier(index) if self.table.begins_alike(index, n, _WITHHOLDS)]
        alike = self.most_alike(index, told, _WITHHOLDS if withholds else _MEANS)
        if alike or withholds:
            return alike
        if cue.stance == "assert" and names_report(head_words(each)):
            return self._meant_by_nothing_more(index)
        if names_report(head[:2]):
            deeds = self.table.deeds(index)
            near = [n for n in self._within(index, _NEAR) if self.table.about(deeds, n)]
            return self.most_alike(index, near, _NAMES)
        before = self._last_reply(index, 0)
        goes_on = before is not None and self.stances[before] == self.stances[index] == "deny"
        return self.targets[before] if before is not None and goes_on else ()

    def _withholds(self, index: int) -> bool:
        """«لم يحدد الموعد», «رفض الكشف عن اسمه»: keeps something back, and takes no position on a report by that."""
        each = self.table.said[index]
        cue = each.draft.hit.cue
        if cue.stance == "assert":
            return is_denied(each) and "confirm" not in cue.also
        return any(base(token) in words("kept-back") for token in head_words(each, 1))

    def _is_told_inside(self, inner: int, index: int) -> bool:
        """Whether a report opens a content, in another's voice: «ما نشرته المجلة», «ما يشاع», «مزاعم الشاهدة»."""
        said = self.table.said
        head = [token for token in subject_words(said[index], _WITHIN) if token.end <= said[inner].draft.cue.start]
        report = names_report(head)
        opens = len(head) < _WITHIN and (not head or report or any(token.stem == "ما" for token in head))
        others = not self.table.same_voice(inner, index) or (report and said[inner].draft.source is None)
        return opens and others and self.stances[inner] == "assert"

    def _referred(self, index: int) -> list[int]:
        """The attribution whose content a relative follows, or that tells what the noun before it names."""
        each = self.table.said[index]
        told = [n for n in self.earlier(index) if self._end(n) <= each.draft.cue.start and self._may_be_meant(n, index)]
        noun = antecedent(each)
        if noun is not None:
            told = [n for n in reversed(told) if self.table.about(noun, n)]
        return [self._source_of(n) for n in told[:1]]

    def _end(self, index: int) -> int:
        draft = self.table.said[index].draft
        return max((span.end for span in draft.content), default=draft.cue.end)

    def _charge(self, index: int) -> list[int]:
        """«الاتهامات», «أي ضلوع»: the charge against whoever replies."""
        charges = [n for n in self.earlier(index) if self.charges(n, index)]
        same = [n for n in charges if self.table.said[n].scene is self.table.said[index].scene]
        return self.most_alike(index, same or charges, 0.0)

    def charges(self, report: int, index: int) -> bool:
        """Whether a report accuses whoever replies."""
        return not self.table.accused[report].isdisjoint(self.table.parties[index])

    def _just_said(self, index: int) -> list[int]:
        """«اتهمت موسكو لندن بالتجسس، لكن لندن نفت …», «بعد إعلان الحلف أنه …، نفت الجماعة …»: in its sentence."""
        said = self.table.said
        same = [n for n in self.earlier(index) if said[n].scene is said[index].scene and self._may_be_meant(n, index)]
        pointing = points(head_words(said[index]))
        involved = names(subject_words(said[index], 2), "involvement")
        answered = [
            n
            for n in same
            if pointing or self.charges(n, index) or follows_on(said[n]) or (involved and self.table.concerns(n, index))
        ]
        return [self._source_of(n) for n in answered[:1]]

    # --- where a reply names no topic ----------------------------------------------------------------

    def _is_open(self, index: int) -> bool:
        """Whether a content names no topic of its own: «التقارير», «ذلك», «التعليق», or nothing."""
        each = self.table.said[index]
        declines = each.draft.hit.cue.stance == "decline"
        return not self.table.named(index) or (declines and (self._asks_for_comment(index) or has_no_comment(each)))

    def _asks_for_comment(self, index: int) -> bool:
        """«لم يستجب لطلب التعليق»: what it names is who asked."""
        head = head_words(self.table.said[index], 3)
        return any(base(token) in group("asking") for token in head)

    def _meant_by_nothing_more(self, index: int) -> Iterable[int]:
        """What is meant by «هذه المعلومات», «ذلك», «التقارير», «التعليق», or by no word at all."""
        each = self.table.said[index]
        head = subject_words(each, 3)
        if points(head[:1]) and names_report(head):
            return self._together(index)
        pointing = points(head_words(each))
        before = None if pointing else self._last_reply(index, 2)
        if before is not None:
            return self.targets[before]
        if pointing:
            return self._nearest(index, 1)
        if names(head, "charge"):
            return self._charge(index)
        if names(head, "publication"):
            return self._of_publication(index) or self._nearest(index, 1)
        return self._understood(index, head)

    def _understood(self, index: int, head: Sequence[Token]) -> Iterable[int]:
        """What «رفض التعليق», «لم ينف» or «غير صحيح» is said of."""
        each = self.table.said[index]
        asked = has_no_comment(each) or self._asks_for_comment(index)
        keeps_back = self.stances[index] == "decline" == each.draft.hit.cue.stance and not asked
        if keeps_back and head and not names_report(head):  # «دون الكشف عن التفاصيل»
            return ()
        same = [n for n in self._within(index, 0) if self.table.said[n].scene is each.scene]
        if same and self.stances[index] == "deny":
            return [self._source_of(same[0])]
        return self._concerning(index, 0) or self._lead(index) or self._concerning(index, 1) or self._only(index)

    def _last_reply(self, index: int, blocks: int) -> int | None:
        """The reply before this one, at most some paragraphs back, that answers something."""
        for earlier in range(index - 1, max(index - _BACK, -1), -1):
            if self.apart(earlier, index) > blocks:
                return None
            if earlier in self.targets and self.table.said[earlier].parent is None:
                return earlier
        return None

    def _nearest(self, index: int, blocks: int) -> list[int]:
        return [self._source_of(n) for n in self._within(index, blocks)[:1]]

    def _concerning(self, index: int, blocks: int) -> list[int]:
        """The nearest that speaks of whoever replies."""
        return [self._source_of(n) for n in self._within(index, blocks) if self.table.concerns(n, index)][:1]

    def _lead(self, index: int) -> list[int]:
        """What the article opens with, where it speaks of whoever replies, or a publication asked him about it."""
        told = [n for n in reversed(self.earlier(index)) if self._may_be_meant(n, index)][:1]
        asked = self._asks_for_comment(index)
        return [self._source_of(n) for n in told if asked or self.table.concerns(n, index)]

    def _only(self, index: int) -> list[int]:
        """The report of the one voice that spoke so far, where there is no other to answer."""
        told = [n for n in self._within(index, BEFORE) if self.table.said[n].parent is None]
        voices = {self.table.said[n].speaker.entity for n in told}
        return [self.table.innermost(told[0])] if len(voices) == 1 and self.apart(told[0], index) <= 1 else []

    def _together(self, index: int) -> list[int]:
        """«هذه الاتهامات»: what was told since the reply before, of whoever replies or just before him."""
        found: list[int] = []
        for earlier in self._within(index, _WIDE):
            said = self.table.said[earlier]
            if said.parent is None and (said.draft.source is not None or not self._goes_on(earlier)):
                found.append(earlier)
        replied = max((n for n in range(index) if n in self.targets), default=-1)
        fresh = [n for n in found if n > replied] or found
        told = [n for n in fresh if self.table.concerns(n, index)] or [n for n in fresh if self.apart(n, index) <= 1]
        return [self.table.innermost(n) for n in told[:_TOGETHER]]

    def _goes_on(self, index: int) -> bool:
        """«…، موضحا أن»: whether the same voice said more in the same sentence just before."""
        said = self.table.said
        return index > 0 and said[index - 1].scene is said[index].scene and self.table.same_voice(index - 1, index)

    def _of_publication(self, index: int) -> list[int]:
        """«التقرير», «مقال الصحيفة»: the nearest that a publication tells, the one named before others."""
        keys = {key for key in self.table.heads[index] if key[0] == "@"}
        told = self._published(self._within(index, BEFORE))
        named = [n for n in told if f"@{self.table.said[n].speaker.entity}" in keys]
        return named[:1] or told[:1]

    # --- what may be answered ------------------------------------------------------------------------

    def most_alike(
        self, index: int, where: Sequence[int], least: float, keys: Sequence[str] | None = None
    ) -> list[int]:
        """Give the report among some that is most alike, of equals the one just before, or else the earliest.

        Several where the reply names their voice («ما قاله بريمر»). ``keys`` stand for what the reply is about.
        """
        scores = {n: self.table.likeness(index, n, keys) for n in where if self._may_be_alike(n, index)}
        scores = {n: score for n, score in scores.items() if self.stances[n] != "request" or score >= _WITHHOLDS}
        best = max(scores.values(), default=-1.0)
        if best < least:
            return []
        alike = [n for n, score in scores.items() if score >= best - _NEARLY]
        published = self._published(alike) if names(subject_words(self.table.said[index], 1), "publication") else []
        equals = sorted(published or self._innermost_of(alike))
        voices = [n for n in equals if f"@{self.table.said[n].speaker.entity}" in self.table.heads[index]]
        if voices == equals and best >= 1:
            return equals[: _TOGETHER + 2]
        first = self._first_of(equals, index)
        return [first if first in voices or published else self.table.innermost(first)]

    def _first_of(self, equals: Sequence[int], index: int) -> int:
        pointing = points(head_words(self.table.said[index], 3))
        near = [n for n in equals if self.apart(n, index) <= (_NEAR if pointing else 0)]
        return near[0] if near else equals[0]

    def _published(self, told: Sequence[int]) -> list[int]:
        said = self.table.said
        return [n for n in told if said[n].speaker.anonymity == "media" and said[n].draft.source is not None]

    def _innermost_of(self, alike: Sequence[int]) -> list[int]:
        inner = [n for n in alike if self.stances[n] != "request"]
        return [n for n in alike if not any(self.table.below_other(below, n) for below in inner)]

    def _source_of(self, index: int) -> int:
        """Whoever told a report first, through all who relay it."""
        steps, parent = 0, self.table.said[index].parent
        while parent is not None and steps < BEFORE:
            index, parent, steps = parent, self.table.said[parent].parent, steps + 1
        return self.table.innermost(index)

    def _may_be_meant(self, report: int, index: int) -> bool:
        """Whether something is told that can be so or not: what was asked for is answered only by name."""
        return self._may_be_alike(report, index) and self.stances[report] != "request"

    def _may_be_alike(self, report: int, index: int) -> bool:
        said = self.table.said
        told_ahead = block_kind(said[report]) != "body" and block_kind(said[index]) == "body"
        below = self.table.below(report)
        relays_him = any(self.stances[n] in REPLIES and self.table.same_voice(n, index) for n in below)
        return (
            self.stances[report] in _REPORTS
            and not relays_him
            and said[report].draft.cue != said[index].draft.cue
            and not (self.stances[index] == "deny" and self._stands_with(report, index))
            and bool(said[report].draft.content)
            and not told_ahead
            and not self.table.same_voice(report, index)
            and not self.table.kindred(report, index)
        )

    def _stands_with(self, report: int, index: int) -> bool:
        """Whether a report says itself that something is not so, or comes from the side of whoever denies."""
        return is_negated(head_words(self.table.said[report], 3)) or self.table.own_side(report, index)

    def apart(self, one: int, other: int) -> int:
        """Paragraphs between two attributions."""
        return abs(block_of(self.table.said[one]) - block_of(self.table.said[other]))

    def earlier(self, index: int) -> Sequence[int]:
        """The attributions before one, the nearest first."""
        return range(index - 1, max(index - BEFORE, 0) - 1, -1)

    def ahead(self, index: int) -> Sequence[int]:
        """The attributions behind one that are looked at."""
        return range(index + 1, min(index + 1 + AFTER, len(self.stances)))

    def _within(self, index: int, blocks: int) -> list[int]:
        """What may be meant, at most some paragraphs back, the nearest first."""
        return [n for n in self.earlier(index) if self.apart(n, index) <= blocks and self._may_be_meant(n, index)]

    def _first_of_body(self) -> int:
        return next((n for n, each in enumerate(self.table.said) if block_kind(each) == "body"), 0)
