"""Roles: who holds which office, as far as the article joins the two: «الوزير سالم», «سالم، المتحدث باسم …»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from asanid.extract.complements import COMMAS, MARKS
from asanid.extract.grammar import words
from asanid.extract.nouns import (
    family,
    find_source_noun,
    is_nation,
    is_ruler,
    is_several,
    normal,
    qualities,
    takes_genitive,
    title_kinds,
)
from asanid.extract.phrase import Phrase, country_of
from asanid.extract.scene import Stage
from asanid.model import Mention, Span, Token

SPOKESMAN = "spokesman"
"""What the nouns for a spokesman share."""
_OFFICIAL = "official"
"""What the forms of «مسؤول» share."""
_APPOSED = 3
"""Offices that may stand before a name, set apart by commas."""
_MEMORY = 60
"""Offices that are looked at on either side of a source."""
_REACH = 9
"""Words that an office may have before or behind a name."""


@dataclass(frozen=True, slots=True)
class Role:
    """A person with an office: its head and what qualifies it, and the mention of the person that it stands by.

    ``rules``: that he heads a country; ``body``: whom or what a spokesman speaks for.
    """

    head: str
    words: frozenset[str]
    mention: Mention
    rules: bool
    body: Mention | None
    start: int


class Roles:
    """The offices of an article by their heads, in the order of the text."""

    def __init__(self, stage: Stage) -> None:
        self._by_head: dict[str, list[Role]] = {}
        self._stage = stage
        self._all: list[Role] = []
        self._rulers: list[Role] = []
        self._holders: dict[str, set[str | None]] = {}
        self._spoken_for: dict[str, str] = {}
        for role in _find(stage):
            self._all.append(role)
            self._by_head.setdefault(role.head, []).append(role)
            self._holders.setdefault(role.head, set()).add(role.mention.entity)
            if role.rules:
                self._rulers.append(role)
            if role.body is not None and role.mention.entity and role.body.entity:
                self._spoken_for.setdefault(role.mention.entity, role.body.entity)

    def holder(self, phrase: Phrase, at: int) -> Role | None:
        """Find who is meant by an office without a name: the nearest before a position, or else the first behind it."""
        if not phrase.tokens:
            return None
        head = phrase.tokens[phrase.head]
        alike = _around(self._by_head.get(head_of(head), []), at)
        fitting = [role for role in alike if _fits(phrase.words, role.words)] or self._only(phrase, alike)
        nations = {word for word in phrase.words if is_nation(word)}
        if not fitting and nations and is_ruler(head.stem):  # «الزعيم الروسي» for «الرئيس الروسي»
            rulers = _around(self._rulers, at)
            fitting = [role for role in rulers if nations & role.words and _fits(phrase.words, role.words)]
        return fitting[0] if fitting else None

    def told_below(self, phrase: Phrase, until: int) -> Role | None:
        """«سيناتور أميركي يحذر» in a headline: the one person of that office or, of an «official», of that nation, whom
        the lead names, up to a position; nobody where it also tells of one without a name."""
        if phrase.several or phrase.member or not phrase.tokens:
            return None
        asked, nations = phrase.words, {word for word in phrase.words if is_nation(word)}
        kind, begin = head_of(phrase.tokens[phrase.head]), phrase.span.end
        lead = [role for role in self._all if begin < role.start < until]
        if kind == _OFFICIAL:
            fitting = [role for role in lead if nations and asked <= role.words]
        else:
            fitting = [r for r in lead if r.head == kind and _is_asked_for(asked, nations, r.words)]
        fitting = [r for r in fitting if (asked & _no_longer()) == (r.words & _no_longer())]
        if len({role.mention.entity for role in fitting}) != 1 or self._is_unnamed_in(Span(begin, until), kind):
            return None
        return fitting[0]

    def _is_unnamed_in(self, lead: Span, kind: str) -> bool:
        """Whether an office is also told of without a name and article: «قال مسؤول»."""
        known = {role.start for role in self._all}
        return any(
            head_of(token) == kind and token.stem_start not in known and not token.stem.startswith("ال")
            for token in self._stage.tokens_in(lead)
            if heads_office(token) and (kind == _OFFICIAL or not title_kinds(token.stem) & {"office"})
        )

    def spokesman_for(self, entity: str) -> str | None:
        """Whom a person speaks for, as far as the article says so anywhere."""
        return self._spoken_for.get(entity)

    def _only(self, phrase: Phrase, alike: list[Role]) -> list[Role]:
        """«مدرب المنتخب» where the article names one coach only, and not of another nation; of offices of state only
        «الرئيس الروسي» for «الرئيس فلاديمير»."""
        if phrase.noun is None or not alike or len(self._holders[alike[0].head]) != 1:
            return []
        nations = {word for word in phrase.words if is_nation(word)}
        office = "office" in title_kinds(phrase.tokens[phrase.head].stem)
        if office and (phrase.words - nations or any(role.words for role in alike)):
            return []
        return [r for r in alike if not nations or nations & r.words or not any(map(is_nation, r.words))]


def _around(roles: list[Role], at: int) -> list[Role]:
    """The roles before a position, the nearest first, then those behind it; a bounded number of them."""
    middle = bisect_left(roles, at, key=_place)
    return roles[max(middle - _MEMORY, 0) : middle][::-1] + roles[middle : middle + _MEMORY]


def _place(role: Role) -> int:
    return role.mention.start


def head_of(token: Token) -> str:
    """Give what the forms of an office share: «المتحدثة», «ناطق» as ``spokesman``."""
    noun = find_source_noun(token.stem)
    return family(noun) if noun is not None else normal(token.stem)


def _fits(asked: frozenset[str], known: frozenset[str]) -> bool:
    """An office is asked for by some of its words; a former one only as such."""
    past = _no_longer()
    if (known & past) != (asked & past):
        return False
    return asked <= known or (len(known) > 0 and known <= asked)


def _is_asked_for(asked: frozenset[str], nations: set[str], known: frozenset[str]) -> bool:
    """Whether an office in a headline is one that is told below it: no other nation, and nothing that is not said."""
    other = {word for word in known if is_nation(word)}
    return asked - nations <= known and (nations <= other if other else True)


@cache
def _no_longer() -> frozenset[str]:
    return frozenset(normal(word) for word in words("no-longer"))


def _find(stage: Stage) -> Iterator[Role]:
    tokens = stage.parsed.tokens
    for mention in stage.parsed.mentions:
        if mention.type != "PERSON" or mention.entity is None:
            continue
        first = bisect_left(stage.token_starts, mention.start)
        if first and tokens[first - 1].end > mention.start:
            first -= 1
        last = bisect_left(stage.token_starts, mention.end)
        for head, rest in (*_offices_before(stage, first), *_offices_behind(stage, last)):
            words_of = _words_of(stage, rest)
            yield Role(head_of(head), words_of, mention, is_ruler(head.stem), _body(stage, head, rest), head.stem_start)


def _words_of(stage: Stage, rest: list[Token]) -> frozenset[str]:
    """What qualifies an office, a country by its code."""
    at = {token: stage.mention_at.get(bisect_left(stage.token_starts, token.start)) for token in rest}
    countries = {token: country_of(stage, name) for token, name in at.items()}
    plain = [token.stem for token in rest if countries[token] is None]
    return qualities(plain) | {code for code in countries.values() if code is not None}


def _offices_before(stage: Stage, first: int) -> Iterator[tuple[Token, list[Token]]]:
    """The offices before a name, the nearest first: «شيخ الجامع، رئيس المجلس، سالم»."""
    tokens = stage.parsed.tokens
    for _ in range(_APPOSED):
        position = first - 1
        if position >= 0 and tokens[position].form in COMMAS:
            position -= 1
        found = _before(stage, position)
        if found is None:
            return
        first, rest = found
        if not rest and first == position and takes_genitive(tokens[first]):
            return  # «محامي سالم»
        yield tokens[first], rest
        if not first or tokens[first - 1].form not in COMMAS:
            return


def _before(stage: Stage, position: int) -> tuple[int, list[Token]] | None:
    """The office that ends at a position: its nearest head, or the one that depends on it («نائب رئيس الوزراء»)."""
    tokens = stage.parsed.tokens
    found: int | None = None
    rest: list[Token] = []
    held: list[Token] = []
    for at in range(position, max(position - _REACH, -1), -1):
        token = tokens[at]
        if (token.kind == "mark" and token.form in MARKS) or _cuts(token) or _is_person(stage, at):
            break
        if (not held and token.form in words("governs-a-person")) or token.form in words("apart-from-an-office"):
            break
        if heads_office(token) and (found is None or at == found - 1):
            found, rest = at, list(held)
        elif found is not None:
            break
        held.append(token)
        if token.proclitics[:1] in {"و", "ف"}:
            break
    if found is None:
        return None
    return found, [token for token in reversed(rest) if _tells(token)]


def _offices_behind(stage: Stage, last: int) -> Iterator[tuple[Token, list[Token]]]:
    """The office behind a name: «بيسكوف، المتحدث باسم الكرملين،»."""
    tokens = stage.parsed.tokens
    position = last
    while position < len(tokens) and position < last + 2 and tokens[position].form in COMMAS | {"(", '"', "»", "”"}:
        position += 1
    if position >= len(tokens) or tokens[position].proclitics or not heads_office(tokens[position]):
        return
    if position == last and not tokens[position].stem.startswith("ال"):
        return
    rest: list[Token] = []
    for at in range(position + 1, min(position + _REACH, len(tokens))):
        token = tokens[at]
        if token.form in MARKS or token.form in words("relative-clause", "that") or _is_person(stage, at):
            break
        rest.append(token)
    yield tokens[position], [token for token in rest if _tells(token)]


def _body(stage: Stage, head: Token, rest: list[Token]) -> Mention | None:
    if head_of(head) != SPOKESMAN:
        return None
    named = (stage.mention_at.get(bisect_left(stage.token_starts, token.start)) for token in rest)
    return next((name for name in named if name is not None and name.type != "MEDIA"), None)


def _cuts(token: Token) -> bool:
    return token.form in words("relative-clause") or bool({token.form, token.stem} & words("that"))


def heads_office(token: Token) -> bool:
    """Whether a word can be the head of one person's office."""
    noun = find_source_noun(token.stem)
    if noun is not None and is_several(noun, token.stem):
        return False
    if noun is not None and "PERSON" in noun.refers_to:
        return True
    return bool(title_kinds(token.stem) - {"honorific"}) and token.kind == "word"


def _tells(token: Token) -> bool:
    return token.kind in {"word", "latin"} and token.stem not in words("says-nothing-of-a-source")


def _is_person(stage: Stage, position: int) -> bool:
    name = stage.mention_at.get(position)
    return name is not None and name.type == "PERSON"
