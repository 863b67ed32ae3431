"""Rows of the table of sentences (``table/*.txt``): their notation, and what the program makes of them.

A row is a paragraph: its text, then one indented line for each attribution, or ``none``::

    وذكرت صحيفة الضفة نقلا عن مسؤول أن السد جاهز.
      ذكرت | صحيفة الضفة | السد …
      نقلا عن | مسؤول | السد … | ^1

that is cue, source, content and, where they are not those of most, stance (``assert``), parent (``^1``: the first of
the row) and kind (``indirect``). ``-`` is an empty source or content; ``;;`` stands between the spans of a content;
``a … b`` runs from one to the other and ``a …`` to the end of the line, its full stop left out; ``a#2`` is the second
``a``. Words may have a clitic before them. A line of the text is body unless ``[title]`` or the like stands before it.
``known: true`` marks a row that the program gets wrong, ``known: ?`` one that has not been tried yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast, get_args

from asanid.model import Article, Attribution, Block, BlockKind, Kind, Span, Stance
from asanid.pipeline import analyse

FOLDER = Path(__file__).parent / "table"
SAME_CUE, SAME_CONTENT = 0.5, 0.8
KNOWN = "known: true"
NEW = "known: ?"

_WORD = r"\w\u064b-\u0652\u0640"
_KINDS = get_args(Kind)
_STANCES = get_args(Stance)


@dataclass(frozen=True, slots=True)
class Expected:
    """An attribution as the table has it; ``parent`` is an index into the row's own."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    stance: str
    parent: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """A text with its attributions. ``mark`` is its line ``known: …``, if any, and ``line`` where the row begins."""

    file: str
    line: int
    text: str
    blocks: tuple[Block, ...]
    expected: tuple[Expected, ...]
    mark: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line}"


# --- reading ------------------------------------------------------------------------------------


@cache
def rows() -> tuple[Row, ...]:
    """All rows of all files, in order."""
    return tuple(row for path in sorted(FOLDER.glob("*.txt")) for row in read_rows(path.read_text("utf-8"), path.stem))


def read_rows(page: str, file: str) -> Iterator[Row]:
    """Read the rows of a file.

    >>> row = next(read_rows("قال الحارس إن الباب مقفل.\\n  قال | الحارس | الباب …", "x"))
    >>> [row.text[span.start : span.end] for span in row.expected[0].content]
    ['الباب مقفل']
    """
    first, lines = 0, [*page.splitlines(), ""]
    for number, line in enumerate(lines):
        if line.strip():
            continue
        paragraph = [each for each in lines[first:number] if not each.startswith("#")]
        skipped = number - first - len(paragraph)
        if paragraph:
            yield _row(paragraph, file, first + skipped + 1)
        first = number + 1


def _row(lines: Sequence[str], file: str, line: int) -> Row:
    mark = next((each for each in lines if each.startswith("known:")), "")
    text, blocks = "", []
    for each in (each for each in lines if each[0] != " " and each != mark):
        kind, words = each[1:].split("] ", 1) if each[0] == "[" else ("body", each)
        text += "\n" * bool(text)
        blocks.append(Block(len(text), len(text) + len(words), cast("BlockKind", kind)))
        text += words
    marked = [each.strip() for each in lines if each[0] == " "]
    try:
        _check(mark, {block.kind for block in blocks}, marked)
        expected = () if marked == ["none"] else tuple(_expected(text, each) for each in marked)
    except ValueError as error:
        raise ValueError(f"{file}:{line}: {error}") from error
    return Row(file, line, text, tuple(blocks), expected, mark)


def _check(mark: str, kinds: set[BlockKind], marked: Sequence[str]) -> None:
    if mark not in {"", KNOWN, NEW}:
        raise ValueError(f"write «{KNOWN}» or «{NEW}», not «{mark}»")
    if unknown := kinds - set(get_args(BlockKind)):
        raise ValueError(f"no kinds of block: {sorted(unknown)}")
    if not marked:
        raise ValueError("say «none» where there is no attribution")


def _expected(text: str, line: str) -> Expected:
    cue, source, content, *rest = (part.strip() for part in line.split(" | "))
    flags = rest[0].split() if rest else []
    unknown = [flag for flag in flags if flag not in _STANCES and flag not in _KINDS and flag[0] != "^"]
    if unknown:
        raise ValueError(f"neither stance, kind nor parent: {unknown}")
    return Expected(
        cue=_span(text, cue),
        source=None if source == "-" else _span(text, source),
        content=() if content == "-" else tuple(_span(text, part.strip()) for part in content.split(";;")),
        stance=next((flag for flag in flags if flag in _STANCES), "assert"),
        parent=next((int(flag[1:]) - 1 for flag in flags if flag[0] == "^"), None),
        kind=next((flag for flag in flags if flag in _KINDS), "indirect"),
    )


def _span(text: str, words: str) -> Span:
    head, dots, tail = (part.strip() for part in words.partition("…"))
    start, end = _find(text, head, 0)
    if not dots:
        return Span(start, end)
    if tail:
        return Span(start, _find(text, tail, end)[1])
    line = text.find("\n", end)
    return Span(start, len(text[: line if line >= 0 else len(text)].rstrip(". ")))


def _find(text: str, words: str, after: int) -> tuple[int, int]:
    """Where words stand, as whole words but for clitics; ``#2`` says which, where they stand more than once."""
    words, _, which = words.partition("#")
    ending = "" if words.endswith(" ل") or words == ":" else rf"(?![{_WORD}])"
    beginning = "" if words == ":" else rf"(?<![{_WORD}])(?:[وفبلك]{{0,3}})"
    found = [m.span(1) for m in re.finditer(f"{beginning}({re.escape(words)}){ending}", text) if m.start(1) >= after]
    if not found or (len(found) > 1 and not which):
        raise ValueError(f"stands {len(found)} times: {words}")
    return found[int(which or 1) - 1]


# --- judging ------------------------------------------------------------------------------------


def predicted(row: Row) -> tuple[Attribution, ...]:
    """What the program finds in the text of a row."""
    return analyse(Article("row", row.text, blocks=row.blocks)).attributions


@cache
def faults(row: Row) -> tuple[str, ...]:
    """What is wrong with the answer for a row, a line each; nothing if it is right.

    An expected attribution is found where a predicted one has its cue (IoU from ``SAME_CUE``) and its source (overlap,
    or neither has one); its content (IoU from ``SAME_CONTENT``), stance and parent must then be the same.
    """
    return tuple(_faults(row, predicted(row)))


def exact(row: Row) -> tuple[bool, bool]:
    """Whether the kinds of a right row, and its sources to the letter, are those expected too."""
    found = predicted(row)
    pairs = [(each, found[n]) for each, n in zip(row.expected, pair(row.expected, found), strict=True) if n is not None]
    kinds = all(each.kind == other.kind for each, other in pairs)
    return kinds, all(each.source == other.source for each, other in pairs)


def pair(expected: Sequence[Expected], found: Sequence[Attribution]) -> list[int | None]:
    """The index of the predicted attribution for each expected one, the likest first, none twice."""
    likeness = {
        (n, m): (share((each.cue,), (other.cue,)), share(each.content, other.content))
        for n, each in enumerate(expected)
        for m, other in enumerate(found)
        if share((each.cue,), (other.cue,)) >= SAME_CUE and _same_source(each.source, other.source)
    }
    pairs: list[int | None] = [None] * len(expected)
    for n, m in sorted(likeness, key=likeness.__getitem__, reverse=True):
        if pairs[n] is None and m not in pairs:
            pairs[n] = m
    return pairs


def share(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters that two lists of spans have in common, of those that either has; 1 where both are empty.

    >>> share([Span(0, 4)], [Span(2, 6)])
    0.3333333333333333
    """
    left = {i for span in one for i in range(span.start, span.end)}
    right = {i for span in other for i in range(span.start, span.end)}
    return len(left & right) / len(left | right) if left | right else 1.0


def _same_source(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.start < other.end and other.start < one.end


def _faults(row: Row, found: Sequence[Attribution]) -> Iterator[str]:
    pairs = pair(row.expected, found)
    number = {each.id: n for n, each in enumerate(found)}
    for each, n in zip(row.expected, pairs, strict=True):
        if n is None:
            yield f"missing: {_show(row, each)}"
            continue
        other = found[n]
        if share(each.content, other.content) < SAME_CONTENT:
            yield f"content: {_words(row, other.content)} instead of {_words(row, each.content)}"
        if each.stance != other.stance:
            yield f"stance: {other.stance} instead of {each.stance} at {_words(row, (each.cue,))}"
        if not _same_parent(row.expected, each, found, None if other.parent is None else number[other.parent]):
            yield f"parent: {other.parent} of {_words(row, (each.cue,))}"
    for m, other in enumerate(found):
        if m not in pairs:
            yield f"spurious: {_show(row, other)}"


def _same_parent(
    expected: Sequence[Expected], each: Expected, found: Sequence[Attribution], parent: int | None
) -> bool:
    """Whether the parent is the one expected, or one that shares its cue (co-ordinated sources)."""
    if each.parent is None or parent is None:
        return each.parent is None and parent is None
    return share((expected[each.parent].cue,), (found[parent].cue,)) >= SAME_CUE


def _show(row: Row, each: Expected | Attribution) -> str:
    source = _words(row, (each.source,)) if each.source else "-"
    return f"{_words(row, (each.cue,))} | {source} | {_words(row, each.content)} | {each.stance}"


def _words(row: Row, spans: Sequence[Span]) -> str:
    return " ;; ".join(row.text[span.start : span.end] for span in spans) or "-"
