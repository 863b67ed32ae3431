"""What stands after the text: related stories, comments, credits."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, pairwise

from asanid.parse.blocks.cohesion import share, stems
from asanid.parse.blocks.lines import Draft
from asanid.parse.blocks.openers import joins
from asanid.parse.clitics import segment

_SHARED_WITH_STORY = 0.25
_SHARED_IN_A_ROW = 0.4
_SHARED_BY_NEIGHBOURS = 0.15
_SAME = 0.5
_FEWEST_TEASERS = 3
_MOST_TEASERS = 8


def close_page(draft: Draft) -> None:
    """Carry on what a line of furniture opens: a list of short lines, or the rest of the page where the larger part of
    the text stands before it.
    """
    prose = draft.prose()
    lengths = [0, *accumulate(len(draft.lines[i].words) for i in prose)]
    done = 0
    for index, hit in sorted(draft.hits.items()):
        before = bisect_left(prose, index)
        if hit.opens == "nothing" or draft.kinds[index] != "furniture" or not before or index < done:
            continue
        if hit.opens == "rest" and 2 * lengths[before] >= lengths[-1]:
            _fill(draft, index + 1, len(draft.lines))
            return
        if hit.bare or draft.lines[index].ending == "lead":
            done = prose[before] if before < len(prose) else len(draft.lines)
            _fill(draft, index + 1, done)


def mark_tail(draft: Draft) -> None:
    """Mark the lines after the last paragraph of the story."""
    prose = draft.prose()
    if not prose:
        return
    _mark_other_stories(draft, prose)
    last = draft.prose()[-1]
    after = [i for i in range(last + 1, len(draft.lines)) if draft.kinds[i] is None]
    while after and _joins_on(draft, after[0]):
        del after[0]
    if not after or draft.lines[last].ending == "lead" or any(draft.lines[i].bullet for i in after):
        return
    if len(after) == 1 and _is_signature(draft, after[0]):
        draft.kinds[after[0]] = "byline"
    elif _is_closed(draft, prose) and not _is_table(draft, after):
        _fill(draft, after[0], len(draft.lines))


def _mark_other_stories(draft: Draft, prose: list[int]) -> None:
    """Mark a row of first paragraphs of other stories at the end: none goes on from the one before it («و», «كما»),
    none shares words with the headline and the opening of this story.
    """
    story = stems(word for i in prose[:2] for word in draft.lines[i].words)
    for index, kind in enumerate(draft.kinds):
        if kind == "title":
            story |= stems(draft.lines[index].words)
    long = [i for i, line in enumerate(draft.lines) if draft.kinds[i] is None and (line.prose or len(line.words) > 9)]
    start = _row_start(draft, long, story, len(long), _SHARED_WITH_STORY)
    if _FEWEST_TEASERS <= len(long) - start <= _MOST_TEASERS and _are_apart(draft, long[start - 1 :]):
        start = _row_start(draft, long, story, start, _SHARED_IN_A_ROW)
        _fill(draft, long[start], len(draft.lines))


def _row_start(draft: Draft, long: list[int], story: set[str], start: int, shared: float) -> int:
    """Go back from ``start`` over the paragraphs that share no more than ``shared`` with the story."""
    while start > 2 and not _goes_on(draft, long[start - 1]):
        if share(stems(draft.lines[long[start - 1]].words), story) > shared:
            break
        start -= 1
    return start


def _are_apart(draft: Draft, indices: list[int]) -> bool:
    """Do these paragraphs share next to nothing with one another, as stories side by side do? (Two that say the same
    are two announcements of one story, as no article repeats itself.)
    """
    found = [stems(draft.lines[i].words) for i in indices]
    shared = [share(min(a, b, key=len), a & b) for a, b in pairwise(found)]
    return sum(x for x in shared if x < _SAME) < _SHARED_BY_NEIGHBOURS * len(shared)


def _goes_on(draft: Draft, index: int) -> bool:
    """Does a paragraph join on to the one before it? A short one may, one that opens with a quotation does not."""
    line = draft.lines[index]
    if len(line.words) < 10 or line.bullet or ":" in line.key[:25]:
        return True
    if line.ending == "quote" and not line.text[0].isalnum():
        return True
    return _joins_on(draft, index)


def _joins_on(draft: Draft, index: int) -> bool:
    """Does a line of some length open with «و», «ف» or a word like «كما»?"""
    line = draft.lines[index]
    if len(line.words) < 10 or not line.text[0].isalpha():
        return False
    return joins(line.words[0]) or segment(line.words[0]).proclitics[:1] in ("و", "ف")


def _is_signature(draft: Draft, index: int) -> bool:
    """Is the last line a name or two («سالم المرقشي») or the initials of the desk («ر م/ن س»)?"""
    line = draft.lines[index]
    return line.ending == "none" and (2 <= len(line.words) <= 4 or max(map(len, line.words)) <= 2)


def _is_table(draft: Draft, indices: list[int]) -> bool:
    """Are most of these lines a label, a colon and its value («أفضل ممثلة: سلمى رعد»)?"""
    labelled = sum(":" in draft.lines[i].key for i in indices)
    return labelled > 2 and 2 * labelled > len(indices)


def _is_closed(draft: Draft, prose: list[int]) -> bool:
    """Do the paragraphs of this text end with full stops, so that a line without one is something else?"""
    ended = sum(draft.lines[i].ending in ("stop", "ask", "quote") for i in prose)
    return 10 * ended >= 7 * len(prose)


def _fill(draft: Draft, start: int, end: int) -> None:
    for index in range(start, end):
        if draft.kinds[index] in (None, "caption", "heading"):
            draft.kinds[index] = "furniture"
