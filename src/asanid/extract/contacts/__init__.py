"""Contacts and deals: who met, talked, agreed, sold, delivered or exchanged, and what the article says of it.

Event words are found by the lexicon, their parties by frames, and the tellings of one event become one contact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from asanid.extract.contacts.clauses import first_free
from asanid.extract.contacts.frames import Cast, cast_of, is_purpose
from asanid.extract.contacts.groups import group_at
from asanid.extract.contacts.merge import Chronicle, Happening
from asanid.extract.contacts.referents import Group
from asanid.extract.contacts.roster import Roster
from asanid.extract.contacts.status import Evidence, status_of
from asanid.extract.contacts.tellings import Telling, telling_of, time_words
from asanid.extract.contacts.triggers import Trigger, carrier_at, find_triggers
from asanid.extract.contacts.voices import Voices
from asanid.extract.contacts.words import among
from asanid.extract.nouns import is_title
from asanid.extract.scene import Scene, scenes, set_stage
from asanid.model import Attribution, Contact, Entity, Span
from asanid.parse.parsed import Parsed

__all__ = ["find_contacts"]

_PAIR = 2000
"""Characters that «الجانبان» may stand behind the two that it means."""


def find_contacts(
    parsed: Parsed, attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[tuple[Contact, ...], tuple[Entity, ...]]:
    """Find the contacts and deals of an article, each once, in the order of their first telling.

    Gives with them all entities: those of parties without a name («وزير الخارجية الروسي») are added.

    >>> from asanid.extract.attributions import find_attributions
    >>> from asanid.parse.parsed import parse
    >>> from asanid.read import read_text
    >>> parsed = parse(read_text("التقى الوزير سامي درويش السفير نبيل حداد في القاهرة."))
    >>> contacts, entities = find_contacts(parsed, *find_attributions(parsed))
    >>> [(contact.type, len(contact.parties)) for contact in contacts]
    [('contact', 2)]
    """
    stage = set_stage(parsed)
    roster = Roster(stage, entities)
    sentences = scenes(stage)
    for scene in sentences:
        _note_roles(scene, roster)
    chronicle = Chronicle(roster.state)
    voices = Voices(attributions)
    for scene in sentences:
        _tell_all(scene, roster, chronicle, voices)
    chronicle.settle()
    chronicle.drop_unnamed(roster.is_unnamed)
    real = [happening for happening in chronicle.happenings if _is_real(happening)]
    evidence = Evidence(stage, attributions, real)
    contacts = tuple(_contact(number, happening, evidence) for number, happening in enumerate(real, 1))
    return contacts, (*entities, *roster.made(party for contact in contacts for party in contact.parties))


def _note_roles(scene: Scene, roster: Roster) -> None:
    """Learn the roles by which the people of an article are told: «وزير الدفاع الروسي فلان»."""
    position = scene.first
    while position < scene.last:
        if not is_title(scene.tokens[position].stem) and scene.name(position) is None:
            position += 1
            continue
        group = group_at(scene, roster, position) if is_title(scene.stem(position)) else None
        if group and group.named and group.role and group.keys:
            roster.note(scene.tokens[position].start, group.role, group.keys[0])
        name = scene.name(position) if group is None else None
        if name and name.type == "PERSON" and name.entity:
            group = group_at(scene, roster, position)
        if group and group.named and group.keys and roster.type_of(group.keys[0]) == "PERSON":
            _note_apposition(scene, roster, group)
        position = max(group.last, position + 1) if group else position + 1


def _note_apposition(scene: Scene, roster: Roster, person: Group) -> None:
    """«فلان رئيس الشركة», «فلان، وزير الخارجية الروسي»."""
    first = person.last + (scene.form(person.last) in {"،", ","})
    if not is_title(scene.stem(first)) or scene.tokens[first].proclitics:
        return
    group = group_at(scene, roster, first)
    if group and not group.named and group.role:
        roster.note(scene.tokens[first].start, group.role, person.keys[0])


def _tell_all(scene: Scene, roster: Roster, chronicle: Chronicle, voices: Voices) -> None:
    """Take in the event words of a sentence, and remember who it is about."""
    before = _Before(scene.first, None)
    for trigger in find_triggers(scene):
        before = _Before(trigger.last, _tell(scene, trigger, before, roster, chronicle, voices), trigger)
    subject = first_free(scene, roster, scene.first, scene.last)
    keys = [key for group in subject for key in group.keys if roster.type_of(key) in {"PERSON", "ORG", "GROUP"}]
    if keys:
        roster.topic = scene.sentence.block, keys[0]


@dataclass(frozen=True, slots=True)
class _Before:
    """The event word before in the sentence: where it ends, and its cast."""

    last: int
    cast: Cast | None
    trigger: Trigger | None = None


def _tell(
    scene: Scene, trigger: Trigger, before: _Before, roster: Roster, chronicle: Chronicle, voices: Voices
) -> Cast:
    offset = scene.tokens[trigger.first].start
    last = chronicle.last(offset, _PAIR)
    pair = tuple(last.parties) if last else ()
    saying = voices.round(scene.span(trigger.first, trigger.last))
    speaker = saying[-1].source_entity if saying and saying[-1].kind != "indirect" and trigger.event.talking else None
    cast = cast_of(scene, roster, trigger, pair, before.last, before.cast, speaker)
    if before.cast and before.trigger and is_purpose(scene, trigger, before.last) and _settles(before, cast):
        trigger, cast = (
            before.trigger,
            replace(before.cast, partners=cast.partners),
        )  # «وقعت اتفاقا لتزويد تركيا بأسلحة»
    telling = telling_of(scene, trigger, cast, saying)
    if last and len(pair) > 1 and _takes_over(telling) and not chronicle.knows(telling):
        cast = Cast(holders=pair)
        telling = telling_of(scene, trigger, cast, telling.voices)
    if len(telling.parties) > 1 and not _can_be(telling, roster):
        return cast
    chronicle.tell(telling)
    return cast


def _settles(before: _Before, cast: Cast) -> bool:
    """Whether what is agreed on says who the other side is."""
    assert before.cast and before.trigger
    deal = before.trigger.event.type == "deal" and before.trigger.event.mutual
    return deal and len(before.cast.parties) == 1 and bool(set(cast.partners) - set(before.cast.parties))


def _takes_over(telling: Telling) -> bool:
    """«لم يتم التوصل إلى اتفاق»: what did not come of the talks told just before has their parties."""
    return (
        not telling.parties
        and telling.told == "not_happened"
        and telling.type in {"deal", "transfer"}
        and not telling.trigger.event.people
        and any(telling.scene.stem(i) in among("negation") for i in _words_before(telling))
        and any(carrier_at(telling.scene, i) for i in _words_before(telling))
    )


def _words_before(telling: Telling) -> range:
    return range(max(telling.trigger.first - 5, telling.scene.first), telling.trigger.first)


def _can_be(telling: Telling, roster: Roster) -> bool:
    """Whether somebody who is named takes part, and people where it takes people."""
    kinds = {roster.type_of(party) for party in telling.parties}
    return kinds != {"SOURCE"} and (not telling.trigger.event.people or bool(kinds & {"PERSON", "SOURCE"}))


def _is_real(happening: Happening) -> bool:
    return any(telling.told != "unreal" for telling in happening.tellings)


def _contact(number: int, happening: Happening, evidence: Evidence) -> Contact:
    tellings = happening.tellings
    timed = next((t for t in tellings if t.date), None)
    amount = next((t.amount for t in tellings if t.amount), None)
    time = timed.date.value if timed and timed.date else None
    if timed and timed.since and time and "/" not in time:
        time += "/.."
    return Contact(
        id=f"c{number}",
        type=happening.type,
        parties=tuple(happening.parties),
        spans=tuple(sorted({t.span for t in (*tellings, *happening.echoes)}, key=_start)),
        time_text=time_words(timed) if timed else None,
        time=time,
        amount=amount,
        status=status_of(happening, evidence),
        attributions=evidence.carrying(happening),
    )


def _start(span: Span) -> int:
    return span.start
