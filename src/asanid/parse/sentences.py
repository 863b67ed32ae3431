"""Sentences: where they end, and where a full stop only looks like an end.

A sentence ends at . ؟ ! … and at the end of its block, but not inside a quotation or brackets, after an abbreviation or
initial, or at «..», which newspapers write for a dash. «؛» and «:» end nothing. Furniture has no sentences.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.blocks import Abbreviation
from asanid.model import Block, Quote, Sentence, Token
from asanid.parse.blocks.openers import is_speech, joins, opens_sentence
from asanid.parse.fold import fold_key

_CLOSERS = "\"'»”“’›)\\]}❞″"
_END = re.compile(rf"([.؟?!…]+)([{_CLOSERS}]*)(\s*)(?=(\S?))")
_WORD_BEFORE = re.compile(r"[^\s\"'«»“”„‘’‹›()\[\]{}،,:؛/]+$")
_WORD_AFTER = re.compile(r"[\W_]{0,12}?(\w+)")
_BRACKETS = re.compile(r"\([^()\n]{0,200}\)|\[[^\[\]\n]{0,200}\]")
_LONGEST_WHOLE = 900
"""A quotation longer than this (about 150 words) is cut into its sentences."""


def split_sentences(
    text: str, tokens: Sequence[Token], blocks: Sequence[Block], quotes: Sequence[Quote]
) -> tuple[Sentence, ...]:
    """Cut the blocks that are not furniture into sentences; each token of theirs stands in exactly one.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> text = "قال د. سامي عدوان إن العقد بـ1.8 مليون. وأضاف أن المرفأ جاهز."
    >>> found = split_sentences(text, tokenize(fold(text)), [Block(0, len(text), "body")], ())
    >>> [text[s.start : s.end] for s in found]
    ['قال د. سامي عدوان إن العقد بـ1.8 مليون.', 'وأضاف أن المرفأ جاهز.']
    """
    starts = [token.start for token in tokens]
    whole = _whole_stretches(text, blocks, quotes)
    sentences: list[Sentence] = []
    for index, block in enumerate(blocks):
        if block.kind == "furniture":
            continue
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        for end in (*_ends(text, block, whole), block.end):
            cut = last if end == block.end else bisect_left(starts, end, first, last)
            if cut > first:
                sentences.append(Sentence(starts[first], tokens[cut - 1].end, first, cut, index))
                first = cut
    return tuple(sentences)


def _ends(text: str, block: Block, whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Give the places inside a block where a sentence ends."""
    start = block.start
    position = 0
    for match in _END.finditer(text, block.start, block.end):
        end = match.end(2)
        while position < len(whole) and whole[position][1] <= match.start():
            position += 1
        inside = position < len(whole) and whole[position][0] <= match.start() and end < whole[position][1]
        if inside or end >= block.end:
            continue
        if _is_end(text, start, match, block.end):
            yield end
            start = end


def _is_end(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Does the mark end the sentence that began at ``start``?"""
    marks, closers, space, following = match.groups()
    following_word = _WORD_AFTER.match(text, match.end(2), limit)
    after = fold_key(following_word[1]) if following_word else ""
    if not space:
        return marks in (".", "؟", "!") and _joined_clause(text, match, after)
    if following in "،,؛;:":
        return False
    if "…" in marks or marks.count(".") > 1:
        return opens_sentence(after, strict=True)
    if marks == ".":
        return _is_stop(text, start, match, after)
    return not (closers and (set(closers) & set(")]") or _belongs_to_quotation(after)))


def _is_stop(text: str, start: int, match: re.Match[str], after: str) -> bool:
    """Is a single full stop before a space more than the mark of an abbreviation, initial or number of a list?"""
    closers = match.group(2)
    if closers:
        return not _belongs_to_quotation(after)
    before = _WORD_BEFORE.search(text, max(start, match.start() - 24), match.start())
    word = fold_key(before[0]) if before else ""
    if match.group(4).isascii() and match.group(4).islower():
        return False
    if not word:
        return True
    if word.isdigit():
        return bool(text[start : before.start() if before else start].strip())
    ends = _abbreviations().get(word)
    if ends is None:
        ends = not _is_initial(word)
        return ends or opens_sentence(after, strict=True)
    return ends and (joins(after) or opens_sentence(after, strict=True))


def _is_initial(word: str) -> bool:
    """«ج», «وج», «ق.م», «u.s»: single letters with full stops between."""
    if len(word) == 2 and word[0] == "و":
        return True
    return all(len(part) <= 1 for part in word.split("."))


def _belongs_to_quotation(after: str) -> bool:
    """«"لماذا؟" سأل»: the verb after the quotation is in its sentence."""
    return is_speech(after)


def _joined_clause(text: str, match: re.Match[str], after: str) -> bool:
    """A new clause that follows without a space («في المرفأ.واستدعت الشرطة»)."""
    before = text[match.start() - 1] if match.start() else " "
    return before.isalpha() and len(after) > 4 and after[0] == "و" and text[match.end(2)].isalpha()


def _whole_stretches(text: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Give the quotations and brackets that no sentence ends in, in order, without overlaps."""
    stretches = [(q.start, q.end) for q in quotes if q.closed and q.end - q.start <= _LONGEST_WHOLE]
    if "(" in text or "[" in text:
        stretches += [match.span() for match in _BRACKETS.finditer(text)]
    stretches.sort()
    merged: list[tuple[int, int]] = []
    for start, end in stretches:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _abbreviations() -> dict[str, bool]:
    return {fold_key(form): entry.ends for entry in section("abbreviations", Abbreviation) for form in entry.forms}
