"""When four digits are a year: the words round them decide."""

from __future__ import annotations

from asanid.parse.dates.grammar import Match
from asanid.parse.dates.scan import Digits
from asanid.parse.dates.words import readings, surrounding
from asanid.parse.numbers import is_currency
from asanid.parse.numerals import number_words

_COUNTED = ("unit", "units")
_UNIT_SIGNS = frozenset("%٪/$€£:")


def year_digits(number: Digits | None) -> int | None:
    """Give the year that a number may be."""
    if number is None or number.value != int(number.value) or not (number.plain or not number.form):
        return None
    return int(number.value) if 1000 <= number.value <= 2200 else None


def plausible_year(match: Match, year: int) -> bool:
    """Say whether the words round bare digits let them be a year, and not a count or part of a name."""
    number = match.get("num", Digits)
    if match.has("era"):
        return True
    if number is None or not number.plain or not 1900 <= year <= 2100:
        return False
    if is_counted(match) or match.before in surrounding("named-year") or _in_a_name(match):
        return False
    if match.before in surrounding("year-cue"):
        return year % 1000 != 0 or _ends_here(match)
    if match.before in surrounding("year-weak-cue"):
        return _ends_here(match) and match.scene.word(match.items[0].first - 2) not in surrounding("before-count")
    return year % 100 != 0 and _ends_here(match) and _after_noun(match)


def is_counted(match: Match) -> bool:
    """Say whether the digits count what follows: a currency, magnitude, per cent or noun in the accusative."""
    after = match.after
    if after in _UNIT_SIGNS:
        return True
    if after in number_words() or is_currency(after) or any(r.kind in _COUNTED for r in readings(after)[1]):
        return True
    if match.before in surrounding("year-cue"):
        return False  # «منذ 2012 بعيدا عن أهله»
    return len(after) > 3 and after.endswith("ا") and not after.startswith("ال") and not _goes_on(after)


def _in_a_name(match: Match) -> bool:
    """Say whether a name that ends in its year stands right before: «كأس العالم 2018»."""
    first = match.items[0].first
    if match.before in surrounding("year-cue") or match.before in surrounding("year-weak-cue"):
        return False
    for at in range(first - 1, max(-1, first - 7), -1):
        token = match.scene.tokens[at]
        if token.kind == "mark" and token.form in ".،؟!:":
            return False
        if token.form in surrounding("named-year") or token.stem in surrounding("named-year"):
            return True
    return False


def _ends_here(match: Match) -> bool:
    after = match.after
    at = match.items[-1].last + 1
    if not after or _goes_on(after) or after.startswith("ال"):
        return True
    token = match.scene.tokens[at]
    return token.proclitics[:1] in ("و", "ف", "ب", "ل") or "\n" in match.scene.text[match.items[-1].end : token.start]


def _goes_on(after: str) -> bool:
    """Say whether a word after digits shows that the expression has ended: a preposition, conjunction or mark."""
    return after in surrounding("after-year") or (not after.isalnum() and after not in _UNIT_SIGNS)


def _after_noun(match: Match) -> bool:
    first = match.items[0].first
    if first == 0:
        return False
    before = match.scene.tokens[first - 1]
    text = match.scene.text[before.end : match.items[0].start]
    if before.form == "(":
        return match.after == ")"
    return (
        before.kind == "word"
        and len(before.form) > 2
        and before.form not in surrounding("before-count")
        and "\n" not in text
    )
