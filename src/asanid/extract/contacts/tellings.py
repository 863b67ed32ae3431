"""Tellings: each place where an event of several parties is told, with its time, its amount and how real it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from asanid.extract.contacts.clauses import Opening, opening_of
from asanid.extract.contacts.frames import Cast
from asanid.extract.contacts.triggers import Trigger, is_event_noun, is_event_verb, is_past
from asanid.extract.contacts.words import among
from asanid.extract.scene import Scene
from asanid.model import Amount, Attribution, ContactType, Date, Number, Span, Token
from asanid.parse.fold import fold_key

Told = Literal["reported", "confirmed", "planned", "not_happened", "denied", "denied_now", "unreal"]
"""``confirmed``, ``denied``: by one who takes part, where the saying is no attribution; ``denied_now``: denied as a
state («لا يجرون محادثات»); ``unreal``: only supposed («لو كانت الصفقة»).
"""
_TIMED = 18
"""Words between an event word and its date."""
_COUNTED = 16
_GENERIC = frozenset({"في", "فى", "منذ", "خلال", "حتي", "قبل", "بعد"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling. ``parties`` may be one or none: then it only tells more of an event told elsewhere."""

    trigger: Trigger
    scene: Scene
    span: Span
    parties: tuple[str, ...]
    told: Told
    sure: bool
    """Whether a verb in the past says that it took place: «التقى», «عقد اجتماعا», and not «القمة», «يلتقي»."""
    date: Date | None
    since: bool
    amount: Amount | None
    voices: tuple[Attribution, ...]
    """The attributions whose content holds it, the outermost first."""

    @property
    def type(self) -> ContactType:
        """The type of the event that the word tells of."""
        return self.trigger.event.type

    @property
    def offset(self) -> int:
        """Where it stands in the text."""
        return self.span.start


def is_again(telling: Telling) -> bool:
    """Whether the words say that it was another time: «مرة أخرى», «مجددا»."""
    scene, trigger = telling.scene, telling.trigger
    return any(scene.form(i) in among("again") for i in range(trigger.last, min(trigger.last + 5, scene.last)))


def telling_of(scene: Scene, trigger: Trigger, cast: Cast, voices: Sequence[Attribution]) -> Telling:
    """Put together what is told at an event word."""
    span = scene.span(trigger.first, trigger.last)
    date = _date_of(scene, trigger, voices)
    told = _told(scene, trigger, cast, date, voices)
    if told != "not_happened" and any(voice.stance == "decline" for voice in voices):
        told = "unreal"
    return Telling(
        trigger,
        scene,
        span,
        cast.parties,
        told,
        _is_past(scene, trigger, cast) and told in {"reported", "confirmed"},
        date,
        date is not None and _word_before(scene, date) == "منذ",
        _amount_of(scene, trigger),
        tuple(voices),
    )


def time_words(telling: Telling) -> str | None:
    """Give the words that tell the time, with their preposition."""
    if telling.date is None:
        return None
    text, start = telling.scene.stage.parsed.article.text, telling.date.start
    word = _token_before(telling.scene, telling.date)
    if word is not None and word.form in _GENERIC:
        start = word.start
    return text[start : telling.date.end]


# --- how real -------------------------------------------------------------------------------------


def _told(scene: Scene, trigger: Trigger, cast: Cast, date: Date | None, voices: Sequence[Attribution]) -> Told:
    opening = opening_of(scene, trigger.first)
    at = cast.carried_at if cast.carried_at is not None and cast.carried_at < trigger.first else trigger.first
    if _supposed(scene, opening, at):
        return "unreal"
    negation = _negation(scene, trigger, at)
    if negation:
        spoken = cast.carrier is not None and cast.carrier.status in {"confirmed", "denied"}
        return "unreal" if spoken or trigger.event.topic else negation
    if cast.carrier is not None and cast.carrier.status != "reported":
        return cast.carrier.status
    if _planned(scene, trigger, opening, date, cast.carried_at) or _expected(scene, at, voices):
        return "planned"
    return "reported"


def _is_past(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    at = trigger.first if trigger.form != "noun" else cast.carried_at
    return trigger.form == "passive" or (at is not None and is_past(scene.tokens[at]))


def _expected(scene: Scene, position: int, voices: Sequence[Attribution]) -> bool:
    """«رجحوا أن ينجز الكرملين الاتفاق»: thought of, in the subjunctive."""
    first = scene.tokens[position].stem[:1]
    return bool(voices) and voices[-1].stance == "believe" and first in {"ي", "ت"} and scene.stem(position - 1) == "ان"


def _supposed(scene: Scene, opening: Opening, position: int) -> bool:
    """«لو كانت الصفقة», «إذا تعاقد النادي»."""
    near = (opening.first - 2, opening.first - 1, opening.first, opening.first + 1, position - 1)
    return any(scene.stem(i) in among("if") for i in near) or scene.stem(position - 1) in among("any")


def _negation(scene: Scene, trigger: Trigger, carried_at: int) -> Told | None:
    """«لم يلتق», «لا يجرون محادثات», «لم يتم نقل», «من دون لقاء», «عدم التوصل إلى اتفاق»."""
    for at in dict.fromkeys((trigger.first, carried_at)):
        for i in (at - 1, at - 2):
            if scene.stem(i) in among("negation") and (i == at - 1 or scene.stem(at - 1) in among("passive-light")):
                return _kind_of(scene.stem(i))
    if trigger.form != "noun":
        return None
    for i in range(trigger.first - 1, max(trigger.first - 6, scene.first) - 1, -1):
        if scene.form(i) in {"،", "."}:
            break
        if scene.stem(i) in among("negation") and scene.stem(i + 1) in among("passive-light") and trigger.first - i < 5:
            return _kind_of(scene.stem(i))
        if scene.stem(i) in among("failed"):
            return "not_happened"
    return None


def _kind_of(negation: str) -> Told:
    return "denied_now" if negation in {"لا", "ليس", "ليست"} else "not_happened"


def _planned(scene: Scene, trigger: Trigger, opening: Opening, date: Date | None, carried_at: int | None) -> bool:
    first = scene.tokens[trigger.first]
    if trigger.form == "finite" and "س" in first.proclitics:
        return True
    low = max(opening.first - 3, trigger.first - 7, scene.first)
    if carried_at is not None and carried_at >= trigger.last and _future(scene, carried_at):
        return True
    if any(scene.stem(i) in among("plan") or _future(scene, i) for i in range(low, trigger.first)):
        return True
    if trigger.form == "noun" and any(
        scene.form(i) in among("planned") and not scene.dated(i)
        for i in range(trigger.last, min(trigger.last + 4, scene.last))
    ):
        return True
    published = scene.stage.parsed.article.published
    if not (published and date and date.value[:4].isdigit()):
        return False
    day, at = date.value.strip("~?")[:10], trigger.first if carried_at is None else carried_at
    return day > published[:10] or (
        day == published[:10] and is_event_verb(scene.tokens[at]) and not is_past(scene.tokens[at])
    )


def _future(scene: Scene, position: int) -> bool:
    token = scene.tokens[position]
    return token.proclitics.endswith("س") and token.stem[:1] in {"ي", "ت"}


# --- when and how much ----------------------------------------------------------------------------


def _date_of(scene: Scene, trigger: Trigger, voices: Sequence[Attribution]) -> Date | None:
    """The nearest date of the clause: of what is told, not of the telling, nor of another event before it."""
    inner = voices[-1].content if voices else ()
    best: tuple[int, Date] | None = None
    low = max(trigger.first - _TIMED, scene.first)
    floor = next((i for i in range(trigger.first - 1, low - 1, -1) if _parts_times(scene, i)), low)
    for i in range(floor, min(trigger.last + _TIMED, scene.last)):
        date = scene.stage.date_at.get(i)
        if date is None or (inner and not any(s.start <= date.start and date.end <= s.end for s in inner)):
            continue
        distance = trigger.first - i + 4 if i < trigger.first else i - trigger.last
        if _between_sentences(scene, min(i, trigger.first), max(i, trigger.first)):
            continue
        if best is None or distance < best[0]:
            best = distance, date
    return best[1] if best else None


def _parts_times(scene: Scene, position: int) -> bool:
    """«الخميس، بعد يومين من القمة», «اجتمعا السبت لمناقشة قمة»: whether a date before this word is another event's."""
    token = scene.tokens[position]
    if scene.name(position) is not None or scene.dated(position):
        return False
    return (
        token.form in among("at-the-time-of") - {"خلال", "منذ"}
        or (token.proclitics[-1:] == "ل" and is_event_noun(token))
        or (
            token.proclitics[-1:] == "ل"
            and not token.stem.startswith("ال")
            and scene.tokens[position].kind == "word"
            and not token.enclitic
        )
    )


def _between_sentences(scene: Scene, first: int, last: int) -> bool:
    return any(scene.form(i) in {".", "؛", "؟"} for i in range(first, last))


def _token_before(scene: Scene, date: Date) -> Token | None:
    position = bisect_left(scene.stage.token_starts, date.start) - 1
    return scene.tokens[position] if position >= 0 else None


def _word_before(scene: Scene, date: Date) -> str:
    word = _token_before(scene, date)
    text = scene.stage.parsed.article.text[date.start : date.end]
    return "منذ" if text.startswith("منذ") else (word.form if word is not None else "")


def _amount_of(scene: Scene, trigger: Trigger) -> Amount | None:
    """The nearest sum of money, or count of what is delivered or exchanged, behind the event word or close before."""
    if trigger.event.type == "contact":
        return None
    low = scene.tokens[max(trigger.first - 6, scene.first)].start
    high = scene.tokens[min(trigger.last + _COUNTED, scene.last) - 1].end
    numbers = scene.stage.parsed.numbers
    first = bisect_left(numbers, low, key=_start)
    fit = [n for n in numbers[first : first + 12] if n.end <= high and n.unit and (_money(n) or _things(n))]
    if not fit:
        return None
    number = min(fit, key=_rank)
    text = scene.stage.parsed.article.text[number.start : number.end]
    return Amount(number.value, number.unit, text)


def _start(number: Number) -> int:
    return number.start


def _rank(number: Number) -> tuple[bool, int]:
    return not _money(number), number.start


def _money(number: Number) -> bool:
    return number.unit is not None and len(number.unit) == 3 and number.unit.isascii() and number.unit.isupper()


def _things(number: Number) -> bool:
    return fold_key(number.unit or "") in among("goods") | among("captives")
