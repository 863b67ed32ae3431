"""Paragraphs: pieces of markup → one body with one paragraph a line, and the blocks known from the markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asanid.model import Block, BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Paragraph = tuple[BlockKind, str]

# white space that HTML folds; the no-break spaces are text
_FOLDED = re.compile(r"[ \t\n\r\f]+")
_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "form", "head"})
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span "
        "strike strong sub sup time tt u var wbr",
    )
)
_KINDS: dict[str, BlockKind] = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading")
_KINDS["figcaption"] = "caption"


@dataclass(frozen=True, slots=True)
class Tags:
    """Which tags run on within a paragraph, which are not shown, and which kinds of paragraph others begin."""

    inline: frozenset[str]
    skipped: frozenset[str]
    kinds: Mapping[str, BlockKind]


HTML = Tags(_INLINE, _SKIPPED, _KINDS)


def body_of(paragraphs: Iterable[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """Write one paragraph a line; blocks are given for whatever is not plain body.

    >>> body_of([("heading", "ردود"), ("body", "نفى الوزير الخبر.")])
    ('ردود\\nنفى الوزير الخبر.', (Block(start=0, end=4, kind='heading'),))
    """
    lines: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, text in paragraphs:
        for line in filter(None, (part.strip() for part in _BREAKS.split(text))):
            if kind != "body":
                blocks.append(Block(start, start + len(line), kind))
            lines.append(line)
            start += len(line) + 1
    return "\n".join(lines), tuple(blocks)


def squeezed(text: str) -> str:
    """Fold white space, to compare texts."""
    return " ".join(text.split())


def fragment_paragraphs(html: str) -> list[Paragraph]:
    """Cut a fragment of HTML (a feed's entry, not a page) into paragraphs; plain text has its lines.

    >>> fragment_paragraphs("<p>نفى <b>الوزير</b> الخبر.</p><h3>ردود</h3>")
    [('body', 'نفى الوزير الخبر.'), ('heading', 'ردود')]
    """
    from lxml import html as lxml_html  # noqa: PLC0415 — a heavy library, loaded where it is needed
    from lxml.etree import LxmlError  # noqa: PLC0415

    if "<" not in html and "&" not in html:
        return [("body", line) for line in html.splitlines() if line.strip()]
    try:
        root = lxml_html.fragment_fromstring(html, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return [("body", html)]
    return list(tree_paragraphs(root))


def tree_paragraphs(root: HtmlElement, tags: Tags = HTML) -> Iterator[Paragraph]:
    """Walk a tree without recursion and give its visible paragraphs in order."""
    buffer: list[str] = []
    kind: BlockKind = "body"
    for is_break, tag, text in _events(root, tags):
        if is_break:
            if line := _folded(buffer):
                yield kind, line
            buffer.clear()
            kind = tags.kinds.get(tag, "body")
        buffer.append(text)
    if line := _folded(buffer):
        yield kind, line


def _events(root: HtmlElement, tags: Tags) -> Iterator[tuple[bool, str, str]]:
    """Give text and breaks in document order: (a paragraph ends here, the tag we are in now, text that follows)."""
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = bool(tag) and tag not in tags.inline
        if left:
            yield is_block, _outer(element), "" if element is root else element.tail or ""
            continue
        stack.append((element, True))
        if tag and tag not in tags.skipped:
            yield is_block, tag, element.text or ""
            stack.extend((child, False) for child in reversed(element))


def _outer(element: HtmlElement) -> str:
    parent = element.getparent()
    return parent.tag if parent is not None and isinstance(parent.tag, str) else ""


def _folded(buffer: list[str]) -> str:
    return _FOLDED.sub(" ", "".join(buffer)).strip()
