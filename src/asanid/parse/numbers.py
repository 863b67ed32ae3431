"""Numbers: counts, money and percentages, in digits and in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.calendar import Currency, Unit
from asanid.model import Number, Token
from asanid.parse.fold import fold_key
from asanid.parse.letters import after_letters
from asanid.parse.numerals import Amount, counted_words, first_words, never_counted, read_numeral

_PERCENT = ("%", "٪")


def find_numbers(tokens: Sequence[Token], text: str) -> tuple[Number, ...]:
    """Find the numbers of a text, each with what it counts: a currency, "%" or a noun as written.

    A span covers the number and its unit. Vague numbers («عشرات الآلاف») are no numbers. The day and year of a
    date are found too: who wants counts drops what overlaps a date.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> text = "أنفقت 1.8 مليار دولار على ثلاثة مشاريع"
    >>> [(n.value, n.unit) for n in find_numbers(tokenize(fold(text)), text)]
    [(1800000000.0, 'USD'), (3.0, 'مشاريع')]
    """
    finder = _Finder(tokens, text, {})
    first, duals = first_words(), _duals()
    found: list[Number] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token.kind != "number" and token.form not in first:
            if token.form in duals:
                found.append(finder.dual(position, *duals[token.form]))
            position += 1
            continue
        amount = read_numeral(tokens, position)
        if amount is None:
            position += 1
            continue
        number, position = finder.number(position, amount)
        found.append(number)
    return tuple(found)


def is_currency(form: str) -> bool:
    """Say whether a folded word is a currency noun."""
    return form in _money()


@dataclass(frozen=True, slots=True)
class _Money:
    """What is known of a currency noun: the code where it stands alone, the codes by nationality."""

    id: str
    code: str | None
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Finder:
    """The text being read, and the nationality last given to each currency noun."""

    tokens: Sequence[Token]
    text: str
    last_code: dict[str, str]

    def number(self, start: int, amount: Amount) -> tuple[Number, int]:
        """Give the number at a token with its unit, and the token after both."""
        unit, stop = self._unit(amount)
        first = after_letters(self.text, self.tokens[start].start, amount.cut)
        if start and (before := self._unit_before(start)) is not None and unit is None:
            unit, first = before, self.tokens[start - 1].start
        return Number(first, self.tokens[stop - 1].end, amount.value, unit), stop

    def dual(self, at: int, cut: int, noun: str) -> Number:
        """Give the count that a dual noun is: «عامين», «دولاران»."""
        token = self.tokens[at]
        money = _money().get(fold_key(noun))
        unit = noun if money is None else self._code(money, at + 1)[0] or noun
        return Number(after_letters(self.text, token.start, cut), token.end, 2.0, unit)

    def _unit(self, amount: Amount) -> tuple[str | None, int]:
        at = amount.stop
        if at >= len(self.tokens):
            return None, at
        token = self.tokens[at]
        if token.form in _PERCENT or token.form in _per_cent_words():
            return "%", at + 1
        if token.form in ("في", "ب") and at + 1 < len(self.tokens) and self.tokens[at + 1].form in _hundred_words():
            return "%", at + 2
        if token.form in _symbols() and token.start == self.tokens[at - 1].end:
            return _symbols()[token.form], at + 1
        money = _money().get(token.form)
        if money is not None:
            code, stop = self._code(money, at + 1)
            return code or self._as_written(token), stop
        return self._counted(amount, at)

    def _unit_before(self, at: int) -> str | None:
        """Give the sign that stands right before digits: «$5», «%5»."""
        before, token = self.tokens[at - 1], self.tokens[at]
        if token.kind != "number" or before.end != token.start:
            return None
        return "%" if before.form in _PERCENT else _symbols().get(before.form)

    def _code(self, money: _Money, at: int) -> tuple[str | None, int]:
        """Give the currency code by the nationality at a token, else as last named in the text, else the plain one."""
        for stop in (at + 2, at + 1):
            words = " ".join(token.form for token in self.tokens[at:stop])
            if words in money.codes and stop <= len(self.tokens):
                self.last_code[money.id] = money.codes[words]
                return money.codes[words], stop
        return money.code or self.last_code.get(money.id), at

    def _counted(self, amount: Amount, at: int) -> tuple[str | None, int]:
        """Give the noun that is counted: it follows the number at once, is indefinite, and agrees in form."""
        token = self.tokens[at]
        if token.kind != "word" or token.form in never_counted() or len(token.form) < 2:
            return None, at
        if token.proclitics or self.text.startswith("ال", token.start):
            return None, at
        eleven_on = 11 <= amount.value <= 99 and amount.scale == 1
        if (eleven_on and not self._accusative(token)) or (
            token.enclitic and not (eleven_on and token.form[-1] == "ا")
        ):
            return None, at
        return self._as_written(token), at + 1

    def _accusative(self, token: Token) -> bool:
        """Say whether a word may be the singular accusative that follows 11 to 99: «شخصا», «دولة», «مستشفى»."""
        return token.form[-1] in "اهي" or self.text[token.start : token.end].endswith(("ء", "اءً"))

    def _as_written(self, token: Token) -> str:
        return self.text[token.start : token.end]


@cache
def _duals() -> Mapping[str, tuple[int, str]]:
    """Give dual nouns that are a count of their own, with or without و ف ب ل: form → (letters to cut, singular)."""
    nouns = {fold_key(dual): entry.forms[0] for entry in section("currencies", Currency) for dual in entry.dual}
    for unit in section("units", Unit):
        nouns |= {fold_key(dual): _singular_of(unit, dual) for dual in unit.dual}
    for dual in counted_words("dual-nouns"):
        nouns[fold_key(dual)] = dual[:-3] + "ة" if dual[-3] == "ت" and dual not in ("بيتان", "بيتين") else dual[:-2]
    with_prefix = {prefix + form: (1, noun) for prefix in "وفبل" for form, noun in nouns.items()}
    return with_prefix | {form: (0, noun) for form, noun in nouns.items()}


def _singular_of(unit: Unit, dual: str) -> str:
    return next(singular for singular in unit.singular if singular[:2] == dual[:2])


@cache
def _money() -> Mapping[str, _Money]:
    found: dict[str, _Money] = {}
    for entry in section("currencies", Currency):
        codes = {fold_key(adjective): code for code, adjectives in entry.codes.items() for adjective in adjectives}
        money = _Money(entry.id, entry.code, codes)
        found |= {fold_key(form): money for form in entry.forms}
    return found


@cache
def _symbols() -> Mapping[str, str]:
    return {
        symbol: entry.symbol_code or entry.code or symbol
        for entry in section("currencies", Currency)
        for symbol in entry.symbols
    }


@cache
def _hundred_words() -> frozenset[str]:
    return frozenset(fold_key(form) for form in counted_words("per-hundred"))


@cache
def _per_cent_words() -> frozenset[str]:
    return frozenset(fold_key(form) for form in counted_words("per-cent"))
