"""Names that follow from a pattern: «وزارة الدفاع الروسية», «الجيش الأميركي», «شركة "آر إتش"», «الروس» as a noun."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.model import MentionType
from asanid.parse.names import announced, institutions, lookup
from asanid.parse.names.entries import QUOTES, Found, entry_at, is_nationality
from asanid.parse.names.units import Unit

_ARTICLE = "ال"
_CLITICS = "وفبلك"
_OWNED = ("هم", "ها", "يه", "نا")
_NO_STATES = frozenset(["west", "arab", "gulf", "asia", "atlantic", "hebrew", "persia", "zion"])
_NAME_LIKE, _COMMON, _LONGEST = 4, 9, 13
_QUOTED: tuple[tuple[str, MentionType, int], ...] = (
    ("D", "MEDIA", 4),
    ("C", "ORG", 4),
    ("G", "GROUP", 4),
    ("L", "PLACE", 3),
    ("E", "WORK", 7),
)


def people(units: list[Unit], position: int) -> Found | None:
    """A people's name used as a noun: «الروس», «بين الإسرائيليين», «20 فلسطينيا», but not «المسؤولين الروس»."""
    unit = units[position]
    nation = lookup.peoples().get(unit.word.stem)
    if nation is None:
        counted = position and units[position - 1].kind == "number" and unit.word.stem.endswith("يا")
        nation = lookup.nationalities().get(unit.word.stem) if counted else None
    elif _is_adjective(units, position):
        return None
    return Found(position, position + 1, "GROUP", f"nationalities/{nation}#people") if nation else None


def force(units: list[Unit], position: int) -> Found | None:
    """An office or force with its nationality: «الجيش الروسي», «الجيش الوطني اليمني», «الخارجية الأميركية»."""
    unit = units[position]
    if "W" not in unit.word.classes or not unit.word.stem.startswith(_ARTICLE):
        return None
    if position and not unit.breaks and unit.start == unit.whole_start:
        before = units[position - 1].word
        if any(letter in before.classes for letter in "oW") and not before.stem.startswith(_ARTICLE):
            return None
    last = position + 1
    if last < len(units) and "f" in units[last].word.classes:
        last += 1
    found = _with_nationality(units, position, last, required=True)
    if found is not None and "U" in unit.word.classes and _sport(units, found.last):
        return Found(position, found.last + 2, "ORG")
    return found


def ministry(units: list[Unit], position: int) -> Found | None:
    """A ministry: «وزارة الشؤون الاجتماعية والعمل», with its nationality where that follows."""
    unit = units[position]
    if "M" not in unit.word.classes or not _definite(units, position + 1):
        return None
    last = position + 2
    while _definite(units, last) and "N" not in units[last].word.classes:
        joined = units[last].word.proclitics == "و"
        if not joined and ("y" in units[last].word.classes or not _adjective_of(units[last - 1], units[last])):
            break
        last += 1
    return _with_nationality(units, position, last, required=False)


def institution(units: list[Unit], position: int) -> Found | None:
    """An institution whose name follows from grammar: «الهيئة العامة للطيران», «معهد الفنون», «مجلس الوزراء»."""
    unit = units[position]
    if "i" not in unit.word.classes:
        return None
    last = institutions.end_of(units, position)
    if last - position < 2 or not institutions.is_name(units, position, last):
        return None
    return Found(position, last, "ORG")


def quoted(units: list[Unit], position: int) -> Found | None:
    """A name in quotation marks after what says its kind: «شركة "آر إتش"», «فيلم "الطريق"»."""
    last = _closing(units, position)
    if last is None or position == 0 or units[position].breaks:
        return None
    before = _announcing(units, position)
    inside = entry_at(units, position + 1)
    if inside is not None and inside.last == last:
        return inside
    kind = announced.in_quotes(units, position, last)
    if kind is None and before.kind == "word":
        kind = _announced(before, units[position + 1], last - position - 1)
    return Found(position + 1, last, kind) if kind else None


def _closing(units: Sequence[Unit], position: int) -> int | None:
    """Give the mark that closes a short quotation of words alone."""
    last = position + 1
    while last < len(units) and last - position < _LONGEST and units[last].kind != "mark" and not units[last].breaks:
        last += 1
    if last >= len(units) or last == position + 1 or units[last].form not in QUOTES:
        return None
    return last


def _announcing(units: Sequence[Unit], position: int) -> Unit:
    """Give the word before a quotation; before «بـ"…"» the word that says a nickname follows, if there is one."""
    before = units[position - 1]
    if before.form not in _CLITICS or position < 2:
        return before
    nicknames = [unit for unit in units[max(0, position - 4) : position - 1] if "k" in unit.word.classes]
    return nicknames[-1] if nicknames else units[position - 2]


def _announced(before: Unit, first: Unit, length: int) -> MentionType | None:
    """Give the kind of name that a word announces, if the quotation is not too long to be one."""
    classes = before.word.classes
    if "k" in classes:
        return "PERSON" if length < 4 else None
    if "P" in classes:
        return "ORG"
    for letter, kind, longest in _QUOTED:
        if letter in classes and length <= longest and (kind in ("WORK", "MEDIA") or first.word.known.count < _COMMON):
            return kind
    return None


def _is_adjective(units: Sequence[Unit], position: int) -> bool:
    """Whether a nationality in the plural follows a noun that it describes."""
    unit = units[position]
    definite = unit.word.stem.startswith(_ARTICLE)
    if unit.breaks or position == 0 or units[position - 1].kind != "word":
        return not definite
    before = units[position - 1]
    if unit.word.proclitics == "و":
        return not definite or (before.word.stem in lookup.peoples() and _is_adjective(units, position - 1))
    if unit.start != unit.whole_start:
        return False
    if not definite or "N" in before.word.classes:
        return True
    stem, known = before.word.stem, before.word.known
    if max(known.person, known.place, known.org) >= _NAME_LIKE:
        return True
    owned = len(stem) > 5 and stem.endswith(_OWNED) and "x" not in before.word.classes
    return owned or (stem.startswith(_ARTICLE) and "x" not in before.word.classes)


def _sport(units: Sequence[Unit], position: int) -> bool:
    """Whether «لكرة القدم» follows."""
    if position + 1 >= len(units) or units[position + 1].breaks:
        return False
    return "K" in units[position].word.classes and units[position].word.proclitics == "ل"


def _adjective_of(noun: Unit, adjective: Unit) -> bool:
    """Whether a definite word looks like an adjective of the noun before («الشؤون الاجتماعية»)."""
    return adjective.word.stem.endswith(("ي", "يه", "يين")) and noun.word.stem.startswith(_ARTICLE)


def _definite(units: Sequence[Unit], position: int) -> bool:
    if position >= len(units) or units[position].breaks or units[position].kind != "word":
        return False
    unit = units[position]
    return unit.word.stem.startswith(_ARTICLE) and unit.word.proclitics in ("", "و") and "x" not in unit.word.classes


def _with_nationality(units: Sequence[Unit], first: int, last: int, *, required: bool) -> Found | None:
    state = None
    if last < len(units) and not units[last].breaks and is_nationality(units[last]):
        state = lookup.nationalities()[units[last].form]
    if state is not None and state not in _NO_STATES:
        return Found(first, last + 1, "ORG")
    return None if required else Found(first, last, "ORG")
