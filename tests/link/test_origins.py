"""Independent origins: how many at least, how many at most, and why."""

from __future__ import annotations

import pytest

from asanid.link.link import link
from asanid.model import Claim, Document
from tests.link.invented import article, changed, counts

MEETING = "[سامي درويش] زار <ساريا> سرا والتقى قادة /كتائب السهل/"
AGAIN = "[سامي درويش] التقى قادة /كتائب السهل/ في زيارة سرية إلى <ساريا>"


def meeting(documents: list[Document]) -> Claim:
    _, claims = link(documents)
    return max(claims, key=_size)


def _size(claim: Claim) -> int:
    return len(claim.members)


def two(one: str | None, other: str | None) -> list[Document]:
    return [article("a", [MEETING], origins=[one]), article("b", [AGAIN], origins=[other])]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("صحيفة المرفأ", "صحيفة المرفأ", (1, 1)),
        ("صحيفة المرفأ", "وكالة المرقب", (2, 2)),
        ("صحيفة المرفأ", None, (1, 2)),
        (None, None, (1, 2)),
        ("self", "self", (2, 2)),
        ("self", "صحيفة المرفأ", (2, 2)),
        ("self", None, (1, 2)),
    ],
)
def test_two_documents(one: str | None, other: str | None, expected: tuple[int, int]) -> None:
    assert counts(meeting(two(one, other)).origins) == expected


def test_ten_relays_of_one_newspaper_are_one_origin() -> None:
    documents = [article(f"d{n}", [MEETING if n % 2 else AGAIN], origins=["صحيفة المرفأ"]) for n in range(10)]
    claim = meeting(documents)
    assert len(claim.members) == 10
    assert counts(claim.origins) == (1, 1)
    assert {reason.code for reason in claim.origins.reasons} == {"relayed", "same-origin"}


def test_the_same_words_reported_as_ones_own_twice_are_one_origin() -> None:
    documents = [article(name, [MEETING], origins=["self"]) for name in "ab"]
    assert counts(meeting(documents).origins) == (1, 1)


def test_a_denial_does_not_count() -> None:
    claim = meeting(
        [
            article("a", [MEETING], origins=["صحيفة المرفأ"]),
            article("b", [MEETING], origins=["وكالة المرقب"], stances=["deny"]),
        ]
    )
    assert counts(claim.origins) == (1, 1)
    assert [member.role for member in claim.members] == ["supports", "denies"]
    assert "denial-not-counted" in {reason.code for reason in claim.origins.reasons}


def test_nobody_supports_what_is_only_denied() -> None:
    _, (claim,) = link([article("a", [MEETING], origins=["وكالة المرقب"], stances=["deny"])])
    assert counts(claim.origins) == (0, 0)
    assert claim.origins.keys == ()


def test_what_stands_inside_a_relay_adds_no_origin() -> None:
    document = article("a", [MEETING, AGAIN], origins=["صحيفة المرفأ", "وكالة المرقب"])
    assert counts(meeting([document]).origins) == (2, 2)
    nested = changed(document, 2, parent="a1")
    nested = changed(nested, 2, content=nested.attributions[0].content)
    assert counts(meeting([nested]).origins) == (1, 1)


def test_one_speaker_through_two_outlets_is_one_origin() -> None:
    documents = []
    for document in two("صحيفة المرفأ", "وكالة المرقب"):
        key = next(mention.entity for mention in document.mentions if mention.type == "PERSON")
        documents.append(changed(document, 1, source_entity=key, anonymity="named"))
    claim = meeting(documents)
    assert counts(claim.origins) == (1, 1)
    assert len(claim.origins.keys) == 1


def test_told_without_a_source_widens_the_interval_of_another_document_only() -> None:
    sourced = article("a", [MEETING], origins=["صحيفة المرفأ"])
    told = article("b", ["الطقس سيتحسن في نهاية الأسبوع"], told=[AGAIN])
    claim = meeting([sourced, told])
    assert [member.attribution for member in claim.members] == ["a1", None]
    assert counts(claim.origins) == (1, 2)
    assert "told-without-source" in {reason.code for reason in claim.origins.reasons}
    both = meeting([article("a", [MEETING], origins=["صحيفة المرفأ"], told=[AGAIN])])
    assert None in [member.attribution for member in both.members]
    assert counts(both.origins) == (1, 1)


def test_a_self_origin_names_its_document() -> None:
    claim = meeting([article("a", [MEETING], origins=["self"])])
    assert claim.origins.keys == ("self:a",)
