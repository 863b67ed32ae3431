"""What tells whether two entities of different articles have the same name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from asanid.model import Entity, EntityType
from asanid.parse.names import lookup
from asanid.parse.names.spelling import case_stem, same_sounds, skeleton
from asanid.parse.names.words import GIVEN, unpack

_ARTICLE = "ال"
_OUTLET_NOUNS = frozenset("DdASX")
_FORCE_FILLERS = ("الوطني", "الوطنيه")
_LEAST_CONSONANTS = 3
_NOT_FOREIGN, _OFTEN, _MOSTLY = 3, 8, 4
_LONGEST_OFFICE = 3

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """``entries`` of the lexicon, ``forms`` with the same letters, ``spellings`` of foreign names with the same
    consonants; of a person the ``last_words`` of full names, or the one word there is (``short``) and whether it is a
    ``common`` given name.
    """

    type: EntityType
    entries: frozenset[object]
    forms: frozenset[str]
    spellings: frozenset[str]
    last_words: frozenset[str]
    short: str | None
    common: bool


def naming(entity: Entity) -> Naming:
    """Describe the names of an entity for comparison.

    >>> one, other = (naming(Entity("e1", "PERSON", name)) for name in ("سيرغي كيريينكو", "سيرجي كيرينكو"))
    >>> one.forms == other.forms, one.spellings == other.spellings
    (False, True)
    """
    names = [words for name in (entity.name, *entity.aliases) if (words := lookup.key(name))]
    full = [words for words in names if len(words) > 1]
    person = entity.type == "PERSON"
    compared = full if person else [words for words in names if not _is_local(words, entity.type)]
    short = names[0][0] if person and names and not full else None
    return Naming(
        type=entity.type,
        entries=frozenset(entry for words in names for entry in _entries(words, entity.type)),
        forms=frozenset(_form(words, entity.type) for words in compared),
        spellings=frozenset(
            spelling for words in compared for spelling in _spellings(words, entity.type, known=bool(_known(words)))
        ),
        last_words=frozenset(words[-1] for words in full) if person else frozenset(),
        short=short,
        common=short is not None and _is_common(short),
    )


def _form(words: Words, type_: EntityType) -> str:
    """The letters of a name: a person's as they are, others without articles, peoples without case endings."""
    if type_ == "PERSON":
        return " ".join(words)
    if type_ == "GROUP":
        return " ".join(case_stem(word) for word in words)
    if type_ == "MEDIA" and len(words) > 1 and set(lookup.cues().get(words[0], "")) & _OUTLET_NOUNS:
        words = words[1:]
    return " ".join(word.removeprefix(_ARTICLE) for word in words)


def _spellings(words: Words, type_: EntityType, *, known: bool) -> Iterator[str]:
    """The consonants of a foreign name: of a person's first and last word, of all words of other names unknown here."""
    if type_ == "PERSON":
        ends = (words[0], words[-1])
        if not all(_exact(word) for word in ends):
            yield " ".join(_consonants(word) if not _exact(word) else same_sounds(word) for word in ends)
    elif type_ in ("MEDIA", "PLACE", "GROUP", "ORG") and not known:
        written = [_spelling(word) for word in words]
        if any(len(bones) >= _LEAST_CONSONANTS and foreign for bones, foreign in written):
            yield " ".join(bones for bones, _ in written)


def _spelling(word: str) -> tuple[str, bool]:
    """A word of a name by its consonants where it may be foreign, else to the letter, and whether it may be.

    Words that news is full of are none, nor Arabic nouns with their article; adjectives may be («الكرفونية»).
    """
    bare = word.removeprefix(_ARTICLE)
    if _often(word) >= _OFTEN or (bare != word and not bare.endswith(("ي", "يه"))):
        return bare, False
    return _consonants(bare), True


def _consonants(word: str) -> str:
    """The consonants, doubled ones once («فيلدمارر», «فلدمار»)."""
    bones = skeleton(word)
    return "".join(letter for place, letter in enumerate(bones) if place == 0 or letter != bones[place - 1])


def _exact(word: str) -> bool:
    """Whether a word is compared to the letter: an Arabic name, or too few consonants to tell names apart."""
    bones = len(_consonants(word))
    given = unpack(lookup.knowledge().get(word, 0)).flags & GIVEN
    return word.startswith(_ARTICLE) or bones < _LEAST_CONSONANTS - 1 or (bool(given) and bones <= _LEAST_CONSONANTS)


def _is_common(word: str) -> bool:
    """Whether many people bear this name: an Arabic given name («محمد»), not a foreign one («فيكتور»)."""
    known = unpack(lookup.knowledge().get(word, 0))
    return bool(known.flags & GIVEN) and known.likeness <= _NOT_FOREIGN and known.count >= _OFTEN


def _known(words: Words) -> list[str]:
    first, *rest = words
    return [known.entity for known_rest, known in lookup.phrases().get(first, ()) if known_rest == tuple(rest)]


def _is_local(words: Words, type_: EntityType) -> bool:
    """Whether a name is that of an office every country has («وزارة الدفاع»): it names another one elsewhere."""
    if type_ != "ORG" or len(words) > _LONGEST_OFFICE:
        return False
    letters = [lookup.cues().get(word, "") + lookup.cues().get(word.removeprefix(_ARTICLE), "") for word in words]
    offices = "W" in letters[0] or "M" in letters[0] or any("J" in each for each in letters)
    if not offices or any("N" in each for each in letters):
        return False
    return all(_often(word) >= _OFTEN and not _is_place(word) for word in words)


def _often(word: str) -> int:
    return max(unpack(lookup.knowledge().get(form, 0)).count for form in (word, word.removeprefix(_ARTICLE)))


def _is_place(word: str) -> bool:
    return unpack(lookup.knowledge().get(word, 0)).place >= _MOSTLY


def _entries(words: Words, type_: EntityType) -> Iterator[object]:
    """Lexicon entries of a name of this type; the forces and peoples of one nation are entries too."""
    first, *rest = words
    for known_rest, known in lookup.phrases().get(first, ()):
        if known_rest == tuple(rest) and known.type == type_:
            yield known.entity
            return
    if type_ == "GROUP" and not rest and first in lookup.peoples():
        yield "people", lookup.peoples()[first]
    if type_ == "ORG" and rest and rest[-1] in lookup.nationalities():
        yield first, tuple(word for word in rest[:-1] if word not in _FORCE_FILLERS), lookup.nationalities()[rest[-1]]
