"""What the article itself shows: a name found once is found wherever it stands, and keeps one type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from asanid.model import MentionType
from asanid.parse.names import lookup
from asanid.parse.names.entries import Found
from asanid.parse.names.trim import trimmed
from asanid.parse.names.units import Unit
from asanid.parse.names.words import FOREIGN, GIVEN, PLACE, SURNAME

_COMMON, _RARE = 9, 7
_SEEN_AS_NAME = 3
_FOREIGN, _TITLE = 5, 3
_LISTED, _ANNOUNCED, _GUESSED = 100, 20, 2
"""Votes for the type of a name: by the lexicon, by the words around it, by the tagger."""
_TITLES = frozenset("orhpsk")

_NO_VOTES: Counter[MentionType] = Counter()

Stems = tuple[str, ...]


def settle(units: Sequence[Unit], names: Sequence[Found]) -> list[Found]:
    """Mend names by what stands elsewhere in the article: types first, then places where a name was missed."""
    mended = [better for name in names for better in trimmed(units, name)]
    mended = list(_whole_lineage(units, _no_overlaps(mended)))
    agreed = list(_one_type(units, list(_two_surnames(units, mended))))
    agreed = list(_introduced(units, agreed))
    taken = {index for name in agreed for index in range(name.first, name.last)}
    agreed += _towns(units, taken)
    known = _wordings(units, agreed)
    agreed = list(_not_inside(units, agreed, known))
    taken = {index for name in agreed for index in range(name.first, name.last)}
    added = list(_missed(units, known, taken))
    return sorted([*agreed, *added], key=_position)


def _no_overlaps(names: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for name in sorted(names, key=_position):
        if kept and kept[-1].last > name.first:
            if kept[-1].entity is None and name.entity is not None:
                kept[-1] = name
            continue
        kept.append(name)
    return kept


def _whole_lineage(units: Sequence[Unit], names: Sequence[Found]) -> Iterator[Found]:
    """Join a name and the lineage right behind it: «عبدالعزيز» and «بن سعود بن نايف»."""
    before: Found | None = None
    for name in names:
        follows = before is not None and before.type == name.type == "PERSON" and before.last == name.first
        if before is not None and follows and lookup.heads().get(units[name.first].word.stem) == "lineage":
            before = Found(before.first, name.last, "PERSON", before.entity)
            continue
        if before is not None:
            yield before
        before = name
    if before is not None:
        yield before


def _two_surnames(units: Sequence[Unit], names: Sequence[Found]) -> Iterator[Found]:
    """Part two persons that stand side by side: «اتهم ظريف نتنياهو»."""
    alone = Counter(
        units[name.first].word.stem for name in names if name.type == "PERSON" and name.last - name.first == 1
    )
    for name in names:
        one, two = units[name.first].word, units[name.last - 1].word
        pair = name.type == "PERSON" and name.last - name.first == 2 and name.entity is None
        if pair and alone[one.stem] and alone[two.stem] and not one.known.flags & GIVEN:
            yield Found(name.first, name.first + 1, "PERSON")
            yield Found(name.first + 1, name.last, "PERSON")
        else:
            yield name


def _one_type(units: Sequence[Unit], names: Sequence[Found]) -> Iterator[Found]:
    """Give every wording the type it has most often; the last word of a person's full name is that person."""
    votes: dict[Stems, Counter[MentionType]] = {}
    surnames: set[str] = set()
    for name in names:
        stems = _stems(units, name)
        votes.setdefault(stems, Counter())[name.type] += (
            _LISTED if name.entity else _GUESSED if name.guessed else _ANNOUNCED
        )
        if name.type == "PERSON" and len(stems) > 1:
            surnames.add(stems[-1])
    for name in names:
        stems = _stems(units, name)
        kind = name.type
        if name.entity is None:
            kind = votes[stems].most_common(1)[0][0]
            if len(stems) == 1 and stems[0] in surnames and units[name.first].word.known.place < _SEEN_AS_NAME:
                kind = "PERSON"
            if len(stems) > 1 and kind == "PLACE" and votes.get(stems[-1:], _NO_VOTES)["PERSON"]:
                kind = "PERSON"
        yield Found(name.first, name.last, kind, name.entity, name.guessed)


def _introduced(units: Sequence[Unit], names: Sequence[Found]) -> Iterator[Found]:
    """Leave out single unknown words taken for persons that no full name, title or earlier news speaks for."""
    full = {
        stem for name in names if name.type == "PERSON" and name.last - name.first > 1 for stem in _stems(units, name)
    }
    titled = {units[name.first].word.stem for name in names if _titled(units, name)}
    for name in names:
        unit = units[name.first]
        if name.type == "PERSON" and name.last - name.first == 1 and name.entity is None and unit.kind == "word":
            stem = unit.word.stem
            if stem not in full and stem not in titled and unit.word.known.person < _SEEN_AS_NAME:
                continue
        yield name


def _towns(units: Sequence[Unit], taken: set[int]) -> Iterator[Found]:
    """A word unknown or known as a place after «بلدة», «مديرية», «محافظة» is a place."""
    for index in range(1, len(units)):
        unit, before = units[index], units[index - 1]
        if index in taken or index - 1 in taken or "t" not in before.word.classes or unit.breaks or unit.kind != "word":
            continue
        known = unit.word.known
        rare = known.count < _RARE or (known.flags & PLACE and known.count < _COMMON + 1) or known.place > 1
        if rare and not unit.word.cut and not unit.word.classes and not unit.word.stem.endswith(("ان", "ين", "يه")):
            yield Found(index - ("a" in before.word.classes), index + 1, "PLACE", guessed=True)


def _titled(units: Sequence[Unit], name: Found) -> bool:
    """Whether a title, or a title with a nationality, stands before a name."""
    position = name.first - 1
    while position > 0 and (units[position].word.classes == "N" or units[position].form in "\"'«“”(ب"):
        position -= 1
    return position >= 0 and bool(_TITLES.intersection(units[position].word.classes))


def _wordings(units: Sequence[Unit], names: Iterable[Found]) -> dict[str, list[tuple[Stems, MentionType]]]:
    """Give the wordings to look for, by first word, longest first."""
    found: dict[Stems, MentionType] = {}
    for name in names:
        stems = _stems(units, name)
        if name.type == "WORK" and len(stems) >= _TITLE and name.entity is None:
            continue
        if len(stems) > 1 or _telling(units[name.first], name.type):
            found.setdefault(stems, name.type)
        if name.type == "PERSON" and len(stems) > 1:
            if _telling(units[name.last - 1], "PERSON"):
                found.setdefault(stems[-1:], "PERSON")
            if len(stems) > 2:
                found.setdefault(stems[-2:], "PERSON")
    by_first: dict[str, list[tuple[Stems, MentionType]]] = {}
    for stems in sorted(found, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((stems, found[stems]))
    return by_first


def _telling(unit: Unit, kind: MentionType) -> bool:
    """Whether a single word is enough of a name to be looked for: rare, or seen as a name more often than not."""
    known = unit.word.known
    if unit.kind == "latin":
        return len(unit.form) > 2
    if "N" in unit.word.classes or "Q" in unit.word.classes:
        return False
    rate = {"PERSON": known.person, "PLACE": known.place}.get(kind, known.org)
    seen = known.flags & (SURNAME | FOREIGN) and known.person > 1
    if kind == "PERSON" and not unit.word.classes and (seen or known.likeness >= _FOREIGN):
        return True
    return known.count < _COMMON or rate > _SEEN_AS_NAME


def _not_inside(
    units: Sequence[Unit], names: Sequence[Found], known: dict[str, list[tuple[Stems, MentionType]]]
) -> Iterator[Found]:
    """Leave out guesses that are a part of a longer name of the article: «التلال» in «جبهة التلال»."""
    for name in names:
        before = max(0, name.first - 2)
        longer = (
            first + len(stems) >= name.last
            for first in range(before, name.first)
            for stems, _ in known.get(units[first].word.stem, ())
            if _stands(units, first, stems)
        )
        if not name.guessed or not any(longer):
            yield name


def _missed(
    units: Sequence[Unit], known: dict[str, list[tuple[Stems, MentionType]]], taken: set[int]
) -> Iterator[Found]:
    position = 0
    while position < len(units):
        step = 1
        if position not in taken:
            for stems, kind in known.get(units[position].word.stem, ()):
                last = position + len(stems)
                if _stands(units, position, stems) and not any(i in taken for i in range(position, last)):
                    yield Found(position, last, kind)
                    step = len(stems)
                    break
        position += step


def _stands(units: Sequence[Unit], first: int, stems: Stems) -> bool:
    if first + len(stems) > len(units):
        return False
    return all(
        units[first + k].word.stem == stem and not (k and (units[first + k].breaks or units[first + k].word.cut))
        for k, stem in enumerate(stems)
    )


def _stems(units: Sequence[Unit], name: Found) -> Stems:
    return tuple(unit.word.stem for unit in units[name.first : name.last])


def _position(name: Found) -> int:
    return name.first
