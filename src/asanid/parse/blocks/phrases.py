"""What the words of a line say that it is: page furniture, byline, caption, section label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.blocks import Byline, Caption, Credit, Furniture, Phrase, Place, Rubric
from asanid.model import BlockKind
from asanid.parse.blocks.lines import Hit, Line
from asanid.parse.blocks.openers import opens_sentence
from asanid.parse.fold import fold_key

_WORD = re.compile(r"\w+")
_LABEL_MARKS = (*":|…–—-/\\»>›•", "..")
_SEGMENTS = re.compile(r"[-–—/|،,:()\[\]•*+]+")
_NUMERIC_DATE = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}")
_CREDITED = re.compile(r"(.*)[(\[]([^()\[\]]{2,60})[)\]]\s*\.?\s*", re.DOTALL)
_TAGS = re.compile(r"(?:#\w+[\s،,|]*)+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+")
_NUMBER = re.compile(r"\d+[هم]?")
_NAME_AND_DESK = re.compile(r"[^\W\d]{2}\s*[»\"]?\s*[/–—-]\s*[«\"]?\s*[^\W\d]{2}")
_LONGEST = 45


@dataclass(frozen=True, slots=True)
class _Pattern:
    words: tuple[str, ...]
    place: Place
    limit: int
    hit: Hit


def match(line: Line) -> Hit | None:
    """Tell what a line is by its words alone; ``None`` where they do not say.

    >>> from asanid.parse.blocks.lines import cut
    >>> [match(line).kind for line in cut("شارك الخبر: فيسبوك | واتساب\\nواشنطن – رويترز\\nإعداد: ليلى سعدون")]
    ['furniture', 'byline', 'byline']
    """
    if line.blank:
        return Hit("furniture", bare=True)
    if len(line.words) > _LONGEST or len(line.text) > 12 * _LONGEST:
        return None
    if _TAGS.fullmatch(line.text) or _ADDRESS.fullmatch(line.text):
        return Hit("furniture", bare=True)
    return _by_phrase(line) or _by_vocabulary(line) or _by_credit(line)


def is_rubric(line: Line) -> bool:
    """Tell whether a line is the label of a section, or two of them («اقتصاد وأسواق»)."""
    if not 0 < len(line.words) <= 5:
        return False
    labels = _rubrics()
    parts = _segments(line.key)
    return bool(parts) and all(part in labels or _joined(part.split(), labels) for part in parts)


def is_parted(line: Line) -> bool:
    """Tell whether a line is two or three names with dashes or bars between («هدى السراج – عين السنديان»)."""
    parts = [part.split() for part in _segments(line.key)]
    return len(parts) > 1 and len(line.words) <= 12 and max(map(len, parts)) <= 4


def is_credit(text: str) -> bool:
    """Tell whether a stretch of folded text names an agency or picture desk."""
    return " ".join(text.split()) in _credits()


def is_date(text: str) -> bool:
    """Tell whether a stretch of folded text is a date or a time and nothing else.

    >>> is_date("الاربعاء 27 اغسطس 2025"), is_date("اغسطس"), is_date("27 قتيلا")
    (True, False, False)
    """
    words = text.split()
    numbers = sum(any(c.isdigit() for c in word) for word in words)
    return 0 < numbers < len(words) and all(
        word in _date_words() or word.strip(".").isdigit() or _is_number(word) for word in words
    )


def _by_phrase(line: Line) -> Hit | None:
    words = line.words
    found: Hit | None = None
    for position, word in enumerate(words):
        for pattern in _patterns().get(word, ()):
            if len(words) > pattern.limit or words[position : position + len(pattern.words)] != pattern.words:
                continue
            hit = _placed(line, pattern, position)
            if hit is not None and not hit.weak:
                return hit
            found = found or hit
    return found


def _placed(line: Line, pattern: _Pattern, position: int) -> Hit | None:
    """Give the hit of a pattern found at a word, if that is where it must stand."""
    rest = len(line.words) - position - len(pattern.words)
    hit, place = pattern.hit, pattern.place
    if place == "end":
        return hit if rest == 0 < position else None
    if hit.kind != "furniture" and not hit.weak and line.ending == "stop":
        return None
    if place == "within":
        return hit
    if position > 0 or (rest and (place == "line" or (place == "label" and not _label_ends(line, pattern)))):
        return None
    return Hit(hit.kind, hit.opens, hit.weak, soft=place == "label" and rest > 0, bare=rest == 0)


def _label_ends(line: Line, pattern: _Pattern) -> bool:
    """Does a mark part the first words of a line from the rest («للمزيد: …»)?"""
    ends = [found.end() for found, _ in zip(_WORD.finditer(line.key), pattern.words, strict=False)]
    return line.key[ends[-1] :].lstrip(' "”*)').startswith(_LABEL_MARKS)


def _by_vocabulary(line: Line) -> Hit | None:
    """A line all of whose words are those of share buttons, counters or dates."""
    if not line.words or len(line.words) > 22 or line.ending == "stop":
        return None
    if all(word.isdigit() for word in line.words):
        return Hit("byline" if _NUMERIC_DATE.search(line.key) else "furniture", bare=True)
    for kind, vocabulary in _vocabularies():
        if all(word in vocabulary or _is_number(word) for word in line.words):
            return Hit(kind, bare=True)
    return None


def _by_credit(line: Line) -> Hit | None:
    """Datelines («واشنطن – رويترز», «القسم الدولي – الأربعاء 9 يوليو») and captions that close with a credit."""
    if not line.words or line.ending in ("stop", "ask") or opens_sentence(line.words[0]):
        return None
    credited = _CREDITED.fullmatch(line.key)
    if credited and len(credited[1].split()) > 3:
        return _caption(line, credited[1], credited[2])
    parts = _segments(line.key)
    pictured = any(part.split()[0] in _picture_words() for part in parts[1:])
    if not pictured and not any(is_credit(part) or is_date(part) for part in parts):
        return None
    others = [len(p.split()) for p in parts if not is_date(p) and not is_credit(p) and not p.isdigit()]
    if max(others, default=0) <= 4 and sum(others) <= 7:
        return Hit("byline", soft=bool(others))
    if pictured or (len(line.words) <= 25 and is_credit(parts[-1])):
        return Hit("caption", soft=True)
    return None


def _caption(line: Line, body: str, credit: str) -> Hit | None:
    """«… أمام المرفأ (رويترز)», «… [كمال ناصر/قناة الشرفة]», but not a paragraph of two sentences."""
    if len(line.words) > 40 or ". " in body or "؟" in body:
        return None
    if any(is_credit(part) for part in _segments(credit)) or _NAME_AND_DESK.search(credit):
        return Hit("caption", soft=True)
    return None


def _segments(key: str) -> list[str]:
    """Cut at dashes, bars, brackets and commas; quotation marks round a segment are dropped."""
    return [part for piece in _SEGMENTS.split(key) if (part := piece.strip().strip('«»"“”').strip())]


def _is_number(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None


def _joined(words: Sequence[str], labels: frozenset[str]) -> bool:
    """Are these two labels joined by «و»?"""
    return any(
        word.startswith("و") and " ".join(words[:cut]) in labels and " ".join((word[1:], *words[cut + 1 :])) in labels
        for cut, word in enumerate(words)
        if cut
    )


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    patterns: dict[str, list[_Pattern]] = {}
    for kind, entry in _phrases():
        hit = Hit(kind, getattr(entry, "opens", "nothing"), getattr(entry, "weak", False))
        for form in entry.forms if entry.place != "all" else ():
            words = tuple(_WORD.findall(fold_key(form)))
            patterns.setdefault(words[0], []).append(_Pattern(words, entry.place, entry.words, hit))
    for found in patterns.values():
        found.sort(key=_length, reverse=True)
    return patterns


def _phrases() -> list[tuple[BlockKind, Phrase]]:
    return [
        *(("furniture", entry) for entry in section("furniture", Furniture)),
        *(("byline", entry) for entry in section("bylines", Byline)),
        *(("caption", entry) for entry in section("captions", Caption)),
    ]


@cache
def _vocabularies() -> tuple[tuple[BlockKind, frozenset[str]], ...]:
    return tuple(
        (kind, frozenset(word for form in entry.forms for word in fold_key(form).split()))
        for kind, entry in _phrases()
        if entry.place == "all"
    )


@cache
def _picture_words() -> frozenset[str]:
    labels = (form for entry in section("captions", Caption) if entry.place == "label" for form in entry.forms)
    return frozenset(fold_key(form) for form in labels if " " not in form)


@cache
def _date_words() -> frozenset[str]:
    return frozenset().union(*(words for kind, words in _vocabularies() if kind == "byline"))


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(fold_key(form) for entry in section("rubrics", Rubric) for form in entry.forms)


@cache
def _credits() -> frozenset[str]:
    return frozenset(fold_key(form) for entry in section("credits", Credit) for form in entry.forms)


def _length(pattern: _Pattern) -> int:
    return len(pattern.words)
