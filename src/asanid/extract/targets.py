"""Targets: the stance of each attribution with what it answers, and what becomes a reply by what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asanid.extract.answers import REPLIES, Talk
from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.replies import block_kind, is_flat
from asanid.extract.stances import is_negated, stance_of
from asanid.extract.table import head_words, is_told, set_table
from asanid.model import Stance

_CONTRADICTS, _FLATLY, _ACCUSED = 0.58, 0.3, 0.25
"""How alike a negated content must be to a report to contradict it, one with «لا … إلا», «لا علاقة», «الوحيد», and that
of whoever the report accuses."""
_REPEATS, _BACKS, _RULES_OUT = 0.8, 0.28, 0.5
"""The same of a clause that repeats a report, of a noun that stands for it («أكد وقوع …»), of what is ruled out."""
_COVERED = 0.3
"""How much of the head of a report a clause repeats at least."""
_NEGATED = 7
"""Words within which a content is negated, where it is."""
_BACK = 4
"""Attributions back to the denial that this one goes on from."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The stance of an attribution and the attributions it answers (indices)."""

    stance: Stance
    targets: tuple[int, ...] = ()


def find_replies(said: Sequence[Said]) -> list[Reply]:
    """Give stance and targets of each attribution of an article, in their order."""
    table = set_table(said)
    stances = [stance_of(each, relays=table.innermost(index) != index) for index, each in enumerate(said)]
    talk = Talk(table, stances)
    for index in range(len(said)):
        _settle(talk, index)
    for index in range(len(said)):
        _look_ahead(talk, index)
    for index in range(len(said)):
        _take_up(talk, index)
    return [Reply(stance, talk.targets.get(index, ())) for index, stance in enumerate(talk.stances)]


def _settle(talk: Talk, index: int) -> None:
    """Tell what an attribution answers, by what stands before it, and whether that makes it a reply."""
    if talk.stances[index] in REPLIES:
        before = next((n for n in talk.table.conjuncts(index) if n < index), None)
        meant = talk.meant(index) if before is None else talk.targets.get(before, ())
        _answer(talk, index, [talk.told_since(report, index) for report in meant])
    elif talk.stances[index] in {"assert", "believe"}:
        _become_reply(talk, index)


def _look_ahead(talk: Talk, index: int) -> None:
    """What is answered may stand behind: in the same sentence, or behind a title, summary or lead."""
    if index in talk.targets or is_told(talk.table.said[index]):
        return
    if talk.stances[index] in REPLIES:
        before = _goes_on_from(talk, index)
        _answer(talk, index, talk.told_after(index) or (talk.targets.get(before, ()) if before is not None else ()))
    elif block_kind(talk.table.said[index]) == "heading":
        _sum_up(talk, index)


def _take_up(talk: Talk, index: int) -> None:
    """«وتابع: «أنا أنفي …»»: who says that he denies, denies."""
    parent = talk.table.said[index].parent
    each = talk.table.said[index]
    contrasts = each.scene.stem(each.draft.hit.first - 1) in words("contrast")
    if talk.stances[index] != "deny" or parent is None or talk.stances[parent] != "assert" or contrasts:
        return
    if talk.table.same_voice(index, parent) and talk.table.innermost(parent) in {index, parent}:
        talk.stances[parent] = "deny"
        _answer(talk, parent, talk.targets.get(index, ()))


def _answer(talk: Talk, index: int, targets: Iterable[int]) -> None:
    """Take what is answered, with all who told it together: «واتهمت موسكو ودمشق …»."""
    together = {each for target in targets for each in talk.table.conjuncts(target)}
    found = tuple(sorted(together - {index}))
    if found:
        talk.targets[index] = found


# --- what makes a reply -------------------------------------------------------------------------------


def _become_reply(talk: Talk, index: int) -> None:
    each = talk.table.said[index]
    cue = each.draft.hit.cue
    if cue.particles or not each.draft.content or is_told(each) or talk.table.innermost(index) != index:
        return
    head = head_words(each, _NEGATED)
    negated, flatly = is_negated(head), is_flat(head)
    before = _goes_on_from(talk, index) if negated else None
    if before is not None:
        talk.stances[index] = "deny"
        alike = talk.most_alike(index, talk.earlier(index), _CONTRADICTS)
        _answer(talk, index, alike or talk.targets.get(before, ()))
    elif negated or flatly:
        if each.speaker.anonymity in {"named", "role"} and cue.stance == "assert":
            _contradict(talk, index, _FLATLY if flatly else _CONTRADICTS)
    elif cue.stance == "believe" and "deny" in cue.also and not each.draft.hit.negated:
        _become(talk, index, "deny", talk.most_alike(index, talk.earlier(index), _RULES_OUT))
    elif "confirm" in cue.also and cue.negated == "decline" and each.parent is None:
        clause = not each.draft.rule.endswith("noun")
        told = [n for n in talk.earlier(index) if not clause or talk.table.likeness(n, index) >= _COVERED]
        _become(talk, index, "confirm", talk.most_alike(index, told, _REPEATS if clause else _BACKS))


def _contradict(talk: Talk, index: int, least: float) -> None:
    """Who says that something is not so denies a report that is alike, the nearest first, or the charge against him."""
    about = {key for key in talk.table.heads[index] if key[0] != "~"}
    told = [
        n
        for n in talk.earlier(index)
        if len(about & talk.table.topics[n]) > 1
        and talk.table.country(n).isdisjoint(talk.table.country(index))
        and not is_negated(head_words(talk.table.said[n], _NEGATED))
    ]
    near = [n for n in told if talk.apart(n, index) <= 1]
    charges = [n for n in near if talk.charges(n, index)]
    alike = talk.most_alike(index, near, least) or talk.most_alike(index, told, least)
    _become(talk, index, "deny", alike or talk.most_alike(index, charges, _ACCUSED))


def _become(talk: Talk, index: int, stance: Stance, targets: Sequence[int]) -> None:
    if targets:
        talk.stances[index] = stance
        _answer(talk, index, targets)


def _goes_on_from(talk: Talk, index: int) -> int | None:
    """The denial that the same voice uttered just before, in the same paragraph or at the end of the one before."""
    said = talk.table.said
    for before in range(index - 1, max(index - _BACK, -1), -1):
        if talk.apart(before, index) > (before == index - 1) or talk.stances[before] not in {"deny", "assert"}:
            return None
        if talk.stances[before] == "deny":
            named = said[index].draft.source is not None or talk.apart(before, index) > 0
            return before if not named or talk.table.same_voice(before, index) else None
    return None


def _sum_up(talk: Talk, index: int) -> None:
    """A heading «البلدية: «لا سرا ولا علنا»» denies what the paragraph below it does."""
    below = index + 1
    denied = below in talk.targets and talk.stances[below] == "deny" and talk.apart(index, below) <= 1
    if denied and is_negated(head_words(talk.table.said[index], 2)):
        _become(talk, index, "deny", talk.targets[below])
