"""Comparing spellings of names."""

from __future__ import annotations

_SOUNDS = str.maketrans("غقث", "جكت")
_VOWELS = str.maketrans("", "", "اويءه")
_CASES = ("ون", "ين", "يا", "ي", "ا")


def skeleton(word: str) -> str:
    """Give the consonants of a folded foreign name, letters that render one sound taken as one.

    >>> skeleton("باوت") == skeleton("بوت"), skeleton("سيرغي") == skeleton("سيرجي")
    (True, True)
    """
    return same_sounds(word).translate(_VOWELS)


def same_sounds(word: str) -> str:
    """Write letters that render one foreign sound as one: «سيرغي», «سيرجي»."""
    return word.translate(_SOUNDS)


def case_stem(word: str) -> str:
    """Take article and case ending off the name of a people: «الحوثيون», «حوثيين» → «حوث».

    >>> case_stem("الحوثيون") == case_stem("حوثيين")
    True
    """
    bare = word.removeprefix("ال")
    for ending in _CASES:
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            return bare[: -len(ending)].removesuffix("ي")
    return bare


def one_letter_apart(one: str, other: str) -> bool:
    """Whether two words differ by one letter put in, left out or replaced.

    >>> one_letter_apart("بلوت", "بوت"), one_letter_apart("بلوت", "باوت"), one_letter_apart("بوت", "بات")
    (True, True, True)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    return one[start + 1 :] == other[start + (len(one) == len(other)) :] or (
        len(one) < len(other) and one[start:] == other[start + 1 :]
    )
