"""Linking, whole: documents get shared keys for what they name, and their claims are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from asanid.link.claims import gather, members
from asanid.link.identities import share_entities
from asanid.link.origins import count_origins
from asanid.link.statements import Page
from asanid.model import Claim, Document, Member, WordingFrom

_UNDATED = "9999"
_FULL = 0.8
"""A wording is full that has this part of the length of the longest; of the full ones the earliest is taken."""


def link(documents: Sequence[Document]) -> tuple[tuple[Document, ...], tuple[Claim, ...]]:
    """Give the documents with entity keys shared among them, and the claims that they make.

    Every attribution with a content is in at least one claim. A document that comes twice counts once.
    """
    shared = tuple(share_entities(documents))
    by_id: dict[str, Document] = {}
    for document in shared:
        by_id.setdefault(document.id, document)
    pages = {id_: Page(place, document) for place, (id_, document) in enumerate(by_id.items())}
    in_order = list(pages.values())
    found = [(_place(those[0], pages), those) for those in (members(each, in_order) for each in gather(in_order))]
    claims = [those for _, those in sorted(found, key=_first_place)]
    return shared, tuple(_claim(f"k{number}", those, pages) for number, those in enumerate(claims, 1))


def _claim(id_: str, those: Sequence[Member], pages: Mapping[str, Page]) -> Claim:
    moments = [(pages[member.document].document.published or _UNDATED, member) for member in those]
    first = min(moments, key=_when)[1]
    said = _fullest([(when, m) for when, m in moments if m.content])
    text = pages[said.document].document.text
    return Claim(
        id=id_,
        wording=" … ".join(text[span.start : span.end] for span in said.content),
        wording_from=WordingFrom(said.document, said.attribution),
        members=tuple(those),
        origins=count_origins(those, pages),
        first=WordingFrom(first.document, first.attribution),
    )


def _fullest(moments: Sequence[tuple[str, Member]]) -> Member:
    """The earliest of the fullest supporting members that were said by somebody; where nobody supports it, of all."""
    supporting = [(when, m) for when, m in moments if m.role == "supports" and m.attribution]
    among = supporting or moments
    longest = max(_length(member) for _, member in among)
    return min(((when, m) for when, m in among if _length(m) >= _FULL * longest), key=_when)[1]


def _length(member: Member) -> int:
    return sum(span.end - span.start for span in member.content)


def _when(moment: tuple[str, Member]) -> tuple[str, str, int]:
    when, member = moment
    return when[:10], member.document, member.content[0].start if member.content else 0


def _place(member: Member, pages: Mapping[str, Page]) -> tuple[int, int, str]:
    return pages[member.document].place, member.content[0].start if member.content else 0, member.attribution or ""


def _first_place(found: tuple[tuple[int, int, str], list[Member]]) -> tuple[int, int, str]:
    return found[0]
