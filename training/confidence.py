"""Count how often each kind of attribution is right, and write it as the lexicon's section ``confidence``.

``python training/confidence.py`` reads the parts ``train`` and ``dev`` of the annotated news (never the locked
articles, and not those that the rules were made on, where they are right more often than elsewhere) and writes
``src/asanid/lexicon/data/confidence.yaml``. Run it after a change of the rules, then
``make lexicon``.
``--check`` prints the expected calibration error of the counts on the locked articles instead.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

import corpora  # noqa: E402  # lies beside the other benchmarks
from annotation import of_document  # noqa: E402
from comparison import compare  # noqa: E402

from asanid.extract.confidence import ALL, kind_of  # noqa: E402
from asanid.pipeline import analyse  # noqa: E402

TARGET = ROOT / "src" / "asanid" / "lexicon" / "data" / "confidence.yaml"
HEAD = "# How often each kind of attribution was right on annotated articles; written by training/confidence.py.\n"


def judged(name: corpora.Name) -> list[tuple[str, float, bool]]:
    """Give kind, present confidence and rightness of every attribution the program finds in a corpus."""
    rows = []
    for document in corpora.load(name).documents:
        answer = analyse(document.article)
        comparison = compare([(document.gold, of_document(answer))], linked=False)
        right = {f.predicted.id for f in comparison.found if f.same_content and comparison.right_entity(f)}
        for said in answer.attributions:
            kind = kind_of(said.rule, named_there=said.source is not None, nested=said.parent is not None)
            rows.append((kind, said.confidence, said.id in right))
    return rows


def write() -> None:
    """Count on the second draw of news and write the section."""
    rows = [*judged("train"), *judged("dev")]
    right, of = Counter(kind for kind, _, ok in rows if ok), Counter(kind for kind, _, _ in rows)
    lines = [f"- {{id: {ALL}, right: {right.total()}, of: {of.total()}}}"]
    lines += [f"- {{id: {kind}, right: {right[kind]}, of: {of[kind]}}}" for kind in sorted(of)]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(of)} kinds, {right.total()} of {of.total()} right")


def check() -> None:
    """Print the expected calibration error on the locked articles, in five bins of confidence."""
    rows = judged("locked")
    bins: dict[int, list[tuple[float, bool]]] = {}
    for _, confidence, ok in rows:
        bins.setdefault(min(int(confidence * 5), 4), []).append((confidence, ok))
    error = 0.0
    for number in sorted(bins):
        said = sum(c for c, _ in bins[number]) / len(bins[number])
        was = sum(ok for _, ok in bins[number]) / len(bins[number])
        error += abs(said - was) * len(bins[number]) / len(rows)
        print(f"{number / 5:.1f}–{(number + 1) / 5:.1f}  {len(bins[number]):4}  said {said:.3f}  right {was:.3f}")
    print(f"expected calibration error {error:.3f} over {len(rows)} attributions")


if __name__ == "__main__":
    check() if "--check" in sys.argv else write()
