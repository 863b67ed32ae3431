"""What a page says about itself: JSON-LD first, then meta elements, then the address it calls its own."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from asanid.read.dates import iso_date
from asanid.read.markup import squeezed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# best first
_ARTICLES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle",
    "ReviewNewsArticle",
    "Article",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
    "WebPage",
)
_MOST_NODES = 5_000
_META: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "headline", "dc.title", "parsely-title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
    "description": ("og:description", "description", "twitter:description", "dc.description"),
    "published": (
        "article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "publishdate",
        "publish-date",
        "pubdate",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "date",
    ),
    "updated": ("article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified"),
    "url": ("og:url",),
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup of a page says; dates as ISO 8601."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    description: str | None = None
    published: str | None = None
    updated: str | None = None
    url: str | None = None


def find_metadata(tree: HtmlElement) -> Metadata:
    """Read the metadata of a page; the first statement wins, JSON-LD before meta elements."""
    said = _from_meta(tree) | _from_json(tree)
    if canonical := tree.xpath("//link[translate(@rel, 'CANONIL', 'canonil')='canonical']/@href"):
        said["url"] = str(canonical[0])
    said["url"] = _own_address(said.get("url", ""))
    return Metadata(**{field: value for field, value in said.items() if value})


def names_in(value: object) -> str:
    """Write out who is meant by a JSON-LD name, object or list of them.

    >>> names_in([{"@type": "Person", "name": "سلمى الراوي"}, "نادر كرم"])
    'سلمى الراوي، نادر كرم'
    """
    if isinstance(value, Mapping):
        return names_in(value.get("name", ""))
    if isinstance(value, list):
        return "، ".join(filter(None, map(names_in, value)))
    return squeezed(value) if isinstance(value, str) else ""


def _from_meta(tree: HtmlElement) -> dict[str, str]:
    content: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = element.get("content") or element.get("datetime") or ""
        if key and squeezed(value):
            content.setdefault(key.strip().lower(), squeezed(value))
    return _chosen({field: [content.get(key, "") for key in keys] for field, keys in _META.items()})


def _from_json(tree: HtmlElement) -> dict[str, str]:
    nodes = [node for script in _scripts(tree) for node in _nodes(script)]
    ranked = sorted((_rank(node), place) for place, node in enumerate(nodes) if _rank(node) < len(_ARTICLES))
    if not ranked:
        return {}
    node = nodes[ranked[0][1]]
    return _chosen(
        {
            "title": [names_in(node.get("headline"))],
            "outlet": [names_in(node.get("publisher"))],
            "byline": [names_in(node.get("author"))],
            "description": [names_in(node.get("description"))],
            "published": [names_in(node.get("datePublished"))],
            "updated": [names_in(node.get("dateModified"))],
        }
    )


def _chosen(said: Mapping[str, list[str]]) -> dict[str, str]:
    """Take the first usable value of each field; names that are addresses and unknown dates are not usable."""
    chosen: dict[str, str] = {}
    for field, values in said.items():
        if field in {"published", "updated"}:
            values = [iso_date(value) or "" for value in values]  # noqa: PLW2901
        elif field != "url":
            values = [value for value in values if not value.startswith(("http://", "https://", "@"))]  # noqa: PLW2901
        if best := next(filter(None, values), ""):
            chosen[field] = best
    return chosen


def _scripts(tree: HtmlElement) -> Iterator[object]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        text = script.text or ""
        try:
            yield json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        except (ValueError, RecursionError):
            continue  # a broken script says nothing; the meta elements still do


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    """Give every object inside a JSON value, outer ones first."""
    queue = [value]
    for item in queue:
        if len(queue) > _MOST_NODES:
            return
        if isinstance(item, dict):
            yield item
            queue.extend(item.values())
        elif isinstance(item, list):
            queue.extend(item)


def _rank(node: Mapping[str, object]) -> int:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return min((_ARTICLES.index(kind) for kind in listed if kind in _ARTICLES), default=len(_ARTICLES))


def _own_address(url: str) -> str:
    """Keep a full address that leads to more than the front page."""
    scheme, _, rest = url.strip().partition("://")
    return url.strip() if scheme in {"http", "https"} and "/" in rest.rstrip("/") else ""
