"""Units: the words of a text as names are made of them.

A unit is a token, with its clitics taken off as the name tables and the article itself advise («لبوتين» → «بوتين», but
«وليد» stays whole). Marks that join parts of a name («جان-بول», «#وزارة_العدل», «أ.ف.ب») are no units, so that a name
runs over them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from asanid.model import Token
from asanid.parse.fold import fold
from asanid.parse.names import lookup, words
from asanid.parse.names.words import UNKNOWN, Knowledge

_PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
_ARTICLE_PREFIXES = ("لل", "ولل", "فلل")
_SOLID = ("و", "ف", "ك")
_SEEN, _FREQUENT = 4, 6
_WHOLE = "="
_NO_PREPOSITION_AFTER = frozenset("nhr")
_ENDS = frozenset(".!؟?؛…")
_TIGHT = frozenset("-_ـ–.")
_HEADS = frozenset("WMiN")


class Word(msgspec.Struct, frozen=True, gc=False):
    """What is known of a form: ``stem`` without the ``cut`` first letters, cue ``classes``, and its table entry.

    ``doubtful`` marks a stem that only a guess took the first letter from; ``opens`` is false where no name that the
    lexicon knows can begin with the word, wherever it stands.
    """

    stem: str
    cut: int
    classes: str
    known: Knowledge
    proclitics: str
    doubtful: bool = False
    opens: bool = True


class Unit(msgspec.Struct, frozen=True, gc=False):
    """A word in its place; a Struct because it is made so often.

    ``start`` is without clitics, ``whole_start`` with them; ``breaks`` says that nothing joins it to the unit before,
    ``joined`` that a hyphen does. ``key`` stands for the word where features are remembered; ``hint`` says that it may
    open (``B``) or go on with (``I``) an institution's name.
    """

    start: int
    whole_start: int
    end: int
    kind: str
    word: Word
    breaks: bool
    form: str
    key: str
    joined: bool = False
    hint: str = ""


def units_of(tokens: Sequence[Token], text: str) -> list[Unit]:
    """Cut tokens into units; a line break sets ``breaks``."""
    units = list(_units(tokens, text))
    doubtful = [index for index, unit in enumerate(units) if unit.word.doubtful]
    if doubtful:
        forms = Counter(unit.form for unit in units)
        proven = {units[index].form for index in doubtful if _after_no_preposition(units, index)}
        for index in doubtful:
            if units[index].form in proven or _is_whole(units[index], forms):
                units[index] = _whole(units[index])
    return units


def word_of_key(key: str, kind: str) -> Word:
    """Give the word that a key stands for."""
    if kind != "word":
        return mark_of(key, kind)
    return whole_word(key[1:]) if key[0] == _WHOLE else word_of(key)


def _whole(unit: Unit) -> Unit:
    return replace(unit, word=whole_word(unit.form), start=unit.whole_start, key=_WHOLE + unit.form)


def recut(units: list[Unit], index: int, cut: int) -> None:
    """Take so many letters off a unit as clitics."""
    unit = units[index]
    rest = word_of(unit.form[cut:])
    word = Word(rest.stem, cut, rest.classes, rest.known, unit.form[:cut])
    units[index] = replace(unit, word=word, start=unit.whole_start + cut, key=unit.form[cut:])


def ends_sentence(unit: Unit) -> bool:
    """Whether a unit is a stop, after which no name goes on."""
    return unit.kind == "mark" and unit.form in _ENDS


def _units(tokens: Sequence[Token], text: str) -> Iterator[Unit]:
    previous_end = 0
    last = len(tokens) - 1
    joined = False
    for index, token in enumerate(tokens):
        kind, start, end, form = token.kind, token.start, token.end, token.form
        if form in _TIGHT and 0 < index < last and _joins(tokens[index - 1], token, tokens[index + 1]):
            joined = form != "."
            continue
        breaks = previous_end == 0 or text.find("\n", previous_end, start) >= 0
        previous_end = end
        word = word_of(form) if kind == "word" else mark_of(form, kind)
        begin = start + word.cut if end - start == len(form) else _skip(text, start, word.cut)
        yield Unit(begin, start, end, kind, word, breaks, form, form, joined)
        joined = False


def _joins(before: Token, mark: Token, after: Token) -> bool:
    """Whether a mark stands tight between two parts of one name."""
    if before.end != mark.start or mark.end != after.start or after.kind == "mark" or before.kind == "mark":
        return False
    if mark.form != ".":
        return not (before.kind == "number" and after.kind == "number")
    return "w" in lookup.cues().get(after.form, "") or (
        len(before.form) <= 3 and len(after.form) <= 3 and before.kind == after.kind == "word"
    )


def _after_no_preposition(units: Sequence[Unit], index: int) -> bool:
    """Whether a form follows a word after which «ب» and «ل» are no prepositions: «بين», «أن», «السيد»."""
    unit = units[index]
    if index == 0 or unit.breaks or unit.form[0] not in "بل":
        return False
    return bool(_NO_PREPOSITION_AFTER.intersection(units[index - 1].word.classes))


def _is_whole(unit: Unit, forms: Counter[str]) -> bool:
    """Whether the first letter of a form belongs to it, as far as the other forms of the article tell."""
    rest, known = unit.word.stem, unit.word.known
    if rest in forms or (known.count >= _FREQUENT and max(known.person, known.place) > _SEEN):
        return False
    alone = not any(prefix + rest in forms for prefix in _PREFIXES if prefix + rest != unit.form)
    return alone and forms[unit.form] > 1


def _skip(text: str, start: int, letters: int) -> int:
    """Go over so many letters of a form that is written with marks between them."""
    position = start
    while letters and position < len(text):
        letters -= len(fold(text[position]).text)
        position += 1
    while position < len(text) and not fold(text[position]).text:
        position += 1
    return position


@lru_cache(maxsize=100000)
def word_of(form: str) -> Word:
    """Say what is known of a folded form.

    >>> word_of("لموسكو").stem
    'موسكو'
    """
    stem, doubtful = _stem(form)
    cut = len(form) - len(stem)
    if stem.startswith("ال") and not form.endswith(stem):
        cut = len(form) - (len(stem) - 1)
    classes = lookup.cues().get(stem, "")
    return Word(stem, cut, classes, _known(stem), form[:cut], doubtful, _opens(form, stem, cut, classes))


@lru_cache(maxsize=5000)
def whole_word(form: str) -> Word:
    """Say what is known of a form of which nothing is a clitic."""
    classes = lookup.cues().get(form, "")
    return Word(form, 0, classes, _known(form), "", opens=_opens(form, form, 0, classes))


@lru_cache(maxsize=5000)
def mark_of(form: str, kind: str) -> Word:
    """Say what is known of a mark, a number or a word in Latin letters."""
    return Word("0" if kind == "number" else form, 0, "", UNKNOWN, "", opens=form in lookup.phrases())


def _opens(form: str, stem: str, cut: int, classes: str) -> bool:
    """Whether the lexicon, or a pattern of names, has anything that begins with a word: see ``match``."""
    phrases, heads = lookup.phrases(), lookup.heads()
    under_clitic = not cut and (form[1:] in phrases or form[2:] in phrases)
    people = stem in lookup.peoples() or stem.endswith("يا")
    announces = stem in heads or stem[1:] in heads
    return stem in phrases or under_clitic or people or announces or not _HEADS.isdisjoint(classes)


def _stem(form: str) -> tuple[str, bool]:
    """Give the stem of a form, and whether it is a guess."""
    table, cues = lookup.knowledge(), lookup.cues()
    if form in table or form in cues or form in lookup.phrases():
        return form, False
    for prefix in _ARTICLE_PREFIXES:
        if form.startswith(prefix):
            return "ال" + form[len(prefix) :], False
    for prefix in _PREFIXES:
        rest = form[len(prefix) :]
        if form.startswith(prefix) and len(rest) >= 3 and _worth_cutting(rest, prefix):
            return rest, len(prefix) == 1 and not rest.startswith("ال")
    if form.startswith("وال") and len(form) > 5:
        return form[1:], False
    return form, False


def _worth_cutting(rest: str, prefix: str) -> bool:
    """Whether what follows a possible clitic is a word in its own right."""
    if rest in lookup.cues() or rest in lookup.phrases():
        return True
    number = lookup.knowledge().get(rest)
    if number is None:
        return False
    known = words.unpack(number)
    firm = known.count >= _SEEN or max(known.person, known.place) >= _SEEN
    return firm if prefix not in _SOLID[1:] else known.count > _SEEN + 2 and not rest.startswith("ال")


def _known(stem: str) -> Knowledge:
    number = lookup.knowledge().get(stem)
    if number is not None:
        return words.unpack(number)
    return Knowledge(0, 0, words.likeness_bin(words.likeness(stem, lookup.trigrams())), 0, 0, 0)
