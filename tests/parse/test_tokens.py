"""Tokens: every word, number and mark in its place, taken apart where clitics stand."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given

from asanid.parse.fold import fold
from asanid.parse.tokens import tokenize, words

from .test_fold import messy


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("قال الوزير: «لن نتراجع».", [("قال", "word"), ("الوزير", "word"), (":", "mark"), ("«", "mark"),
                                      ("لن", "word"), ("نتراجع", "word"), ("»", "mark"), (".", "mark")]),
        ("3.5 مليون", [("3.5", "number"), ("مليون", "word")]),
        ("٣٫٥ مليار", [("3.5", "number"), ("مليار", "word")]),
        ("12,000 شخص", [("12,000", "number"), ("شخص", "word")]),
        ("بـ2016", [("ب", "word"), ("2016", "number")]),
        ("وكالة AFP-TV", [("وكاله", "word"), ("afp-tv", "latin")]),
        ("1. أولا", [("1", "number"), (".", "mark"), ("اولا", "word")]),
        ("نعم،ربما", [("نعم", "word"), ("،", "mark"), ("ربما", "word")]),
        ("", []),
        ("\u200f \u200f", []),
    ],
)  # fmt: skip
def test_kinds_and_forms(text, forms):
    assert [(token.form, token.kind) for token in tokenize(fold(text))] == forms


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("وقالَ المدير", "قالَ"),
        ("وَبِالمُدِيرِ", "المُدِيرِ"),
        ("للحكومةِ", "لحكومةِ"),
        ("مكتبِهم", "مكتبِ"),
        ("وزارَتِها", "وزارَتِ"),
        ("ﻭﻗﺎﻟﺖ", "ﻗﺎﻟﺖ"),
    ],
)
def test_the_stem_has_its_place_in_the_text(text, stem):
    token = tokenize(fold(text))[0]
    assert text[token.stem_start : token.stem_end] == stem


@pytest.mark.parametrize(
    ("text", "enclitic"), [("زيارة", ""), ("زيارةٌ", ""), ("كتابه", "ه"), ("كتابَهُ", "ه"), ("مستوى", "")]
)
def test_a_word_written_with_taa_has_no_pronoun(text, enclitic):
    assert tokenize(fold(text))[0].enclitic == enclitic


def test_words_keep_a_final_taa_and_alif_maqsura():
    assert list(words(fold("زيارةُ مستشفىً بعيد"))) == ["زيارة", "مستشفى", "بعيد"]


@given(messy)
def test_tokens_are_ascending_and_apart(text):
    tokens = tokenize(fold(text))
    for token in tokens:
        assert token.start <= token.stem_start <= token.stem_end <= token.end
    for left, right in pairwise(tokens):
        assert left.start <= right.start
        assert left.end <= right.start


@given(messy)
def test_tokens_cover_every_character_that_folding_keeps(text):
    covered = set()
    for token in tokenize(fold(text)):
        covered.update(range(token.start, token.end))
    for place, character in enumerate(text):
        if fold(character).text.strip():
            assert place in covered, unicodedata.name(character, character)


@given(messy)
def test_the_stem_in_the_text_folds_to_the_stem(text):
    folded = fold(text)
    if len(set(folded.starts)) < len(folded.starts):
        return  # a ligature cannot be cut
    for token in tokenize(folded):
        written = fold(text[token.stem_start : token.stem_end]).text
        assert token.stem in (written, "ا" + written, "ال" + written)
        if token.stem != written:
            assert token.proclitics.endswith("ل")
