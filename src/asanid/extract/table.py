"""The table: what the attributions of an article are about, so that whoever denies or confirms a report finds it there.

Contents are compared by their names, numbers and stems, words of one meaning taken as one; what is rare in the article
counts more. Only ``BEFORE`` attributions back and ``AFTER`` ahead are looked at, so that time grows with the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from math import log

from asanid.extract.origins import Said
from asanid.extract.phrases import forms_of
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Group, Kin, WordGroup
from asanid.model import Token
from asanid.parse.fold import fold_key

BEFORE, AFTER = 40, 10
_LONGEST = 60
"""Tokens of a content that are looked at."""
_SAME = 0.7
"""Share of a content that another must cover to carry the same proposition."""
_CONCERNED = 0.12
"""What it adds that a report names the one who replies."""
_FADING = 0.3
"""How fast the topics of a reply count less, the farther from its head they stand."""
_MOST = 9
"""Topics of a reply that are looked for in a report."""
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين"})
_ENDINGS = ("ات", "ين", "ون", "ان", "يه", "ه")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Table:
    """The attributions of an article with what they are about, wholly and in their heads, and what stands below."""

    said: Sequence[Said]
    topics: Sequence[frozenset[str]]
    heads: Sequence[tuple[str, ...]]
    children: Sequence[Sequence[int]]
    weights: dict[str, float]

    def likeness(self, reply: int, report: int) -> float:
        """The share of what a reply is about that a report is about too, by weight: from 0 to 1, names counting most.

        Who speaks belongs to a report («ما قاله بريمر»); it is more likely meant where it names the one who replies.
        """
        theirs = self.topics[report] | {f"@{self.said[report].speaker.entity}"}
        shared = total = 0.0
        for place, key in enumerate(self.heads[reply]):
            weight = self.weights[key] / (1 + _FADING * place)
            total += weight
            shared += weight * (key in theirs)
        if not total:
            return 0.0
        return shared / total + _CONCERNED * (f"@{self.said[reply].speaker.entity}" in self.topics[report])

    def about(self, keys: Iterable[str], report: int) -> bool:
        """Whether a report is about one of some topics."""
        return not self.topics[report].isdisjoint(keys)

    def innermost(self, index: int) -> int:
        """The attribution below this one, through all that carry the same proposition, that nobody else is below."""
        for _ in range(BEFORE):
            length = _length(self.said[index])
            inner = [
                n
                for n in self.children[index]
                if _length(self.said[n]) >= _SAME * length and self.said[n].draft.source is not None
            ]
            if len(inner) != 1 or self.said[inner[0]].draft.hit.cue.stance not in {"assert", "believe"}:
                break
            index = inner[0]
        return index

    def below(self, index: int) -> Iterator[int]:
        """Everything below an attribution, the nearest first."""
        found = list(self.children[index])
        for following in islice(found, BEFORE):
            yield following
            found.extend(islice(self.children[following], BEFORE))

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
    topics = [frozenset(_topics(each, _places_of(each))) for each in said]
    heads = [tuple(_head_topics(each)) for each in said]
    children: list[list[int]] = [[] for _ in said]
    for index, each in enumerate(said):
        if each.parent is not None:
            children[each.parent].append(index)
    counts = Counter(key for keys in topics for key in keys)
    weights = {key: log(1 + (len(said) + 1) / count) * _importance(key) for key, count in counts.items()}
    return Table(said, topics, heads, children, weights)


def tokens_of(said: Said) -> list[Token]:
    """The tokens of a content, the first ``_LONGEST`` of a long one."""
    tokens = said.scene.tokens
    return [tokens[place] for place in _places_of(said)]


def _places_of(said: Said) -> list[int]:
    """The positions of ``tokens_of``."""
    stage = said.scene.stage
    found: list[int] = []
    for span in said.draft.content:
        first = bisect_left(stage.token_starts, span.start)
        first -= first > 0 and stage.parsed.tokens[first - 1].end > span.start
        found += range(first, min(bisect_left(stage.token_starts, span.end), first + _LONGEST - len(found)))
    return found


def head_words(said: Said, most: int = 6) -> list[Token]:
    """The first words of a content."""
    return [token for token in tokens_of(said) if token.kind != "mark"][:most]


def base(token: Token) -> str:
    """The stem of a word without its article."""
    return _base(token.stem)


def forms(token: Token) -> frozenset[str]:
    """The forms by which a noun may be listed: without clitics and article, and with the feminine ending restored."""
    word = base(token)
    restored = word[:-1] + "ه" if token.enclitic and word.endswith("ت") else word
    return frozenset({*forms_of(token), word, restored, word[:-1] if word.endswith(("ت", "ا")) else word})


@cache
def group(name: Group) -> frozenset[str]:
    """Give the folded words of a group."""
    return frozenset(
        fold_key(form) for entry in section("stance_words", WordGroup) if entry.group == name for form in entry.forms
    )


def topics_of(token: Token) -> tuple[str, ...]:
    """What a word is about: its stem, and the words of one meaning that it belongs to; nothing where it is light."""
    return _topics_of(token.stem)


# --- what a content is about ------------------------------------------------------------------------


def _head_topics(said: Said) -> Iterator[str]:
    """What a content is about before it goes into who or when: up to a relative clause, and its first topics alone."""
    places, tokens = _places_of(said), said.scene.tokens
    cut = next((i for i, place in enumerate(places) if i > 1 and tokens[place].stem in _RELATIVES), len(places))
    yield from islice(dict.fromkeys(_topics(said, places[:cut])), _MOST)


def _topics(said: Said, places: Iterable[int]) -> Iterator[str]:
    """Names by their entities; other words by stem, and by the words of one meaning that theirs belongs to."""
    tokens, names = said.scene.tokens, said.scene.stage.mention_at
    for place in places:
        name = names.get(place)
        if name and name.entity:
            yield "@" + name.entity
        elif tokens[place].kind != "mark":
            yield from _topics_of(tokens[place].stem)


@lru_cache(maxsize=100_000)
def _topics_of(stem: str) -> tuple[str, ...]:
    kin = _kin()
    word = stem if stem in kin else _base(stem)
    if len(word) < 2 or word in group("light") or word in group("report"):
        return ()
    stripped = _stripped(word)
    meaning = kin.get(word) or kin.get(stripped)
    return (stripped, meaning) if meaning else (stripped,)


def _base(stem: str) -> str:
    return stem.removeprefix("ال") if len(stem) > _SHORTEST else stem


def _stripped(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


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
