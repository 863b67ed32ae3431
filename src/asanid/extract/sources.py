"""Sources: the noun phrase of who or what something comes from, without the circumstances of the saying."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.cues import Circumstance, SourceNoun
from asanid.model import Anonymity, Date, Mention, Span, Token
from asanid.parse.fold import fold_key

_BREAKS = frozenset({"،", ",", "؛", "(", "-", "–", "—"})


def source_span(tokens: Sequence[Token], first: int, last: int, dates: Sequence[Date]) -> Span | None:
    """Give the source among the tokens ``first`` to ``last`` (exclusive), or ``None`` where there is none."""
    while first < last and tokens[first].form in _BREAKS:
        first += 1
    end = first
    while end < last and not _breaks(tokens, first, end, last) and not _circumstance(tokens, end, last, dates):
        end += 1
    while end > first and tokens[end - 1].form in _BREAKS:
        end -= 1
    if end <= first or not any(token.kind in {"word", "latin"} for token in tokens[first:end]):
        return None
    head = tokens[first]
    return Span(head.stem_start if head.proclitics in {"ل", "ب"} else head.start, tokens[end - 1].end)


def source_noun(tokens: Sequence[Token], span: Span) -> SourceNoun | None:
    """Give the noun that stands for a source at the head of a span: «مصدر أمني», «المسؤولين»."""
    nouns = _source_nouns()
    for token in tokens:
        if token.stem_start >= span.start or token.start >= span.start:
            return nouns.get(token.stem) or nouns.get(token.stem.removeprefix("ال"))
    return None


def anonymity(noun: SourceNoun | None, names: Sequence[Mention], span: Span) -> Anonymity:
    """Tell how far a source is named: by its name, its role, or not at all."""
    people = [name for name in names if name.type == "PERSON"]
    if people:
        return "named"
    if any(name.type == "MEDIA" and name.start - span.start <= 12 for name in names):
        return "media"
    if noun is None:
        return "named" if names else "role"
    if noun.anonymity == "role" and noun.id == "spokesman" and names:
        return "named"
    return noun.anonymity


def _breaks(tokens: Sequence[Token], first: int, position: int, last: int) -> bool:
    """A comma ends the source, unless a defining apposition follows: «دالدار، السفير السابق»."""
    if tokens[position].form not in _BREAKS:
        return False
    following = tokens[position + 1] if position + 1 < last else None
    return not (following and position > first and following.form.startswith("ال") and following.kind == "word")


def _circumstance(tokens: Sequence[Token], position: int, last: int, dates: Sequence[Date]) -> bool:
    token = tokens[position]
    if any(date.start <= token.start < date.end for date in dates):
        return True
    words = _circumstances()
    nouns = words.get(token.form)
    if nouns is not None:
        following = tokens[position + 1].stem if position + 1 < last else ""
        return not nouns or following in nouns
    return token.proclitics == "ل" and token.stem in words.get("ل", frozenset())


@cache
def _circumstances() -> dict[str, frozenset[str]]:
    return {
        fold_key(entry.preposition): frozenset(fold_key(noun) for noun in entry.nouns)
        for entry in section("circumstances", Circumstance)
    }


@cache
def _source_nouns() -> dict[str, SourceNoun]:
    return {fold_key(form): noun for noun in section("source_nouns", SourceNoun) for form in noun.forms}
