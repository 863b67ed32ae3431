"""Status: what an article, all in all, says of an event: told, confirmed, denied, contested, planned, not happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from asanid.extract.contacts.merge import Happening
from asanid.extract.contacts.tellings import Telling
from asanid.extract.contacts.words import among, bare_noun
from asanid.extract.scene import Stage
from asanid.model import Attribution, ContactStatus, ContactType, Stance

_LINKED: frozenset[ContactType] = frozenset({"negotiation", "deal"})


@dataclass(frozen=True, slots=True)
class Article:
    """What an event is weighed against: the attributions and events of its article, and denials without two parties."""

    stage: Stage
    attributions: Sequence[Attribution]
    happenings: Sequence[Happening]
    denials: Sequence[Telling]


def status_of(happening: Happening, article: Article) -> ContactStatus:
    """Weigh the tellings of an event, and the attributions that deny or confirm it, against each other."""
    tellings, everywhere = happening.tellings, (*happening.tellings, *happening.echoes)
    if all(t.told == "not_happened" and not is_denied(t) for t in tellings):
        return "not_happened"
    if not _is_sure(tellings) and any(t.told == "not_happened" and not is_denied(t) for t in everywhere):
        return "not_happened"
    if _taken_back(tellings):
        return "not_happened"
    if _is_contradicted(happening, article):
        told = any(not is_denied(t) and t.told not in {"not_happened", "denied_now"} for t in tellings)
        return "contested" if told else "denied"
    if all(t.told in {"planned", "unreal"} for t in tellings):
        return "planned"
    if _answered(happening, article, "confirm") or any(_confirms(t, happening, article.stage) for t in everywhere):
        return "confirmed"
    return "reported"


def _is_contradicted(happening: Happening, article: Article) -> bool:
    """Whether somebody denies the event, a report of it, or the deal that it is about."""
    everywhere = (*happening.tellings, *happening.echoes)
    return (
        any(is_denied(t) for t in everywhere)
        or any(t.told == "denied_now" for t in happening.tellings)
        or any(_may_be_meant(denial, happening, article) for denial in article.denials)
        or _answered(happening, article, "deny")
        or _denied_beside(happening, article.happenings)
    )


def _may_be_meant(denial: Telling, happening: Happening, article: Article) -> bool:
    """Whether a denial that names one party or none is of this event: it shares the party, or is the only one of its kind."""
    if denial.type != happening.type:
        return False
    if denial.parties:
        return set(denial.parties) <= set(happening.parties)
    return sum(other.type == happening.type for other in article.happenings) == 1


def _taken_back(tellings: Sequence[Telling]) -> bool:
    """«اتفقا على السعر ولم يتفقا على التسليم»: what the same sentence takes back."""
    last = tellings[-1]
    return last.told == "not_happened" and not is_denied(last) and any(t.scene == last.scene for t in tellings[:-1])


def is_denied(telling: Telling) -> bool:
    """Whether a telling stands in what somebody denies."""
    return telling.told == "denied" or any(voice.stance == "deny" for voice in telling.voices)


def _answered(happening: Happening, article: Article, stance: Stance) -> bool:
    """Whether somebody denies, or confirms, one of the attributions that tell of it."""
    telling = {voice.id for t in happening.tellings for voice in t.voices}
    return bool(telling) and any(
        one.stance == stance and _is_of(one, telling, happening, article) for one in article.attributions
    )


def _is_of(one: Attribution, telling: set[str], happening: Happening, article: Article) -> bool:
    """Whether an answer to a report is one to what the report tells of this event.

    One that tells itself what it speaks of is of nothing else; of the rest of a report, those who take part speak of
    what they took part in, and all others of what it tells first.
    """
    if any(
        span.start <= t.offset < span.end
        for h in article.happenings
        for t in (*h.tellings, *h.echoes)
        for span in one.content
    ):
        return False
    if not one.target:
        return _of_the_report(one, article.stage) and _told_last(one.cue.start, article) is happening
    meant = telling & set(one.target)
    if not meant or _is_party(one, happening, article.stage):
        return bool(meant)
    told = [h for h in article.happenings if any(v.id in meant for t in h.tellings for v in t.voices)]
    return bool(told) and told[0] is happening


def _told_last(offset: int, article: Article) -> Happening | None:
    """The event that somebody told of last before a place."""
    before = [
        (t.offset, n) for n, h in enumerate(article.happenings) for t in h.tellings if t.voices and t.offset < offset
    ]
    return article.happenings[max(before)[1]] if before else None


def _of_the_report(one: Attribution, stage: Stage) -> bool:
    """«وصف التقرير بأنه كاذب», «نفى صحة الأنباء»: it speaks of the report as such and not of what another is about."""
    tokens = [token for span in one.content for token in stage.tokens_in(span)]
    report = next((n for n, token in enumerate(tokens) if bare_noun(token.stem) in among("report")), None)
    if report is None:
        return False
    return not any(token.stem in among("about") for token in tokens[report + 1 : report + 7])


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
    return any(t.told in {"reported", "confirmed"} and t.trigger.form == "finite" for t in tellings)


def _confirms(telling: Telling, happening: Happening, stage: Stage) -> bool:
    """Whether a telling is a confirmation, or one of the parties tells it itself."""
    if telling.told == "confirmed":
        return True
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
