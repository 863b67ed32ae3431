"""How much two stretches of text speak of the same things."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PREFIX = re.compile(r"[وفبلك]?(?:ال|لل)?(?=\w{3})")


def stems(words: Iterable[str]) -> set[str]:
    """Reduce folded words to rough stems: no clitics before, at most five letters; short words say nothing.

    >>> sorted(stems(("قال", "المفاوضون", "والمفاوضات")))
    ['مفاوض']
    """
    found: set[str] = set()
    for word in words:
        if len(word) > 3:
            match = _PREFIX.match(word)
            stem = word[match.end() : match.end() + 5] if match else word[:5]
            if len(stem) > 2:
                found.add(stem)
    return found


def share(part: set[str], whole: set[str]) -> float:
    """Give the share of ``part`` that is in ``whole``, 0 for nothing."""
    return len(part & whole) / len(part) if part else 0.0
