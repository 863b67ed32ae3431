"""Names that the lexicon knows, where their context lets them be what the lexicon says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asanid.model import MentionType
from asanid.parse.names import lookup
from asanid.parse.names.lookup import Known
from asanid.parse.names.units import Unit, recut
from asanid.parse.names.words import GIVEN

QUOTES = frozenset("\"'«»“”‘’„()[]")
OPENING = frozenset("\"'«“‘„([")
_ARTICLE = "ال"
_FROM = "من"
_CLITICS = "وفبلك"
_CONTEXT = {"MEDIA": "DFV", "ORG": "BCH", "GROUP": "G", "WORK": "E", "PERSON": "", "PLACE": ""}
_KIND_AFTER = {"A": ("agency",), "S": ("site", "platform"), "X": ("channel",)}
_DIRECTIONS = frozenset(["places/the_west"])
_NAME_LIKE = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Units ``first`` to ``last`` (exclusive) are a name; ``entity`` is its lexicon entry, if it has one.

    ``guessed`` names come from the tagger; the others are known by the lexicon or a pattern.
    """

    first: int
    last: int
    type: MentionType
    entity: str | None = None
    guessed: bool = False


def entry_at(units: list[Unit], position: int) -> Found | None:
    """A form of an entry, where certain or where its context shows it; also under a clitic that was not cut off."""
    found = _entry(units, position, units[position].word.stem, cut=False)
    form = units[position].form
    if found is None and units[position].word.cut == 0 and form[0] in _CLITICS and len(form) > 4:
        for cut in (1, 2):
            if form[cut - 1] in _CLITICS and form[cut:] in lookup.phrases():
                found = _entry(units, position, form[cut:], cut=True)
                if found is not None:
                    recut(units, position, cut)
                    return found
    return found


def is_nationality(unit: Unit) -> bool:
    """Whether a unit is a definite adjective of nationality («الروسية»)."""
    return unit.form.startswith(_ARTICLE) and unit.form in lookup.nationalities()


def _entry(units: Sequence[Unit], position: int, first: str, *, cut: bool) -> Found | None:
    listed = lookup.phrases().get(first)
    if listed is None:
        return None
    after = units[position + 1] if position + 1 < len(units) else None
    following = after.form if after is not None and not after.breaks else ""
    for rest, known in listed:
        if rest and rest[0] != following:
            continue
        last = position + 1 + len(rest)
        if _follows(units, position, rest) and (rest or not cut) and _fits(units, position, last, known):
            return Found(position, _series(units, last) if known.type == "WORK" else last, known.type, known.entity)
    return None


def _series(units: Sequence[Unit], last: int) -> int:
    """Take the model of a product into its name: «غالاكسي إس 9 بلاس»."""
    while last < len(units) and not units[last].breaks:
        unit = units[last]
        if not (unit.kind == "number" or "z" in unit.word.classes or (unit.kind == "latin" and len(unit.form) < 4)):
            break
        last += 1
    return last


def _follows(units: Sequence[Unit], position: int, rest: Sequence[str]) -> bool:
    if position + len(rest) >= len(units):
        return False
    for offset, word in enumerate(rest, position + 1):
        unit = units[offset]
        if unit.breaks or unit.form != word:
            return False
    return True


def _fits(units: Sequence[Unit], first: int, last: int, known: Known) -> bool:
    """Whether a form means its entry here."""
    if known.certain:
        return last - first > 1 or _means_itself(units, first, known)
    if known.type == "PLACE":
        return units[first].word.stem in lookup.nationalities() and _is_noun(units, first)
    before = _before(units, first)
    if known.type == "MEDIA" and _opens_date(units, first, last):
        return False
    if before is not None and any(letter in before.word.classes for letter in _CONTEXT[known.type]):
        return all(known.kind in kinds for letter, kinds in _KIND_AFTER.items() if letter in before.word.classes)
    if known.type == "ORG":
        return last < len(units) and is_nationality(units[last])
    return known.type == "MEDIA" and _bracketed(units, first, last)


def _opens_date(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a part of the day that is also a paper's name begins a date: «نشرته صباح اليوم»."""
    if last >= len(units) or last - first > 1:
        return False
    return lookup.heads().get(units[last].form) == "day" or "u" in units[last].word.classes


def _means_itself(units: Sequence[Unit], first: int, known: Known) -> bool:
    """Whether a form of one word is no direction («إلى الغرب من»), no surname and no adjective."""
    if known.type == "PLACE":
        after = units[first + 1].form if first + 1 < len(units) else ""
        return known.entity not in _DIRECTIONS or after != _FROM
    return not _inside_person(units, first) and not (known.type == "GROUP" and _describes(units, first))


def _is_noun(units: Sequence[Unit], position: int) -> bool:
    """Whether «السعودية» is the country here: after a preposition, a verb or a noun without article."""
    unit = units[position]
    if not unit.word.stem.startswith(_ARTICLE):
        return False
    if unit.breaks or position == 0 or (unit.word.proclitics and unit.word.proclitics[-1] in "بل"):
        return True
    before = units[position - 1]
    if before.kind != "word":
        return before.kind == "mark" and before.form not in QUOTES
    known = before.word.known
    named = max(known.person, known.place, known.org) >= 3 or "N" in before.word.classes
    return not named and not before.word.stem.startswith(_ARTICLE) and not unit.word.proclitics


def _describes(units: Sequence[Unit], position: int) -> bool:
    """Whether the name of a group in the singular describes the noun before («القيادي الحوثي»)."""
    unit = units[position]
    if unit.breaks or position == 0 or unit.start != unit.whole_start or not unit.word.stem.endswith("ي"):
        return False
    return units[position - 1].word.stem.startswith(_ARTICLE)


def _before(units: Sequence[Unit], first: int) -> Unit | None:
    """The word before, over one opening mark."""
    position = first - 1
    if position >= 0 and units[position].form in OPENING:
        position -= 1
    if position < 0 or units[position + 1].breaks:
        return None
    return units[position]


def _bracketed(units: Sequence[Unit], first: int, last: int) -> bool:
    return first > 0 and last < len(units) and units[first - 1].form in "([" and units[last].form in ")]"


def _inside_person(units: Sequence[Unit], first: int) -> bool:
    """Whether a word of one part stands after a given name («هاريسون فورد»)."""
    if first == 0 or units[first].breaks or units[first].start != units[first].whole_start:
        return False
    before = units[first - 1].word
    likely = before.known.person >= _NAME_LIKE or (before.known.person > 1 and before.known.flags & GIVEN)
    return bool(likely) and before.known.place < _NAME_LIKE and "Q" not in before.classes
