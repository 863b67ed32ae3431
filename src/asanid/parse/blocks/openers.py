"""Words that open a sentence of running text."""

from __future__ import annotations

from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.blocks import Opener
from asanid.parse.fold import fold_key


def opens_sentence(word: str, *, strict: bool = False) -> bool:
    """Tell whether a folded word opens a sentence; ``strict`` asks for «و» or «ف» before it («وقال»).

    >>> opens_sentence("اضاف"), opens_sentence("واضاف", strict=True), opens_sentence("اضاف", strict=True)
    (True, True, False)
    """
    joined = (word[:1] == "و" or (word[:1] == "ف" and len(word) > 3)) and word[1:] in _forms()
    return joined or (not strict and word in _forms())


def is_speech(word: str) -> bool:
    """Tell whether a folded word is a verb of speech without «و» before it: «قال» after a quotation belongs to it."""
    return word in _speech()


def joins(word: str) -> bool:
    """Tell whether a folded word goes on from what stands before: «كما», «لكن», «في»."""
    return word in _forms() and word not in _speech()


@cache
def _forms() -> frozenset[str]:
    return frozenset(fold_key(form) for entry in section("openers", Opener) for form in entry.forms)


@cache
def _speech() -> frozenset[str]:
    return frozenset(fold_key(f) for entry in section("openers", Opener) if entry.speech for f in entry.forms)
