"""Measure the program against the annotated corpora and print one table.

    python benchmarks/evaluate.py                              all corpora, all measures
    python benchmarks/evaluate.py --only mentions,dates        some layers
    python benchmarks/evaluate.py --corpora examples,seeds     some corpora
    python benchmarks/evaluate.py --errors open --only dates   the errors one by one (never of the locked corpus)
    python benchmarks/evaluate.py --json                       every figure with its counts

A cell is the figure with precision/recall or, for a share, the number it is taken of. The last column is the gap
between the two halves of the news draw: ``open``, which rules were developed on, and ``locked``, which they were not.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence

from answers import Answers, answer
from corpora import NAMES, AbsentError, Name, load
from figures import Figure, Share, as_row
from mistakes import LAYERS, mistakes
from scoring import MEASURE_NAMES

LARGE_GAP = 0.12
"""From here on a gap says that rules fit the texts they were made on."""


def main() -> int:
    """Run the command; 1 where an article could not be analysed or no corpus is there."""
    options = _arguments()
    if options.errors:
        return _print_errors(options.errors, options.only)
    answers = list(_answers(options.corpora))
    tables = {one.corpus.name: _chosen(one.figures, options.only) for one in answers}
    if options.json:
        rows = {name: {measure: as_row(figure) for measure, figure in table.items()} for name, table in tables.items()}
        print(json.dumps(rows, indent=1))
    else:
        for line in table_lines(tables):
            print(line)
    for one in answers:
        for line in one.troubles:
            print(f"FAILED {one.corpus.name}: {line}", file=sys.stderr)
    return 1 if not answers or any(one.failed for one in answers) else 0


def table_lines(tables: dict[Name, dict[str, Figure]]) -> Iterable[str]:
    """Lay figures out, a measure a line; measures that no corpus has are left out."""
    yield f"{'':36}" + "".join(f"{name:>22}" for name in tables) + f"{'open − locked':>16}"
    for layer, measures in MEASURE_NAMES.items():
        if any(measure in table for measure in measures for table in tables.values()):
            yield layer
        for measure in measures:
            cells = [_cell(table.get(measure)) for table in tables.values()]
            if any(cell != "–" for cell in cells):
                yield f"  {measure:34}" + "".join(f"{cell:>22}" for cell in cells) + f"{_gap(tables, measure):>16}"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    if isinstance(figure, Share):
        return f"{figure.value:.3f}  of {figure.total:5}"
    return f"{figure.value:.3f} {figure.precision:.3f}/{figure.recall:.3f}"


def _gap(tables: dict[Name, dict[str, Figure]], measure: str) -> str:
    seen, unseen = (tables.get(name, {}).get(measure) for name in ("open", "locked"))
    if seen is None or unseen is None:
        return ""
    gap = seen.value - unseen.value
    return f"{gap:+.3f}" + (" LARGE" if gap > LARGE_GAP else "")


def _answers(names: Sequence[Name]) -> Iterable[Answers]:
    for name in names:
        try:
            yield answer(load(name))
        except AbsentError as error:
            print(f"left out: {name}: {error}", file=sys.stderr)


def _chosen(figures: dict[str, Figure], layers: Sequence[str]) -> dict[str, Figure]:
    wanted = {measure for layer in layers for measure in MEASURE_NAMES[layer]}
    return {measure: figure for measure, figure in figures.items() if measure in wanted}


def _print_errors(name: Name, layers: Sequence[str]) -> int:
    answers = answer(load(name))
    count = 0
    for line in mistakes(answers, [layer for layer in layers if layer in LAYERS and layer in answers.corpus.layers]):
        print(line)
        count += 1
    for line in answers.troubles:
        print(f"FAILED {line}", file=sys.stderr)
    print(f"{count} errors in {name}", file=sys.stderr)
    return 1 if answers.failed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--only", type=_layers, default=list(MEASURE_NAMES), metavar="LAYER,…", help=", ".join(MEASURE_NAMES)
    )
    parser.add_argument("--corpora", type=_names, default=list(NAMES), metavar="NAME,…", help=", ".join(NAMES))
    parser.add_argument("--errors", choices=[name for name in NAMES if name != "locked"], help="list errors")
    parser.add_argument("--json", action="store_true", help="print every figure with its counts")
    return parser.parse_args()


def _layers(value: str) -> list[str]:
    return _listed(value, MEASURE_NAMES)


def _names(value: str) -> list[str]:
    return _listed(value, NAMES)


def _listed(value: str, known: Iterable[str]) -> list[str]:
    names = value.split(",")
    if unknown := set(names) - set(known):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))} (known: {', '.join(known)})")
    return names


if __name__ == "__main__":
    sys.exit(main())
