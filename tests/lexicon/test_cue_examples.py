"""Every entry of the cue lexicon stands up in its own examples, at the words in brackets."""

import re
from collections.abc import Sequence

import pytest

from asanid.extract.cues import cue_index, find_cues, readings
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Anonymiser, Circumstance, Cue, Narration, SourceNoun
from asanid.lexicon.schema.entry import Entry
from asanid.parse.fold import fold, fold_key
from asanid.parse.tokens import tokenize

CUES = section("cues", Cue)
NARRATION = section("narration", Narration)
NOUNS = section("source_nouns", SourceNoun)
CIRCUMSTANCES = section("circumstances", Circumstance)
ANONYMISERS = section("anonymisers", Anonymiser)


def rows(*sections: Sequence[Entry]) -> list:
    entries = [entry for part in sections for entry in part]
    return [
        pytest.param(entry, text, id=f"{entry.id}-{n}") for entry in entries for n, text in enumerate(entry.examples)
    ]


def marked(example: str) -> tuple[str, int, int]:
    """Give the text of an example without its brackets, and where the words in them stand."""
    match = re.fullmatch(r"([^\[]*)\[(.+?)\](.*)", example, re.DOTALL)
    assert match, "the words meant stand in [brackets]"
    return "".join(match.groups()), match.start(2) - 1, match.end(2) - 1


@pytest.mark.parametrize(("cue", "example"), rows(CUES))
def test_the_cue_of_an_example_is_found(cue: Cue, example: str) -> None:
    text, start, _ = marked(example)
    tokens = tokenize(fold(text))
    hits = [
        hit for hit in find_cues(tokens, 0, len(tokens)) if tokens[hit.first].start <= start < tokens[hit.last - 1].end
    ]
    assert hits, "no cue is found there"
    found = {
        hit.cue.id for token in range(hits[0].first, hits[0].last) for hit in readings(tokens, token, 0, len(tokens))
    }
    assert cue.id in found


@pytest.mark.parametrize(("entry", "example"), rows(NARRATION))
def test_the_writers_own_phrases_are_no_cues(entry: Narration, example: str) -> None:
    text, start, end = marked(example)
    tokens = tokenize(fold(text))
    hits = find_cues(tokens, 0, len(tokens))
    assert [hit.cue.id for hit in hits if start <= tokens[hit.first].start < end] == []


@pytest.mark.parametrize(("entry", "example"), rows(NOUNS, ANONYMISERS))
def test_the_marked_words_are_a_form_of_the_entry(entry: SourceNoun | Anonymiser, example: str) -> None:
    text, start, end = marked(example)
    stems = {token.stem.removeprefix("ال") for token in tokenize(fold(text)) if start <= token.stem_start < end}
    forms = {fold_key(form) for form in entry.forms}
    words = fold_key(text[start:end])
    assert {words, words.removeprefix("ال")} & forms or stems & forms


@pytest.mark.parametrize(("entry", "example"), rows(CIRCUMSTANCES))
def test_the_marked_words_open_with_the_circumstance(entry: Circumstance, example: str) -> None:
    text, start, end = marked(example)
    words = [token for token in tokenize(fold(text)) if start <= token.start < end]
    assert fold_key(entry.preposition) in {words[0].form, words[0].proclitics.lstrip("وف")}
    nouns = {fold_key(noun) for noun in entry.nouns}
    assert not nouns or nouns & {
        stem for word in words for stem in (word.form, word.stem, word.stem.removeprefix("ال"))
    }


@pytest.mark.parametrize(
    "entries",
    [CUES, NARRATION, NOUNS, CIRCUMSTANCES, ANONYMISERS],
    ids=["cues", "narration", "nouns", "how", "unnamed"],
)
def test_every_entry_has_an_example(entries: Sequence[Entry]) -> None:
    assert [entry.id for entry in entries if not entry.examples] == []


def test_every_cue_has_forms() -> None:
    assert [cue.id for cue in CUES if not (cue.verb or cue.nouns or cue.particles or cue.phrases)] == []


def test_a_guarded_form_is_one_that_can_arise() -> None:
    """A homograph that is no form of its entry guards nothing: it is misspelt or left over."""
    index = cue_index()
    strange = {}
    for cue in CUES:
        known = {form for form, found in index.verbs.items() if any(entry.id == cue.id for entry, _ in found)}
        forms = {fold_key(form) for form in cue.homographs}
        left = {form for form in forms if not {form, form.removeprefix("ال")} & known}
        if left:
            strange[cue.id] = sorted(left)
    assert strange == {}


def test_anonymity_of_source_nouns_covers_its_kinds() -> None:
    assert {noun.anonymity for noun in NOUNS} >= {"anonymous", "role", "media"}
