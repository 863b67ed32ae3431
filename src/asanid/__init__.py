"""Asanid reads Arabic news and answers: who really said this?

>>> import asanid
>>> answer = asanid.analyse("قال المتحدث باسم الوزارة سالم الرواشد إن الميناء سيفتح غدا.", published="2024-10-08")
>>> said = answer.attributions[0]
>>> answer.text[said.source.start : said.source.end]
'المتحدث باسم الوزارة سالم الرواشد'
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from asanid.model import Article, Document, Problem

__all__ = ["analyse", "read", "trace"]


def analyse(
    text: str | Article, *, published: str | None = None, outlet: str | None = None, url: str | None = None
) -> Document:
    """Analyse one article: its text as it stands, or an ``Article`` that ``read()`` gave.

    ``published`` (ISO 8601) anchors dates such as «أمس»; without it they are left out. Raises ``ReadError`` where the
    text is no Arabic article.
    """
    from asanid.pipeline import analyse as analyse_article
    from asanid.read import read_text

    article = text if isinstance(text, Article) else read_text(text, published=published, outlet=outlet, url=url)
    return analyse_article(article)


def read(sources: Iterable[str | os.PathLike[str]], **options: object) -> Iterator[Article | Problem]:
    """Read articles from files, folders, archives, feeds and pages; ``options`` are those of ``ReadOptions``."""
    from asanid.read import ReadOptions
    from asanid.read import read as read_sources

    return read_sources(sources, ReadOptions(**options))  # type: ignore[arg-type]


def trace(
    sources: Iterable[str | os.PathLike[str]], *, jobs: int = 1, **options: object
) -> Iterator[Document | Problem]:
    """Read and analyse every article of the sources, in their order, on as many processes as ``jobs`` says."""
    from asanid.pipeline import trace as trace_sources
    from asanid.read import ReadOptions

    return trace_sources(sources, ReadOptions(**options), jobs)  # type: ignore[arg-type]
