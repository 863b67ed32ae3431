"""Parsing, whole: an article becomes blocks, quotations, tokens, sentences, dates, numbers and names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from asanid.model import Article, Block, Date, Entity, Mention, Number, Quote, Sentence, Token
from asanid.parse.blocks import find_blocks
from asanid.parse.dates import find_dates
from asanid.parse.fold import Folded, fold
from asanid.parse.identity import resolve_names
from asanid.parse.names import find_names
from asanid.parse.numbers import find_numbers
from asanid.parse.quotes import find_quotes
from asanid.parse.sentences import split_sentences
from asanid.parse.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with everything that can be said of it without asking who says what."""

    article: Article
    folded: Folded
    blocks: tuple[Block, ...]
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...]
    numbers: tuple[Number, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]


def parse(article: Article) -> Parsed:
    """Parse an article.

    >>> from asanid.read import read_text
    >>> parsed = parse(read_text("قال مصدر في الوزارة إن السفينة غرقت أمس الاثنين.", published="2024-10-08"))
    >>> [(parsed.article.text[d.start : d.end], d.value) for d in parsed.dates]
    [('أمس الاثنين', '2024-10-07')]
    """
    text = article.text
    folded = fold(text)
    blocks = find_blocks(article)
    tokens = tokenize(folded)
    quotes = find_quotes(text, blocks)
    sentences = split_sentences(text, tokens, blocks, quotes)
    mentions = find_names(tokens, text, blocks, sentences, quotes)
    entities, mentions = resolve_names(mentions, text)
    return Parsed(
        article=article,
        folded=folded,
        blocks=blocks,
        tokens=tokens,
        quotes=quotes,
        sentences=sentences,
        dates=find_dates(tokens, text, _moment(article.published), blocks),
        numbers=find_numbers(tokens, text),
        mentions=mentions,
        entities=entities,
    )


def _moment(published: str | None) -> date | datetime | None:
    """Read the publication time, an ISO 8601 date or date-time; ``None`` where it is neither."""
    if not published:
        return None
    try:
        day = date.fromisoformat(published[:10])
        return day if len(published) == len("2024-10-08") else datetime.fromisoformat(published)
    except ValueError:
        return None
