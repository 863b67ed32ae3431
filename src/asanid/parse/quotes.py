"""Quotations: marks of every kind, nested, over several paragraphs, and the odd mark that has no partner.

A mark opens or closes by its neighbours first (a space or bracket before it, a letter after it: it opens) and by its
shape second, so that ”…“ and »…« read as they were meant. Then:

* straight marks pair by their places; nested ones only where two closing marks follow or the number is odd;
* a mark that closes nothing is ignored;
* a quotation that is not closed ends with its paragraph (``closed`` is false) and harms nothing after it;
* where the next paragraph opens with a mark of the same kind, as newspapers print a long statement, the quotation
  goes on: one ``Quote`` from the first mark to the last, whose ``inner`` covers all the paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from asanid.model import Block, Quote, Span

Shape = Literal["open", "close", "straight"]
Family = Literal["angle", "double", "single-angle", "single"]

_MARK = re.compile("''|``|[«»“”„‟‘’‚‛‹›\"'″`❝❞❛❜]")
_KINDS: dict[str, tuple[Family, Shape]] = {
    "«": ("angle", "open"),
    "»": ("angle", "close"),
    "“": ("double", "open"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "❝": ("double", "open"),
    "``": ("double", "open"),
    "”": ("double", "close"),
    "❞": ("double", "close"),
    '"': ("double", "straight"),
    "″": ("double", "straight"),
    "''": ("double", "straight"),
    "‹": ("single-angle", "open"),
    "›": ("single-angle", "close"),
    "‘": ("single", "open"),
    "‚": ("single", "open"),
    "‛": ("single", "straight"),
    "❛": ("single", "open"),
    "’": ("single", "close"),
    "❜": ("single", "close"),
    "'": ("single", "straight"),
    "`": ("single", "straight"),
}
_PRIMES = frozenset("\"'″’")
_CLITIC = re.compile(r"(?:^|[\W_])[وفبلك]{1,2}ـ*$|ـ$")
_BEFORE_OPENING = frozenset("([{:،,;؛-–—/…|*«“„‟‘‚‛‹❝❛\"'″`")
_AFTER_CLOSING = frozenset(".،,؛;:!؟?)]}…»”›❞")
_PARTNERS = frozenset({"«»", "“”", "„”", "„“", "‟”", "❝❞", "‘’", "‚’", "‹›", "❛❜"})


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark and its neighbours: ``left`` says that a quotation may open after what stands before it, ``right`` that
    one may open before what stands after it.
    """

    start: int
    end: int
    form: str
    family: Family
    shape: Shape
    left: bool
    right: bool
    apostrophe: bool
    prime: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """A quotation whose end is still to come."""

    start: int
    inner: int
    family: Family
    form: str
    depth: int


@dataclass(slots=True)
class _State:
    """The quotations open at a point of the text, outermost first, and those that are finished."""

    stack: list[_Open] = field(default_factory=list)
    counts: Counter[Family] = field(default_factory=Counter)
    quotes: list[Quote] = field(default_factory=list)

    def push(self, mark: _Mark) -> None:
        """Open a quotation inside those that are open."""
        self.stack.append(_Open(mark.start, mark.end, mark.family, mark.form, len(self.stack)))
        self.counts[mark.family] += 1

    def pop(self) -> _Open:
        """Take the innermost open quotation away."""
        opened = self.stack.pop()
        self.counts[opened.family] -= 1
        return opened


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Find the quotations of a text, by their start, the outer before the inner.

    >>> text = "قال: «سمعت أنه قال \\"لا\\" ثم مضى»"
    >>> found = find_quotes(text, [Block(0, len(text), "body")])
    >>> [(text[q.inner.start : q.inner.end], q.depth, q.closed) for q in found]
    [('سمعت أنه قال "لا" ثم مضى', 0, True), ('لا', 1, True)]
    """
    state = _State()
    for index, block in enumerate(blocks):
        _read_block(text, block, state)
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        goes_on = following is not None and _goes_on(text, block, following, state)
        last = _last_word(text, block.end)
        while len(state.stack) > goes_on:
            _leave_open(text, state.pop(), last, state)
    return tuple(sorted(state.quotes, key=_order))


def _read_block(text: str, block: Block, state: _State) -> None:
    marks = [_mark(text, block, match) for match in _MARK.finditer(text, block.start, block.end)]
    following = _following(marks)
    for index, mark in enumerate(marks):
        if index == 0 and state.stack and mark.start == block.start:
            continue
        if mark.apostrophe or (mark.prime and not state.counts[mark.family]):
            continue
        if _opens(mark, following[index], state):
            state.push(mark)
        elif state.counts[mark.family]:
            _close(text, mark, state)


def _mark(text: str, block: Block, match: re.Match[str]) -> _Mark:
    """See what stands before and after a mark."""
    form, start, end = match.group(), match.start(), match.end()
    family, shape = _KINDS[form]
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    inside = before.isalnum() and after.isalnum()
    clitic = inside or before == "ـ"
    clitic = clitic and _CLITIC.search(text[max(block.start, start - 6) : start]) is not None
    return _Mark(
        start,
        end,
        form,
        family,
        shape,
        left=clitic or before.isspace() or before in _BEFORE_OPENING,
        right=not after.isspace() and after not in _AFTER_CLOSING,
        apostrophe=family == "single" and inside and not clitic,
        prime=form in _PRIMES and before.isdigit(),
    )


def _following(marks: Sequence[_Mark]) -> list[tuple[_Mark, ...]]:
    """Give for each mark the next ones of its form: one, two, or three standing for any odd number above."""
    found: list[tuple[_Mark, ...]] = []
    later: dict[str, tuple[_Mark, ...]] = {}
    for mark in reversed(marks):
        ahead = later.get(mark.form, ())
        found.append(ahead)
        later[mark.form] = (mark, *ahead) if len(ahead) < 3 else (mark, *ahead[:1])
    found.reverse()
    return found


def _opens(mark: _Mark, following: tuple[_Mark, ...], state: _State) -> bool:
    """Does a mark open a quotation rather than close one?"""
    if not state.counts[mark.family]:
        if mark.shape == "close":
            return mark.left and mark.right
        return mark.right or mark.shape == "open" or (mark.left and bool(following))
    top = state.stack[-1]
    if not mark.left or not mark.right:
        return False
    if mark.shape == "close":
        return top.form + mark.form not in _PARTNERS
    if mark.shape == "straight" and top.form == mark.form:
        return _is_nested(following)
    return True


def _is_nested(following: tuple[_Mark, ...]) -> bool:
    """Straight marks: «"… "…" …"» is a quotation in another, «"قناة "أن …» a closing mark after its space.

    Two closing marks ahead, or an odd number of marks (one is missing), speak for the first.
    """
    closing = [not mark.right for mark in following[:2]]
    return closing == [True, True] or len(following) % 2 == 1


def _close(text: str, mark: _Mark, state: _State) -> None:
    """Close the innermost quotation of a family; what was opened inside it and not closed ends with it."""
    last = _last_word(text, mark.start)
    while (opened := state.pop()).family != mark.family:
        _leave_open(text, opened, last, state)
    inner = _inner(text, opened.inner, last)
    if inner is not None:
        state.quotes.append(Quote(opened.start, mark.end, inner, opened.depth, True))


def _leave_open(text: str, opened: _Open, end: int, state: _State) -> None:
    inner = _inner(text, opened.inner, end)
    if inner is not None:
        state.quotes.append(Quote(opened.start, inner.end, inner, opened.depth, False))


def _goes_on(text: str, block: Block, following: Block, state: _State) -> bool:
    """Is one quotation open, and does the next paragraph take it up again with a mark of its kind?"""
    if len(state.stack) != 1 or block.kind != following.kind:
        return False
    match = _MARK.match(text, following.start, following.end)
    return match is not None and _KINDS[match.group()][0] == state.stack[0].family


def _inner(text: str, start: int, end: int) -> Span | None:
    """Give what stands between two marks without outer white space; ``None`` where nothing does."""
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def _last_word(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def _order(quote: Quote) -> tuple[int, int]:
    return quote.start, -quote.end
