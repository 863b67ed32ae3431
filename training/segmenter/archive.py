"""Count the folded words of a news archive, final ة and ى kept apart because no pronoun ends in them."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from pathlib import Path

from asanid.parse.fold import fold
from asanid.parse.tokens import words


def count_words(archive: Path) -> Counter[str]:
    """Count the words of every distinct article of an archive (JSON lines, xz)."""
    counts: Counter[str] = Counter()
    seen: set[int] = set()
    with lzma.open(archive, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text = f"{article.get('title') or ''}\n{article.get('text') or ''}"
            if hash(text) not in seen:
                seen.add(hash(text))
                counts.update(words(fold(text)))
    return counts
