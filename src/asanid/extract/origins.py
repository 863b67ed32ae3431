"""Origins: where a piece of reporting comes from, as far as the article tells: a publication, the speaker, the outlet.

An outlet named in the attribution is its origin; words that were made public have their speaker; what is said to a
publication has that publication; what stands below another attribution shares its origin. In an article that relays
one publication all through, what nobody else is named for comes from it. Everything else stays undecided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from asanid.extract.drafts import Draft
from asanid.extract.nouns import find_source_noun
from asanid.extract.people import Speaker
from asanid.extract.scene import Scene
from asanid.extract.sources import Circumstances, circumstances_round
from asanid.model import Mention, Span
from asanid.parse.fold import fold_key

PUBLIC = frozenset({"statement", "post", "press_conference", "speech", "testimony", "document", "letter"})
_ANNOUNCING = frozenset({"aalana", "sarraha", "gharrada", "nashara"})
_RELAYED_ALL_THROUGH = 3
"""Times a publication is cited in an article that relays it all through."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The entity key of an origin, ``"self"`` or ``None``, and the words it rests on."""

    key: str | None
    evidence: tuple[Span, ...] = ()


UNDECIDED = Origin(None)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with what its origin depends on."""

    scene: Scene
    draft: Draft
    speaker: Speaker
    parent: int | None


def find_origins(said: Sequence[Said], types: dict[str, str], outlet: str | None) -> list[Origin]:
    """Give the origin of each attribution of an article, in their order; parents may come later than children."""
    relayed_through = _relayed_all_through(said, types)
    origins: dict[int, Origin] = {}
    relayed = UNDECIDED
    last: tuple[str | None, Origin] = (None, UNDECIDED)
    for index, each in enumerate(said):
        own = _own_origin(each, types, outlet, relayed)
        if own is None and each.parent is None:
            if each.draft.source is None and each.speaker.entity == last[0]:
                own = last[1]
            elif relayed_through is not None or _placed(each, said, index, relayed):
                own = relayed if relayed.key else Origin(relayed_through)
        if own is not None:
            origins[index] = own
        if each.parent is None:
            last = (each.speaker.entity, own or UNDECIDED)
            if each.speaker.anonymity == "media" and types.get(each.speaker.entity or "") == "MEDIA":
                relayed = own or relayed
    return [_inherited(index, said, origins) for index in range(len(said))]


def _relayed_all_through(said: Sequence[Said], types: dict[str, str]) -> str | None:
    counts = Counter(
        each.speaker.entity
        for each in said
        if each.speaker.entity and each.speaker.anonymity == "media" and types.get(each.speaker.entity) == "MEDIA"
    )
    if not counts:
        return None
    key, count = counts.most_common(1)[0]
    return key if count >= _RELAYED_ALL_THROUGH or 2 * count >= max(len(said), 4) else None


def _own_origin(each: Said, types: dict[str, str], outlet: str | None, relayed: Origin) -> Origin | None:
    """The origin that an attribution names itself."""
    speaker, source = each.speaker, each.draft.source
    if speaker.anonymity == "media" and speaker.entity:
        return Origin(speaker.entity, (source,) if source else ())
    round_it = circumstances_round(each.scene, each.draft.cue, each.draft.content)
    told = _told_to(each.scene, round_it, outlet, relayed)
    if told is not None:
        return told
    if speaker.anonymity != "named" or not speaker.entity:
        return None
    body = _body(each.scene, source)
    if round_it.channel in PUBLIC or each.draft.hit.cue.id in _ANNOUNCING or body is not None:
        evidence = tuple(span for span in (round_it.channel_span, source) if span)[:1]
        return Origin(body.entity if body and body.entity else speaker.entity, evidence)
    if types.get(speaker.entity) == "ORG" and source is not None:
        return Origin(speaker.entity, (source,))
    return None


def _told_to(scene: Scene, round_it: Circumstances, outlet: str | None, relayed: Origin) -> Origin | None:
    """«قال لوكالة …», «في مقابلة مع مجلة …», «للصحيفة»."""
    if round_it.media is not None:
        text = scene.stage.parsed.article.text
        name = round_it.media
        if outlet and fold_key(text[name.start : name.end]) in fold_key(outlet):
            return Origin("self", (Span(name.start, name.end),))
        return Origin(name.entity, (Span(name.start, name.end),))
    if round_it.media_noun is not None and relayed.key:
        return Origin(relayed.key, (round_it.media_noun,))
    return None


def _body(scene: Scene, source: Span | None) -> Mention | None:
    """The body that a spokesman speaks for."""
    if source is None:
        return None
    tokens = scene.stage.tokens_in(source)
    unique = any((noun := find_source_noun(token.stem)) is not None and noun.unique for token in tokens)
    bodies = [m for m in scene.stage.mentions_in(source) if m.type in {"ORG", "GROUP"}]
    return bodies[0] if unique and bodies else None


def _placed(each: Said, said: Sequence[Said], index: int, relayed: Origin) -> bool:
    """An unnamed source right behind the publication that quotes it: in the same paragraph."""
    if relayed.key is None or each.speaker.anonymity not in {"role", "anonymous"} or index == 0:
        return False
    before = said[index - 1]
    return before.scene.sentence.block == each.scene.sentence.block


def _inherited(index: int, said: Sequence[Said], origins: dict[int, Origin]) -> Origin:
    steps = 0
    at: int | None = index
    while at is not None and steps <= len(said):
        if at in origins and (at == index or said[index].parent is not None):
            return origins[at]
        at, steps = said[at].parent, steps + 1
    return UNDECIDED
