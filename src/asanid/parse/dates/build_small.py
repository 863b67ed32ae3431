"""The first passes: months of two names, clock times, years, relative units, counts."""

from __future__ import annotations

from dataclasses import replace

from asanid.parse.dates.clock import Clock
from asanid.parse.dates.grammar import Match, Pass
from asanid.parse.dates.meanings import Calendar, Deictic, Relative
from asanid.parse.dates.scan import Digits, Item
from asanid.parse.dates.stretches import Between
from asanid.parse.dates.words import MonthName, surrounding
from asanid.parse.dates.years import year_digits

_FRACTION_MINUTES = {2: 30, 3: 20, 4: 15}


def one_month(match: Match) -> Item | None:
    """«مايو/أيار», «تشرين الأول (أكتوبر)»: two names of one month."""
    first, second = match.get("month", MonthName, 0), match.get("month", MonthName, 1)
    if first is None or second is None or first.hijri != second.hijri or _same_word(match):
        return None
    if first.number != second.number:
        plain = _mixed_up(match, first, second)
        return match.make("month", replace(plain, needs="")) if plain else None
    return match.make("month", replace(first, needs=""))


def _same_word(match: Match) -> bool:
    """Say whether a word is merely said twice: «صفر-صفر» is a result."""
    months = [item for item in match.items if item.kind == "month"]
    return len({match.scene.text[item.start : item.end] for item in months}) == 1


def _mixed_up(match: Match, first: MonthName, second: MonthName) -> MonthName | None:
    """Give the month meant by «يناير/كانون الأول»: the name in one word is right, الأول and الثاني were mixed up."""
    if not match.has("slash") or {first.number, second.number} not in ({1, 12}, {10, 11}):
        return None
    single = [item.first == item.last for item in (match.items[0], match.items[-1])]
    return {(True, False): first, (False, True): second}.get((single[0], single[1]))


def named_month(match: Match) -> Item | None:
    """«شهر مايو»."""
    month = match.get("month", MonthName)
    unit = match.get("unit", str) or match.get("the_unit", str)
    return match.make("month", replace(month, needs="")) if month and unit == "month" else None


def digital_time(match: Match) -> Item | None:
    """«الساعة 14:00», «5:30 مساء»: hour and minute in digits, written together."""
    hour, minute = match.get("num", Digits, 0), match.get("num", Digits, 1)
    if hour is None or minute is None or len(minute.form) != 2 or not (hour.plain and minute.plain):
        return None
    return _time(match, hour.value, minute.value, whole=True)


def hour_time(match: Match) -> Item | None:
    """«الساعة 8 مساء», «14,00 ت غ», «1400 بتوقيت غرينتش»."""
    number = match.get("num", Digits)
    if number is None or not number.form:
        return None
    hour, minute = number.value, 0.0
    digits = number.form.replace(",", "").replace(".", "")
    if (len(digits) in (3, 4) and digits != number.form) or (len(digits) == 4 and match.has("zone")):
        hour, minute = float(digits[:-2]), float(digits[-2:])
    return _time(match, hour, minute, whole=match.has("zone") or minute > 0 or len(digits) > 2)


def spoken_time(match: Match) -> Item | None:
    """«الساعة الثالثة عصرا», «السابعة والنصف مساء», «الواحدة بتوقيت غرينتش»."""
    hour = match.get("ordinal_fem", int)
    clear = (
        match.has("clock")
        or match.before in ("", "(")
        or match.before in surrounding("before-hour")
        or (match.has("zone") and match.before == "،")
    )
    if hour is None or not clear or len(match.items) == 1:
        return None
    portion = match.get("portion", int)
    number = match.get("num", Digits)
    minute = _FRACTION_MINUTES.get(portion or 0, 0) if number is None else number.value
    return _time(match, hour, minute, whole=False)


def _time(match: Match, hour: float, minute: float, whole: bool) -> Item | None:
    if (
        not (0 <= hour <= 24 and 0 <= minute < 60)
        or hour != int(hour)
        or not (whole or hour <= 12 or match.has("clock"))
    ):
        return None
    part = match.get("adverb", str) or match.get("part", str)
    return match.make("time", Clock(int(hour), int(minute), part, match.get("zone", str), whole))


def year_by_unit(match: Match) -> Item | None:
    """«عام 2012», «سنة ألفين واثنتي عشرة», «عام 1439 هـ»."""
    number = match.get("num", Digits)
    unit = match.get("unit", str) or match.get("the_unit", str)
    if number is None or unit != "year" or number.value != int(number.value):
        return None
    era = match.get("era", str)
    if not (
        1000 <= number.value <= 2200 or (era and 1 <= number.value <= 2200) or (number.plain and len(number.form) == 3)
    ):
        return None
    return match.make("year", year_meaning(int(number.value), era))


def year_meaning(year: int, era: str | None) -> Calendar:
    """Give a year of an era: «هـ» is Hijri, «ق.م» counts down."""
    return Calendar(year=1 - year if era == "bc" else year, hijri=era == "hijri")


def years(match: Match) -> Item | None:
    """«موسم 2017-2018», «2017/2018», «عامي 2011 و2015», «عام 2017-2018»."""
    first, second = match.get("num", Digits, 0), match.get("num", Digits, 1)
    unit = (
        match.get("unit", str)
        or match.get("the_unit", str)
        or match.get("pair", str)
        or match.get("units", str)
        or "year"
    )
    if first is None or second is None or unit != "year":
        return None
    start, end = year_digits(first), year_digits(second)
    if start is not None and end is None and second.plain and len(second.form) == 2 and match.has("edition"):
        end = start // 100 * 100 + int(second.value)
    if start is None or end is None or not start < end <= start + 300:
        return None
    return match.make("date", Between(Calendar(start), Calendar(end)))


def relative_unit(match: Match) -> Item | None:
    """«العام الماضي», «هذا الشهر», «الشهر نفسه», «ذات اليوم», «ذلك العام», «الليلة الماضية»."""
    unit, relation = match.get("the_unit", str), match.get("relation", str)
    if unit is None or unit in ("hour", "minute"):
        return None
    if match.has("this"):
        if unit == "day" and match.before in surrounding("until-now"):
            return None  # «حتى هذا اليوم» is nowadays
        relation = "current"
    elif match.has("same") or match.has("that"):
        relation = "same"
    if unit == "night":
        return match.make("span", Deictic(-1 if relation == "past" else 0)) if relation in ("past", "current") else None
    if relation is None or (unit == "day" and relation not in ("same", "following", "previous", "current")):
        return None
    if _adjective_of_office(match, unit, relation):
        return None
    return match.make("span", Relative(unit, relation))


def _adjective_of_office(match: Match, unit: str, relation: str) -> bool:
    """Say whether «العام» means general: «الأمين العام السابق», «الرأي العام الحالي»."""
    pointed = match.has("this") or match.has("same") or match.has("that")
    office = unit == "year" and relation not in ("past", "past2") and not pointed
    return office and match.before in surrounding("general")


SMALL = Pass(
    ("month slash|dash month", one_month),
    ("month open month close", one_month),
    ("month comma? month", one_month),
    ("clock? num colon num adverb|part? in? zone?", digital_time),
    ("clock? in? num adverb|part? zone", hour_time),
    ("clock num adverb|part? zone?", hour_time),
    ("clock? ordinal_fem and portion adverb|part? zone?", spoken_time),
    ("clock? ordinal_fem and num units adverb|part? zone?", spoken_time),
    ("clock? ordinal_fem adverb|part? zone?", spoken_time),
)

UNITS = Pass(
    ("unit|the_unit month", named_month),
    ("unit|the_unit num dash|slash num", years),
    ("unit|the_unit num era?", year_by_unit),
    ("this the_unit", relative_unit),
    ("same the_unit", relative_unit),
    ("that the_unit", relative_unit),
    ("the_unit relation", relative_unit),
    ("the_unit this", relative_unit),
)
