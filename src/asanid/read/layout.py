"""Glyphs on pages → lines → paragraphs, by where they stand; nothing here knows a file format.

Positions are trusted, the order inside the file is not: programs write Arabic in visual order, in logical order, or
word by word. Lines are put into reading order by ``bidi``; where the letters turn out to run the other way (a file
drawn letter by letter from the left), the lines are taken as they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from unicodedata import combining

from asanid.read.arabic import ARABIC_LETTER, order_score
from asanid.read.bidi import face_brackets, reading_order

_LAM = frozenset("ل\ufedd\ufede\ufedf\ufee0")
_ALEFS = frozenset("اأإآٱ\ufe8d\ufe8e")
_WORDS = frozenset({"الله", "لله"})  # fonts draw them as one glyph
_WORD_GAP = 0.15  # of the letter's height; a space is about 0.25, joined letters leave none
_SAME_LINE = 0.35  # of the letter size: how far a letter may stand above or below its line
_SENTENCE_ENDS = (".", "؟", "!", ":", "»", "…", "\u201d", '"')


@dataclass(frozen=True, slots=True)
class Glyph:
    """What one glyph stands for, its left and right edge, its base line (growing upwards) and its size."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line in both readings, and where it stands."""

    read: str
    drawn: str
    left: float
    right: float
    base: float
    size: float


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Gather glyphs, in the order of the file, into lines."""
    rows: list[list[Glyph]] = []
    for glyph in glyphs:
        row = next((row for row in rows[:-4:-1] if _belongs(glyph, row[-1])), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    return [line for row in rows if (line := _line(row)) is not None]


def text_of(pages: Sequence[Sequence[Line]]) -> str:
    """Write the paragraphs of all pages, one a line, in the reading that looks more like Arabic."""
    read = "\n".join(line.read for page in pages for line in page)
    drawn = "\n".join(line.drawn for page in pages for line in page)
    is_drawn = order_score(drawn) > order_score(read)
    paragraphs: list[str] = []
    previous: Line | None = None
    for page in pages:
        edges = _edges(page)
        for line in page:
            text = line.drawn if is_drawn else line.read
            if previous is not None and _continues(previous, line, edges):
                paragraphs[-1] += " " + text
            else:
                paragraphs.append(text)
            previous = line
    return "\n".join(map(face_brackets, paragraphs))


def ligature(letters: Sequence[str], *, backwards: bool) -> str:
    """Order the letters of one glyph: lam before alef always, the name of God as it is written, and others as the
    order in the file was found to be.

    >>> ligature("ال", backwards=False), ligature("ملح", backwards=True)
    ('لا', 'حلم')
    """
    if is_lam_alef(letters):
        return "".join(sorted(letters, key=_ALEFS.__contains__))
    if (word := "".join(letters)) in _WORDS or word[::-1] in _WORDS:
        return word if word in _WORDS else word[::-1]
    return "".join(reversed(letters) if backwards else letters)


def is_lam_alef(letters: Sequence[str]) -> bool:
    """Say whether two letters can only be lam and alef written as one."""
    return len(letters) == 2 and any(x in _LAM for x in letters) and any(x in _ALEFS for x in letters)


def _belongs(glyph: Glyph, last: Glyph) -> bool:
    return abs(glyph.base - last.base) <= _SAME_LINE * max(glyph.size, last.size)


def _line(row: Sequence[Glyph]) -> Line | None:
    inked = [glyph for glyph in row if not glyph.text.isspace()]
    if not inked:
        return None
    clusters = list(_clusters(row))
    rightward = sum(glyph.text[0].isalpha() and not ARABIC_LETTER.match(glyph.text) for glyph in inked)
    arabic = sum(bool(ARABIC_LETTER.match(glyph.text)) for glyph in inked)
    drawn = " ".join("".join(clusters).split(" ")).strip()
    read = reading_order(clusters).strip() if arabic * 4 >= rightward else drawn
    size = median(glyph.size for glyph in inked)
    edges = min(glyph.left for glyph in inked), max(glyph.right for glyph in inked)
    return Line(read, drawn, *edges, inked[0].base, size)


def _clusters(row: Sequence[Glyph]) -> Iterator[str]:
    """Give the letters from left to right, each with its marks; wide gaps become spaces."""
    marks = [glyph for glyph in row if combining(glyph.text[0])]
    bases = sorted((glyph for glyph in row if not combining(glyph.text[0])), key=_middle)
    texts = [" " if glyph.text.isspace() else glyph.text for glyph in bases]
    for mark in marks:
        if inked := [place for place, text in enumerate(texts) if text != " "]:
            texts[_nearest(bases, inked, _middle(mark))] += mark.text
    for place, text in enumerate(texts):
        if place and _is_gap(bases[place - 1], bases[place]):
            yield " "
        if text != " " or (place and texts[place - 1] != " "):
            yield text


def _middle(glyph: Glyph) -> float:
    return glyph.left + glyph.right


def _nearest(bases: Sequence[Glyph], places: Sequence[int], middle: float) -> int:
    distances = [(abs(_middle(bases[place]) - middle), place) for place in places]
    return min(distances)[1]


def _is_gap(before: Glyph, after: Glyph) -> bool:
    if before.text.isspace() or after.text.isspace():
        return False
    return after.left - before.right > _WORD_GAP * max(before.size, after.size)


def _edges(page: Sequence[Line]) -> tuple[float, float, float]:
    """Left and right edge of the page's column, and the distance of lines within a paragraph."""
    if not page:
        return 0.0, 0.0, 0.0
    steps = [upper.base - lower.base for upper, lower in pairwise(page)]
    close = [step for step, line in zip(steps, page[1:], strict=True) if 0.6 * line.size < step < 1.8 * line.size]
    return min(line.left for line in page), max(line.right for line in page), min(close, default=0.0)


def _continues(previous: Line, line: Line, edges: tuple[float, float, float]) -> bool:
    """A full line of the same size is followed by more of its paragraph."""
    left, right, step = edges
    if abs(previous.size - line.size) > 0.1 * line.size:
        return False
    full = previous.left - left < 0.12 * (right - left) and previous.right - previous.left > 0.5 * (right - left)
    if line.base < previous.base:
        return full and previous.base - line.base <= 1.2 * step
    return full and not previous.read.endswith(_SENTENCE_ENDS)
