"""Sentences with the attributions that are in them, written by hand: see ``table_rows`` for how a row reads.

Rows that the program gets wrong are marked ``known: true`` and must go on being wrong until their mark is taken off:
``python -m tests.extract.table_update`` does that.
"""

from __future__ import annotations

import sys

import pytest

from tests.extract.table_rows import KNOWN, NEW, Row, exact, faults, read_rows, rows
from tests.extract.table_update import refreshed

LEAST_ROWS, LEAST_WITHOUT = 400, 60

TELLS = "وذكرت صحيفة الضفة نقلا عن مسؤول أن السد جاهز للافتتاح.\n"
RIGHT = TELLS + "  ذكرت | صحيفة الضفة | السد …\n  نقلا عن | مسؤول | السد … | ^1\n"


def params() -> list:
    return [
        pytest.param(
            row,
            id=row.name,
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason="known")] if row.mark == KNOWN else [],
        )
        for row in rows()
    ]


@pytest.mark.parametrize("row", params())
def test_the_attributions_of_a_sentence(row: Row) -> None:
    assert row.mark != NEW, "new: run python -m tests.extract.table_update"
    wrong = faults(row)
    assert not wrong, "\n".join((row.text, *wrong))


def test_how_many_are_right(capsys: pytest.CaptureFixture[str]) -> None:
    right = [row for row in rows() if not faults(row)]
    kinds, sources = (sum(part) for part in zip(*map(exact, right), strict=True))
    with capsys.disabled():
        sys.stdout.write(
            f"\ntable: {len(right)} of {len(rows())} rows right ({len(right) / len(rows()):.1%}); "
            f"the kinds too in {kinds}, the sources to the letter in {sources}\n"
        )
    assert len(rows()) >= LEAST_ROWS
    assert sum(not row.expected for row in rows()) >= LEAST_WITHOUT


def test_no_sentence_stands_twice() -> None:
    texts = [row.text for row in rows()]
    assert len(texts) == len(set(texts))


# --- the judge itself ---------------------------------------------------------------------------


def row_of(page: str) -> Row:
    return next(read_rows(page, "x"))


def test_a_right_answer_has_no_faults() -> None:
    assert faults(row_of(RIGHT)) == ()


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        (RIGHT.replace("ذكرت | صحيفة الضفة", "ذكرت | مسؤول"), "missing"),
        (RIGHT.replace("ذكرت | صحيفة الضفة", "ذكرت | -"), "missing"),
        (RIGHT.replace("| صحيفة الضفة | السد …", "| صحيفة الضفة | جاهز …"), "content"),
        (RIGHT.replace("| صحيفة الضفة | السد …", "| صحيفة الضفة | السد … | deny"), "stance"),
        (RIGHT.replace(" | ^1", ""), "parent"),
        (TELLS + "  ذكرت | صحيفة الضفة | السد …\n", "spurious"),
        (TELLS + "  none\n", "spurious"),
    ],
)
def test_a_wrong_answer_is_told_apart(page: str, fault: str) -> None:
    assert fault in {each.partition(":")[0] for each in faults(row_of(page))}


@pytest.mark.parametrize("parent", ["^1", "^2"])
def test_the_parent_may_be_either_of_two_that_share_a_cue(parent: str) -> None:
    outer = "  قالت | الوزارة | الحارس …\n  قالت | البلدية | الحارس …\n"
    page = (
        f"قالت الوزارة والبلدية إن الحارس يعتقد أن الباب مقفل.\n{outer}  يعتقد | الحارس | الباب … | believe {parent}\n"
    )
    assert faults(row_of(page)) == ()


@pytest.mark.parametrize(
    "page",
    [
        "قال الحارس إن الباب مقفل.\n  قال | الحارس | النافذة …",
        "قال الحارس إن الحارس نام.\n  قال | الحارس | نام",
        "قال الحارس إن الباب مقفل.\n  قال | الحارس | الباب … | asserts",
        "قال الحارس إن الباب مقفل.",
        "قال الحارس إن الباب مقفل.\n  none\nknown: yes",
        "[headline] الباب مقفل\n  none",
    ],
)
def test_a_row_that_cannot_be_read_is_an_error(page: str) -> None:
    with pytest.raises(ValueError, match="x:1"):
        row_of(page)


def test_marks_are_put_on_new_rows_and_taken_off_right_ones() -> None:
    wrong = TELLS + "  none\n"
    page = f"# about\n{RIGHT}{KNOWN}\n\n{wrong}{NEW}\n\n{wrong}{KNOWN}\n"
    assert refreshed(page, "x") == (f"# about\n{RIGHT}\n{wrong}{KNOWN}\n\n{wrong}{KNOWN}\n", [])


def test_no_mark_is_put_on_a_row_that_was_right() -> None:
    page = TELLS + "  none\n"
    after, refused = refreshed(page, "x")
    assert after == page
    assert [row.name for row in refused] == ["x:1"]
    assert refreshed(page, "x", allow_regression=True) == (page + KNOWN + "\n", [])
