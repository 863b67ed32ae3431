"""The passes that put together weekday, part of the day, date and clock time."""

from __future__ import annotations

from asanid.parse.dates.clock import AtTime, Clock
from asanid.parse.dates.context import Meaning
from asanid.parse.dates.cues import nowadays
from asanid.parse.dates.grammar import Match, Pass
from asanid.parse.dates.meanings import IN_TEXT, Calendar, Deictic, Relative, Weekday
from asanid.parse.dates.scan import Item
from asanid.parse.dates.stretches import Between, Either, PartOfDay
from asanid.parse.dates.words import surrounding

_OPENING, _CLOSING = ('"', "«", "“"), ('"', "»", "”")


def with_date(match: Match) -> Item | None:
    """«الأحد 7 أكتوبر 2018», «السبت (12 مايو)», «يوم 18 مايو», «صباح 5 يونيو»: the date gives the day."""
    date = match.get("date", Calendar)
    if date is None or date.day is None or not _day_units(match):
        return None
    return match.make("date", _in_part(match, date))


def deictic(match: Match) -> Item | None:
    """«أمس الخميس», «مساء أمس», «يوم غد»."""
    value = match.get("deictic", tuple)
    if value is None or not _day_units(match):
        return None
    days, bound = value
    alone = not (match.has("part") or match.has("unit") or match.has("until") or match.has("weekday"))
    if bound and alone and match.before not in surrounding("before-bound-day"):
        return None
    return match.make("date", _in_part(match, Deictic(days, match.get("weekday", int))))


def today(match: Match) -> Item | None:
    """«اليوم السبت», «صباح اليوم», «اليوم» where it is the day of publication."""
    unit, weekday = match.get("the_unit", str), match.get("weekday", int)
    if unit == "night":
        return tonight(match) if len(match.items) == 1 else None
    if unit != "day" or (weekday is None and not _means_today(match)):
        return None
    return match.make("date", _in_part(match, Deictic(0, weekday)))


def tonight(match: Match) -> Item | None:
    """«الليلة» where it is the night after publication: «يصدر القرار الليلة»."""
    named = match.after in surrounding("night-adjective")
    return match.make("date", Deictic(0)) if not named and _means_today(match) else None


def _means_today(match: Match) -> bool:
    """Say whether «اليوم» is today: not «في اليوم الأول», «قناة روسيا اليوم», «حتى اليوم»."""
    after, first = match.after, match.items[0].first
    if after == "ال" or after in surrounding("day-adjective"):
        return False
    if match.has("part"):
        return True
    if match.before in surrounding("not-today") or match.before == "ل":
        return False
    if _all_of_it(match, first - 1) or nowadays(match.scene, first, match.items[-1].last):
        return False
    if {match.scene.word(first - 1), match.scene.word(first - 2)} & surrounding("media"):
        return False
    return not (after in _CLOSING and any(match.scene.word(first - back) in _OPENING for back in (1, 2, 3)))


def _all_of_it(match: Match, at: int) -> bool:
    """Say whether the word before is one of «طول» or «نصف» with a letter written onto it."""
    whole = at >= 0 and not match.scene.tokens[at].enclitic
    return whole and match.scene.stem(at) in surrounding("not-today")


def weekday(match: Match) -> Item | None:
    """«الثلاثاء», «مساء يوم الثلاثاء الماضي», «الاثنين من الأسبوع المقبل»."""
    number = match.get("weekday", int)
    if number is None or not _day_units(match) or _is_name(match) or match.every():
        return None
    week = match.get("date", Relative)
    if match.has("date") and (week is None or week.unit != "week"):
        return None
    return match.make("date", _in_part(match, Weekday(number, match.get("relation", str), week)))


def _is_name(match: Match) -> bool:
    """Say whether a weekday is a name («صلاة الجمعة») or «الاثنين» is "the two"."""
    if match.before in surrounding("named-weekday") or match.after in surrounding("named-weekday"):
        return True
    bare = len(match.items) == 1
    return (
        bare and match.items[0].value == 0 and match.before in surrounding("two-before") and not _weekday_after(match)
    )


def _weekday_after(match: Match) -> bool:
    return match.after.startswith("وال")


def weekdays(match: Match) -> Item | None:
    """«يومي الاثنين والثلاثاء», «ليل الجمعة السبت»."""
    first, second = match.get("weekday", int, 0), match.get("weekday", int, 1)
    if first is None or second is None or match.get("pair", str) not in (None, "day"):
        return None
    relation = match.get("relation", str)
    return match.make("date", Between(Weekday(first, relation), Weekday(second, relation)))


def named_day(match: Match) -> Item | None:
    """«اليوم السابق، الاثنين»: a day told from the text, and its name."""
    day, number = match.get("date", Relative), match.get("weekday", int)
    if day is None or number is None or day.unit != "day" or day.relation not in IN_TEXT:
        return None
    return match.make("date", Either(day, Weekday(number)))


def day_in_zone(match: Match) -> Item | None:
    """«مساء الجمعة بالتوقيت المحلي»."""
    day = match.get("date", PartOfDay)
    return match.make("date", day) if day else None


def same_day(match: Match) -> Item | None:
    """«19 رمضان 1446 هـ الموافق 19 مارس 2025»: one day in two calendars; the Gregorian one gives the value."""
    first, second = match.get("date", Calendar, 0), match.get("date", Calendar, 1)
    if first is None or second is None:
        return None
    return match.make("date", first if second.hijri and not first.hijri else second)


def part_of_date(match: Match) -> Item | None:
    """«مساء اليوم نفسه», «فجر هذا اليوم»."""
    date = match.items[-1].value
    whole_day = isinstance(date, Relative) and date.unit == "day"
    return match.make("date", _in_part(match, date)) if whole_day and isinstance(date, Relative) else None


def _day_units(match: Match) -> bool:
    units = [item.value for item in match.items if item.kind in ("unit", "the_unit")]
    return all(unit in ("day", "night") for unit in units)


def _in_part(match: Match, day: Meaning) -> Meaning:
    part = match.get("part", str)
    return PartOfDay(day, part) if part else day


def at_time(match: Match) -> Item | None:
    """«الأحد 7 أكتوبر الساعة 14:00», «الساعة الثامنة من مساء الثلاثاء», «الساعة 14:00 ت غ»."""
    clock = match.get("time", Clock)
    date = next((item.value for item in match.items if item.kind == "date"), None)
    if clock is None or not (date is None or isinstance(date, _ONE_DAY)):
        return None
    if isinstance(date, Calendar) and date.day is None:
        return None
    return match.make("date", AtTime(clock, date))


_ONE_DAY = (Calendar, Weekday, Deictic, PartOfDay, Relative)

DAYS = Pass(
    ("part? unit|the_unit? weekday relation? open date close", with_date),
    ("part? unit|the_unit? weekday relation? comma|matching|in? date", with_date),
    ("part? unit|the_unit? deictic weekday? comma|matching|in? date", with_date),
    ("part? unit? date", with_date),
    ("until part? unit? deictic", deictic),
    ("part? unit? deictic open weekday close", deictic),
    ("part? unit? deictic comma? weekday", deictic),
    ("part? unit? deictic", deictic),
    ("part? the_unit open weekday close", today),
    ("part? the_unit comma? weekday", today),
    ("date comma? weekday", named_day),
    ("part? the_unit", today),
    ("part date", part_of_date),
    ("pair weekday and weekday relation?", weekdays),
    ("part weekday dash|slash|and|to? weekday", weekdays),
    ("part? unit? weekday from date", weekday),
    ("part? unit? weekday relation?", weekday),
)

TIMES = Pass(
    ("date open time close", at_time),
    ("date comma|in|dash? time", at_time),
    ("date matching date", same_day),
    ("time from|in|comma? date", at_time),
    ("time", at_time),
    ("date zone", day_in_zone),
)
