"""The floors that figures must not fall under, and the file that keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

SLACK = 0.005
"""A raised floor stays this much under the figure, so that a change of one span does not stop every other change."""


class Floor(msgspec.Struct, frozen=True):
    """What is asked on one corpus; ``fingerprint`` pins its gold and its texts."""

    fingerprint: str
    floors: dict[str, float]


Floors = dict[str, Floor]


def read_floors(path: Path) -> Floors:
    """Read a floors file; none is there before the first update."""
    return msgspec.json.decode(path.read_bytes(), type=Floors) if path.exists() else {}


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write a floors file, in an order that makes small differences."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(dict(floors)), indent=1) + b"\n")


def complaints(corpus: str, figures: Mapping[str, float], fingerprint: str, floor: Floor | None) -> list[str]:
    """Tell what is wrong with the figures of a corpus; nothing where they hold."""
    if floor is None:
        return [f"{corpus}: there are no floors; --update sets them"]
    found = []
    if floor.fingerprint != fingerprint:
        found.append(f"{corpus}: gold or texts are not those the floors were set on; --update accepts them")
    found += [f"{corpus}: {name} is no longer measured" for name in floor.floors if name not in figures]
    found += [f"{corpus}: {name} has no floor; --update sets it" for name in figures if name not in floor.floors]
    found += [
        f"{corpus}: {name} is {figures[name]:.4f}, its floor is {least:.4f}"
        for name, least in floor.floors.items()
        if name in figures and figures[name] < least
    ]
    return found


def updated(figures: Mapping[str, float], fingerprint: str, floor: Floor | None, *, allow_regression: bool) -> Floor:
    """Give the floors raised to the figures less the slack.

    A figure under its floor, or gone, keeps the floor unless ``allow_regression``: then the floor comes down.
    """
    old = floor.floors if floor else {}
    new = {} if allow_regression else dict(old)
    for name, figure in figures.items():
        raised = max(0.0, round(figure - SLACK, 4))
        before = old.get(name, 0.0)
        fell = figure < before and allow_regression
        new[name] = raised if fell else max(raised, before)
    return Floor(fingerprint, dict(sorted(new.items())))
