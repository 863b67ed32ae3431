"""The JSON contract: lines, the whole, and back."""

from __future__ import annotations

import json

import msgspec
import pytest

from asanid import contract
from asanid.model import Claim, Problem
from asanid.pipeline import linked
from tests.link.invented import article

STRIKE = "{اتحاد الصيادين} يضرب عن العمل في <مرفأ تالا>"
RESULTS = [
    article("a", [STRIKE], origins=["صحيفة المرفأ"]),
    Problem("b.txt", "empty", "no text"),
    article("c", [STRIKE]),
]


def test_lines_are_the_results_in_their_order_then_the_claims() -> None:
    results, claims = linked(RESULTS)
    first, problem, second, last = map(json.loads, contract.lines(results, claims))
    assert (first["id"], problem["path"], second["id"]) == ("a", "b.txt", "c")
    assert problem["problems"] == [{"slug": "empty", "message": "no text"}]
    assert set(last) == {"schema", "claims"}
    (claim,) = last["claims"]
    assert set(claim) == {"id", "wording", "wording_from", "members", "origins", "first"}
    assert claim["wording_from"] == {"document": "a", "attribution": "a1"}
    assert set(claim["members"][0]) == {"document", "attribution", "role", "content"}
    assert claim["origins"]["keys"] == [first["attributions"][0]["origin"]]
    assert set(claim["origins"]["reasons"][0]) == {"code", "document", "attribution"}


def test_without_claims_there_is_no_line_of_claims() -> None:
    assert [set(json.loads(line)) >= {"claims"} for line in contract.lines(RESULTS)] == [False] * 3


def test_no_claims_are_a_line_too() -> None:
    assert [json.loads(line) for line in contract.lines([], ())] == [{"schema": "asanid/1", "claims": []}]


def test_the_whole_is_one_object_with_the_same_documents_and_claims() -> None:
    results, claims = linked(RESULTS)
    whole = json.loads(b"".join(contract.whole(results, claims)))
    *documents, last = map(json.loads, contract.lines(results, claims))
    assert whole == {"schema": "asanid/1", "documents": documents, "claims": last["claims"]}


def test_a_document_and_its_claims_come_back_as_they_were() -> None:
    (document, _, _), claims = linked(RESULTS)
    assert contract.decode(contract.encode(document)) == document
    assert msgspec.json.decode(msgspec.json.encode(claims), type=tuple[Claim, ...]) == claims


@pytest.mark.parametrize("line", ['{"schema": "asanid/1"}', "{}", '{"id": 1}'])
def test_what_is_no_document_is_refused_by_name_of_the_field(line: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        contract.decode(line)
