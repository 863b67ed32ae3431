"""Stances: a sentence, its cue and the stance that cue, content and refusal give it."""

from __future__ import annotations

import pytest

from asanid.extract.phrases import index_phrases
from asanid.lexicon import section
from asanid.lexicon.schema.stances import Formula, Hedge
from asanid.parse.fold import fold
from asanid.parse.tokens import tokenize
from asanid.pipeline import analyse
from asanid.read import read_text

BY_THE_CUE = [
    ("قال الوزير سالم الراشد إن الجسر آمن.", "قال", "assert"),
    ("أضافت الشركة أن المصنع سيغلق.", "أضافت", "assert"),
    ("أعلنت الوزارة أن المطار أغلق.", "أعلنت", "assert"),
    ("يعتقد المسؤولون أن الهدنة هشة.", "يعتقد", "believe"),
    ("توقع الخبير نادر العلي أن ترتفع الأسعار.", "توقع", "believe"),
    ("رأى المحلل سامي الحلبي أن الاتفاق بعيد.", "رأى", "believe"),
    ("لا يستبعد المدرب كريم حداد أن يرحل المهاجم.", "لا يستبعد", "believe"),
    ("نفى المتحدث باسم الوزارة أن تكون المحادثات قد جرت.", "نفى", "deny"),
    ("نفت الشركة وجود تسرب.", "نفت", "deny"),
    ("أنكر المتهم رامي السعدي أنه كان في المدينة.", "أنكر", "deny"),
    ("لم ينف الوزير سالم الراشد الخبر.", "لم ينف", "decline"),
    ("لم يؤكد النادي الخبر.", "لم يؤكد", "decline"),
    ("لم يستجب المتحدث لطلب التعليق.", "لم يستجب", "decline"),
    ("لم ترد الشركة على طلب للتعليق.", "لم ترد", "decline"),
    ("امتنعت السفارة عن التعليق على الحادث.", "امتنعت", "decline"),
    ("دعت المنظمة إلى وقف القتال.", "دعت", "request"),
    ("طالبت المعارضة بفتح تحقيق مستقل.", "طالبت", "request"),
    ("حث الرئيس عادل منصور الأحزاب على الحوار.", "حث", "request"),
    ("تساءل النائب كمال عطية عما إذا كان التحقيق انتهى.", "تساءل", "question"),
    ("سأل الصحفي الوزير هل انتهى التحقيق.", "سأل", "question"),
    ("أكد المدير أن التذاكر نفدت.", "أكد", "assert"),
    ("شدد الحاكم على أن الأمن مستتب.", "شدد", "assert"),
    ("لم يعترف المتهم رامي السعدي بالسرقة.", "لم يعترف", "decline"),
]

REFUSED = [
    ("رفض المتحدث التعليق على التقرير.", "رفض", "decline"),
    ("رفضت الوزارة الإجابة عن سؤال بشأن الموعد.", "رفضت", "decline"),
    ("رفض المسؤول الكشف عن اسم الشركة.", "رفض", "decline"),
    ("رفض الوزير الإدلاء بأي تصريح.", "رفض", "decline"),
    ("رفض الوزير هذه الاتهامات.", "رفض", "deny"),
    ("رفضت الشركة الاتهامات الموجهة إليها.", "رفضت", "deny"),
    ("رفض الرئيس مزاعم المعارضة.", "رفض", "deny"),
    ("رفض المتحدث الانتقادات.", "رفض", "deny"),
    ("رفض الوفد العرض الجديد.", "رفض", "assert"),
    ("رفض الوزير سالم الراشد ما قالته الصحيفة.", "رفض", "deny"),
    ("رفض الوزير سالم الراشد تلك الاتهامات.", "رفض", "deny"),
    ("رفض القاضي سالم الراشد إدراج الاتهام في الملف.", "رفض", "assert"),
]

WARNED = [
    ("حذر الخبراء من أن السد قد ينهار.", "حذر", "assert"),
    ("حذر الأطباء من خطر العدوى.", "حذر", "assert"),
    ("حذرت المنظمة من كارثة في المخيم.", "حذرت", "assert"),
    ("حذر المحافظ من تصعيد التوتر.", "حذر", "request"),
    ("حذر الأطباء من استخدام الدواء.", "حذر", "request"),
    ("حذرت الوزارة من السفر إلى المدينة.", "حذرت", "request"),
    ("حذر الوزير من تفاقم الأزمة.", "حذر", "assert"),
    ("حذر الخبير من انتشار الوباء.", "حذر", "assert"),
]

LIGHT = [
    ("أعرب الأمين العام عن أمله في أن تنجح المحادثات.", "أعرب", "believe"),
    ("أعربت المنظمة عن قلقها من التصعيد.", "أعربت", "believe"),
    ("عبر المدرب عن ثقته باللاعبين.", "عبر", "believe"),
    ("أعربت الوزارة عن دعمها للمبادرة.", "أعربت", "assert"),
]

TAKES_NO_POSITION = [
    ("قال المتحدث: «لا تعليق لدي على هذا الأمر».", "قال", "decline"),
    ("قالت الشركة إنها لا تعلق على الشائعات في السوق.", "قالت", "decline"),
    ("قال الناطق: «نحن لا نعلق على المسائل الأمنية».", "قال", "decline"),
    ("قال الوزير: «لن أعلق على تحقيق لم ينته».", "قال", "decline"),
    ("قال المسؤول إنه ليس لديه علم بالاتفاق.", "قال", "decline"),
    ("قالت المتحدثة إنه ليس لديها أي معلومات عن الحادث.", "قالت", "decline"),
    ("قال المدير: «لا علم لي بذلك على الإطلاق».", "قال", "decline"),
    ("قالت الشركة إنها لا تملك أي معلومات عن الصفقة.", "قالت", "decline"),
    ("قال الناطق إنه لا يستطيع تأكيد الخبر.", "قال", "decline"),
    ("قال المصدر: «أنا لا أنفي ولا أؤكد ما نشر».", "قال", "decline"),
    ("قال الضابط إنه لا يعرف كيف دخل السارق المبنى.", "قال", "decline"),
    ("قال الوزير إنه من السابق لأوانه الحديث عن النتائج.", "قال", "decline"),
    ("قال المتحدث إنه من غير المناسب التعليق على القضية.", "قال", "decline"),
    ("قال السفير: «ليس لدينا ما نقوله في هذا الشأن».", "قال", "decline"),
    ("قالت الوزيرة: «لا نناقش تسليحنا عبر الإعلام أبدا».", "قالت", "decline"),
]

CALLS_IT_UNTRUE = [
    ("وصف الوزير المقال بأنه خدعة.", "وصف", "deny"),
    ("وصف المتحدث التقرير بأنه «غير دقيق».", "وصف", "deny"),
    ("وصفت الشركة الاتهامات بأنها سخيفة.", "وصفت", "deny"),
    ("وصف النائب الأنباء بأنها كاذبة.", "وصف", "deny"),
    ("قال الوزير إن الأنباء عارية عن الصحة.", "قال", "deny"),
    ("قال المتحدث إن ما نشرته المجلة محض اختلاق.", "قال", "deny"),
    ("قال الناطق إن التقارير مزيفة ومغرضة.", "قال", "deny"),
    ("قالت الشركة إن الاتهامات لا أساس لها من الصحة.", "قالت", "deny"),
    ("قال المحامي إن الخبر غير صحيح إطلاقا.", "قال", "deny"),
    ("أكد الوزير أن ما تردد عن استقالته مجرد شائعات.", "أكد", "deny"),
    ("قال النائب إن المزاعم لا تستند إلى دليل.", "قال", "deny"),
    ("أكدت السفارة أن لا صحة لخبر إغلاقها.", "أكدت", "deny"),
    ("قالت الوكالة إنه لا صحة للتقارير عن انقطاع الماء.", "قالت", "deny"),
    ("أكد النادي عدم صحة ما تردد عن رحيل المدرب.", "أكد", "deny"),
    ("وصف الوزير الانتقادات بأنها غير مبررة.", "وصف", "deny"),
    ("وصف الوزير سالم الراشد مزاعم المعارضة عن التزوير بأنها هراء.", "وصف", "deny"),
]

CALLS_SOMETHING_ELSE = [
    ("وصف الوزير اللقاء بأنه خطوة أولى.", "وصف", "assert"),
    ("وصف المدرب المباراة بأنها سخيفة.", "وصف", "assert"),
    ("قالت الوزارة إن الموقع نشر معلومات مضللة عن الانتخابات.", "قالت", "assert"),
    ("قال المدير إن الشركة لا تنوي بيع المصنع.", "قال", "assert"),
    ("وصف الناقد الكتاب بأنه عمل جميل.", "وصف", "assert"),
    ("وصف الوزير التصريحات بأنها غير مبررة.", "وصف", "assert"),
    ("اتهم النائب خصمه بأنه يقود حملة لا أساس لها ضد المجلس.", "اتهم", "assert"),
    ("قال الخبير إن الشركة أطلقت في المدينة حملة طويلة لا أساس لها.", "قال", "assert"),
]


@pytest.mark.parametrize(
    ("text", "cue", "stance"),
    BY_THE_CUE + REFUSED + WARNED + LIGHT + TAKES_NO_POSITION + CALLS_IT_UNTRUE + CALLS_SOMETHING_ELSE,
)
def test_stance(text: str, cue: str, stance: str) -> None:
    assert stances(text)[cue] == stance


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أكدت السفارة أن ما ادعته الشاهدة ليلى حداد غير صحيح إطلاقا.", "ادعته"),
        ("وأضاف الوزير: «ما كشفت عنه اللجنة اليوم خطير».", "كشفت"),
    ],
)
def test_what_is_talked_about_is_neither_negated_nor_a_denial(text: str, told: str) -> None:
    found = {cue: stance for cue, stance in stances(text).items() if told in cue}
    assert set(found.values()) == {"assert"}


def test_who_tells_that_it_is_untrue_denies_what_was_told() -> None:
    text = "أكدت السفارة أن ما ادعته الشاهدة ليلى حداد غير صحيح إطلاقا."
    assert stances(text)["أكدت"] == "deny"


def stances(text: str) -> dict[str, str]:
    """The stance of each cue of a text, the first where one comes twice."""
    found: dict[str, str] = {}
    for each in analyse(read_text(text)).attributions:
        found.setdefault(text[each.cue.start : each.cue.end], each.stance)
    return found


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("قال الوزير إن الجسر آمن.", "certain"),
        ("قال الوزير إن الجسر قد ينهار.", "possible"),
        ("قال الخبير إنه ربما تأخرت السفينة.", "possible"),
        ("قال الخبير إنه من المحتمل أن تتأخر السفينة.", "possible"),
        ("قال المحقق إن الطيار نجا على الأرجح.", "probable"),
        ("قال المحلل إنه من المرجح أن يفوز الحزب.", "probable"),
        ("قال الناطق إنه من المتوقع أن يصل الوفد غدا.", "probable"),
        ("رجح المحقق أن الحريق متعمد.", "probable"),
        ("قالت الشرطة إنها اعتقلت مشتبها به في التفجير.", "alleged"),
        ("قال المحامي إن الصفقة المزعومة لم توقع.", "alleged"),
        ("زعم الموقع أن المصرف أفلس.", "alleged"),
    ],
)
def test_certainty(text: str, certainty: str) -> None:
    assert analyse(read_text(text)).attributions[0].certainty == certainty


@pytest.mark.parametrize(
    ("text", "commitment"),
    [
        ("قال الوزير إن الجسر آمن.", "neutral"),
        ("زعم الموقع أن المصرف أفلس.", "distance"),
        ("ادعى المتهم أنه كان في بيته.", "distance"),
        ("كشفت الصحيفة أن العقد وقع سرا.", "endorse"),
        ("قال المحامي إن الصفقة المزعومة لم توقع.", "distance"),
        ("قال الناطق إن الجماعة تسيطر على ما يسمى الحزام الأمني.", "distance"),
    ],
)
def test_commitment(text: str, commitment: str) -> None:
    assert analyse(read_text(text)).attributions[0].commitment == commitment


def identity(entry: Formula | Hedge) -> str:
    return entry.id


@pytest.mark.parametrize("entry", [*section("stance_formulas", Formula), *section("hedges", Hedge)], ids=identity)
def test_examples_of_the_lexicon(entry: Formula | Hedge) -> None:
    index = index_phrases([(phrase, entry.id) for phrase in entry.phrases])
    for example in entry.examples:
        before, _, _ = example.partition("[")
        tokens = tokenize(fold(example.replace("[", "").replace("]", "")))
        assert len(before) in {tokens[position].stem_start for position, _ in index.find(tokens)} | {
            tokens[position].start for position, _ in index.find(tokens)
        }
