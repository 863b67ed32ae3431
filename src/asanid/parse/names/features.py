"""Features of a unit for the name tagger: of the word itself, of its neighbours, and of pairs of them.

Each is a string; ``training/names`` gives each string a weight for each label. Features of one word depend on that word
alone, so that their summed weights are remembered per word.
"""

from __future__ import annotations

from asanid.parse.names.units import Unit, Word, word_of_key
from asanid.parse.names.words import UNKNOWN

LABELS = ("O", "B-PERSON", "I-PERSON", "B-PLACE", "I-PLACE", "B-ORG", "I-ORG")
NOTHING = "∅"


def shape(unit: Unit) -> str:
    """Give the kind of a word in a few letters: cue class, or how it is known as a name, or how common it is."""
    if unit.kind != "word":
        return unit.form if unit.kind in ("mark", "name") else unit.kind
    return _word_shape(unit.word)


def _word_shape(word: Word) -> str:
    known = word.known
    best = max(known.person, known.place, known.org)
    if best >= 3:
        kind = "P" if known.person == best else "L" if known.place == best else "G"
        return f"{kind}{best}{word.classes[:1]}"
    if word.classes:
        return word.classes[:2]
    if known.count >= 8:
        return "c" + ("n" if known.flags & 15 else "")
    return (
        f"u{known.flags & 1}{known.flags >> 1 & 1}{known.flags >> 2 & 1}{known.flags >> 3 & 1}{known.likeness >= 4:d}"
    )


def own(unit: Unit, shape: str) -> list[str]:
    """Features of the word itself, which has this shape."""
    word = unit.word
    stem, known = word.stem, word.known
    if unit.kind != "word":
        return ["k=" + unit.kind, "w=" + stem.lower(), "kl=" + str(min(len(stem), 6))]
    article = stem.startswith("ال")
    return [
        "1",
        "w=" + stem,
        f"f={known.flags & 31}",
        f"e={known.person}{known.place}{known.org}",
        f"ep={known.person}{article:d}",
        f"el={known.place}{article:d}",
        f"eo={known.org}{article:d}",
        f"c={known.count}{article:d}",
        f"cf={min(known.count, 9)}.{known.flags & 15}",
        f"cl={min(known.count, 9) // 2}.{known.likeness}{article:d}",
        "s2=" + stem[-2:],
        "s3=" + stem[-3:],
        "p2=" + stem[:2],
        "p3=" + stem[:3],
        f"n={min(len(stem), 9)}",
        "x=" + word.proclitics,
        "t=" + word.classes,
        "h=" + shape,
    ]


def nobody(offset: int) -> list[str]:
    """Features of no neighbour at −2, −1, 1 or 2."""
    return [f"{offset}:{NOTHING}"]


def neighbour(unit: Unit, shape: str, offset: int) -> list[str]:
    """Features of a neighbour of this shape at −2, −1, 1 or 2."""
    word = unit.word
    found = [f"{offset}:w={word.stem}", f"{offset}:h={shape}"]
    if abs(offset) == 1:
        found += [
            f"{offset}:t={word.classes}",
            f"{offset}:f={word.known.flags & 31}{unit.kind[0]}",
            f"{offset}:x={word.proclitics}",
        ]
        found += [f"{offset}:e={word.known.person}{word.known.place}{word.known.org}"]
        found += [f"{offset}:s2={word.stem[-2:]}{word.stem[:2] == 'ال':d}"]
    return found


def shapes(left: str, here: str, right: str) -> list[str]:
    """Features of the word with each of its neighbours, by their shapes."""
    return [f"<{left}|{here}", f">{here}|{right}", f"<>{left}|{right}"]


def after(left: str, here: str) -> list[str]:
    """Features of the word with the word on its left."""
    return [f"<w{left}|{here}"]


def hinted(hint: str) -> list[str]:
    """Features of a word that may be part of an institution's name, the first with its head: «B:مركز», «I»."""
    return ["g=" + hint[0], "g=" + hint]


def bare(key: str, kind: str) -> Unit:
    """Give a unit of no place, for features that depend on the word alone."""
    word = Word(key, 0, "", UNKNOWN, "") if kind == "name" else word_of_key(key, kind)
    return Unit(0, 0, 0, kind, word, False, key, key)
