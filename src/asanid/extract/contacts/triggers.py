"""Event words: where the lexicon's verbs, nouns and phrases of contact stand in a sentence, and what carries them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from asanid.extract.contacts.words import among, preposition_of
from asanid.extract.inflect import inflect
from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.contacts import Carrier, Event
from asanid.lexicon.schema.cues import Verb
from asanid.model import Token
from asanid.parse.fold import fold_key

Form = Literal["finite", "passive", "noun"]
_NEAR = 14
"""Words on either side in which what an event word needs must stand."""
_NEAR_GOODS = 12
"""The same for the goods or money that are delivered or paid."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event word: the tokens ``first`` to ``last`` (exclusive), its entry, and how it stands there."""

    first: int
    last: int
    event: Event
    form: Form


@dataclass(frozen=True, slots=True)
class _Index:
    words: dict[str, tuple[tuple[Event, Form], ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Event], ...]]


def find_triggers(scene: Scene) -> list[Trigger]:
    """Give the event words of a sentence in their order, none overlapping."""
    found: list[Trigger] = []
    position = scene.first
    while position < scene.last:
        if not _may_open(scene.tokens[position]):
            position += 1
            continue
        trigger = _phrase_at(scene, position) or _word_at(scene, position)
        if trigger:
            found.append(trigger)
        position = trigger.last if trigger else position + 1
    return found


def carrier_at(scene: Scene, position: int) -> Carrier | None:
    """Give the carrier whose word stands at a position, or whose phrase begins there.

    >>> from asanid.extract.scene import Scene, scenes, set_stage
    >>> from asanid.parse.parsed import parse
    >>> from asanid.read import read_text
    >>> scene = scenes(set_stage(parse(read_text("وأجرى الوزير اتصالا بالسفير"))))[0]
    >>> carrier_at(scene, scene.first).id
    'ajra'
    """
    token = scene.tokens[position]
    for words, carrier in _carriers()[1].get(token.stem, ()):
        if all(scene.stem(position + n) == word for n, word in enumerate(words)):
            return carrier
    if token.kind != "word":
        return None
    table = _carriers()[0]
    return next((table[form] for form in verb_forms(token) if form in table), None)


def verb_forms(token: Token) -> tuple[str, ...]:
    """Give the forms that a word may be listed by: as it stands without «و», and without its pronoun."""
    stem = token.stem
    whole = stem + token.enclitic
    return (stem,) if whole == stem else (whole, stem)


def is_event_verb(token: Token) -> bool:
    """Whether a word can be a finite verb of contact or of carrying one."""
    if token.kind != "word" or preposition_of(token):
        return False
    index = _index().words
    return any(
        form in _carriers()[0] or any(kind != "noun" for _, kind in index.get(form, ())) for form in verb_forms(token)
    )


def is_past(token: Token) -> bool:
    """Whether a word can be a verb of contact, or of carrying one, in the past: «التقى», «أجرت», and not «يلتقي»."""
    return (
        token.kind == "word" and not preposition_of(token) and any(form in _finite()[0] for form in verb_forms(token))
    )


def is_first_person(token: Token) -> bool:
    """Whether a verb says «I» or «we»: «أجرينا», «نتفاوض»; «تحدثت» may be «she» as well.

    >>> from asanid.parse.parsed import parse
    >>> from asanid.read import read_text
    >>> [is_first_person(token) for token in parse(read_text("التقينا الوزير")).tokens]
    [True, False]
    """
    return token.kind == "word" and token.stem in _finite()[1]


def is_event_noun(token: Token) -> bool:
    """Whether a word can be a noun of contact: «اجتماع», «لقائه»."""
    rows = _index().words
    return token.kind == "word" and any(kind == "noun" for form in verb_forms(token) for _, kind in rows.get(form, ()))


# --- looking up -----------------------------------------------------------------------------------


def _may_open(token: Token) -> bool:
    """Whether anything listed begins with a word: with most it does not."""
    index, stem = _index(), token.stem
    return stem in index.words or stem in index.phrases or stem + token.enclitic in index.words


def _phrase_at(scene: Scene, position: int) -> Trigger | None:
    stem = scene.stem(position)
    for words, event in _index().phrases.get(stem, ()):
        last = position + len(words)
        if all(_same(scene, position + n, word, opens=n == 0) for n, word in enumerate(words)) and _counts(
            scene, position, last, event
        ):
            return Trigger(position, last, event, "noun")
    return None


def _same(scene: Scene, position: int, word: str, *, opens: bool) -> bool:
    return (scene.stem(position) if opens else scene.form(position)) == word


def _word_at(scene: Scene, position: int) -> Trigger | None:
    token = scene.tokens[position]
    if token.kind != "word" or scene.name(position) is not None or scene.dated(position):
        return None
    if token.form in among("preposition"):
        return None
    for form in verb_forms(token):
        for event, kind in _index().words.get(form, ()):
            if kind != "noun" and preposition_of(token):
                continue
            if kind == "noun" and token.enclitic and token.stem in _carriers()[0]:  # «لقاءات عقدها الوزير»
                continue
            if _counts(scene, position, position + 1, event):
                return Trigger(position, position + 1, event, kind)
    return None


def _counts(scene: Scene, first: int, last: int, event: Event) -> bool:
    """Whether what the event word needs stands near, and nothing that makes it another word."""
    near = _NEAR_GOODS if event.type == "transfer" else _NEAR
    low, high = max(first - near, scene.first), min(last + near, scene.last)
    around = [scene.tokens[i] for i in range(low, high) if not first <= i < last]
    if event.without and _any_of(around, event, "without"):
        return False
    if not event.needs:
        return True
    if "@pronoun" in event.needs:
        return bool(scene.tokens[first].enclitic)
    return _any_of(around, event, "needs")


def _any_of(tokens: list[Token], event: Event, which: Literal["needs", "without"]) -> bool:
    words = _listed(event.needs if which == "needs" else event.without)
    return any(token.form in words or token.stem in words for token in tokens)


@cache
def _listed(names: tuple[str, ...]) -> frozenset[str]:
    words: set[str] = set()
    for name in names:
        words |= among(name[1:]) if name.startswith("@") else {fold_key(name)}
    return frozenset(words)


# --- the forms ------------------------------------------------------------------------------------


@cache
def _index() -> _Index:
    words: dict[str, dict[tuple[str, Form], tuple[Event, Form]]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Event]]] = {}
    for event in section("contacts", Event):
        for text, kind in _forms(event):
            words.setdefault(text, {}).setdefault((event.id, kind), (event, kind))
        for phrase in event.phrases:
            parts = tuple(fold_key(phrase).split())
            phrases.setdefault(parts[0], []).append((parts, event))
    return _Index(
        {word: tuple(rows.values()) for word, rows in words.items()},
        {word: tuple(rows) for word, rows in phrases.items()},
    )


def _forms(event: Event) -> Iterator[tuple[str, Form]]:
    if event.verb:
        yield from _verb(event.verb)
    for noun in event.nouns:
        yield from ((form, "noun") for form in _noun(fold_key(noun)))


def _verb(verb: Verb) -> Iterator[tuple[str, Form]]:
    for form in inflect(verb):
        if form.kind == "noun":
            yield from ((text, "noun") for text in _noun(form.text))
        elif form.kind in {"finite", "jussive"} and form.person in {1, 3}:
            yield form.text, "finite"
        elif form.kind == "passive":
            yield form.text, "passive"


def _noun(form: str) -> Iterator[str]:
    """A noun as it stands, with its article, and as it is written before a pronoun: «لقاي(ه)», «مكالمت(ه)»."""
    yield from (form, "ال" + form)
    if form.endswith("اء"):
        yield from (form[:-1] + "ي", form[:-1] + "و")
    if form.endswith("ه"):
        yield form[:-1] + "ت"


@cache
def _finite() -> tuple[frozenset[str], frozenset[str]]:
    """The finite forms that are in the past, and those of the first person that can be nothing else."""
    entries: list[Event | Carrier] = [*section("contacts", Event), *section("contact_carriers", Carrier)]
    verbs = [entry.verb for entry in entries if entry.verb]
    forms = [(form, verb) for verb in verbs for form in inflect(verb) if form.kind == "finite"]
    past = frozenset(form.text for form, verb in forms if form.text[:2] == fold_key(verb.past)[:2])
    third = {form.text for form, _ in forms if form.person == 3}
    return past, frozenset(form.text for form, _ in forms if form.person == 1 and form.text not in third)


@cache
def _carriers() -> tuple[dict[str, Carrier], dict[str, list[tuple[tuple[str, ...], Carrier]]]]:
    words: dict[str, Carrier] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Carrier]]] = {}
    for carrier in section("contact_carriers", Carrier):
        for form in inflect(carrier.verb) if carrier.verb else ():
            if form.kind in {"finite", "jussive", "noun", "passive"} and form.person in {0, 1, 3}:
                words.setdefault(form.text, carrier)
                if form.kind == "noun":
                    words.setdefault("ال" + form.text, carrier)
        for phrase in carrier.phrases:
            parts = tuple(fold_key(phrase).split())
            phrases.setdefault(parts[0], []).append((parts, carrier))
    return words, phrases
