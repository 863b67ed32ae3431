"""Word orders: the drafts of a sentence, in the order of their cues.

Each cue is offered to the orders of its kind (``relays``, ``verbs``, ``according``), from the most certain to the
least; the first that fits wins. What only looks like a cue is left out before (``credible``), co-ordinated sources come
apart behind.
"""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.according import according
from asanid.extract.complements import find_complement
from asanid.extract.conjuncts import conjuncts
from asanid.extract.credible import SAID, is_cue
from asanid.extract.cues import CueHit, find_cues, readings
from asanid.extract.drafts import Draft, Order, head_of
from asanid.extract.grammar import words
from asanid.extract.headlines import headline
from asanid.extract.relays import according_to_relay, relay, relayed_by
from asanid.extract.scene import Scene
from asanid.extract.verbs import VERB_ORDERS

_ORDERS: tuple[Order, ...] = (relay, *VERB_ORDERS)
_PARTICLE_ORDERS: tuple[Order, ...] = (relayed_by, according_to_relay, according)
_NEAR = 12
"""Words within which the verb of a clause stands behind its «أن»."""


def find_drafts(scene: Scene) -> list[Draft]:
    """Give the drafts of a sentence, in the order of their cues."""
    listed = (_likeliest(scene, hit) for hit in find_cues(scene.tokens, scene.first, scene.last))
    found_cues = [hit for hit in listed if hit is not None]
    told = {hit.last for hit in found_cues if hit.form == "finite" and not hit.cue.particles}
    own = [hit for hit in found_cues if not (hit.cue.phrases and hit.first in told)]  # «أفادت تقارير بأن»: one cue
    hits = [_plain_verb(scene, hit, own) or hit for hit in own]
    drafts: list[Draft] = []
    taken = scene.first
    for hit in hits:
        if hit.first < taken and not hit.cue.particles:
            continue  # «المسؤول الذي تحدث …»: part of the source of the verb before
        if _is_taken_back(scene, hit, drafts):
            continue
        found = _ordered(scene, hit, hits, drafts)
        drafts.extend(each for draft in found for each in conjuncts(scene, draft))
        taken = max([taken, *(draft.opener for draft in found)])
    heads = headline(scene, hits, drafts)
    return [*heads, *drafts]


def _ordered(scene: Scene, hit: CueHit, hits: Sequence[CueHit], drafts: Sequence[Draft]) -> list[Draft]:
    """What the first order gives that fits the word, by its likeliest reading that gives anything."""
    if hit.cue.particles or hit.cue.phrases:
        readings_of: Sequence[CueHit] = (hit,)
    else:
        others = readings(scene.tokens, head_of(hit), scene.first, scene.last)
        readings_of = (hit, *(other for other in others if other != hit and is_cue(scene, other)))
    orders = _PARTICLE_ORDERS if hit.cue.particles else _ORDERS
    found = (order(scene, reading, hits, drafts) for reading in readings_of for order in orders)
    return next((each for each in found if each), [])


def _likeliest(scene: Scene, hit: CueHit) -> CueHit | None:
    """The reading of a word as a cue that holds in its sentence: «مطالبة النواب» is a noun, no participle."""
    if is_cue(scene, hit):
        return hit
    if hit.cue.particles or hit.cue.phrases:
        return None
    others = readings(scene.tokens, head_of(hit), scene.first, scene.last)
    return next((other for other in others if other.form != hit.form and is_cue(scene, other)), None)


def _is_taken_back(scene: Scene, hit: CueHit, drafts: Sequence[Draft]) -> bool:
    """«نفى أن يكون قد طلب», «قال إنه لا علم له»: what is denied was not said, and who knows nothing is the speaker."""
    for draft in drafts:
        between = range(draft.opener + 1, hit.first)
        if draft.opener <= draft.hit.first or any(scene.stem(i) in words("that") for i in between):
            continue
        denied = draft.hit.cue.stance == "deny" and not draft.hit.negated and hit.form == "finite"
        if denied and len(between) < _NEAR and draft.rule.endswith("clause") and not hit.cue.particles:
            return True
        if hit.cue.phrases and hit.cue.stance == "decline" and not between and draft.hit.cue.stance == "assert":
            return True
    return False


def _plain_verb(scene: Scene, hit: CueHit, hits: Sequence[CueHit]) -> CueHit | None:
    """«كما قال الوزير إن …»: the verb presents something itself and the particle only joins."""
    if hit.cue.phrases and scene.form(hit.last - 2) in words("relative"):  # «وهو ما أكده»
        return next((verb for verb in readings(scene.tokens, hit.last - 1, scene.first, scene.last)), None)
    if not hit.cue.opens:
        return None
    for verb in readings(scene.tokens, hit.last - 1, scene.first, scene.last):
        complement = find_complement(scene, verb, hits)
        if complement is None or complement.kind not in SAID | {"noun"} or complement.first == complement.opener:
            continue
        if not any(_reaches(scene, other, complement.opener, hits) for other in hits if other.last <= hit.first):
            return verb
    return None


def _reaches(scene: Scene, verb: CueHit, opener: int, hits: Sequence[CueHit]) -> bool:
    """«ذكر المصدر، بحسب ما نقلته مواقع، أن …»: the clause belongs to the verb before the particle."""
    if verb.cue.particles or verb.form == "noun":
        return False
    complement = find_complement(scene, verb, hits)
    return complement is not None and complement.opener == opener
