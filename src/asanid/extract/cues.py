"""Cues: the words that present something as coming from a source, found by the lexicon's forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.extract.inflect import FormKind, inflect
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Cue
from asanid.model import Token
from asanid.parse.fold import fold_key

_CONJUNCTIONS = ("", "و", "ف", "س", "وس", "فس")
_NEGATIONS = frozenset({"لم", "لا", "لن", "ما"})


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in the text: the tokens ``first`` to ``last`` (exclusive), its entry, and how it stands there."""

    first: int
    last: int
    cue: Cue
    form: FormKind
    negated: bool = False


@dataclass(frozen=True, slots=True)
class CueIndex:
    """Folded verb forms, and particles by their words."""

    verbs: dict[str, tuple[Cue, FormKind]]
    particles: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]


@cache
def cue_index() -> CueIndex:
    """Build the look-up from the lexicon; a form that two entries share belongs to the first of them."""
    verbs: dict[str, tuple[Cue, FormKind]] = {}
    particles: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in section("cues", Cue):
        if cue.verb:
            for form, kind in inflect(cue.verb):
                verbs.setdefault(form, (cue, kind))
        for particle in cue.particles:
            words = tuple(fold_key(particle).split())
            particles.setdefault(words[0], []).append((words, cue))
    longest_first = {word: tuple(sorted(rows, key=_words, reverse=True)) for word, rows in particles.items()}
    return CueIndex(verbs, longest_first)


def find_cues(tokens: Sequence[Token], first: int, last: int) -> Iterator[CueHit]:
    """Find the cues among the tokens ``first`` to ``last`` (exclusive), in order, none overlapping."""
    index = cue_index()
    position = first
    while position < last:
        hit = _particle_at(tokens, position, last, index) or _verb_at(tokens, position, first, last, index)
        if hit:
            yield hit
            position = hit.last
        else:
            position += 1


def bare(token: Token) -> str:
    """Give the form of a word without its conjunction and future «س», its pronoun kept."""
    kept = token.proclitics.lstrip("وفس")
    return token.form[len(token.proclitics) - len(kept) :] if token.proclitics else token.form


def _words(row: tuple[tuple[str, ...], Cue]) -> int:
    return len(row[0])


def _particle_at(tokens: Sequence[Token], position: int, last: int, index: CueIndex) -> CueHit | None:
    """Match a particle; its last word may be a clitic preposition written onto the source («وفقا لمصدر»)."""
    word = bare(tokens[position])
    for words, cue in index.particles.get(word, ()):
        end = position + len(words)
        if len(words) > 1 and words[-1] in {"ل", "ب"}:
            end -= 1
            if end < last and _follows(tokens, position, words[:-1]) and tokens[end].proclitics.endswith(words[-1]):
                return CueHit(position, end, cue, "finite")
            if end < last and _follows(tokens, position, words[:-1]) and tokens[end].form == words[-1]:
                return CueHit(position, end + 1, cue, "finite")
        elif end <= last and _follows(tokens, position, words):
            return CueHit(position, end, cue, "finite")
    return None


def _follows(tokens: Sequence[Token], position: int, words: Sequence[str]) -> bool:
    return bare(tokens[position]) == words[0] and all(
        tokens[position + i].form == word for i, word in enumerate(words[1:], 1)
    )


def _verb_at(tokens: Sequence[Token], position: int, first: int, last: int, index: CueIndex) -> CueHit | None:
    token = tokens[position]
    if token.kind != "word" or token.proclitics not in _CONJUNCTIONS:
        return None
    found = index.verbs.get(bare(token)) or index.verbs.get(token.stem)
    if not found:
        return None
    cue, form = found
    end = position + 1
    if cue.preposition and end < last and tokens[end].form == fold_key(cue.preposition):
        end += 1
    negated = position > first and bare(tokens[position - 1]) in _NEGATIONS and form == "finite"
    return CueHit(position - negated, end, cue, form, negated)
