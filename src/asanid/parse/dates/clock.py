"""Clock times: hour, minute, part of the day, time zone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from asanid.parse.dates.context import Context, Meaning, Resolved
from asanid.parse.dates.stretches import PartOfDay
from asanid.parse.dates.values import Point, day_point


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written; ``part`` is am, noon, pm or night; ``whole`` says it is of the 24-hour clock."""

    hour: int
    minute: int
    part: str | None
    zone: str | None
    whole: bool

    def hour_of_day(self, part: str | None) -> int | None:
        """Give the hour from 0 to 23; ``None`` where morning or evening is left open."""
        part = self.part or part
        if self.hour > 12 or (part is None and self.whole):
            return self.hour % 24
        hour = self.hour % 12
        if part == "am":
            return hour
        if part == "noon":
            return hour if hour >= 10 else hour + 12
        if part == "pm":
            return hour + 12
        if part == "night":
            return hour + 12 if hour >= 6 else hour
        return None


@dataclass(frozen=True, slots=True)
class AtTime:
    """A clock time on a day; without a day of its own it is on the day named before or the day of publication."""

    clock: Clock
    day: Meaning | None = None

    def resolve(self, context: Context) -> Resolved | None:
        """Give day and time; the day alone where the words leave morning or evening open."""
        part = self.day.part if isinstance(self.day, PartOfDay) else None if self.clock.whole else context.part
        placed = self.day.resolve(context) if self.day else _day_of(context)
        if placed is None or not isinstance(placed.value, Point) or placed.value.date() is None:
            return None
        hour = self.clock.hour_of_day(part)
        if hour is None:
            return placed if self.day is not None or self.clock.zone else None
        zone = _zone(self.clock.zone, placed.value.date(), hour)
        time = f"T{hour:02d}:{self.clock.minute:02d}:00{zone}"
        return Resolved(replace(placed.value, time=time), placed.inferred)


def _day_of(context: Context) -> Resolved | None:
    if context.narrated is not None and context.narrated.date() is not None:
        return Resolved(replace(context.narrated, time="", approximate=False), True)
    return None if context.published is None else Resolved(day_point(context.published), True)


def _zone(name: str | None, day: datetime.date | None, hour: int) -> str:
    """Give the offset of a zone on a day as ISO 8601 writes it; "" where the system does not know the zone."""
    if name is None or name == "local" or day is None:
        return ""
    if name == "UTC":
        return "Z"
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415  # reads files of the system

    try:
        moment = datetime.datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(name))
    except ZoneInfoNotFoundError:
        return ""
    return moment.strftime("%z")[:3] + ":" + moment.strftime("%z")[3:5]
