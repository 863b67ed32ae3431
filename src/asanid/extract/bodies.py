"""Bodies and outlets that a definite noun stands for: «الشركة», «الوزارة», «الصحيفة», by the names met before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from asanid.extract.nouns import family, find_source_noun, outlet_kind
from asanid.extract.phrase import Phrase
from asanid.extract.scene import Stage
from asanid.model import Mention

_MEMORY = 120
"""Names that are looked back at for an antecedent."""
_ALIKE = (
    frozenset({"newspaper", "site", "magazine", "journal"}),
    frozenset({"channel", "network", "television", "radio", "site", "programme"}),
    frozenset({"agency"}),
)
"""Kinds of outlets that one noun may stand for."""


class Bodies:
    """The names of an article with the nouns that go with them: «شركة» before a name, «الجامعة» at its head."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._heads = [self._heads_of(mention) for mention in stage.parsed.mentions]

    def meant(self, phrase: Phrase, at: int, spoken: Sequence[str]) -> tuple[Mention, bool] | None:
        """Give the name that a definite noun stands for at a position, and whether that is sure.

        ``spoken``: who spoke lately. The nearest name with the same head comes first; where the noun may stand for any
        name of a type, then who spoke last of that type, then the nearest name of it.
        """
        noun = phrase.noun
        if noun is None or noun.anonymity not in {"named", "media"} or phrase.several:
            return None
        if noun.anonymity == "media":
            return self._outlet(phrase, at, spoken) if "MEDIA" in noun.refers_to else None
        wanted = phrase.family
        before = self._before(at)
        same = [i for i in before if wanted in self._heads[i] and self._mention(i).type in {"ORG", "GROUP"}]
        if same:
            return self._mention(same[0]), True
        others = [i for i in before if self._mention(i).type in noun.refers_to and not self._heads[i]]
        order = {entity: place for place, entity in reversed(list(enumerate(spoken)))}
        told = sorted((order[e], i) for i in others if (e := self._mention(i).entity or "") in order)
        nearest = told[0][1] if told else (others[0] if others else None)
        return (
            None if nearest is None else (self._mention(nearest), len({self._mention(i).entity for i in others}) == 1)
        )

    def first_outlet(self, phrase: Phrase, at: int) -> Mention | None:
        """Give the first outlet behind a position that a noun may stand for: of «وكالة: …» in a headline."""
        if phrase.noun is None or phrase.noun.anonymity != "media" or "MEDIA" not in phrase.noun.refers_to:
            return None
        begin = bisect_left(self._stage.mention_starts, at)
        behind = range(begin, min(begin + _MEMORY, len(self._heads)))
        outlets = (i for i in behind if self._mention(i).type == "MEDIA" and self._mention(i).entity)
        return next((self._mention(i) for i in outlets if self._may_be_called(i, phrase.family)), None)

    def _outlet(self, phrase: Phrase, at: int, spoken: Sequence[str]) -> tuple[Mention, bool] | None:
        before = [i for i in self._before(at) if self._mention(i).type == "MEDIA"]
        fitting = [i for i in before if self._may_be_called(i, phrase.family)]
        told = set(spoken)
        chosen = [i for i in fitting if self._mention(i).entity in told] or fitting
        return (self._mention(chosen[0]), True) if chosen else None

    def _may_be_called(self, index: int, noun: str) -> bool:
        mention = self._mention(index)
        text = self._stage.parsed.article.text
        kind = outlet_kind(text[mention.start : mention.end])
        if kind == "platform":
            return False
        kinds = {*self._heads[index], *([kind] if kind else [])}
        return not kinds or noun in kinds or any(noun in alike and kinds & alike for alike in _ALIKE)

    def _before(self, at: int) -> list[int]:
        """The names before a position, the nearest first."""
        end = bisect_left(self._stage.mention_starts, at)
        floor = max(end - _MEMORY, 0)
        return [i for i in range(end - 1, floor - 1, -1) if self._mention(i).entity]

    def _mention(self, index: int) -> Mention:
        return self._stage.parsed.mentions[index]

    def _heads_of(self, mention: Mention) -> frozenset[str]:
        """The nouns that say what a name names: before it, or at its head."""
        tokens = self._stage.parsed.tokens
        first = bisect_left(self._stage.token_starts, mention.start)
        if first and tokens[first - 1].end > mention.start:
            first -= 1
        previous = first - 1
        while previous >= 0 and tokens[previous].form in {"«", '"', "“", "”", "("}:
            previous -= 1
        found = (find_source_noun(tokens[i].stem) for i in (previous, first) if 0 <= i < len(tokens))
        return frozenset(family(noun) for noun in found if noun is not None and noun.anonymity in {"named", "media"})
