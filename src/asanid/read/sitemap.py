"""Sitemaps: lists of addresses, followed where the network is allowed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.article import Draft
from asanid.read.compressed import unpacked
from asanid.read.fetch import fetch
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, reason
from asanid.read.web import fetch_article

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap lists: pages with what it says about them, or further sitemaps."""

    pages: tuple[Draft, ...]
    further: tuple[str, ...]


def read_sitemap(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Fetch the pages a sitemap lists, and those of the sitemaps it lists; without the network one ``Problem``."""
    listed = parse_sitemap(data, source)
    if not options.network:
        what = f"it lists {len(listed.pages)} pages and {len(listed.further)} sitemaps"
        raise failure("network-off", source.name, what=what)
    yield from _followed(listed, source, options, {source.url or ""}, 1)


def parse_sitemap(data: bytes, source: Source) -> Sitemap:
    """Read a sitemap's lists; entities and outside references are not followed."""
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise failure("broken-sitemap", source.name, reason=reason(error)) from error
    if root is None:
        raise failure("broken-sitemap", source.name, reason="it is no XML")
    pages = tuple(page for node in root.iter("{*}url") if (page := _page(node)).url)
    further = tuple(loc for node in root.iter("{*}sitemap") if (loc := _said(node, "loc")))
    if not pages and not further:
        raise failure("empty", source.name)
    return Sitemap(pages, further)


def _followed(
    listed: Sitemap, source: Source, options: ReadOptions, seen: set[str], depth: int
) -> Iterator[Article | Problem]:
    for page in listed.pages:
        try:
            yield fetch_article(page.url or "", Source(page.url or ""), options, page)
        except ReadError as error:
            yield error.problem
    for url in listed.further:
        if url in seen or depth >= _DEEPEST:
            continue  # a sitemap may list itself; three levels are more than the standard allows
        seen.add(url)
        try:
            data = unpacked(fetch(url, options).data, Source(url), options)
            yield from _followed(parse_sitemap(data, Source(url)), source, options, seen, depth + 1)
        except ReadError as error:
            yield error.problem


def _page(node: _Element) -> Draft:
    return Draft(
        "",
        url=_said(node, "loc"),
        title=_said(node, "title"),
        outlet=_said(node, "name"),
        published=_said(node, "publication_date"),
        updated=_said(node, "lastmod"),
    )


def _said(node: _Element, name: str) -> str | None:
    """Read a child of the node itself or of its news element, not of images and videos."""
    for child in node.iter(f"{{*}}{name}"):
        space = str(child.tag).partition("}")[0]
        if child.text and child.text.strip() and "image" not in space and "video" not in space:
            return child.text.strip()
    return None
