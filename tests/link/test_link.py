"""Claims of several articles: members, roles, wording, and what must hold whatever is linked."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from asanid.link.link import link
from asanid.model import Claim, Document
from tests.link.invented import article, changed

SALE = "[وائل سمارة] يتفاوض مع /كتائب السهل/ لبيع طائرات مسيرة"
SALE_AGAIN = "[وائل سمارة] يجري مفاوضات مع /كتائب السهل/ لبيعها طائرات مسيرة"
NO_SALE = "[وائل سمارة] لا يتفاوض مع /كتائب السهل/ لبيع طائرات مسيرة"
DAM = "{هيئة المياه} أجلت افتتاح سد الوادي"
STRIKE = "{اتحاد الصيادين} يضرب عن العمل في <مرفأ تالا>"


def roles(claim: Claim) -> dict[tuple[str, str | None], str]:
    return {(member.document, member.attribution): member.role for member in claim.members}


def test_two_tellings_are_one_claim_and_the_rest_are_their_own() -> None:
    _, claims = link([article("a", [SALE, DAM]), article("b", [STRIKE, SALE_AGAIN])])
    assert sorted(sorted(roles(claim)) for claim in claims) == [
        [("a", "a1"), ("b", "a2")],
        [("a", "a2")],
        [("b", "a1")],
    ]


def test_the_opposite_is_a_denial() -> None:
    _, (claim,) = link([article("a", [SALE]), article("b", [SALE_AGAIN]), article("c", [NO_SALE])])
    assert roles(claim) == {("a", "a1"): "supports", ("b", "a1"): "supports", ("c", "a1"): "denies"}


def test_who_denies_what_is_told_denies_it_and_who_takes_no_position_declines() -> None:
    stances = ["assert", "deny", "decline", "confirm", "believe"]
    _, (claim,) = link([article("a", [SALE] * 5, stances=stances)])
    assert list(roles(claim).values()) == ["supports", "denies", "declines", "supports", "supports"]


def test_a_denial_of_a_report_joins_the_claim_of_its_target() -> None:
    document = article("a", [SALE, "هذه الأنباء ملفقة", DAM], stances=["assert", "deny", "assert"])
    _, claims = link([changed(document, 2, target=("a1",))])
    assert [roles(claim) for claim in claims] == [
        {("a", "a1"): "supports", ("a", "a2"): "denies"},
        {("a", "a3"): "supports"},
    ]


def test_a_confirmation_without_a_content_joins_the_claim_of_its_target() -> None:
    document = changed(article("a", [SALE, DAM]), 2, content=(), stance="confirm", target=("a1",))
    _, (claim,) = link([document])
    assert roles(claim) == {("a", "a1"): "supports", ("a", "a2"): "supports"}


def test_to_deny_a_denial_is_to_support() -> None:
    document = article("a", [SALE, "هذه الأنباء ملفقة", "هذا النفي كاذب"], stances=["assert", "deny", "deny"])
    document = changed(changed(document, 2, target=("a1",)), 3, target=("a2",))
    _, claims = link([document])
    assert roles(claims[0]) == {("a", "a1"): "supports", ("a", "a2"): "denies", ("a", "a3"): "supports"}


def test_a_refusal_to_comment_joins_no_claim() -> None:
    document = article("a", [SALE, "التعليق على هذه المفاوضات"], stances=["assert", "decline"])
    _, claims = link([changed(document, 2, target=("a1",))])
    assert [len(claim.members) for claim in claims] == [1, 1]


def test_a_request_is_not_a_report_of_the_same_act() -> None:
    _, claims = link([article("a", [SALE]), article("b", [SALE], stances=["request"])])
    assert len(claims) == 2


def test_what_relays_another_joins_its_claim() -> None:
    document = article("a", [f"مسؤولين سابقين يعتقدون أن {SALE}", DAM])
    inner = document.text.index("وائل سمارة")
    (whole,) = document.attributions[0].content
    nested = changed(document, 2, content=(replace(whole, start=inner),), parent="a1", stance="believe")
    _, claims = link([nested])
    assert [len(claim.members) for claim in claims] == [2]


def test_two_stories_of_one_topic_stay_apart() -> None:
    one = "صفقة السلاح مع /كتائب السهل/ تغضب {حكومة ساريا}"
    other = "صفقة السلاح مع /كتائب السهل/ توقفت بسبب خلاف على السعر"
    assert len(link([article("a", [one]), article("b", [other])])[1]) == 2


def test_a_title_that_states_a_claim_in_its_own_voice_is_a_member() -> None:
    document = article("b", [DAM], told=[SALE_AGAIN])
    _, claims = link([article("a", [SALE]), document])
    (told,) = [member for claim in claims for member in claim.members if member.attribution is None]
    assert told.role == "supports"
    assert document.text[told.content[0].start : told.content[0].end].startswith("وائل سمارة يجري")


def test_a_sentence_that_no_attribution_supports_is_no_claim() -> None:
    assert link([article("a", [DAM], told=[SALE])])[1][0].members[0].attribution == "a1"
    assert len(link([article("a", [DAM], told=[SALE])])[1]) == 1


def test_wording_is_that_of_the_earliest_full_member_and_first_is_the_earliest() -> None:
    late = article("a", [SALE_AGAIN], published="2024-10-09")
    early = article("b", [SALE], published="2024-10-07")
    _, (claim,) = link([late, early])
    assert (claim.first.document, claim.wording_from.document) == ("b", "b")
    assert claim.wording == early.text[early.attributions[0].content[0].start :].rstrip(".")


def test_a_document_given_twice_counts_once() -> None:
    documents, (claim,) = link([article("a", [SALE]), article("a", [SALE])])
    assert len(documents) == 2
    assert len(claim.members) == 1


def test_nothing_gives_nothing() -> None:
    assert link([]) == ((), ())


CONTENTS = st.lists(
    st.sampled_from(
        [SALE, SALE_AGAIN, NO_SALE, DAM, STRIKE, "لا تعليق", "هذا صحيح", "12 مارس", "الصفقة مع /كتائب السهل/"]
    ),
    min_size=1,
    max_size=5,
)
STANCES = st.lists(
    st.sampled_from(["assert", "deny", "decline", "request", "question", "believe", "confirm"]), max_size=5
)
DOCUMENTS = st.lists(st.tuples(CONTENTS, STANCES, st.lists(st.sampled_from([SALE, DAM]), max_size=2)), max_size=4)


def documents_of(drawn: list[tuple[list[str], list[str], list[str]]]) -> list[Document]:
    documents = []
    for number, (contents, stances, told) in enumerate(drawn):
        document = article(f"d{number}", contents, stances=stances, told=told, origins=[None, "صحيفة المرفأ", "self"])
        for place in range(2, len(contents) + 1):
            if document.attributions[place - 1].stance in ("deny", "decline", "confirm"):
                document = changed(document, place, target=(f"a{place - 1}",))
        documents.append(document)
    return documents


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS)
def test_every_attribution_with_a_content_is_in_a_claim_and_every_span_is_words(drawn: list[tuple]) -> None:
    documents, claims = link(documents_of(drawn))
    texts = {document.id: document.text for document in documents}
    said = {(d.id, a.id) for d in documents for a in d.attributions if a.content}
    assert said <= {key for claim in claims for key in roles(claim)}
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        assert claim.members
        assert claim.origins.low <= claim.origins.high
        assert len(claim.origins.keys) <= max(claim.origins.low, 0)
        assert (claim.origins.low > 0) == any(member.role == "supports" for member in claim.members)
        keys = [(member.document, member.attribution) for member in claim.members if member.attribution]
        assert len(set(keys)) == len(keys)
        for member in claim.members:
            for span in member.content:
                cut = texts[member.document][span.start : span.end]
                assert cut
                assert cut == cut.strip()
    assert msgspec.json.decode(msgspec.json.encode(claims), type=tuple[Claim, ...]) == claims


@settings(max_examples=80, deadline=None)
@given(DOCUMENTS, st.randoms(use_true_random=False))
def test_the_order_of_files_changes_no_claim(drawn: list[tuple], random: object) -> None:
    documents = documents_of(drawn)
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sets(documents) == sets(shuffled)


def sets(documents: list[Document]) -> list[tuple[object, ...]]:
    """The claims without what is opaque: members with roles and spans, wording, interval."""
    found = []
    for claim in link(documents)[1]:
        members = sorted(
            (m.document, m.attribution or "", m.role, m.content[:1] and m.content[0].start) for m in claim.members
        )
        found.append((members, claim.wording, claim.origins.low, claim.origins.high, claim.first.document))
    return sorted(found, key=str)
