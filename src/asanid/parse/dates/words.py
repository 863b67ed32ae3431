"""The words of dates, ready for look-up: folded form → what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from asanid.lexicon import section
from asanid.lexicon.schema.calendar import CalendarWord, Month, Surrounding, Unit, Weekday
from asanid.parse.fold import fold_key

_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


@dataclass(frozen=True, slots=True)
class MonthName:
    """A month as named; ``needs`` says what must stand beside it: "" nothing, "in" a preposition, "date" a date."""

    number: int
    hijri: bool
    needs: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a word, with ``rest`` after it, may be."""

    kind: str
    value: object
    rest: tuple[str, ...] = ()


_HEARTS = frozenset(
    {"month", "weekday", "unit", "the_unit", "dual", "pair", "units", "deictic"}
    | {"part", "adverb", "the_season", "century", "clock", "zone", "ordinal_ten", "dotted"}
)
"""Kinds that can be the heart of a date: a stretch without one is not read any further."""


def is_strong(kind: str) -> bool:
    """Say whether a word of this kind can be the heart of a date."""
    return kind in _HEARTS


def is_month(form: str) -> bool:
    """Say whether a word may name a month."""
    return any(reading.kind == "month" for reading in readings(form)[1])


@lru_cache(maxsize=50_000)
def readings(form: str) -> tuple[str, tuple[Reading, ...]]:
    """Give the letters written onto a word of dates, and its readings, longest first; none for any other word."""
    known = _plain()
    if form in known:
        return "", known[form]
    if not form or form[0] not in "وفبلك":
        return "", ()
    for prefix in _PREFIXES:
        if form.startswith(prefix):
            for word in _without(form, prefix):
                fitting = tuple(r for r in known.get(word, ()) if r.kind != "deictic" or prefix in "وف")
                if fitting:
                    return prefix, fitting
    return "", ()


@cache
def surrounding(name: str) -> frozenset[str]:
    """Give one list of the words that are looked for round a date."""
    forms = next(entry.forms for entry in section("surroundings", Surrounding) if entry.id == name)
    return frozenset(fold_key(form) for form in forms)


@cache
def _plain() -> Mapping[str, tuple[Reading, ...]]:
    """Give the readings of each first word with nothing written onto it."""
    found: dict[str, list[Reading]] = {}
    for form, kind, value in _entries():
        first, *rest = fold_key(form).split()
        found.setdefault(first, []).append(Reading(kind, value, tuple(rest)))
    return {first: tuple(sorted(several, key=_shortness)) for first, several in found.items()}


def _entries() -> Iterator[tuple[str, str, object]]:
    for month in section("months", Month):
        for needs, forms in (("", month.forms), ("in", month.soft), ("date", month.weak)):
            for form in forms:
                yield form, "month", MonthName(month.number, month.calendar == "hijri", needs)
    for weekday in section("weekdays", Weekday):
        for form in weekday.forms:
            yield form, "weekday", weekday.number
    for unit in section("units", Unit):
        for kind, forms in (
            ("unit", unit.singular),
            ("the_unit", unit.definite),
            ("dual", unit.dual),
            ("pair", unit.pair),
            ("units", unit.plural),
        ):
            for form in forms:
                yield form, kind, unit.id
    for word in section("calendar", CalendarWord):
        for form in word.forms:
            yield form, word.value if word.kind == "mark" else word.kind, _value(word)


def _value(word: CalendarWord) -> object:
    if word.kind == "deictic":
        return word.number, word.value
    return word.value or word.number


def _shortness(reading: Reading) -> int:
    return -len(reading.rest)


def _without(form: str, prefix: str) -> tuple[str, ...]:
    """Take a prefix off: «للعام» is ل and «العام», «لليلة» ل and «الليلة»."""
    rest = form[len(prefix) :]
    if prefix.endswith("ل") and rest.startswith("ل"):
        return "ا" + rest, "ال" + rest
    return (rest,) if len(rest) > 2 or prefix == "و" else ()  # «باب» is no «آب»
