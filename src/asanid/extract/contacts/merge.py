"""Merging: the tellings of one event become one contact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from asanid.extract.contacts.tellings import Telling, is_again
from asanid.model import ContactType

_TALKING: frozenset[ContactType] = frozenset({"contact", "negotiation"})
_ANAPHORA = 2500
"""Characters that «اللقاء» or «الصفقة» without parties may stand behind what it takes up."""
Pair = frozenset[str]


@dataclass(slots=True)
class Happening:
    """An event as told so far. ``echoes`` are tellings that name one party or none and take it up."""

    type: ContactType
    parties: list[str]
    tellings: list[Telling]
    echoes: list[Telling] = field(default_factory=list)

    @property
    def time(self) -> str | None:
        """The first time that is told."""
        return next((telling.date.value for telling in self.tellings if telling.date), None)


class Chronicle:
    """The events of an article, growing with its tellings in the order of the text."""

    def __init__(self, state: Callable[[str], str] = str) -> None:
        self._state = state
        self.happenings: list[Happening] = []
        self._loose: list[Telling] = []
        self._by_pair: dict[Pair, list[Happening]] = {}

    def tell(self, telling: Telling) -> None:
        """Take in a telling: of a known event, of a new one, or an echo of one."""
        if len(telling.parties) < 2:
            self._echo(telling)
            return
        known = self._known(telling)
        if known is None:
            known = Happening(telling.type, list(telling.parties), [])
            self.happenings.append(known)
        elif known.type != telling.type:
            known.type = "negotiation"
        known.tellings.append(telling)
        for pair in self._pairs(telling.parties):
            rows = self._by_pair.setdefault(pair, [])
            if not any(row is known for row in rows):
                rows.append(known)

    def knows(self, telling: Telling) -> bool:
        """Whether an event of that kind has been told to have failed already, or stands to fail here."""
        return any(
            happening.type == telling.type and telling.offset - happening.tellings[-1].offset <= _ANAPHORA
            for happening in self.happenings[::-1][:12]
            if any(other.told == "not_happened" for other in happening.tellings)
        )

    def last(self, offset: int, reach: int) -> Happening | None:
        """Give the event told last, if not too far before."""
        for happening in self.happenings[::-1][:1]:
            if offset - happening.tellings[-1].offset <= reach:
                return happening
        return None

    def _known(self, telling: Telling) -> Happening | None:
        candidates = [h for pair in self._pairs(telling.parties) for h in self._by_pair.get(pair, ())[::-1][:8]]
        for happening in candidates:
            if self._same_parties(happening, telling) and _same_event(happening, telling):
                return happening
        return None

    def _same_parties(self, happening: Happening, telling: Telling) -> bool:
        told, known = set(map(self._state, telling.parties)), set(map(self._state, happening.parties))
        return told <= known or known <= told

    def _pairs(self, parties: Iterable[str]) -> Iterator[Pair]:
        return (frozenset(pair) for pair in combinations(sorted(map(self._state, parties)), 2))

    def settle(self) -> None:
        """Once everything is told, take for a negotiation what was to be one: talks about a deal that is told too, and
        a meeting in a sentence that tells that one of the parties came to negotiate.
        """
        deals = {frozenset(h.parties) for h in self.happenings if h.type == "deal"}
        for happening in self.happenings:
            talking = all(t.trigger.event.talks and t.trigger.form == "noun" for t in happening.tellings)
            if happening.type == "contact" and talking and frozenset(happening.parties) in deals:
                happening.type = "negotiation"
        in_scene: dict[int, list[Happening]] = {}
        for happening in self.happenings:
            for telling in happening.tellings:
                in_scene.setdefault(id(telling.scene), []).append(happening)
        for telling in self._loose:
            for happening in in_scene.get(id(telling.scene), ()):
                if happening.type == "contact" and set(telling.parties) <= set(happening.parties):
                    happening.type = "negotiation"
                    happening.echoes.append(telling)

    def drop_unnamed(self, unnamed: Callable[[str], bool]) -> None:
        """Take what is told of somebody without a name for what is told of one with a name, where that may be he:
        always in a headline, elsewhere where the other party is the same.
        """
        named = [h for h in self.happenings if not any(map(unnamed, h.parties))]
        for happening in [h for h in self.happenings if any(map(unnamed, h.parties))]:
            known = {party for party in happening.parties if not unnamed(party)}
            for other in named:
                if _same_kind(other.type, happening.type, talks=True) and (
                    (known < set(other.parties) and _is_vague(happening)) or _is_headline(happening)
                ):
                    other.echoes += happening.tellings if known <= set(other.parties) else []
                    self.happenings.remove(happening)
                    break

    def _echo(self, telling: Telling) -> None:
        for happening in self.happenings[::-1][:12] if _takes_up(telling) else ():
            if not _same_kind(happening.type, telling.type, talks=True):
                continue
            if telling.parties and telling.parties[0] not in happening.parties:
                continue
            if telling.offset - happening.tellings[-1].offset <= _ANAPHORA:
                happening.echoes.append(telling)
                return
        if telling.type == "negotiation" and telling.parties:
            self._loose.append(telling)


def _is_headline(happening: Happening) -> bool:
    scene = happening.tellings[0].scene
    return scene.stage.parsed.blocks[scene.sentence.block].kind in {"title", "kicker", "summary", "heading"}


def _is_vague(happening: Happening) -> bool:
    """Whether no time is told that would set it apart."""
    return happening.time is None


def _takes_up(telling: Telling) -> bool:
    """Whether the words speak of something told: «اللقاء», «لقائه», and not «لقاء», «يلتقي»; denials answer it."""
    token = telling.scene.tokens[telling.trigger.first]
    if any(voice.stance == "deny" for voice in telling.voices):
        return True
    return telling.trigger.form == "noun" and (token.stem.startswith("ال") or bool(token.enclitic))


def _same_event(happening: Happening, telling: Telling) -> bool:
    talks = telling.trigger.event.talks or any(t.trigger.event.talks for t in happening.tellings)
    if not _same_kind(happening.type, telling.type, talks=talks):
        return False
    if telling.date and is_again(telling) and happening.time != telling.date.value:
        return False
    if telling.told == "not_happened" and any(
        other.sure and other.scene is not telling.scene for other in happening.tellings
    ):
        return False
    return compatible(happening.time, telling.date.value if telling.date else None)


def _same_kind(one: ContactType, other: ContactType, *, talks: bool) -> bool:
    return one == other or (talks and {one, other} == _TALKING)


def compatible(one: str | None, other: str | None) -> bool:
    """Whether two EDTF times can be one: unknown, equal, or one within the other.

    >>> compatible("2021", "2021-12"), compatible("2021-12", "2022-02"), compatible(None, "2021")
    (True, False, True)
    """
    if one is None or other is None:
        return True
    first, second = (value.split("/")[0].strip("~?%.") for value in (one, other))
    return not first or not second or first.startswith(second) or second.startswith(first)
