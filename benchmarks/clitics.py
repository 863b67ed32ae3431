"""How many words are taken apart rightly, and how fast.

    python benchmarks/clitics.py ar_pud.conllu [ARCHIVE.jsonl.xz]

The words are the space-delimited Arabic words of UD_Arabic-PUD without their punctuation. A word is right when
its conjunction (و ف), its preposition (ب ل ك) and its enclitic pronoun are all three those of the treebank. The
article is no clitic in this measure, the future س is reported apart. With an archive the speed on its running text
is measured too.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from asanid.model import Token
from asanid.parse.clitics import segment
from asanid.parse.fold import fold, fold_key
from asanid.parse.tokens import tokenize

PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "هن", "نا", "ك", "كم", "كما", "كن", "ي", "ني"))
ARABIC = re.compile("[\u0620-\u064a]")
HALF, WORDS = 500, 100_000


class Parts(NamedTuple):
    """The clitics of one word; an empty string where there is none."""

    conjunction: str = ""
    preposition: str = ""
    enclitic: str = ""
    future: str = ""


def main(treebank: str, archive: str | None = None) -> None:
    """Print the figures."""
    pairs = [[(gold, found(word)) for word, gold in gold_words(rows)] for rows in sentences(Path(treebank))]
    for name, part in (("whole", pairs), ("sentences 1-500", pairs[:HALF]), ("sentences 501-1000", pairs[HALF:])):
        report(name, [pair for sentence in part for pair in sentence])
    if archive:
        speed(Path(archive))


def sentences(treebank: Path) -> Iterator[list[list[str]]]:
    """Read the token rows of each sentence of a CoNLL-U file."""
    for block in treebank.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield rows


def gold_words(rows: list[list[str]]) -> Iterator[tuple[str, Parts]]:
    """Join the rows that no space parts to words, punctuation left out, and give the clitics of each."""
    group: list[list[str]] = []
    for row in [*rows, ["", "", "", "PUNCT", *[""] * 6]]:
        if row[3] not in ("PUNCT", "SYM"):
            group.append(row)
            if "SpaceAfter=No" in row[9]:
                continue
        word = "".join(part[1] for part in group)
        if ARABIC.search(word):
            yield word, gold_parts(group)
        group = []


def gold_parts(group: list[list[str]]) -> Parts:
    """Read the clitics off the rows of one word."""
    conjunction = preposition = enclitic = future = ""
    for index, row in enumerate(group):
        form = fold_key(row[1])
        if index < len(group) - 1 and len(form) == 1:
            conjunction = form if form in "وف" else conjunction
            preposition = form if form in "بلك" else preposition
            future = form if form == "س" else future
        elif index and row[3] == "PRON" and form in PRONOUNS:
            enclitic = form
    return Parts(conjunction, preposition, enclitic, future)


def found(word: str) -> Parts:
    """Take a word apart with the program under test."""
    tokens = tokenize(fold(word))
    token = next((token for token in tokens if token.kind == "word"), None)
    if token and len(token.form) == 1 and token is not tokens[-1]:  # «و2016»: the clitic is a token of its own
        return predicted(replace(token, proclitics=token.form))
    return predicted(token) if token else Parts()


def predicted(token: Token) -> Parts:
    """Give the clitics of a token; a preposition that only a pronoun follows is its stem."""
    before = token.proclitics
    if token.enclitic and token.stem in ("ب", "ل", "ك"):
        before += token.stem
    conjunction = before[0] if before[:1] in ("و", "ف") else ""
    last = before[-1:]
    return Parts(conjunction, last if last in ("ب", "ل", "ك") else "", token.enclitic, last if last == "س" else "")


def report(name: str, pairs: list[tuple[Parts, Parts]]) -> None:
    """Print the share of words right, and precision, recall and F1 of each kind of clitic."""
    right = sum(gold[:3] == guess[:3] for gold, guess in pairs)
    print(f"{name}: {right / len(pairs):.4f} of {len(pairs):,} words all right")
    for field in Parts._fields:
        score = Counter[str]()
        for gold, guess in pairs:
            wanted, given = getattr(gold, field), getattr(guess, field)
            score["gold"] += bool(wanted)
            score["given"] += bool(given)
            score["right"] += bool(wanted) and wanted == given
        precision, recall = score["right"] / score["given"], score["right"] / score["gold"]
        f1 = 2 * score["right"] / (score["gold"] + score["given"])
        print(f"  {field:12} F1 {f1:.3f} (P {precision:.3f} R {recall:.3f}, gold {score['gold']})")


def speed(archive: Path) -> None:
    """Print the speed on running text: tables loaded, the cache of words first empty, then full."""
    texts = list(read_texts(archive))
    segment("وقالت")
    segment.cache_clear()
    for name in ("cold", "cached"):
        start = time.perf_counter()
        count = sum(token.kind == "word" for text in texts for token in tokenize(fold(text)))
        spent = time.perf_counter() - start
        print(f"fold + tokens + clitics, {name}: {count / spent:,.0f} words/s ({count:,} words)")
    words = [token.form for text in texts for token in tokenize(fold(text)) if token.kind == "word"]
    for name in ("cold", "cached"):
        if name == "cold":
            segment.cache_clear()
        start = time.perf_counter()
        for word in words:
            segment(word)
        spent = time.perf_counter() - start
        print(f"clitics alone, {name}: {len(words) / spent:,.0f} words/s ({len(set(words)):,} different words)")


def read_texts(archive: Path) -> Iterator[str]:
    """Read articles spread over the archive, up to about ``WORDS`` words."""
    count = 0
    with lzma.open(archive, "rt", encoding="utf-8") as lines:
        for line in islice(lines, 0, None, 40):
            text = json.loads(line)["text"] or ""
            count += len(text.split())
            yield text
            if count >= WORDS:
                return


if __name__ == "__main__":
    main(*sys.argv[1:])
