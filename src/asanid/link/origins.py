"""How many independent origins a claim has: at least, at most, and why.

Ten outlets that relay one newspaper have one origin. Only what the texts settle counts for the lower end; when in
doubt two origins are taken as one there, for a number too high is the mistake that matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from asanid.link.groups import Groups
from asanid.link.statements import Page
from asanid.model import Attribution, Member, Origins, Reason

_TELLING, _NEARLY, _COMPARED = 4, 0.8, 50
_ABOVE = ("title", "kicker", "summary", "heading")


@dataclass(slots=True)
class _Tally:
    """What was counted so far: certain origins, those taken as one, and what could be independent."""

    certain: dict[str, Member] = field(default_factory=dict)
    same: Groups[str] = field(default_factory=Groups)
    told: list[tuple[str, str, str, frozenset[str]]] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    unsettled: bool = False
    possible: int = 0


def count_origins(members: Sequence[Member], pages: Mapping[str, Page]) -> Origins:
    """Count the independent origins of the members that support a claim; ``pages`` are the documents by their ids."""
    by_document: dict[str, list[Member]] = {}
    for member in members:
        by_document.setdefault(member.document, []).append(member)
    tally = _Tally()
    for document, own in by_document.items():
        _count_document(own, pages[document], tally)
    groups: dict[str, str] = {}
    for key in sorted(tally.certain):
        groups.setdefault(tally.same.root(key), key)
    low = max(len(groups), 1 if tally.unsettled else 0)
    high = max(low, len(groups) + tally.possible)
    return Origins(low, high, tuple(sorted(groups.values())), tuple(tally.reasons))


def _count_document(members: Sequence[Member], page: Page, tally: _Tally) -> None:
    """Count what one document adds.

    What could be independent is nothing where the document names an origin for this claim; else one for each source
    told apart there, or one where it names no source at all.
    """
    supporting = {member.attribution for member in members if member.role == "supports"}
    body = any(_key(member, page) is not None and not _stands_above(member, page) for member in members)
    sources: set[str] = set()
    settled = unsettled = False
    for member in members:
        attribution = page.attributions.get(member.attribution or "")
        key = _key(member, page)
        if member.role != "supports":
            _tell(tally, ("denial-not-counted",) if member.role == "denies" else (), member)
        elif attribution is not None and _is_relayed(attribution, page, supporting):
            _tell(tally, ("relayed",), member)
        elif key is None:
            _tell(tally, ("origin-unknown" if attribution else "told-without-source",), member)
            sources.update([attribution.source_entity or attribution.id] if attribution else ())
            unsettled = True
        elif body and _stands_above(member, page):
            _tell(tally, ("same-origin",), member)
        else:
            _tell(tally, (_code(key, attribution, tally),), member)
            tally.certain.setdefault(key, member)
            _join_copies(member, key, page, tally)
            _join_speaker(attribution, key, tally)
            settled = True
    tally.unsettled |= unsettled
    if unsettled and not settled:
        tally.possible += max(1, len(sources))


def _tell(tally: _Tally, codes: Sequence[str], member: Member) -> None:
    tally.reasons.extend(Reason(code, member.document, member.attribution) for code in codes)


def _key(member: Member, page: Page) -> str | None:
    """The key of the origin of a supporting member, if the text settles it."""
    attribution = page.attributions.get(member.attribution or "")
    if member.role != "supports" or attribution is None or attribution.origin is None:
        return None
    return f"self:{member.document}" if attribution.origin == "self" else attribution.origin


def _is_relayed(attribution: Attribution, page: Page, supporting: set[str | None]) -> bool:
    """Whether the claim is known from this source only through another member of it that stands round it."""
    return any(a.id in supporting and a.origin is not None for a in _round(attribution, page))


def _round(attribution: Attribution, page: Page) -> Iterator[Attribution]:
    seen = {attribution.id}
    while (parent := page.attributions.get(attribution.parent or "")) and parent.id not in seen:
        seen.add(parent.id)
        attribution = parent
        yield attribution


def _stands_above(member: Member, page: Page) -> bool:
    """Whether a member stands above the text (title, summary, heading): it repeats what the body tells."""
    attribution = page.attributions.get(member.attribution or "")
    start = attribution.cue.start if attribution is not None else member.content[0].start
    return any(block.start <= start < block.end and block.kind in _ABOVE for block in page.document.blocks)


def _code(key: str, attribution: Attribution | None, tally: _Tally) -> str:
    if key in tally.certain:
        return "same-origin"
    if key.startswith("self:"):
        return "self"
    return "named-origin" if attribution is not None and attribution.source_entity == key else "relayed"


def _join_speaker(attribution: Attribution | None, key: str, tally: _Tally) -> None:
    """Take as one what somebody made public and what a publication has from the same somebody."""
    if attribution is not None and attribution.anonymity == "named" and attribution.source_entity not in (None, key):
        tally.same.join(key, str(attribution.source_entity))


def _join_copies(member: Member, key: str, page: Page, tally: _Tally) -> None:
    """Take as one what two documents tell in nearly the same words: one copies the other, or both copy a third.

    Two sources of one document may well say the same, and are left apart.
    """
    if not member.content:
        return
    statement = page.statement(member.content)
    for other, document, text, terms in tally.told[-_COMPARED:]:
        together = len(terms | statement.terms.keys())
        close = len(terms) >= _TELLING and len(terms & statement.terms.keys()) >= _NEARLY * together
        if document != member.document and (close or text == statement.text):
            tally.same.join(other, key)
    tally.told.append((key, member.document, statement.text, frozenset(statement.terms)))
