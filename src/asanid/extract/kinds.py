"""Kind: whether a content is all in quotation marks, in part or not at all; marks around a mere name do not count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from asanid.extract.grammar import words
from asanid.extract.scene import Stage
from asanid.model import Kind, Quote, Span

_NAME = 0.6
"""The part of the quoted letters that a name has to fill: «هاتف "غالاكسي إس 9 بلاس"», not «"تركيا مختلفة"»."""
_FEW, _SHORT = 3, 6
"""Words that a quotation may have at most to be the name of something, unknown and known."""
_LETTERS = 120
"""Letters from which on a quotation is no name."""


def kind_of_content(content: Sequence[Span], stage: Stage) -> Kind:
    """«قال: "…"» is direct, «قال إن "…" غدا» mixed, «قال إن شركة "سديمة" …» indirect."""
    spoken = [quote for span in content for quote in stage.quotes_touching(span) if not is_name_in_marks(stage, quote)]
    if not spoken:
        return "indirect"
    if all(any(quote.start <= span.start and span.end <= quote.end for quote in spoken) for span in content):
        return "direct"
    return "mixed" if any(span.start <= quote.start < span.end for span in content for quote in spoken) else "indirect"


def is_name_in_marks(stage: Stage, quote: Quote) -> bool:
    """Whether marks stand around a name or term and not around speech: «شركة "سديمة"», «مصطلح "الأقليات"»."""
    tokens = stage.tokens_in(quote.inner) if quote.inner.end - quote.inner.start < _LETTERS else ()
    if not tokens or len(tokens) > _SHORT:
        return False
    names = stage.mentions_in(quote.inner)
    if names and names[0].start - quote.inner.start <= 1:
        return sum(name.end - name.start for name in names) >= _NAME * (quote.inner.end - quote.inner.start)
    if all(token.kind in {"latin", "number", "mark"} for token in tokens):
        return True
    before = bisect_left(stage.token_starts, quote.start) - 1
    return before >= 0 and stage.parsed.tokens[before].stem.removeprefix("ال") in words("names-a-term")


def may_be_a_name(stage: Stage, quote: Quote) -> bool:
    """Whether marks stand round so few words that they can be a name unheard of: «جمعية "غوث الحدود" …»."""
    if quote.inner.end - quote.inner.start >= _LETTERS:
        return False
    return is_name_in_marks(stage, quote) or len(stage.tokens_in(quote.inner)) <= _FEW
