"""Mending one name by the words in it and around it: where it begins and ends, and what kind of name it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asanid.model import MentionType
from asanid.parse.names.match import Found
from asanid.parse.names.units import Unit

_ARTICLE = "ال"
_COMMON = 9
_LIKELY = 4
_OPENING = "\"'«“”„("


def trimmed(units: Sequence[Unit], name: Found) -> Iterator[Found]:
    """Give the name as it should be: nothing, one or two names."""
    if name.entity is not None:
        yield name
        return
    first, last = _joined(units, name)
    while first < last and _leading(units[first], name.type, last - first):
        first += 1
    if first >= last or (last - first == 1 and "u" in units[first].word.classes):
        return
    if name.type == "ORG" and _description(units, first, last):
        return
    kind = _kind(units, first, last, name.type)
    if kind == "PERSON" and _two_persons(units, first, last):
        yield Found(first, first + 1, kind)
        first += 1
    yield Found(first, last, kind)


def _joined(units: Sequence[Unit], name: Found) -> tuple[int, int]:
    """Take in what a hyphen joins to the name."""
    first, last = name.first, name.last
    while first and units[first].joined and not units[first].word.cut:
        first -= 1
    while last < len(units) and units[last].joined:
        last += 1
    return first, last


def _leading(unit: Unit, kind: MentionType, length: int) -> bool:
    """Whether the first word of a name is none of it: «شمال مالي», «أنصار دونالد ترامب»."""
    known, classes = unit.word.known, unit.word.classes
    if kind == "PLACE":
        return length > 1 and "R" in classes
    if kind == "PERSON":
        if length > 1 and known.count >= _COMMON and known.person <= 1 and not unit.word.stem.startswith(_ARTICLE):
            return True
        return length > 1 and bool(set("hp") & set(classes)) and known.person < _LIKELY
    return False


def _description(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether an organisation is only a noun with its nationality: «المنتخب الألماني», «السجن الأمريكي»."""
    words = [unit.word for unit in units[first:last]]
    if "u" in words[0].classes:
        return True
    ends = "N" in words[-1].classes and len(words) > 1
    return ends and not set("WH") & set(words[0].classes) and words[0].known.org < _LIKELY


def _two_persons(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a surname under a clitic is followed by another's full name: «مستشار السياسة لبوتين يوري أوشاكوف»."""
    if last - first < 3 or units[first].start == units[first].whole_start:
        return False
    one, two = units[first].word.known, units[first + 1].word.known
    return not one.flags & 1 and one.person >= _LIKELY and bool(two.flags & 5)


def _kind(units: Sequence[Unit], first: int, last: int, kind: MentionType) -> MentionType:
    """Give the kind that the word before says: «صحيفة», «شركة», «مدينة», «المدرب»."""
    if units[last - 1].form in ("كوم", "نت") and last - first > 1:
        return "ORG"
    if kind == "PLACE" and last - first > 1 and _person_like(units, first, last):
        kind = "PERSON"
    position = first - 1
    if position >= 0 and units[position].form in _OPENING:
        position -= 1
    if position < 0 or units[position + 1].breaks or units[first].word.cut:
        return kind
    classes = units[position].word.classes
    known = units[first].word.known
    single = last - first == 1
    if "d" in classes and kind != "MEDIA" and known.place < _LIKELY:
        return "MEDIA"
    if "C" in classes and kind in ("PERSON", "PLACE") and known.place < _LIKELY:
        return "ORG"
    if "t" in classes and kind in ("PERSON", "ORG"):
        return "PLACE"
    if single and kind == "PLACE" and known.place < 3 and known.flags & 8 == 0 and set("rhps") & set(classes):
        return "PERSON" if units[position].word.stem.startswith(_ARTICLE) else kind
    return kind


def _person_like(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether every word is more of a person's name than of a place's."""
    known = [unit.word.known for unit in units[first:last]]
    return all(word.person > word.place for word in known) and bool(known[0].flags & 5)
