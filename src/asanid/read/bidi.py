"""Lines as they stand on a page, left to right → the order in which they are read.

The inverse of the Unicode bidirectional algorithm for a right-to-left line. It is ambiguous where a number touches
Latin words; the reading "Boeing 737" is then taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import bidirectional

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”"}
_OPEN = {**{mark: mark for mark in _PAIRS}, **{close: mark for mark, close in _PAIRS.items()}}
_CLOSE = {**{close: close for close in _PAIRS.values()}, **_PAIRS}
_BRACKET = re.compile("[" + re.escape("".join(_OPEN)) + "]")
_STOPS = frozenset("،؛؟.,:;!?")


def reading_order(clusters: Sequence[str]) -> str:
    """Put the letters of a line, given from left to right, into reading order.

    Each cluster is a letter with its marks, or the letters of one ligature.

    >>> reading_order("2.5 ةبسنب Boeing 737 ةرئاط")
    'طائرة Boeing 737 بنسبة 2.5'
    """
    kinds = [_kind(cluster) for cluster in clusters]
    if "R" not in kinds:
        return "".join(clusters)
    line, kinds = list(reversed(clusters)), kinds[::-1]
    at = 0
    while at < len(line):
        end = _run_end(line, kinds, at)
        if end > at:
            line[at:end] = line[at:end][::-1]
        at = max(end, at + 1)
    return "".join(line)


def face_brackets(text: str) -> str:
    """Turn brackets and quotation marks so that they open before a word and close after one.

    A page shows brackets mirrored, and files differ in which of the two they name.

    >>> face_brackets("قال: »نعم« )أمس(.")
    'قال: «نعم» (أمس).'
    """
    return _BRACKET.sub(_faced, text)


def _faced(match: re.Match[str]) -> str:
    text, at, mark = match.string, match.start(), match[0]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    opens = (before.isspace() or before in _OPEN) and not (after.isspace() or after in _STOPS)
    closes = (after.isspace() or after in _OPEN or after in _STOPS) and not before.isspace()
    if opens == closes:
        return mark
    return _OPEN[mark] if opens else _CLOSE[mark]


def _kind(cluster: str) -> str:
    """R for right-to-left letters, L for others, N for digits, C and E for what may join digits, X for the rest."""
    kinds = {bidirectional(char) for char in cluster}
    if kinds & {"R", "AL"}:
        return "R"
    if "L" in kinds:
        return "L"
    if kinds & {"EN", "AN"}:
        return "N"
    return "C" if "CS" in kinds else "E" if "ES" in kinds else "X"


def _run_end(line: list[str], kinds: list[str], start: int) -> int:
    """Find where the left-to-right run that begins here ends; ``start`` where none does."""
    if kinds[start] not in "LN":
        return start
    stop = start
    while stop < len(kinds) and kinds[stop] != "R":
        stop += 1
    letters = [place for place in range(start, stop) if kinds[place] in "LN"]
    if any(kinds[place] == "L" for place in letters):
        return letters[-1] + 1
    return _number_end(kinds, start)


def _number_end(kinds: list[str], start: int) -> int:
    """A number is digits with single separators between them; hyphens part them once Arabic letters came before."""
    joints = "C" if "R" in kinds[:start] else "CE"
    end = start
    while end < len(kinds):
        if kinds[end] == "N" or (kinds[end] in joints and kinds[end + 1 : end + 2] == ["N"]):
            end += 1
        else:
            return end
    return end
