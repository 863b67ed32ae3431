"""Every entry of the contact lexicon stands up in its own examples, with the parties in braces."""

from __future__ import annotations

import pytest

from asanid.extract.contacts.triggers import carrier_at
from asanid.extract.scene import scenes, set_stage
from asanid.lexicon import section
from asanid.lexicon.schema.contacts import Carrier, Event
from asanid.lexicon.schema.grammar import ClosedClass
from asanid.parse.fold import fold_key
from asanid.parse.parsed import parse
from asanid.read import read_text
from tests.extract.marked import tell
from tests.lexicon.test_cue_examples import marked, rows

EVENTS = section("contacts", Event)
CARRIERS = section("contact_carriers", Carrier)
WORDS = section("contact_words", ClosedClass)


@pytest.mark.parametrize(("event", "example"), rows(EVENTS))
def test_the_event_of_an_example_is_found_with_its_parties(event: Event, example: str) -> None:
    told = tell(example)
    found = [contact for contact in told.contacts if contact.type == event.type]
    assert [{told.names[key] for key in contact.parties} for contact in found] == [set(told.meant)]
    assert told.word_at is not None
    assert any(span.start <= told.word_at < span.end for span in found[0].spans)


@pytest.mark.parametrize(("carrier", "example"), rows(CARRIERS))
def test_the_carrier_of_an_example_is_found(carrier: Carrier, example: str) -> None:
    text, start, _ = marked(example)
    scene = scenes(set_stage(parse(read_text(text))))[0]
    position = next(i for i in range(scene.first, scene.last) if scene.tokens[i].end > start)
    found = carrier_at(scene, position)
    assert found is not None
    assert found.id == carrier.id


@pytest.mark.parametrize(("words", "example"), rows(WORDS))
def test_the_marked_word_is_in_its_list(words: ClosedClass, example: str) -> None:
    text, start, end = marked(example)
    forms = {fold_key(form) for form in words.forms}
    word = fold_key(text[start:end])
    assert {word, word.removeprefix("ال"), word.removeprefix("ب")} & forms


def test_every_entry_has_an_example() -> None:
    assert [entry.id for entry in (*EVENTS, *CARRIERS, *WORDS) if not entry.examples] == []


def test_every_event_has_forms_and_a_way_to_its_parties() -> None:
    assert [event.id for event in EVENTS if not (event.verb or event.nouns or event.phrases)] == []
    assert [event.id for event in EVENTS if not (event.joins or event.mutual)] == []


def test_lists_that_events_name_are_there() -> None:
    known = {words.id for words in WORDS} | {"pronoun"}
    named = {name[1:] for event in EVENTS for name in (*event.needs, *event.without) if name.startswith("@")}
    assert named <= known
