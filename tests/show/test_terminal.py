"""The answer on a terminal: articles → lines."""

from __future__ import annotations

import pytest

import asanid
from asanid.model import Document
from asanid.pipeline import linked
from asanid.read import read_text
from asanid.show.terminal import answer_lines

FIRST = """قالت صحيفة «المرفأ» نقلا عن مسؤولين أمنيين إن الوزير سامي درويش التقى التاجر نبيل حداد سرا في ميناء الرمال.

ونفى سامي درويش لقاء نبيل حداد في ميناء الرمال."""
SECOND = """ذكرت صحيفة «المرفأ» أن الوزير سامي درويش التقى التاجر نبيل حداد سرا في ميناء الرمال.

ورفض نبيل حداد التعليق."""


def lines(*documents: Document, lang: str = "ar", every: bool = False) -> list[str]:
    found, claims = linked(documents)
    known = [document for document in found if isinstance(document, Document)]
    return [line.plain for line in answer_lines(known, claims, lang, every=every)]


def article(text: str, outlet: str | None = None) -> Document:
    return asanid.analyse(read_text(text, published="2025-03-17", outlet=outlet))


def test_a_chain_is_told_in_one_line_and_what_is_part_of_it_is_left_out() -> None:
    chains = [line.strip() for line in lines(article(FIRST, "الفاصل")) if "السند" in line]
    assert "السند: الفاصل ← المرفأ ← مسؤولين أمنيين (لم يُسمَّ)" in chains
    assert "السند: الفاصل ← المرفأ" not in chains


def test_who_denies_is_told_with_the_words() -> None:
    assert any(line.strip().startswith("ينفي: سامي درويش «نفى …") for line in lines(article(FIRST)))


def test_a_trivial_attribution_is_folded_unless_all_are_asked_for() -> None:
    plain = article("قال الصياد منير حداد إن الصيد وفير هذا العام.")
    assert not any("الصيد وفير" in line for line in lines(plain))
    assert any(line.strip().startswith("+ 1 ") for line in lines(plain))
    assert any("الصيد وفير" in line for line in lines(plain, every=True))


def test_what_two_articles_tell_comes_first_with_the_outlets_and_the_origins() -> None:
    told = lines(article(FIRST, "الفاصل"), article(SECOND, "الديوان"))
    assert told[0] == "ما يرويه أكثر من مقال"
    head = told[: told.index("")]
    assert any("الفاصل ← المرفأ ← مسؤولين أمنيين" in line for line in head)
    assert any("الديوان ← المرفأ" in line for line in head)
    assert any("المصادر المستقلة في المقالات المدخلة هنا: 1" in line for line in head)


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        ((None, None), ["المقال 1", "المقال 2"]),
        (("الفاصل", None), ["الفاصل", "المقال 2"]),
        (("الفاصل", "الفاصل"), ["الفاصل 1", "الفاصل 2"]),
    ],
)
def test_articles_are_told_apart(outlets: tuple[str | None, ...], expected: list[str]) -> None:
    told = lines(article(FIRST, outlets[0]), article(SECOND, outlets[1]))
    assert [name for name in expected if any(line.startswith(f"{name}: ") for line in told)] == expected


def test_a_headline_that_says_more_than_its_body_is_pointed_out() -> None:
    text = "سامي درويش ينفي لقاء نبيل حداد\n\nقالت صحيفة «المرفأ» إن اللقاء جرى أمس. ورفض سامي درويش التعليق."
    told = lines(article(text))
    assert any("العنوان يقول أكثر من المتن" in line and "ينفي" in line for line in told)


def test_labels_in_english() -> None:
    told = lines(article(FIRST), lang="en")
    assert any(line.strip().startswith("denies: ") for line in told)
    assert not any("السند" in line for line in told)


def test_who_denies_a_report_does_not_pass_it_on() -> None:
    told = lines(
        article("نفى الوزير سامي درويش صحة تقرير نشرته صحيفة «المرفأ» عن لقاء سري بالتاجر نبيل حداد.", "الفاصل")
    )
    assert any(line.strip().startswith("ينفي: سامي درويش") for line in told)
    assert not any("سامي درويش ←" in line for line in told)
    assert any(line.strip() == "السند: الفاصل ← المرفأ" for line in told)


def test_what_is_told_inside_a_no_comment_is_nobodys_no_comment() -> None:
    told = lines(article("ليس لدى أجهزة الاستخبارات معرفة مباشرة بأن الوزير سامي درويش طلب من نبيل حداد بيع السلاح."))
    assert any("لا يعلّق: أجهزة الاستخبارات" in line for line in told)
    assert not any("لا يعلّق: سامي درويش" in line for line in told)
