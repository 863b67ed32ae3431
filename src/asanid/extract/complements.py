"""Complements: what a cue presents: a clause after «إن/أن», quoted words, or what stands after a colon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from asanid.extract.cues import CueHit
from asanid.model import Quote, Sentence, Span, Token

_PARTICLES = frozenset(
    {"ان", "انه", "انها", "انهم", "انهما", "انني", "اننا", "بان", "بانه", "بانها", "بانهم", "بانهما"}
)
_LEADS = frozenset({"الي", "علي", "عن", "من", "في"})
_QUOTE_GAP = 2
"""Tokens that may stand between a particle or colon and the quotation that it opens: the mark itself, a colon."""


@dataclass(frozen=True, slots=True)
class Complement:
    """The content of a cue: how it is opened, the token that opens it, where its tokens start and end."""

    kind: Literal["clause", "quote", "colon"]
    opener: int
    first: int
    last: int


def find_complement(
    tokens: Sequence[Token], sentence: Sentence, cue: CueHit, stop: int, quotes: Sequence[Quote]
) -> Complement | None:
    """Find what a cue presents among the tokens up to ``stop``; ``None`` where nothing is presented.

    The content of a clause runs to ``stop``; a quotation ends with its closing mark, where the sentence does not go on.
    """
    starts = {quote.start: quote for quote in quotes}
    for position in range(cue.last, stop):
        token = tokens[position]
        if token.form in _PARTICLES:
            return Complement("clause", position, position + 1, _content_end(tokens, position + 1, stop))
        if token.form == ":":
            return Complement("colon", position, position + 1, _content_end(tokens, position + 1, stop))
        quote = starts.get(token.start)
        if quote and "quote" in cue.cue.frames and _speaks(tokens, cue.last, position, quote):
            end = position
            while end < stop and tokens[end].end <= quote.end:
                end += 1
            return Complement("quote", position, position, end)
    return None


def content_spans(complement: Complement, tokens: Sequence[Token], quotes: Sequence[Quote]) -> tuple[Span, ...]:
    """Give the spans of a complement: the words alone, without outer quotation marks and the closing full stop."""
    first, last = complement.first, complement.last
    while first < last and tokens[first].form in {",", "،", ":", "ـ"}:
        first += 1
    while last > first and tokens[last - 1].form in {".", "،", ",", "؛"}:
        last -= 1
    if first >= last:
        return ()
    start, end = tokens[first].start, tokens[last - 1].end
    for quote in quotes:
        if quote.start == start and quote.end >= end:
            return (quote.inner,) if quote.inner.end > quote.inner.start else ()
    return (Span(start, end),)


def _content_end(tokens: Sequence[Token], first: int, stop: int) -> int:
    while stop > first and tokens[stop - 1].form in {".", "،", ",", "؛", "!", "؟"}:
        stop -= 1
    return stop


def _speaks(tokens: Sequence[Token], first: int, position: int, quote: Quote) -> bool:
    """Tell a quotation from a name in marks: quoted speech is longer than a name, or stands right after the source."""
    del first
    inside = 0
    for token in tokens[position:]:
        if token.start >= quote.end:
            break
        inside += token.kind == "word"
    return inside > 4  # «صحيفة "وول ستريت جورنال"» is a name; a saying this short comes after a colon
