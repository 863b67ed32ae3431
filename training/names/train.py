"""Train the name tagger and write its weights as tables/names_weights.tsv.

PYTHONPATH=src python training/names/train.py NER_FOLDER GOLD.json … [--folds N --scorer gold.py] [--extra silver.jsonl]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]

import corpora  # noqa: E402
import evaluate  # noqa: E402
import learn  # noqa: E402

from asanid.parse.names import tagger  # noqa: E402

TABLE = ROOT / "src" / "asanid" / "lexicon" / "data" / "tables" / "names_weights.tsv"
FILES = ("anercorp.train.conll", "aqmar.train.conll", "aqmar.dev.conll", "aqmar.test.conll")
GOLD_WEIGHT = 3
Weighted = list[tuple[corpora.Example, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ner", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--extra", type=Path, nargs="*", default=[])
    parser.add_argument("--smallest", type=float, default=3)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    base = [(e, 1) for file in FILES for e in corpora.conll(options.ner / file)]
    for path in options.extra:
        base += [(e, 1) for e in corpora.silver(path)]
    gold = {path: corpora.gold(path) for path in options.gold}
    if options.folds:
        cross_validate(base, gold, options)
        return
    table = fit([*base, *((e, GOLD_WEIGHT) for e in gold.values())], options)
    TABLE.write_text("".join(f"{name}\t{number}\n" for name, number in sorted(table.items())), "utf-8")
    print(len(table), TABLE.stat().st_size)


def cross_validate(base: Weighted, gold: dict[Path, corpora.Example], options: argparse.Namespace) -> None:
    paths = sorted(gold, key=lambda p: p.name[::-1])
    pairs, used = [], []
    for fold in range(options.folds):
        held = paths[fold :: options.folds]
        table = fit([*base, *((gold[p], GOLD_WEIGHT) for p in paths if p not in held)], options)
        use(table)
        for path in held:
            data = json.loads(path.read_text("utf-8"))
            pairs.append((data, evaluate.predict(data)))
            used.append(path)
    for part in ("/gold/", "/open/", ""):
        chosen = [pair for pair, path in zip(pairs, used, strict=True) if part in str(path)]
        if chosen:
            print("==", part)
            evaluate.report(chosen, evaluate.scorer(options.scorer))
    if options.errors:
        for path, pair in zip(used, pairs, strict=True):
            print(path.name, evaluate.errors(*pair), sep="\n")


def fit(examples: Weighted, options: argparse.Namespace) -> dict[str, int]:
    chains = learn.Chains(examples)
    weights, moves = learn.train(chains, options.epochs)
    return learn.table_of(chains, weights, moves, options.smallest)


def use(table: dict[str, int]) -> None:
    """Let the tagger use these weights in this process."""
    tagger._weights = lambda: table
    for cached in (
        tagger.view,
        tagger._pair,
        tagger._after,
        tagger._hinted,
        tagger._moves,
        tagger._among,
        tagger._sure,
    ):
        cached.cache_clear()


if __name__ == "__main__":
    main()
