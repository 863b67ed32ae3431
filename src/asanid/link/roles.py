"""Which part an attribution has in a claim: it supports it, denies it or declines to speak of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from asanid.link.words import is_claim_word
from asanid.model import Attribution, Role, Token

_OPPOSITE: dict[Role, Role] = {"supports": "denies", "denies": "supports", "declines": "declines"}


def own_role(attribution: Attribution, by_id: Mapping[str, Attribution]) -> Role:
    """The part that an attribution has in the claim that its content states.

    Who denies something that is told («نفى أن…») denies it; who contradicts by saying something else is taken to deny
    whatever that is about. What somebody is only said to know or not to know is declined all the way down.
    """
    at: Attribution | None = attribution
    seen: set[str] = set()
    while at is not None and at.id not in seen:
        seen.add(at.id)
        if at.stance in ("decline", "question"):
            return "declines"
        at = by_id.get(at.parent or "")
    return "denies" if attribution.stance == "deny" else "supports"


def turned(role: Role) -> Role:
    """The part that this one has in the opposite claim."""
    return _OPPOSITE[role]


def answer_role(attribution: Attribution, target_role: Role) -> Role:
    """The part that a reply has in the claim of what it replies to, the part of that one given."""
    if attribution.stance == "decline":
        return "declines"
    return turned(target_role) if attribution.stance == "deny" else target_role


def states_nothing(tokens: Iterable[Token]) -> bool:
    """Whether what is declined is only the answer («التعليق على…»), and so states no claim."""
    for token in tokens:
        if token.kind == "word" and not is_claim_word(token.stem, "stop"):
            return is_claim_word(token.stem, "comment")
    return True
