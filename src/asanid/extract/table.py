"""The table: what the attributions of an article are about, so that a denial, a confirmation or a refusal finds its report.

Contents are compared by their names, numbers and stems, words of one meaning taken as one; what is rare in the article
counts more. Only ``BEFORE`` attributions back and ``AFTER`` ahead are looked at, so that time grows with the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from asanid.extract.origins import Said
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Group, Kin, WordGroup
from asanid.model import Token
from asanid.parse.fold import fold_key

BEFORE, AFTER = 40, 10
_SAME = 0.7
"""Share of a content that another must cover to carry the same proposition."""
_ENDINGS = ("ات", "ين", "ون", "ان", "يه", "ه")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """The attributions of an article with the topics, children and lengths of their contents."""

    said: Sequence[Said]
    topics: Sequence[frozenset[str]]
    children: Sequence[Sequence[int]]
    weights: dict[str, float]

    def likeness(self, denial: int, report: int) -> float:
        """The share of what one content is about that another is about too, by weight: from 0 to 1.

        A name in common that is rare counts most; one word in common is not enough to be alike.
        """
        own = self.topics[denial]
        shared = own & self.topics[report]
        total = sum(self.weights[key] for key in own)
        return sum(self.weights[key] for key in shared) / total if len(shared) > 1 or len(own) == 1 else 0.0

    def innermost(self, index: int) -> int:
        """The attribution below this one, through all that carry the same proposition, that nobody else is below."""
        while True:
            length = _length(self.said[index])
            inner = [n for n in self.children[index] if _length(self.said[n]) >= _SAME * length]
            if len(inner) != 1 or self.said[inner[0]].draft.hit.cue.stance not in {"assert", "believe"}:
                return index
            index = inner[0]

    def below(self, index: int) -> Iterator[int]:
        """Everything below an attribution, the nearest first."""
        ahead = list(self.children[index])
        while ahead:
            following = ahead.pop(0)
            yield following
            ahead.extend(self.children[following])

    def kindred(self, index: int, other: int) -> bool:
        """Whether one stands below the other, at any depth."""
        return index in _upwards(self.said, other) or other in _upwards(self.said, index)

    def same_voice(self, index: int, other: int) -> bool:
        """Whether two attributions come from one source, as far as that is known."""
        one = self.said[index].speaker.entity
        return one is not None and one == self.said[other].speaker.entity

    def conjuncts(self, index: int) -> list[int]:
        """The attributions that share cue and content with this one: its sources are co-ordinated."""
        cue = self.said[index].draft.cue
        near = range(max(0, index - 3), min(len(self.said), index + 4))
        return [n for n in near if self.said[n].draft.cue == cue]


def set_table(said: Sequence[Said]) -> Table:
    """Lay out what the attributions of an article are about."""
    topics = [frozenset(_topics(each)) for each in said]
    children: list[list[int]] = [[] for _ in said]
    for index, each in enumerate(said):
        if each.parent is not None:
            children[each.parent].append(index)
    counts = Counter(key for keys in topics for key in keys)
    weights = {key: log(1 + (len(said) + 1) / count) * _importance(key) for key, count in counts.items()}
    return Table(said, topics, children, weights)


def tokens_of(said: Said) -> list[Token]:
    """The tokens of a content."""
    return [token for span in said.draft.content for token in said.scene.stage.tokens_in(span)]


def head_words(said: Said, most: int = 6) -> list[Token]:
    """The first words of a content."""
    return [token for token in tokens_of(said) if token.kind != "mark"][:most]


def base(token: Token) -> str:
    """The stem of a word without its article."""
    return token.stem.removeprefix("ال") if len(token.stem) > _SHORTEST else token.stem


@cache
def group(name: Group) -> frozenset[str]:
    """Give the folded words of a group."""
    return frozenset(
        fold_key(form) for entry in section("stance_words", WordGroup) if entry.group == name for form in entry.forms
    )


# --- what a content is about ------------------------------------------------------------------------


def _topics(said: Said) -> Iterator[str]:
    stage = said.scene.stage
    named: set[int] = set()
    for span in said.draft.content:
        for name in stage.mentions_in(span):
            if name.entity:
                yield "@" + name.entity
            named.update(range(name.start, name.end))
    for token in tokens_of(said):
        if token.kind == "mark" or token.stem_start in named:
            continue
        word = base(token)
        if word not in group("light") and word not in group("report") and len(word) > 1:
            yield _kin().get(word) or _stripped(word)


def _stripped(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return _kin().get(word, word)


def _importance(key: str) -> float:
    return 1.5 if key[0] in "@#" else 1.0


def _length(said: Said) -> int:
    return sum(span.end - span.start for span in said.draft.content)


def _upwards(said: Sequence[Said], index: int) -> Iterator[int]:
    steps, parent = 0, said[index].parent
    while parent is not None and steps < BEFORE:
        yield parent
        steps, parent = steps + 1, said[parent].parent


@cache
def _kin() -> dict[str, str]:
    return {fold_key(form): "#" + kin.id for kin in section("kin", Kin) for form in kin.forms}
