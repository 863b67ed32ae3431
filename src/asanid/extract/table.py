"""The table: what the attributions of an article are about, so that whoever denies or confirms a report finds it there.

Contents are compared by their names, numbers and stems, words of one meaning taken as one; what is rare in the article
counts more. A country is the same under its name, its capital and its adjective. Only ``BEFORE`` attributions back and
``AFTER`` ahead are looked at, so that time grows with the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from math import log

from asanid.extract.complements import COMMAS
from asanid.extract.grammar import words
from asanid.extract.origins import Said
from asanid.extract.phrases import forms_of
from asanid.lexicon import section
from asanid.lexicon.schema.link import Capital
from asanid.lexicon.schema.names import Nation
from asanid.lexicon.schema.stances import Group, Kin, WordGroup
from asanid.model import Mention, Span, Token
from asanid.parse.fold import fold_key
from asanid.parse.names.lookup import nationalities

BEFORE, AFTER = 40, 16
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
_EMPTY: tuple[Group, ...] = ("light", "report", "charge")
"""What words of these groups say of a topic: nothing."""
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين"})
_ENDINGS = ("ات", "ين", "ون", "ان", "يه", "ه")
_SHORTEST = 3
_HEAD, _ASKED, _FROM = 8, 20, "من"
"""Words among which a comment is named, and among which its topic is."""
_FIRST = 4
"""Words at the head of a charge among which the accused is named; topics at the head of a reply that count most."""
_BACK = 2
"""Words behind the verb of «ما كشفت عنه» within which the pronoun stands that goes back to «ما»."""


@dataclass(frozen=True, slots=True)
class Table:
    """The attributions of an article with what they are about, wholly and in their heads, who speaks, what is below.

    ``parties`` are whoever a source names: the person, his body, their country; ``accused`` whom a charge is against.
    """

    said: Sequence[Said]
    topics: Sequence[frozenset[str]]
    heads: Sequence[tuple[str, ...]]
    parties: Sequence[frozenset[str]]
    accused: Sequence[frozenset[str]]
    children: Sequence[Sequence[int]]
    weights: dict[str, float]

    def likeness(self, reply: int, report: int, keys: Sequence[str] | None = None) -> float:
        """The share of what a reply is about that a report is about too, by weight: from 0 to 1, names counting most.

        ``keys`` stand for what a reply is about where its own words do not tell.

        Who speaks belongs to a report («ما قاله بريمر»); it is more likely meant where it names the one who replies.
        """
        theirs = self.topics[report] | self.parties[report]
        shared = total = 0.0
        for place, key in enumerate(self.heads[reply] if keys is None else keys):
            weight = self.weights.get(key, 0.0) / (1 + _FADING * place)
            total += weight
            shared += weight * (key in theirs)
        if not total:
            return 0.0
        return shared / total + _CONCERNED * self.concerns(report, reply)

    def concerns(self, report: int, reply: int) -> bool:
        """Whether a report speaks of whoever replies, of his body or his country."""
        return self.about(self.parties[reply], report)

    def named(self, reply: int) -> frozenset[str]:
        """What a content is about beside whoever utters it."""
        return frozenset(self.heads[reply]) - self.parties[reply]

    def deeds(self, reply: int) -> frozenset[str]:
        """What the head of a content is about first, beside names and countries."""
        return frozenset([key for key in self.heads[reply] if key[0] not in "@~"][:_FIRST])

    def begins_alike(self, reply: int, report: int, enough: float) -> bool:
        """Whether a report tells of what a reply is about first, beside countries and whoever replies, or is alike."""
        own, theirs = self.parties[reply], self.topics[report] | self.parties[report]
        first = [key for key in self.heads[reply] if key not in own and key[0] != "~"][:_FIRST]
        return not theirs.isdisjoint(first) or self.likeness(reply, report) >= enough

    def own_side(self, report: int, reply: int) -> bool:
        """Whether a report comes from the country that replies: «تنفي موسكو» does not answer a Russian minister."""
        said = self.said[reply]
        source = said.draft.source
        names = said.scene.stage.mentions_in(source) if source else ()
        alone = source is not None and len(names) == 1 and names[0].type == "PLACE" and names[0].start == source.start
        named = self.said[report].speaker.anonymity == "named"
        return alone and named and not self.country(report).isdisjoint(self.country(reply))

    def people(self, reply: int) -> frozenset[str]:
        """Whom a content names beside whoever utters it."""
        return frozenset(key for key in self.named(reply) if key[0] == "@")

    def country(self, index: int) -> frozenset[str]:
        """The countries that a source names."""
        return frozenset(key for key in self.parties[index] if key[0] == "~")

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
                if _length(self.said[n]) >= _SAME * length
                and self.said[n].draft.source is not None
                and not is_told(self.said[n])
            ]
            if len(inner) != 1 or not _tells(self.said[inner[0]]):
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
        """Whether either stands below the other."""
        return self.below_other(index, other) or self.below_other(other, index)

    def below_other(self, index: int, other: int) -> bool:
        """Whether one stands below the other, at any depth."""
        return other in _upwards(self.said, index)

    def same_voice(self, index: int, other: int) -> bool:
        """Whether two attributions come from one source, as far as that is known, or one from the other's spokesman."""
        one, two = self.said[index].speaker, self.said[other].speaker
        if one.entity == two.entity and f"@{one.entity}" not in self.parties[index] & self.parties[other]:
            return False  # «لم يصدر تعليق من الشركة»: no voice of its own
        return (one.entity is not None and one.entity in (two.entity, two.body)) or (
            two.entity is not None and two.entity == one.body
        )

    def conjuncts(self, index: int) -> list[int]:
        """The attributions that share cue and content with this one: its sources are co-ordinated."""
        cue = self.said[index].draft.cue
        near = range(max(0, index - 3), min(len(self.said), index + 4))
        return [n for n in near if self.said[n].draft.cue == cue]


def set_table(said: Sequence[Said]) -> Table:
    """Lay out what the attributions of an article are about."""
    accused = [frozenset(_accused(each)) for each in said]
    about = [frozenset(topics(each, tokens_of(each))) | keys for each, keys in zip(said, accused, strict=True)]
    heads = [tuple(_head_topics(each)) for each in said]
    parties = _parties(said)
    children: list[list[int]] = [[] for _ in said]
    for index, each in enumerate(said):
        if each.parent is not None:
            children[each.parent].append(index)
    counts = Counter(key for keys in about for key in keys)
    weights = {key: log(1 + (len(said) + 1) / count) * _importance(key) for key, count in counts.items()}
    return Table(said, about, heads, parties, accused, children, weights)


def tokens_of(said: Said) -> list[Token]:
    """The tokens of a content, the first ``_LONGEST`` of a long one."""
    stage = said.scene.stage
    found: list[Token] = []
    for span in said.draft.content:
        first = bisect_left(stage.token_starts, span.start)
        first -= first > 0 and stage.parsed.tokens[first - 1].end > span.start
        last = min(bisect_left(stage.token_starts, span.end), first + _LONGEST - len(found))
        found += stage.parsed.tokens[first:last]
    return found


def is_told(said: Said) -> bool:
    """Whether a verb stands in a relative that is talked about: «ما ادعته الشاهدة غير صحيح».

    A «ما» that does not open its clause, or that a pronoun goes back to, negates nothing.
    """
    scene, hit = said.scene, said.draft.hit
    if not hit.negated:
        return scene.form(hit.first - 1) == "ما"
    if scene.stem(hit.first) != "ما":
        return False
    behind = scene.tokens[hit.first + 1 : min(hit.last + _BACK, scene.last)]
    return scene.tokens[hit.first].form != "ما" or any(token.enclitic for token in behind) or _follows(said)


def _follows(said: Said) -> bool:
    scene, first = said.scene, said.draft.hit.first
    return first > scene.first and (scene.tokens[first - 1].kind == "word" or scene.form(first - 1) in COMMAS)


def has_no_comment(said: Said) -> bool:
    """«لم يصدر عن الجماعة أي تعليق», «لم يتسن الحصول على رد من الشركة»: who is named is asked, and no topic."""
    tokens = head_words(said, _ASKED)
    last = _comment_in(tokens)
    return bool(last) and not topic_of_comment(tokens) and (last == len(tokens) or tokens[last].form == _FROM)


def topic_of_comment(tokens: Sequence[Token]) -> int:
    """Where the topic of a comment stands behind who is asked: «أي رد من الشركة على [الاتهام]»; 0 where it does not."""
    last = _comment_in(tokens)
    if not last or tokens[last : last + 1] == [] or tokens[last].form != _FROM:
        return 0
    return next((n + 1 for n in range(last, len(tokens)) if tokens[n].form in words("commented-on")), 0)


def _comment_in(tokens: Sequence[Token]) -> int:
    """Behind the last noun of a comment among the first words, 0 where there is none."""
    return next((n for n in range(min(len(tokens), _HEAD), 0, -1) if base(tokens[n - 1]) in group("comment")), 0)


def head_words(said: Said, most: int = 6) -> list[Token]:
    """The first words of a content."""
    return [token for token in tokens_of(said) if token.kind != "mark"][:most]


def base(token: Token) -> str:
    """The stem of a word without its article."""
    return token.stem.removeprefix("ال") if len(token.stem) > _SHORTEST else token.stem


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


def topics_of(token: Token) -> Iterator[str]:
    """What a word is about: its stem, and the words of one meaning that it belongs to; nothing where it is light."""
    kin = _kin()
    word = token.stem if token.stem in kin else base(token)
    if len(word) > 1 and not any(word in group(name) for name in _EMPTY):
        stripped = _stripped(word)
        yield stripped
        meaning = kin.get(word) or kin.get(stripped)
        if meaning:
            yield meaning


def topics(said: Said, tokens: Sequence[Token]) -> Iterator[str]:
    """Names by their entities; other words by stem, and by the words of one meaning that theirs belongs to."""
    stage = said.scene.stage
    nations = nationalities()
    for token in tokens:
        name = stage.mention_at.get(bisect_left(stage.token_starts, token.start))
        if name and name.entity:
            yield _key(said, name)
            if name.type == "PLACE" and name.start >= token.start and name.end > token.end:
                yield from topics_of(token)  # «مملكة سارون», which «المملكة» stands for
        nation = nations.get(token.stem)
        if nation:
            yield "~" + nation
        elif token.kind != "mark" and not (name and name.entity):
            yield from topics_of(token)


# --- what a content is about ------------------------------------------------------------------------


def _head_topics(said: Said) -> Iterator[str]:
    """What a content is about before it goes into who or when: up to a relative clause, and its first topics alone."""
    tokens = tokens_of(said)
    cut = next((i for i, token in enumerate(tokens) if i > 1 and token.stem in _RELATIVES), len(tokens))
    yield from islice(dict.fromkeys(topics(said, tokens[:cut])), _MOST)


def _accused(said: Said) -> Iterator[str]:
    """«اتهمت موسكو لندن بالتجسس», «وجهت الاتهام إلى لندن»: who stands between cue and deed, or opens the charge."""
    draft, stage = said.draft, said.scene.stage
    opens = min((span.start for span in draft.content), default=draft.cue.end)
    between = stage.tokens_in(Span(draft.cue.end, max(opens, draft.cue.end)))
    source = draft.source or draft.cue
    ahead = [token for token in between if not source.start <= token.start < source.end]
    charged = any(not group("charge").isdisjoint(forms(token)) for token in ahead)
    if charged or "charge" in draft.hit.cue.frames or draft.hit.cue.commitment == "distance":
        yield from (key for key in topics(said, (*ahead, *head_words(said, _FIRST))) if key[0] in "@~")


def _asked(said: Said) -> Sequence[Token]:
    """Who is named as the one that gave no comment: «أي رد من [الشركة] على الاتهام»."""
    tokens = head_words(said, _ASKED)
    topic = topic_of_comment(tokens)
    return tokens[:topic] if topic else tokens if has_no_comment(said) else ()


def _key(said: Said, name: Mention) -> str:
    """A name by its entity, a country and its capital by the country."""
    nation = _nation(said.scene.stage.parsed.article.text[name.start : name.end]) if name.type == "PLACE" else None
    return "~" + nation if nation else f"@{name.entity}"


def _parties(said: Sequence[Said]) -> list[frozenset[str]]:
    """Who speaks, with everybody and every country that the words for that source name anywhere in the article."""
    known: dict[str, set[str]] = {}
    nations = nationalities()
    found: list[set[str]] = []
    for each in said:
        stage, speaker = each.scene.stage, each.speaker
        asked = list(topics(each, _asked(each))) if each.draft.source is None else []
        if asked:
            found.append({key for key in asked if key[0] in "@~"})
            continue
        keys = known.setdefault(speaker.entity, {f"@{speaker.entity}"}) if speaker.entity else set()
        if each.draft.source is not None:
            keys.update(_key(each, name) for name in stage.mentions_in(each.draft.source))
            keys.update("~" + nations[t.stem] for t in stage.tokens_in(each.draft.source) if t.stem in nations)
        if speaker.body:
            keys.add(f"@{speaker.body}")
        found.append(keys)
    return [frozenset(keys) for keys in found]


def _stripped(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=10_000)
def _nation(place: str) -> str | None:
    return _places().get(fold_key(place))


@cache
def _places() -> dict[str, str]:
    """Countries and the capitals that stand for them."""
    places = {fold_key(place): nation.id for nation in section("nationalities", Nation) for place in nation.places}
    return places | {fold_key(form): capital.id for capital in section("capitals", Capital) for form in capital.forms}


def _importance(key: str) -> float:
    return 1.5 if key[0] in "@#~" else 1.0


def _tells(said: Said) -> bool:
    return said.draft.hit.cue.stance in {"assert", "believe"} and not said.draft.hit.negated


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
