"""Numbers in sentences of the newsroom: which words are one, how much, and of what.

A row is a sentence with its numbers in brackets, then value and unit of each.
"""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Number
from asanid.parse.fold import fold
from asanid.parse.numbers import find_numbers
from asanid.parse.numerals import digits_value
from asanid.parse.tokens import tokenize

Row = tuple[str, list[tuple[float, str | None]]]


def numbers_of(text: str) -> tuple[Number, ...]:
    return find_numbers(tokenize(fold(text)), text)


COUNTS: list[Row] = [
    ("حضر [10,000 شخص]", [(10_000, "شخص")]),
    ("حضر [10 آلاف شخص]", [(10_000, "شخص")]),
    ("حضر [15 ألفا و500]", [(15_500, None)]),
    ("حضر نحو [١٥ ألف متظاهر]", [(15_000, "متظاهر")]),
    ("قتل [ثلاثمائة وخمسة وعشرون جنديا]", [(325, "جنديا")]),
    ("قتل [خمسة وعشرون] في الهجوم", [(25, None)]),
    ("قتل [خمسة عشر مدنيا]", [(15, "مدنيا")]),
    ("شارك [أحد عشر لاعبا]", [(11, "لاعبا")]),
    ("شارك [اثنا عشر نائبا]", [(12, "نائبا")]),
    ("شاركت [ثلاث عشرة دولة]", [(13, "دولة")]),
    ("تضم القائمة [واحدا وعشرين اسما]", [(21, "اسما")]),
    ("حضر [ألف وتسعمئة وثمانية وأربعون] منهم", [(1948, None)]),
    ("حضر [ألفان ومئتا عضو]", [(2200, "عضو")]),
    ("استقبلت البلاد [مئتي ألف لاجئ]", [(200_000, "لاجئ")]),
    ("استقبلت البلاد [مليونا ومئتي ألف لاجئ]", [(1_200_000, "لاجئ")]),
    ("استقبلت البلاد [مليوني لاجئ]", [(2_000_000, "لاجئ")]),
    ("استقبلت البلاد [نصف مليون لاجئ]", [(500_000, "لاجئ")]),
    ("استقبلت البلاد [3 ملايين و200 ألف لاجئ]", [(3_200_000, "لاجئ")]),
    ("عاد [ثمانمئة وخمسون] منهم", [(850, None)]),
    ("عاد [ثلاث مئة] منهم", [(300, None)]),
    ("أطلقوا [7 صواريخ] و[قنبلتين]", [(7, "صواريخ"), (2, "قنبلة")]),
    ("قضى في السجن [عامين] و[ثلاثة أشهر]", [(2, "عام"), (3, "أشهر")]),
    ("سقط [قتيلان] و[5 جرحى]", [(2, "قتيل"), (5, "جرحى")]),
    ("وصل [10 000 جندي] إلى الحدود", [(10_000, "جندي")]),
    ("أوراق [36 متهما] في القضية", [(36, "متهما")]),
    ("أحرز [ثلاثة ألقاب]", [(3, "ألقاب")]),
    ("اعتقلت الشرطة [30] وأطلقت [12] منهم", [(30, None), (12, None)]),
    ("بين [3 آلاف] و[5 آلاف مقاتل]", [(3000, None), (5000, "مقاتل")]),
    ("سيكلف [خمسة أضعاف]", [(5, "أضعاف")]),
    ("يزن الشحن [12.5 طنا]", [(12.5, "طنا")]),
]

MONEY: list[Row] = [
    ("أنفقت [1.8 مليار دولار]", [(1_800_000_000, "USD")]),
    ("أنفقت [مليار ونصف المليار دولار]", [(1_500_000_000, "USD")]),
    ("أنفقت ب[مليوني دولار] على المشروع", [(2_000_000, "USD")]),
    ("بلغت الأرباح [مليونا دولار]", [(2_000_000, "USD")]),
    ("باعها بـ[15 ألف دولار أميركي]", [(15_000, "USD")]),
    ("باعها بـ[20 دولارا كنديا]", [(20, "CAD")]),
    ("دفع [دولارين] عن كل نسخة", [(2, "USD")]),
    ("خصص [300 مليون يورو]", [(300_000_000, "EUR")]),
    ("خصص [50 مليون جنيه إسترليني]", [(50_000_000, "GBP")]),
    ("خصص [50 مليون جنيه مصري]", [(50_000_000, "EGP")]),
    ("خصص [50 مليون جنيه]", [(50_000_000, "جنيه")]),
    ("خصص [100 ريال سعودي] ثم [20 ريالا]", [(100, "SAR"), (20, "SAR")]),
    ("خصص [10 آلاف ريال قطري]", [(10_000, "QAR")]),
    ("خصص [2.35 مليار درهم إماراتي]", [(2_350_000_000, "AED")]),
    ("خصص [1000 درهم مغربي]", [(1000, "MAD")]),
    ("خصص [عشرة دنانير أردنية]", [(10, "JOD")]),
    ("خصص [مليون دينار عراقي]", [(1_000_000, "IQD")]),
    ("بلغ السعر [70 ليرة تركية]", [(70, "TRY")]),
    ("بلغ السعر [خمسة آلاف ليرة سورية]", [(5000, "SYP")]),
    ("بلغ السعر [7 يوانات]", [(7, "CNY")]),
    ("بلغ السعر [110 ين]", [(110, "JPY")]),
    ("بلغ السعر [60 روبلا]", [(60, "RUB")]),
    ("بلغ السعر [200 شيكل]", [(200, "ILS")]),
    ("بلغ السعر [80 فرنكا سويسريا]", [(80, "CHF")]),
    ("بلغ السعر [$5] أو [5$] أو [€7]", [(5, "USD"), (5, "USD"), (7, "EUR")]),
    ("بلغ السعر [£9]", [(9, "GBP")]),
]

SHARES: list[Row] = [
    ("نسبة [5 في المئة]", [(5, "%")]),
    ("نسبة [5 في المائة]", [(5, "%")]),
    ("نسبة [خمسة بالمئة]", [(5, "%")]),
    ("نسبة [12.5%] ثم [%7]", [(12.5, "%"), (7, "%")]),
    ("نسبة [١٢٫٥ بالمائة]", [(12.5, "%")]),
    ("نسبة [6٪]", [(6, "%")]),
]

VAGUE = [
    "عشرات الآلاف",
    "مئات المتظاهرين",
    "آلاف الأشخاص",
    "ملايين الدولارات",
    "عدة أيام",
    "أحد المصادر",
    "نصف النهائي",
    "شخص واحد",
    "بلا رقم",
]


@pytest.mark.parametrize(("row", "expected"), [*COUNTS, *MONEY, *SHARES])
def test_the_numbers_of_a_sentence(row: str, expected: list[tuple[float, str | None]]) -> None:
    text = row.replace("[", "").replace("]", "")
    found = numbers_of(text)
    assert [text[n.start : n.end] for n in found] == re.findall(r"\[(.*?)\]", row)
    assert [(round(n.value, 6), n.unit) for n in found] == expected


@pytest.mark.parametrize("text", VAGUE)
def test_vague_numbers_are_none(text: str) -> None:
    assert numbers_of(text) == ()


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("12", 12.0),
        ("1,234", 1234.0),
        ("1,234,567.5", 1234567.5),
        ("1.234.567", 1234567.0),
        ("10.000", 10000.0),
        ("1.234", 1.234),
        ("14,5", 14.5),
        ("1.2.3", None),
    ],
)
def test_separators(digits: str, value: float | None) -> None:
    assert digits_value(digits) == value


@given(st.integers(0, 10**12))
def test_digits_are_read_as_they_are(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        (found,) = numbers_of(written)
        assert (found.value, found.start, found.end) == (float(number), 0, len(written))


WORDS = (
    *("مئة", "مئتا", "ثلاثمئة", "ألف", "آلاف", "ألفان", "مليون", "مليونا", "ملايين", "مليار", "نصف", "ونصف"),
    *("خمسة", "وخمسة", "عشر", "وعشرون", "عشرين", "و", "5", "200", "دولار", "شخصا", "في", "%"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_any_row_of_number_words_is_read_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = numbers_of(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
