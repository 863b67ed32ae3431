"""Identity within one article: which mentions name the same thing.

Two wordings are one entity where the lexicon says so, where one is a short form of the other («بوت» of «فيكتور بوت»),
where they are spellings of one foreign name («باوت», «بوت»), or where the text says so («الملقب بـ"تاجر الموت"»).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asanid.model import Entity, Mention, MentionType
from asanid.parse.fold import fold_key
from asanid.parse.names import lookup
from asanid.parse.names.spelling import case_stem, one_letter_apart, same_sounds, skeleton
from asanid.parse.names.words import GIVEN, unpack

_ARTICLE = "ال"
_NICKNAME_WITHIN = 60
_OPENING = '(«"“'
_FORCE_FILLERS = ("الوطني", "الوطنيه")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A type and the folded words of a mention; mentions of one wording are always one entity."""

    type: MentionType
    words: Words


def resolve_names(mentions: Sequence[Mention], text: str) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Give the entities of an article in the order of their first mention, and the mentions with their keys.

    >>> text = "قال سامي درويش إن الشركة باقية. وأضاف درويش"
    >>> entities, named = resolve_names([Mention(4, 14, "PERSON"), Mention(38, 43, "PERSON")], text)
    >>> [entity.name for entity in entities], [mention.entity for mention in named]
    (['سامي درويش'], ['e1', 'e1'])
    """
    ordered = sorted(mentions, key=_start)
    wordings = [Wording(mention.type, _words(mention, text)) for mention in ordered]
    groups = _Groups(wordings)
    for rule in (_by_lexicon, _by_form, _by_short_name, _by_spelling):
        for one, other in rule(Counter(wordings)):
            groups.join(one, other)
    for one, other in _by_text(ordered, wordings, text):
        groups.join(one, other)
    keys: dict[Wording, str] = {}
    for wording in wordings:
        keys.setdefault(groups.root(wording), f"e{len(keys) + 1}")
    named = tuple(replace(m, entity=keys[groups.root(w)]) for m, w in zip(ordered, wordings, strict=True))
    return tuple(_entities(named, text)), named


class _Groups:
    """Wordings joined into groups; the root of a group is its first wording in the article."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._order = {wording: place for place, wording in reversed(list(enumerate(wordings)))}
        self._up = {wording: wording for wording in wordings}

    def root(self, wording: Wording) -> Wording:
        while self._up[wording] is not wording:
            wording = self._up[wording]
        return wording

    def join(self, one: Wording, other: Wording) -> None:
        first, second = sorted((self.root(one), self.root(other)), key=self._order.__getitem__)
        self._up[second] = first


def _entities(mentions: Sequence[Mention], text: str) -> Iterator[Entity]:
    """Give each entity its fullest wording as name and the others as aliases."""
    surfaces: dict[str, Counter[str]] = {}
    types: dict[str, MentionType] = {}
    for mention in mentions:
        key = str(mention.entity)
        surfaces.setdefault(key, Counter())[_surface(mention, text)] += 1
        types.setdefault(key, mention.type)
    for key, counts in surfaces.items():
        places = {surface: place for place, surface in enumerate(counts)}
        name = max(counts, key=_fullness(counts, places))
        yield Entity(key, types[key], name, tuple(surface for surface in counts if surface != name))


def _fullness(counts: Mapping[str, int], places: Mapping[str, int]) -> Callable[[str], tuple[int, int, int]]:
    def fullness(surface: str) -> tuple[int, int, int]:
        return len(surface.split()), counts[surface], -places[surface]

    return fullness


def _by_lexicon(wordings: Mapping[Wording, int]) -> Iterator[tuple[Wording, Wording]]:
    """Join forms of one lexicon entry, and forces of one nation («الجيش الأميركي», «الجيش الأمريكي»)."""
    seen: dict[object, Wording] = {}
    for wording in wordings:
        for entry in _entries(wording):
            if entry in seen:
                yield seen[entry], wording
            seen[entry] = wording


def _entries(wording: Wording) -> Iterator[object]:
    first, *rest = wording.words
    for known_rest, known in lookup.phrases().get(first, ()):
        if known_rest == tuple(rest) and known.type == wording.type:
            yield known.entity
            break
    if wording.type == "GROUP" and not rest and first in lookup.peoples():
        yield "people", lookup.peoples()[first]
    if wording.type == "ORG" and rest and rest[-1] in lookup.nationalities():
        middle = tuple(word for word in rest[:-1] if word not in _FORCE_FILLERS)
        yield first, middle, lookup.nationalities()[rest[-1]]


def _by_form(wordings: Mapping[Wording, int]) -> Iterator[tuple[Wording, Wording]]:
    """Join wordings that differ by case ending, article, class noun («حزب») or nationality alone."""
    by_stem: dict[tuple[MentionType, object], Wording] = {}
    for wording in wordings:
        words = wording.words
        stems: list[object] = [tuple(word.removeprefix(_ARTICLE) for word in words)]
        if wording.type == "GROUP":
            stems = [tuple(case_stem(word) for word in words)]
        if wording.type in ("ORG", "GROUP") and len(words) > 1:
            if "H" in lookup.cues().get(words[0], "") and not words[0].startswith(_ARTICLE):
                stems.append(tuple(word.removeprefix(_ARTICLE) for word in words[1:]))
            if words[-1] in lookup.nationalities() and len(words) > 2:
                stems.append(tuple(word.removeprefix(_ARTICLE) for word in words[:-1]))
        for stem in stems:
            other = by_stem.setdefault((wording.type, stem), wording)
            if other != wording and min(len(other.words), len(words)) > (1 if stem is not stems[0] else 0):
                yield other, wording


def _by_short_name(wordings: Mapping[Wording, int]) -> Iterator[tuple[Wording, Wording]]:
    """Join short names to the full name they come from, the last word before the first: «درويش», then «سامي»."""
    full = [wording for wording in wordings if len(wording.words) > 1]
    for short in wordings:
        candidates = [other for other in full if other.type == short.type and _shortens(short.words, other)]
        if candidates:
            yield short, candidates[0]
        elif short.type == "PERSON" and len(short.words) == 1:
            first = [other for other in full if other.type == "PERSON" and other.words[0] == short.words[0]]
            if len({other.words[-1] for other in first}) == 1:
                yield short, first[0]


def _shortens(short: Words, full: Wording) -> bool:
    words = full.words
    if len(short) >= len(words):
        return False
    if full.type == "PERSON":
        return short[-1] == words[-1] and set(short) <= set(words)
    if full.type == "WORK":
        return short == words[-len(short) :]
    bare = short[0].removeprefix(_ARTICLE)
    return full.type == "MEDIA" and len(short) == 1 and short[0] != bare and words[-1] == bare


def _by_spelling(wordings: Mapping[Wording, int]) -> Iterator[tuple[Wording, Wording]]:
    """Join spellings of one person's name where the rest agrees: «يوري أوشاكوف», «يوشاكوف»."""
    people = [wording for wording in wordings if wording.type == "PERSON"]
    full = [wording for wording in people if len(wording.words) > 1]
    lasts = {wording.words[-1] for wording in full}
    for place, one in enumerate(full):
        for other in full[:place]:
            if _same_spelt(one.words[0], other.words[0]) and _same_spelt(one.words[-1], other.words[-1]):
                yield other, one
    for short in people:
        if len(short.words) > 1 or short.words[0] in lasts:
            continue
        word = short.words[0]
        near = [other for other in full if _same_spelt(word, other.words[-1])]
        slips = [other for other in people if other != short and wordings[short] == 1 and _slip(word, other.words[-1])]
        if near or slips:
            yield (near or slips)[0], short


def _same_spelt(one: str, other: str) -> bool:
    """Whether two words are one foreign name; given names of the tables are told apart to the letter."""
    if same_sounds(one) == same_sounds(other):
        return True
    if skeleton(one) != skeleton(other) or len(skeleton(one)) < 2:
        return False
    flags = [unpack(lookup.knowledge().get(word, 0)).flags & GIVEN for word in (one, other)]
    return not all(flags) or len(skeleton(one)) > 3


def _slip(one: str, other: str) -> bool:
    """Whether a word that stands once is a slip of the pen for another."""
    known = unpack(lookup.knowledge().get(one, 0))
    return one[0] == other[0] and known.person < 3 and one_letter_apart(one, other)


def _by_text(mentions: Sequence[Mention], wordings: Sequence[Wording], text: str) -> Iterator[tuple[Wording, Wording]]:
    """Join what the text equates: a nickname after «الملقب بـ», a second form in brackets."""
    last_person: Wording | None = None
    for place, (mention, wording) in enumerate(zip(mentions, wordings, strict=True)):
        if wording.type == "PERSON":
            quoted = text[mention.start - 1 : mention.start] in tuple("\"'«“‘’")
            if (
                last_person is not None
                and quoted
                and _nicknamed(text[max(0, mention.start - _NICKNAME_WITHIN) : mention.start])
            ):
                yield last_person, wording
            last_person = wording
        if place and wording.type == wordings[place - 1].type and wording.type != "PLACE":
            between = text[mentions[place - 1].end : mention.start].strip()
            if between and between[-1] in _OPENING and between.strip(_OPENING + "»”") == "" and "(" in between:
                yield wordings[place - 1], wording


def _nicknamed(before: str) -> bool:
    line = before.rsplit("\n", 1)[-1]
    return any("k" in lookup.cues().get(word, "") for word in lookup.key(line))


def _words(mention: Mention, text: str) -> Words:
    return lookup.key(_surface(mention, text)) or (fold_key(text[mention.start : mention.end]),)


def _surface(mention: Mention, text: str) -> str:
    """Give the words of a mention, the article restored after «لل»."""
    words = text[mention.start : mention.end]
    if words.startswith("ل") and mention.start and text[mention.start - 1] == "ل":
        return _ARTICLE + words[1:]
    return words


def _start(mention: Mention) -> int:
    return mention.start
