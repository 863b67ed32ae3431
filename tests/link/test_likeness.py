"""Pairs of contents: the same, the opposite, or different things."""

from __future__ import annotations

from pathlib import Path

import pytest

from asanid.link.identities import share_entities
from asanid.link.likeness import Scale, compare, same_claim
from asanid.link.statements import Page, Statement
from tests.link.invented import article

PAIRS = [
    tuple(part.strip() for part in line.replace("->", "=").split("="))
    for line in Path(__file__).with_name("pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def statements(*contents: str) -> list[Statement]:
    documents = share_entities([article(f"d{number}", [content]) for number, content in enumerate(contents)])
    pages = [Page(place, document) for place, document in enumerate(documents)]
    return [page.statement(page.document.attributions[0].content) for page in pages]


def relation(one: str, other: str) -> str:
    first, second = statements(one, other)
    likeness = compare(first, second, Scale((first, second)))
    if likeness is None or not same_claim(likeness):
        return "different"
    return likeness.relation


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_pair(one: str, other: str, expected: str) -> None:
    assert relation(one, other) == expected


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_a_pair_is_the_same_from_either_side(one: str, other: str, expected: str) -> None:
    assert relation(other, one) == relation(one, other)


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 80
    assert {expected for *_, expected in PAIRS} == {"same", "opposite", "different"}
