"""Units: the words of a text as names are made of them.

A unit is a token, with its clitics taken off as the name tables advise («لبوتين» → «بوتين», but «وليد» stays whole).
Marks that join parts of a name («جان-بول», «#وزارة_العدل», «أ.ف.ب») are no units, so that a name runs over them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from asanid.model import Token
from asanid.parse.names import lookup, words
from asanid.parse.names.words import UNKNOWN, Knowledge

_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_ARTICLE_PREFIXES = ("لل", "ولل", "فلل")
_ENDS = frozenset(".!؟?؛…")


@dataclass(frozen=True, slots=True)
class Word:
    """What is known of a form: ``stem`` without the ``cut`` first letters, cue ``classes``, and its table entry."""

    stem: str
    cut: int
    classes: str
    known: Knowledge
    in_table: bool
    proclitics: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A word in its place: ``start`` without clitics, ``whole_start`` with them; ``breaks`` where nothing joins it to
    the unit before."""

    start: int
    whole_start: int
    end: int
    kind: str
    word: Word
    breaks: bool
    form: str


def units_of(tokens: Sequence[Token], text: str) -> list[Unit]:
    """Cut tokens into units; a line break, a stop or a missing neighbour sets ``breaks``."""
    return list(_units(tokens, text))


def _units(tokens: Sequence[Token], text: str) -> Iterator[Unit]:
    previous_end = 0
    last = len(tokens) - 1
    for index, token in enumerate(tokens):
        kind, start, form = token.kind, token.start, token.form
        if kind == "mark" and index and index < last and _joins(form, tokens[index - 1], token, tokens[index + 1]):
            continue
        breaks = previous_end == 0 or "\n" in text[previous_end:start]
        previous_end = token.end
        word = word_of(form) if kind == "word" else mark_of(form, kind)
        cut = word.cut
        begin = start + cut if token.end - start == len(form) else _skip(text, start, cut)
        yield Unit(begin, start, token.end, kind, word, breaks, form)


def _joins(form: str, before: Token, mark: Token, after: Token) -> bool:
    """Whether a mark stands tight between two parts of one name."""
    if before.end != mark.start or mark.end != after.start or after.kind == "mark" or before.kind == "mark":
        return False
    if form in "-_ـ–":
        return True
    return form == "." and (after.form in ("كوم", "نت") or (len(before.form) == 1 and len(after.form) == 1))


def _skip(text: str, start: int, letters: int) -> int:
    """Go over so many letters of a form that is written with marks between them."""
    from asanid.parse.fold import fold  # noqa: PLC0415  # rare: a vocalised name

    position = start
    while letters and position < len(text):
        letters -= len(fold(text[position]).text)
        position += 1
    while position < len(text) and not fold(text[position]).text:
        position += 1
    return position


@lru_cache(maxsize=50000)
def word_of(form: str) -> Word:
    """Say what is known of a folded form.

    >>> word_of("لموسكو").stem
    'موسكو'
    """
    stem = _stem(form)
    cut = len(form) - len(stem)
    if stem.startswith("ال") and not form.endswith(stem):
        cut = len(form) - (len(stem) - 1)
    number = lookup.knowledge().get(stem)
    known = words.unpack(number) if number is not None else _unknown(stem)
    return Word(stem, cut, lookup.cues().get(stem, ""), known, number is not None, form[:cut])


@lru_cache(maxsize=5000)
def mark_of(form: str, kind: str) -> Word:
    """Say what is known of a mark, a number or a word in Latin letters."""
    if kind == "number":
        return Word("0", 0, "", UNKNOWN, True, "")
    return Word(form, 0, "", UNKNOWN, True, "")


def _stem(form: str) -> str:
    table, cues, openers = lookup.knowledge(), lookup.cues(), lookup.phrases()
    if form in table or form in cues or form in openers:
        return form
    for prefix in _ARTICLE_PREFIXES:
        if form.startswith(prefix):
            return "ال" + form[len(prefix) :]
    for prefix in _PREFIXES:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and len(rest) >= 3 and (rest in table or rest in cues or rest in openers):
            return rest
    if form.startswith("وال") and len(form) > 5:
        return form[1:]
    return form


def _unknown(stem: str) -> Knowledge:
    likeness = words.likeness_bin(words.likeness(stem, lookup.trigrams()))
    return Knowledge(0, 0, likeness, 0, 0, 0)


def ends_sentence(unit: Unit) -> bool:
    """Whether a unit is a stop, after which no name goes on."""
    return unit.kind == "mark" and unit.form in _ENDS
