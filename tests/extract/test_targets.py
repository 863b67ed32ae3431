"""Targets: small articles, a reply in them, its stance and the attributions it answers, each by its cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asanid.extract.phrases import index_phrases
from asanid.model import Block, BlockKind
from asanid.parse.fold import fold
from asanid.parse.tokens import tokenize
from asanid.pipeline import analyse
from asanid.read import read_text

REPORT = "كشفت صحيفة «المرصد» عن محادثات سرية جرت في الخريف بين مملكة سارون وجبهة التلال."
SALE = "قالت مصادر مطلعة إن شركة نورفا ستبيع مصنعها في مدينة روانة."
DEATH = "قالت مجلة «الميزان» إن ثلاثة بحارة قتلوا في هجوم على الناقلة."

DENIED_REPORT = "نفت الحكومة صحة تقرير نشرته صحيفة «المرصد» عن لقاء الوزير سالم الراشد بقادة الجبهة."

DENIED = [
    (REPORT, "نفى المتحدث باسم الحكومة كمال اليافي أن تكون المحادثات قد جرت.", "نفى", "deny", ["كشفت"]),
    (REPORT, "نفت حكومة سارون إجراء محادثات مع الجبهة.", "نفت", "deny", ["كشفت"]),
    (REPORT, "ونفى الوزير سالم الراشد ذلك.", "نفى", "deny", ["كشفت"]),
    (REPORT, "وصف الوزير سالم الراشد التقرير بأنه خدعة.", "وصف", "deny", ["كشفت"]),
    (REPORT, "قال الوزير سالم الراشد إن هذه الأنباء عارية عن الصحة.", "قال", "deny", ["كشفت"]),
    (REPORT, "قال الوزير سالم الراشد إن التقارير مزيفة.", "قال", "deny", ["كشفت"]),
    (REPORT, "قال الوزير سالم الراشد إن المملكة لا تجري محادثات سرية مع جبهة التلال.", "قال", "deny", ["كشفت"]),
    (REPORT, "قال الوزير سالم الراشد إن الاتصال الوحيد مع الجبهة كان قبل سنوات.", "قال", "deny", ["كشفت"]),
    (SALE, "نفى مدير الشركة نادر العلي بيع المصنع.", "نفى", "deny", ["قالت"]),
    (SALE, "نفت شركة نورفا هذه المعلومات.", "نفت", "deny", ["قالت"]),
    (SALE, "رفض نادر العلي هذه المزاعم.", "رفض", "deny", ["قالت"]),
    (DEATH, "نفى القبطان كريم حداد مقتل أي بحار.", "نفى", "deny", ["قالت"]),
    (DEATH, "أنكر القبطان كريم حداد أن يكون أحد قد توفي في الهجوم.", "أنكر", "deny", ["قالت"]),
]

CONFIRMED = [
    (REPORT, "وأكد الوزير سالم الراشد إجراء محادثات مع جبهة التلال.", "أكد", "confirm", ["كشفت"]),
    (SALE, "أكد نادر العلي بيع المصنع.", "أكد", "confirm", ["قالت"]),
    (SALE, "أكد نادر العلي أن شركة نورفا ستبيع مصنعها.", "أكد", "confirm", ["قالت"]),
    (SALE, "أكد نادر العلي أن العمال سيحصلون على أجورهم.", "أكد", "assert", []),
    (DEATH, "أكدت الوزارة مقتل البحارة الثلاثة.", "أكدت", "confirm", ["قالت"]),
    (DEATH, "أكدت الوزارة أن الميناء مفتوح.", "أكدت", "assert", []),
    ("قالت الصحيفة إن المدرب استقال، وهو ما أكده النادي.", "", "أكده", "confirm", ["قالت"]),
]

DECLINED = [
    (REPORT, "رفض المتحدث باسم الحكومة كمال اليافي التعليق.", "رفض", "decline", ["كشفت"]),
    (REPORT, "رفضت وزارة الخارجية التعليق على المحادثات.", "رفضت", "decline", ["كشفت"]),
    (REPORT, "ولم يستجب كمال اليافي لطلب التعليق.", "لم يستجب", "decline", ["كشفت"]),
    (REPORT, "لم ينف كمال اليافي حصول المحادثات.", "لم ينف", "decline", ["كشفت"]),
    (REPORT, "وقال كمال اليافي: «لا تعليق لدي على هذا الأمر».", "قال", "decline", ["كشفت"]),
    (REPORT, "وقال كمال اليافي: «ليس لدي أي علم بذلك».", "قال", "decline", ["كشفت"]),
    (SALE, "امتنعت شركة نورفا عن التعليق.", "امتنعت", "decline", ["قالت"]),
    (SALE, "لم يؤكد نادر العلي بيع المصنع.", "لم يؤكد", "decline", ["قالت"]),
    (SALE, "رفض نادر العلي الكشف عن موعد افتتاح المتجر.", "رفض", "decline", []),
]

CHARGE = "اتهمت بريطانيا روسيا بالوقوف وراء الهجوم على المصنع."

IN_CONTEXT = [
    # the charge is against whoever replies, under whatever name
    (f"{CHARGE}\n\nوقالت فرنسا إن الهجوم خطير.\n\nونفت موسكو أي ضلوع في الهجوم.", "نفت", "deny", ["اتهمت"]),
    (f"{CHARGE}\n\nوقالت فرنسا إن الجسر آمن.\n\nونفت روسيا الاتهامات.", "نفت", "deny", ["اتهمت"]),
    (f"{CHARGE}\n\nوقالت فرنسا إن الجسر آمن.\n\nونفت إيطاليا الاتهامات.", "نفت", "deny", []),
    (f"{CHARGE}\n\nوقال السفير الروسي كمال اليافي إن روسيا لم تهاجم المصنع.", "قال", "deny", ["اتهمت"]),
    ("وتتهم تركيا واليونان قبرص بإغلاق الميناء، لكن قبرص تنفي ذلك.", "تنفي", "deny", ["تتهم", "تتهم"]),
    # who replies is not answered by his own side, nor by what he says beside it
    (
        f"{CHARGE}\n\nوقال الرئيس الروسي عادل منصور إن الهجوم مؤسف.\n\nونفت روسيا ضلوعها في الهجوم.",
        "نفت",
        "deny",
        ["اتهمت"],
    ),
    # a topic that nothing told so far is about: no guess
    (f"{REPORT}\n\nنفى الوزير سالم الراشد التقارير عن إغلاق المدارس.", "نفى", "deny", []),
    (f"{REPORT}\n\nنفت حكومة سارون الاتهامات بأنها تهرب القمح.", "نفت", "deny", []),
    (f"{REPORT}\n\n{SALE}\n\n{DEATH}\n\nوامتنع مصرف المرفأ عن التعليق.", "امتنع", "decline", []),
    (f"{REPORT}\n\nوامتنعت مملكة سارون عن التعليق.", "امتنعت", "decline", ["كشفت"]),
    # the topic of a comment stands behind who is asked
    (f"{REPORT}\n\n{SALE}\n\nولم يصدر أي تعليق من نادر العلي على بيع المصنع.", "لم يصدر", "decline", ["قالت"]),
    # what a paper says itself is answered, not what was known of it through a denial
    (
        f"{DENIED_REPORT}\n\nوقالت الصحيفة إن سالم الراشد التقى قادة الجبهة.\n\nووصف سالم الراشد التقرير بأنه كذب.",
        "وصف",
        "deny",
        ["قالت"],
    ),
    # told behind the reply
    ("رفض المدرب كريم حداد الإجابة عن سؤال، بعدما ذكرت مجلة «الميزان» أنه سيرحل.", "رفض", "decline", ["ذكرت"]),
    (
        "نفت شركة نورفا بيع المصنع.\n\nوقالت الشركة إن العمال باقون.\n\nوكانت صحيفة «المرصد» ذكرت أن المصنع بيع سرا.",
        "نفت",
        "deny",
        ["ذكرت"],
    ),
    (f"{CHARGE}\n\nوتتهم فرنسا روسيا بقصف الجسر، لكن روسيا تنفي تورطها في الحادث.", "تنفي", "deny", ["تتهم"]),
    ("نفت روسيا مهاجمة المصنع.\n\nوتتهم بريطانيا روسيا بمهاجمة المصنع بالصواريخ.", "نفت", "deny", ["تتهم"]),
    # a denial that the same voice goes on with, in the paragraph behind or in its own quotation
    (f"{SALE}\n\nنفى نادر العلي بيع المصنع.\n\nوأكد العلي: «لم نوقع عقدا مع أحد».", "أكد", "deny", ["قالت"]),
    # ruled out
    (f"{SALE}\n\nواستبعد نادر العلي بيع المصنع.", "استبعد", "deny", ["قالت"]),
    ("واستبعد نادر العلي بيع المصنع.", "استبعد", "believe", []),
    # a clause that repeats little of a report confirms nothing
    (f"{DEATH}\n\nوأكد القبطان كريم حداد أن الناقلة كانت تحمل زيتا إلى ميناء الريحان.", "أكد", "assert", []),
    # several sources of one report, several voices of one answer
    ("قال الحزب والنقابة إن المصنع بيع.\n\nنفى نادر العلي بيع المصنع.", "نفى", "deny", ["قال", "قال"]),
]

NOT_REPLIES: list[tuple[str, str, str, str, list[str]]] = [
    (REPORT, "قال الوزير سالم الراشد إن الحكومة لن ترفع الضرائب.", "قال", "assert", []),
    (SALE, "قال العمدة رامي السعدي إن المدينة لا تملك ماء يكفيها.", "قال", "assert", []),
    (DEATH, "قال مصدر في الشرطة إن الناقلة وصلت إلى الميناء.", "قال", "assert", []),
]


@pytest.mark.parametrize(("report", "reply", "cue", "stance", "targets"), DENIED + CONFIRMED + DECLINED + NOT_REPLIES)
@pytest.mark.parametrize("joint", ["\n\n", " "], ids=["paragraphs", "sentences"])
def test_reply(report: str, reply: str, cue: str, stance: str, targets: list[str], joint: str) -> None:
    assert answered(f"{report}{joint}{reply}".strip(), cue) == (stance, targets)


@pytest.mark.parametrize(("text", "cue", "stance", "targets"), IN_CONTEXT)
def test_reply_in_context(text: str, cue: str, stance: str, targets: list[str]) -> None:
    assert answered(text, cue) == (stance, targets)


def test_co_ordinated_replies_answer_the_same() -> None:
    text = f"{REPORT}\n\nورفضت تركيا واليونان التعليق على هذه المحادثات."
    found = analyse(read_text(text)).attributions
    assert [a.target for a in found if a.stance == "decline"] == [(found[0].id,)] * 2


def test_a_heading_denies_what_the_paragraph_below_does() -> None:
    text = f"{REPORT}\n\nتركيا: «لا سرا ولا علنا»\n\nنفت تركيا إجراء محادثات مع الجبهة."
    kinds: tuple[BlockKind, ...] = ("body", "heading", "body")
    starts = [text.index(line) for line in text.split("\n\n")]
    ends = [start + len(line) for start, line in zip(starts, text.split("\n\n"), strict=True)]
    blocks = tuple(map(Block, starts, ends, kinds))
    found = analyse(replace(read_text(text), blocks=blocks)).attributions
    assert [(a.stance, a.target) for a in found] == [("assert", ()), ("deny", ("a1",)), ("deny", ("a1",))]


def test_a_denial_ahead_of_its_report() -> None:
    text = f"نفى الوزير سالم الراشد أن تكون المملكة أجرت محادثات مع جبهة التلال.\n\n{REPORT}"
    assert answered(text, "نفى") == ("deny", ["كشفت"])


def test_who_goes_on_denies_too() -> None:
    text = f"{SALE}\n\nنفى نادر العلي بيع المصنع، وقال إن المصنع ليس معروضا على أحد."
    assert answered(text, "قال") == ("deny", ["قالت"])


def test_the_source_that_tells_it_is_meant_and_not_who_relays_it() -> None:
    text = "ذكرت صحيفة «المرصد» نقلا عن مسؤولين أن شركة نورفا ستبيع مصنعها.\n\nنفى نادر العلي بيع المصنع."
    assert answered(text, "نفى") == ("deny", ["نقلا عن"])


def test_a_publication_is_meant_by_its_article() -> None:
    text = f"{SALE}\n\n{DEATH}\n\nوصف القبطان كريم حداد مقال مجلة «الميزان» بأنه فبركة."
    assert answered(text, "وصف")[1] == ["قالت"]


def test_an_answer_to_what_was_just_said() -> None:
    text = f"{REPORT}\n\n{SALE}\n\nوردا على ذلك قال نادر العلي: «نحن لا نعلق على أقوال المنافسين»."
    found = analyse(read_text(text)).attributions
    assert [a.target for a in found if a.stance == "decline"] == [(found[1].id,)]


def test_time_grows_with_the_text() -> None:
    text = "\n\n".join(f"{SALE}\n\nنفى نادر العلي بيع المصنع." for _ in range(120))
    found = analyse(read_text(text)).attributions
    assert all(len(each.target) <= 4 for each in found)
    assert sum(each.stance == "deny" for each in found) == 120


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("لا|لن نعلق", "نحن لن نعلق", [1]),
        ("محض … اختلاق", "هذا محض كذب واختلاق", [1]),
        ("محض … اختلاق", "هذا محض", []),
        ("لا تعليق", "قال «لا» تعليق", [2]),
        ("لا صحة ل", "لا صحة", []),
    ],
)
def test_phrases(phrase: str, text: str, found: list[int]) -> None:
    assert [position for position, _ in index_phrases([(phrase, 1)]).find(tokenize(fold(text)))] == found


def answered(text: str, cue: str) -> tuple[str, list[str]]:
    """The stance of the last attribution with a cue, and the cues of what it answers."""
    found = analyse(read_text(text)).attributions
    cues = {each.id: text[each.cue.start : each.cue.end] for each in found}
    reply = [each for each in found if cues[each.id].endswith(cue)][-1]
    return reply.stance, [cues[target] for target in reply.target]
