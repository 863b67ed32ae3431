"""Attributions: who says what, sentence by sentence: drafts by word order, then parents, then whose words they are."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.agreement import agreement_of
from asanid.extract.certainty import certainty_of, commitment_of
from asanid.extract.circumstances import circumstances_round
from asanid.extract.confidence import confidence_of, kind_of
from asanid.extract.drafts import Draft
from asanid.extract.kinds import kind_of_content
from asanid.extract.orders import find_drafts
from asanid.extract.origins import Origin, Said, find_origins
from asanid.extract.people import Cast
from asanid.extract.scene import Scene, scenes, set_stage
from asanid.extract.speaker import Speaker
from asanid.extract.targets import Reply, find_replies
from asanid.model import Attribution, Entity
from asanid.parse.parsed import Parsed


def find_attributions(parsed: Parsed) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """Find the attributions of an article, and the entities with those of unnamed sources added."""
    stage = set_stage(parsed)
    cast = Cast(stage)
    said: list[Said] = []
    for scene in scenes(stage):
        drafts = find_drafts(scene)
        parents = [_parent(scene, index, drafts) for index in range(len(drafts))]
        first = len(said)
        speakers: dict[int, Speaker] = {}
        for index in _outside_in(parents):
            speakers[index] = _speaker(index, scene, drafts, parents, speakers, cast)
        for index, draft in enumerate(drafts):
            parent = parents[index]
            held = draft.source is not None or draft.hit.form != "noun"  # «"حاولت إقناعه بأن …"» tells of no speaker
            if parent is None and held and not draft.hit.cue.particles and not draft.refers and speakers[index].entity:
                cast.take_turn(speakers[index])
            said.append(Said(scene, draft, speakers[index], None if parent is None else first + parent))
    entities = cast.entities()
    types: dict[str, str] = {entity.key: entity.type for entity in entities}
    origins = find_origins(said, types, parsed.article.outlet)
    replies = find_replies(said)
    return tuple(_settled(index, said, origins[index], replies[index]) for index in range(len(said))), entities


def _parent(scene: Scene, index: int, drafts: Sequence[Draft]) -> int | None:
    """The draft that syntax puts this one below, or the innermost one whose content holds its cue."""
    draft = drafts[index]
    if draft.under is not None:
        return draft.under
    holders = [
        (_length(other), other.under is None, number)
        for number, other in enumerate(drafts)
        if number != index
        and other.content != draft.content
        and _holds(other, draft)
        and not (_holds(draft, other) and _length(draft) >= _length(other))
    ]
    return min(holders)[2] if holders else _relayed_on(scene, index, drafts)


def _relayed_on(scene: Scene, index: int, drafts: Sequence[Draft]) -> int | None:
    """«نقلت الوكالة عن مصدر أن …، مضيفا أن …»: who is quoted goes on, below the one who quotes him."""
    draft, before = drafts[index], drafts[index - 1] if index else None
    if draft.hit.form != "participle" or draft.source is not None or before is None or before.under is None:
        return None
    wanted, outer = agreement_of(scene, draft.hit), agreement_of(scene, drafts[before.under].hit)
    goes_back = wanted.feminine == outer.feminine and not before.rule.startswith("relay-")
    return None if goes_back else before.under


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
    scene: Scene,
    drafts: Sequence[Draft],
    parents: Sequence[int | None],
    speakers: dict[int, Speaker],
    cast: Cast,
) -> Speaker:
    draft, parent = drafts[index], parents[index]
    if draft.source is not None:
        named = cast.resolve(scene, draft)
        if named is not None:
            return named
    outer: Speaker | None = None
    floor = scene.sentence.start
    if parent is not None and not drafts[parent].hit.cue.particles:
        outer, floor = speakers[parent], min((s.start for s in drafts[parent].content), default=floor)
    told = [
        (drafts[n], speakers[n])
        for n in range(index)
        if parents[n] == parent and n in speakers and not drafts[n].hit.cue.particles and drafts[n].cue != draft.cue
    ]
    return cast.understood(scene, draft, floor, told, outer)


def _settled(index: int, said: Sequence[Said], origin: Origin, reply: Reply) -> Attribution:
    each = said[index]
    draft, speaker = each.draft, each.speaker
    return Attribution(
        id=f"a{index + 1}",
        cue=draft.cue,
        source=draft.source,
        source_entity=speaker.entity,
        source_evidence=speaker.evidence,
        content=draft.content,
        kind=kind_of_content(draft.content, each.scene.stage),
        stance=reply.stance,
        anonymity=speaker.anonymity,
        origin=origin.key,
        origin_evidence=origin.evidence,
        parent=None if each.parent is None else f"a{each.parent + 1}",
        target=tuple(f"a{target + 1}" for target in reply.targets),
        commitment=commitment_of(each),
        certainty=certainty_of(each),
        channel=circumstances_round(each.scene, draft.cue, draft.content).channel,
        confidence=confidence_of(
            kind_of(draft.rule, named_there=draft.source is not None, nested=each.parent is not None)
        ),
        doubts=(*speaker.doubts, *(() if origin.key else ("origin",))),
        rule=draft.rule,
    )
