"""What stands between the paragraphs: sub-headings, captions, lists, headlines of other stories."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asanid.parse.blocks.cohesion import share, stems
from asanid.parse.blocks.lines import Draft
from asanid.parse.blocks.phrases import is_date

_LONGEST_HEADING = 14


def mark_middle(draft: Draft) -> None:
    """Mark the short lines between the paragraphs."""
    singles: list[int] = []
    lists = False
    for run in _runs(draft):
        before = draft.lines[run[0] - 1] if run[0] else None
        _mark_captions(draft, run)
        left = [i for i in run if draft.kinds[i] is None]
        if before is not None and before.ending == "lead" and (before.prose or len(left) > 1):
            continue
        if len(left) == 1:
            _mark_single(draft, left[0], run)
        elif left:
            _mark_run(draft, left, run)
            lists = lists or draft.kinds[left[0]] == "furniture"
        singles += [i for i in left if draft.kinds[i] == "heading" and len(draft.lines[i].words) > 4]
    if singles and _are_foreign(draft, singles, 0.5 if lists else 0.3):
        for index in singles:
            draft.kinds[index] = "furniture"


def _runs(draft: Draft) -> Iterator[list[int]]:
    """Give the runs of lines that are no paragraphs and have one after them and one before."""
    prose = draft.prose()
    if not prose:
        return
    _undo_dates(draft, range(prose[0] + 1, prose[-1]))
    run: list[int] = []
    for index in range(prose[0] + 1, prose[-1]):
        line = draft.lines[index]
        if draft.kinds[index] is None and line.prose:
            if run:
                yield run
            run = []
        elif draft.kinds[index] in (None, "furniture", "caption"):
            run.append(index)
    if run:
        yield run


def _undo_dates(draft: Draft, indices: range) -> None:
    """A date between the paragraphs («نوفمبر 2012») is a sub-heading, not the date of publication."""
    for index in indices:
        if draft.kinds[index] == "byline" and is_date(" ".join(draft.lines[index].words)):
            draft.kinds[index] = None


def _mark_captions(draft: Draft, run: Sequence[int]) -> None:
    for index in run:
        hit = draft.hits.get(index)
        if draft.kinds[index] is not None or hit is None or hit.kind != "caption":
            continue
        if len(draft.lines[index].words) > 5 and draft.lines[index].key.endswith((")", "]")):
            draft.kinds[index] = "caption"


def _mark_single(draft: Draft, index: int, run: Sequence[int]) -> None:
    """One short line is a sub-heading, if it does not belong to a list of other stories just above it."""
    line = draft.lines[index]
    lone_item = line.bullet and not line.words[0].isdigit()
    if lone_item or len(line.words) > _LONGEST_HEADING or (line.ending == "lead" and len(line.words) > 4):
        return
    listed = any(i < index and _opens_list(draft, i) for i in run)
    draft.kinds[index] = "furniture" if listed and len(line.words) > 4 else "heading"


def _mark_run(draft: Draft, left: Sequence[int], run: Sequence[int]) -> None:
    """Several short lines: headlines of other stories, perhaps with a sub-heading after them; else a list."""
    if any(draft.lines[i].bullet for i in left):
        return
    listed = any(_opens_list(draft, i) for i in run)
    lengths = [len(draft.lines[i].words) for i in left]
    *others, last = left
    if listed or sum(lengths[:-1]) >= 4.5 * len(others):
        for index in others:
            if len(draft.lines[index].words) > 3 and draft.lines[index].ending != "lead":
                draft.kinds[index] = "furniture"
        _mark_single(draft, last, [*others, last] if lengths[-1] > 4 else [last])
        if lengths[-1] > 4 and len(others) > 1:
            draft.kinds[last] = "furniture"
    elif len(left) == 2:
        draft.kinds[last] = "heading"


def _opens_list(draft: Draft, index: int) -> bool:
    return draft.kinds[index] == "furniture" and index in draft.hits and draft.hits[index].opens == "list"


def _are_foreign(draft: Draft, singles: Sequence[int], least: float) -> bool:
    """Do these lines share less with the paragraphs after them than sub-headings would? Asked of all longer ones of an
    article at once, since a page either has headlines of other stories between its paragraphs or has not.
    """
    after = before = 0.0
    for index in singles:
        own = stems(draft.lines[index].words)
        after += share(own, _around(draft, range(index + 1, len(draft.lines))))
        before += share(own, _around(draft, range(index - 1, -1, -1)))
    return after < least * len(singles) and (after <= before or least > 0.3)


def _around(draft: Draft, indices: range) -> set[str]:
    near = [i for i in indices[:6] if draft.kinds[i] is None and draft.lines[i].prose][:2]
    return set().union(*(stems(draft.lines[i].words) for i in near))
