"""Feeds (RSS and Atom): each entry is an article, of its full text where the feed has it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.article import Draft, decoded, finish
from asanid.read.encoding import declared_charset
from asanid.read.markup import body_of, fragment_paragraphs, squeezed
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason
from asanid.read.web import fetch_article

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_feed(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Read the entries of a feed. One without full text is fetched if the network is allowed, else a short article."""
    feed = _parsed(decoded(data, source, source.charset or declared_charset(data)), source)
    outlet = squeezed(feed.get("feed", {}).get("title", "")) or None
    if not feed.get("entries"):
        raise failure("empty" if feed.get("version") else "broken-feed", source.name, reason="no entries")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _article(entry, outlet, source.part(str(number)), options)
        except ReadError as error:
            yield error.problem


def _parsed(text: str, source: Source) -> Any:
    import feedparser  # noqa: PLC0415 — slow to import

    content = io.BytesIO(_DECLARATION.sub("", text, count=1).strip().encode("utf-8", "replace"))
    try:
        return feedparser.parse(content, response_headers={"content-type": "application/xml; charset=utf-8"})
    except Exception as error:
        raise failure("broken-feed", source.name, reason=reason(error)) from error


def _article(entry: dict[str, Any], outlet: str | None, part: Source, options: ReadOptions) -> Article:
    full = max((item.get("value") or "" for item in entry.get("content") or ()), key=len, default="")
    summary = entry.get("summary") or ""
    link = entry.get("link") or ""
    body, parts = body_of(fragment_paragraphs(full))
    draft = Draft(
        body,
        title=_words(entry.get("title") or ""),
        summary=_words(summary) if summary != full else None,
        byline=entry.get("author") or None,
        url=link if link.startswith(("http://", "https://")) else None,
        outlet=squeezed((entry.get("source") or {}).get("title") or "") or outlet,
        published=_said(entry, "published") or _said(entry, "updated"),
        updated=_said(entry, "updated"),
        parts=parts,
    )
    if body:
        return finish(draft, part, options)
    if draft.url and options.network:
        return fetch_article(draft.url, part, options, draft)
    return finish(draft, part, options, (problem("no-body", part.name, parts="title and summary"),))


def _said(entry: dict[str, Any], key: str) -> str | None:
    """Read a date that the entry has itself; feedparser's own look-up would put one date for another."""
    return dict.get(entry, key) or None


def _words(html: str) -> str:
    return squeezed(" ".join(text for _, text in fragment_paragraphs(html)))
