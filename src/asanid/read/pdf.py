"""PDF text layers (pdfium): characters with their places, put into lines and reading order by ``layout``."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from asanid.model import Article, Block
from asanid.read.arabic import arabic_share, order_score
from asanid.read.article import Draft, finish
from asanid.read.dates import iso_date
from asanid.read.layout import Glyph, is_lam_alef, ligature, lines_of, text_of
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason

_MOST_UNMAPPED = 0.02  # above this share of letters without a meaning the text is not worth reading
_FEW_WORDS = 20


@dataclass(frozen=True, slots=True)
class _Char:
    """One character as pdfium gives it; those of one glyph share their box."""

    text: str
    box: tuple[float, float, float, float]
    base: float
    unmapped: bool


def read_pdf(data: bytes, source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read the text layer of a PDF; scanned, damaged, locked and garbled files raise ``ReadError``."""
    try:
        pages, facts = _extracted(data, source)
    except (ValueError, OSError, ctypes.ArgumentError) as error:
        raise failure("broken-pdf", source.name, reason=reason(error)) from error
    chars = [char for page in pages for char in page]
    if not any(char.text.strip() for char in chars):
        raise failure("no-text-layer", source.name)
    unmapped = sum(char.unmapped for char in chars)
    if unmapped > _MOST_UNMAPPED * len(chars):
        raise failure("garbled-text-layer", source.name, why=f"{unmapped} of {len(chars)} characters")
    backwards = _is_backwards(chars)
    text = text_of([lines_of(_glyphs(page, backwards=backwards)) for page in pages])
    _check_order(text, source)
    doubts = (problem("doubtful-letters", source.name, count=unmapped),) if unmapped else ()
    yield finish(_draft(text, facts, options), source, options, doubts)


def _extracted(data: bytes, source: Source) -> tuple[list[list[_Char]], dict[str, str]]:
    import pypdfium2  # noqa: PLC0415 — loads a large shared library

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        slug = "encrypted" if "password" in str(error).lower() else "broken-pdf"
        raise failure(slug, source.name, reason=reason(error)) from error
    try:
        return [_characters(document, number) for number in range(len(document))], document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise failure("broken-pdf", source.name, reason=reason(error)) from error
    finally:
        document.close()


def _characters(document: Any, number: int) -> list[_Char]:
    from pypdfium2 import raw  # noqa: PLC0415

    page = document[number]
    layer = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    chars = []
    for place in range(layer.count_chars()):
        code = raw.FPDFText_GetUnicode(layer, place)
        if raw.FPDFText_IsGenerated(layer, place) or code in {0, 10, 13, 0xFFFE}:
            continue  # what pdfium adds or marks itself: its guess of spaces, line ends and hyphens
        raw.FPDFText_GetCharOrigin(layer, place, x, y)
        text = chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"
        unmapped = raw.FPDFText_HasUnicodeMapError(layer, place) == 1
        chars.append(_Char(text, layer.get_charbox(place, loose=True), y.value, unmapped))
    layer.close()
    page.close()
    return chars


def _place(char: _Char) -> tuple[object, ...]:
    """Characters of one glyph have one place; spaces and line starts have places of their own."""
    return char.box, char.base, char.text.isspace()


def _is_backwards(chars: list[_Char]) -> bool:
    """Say whether pdfium turned the letters of ligatures round, as the only certain ones, lam-alef, show.

    It does so with ligatures that the file spells out, not with those that Unicode has a character for.
    """
    pieces = [[char.text for char in group] for _, group in groupby(chars, _place)]
    pairs = [pair for pair in pieces if is_lam_alef(pair)]
    return 2 * sum(ligature(pair, backwards=False) != "".join(pair) for pair in pairs) >= len(pairs)


def _glyphs(chars: list[_Char], *, backwards: bool) -> Iterator[Glyph]:
    for _, group in groupby(chars, _place):
        members = list(group)
        letters = [char.text for char in members]
        if len(letters) == 2 and letters[0] == letters[1]:
            letters.pop()  # drawn twice for bold
        is_arabic = arabic_share("".join(letters)) > 0
        left, bottom, right, top = members[0].box
        size = max(top - bottom, 1.0) if not letters[0].isspace() else 1.0
        text = ligature(letters, backwards=backwards) if is_arabic else "".join(letters)
        yield Glyph(text, left, right, members[0].base, size)


def _check_order(text: str, source: Source) -> None:
    """Refuse a text in which neither direction gives words: its letters do not mean what they say."""
    words = len(text.split())
    if words >= _FEW_WORDS and arabic_share(text) > 0.5 and order_score(text) <= 0:
        raise failure("garbled-text-layer", source.name, why="no direction of its lines gives words")


def _draft(text: str, facts: dict[str, str], options: ReadOptions) -> Draft:
    """The text is the layer alone; a title from the file's properties marks the line that repeats it."""
    title = facts.get("Title", "").strip()
    title = title if arabic_share(title) > 0.5 else ""
    parts: tuple[Block, ...] = ()
    if title and (start := text.find(title)) >= 0 and text[:start].count("\n") < 5:
        parts = (Block(start, start + len(title), "title"),)
    author = facts.get("Author", "")  # often the name of an account
    created = facts.get("CreationDate", "").removeprefix("D:")[:8]
    return Draft(
        text,
        title=title or None,
        byline=author if arabic_share(author) > 0.5 else None,
        published=options.published or iso_date(created),
        parts=parts,
        verbatim=True,
    )
