"""The recipe ``text/1`` and the article's id: how title, summary and body become one text. Frozen.

Every stand-off annotation counts its offsets in a text made here, so nothing in ``compose`` may change: another
way of composing is another recipe with another name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from urllib.parse import quote, urlsplit, urlunsplit

from asanid.model import Block, BlockKind

_SEPARATOR = "\n\n"
_TRACKING = re.compile(
    r"(utm_\w+|at_\w+|fbclid|gclid|dclid|yclid|msclkid|twclid|igshid|mc_[ce]id|_ga|cmpid|ns_\w+|ocid|xtor)(=|$)",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_SAFE = "%/:@!$&'()*+,;=~-._"
_PORTS = {"http": 80, "https": 443}


def compose(
    title: str | None, summary: str | None, body: str, parts: Iterable[Block] = ()
) -> tuple[str, tuple[Block, ...]]:
    """Join title, summary and body by blank lines; give the text and its blocks, offsets in that text.

    The summary is left out where the body has it, white space aside. ``parts`` are blocks with offsets in ``body``.

    >>> compose("عنوان", None, "نفى الوزير الخبر.")
    ('عنوان\\n\\nنفى الوزير الخبر.', (Block(start=0, end=5, kind='title'),))
    """
    title, summary, stripped = (title or "").strip(), (summary or "").strip(), body.strip()
    if _squeeze(summary) in _squeeze(stripped):
        summary = ""
    named: tuple[tuple[BlockKind, str], ...] = (("title", title), ("summary", summary), ("body", stripped))
    blocks: list[Block] = []
    texts: list[str] = []
    start = 0
    for kind, piece in named:
        if not piece:
            continue
        if kind == "body":
            blocks += _moved(parts, start - body.index(stripped), start, start + len(piece))
        else:
            blocks.append(Block(start, start + len(piece), kind))
        texts.append(piece)
        start += len(piece) + len(_SEPARATOR)
    return _SEPARATOR.join(texts), tuple(blocks)


def article_id(text: str, url: str | None = None) -> str:
    """Hash the canonical address and the text (the text alone without an address) to 16 hexadecimal digits."""
    canonical = canonical_url(url) if url else None
    content = text if canonical is None else f"{canonical}\n{text}"
    return sha256(content.encode("utf-8")).hexdigest()[:16]


def canonical_url(url: str) -> str:
    """Bring spellings of one address together: host in lower case, no fragment, no tracking, letters escaped.

    >>> canonical_url("HTTPS://Example.org:443/أ?utm_source=x&id=7#top")
    'https://example.org/%D8%A3?id=7'
    """
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, (parts.hostname or "").rstrip(".")
    except ValueError:
        return url.strip()
    if not parts.scheme or not host:
        return url.strip()
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != _PORTS.get(parts.scheme):
        place = f"{place}:{port}"
    query = "&".join(item for item in parts.query.split("&") if item and not _TRACKING.match(item))
    return urlunsplit((parts.scheme, place, _escaped(parts.path) or "/", _escaped(query, "?"), ""))


def _moved(parts: Iterable[Block], shift: int, low: int, high: int) -> list[Block]:
    moved = (replace(part, start=part.start + shift, end=part.end + shift) for part in parts)
    return [part for part in moved if low <= part.start < part.end <= high]


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _escaped(part: str, also: str = "") -> str:
    quoted = quote(part, safe=_SAFE + also, errors="replace")
    return _ESCAPE.sub(_upper, quoted)


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()
