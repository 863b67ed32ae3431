"""The claims of one article taken by itself: each statement with those that deny it or decline to speak of it."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.model import Attribution, Claim, Document, Member, Origins, Reason, Role, WordingFrom

_ROLES: dict[str, Role] = {"deny": "denies", "decline": "declines"}


def claims_within(document: Document) -> tuple[Claim, ...]:
    """Give a claim for every statement of a document that answers no other one, with its answers as members.

    The tellings of one statement at several places of the article are not joined.
    """
    answers: dict[str, list[Attribution]] = {}
    for said in document.attributions:
        for target in said.target:
            answers.setdefault(target, []).append(said)
    statements = [said for said in document.attributions if not said.target and said.content]
    return tuple(_claim(document, said, answers.get(said.id, [])) for said in statements)


def _claim(document: Document, said: Attribution, answers: Sequence[Attribution]) -> Claim:
    supports = [said, *(a for a in answers if a.stance not in _ROLES)] if said.stance not in _ROLES else []
    here = WordingFrom(document.id, said.id)
    return Claim(
        id=f"{document.id}.{said.id}",
        wording=" … ".join(document.text[span.start : span.end] for span in said.content),
        wording_from=here,
        members=tuple(Member(document.id, a.id, _ROLES.get(a.stance, "supports"), a.content) for a in (said, *answers)),
        origins=_origins(document, supports),
        first=here,
    )


def _origins(document: Document, supports: Sequence[Attribution]) -> Origins:
    """Count different origins: those that are not known may all be one of the known, or each another one."""
    known = {a.origin if a.origin != "self" else "" for a in supports if a.origin is not None}
    unknown = [a for a in supports if a.origin is None]
    reasons = [Reason("origin-unknown", document.id, a.id) for a in unknown]
    reasons += [Reason("self", document.id, a.id) for a in supports if a.origin == "self"]
    reasons += [Reason("named-origin", document.id, a.id) for a in supports if a.origin not in (None, "self")]
    low = max(len(known), 1 if unknown else 0)
    return Origins(low, len(known) + len(unknown), tuple(sorted(filter(None, known))), tuple(reasons))
