"""Word documents: paragraphs and tables in order, headings by style, title, author and date from the properties."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from asanid.model import Article
from asanid.read.article import Draft, finish
from asanid.read.markup import Paragraph, body_of, squeezed
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, reason

if TYPE_CHECKING:
    from docx.document import Document

_MADE_BY_TEMPLATE = "2013-12-23T23:15:00"  # what python-docx and its heirs leave in files they make
_OLE = b"\xd0\xcf\x11\xe0"  # Word locks a document with a password inside such a container


def read_docx(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read a DOCX file; a damaged, locked or blown-up one raises ``ReadError``."""
    if data.startswith(_OLE):
        raise failure("encrypted", source.name)
    _check_size(data, source, options)
    try:
        draft = _draft(data, options)
    except Exception as error:
        raise failure("broken-docx", source.name, reason=reason(error)) from error
    yield finish(draft, source, options)


def _check_size(data: bytes, source: Source, options: ReadOptions) -> None:
    """Refuse a small file that unpacks to a huge one, before unpacking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
    except Exception as error:
        raise failure("broken-docx", source.name, reason=reason(error)) from error
    if unpacked > options.max_bytes:
        raise failure("oversized", source.name, limit=options.max_bytes)


def _draft(data: bytes, options: ReadOptions) -> Draft:
    import docx  # noqa: PLC0415 — slow to import

    document = docx.Document(io.BytesIO(data))
    facts = document.core_properties
    created = facts.created.isoformat()[:19] if facts.created else None
    created = None if created == _MADE_BY_TEMPLATE else created
    updated = facts.modified.isoformat()[:19] if facts.modified else None
    title, paragraphs = _titled(list(_paragraphs(document)), facts.title or "")
    body, parts = body_of(paragraphs)
    return Draft(
        body,
        title=title or None,
        byline=facts.author if facts.author != "python-docx" else None,
        published=options.published or created,
        updated=None if updated == _MADE_BY_TEMPLATE else updated,
        parts=parts,
    )


def _titled(paragraphs: list[tuple[str, str]], given: str) -> tuple[str, list[Paragraph]]:
    """Take the title paragraph, or the property, as the title; a first line that repeats it is not said twice."""
    title = next((text for style, text in paragraphs[:5] if style == "title"), given)
    if paragraphs and not title and paragraphs[0][0] == "heading":
        title = paragraphs[0][1]
    first = next((place for place, (_, text) in enumerate(paragraphs) if squeezed(text) == squeezed(title)), None)
    kept: list[Paragraph] = [
        ("heading" if style == "heading" else "caption" if style == "caption" else "body", text)
        for place, (style, text) in enumerate(paragraphs)
        if place != first or place >= 5
    ]
    return title, kept


def _paragraphs(document: Document) -> Iterator[tuple[str, str]]:
    """Give (title, heading, caption or body; text) in the order of the document, table cells row by row."""
    from docx.table import Table  # noqa: PLC0415

    for item in document.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                yield "body", "\t".join(filter(None, cells))
        else:
            yield _style(item.style.name if item.style else None), item.text


def _style(name: str | None) -> str:
    lowered = (name or "").lower()
    return next((kind for kind in ("title", "heading", "caption") if lowered.startswith(kind)), "body")
