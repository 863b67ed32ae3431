"""The small word lists that finding contacts turns on, by their names in ``lexicon/data/contact_words.yaml``."""

from __future__ import annotations

from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.grammar import ClosedClass
from asanid.model import Token
from asanid.parse.fold import fold_key


@cache
def among(name: str) -> frozenset[str]:
    """Give the folded words of a list; raises ``KeyError`` for an unknown name.

    >>> "الجانبان" in among("pair")
    True
    """
    return _lists()[name]


def preposition_of(token: Token) -> str:
    """Give the preposition written onto a word, or an empty text: «ب», «ل», «ك»."""
    last = token.proclitics[-1:]
    return last if last and last in "بلك" else ""


def bare_noun(stem: str) -> str:
    """Give a stem without its article."""
    return stem.removeprefix("ال")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {entry.id: frozenset(map(fold_key, entry.forms)) for entry in section("contact_words", ClosedClass)}
