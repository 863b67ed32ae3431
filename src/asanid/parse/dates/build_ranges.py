"""The last passes: what is about right, counts before and after, intervals."""

from __future__ import annotations

from dataclasses import replace

from asanid.parse.dates.clock import AtTime
from asanid.parse.dates.context import Meaning
from asanid.parse.dates.grammar import Match, Pass
from asanid.parse.dates.meanings import Calendar, Count, CountFrom, Relative
from asanid.parse.dates.scan import Digits, Item
from asanid.parse.dates.stretches import About, Between, Open, Season
from asanid.parse.dates.words import readings, surrounding


def about(match: Match) -> Item | None:
    """«حوالي أبريل 2021», «أواخر عام 2022», «نحو مطلع العام الماضي»."""
    date = _dates(match)
    return match.make("date", About(date[0], _place(match))) if date else None


def _place(match: Match) -> str | None:
    return match.get("position", str)


def part_of_running(match: Match) -> Item | None:
    """«نهاية العام», «مطلع الشهر»: of the one that runs."""
    unit, season = match.get("the_unit", str), match.get("the_season", int)
    if season is not None:
        return match.make("date", About(Season(season, relation="current"), _place(match)))
    return match.make("date", About(Relative(unit, "current"), _place(match))) if unit in ("year", "month") else None


def count(match: Match) -> Item | None:
    """«ثلاثة أيام», «عامين», «عام ونصف العام», «نصف قرن»."""
    unit = match.get("units", str) or match.get("unit", str) or match.get("dual", str)
    number, fraction = match.get("num", Digits), match.get("fraction", str)
    whole = (
        number.value
        if number is not None
        else 2.0
        if match.has("dual")
        else 0.0
        if match.items[0].kind == "fraction"
        else 1.0
    )
    return match.make("count", (whole + float(fraction or 0), unit)) if unit else None


def counted(match: Match) -> Item | None:
    """«قبل ثلاثة أيام», «منذ أكثر من 30 عاما», «بعد يومين»; not what counts from an event («بعد يومين من إعلانه»)."""
    amount, unit = match.get("count", tuple) or (1.0, match.get("unit", str))
    if not match.has("since") and not match.has("now") and _from_event(match):
        return None
    if match.has("after") and match.has("unit") and _is_unit(match.before, str(unit)):
        return None  # «يوما بعد يوم»
    if match.has("after") and unit in ("hour", "minute", "night"):
        return None
    approximate = match.has("about") or match.has("more")
    return match.make(
        "date",
        Count(amount, str(unit), 1 if match.has("after") else -1, approximate, match.after.isalnum(), match.has("now")),
    )


def _from_event(match: Match) -> bool:
    """Say whether it counts from an event: «بعد يومين من إعلانه», «قبل يومين فقط من», «قبل يومين أو ثلاثة من»."""
    at = match.items[-1].last + 1
    for skipped in range(4):
        if match.scene.word(at + skipped) in surrounding("from-event"):
            return True
        if skipped % 2 == 0 and match.scene.word(at + skipped) not in surrounding("before-from"):
            return False
    return False


def _is_unit(form: str, unit: str) -> bool:
    return any(reading.kind in ("unit", "the_unit") and reading.value == unit for reading in readings(form)[1])


def after_that(match: Match) -> Item | None:
    """«بعد ذلك بعامين», «بعدها بأسبوع», «قبل ذلك بثلاثة أيام»: counted from the date named last."""
    amount, unit = match.get("count", tuple) or (1.0, match.get("unit", str))
    sign = 1 if match.get("then", str) == "after" else -1
    return match.make("date", CountFrom(amount, str(unit), sign, match.has("about")))


def sometime_in_running(match: Match) -> Item | None:
    """«وقت سابق من الشهر»: of the one that runs."""
    unit = match.get("the_unit", str)
    return match.make("date", Relative(unit, "current")) if unit in ("year", "month", "week") else None


def sometime(match: Match) -> Item | None:
    """«وقت لاحق من 2018»: no more is known than the date itself."""
    date = _dates(match)
    return match.make("date", date[0]) if date else None


def open_interval(match: Match) -> Item | None:
    """«منذ عام 2012», «بحلول عام 2020», «قبل عام 2012», «بعد 15 مايو»."""
    date = _dates(match)
    since = match.has("since") or match.has("after")
    if not date or isinstance(date[0], AtTime) or (isinstance(date[0], Between) and not match.has("since")):
        return None
    whole = date[0].of if _up_to_end(match, date[0]) and isinstance(date[0], About) else date[0]
    return match.make("date", Open(whole, since, match.has("until") or match.get("since", str) == "starting"))


def between(match: Match) -> Item | None:
    """«من 14 يونيو إلى 15 يوليو», «بين أبريل 2015 وسبتمبر 2016», «مايو - يونيو»."""
    dates = _dates(match)
    if len(dates) != 2 or (match.has("dash") and _whole(dates[0]) and _whole(dates[1])):
        return None
    return match.make("date", Between(dates[0], dates[1]))


def _up_to_end(match: Match, date: Meaning) -> bool:
    """Say whether it is «قبل نهاية العام»: up to the end of a stretch is all of it, and exact."""
    return (match.has("before") or match.has("until")) and isinstance(date, About) and date.position == "end"


def between_pair(match: Match) -> Item | None:
    """«بين عامي 2011 و2015»: the pair is an interval already."""
    date = match.get("date", Between)
    return match.make("date", date) if date else None


def _whole(date: Meaning) -> bool:
    """Say whether a day has its year: two of them with a dash between are one day in two calendars, or a page head."""
    return isinstance(date, Calendar) and date.day is not None and date.year is not None


def from_day(match: Match) -> Item | None:
    """«من 3 إلى 7 مايو», «3-7 مايو», «يومي 3 و4 مايو»: the first day takes the month of the second."""
    end = match.get("date", Calendar)
    number = match.get("num", Digits)
    day = match.get("ordinal", int) or (int(number.value) if number is not None and number.plain else None)
    if (
        end is None
        or end.day is None
        or day is None
        or not 1 <= day <= 31
        or match.get("pair", str) not in (None, "day")
    ):
        return None
    return match.make("date", Between(replace(end, day=day), end))


def _dates(match: Match) -> list[Meaning]:
    return [item.value for item in match.items if item.kind == "date"]  # type: ignore[misc]  # items of kind date hold meanings


COUNTS = Pass(
    ("num units|unit and fraction the_unit?", count),
    ("num units|unit", count),
    ("dual and fraction the_unit?", count),
    ("dual", count),
    ("unit and fraction the_unit?", count),
    ("fraction unit", count),
    ("about? position date", about),
    ("about? position the_unit|the_season", part_of_running),
    ("about date", about),
)

RANGES = Pass(
    ("since|before|after about|more? count about? now?", counted),
    ("since|before|after about|more? unit one? about? now?", counted),
    ("since|from date and? until|to date", between),
    ("since|from num|ordinal and? until|to date", from_day),
    ("between date and date", between),
    ("between pair? num|ordinal and date", from_day),
    ("between date", between_pair),
    ("pair num|ordinal and date", from_day),
    ("part? num|ordinal until|to|dash|and date", from_day),
    ("then in about? count", after_that),
    ("then in about? unit", after_that),
    ("sometime date", sometime),
    ("sometime the_unit", sometime_in_running),
    ("date dash date", between),
    ("date and? until date", between),
    ("since|before|after|until date", open_interval),
)
