"""The scene: one sentence with everything about it that is asked for again and again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from asanid.model import Date, Mention, Quote, Sentence, Span, Token
from asanid.parse.parsed import Parsed

_LONGEST = 250
"""Tokens of a sentence that are looked at together."""


@dataclass(frozen=True, slots=True)
class Stage:
    """An article, indexed by token: the name, date and quotation that a token belongs to or opens."""

    parsed: Parsed
    mention_at: dict[int, Mention]
    date_at: dict[int, Date]
    quote_from: dict[int, Quote]
    token_starts: Sequence[int]
    mention_starts: Sequence[int]
    outer_quotes: tuple[Quote, ...]
    outer_starts: Sequence[int]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens whose stem begins in a span."""
        first = max(bisect_left(self.token_starts, span.start) - 1, 0)
        last = bisect_left(self.token_starts, span.end)
        return tuple(token for token in self.parsed.tokens[first:last] if token.stem_start >= span.start)

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The names that lie in a span."""
        first, last = bisect_left(self.mention_starts, span.start), bisect_left(self.mention_starts, span.end)
        return tuple(mention for mention in self.parsed.mentions[first:last] if mention.end <= span.end)

    def quotes_touching(self, span: Span) -> tuple[Quote, ...]:
        """The outermost quotations that share words with a span."""
        first = max(bisect_left(self.outer_starts, span.start) - 1, 0)
        last = bisect_left(self.outer_starts, span.end)
        return tuple(quote for quote in self.outer_quotes[first:last] if quote.end > span.start)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of a stage: the tokens ``first`` to ``last`` (exclusive)."""

    stage: Stage
    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the article: positions are the article's."""
        return self.stage.parsed.tokens

    def form(self, position: int) -> str:
        """The folded form at a position, nothing outside the sentence."""
        return self.tokens[position].form if self.first <= position < self.last else ""

    def stem(self, position: int) -> str:
        """The stem at a position, nothing outside the sentence."""
        return self.tokens[position].stem if self.first <= position < self.last else ""

    def name(self, position: int) -> Mention | None:
        """The name that covers a position."""
        return self.stage.mention_at.get(position)

    def dated(self, position: int) -> bool:
        """Whether a position is part of a date."""
        return position in self.stage.date_at

    def quote(self, position: int) -> Quote | None:
        """The quotation whose opening mark stands at a position."""
        return self.stage.quote_from.get(position)

    def past_quote(self, position: int, quote: Quote) -> int:
        """The first position behind a quotation that opens at ``position``; it may lie behind the sentence."""
        return max(position + 1, bisect_left(self.stage.token_starts, quote.end))

    def quoted(self, position: int) -> tuple[int, int]:
        """The first and last (exclusive) token within the quotation that a word stands in; else of the sentence."""
        token = self.tokens[position]
        for quote in self.stage.quotes_touching(Span(token.start, token.end)):
            if quote.start < token.start < quote.end:
                return self.range_of(quote.inner)
        return self.first, self.last

    def range_of(self, span: Span) -> tuple[int, int]:
        """The first and last (exclusive) token of a span, as far as they belong to the sentence."""
        starts = self.stage.token_starts
        return max(self.first, bisect_left(starts, span.start)), min(self.last, bisect_left(starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens ``first`` to ``last`` (exclusive)."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


def set_stage(parsed: Parsed) -> Stage:
    """Index an article by token."""
    mention_at: dict[int, Mention] = {}
    date_at: dict[int, Date] = {}
    quote_from: dict[int, Quote] = {}
    starts = {quote.start: quote for quote in parsed.quotes}
    mentions, dates = iter(parsed.mentions), iter(parsed.dates)
    mention, date = next(mentions, None), next(dates, None)
    for position, token in enumerate(parsed.tokens):
        while mention and mention.end <= token.start:
            mention = next(mentions, None)
        while date and date.end <= token.start:
            date = next(dates, None)
        if mention and mention.start < token.end:
            mention_at[position] = mention
        if date and date.start < token.end:
            date_at[position] = date
        if token.kind == "mark" and token.start in starts:
            quote_from[position] = starts[token.start]
    outer = tuple(q for q in parsed.quotes if q.depth == 0 and q.inner.end > q.inner.start)
    return Stage(
        parsed,
        mention_at,
        date_at,
        quote_from,
        [token.start for token in parsed.tokens],
        [mention.start for mention in parsed.mentions],
        outer,
        [quote.start for quote in outer],
    )


def scenes(stage: Stage) -> list[Scene]:
    """Give the sentences in which something may be said: not furniture, captions or bylines.

    A sentence beyond any measure is taken in pieces, so that time grows with the length of the text and no faster.
    """
    blocks = stage.parsed.blocks
    return [
        Scene(stage, sentence, first, min(first + _LONGEST, sentence.last_token))
        for sentence in stage.parsed.sentences
        if blocks[sentence.block].kind not in {"furniture", "caption", "byline"}
        for first in range(sentence.first_token, sentence.last_token, _LONGEST)
    ]
