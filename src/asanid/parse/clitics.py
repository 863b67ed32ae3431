"""Clitics: what is written onto an Arabic word without being part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from asanid.lexicon import section
from asanid.lexicon.schema.clitics import Fixed
from asanid.parse.clitic_model import Analysis, frequency, score

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = frozenset("بلكس")
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "كما", "ي", "ني")
_LAST_OF_PRONOUNS = frozenset(pronoun[-1] for pronoun in _PRONOUNS)
_FOLDED = {"ة": "ه", "ى": "ي"}
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Clitics:
    """A folded word taken apart: ``proclitics`` (و ف ب ل ك س), ``stem`` and ``enclitic`` (a pronoun).

    ``cut`` counts the letters of the form that stand before the stem. In «للحوثيين» the proclitic is «ل», the stem
    «الحوثيين», and ``cut`` is 1: the stem stands in the text as «لحوثيين». In a word that is only a preposition and a
    pronoun the preposition is the stem: «له» is ل with the enclitic ه, as «منه» is من with it.
    """

    proclitics: str
    stem: str
    enclitic: str
    cut: int


@lru_cache(maxsize=200_000)
def segment(form: str) -> Clitics:
    """Take a folded word apart.

    Only the last letter may be left unfolded: a word written with a final ة or ى ends in no pronoun.

    >>> segment("وللحوثيين")
    Clitics(proclitics='ول', stem='الحوثيين', enclitic='', cut=2)
    >>> segment("كتابه").enclitic, segment("كتابة").enclitic
    ('ه', '')
    >>> segment("وزيرهم"), segment("لهم")
    (Clitics(proclitics='', stem='وزير', enclitic='هم', cut=0), Clitics(proclitics='', stem='ل', enclitic='هم', cut=0))
    """
    unfolded = form[-1:] in _FOLDED
    folded = form[:-1] + _FOLDED[form[-1]] if unfolded else form
    fixed = _fixed().get(folded)
    if fixed:
        return fixed
    if folded[:1] in _CONJUNCTIONS and folded[1:] in _fixed():
        return _after(folded[0], _fixed()[folded[1:]])
    found = analyses(folded, pronouns=not unfolded)
    if not found:
        return Clitics("", folded, "", 0)
    if len(found) == 1:
        return _clitics(found[0])
    points = [score(analysis, folded) for analysis in found]
    return _clitics(found[points.index(max(points))])


def analyses(form: str, *, pronouns: bool = True) -> list[Analysis]:
    """Give every way to take a folded word apart that its letters allow, the word as a whole first."""
    endings = _endings(form) if pronouns else ("",)
    return [
        Analysis(conjunction, preposition, article, enclitic, endings[-1], stem, key)
        for conjunction, rest in _conjunctions(form)
        for preposition, host in _prepositions(rest)
        for enclitic in endings
        for article, stem, key in _stems(preposition, host, enclitic)
    ]


def _conjunctions(form: str) -> Iterator[tuple[str, str]]:
    yield "", form
    if form[:1] in _CONJUNCTIONS and len(form) > _SHORTEST_STEM:
        yield form[0], form[1:]


def _prepositions(rest: str) -> Iterator[tuple[str, str]]:
    yield "", rest
    if rest[:1] in _PREPOSITIONS and len(rest) > _SHORTEST_STEM:
        yield rest[0], rest[1:]


def _endings(form: str) -> tuple[str, ...]:
    """Give the pronouns that a word may end in, the longest last, after the possibility that it ends in none."""
    if form[-1:] not in _LAST_OF_PRONOUNS:
        return ("",)
    return ("", *(pronoun for pronoun in _PRONOUNS if form.endswith(pronoun)))


def _stems(preposition: str, host: str, enclitic: str) -> Iterator[tuple[bool, str, str]]:
    """Give the stems, with and without article, that may stand between a preposition and a pronoun."""
    stem = host[: len(host) - len(enclitic)]
    if len(stem) < _SHORTEST_STEM:
        return
    if preposition == "ل" and stem[0] == "ل" and not enclitic:
        yield _after_lam(stem)
        return
    yield False, stem, stem
    if not enclitic and preposition not in ("ل", "س") and stem.startswith("ال") and len(stem) > len("ال") + 1:
        yield True, stem, stem[2:]


def _after_lam(stem: str) -> tuple[bool, str, str]:
    """Restore the article that lost its alif after ل, and its ل too before another: للامن, للاجيين; not in للبنان."""
    readings = [(True, "ا" + stem, stem[1:]), (True, "ال" + stem, stem), (False, stem, stem)]
    return max(readings, key=_how_often)


def _how_often(reading: tuple[bool, str, str]) -> int:
    return frequency(reading[1])


def _clitics(analysis: Analysis) -> Clitics:
    proclitics = analysis.conjunction + analysis.preposition
    return Clitics(proclitics, analysis.stem, analysis.enclitic, len(proclitics))


@cache
def _fixed() -> dict[str, Clitics]:
    """The words of closed classes, whose analysis is listed."""
    return dict(_read(entry) for entry in section("clitics", Fixed))


def _read(entry: Fixed) -> tuple[str, Clitics]:
    parts = entry.id.split("+")
    proclitics = "".join(parts[: entry.stem])
    stem = entry.restored or parts[entry.stem]
    return "".join(parts), Clitics(proclitics, stem, "".join(parts[entry.stem + 1 :]), len(proclitics))


def _after(conjunction: str, rest: Clitics) -> Clitics:
    return Clitics(conjunction + rest.proclitics, rest.stem, rest.enclitic, rest.cut + 1)
