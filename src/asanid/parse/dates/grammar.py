"""The machine of the date grammar: patterns of kinds, each with the function that builds one item of what it matches.

A pattern is a row of kinds; ``a|b`` is either, ``a?`` is optional. Passes follow one another; within a pass the first
pattern whose function does not decline wins, from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar, get_args

from asanid.lexicon.schema.calendar import WordKind
from asanid.model import Token
from asanid.parse.dates.scan import Item

_MARKS = ("slash", "dash", "open", "close", "comma", "colon")
_NAMES = ("month", "weekday", "unit", "the_unit", "dual", "pair", "units")
_BUILT = ("num", "dotted", "time", "year", "span", "count", "date")
KINDS = (*get_args(WordKind), *_MARKS, *_NAMES, *_BUILT)
_LETTER = {kind: chr(0x4E00 + index) for index, kind in enumerate(KINDS)}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scene:
    """The text that the items stand in."""

    tokens: Sequence[Token]
    text: str

    def word(self, at: int) -> str:
        """Give the folded form of a token, or "" outside the text."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def stem(self, at: int) -> str:
        """Give the folded stem of a token, or "" outside the text."""
        return self.tokens[at].stem if 0 <= at < len(self.tokens) else ""

    def new_line(self, at: int) -> bool:
        """Say whether the line ends after a token."""
        return at + 1 < len(self.tokens) and "\n" in self.text[self.tokens[at].end : self.tokens[at + 1].start]


@dataclass(frozen=True, slots=True)
class Match:
    """What a pattern has matched."""

    scene: Scene
    items: Sequence[Item]

    def has(self, kind: str) -> bool:
        """Say whether an item of this kind is there."""
        return any(item.kind == kind for item in self.items)

    def get(self, kind: str, of: type[T], index: int = 0) -> T | None:
        """Give the value of the n-th item of a kind, where it has the type that is asked for."""
        values = [item.value for item in self.items if item.kind == kind]
        value = values[index] if index < len(values) else None
        return value if isinstance(value, of) else None

    def every(self) -> bool:
        """Say whether it recurs: «في يونيو من كل عام»."""
        last = self.items[-1].last
        return self.scene.word(last + 1) == "كل" or (self.after == "من" and self.scene.word(last + 2) == "كل")

    def close(self) -> bool:
        """Say whether the items are written without spaces."""
        return all(a.end == b.start for a, b in zip(self.items, self.items[1:], strict=False))

    def make(self, kind: str, value: object) -> Item:
        """Give one item in place of all."""
        first, last = self.items[0], self.items[-1]
        return Item(kind, first.start, last.end, first.first, last.last, value)

    @property
    def before(self) -> str:
        """The word before the match, without «و»; a letter written onto its first word counts as a word."""
        first = self.items[0]
        token = self.scene.tokens[first.first]
        if first.start > token.start:
            return token.form[0]
        before = first.first - 1
        joined = before >= 0 and self.scene.tokens[before].proclitics in ("و", "ف")
        return self.scene.stem(before) if joined else self.scene.word(before)

    @property
    def after(self) -> str:
        """The word after the match."""
        return self.scene.word(self.items[-1].last + 1)


Build = Callable[[Match], Item | None]


@dataclass(frozen=True)
class Rule:
    """A pattern and its function."""

    pattern: str
    build: Build

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern over kind letters."""
        return re.compile("".join(_piece(piece) for piece in self.pattern.split()))

    @cached_property
    def first(self) -> frozenset[str]:
        """The kinds it may begin with."""
        kinds: list[str] = []
        for piece in self.pattern.split():
            kinds.extend(piece.rstrip("?").split("|"))
            if not piece.endswith("?"):
                break
        return frozenset(kinds)


class Pass:
    """One pass over a stretch: rules in the order they are tried."""

    def __init__(self, *rules: tuple[str, Build]) -> None:
        self._rules = tuple(Rule(pattern, build) for pattern, build in rules)
        self._by_kind: dict[str, tuple[Rule, ...]] = {}

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """What finds the first place where one of the patterns fits."""
        return re.compile("|".join(rule.regex.pattern for rule in self._rules))

    def __call__(self, items: list[Item], scene: Scene) -> list[Item]:
        """Replace what the rules match by what they build."""
        letters = "".join([_LETTER[item.kind] for item in items])
        first = self._any.search(letters)
        if first is None:
            return items
        position = first.start()
        done = items[:position]
        while position < len(items):
            made, position = self._at(items, letters, position, scene)
            done.append(made)
        return done

    def _at(self, items: list[Item], letters: str, position: int, scene: Scene) -> tuple[Item, int]:
        for rule in self._for(items[position].kind):
            found = rule.regex.match(letters, position)
            if found is not None:
                made = rule.build(Match(scene, items[position : found.end()]))
                if made is not None:
                    return made, found.end()
        return items[position], position + 1

    def _for(self, kind: str) -> tuple[Rule, ...]:
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(rule for rule in self._rules if kind in rule.first)
        return self._by_kind[kind]


def _piece(piece: str) -> str:
    letters = "".join(_LETTER[kind] for kind in piece.rstrip("?").split("|"))
    return f"[{letters}]" + ("?" if piece.endswith("?") else "")
