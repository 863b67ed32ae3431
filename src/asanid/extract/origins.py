"""Origins: where a piece of reporting comes from, as far as the article tells: a publication, the speaker, the outlet.

An outlet named in the attribution is its origin; words that were made public have their speaker, those of a spokesman
his body; what is said to a publication has that publication; what stands below another attribution shares its origin;
who goes on speaking speaks in the same place. In an article that relays one publication all through, what nobody else
is named for comes from it; in one that is credited to an agency, from the agency; in any other it stays undecided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from asanid.extract.bylines import credited_agency
from asanid.extract.circumstances import Circumstances, circumstances_round
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.nouns import family, find_source_noun, outlet_kind, said_of
from asanid.extract.roles import SPOKESMAN
from asanid.extract.scene import Scene
from asanid.extract.speaker import Speaker
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Span
from asanid.parse.fold import fold_key

PUBLIC = frozenset({"statement", "post", "press_conference", "speech", "testimony", "document", "letter"})
_ANNOUNCING = frozenset({"aalana", "sarraha", "gharrada", "nashara"})
_OWN_WORK = frozenset({"study", "book"})
"""Documents that are published by themselves, also where an article relays another publication."""
_TWICE, _APART, _MEMORY = 2, 2, 40
_REPORTERS = frozenset({"journalist", "correspondent"})
_QUOTES = frozenset({"«", '"', "“", "”"})
_REACH = 40
"""Words behind a cue among which the place of publication is looked for."""
_NEAR, _OUR, _TO = 6, "نا", "ل"


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
    lead = _lead(said, types)
    own: dict[int, Origin] = {}
    cited = lead or UNDECIDED
    for index, each in enumerate(said):
        parent = None if each.parent is None else said[each.parent]
        found = _own_origin(each, parent, types, outlet, cited, relays=lead is not None)
        if found is not None:
            own[index] = found
            if types.get(found.key or "") == "MEDIA":
                cited = found
    settled = dict(own)
    previous: int | None = None
    spoke: dict[str, list[int]] = {}
    for index, each in enumerate(said):
        if index not in own and each.parent is None:
            found = _from_elsewhere(index, previous, said, settled, types, spoke, lead)
            if found is not None:
                settled[index] = found
        spoke.setdefault(each.speaker.entity or "", []).append(index)
        if each.parent is None:
            previous = index
    _look_ahead(said, settled, own)
    agency = credited_agency(said[0].scene.stage) if said else None
    credit = UNDECIDED if agency is None else Origin(agency.entity, (Span(agency.start, agency.end),))
    told = (_inherited(index, said, settled) for index in range(len(said)))
    return [credit if origin.key is None else origin for origin in told]


def _look_ahead(said: Sequence[Said], settled: dict[int, Origin], own: dict[int, Origin]) -> None:
    """Who is told later to have spoken in public, or to a publication, did so before as well («وقال … في مؤتمر»)."""
    later: dict[str, Origin] = {}
    for index in range(len(said) - 1, -1, -1):
        each = said[index]
        entity = each.speaker.entity or ""
        if each.parent is None and index in own:
            later[entity] = own[index]
        elif each.parent is None and index not in settled and entity in later and not _declines(each):
            settled[index] = later[entity]


def _declines(each: Said) -> bool:
    hit = each.draft.hit
    return hit.cue.stance == "decline" or (hit.negated and hit.cue.negated == "decline")


def _denies(each: Said) -> bool:
    return each.draft.hit.cue.stance == "deny" and not each.draft.hit.negated


# --- the publication that an article relays --------------------------------------------------------


def _lead(said: Sequence[Said], types: dict[str, str]) -> Origin | None:
    """The publication that the first sentence of the body with an attribution cites, if it is relayed all through."""
    body = [each for each in said if each.scene.stage.parsed.blocks[each.scene.sentence.block].kind == "body"]
    if not body:
        return None
    opening = [each for each in body if each.scene.sentence.block == body[0].scene.sentence.block]
    found = next((each for each in opening if _is_cited(each, types)), None)
    if found is None or found.speaker.entity is None:
        return None
    key = found.speaker.entity
    times = Counter(each.speaker.entity for each in said if _is_cited(each, types))
    if times[key] < max(_TWICE, *times.values()):
        return None
    return Origin(key, (found.draft.source,) if found.draft.source else ())


def _is_cited(each: Said, types: dict[str, str]) -> bool:
    head, kind = each.speaker.head, types.get(each.speaker.entity or "")
    unlisted = kind == "SOURCE" and head is not None and "MEDIA" in head.refers_to and not head.issued
    return each.speaker.anonymity == "media" and (kind == "MEDIA" or unlisted)


# --- what an attribution tells of its own origin -----------------------------------------------------


def _own_origin(
    each: Said, parent: Said | None, types: dict[str, str], outlet: str | None, cited: Origin, *, relays: bool
) -> Origin | None:
    """The origin that an attribution names itself: an outlet before all, then whoever made his words public.

    An outlet inside another's words is known through them, unless he only denies what it told.
    """
    apart = parent is None or _denies(parent)
    if each.speaker.anonymity == "media" and each.speaker.entity and (apart or _is_own_work(each)):
        return _of_media(each, types, relays=relays)
    round_it = circumstances_round(each.scene, each.draft.cue, each.draft.content)
    told = _told_to(each.scene, _with_addressee(each, round_it), outlet, cited)
    return told or _of_reporters(each) or _of_speaker(each, types, round_it, relays=relays)


def _of_speaker(each: Said, types: dict[str, str], round_it: Circumstances, *, relays: bool) -> Origin | None:
    """Words that a person or body made public, by a spokesman, in a statement, a post, a press conference."""
    speaker, source = each.speaker, each.draft.source
    if _declines(each) or not speaker.entity or speaker.anonymity not in {"named", "role"}:
        return None
    if speaker.body is not None:
        return Origin(speaker.body, (source,) if source else ())
    goes_on = source is None and each.draft.hit.form == "participle"  # what is told in its sentence is told of another
    public = None if goes_on else _published(each, round_it)
    if (
        public is None
        and source is not None
        and speaker.anonymity == "named"
        and _speaks_up(each, types, relays=relays)
    ):
        public = (source,)
    return None if public is None else Origin(speaker.entity, public)


def _speaks_up(each: Said, types: dict[str, str], *, relays: bool) -> bool:
    """«أعلن», «صرح»; a body that denies, or answers in an article that relays another; a statement as such."""
    speaker, cue = each.speaker, each.draft.hit.cue
    is_body = types.get(speaker.entity or "") in {"ORG", "GROUP"} and each.parent is None
    issued = speaker.head is not None and speaker.head.issued
    return issued or cue.id in _ANNOUNCING or (is_body and (relays or cue.stance == "deny"))


def _of_reporters(each: Said) -> Origin | None:
    """«صحفيون في وكالة …», «مراسل قناة …»: the outlet that they work for."""
    head, source = each.speaker.head, each.draft.source
    if head is None or source is None or family(head) not in _REPORTERS:
        return None
    outlets = [name for name in each.scene.stage.mentions_in(source) if name.type == "MEDIA" and name.entity]
    return Origin(outlets[0].entity, (source,)) if outlets else None


def _of_media(each: Said, types: dict[str, str], *, relays: bool) -> Origin | None:
    """An outlet is its own origin, and so are the press and studies; documents that a publication saw are its find."""
    speaker, source = each.speaker, each.draft.source
    if relays and types.get(speaker.entity or "") == "SOURCE" and not _is_published(each):
        return None
    return Origin(speaker.entity, (source,) if source else ())


def _is_own_work(each: Said) -> bool:
    return each.speaker.head is not None and family(each.speaker.head) in _OWN_WORK


def _is_published(each: Said) -> bool:
    head, source = each.speaker.head, each.draft.source
    if head is None or source is None:
        return False
    press = any(said_of(token.stem) == "media" for token in each.scene.stage.tokens_in(source))
    return press or family(head) in _OWN_WORK or (bool(head.refers_to) and "MEDIA" in head.refers_to) or head.plural


def _with_addressee(each: Said, round_it: Circumstances) -> Circumstances:
    """Add the outlet that stands behind a «ل» written apart: «لـCNN», «لـ«المرسال»»."""
    scene, draft = each.scene, each.draft
    if round_it.media is not None or draft.hit.cue.particles:
        return round_it
    for position in range(draft.hit.last, min(draft.hit.last + 3 * _NEAR, scene.last)):
        token = scene.tokens[position]
        if any(span.start <= token.start < span.end for span in draft.content):
            break
        name = scene.name(position + (2 if scene.form(position + 1) in _QUOTES else 1))
        if token.form == _TO and name is not None and name.type == "MEDIA":
            return replace(round_it, media=name)
    return round_it


def _told_to(scene: Scene, round_it: Circumstances, outlet: str | None, cited: Origin) -> Origin | None:
    """«قال لوكالة …», «في مقابلة مع مجلة …», «للصحيفة», «لشبكتنا»."""
    if round_it.media is not None:
        name, text = round_it.media, scene.stage.parsed.article.text
        written = fold_key(text[name.start : name.end])
        if outlet and written in fold_key(outlet):
            return Origin("self", (Span(name.start, name.end),))
        kind = outlet_kind(written)
        return None if kind == "platform" else Origin(name.entity, (Span(name.start, name.end),))
    if round_it.media_noun is None:
        return None
    for token in scene.stage.tokens_in(round_it.media_noun)[:2]:
        noun = find_source_noun(token.stem)
        if noun is None:
            continue
        if token.enclitic == _OUR and (noun.anonymity == "media" or family(noun) in _REPORTERS):
            return Origin("self", (round_it.media_noun,))
        if noun.anonymity == "media" and not noun.plural:
            return Origin(cited.key, (round_it.media_noun,)) if token.stem.startswith("ال") else UNDECIDED
    return None


def _published(each: Said, round_it: Circumstances) -> tuple[Span, ...] | None:
    """The words that say that something was made public by its speaker: «في بيان», «للصحفيين», «على «إكس»», «علنا»."""
    where, cue = round_it.channel_span, each.draft.cue
    if round_it.channel in PUBLIC and where is not None and not (where.start < cue.end and cue.start < where.end):
        return (where,)
    if round_it.media_noun is not None and _is_press(each.scene, round_it.media_noun):
        return (round_it.media_noun,)
    scene, draft = each.scene, each.draft
    last = draft.content[0].start if draft.content else cue.end
    for position in range(draft.hit.first, min(draft.hit.last + _REACH, scene.last)):
        token = scene.tokens[position]
        if token.start >= max(last, cue.end) and position > draft.hit.last + _NEAR:
            break
        if any(span.start <= token.start < span.end for span in draft.content):
            continue
        if token.form in words("publicly") or _is_platform(scene, position):
            return (Span(token.start, token.end),)
    return None


def _is_press(scene: Scene, span: Span) -> bool:
    nouns = [find_source_noun(token.stem) for token in scene.stage.tokens_in(span)]
    return any(noun is not None and (family(noun) == "journalist" or _is_the_press(noun)) for noun in nouns)


def _is_the_press(noun: SourceNoun) -> bool:
    return noun.plural and noun.anonymity == "media"


def _is_platform(scene: Scene, position: int) -> bool:
    """Whether a platform stands here behind a preposition: «على «إكس»», «عبر منصة إكس»."""
    name, text = scene.name(position), scene.stage.parsed.article.text
    written = text[name.start : name.end] if name is not None else scene.form(position)
    if outlet_kind(written) != "platform":
        return False
    before = [scene.form(i) for i in range(position - 1, max(position - 1 - _NEAR, scene.first), -1)]
    return any(form in words("preposition", "by-way-of") for form in before[:3])


# --- what others tell of it ---------------------------------------------------------------------------


def _from_elsewhere(
    index: int,
    previous: int | None,
    said: Sequence[Said],
    settled: dict[int, Origin],
    types: dict[str, str],
    spoke: dict[str, list[int]],
    lead: Origin | None,
) -> Origin | None:
    """Who speaks on speaks in the same place; else where he spoke before; else the publication that is relayed."""
    each = said[index]
    entity = each.speaker.entity
    if previous in settled and entity and said[previous].speaker.entity == entity and not _declines(each):
        return settled[previous]
    if each.speaker.body is None and (lead is None or types.get(entity or "") == "SOURCE"):
        for earlier in spoke.get(entity or "", [])[: -_MEMORY - 1 : -1]:
            nested = said[earlier].parent is not None and types.get(entity or "") != "SOURCE"
            known = UNDECIDED if nested else _inherited(earlier, said, settled)
            if known.key is not None:
                return known
    if lead is not None:
        unnamed = types.get(entity or "") == "SOURCE" and not _declines(each)
        return _cited_last(index, said, settled, types) or lead if unnamed else lead
    return _same_paragraph(index, previous, said, settled, types)


def _cited_last(index: int, said: Sequence[Said], settled: dict[int, Origin], types: dict[str, str]) -> Origin | None:
    """The publication cited right before, in the paragraph of an unnamed source or the one before it."""
    block = said[index].scene.sentence.block
    for before in range(index - 1, max(index - _MEMORY, 0) - 1, -1):
        if block - said[before].scene.sentence.block > _APART:
            return None
        if said[before].parent is None and _is_cited(said[before], types) and before in settled:
            return settled[before]
    return None


def _same_paragraph(
    index: int, previous: int | None, said: Sequence[Said], settled: dict[int, Origin], types: dict[str, str]
) -> Origin | None:
    """An unnamed source right behind the publication that quotes it: in the same paragraph."""
    if previous is None or said[index].speaker.anonymity not in {"role", "anonymous"} or _is_spokesman(said[index]):
        return None
    origin = settled.get(previous)
    same = said[previous].scene.sentence.block == said[index].scene.sentence.block
    return origin if same and origin is not None and types.get(origin.key or "") == "MEDIA" else None


def _is_spokesman(each: Said) -> bool:
    return each.speaker.head is not None and family(each.speaker.head) == SPOKESMAN


def _inherited(index: int, said: Sequence[Said], settled: dict[int, Origin]) -> Origin:
    steps = 0
    at: int | None = index
    while at is not None and steps <= len(said):
        if at in settled:
            return settled[at]
        at, steps = said[at].parent, steps + 1
    return UNDECIDED
