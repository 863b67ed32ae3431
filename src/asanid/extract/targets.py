"""Replies: which attributions a confirmation, a denial or a refusal answers, and what becomes one by what it answers.

A reply answers, in this order: the attribution that stands inside its own content («ما يشاع عن …»); for a relative the
one whose content it follows; the one most alike in what it is about; what the reply before it answered, where the same
voice goes on or nothing else is named; the publication whose «التقارير» are meant; the nearest. ``[]`` rather than a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from asanid.extract.origins import Said
from asanid.extract.stances import names_report, stance_of
from asanid.extract.table import AFTER, BEFORE, Table, group, head_words, set_table
from asanid.model import Stance

REPLIES: frozenset[Stance] = frozenset({"confirm", "deny", "decline"})
_CONTRADICTS, _REPEATS, _MEANS = 0.45, 0.5, 0.3
"""How alike a content must be to contradict a report, to repeat it, or to be what a plain reply means."""
_NEARLY = 0.02
_NEGATED = 5
_NOT = frozenset({"لا", "لم", "ليس", "ليست", "لسنا", "لست", "ليسوا", "ولا", "ولم"})


@dataclass(frozen=True, slots=True)
class Reply:
    """The stance of an attribution and the attributions it answers (indices)."""

    stance: Stance
    targets: tuple[int, ...] = ()


def find_replies(said: Sequence[Said]) -> list[Reply]:
    """Give stance and targets of each attribution of an article, in their order."""
    talk = _Talk(set_table(said), [stance_of(each) for each in said])
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
        """A title, summary or lead may deny what only the body tells."""
        if self.stances[index] in REPLIES and index not in self.targets:
            ahead = range(index + 1, min(index + 1 + AFTER, len(self.stances)))
            self._answer(index, self._most_alike(index, ahead, _MEANS))

    def _answer(self, index: int, targets: Sequence[int]) -> None:
        if targets:
            self.targets[index] = tuple(sorted(set(targets)))

    # --- what makes a reply --------------------------------------------------------------------------

    def _become_reply(self, index: int) -> None:
        each = self.table.said[index]
        cue = each.draft.hit.cue
        if cue.particles or not each.draft.content:
            return
        if self._negated(index):
            before = self._previous(index)
            if before is not None and self.stances[before] == "deny" and self._goes_on(before, index):
                self.stances[index] = "deny"
                self._answer(index, self._most_alike(index, self._earlier(index), _CONTRADICTS) or self.targets.get(before, ()))
            elif each.speaker.anonymity in {"named", "role"} and cue.stance == "assert":
                self._reply_to_alike(index, "deny", _CONTRADICTS)
        elif "confirm" in cue.also:
            self._reply_to_alike(index, "confirm", _REPEATS)

    def _reply_to_alike(self, index: int, stance: Stance, least: float) -> None:
        targets = self._most_alike(index, self._earlier(index), least)
        if targets:
            self.stances[index] = stance
            self._answer(index, targets)

    def _negated(self, index: int) -> bool:
        head = head_words(self.table.said[index], _NEGATED)
        return any(token.form in _NOT for token in head) or any(t.stem in group("only") for t in head[:2])

    def _goes_on(self, before: int, index: int) -> bool:
        """Whether the same voice goes on in the same paragraph."""
        said = self.table.said
        return self.table.same_voice(before, index) and _block(said[before]) == _block(said[index])

    # --- what is answered ----------------------------------------------------------------------------

    def _meant(self, index: int) -> Sequence[int]:
        each = self.table.said[index]
        inside = [n for n in self.table.below(index) if self._is_report(n) and not self.table.same_voice(n, index)]
        if inside:
            return inside[-1:]
        if each.draft.refers:
            return self._referred(index)
        alike = self._most_alike(index, self._earlier(index), _MEANS)
        if alike:
            return alike
        before = self._last_reply(index)
        if before is not None:
            return self.targets[before]
        return self._nearest(index) if self._is_open(index) else ()

    def _is_open(self, index: int) -> bool:
        """Whether a content names no topic of its own: «التقارير», «ذلك», «التعليق», or nothing."""
        each = self.table.said[index]
        return not self.table.topics[index] or names_report(head_words(each, 3))

    def _referred(self, index: int) -> Sequence[int]:
        """The attribution whose content a relative follows."""
        cue = self.table.said[index].draft.cue
        behind = [n for n in self._earlier(index) if self._end(n) <= cue.start and self._is_report(n)]
        return [self.table.innermost(behind[0])] if behind else ()

    def _end(self, index: int) -> int:
        draft = self.table.said[index].draft
        return max((span.end for span in draft.content), default=draft.cue.end)

    def _last_reply(self, index: int) -> int | None:
        """The reply before this one, in its paragraph or the one before, that answers something."""
        block = _block(self.table.said[index])
        for earlier in range(index - 1, max(index - 8, -1), -1):
            if block - _block(self.table.said[earlier]) > 1:
                return None
            if earlier in self.targets:
                return earlier
        return None

    def _nearest(self, index: int) -> Sequence[int]:
        for earlier in self._earlier(index):
            if self._is_report(earlier) and not self.table.same_voice(earlier, index):
                top = self._top(earlier)
                return [self.table.innermost(top)]
        return ()

    def _top(self, index: int) -> int:
        steps, parent = 0, self.table.said[index].parent
        while parent is not None and steps < BEFORE:
            index, parent, steps = parent, self.table.said[parent].parent, steps + 1
        return index

    def _most_alike(self, index: int, where: Sequence[int], least: float) -> Sequence[int]:
        """The report among those that is most alike, the earliest of equals, with those that share its words."""
        scores = {
            n: self.table.likeness(index, n)
            for n in where
            if self._is_report(n) and not self.table.same_voice(n, index) and not self.table.kindred(index, n)
        }
        best = max(scores.values(), default=0.0)
        if best < least:
            return ()
        first = min(n for n, score in scores.items() if score >= best - _NEARLY)
        found = self.table.innermost(first)
        return self.table.conjuncts(found) if found == first and self.table.said[first].parent is None else [found]

    def _is_report(self, index: int) -> bool:
        return self.stances[index] in {"assert", "believe", "request"} and bool(self.table.said[index].draft.content)

    def _previous(self, index: int) -> int | None:
        return next((n for n in range(index - 1, max(index - 4, -1), -1) if not self._below(n, index)), None)

    def _below(self, index: int, other: int) -> bool:
        return self.table.said[index].parent is not None and self.table.said[other].parent is None

    def _earlier(self, index: int) -> Sequence[int]:
        return range(index - 1, max(index - BEFORE, 0) - 1, -1)


def _block(said: Said) -> int:
    return said.scene.sentence.block

