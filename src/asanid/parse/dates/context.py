"""What a date expression is read against: the day of publication, the dates before it, the direction of its clause."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Protocol

from asanid.parse.dates.values import Point, Value, day_point


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors of one expression.

    ``previous`` is the date named last in the text; ``narrated`` is that date where the text has gone to its time and
    a bare month or day follows from it; ``future`` says that the clause speaks of what is to come, ``past`` that it
    tells what happened; ``part`` is the part of the day last named in the paragraph;
    ``told`` says that the text tells of the past or of a date named just before, ``told_from``;
    ``beside`` says that ``narrated`` stands in the same sentence; ``happened`` that the clause tells of an event that
    is over, whoever told it and when; ``until`` that the date is the end of what goes on («حتى الخميس»).
    """

    published: datetime.date | None
    moment: datetime.datetime | None = None
    previous: Point | None = None
    narrated: Point | None = None
    future: bool = False
    past: bool = False
    part: str | None = None
    told: bool = False
    told_from: Point | None = None
    beside: bool = False
    happened: bool = False
    until: bool = False

    @property
    def publication(self) -> Point | None:
        """The day of publication as a point."""
        return None if self.published is None else day_point(self.published)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, and whether it needed more than the words of the expression."""

    value: Value
    inferred: bool


class Meaning(Protocol):
    """What a date expression says, before it is placed on the calendar."""

    def resolve(self, context: Context) -> Resolved | None:
        """Place it on the calendar, or ``None`` where an anchor is missing or no such day exists."""
        ...
