"""Dates of the Hijri calendar, by Umm al-Qura (1343 to 1500 AH)."""

from __future__ import annotations

import datetime

from asanid.parse.dates.context import Context, Meaning
from asanid.parse.dates.values import Interval, Point, Value, day_point

_MONTHS_BACK = 8
_GREGORIAN_FROM = 1700


def hijri_value(
    year: int | Meaning | None, month: int | Meaning | None, day: int | None, relation: str | None, context: Context
) -> Value | None:
    """Give the Gregorian day, or the interval of the month or year; ``None`` out of range or without an anchor."""
    if isinstance(month, int):
        number = year if isinstance(year, int) else _nearest_year(month, day, relation, context)
        if number is not None and number >= _GREGORIAN_FROM:
            number = _year_within(number, month)
        if number is None:
            return None
        return _day(number, month, day) if day is not None else _interval((number, month), _next(number, month))
    return _interval((year, 1), (year + 1, 1)) if isinstance(year, int) and month is None else None


def _year_within(gregorian: int, month: int) -> int | None:
    """Give the Hijri year whose month begins in a Gregorian year: «رمضان 2018»."""
    about = (gregorian - 622) * 33 // 32
    for year in range(about - 1, about + 3):
        start = _gregorian(year, month, 1)
        if start is not None and start.year == gregorian:
            return year
    return None


def _nearest_year(month: int, day: int | None, relation: str | None, context: Context) -> int | None:
    """Give the Hijri year of a month named without one, from the day of publication."""
    if context.published is None or relation in ("same", "following", "previous"):
        return None
    from hijridate import Gregorian  # noqa: PLC0415  # loaded only for the rare text that needs it

    try:
        today = Gregorian.fromdate(context.published).to_hijri()
    except OverflowError:
        return None
    there, here = (month, day or 0), (today.month, today.day if day else 0)
    if (there == here and relation is None) or relation == "current":
        return int(today.year)
    latest = int(today.year) if there < here else int(today.year) - 1
    if relation == "past":
        return latest
    months_back = (today.year - latest) * 12 + today.month - month
    return latest + 1 if relation == "next" or context.future or months_back > _MONTHS_BACK else latest


def _day(year: int, month: int, day: int) -> Point | None:
    found = _gregorian(year, month, day)
    return None if found is None else day_point(found)


def _interval(start: tuple[int, int], after: tuple[int, int]) -> Interval | None:
    first, end = _gregorian(*start, 1), _gregorian(*after, 1)
    if first is None or end is None:
        return None
    return Interval(day_point(first), day_point(end - datetime.timedelta(days=1)))


def _next(year: int, month: int) -> tuple[int, int]:
    return (year + 1, 1) if month == 12 else (year, month + 1)


def _gregorian(year: int, month: int, day: int) -> datetime.date | None:
    from hijridate import Hijri  # noqa: PLC0415  # loaded only for the rare text that needs it

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (OverflowError, ValueError):
        return None
    return datetime.date(found.year, found.month, found.day)
