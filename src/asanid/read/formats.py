"""What a source holds, by its name and its first bytes."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from asanid.read.columns import columns_of
from asanid.read.compressed import SUFFIXES
from asanid.read.encoding import UndecodableError, guess
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure
from asanid.read.rows import DELIMITERS, delimiter_of

_NAMES = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown", ".mdown"),
    "html": (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"),
    "pdf": (".pdf",),
    "docx": (".docx",),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson", ".jl"),
    "csv": (".csv", ".tsv"),
    "feed": (".rss", ".atom"),
    "warc": (".warc", ".arc"),
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in _NAMES.items() for suffix in suffixes}
_BY_TYPE = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/csv": "csv",
    "application/pdf": "pdf",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
}
_MAGIC = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"WARC/", "warc"), (b"filedesc://", "warc"))
_SAVE_AS = "Save it as DOCX, PDF or plain text."
_UNREAD = (
    (b"\xd0\xcf\x11\xe0", "old Word or Excel", _SAVE_AS),
    (b"{\\rtf", "RTF", _SAVE_AS),
    (b"\x28\xb5\x2f\xfd", "zstd", "Unpack it first, or compress it with gzip or xz."),
    (b"7z\xbc\xaf\x27\x1c", "7z", "Unpack it first."),
    (b"Rar!", "RAR", "Unpack it first."),
)
_MARKUP = re.compile(r"\s*(?:<\?[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+)?([\w:]+)", re.IGNORECASE | re.DOTALL)
_ROOTS = {
    "html": "html",
    "head": "html",
    "body": "html",
    "rss": "feed",
    "feed": "feed",
    "rdf:rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
_SNIFFED = 4_096
_EXACT = frozenset({"text", "markdown", "html", "csv", "jsonl"})


def format_of(head: bytes, source: Source, options: ReadOptions) -> str:
    """Name the format: what the options say, else what the first bytes can only be, the name, the content."""
    if options.format != "auto":
        return options.format
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return _packed(head, source) if kind == "docx" else kind
    suffix = _suffix(source.path or "")
    if head.startswith(_UNREAD[0][0]) and suffix == ".docx":
        return "docx"  # a document with a password
    for magic, name, cure in _UNREAD:
        if head.startswith(magic):
            raise failure("unknown-format", source.name, kind=name, cure=cure)
    named = _BY_SUFFIX.get(suffix) or _BY_TYPE.get(source.media_type or "")
    if named in _EXACT and not (named == "html" and source.url):
        return named
    return _by_content(_text(head, source), options) or named or "text"


def _suffix(path: str) -> str:
    name = PurePath(path)
    return PurePath(name.stem).suffix.lower() if name.suffix.lower() in SUFFIXES else name.suffix.lower()


def _packed(head: bytes, source: Source) -> str:
    """Tell Word documents from other packed files by the names of their parts."""
    if b"word/" in head or b"[Content_Types].xml" in head or _suffix(source.path or "") == ".docx":
        return "docx"
    raise failure("unknown-format", source.name, kind="zip", cure="Unpack it first; save documents as DOCX.")


def _text(head: bytes, source: Source) -> str:
    try:
        return head.decode(guess(head, source.charset, partial=True), "replace").lstrip("\ufeff")
    except UndecodableError:
        return ""


def _by_content(text: str, options: ReadOptions) -> str | None:
    start = text.lstrip()
    if match := _MARKUP.match(text[:_SNIFFED]):
        return _ROOTS.get(match[1].lower())
    if start.startswith(("{", "[")):
        return _json_kind(start)
    if _is_table(start.split("\n", 1)[0].rstrip("\r"), options):
        return "csv"
    return None


def _json_kind(start: str) -> str | None:
    """One object a line is JSONL; a list, or an object over several lines, is JSON; a bracket in prose is neither."""
    first, _, rest = start.partition("\n")
    try:
        is_object = isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        is_open = re.match(r"\[\s*(\{|$)|\{\s*(\"|$)", first) is not None
        return (
            ("jsonl" if first.startswith("{") and len(first.strip()) > 1 and not rest else "json") if is_open else None
        )
    return "jsonl" if is_object else "json"


def _is_table(header: str, options: ReadOptions) -> bool:
    """A header names at least two fields, the text, title or address among them."""
    if len(header) > _SNIFFED or not any(mark in header for mark in DELIMITERS):
        return False
    names = header.split(delimiter_of(header, options))
    known = columns_of([name.strip('" ') for name in names], options.columns)
    return len(known) > 1 and bool({"text", "title", "url"} & known.keys()) and len(known) * 3 >= len(names)
