"""Web archives (WARC and ARC): each HTML page that a server answered with is an article."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.html import read_page
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason

_TYPES = frozenset({"warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation"})
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Article | Problem]:
    """Read the pages of an archive one by one; ``retrieved`` is the record's date. Other records hold no article."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 — only archives need it

    records = iter(ArchiveIterator(stream, arc2warc=True))
    seen = 0
    while True:
        remarks = io.StringIO()
        try:
            with redirect_stderr(remarks):  # where warcio writes that a record does not end as it should
                record = next(records, None)
            result = None if record is None else _result(record, source, options)
        except Exception as error:  # noqa: BLE001 — a damaged record makes the parsers raise anything
            yield problem("broken-warc", source.name, reason=reason(error))
            return
        if remark := remarks.getvalue().strip():
            yield problem("broken-warc", source.name, reason=remark.splitlines()[0][:120])
        if record is None:
            break
        seen += record.rec_type in _TYPES
        if result is not None:
            yield result
    if not seen:
        raise failure("broken-warc", source.name, reason="no record in it")


def _result(record: Any, source: Source, options: ReadOptions) -> Article | Problem | None:
    if not _is_page(record):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    part = _page_source(record, url.strip("<>"), source)
    try:
        data = record.content_stream().read(options.max_bytes + 1)
        if len(data) > options.max_bytes:
            raise failure("oversized", part.name, limit=options.max_bytes)
        return read_page(data, part, options)
    except ReadError as error:
        return error.problem


def _is_page(record: Any) -> bool:
    if record.rec_type == "resource":
        return (record.content_type or "").partition(";")[0].strip().lower() in _PAGES
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    return record.http_headers.get_statuscode() == "200" and kind in _PAGES


def _page_source(record: Any, url: str, source: Source) -> Source:
    content_type = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    _, _, charset = (content_type or "").lower().partition("charset=")
    label = url or str(record.rec_headers.get_header("WARC-Record-ID"))
    return Source(
        name=f"{source.name}#{label}",
        path=None if source.path is None else f"{source.path}#{label}",
        url=url if url.startswith(("http://", "https://")) else None,
        charset=charset.partition(";")[0].strip(" \"'") or None,
        media_type="text/html",
        retrieved=record.rec_headers.get_header("WARC-Date"),
    )
