"""Markdown: front matter, headings and paragraphs; the marks themselves are not part of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from asanid.model import Article
from asanid.read.article import Draft, decoded, finish
from asanid.read.markup import Paragraph, body_of, fragment_paragraphs
from asanid.read.options import ReadOptions, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.+)")
_KEYS = {
    "title": ("title", "headline", "العنوان"),
    "outlet": ("outlet", "source", "publisher", "المصدر"),
    "byline": ("author", "byline", "authors", "الكاتب"),
    "published": ("published", "date", "التاريخ"),
    "updated": ("updated", "modified", "lastmod"),
    "summary": ("summary", "description", "الملخص"),
    "url": ("url", "link", "الرابط"),
}


def read_markdown(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read a Markdown file; the title is the front matter's or the first heading."""
    text = decoded(data, source)
    front = _FRONT.match(text)
    facts = dict(_facts(front[1])) if front else {}
    paragraphs = list(_paragraphs(text[front.end() :] if front else text))
    title = facts.get("title")
    if paragraphs and paragraphs[0][0] == "heading" and title in {None, paragraphs[0][1]}:
        title = paragraphs.pop(0)[1]
    body, parts = body_of(paragraphs)
    draft = Draft(
        body,
        title=title,
        summary=facts.get("summary"),
        byline=facts.get("byline"),
        url=facts.get("url"),
        outlet=facts.get("outlet"),
        published=facts.get("published"),
        updated=facts.get("updated"),
        parts=parts,
    )
    yield finish(draft, source, options)


def _facts(front: str) -> Iterator[tuple[str, str]]:
    """Read the simple ``key: value`` lines of front matter."""
    for line in front.splitlines():
        match = _LINE.fullmatch(line.strip())
        for field, keys in _KEYS.items():
            if match is not None and match[1].lower() in keys:
                yield field, match[2].strip().strip("\"'").strip()


def _paragraphs(text: str) -> Iterator[Paragraph]:
    from markdown_it import MarkdownIt  # noqa: PLC0415

    opened = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline":
            yield "heading" if opened == "heading_open" else "body", _inline(token.children or ())
        elif token.type in {"fence", "code_block"}:
            yield "body", token.content
        elif token.type == "html_block":
            yield from fragment_paragraphs(token.content)
        opened = token.type


def _inline(tokens: Sequence[Token]) -> str:
    """Write out inline marks: links as their words, breaks as a space or a line of its own."""
    words = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(words.get(token.type, "" if token.type == "html_inline" else token.content) for token in tokens)
