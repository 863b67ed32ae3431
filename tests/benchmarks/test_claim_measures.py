"""Claims put together rightly and wrongly, on the invented text told twice."""

import pytest
from annotation import FoundClaim, GoldClaim, Interval, Member
from claim_measures import score_claims
from figures import F1, Share
from invented import GOLD

MET = GoldClaim(
    "met",
    (Member("one", "a2", "supports"), Member("one", "a4", "denies"), Member("two", "a3", "supports")),
    ("marsa",),
)
NOTHING = GoldClaim("nothing", (Member("one", "a5", "supports"), Member("two", "a5", "supports")))


def told(claim, low=1, high=1, **roles):
    members = tuple(Member(f"id {m.document}", m.attribution, roles.get(m.attribution, m.role)) for m in claim.members)
    return FoundClaim(members, Interval(low, high))


def figures(*found):
    documents = {"one": (GOLD, GOLD), "two": (GOLD, GOLD)}
    return score_claims([MET, NOTHING], found, documents, {name: f"id {name}" for name in documents})


def test_perfect():
    got = {name: figure.value for name, figure in figures(told(MET), told(NOTHING)).items()}
    assert got.pop("false_corroboration") == 0.0
    assert set(got.values()) == {1.0}


def test_empty():
    assert {figure.value for figure in figures().values()} == {0.0}


def test_all_in_one_claim():
    lumped = FoundClaim(told(MET).members + told(NOTHING).members, Interval(1, 1))
    got = figures(lumped)
    assert got["claims_pairwise"] == F1(hits=4, predicted=10, gold=4)
    assert got["claims_cross_document"] == F1(hits=3, predicted=6, gold=3)


def test_members_that_match_nothing_fall_away():
    stray = FoundClaim((*told(MET).members, Member("id one", "a99", "supports"), Member("id one", None, "supports")))
    assert figures(stray)["claims_pairwise"] == F1(hits=3, predicted=3, gold=4)


def test_roles():
    assert figures(told(MET, a4="supports"), told(NOTHING))["claim_role_accuracy"] == Share(4, 5)


@pytest.mark.parametrize(
    ("low", "high", "exact", "false"), [(1, 1, 1, 0), (1, 2, 0, 0), (2, 2, 0, 1), (0, 1, 0, 0), (None, None, 0, 0)]
)
def test_origins(low, high, exact, false):
    got = figures(told(MET, low, high))
    assert got["origin_count_exact"] == Share(exact, 1)
    assert got["false_corroboration"] == Share(false, 1)
