"""Dates: expressions that place something on the calendar, with their value in EDTF level 1.

The convention is told in ``docs/dates.md``. ``scan`` turns tokens into items, the passes of the grammar combine items
into meanings, and each meaning is placed on the calendar against publication and text.
"""

from asanid.parse.dates.find import find_dates

__all__ = ["find_dates"]
