"""Names that no list holds and the word before announces: «قناة الشرفة», «مصرف الحقول», «مملكة دلمار»."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.model import MentionType
from asanid.parse.names import lookup
from asanid.parse.names.entries import Found, entry_at, is_nationality
from asanid.parse.names.units import Unit
from asanid.parse.names.words import GIVEN, PLACE

_ARTICLE = "ال"
_RELATIVE = ("ي", "يه")
_HOUSES: dict[str | None, MentionType] = {"bank": "ORG", "site": "PLACE", "seat": "ORG", "camp": "PLACE"}
_WORDS, _TITLE, _SHORTEST = 3, 12, 4
_COMMON, _EVERYDAY = 9, 12
_SURE, _LOOKS_FOREIGN = 4, 5


def outlet(units: list[Unit], position: int) -> Found | None:
    """A paper or channel by an unknown name: «صحيفة لوبوان», «قناة الشرفة», «وكالة أنباء السرار»."""
    head = _head(units[position].word.stem)
    if head == "agency" and position + 1 < len(units) and _head(units[position + 1].word.stem) == "news":
        last = _name(units, position + 2)
        return Found(position, last, "MEDIA") if last > position + 2 else None
    last = _name(units, position + 1) if head == "outlet" else 0
    return Found(position + 1, last, "MEDIA") if last > position + 1 else None


def house(units: list[Unit], position: int) -> Found | None:
    """A bank, a site or a seat with a name of its own: «مصرف الحقول», «مطار الظفرية الدولي», «نيابة باريس».

    A place that is known only says where the site is («مطار موسكو»), unless an adjective makes it the name.
    """
    head = _head(units[position].word.stem)
    if head not in _HOUSES or position + 1 >= len(units):
        return None
    last = _name(units, position + 1)
    end = _known_place(units, position + 1)
    if head == "seat":
        last = end
    elif head == "camp":
        last = max(last, end)
    elif end >= last:
        return None
    return Found(position, last, _HOUSES[head]) if last > position + 1 else None


def government(units: list[Unit], position: int) -> Found | None:
    """An office with the adjective of a country that no list holds: «الحكومة السارونية»."""
    unit = units[position]
    if "W" not in unit.word.classes or not unit.word.stem.startswith(_ARTICLE) or not _joined(units, position + 1):
        return None
    if position and _joined(units, position) and units[position - 1].word.stem.startswith(_ARTICLE):
        return None
    word = units[position + 1].word
    agrees = word.stem.endswith("يه") if unit.word.stem.endswith("ه") else word.stem.endswith(_RELATIVE)
    unknown = word.known.count < 2 and not word.classes and not word.proclitics and word.stem.startswith(_ARTICLE)
    return Found(position, position + 2, "ORG") if agrees and unknown else None


def person(units: list[Unit], position: int) -> Found | None:
    """One foreign word behind a title and this nationality, before what is no name: «النجم البرازيلي نيمار»."""
    first = position + 1
    if "N" not in units[position].word.classes or not position or not _joined(units, first):
        return None
    if not is_nationality(units[position]) or not set("ps") & set(units[position - 1].word.classes):
        return None
    word, known = units[first].word, units[first].word.known
    foreign = known.likeness >= _LOOKS_FOREIGN and known.count < _EVERYDAY and known.place < _SURE and known.org < _SURE
    if word.classes or word.cut or known.flags & GIVEN or len(word.stem) < _SHORTEST or not foreign:
        return None
    return Found(first, first + 1, "PERSON") if _ends(units, first + 1) else None


def in_quotes(units: Sequence[Unit], opening: int, closing: int) -> MentionType | None:
    """Give the kind of name in quotation marks: a title, a ship, a group, or the outlet that speaks of itself.

    «بعنوان "ليل البحيرة"», «ناقلة النفط "نورسا"», «"جبهة التلال"», «قال مصدر لـ"المدار" إن», «علمت "المدار" أن».
    """
    length, before = closing - opening - 1, [unit.word.stem for unit in units[max(0, opening - 5) : opening]]
    heads = [_head(stem) for stem in before]
    if "work" in heads[-2:] and length <= (_TITLE if heads[-1] or before[-1] == "ب" else _WORDS):
        return "WORK"
    if 1 < length <= _WORDS and "G" in units[opening + 1].word.classes:
        return "GROUP"
    if length > _WORDS:
        return None
    if heads[-1] == "learned" or lookup.heads().get(" ".join(before[-2:])) == "learned":
        return "MEDIA"
    to, after = before[-1], units[closing + 1].word.stem if closing + 1 < len(units) else ""
    if (to in ("ل", "مع") and "talk" in heads[-4:-1]) or (to == "ل" and "told" in heads and _head(after) == "that"):
        return "MEDIA"
    return None


def _head(stem: str) -> str | None:
    """Give the kind of name that a word announces, also after a «و» that was not cut off."""
    heads = lookup.heads()
    return heads.get(stem) or (heads.get(stem[1:]) if stem[:1] == "و" else None)


def _known_place(units: list[Unit], position: int) -> int:
    """Give where a known place ends that begins here; 0 where none does."""
    if not _joined(units, position):
        return 0
    entry = entry_at(units, position)
    if entry is not None:
        return entry.last if entry.type == "PLACE" else 0
    return position + 1 if units[position].word.known.place >= _SURE else 0


def _name(units: Sequence[Unit], first: int) -> int:
    """Give where a name ends that begins here; ``first`` where none does: foreign words, or a rare definite one."""
    if not _joined(units, first):
        return first
    definite = units[first].word.stem.startswith(_ARTICLE)
    if not (_rare(units[first]) if definite else _foreign(units[first])):
        return first
    last = first + 1
    while last < min(len(units), first + _WORDS) and _joined(units, last) and _foreign(units[last]):
        last += 1
    return last + (last < len(units) and _joined(units, last) and _describes(units[last]))


def _rare(unit: Unit) -> bool:
    return not unit.word.classes and unit.word.cut == 0 and unit.word.known.count < _COMMON


def _describes(unit: Unit) -> bool:
    """Whether a word is a definite adjective and not of a nationality: «التجاري», «الدولي»."""
    word = unit.word
    relative = word.stem.startswith(_ARTICLE) and word.stem.endswith(_RELATIVE)
    return relative and not word.proclitics and not is_nationality(unit) and "x" not in word.classes


def _foreign(unit: Unit) -> bool:
    """Whether a word without article looks foreign or is known as a name, and is none of every day."""
    word, known = unit.word, unit.word.known
    if word.classes or word.cut or word.stem.startswith(_ARTICLE) or is_nationality(unit) or known.count >= _EVERYDAY:
        return False
    if max(known.person, known.place, known.org) >= _SURE:
        return True
    foreign = known.likeness >= _LOOKS_FOREIGN or known.count == 0 or known.flags & PLACE
    return bool(foreign) and not word.stem.endswith(_RELATIVE)


def _ends(units: Sequence[Unit], position: int) -> bool:
    """Whether what stands here cannot go on with a name: a mark, a word with a clitic, a word of every day."""
    if position >= len(units) or not _joined(units, position):
        return True
    unit = units[position]
    return (
        bool(unit.word.cut)
        or "n" in unit.word.classes
        or (unit.word.known.count >= _COMMON and not unit.word.known.person)
    )


def _joined(units: Sequence[Unit], position: int) -> bool:
    """Whether a word stands here that belongs to what stands before it."""
    return position < len(units) and units[position].kind == "word" and not units[position].breaks
