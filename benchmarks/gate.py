"""The quality gate: no figure on the project's own annotations may fall under its floor.

    python benchmarks/gate.py                              0 if all hold, 1 if not
    python benchmarks/gate.py --update                     raise the floors to the present figures
    python benchmarks/gate.py --update --allow-regression  let floors come down: says why in the commit

The examples are always measured, the other corpora where their texts are; with ``CI=true`` a corpus that is absent is
a failure. Floors and fingerprints of the corpora are in floors.json.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from answers import answer
from corpora import NAMES, AbsentError, Name, load
from floors import Floor, complaints, read_floors, updated, write_floors

FLOORS = Path(__file__).resolve().parent / "floors.json"
ALWAYS: Name = "examples"


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of one corpus."""

    figures: dict[str, float]
    fingerprint: str
    troubles: tuple[str, ...] = ()


Measurer = Callable[[Name], Measured]


def measure(name: Name) -> Measured:
    """Run the program over a corpus; raise ``AbsentError`` where its texts are not there."""
    answers = answer(load(name))
    figures = {measure: figure.value for measure, figure in answers.figures.items()}
    return Measured(figures, answers.corpus.fingerprint, tuple(answers.troubles))


def gate(measurer: Measurer, path: Path = FLOORS, *, update: bool = False, allow_regression: bool = False) -> int:
    """Measure every corpus, tell what does not hold, and update the floors if asked; gives the exit code."""
    old = read_floors(path)
    new = dict(old)
    wrong: list[str] = []
    for name in NAMES:
        try:
            measured = measurer(name)
        except AbsentError as error:
            wrong += _absent(name, error)
            continue
        new[name] = updated(measured.figures, measured.fingerprint, old.get(name), allow_regression=allow_regression)
        wrong += [f"{name}: failed on {trouble}" for trouble in measured.troubles]
        wrong += complaints(name, measured.figures, measured.fingerprint, new[name] if update else old.get(name))
        print(f"{name}: {len(measured.figures)} figures")
    for line in wrong:
        print(f"GATE {line}", file=sys.stderr)
    if update and not wrong:
        write_floors(path, new)
        for line in _changes(old, new):
            print(line)
    elif update:
        print("nothing written; --allow-regression lets floors come down", file=sys.stderr)
    return 1 if wrong else 0


def _absent(name: Name, error: AbsentError) -> list[str]:
    """Tell that a corpus is missing; give it as a failure where it has to be there."""
    if name == ALWAYS or os.environ.get("CI") == "true":
        return [f"{name}: {error}"]
    print(f"{name}: NOT MEASURED: {error}")
    return []


def _changes(old: dict[str, Floor], new: dict[str, Floor]) -> Iterator[str]:
    for name, floor in new.items():
        before = old.get(name)
        if before and before.fingerprint != floor.fingerprint:
            yield f"{name}: fingerprint {before.fingerprint[:12]} → {floor.fingerprint[:12]}"
        for measure, least in floor.floors.items():
            was = before.floors.get(measure) if before else None
            if was != least:
                yield f"{name}: {measure} {'–' if was is None else f'{was:.4f}'} → {least:.4f}"


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="raise the floors to the present figures")
    parser.add_argument("--allow-regression", action="store_true", help="with --update: let floors come down")
    options = parser.parse_args()
    return gate(measure, update=options.update, allow_regression=options.allow_regression)


if __name__ == "__main__":
    sys.exit(main())
