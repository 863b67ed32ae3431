"""The forms of a verb of saying, from its principal parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from asanid.lexicon.schema.cues import Verb
from asanid.parse.fold import fold_key

FormKind = Literal["finite", "participle", "noun"]


def inflect(verb: Verb) -> Iterator[tuple[str, FormKind]]:
    """Give the folded third-person forms of a verb, its participles and its verbal noun.

    >>> sorted(form for form, kind in inflect(Verb(past="نفى", present="ينفي")) if kind == "finite")[:4]
    ['تنف', 'تنفوا', 'تنفون', 'تنفي']
    """
    for form in (*_past(verb.past), *_present(verb.present), *verb.more):
        yield fold_key(form), "finite"
    if verb.participle:
        for form in _participle(verb.participle):
            yield fold_key(form), "participle"
    if verb.noun:
        yield fold_key(verb.noun), "noun"


def _past(past: str) -> Iterator[str]:
    if past[-1] in "ىا":
        stem = past[:-1]
        yield from (
            past,
            stem + "ت",
            stem + "تا",
            stem + "وا",
            stem + ("وا" if past[-1] == "ا" else "يا"),
            stem + "ين",
        )
    elif past[-1] == "ي":
        yield from (past, past + "ت", past + "تا", past + "ا", past[:-1] + "وا", past + "ن")
    else:
        yield from (past, past + "ت", past + "تا", past + "ا", past + "وا", past + "ن")


def _present(present: str) -> Iterator[str]:
    """Indicative, subjunctive and jussive; a weak last letter falls in the jussive, a hollow vowel too."""
    weak = present[-1] in "يوى"
    stem = present[:-1] if weak else present
    dual = stem + "يا" if present[-1] in "يى" else present + "ا"
    for person in "يت":
        yield from (person + form[1:] for form in (present, stem, dual + "ن", dual, stem + "ون", stem + "وا"))
    if not weak and len(present) >= 3 and present[-2] in "اوي":  # «يقول» → «لم يقل»
        yield from (person + present[1:-2] + present[-1] for person in "يت")


def _participle(participle: str) -> Iterator[str]:
    for ending in ("", "ا", "ة", "ين", "ون", "ان", "ات", "تين"):
        yield participle + ending
