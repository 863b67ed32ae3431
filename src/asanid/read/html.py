"""Web pages: the article in the page (trafilatura), its date (htmldate) and what the markup says about it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from asanid.model import Article
from asanid.read.article import Draft, decoded, finish
from asanid.read.encoding import declared_charset
from asanid.read.markup import Paragraph, Tags, body_of, squeezed, tree_paragraphs
from asanid.read.metadata import Metadata, find_metadata
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, reason

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_EXTRACTED = Tags(frozenset({"hi", "ref", "del", "graphic"}), frozenset({"graphic"}), {"head": "heading"})
_BYLINES = "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author')]"
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability", "charset_normalizer")


def read_html(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read one web page."""
    yield read_page(data, source, options)


def read_page(data: bytes, source: Source, options: ReadOptions, given: Draft | None = None) -> Article:
    """Read one web page; ``given`` is what a feed, sitemap or table already said, and fills what the page lacks."""
    html = decoded(data, source, source.charset or declared_charset(data))
    given = given or Draft("")
    try:
        draft = _extracted(html, source, given)
    except Exception as error:
        raise failure("broken-html", source.name, reason=reason(error)) from error
    if draft is None:
        raise failure("no-article" if squeezed(html) else "empty", source.name)
    return finish(draft, source, options)


def _extracted(html: str, source: Source, given: Draft) -> Draft | None:
    from trafilatura import bare_extraction, load_html  # noqa: PLC0415 — half a second to import
    from trafilatura.settings import Document, set_date_params  # noqa: PLC0415

    _quiet()
    tree = load_html(html)
    if tree is None:
        return None
    said = find_metadata(tree)
    captions = _texts(tree, "//figcaption")
    bylines = _texts(tree, _BYLINES) | {said.byline or ""}
    visible = {text for _, text in tree_paragraphs(tree)}
    title = _headline(tree, said)
    found = bare_extraction(
        tree,
        url=source.url or said.url,
        include_comments=False,
        with_metadata=True,
        # no search for dates through running text: a wrong date is worse than none
        date_extraction_params=set_date_params(extensive=False),
    )
    if not isinstance(found, Document):
        return None
    title = title or found.title or given.title
    paragraphs = list(_marked(found.body, title or "", captions, bylines))
    if not paragraphs:
        return None
    body, parts = body_of(paragraphs)
    return Draft(
        body,
        title=title,
        summary=said.description if said.description in visible else None,
        byline=said.byline or found.author or given.byline,
        url=source.url or said.url,
        outlet=said.outlet or given.outlet or _site(found.sitename),
        published=said.published or given.published or found.date,
        updated=said.updated or given.updated,
        parts=parts,
    )


def _marked(body: _Element, title: str, captions: set[str], bylines: set[str]) -> Iterator[Paragraph]:
    """Give the extracted paragraphs with their kinds; a heading that repeats the title is left out."""
    for kind, text in tree_paragraphs(body, _EXTRACTED):
        line = squeezed(text)
        if kind == "heading" and line == squeezed(title):
            continue
        if line in captions:
            yield "caption", text
        elif line in bylines:
            yield "byline", text
        else:
            yield kind, text


def _headline(tree: HtmlElement, said: Metadata) -> str | None:
    """Take the page's main heading where the title says the same and more (often the outlet's name)."""
    titles = [squeezed(said.title or ""), *(squeezed(title.text_content()) for title in tree.iter("title"))]
    for heading in tree.iter("h1"):
        text = squeezed(heading.text_content())
        if text and any(text in title for title in titles):
            return text
    return said.title


def _texts(tree: HtmlElement, path: str) -> set[str]:
    texts = {squeezed(element.text_content()) for element in tree.xpath(path)}
    return {text for text in texts if 0 < len(text) <= 300}


def _site(name: str | None) -> str | None:
    """Refuse a bare host name: it is no outlet's name, and the address has it already."""
    return name if name and not (name.isascii() and "." in name and " " not in name) else None


@cache
def _quiet() -> None:
    """Keep the libraries' remarks off the terminal unless the program asks for a log."""
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
