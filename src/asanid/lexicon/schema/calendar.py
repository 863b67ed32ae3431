"""Schema of the sections that dates and numbers are found with.

Examples read ``words = value``: the value of the last date in the words (published 2018-05-18, a Friday) or ``none``,
or the number in the words with its unit.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from asanid.lexicon.schema.entry import Entry

WordKind = Literal[
    "relation",
    "this",
    "same",
    "that",
    "deictic",
    "part",
    "adverb",
    "season",
    "the_season",
    "position",
    "about",
    "more",
    "century",
    "clock",
    "zone",
    "since",
    "before",
    "after",
    "until",
    "from",
    "to",
    "between",
    "in",
    "and",
    "mark",
    "article",
    "era",
    "matching",
    "blessed",
    "ordinal",
    "ordinal_fem",
    "ordinal_ten",
    "portion",
    "edition",
    "now",
    "sometime",
    "one",
    "fraction",
    "then",
    "of_it",
]


class Month(Entry, frozen=True, kw_only=True):
    """A month. ``forms`` stand alone, ``soft`` forms need a preposition or date beside them, ``weak`` ones a date."""

    calendar: Literal["gregorian", "hijri"] = "gregorian"
    number: int
    forms: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Weekday(Entry, frozen=True, kw_only=True):
    """A day of the week; Monday is 0."""

    number: int
    forms: tuple[str, ...]


class Unit(Entry, frozen=True, kw_only=True):
    """A stretch of time that is counted; ``pair`` is the dual before its complement («عامي 2011 و2012»)."""

    singular: tuple[str, ...]
    definite: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()


class CalendarWord(Entry, frozen=True, kw_only=True):
    """A word of dates that is neither month, weekday, unit nor numeral: what it does and how much."""

    kind: WordKind
    value: str = ""
    number: int = 0
    forms: tuple[str, ...]


class Surrounding(Entry, frozen=True, kw_only=True):
    """Words near a date that say how to read it, or that it is none."""

    forms: tuple[str, ...]


class Numeral(Entry, frozen=True, kw_only=True):
    """A number word. ``bound`` forms do not stand alone as a number («آلاف»); ``scale`` is 10**n for magnitudes;
    ``construct`` forms are that number before a noun only («مليونا دولار»).
    """

    role: Literal["unit", "teen", "ten", "hundred", "magnitude", "fraction"]
    value: float
    scale: float = 1
    forms: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    construct: tuple[str, ...] = ()


class Currency(Entry, frozen=True, kw_only=True):
    """A currency noun: ``code`` where the noun alone is plain, ``codes`` by the nationality after it, ``symbols``
    with ``symbol_code`` where the noun has no plain code."""

    forms: tuple[str, ...]
    dual: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    symbol_code: str | None = None
    code: str | None = None
    codes: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Counted(Entry, frozen=True, kw_only=True):
    """Words after a number: nouns whose dual is a count of its own, and words that are never counted."""

    forms: tuple[str, ...]


SECTIONS: dict[str, type[Entry]] = {
    "months": Month,
    "weekdays": Weekday,
    "units": Unit,
    "calendar": CalendarWord,
    "surroundings": Surrounding,
    "numerals": Numeral,
    "currencies": Currency,
    "counted": Counted,
}
"""Schema of each section, by the name of its file or folder under ``data/``."""
