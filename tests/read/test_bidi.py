from __future__ import annotations

import pytest

from asanid.read.bidi import face_brackets, reading_order


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("ربخلا", "الخبر"),
        ("2021-05-12 :خيرات", "تاريخ: 12-05-2021"),
        ("12.5% ةبسن", "نسبة %12.5"),
        ("%12.5 ةبسن", "نسبة 12.5%"),
        ("نط 1,250.5", "1,250.5 طن"),
        ("10 - 5 نم", "من 5 - 10"),
        (".Harbor Times, 2nd Ed ةفيحص", "صحيفة Harbor Times, 2nd Ed."),
        ("ةديدجلا Boeing 737 ةرئاط", "طائرة Boeing 737 الجديدة"),
        ("١٩١٤ ماع", "عام ١٩١٤"),
        ("Reuters (UK)", "Reuters (UK)"),
        ("", ""),
    ],
)
def test_reading_order(drawn, read) -> None:
    assert reading_order(drawn) == read


def test_marks_stay_behind_their_letters() -> None:
    assert reading_order(["دٌ", "مَّ", "حَ", "مُ"]) == "مُحَمَّدٌ"


@pytest.mark.parametrize(
    ("text", "faced"),
    [
        ("قال »نعم« ثم", "قال «نعم» ثم"),
        ("قال «نعم» ثم", "قال «نعم» ثم"),
        (")أمس(", "(أمس)"),
        ("أ) البند", "أ) البند"),
        ("قال )إن »ذلك«(.", "قال (إن «ذلك»)."),
    ],
)
def test_face_brackets(text, faced) -> None:
    assert face_brackets(text) == faced
