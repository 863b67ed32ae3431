"""Folding: the many ways of writing one Arabic word become one, with a map back to the text.

Folding drops harakat, tatweel, joiners and bidi controls; joins hamza seats, ى/ي, ة/ه, Persian letters and accents;
writes presentation forms as letters, digits as ASCII and every kind of space as a space. It is for comparing:
offsets always refer to the unfolded text, and ``Folded`` leads back to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from asanid.model import Span

_MARKS = r"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_CONTROLS = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_FORMS = r"\ufb50-\ufdfc\ufe70-\ufefc"
_SHORT = 40
"""Letters of a text whose key is remembered: a name, a few words."""
_SPECIAL = re.compile(f"[{_MARKS}{_CONTROLS}{_FORMS}]")
_TRAILING_MARKS = re.compile(f"[{_MARKS}]+")


def _latin() -> dict[str, str]:
    """Map accented Latin letters to the plain small letter that their decomposed spelling begins with."""
    plain = {}
    for letter in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))):
        base = unicodedata.normalize("NFD", letter)[0].lower()
        if len(base) == 1 and base != letter:
            plain[letter] = base
    return plain


_ONE_TO_ONE = str.maketrans(
    {
        **_latin(),
        **dict.fromkeys("أإآٱٲٳ", "ا"),
        **dict.fromkeys("ىیېئۍێےۓ", "ي"),
        **dict.fromkeys("ؤۆۇۈۋ", "و"),
        **dict.fromkeys("ةہھەۀۂۃ", "ه"),
        **dict.fromkeys("کگڪ", "ك"),
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "ڤ": "ف",
        "٫": ".",
        "٬": ",",
        **{chr(base + d): str(d) for base in (0x660, 0x6F0) for d in range(10)},
        **{chr(c): chr(c + 32) for c in range(ord("A"), ord("Z") + 1)},
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back: ``starts[i]`` is where the i-th folded character stands in ``source``."""

    source: str
    text: str
    starts: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Give the source span of the folded characters ``start:end``, with the harakat of its last letter.

        >>> f = fold("قالت الصَّحيفةُ")
        >>> s = f.span(5, 12)
        >>> f.source[s.start : s.end]
        'الصَّحيفةُ'
        """
        return Span(*self.place(start, end))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give start and end of ``span``."""
        starts = self.starts
        first = starts[start]
        if end <= start:
            return first, first
        last = starts[end - 1] + 1
        if starts[end] == last:
            return first, last
        trailing = _TRAILING_MARKS.match(self.source, last)
        return first, trailing.end() if trailing else last


def fold(text: str) -> Folded:
    """Fold a text, keeping the map back.

    >>> fold("أكّد مصدرٌ مسـؤول").text
    'اكد مصدر مسوول'
    """
    if not _SPECIAL.search(text):
        return Folded(text, text.translate(_ONE_TO_ONE), range(len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    for start, piece, source_length in _pieces(text):
        pieces.append(piece)
        starts.extend(range(start, start + len(piece)) if source_length == len(piece) else [start] * len(piece))
    starts.append(len(text))
    return Folded(text, "".join(pieces), starts)


def is_plain(text: str, start: int, end: int) -> bool:
    """Tell whether every character of a stretch folds to one character."""
    return _SPECIAL.search(text, start, end) is None


def fold_key(text: str) -> str:
    """Fold a word or phrase for look-up, white space collapsed.

    >>> fold_key("  الأَهرام   المِصريّة ")
    'الاهرام المصريه'
    """
    return _short_key(text) if len(text) <= _SHORT else " ".join(fold(text).text.split())


@lru_cache(maxsize=20_000)
def _short_key(text: str) -> str:
    return " ".join(fold(text).text.split())


def _pieces(text: str) -> Iterator[tuple[int, str, int]]:
    """Cut a text into stretches that fold letter by letter and the characters between that vanish or expand."""
    position = 0
    for special in _SPECIAL.finditer(text):
        start = special.start()
        if start > position:
            yield position, text[position:start].translate(_ONE_TO_ONE), start - position
        expanded = _expand(special.group())
        if expanded:
            yield start, expanded, 1
        position = special.end()
    if position < len(text):
        yield position, text[position:].translate(_ONE_TO_ONE), len(text) - position


def _expand(character: str) -> str:
    """Write a presentation form with plain letters; marks and controls become nothing, a whole phrase («ﷺ») a space."""
    plain = unicodedata.normalize("NFKC", character)
    if plain == character:
        return ""
    letters = _SPECIAL.sub("", plain).strip().translate(_ONE_TO_ONE)
    return " " if " " in letters else letters
