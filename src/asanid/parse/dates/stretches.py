"""Meanings made of other meanings: seasons, parts of a year or month, intervals, what is only about right."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from asanid.parse.dates.context import Context, Meaning, Resolved
from asanid.parse.dates.meanings import Calendar, Weekday
from asanid.parse.dates.values import Interval, Point, approximated, day_point, days_in_month, first_of, last_of

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


@dataclass(frozen=True, slots=True)
class Season:
    """A season, 21 spring to 24 winter; a winter counts to the year of its December."""

    number: int
    year: Meaning | None = None
    relation: str | None = None

    def resolve(self, context: Context) -> Resolved | None:
        """Take the year named, else the latest ended («الماضي»), running or coming season."""
        if self.year is not None:
            of = self.year.resolve(context)
            return (
                of and isinstance(of.value, Point) and Resolved(Point(of.value.year, season=self.number), of.inferred)
            ) or None
        if context.published is None or self.relation is None:
            return None
        return Resolved(Point(self._year(context.published), season=self.number), True)

    def _year(self, published: datetime.date) -> int:
        start, end = _SEASON_MONTHS[self.number]
        month = published.month
        if self.relation == "past":
            year = published.year if month > end else published.year - 1
            return year - 1 if end > 12 and month <= end - 12 else year
        if self.relation == "next":
            return published.year if month < start else published.year + 1
        return published.year - 1 if end > 12 and month <= end - 12 else published.year


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: a decade or century."""

    value: Point
    inferred: bool = False

    def resolve(self, context: Context) -> Resolved:
        """Give it."""
        return Resolved(self.value, self.inferred)


@dataclass(frozen=True, slots=True)
class Either:
    """The first of two ways to tell a date that can be placed: «اليوم السابق، الاثنين»."""

    first: Meaning
    second: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        """Try both in order."""
        return self.first.resolve(context) or self.second.resolve(context)


@dataclass(frozen=True, slots=True)
class Portion:
    """A quarter, third or half of a year: «الربع الأول من عام 2018»."""

    index: int
    parts: int
    year: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        """Give its months as an interval."""
        of = self.year.resolve(context)
        if of is None or not isinstance(of.value, Point) or not 1 <= self.index <= self.parts:
            return None
        months = 12 // self.parts
        year, start = of.value.year, (self.index - 1) * months + 1
        return Resolved(Interval(Point(year, start), Point(year, start + months - 1)), of.inferred)


@dataclass(frozen=True, slots=True)
class PortionOfMonth:
    """A half or a week of a month: «النصف الأول من مايو», «الأسبوع الثاني من فبراير»."""

    index: int
    halves: bool
    month: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        """Give its days as an interval; a fifth week is what is left after four."""
        of = self.month.resolve(context)
        if of is None or not isinstance(of.value, Point) or of.value.month is None:
            return None
        year, month = of.value.year, of.value.month
        size = 15 if self.halves else 7
        last = days_in_month(year, month)
        start = (self.index - 1) * size + 1
        end = last if self.halves and self.index == 2 else min(start + size - 1, last)
        if start > last:
            return None
        return Resolved(Interval(Point(year, month, start), Point(year, month, end)), of.inferred)


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A day with the part of it that is meant: «مساء الثلاثاء»; the value is the day."""

    of: Meaning
    part: str

    def resolve(self, context: Context) -> Resolved | None:
        """Give the day."""
        return self.of.resolve(context)


@dataclass(frozen=True, slots=True)
class About:
    """A date that is only about right: «حوالي أبريل 2021», «أواخر عام 2022»."""

    of: Meaning
    position: str | None = None

    def resolve(self, context: Context) -> Resolved | None:
        """Mark the value as approximate."""
        of = self.of.resolve(context)
        return None if of is None else Resolved(approximated(of.value), of.inferred)


@dataclass(frozen=True, slots=True)
class Open:
    """From a date on (``since``) or up to it; ``coming`` where it lies ahead unless told as past («حتى الاثنين»)."""

    of: Meaning
    since: bool
    coming: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        """Leave the other side of the interval open."""
        if self.coming:
            context = replace(context, future=not context.past, until=True, happened=False)
        of = self.of.resolve(context)
        if of is None:
            return None
        edge = first_of(of.value) if self.since else last_of(of.value)
        if edge is None:
            return None
        return Resolved(Interval(edge, None) if self.since else Interval(None, edge), of.inferred)


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another; a start without a year takes that of the end."""

    start: Meaning
    end: Meaning

    def resolve(self, context: Context) -> Resolved | None:
        """Resolve the end, then the start before it."""
        end = self.end.resolve(context)
        start = None if end is None else self._start(end, context)
        if end is None or start is None:
            return None
        first, last = first_of(start.value), last_of(end.value)
        if first is None or last is None:
            return None
        if isinstance(self.start, Weekday) and isinstance(self.end, Weekday):
            first, last = _in_order(first, last, context.future)
        return Resolved(Interval(first, last), start.inferred or end.inferred) if _ordered(first, last) else None

    def _start(self, end: Resolved, context: Context) -> Resolved | None:
        last = last_of(end.value)
        start = self.start
        if (
            not isinstance(start, Calendar)
            or start.year is not None
            or start.relation
            or not isinstance(start.month, int)
            or last is None
        ):
            return start.resolve(context)
        later = last.month is not None and (start.month, start.day or 0) > (last.month, last.day or 31)
        placed = replace(start, year=last.year - 1 if later else last.year).resolve(context)
        return None if placed is None else Resolved(placed.value, end.inferred)


def _in_order(first: Point, last: Point, future: bool) -> tuple[Point, Point]:
    start, end = first.date(), last.date()
    week = datetime.timedelta(weeks=1)
    if start is None or end is None or start <= end:
        return first, last
    return (first, day_point(end + week)) if future else (day_point(start - week), last)


def _ordered(first: Point, last: Point) -> bool:
    return first.order(last=False) <= last.order(last=True)
