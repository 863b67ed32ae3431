"""Which way a clause points: does it tell what happened, or speak of what is to come?"""

from __future__ import annotations

from collections.abc import Sequence

from asanid.model import Token
from asanid.parse.dates.words import readings, surrounding

_BACK, _AHEAD, _NEXT_WEEKDAY, _SINCE = 16, 2, 9, 8
_STOPS = frozenset(".؟!؛")
_FUTURE_PREFIXES = ("سي", "ست", "وسي", "وست")


def points(tokens: Sequence[Token], first: int, last: int) -> tuple[bool, bool]:
    """Say of the clause round some tokens if it is future and if it is past; the nearest cue before decides."""
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        form = tokens[at].form
        if form in _STOPS:
            break
        if _is_future(form) and not _told_as_past(tokens, at):
            return True, False
        if _is_past(form) or tokens[at].stem in surrounding("past"):
            return _before_coming_weekday(tokens, last), True
    for at in range(last + 1, min(len(tokens), last + 1 + _AHEAD)):
        if tokens[at].form in _STOPS:
            break
        if _is_future(tokens[at].form):
            return True, False
    return _before_coming_weekday(tokens, last), False


def told_after(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a past verb follows at once: «وبعد يومين أعلن»."""
    return any(_is_past(tokens[at].form) for at in range(last + 1, min(len(tokens), last + 4)))


def happened(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Say whether the clause tells of an event that is over: a past verb that is not one of saying, or «بعد الحريق»."""
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        form, stem = tokens[at].form, tokens[at].stem
        if form in _STOPS:
            break
        if (_is_past(form) or stem in surrounding("past")) and stem not in surrounding("saying"):
            return True
        if stem in surrounding("since-then") and first - at <= _SINCE:
            return True
    return told_after(tokens, last)


def _told_as_past(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a coming verb is part of a tale: «قبل أن يستأنف», «كان يلعب»."""
    before = [token.form for token in tokens[max(0, at - 2) : at]]
    return before[-1:] in (["كان"], ["كانت"]) or (
        len(before) == 2 and before[0] in ("قبل", "بعد") and before[1] == "ان"
    )


def _before_coming_weekday(tokens: Sequence[Token], last: int) -> bool:
    """Say whether a day of the coming week follows: «إسبانيا الجمعة والبرازيل الثلاثاء المقبل»."""
    for at in range(last + 2, min(len(tokens), last + _NEXT_WEEKDAY)):
        if tokens[at].form in _STOPS:
            return False
        if tokens[at].form in surrounding("next-week") and any(
            r.kind == "weekday" for r in readings(tokens[at - 1].form)[1]
        ):
            return True
    return False


def _is_future(form: str) -> bool:
    plain = form[1:] if form[:1] == "و" else form
    if form in surrounding("future") or plain in surrounding("coming"):
        return True
    if not form.startswith(_FUTURE_PREFIXES) or len(form) < 5:
        return False
    return plain not in surrounding("not-future")


def _is_past(form: str) -> bool:
    past = surrounding("past")
    return form in past or (form[:1] in "وف" and form[1:] in past)
