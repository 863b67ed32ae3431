"""The noun phrase of a source, taken apart: its head, what qualifies it, and the names in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from asanid.extract.grammar import words
from asanid.extract.nouns import (
    family,
    find_source_noun,
    is_dual,
    is_several,
    nation_of,
    normal,
    qualities,
    title_kinds,
)
from asanid.extract.scene import Stage
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Mention, Span, Token

_CUT = 3
"""Letters that a source may lack at the start of its first name, taken for a particle («و» of «وول ستريت»)."""
_NEAR = 4
_ARTICLE, _TO = "ال", "ل"
_JOINED = frozenset("بلك")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source: its words up to a relative clause, their head (a position among them), and the names in it.

    ``member``: one or some of a group («أحد المصادر»); ``words``: the normal forms of what qualifies the head.
    """

    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Mention, ...]
    head: int
    noun: SourceNoun | None
    member: bool
    words: frozenset[str]

    @property
    def family(self) -> str:
        """What the forms of the head share."""
        if self.noun is not None:
            return family(self.noun)
        return normal(self.tokens[self.head].stem) if self.tokens else ""

    @property
    def several(self) -> bool:
        """Whether the source is a group."""
        if self.noun is None or self.member:
            return False
        return is_several(self.noun, self.tokens[self.head].stem) or (self.head > 0 and self._counted)

    @property
    def _counted(self) -> bool:
        counting = words("before-head-noun") - words("demonstrative")
        return any(token.stem in counting for token in self.tokens[: self.head])

    @property
    def dual(self) -> bool:
        """Whether the head is a dual."""
        return self.noun is not None and is_dual(self.noun, self.tokens[self.head].stem)

    @property
    def feminine(self) -> bool:
        """Whether the head is known to be feminine, by its noun or its ending."""
        return self.noun is not None and (self.noun.feminine or self.tokens[self.head].stem.endswith("ه"))

    @property
    def definite(self) -> bool:
        """Whether the source is known: by its article, a demonstrative, a pronoun or a definite genitive."""
        if not self.tokens or self.member:
            return False
        head = self.tokens[self.head]
        if head.stem.startswith(_ARTICLE) or head.enclitic:
            return True
        if any(token.stem in words("demonstrative", "the-same") for token in self.tokens[: self.head]):
            return True
        return self._genitive_definite

    @property
    def _genitive_definite(self) -> bool:
        """«وزير الدفاع», «مدرب المنتخب», «رئيس وزراء بريطانيا»; not «متحدث باسم الوزارة», «مسؤول في الوزارة»."""
        if self.several:
            return False
        for token in self.tokens[self.head + 1 : self.head + 1 + _NEAR]:
            if token.kind == "mark":
                continue
            if token.proclitics[-1:] in _JOINED or token.form in words("preposition"):
                return False
            if token.stem.startswith(_ARTICLE) or self.name_at(token):
                return True
            if find_source_noun(token.stem) is None and not title_kinds(token.stem):
                return False
        return False

    def name_at(self, token: Token) -> Mention | None:
        """The name that a word of the source belongs to."""
        return next((name for name in self.names if name.start < token.end and token.start < name.end), None)


def take_apart(stage: Stage, span: Span) -> Phrase:
    """Take a source apart."""
    found = stage.mentions_in(Span(max(span.start - _CUT, 0), span.end))
    touching = [name for name in found if name.end > span.start]
    after = [n for n in stage.mentions_in(Span(span.start, span.end + 40)) if n.start < span.end < n.end]
    tokens = _before_relative(stage.tokens_in(span))
    end = tokens[-1].end if tokens else span.end
    names = tuple(name for name in (*touching, *after) if name.start < end)
    head = _head(tokens, names)
    noun = _noun_at(tokens, names, head)
    member = any(token.stem in words("one-of") for token in tokens[: head + 1])
    return Phrase(span, tokens, names, head, noun, member, _qualities(stage, tokens, names, head))


def _before_relative(tokens: Sequence[Token]) -> tuple[Token, ...]:
    for position, token in enumerate(tokens):
        if position and token.form in words("relative-clause"):
            return tuple(tokens[:position])
    return tuple(tokens)


def _head(tokens: Sequence[Token], names: Sequence[Mention]) -> int:
    """The position of the noun that says what the source is: behind «أحد», «عدد من», «هذا», numbers."""
    first = next((i for i, token in enumerate(tokens) if token.kind != "mark"), 0)
    for position in range(first, min(first + _NEAR, len(tokens))):
        token = tokens[position]
        if token.kind in {"mark", "number"} or token.stem in words("before-head-noun", "the-same"):
            continue
        if position == first or token.kind != "word":
            return position
        return position if find_source_noun(token.stem) or _name_of(names, token) else _noun_before(tokens, position)
    return first


def _noun_before(tokens: Sequence[Token], position: int) -> int:
    """«بعضهم», «العديد منهم»: a quantifier with no noun of a source behind it stands for one, if it is listed."""
    found = next((i for i in range(position) if find_source_noun(tokens[i].stem)), None)
    return position if found is None else found


def _noun_at(tokens: Sequence[Token], names: Sequence[Mention], head: int) -> SourceNoun | None:
    if head >= len(tokens):
        return None
    name = _name_of(names, tokens[head])
    if name is not None:
        return None
    stem = tokens[head].stem
    following = tokens[head + 1].stem.removeprefix("ال") if head + 1 < len(tokens) else ""
    return find_source_noun(f"{stem.removeprefix('ال')} {following}") or find_source_noun(stem)


def _name_of(names: Sequence[Mention], token: Token) -> Mention | None:
    return next((name for name in names if name.start < token.end and token.start < name.end), None)


def _qualities(stage: Stage, tokens: Sequence[Token], names: Sequence[Mention], head: int) -> frozenset[str]:
    """What qualifies the head, up to a colon or an outlet that was spoken to («مصادر لـCNN»), without dates."""
    found: list[str] = []
    countries: set[str] = set()
    for token in tokens[head + 1 :]:
        name = _name_of(names, token)
        spoken_to = name is not None and name.type == "MEDIA" and token.proclitics[-1:] in _JOINED
        if token.form in {":", _TO} or spoken_to:
            break
        dated = bisect_left(stage.token_starts, token.start) in stage.date_at
        country = country_of(stage, name)
        if country is not None:
            countries.add(country)
        elif token.kind in {"word", "latin"} and not dated and token.stem not in words("says-nothing-of-a-source"):
            found.append(token.stem)
    return qualities(found) | countries


def country_of(stage: Stage, name: Mention | None) -> str | None:
    """The code of a country that a name names: «رئيس وزراء العراق» for «العراقي»."""
    if name is None or name.type != "PLACE":
        return None
    return nation_of(stage.parsed.article.text[name.start : name.end])
