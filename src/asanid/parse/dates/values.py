"""Values of dates: points and intervals of the calendar, and how EDTF level 1 writes them."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, replace

_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}


@dataclass(frozen=True, slots=True)
class Point:
    """A year, month, day or season. ``unknown`` counts the digits of the year left open: 1 in a decade, 2 in a century.

    ``time`` is the clock time with its zone, as ISO 8601 writes it after the day: «T14:00:00Z».
    """

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None
    unknown: int = 0
    approximate: bool = False
    time: str = ""

    def edtf(self) -> str:
        """Write the point.

        >>> Point(2022, season=23).edtf(), Point(1990, unknown=1).edtf(), Point(2021, 4, approximate=True).edtf()
        ('2022-23', '199X', '2021-04~')
        """
        written = f"{self.year:04d}" if self.year >= 0 else f"-{-self.year:04d}"
        if self.unknown:
            written = written[: -self.unknown] + "X" * self.unknown
        for part in (self.season or self.month, self.day):
            if part is not None:
                written += f"-{part:02d}"
        return written + self.time + ("~" if self.approximate and not self.season and not self.time else "")

    def date(self) -> datetime.date | None:
        """Give the day, where the point is one."""
        if self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)

    def edge(self, last: bool) -> Point:
        """Give the point as the end of an interval: level 1 allows there no open digit and no time."""
        if self.unknown:
            span = 10**self.unknown - 1
            early = self.year - span if self.year < 0 else self.year
            return Point(early + span if last else early, approximate=True)
        return replace(self, time="")

    def order(self, last: bool) -> tuple[int, int, int]:
        """Give what points are put in order by: the first or last day of the point."""
        edge = self.edge(last)
        month = edge.month or (12 if last else 1)
        if edge.season:
            month = _SEASON_START[edge.season] + (2 if last else 0)
        return edge.year, month, edge.day or (31 if last else 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """From one point to another; ``None`` is an open side."""

    start: Point | None
    end: Point | None

    def edtf(self) -> str:
        """Write the interval.

        >>> Interval(Point(2012), None).edtf(), Interval(Point(2011), Point(2015)).edtf()
        ('2012/..', '2011/2015')
        """
        start = ".." if self.start is None else self.start.edge(last=False).edtf()
        end = ".." if self.end is None else self.end.edge(last=True).edtf()
        return f"{start}/{end}"


Value = Point | Interval


def day_point(day: datetime.date, approximate: bool = False) -> Point:
    """Give a day as a point."""
    return Point(day.year, day.month, day.day, approximate=approximate)


def first_of(value: Value) -> Point | None:
    """Give where a value begins."""
    return value if isinstance(value, Point) else value.start


def last_of(value: Value) -> Point | None:
    """Give where a value ends."""
    return value if isinstance(value, Point) else value.end


def approximated(value: Value) -> Value:
    """Say of a value that it is only about right."""
    if isinstance(value, Point):
        return replace(value, approximate=True)
    return Interval(*(side and replace(side, approximate=True) for side in (value.start, value.end)))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Give the month so many months later."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    return calendar.monthrange(max(year, 1), month)[1]


def valid(point: Point) -> bool:
    """Say whether the calendar has this day."""
    if point.month is None or point.day is None:
        return True
    return 1 <= point.day <= days_in_month(point.year, point.month)
