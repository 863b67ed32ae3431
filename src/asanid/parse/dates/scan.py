"""One scan over the tokens: stretches of date words, numbers and marks, as items for the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from asanid.model import Token
from asanid.parse.dates.words import Reading, is_strong, readings
from asanid.parse.letters import after_letters
from asanid.parse.numerals import first_words, read_numeral

_PREFIX_KIND = {"و": "and", "ف": "and", "ب": "in", "ل": "in", "ك": "in"}


class Item(msgspec.Struct, frozen=True):
    """A piece of a date: its kind, offsets in the text, first and last token, and what it means."""

    kind: str
    start: int
    end: int
    first: int
    last: int
    value: object


@dataclass(frozen=True, slots=True)
class Digits:
    """A number as written; ``plain`` says that it is one run of digits without separators."""

    value: float
    form: str
    plain: bool


def scan(tokens: Sequence[Token], text: str) -> Iterator[list[Item]]:
    """Give the stretches that hold the heart of a date; a stretch ends at any other word and with its line."""
    items: list[Item] = []
    heart = False
    position = 0
    while position < len(tokens):
        token = tokens[position]
        added = _read(tokens, text, position) if token.kind == "number" or _may_belong(token.form) else []
        if items and (not added or "\n" in text[items[-1].end : added[0].start]):
            if heart:
                yield items
            items, heart = [], False
        items.extend(added)
        heart = heart or any(map(_is_heart, added))
        position = added[-1].last + 1 if added else position + 1
    if heart:
        yield items


def _is_heart(item: Item) -> bool:
    if isinstance(item.value, Digits):
        return item.value.plain and len(item.value.form) == 4
    return is_strong(item.kind) or item.value == "current"  # «7 الجاري»


def _read(tokens: Sequence[Token], text: str, at: int) -> list[Item]:
    """Read the word, phrase or number at a token; what is written onto it becomes an item of its own."""
    prefix, several = readings(tokens[at].form)
    reading = _longest(tokens, at, several)
    if reading is None or (not reading.rest and reading.kind not in ("unit", "the_unit")):
        number = _number(tokens, text, at)
        if number:
            return number
    if reading is None:
        return []
    last = at + len(reading.rest)
    return _with_prefix(reading.kind, reading.value, prefix, tokens, text, at, last)


@lru_cache(maxsize=50_000)
def _may_belong(form: str) -> bool:
    """Whether a word can be a word of dates or open a number."""
    return form in first_words() or bool(readings(form)[1])


def _longest(tokens: Sequence[Token], at: int, several: tuple[Reading, ...]) -> Reading | None:
    for reading in several:
        if not reading.rest or _follows(tokens, at + 1, reading.rest):
            return reading
    return None


def _follows(tokens: Sequence[Token], at: int, rest: tuple[str, ...]) -> bool:
    return at + len(rest) <= len(tokens) and all(tokens[at + i].form == form for i, form in enumerate(rest))


def _number(tokens: Sequence[Token], text: str, at: int) -> list[Item]:
    token = tokens[at]
    if token.kind == "number" and token.form.count(".") == 2:
        return [Item("dotted", token.start, token.end, at, at, token.form)]
    if token.kind != "number" and token.form not in first_words():
        return []
    amount = read_numeral(tokens, at)
    if amount is None:
        return []
    plain = amount.digits and token.form.isdecimal()
    form = token.form if amount.digits else ""
    prefix = token.form[: amount.cut]
    return _with_prefix("num", Digits(amount.value, form, plain), prefix, tokens, text, at, amount.stop - 1)


def _with_prefix(
    kind: str, value: object, prefix: str, tokens: Sequence[Token], text: str, at: int, last: int
) -> list[Item]:
    start = tokens[at].start
    items = []
    for count, letter in enumerate(prefix, 1):
        end = after_letters(text, tokens[at].start, count)
        items.append(Item(_PREFIX_KIND[letter], start, end, at, at, letter))
        start = end
    return [*items, Item(kind, start, tokens[last].end, at, last, value)]
