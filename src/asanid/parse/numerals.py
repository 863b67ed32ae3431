"""Numerals: what a stretch of digits and number words amounts to, in all cases and with «و» between."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.calendar import Counted, Numeral
from asanid.model import Token
from asanid.parse.fold import fold_key

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}\.000")
_PREFIXES = ("و", "ف", "ب", "ل")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number read from tokens: its value, the token after it, the folded letters before it in its first token.

    ``scale`` is the last magnitude (1000 after «ألف», else 1); ``digits`` says that it was one run of digits.
    """

    value: float
    stop: int
    cut: int
    scale: float
    digits: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A number word as the parser needs it."""

    role: str
    value: float
    scale: float
    bound: bool


def read_numeral(tokens: Sequence[Token], start: int) -> Amount | None:
    """Read the number that begins at a token, or ``None``.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> read_numeral(tokenize(fold("ثلاثة آلاف وخمسمئة وعشرون دولارا")), 0).value
    3520.0
    >>> read_numeral(tokenize(fold("مليار ونصف المليار")), 0).value
    1500000000.0
    """
    cut, word = _first(tokens[start])
    if word is None and tokens[start].kind != "number":
        return None
    term = _term(tokens, start, word)
    if term is None:
        return None
    total, stop, scale = term.value, term.stop, term.scale
    while scale > 1 and (more := _joined_term(tokens, stop)) is not None and more.value < scale:
        total, stop, scale = total + more.value, more.stop, more.scale
    if (rest := _fraction(tokens, stop, term.scale)) is not None:
        total, stop = total + rest.value, rest.stop
    digits = tokens[start].kind == "number" and stop == start + 1
    return Amount(total, stop, cut, scale, digits)


def digits_value(form: str) -> float | None:
    """Give the value of digits with separators: «10,000», «1.8», «14,5»; ``None`` for what is no number («20.10.2018»).

    >>> digits_value("10,000"), digits_value("1.8"), digits_value("14,5"), digits_value("20.10.2018")
    (10000.0, 1.8, 14.5, None)
    """
    if form.isdecimal():
        return float(form)
    if _GROUPED.fullmatch(form):
        whole = form.replace(",", "")
        return float(whole.replace(".", "") if "," not in form else whole)
    try:
        return float(form.replace(",", "."))
    except ValueError:
        return None


@cache
def number_words() -> Mapping[str, Word]:
    """Give the number words by folded form."""
    words: dict[str, Word] = {}
    for entry in section("numerals", Numeral):
        for forms, bound in ((entry.forms, False), (entry.bound, True)):
            for form in forms:
                words[fold_key(form)] = Word(entry.role, entry.value, entry.scale, bound)
    return words


@cache
def first_words() -> Mapping[str, tuple[int, Word]]:
    """Give the forms that may begin a number, with conjunction or preposition: form → (letters to cut, word)."""
    words = number_words()
    found = {
        prefix + form: (1, word)
        for prefix in _PREFIXES
        for form, word in words.items()
        if prefix in "وف" or len(form) > 3
    }
    return found | {form: (0, word) for form, word in words.items()}


@cache
def never_counted() -> frozenset[str]:
    """Give the words that follow a number without being what it counts."""
    return frozenset(fold_key(form) for form in counted_words("never-counted"))


def counted_words(name: str) -> tuple[str, ...]:
    """Give one list of the section ``counted``."""
    return next(entry.forms for entry in section("counted", Counted) if entry.id == name)


@cache
def _constructs() -> Mapping[str, float]:
    """Give the forms that are two of a magnitude before a noun («مليونا دولار») and one elsewhere («مليونا ونصفا»)."""
    return {fold_key(form): entry.value for entry in section("numerals", Numeral) for form in entry.construct}


def _first(token: Token) -> tuple[int, Word | None]:
    return first_words().get(token.form, (0, None))


def _term(tokens: Sequence[Token], start: int, word: Word | None) -> Amount | None:
    """Read a small number with the magnitudes after it, or a magnitude alone: «مئتي ألف», «ألفين», «نصف مليون»."""
    if word is not None and word.role == "magnitude":
        if word.bound:
            return None
        value, stop, scale = word.value, start + 1, word.scale
        if _before_noun(tokens, start):
            value *= 2
    else:
        small = _small(tokens, start, word)
        if small is None:
            return None
        value, stop, scale = small.value, small.stop, 1.0
    while (magnitude := _word(tokens, stop, "magnitude")) is not None and magnitude.value == magnitude.scale:
        value, stop, scale = value * magnitude.value, stop + 1, magnitude.scale
    if scale == 1 and word is not None and (word.role == "fraction" or (word.bound and stop == start + 1)):
        return None
    return Amount(value, stop, 0, scale, False)


def _before_noun(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(tokens) or tokens[at].form.lstrip("وفبل") not in _constructs():
        return False
    following = tokens[at + 1]
    return following.kind == "word" and not following.proclitics and following.form not in never_counted()


def _small(tokens: Sequence[Token], start: int, word: Word | None) -> Amount | None:
    """Read a number below a thousand in words, or digits."""
    if word is None:
        return _digits(tokens, start)
    if word.role == "fraction":
        return Amount(word.value, start + 1, 0, 1, False)
    if (
        word.role == "unit"
        and word.value > 2
        and (hundred := _word(tokens, start + 1, "hundred"))
        and hundred.value == 100
    ):
        return _after_hundred(tokens, start + 2, word.value * 100)
    if word.role == "hundred":
        return None if word.bound else _after_hundred(tokens, start + 1, word.value)
    return _below_hundred(tokens, start, word)


def _digits(tokens: Sequence[Token], start: int) -> Amount | None:
    """Read digits, joining groups of three that a single space parts: «10 000»."""
    value = digits_value(tokens[start].form)
    if value is None:
        return None
    stop = start + 1
    if len(tokens[start].form) <= 3 and tokens[start].form.isdecimal():
        while stop < len(tokens) and _continues_digits(tokens[stop - 1], tokens[stop]):
            value, stop = value * 1000 + float(tokens[stop].form), stop + 1
    return Amount(value, stop, 0, 1, False)


def _continues_digits(before: Token, token: Token) -> bool:
    return token.kind == "number" and len(token.form) == 3 and token.form.isdecimal() and token.start == before.end + 1


def _after_hundred(tokens: Sequence[Token], stop: int, value: float) -> Amount:
    joined = _joined(tokens, stop)
    if joined is not None and joined[1].role in ("unit", "teen", "ten"):
        rest = _below_hundred(tokens, joined[0], joined[1])
        if rest is not None:
            return Amount(value + rest.value, rest.stop, 0, 1, False)
    return Amount(value, stop, 0, 1, False)


def _below_hundred(tokens: Sequence[Token], start: int, word: Word) -> Amount | None:
    """Read «خمسة», «خمسة عشر», «خمسة وعشرين», «عشرين»."""
    stop = start + 1
    if word.role == "unit":
        if (ten := _word(tokens, stop, "teen")) is not None:
            return Amount(word.value + ten.value, stop + 1, 0, 1, False)
        joined = _joined(tokens, stop)
        if joined is not None and joined[1].role == "ten":
            return Amount(word.value + joined[1].value, joined[0] + 1, 0, 1, False)
    return Amount(word.value, stop, 0, 1, False)


def _joined_term(tokens: Sequence[Token], at: int) -> Amount | None:
    """Read «و» and a term: «وخمسمئة», «و200 ألف»."""
    joined = _joined(tokens, at)
    if joined is not None:
        return _term(tokens, joined[0], joined[1]) if joined[1].role != "fraction" else None
    if at + 1 < len(tokens) and tokens[at].form == "و" and tokens[at + 1].kind == "number":
        return _term(tokens, at + 1, None)
    return None


def _fraction(tokens: Sequence[Token], at: int, scale: float) -> Amount | None:
    """Read «ونصف», «ونصف المليار» after a number of that magnitude."""
    joined = _joined(tokens, at)
    if joined is None or joined[1].role != "fraction":
        return None
    stop = joined[0] + 1
    magnitude = _word(tokens, stop, "magnitude")
    if magnitude is not None and magnitude.value == scale:
        stop += 1
    return Amount(joined[1].value * scale, stop, 0, scale, False)


def _joined(tokens: Sequence[Token], at: int) -> tuple[int, Word] | None:
    """Give the number word that «و» joins at a token, with the index of its token."""
    if at >= len(tokens):
        return None
    form = tokens[at].form
    if form == "و" and at + 1 < len(tokens):
        word = number_words().get(tokens[at + 1].form)
        return None if word is None else (at + 1, word)
    if form.startswith("و"):
        word = number_words().get(form[1:])
        return None if word is None else (at, word)
    return None


def _word(tokens: Sequence[Token], at: int, role: str) -> Word | None:
    """Give the number word at a token if it has this role and nothing is written onto it."""
    if at >= len(tokens):
        return None
    word = number_words().get(tokens[at].form)
    return word if word is not None and word.role == role else None
