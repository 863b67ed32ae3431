"""Attributions: who says what, sentence by sentence: drafts by word order, then parents, then whose words they are."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.orders import Draft, find_drafts
from asanid.extract.people import UNKNOWN, Cast, Speaker
from asanid.extract.scene import Scene, Stage, scenes, set_stage
from asanid.model import Attribution, Entity, Kind, Span, Stance
from asanid.parse.parsed import Parsed


def find_attributions(parsed: Parsed) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """Find the attributions of an article, and the entities with those of unnamed sources added."""
    stage = set_stage(parsed)
    cast = Cast(stage)
    attributions: list[Attribution] = []
    last: Speaker = UNKNOWN
    for scene in scenes(stage):
        drafts = find_drafts(scene)
        parents = [_parent(index, drafts) for index in range(len(drafts))]
        first = len(attributions)
        speakers: dict[int, Speaker] = {}
        for index in _outside_in(parents):
            speakers[index] = _speaker(index, drafts, parents, speakers, cast, last)
        for index, draft in enumerate(drafts):
            parent = parents[index]
            if parent is None and not draft.hit.cue.particles and not draft.refers:
                last = speakers[index] if speakers[index].entity else last
            parent_id = None if parent is None else f"a{first + parent + 1}"
            attributions.append(
                _settled(draft, f"a{first + index + 1}", parent_id, speakers[index], scene, attributions)
            )
    return tuple(attributions), cast.entities()


def _parent(index: int, drafts: Sequence[Draft]) -> int | None:
    """The draft that syntax puts this one below, or the innermost one whose content holds its cue."""
    draft = drafts[index]
    if draft.under is not None:
        return draft.under
    holders = [
        (_length(other), number)
        for number, other in enumerate(drafts)
        if number != index
        and other.content != draft.content
        and _holds(other, draft)
        and not (_holds(draft, other) and _length(draft) >= _length(other))
    ]
    return min(holders)[1] if holders else None


def _holds(outer: Draft, inner: Draft) -> bool:
    return any(span.start <= inner.cue.start and inner.cue.end <= span.end for span in outer.content)


def _length(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _outside_in(parents: Sequence[int | None]) -> list[int]:
    """The order in which parents come before what hangs below them, and else that of the text."""

    def depth(index: int) -> int:
        steps, parent = 0, parents[index]
        while parent is not None and steps < len(parents):
            steps, parent = steps + 1, parents[parent]
        return steps

    return sorted(range(len(parents)), key=lambda index: (depth(index), index))


def _speaker(
    index: int,
    drafts: Sequence[Draft],
    parents: Sequence[int | None],
    speakers: dict[int, Speaker],
    cast: Cast,
    last: Speaker,
) -> Speaker:
    draft, parent = drafts[index], parents[index]
    if draft.source is not None:
        return cast.resolve(draft.source, draft.cue)
    if parent is not None and not drafts[parent].hit.cue.particles:
        before = Span(min(span.start for span in drafts[parent].content), draft.cue.start)
        name = cast.last_speaker_name(before)
        if name and name.entity:
            return Speaker(name.entity, Span(name.start, name.end), "media" if name.type == "MEDIA" else "named")
        return speakers[parent]
    earlier = [n for n in range(index) if parents[n] == parent and n in speakers and not drafts[n].hit.cue.particles]
    return speakers[earlier[-1]] if earlier else last


def _settled(
    draft: Draft, identity: str, parent: str | None, speaker: Speaker, scene: Scene, before: Sequence[Attribution]
) -> Attribution:
    return Attribution(
        id=identity,
        cue=draft.cue,
        source=draft.source,
        source_entity=speaker.entity,
        source_evidence=speaker.evidence,
        content=draft.content,
        kind=_kind(draft.content, scene.stage),
        stance=_stance(draft),
        anonymity=speaker.anonymity,
        origin=None,
        origin_evidence=(),
        parent=parent,
        target=(before[-1].id,) if draft.refers and before else (),
        commitment=draft.hit.cue.commitment,
        certainty="certain",
        channel=None,
        confidence=0.5,
        doubts=(*speaker.doubts, "origin"),
        rule=draft.rule,
    )


def _stance(draft: Draft) -> Stance:
    cue = draft.hit.cue
    if draft.hit.negated and cue.negated:
        return cue.negated
    if draft.refers and "confirm" in cue.also:
        return "confirm"
    return cue.stance


def _kind(content: Sequence[Span], stage: Stage) -> Kind:
    """All of it quoted, part of it, or none; marks around a mere name do not count."""
    quotes = [(span, quote) for span in content for quote in stage.quotes_touching(span)]
    if content and all(any(s is span and q.start <= s.start and s.end <= q.end for s, q in quotes) for span in content):
        return "direct"
    return "mixed" if any(span.start <= quote.start < span.end for span, quote in quotes) else "indirect"
