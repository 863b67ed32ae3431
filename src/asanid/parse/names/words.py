"""What the name tables know about one word, packed into one number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

GIVEN, SURNAME, FOREIGN, PLACE, CLUB, STARTS_PHRASE = (1 << bit for bit in range(6))
PLACE_PHRASE, CLUB_PHRASE = 1, 2

_COUNT_AT, _LIKENESS_AT, _PERSON_AT, _PLACE_AT, _ORG_AT = 6, 10, 13, 16, 19
_RATES = (0.04, 0.15, 0.4, 0.7, 0.9)
_LIKENESS = (-120, -60, -15, 20, 60, 110)


class Knowledge(msgspec.Struct, frozen=True, gc=False):
    """A word's entry: flags, frequency (log2), how foreign it looks (0-6), how often it is which name (0-6)."""

    flags: int
    count: int
    likeness: int
    person: int
    place: int
    org: int


UNKNOWN = Knowledge(0, 0, 0, 0, 0, 0)


def pack(  # noqa: PLR0913  # one value per field of the table
    *,
    given: bool,
    surname: bool,
    foreign: bool,
    place: bool,
    club: bool,
    starts_phrase: bool,
    count: int,
    likeness: int,
    evidence: tuple[int, int, int, int],
) -> int:
    """Pack what is known of a word; ``evidence``: how often seen, and of that as person, place, organisation."""
    flags = sum(1 << bit for bit, on in enumerate((given, surname, foreign, place, club, starts_phrase)) if on)
    seen, *tagged = evidence
    rates = [rate_bin(number, seen) for number in tagged]
    return (
        flags
        | min(count.bit_length(), 15) << _COUNT_AT
        | likeness << _LIKENESS_AT
        | rates[0] << _PERSON_AT
        | rates[1] << _PLACE_AT
        | rates[2] << _ORG_AT
    )


def unpack(number: int) -> Knowledge:
    """Undo ``pack``.

    >>> unpack(pack(given=True, surname=False, foreign=False, place=False, club=False, starts_phrase=False,
    ...             count=5, likeness=2, evidence=(100, 95, 0, 0)))
    Knowledge(flags=1, count=3, likeness=2, person=6, place=0, org=0)
    """
    return Knowledge(
        number & 63,
        number >> _COUNT_AT & 15,
        number >> _LIKENESS_AT & 7,
        number >> _PERSON_AT & 7,
        number >> _PLACE_AT & 7,
        number >> _ORG_AT & 7,
    )


def rate_bin(number: int, seen: int) -> int:
    """Put a share into one of seven bins; 0 is never."""
    if not number:
        return 0
    rate = number / (seen + 0.5)
    return 1 + sum(rate >= bound for bound in _RATES)


def trigrams(word: str) -> Iterator[str]:
    """Give the trigrams of a word with its edges.

    >>> list(trigrams("بوت"))
    ['^بو', 'بوت', 'وت$']
    """
    edged = f"^{word}$"
    for start in range(len(edged) - 2):
        yield edged[start : start + 3]


def likeness(word: str, weights: Mapping[str, int]) -> int:
    """Say how much a word looks like a foreign name: the mean weight of its trigrams, 0 being neither."""
    found = [weights.get(gram, 1000) - 1000 for gram in trigrams(word)]
    return sum(found) // max(len(found), 1)


def likeness_bin(value: int) -> int:
    """Put a likeness into one of seven bins."""
    return sum(value >= bound for bound in _LIKENESS)
