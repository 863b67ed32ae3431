"""Sentences: where they end and where they do not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Article, Block
from asanid.parse.blocks import find_blocks
from asanid.parse.fold import fold
from asanid.parse.quotes import find_quotes
from asanid.parse.sentences import split_sentences
from asanid.parse.tokens import tokenize


def sentences(text: str) -> list[str]:
    position, blocks = 0, []
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(position, position + len(line), "body"))
        position += len(line) + 1
    found = split_sentences(text, tokenize(fold(text)), blocks, find_quotes(text, blocks))
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "وصل الوفد إلى كاستر. | ثم عقد اجتماعاً مغلقاً.",
        "من يملك المستودع؟ | لا أحد يعلم! | تحقق البلدية.",
        "انتهى الأمر… | وقالت البلدية إنها راضية.",
        "لم ينته الأمر... | وأضاف أن التحقيق مستمر.",
        "مفاجأة في المرفأ.. المدير يستقيل",
        "تردد قليلاً... ثم مضى",
        "قال د. سامي عدوان و أ. هدى السراج و م. رنا غزال إن العقد جاهز.",
        "وقع أ.د. كريم نصار الوثيقة.",
        "كتب هنري دبليو. مارسن وج. ك. هولت الرواية. | ونُشرت سنة 1990.",
        "يعود البناء إلى سنة 300 ق.م. بحسب الأثريين.",
        "صدر القرار سنة 1447 هـ. | وقالت البلدية إنه نهائي.",
        "بيعت الحصة بـ1.8 مليون و٢٫٣٥ مليون. | ثم أعيد بيعها.",
        "تم البيع سنة 2026. | وأُعلن ذلك أمس.",
        "1. إغلاق الرصيف الثالث",
        "The U.S. fleet met Mr. Karim. | Then it left.",
        "باعت شركة Marsa Inc. حصتها.",
        "موقع المرصد.نت نشر الخبر.",
        "اجتمعوا في المرفأ.واستدعت الشرطة المدير.".replace(".و", ". | و"),
        'قال: "لا نعرف. لن نعرف." | وأضاف أنه مضى.',
        "قال: «لا نعرف. لن نعرف». | وأضاف أنه مضى.",
        '"لماذا؟" سأل المحقق. | ثم مضى.',
        '"نحن هنا." قال كريم.',
        "قالت «لا! لا نعلم» ومضت.",
        "قال (هل هذا صحيح؟) ومضى. | ثم عاد.",
        "وصف الخطة بأنها (ناجحة. نوعاً ما) في لقاء.",
        "انتهت الجلسة؛ لم يصدر بيان.",
        "كانت النتيجة كالآتي: لا شيء.",
        "نص أول . | نص ثان .",
        'قال كريم لشبكة "المرصد". | وأضاف أنه مستعد.',
        'تساءل: "أين الهيئة؟ | لا أحد يجيب',
    ],
)
def test_ends(text: str) -> None:
    expected = text.split(" | ")
    joined = text.replace(". | واستدعت", ".واستدعت") if "واستدعت" in text else text.replace(" | ", " ")
    assert sentences(joined) == expected


def test_lines_end_sentences() -> None:
    assert sentences("العنوان\nالفقرة الأولى\n\nالثانية.") == ["العنوان", "الفقرة الأولى", "الثانية."]


def test_a_very_long_quotation_is_cut() -> None:
    speech = " ".join(["نحن لا نقبل هذا القرار بأي شكل."] * 40)
    assert len(sentences(f"قال: «{speech}» ومضى.")) == 41


def test_furniture_has_no_sentences() -> None:
    text = "قالت البلدية إن الحريق أُخمد. وأضافت أن التحقيق بدأ.\n\nاترك تعليقاً"
    blocks = find_blocks(Article("x", text))
    found = split_sentences(text, tokenize(fold(text)), blocks, ())
    assert [s.block for s in found] == [0, 0]


_PIECES = st.sampled_from([*'«»".؟…() \nجـﷺ\u0651\u200f', "..", "د.", "قال", "وأضاف", "1.8", "U.S.", "اترك تعليقاً"])


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_every_token_stands_in_one_sentence(text: str) -> None:
    tokens = tokenize(fold(text))
    blocks = find_blocks(Article("x", text))
    found = split_sentences(text, tokens, blocks, find_quotes(text, blocks))
    held = [i for s in found for i in range(s.first_token, s.last_token)]
    spans = [(b.start, b.end) for b in blocks if b.kind != "furniture"]
    wanted = [i for i, t in enumerate(tokens) if any(a <= t.start < b for a, b in spans)]
    assert held == wanted
    for s in found:
        block = blocks[s.block]
        assert block.start <= s.start < s.end <= block.end
        assert (s.start, s.end) == (tokens[s.first_token].start, tokens[s.last_token - 1].end)


@pytest.mark.parametrize("unit", ["ا. ", "1. ", "ا", "( ", '". ', "… ", "د. ", "كلمة. وقال "])
def test_time_is_linear(unit: str) -> None:
    text = "ا " + unit * 10_000 + "ا"
    tokens = tokenize(fold(text))
    blocks = [Block(0, len(text), "body")]
    quotes = find_quotes(text, blocks)
    started = time.process_time()
    split_sentences(text, tokens, blocks, quotes)
    assert time.process_time() - started < 2
