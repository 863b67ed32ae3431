"""Where the name of an institution may stand: a head («مركز», «لجنة») with what grammar lets follow it.

This only hints: «لجنة الحكام» may be a name, «لجنة تحقيق» not; the tagger weighs it.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from asanid.parse.names import lookup
from asanid.parse.names.units import Unit

_ARTICLE = "ال"
_LONGEST = 9
_NOUNS = 3


def with_hints(units: Sequence[Unit]) -> Sequence[Unit]:
    """Give the units with a hint on each that may be part of an institution's name."""
    found: list[Unit] | None = None
    position = 0
    while position < len(units):
        end = end_of(units, position) if "i" in units[position].word.classes else position
        if end - position < 2:
            position += 1
            continue
        found = list(units) if found is None else found
        found[position] = replace(units[position], hint="B:" + units[position].word.stem)
        for index in range(position + 1, end):
            found[index] = replace(units[index], hint="I")
        position = end
    return units if found is None else found


def end_of(units: Sequence[Unit], head: int) -> int:
    """Give the end of the longest name that a head may open; the head itself where there is none."""
    position = head + 1
    if units[head].word.stem.startswith(_ARTICLE):
        position = _adjectives(units, position, head)
        if position == head + 1:
            return head
    else:
        position = _complement(units, position)
        if position == head + 1:
            return head
    position = _preposition(units, position, head)
    if _plain(units, position) and units[position].word.stem in lookup.nationalities():
        position += 1
    return min(position, head + _LONGEST)


def is_name(units: Sequence[Unit], head: int, last: int) -> bool:
    """Whether the words that grammar lets follow a head make it a name, not «لجنة تحقيق» or «المركز الثاني».

    Which heads and which words after them do is told by the classes of ``name_cues``.
    """
    first, second, final = units[head].word, units[head + 1].word, units[last - 1].word
    if "v" in first.classes or set("mu") & set(second.classes):
        return False
    nationality = final.stem in lookup.nationalities() and final.stem.startswith(_ARTICLE)
    if nationality and last - head > 2:
        return True
    if first.stem.startswith(_ARTICLE):
        return "j" in second.classes or any(unit.word.proclitics == "ل" for unit in units[head + 1 : last])
    if "J" in second.classes:
        return True
    return "I" in first.classes and any(unit.word.stem.startswith(_ARTICLE) for unit in units[head + 1 : last])


def _complement(units: Sequence[Unit], position: int) -> int:
    """Go over nouns without article up to the first with one, and its adjectives: «رعاية مبادئ الدستور»."""
    start = position
    while _plain(units, position) and position - start < _NOUNS and not units[position].word.stem.startswith(_ARTICLE):
        if units[position].word.known.count < 6 or set("Hn") & set(units[position].word.classes):
            break
        position += 1
    if not _plain(units, position):
        return start
    if not units[position].word.stem.startswith(_ARTICLE):
        foreign = position == start and units[position].word.known.count < 6
        return position + 1 if foreign else start
    return _adjectives(units, position + 1, start)


def _adjectives(units: Sequence[Unit], position: int, head: int) -> int:
    """Go over definite words that may describe or join: «الاجتماعية», «والتنمية»."""
    while position < len(units) and not units[position].breaks and units[position].kind == "word":
        word = units[position].word
        joined = word.proclitics == "و"
        if not word.stem.startswith(_ARTICLE) or word.proclitics not in ("", "و") or set("xyu") & set(word.classes):
            break
        if not joined and not word.stem.endswith(("ي", "يه", "ه", "يين")) and position - head > 1:
            break
        position += 1
    return position


def _preposition(units: Sequence[Unit], position: int, head: int) -> int:
    """Go over «للبحوث والتطوير», «لشؤون اللاجئين»."""
    if position >= len(units) or units[position].breaks or units[position].word.proclitics != "ل":
        return position
    if units[position].word.stem.startswith(_ARTICLE):
        return _adjectives(units, position + 1, position)
    return position


def _plain(units: Sequence[Unit], position: int) -> bool:
    """Whether an ordinary word without clitics stands here."""
    if position >= len(units) or units[position].breaks or units[position].kind != "word":
        return False
    return not units[position].word.proclitics and "x" not in units[position].word.classes
