"""Which column or key of a table is which field of an article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from asanid.read.options import FIELDS


def columns_of(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Find the column of each field: the chosen one, else the first known spelling that is there.

    >>> columns_of(["Media_Name", "publish_date", "Story Text", "title"], {"text": "Story Text"})
    {'outlet': 'Media_Name', 'title': 'title', 'published': 'publish_date', 'text': 'Story Text'}
    """
    present = {_plain(name): name for name in reversed(list(names))}
    found: dict[str, str] = {}
    for field in FIELDS:
        wanted = [chosen[field]] if field in chosen else _spellings()[field]
        column = next((present[_plain(name)] for name in wanted if _plain(name) in present), None)
        if column is not None:
            found[field] = column
    return found


def _plain(name: str) -> str:
    return name.strip().strip("\ufeff").lower().replace(" ", "_").replace("-", "_")


@cache
def _spellings() -> dict[str, list[str]]:
    content = resources.files("asanid.read").joinpath("data/columns.json").read_text("utf-8")
    spellings: dict[str, list[str]] = json.loads(content)
    return spellings
