"""Which way a clause points: does it tell what happened, or speak of what is to come? And is «اليوم» today?"""

from __future__ import annotations

from collections.abc import Iterator

from asanid.model import Token
from asanid.parse.clitics import segment
from asanid.parse.dates.grammar import Scene
from asanid.parse.dates.words import readings, surrounding

_BACK, _AHEAD, _NEXT_WEEKDAY, _SINCE, _NOWADAYS = 28, 2, 9, 8, 5
_STOPS = frozenset(".؟!؛")


def points(scene: Scene, first: int, last: int) -> tuple[bool, bool]:
    """Say of the clause round some tokens if it is future and if it is past; the nearest cue before decides."""
    for at in _before(scene, first, _BACK):
        if _is_future(scene, at) and not _told_as_past(scene, at):
            return True, False
        if _is_past(scene, at):
            return _before_coming_weekday(scene, last), True
    for at in _after(scene, last, _AHEAD):
        if scene.word(at).startswith(("ان", "بان")):
            break  # what follows is told, and says nothing of the telling: «الأحد أنه سيسافر»
        if _is_future(scene, at):
            return True, False
    return _before_coming_weekday(scene, last), False


def told_after(scene: Scene, last: int) -> bool:
    """Say whether a past verb follows at once: «وبعد يومين أعلن»."""
    return any(_is_past(scene, at) for at in _after(scene, last, 3))


def happened(scene: Scene, first: int, last: int) -> bool:
    """Say whether the clause tells of an event that is over: a past verb that is not one of saying, or «بعد الحريق»."""
    for at in _before(scene, first, _BACK):
        token = scene.tokens[at]
        if _is_past(scene, at) and token.stem not in surrounding("saying"):
            return True
        if token.stem in surrounding("since-then") and first - at <= _SINCE:
            return True
    return told_after(scene, last)


def nowadays(scene: Scene, first: int, last: int) -> bool:
    """Say whether «اليوم» is these days and no day: «أصبح العالم اليوم», «يعيش اليوم في المنفى»."""
    for at in _before(scene, first, _NOWADAYS):
        token = scene.tokens[at]
        if token.stem in surrounding("nowadays") or _lasts(token):
            return True
        if _is_past(scene, at) or _is_future(scene, at) or token.stem in surrounding("fixture"):
            return False
    return any(
        _lasts(scene.tokens[at]) or scene.tokens[at].stem in surrounding("nowadays") for at in _after(scene, last, 1)
    )


def _before(scene: Scene, first: int, most: int) -> Iterator[int]:
    """Give the tokens of the sentence before a token, nearest first."""
    for at in range(first - 1, max(-1, first - 1 - most), -1):
        if scene.tokens[at].form in _STOPS or scene.new_line(at):
            return
        yield at


def _after(scene: Scene, last: int, most: int) -> Iterator[int]:
    """Give the tokens of the sentence after a token."""
    for at in range(last + 1, min(len(scene.tokens), last + 1 + most)):
        if scene.tokens[at].form in _STOPS or scene.new_line(at - 1):
            return
        yield at


def _told_as_past(scene: Scene, at: int) -> bool:
    """Say whether a coming verb is part of a tale: «قبل أن يستأنف», «كان يلعب», «لم يصل»."""
    one, two = scene.word(at - 1), scene.word(at - 2)
    return one in surrounding("turns-past") or (two in ("قبل", "بعد") and one == "ان")


def _before_coming_weekday(scene: Scene, last: int) -> bool:
    """Say whether a day of the coming week follows: «إسبانيا الجمعة والبرازيل الثلاثاء المقبل»."""
    for at in _after(scene, last, _NEXT_WEEKDAY - 1):
        if scene.word(at) in surrounding("next-week") and at > last + 1 and _is_weekday(scene.word(at - 1)):
            return True
    return False


def _is_weekday(form: str) -> bool:
    return any(reading.kind == "weekday" for reading in readings(form)[1])


def _is_future(scene: Scene, at: int) -> bool:
    """Say whether a word looks ahead: «سيعقد», «المقرر», «يلتقي», «قد يصدر»."""
    token = scene.tokens[at]
    plain = token.form[1:] if token.form[:1] == "و" else token.form
    if token.form in surrounding("future") or plain in surrounding("coming"):
        return True
    if plain in surrounding("may-be"):
        return scene.word(at + 1)[:1] in ("ي", "ت")
    return _has_sin(token)


def _has_sin(token: Token) -> bool:
    """Say whether the «س» of the future is written onto a verb: «سيعقد», «وسيعقد», «سيجتمعان»."""
    if token.stem in surrounding("not-verb"):
        return False
    if token.proclitics.endswith("س"):
        return True
    bare = token.stem[:-2] if token.stem.endswith(("ان", "ون")) else token.stem
    return bare.startswith(("سي", "ست")) and segment(bare).proclitics == "س" and not token.enclitic


def _is_past(scene: Scene, at: int) -> bool:
    """Say whether a word is a verb of the past, and not the same letters after «أن»: «أن توقف»."""
    token, past = scene.tokens[at], surrounding("past")
    known = token.form in past or token.stem in past or (token.form[:1] in "وف" and token.form[1:] in past)
    return known and scene.word(at - 1) not in surrounding("before-present")


def _lasts(token: Token) -> bool:
    """Say whether a word looks like a verb of the present that tells of no fixture: «يواجه», «ينتشرون»."""
    stem = token.stem
    return (
        stem.startswith("ي")
        and len(stem) > 2
        and token.proclitics in ("", "و", "ف")
        and stem not in surrounding("coming")
        and stem not in surrounding("fixture")
        and stem not in surrounding("not-verb")
    )
