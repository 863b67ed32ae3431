"""The name sections of the lexicon as look-up structures: phrases by their first word, cues by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.lexicon import section, table
from asanid.lexicon.schema.names import NameCue, NameHead, Nation, Organisation, Outlet, Place, Title, Work
from asanid.model import MentionType
from asanid.parse.fold import fold

_SINGULAR = ("", "ه", "ا")
_PLURAL = ("ون", "ين", "ات")


@dataclass(frozen=True, slots=True)
class Known:
    """A form of a lexicon entry: ``entity`` names the entry («outlets/reuters»); ``certain`` forms need no context."""

    entity: str
    type: MentionType
    certain: bool
    kind: str = ""


Trie = dict[str, list[tuple[tuple[str, ...], Known]]]


@cache
def phrases() -> Trie:
    """Give every form of outlets, organisations, works and nations, by its first word, longest first."""
    found: Trie = {}
    for outlet in section("outlets", Outlet):
        _add(found, "outlets/" + outlet.id, "MEDIA", outlet.forms, outlet.with_context, outlet.kind)
    for body in section("organisations", Organisation):
        _add(found, "organisations/" + body.id, body.type, body.forms, body.with_context)
    for work in section("works", Work):
        _add(found, "works/" + work.id, "WORK", work.forms, work.with_context)
    for place in section("places", Place):
        _add(found, "places/" + place.id, "PLACE", place.forms, place.with_context)
    adjectives = nationalities()
    for nation in section("nationalities", Nation):
        doubtful = [name for name in nation.places if name_is_doubtful(key(name), adjectives)]
        certain = [name for name in nation.places if name not in doubtful]
        _add(found, "nationalities/" + nation.id, "PLACE", certain, doubtful)
    for known in found.values():
        known.sort(key=_length, reverse=True)
    return found


@cache
def nationalities() -> Mapping[str, str]:
    """Give each form of an adjective of nationality, with its nation: «روسي», «الروسيه», «روس» not."""
    found: dict[str, str] = {}
    nations = section("nationalities", Nation)
    countries = {key(place)[0] for nation in nations for place in nation.places if len(key(place)) == 1}
    for nation in nations:
        for adjective in nation.adjectives:
            parts = key(adjective)
            if len(parts) > 1:
                continue
            for ending in _SINGULAR:
                if not (ending == "ا" and parts[0] + ending in countries):  # «سوريا» is the country
                    found.setdefault(parts[0] + ending, nation.id)
                    found.setdefault("ال" + parts[0] + ending, nation.id)
    return found


@cache
def peoples() -> Mapping[str, str]:
    """Give each plural that names a nation's people: «الروس», «اسراييليون», «الاميركيين»."""
    found: dict[str, str] = {}
    for nation in section("nationalities", Nation):
        regular = [
            key(adjective)[0] + end for adjective in nation.adjectives if " " not in adjective for end in _PLURAL
        ]
        for form in [*regular, *(key(people)[0] for people in nation.people)]:
            found.setdefault(form, nation.id)
            found.setdefault("ال" + form, nation.id)
    return found


@cache
def cues() -> Mapping[str, str]:
    """Give the classes of each cue word as a string of letters (see ``_LETTERS``)."""
    found: dict[str, str] = {}
    for cue in section("name_cues", NameCue):
        _mark(found, cue.forms, _LETTERS[cue.id])
    for title in section("titles", Title):
        _mark(found, (form for form in title.forms if " " not in form), _LETTERS[title.kind])
    for word in nationalities():
        found[word] = found.get(word, "") + "N"
    for word in peoples():
        found[word] = found.get(word, "") + "Q"
    return found


@cache
def heads() -> Mapping[str, str]:
    """Give the kind of name that a word, or a pair of words, says to follow (kinds of ``NameHead``)."""
    return {" ".join(key(form)): head.kind for head in section("name_heads", NameHead) for form in head.forms}


@cache
def knowledge() -> Mapping[str, int]:
    """Give the packed entry of every word of the name tables."""
    return table("names_words")


@cache
def trigrams() -> Mapping[str, int]:
    """Give the weight of every trigram of letters."""
    return table("names_trigrams")


@cache
def place_phrases() -> Mapping[str, int]:
    """Give the kind of every name of several words in the tables (place or club)."""
    return table("names_phrases")


def name_is_doubtful(words: Sequence[str], adjectives: Mapping[str, str]) -> bool:
    """Whether a country's name of one word is also an adjective («السعودية», «مالي») or very short."""
    return len(words) == 1 and (words[0] in adjectives or len(words[0]) < 4)


def key(form: str) -> tuple[str, ...]:
    """Cut a form into folded words, as the units of a text are cut: no hyphens, dots or underscores.

    >>> key("أ.ف.ب")
    ('ا', 'ف', 'ب')
    """
    folded = fold(form).text
    for mark in "-._":
        folded = folded.replace(mark, " ")
    return tuple(folded.split())


_LETTERS = {
    "outlet": "D",
    "platform": "F",
    "place": "L",
    "direction": "R",
    "company": "C",
    "club": "B",
    "group": "G",
    "event": "E",
    "relay": "V",
    "office_head": "H",
    "government": "W",
    "not_adjective": "x",
    "generic": "y",
    "series": "z",
    "town": "t",
    "nickname": "k",
    "never": "u",
    "firm_outlet": "d",
    "no_preposition_after": "n",
    "filler": "f",
    "agency_cue": "A",
    "site_cue": "S",
    "channel_cue": "X",
    "party": "P",
    "ministry": "M",
    "federation": "U",
    "of_sport": "K",
    "domain": "w",
    "institution": "i",
    "institution_never": "v",
    "institution_sure": "I",
    "institution_not_after": "m",
    "institution_adjective": "j",
    "council": "J",
    "in_name": "a",
    "out_of_name": "b",
    "office": "o",
    "rank": "r",
    "honorific": "h",
    "profession": "p",
    "sport": "s",
}


def _add(
    found: Trie,
    entity: str,
    type_: MentionType,
    certain: Iterable[str],
    with_context: Iterable[str],
    kind: str = "",
) -> None:
    for forms, sure in ((certain, True), (with_context, False)):
        known = Known(entity, type_, sure, kind)
        for form in forms:
            first, *rest = key(form)
            found.setdefault(first, []).append((tuple(rest), known))


def _length(entry: tuple[Sequence[str], Known]) -> tuple[int, bool]:
    return len(entry[0]), entry[1].certain


def _mark(found: dict[str, str], forms: Iterable[str], letter: str) -> None:
    for form in forms:
        parts = key(form)
        if len(parts) == 1 and letter not in found.get(parts[0], ""):
            found[parts[0]] = found.get(parts[0], "") + letter
