"""Every cue of the lexicon is found in its own examples, at the words in brackets."""

import re

import pytest

from asanid.extract.cues import find_cues
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance, Cue, SourceNoun
from asanid.parse.fold import fold
from asanid.parse.tokens import tokenize

CUES = section("cues", Cue)


@pytest.mark.parametrize(("cue", "example"), [(cue, example) for cue in CUES for example in cue.examples], ids=str)
def test_the_cue_of_an_example_is_found(cue: Cue, example: str) -> None:
    marked = re.fullmatch(r"(.*?)\[(.+?)\](.*)", example, re.DOTALL)
    assert marked, f"{cue.id}: the cue stands in [brackets]"
    text = "".join(marked.groups())
    tokens = tokenize(fold(text))
    hits = {hit.cue.id: hit for hit in find_cues(tokens, 0, len(tokens))}
    assert cue.id in hits, f"found only {sorted(hits)}"
    assert marked.start(2) - 1 in range(tokens[hits[cue.id].first].start, tokens[hits[cue.id].last - 1].end)


def test_every_cue_has_an_example_and_forms() -> None:
    assert [cue.id for cue in CUES if not cue.examples or not (cue.verb or cue.particles)] == []


def test_source_nouns_and_circumstances_are_there() -> None:
    assert {noun.anonymity for noun in section("source_nouns", SourceNoun)} >= {"anonymous", "role", "media"}
    assert all(entry.preposition for entry in section("circumstances", Circumstance))
