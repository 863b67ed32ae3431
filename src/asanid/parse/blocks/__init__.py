"""Blocks: what each line of an article is, headline, byline, caption, body or the furniture of the page.

What the markup says is kept. Then lines are told by their own words (``phrases``), by their place above the text
(``head``), between its paragraphs (``middle``) and after it (``tail``). What is left is body.
"""

from __future__ import annotations

from typing import Literal

from asanid.model import Article, Block
from asanid.parse.blocks.head import mark_head
from asanid.parse.blocks.lines import Draft, cut
from asanid.parse.blocks.middle import mark_middle
from asanid.parse.blocks.phrases import match
from asanid.parse.blocks.tail import close_page, mark_tail

__all__ = ["find_blocks"]

_FEWEST_WORDS, _MOST_WORDS = 4, 40
"""How long the caption of a picture is."""


def find_blocks(article: Article) -> tuple[Block, ...]:
    """Cut the text of an article into blocks, one for each line that is not blank, in order.

    >>> page = "أمن\\n\\nحريق في مرفأ كاستر\\n\\nقالت البلدية إن الحريق أُخمد.\\n\\nاترك تعليقاً"
    >>> [block.kind for block in find_blocks(Article("x", page))]
    ['kicker', 'title', 'body', 'furniture']
    """
    draft = Draft(cut(article.text))
    _keep_markup(draft, article)
    _match_phrases(draft)
    _mark_repeated(draft)
    close_page(draft)
    mark_head(draft)
    mark_tail(draft)
    mark_middle(draft)
    return tuple(
        Block(line.start, line.end, kind or "body") for line, kind in zip(draft.lines, draft.kinds, strict=True)
    )


def _keep_markup(draft: Draft, article: Article) -> None:
    """Give each line the kind of the block that the reader supplied for most of it."""
    given = sorted(article.blocks, key=_start)
    position = 0
    for index, line in enumerate(draft.lines):
        while position < len(given) and given[position].end <= line.start:
            position += 1
        if position < len(given):
            block = given[position]
            shared = min(block.end, line.end) - max(block.start, line.start)
            if 2 * shared > line.end - line.start and block.kind != "body":
                draft.kinds[index] = block.kind
    _keep_field(draft, article.title, "title")
    _keep_field(draft, article.byline, "byline")


def _keep_field(draft: Draft, value: str | None, kind: Literal["title", "byline"]) -> None:
    """Mark the first line that repeats a field of the article word for word."""
    if not value or kind in draft.kinds:
        return
    words = value.split()
    for index, line in enumerate(draft.lines[:12]):
        if draft.kinds[index] is None and line.text.split() == words:
            draft.kinds[index] = kind
            return


def _match_phrases(draft: Draft) -> None:
    for index, line in enumerate(draft.lines):
        if draft.kinds[index] is None:
            hit = match(line)
            if hit is not None:
                draft.hits[index] = hit
                if not hit.weak:
                    draft.kinds[index] = hit.kind


def _mark_repeated(draft: Draft) -> None:
    """A line that stands twice in a row below the headline, and is not all there is, is the caption of a picture."""
    prose = len(draft.prose())
    for index in range(2, len(draft.lines)):
        line = draft.lines[index]
        if draft.kinds[index] is not None or line.words != draft.lines[index - 1].words:
            continue
        if not _FEWEST_WORDS <= len(line.words) <= _MOST_WORDS:
            continue
        if line.ending == "stop" and index not in draft.hits:
            continue
        prose -= 2 * line.prose
        if prose > 0:
            draft.kinds[index] = draft.kinds[index - 1] = "caption"


def _start(block: Block) -> int:
    return block.start
