"""An address that something else named (a row, a feed, a sitemap) → the article of its page."""

from __future__ import annotations

from dataclasses import replace

from asanid.model import Article
from asanid.read.article import Draft
from asanid.read.fetch import fetch
from asanid.read.html import read_page
from asanid.read.options import ReadOptions, Source


def fetch_article(url: str, source: Source, options: ReadOptions, given: Draft | None = None) -> Article:
    """Fetch a page and read it; ``given`` fills what the page does not say. Raises ``ReadError``."""
    got = fetch(url, options)
    page = replace(
        source, name=url, url=got.url, charset=got.charset, media_type=got.media_type, retrieved=got.retrieved
    )
    return read_page(got.data, page, options, given)
