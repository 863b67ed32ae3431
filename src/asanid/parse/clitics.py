"""Clitics: what is written onto an Arabic word without being part of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clitics:
    """A folded word taken apart: ``proclitics`` (و ف ب ل ك س), ``stem`` and ``enclitic`` (a pronoun).

    ``cut`` counts the letters of the form that stand before the stem. In «للحوثيين» the proclitic is «ل», the stem
    «الحوثيين», and ``cut`` is 1: the stem stands in the text as «لحوثيين».
    """

    proclitics: str
    stem: str
    enclitic: str
    cut: int


def segment(form: str) -> Clitics:
    """Take a folded word apart."""
    cut = 1 if len(form) > 4 and form[0] in "وف" else 0
    rest = form[cut:]
    if rest.startswith("لل") and len(rest) > 4:
        return Clitics(form[:cut] + "ل", "ا" + rest[1:], "", cut + 1)
    if rest[:3] in ("بال", "كال") and len(rest) > 5:
        return Clitics(form[: cut + 1], rest[1:], "", cut + 1)
    return Clitics(form[:cut], rest, "", cut)
