"""Plain text, from a file or pasted: the text is what was read, and nothing else is known."""

from __future__ import annotations

from collections.abc import Iterator

from asanid.model import Article
from asanid.read.article import Draft, decoded, finish
from asanid.read.options import ReadOptions, Source


def read_plain(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read a plain text file: decoded, its byte order mark dropped, nothing else changed."""
    yield finish(Draft(decoded(data, source), verbatim=True), source, options)


def read_text(  # noqa: PLR0913 — the fields of an article, all optional, all by name
    text: str,
    *,
    path: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    summary: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    updated: str | None = None,
    retrieved: str | None = None,
    options: ReadOptions | None = None,
) -> Article:
    """Make an article of pasted text; with a title or summary it is composed as ``text/1``, else kept as it is.

    Raises ``ReadError`` where the text is empty or not Arabic.

    >>> read_text("نفى الوزير الخبر.", outlet="صحيفة المرفأ").text
    'نفى الوزير الخبر.'
    """
    draft = Draft(
        text,
        title=title,
        summary=summary,
        byline=byline,
        url=url,
        outlet=outlet,
        published=published,
        updated=updated,
        retrieved=retrieved,
        verbatim=not (title or summary),
    )
    return finish(draft, Source(path or url or "text", path=path, url=url), options or ReadOptions())
