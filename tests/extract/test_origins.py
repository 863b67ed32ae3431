"""Where a piece of reporting comes from, as tables: text, cue → origin."""

from __future__ import annotations

import pytest

from asanid.model import Attribution, Document
from asanid.pipeline import analyse
from asanid.read import read_text

RELAY = "ذكرت صحيفة «المرسال» أن الميناء سيباع.\nوقالت الصحيفة إن السعر سري.\n"
"""An article that relays one publication all through."""


@pytest.mark.parametrize(
    ("text", "cue", "origin"),
    [
        ("قالت صحيفة «المرسال» إن الميناء سيباع.", "قالت", "المرسال"),
        ("ذكرت صحيفة «المرسال» نقلا عن مسؤول أن الميناء سيباع.", "نقلا عن", "المرسال"),
        ("قال نديم صالح لوكالة رويترز إن الميناء سيباع.", "قال", "رويترز"),
        ("قال نديم صالح في مقابلة مع صحيفة «المرسال» إن الميناء سيباع.", "قال", "المرسال"),
        ("قال نديم صالح لـ«رويترز» إن الميناء سيباع.", "قال", "رويترز"),
        ("قال نديم صالح لوكالة رويترز إن الميناء سيباع. وأضاف أن السعر سري.", "أضاف", "رويترز"),
        ("قال نديم صالح إن الميناء سيباع.", "قال", None),
        ("قال نديم صالح في بيان إن الميناء سيباع.", "قال", "نديم صالح"),
        ("قال نديم صالح في مؤتمر صحفي إن الميناء سيباع.", "قال", "نديم صالح"),
        ("قال نديم صالح للصحفيين إن الميناء سيباع.", "قال", "نديم صالح"),
        ("قال نديم صالح على «إكس» إن الميناء سيباع.", "قال", "نديم صالح"),
        ("نفى نديم صالح علنا أنه باع الميناء.", "نفى", "نديم صالح"),
        ("أعلن نديم صالح أن الميناء سيباع.", "أعلن", "نديم صالح"),
        ("أعلنت وزارة الخارجية الأميركية أن السفارة مغلقة.", "أعلنت", "وزارة الخارجية الأميركية"),
        ("قالت وزارة الخارجية الأميركية إن السفارة مغلقة.", "قالت", None),
        ("نفت وزارة الخارجية الأميركية أن السفارة مغلقة.", "نفت", "وزارة الخارجية الأميركية"),
        ("قال متحدث باسم وزارة الخارجية الأميركية إن السفارة مغلقة.", "قال", "وزارة الخارجية الأميركية"),
        ("قال المتحدث باسم وزارة الخارجية الأميركية نديم صالح إن السفارة مغلقة.", "قال", "وزارة الخارجية الأميركية"),
        (
            "وصل نديم صالح، المتحدث باسم وزارة الخارجية الأميركية، إلى العاصمة. وقال صالح إن السفارة مغلقة.",
            "قال",
            "وزارة الخارجية الأميركية",
        ),
        ("رفض متحدث باسم وزارة الخارجية الأميركية التعليق.", "رفض", None),
        ("قالت مصادر مطلعة إن الميناء سيباع.", "قالت", None),
        ("أظهرت دراسة أن النوم يفيد الذاكرة.", "أظهرت", "دراسة"),
        ("ذكرت وسائل إعلام محلية أن الجسر سقط.", "ذكرت", "وسائل إعلام محلية"),
        ("بحسب صحفيين في وكالة رويترز، وصل اللاعب.", "بحسب", "رويترز"),
        ("قال نديم صالح إن الطريق آمن. وقال صالح في مؤتمر صحفي إن الجسر آمن.", "قال", "نديم صالح"),
        (
            RELAY + "وقال مسؤولون غربيون إن العقد وقع.",
            "قال",
            "المرسال",
        ),
        (
            RELAY + "وقال نديم صالح إن العقد وقع.",
            "قال",
            "المرسال",
        ),
        (
            RELAY + "وقال نديم صالح على «إكس» إن العقد وقع.",
            "قال",
            "نديم صالح",
        ),
        (
            RELAY + "ونفت وزارة الخارجية الأميركية أن العقد وقع.",
            "نفت",
            "وزارة الخارجية الأميركية",
        ),
        (
            RELAY + "ورفضت وزارة الخارجية الأميركية التعليق.",
            "رفضت",
            "المرسال",
        ),
        (
            "قال نديم صالح إن الميناء سيباع.\nوذكرت صحيفة «المرسال» أن السعر سري.\nوقال مسؤول إن العقد وقع.",
            "قال#2",
            None,
        ),
    ],
)
def test_origin(text: str, cue: str, origin: str | None) -> None:
    document = analyse(read_text(text))
    assert name(document, attribution(document, cue).origin) == origin


@pytest.mark.parametrize(
    ("text", "outlet", "origin"),
    [
        ("قال نديم صالح لوكالة رويترز إن الميناء سيباع.", "رويترز", "self"),
        ("قال نديم صالح لوكالة رويترز إن الميناء سيباع.", "المرسال", "رويترز"),
        ("قال نديم صالح لمراسلنا إن الميناء سيباع.", "المرسال", "self"),
    ],
)
def test_what_the_outlet_got_itself(text: str, outlet: str, origin: str) -> None:
    document = analyse(read_text(text, outlet=outlet))
    assert name(document, attribution(document, "قال").origin) == origin


@pytest.mark.parametrize(
    ("text", "outlet", "origin"),
    [
        ("عنوان الخبر\nواشنطن (رويترز) - قال مسؤول إن الميناء سيباع.", "المرسال", "رويترز"),
        ("عنوان الخبر\nواشنطن - رويترز\nقال مسؤول إن الميناء سيباع.", "المرسال", "رويترز"),
        ("عنوان الخبر\nقال مسؤول إن الميناء سيباع. (أ ف ب)", "المرسال", "أ ف ب"),
        ("عنوان الخبر\nقال مسؤول إن الميناء سيباع.\nالمصدر: رويترز", "المرسال", "رويترز"),
        ("عنوان الخبر\nقال مسؤول إن الميناء سيباع. (أ ف ب)", None, "أ ف ب"),
        ("عنوان الخبر\nواشنطن (رويترز) - قال مسؤول إن الميناء سيباع.", "رويترز", None),
        ("عنوان الخبر\nواشنطن (رويترز) - قال مسؤول إن الميناء سيباع.", None, None),
        ("عنوان الخبر\nقال مسؤول إن الميناء سيباع.\nالمصدر: رويترز - أ ف ب", "المرسال", None),
        ("عنوان الخبر\nواشنطن (رويترز) - قال مسؤول لصحيفة «الضفة» إن الميناء سيباع.", "المرسال", "الضفة"),
    ],
)
def test_what_an_agency_is_credited_with(text: str, outlet: str | None, origin: str | None) -> None:
    document = analyse(read_text(text, outlet=outlet))
    assert name(document, attribution(document, "قال").origin) == origin


@pytest.mark.parametrize(
    ("text", "cue", "evidence"),
    [
        ("قالت صحيفة «المرسال» إن الميناء سيباع.", "قالت", ["صحيفة «المرسال»"]),
        ("قال نديم صالح لوكالة رويترز إن الميناء سيباع.", "قال", ["رويترز"]),
        ("قال نديم صالح إن الميناء سيباع.", "قال", []),
    ],
)
def test_the_words_that_an_origin_rests_on(text: str, cue: str, evidence: list[str]) -> None:
    found = attribution(analyse(read_text(text)), cue)
    assert [text[span.start : span.end] for span in found.origin_evidence] == evidence


def test_an_undecided_origin_is_in_doubt() -> None:
    assert "origin" in attribution(analyse(read_text("قال نديم صالح إن الميناء سيباع.")), "قال").doubts


def attribution(document: Document, cue: str) -> Attribution:
    """The attribution with a cue; ``قال#2`` is the second «قال»."""
    word, _, number = cue.partition("#")
    found = [a for a in document.attributions if document.text[a.cue.start : a.cue.end] == word]
    return found[int(number or 1) - 1]


def name(document: Document, key: str | None) -> str | None:
    return next((entity.name for entity in document.entities if entity.key == key), key)
