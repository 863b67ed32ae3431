"""Lines of an article and what can be seen of them without knowing their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from asanid.model import BlockKind
from asanid.parse.blocks.openers import opens_sentence
from asanid.parse.fold import fold

Ending = Literal["stop", "ask", "lead", "quote", "none"]

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_WORD = re.compile(r"\w+")
_CLOSERS = "\"'»«”“„’‘‹›)]} \u00a0*"
_QUOTES = frozenset("\"'»«”“„’‘‹›")
_BULLET = re.compile(r"[-–—•*▪●◦·■◆►]\s*\S|\(?\d{1,4}\s?[-–.)/]\s*\D")
_STOP_INSIDE = re.compile(r"\w{3}[\"»”]?\. +\w")
_LEADS = frozenset(":،؛,;-–—")
_LEAST_WORDS: dict[Ending, int] = {"stop": 4, "ask": 20, "lead": 9, "quote": 20, "none": 22}
"""From how many words on a line is running text, by its last mark."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its outer white space. ``key`` is folded, ``words`` are its words; ``prose`` says that it has the
    shape of running text, ``bullet`` that it is an item of a list.
    """

    start: int
    end: int
    text: str
    key: str
    words: tuple[str, ...]
    ending: Ending
    prose: bool

    @property
    def bullet(self) -> bool:
        """Does the line begin with a bullet or a number?"""
        return _BULLET.match(self.text) is not None

    @property
    def blank(self) -> bool:
        """Does the line hold no letter and no digit (a rule, three stars)?"""
        return not any(word.strip("_") for word in self.words)


@dataclass(frozen=True, slots=True)
class Hit:
    """What the words of a line say that it is. A ``weak`` hit needs its surroundings to agree; a ``soft`` one may be
    a headline after all («فيديو.. انهيار جسر»); ``bare`` says that the line holds nothing else.
    """

    kind: BlockKind
    opens: Literal["nothing", "list", "rest"] = "nothing"
    weak: bool = False
    soft: bool = False
    bare: bool = False


@dataclass(slots=True)
class Draft:
    """The lines and what is known of them so far; ``None`` is undecided."""

    lines: tuple[Line, ...]
    kinds: list[BlockKind | None] = field(init=False)
    hits: dict[int, Hit] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing decided."""
        self.kinds = [None] * len(self.lines)

    def prose(self) -> list[int]:
        """Give the undecided lines that have the shape of running text."""
        return [i for i, line in enumerate(self.lines) if self.kinds[i] is None and line.prose]


def cut(text: str) -> tuple[Line, ...]:
    r"""Cut a text into the lines that are not blank.

    >>> [(line.text, line.ending, line.prose) for line in cut("حريق في المرفأ\n\nقالت البلدية إنه أُخمد.")]
    [('حريق في المرفأ', 'none', False), ('قالت البلدية إنه أُخمد.', 'stop', True)]
    """
    return tuple(
        _line(match.start() + len(piece) - len(piece.lstrip()), stripped)
        for match in _LINE.finditer(text)
        if (stripped := (piece := match.group()).strip())
    )


def _line(start: int, text: str) -> Line:
    key = fold(text).text
    words = tuple(_WORD.findall(key))
    ending = _ending(key)
    return Line(start, start + len(text), text, key, words, ending, _is_prose(words, ending, key))


def _ending(key: str) -> Ending:
    body = key.rstrip(_CLOSERS)
    last = body[-1:]
    if not last or body.endswith(("..", "…")):
        return "none"
    if key.rstrip(" *")[-1:] in _LEADS:
        return "lead"
    if last == ".":
        return "stop"
    if last in "؟?!":
        return "ask"
    return "quote" if key[-1:] in _QUOTES else "none"


def _is_prose(words: tuple[str, ...], ending: Ending, key: str) -> bool:
    """Long lines and closed sentences are running text, and so is what opens like a sentence or holds a full stop."""
    count = len(words)
    if count >= _LEAST_WORDS[ending]:
        return True
    if count > 6 and _STOP_INSIDE.search(key):
        return True
    return count >= 3 and opens_sentence(words[0], strict=True)
