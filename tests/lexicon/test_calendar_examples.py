"""Every example of the sections of dates and numbers is found with the value it states."""

import datetime
from collections.abc import Iterator

import pytest

from asanid.lexicon import section
from asanid.lexicon.schema import Entry
from asanid.lexicon.schema.calendar import SECTIONS
from asanid.parse.dates import find_dates
from asanid.parse.fold import fold
from asanid.parse.numbers import find_numbers
from asanid.parse.tokens import tokenize

PUBLISHED = datetime.date(2018, 5, 18)
NUMBERS = ("numerals", "currencies", "counted")
DATES = tuple(name for name in SECTIONS if name not in NUMBERS)


def examples(names: tuple[str, ...]) -> Iterator[object]:
    for name in names:
        for entry in section(name, SECTIONS[name]):
            for example in entry.examples:
                words, _, value = example.rpartition(" = ")
                yield pytest.param(words, value, id=f"{name}-{entry.id}-{words}")


@pytest.mark.parametrize(("words", "value"), [*examples(DATES)])
def test_the_last_date_of_an_example_has_its_value(words: str, value: str) -> None:
    found = find_dates(tokenize(fold(words)), words, PUBLISHED)
    assert (found[-1].value if found else "none") == value


@pytest.mark.parametrize(("words", "value"), [*examples(NUMBERS)])
def test_the_number_of_an_example_has_its_value_and_unit(words: str, value: str) -> None:
    (found,) = find_numbers(tokenize(fold(words)), words)
    number, _, unit = value.partition(" ")
    assert (round(found.value, 3), found.unit) == (float(number), unit or None)


@pytest.mark.parametrize("name", ["months", "weekdays", "calendar", "numerals", "currencies"])
def test_every_entry_shows_an_example(name: str) -> None:
    entries: tuple[Entry, ...] = section(name, SECTIONS[name])
    assert [entry.id for entry in entries if not entry.examples] == []
