"""Meanings of date expressions: each says how it is placed on the calendar."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from asanid.parse.dates.context import Context, Meaning, Resolved
from asanid.parse.dates.hijri import hijri_value
from asanid.parse.dates.values import (
    Interval,
    Point,
    Value,
    day_point,
    first_of,
    shift_month,
    valid,
)

SHIFT = {"past2": -2, "past": -1, "current": 0, "next": 1, "next2": 2, "previous": -1, "same": 0, "following": 1}
IN_TEXT = ("same", "following", "previous")
_FARTHEST_AHEAD = 270
_NEVER_SO_FAR = 6
"""Days ahead that a bare weekday does not reach: on a Sunday «يجتمع الوزراء السبت» tells of yesterday."""
_JUST_NOW = 21
_LONGEST_BACK = 245
_LONGEST_BACK_DAY = 200
"""Days back that a bare month, or a day of a month, still reaches before the coming one is nearer to mind."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A day, month or year: «15 مايو 2018», «مارس الماضي», «21 من الشهر نفسه», «عام 2012»."""

    year: int | Meaning | None = None
    month: int | Meaning | None = None
    day: int | None = None
    relation: str | None = None
    hijri: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        """Take the year from the words, else from the relation, else from the text or the publication."""
        if self.hijri:
            value = hijri_value(self.year, self.month, self.day, self.relation, context)
            return None if value is None else Resolved(value, not isinstance(self.year, int))
        placed = self._month_and_year(context)
        if placed is None:
            return None
        year, month, inferred = placed
        point = Point(year, month, self.day)
        return Resolved(point, inferred) if valid(point) else None

    def _month_and_year(self, context: Context) -> tuple[int, int | None, bool] | None:
        if isinstance(self.year, int):
            return (self.year, self.month, False) if self.month is None or isinstance(self.month, int) else None
        if self.year is not None:
            of = self.year.resolve(context)
            return (
                (of.value.year, self.month, of.inferred)
                if of and isinstance(of.value, Point) and isinstance(self.month, int | None)
                else None
            )
        if self.month is None or not isinstance(self.month, int):
            return self._month_of(context)
        year = nearest_year(self.month, self.day, self.relation, context)
        return None if year is None else (year, self.month, True)

    def _month_of(self, context: Context) -> tuple[int, int | None, bool] | None:
        if self.month is None or isinstance(self.month, int):
            return None
        of = self.month.resolve(context)
        if of is None or not isinstance(of.value, Point) or of.value.month is None:
            return None
        return of.value.year, of.value.month, True


def nearest_year(month: int, day: int | None, relation: str | None, context: Context) -> int | None:
    """Give the year of a month or day named without one; ``None`` without an anchor."""
    if relation in IN_TEXT or (
        relation is None and context.narrated is not None and not _just_now(month, day, context)
    ):
        anchor = context.narrated or context.previous
        return None if anchor is None else _year_after(anchor, month, day)
    published = context.published
    if published is None or relation == "current":
        return None if published is None else published.year
    here = (published.month, published.day) if day is not None else (published.month, 0)
    there = (month, day or 0)
    latest = published.year if there < here else published.year - 1
    if relation is not None:
        return latest if relation.startswith("past") else latest + (2 if there == here else 1)
    return published.year if there == here else _bare_year(month, day, latest, published, context)


def _bare_year(month: int, day: int | None, latest: int, published: datetime.date, context: Context) -> int:
    """Choose between the latest such month or day and the coming one: the nearer, unless the clause tells which."""
    ahead = (_some_day(latest + 1, month, day or 1) - published).days
    back = (published - _some_day(latest, month, day or 28)).days
    if context.future:
        return latest + 1 if ahead <= _FARTHEST_AHEAD else latest
    if context.happened:
        return latest
    return latest if back <= (_LONGEST_BACK if day is None else _LONGEST_BACK_DAY) else latest + 1


def _just_now(month: int, day: int | None, context: Context) -> bool:
    """Say whether the day lies so shortly before publication that it needs no year, whatever was told before."""
    if context.published is None or day is None or context.beside:
        return False
    back = (context.published - _some_day(context.published.year, month, day)).days
    return 0 <= back <= _JUST_NOW


def _year_after(anchor: Point, month: int, day: int | None) -> int:
    """Give the year in which a month or day comes next, told from an earlier date of the text."""
    if anchor.month is None:
        return anchor.year
    before = (month, day or 31) < (anchor.month, (anchor.day or 0) if day is not None else 0)
    return anchor.year + 1 if before else anchor.year


def _some_day(year: int, month: int, day: int) -> datetime.date:
    return datetime.date(year, month, min(day, 28))


@dataclass(frozen=True, slots=True)
class Relative:
    """A stretch told from the publication or the text: «العام الماضي», «هذا الشهر», «اليوم التالي»."""

    unit: str
    relation: str

    def resolve(self, context: Context) -> Resolved | None:
        """Count from the day of publication, or from the date named before for «نفسه», «التالي», «السابق»."""
        anchor = context.previous if self.relation in IN_TEXT else context.publication
        shift = SHIFT.get(self.relation)
        if anchor is None or shift is None:
            return None
        value = _stretch(self.unit, anchor, shift)
        return None if value is None else Resolved(value, True)


def _stretch(unit: str, anchor: Point, shift: int) -> Value | None:
    """Give the year, month, week, day … so many of its kind after the one an anchor lies in."""
    day = anchor.date()
    if unit == "year" and not anchor.unknown:
        return Point(anchor.year + shift)
    if unit == "month" and anchor.month is not None:
        return Point(*shift_month(anchor.year, anchor.month, shift))
    if unit == "week" and day is not None:
        monday = day - datetime.timedelta(days=day.weekday()) + datetime.timedelta(weeks=shift)
        return Interval(day_point(monday), day_point(monday + datetime.timedelta(days=6)))
    if unit in ("day", "night") and day is not None:
        return day_point(day + datetime.timedelta(days=shift))
    if unit in ("decade", "century"):
        size, unknown = (10, 1) if unit == "decade" else (100, 2)
        return Point((anchor.year // size + shift) * size, unknown=unknown)
    return None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday 0; ``week`` is the week it is of, where that is said («الاثنين من الأسبوع المقبل»)."""

    number: int
    relation: str | None = None
    week: Meaning | None = None

    def resolve(self, context: Context) -> Resolved | None:
        """Give the latest one up to publication, the coming one where the clause speaks of the future."""
        if self.week is not None:
            return self._of_week(self.week, context)
        anchor = self._anchor(context)
        if anchor is None:
            return None
        return Resolved(day_point(anchor + datetime.timedelta(days=self._days(anchor, context))), True)

    def _anchor(self, context: Context) -> datetime.date | None:
        if self.relation in IN_TEXT:
            return None if context.previous is None else context.previous.date()
        return context.published

    def _of_week(self, week: Meaning, context: Context) -> Resolved | None:
        of = week.resolve(context)
        monday = None if of is None else first_of(of.value)
        start = None if monday is None else monday.date()
        return None if start is None else Resolved(day_point(start + datetime.timedelta(days=self.number)), True)

    def _days(self, anchor: datetime.date, context: Context) -> int:
        ahead = (self.number - anchor.weekday()) % 7
        if self.relation in ("next", "next2", "following"):
            return (ahead or 7) + (7 if self.relation == "next2" else 0)
        if self.relation in ("past", "past2", "previous"):
            return (ahead or 7) - 7 - (7 if self.relation == "past2" else 0) - (0 if ahead else 7)
        future = context.future and (context.until or ahead < _NEVER_SO_FAR)
        return ahead if future or ahead == 0 else ahead - 7


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day counted from the day of publication: «أمس الخميس», «اليوم», «غدا»; its weekday corrects it by a day."""

    days: int
    weekday: int | None = None

    def resolve(self, context: Context) -> Resolved | None:
        """Count from publication; where the weekday beside it says a day more or less, it is right."""
        if context.published is None:
            return None
        day = context.published + datetime.timedelta(days=self.days)
        if self.weekday is not None:
            off = (self.weekday - day.weekday() + 3) % 7 - 3
            day += datetime.timedelta(days=off if abs(off) <= 1 else 0)
        return Resolved(day_point(day), True)


@dataclass(frozen=True, slots=True)
class Count:
    """So many units before (``sign`` -1) or after (1) publication: «قبل ثلاثة أيام», «منذ 30 عاما», «بعد يومين».

    ``goes_on`` says that a word follows in the sentence: «بعد أسبوع عاصف» may count from anything;
    ``from_now`` that «من الآن» does.
    """

    amount: float
    unit: str
    sign: int
    approximate: bool = False
    goes_on: bool = False
    from_now: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        """Days are exact, longer units give a point of their own precision, about right."""
        if context.published is None:
            return None
        anchored = self.from_now or self.sign < 0 or context.future
        if not anchored and (context.told or self.goes_on or self.unit not in ("day", "week")):
            return self._in_tale(context)
        value = self._point(context.published, context.moment)
        return None if value is None else Resolved(value, True)

    def _in_tale(self, context: Context) -> Resolved | None:
        """Count «بعد عامين» from the date told just before, where that is precise enough."""
        if self.unit == "week":
            return None
        return CountFrom(self.amount, self.unit, 1, self.approximate).resolve(
            replace(context, previous=context.told_from)
        )

    def _point(self, published: datetime.date, moment: datetime.datetime | None) -> Point | None:
        amount = self.amount * self.sign
        if self.unit in ("hour", "minute"):
            return self._hours(published, moment, amount * (1 if self.unit == "hour" else 1 / 60))
        if self.unit in ("day", "night", "week"):
            days = round(amount * (7 if self.unit == "week" else 1))
            return _days_off(published, days, self.approximate or self.unit == "week")
        months = amount * {"month": 1, "year": 12, "decade": 120, "century": 1200}[self.unit]
        if self.unit == "month" or months % 12:
            year, month = shift_month(published.year, published.month, round(months))
            return Point(year, month, approximate=True) if year > 0 else None
        year = published.year + round(months / 12)
        return Point(year, approximate=True) if year > 0 else None

    def _hours(self, published: datetime.date, moment: datetime.datetime | None, hours: float) -> Point | None:
        if moment is not None:
            return day_point((moment + datetime.timedelta(hours=hours)).date(), self.approximate)
        return _days_off(published, round(hours / 24), self.approximate) if hours % 24 == 0 else None


@dataclass(frozen=True, slots=True)
class CountFrom:
    """So many units before or after the date named last: «بعد ذلك بعامين», «قبلها بيوم»."""

    amount: float
    unit: str
    sign: int
    approximate: bool = False

    def resolve(self, context: Context) -> Resolved | None:
        """Count from that date, where it is as precise as the unit."""
        anchor = context.previous
        if anchor is None or anchor.unknown or self.amount != int(self.amount):
            return None
        shift = int(self.amount) * self.sign
        if self.unit == "year":
            return Resolved(Point(anchor.year + shift, approximate=True), True)
        if self.unit == "month" and anchor.month is not None:
            return Resolved(Point(*shift_month(anchor.year, anchor.month, shift), approximate=True), True)
        day = anchor.date()
        if day is None or self.unit not in ("day", "week"):
            return None
        week = self.unit == "week"
        value = _days_off(day, shift * (7 if week else 1), self.approximate or week)
        return None if value is None else Resolved(value, True)


def _days_off(day: datetime.date, days: int, approximate: bool) -> Point | None:
    try:
        return day_point(day + datetime.timedelta(days=days), approximate)
    except OverflowError:
        return None
