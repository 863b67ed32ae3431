"""Phrases of the lexicon in the tokens of an article: «لا|لن نعلق|أعلق», «محض … اختلاق»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from asanid.model import Token
from asanid.parse.fold import fold_key

_GAP = 3
"""Words that «…» may stand for."""
_CONJUNCTIONS = "وف"

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """Phrases by their first words, each with what it means."""

    by_first: Mapping[str, Sequence[tuple[tuple[frozenset[str], ...], Meaning]]]

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, Meaning]]:
        """Give where phrases begin, and what they mean; of those that begin with one word each that fits."""
        forms = [forms_of(token) if token.kind != "mark" else () for token in tokens]
        for position, listed in enumerate(forms):
            for form in listed:
                for alternatives, meaning in self.by_first.get(form, ()):
                    if _match(forms, position + 1, alternatives):
                        yield position, meaning


def index_phrases(phrases: Sequence[tuple[str, Meaning]]) -> Phrases[Meaning]:
    """Index phrases in which «|» parts alternatives and «…» stands for some words.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> index = index_phrases([("لا|لن نعلق", "silence")])
    >>> list(index.find(tokenize(fold("نحن لن نعلق"))))
    [(1, 'silence')]
    """
    by_first: dict[str, list[tuple[tuple[frozenset[str], ...], Meaning]]] = {}
    for phrase, meaning in phrases:
        first, *rest = (frozenset(map(fold_key, word.split("|"))) for word in phrase.split())
        for form in first:
            by_first.setdefault(form, []).append((tuple(rest), meaning))
    return Phrases(by_first)


def forms_of(token: Token) -> tuple[str, ...]:
    """Give the forms by which a word may be listed: whole, without conjunction, without clitics, without article."""
    return _forms_of(token.form, token.proclitics[:1], token.stem)


@lru_cache(maxsize=100_000)
def _forms_of(form: str, opens: str, stem: str) -> tuple[str, ...]:
    bare = form[1:] if opens and opens in _CONJUNCTIONS else form
    return tuple(dict.fromkeys((form, bare, stem, stem.removeprefix("ال"))))


def _match(forms: Sequence[tuple[str, ...]], position: int, alternatives: Sequence[frozenset[str]]) -> bool:
    """Whether the words behind the first of a phrase stand from ``position`` on; marks, without forms, do not count."""
    for number, words in enumerate(alternatives):
        if words == _ANY:
            rest = alternatives[number + 1 :]
            return any(_match(forms, position + skipped, rest) for skipped in range(_GAP + 1))
        while position < len(forms) and not forms[position]:
            position += 1
        if position >= len(forms) or words.isdisjoint(forms[position]):
            return False
        position += 1
    return True


_ANY = frozenset({"…"})
