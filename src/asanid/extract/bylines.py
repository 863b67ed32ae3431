"""Bylines: the agency a text is credited to: «واشنطن (رويترز) –», «(أ ف ب)» at its end, a line «المصدر: رويترز»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from asanid.extract.grammar import words
from asanid.extract.nouns import outlet_kind
from asanid.extract.scene import Stage
from asanid.lexicon import section
from asanid.lexicon.schema.names import Outlet
from asanid.model import Block, Mention
from asanid.parse.fold import fold_key

_DATELINE = 60
"""Letters at the start of the body in which a dateline ends."""
_BEHIND = 3
"""Letters behind the agency that may close a text: a bracket and a full stop."""


def credited_agency(stage: Stage) -> Mention | None:
    """Give the one agency that a text credits, unless it is the outlet itself.

    A text of an unknown outlet may be the agency's own: there only what stands at its end counts.
    """
    article = stage.parsed.article
    known = article.outlet is not None
    found: dict[str, Mention] = {}
    for name, closes in _credits(stage):
        written = article.text[name.start : name.end]
        if (
            name.entity
            and (known or closes)
            and outlet_kind(written) == "agency"
            and not _is_own(written, article.outlet)
        ):
            found.setdefault(name.entity, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _credits(stage: Stage) -> Iterator[tuple[Mention, bool]]:
    """The publications in bylines, the dateline and a bracket at the end, each with whether it stands at the end."""
    blocks = [block for block in stage.parsed.blocks if block.kind != "furniture"]
    body = [block for block in blocks if block.kind == "body"]
    if not body:
        return
    for block in blocks:
        if block.kind == "byline":
            yield from ((name, block.start > body[-1].start) for name in _media_in(stage, block.start, block.end))
    for name in _media_in(stage, body[0].start, body[0].start + _DATELINE):
        if _heads(stage, name, body[0]):
            yield name, False
    for name in _media_in(stage, body[-1].start, body[-1].end):
        if body[-1].end - name.end <= _BEHIND and stage.parsed.article.text[: name.start].rstrip()[-1:] == "(":
            yield name, True


def _heads(stage: Stage, name: Mention, block: Block) -> bool:
    """Whether a name ends the dateline: «واشنطن (رويترز) –», «رويترز –»."""
    text = stage.parsed.article.text
    behind = text[name.end : block.end].lstrip(" )\u00a0")[:1]
    return behind in words("dash") and not any(mark in text[block.start : name.start] for mark in ".:»")


def _media_in(stage: Stage, start: int, end: int) -> list[Mention]:
    return [name for name in stage.parsed.mentions if name.type == "MEDIA" and start <= name.start < end]


def _is_own(written: str, outlet: str | None) -> bool:
    if outlet is None:
        return False
    own, named = fold_key(outlet), fold_key(written)
    ids = _ids()
    return named in own or (named in ids and ids[named] in {ids.get(own), outlet.casefold()})


@cache
def _ids() -> dict[str, str]:
    return {fold_key(form): outlet.id for outlet in section("outlets", Outlet) for form in outlet.forms}
