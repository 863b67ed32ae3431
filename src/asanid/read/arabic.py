"""Does it look like Arabic? Shares of letters, well-known words, and the order letters stand in."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from itertools import islice
from math import log10
from typing import Any

# Arabic letters, with Arabic Supplement, Extended-A and both presentation forms; neither digits nor marks.
ARABIC_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb\ufe70-\ufefc]"
)
_ARABIC_WORD = re.compile(ARABIC_LETTER.pattern + "+")
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SAMPLE = 20_000
_UNSEEN = -5.0


def arabic_share(text: str) -> float:
    """Share of Arabic among the letters, 0 to 1; 0 where there are none.

    >>> arabic_share("قال BBC"), arabic_share("12:30")
    (0.5, 0.0)
    """
    letters = sum(map(len, _WORD.findall(text)))
    return sum(map(len, _ARABIC_WORD.findall(text))) / letters if letters else 0.0


def is_foreign(text: str) -> bool:
    """Say whether a text in Arabic script is Persian, Urdu, Pashto or Kurdish, by its commonest words.

    >>> is_foreign("وی گفت که این خبر درست است و با آن موافق بود")
    True
    >>> is_foreign("وقال إن الخبر صحيح وإنه يوافق على ما جاء فيه من تفاصيل")
    False
    """
    words = [match[0] for match in islice(_WORD.finditer(text), 2_000)]
    foreign = sum(word in _data("foreign") for word in words)
    return foreign > 3 and foreign > 3 * sum(word in _data("words") for word in words)


def letter_score(text: str) -> float:
    """Mean log10 frequency of what is not ASCII, as in Arabic news: about -1.3 for Arabic, below -3 for noise."""
    sample, left = [], _SAMPLE
    for match in _NOT_ASCII.finditer(text):
        sample.append(match[0][:left])
        left -= len(sample[-1])
        if left <= 0:
            break
    weights = _letters()
    scores = [weights.get(char, _UNSEEN) for part in sample for char in part if char not in _data("ignored")]
    return sum(scores) / len(scores) if scores else _UNSEEN


def order_score(text: str) -> float:
    """How far the letters stand in reading order: well-known words and final-only letters, per word; -1 to 2.

    >>> order_score("أن المدينة في خطر") > 0 > order_score("رطخ يف ةنيدملا نأ")
    True
    """
    words = [match[0] for match in islice(_WORD.finditer(text), 20_000) if ARABIC_LETTER.match(match[0])]
    final = _data("final_only")
    known = sum(word in _data("words") for word in words)
    ends = sum(len(word) > 1 and (word[-1] in final) - (word[0] in final) for word in words)
    return (known + ends) / len(words) if words else 0.0


@cache
def _load() -> dict[str, Any]:
    content = resources.files("asanid.read").joinpath("data/arabic.json").read_text("utf-8")
    data: dict[str, Any] = json.loads(content)
    return data


@cache
def _data(key: str) -> frozenset[str]:
    return frozenset(_load()[key])


@cache
def _letters() -> dict[str, float]:
    return {char: log10(count / 10_000) for char, count in _load()["letters"].items()}
