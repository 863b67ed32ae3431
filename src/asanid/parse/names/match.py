"""Names that the lexicon knows, and names that follow from a pattern («وزارة الدفاع الروسية»)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from asanid.model import MentionType
from asanid.parse.names import lookup
from asanid.parse.names.lookup import Known
from asanid.parse.names.units import Unit, recut
from asanid.parse.names.words import GIVEN

_QUOTES = frozenset("\"'«»“”‘’„()[]")
_OPENING = frozenset("\"'«“‘„([")
_ARTICLE = "ال"
_CONTEXT = {"MEDIA": "DFV", "ORG": "BCH", "GROUP": "G", "WORK": "E", "PERSON": "", "PLACE": ""}
_NAME_LIKE = 4
_CLITICS = "وفبلك"
_NO_STATES = frozenset(["west", "arab", "gulf", "asia", "atlantic", "hebrew", "persia", "zion"])
_DIRECTIONS = frozenset(["places/the_west"])
_KIND_AFTER: dict[str, tuple[str, ...]] = {"وكاله": ("agency",), "موقع": ("site", "platform"), "شبكه": ("channel",)}
_OWNED = ("هم", "ها", "يه", "نا")
_COMMON = 9
_QUOTED: tuple[tuple[str, MentionType, int], ...] = (("D", "MEDIA", 4), ("C", "ORG", 4), ("G", "GROUP", 4), ("L", "PLACE", 3), ("E", "WORK", 7))


@dataclass(frozen=True, slots=True)
class Found:
    """Units ``first`` to ``last`` (exclusive) are a name; ``entity`` is its lexicon entry, if it has one."""

    first: int
    last: int
    type: MentionType
    entity: str | None = None


def known_names(units: list[Unit]) -> list[Found]:
    """Find the names that need no learning, longest first, without overlaps."""
    found: list[Found] = []
    position = 0
    while position < len(units):
        name = _at(units, position)
        if name is None:
            position += 1
            continue
        if found and found[-1].last > name.first:
            continue
        found.append(name)
        position = name.last
    return found


def _at(units: list[Unit], position: int) -> Found | None:
    unit = units[position]
    if unit.kind not in ("word", "latin"):
        return _quoted(units, position) if unit.form in _OPENING else None
    best: Found | None = None
    for rule in _RULES:
        name = rule(units, position)
        if name is not None and (best is None or name.last > best.last):
            best = name
    return best


def _lexicon(units: list[Unit], position: int) -> Found | None:
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


def _entry(units: Sequence[Unit], position: int, first: str, *, cut: bool) -> Found | None:
    for rest, known in lookup.phrases().get(first, ()):
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
        if last - first > 1:
            return True
        if known.entity in _DIRECTIONS and last < len(units) and units[last].form == "من":
            return False
        return not _inside_person(units, first) and not (known.type == "GROUP" and _describes(units, first))
    if known.type == "PLACE":
        return False
    before = _before(units, first)
    if before is not None and any(letter in before.word.classes for letter in _CONTEXT[known.type]):
        return known.kind in _KIND_AFTER.get(before.word.stem, (known.kind,))
    if known.type == "ORG":
        return last < len(units) and units[last].form in lookup.nationalities() and units[last].form.startswith(_ARTICLE)
    return known.type == "MEDIA" and _bracketed(units, first, last)


def _describes(units: Sequence[Unit], position: int) -> bool:
    """Whether the name of a group in the singular describes the noun before («القيادي الحوثي»)."""
    unit = units[position]
    if unit.breaks or position == 0 or unit.start != unit.whole_start or not unit.word.stem.endswith("ي"):
        return False
    return units[position - 1].word.stem.startswith(_ARTICLE)


def _before(units: Sequence[Unit], first: int) -> Unit | None:
    """The word before, over one opening mark."""
    position = first - 1
    if position >= 0 and units[position].form in _OPENING:
        position -= 1
    if position < 0 or units[position + 1].breaks:
        return None
    return units[position]


def _bracketed(units: Sequence[Unit], first: int, last: int) -> bool:
    return 0 < first and last < len(units) and units[first - 1].form in "([" and units[last].form in ")]"


def _inside_person(units: Sequence[Unit], first: int) -> bool:
    """Whether a word of one part stands after a given name («هاريسون فورد»)."""
    if first == 0 or units[first].breaks or units[first].start != units[first].whole_start:
        return False
    before = units[first - 1].word
    likely = before.known.person >= _NAME_LIKE or (before.known.person > 1 and before.known.flags & GIVEN)
    return bool(likely) and before.known.place < _NAME_LIKE and "Q" not in before.classes


def _people(units: list[Unit], position: int) -> Found | None:
    """A people's name used as a noun: «الروس», «بين الإسرائيليين», «20 فلسطينيا», but not «المسؤولين الروس»."""
    unit = units[position]
    nation = lookup.peoples().get(unit.word.stem)
    if nation is None:
        counted = position and units[position - 1].kind == "number" and unit.word.stem.endswith("يا")
        nation = lookup.nationalities().get(unit.word.stem) if counted else None
    elif _is_adjective(units, position):
        return None
    return Found(position, position + 1, "GROUP", f"nationalities/{nation}#people") if nation else None


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
    stem = before.word.stem
    owned = len(stem) > 5 and stem.endswith(_OWNED) and "x" not in before.word.classes
    return owned or (stem.startswith(_ARTICLE) and "x" not in before.word.classes)


def _force(units: list[Unit], position: int) -> Found | None:
    """An office or force with its nationality: «الجيش الروسي», «الجيش الوطني اليمني», «الخارجية الأميركية»."""
    unit = units[position]
    if "W" not in unit.word.classes or not unit.word.stem.startswith(_ARTICLE):
        return None
    if position and not unit.breaks and unit.start == unit.whole_start:
        before = units[position - 1].word
        if any(letter in before.classes for letter in "oW") and not before.stem.startswith(_ARTICLE):
            return None
    last = position + 1
    if last < len(units) and units[last].form in ("الوطني", "الوطنيه", "الملكي", "الملكيه", "الشعبي", "العام", "العامه"):
        last += 1
    return _with_nationality(units, position, last, required=True)


def _quoted(units: list[Unit], position: int) -> Found | None:
    """A name in quotation marks after what says its kind: «شركة "آر إتش"», «فيلم "الطريق"»."""
    before = units[position - 1] if position and not units[position].breaks else None
    if before is not None and before.form in _CLITICS and position > 1:
        before = units[position - 2]
    if before is None or before.kind != "word" or position + 2 >= len(units):
        return None
    last = position + 1
    while last < len(units) and last - position < 9 and units[last].kind != "mark" and not units[last].breaks:
        last += 1
    if last >= len(units) or units[last].kind != "mark" or units[last].form not in _QUOTES or last == position + 1:
        return None
    inside = _lexicon(units, position + 1)
    if inside is not None:
        return inside if inside.last == last else None
    if "k" in before.word.classes and last - position <= 4:
        return Found(position + 1, last, "PERSON")
    party = before.word.stem == "حزب"
    for letter, kind, longest in _QUOTED:
        if (letter in before.word.classes or (party and kind == "ORG")) and last - position - 1 <= longest + 3 * party:
            if kind in ("WORK", "MEDIA") or party or units[position + 1].word.known.count < _COMMON:
                return Found(position + 1, last, kind)
    return None


def _ministry(units: list[Unit], position: int) -> Found | None:
    """A ministry: «وزارة الشؤون الاجتماعية والعمل», with its nationality where that follows."""
    unit = units[position]
    if unit.word.stem not in ("وزاره", "وزارتي", "وزارتا") or not _definite(units, position + 1):
        return None
    last = position + 2
    while _definite(units, last) and "N" not in units[last].word.classes:
        joined = units[last].word.proclitics == "و"
        if not joined and ("y" in units[last].word.classes or not _adjective_of(units[last - 1], units[last])):
            break
        last += 1
    return _with_nationality(units, position, last, required=False)


def _adjective_of(noun: Unit, adjective: Unit) -> bool:
    """Whether a definite word looks like an adjective of the noun before («الشؤون الاجتماعية»)."""
    return adjective.word.stem.endswith(("ي", "يه", "يين")) and noun.word.stem.startswith(_ARTICLE)


def _definite(units: Sequence[Unit], position: int) -> bool:
    if position >= len(units) or units[position].breaks or units[position].kind != "word":
        return False
    unit = units[position]
    return unit.word.stem.startswith(_ARTICLE) and unit.word.proclitics in ("", "و") and "x" not in unit.word.classes


def _with_nationality(units: Sequence[Unit], first: int, last: int, *, required: bool) -> Found | None:
    if last < len(units) and not units[last].breaks and units[last].form.startswith(_ARTICLE):
        if lookup.nationalities().get(units[last].form, "west") not in _NO_STATES:
            return Found(first, last + 1, "ORG")
    return None if required else Found(first, last, "ORG")


_RULES: tuple[Callable[[list[Unit], int], Found | None], ...] = (_lexicon, _people, _force, _ministry)
