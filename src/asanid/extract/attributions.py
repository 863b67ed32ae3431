"""Attributions: who says what, sentence by sentence: drafts by word order, then parents, then whose words they are."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.agreement import agreement_of
from asanid.extract.certainty import certainty_of, commitment_of, hedges_of
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
from asanid.model import Attribution, Entity, Span
from asanid.parse.parsed import Parsed


def find_attributions(parsed: Parsed) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """Find the attributions of an article, and the entities with those of unnamed sources added."""
    stage = set_stage(parsed)
    cast = Cast(stage)
    said: list[Said] = []
    for scene in scenes(stage):
        drafts = find_drafts(scene)
        parents = _parents(scene, drafts)
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


def _parents(scene: Scene, drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one that syntax puts it below, or the innermost one whose content holds its cue."""
    if len(drafts) < 2:
        return [draft.under for draft in drafts]
    contents = [tuple((span.start, span.end) for span in draft.content) for draft in drafts]
    lengths = [sum(end - start for start, end in content) for content in contents]
    spans = [(start, end, number) for number, content in enumerate(contents) for start, end in content]
    holders = [_holders(draft.cue, spans) for draft in drafts]
    parents: list[int | None] = []
    for index, draft in enumerate(drafts):
        fitting = [
            (lengths[other], drafts[other].under is None, other)
            for other in holders[index]
            if other != index
            and contents[other] != contents[index]
            and not (lengths[index] >= lengths[other] and index in holders[other])
        ]
        above = min(fitting)[2] if fitting else _relayed_on(scene, index, drafts)
        parents.append(draft.under if draft.under is not None else above)
    return parents


def _relayed_on(scene: Scene, index: int, drafts: Sequence[Draft]) -> int | None:
    """«نقلت الوكالة عن مصدر أن …، مضيفا أن …»: who is quoted goes on, below the one who quotes him."""
    draft, before = drafts[index], drafts[index - 1] if index else None
    if draft.hit.form != "participle" or draft.source is not None or before is None or before.under is None:
        return None
    wanted, outer = agreement_of(scene, draft.hit), agreement_of(scene, drafts[before.under].hit)
    goes_back = wanted.feminine == outer.feminine and not before.rule.startswith("relay-")
    return None if goes_back else before.under


def _holders(cue: Span, spans: Sequence[tuple[int, int, int]]) -> set[int]:
    first, last = cue.start, cue.end
    return {number for start, end, number in spans if start <= first and last <= end}


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
    draft, speaker, hedges = each.draft, each.speaker, hedges_of(each)
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
        commitment=commitment_of(each, hedges),
        certainty=certainty_of(each, hedges),
        channel=circumstances_round(each.scene, draft.cue, draft.content).channel,
        confidence=confidence_of(
            kind_of(draft.rule, named_there=draft.source is not None, nested=each.parent is not None)
        ),
        doubts=(*speaker.doubts, *(() if origin.key else ("origin",))),
        rule=draft.rule,
    )
