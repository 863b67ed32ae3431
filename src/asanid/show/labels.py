"""The words of the interface, in Arabic and English."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Words = dict[str, Any]


@cache
def labels(lang: str) -> Words:
    """Give the words of one language, by code.

    >>> labels("en")["stance"]["deny"]
    'denies'
    """
    words: Words = tomllib.loads(files("asanid.show").joinpath("labels.toml").read_text("utf-8"))[lang]
    return words
