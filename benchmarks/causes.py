"""A hundred errors on the open news articles, sorted by cause when they were made: how many still stand.

    python benchmarks/causes.py            causes with the errors counted then and those that still stand
    python benchmarks/causes.py --list     the ones that still stand, by place

``training/annotations/errors.json`` holds the errors (article, what was wrong, the cue's offsets, cause), drawn at
random from all errors that the rules made then. What stands says nothing of errors made since: ``evaluate.py`` does.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from answers import Answers, answer
from comparison import Comparison, compare
from corpora import AbsentError, load

ERRORS = Path(__file__).parents[1] / "training" / "annotations" / "errors.json"

Row = dict[str, Any]


def main() -> int:
    """Run the command; 1 where the news texts are not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="list the errors that still stand")
    options = parser.parse_args()
    rows = json.loads(ERRORS.read_text("utf-8"))
    try:
        standing = still_standing(rows, answer(load("open")))
    except AbsentError as error:
        print(f"left out: {error}", file=sys.stderr)
        return 1
    if options.list:
        for row in standing:
            print(f"{row['cause']:22} {row['error']:10} {row['article']} {row['start']}–{row['end']}")
        return 0
    then, now = Counter(row["cause"] for row in rows), Counter(row["cause"] for row in standing)
    print(f"{'cause':24}{'then':>6}{'stand':>7}")
    for cause, count in then.most_common():
        print(f"{cause:24}{count:>6}{now[cause]:>7}")
    print(f"{'all':24}{len(rows):>6}{len(standing):>7}")
    return 0


def still_standing(rows: list[Row], answers: Answers) -> list[Row]:
    """Give the rows whose error an answer still makes."""
    golds = [document.gold for document in answers.corpus.documents]
    comparison = compare(list(zip(golds, answers.found, strict=True)), linked=False)
    made = _made(comparison, [document.name for document in answers.corpus.documents])
    return [row for row in rows if (row["article"], row["error"], row["start"]) in made]


def _made(comparison: Comparison, names: list[str]) -> set[tuple[str, str, int]]:
    """Give every error: article, what is wrong, where the cue begins (of the gold; of the answer where spurious)."""
    made = set()
    for number, document in enumerate(comparison.documents):
        matched = {id(one) for pair in document.attributions for one in pair}
        made |= {(names[number], "missed", a.cue.start) for a in document.gold.attributions if id(a) not in matched}
        spurious = (a for a in document.predicted.attributions if id(a) not in matched)
        made |= {(names[number], "spurious", a.cue.start) for a in spurious}
    for pair in comparison.found:
        wrong = {
            "content": not pair.same_content,
            "source": not pair.same_source,
            "stance": pair.gold.stance != pair.predicted.stance,
            "kind": pair.gold.kind != pair.predicted.kind,
            "anonymity": pair.gold.anonymity != pair.predicted.anonymity,
        }
        made |= {(names[pair.document], what, pair.gold.cue.start) for what, is_wrong in wrong.items() if is_wrong}
    return made


if __name__ == "__main__":
    sys.exit(main())
