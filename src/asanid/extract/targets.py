"""Targets: which attributions a confirmation, a denial or a refusal answers, and what becomes one by what it answers.

A reply answers, in this order: the attribution that stands inside its own content («ما يشاع عن …»); for a relative the
one whose content it follows; the one most alike in what it is about; for «الاتهامات» and «أي ضلوع» the charge against
whoever replies; where it names no topic («ذلك», «التقارير», «التعليق»), what was answered just before, or the
publication, or the nearest. What only the text behind it tells comes last. ``()`` rather than a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.replies import (
    antecedent,
    block_kind,
    block_of,
    follows_on,
    has_no_comment,
    is_charge,
    is_clause,
    is_flat,
    names,
    points,
    question_of,
    subject_words,
    was_before,
)
from asanid.extract.stances import is_answer, is_negated, names_report, refers, stance_of
from asanid.extract.table import AFTER, BEFORE, Table, base, forms, group, head_words, is_told, set_table
from asanid.model import Stance

REPLIES: frozenset[Stance] = frozenset({"confirm", "deny", "decline"})
_REPORTS: frozenset[Stance] = frozenset({"assert", "believe", "request"})
_CONTRADICTS, _FLATLY, _ACCUSED = 0.58, 0.3, 0.25
"""How alike a negated content must be to a report to contradict it, one with «لا … إلا», «لا علاقة», «الوحيد», and one of
whoever the report accuses."""
_REPEATS, _BACKS, _RULES_OUT = 0.7, 0.28, 0.5
"""The same of a clause that repeats a report, of a noun that stands for it («أكد وقوع …»), of what is ruled out."""
_MEANS, _NAMES, _WITHHOLDS = 0.3, 0.12, 0.5
"""The same of what a reply means, of one that calls it a report, and of one that keeps something back."""
_NEARLY = 0.03
_NEGATED = 7
"""Words within which a content is negated, where it is."""
_TOGETHER = 4
"""Reports that «هذه المعلومات» may mean together; attributions back to the reply that this one goes on from."""
_NEAR = 4
"""Paragraphs back within which «هذه الاجتماعات» means the first that was told of them."""
_WITHIN = 4
"""Words into a content within which the report is told that the content is about."""


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
            before = next((n for n in self.table.conjuncts(index) if n < index), None)
            self._answer(index, self._meant(index) if before is None else self.targets.get(before, ()))
        elif self.stances[index] in {"assert", "believe"}:
            self._become_reply(index)

    def look_ahead(self, index: int) -> None:
        """What is answered may stand behind: in the same sentence, or behind a title, summary or lead."""
        if index in self.targets or is_told(self.table.said[index]):
            return
        ahead = range(index + 1, min(index + 1 + AFTER, len(self.stances)))
        if self.stances[index] in REPLIES:
            self._answer(index, self._told_after(index, ahead))
        elif block_kind(self.table.said[index]) == "heading":
            self._sum_up(index, ahead)

    def _answer(self, index: int, targets: Iterable[int]) -> None:
        """Take what is answered, with all who told it together: «واتهمت موسكو ودمشق …»."""
        together = {each for target in targets for each in self.table.conjuncts(target)}
        found = tuple(sorted(together - {index}))
        if found:
            self.targets[index] = found

    # --- what makes a reply --------------------------------------------------------------------------

    def _become_reply(self, index: int) -> None:
        each = self.table.said[index]
        cue = each.draft.hit.cue
        if cue.particles or not each.draft.content or is_told(each) or self.table.innermost(index) != index:
            return
        head = head_words(each, _NEGATED)
        negated, flatly = is_negated(head), is_flat(head)
        before = self._goes_on_from(index) if negated else None
        if before is not None:
            self.stances[index] = "deny"
            alike = self._most_alike(index, self._earlier(index), _CONTRADICTS)
            self._answer(index, alike or self.targets.get(before, ()))
        elif negated or flatly:
            if each.speaker.anonymity in {"named", "role"} and cue.stance == "assert":
                self._contradict(index, _FLATLY if flatly else _CONTRADICTS)
        elif cue.stance == "believe" and "deny" in cue.also and not each.draft.hit.negated:
            self._reply_to_alike(index, "deny", _RULES_OUT)
        elif "confirm" in cue.also and cue.negated == "decline" and each.parent is None:
            self._reply_to_alike(index, "confirm", _REPEATS if is_clause(each) else _BACKS)

    def _contradict(self, index: int, least: float) -> None:
        """Who says that something is not so denies a report that is alike, or the charge against him."""
        said = self.table.said
        told = [n for n in self._earlier(index) if not is_negated(head_words(said[n], _NEGATED))]
        charges = [n for n in told if self._charges(n, index) and self._apart(n, index) <= 1]
        near = [n for n in told if self._apart(n, index) <= 1]
        targets = (
            self._most_alike(index, near, least)
            or self._most_alike(index, told, least)
            or self._most_alike(index, charges, _ACCUSED)
        )
        if targets:
            self.stances[index] = "deny"
            self._answer(index, targets)

    def _reply_to_alike(self, index: int, stance: Stance, least: float) -> None:
        targets = self._most_alike(index, self._earlier(index), least)
        if targets:
            self.stances[index] = stance
            self._answer(index, targets)

    def _goes_on_from(self, index: int) -> int | None:
        """The denial that the same voice uttered just before, in the same paragraph."""
        said = self.table.said
        for before in range(index - 1, max(index - _TOGETHER, -1), -1):
            if block_of(said[before]) != block_of(said[index]) or self.stances[before] not in {"deny", "assert"}:
                return None
            if self.stances[before] == "deny":
                own_voice = said[index].draft.source is not None and not self.table.same_voice(before, index)
                return None if own_voice else before
        return None

    def _sum_up(self, index: int, ahead: Sequence[int]) -> None:
        """A heading «البلدية: «لا سرا ولا علنا»» denies what the paragraph below it does."""
        if is_negated(head_words(self.table.said[index], 2)) and ahead:
            below = ahead[0]
            if self.stances[below] == "deny" and below in self.targets and self._apart(index, below) <= 1:
                self.stances[index] = "deny"
                self.targets[index] = self.targets[below]

    # --- what is answered ----------------------------------------------------------------------------

    def _meant(self, index: int) -> Iterable[int]:
        each = self.table.said[index]
        inside = [n for n in self.table.below(index) if self._is_told_inside(n, index)]
        if inside:
            return inside[-1:]
        if refers(each):
            return self._referred(index)
        if is_answer(each):
            asked = question_of(each)
            told = [n for n in self._earlier(index) if self._apart(n, index) <= _NEAR and self.table.about(asked, n)]
            return self._most_alike(index, told, 0.0, asked) or self._nearest(index, blocks=1)
        return self._meant_by_its_words(index)

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
        withholds = each.draft.hit.negated and cue.stance == "assert" and "confirm" not in cue.also
        alike = self._most_alike(index, self._earlier(index), _WITHHOLDS if withholds else _MEANS)
        if alike or withholds:
            return alike
        if has_no_comment(each) or (cue.stance == "assert" and names_report(head_words(each))):
            return self._meant_by_nothing_more(index)
        if names_report(head[:2]):
            near = [n for n in self._earlier(index) if self._apart(n, index) <= _NEAR]
            return self._most_alike(index, near, _NAMES)
        before = self._last_reply(index, blocks=0)
        goes_on = before is not None and self.stances[before] == self.stances[index] == "deny"
        return self.targets[before] if before is not None and goes_on else ()

    def _meant_by_nothing_more(self, index: int) -> Iterable[int]:
        """What is meant by «هذه المعلومات», «ذلك», «التقارير», «التعليق», or by no word at all."""
        head = subject_words(self.table.said[index], 3)
        if points(head[:1]) and names_report(head):
            return self._together(index)
        pointing = points(head_words(self.table.said[index]))
        before = None if pointing else self._last_reply(index, blocks=2)
        if before is not None:
            return self.targets[before]
        if pointing:
            return self._nearest(index, blocks=1)
        if names(head, "charge"):
            return self._charge(index)
        if names(head, "publication"):
            return self._of_publication(index) or self._nearest(index, blocks=1)
        return self._concerning(index) or self._lead(index) or self._only(index)

    def _is_told_inside(self, inner: int, index: int) -> bool:
        """Whether a report opens a content, in another's voice: «ما نشرته المجلة», «ما يشاع», «مزاعم الشاهدة»."""
        said = self.table.said
        head = [token for token in subject_words(said[index], _WITHIN) if token.end <= said[inner].draft.cue.start]
        opens = len(head) < _WITHIN and (not head or names_report(head) or any(token.stem == "ما" for token in head))
        return opens and self.stances[inner] == "assert" and not self.table.same_voice(inner, index)

    def _is_open(self, index: int) -> bool:
        """Whether a content names no topic of its own: «التقارير», «ذلك», «التعليق», or nothing."""
        asks = self.table.said[index].draft.hit.cue.stance == "decline" and self._asks_for_comment(index)
        return asks or not self.table.named(index)

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
        noun = set(antecedent(each))
        if noun:
            told = [n for n in reversed(told) if self.table.about(noun, n)]
        return [self.table.innermost(self._top(n)) for n in told[:1]]

    def _end(self, index: int) -> int:
        draft = self.table.said[index].draft
        return max((span.end for span in draft.content), default=draft.cue.end)

    def _last_reply(self, index: int, *, blocks: int) -> int | None:
        """The reply before this one, at most some paragraphs back, that answers something."""
        for earlier in range(index - 1, max(index - 2 * _TOGETHER, -1), -1):
            if self._apart(earlier, index) > blocks:
                return None
            if earlier in self.targets and self.table.said[earlier].parent is None:
                return earlier
        return None

    def _nearest(self, index: int, *, blocks: int) -> list[int]:
        for earlier in self._earlier(index):
            if self._apart(earlier, index) > blocks:
                return []
            if self._may_be_meant(earlier, index):
                return [self.table.innermost(self._top(earlier))]
        return []

    def _concerning(self, index: int) -> list[int]:
        """The nearest that speaks of whoever replies, in this paragraph or the one before."""
        for earlier in self._earlier(index):
            if self._apart(earlier, index) > 1:
                return []
            if self._may_be_meant(earlier, index) and self.table.concerns(earlier, index):
                return [self.table.innermost(self._top(earlier))]
        return []

    def _only(self, index: int) -> list[int]:
        """The report of the one voice that spoke so far, where there is no other to answer."""
        told = [n for n in self._earlier(index) if self.table.said[n].parent is None and self._may_be_meant(n, index)]
        voices = {self.table.said[n].speaker.entity for n in told}
        return [self.table.innermost(told[0])] if len(voices) == 1 and self._apart(told[0], index) <= 1 else []

    def _charge(self, index: int) -> list[int]:
        """«الاتهامات», «أي ضلوع»: the charge against whoever replies, in the paragraphs just before."""
        charges = [n for n in self._earlier(index) if self._charges(n, index)]
        return self._most_alike(index, charges, 0.0)

    def _charges(self, report: int, index: int) -> bool:
        return not self.table.accused[report].isdisjoint(self.table.parties[index])

    def _together(self, index: int) -> list[int]:
        """«هذه الاتهامات»: what was told since the reply before, each through to who told it."""
        found: list[int] = []
        for earlier in self._earlier(index):
            if (self.stances[earlier] in REPLIES and found) or len(found) == _TOGETHER - 1:
                break
            if self._apart(earlier, index) > _NEAR:
                break
            if self.table.said[earlier].parent is None and self._may_be_meant(earlier, index):
                found.append(self.table.innermost(earlier))
        return found

    def _of_publication(self, index: int) -> list[int]:
        """«التقرير», «مقال الصحيفة»: the nearest that a publication tells, the one named before others."""
        keys = {key for key in self.table.heads[index] if key[0] == "@"}
        told = [
            n
            for n in self._earlier(index)
            if self.table.said[n].speaker.anonymity == "media"
            and self.table.said[n].draft.source is not None
            and self._may_be_meant(n, index)
        ]
        named = [n for n in told if f"@{self.table.said[n].speaker.entity}" in keys]
        return named[:1] or told[:1]

    def _lead(self, index: int) -> list[int]:
        """What the article opens with, where it speaks of whoever replies, or a publication asked him about it."""
        told = [n for n in reversed(self._earlier(index)) if self._may_be_meant(n, index)][:1]
        asked = self._asks_for_comment(index)
        return [self.table.innermost(self._top(n)) for n in told if asked or self.table.concerns(n, index)]

    def _told_after(self, index: int, ahead: Sequence[int]) -> list[int]:
        """What is told behind: «بعدما ذكرت …», «وكانت الصحيفة قد ذكرت …», or what a lead is about."""
        said = self.table.said
        named = self.table.named(index)
        may = [n for n in ahead if self._may_be_meant(n, index) and self._apart(index, n) <= _NEAR]
        for n in may:
            if said[n].scene is said[index].scene and follows_on(said[n]):
                return [self.table.innermost(self._top(n))]
        about = [n for n in may if self.table.about(named, n)]
        leads = block_kind(said[index]) != "body" or index == min(self._bodies(), default=0)
        for n in may:
            if was_before(said[n]) and (n in about or (leads and not named)):
                return [self.table.innermost(self._top(n))]
        near = about if leads else [n for n in about if self._apart(index, n) == 0]
        return self._most_alike(index, near, _MEANS)

    def _bodies(self) -> Iterable[int]:
        return (n for n, each in enumerate(self.table.said) if block_kind(each) == "body")

    # --- what may be answered ------------------------------------------------------------------------

    def _most_alike(
        self, index: int, where: Sequence[int], least: float, keys: Sequence[str] | None = None
    ) -> list[int]:
        """The report among those that is most alike, the earliest of equals, with those that share its words."""
        scores = {n: self.table.likeness(index, n, keys) for n in where if self._may_be_alike(n, index)}
        best = max(scores.values(), default=-1.0)
        if best < least:
            return []
        alike = [n for n, score in scores.items() if score >= best - _NEARLY]
        equals = sorted(self._published(alike) if self._means_publication(index) else self._innermost_of(alike))
        voices = [n for n in equals if f"@{self.table.said[n].speaker.entity}" in self.table.heads[index]]
        if voices == equals and best >= 1:
            return equals[: _TOGETHER + 1]
        near = [n for n in equals if self._apart(n, index) <= _NEAR]
        first = near[0] if near and points(head_words(self.table.said[index], 3)) else equals[0]
        as_it_is = first in voices or self._means_publication(index)
        return [first if as_it_is else self.table.innermost(first)]

    def _means_publication(self, index: int) -> bool:
        """«التقارير حول الصفقة»: what a publication tells, and not who told it that."""
        return names(subject_words(self.table.said[index], 1), "publication")

    def _published(self, alike: Sequence[int]) -> Sequence[int]:
        media = [n for n in alike if self.table.said[n].speaker.anonymity == "media" and self.table.said[n].draft.source]
        return media or self._innermost_of(alike)

    def _innermost_of(self, alike: Sequence[int]) -> Sequence[int]:
        inner = [n for n in alike if self.stances[n] != "request"]
        return [n for n in alike if not any(self.table.below_other(below, n) for below in inner)]

    def _may_be_meant(self, report: int, index: int) -> bool:
        return self._may_be_alike(report, index) and self.stances[report] != "request"

    def _may_be_alike(self, report: int, index: int) -> bool:
        told_ahead = block_kind(self.table.said[report]) != "body" and block_kind(self.table.said[index]) == "body"
        return (
            self.stances[report] in _REPORTS
            and bool(self.table.said[report].draft.content)
            and not told_ahead
            and not self.table.same_voice(report, index)
            and not self.table.kindred(report, index)
        )

    def _top(self, index: int) -> int:
        steps, parent = 0, self.table.said[index].parent
        while parent is not None and steps < BEFORE:
            index, parent, steps = parent, self.table.said[parent].parent, steps + 1
        return index

    def _apart(self, one: int, other: int) -> int:
        """Paragraphs between two attributions."""
        return abs(block_of(self.table.said[one]) - block_of(self.table.said[other]))

    def _earlier(self, index: int) -> Sequence[int]:
        return range(index - 1, max(index - BEFORE, 0) - 1, -1)
