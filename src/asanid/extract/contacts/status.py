"""Status: what an article, all in all, says of an event: told, confirmed, denied, contested, planned, not happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from asanid.extract.contacts.merge import Happening
from asanid.extract.contacts.tellings import Telling
from asanid.extract.contacts.words import among, bare_noun
from asanid.extract.scene import Stage
from asanid.model import Attribution, ContactStatus, ContactType, Stance

_LINKED: frozenset[ContactType] = frozenset({"negotiation", "deal"})


class Evidence:
    """What the events of an article are weighed against: attributions that answer, and events, all indexed."""

    def __init__(
        self,
        stage: Stage,
        attributions: Sequence[Attribution],
        happenings: Sequence[Happening],
    ) -> None:
        self._stage = stage
        self._order = {one.id: n for n, one in enumerate(attributions)}
        self._first_told: dict[str, Happening] = {}
        self._denied = {frozenset(h.parties) for h in happenings if h.type in _LINKED and any(map(is_denied, _all(h)))}
        speaking: set[str] = set()
        for happening in happenings:
            for telling in _all(happening):
                speaking.update(voice.id for voice in telling.voices)
            for telling in happening.tellings:
                for voice in telling.voices:
                    self._first_told.setdefault(voice.id, happening)
        self._answers: dict[str, list[Attribution]] = {}
        self._of_reports: dict[int, list[Attribution]] = {}
        places = sorted((t.offset, n) for n, h in enumerate(happenings) for t in h.tellings if t.voices)
        for one in attributions:
            for target in one.target:
                self._answers.setdefault(target, []).append(one)
            if one.stance in {"deny", "confirm"} and not one.target and one.id not in speaking:
                before = bisect_left(places, (one.cue.start, -1))
                if before and _is_of_a_report(one, stage):
                    self._of_reports.setdefault(id(happenings[places[before - 1][1]]), []).append(one)
        self._speaking = speaking

    def answered(self, happening: Happening, stance: Stance) -> bool:
        """Whether somebody denies, or confirms, one of the attributions that tell of an event."""
        if any(one.stance == stance for one in self._of_reports.get(id(happening), ())):
            return True
        telling = {voice.id for t in happening.tellings for voice in t.voices}
        return any(
            one.stance == stance and one.id not in self._speaking and self._is_of(one, target, happening)
            for target in telling
            for one in self._answers.get(target, ())
        )

    def _is_of(self, one: Attribution, target: str, happening: Happening) -> bool:
        """Whether an answer to a report is one to what the report tells of this event.

        Who takes part speaks of what it took part in, everybody else of what the report tells first.
        """
        return self.is_party(one, happening) or self._first_told.get(target) is happening

    def denied_beside(self, happening: Happening) -> bool:
        """Whether the deal that talks were about, or the talks about a deal, are denied."""
        return happening.type in _LINKED and frozenset(happening.parties) in self._denied

    def is_party(self, voice: Attribution, happening: Happening) -> bool:
        """Whether a source takes part in an event, or speaks for one who does."""
        keys = {voice.source_entity}
        if voice.source is not None:
            keys |= {mention.entity for mention in self._stage.mentions_in(voice.source)}
        return bool(keys & set(happening.parties))

    def carrying(self, happening: Happening) -> tuple[str, ...]:
        """Give the attributions that hold an event, and those that answer one of them, in the order of the text."""
        holding = {voice.id for t in _all(happening) for voice in t.voices}
        answering = {one.id for target in holding for one in self._answers.get(target, ())}
        return tuple(sorted(holding | answering, key=self._order.__getitem__))


def status_of(happening: Happening, evidence: Evidence) -> ContactStatus:
    """Weigh the tellings of an event, and the attributions that deny or confirm it, against each other."""
    tellings = happening.tellings
    if _did_not_happen(happening):
        return "not_happened"
    if _is_contradicted(happening, evidence):
        told = any(not is_denied(t) and t.told not in {"not_happened", "denied_now"} for t in tellings)
        return "contested" if told else "denied"
    if any(t.told == "planned" for t in tellings) and not any(t.sure for t in tellings):
        return "planned"
    if evidence.answered(happening, "confirm") or any(_confirms(t, happening, evidence) for t in _all(happening)):
        return "confirmed"
    return "reported"


def is_denied(telling: Telling) -> bool:
    """Whether a telling stands in what somebody denies."""
    return telling.told == "denied" or any(voice.stance == "deny" for voice in telling.voices)


def _all(happening: Happening) -> tuple[Telling, ...]:
    return (*happening.tellings, *happening.echoes)


def _did_not_happen(happening: Happening) -> bool:
    """Whether all tell that it failed, or some do and none tells that it took place, or the last takes it back."""
    tellings = happening.tellings
    failed = [t for t in _all(happening) if t.told == "not_happened" and not is_denied(t)]
    if not failed:
        return False
    return len([t for t in tellings if _failed(t)]) == len(tellings) or not _is_sure(tellings) or _taken_back(tellings)


def _failed(telling: Telling) -> bool:
    return telling.told == "not_happened" and not is_denied(telling)


def _taken_back(tellings: Sequence[Telling]) -> bool:
    """«اتفقا على السعر ولم يتفقا على التسليم»: what the same sentence takes back."""
    last = tellings[-1]
    return _failed(last) and any(t.scene is last.scene for t in tellings[:-1])


def _is_contradicted(happening: Happening, evidence: Evidence) -> bool:
    """Whether somebody denies the event, a report of it, or the deal that it is about."""
    return (
        any(map(is_denied, _all(happening)))
        or any(t.told == "denied_now" for t in happening.tellings)
        or evidence.answered(happening, "deny")
        or evidence.denied_beside(happening)
    )


def _is_of_a_report(one: Attribution, stage: Stage) -> bool:
    """«وصف التقرير بأنه كاذب», «نفى صحة الأنباء»: it speaks of the report as such and not of what another is about."""
    tokens = [token for span in one.content for token in stage.tokens_in(span)]
    report = next((n for n, token in enumerate(tokens) if bare_noun(token.stem) in among("report")), None)
    if report is None:
        return False
    return not any(token.stem in among("about") for token in tokens[report + 1 : report + 7])


def _is_sure(tellings: Iterable[Telling]) -> bool:
    return any(t.sure for t in tellings)


def _confirms(telling: Telling, happening: Happening, evidence: Evidence) -> bool:
    """Whether a telling is a confirmation, or one of the parties tells it itself."""
    if telling.told != "reported":
        return telling.told == "confirmed"
    return any(
        voice.stance == "confirm" or (voice.stance == "assert" and evidence.is_party(voice, happening))
        for voice in telling.voices
    )
