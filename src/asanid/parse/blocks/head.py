"""What stands above the text: section label, headline, byline, caption, standfirst."""

from __future__ import annotations

from statistics import median

from asanid.parse.blocks.cohesion import share, stems
from asanid.parse.blocks.lines import Draft, Line
from asanid.parse.blocks.openers import is_speech
from asanid.parse.blocks.phrases import is_parted, is_rubric

_LONGEST_TITLE = 18
_LONGEST_SUMMARY = 75
_LONGEST_CLOSED_SUMMARY = 32


def mark_head(draft: Draft) -> None:
    """Mark the lines before the first paragraph, and the paragraph itself where it is a standfirst."""
    prose = draft.prose()
    if not prose:
        return
    first = prose[0]
    _mark_title(draft, first, prose)
    titles = [i for i in range(first) if draft.kinds[i] == "title"]
    if not titles:
        return
    for index in range(first):
        if draft.kinds[index] is None or (index > titles[0] and draft.kinds[index] == "kicker"):
            _mark_above(draft, index, titles[0], draft.lines[first])
    if "summary" not in draft.kinds and len(prose) > 1 and _is_summary(draft, prose):
        draft.kinds[first] = "summary"


def _mark_title(draft: Draft, first: int, prose: list[int]) -> None:
    for index in range(first):
        if is_rubric(draft.lines[index]) and draft.kinds[index] in (None, "byline", "furniture"):
            draft.kinds[index] = "kicker"
    if "title" in draft.kinds:
        return
    longest = median(len(draft.lines[i].words) for i in prose)
    open_lines = [i for i in range(first) if draft.kinds[i] is None]
    candidates = [i for i in open_lines if len(draft.lines[i].words) > 1]
    soft = _soft(draft, first)
    if soft and (not candidates or (soft[0] < candidates[0] and draft.hits[soft[0]].kind == "furniture")):
        candidates = soft
    candidates = candidates or open_lines[:1]
    if len(candidates) > 1 and _is_label(draft.lines[candidates[0]], draft.lines[candidates[1]]):
        draft.kinds[candidates.pop(0)] = "kicker"
    if candidates and len(draft.lines[candidates[0]].words) < max(longest, _LONGEST_TITLE):
        draft.kinds[candidates[0]] = "title"


def _soft(draft: Draft, first: int) -> list[int]:
    """The first line whose words say little enough that it may be a headline where there is no other."""
    return [
        i
        for i in range(first)
        if i in draft.hits and draft.hits[i].soft and draft.kinds[i] != "kicker" and len(draft.lines[i].words) > 3
    ][:1]


def _is_label(line: Line, following: Line) -> bool:
    """A word or two, then the real headline."""
    return len(line.words) <= 3 and line.ending == "none" and len(following.words) > len(line.words) + 1


def _mark_above(draft: Draft, index: int, title: int, first: Line) -> None:
    line = draft.lines[index]
    hit = draft.hits.get(index)
    if index < title:
        draft.kinds[index] = "kicker"
    elif hit is not None and hit.kind in ("byline", "caption"):
        draft.kinds[index] = hit.kind
    elif is_rubric(line):
        draft.kinds[index] = "kicker"
    elif len(line.words) > 7 and is_speech(line.words[0]) and line.words[:6] != first.words[:6]:
        draft.kinds[index] = "body"
    elif line.words == draft.lines[title].words:
        draft.kinds[index] = "title"
    elif line.bullet or (len(line.words) > 4 and not is_parted(line)):
        draft.kinds[index] = "summary"
    else:
        draft.kinds[index] = "byline"


def _is_summary(draft: Draft, prose: list[int]) -> bool:
    """A standfirst says what the next paragraph says again, lacks the full stop of the others, or has the byline below.

    A text that opens with its own standfirst repeats its first words.
    """
    first, second = draft.lines[prose[0]], draft.lines[prose[1]]
    if len(first.words) > _LONGEST_SUMMARY or first.ending == "lead":
        return False
    if "byline" in draft.kinds[prose[0] : prose[1]] or first.words[:6] == second.words[:6]:
        return True
    own, following = stems(first.words), stems(second.words)
    smaller = min(own, following, key=len)
    shared = share(smaller, own & following)
    if first.ending != "stop" and _others_stop(draft, prose[1:]):
        return shared >= 0.5
    return shared >= 0.6 and len(smaller) > 4 and len(first.words) <= _LONGEST_CLOSED_SUMMARY


def _others_stop(draft: Draft, prose: list[int]) -> bool:
    return 10 * sum(draft.lines[i].ending == "stop" for i in prose) >= 8 * len(prose)
