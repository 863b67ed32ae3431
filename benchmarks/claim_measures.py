"""Measures of claims: what several documents tell, put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from annotation import Annotation, FoundClaim, GoldClaim
from figures import F1, Figure, Share
from matching import match

from asanid.model import Role

Telling = tuple[str, str]
"""An attribution among several documents: the name of the document, its gold id."""
Roles = Mapping[Telling, Role | None]


def score_claims(
    gold: Sequence[GoldClaim],
    found: Sequence[FoundClaim],
    documents: Mapping[str, tuple[Annotation, Annotation]],
    ids: Mapping[str, str],
) -> dict[str, Figure]:
    """Score claims over the attributions that were found.

    ``documents`` are (gold, answer) by name, ``ids`` the answer's document id by name. Tellings without a source are
    not compared. The claim of the answer that is held against a gold one is that with the most members in common.

    - ``claims_pairwise``: pairs of tellings that belong to one claim;
    - ``claims_cross_document``: those of two documents;
    - ``claim_role_accuracy``: members common to a gold claim and its answer that have the right role;
    - ``origin_count_exact``: claims with annotated origins whose interval is just their number;
    - ``false_corroboration``: those whose interval begins above it (less is better).
    """
    wanted = [{(m.document, m.attribution): m.role for m in claim.members if m.attribution} for claim in gold]
    given = _translated(found, documents, ids)
    pairs, answered = _together(wanted), _together(given)
    across, answered_across = _across(pairs), _across(answered)
    best = [(claim, roles, _closest(roles, given)) for claim, roles in zip(gold, wanted, strict=True)]
    held = [(claim, roles, given[place], found[place].origins) for claim, roles, place in best if place is not None]
    shared = [(roles[key], other[key]) for _, roles, other, _ in held for key in roles.keys() & other.keys()]
    counted = [(len(claim.origins), origins) for claim, *_, origins in held if claim.origins is not None]
    return {
        "claims_pairwise": F1(len(pairs & answered), len(answered), len(pairs)),
        "claims_cross_document": F1(len(across & answered_across), len(answered_across), len(across)),
        "claim_role_accuracy": Share(
            sum(role == other for role, other in shared if role), sum(bool(r) for r, _ in shared)
        ),
        "origin_count_exact": Share(sum(o.low == o.high == number for number, o in counted), len(counted)),
        "false_corroboration": Share(sum((o.low or 0) > number for number, o in counted), len(counted)),
    }


def _translated(
    found: Iterable[FoundClaim], documents: Mapping[str, tuple[Annotation, Annotation]], ids: Mapping[str, str]
) -> list[Roles]:
    """Give the members of found claims their gold names; members that match no gold attribution fall away."""
    names: dict[Telling, Telling] = {}
    for name, (gold, answer) in documents.items():
        for one, other in match(gold, answer).attributions:
            names[ids[name], other.id] = (name, one.id)
    return [
        {names[key]: m.role for m in claim.members if (key := (m.document, m.attribution or "")) in names}
        for claim in found
    ]


def _closest(roles: Roles, given: Sequence[Roles]) -> int | None:
    """Give the place of the answer with the most members in common, the first of equals; none without any."""
    common = [len(roles.keys() & other.keys()) for other in given]
    most = max(common, default=0)
    return common.index(most) if most else None


def _together(claims: Iterable[Roles]) -> set[tuple[Telling, Telling]]:
    return {pair for roles in claims for pair in combinations(sorted(roles), 2)}


def _across(pairs: set[tuple[Telling, Telling]]) -> set[tuple[Telling, Telling]]:
    return {(one, other) for one, other in pairs if one[0] != other[0]}
