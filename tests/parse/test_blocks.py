"""Blocks: written pages of many outlets, each line with the kind it must get."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Article, Block
from asanid.parse.blocks import find_blocks

P1 = "قالت بلدية كاستر إن الحريق الذي شب فجر الأحد في مخازن المرفأ القديم أُخمد بعد ست ساعات من العمل المتواصل."
P2 = "وأضافت في بيان أن فرق الإطفاء عثرت على مستودع غير مرخص للوقود خلف الرصيف الثالث، وأن تحقيقاً فُتح."
P3 = "ونفى مدير المرفأ هاني صعب أن تكون الإدارة قد علمت بوجود المستودع، ودعا إلى انتظار نتائج التحقيق."
P4 = "وكان المرفأ قد شهد حريقاً مماثلاً قبل عامين أوقع ثلاثة جرحى بين العمال، ولم تُعلن أسبابه حتى اليوم."
T = "حريق كبير في مخازن المرفأ القديم بكاستر"
SUMMARY = "ست ساعات من العمل انتهت بالعثور على مستودع غير مرخص للوقود خلف الرصيف الثالث"
CAPTION = "رجال إطفاء أثناء عملهم على رصيف المرفأ القديم يوم الأحد [كمال داغر/وكالة المضيق]"

PAGES: dict[str, list[tuple[str, str]]] = {
    "body alone": [("body", P1), ("body", P2), ("body", P3)],
    "headline and body": [("title", T), ("body", P1), ("body", P2)],
    "kicker above": [("kicker", "أمن"), ("title", T), ("body", P1), ("body", P2)],
    "two joined labels": [("kicker", "اقتصاد وأسواق"), ("title", T), ("body", P1), ("body", P2)],
    "kicker below": [("title", T), ("kicker", "محليات"), ("body", P1), ("body", P2)],
    "unknown label above": [("kicker", "شؤون المرافئ"), ("title", T), ("body", P1), ("body", P2)],
    "standfirst without stop, repeated caption, desk": [
        ("title", T),
        ("summary", SUMMARY),
        ("caption", CAPTION),
        ("caption", CAPTION),
        ("byline", "فريق عمل المرصد |"),
        ("body", P1),
        ("body", P2),
    ],
    "paragraph above the byline is a standfirst": [
        ("title", T),
        ("summary", "كشفت مصادر أن مستودعاً غير مرخص للوقود كان وراء الحريق الذي التهم مخازن المرفأ القديم في كاستر."),
        ("byline", "كتبت ليلى سعدون"),
        ("body", P1),
        ("body", P2),
    ],
    "opening repeated as standfirst": [
        ("title", T),
        ("summary", P1[:70]),
        ("body", P1),
        ("body", P2),
    ],
    "agency dateline alone": [("title", T), ("byline", "كاستر – رويترز"), ("body", P1), ("body", P2)],
    "agency in brackets": [("title", T), ("byline", "كاستر (أ ف ب)"), ("body", P1), ("body", P2)],
    "date line": [
        ("title", T),
        ("byline", "نشر في: 5 مارس 2025 - 14:30"),
        ("byline", "آخر تحديث: منذ ساعتين"),
        ("body", P1),
        ("body", P2),
    ],
    "hijri date and outlet": [
        ("title", T),
        ("byline", "الأربعاء ٤ ربيع الأول ١٤٤٧هـ – ٢٧ أغسطس ٢٠٢٥ | مرصد كاستر – متابعات"),
        ("body", P1),
        ("body", P2),
    ],
    "author between headline and body": [("title", T), ("byline", "سالم المرقشي"), ("body", P1), ("body", P2)],
    "author and place": [("title", T), ("byline", "هدى السراج ومراد بيطار – كاستر"), ("body", P1), ("body", P2)],
    "exclusive desk": [("title", T), ("byline", "خاص – مرصد كاستر"), ("body", P1), ("body", P2)],
    "translation desk": [("title", T), ("byline", "ترجمة: قسم الأخبار الدولية"), ("body", P1), ("body", P2)],
    "photographer": [
        ("title", T),
        ("caption", "صوامع الغلال في ميناء رأس المحار - تصوير: سامي الطوخي"),
        ("body", P1),
        ("body", P2),
    ],
    "caption between paragraphs": [
        ("title", T),
        ("body", P1),
        ("caption", "عمال المرفأ لدى خروجهم من الاجتماع مع المدير هاني صعب (قناة الشرفة)"),
        ("body", P2),
        ("body", P3),
    ],
    "sub-headings": [
        ("title", T),
        ("body", P1),
        ("heading", "مستودع بلا رخصة"),
        ("body", P2),
        ("body", P3),
        ("heading", "«لم نكن نعلم»"),
        ("body", P4),
    ],
    "sub-heading that says who": [("body", P1), ("body", P2), ("heading", "صعب: لم نعلم بوجود المستودع"), ("body", P3)],
    "question as sub-heading": [("body", P1), ("body", P2), ("heading", "من يملك المستودع؟"), ("body", P3)],
    "headlines of other stories between paragraphs": [
        ("title", T),
        ("body", P1),
        ("furniture", "وزير المالية يعلن موازنة بلا ضرائب جديدة"),
        ("furniture", "انطلاق مهرجان السينما الصامتة في بورال"),
        ("body", P2),
        ("body", P3),
    ],
    "read-also between paragraphs": [
        ("title", T),
        ("body", P1),
        ("furniture", "اقرأ أيضاً: تراجع طفيف في مؤشر كاستر العام"),
        ("body", P2),
        ("furniture", "للمزيد: كل ما نعرفه عن حرائق المرافئ"),
        ("body", P3),
    ],
    "watch as a label and as a verb": [
        ("title", T),
        ("body", P1),
        ("furniture", "شاهد.. لحظة اندلاع الحريق"),
        ("body", "شاهد سكان الحي القريب ألسنة اللهب من شرفاتهم، وقال بعضهم إنهم سمعوا دوي انفجار."),
        ("body", P3),
    ],
    "a headline that begins with watch": [("title", "شاهد.. حريق في مرفأ كاستر"), ("body", P1), ("body", P2)],
    "related stories close the page": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("furniture", "مواضيع ذات صلة"),
        ("furniture", "وزير النقل: لا زيادة في أسعار التذاكر"),
        ("furniture", "بالصور.. افتتاح أطول جسر معلق في بوراليا"),
    ],
    "teasers without a label": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("furniture", "وفاة آخر صانع أشرعة في الساحل الشرقي"),
        ("furniture", "أسعار الذهب تتراجع عند الإغلاق"),
        ("furniture", "هل يعود القطار إلى سهل الحور؟"),
    ],
    "comment form and captcha": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("furniture", "هل أعجبك هذا المقال؟"),
        ("furniture", "اترك تعليقاً"),
        ("furniture", "لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *"),
        ("furniture", "الاسم *"),
        ("furniture", "يرجى إدخال الأرقام *"),
    ],
    "comments of readers": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("body", P3),
        ("furniture", "التعليقات (2)"),
        ("furniture", "أبو سامر"),
        ("furniture", "هذا المرفأ يحتاج إلى إدارة جديدة منذ سنوات، والكل يعرف ذلك."),
    ],
    "share buttons and breadcrumb": [
        ("furniture", "الرئيسية » أخبار محلية"),
        ("title", T),
        ("furniture", "فيسبوك تويتر واتساب طباعة"),
        ("furniture", "A+ A-"),
        ("body", P1),
        ("body", P2),
        ("furniture", "شارك الخبر: فيسبوك | واتساب | نسخ الرابط"),
    ],
    "counters, tags, copyright": [
        ("title", T),
        ("furniture", "1,204 مشاهدة"),
        ("furniture", "مدة القراءة: 3 دقائق"),
        ("body", P1),
        ("body", P2),
        ("furniture", "الكلمات المفتاحية: كاستر، مرفأ، حريق"),
        ("furniture", "#كاستر #حريق_المرفأ"),
        ("furniture", "جميع الحقوق محفوظة © مرصد كاستر 2025"),
    ],
    "application, newsletter, cookies": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("furniture", "------------"),
        ("furniture", "حمّل تطبيق الشرفة ليصلك العاجل أولاً بأول"),
        ("furniture", "اشترك في نشرتنا البريدية"),
        ("furniture", "نستخدم ملفات تعريف الارتباط لتحسين تجربتك. موافق"),
    ],
    "source below": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("byline", "المصدر: وكالة المضيق"),
    ],
    "agency below": [("title", T), ("body", P1), ("body", P2), ("byline", "مرصد كاستر/ أ ف ب")],
    "initials of the desk below": [("title", T), ("body", P1), ("body", P2), ("byline", "ر م/ن س/ل ق")],
    "writer below, disclaimer": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("byline", "*نقلاً عن «الميزان» الأسبوعية"),
        ("furniture", "** المقالات المنشورة تمثل رأي كتابها"),
    ],
    "list after a colon": [
        ("title", T),
        ("body", P1),
        ("body", "وفيما يلي أسماء الأرصفة التي أُغلقت حتى إشعار آخر بقرار من البلدية:"),
        ("body", "رصيف الفحم"),
        ("body", "رصيف الصيادين"),
        ("body", "الرصيف الثالث"),
        ("body", P3),
    ],
    "years as sub-headings": [("body", P1), ("heading", "نوفمبر 2012"), ("body", P2), ("body", P3)],
    "a table below": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("body", "أفضل فيلم: «ليل البحيرة»"),
        ("body", "أفضل ممثلة: سلمى رعد"),
        ("body", "أفضل مخرج: وليد حمود"),
    ],
    "last paragraph without a stop": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("body", "كما وعدت البلدية بنشر نتائج التحقيق كاملة قبل نهاية الشهر المقبل"),
    ],
    "bullets": [("body", P1), ("body", "- إغلاق الرصيف الثالث"), ("body", "- نقل الوقود"), ("body", P3)],
    "numbered tips": [("body", P1), ("heading", "2. لا تقترب من الرصيف"), ("body", P2), ("body", P3)],
    "sports: names of clubs": [
        ("kicker", "رياضة"),
        ("title", "أولمار يقلب الطاولة على كراسن ويبلغ النهائي"),
        ("body", "قلب أولمار تأخره بهدفين أمام ضيفه كراسن إلى فوز مثير في إياب نصف النهائي مساء السبت."),
        ("body", "وقال المدرب ينس أوكلان بعد صافرة النهاية: «كنت واثقاً من لاعبي فريقي حتى الدقيقة الأخيرة»."),
    ],
    "machine translation, no stops in the middle": [
        ("title", "الملياردير القريب من القصر يحاول إحياء خط أنابيب ميت"),
        ("body", "أفادت صحيفة هارت ليدجر، أن الملياردير إدوار كيلمان يعمل على إعادة فتح خط الأنابيب المغلق"),
        ("body", "ليس لدى الأجهزة معرفة مؤكدة بأن القصر أمر بالمشروع. السيد كيلمان لم يستجب لطلب التعليق"),
        ("body", 'وقال: "أنا رجل عجوز. أنا أزرع الطماطم".'),
    ],
    "first paragraphs of other stories": [
        ("title", T),
        ("body", P1),
        ("body", P2),
        ("body", P3),
        ("furniture", "أعلن اتحاد السباحة في بوراليا، الثلاثاء، تأجيل بطولة الناشئين إلى الربيع بسبب أعمال الصيانة."),
        ("furniture", "افتتحت الشاعرة رنا غزال معرضاً دائماً لمخطوطاتها النادرة، وسط حضور كبير من النقاد والطلاب"),
        ("furniture", "«لن أعتزل الغناء».. بهذه الكلمات أنهت المطربة سلمى رعد جدلاً استمر أسابيع بين محبيها."),
    ],
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n"])
def test_pages(page: list[tuple[str, str]], gap: str) -> None:
    text = gap.join(line for _, line in page)
    found = find_blocks(Article("x", text))
    assert [(b.kind, text[b.start : b.end]) for b in found] == page


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 25


@pytest.mark.parametrize("text", ["", "  \n\t\n ", "\u2028\u2029"])
def test_nothing_gives_no_blocks(text: str) -> None:
    assert find_blocks(Article("x", text)) == ()


def test_one_sentence_is_body() -> None:
    assert [b.kind for b in find_blocks(Article("x", "قال الوزير إن المرفأ جاهز"))] == ["body"]


def test_markup_is_kept() -> None:
    text = f"{T}\n\n{P1}\n\n{P2}\n\nمستودع بلا رخصة\n\n{P3}"
    at = text.index(P1)
    given_blocks = (Block(0, len(T), "title"), Block(at, at + len(P1), "summary"))
    kinds = [b.kind for b in find_blocks(Article("x", text, blocks=given_blocks))]
    assert kinds == ["title", "summary", "body", "heading", "body"]


def test_a_line_may_repeat_the_fields_of_the_article() -> None:
    text = f"قسم المرافئ والنقل البحري\n{T}.\nسامر نصار من كاستر وضواحيها\n{P1}\n{P2}"
    kinds = [b.kind for b in find_blocks(Article("x", text, title=f"{T}.", byline="سامر نصار من كاستر وضواحيها"))]
    assert kinds == ["kicker", "title", "byline", "body", "body"]


_LINES = st.sampled_from(
    [
        T,
        P1,
        P2,
        CAPTION,
        SUMMARY,
        "اقرأ أيضاً",
        "أمن",
        "***",
        "- بند",
        "ـــــ",
        "____",
        "\u064b",
        "مواضيع ذات صلة",
        "كاستر – رويترز",
    ]
)
_TEXT = st.text("ابتوقال.:؟«»\"'()[]-#@/ \t\n\r\u2028\u200f\u0651A1*", max_size=200) | st.text(max_size=80)


@given(st.lists(_LINES | _TEXT, max_size=12).map("\n".join))
def test_blocks_cover_every_line_in_order(text: str) -> None:
    found = find_blocks(Article("x", text))
    position = 0
    for block in found:
        assert not text[position : block.start].strip()
        piece = text[block.start : block.end]
        assert piece == piece.strip() != ""
        assert not set(piece) & set("\n\r\u2028\u2029")
        position = block.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    "unit",
    [
        "اقرأ أيضاً\n",
        f"اقرأ أيضاً\n{P1}\n",
        "مواضيع ذات صلة\n" + P1 + "\n",
        f"{T}\n",
        f"{P1}\n{T}\n",
        "@@",
        "(",
        "#ا",
        "كلمة ",
    ],
)
def test_time_is_linear(unit: str) -> None:
    text = P1 + "\n" + unit * 4000
    started = time.process_time()
    find_blocks(Article("x", text))
    assert time.process_time() - started < 4
