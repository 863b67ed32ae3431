"""Folding: one word however it is written, and the way back to the text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.parse.fold import fold, fold_key

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژڤگکیەۀۃٱ"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u0640\u06d6"
CONTROLS = "\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u061c\ufeff\u00ad"
FORMS = "ﻻﷲﷺﺏﺐﺑﺒﻼﻷﷻﯾﮎ﷼﴿﵊"
OTHER = " \u00a0\n.,،؛؟«»\"'()-–abcXYZé0123٠١٢۴۵٫٬😀"
messy = st.text(st.sampled_from(LETTERS + MARKS + CONTROLS + FORMS + OTHER), max_size=60)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أكَّدَ", "اكد"),
        ("إعلان", "اعلان"),
        ("الآن", "الان"),
        ("مسؤول", "مسوول"),
        ("رئيس", "رييس"),
        ("هيئة", "هييه"),
        ("شيء", "شيء"),
        ("مستشفى", "مستشفي"),
        ("الصحـــــيفة", "الصحيفه"),
        ("\u202bالناطق\u202c", "الناطق"),
        ("می‌گوید", "ميگويد".replace("گ", "ك")),
        ("پوتین", "بوتين"),
        ("ڤيينا", "فيينا"),
        ("چاد", "جاد"),
        ("١٢٣٤", "1234"),
        ("۱۴۰۳", "1403"),
        ("٣٫٥", "3.5"),
        ("BBC عربي", "bbc عربي"),
        ("ﺍﻟﻌﺮﺑﻴﺔ", "العربيه"),
        ("ﻻ", "لا"),
        ("ﷲ", "الله"),
        ("رحمٰن", "رحمن"),
        ("ٱلله", "الله"),
        ("ثلاثة\u00a0أيام", "ثلاثه ايام"),
    ],
)
def test_one_word_however_it_is_written(written, folded):
    assert fold(written).text == folded


@pytest.mark.parametrize(
    ("left", "right"),
    [("الأهرام", "الاهرام"), ("على", "علي"), ("  وزارة\n الصحة ", "وزاره الصحه"), ("مَصدر", "مصدر")],
)
def test_fold_key_joins_spellings(left, right):
    assert fold_key(left) == fold_key(right)


@given(messy)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(messy)
def test_canonically_equivalent_texts_fold_alike(text):
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@given(messy)
def test_every_folded_character_has_its_place(text):
    folded = fold(text)
    assert len(folded.starts) == len(folded.text) + 1
    assert list(folded.starts) == sorted(folded.starts)
    assert folded.starts[-1] == len(text)
    assert all(0 <= start < len(text) for start in list(folded.starts)[:-1])


@given(messy, st.data())
def test_a_span_folds_to_what_it_was_taken_from(text, data):
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    again = fold(text[span.start : span.end]).text
    assert 0 <= span.start <= span.end <= len(text)
    if all(folded.starts[i] != folded.starts[i - 1] for i in (start, end) if 0 < i < len(folded.text)):
        assert again == folded.text[start:end]  # a ligature cannot be cut
    else:
        assert folded.text[start:end] in again


@given(messy)
def test_the_whole_span_loses_only_what_folding_drops(text):
    folded = fold(text)
    span = folded.span(0, len(folded.text))
    assert fold(text[: span.start]).text == ""
    assert fold(text[span.end :]).text == ""


def test_a_span_takes_the_harakat_of_its_last_letter():
    text = "قالَ المُتَحَدِّثُ أمس"
    folded = fold(text)
    start = folded.text.index("المتحدث")
    span = folded.span(start, start + len("المتحدث"))
    assert text[span.start : span.end] == "المُتَحَدِّثُ"
