"""What the article itself shows: a name found once is found wherever it stands, and keeps one type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from asanid.model import MentionType
from asanid.parse.names.match import Found
from asanid.parse.names.units import Unit

_COMMON = 9
_SEEN_AS_NAME = 3
_ARTICLE = "ال"

Stems = tuple[str, ...]


def settle(units: Sequence[Unit], names: Sequence[Found]) -> list[Found]:
    """Mend names by what stands elsewhere in the article: types first, then places where a name was missed."""
    agreed = list(_one_type(units, names))
    known = _wordings(units, agreed)
    taken = {index for name in agreed for index in range(name.first, name.last)}
    added = list(_missed(units, known, taken))
    return sorted([*agreed, *added], key=_position)


def _one_type(units: Sequence[Unit], names: Sequence[Found]) -> Iterator[Found]:
    """Give every wording the type it has most often; the last word of a person's full name is that person."""
    votes: dict[Stems, Counter[MentionType]] = {}
    surnames: set[str] = set()
    for name in names:
        stems = _stems(units, name)
        votes.setdefault(stems, Counter())[name.type] += 100 if name.entity else 2
        if name.type == "PERSON" and len(stems) > 1:
            surnames.add(stems[-1])
    for name in names:
        stems = _stems(units, name)
        kind = name.type
        if name.entity is None:
            kind = votes[stems].most_common(1)[0][0]
            if len(stems) == 1 and stems[0] in surnames and units[name.first].word.known.place < _SEEN_AS_NAME:
                kind = "PERSON"
        yield Found(name.first, name.last, kind, name.entity)


def _wordings(units: Sequence[Unit], names: Iterable[Found]) -> dict[str, list[tuple[Stems, MentionType]]]:
    """Give the wordings to look for, by first word, longest first."""
    found: dict[Stems, MentionType] = {}
    for name in names:
        stems = _stems(units, name)
        if len(stems) > 1 or _telling(units[name.first]):
            found.setdefault(stems, name.type)
        if name.type == "PERSON" and len(stems) > 1:
            if _telling(units[name.last - 1]):
                found.setdefault(stems[-1:], "PERSON")
            if len(stems) > 2:
                found.setdefault(stems[-2:], "PERSON")
    by_first: dict[str, list[tuple[Stems, MentionType]]] = {}
    for stems in sorted(found, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((stems, found[stems]))
    return by_first


def _telling(unit: Unit) -> bool:
    """Whether a single word is enough of a name to be looked for: rare, or seen as a name more often than not."""
    known = unit.word.known
    if unit.kind == "latin":
        return len(unit.form) > 2
    return known.count < _COMMON or max(known.person, known.place, known.org) > _SEEN_AS_NAME


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
