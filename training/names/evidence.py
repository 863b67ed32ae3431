"""Tag the archive with the present tables and count how often each word is a person, a place, an organisation.

PYTHONPATH=src python training/names/evidence.py ARCHIVE.jsonl.xz COUNTS.tsv [--every N --offset K]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "training" / "gazetteers")]

import archive  # noqa: E402

from asanid.parse.fold import fold  # noqa: E402
from asanid.parse.names.find import find  # noqa: E402
from asanid.parse.names.settle import settle  # noqa: E402
from asanid.parse.names.units import units_of  # noqa: E402
from asanid.parse.tokens import tokenize  # noqa: E402

COLUMNS = {"PERSON": 1, "PLACE": 2, "ORG": 3, "MEDIA": 3}
HELD_OUT = Path(__file__).with_name("held_out.txt")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("counts", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--offset", type=int, default=0)
    options = parser.parse_args()
    seen: Counter[str] = Counter()
    tagged: dict[str, list[int]] = {}
    start, words = time.time(), 0
    for number, (_, text) in enumerate(archive.articles(options.archive, HELD_OUT)):
        if number % options.every != options.offset:
            continue
        units = units_of(tokenize(fold(text)), text)
        words += len(units)
        seen.update(unit.word.stem for unit in units if unit.kind == "word")
        for name in settle(units, find(units)):
            column = COLUMNS.get(name.type)
            if column:
                for unit in units[name.first : name.last]:
                    tagged.setdefault(unit.word.stem, [0, 0, 0])[column - 1] += 1
    with options.counts.open("w", encoding="utf-8") as out:
        for word, counts in tagged.items():
            if seen[word] > 1:
                out.write("\t".join([word, str(seen[word]), *map(str, counts)]) + "\n")
    print(words, "units", round(words / (time.time() - start)), "a second")


if __name__ == "__main__":
    main()
