"""The pass that makes dates of days, months, years, seasons, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from asanid.parse.dates.build_small import year_meaning, years
from asanid.parse.dates.context import Meaning
from asanid.parse.dates.grammar import Match, Pass
from asanid.parse.dates.meanings import Calendar, Deictic, Relative
from asanid.parse.dates.scan import Digits, Item
from asanid.parse.dates.stretches import Between, Fixed, Portion, PortionOfMonth, Season
from asanid.parse.dates.values import Point
from asanid.parse.dates.words import MonthName, is_month, surrounding
from asanid.parse.dates.years import is_counted, plausible_year, year_digits


def numeric(match: Match) -> Item | None:
    """«20/10/2018», «2018-10-20», «20.10.2018»: day first, unless the year is or only the second can be a day."""
    if match.has("dotted"):
        parts = (match.get("dotted", str) or "").split(".")
    else:
        parts = [item.value.form for item in match.items if isinstance(item.value, Digits)]
        if not match.close() and not match.has("era"):
            return None
    if not all(part.isdecimal() for part in parts) or len(parts) != 3:
        return None
    day, month, year = (int(part) for part in (reversed(parts) if len(parts[0]) == 4 else parts))
    if len(parts[0]) != 4 and len(parts[2]) != 4:
        return None
    if month > 12 and day <= 12 and len(parts[0]) != 4:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    era = "hijri" if year < 1500 else None
    return match.make("date", Calendar(year, month, day, hijri=era is not None))


def day_and_month(match: Match) -> Item | None:
    """«15 مايو/أيار 2018», «الثالث من أكتوبر», «23 من أكتوبر الماضي», «15 شعبان 1439 هـ»."""
    day, month = _day(match), match.get("month", MonthName)
    if day is None or month is None or match.every():
        return None
    dated = _month_meaning(match, month, 1 if match.has("num") and not match.has("ordinal") else 0)
    if dated is None or (dated.year is None and dated.relation is None and _part_of_name(match)):
        return None
    return match.make("date", replace(dated, day=day))


def month_alone(match: Match) -> Item | None:
    """«مايو 2017», «مارس الماضي», «شهر رمضان»."""
    month = match.get("month", MonthName)
    if month is None or match.every():
        return None
    dated = _month_meaning(match, month, 0)
    bare = dated is not None and dated.year is None and dated.relation is None
    if dated is None or (
        bare and (_lacks(match, month) or match.before.isdecimal() or match.before in surrounding("named-day"))
    ):
        return None
    return match.make("date", dated)


def _lacks(match: Match, month: MonthName) -> bool:
    """Say whether a word that may be no month lacks what would make it one."""
    if month.needs == "in":
        listed = match.before == "و" and is_month(match.scene.word(match.items[0].first - 1))
        return not listed and match.before not in surrounding("before-month")
    return month.needs == "date"


def _part_of_name(match: Match) -> bool:
    return match.before in surrounding("named-day")


def _day(match: Match) -> int | None:
    number = match.get("num", Digits)
    day = match.get("ordinal", int)
    if day is None and number is not None and (number.plain or not number.form) and number.value == int(number.value):
        day = int(number.value)
    return day if day is not None and 1 <= day <= 31 else None


def _month_meaning(match: Match, month: MonthName, index: int) -> Calendar | None:
    """Give month and year; ``index`` says which number of the match is the year."""
    number = match.get("num", Digits, index)
    year: int | Meaning | None = None
    hijri = month.hijri
    if match.has("num") and index < sum(item.kind == "num" for item in match.items):
        year = year_digits(number)
        if year is None:
            return None
    elif match.has("year"):
        year = match.get("year", Calendar)
        year = year.year if isinstance(year, Calendar) else None
    elif match.has("span"):
        year = match.get("span", Relative)
        if not isinstance(year, Relative) or year.unit != "year":
            return None
    return Calendar(year, month.number, relation=match.get("relation", str), hijri=hijri)


def day_of_month_span(match: Match) -> Item | None:
    """«21 من الشهر نفسه», «الخامس من الشهر الجاري»."""
    day, span = _day(match), match.get("span", Relative)
    if day is None or span is None or span.unit != "month":
        return None
    return match.make("date", Calendar(month=span, day=day))


def day_of_current(match: Match) -> Item | None:
    """«18 الجاري», «18 من الجاري»: a day of this month."""
    day, relation = _day(match), match.get("relation", str)
    if day is None or relation not in ("current", "next") or match.get("num", Digits) is None:
        return None
    return match.make("date", Calendar(month=Relative("month", relation), day=day))


def day_of_it(match: Match) -> Item | None:
    """«27 منه» after «23 مارس»: a day of the month named last."""
    day = _day(match)
    return None if day is None else match.make("date", Calendar(month=Relative("month", "same"), day=day))


def season(match: Match) -> Item | None:
    """«خريف عام 2022», «الصيف الماضي», «صيف هذا العام»."""
    number = match.get("season", int) or match.get("the_season", int)
    year = _year_of(match)
    relation = "current" if match.has("this") else match.get("relation", str)
    if number is None or (year is None and relation not in ("past", "current", "next")):
        return None
    return match.make("date", Season(number, year, None if year else relation))


def _year_of(match: Match) -> Meaning | None:
    """Give the year a match ends in, named or relative."""
    year = match.get("year", Calendar)
    span = match.get("span", Relative)
    number = year_digits(match.get("num", Digits))
    if year is not None:
        return year
    if span is not None:
        return span if span.unit == "year" else None
    return None if number is None else Calendar(number)


def decade(match: Match) -> Item | None:
    """«التسعينيات», «ستينيات القرن التاسع عشر», «عقد الثمانينات»; not «في الثلاثينيات من عمره»."""
    digit = match.get("ordinal_ten", int)
    unit = match.get("unit", str)
    if digit is None or unit not in (None, "decade"):
        return None
    if {match.after, match.scene.word(match.items[-1].last + 2)} & surrounding("age"):
        return None
    span = match.get("span", Relative)
    century = match.get("century", int) or match.get("ordinal", int)
    if match.has("the_unit") and match.get("the_unit", str) != "century":
        return None
    if span is not None and (span.unit, span.relation) != ("century", "past"):
        return None
    return match.make("date", Fixed(Point(((century or 20) - 1) * 100 + digit * 10, unknown=1)))


def century(match: Match) -> Item | None:
    """«القرن التاسع عشر», «القرن الـ19», «القرن العشرين», «القرن الثامن قبل الميلاد»."""
    number = match.get("num", Digits)
    which = match.get("century", int) or match.get("ordinal", int) or (int(number.value) if number else None)
    if which is None or not 1 <= which <= 21 or match.get("the_unit", str) not in (None, "century"):
        return None
    before = match.get("era", str) == "bc"
    if (before and which == 1) or match.get("era", str) == "hijri":
        return None
    return match.make("date", Fixed(Point((1 - which if before else which - 1) * 100, unknown=2)))


def portion(match: Match) -> Item | None:
    """«الربع الأول من عام 2018», «النصف الثاني من العام الجاري»."""
    parts, index, year = match.get("portion", int), match.get("ordinal", int), _year_of(match)
    return match.make("date", Portion(index, parts, year)) if parts and index and year and index <= parts else None


def portion_of_month(match: Match) -> Item | None:
    """«الأسبوع الثاني من فبراير», «النصف الأول من مايو 2017», «النصف الثاني من الشهر الجاري»."""
    index, month, span = match.get("ordinal", int), match.get("month", MonthName), match.get("span", Relative)
    halves = match.get("portion", int) == 2
    if index is None or not (halves or match.get("the_unit", str) == "week") or index > (2 if halves else 5):
        return None
    whole = None if month is None else _month_meaning(match, month, 0)
    if whole is None and span is not None and span.unit == "month":
        whole = Calendar(month=span)
    return None if whole is None else match.make("date", PortionOfMonth(index, halves, whole))


def months(match: Match) -> Item | None:
    """«شهري مايو ويونيو 2017»."""
    first, second = match.get("month", MonthName, 0), match.get("month", MonthName, 1)
    if first is None or second is None or match.get("pair", str) != "month":
        return None
    several = match.get("num", Digits, 1) is not None
    start = _month_meaning(match, first, 0) if several else Calendar(month=first.number)
    end = _month_meaning(match, second, 1 if several else 0)
    return None if start is None or end is None else match.make("date", Between(start, end))


def edition(match: Match) -> Item | None:
    """«موسم 2018»."""
    year = year_digits(match.get("num", Digits))
    return None if year is None else match.make("date", Calendar(year))


def year(match: Match) -> Item | None:
    """A year that has been read already: «عام 2012»."""
    return match.make("date", match.items[0].value)


def span(match: Match) -> Item | None:
    """A relative unit that has been read already: «العام الماضي»."""
    value = match.items[0].value
    needs_anchor = isinstance(value, Relative) and value.unit == "day" and value.relation == "same"
    if needs_anchor and match.before in ("قبل", "بعد"):
        return None
    return match.make("date", value) if isinstance(value, Relative | Deictic) else None


def years_between(match: Match) -> Item | None:
    """«بين 2011 و2015», «من 2008 حتى 2012»."""
    first, second = year_digits(match.get("num", Digits, 0)), year_digits(match.get("num", Digits, 1))
    if first is None or second is None or not 1900 <= first < second <= 2100 or is_counted(match):
        return None
    if match.has("from") == match.has("and"):
        return None
    return match.make("date", Between(Calendar(first), Calendar(second)))


def bare_year(match: Match) -> Item | None:
    """«في 2012», «انتخابات 2016»: digits that stand where a year may stand."""
    number = match.get("num", Digits)
    year = year_digits(number)
    if year is None or not plausible_year(match, year):
        return None
    return match.make("date", year_meaning(year, match.get("era", str)))


CALENDAR = Pass(
    ("portion|the_unit ordinal from? month from? year|span", portion_of_month),
    ("portion|the_unit ordinal from? month from? num", portion_of_month),
    ("portion|the_unit ordinal from? month relation?", portion_of_month),
    ("portion|the_unit ordinal from? span", portion_of_month),
    ("dotted", numeric),
    ("num slash num slash num era?", numeric),
    ("num dash num dash num era?", numeric),
    ("article? num|ordinal from? month from|comma? year|span era?", day_and_month),
    ("article? num|ordinal from? month from|comma? num era?", day_and_month),
    ("article? num|ordinal from? month relation", day_and_month),
    ("article? num|ordinal from? month blessed?", day_and_month),
    ("num of_it", day_of_it),
    ("num|ordinal from? span", day_of_month_span),
    ("num from? relation", day_of_current),
    ("month from|comma? year|span era?", month_alone),
    ("month from? num era?", month_alone),
    ("month blessed? relation", month_alone),
    ("month blessed?", month_alone),
    ("season|the_season from? year|span", season),
    ("season|the_season from? num", season),
    ("the_season relation", season),
    ("this the_season", season),
    ("unit? ordinal_ten from? span|century", decade),
    ("unit? ordinal_ten from? the_unit ordinal", decade),
    ("unit? ordinal_ten", decade),
    ("the_unit ordinal era?", century),
    ("the_unit article? num era?", century),
    ("century", century),
    ("portion ordinal from? year|span", portion),
    ("portion ordinal from? num", portion),
    ("edition|unit|the_unit|pair|units? num dash|slash num", years),
    ("pair|units num and num", years),
    ("between|from num and|to|until num", years_between),
    ("pair month num and month num", months),
    ("pair month and month from? year|num|span", months),
    ("pair month and month relation?", months),
    ("edition num", edition),
    ("year", year),
    ("span", span),
    ("num era?", bare_year),
)
