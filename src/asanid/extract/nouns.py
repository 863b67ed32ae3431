"""Nouns that stand for sources and words that precede a name, by their folded forms."""

from __future__ import annotations

from functools import cache

from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Anonymiser, SourceNoun
from asanid.lexicon.schema.names import Title
from asanid.parse.fold import fold_key


def is_source_noun(stem: str) -> bool:
    """Whether a stem, with or without its article, stands for a source: «المسؤول», «مصدر»."""
    return find_source_noun(stem) is not None


def is_title(stem: str) -> bool:
    """Whether a stem is a title or office: «الوزير», «مستشار»."""
    titles = _titles()
    return stem in titles or stem.removeprefix("ال") in titles


def may_head_source(scene: Scene, position: int) -> bool:
    """Whether a source can begin here: a name, a source noun, a title, «أحد», «عدد من»."""
    stem = scene.stem(position)
    return scene.name(position) is not None or stem in words("quantifier") or is_source_noun(stem) or is_title(stem)


def find_source_noun(stem: str) -> SourceNoun | None:
    """Give the source noun of a stem, with or without its article."""
    nouns = _source_nouns()
    return nouns.get(stem) or nouns.get(stem.removeprefix("ال"))


def is_anonymiser(stem: str) -> bool:
    """Whether a stem keeps a source unnamed: «مطلع», «مجهولة»."""
    return stem in _anonymisers() or stem.removeprefix("ال") in _anonymisers()


@cache
def _source_nouns() -> dict[str, SourceNoun]:
    nouns: dict[str, SourceNoun] = {}
    for noun in section("source_nouns", SourceNoun):
        for form in noun.forms:
            nouns.setdefault(fold_key(form), noun)
    return nouns


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold_key(form).split()[0] for title in section("titles", Title) for form in title.forms)


@cache
def _anonymisers() -> frozenset[str]:
    return frozenset(
        word for entry in section("anonymisers", Anonymiser) for form in entry.forms for word in fold_key(form).split()
    )
