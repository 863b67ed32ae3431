"""The flow from bytes to an answer: whatever goes in, a document or a problem comes out, and every span is words."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import asanid
from asanid.model import Document, Problem, Span

WORDS = st.sampled_from(
    [
        *[
            "قال",
            "أكد",
            "ونفى",
            "إن",
            "أن",
            "المتحدث",
            "باسم",
            "الوزارة",
            "مصدر",
            "مسؤول",
            "لصحيفة",
            "«المرفأ»",
            "بحسب",
            "وفقا",
            "نقلا",
            "عن",
            "أمس",
            "الثلاثاء",
        ],
        *[
            "12",
            "مارس",
            "2019",
            "،",
            ".",
            ":",
            '"',
            "”",
            "“",
            "(",
            ")",
            "سالم",
            "الرواشد",
            "في",
            "تشرين",
            "الأول/أكتوبر",
            "مُضِيفًا",
            "قـــال",
            "ﻻ",
            "ﷺ",
            "-",
            "…",
            "؟",
        ],
        *["اقرأ", "أيضا", "عشرة", "ملايين", "دولار"],
        "\u200f",
        "\u202b",
        "\n",
        "\n\n",
    ]
)
NEWS = st.lists(WORDS, min_size=1, max_size=80).map(" ".join).map("خبر {}".format)


def spans(document: Document) -> list[Span]:
    found: list[Span] = [*document.blocks, *document.mentions, *document.dates]
    for a in document.attributions:
        found += [a.cue, *a.content, *a.origin_evidence]
        found += [span for span in (a.source, a.source_evidence) if span]
    return found


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NEWS)
def test_every_span_cut_from_the_text_is_words(text: str) -> None:
    document = asanid.analyse(text, published="2019-03-13")
    assert document.text == text
    for span in spans(document):
        cut = text[span.start : span.end]
        assert cut
        assert cut == cut.strip()
    keys = {entity.key for entity in document.entities}
    assert {m.entity for m in document.mentions} <= keys
    assert {a.source_entity for a in document.attributions} <= keys | {None}
    assert {a.parent for a in document.attributions} <= {a.id for a in document.attributions} | {None}


ENDINGS = st.sampled_from(["txt", "html", "jsonl", "csv", "pdf", "docx", "md", "warc", "xz", "gz"])
SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=200, deadline=None, suppress_health_check=SLOW)
@given(data=st.binary(max_size=400), ending=ENDINGS)
def test_any_bytes_give_a_document_or_a_problem(data: bytes, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"file.{ending}"
    file.write_bytes(data)
    results = list(asanid.trace([file]))
    assert results
    assert all(isinstance(result, Document | Problem) for result in results)


def seconds(text: str) -> float:
    start = time.perf_counter()
    asanid.analyse("أعلنت الوزارة افتتاح الميناء.\n" + text, published="2019-03-13")
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "unit",
    [
        "وقال المتحدث باسم الوزارة سالم الرواشد، أمس الثلاثاء، إن «الميناء سيفتح» قريبا، بحسب صحيفة المرفأ.\n",
        "«قال «",
        "قال ",
        "«»" * 3,
        "أن ",
        "12 مارس 2019 ",
        "سالم ",
        "، بحسب",
        "\u200f",
        "مُ",
    ],
    ids=["news", "nested marks", "cues", "empty marks", "particles", "dates", "names", "commas", "controls", "harakat"],
)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    seconds("قال مصدر إن السفينة غرقت.")  # what is loaded once is not counted
    size = max(1, 40_000 // len(unit))
    short, long = seconds(unit * size), seconds(unit * size * 4)
    assert long < 10 * max(short, 0.05), f"{short:.2f} s, then {long:.2f} s for four times as much"


def test_ten_thousand_nested_quotations_are_read() -> None:
    text = "قال المتحدث: " + "«" * 10_000 + "لا تعليق" + "»" * 10_000
    assert seconds(text) < 10


def test_what_is_read_is_analysed_in_its_order(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"قال مصدر رقم {number} إن السفينة غرقت.", encoding="utf-8")
    names = [Path(str(result.path)).name for result in asanid.trace([tmp_path]) if isinstance(result, Document)]
    assert names == [f"{number}.txt" for number in range(5)]
