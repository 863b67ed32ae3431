"""What an archive of news shows about words: how often each stands there, and with which clitics."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from asanid.parse.fold import fold

WORD = re.compile(r"[\u0620-\u063f\u0641-\u064a]+")
PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
GIVEN_STAYS, NAME_STAYS = 15.0, 10.0


def articles(path: Path, held_out: Path) -> Iterator[tuple[str, str]]:
    """Give (id, text) of each distinct article that is not held out to measure with."""
    skipped = {line for line in held_out.read_text("utf-8").splitlines() if not line.startswith("#")}
    seen = set()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = "\n\n".join(part.strip() for part in (row["title"], row["summary"], row["text"]) if part)
            if row["id"] not in skipped and text not in seen:
                seen.add(text)
                yield row["id"], text


def count_forms(path: Path, held_out: Path) -> Counter[str]:
    """Count folded words as written."""
    forms: Counter[str] = Counter()
    for _, text in articles(path, held_out):
        forms.update(WORD.findall(fold(text).text))
    return forms


@dataclass(frozen=True)
class Names:
    """What counts as a name when a word is taken apart."""

    given: frozenset[str]
    firm: frozenset[str]
    all: frozenset[str]


def stems(forms: Counter[str], names: Names) -> Counter[str]:
    """Count stems: each form without the clitics that the counts of both say it carries.

    A firm name keeps its first letter unless the rest is a name too and far more frequent:
    «وليد» and «باول» stay, «لبوتين» is «بوتين».
    """
    counts: Counter[str] = Counter()
    for form, count in forms.items():
        counts[resolve(form, forms, names)] += count
    return counts


def resolve(form: str, forms: Counter[str], names: Names) -> str:
    """Give the stem of a form."""
    firm = form in names.firm
    factor = (GIVEN_STAYS if form in names.given else NAME_STAYS) if firm else 1.0
    best, best_count = form, forms[form] * factor
    for stem in candidates(form):
        if len(stem) >= 3 and forms[stem] > best_count and (not firm or stem in names.all):
            best, best_count = stem, forms[stem]
    return best


def candidates(form: str) -> Iterator[str]:
    """Give what is left of a form when one or two clitics are taken off."""
    for prefix in PREFIXES:
        if form.startswith(prefix) and len(form) - len(prefix) >= 3:
            yield form[len(prefix) :]
    for prefix in ("لل", "ولل", "فلل"):
        if form.startswith(prefix):
            yield "ال" + form[len(prefix) :]
