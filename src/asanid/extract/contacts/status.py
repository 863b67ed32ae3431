"""Status: what an article, all in all, says of an event: told, confirmed, denied, contested, planned, not happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from asanid.extract.contacts.merge import Happening
from asanid.extract.contacts.tellings import Telling
from asanid.extract.scene import Stage
from asanid.model import Attribution, ContactStatus, ContactType, Stance

_LINKED: frozenset[ContactType] = frozenset({"negotiation", "deal"})


def status_of(
    happening: Happening, attributions: Sequence[Attribution], stage: Stage, others: Iterable[Happening] = ()
) -> ContactStatus:
    """Weigh the tellings of an event, and the attributions that deny or confirm it, against each other.

    ``others`` are the further events of the article: whoever denies the deal contests the talks about it.
    """
    tellings, everywhere = happening.tellings, (*happening.tellings, *happening.echoes)
    if all(t.told == "not_happened" and not is_denied(t) for t in tellings):
        return "not_happened"
    if not _is_sure(tellings) and any(t.told == "not_happened" and not is_denied(t) for t in everywhere):
        return "not_happened"
    outside = [t for t in tellings if not is_denied(t) and t.told not in {"not_happened", "denied_now"}]
    contradicted = any(is_denied(t) for t in everywhere) or any(t.told == "denied_now" for t in tellings)
    if contradicted or _answered(happening, attributions, "deny") or _denied_beside(happening, others):
        return "contested" if outside else "denied"
    if all(t.told in {"planned", "unreal"} for t in tellings):
        return "planned"
    if _answered(happening, attributions, "confirm") or any(_confirms(t, happening, stage) for t in everywhere):
        return "confirmed"
    return "reported"


def is_denied(telling: Telling) -> bool:
    """Whether a telling stands in what somebody denies."""
    return any(voice.stance == "deny" for voice in telling.voices)


def _answered(happening: Happening, attributions: Iterable[Attribution], stance: Stance) -> bool:
    """Whether somebody denies, or confirms, one of the attributions that tell of it."""
    telling = {voice.id for t in happening.tellings for voice in t.voices}
    return any(one.stance == stance and telling & set(one.target) for one in attributions)


def _denied_beside(happening: Happening, others: Iterable[Happening]) -> bool:
    """Whether the deal that talks were about, or the talks about a deal, are denied."""
    if happening.type not in _LINKED:
        return False
    parties = set(happening.parties)
    return any(
        other is not happening
        and other.type in _LINKED
        and set(other.parties) == parties
        and any(is_denied(t) for t in (*other.tellings, *other.echoes))
        for other in others
    )


def _is_sure(tellings: Iterable[Telling]) -> bool:
    return any(t.told == "reported" and t.trigger.form == "finite" for t in tellings)


def _confirms(telling: Telling, happening: Happening, stage: Stage) -> bool:
    """Whether a telling is a confirmation, or one of the parties tells it itself."""
    if telling.told != "reported":
        return False
    return any(
        voice.stance == "confirm" or (voice.stance == "assert" and _is_party(voice, happening, stage))
        for voice in telling.voices
    )


def _is_party(voice: Attribution, happening: Happening, stage: Stage) -> bool:
    keys = {voice.source_entity}
    if voice.source is not None:
        keys |= {mention.entity for mention in stage.mentions_in(voice.source)}
    return bool(keys & set(happening.parties))
