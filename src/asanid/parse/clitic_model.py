"""Which way of taking a word apart is likeliest: a log-linear score over what the archive knows of the stem.

The table ``words`` gives for each stem one number made of bit fields (``SHIFT``): how often it stands bare and with the
article, which proclitics and pronouns were met on it, how its final ه is written, whether it is part of a name.
A weight belongs to a part of the analysis (the conjunction, the pronoun …) and a property of the stem: «e:def3».
``training/segmenter`` counts the words and estimates the weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from asanid.lexicon import section, table
from asanid.lexicon.schema.clitics import Weight

SHIFT = {"raw": 0, "def": 4, "pro": 8, "enc": 14, "taa": 18, "name": 20}
"""The bit at which each field of an entry of the table ``words`` begins."""
PROCLITIC_BITS = "وفبلكس"
PRONOUN_BITS = ("ه", "ها", "هم", "نا")

_FIELDS = {"raw": 16, "def": 16, "pro": 64, "enc": 16, "taa": 4, "name": 2, "gap": 16, "len": 9, "first": 8, "last": 8}
_FIRST = {letter: rank for rank, letter in enumerate("ايتنمو", 1)}
_LAST = {letter: rank for rank, letter in enumerate("تاويهن", 1)}
_OWN = {bit: 1 << SHIFT["pro"] + rank for rank, bit in enumerate(PROCLITIC_BITS)} | {
    bit: 1 << SHIFT["enc"] + rank for rank, bit in enumerate(PRONOUN_BITS)
}
"""The bits that an analysis itself sets in the table; they say nothing for it."""
_PERSON = {"": "", "ه": "3", "ها": "3", "هم": "3", "هما": "3", "هن": "3", "نا": "1", "ك": "2", "كم": "2"}


class Analysis(NamedTuple):
    """One way to take a word apart.

    ``key`` is the stem as the table knows it, without the article; ``ending`` is what looks like a pronoun at the end
    of the word, whether the analysis takes it for one (``enclitic``) or not.
    """

    conjunction: str
    preposition: str
    article: bool
    enclitic: str
    ending: str
    stem: str
    key: str


def score(analysis: Analysis, form: str) -> float:
    """Score an analysis of a word: the log of its odds, up to a constant of the word."""
    total = 0.0
    for column, value in zip(_columns(analysis[:5]), _values(analysis, form), strict=True):
        total += column[value]
    return total


def features(analysis: Analysis, form: str) -> list[str]:
    """Name the weights that ``score`` adds up."""
    return [
        f"{part}:{name}"
        for part in _parts(analysis[:5])
        for field, value in zip(_FIELDS, _values(analysis, form), strict=True)
        for name in _names(field, value)
    ]


def frequency(form: str) -> int:
    """Give the frequency class of a word as it stands (0: never met; else the number of binary digits of its count)."""
    raw = _words().get(form, 0) & 15
    if not raw and form.startswith("ال"):  # the table holds most words with the article as a count of the bare stem
        return _words().get(form[2:], 0) >> 4 & 15
    return raw


def _values(analysis: Analysis, form: str) -> tuple[int, ...]:
    conjunction, preposition, article, enclitic, _, stem, key = analysis
    entry = _entry(key, enclitic) & ~(_OWN.get(conjunction, 0) | _OWN.get(preposition, 0) | _OWN.get(enclitic, 0))
    raw = entry >> 4 & 15 if article else entry & 15
    gap = raw - frequency(form) + 8
    return (
        raw,
        entry >> 4 & 15,
        entry >> 8 & 63,
        entry >> 14 & 15,
        entry >> 18 & 3,
        entry >> 20 & 1,
        0 if gap < 0 else min(gap, 15),
        min(len(stem), 8),
        _FIRST.get(stem[0], 0),
        _LAST.get(stem[-1], 0),
    )


def _entry(key: str, enclitic: str) -> int:
    """Look a stem up; before a pronoun also as it is written without one."""
    entry = _words().get(key, 0)
    if entry or not enclitic:
        return entry
    return _words().get(bare(key), 0)


def bare(key: str) -> str:
    """Write a stem that stands before a pronoun as it is written without one.

    >>> bare("زيارت"), bare("مستوا"), bare("اعضاو"), bare("اكدو")
    ('زياره', 'مستوي', 'اعضاء', 'اكدوا')
    """
    if key[-2:] in ("او", "اي"):
        return key[:-1] + "ء"
    last = key[-1:]
    if last == "ت":
        return key[:-1] + "ه"
    if last == "ا":
        return key[:-1] + "ي"
    return key + "ا" if last == "و" else key


@cache
def _columns(shape: tuple[str, str, bool, str, str]) -> tuple[tuple[float, ...], ...]:
    """For each field the weight of each of its values, for analyses of one shape."""
    parts = [_part_columns(part) for part in _parts(shape)]
    return tuple(tuple(map(sum, zip(*columns, strict=True))) for columns in zip(*parts, strict=True))


@cache
def _part_columns(part: str) -> tuple[tuple[float, ...], ...]:
    weights = _weights()
    return tuple(
        tuple(sum(weights.get(f"{part}:{name}", 0.0) for name in names) for names in field_names)
        for field_names in _all_names()
    )


@cache
def _all_names() -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(_names(field, value) for value in range(size)) for field, size in _FIELDS.items())


def _parts(shape: tuple[str, str, bool, str, str]) -> list[str]:
    """Name the parts of an analysis that have weights of their own."""
    conjunction, preposition, article, enclitic, ending = shape
    person = _PERSON.get(enclitic, enclitic)
    parts = ["*"]
    if conjunction:
        parts += ["c", f"c/{conjunction}"]
    if preposition:
        parts += [f"p/{preposition}"] if preposition == "س" else ["p", f"p/{preposition}"]
    if article:
        parts.append("a/" + preposition)
    if enclitic:
        parts += ["e", f"e{person}", f"e={enclitic}"]
    elif ending:
        parts += ["0", f"0{ending}"]
    if preposition and enclitic:
        parts.append("pe")
    if not (conjunction or preposition or enclitic):
        parts.append("b")
    return parts


def _names(field: str, value: int) -> tuple[str, ...]:
    """Name a value of a field; a field of bits has a name for each bit set and one for their number."""
    if field == "pro":
        return (*(f"pro/{b}" for i, b in enumerate(PROCLITIC_BITS) if value >> i & 1), f"pro{value.bit_count()}")
    if field == "enc":
        return (*(f"enc/{b}" for i, b in enumerate(PRONOUN_BITS) if value >> i & 1), f"enc{value.bit_count()}")
    return (f"{field}{value}",)


@cache
def _weights() -> dict[str, float]:
    return {entry.id: entry.weight for entry in section("clitic_weights", Weight)}


@cache
def _words() -> Mapping[str, int]:
    return table("words")
