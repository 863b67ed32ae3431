"""Finding the dates of a text and placing them on the calendar."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from asanid.model import Block, Date, Token
from asanid.parse.dates.build_calendar import CALENDAR
from asanid.parse.dates.build_days import DAYS, TIMES
from asanid.parse.dates.build_ranges import COUNTS, RANGES
from asanid.parse.dates.build_small import SMALL, UNITS
from asanid.parse.dates.clock import AtTime
from asanid.parse.dates.context import Context, Meaning
from asanid.parse.dates.cues import happened, points, told_after
from asanid.parse.dates.grammar import Scene
from asanid.parse.dates.meanings import Calendar
from asanid.parse.dates.scan import Item, scan
from asanid.parse.dates.stretches import About, Between, Open, PartOfDay
from asanid.parse.dates.values import Interval, Point, last_of

_PASSES = (SMALL, UNITS, CALENDAR, DAYS, TIMES, COUNTS, RANGES)


def find_dates(
    tokens: Sequence[Token],
    text: str,
    published: datetime.date | datetime.datetime | None,
    blocks: Sequence[Block] = (),
) -> tuple[Date, ...]:
    """Find the dates of an article; furniture is skipped, and so is what no anchor gives a value.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> text = "التقى الوزيران مساء الثلاثاء، للمرة الأولى منذ أواخر عام 2012"
    >>> found = find_dates(tokenize(fold(text)), text, datetime.date(2018, 5, 18))
    >>> [(text[d.start : d.end], d.value, d.inferred) for d in found]
    [('مساء الثلاثاء', '2018-05-15', True), ('منذ أواخر عام 2012', '2012~/..', False)]
    """
    scene = Scene(tokens, text)
    skipped = [block for block in blocks if block.kind == "furniture"]
    reader = _Reader(scene, published)
    for item in _expressions(scene):
        if not any(block.start <= item.start < block.end for block in skipped):
            reader.read(item)
    return tuple(reader.found)


def _expressions(scene: Scene) -> Iterator[Item]:
    for stretch in scan(scene.tokens, scene.text):
        items = stretch
        for step in _PASSES:
            items = step(items, scene)
        yield from (item for item in items if item.kind == "date")


class _Reader:
    """Reads expressions in the order of the text, remembering the date named last."""

    def __init__(self, scene: Scene, published: datetime.date | datetime.datetime | None) -> None:
        self._scene = scene
        self._moment = published if isinstance(published, datetime.datetime) else None
        self._published = self._moment.date() if self._moment else published
        self._previous: tuple[Point, Item, bool] | None = None
        self._part: tuple[str | None, Item | None] = (None, None)
        self.found: list[Date] = []

    def read(self, item: Item) -> None:
        """Place one expression on the calendar and keep it, if it has a value."""
        meaning: Meaning = item.value  # type: ignore[assignment]  # items of kind date hold meanings
        future, past = points(self._scene, item.first, item.last)
        previous = self._previous[0] if self._previous else None
        part = self._part_before(item)
        narrated = self._narrated(item, meaning)
        context = Context(
            self._published,
            self._moment,
            previous,
            narrated,
            future,
            past,
            part,
            *self._told(item, past),
            happened(self._scene, item.first, item.last),
        )
        resolved = meaning.resolve(context)
        if resolved is None:
            return
        value = resolved.value
        self._part = (_part_of(meaning) or part, item)
        calendar = "hijri" if _is_hijri(meaning) else "gregorian"
        self.found.append(Date(item.start, item.end, value.edtf(), resolved.inferred, calendar))  # type: ignore[arg-type]
        point = last_of(value)
        if point is not None and not (isinstance(value, Interval) and None in (value.start, value.end)):
            self._previous = (point, item, _names_year(meaning))
        elif isinstance(value, Interval) and value.start is not None and previous is None:
            self._previous = (value.start, item, False)

    def _part_before(self, item: Item) -> str | None:
        """Give the part of the day last named, within the paragraph."""
        part, before = self._part
        return part if before is not None and self._distance(before, item) < 2 else None

    def _told(self, item: Item, past: bool) -> tuple[bool, Point | None, bool]:
        """Say whether the text tells of the past here, from which date just named, and if that is of this sentence."""
        point, before, _ = self._previous or (None, item, False)
        distance = self._distance(before, item) if point is not None else 2
        anchor = point if distance < 2 and point is not None and point.date() != self._published else None
        told = past or anchor is not None or told_after(self._scene, item.last)
        return told, anchor, distance == 0

    def _narrated(self, item: Item, meaning: Meaning) -> Point | None:
        """Give the date just before whose year a bare month or day takes on, or whose day a clock time."""
        if self._previous is None:
            return None
        point, before, names_year = self._previous
        distance = self._distance(before, item)
        if isinstance(meaning, AtTime):
            return point if distance == 0 else None
        if not names_year or self._published is None or point.unknown or point.approximate:
            return None if self._published is not None or point.unknown else point
        earlier = (point.year, point.month or 12) < (self._published.year, self._published.month)
        near = distance == 0 or (distance == 1 and point.month is not None)
        return point if earlier and near and point.year < self._published.year else None

    def _distance(self, before: Item, item: Item) -> int:
        """Tell how far apart two expressions stand: 0 one sentence, 1 the next one of the paragraph, 2 farther."""
        if "\n" in self._scene.text[before.end : item.start]:
            return 2
        stops = sum(token.form in ".؟!" for token in self._scene.tokens[before.last + 1 : item.first])
        return min(stops, 2)


def _part_of(meaning: Meaning) -> str | None:
    if isinstance(meaning, PartOfDay):
        return meaning.part
    if isinstance(meaning, AtTime):
        clock = meaning.clock
        told = clock.part or (_part_of(meaning.day) if meaning.day else None)
        return told or (("am" if clock.hour < 12 else "pm") if clock.whole and clock.zone is None else None)
    return None


def _names_year(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.year is not None or meaning.relation in ("same", "following")
    if isinstance(meaning, About | PartOfDay):
        return _names_year(meaning.of)
    return isinstance(meaning, Between) and _names_year(meaning.end)


def _is_hijri(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return meaning.hijri
    if isinstance(meaning, About | PartOfDay | Open):
        return _is_hijri(meaning.of)
    return isinstance(meaning, Between) and _is_hijri(meaning.end)
