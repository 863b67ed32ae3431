"""Relays: a report of another's report, two attributions of which the second stands below the first.

«نقلت الوكالة عن مصدر أن …», «ذكرت الصحيفة نقلا عن مصدر أن …», «قالت الصحيفة إن …، وفقا لمسؤولين», «وفق ما نقلت الوكالة
عن مصدر».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from asanid.extract.according import according, particle_end
from asanid.extract.complements import (
    COMMAS,
    Complement,
    content_spans,
    find_complement,
)
from asanid.extract.credible import is_cue
from asanid.extract.cues import CueHit, readings
from asanid.extract.drafts import Draft, cue_span
from asanid.extract.endings import content_end, is_clause_particle, names_media
from asanid.extract.grammar import words
from asanid.extract.nouns import may_head_source
from asanid.extract.scene import Scene
from asanid.extract.sources import source_after
from asanid.extract.subjects import subject_end
from asanid.extract.verbs import from_complement
from asanid.model import Span
from asanid.parse.fold import fold_key

_REACH = 14
"""Tokens behind a verb among which the preposition of whom it quotes is looked for."""
_FAR = 40
"""Tokens behind that preposition among which the content opens."""
_SPEECH = 7
"""Tokens, marks and all, above which a quotation is speech and no name in marks."""
_SHORTEST = 2
"""Letters above which what stands on one side of a phrase is part of a content."""


def relay(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«نقلت الوكالة عن مصدر قوله إن …», «نسبت الصحيفة إلى مسؤول نفيه أن …»."""
    via = _via(scene, hit) if hit.form in {"finite", "passive"} else None
    if via is None:
        return []
    limit = _limit(scene, via, hits)
    told = _told(scene, hit, via, limit, hits)
    if told is None:
        return []
    voice, outer_part, inner_part, until = told
    by_pronoun = bool(scene.tokens[via].enclitic)
    first = replace(hit, last=via + 1 if by_pronoun else min(hit.last, via))
    outer = from_complement(scene, first, outer_part, until if by_pronoun else via, "relay", hits)
    source = None if by_pronoun else source_after(scene, via + 1, until, led=True)
    if not outer.content or (source is None and not by_pronoun):
        return []
    outer = replace(outer, cue=cue_span(scene, replace(hit, last=min(hit.last, via))))
    content = content_spans(scene, inner_part) or outer.content
    if by_pronoun and voice is hit:
        voice = replace(hit, first=via, last=via + 1, form="noun")
    inner = Draft(voice, scene.span(via, via + 1), source, content, "relay-from", under=len(drafts))
    return [outer, inner]


def relayed_by(scene: Scene, hit: CueHit, _hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«ذكرت الصحيفة نقلا عن مصدر أن …», «قالت الصحيفة إن …، وفقا لمسؤولين»: what a verb presents, below the verb."""
    by_pronoun = bool(scene.tokens[hit.last - 1].enclitic) and not hit.cue.opens  # «على حد علمه»: the same voice
    source = None if by_pronoun else source_after(scene, hit.last, particle_end(scene, hit), led=True)
    if source is None:
        return []
    for index in reversed(range(len(drafts))):
        verb = drafts[index]
        if verb.hit.cue.particles or not verb.content or not _goes_with(scene, hit, verb):
            continue
        if _has_it_from(scene, hit, verb, source):
            content = _without(scene, verb.content, Span(scene.tokens[hit.first].start, source.end))
            return [Draft(hit, cue_span(scene, hit), source, content, "relayed-by", under=index)]
    return []


def according_to_relay(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """«…، وفق ما نقلت الوكالة عن مصدر», «…، وفق ما نقلت عنه القناة»: whom it was taken from stands below."""
    verb = next(iter(readings(scene.tokens, hit.last - 1, scene.first, scene.last)), None) if hit.cue.opens else None
    via = _via(scene, replace(verb, first=hit.last - 1)) if verb is not None else None
    if via is None or via >= particle_end(scene, hit):
        return []
    if scene.tokens[via].enclitic:
        return according(scene, replace(hit, last=via + 1), hits, drafts) if via == hit.last else []
    found = according(scene, hit, hits, drafts)
    source, inner = source_after(scene, hit.last, via, led=True), source_after(scene, via + 1, particle_end(scene, hit))
    if not found or source is None or inner is None:
        return found
    outer = replace(found[0], source=source)
    below = replace(outer, cue=scene.span(via, via + 1), source=inner, under=len(drafts), rule="relay-from")
    return [outer, below]


# --- whom it was taken from -------------------------------------------------------------------------


def _via(scene: Scene, hit: CueHit) -> int | None:
    """The preposition that leads whom a verb quotes: «عن» of «نقل», «إلى» of «نسب»."""
    wanted = {fold_key(word) for word in hit.cue.via}
    if not wanted:
        return None
    for position in range(hit.first + 1, min(scene.last, hit.first + _REACH)):
        token = scene.tokens[position]
        if token.form in wanted or (token.enclitic and token.stem in wanted):
            plain = token.enclitic or token.form in words("relayed-from") or may_head_source(scene, position + 1)
            return position if plain else None  # «نعلم من سيأتي»
        if is_clause_particle(scene, position) or token.form in {":", ".", "؛"}:
            return None
    return None


def _limit(scene: Scene, via: int, hits: Sequence[CueHit]) -> int:
    """Where to stop looking for the content: at the end of the sentence, or where the next voice begins."""
    end = min(scene.last, via + _FAR)
    for other in hits:
        joined = scene.tokens[other.first].proclitics[:1] in {"و", "ف"} or other.form == "participle"
        if via < other.first < end and joined and other.form != "noun" and not other.cue.particles:
            end = other.first
    return next((i for i in range(via, end) if scene.form(i) in {".", "؛", "؟"} and scene.name(i) is None), end)


def _told(
    scene: Scene, hit: CueHit, via: int, limit: int, hits: Sequence[CueHit]
) -> tuple[CueHit, Complement, Complement, int] | None:
    """The cue of whom it was taken from, what either presents, and where the words of the source end."""
    opener = next((i for i in range(via + 1, limit) if _opens(scene, i)), None)
    noun = _verbal_noun(scene, via, limit if opener is None else opener)
    if noun is not None:
        return _by_noun(scene, hit, noun, opener, hits)
    if opener is not None:
        first = opener if scene.quote(opener) else opener + 1
        part = Complement("clause", opener, first, content_end(scene, first, hit, hits))
        return hit, part, part, opener
    if scene.tokens[via].enclitic:
        return None
    end = next((i for i in range(via + 2, limit) if scene.form(i) in COMMAS), limit)
    if end >= limit - 1 or scene.form(end + 1) in words("relative"):
        end = subject_end(scene, via + 1, limit)
    last = content_end(scene, end + (scene.form(end) in COMMAS), hit, hits, phrase=True)
    part = Complement("noun", end, end, last)
    return (hit, part, part, end) if via + 1 < end < last else None


def _opens(scene: Scene, position: int) -> bool:
    """Whether «إن», a colon or a quotation that is no name in marks opens the content here."""
    if is_clause_particle(scene, position) or scene.form(position) == ":":
        return True
    quote = scene.quote(position)
    if quote is None or scene.past_quote(position, quote) - position <= _SPEECH:
        return False  # nor one that goes on what was begun: «استعادة القرى "بعد القضاء على …"»
    return scene.form(position - 1) in COMMAS or scene.stem(position - 1) in words("saying-again")


def _verbal_noun(scene: Scene, via: int, end: int) -> CueHit | None:
    """«قوله», «نفيها», «تعهده»: a verbal noun with the pronoun of whom it was taken from; «، تأكيد» behind a comma."""
    for position in range(via + 1, end):
        held = scene.tokens[position].enclitic and (position > via + 1 or scene.tokens[via].enclitic)
        if not held and scene.form(position - 1) not in COMMAS:
            continue
        found = readings(scene.tokens, position, scene.first, scene.last)
        noun = next((each for each in found if each.form == "noun" and not each.cue.phrases), None)
        if noun is None or scene.name(position) is not None or scene.tokens[position].proclitics:
            continue
        if is_cue(scene, noun):
            return noun
    return None


def _by_noun(
    scene: Scene, hit: CueHit, noun: CueHit, opener: int | None, hits: Sequence[CueHit]
) -> tuple[CueHit, Complement, Complement, int] | None:
    """«قوله إن» adds nothing to the relay; «نفيه أن», «تعهده بـ» is what the first presents, its object the second."""
    said = find_complement(scene, noun, [other for other in hits if other.first > noun.first])
    if said is None and opener is not None:
        first = opener if scene.quote(opener) else opener + 1
        said = Complement("clause", opener, first, content_end(scene, first, hit, hits))
    if said is None:
        return None
    if said.kind not in {"noun", "order", "as", "charge"} and noun.cue.stance == "assert":
        return hit, said, said, noun.first
    whole = Complement("noun", noun.first, noun.first, said.last)
    return noun, whole, said, noun.first


# --- a particle that belongs to a verb --------------------------------------------------------------


def _goes_with(scene: Scene, hit: CueHit, verb: Draft) -> bool:
    """Whether a particle stands between a verb and its content, in the content, or right behind it."""
    start = scene.tokens[hit.first].start
    if start < verb.cue.end:
        return False
    if start < verb.content[-1].end:
        return True
    behind = scene.stage.parsed.article.text[verb.content[-1].end : start]
    return not behind.strip('،,»”"“ ')


def _has_it_from(scene: Scene, hit: CueHit, verb: Draft, source: Span) -> bool:
    """Whether it names where the verb's source has it from: officials for a newspaper, no newspaper for a minister."""
    by_media, from_media = verb.source is not None and names_media(scene, verb.source), names_media(scene, source)
    return hit.cue.below if by_media == from_media else by_media or (verb.source is None and hit.cue.below)


def _without(scene: Scene, content: Sequence[Span], taken: Span) -> tuple[Span, ...]:
    """A content without the words of the particle inside it."""
    text = scene.stage.parsed.article.text
    parts: list[Span] = []
    for span in content:
        for start, end in ((span.start, min(span.end, taken.start)), (max(span.start, taken.end), span.end)):
            words_left = text[start:end].strip("،, ")
            first = text.find(words_left, start)
            parts += [Span(first, first + len(words_left))] if len(words_left) > _SHORTEST else []
    return tuple(parts)
