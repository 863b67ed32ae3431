"""Whatever the bytes and the name, reading gives articles or problems and no traceback."""

from __future__ import annotations

import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asanid.model import Article
from asanid.read.arabic import arabic_share
from asanid.read.dispatch import read_stream
from asanid.read.options import FORMATS, ReadOptions, Source

from .pdfs import make_pdf, shown
from .test_documents import _document
from .test_html import JSON, META, page
from .test_pdf import LINES
from .test_rows import TABLES
from .test_web import ATOM, FEED, INDEX, SITEMAP, _warc
from .texts import TEXT

ENDINGS = [
    ".txt",
    ".md",
    ".html",
    ".pdf",
    ".docx",
    ".json",
    ".jsonl",
    ".csv",
    ".tsv",
    ".rss",
    ".xml",
    ".warc",
    ".gz",
    "",
]
GOOD = [
    *TABLES.values(),
    TEXT.encode(),
    page(META + JSON).encode(),
    FEED.encode(),
    ATOM.encode(),
    SITEMAP.encode(),
    INDEX.encode(),
    make_pdf([[shown(line) for line in LINES]]),
    _document(),
    _warc(packed=True),
    _warc(packed=False),
]
MAGIC = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08\0",
    b"<html>",
    b"<rss>",
    b"<urlset>",
    b'{"text":',
    b"\xff\xfe",
]


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """A good file with a few bytes changed, a piece cut out or its end missing."""
    data = bytearray(draw(st.sampled_from(GOOD)))
    for _ in range(draw(st.integers(0, 6))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    start, length = draw(st.integers(0, len(data) - 1)), draw(st.integers(0, 200))
    del data[start : start + length]
    return bytes(data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data)


def _check(data: bytes, name: str, options: ReadOptions) -> None:
    for result in read_stream(io.BytesIO(data), Source(name, path=name), options):
        if isinstance(result, Article):
            assert arabic_share(result.text) > 0
            result.text.encode()
            assert all(0 <= block.start < block.end <= len(result.text) for block in result.blocks)
        else:
            assert result.slug
            assert "{" not in result.slug
            result.message.encode()
            result.source.encode()


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=600), st.sampled_from(ENDINGS), st.sampled_from(FORMATS))
def test_any_bytes(magic, data, ending, kind) -> None:
    _check(magic + data, f"a{ending}", ReadOptions(format=kind))


@settings(max_examples=250, deadline=None)
@given(spoilt(), st.sampled_from(ENDINGS))
def test_spoilt_files(data, ending) -> None:
    _check(data, f"a{ending}", ReadOptions(max_bytes=100_000))


@pytest.mark.parametrize(
    ("unit", "ending"),
    [
        (TEXT.encode() + b"\n", ".txt"),
        (TEXT.encode("cp1256", "ignore") + b"\n", ".txt"),
        (TEXT.encode("utf-16-le"), ".txt"),
        (b"<div>" + TEXT.encode(), ".txt"),
        (b'"' * 50, ".csv"),
        (b"(", ".md"),
        (b"\xd8", ".txt"),
        (b"<!--", ""),
    ],
)
def test_time_is_linear(unit, ending) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        list(read_stream(io.BytesIO(unit * times), Source("a" + ending, path="a" + ending), ReadOptions()))
        return time.perf_counter() - start

    small = 60_000 // len(unit) + 1
    seconds(small)
    assert seconds(8 * small) < 30 * seconds(small) + 0.1
