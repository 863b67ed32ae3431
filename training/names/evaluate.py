"""Score name finding against annotated articles, by type, and list the errors.

PYTHONPATH=src python training/names/evaluate.py SCORER.py GOLD.json … [--errors]
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from asanid.model import Block, Mention
from asanid.parse.fold import fold
from asanid.parse.names import find_names
from asanid.parse.tokens import tokenize

TYPES = ("PERSON", "MEDIA", "ORG", "GROUP", "PLACE", "WORK")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    pairs = [(gold, predict(gold)) for gold in (json.loads(path.read_text("utf-8")) for path in options.gold)]
    report(pairs, scorer(options.scorer))
    if options.errors:
        for path, (gold, prediction) in zip(options.gold, pairs, strict=True):
            print(path.name, errors(gold, prediction), sep="\n")


def predict(gold: dict) -> list[Mention]:
    text = gold["text"]
    blocks = [Block(b["start"], b["end"], b["kind"]) for b in gold["blocks"]]
    return list(find_names(tokenize(fold(text)), text, blocks, (), ()))


def report(pairs: Sequence[tuple[dict, list[Mention]]], score: Callable) -> None:
    right, told, wanted = Counter(), Counter(), Counter()
    for gold, prediction in pairs:
        true = {(m["start"], m["end"], m["type"]) for m in gold["mentions"]}
        mine = {(m.start, m.end, m.type) for m in prediction}
        right.update(kind for *_, kind in true & mine)
        told.update(kind for *_, kind in mine)
        wanted.update(kind for *_, kind in true)
    for kind in (*TYPES, None):
        r, t, w = (sum(c.values()) if kind is None else c[kind] for c in (right, told, wanted))
        print(
            f"{kind or 'all':7} P {r / max(t, 1):.3f} R {r / max(w, 1):.3f} F {2 * r / max(t + w, 1):.3f}  {r}/{t}/{w}"
        )
    print("mention_exact", score([(gold, as_prediction(gold, found)) for gold, found in pairs])["mention_exact"])


def as_prediction(gold: dict, found: Sequence[Mention]) -> dict:
    mentions = [{"start": m.start, "end": m.end, "type": m.type, "entity": m.entity} for m in found]
    return {**gold, "attributions": [], "contacts": [], "mentions": mentions}


def errors(gold: dict, prediction: Sequence[Mention]) -> str:
    text = gold["text"]
    true = {(m["start"], m["end"], m["type"]) for m in gold["mentions"]}
    mine = {(m.start, m.end, m.type) for m in prediction}
    rows = [
        (s, f"  {sign} {kind:6} {text[max(0, s - 25) : s]}⟦{text[s:e]}⟧{text[e : e + 20]}".replace("\n", "⏎"))
        for sign, spans in (("-", true - mine), ("+", mine - true))
        for s, e, kind in spans
    ]
    return "\n".join(row for _, row in sorted(rows))


def scorer(path: Path) -> Callable:
    source = path.read_text("utf-8").replace("\nmain(sys.argv)", "\n")
    names: dict = {}
    exec(compile(source, str(path), "exec"), names)  # the scorer is a script
    return names["score"]


if __name__ == "__main__":
    main()
