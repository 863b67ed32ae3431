"""Quotations: kinds of marks, nesting, paragraphs, and marks without partners."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Article, Block, Quote
from asanid.parse.blocks import find_blocks
from asanid.parse.quotes import find_quotes


def quotes(text: str) -> tuple[Quote, ...]:
    position, blocks = 0, []
    for line in text.split("\n"):
        if line:
            blocks.append(Block(position, position + len(line), "body"))
        position += len(line) + 1
    return find_quotes(text, blocks)


def inner(text: str) -> list[str]:
    return [text[q.inner.start : q.inner.end] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم» ومضى", ["نعم"]),
        ("قال “نعم” ومضى", ["نعم"]),
        ("قال „نعم“ ومضى", ["نعم"]),
        ("قال ”نعم“ ومضى", ["نعم"]),
        ("قال »نعم« ومضى", ["نعم"]),
        ("قال ‟نعم” ومضى", ["نعم"]),
        ("قال ‘نعم’ ومضى", ["نعم"]),
        ("قال ‚نعم‛ ومضى", ["نعم"]),
        ("’ملك المرافئ‛ يعود", ["ملك المرافئ"]),
        ("قال ‹نعم› ومضى", ["نعم"]),
        ('قال "نعم" ومضى', ["نعم"]),
        ("قال 'نعم' ومضى", ["نعم"]),
        ("قال ''نعم'' ومضى", ["نعم"]),
        ("قال ``نعم'' ومضى", ["نعم"]),
        ("قال ❝نعم❞ ومضى", ["نعم"]),
        ("قال ″نعم″ ومضى", ["نعم"]),
        ("قال ”نعم” ومضى", ["نعم"]),
        ('شعروا بـ"القلق" و"الخوف"', ["القلق", "الخوف"]),
        ("شعروا بـ”القلق” و”الخوف”، ثم مضوا", ["القلق", "الخوف"]),
        ("أغنى رجل و”خصم المرفأ”؛ تشمل", ["خصم المرفأ"]),
        ('قال:"نعم".', ["نعم"]),
        ('قال: "نعم،" ومضى', ["نعم،"]),
        ('("نعم")', ["نعم"]),
        ('قال " نعم " ومضى', ["نعم"]),
        ("he said 'don't go' to O'Neil", ["don't go"]),
        ("L’Orient و l’Echo صحيفتان", []),
        ("طوله 5'11\" فقط", []),
        ('طوله 5\'11" وقال "نعم"', ["نعم"]),
        ('عام "2008" كله', ["2008"]),
        ('قال لقناة "الشرفة "أن العملية انتهت', ["الشرفة"]),
        ('هتفوا "الله أكبر "و "عاش المرفأ" أمام البلدية', ["الله أكبر", "عاش المرفأ"]),
        ("هتف ’الأسود‘ و’الديوك‘ معاً", ["الأسود", "الديوك"]),
        ('""', []),
        ("« »", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert all(q.closed for q in quotes(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«قال “نعم” ومضى»", [("قال “نعم” ومضى", 0), ("نعم", 1)]),
        ("«قال «نعم» ومضى»", [("قال «نعم» ومضى", 0), ("نعم", 1)]),
        ('"قال "نعم" ومضى"', [('قال "نعم" ومضى', 0), ("نعم", 1)]),
        ("“قال ‘سمعت «لا»’ ومضى”", [("قال ‘سمعت «لا»’ ومضى", 0), ("سمعت «لا»", 1), ("لا", 2)]),
    ],
)
def test_nesting(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[q.inner.start : q.inner.end], q.depth) for q in quotes(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال: «لم يغلق أحد\nوقال: «أنا أغلقت» ومضى", [("لم يغلق أحد", False), ("أنا أغلقت", True)]),
        ("كلمة» شاردة ثم «نعم»", [("نعم", True)]),
        ('كلمة" شاردة\n"نعم" قال', [("نعم", True)]),
        ('تساءل: "أين الهيئة من هذا؟', [("أين الهيئة من هذا؟", False)]),
        ("«ظاهر “باطن» ثم «آخر»", [("ظاهر “باطن", True), ("باطن", False), ("آخر", True)]),
    ],
)
def test_odd_marks(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(text[q.inner.start : q.inner.end], q.closed) for q in quotes(text)] == expected


@pytest.mark.parametrize("mark", ["«»", '""', "“”"])
def test_a_quotation_goes_on_over_paragraphs(mark: str) -> None:
    opening, closing = mark
    text = f"قال: {opening}الأولى.\n\n{opening}الثانية.\n\n{opening}الثالثة{closing}، ثم مضى."
    (found,) = quotes(text)
    assert text[found.inner.start : found.inner.end] == f"الأولى.\n\n{opening}الثانية.\n\n{opening}الثالثة"
    assert found.closed


def test_furniture_does_not_take_up_a_quotation() -> None:
    text = "قال: «لم يغلق أحد.\n«شاهد» الآن"
    first = text.index("\n")
    found = find_quotes(text, [Block(0, first, "body"), Block(first + 1, len(text), "furniture")])
    assert [q.closed for q in found] == [False, True]


@pytest.mark.parametrize("unit", ["«", "« ", "«ا", ' "ا', '"\n', "ا' ", '" '])
@pytest.mark.parametrize("closing", ["", "»"])
def test_time_is_linear(unit: str, closing: str) -> None:
    text = unit * 10_000 + closing * 10_000
    blocks = find_blocks(Article("x", text))
    started = time.process_time()
    find_quotes(text, blocks)
    find_quotes(text, [Block(0, len(text), "body")])
    assert time.process_time() - started < 1


_MARKS = "«»“”„‟‘’‚‛‹›\"'″`❝❞"


@given(st.text(_MARKS + "اوب 5a.،()\nـ", max_size=60))
def test_quotes_nest(text: str) -> None:
    stack: list[Quote] = []
    for quote in quotes(text):
        while stack and stack[-1].end <= quote.start:
            stack.pop()
        assert quote.depth >= len(stack)
        if stack:
            assert stack[-1].inner.start <= quote.start and quote.end <= stack[-1].inner.end
            assert quote.depth > stack[-1].depth
        assert quote.start < quote.inner.start < quote.inner.end <= quote.end
        assert text[quote.start] in _MARKS
        piece = text[quote.inner.start : quote.inner.end]
        assert piece == piece.strip()
        assert quote.closed == (quote.inner.end < quote.end)
        stack.append(quote)
