"""Certainty and commitment: how sure a content is as told, and how far the writer stands from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from asanid.extract.origins import Said
from asanid.extract.phrases import Phrases, index_phrases
from asanid.extract.table import tokens_of
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Hedge
from asanid.model import Certainty, Commitment

_CLAUSE = 14
"""Words at the head of a content in which a hedge speaks of all of it."""
_QUOTES = 8
"""Quotations of a content that are looked at."""
_ORDER: tuple[Certainty, ...] = ("alleged", "possible", "probable")


def certainty_of(said: Said, hedges: Sequence[Hedge]) -> Certainty:
    """Tell how certain a content is as told: the weakest of the hedges in its first clause, else certain."""
    cue = said.draft.hit.cue
    found = {hedge.certainty for hedge in hedges}
    if cue.id in _cue_hedges():
        found.add(_cue_hedges()[cue.id])
    return next((certainty for certainty in _ORDER if certainty in found), "certain")


def commitment_of(said: Said, hedges: Sequence[Hedge]) -> Commitment:
    """Tell where the writer stands: by the cue, then by «المزعوم», «على حد زعمه» and by marks round a word or two."""
    cue = said.draft.hit.cue
    if cue.commitment != "neutral":
        return cue.commitment
    for hedge in hedges:
        if hedge.commitment:
            return hedge.commitment
    return "distance" if _in_scare_quotes(said) else "neutral"


def hedges_of(said: Said) -> list[Hedge]:
    """Give the hedges that speak of a content, in their order."""
    found: list[Hedge] = []
    tokens = tokens_of(said)
    for position, hedge in _hedge_phrases().find(tokens):
        if hedge.whole or position < _CLAUSE:
            found.append(hedge)
    return found


def _in_scare_quotes(said: Said) -> bool:
    """Whether one word of a content stands in marks that neither name anything nor repeat what something was called."""
    stage = said.scene.stage
    if "as" in said.draft.hit.cue.frames:
        return False
    for span in said.draft.content:
        for quote in stage.quotes_touching(span)[:_QUOTES]:
            inner = quote.inner
            if span.start < quote.start and quote.end <= span.end and len(stage.tokens_in(inner)) == 1:
                return not stage.mentions_in(inner)
    return False


@cache
def _hedge_phrases() -> Phrases[Hedge]:
    return index_phrases([(phrase, hedge) for hedge in section("hedges", Hedge) for phrase in hedge.phrases])


@cache
def _cue_hedges() -> dict[str, Certainty]:
    """Cues that themselves say how sure their holder is: «رجح», «اشتبه»."""
    return {cue: hedge.certainty for hedge in section("hedges", Hedge) for cue in hedge.cues if hedge.certainty}
