"""Sources: the noun phrase of who or what something comes from, without the circumstances of the saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from asanid.extract.circumstances import circumstance_words, circumstances, find_circumstance
from asanid.extract.complements import COMMAS, MARKS, past_addressee, past_circumstances
from asanid.extract.cues import CueHit
from asanid.extract.grammar import words
from asanid.extract.nouns import may_head_source
from asanid.extract.scene import Scene
from asanid.model import Mention, Span

_BREAKS = COMMAS | {"؛", ":", "-", "–", "—"}
_LONGEST = 14
"""Tokens that a subject before its verb may have."""


def source_after(scene: Scene, first: int, last: int, *, led: bool = False) -> Span | None:
    """Give the source among the tokens ``first`` to ``last`` (exclusive): behind a verb, or ``led`` by «بحسب»."""
    first = past_addressee(scene, first)
    while first < last and (scene.form(first) in _BREAKS or scene.dated(first)):
        first += 1
    if first < last and not led and _circumstance(scene, first, last):
        first = _behind_circumstance(scene, first, last)
        if first >= last or not may_head_source(scene, first):
            return None
    end = first
    while end < last and not _ends(scene, first, end, last):
        quote = scene.quote(end)
        end = min(scene.past_quote(end, quote), last) if quote else end + 1
    return _phrase(scene, first, end)


def source_before(scene: Scene, hit: CueHit, floor: int) -> Span | None:
    """Give the subject before its verb, not past ``floor``: «لكن المسؤولين يعتقدون», «المصادر التي تحدثت»."""
    last = hit.first
    if last - 1 >= floor and scene.form(last - 1) in words("completed"):
        last -= 1
    if last - 1 >= floor and scene.form(last - 1) in words("relative"):
        last -= 1
    if last - 1 >= floor and scene.form(last - 1) in COMMAS and last < hit.first:
        last -= 1
    first = last
    while first > floor and last - first < _LONGEST and not _boundary(scene, first - 1):
        first -= 1
    if last - first == _LONGEST:
        return None
    while first < last and (scene.form(first) in MARKS or scene.dated(first)):
        first += 1
    return _phrase(scene, first, last, noun_first=True)


def _phrase(scene: Scene, first: int, end: int, *, noun_first: bool = False) -> Span | None:
    while end > first and (scene.form(end - 1) in _BREAKS or scene.form(end - 1) in words("trailing")):
        end -= 1
    if end <= first or not any(scene.tokens[i].kind in {"word", "latin"} for i in range(first, end)):
        return None
    head = scene.tokens[first]
    if noun_first and head.stem in _not_a_source():
        return None
    start = head.stem_start if head.proclitics else head.start
    quote = scene.quote(first)
    if quote and quote.end >= scene.tokens[end - 1].end:
        return quote.inner
    return Span(start, scene.tokens[end - 1].end)


def _boundary(scene: Scene, position: int) -> bool:
    """Whether a subject cannot reach back over this word."""
    token = scene.tokens[position]
    return (
        token.form in _BREAKS
        or token.form in words("before-subject")
        or token.form in {"«", "»", '"', "“", "”", ".", "؟"}
        or (token.stem in words("that") and token.kind == "word")
    )


def _ends(scene: Scene, first: int, position: int, last: int) -> bool:
    """A source ends at a comma (unless an apposition follows), a date, or a circumstance of the saying."""
    if scene.form(position) in _BREAKS:
        return not _apposition(scene, first, position, last)
    if position == first:
        return False
    return scene.dated(position) or _circumstance(scene, position, last)


def _apposition(scene: Scene, first: int, position: int, last: int) -> bool:
    """A comma inside a source: «دالي، السفير السابق،», «وزير الخارجية، سالم الراشد، إن»: a name or a definite noun."""
    if position <= first or scene.form(position) not in COMMAS or position + 1 >= last:
        return False
    following = scene.tokens[position + 1]
    if scene.dated(position + 1) or _circumstance(scene, position + 1, last) or following.proclitics:
        return False
    name = scene.name(position + 1)
    if name is not None:
        return name.type == "PERSON" and not any(_is_person(scene, i) for i in range(first, position))
    return following.stem.startswith("ال") and any(_is_person(scene, i) for i in range(first, position))


def _is_person(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    return name is not None and name.type == "PERSON"


def _circumstance(scene: Scene, position: int, last: int) -> bool:
    return find_circumstance(scene, position, last) is not None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is told round a saying: the channel, and the publication it was said to, by name or as «الصحيفة»."""

    channel: str | None = None
    channel_span: Span | None = None
    media: Mention | None = None
    media_noun: Span | None = None


def circumstances_round(scene: Scene, cue: Span, content: Sequence[Span]) -> Circumstances:
    """Find channel and addressee in the sentence of a cue, outside what it presents."""
    found = Circumstances()
    for position, entry in circumstances(scene):
        token = scene.tokens[position]
        if any(span.start <= token.start < span.end for span in content):
            continue
        if token.start > cue.end and content and token.start >= content[0].start:
            break
        if entry.channel and found.channel is None:
            found = replace(found, channel=entry.channel, channel_span=scene.span(position, position + 1))
        if entry.addressee and found.media is None:
            name = next((n for i in range(position, min(position + 4, scene.last)) if (n := scene.name(i))), None)
            if name is not None and name.type == "MEDIA":
                found = replace(found, media=name)
            else:
                found = replace(found, media_noun=scene.span(position, position + 1))
    return found


def _behind_circumstance(scene: Scene, first: int, last: int) -> int:
    """Skip a circumstance between the verb and its subject: «وقال في بيان، متحدث باسم …»."""
    for position in range(first + 1, min(last, first + 12)):
        if scene.form(position) in COMMAS:
            return position + 1
    behind = past_circumstances(scene, first, last)
    return behind if behind > first else last


@cache
def _not_a_source() -> frozenset[str]:
    return frozenset(circumstance_words()) | words("never-a-source")


def words_of(scene: Scene, first: int, last: int) -> Sequence[str]:
    """Give the stems of some tokens."""
    return [scene.tokens[i].stem for i in range(first, last)]
