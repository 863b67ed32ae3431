"""Mending one name by the words in it and around it: where it begins and ends, and what kind of name it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asanid.model import MentionType
from asanid.parse.names.entries import Found
from asanid.parse.names.units import Unit, Word
from asanid.parse.names.words import FOREIGN, GIVEN, PLACE, Knowledge

_ARTICLE = "ال"
_COMMON = 9
_LIKELY = 4
_OPENING = "\"'«“”„("


def trimmed(units: Sequence[Unit], name: Found) -> Iterator[Found]:
    """Give the name as it should be: nothing, one or two names."""
    if not name.guessed:
        yield name
        return
    for part in _parted(units, name):
        yield from _mended(units, part)


def _parted(units: Sequence[Unit], name: Found) -> Iterator[Found]:
    """Part persons and places that «و» joins: «بوتين وماسك»."""
    first = name.first
    if name.type in ("PERSON", "PLACE"):
        for index in range(name.first + 1, name.last):
            if units[index].word.proclitics == "و":
                yield Found(first, index, name.type, guessed=True)
                first = index
    yield Found(first, name.last, name.type, guessed=True)


def _mended(units: Sequence[Unit], name: Found) -> Iterator[Found]:
    first, last = _joined(units, name)
    while first < last and _leading(units[first], name.type, last - first):
        first += 1
    while name.type == "PERSON" and last - first > 1 and _trailing(units[last - 1]):
        last -= 1
    if first >= last or (last - first == 1 and _no_name(units[first], name.type)):
        return
    if name.type == "PERSON" and last - first > 1 and _only_place(units[last - 1]):
        yield Found(last - 1, last, "PLACE", guessed=True)
        last -= 1
    if name.type == "PERSON" and last - first > 1 and "N" in units[last - 1].word.classes:
        last -= units[last - 1].word.known.person < _LIKELY
    if name.type == "ORG" and _description(units, first, last):
        return
    kind = "ORG" if _site(units, first, last) else _kind(units, first, last, name.type)
    if kind == "PERSON" and _two_persons(units, first, last):
        yield Found(first, first + 1, kind, guessed=True)
        first += 1
    if kind == "ORG" and last - first > 1 and "G" in units[first].word.classes and "H" not in units[first].word.classes:
        kind = "GROUP"  # «كتائب الوادي»
    yield Found(first, last, kind, guessed=kind == name.type)


def _no_name(unit: Unit, kind: MentionType) -> bool:
    """Whether a single word is none after all: a currency, or two letters that no title makes a person."""
    if "u" in unit.word.classes:
        return True
    known = unit.word.known
    if kind == "PERSON":
        return len(unit.word.stem) < 3 and unit.kind == "word" and known.person < _LIKELY + 1
    return kind == "PLACE" and known.count >= _COMMON and known.place < 2 and unit.kind == "word"


def _site(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a name ends as a site's does: «بيت.كوم»."""
    return last - first > 1 and "w" in units[last - 1].word.classes


def _only_place(unit: Unit) -> bool:
    """Whether a word is nearly always a place: «إيران» after «نتنياهو» is a name of its own."""
    return unit.word.known.place >= _LIKELY and unit.word.known.person < 2


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
    if length > 1 and "b" in classes and kind != "PERSON":
        return True
    if kind == "PLACE":
        return length > 1 and "R" in classes
    if kind == "PERSON":
        if length > 1 and known.count >= _COMMON and known.person <= 1 and not unit.word.stem.startswith(_ARTICLE):
            return True
        return length > 1 and bool(set("hp") & set(classes)) and known.person < _LIKELY
    return False


def _trailing(unit: Unit) -> bool:
    """Whether the last word of a person's name is none of it: an ordinary word, never seen in a name."""
    known = unit.word.known
    return known.count >= _COMMON and known.person <= 1 and not unit.word.stem.startswith(_ARTICLE)


def _description(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether an organisation is only a noun with its nationality: «المنتخب الألماني», «السجن الأمريكي»."""
    words = [unit.word for unit in units[first:last]]
    if "u" in words[0].classes:
        return True
    ends = "N" in words[-1].classes and len(words) > 1
    return ends and not set("WH") & set(words[0].classes) and words[0].known.org < _LIKELY


def _two_persons(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a surname under a clitic is followed by another's full name: «مستشار السياسة لبوتين يوري أوشاكوف»."""
    if last - first < 3:
        return False
    one, two = units[first].word.known, units[first + 1].word.known
    clitic = units[first].start != units[first].whole_start
    sure = one.person > _LIKELY + 1 and one.count >= _COMMON
    return (
        not one.flags & GIVEN and (sure or (clitic and one.person >= _LIKELY)) and bool(two.flags & (GIVEN | FOREIGN))
    )


def _kind(units: Sequence[Unit], first: int, last: int, kind: MentionType) -> MentionType:
    """Give the kind that the word before says: «صحيفة», «شركة», «مدينة», «المدرب»."""
    if kind == "PLACE" and last - first > 1 and _person_like(units, first, last):
        kind = "PERSON"
    position = first - 1
    if position >= 0 and units[position].form in _OPENING:
        position -= 1
    if position < 0 or units[position + 1].breaks or units[first].word.cut:
        return kind
    return _announced(units[position].word, units[first].word.known, kind, single=last - first == 1)


def _announced(before: Word, known: Knowledge, kind: MentionType, *, single: bool) -> MentionType:
    """Give the kind that a cue word before a name announces."""
    classes = before.classes
    if "d" in classes and known.place < _LIKELY:
        return "MEDIA"
    if "C" in classes and kind in ("PERSON", "PLACE") and known.place < _LIKELY:
        return "ORG"
    if "t" in classes and kind in ("PERSON", "ORG"):
        return "PLACE"
    unknown = known.place < 3 and not known.flags & PLACE
    if single and kind == "PLACE" and unknown and before.stem.startswith(_ARTICLE) and set("rhps") & set(classes):
        return "PERSON"
    return kind


def _person_like(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether every word is more of a person's name than of a place's."""
    known = [unit.word.known for unit in units[first:last]]
    return all(word.person > word.place for word in known) and bool(known[0].flags & (GIVEN | FOREIGN))
