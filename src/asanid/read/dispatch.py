"""A stream of bytes → articles and problems: unpack, recognise, hand to the reader of the format."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.compressed import DAMAGE, HEAD, buffered, raise_damage, unpacking
from asanid.read.docx import read_docx
from asanid.read.feed import read_feed
from asanid.read.formats import format_of
from asanid.read.html import read_html
from asanid.read.markdown import read_markdown
from asanid.read.options import ReadOptions, Source
from asanid.read.pdf import read_pdf
from asanid.read.plain import read_plain
from asanid.read.problems import failure, problem, reason
from asanid.read.rows import read_csv, read_json, read_jsonl
from asanid.read.sitemap import read_sitemap
from asanid.read.warc import read_warc

Result = Article | Problem

_WHOLE: dict[str, Callable[[bytes, Source, ReadOptions], Iterator[Result]]] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "pdf": read_pdf,
    "docx": read_docx,
    "json": read_json,
    "feed": read_feed,
    "sitemap": read_sitemap,
}
_STREAMED: dict[str, Callable[[io.BufferedReader, Source, ReadOptions], Iterator[Result]]] = {
    "jsonl": read_jsonl,
    "csv": read_csv,
    "warc": read_warc,
}


def read_stream(stream: BinaryIO, source: Source, options: ReadOptions, size: int | None = None) -> Iterator[Result]:
    """Read whatever a stream holds; ``size`` is its length where known, so that too much is never read."""
    found = False
    try:
        for result in _read(stream, source, options, size):
            found = True
            yield result
        if not found:
            yield problem("empty", source.name)
    except ReadError as error:
        yield error.problem
    except DAMAGE as error:
        yield problem("broken-archive", source.name, reason=reason(error))
    except OSError as error:
        yield problem("read-failed", source.name, reason=error.strerror or reason(error))


def _read(stream: BinaryIO, source: Source, options: ReadOptions, size: int | None) -> Iterator[Result]:
    outer = buffered(stream)
    content = unpacking(outer)
    head = content.peek(HEAD)[:HEAD]
    if not head:
        raise_damage(content)
        raise failure("empty", source.name)
    kind = format_of(head, source, options)
    if kind in _STREAMED:
        yield from _STREAMED[kind](content, source, options)
        raise_damage(content)
        return
    if content is outer and size is not None and size > options.max_bytes:
        raise failure("oversized", source.name, limit=options.max_bytes)
    data = content.read(options.max_bytes + 1)
    raise_damage(content)
    if len(data) > options.max_bytes:
        raise failure("oversized", source.name, limit=options.max_bytes)
    yield from _WHOLE[kind](data, source, options)
