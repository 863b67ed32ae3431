"""What a word says when statements are compared: its root, or the kind of act or thing it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from asanid.lexicon import section
from asanid.lexicon.schema.link import ClaimWord, Opposites, RootPattern, Synonyms
from asanid.parse.clitic_model import frequency
from asanid.parse.fold import fold_key

_ARTICLE = "ال"
_ENDINGS = ("تين", "ات", "ين", "ون", "ان", "يه", "تا", "وا", "ه", "ي", "ت", "ا", "ن")
_LEAST = 3
_COMMONEST = 14
_RAREST_UNKNOWN = 4
_ACT, _THING = 1.5, 1.0


@dataclass(frozen=True, slots=True)
class Term:
    """What a word stands for (``key``), how much it tells (``weight``), on which ``side`` of a pair of opposites it is,
    and whether it is a ``thing`` rather than an act.
    """

    key: str
    weight: float
    side: int = 1
    thing: bool = False


@lru_cache(maxsize=100_000)
def term(stem: str) -> Term:
    """Give what a folded word without clitics stands for.

    >>> term("المفاوضات").key == term("يتفاوض").key, term("صفقه").key == term("اتفاقيه").key
    (True, True)
    >>> term("نجح").key == term("فشل").key, term("نجح").side, term("فشل").side
    (True, 1, -1)
    """
    named = _named()
    for form in _light(stem):
        if form in named:
            return named[form]
    return Term(root(stem), 0.5 + (_COMMONEST - min(max(frequency(stem), _RAREST_UNKNOWN), _COMMONEST)) / 6)


def is_claim_word(stem: str, kind: str) -> bool:
    """Whether a folded word without clitics belongs to a class of ``claim_words``, with or without its article."""
    words = _claim_words()[kind]
    return stem in words or stem.removeprefix(_ARTICLE) in words


@lru_cache(maxsize=100_000)
def root(stem: str) -> str:
    """Guess the root of a folded word: article and endings taken off, then the letters that its shape adds.

    >>> root("استخراج"), root("يستخرج"), root("المخرجين"), root("ضربات")
    ('خرج', 'خرج', 'خرج', 'ضرب')
    """
    for form in _light(stem):
        found = _shaped(form)
        if found:
            return found
    return next(iter(list(_light(stem))[-1:]), stem)


def _light(stem: str) -> Iterator[str]:
    """The word as it is, without its article, without its ending, as long as three letters are left."""
    bare = stem.removeprefix(_ARTICLE) if len(stem) > _LEAST + 1 else stem
    yield bare
    if bare != stem:  # what looks like an article may be part of a verb («التقى»)
        yield stem
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _LEAST:
            yield bare[: -len(ending)]
            if ending == "ات":
                yield bare[: -len(ending)] + "ه"
            return


def _shaped(form: str) -> str | None:
    if len(form) <= _LEAST:
        return form
    for shape, root_shape in _shapes().get(len(form), ()):
        letters = dict(zip(shape, form, strict=True))
        if all(letter in "فعل" or letter == own for letter, own in zip(shape, form, strict=True)):
            return "".join(letters.get(letter, letter) for letter in root_shape)
    return None


@cache
def _shapes() -> dict[int, tuple[tuple[str, str], ...]]:
    shapes: dict[int, list[tuple[str, str]]] = {}
    for pattern in section("root_patterns", RootPattern):
        for form in pattern.forms:
            shapes.setdefault(len(form), []).append((fold_key(form), pattern.root))
    return {length: tuple(rows) for length, rows in shapes.items()}


@cache
def _named() -> dict[str, Term]:
    """Every form of a synonym or opposite, without its article."""
    found: dict[str, Term] = {}
    for entry in section("synonyms", Synonyms):
        for form in (other for each in entry.forms for other in _inflected(fold_key(each))):
            found.setdefault(form, Term("=" + entry.id, _THING if entry.thing else _ACT, thing=entry.thing))
    concepts: dict[str, Term] = {}
    for pair in section("opposites", Opposites):
        for side, forms in ((1, pair.one), (-1, pair.other)):
            for form in (other for each in forms for other in _inflected(fold_key(each))):
                signed = Term("±" + pair.id, _ACT, side)
                if form in found and found[form].key.startswith("="):
                    concepts.setdefault(found[form].key, signed)
                else:
                    found.setdefault(form, signed)
    return {form: concepts.get(named.key, named) for form, named in found.items()}


def _inflected(form: str) -> Iterator[str]:
    """A form as written and, of a verb in the present tense, the other persons and what is left of it after «لم»."""
    yield form
    if not form.startswith("ي") or len(form) < _LEAST:
        return
    rest = form[1:]
    shorter = [rest]
    if rest[-1] in "يوا" and len(rest) > _LEAST - 1:
        shorter.append(rest[:-1])
    elif len(rest) == _LEAST and rest[1] in "يوا":
        shorter.append(rest[0] + rest[2])
    elif rest[-2] in "يا":
        shorter.append(rest[:-2] + rest[-1])
    for ending in shorter:
        yield from (person + ending for person in "يتنا")


@cache
def _claim_words() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for entry in section("claim_words", ClaimWord):
        kinds.setdefault(entry.kind, set()).update(map(fold_key, entry.forms))
    return {kind: frozenset(forms) for kind, forms in kinds.items()}
