"""Contacts and deals as tables: a text with its names marked → type, parties and status of each contact."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asanid.extract.attributions import find_attributions
from asanid.extract.contacts import find_contacts
from asanid.extract.contacts.merge import compatible
from asanid.parse.parsed import parse
from asanid.read import read_text
from tests.extract.marked import tell

S, N, R, M = "سامي درويش", "نبيل حداد", "راشد الوضاح", "منى قاسم"
WADI, MADAR, UFUQ, MINA = "كتائب الوادي", "شركة المدار", "شركة الأفق", "الميناء"


def one(marked: str) -> tuple[str, set[str], str]:
    rows = tell(marked).rows()
    assert len(rows) == 1, rows
    return rows[0]


MEETING = [
    # the orders of verb, subject and object
    ("التقى {سامي درويش} {نبيل حداد} أمس.", {S, N}),
    ("الوزير {سامي درويش} التقى السفير {نبيل حداد} أمس.", {S, N}),
    ("قال مصدر إن {سامي درويش} التقى {نبيل حداد} سرا.", {S, N}),
    ("قال مصدر إن {سامي درويش}، الذي يقود الحزب، التقى {نبيل حداد} سرا.", {S, N}),
    ("التقى وزير الخارجية {سامي درويش} في {القاهرة/PLACE/-} السفير {نبيل حداد}.", {S, N}),
    ("التقى وزير الخارجية، {سامي درويش}، السفير {نبيل حداد}.", {S, N}),
    ("التقى {سامي درويش} (57 عاما) {نبيل حداد} في فندق.", {S, N}),
    ("التقى {سامي درويش} قياديا يدعى {نبيل حداد} في فندق.", {S, N}),
    ("التقى {سامي درويش} موفدين من {كتائب الوادي/GROUP} في فيلا.", {S, WADI}),
    ("التقى {سامي درويش} قياديين في «{كتائب الوادي/GROUP}» مرتين.", {S, WADI}),
    ("اجتمع {سامي درويش} و{نبيل حداد} في مقر الحزب.", {S, N}),
    ("اجتمع {سامي درويش} مع {نبيل حداد} و{راشد الوضاح}.", {S, N, R}),
    ("كان {سامي درويش} و{نبيل حداد} قد التقيا في الصيف.", {S, N}),
    ("استقبل الأمير {راشد الوضاح} أمير البلاد، في القصر صباح اليوم، الرئيس {نبيل حداد}.", {R, N}),
    ("وأثناء زيارة {سامي درويش} إلى العاصمة، التقى المستشار {نبيل حداد}.", {S, N}),
    ("ناقش {سامي درويش} مع نظيره {نبيل حداد} الوضع.", {S, N}),
    ("بحث سمو الأمير {راشد الوضاح} والرئيس {نبيل حداد} تعزيز العلاقات.", {R, N}),
    ("زار السفير {سامي درويش} الرئيس {نبيل حداد} في مكتبه.", {S, N}),
    ("جلس {سامي درويش} وجها لوجه مع القيادي {نبيل حداد}.", {S, N}),
    # nouns and what carries them
    ("عقد {سامي درويش} اجتماعا مغلقا مع {نبيل حداد}.", {S, N}),
    ("جرى لقاء بين {سامي درويش} و{نبيل حداد}.", {S, N}),
    ("كشفت وثيقة عن لقاء سري جمع {سامي درويش} ب{نبيل حداد}.", {S, N}),
    ("خلال لقاء {سامي درويش} و{نبيل حداد} انقطع التيار.", {S, N}),
    ("سافر {سامي درويش} إلى العاصمة للقاء {نبيل حداد}.", {S, N}),
    ("انتهت قمة {سامي درويش} و{نبيل حداد} بلا بيان.", {S, N}),
    ("وقف الوفد لدعم {سامي درويش} خلال لقائه مع {نبيل حداد}.", {S, N}),
    ("شارك {سامي درويش} في محادثات مع {نبيل حداد}.", {S, N}),
    # calls, talks, channels
    ("اتصل {سامي درويش} ب{نبيل حداد} مساء الأحد.", {S, N}),
    ("أجرى {سامي درويش}، يوم الأحد، اتصالا هاتفيا ب{نبيل حداد}.", {S, N}),
    ("تحدث {سامي درويش} مرتين إلى {نبيل حداد}.", {S, N}),
    ("كان {سامي درويش} على اتصال مع المستشار {نبيل حداد}.", {S, N}),
    ("حاول {سامي درويش} إنشاء قناة اتصال سرية مع الرئيس {نبيل حداد}.", {S, N}),
    ("قالت مصادر إن {سامي درويش} انخرط خلال الأشهر الماضية، في «محادثات سرية» مع {نبيل حداد}.", {S, N}),
    ("واشنطن قلقة من اتصالات {سامي درويش} و{نبيل حداد}.", {S, N}),
    ("تواصلت {البحرية السارونية/ORG} مع {خفر السواحل/ORG} ليلا.", {"البحرية السارونية", "خفر السواحل"}),
    ("لدينا تأكيد بأن {مصر/PLACE} و{كتائب الوادي/GROUP} في حوار.", {"مصر", WADI}),
    ("بدأت {مصر/PLACE} و{فرنسا/PLACE} مشاورات أميركية مصرية.", {"مصر", "فرنسا"}),
    ("في {باريس/PLACE/-} جرت مباحثات مصرية فرنسية، قالت {مصر/PLACE} و{فرنسا/PLACE} إنها مفيدة.", {"مصر", "فرنسا"}),
    ("راسلت {نقابة الصيد/ORG} الوزير {نبيل حداد} مرتين.", {"نقابة الصيد", N}),
    ("بعث الرئيس {سامي درويش} رسالة إلى الملك {نبيل حداد}.", {S, N}),
    ("كتب {سامي درويش} أن {نبيل حداد} أخبره بالخطة.", {S, N}),
]


@pytest.mark.parametrize(("marked", "parties"), MEETING)
def test_who_meets_and_talks(marked: str, parties: set[str]) -> None:
    kind, found, _ = one(marked)
    assert (kind, found) == ("contact", parties)


DEALING = [
    ("يتفاوض {سامي درويش} مع {كتائب الوادي/GROUP} على السعر.", "negotiation", {S, WADI}),
    ("المفاوضات بين {سامي درويش} و{كتائب الوادي/GROUP} جارية.", "negotiation", {S, WADI}),
    ("يفاوض {سامي درويش} {كتائب الوادي/GROUP} سرا.", "negotiation", {S, WADI}),
    (
        "دخل {بنك المرساة/ORG} في محادثات للاستحواذ على حصة في {مصرف الحقول/ORG}.",
        "negotiation",
        {"بنك المرساة", "مصرف الحقول"},
    ),
    ("وقع {سامي درويش} اتفاقا مع {شركة المدار/ORG}.", "deal", {S, MADAR}),
    ("وقّع الوزير {سامي درويش}، في مكتبه، عقدا بمليون دولار مع {شركة المدار/ORG}.", "deal", {S, MADAR}),
    ("يحاول {سامي درويش} التوسط في صفقة مع {كتائب الوادي/GROUP}.", "deal", {S, WADI}),
    ("قال إن {سامي درويش} يبرم «صفقاته الخاصة» مع {كتائب الوادي/GROUP}.", "deal", {S, WADI}),
    ("يحاول {سامي درويش} بيع أسلحة صغيرة إلى {كتائب الوادي/GROUP}.", "deal", {S, WADI}),
    ("باعت {شركة المدار/ORG} في أيلول حصتها إلى صندوق {نجدان/ORG}.", "deal", {MADAR, "نجدان"}),
    ("«{سديمة/ORG}» تستحوذ على 51% من «{نورفارا/ORG}» مقابل مليار درهم.", "deal", {"سديمة", "نورفارا"}),
    ("تعاقدت {وزارة التموين/ORG} على القمح مع شركة «{نوفاسيريا/ORG}».", "deal", {"وزارة التموين", "نوفاسيريا"}),
    ("اشترى {سامي درويش} مصنعا من {شركة المدار/ORG}.", "deal", {S, MADAR}),
    ("انضم اللاعب {سامي درويش} إلى نادي {الميناء/ORG} هذا الموسم.", "deal", {S, MINA}),
    ("اتفقت {مصر/PLACE} و{فرنسا/PLACE} على تنسيق المواقف.", "deal", {"مصر", "فرنسا"}),
    ("أرسلت {مصر/PLACE} مساعدات طبية إلى {فرنسا/PLACE}.", "transfer", {"مصر", "فرنسا"}),
    ("سلمت {شركة المدار/ORG} صواريخ إلى {كتائب الوادي/GROUP}.", "transfer", {MADAR, WADI}),
    ("تلقت شركة {المدار/ORG} نصف مليون دولار من شركة {الأفق/ORG}.", "transfer", {"المدار", "الأفق"}),
    ("دفع {سامي درويش} مبلغ 130 ألف دولار ل{منى قاسم}.", "transfer", {S, M}),
    ("تبرعت {شركة المدار/ORG} بأجهزة ل{فرنسا/PLACE}.", "transfer", {MADAR, "فرنسا"}),
    ("{مصر/PLACE} و{فرنسا/PLACE} تتبادلان 84 أسيرا.", "exchange", {"مصر", "فرنسا"}),
    ("جرى تبادل أسرى بين {مصر/PLACE} و{كتائب الوادي/GROUP}.", "exchange", {"مصر", WADI}),
]


@pytest.mark.parametrize(("marked", "kind", "parties"), DEALING)
def test_who_deals_delivers_and_exchanges(marked: str, kind: str, parties: set[str]) -> None:
    assert one(marked)[:2] == (kind, parties)


REFERRING = [
    # roles, nouns of bodies, nationalities and pronouns stand for those told before
    ("قال وزير الدفاع الروسي {سامي درويش} إنه متعب. تحدث {نبيل حداد} مع وزير الدفاع الروسي.", {S, N}),
    ("يقود الزعيم الروسي {سامي درويش} البلاد. التقى {نبيل حداد} الرئيس الروسي.", {S, N}),
    ("تأسست جماعة «{كتائب الوادي/GROUP}» قبل عام. التقى {سامي درويش} موفدا من الجماعة.", {S, WADI}),
    ("الرئيس الروسي {سامي درويش} غائب. تحدث الرئيس المصري {نبيل حداد} إلى نظيره الروسي.", {S, N}),
    ("{روسيا/PLACE} بعيدة. يجري {سامي درويش} محادثات مع مسؤولين روس.", {S, "روسيا"}),
    ("قال مسؤول إن {سامي درويش} وصل وإنه التقى {نبيل حداد}.", {S, N}),
    ("قالت {هيرالد أورين/MEDIA/-} إن {سامي درويش} وصل، وأضافت أنه التقى {نبيل حداد}.", {S, N}),
    ("وصل {سامي درويش} و{نبيل حداد} معا، ويتواصل الاثنان كثيرا.", {S, N}),
    ("سبق ل{مصر/PLACE} أن خاضت مفاوضات مع {كتائب الوادي/GROUP}.", {"مصر", WADI}),
    (
        "قال إن {سامي درويش} وصل متعبا، وإن {سامي درويش} التقى {نبيل حداد}.",
        {S, N},
    ),
]


@pytest.mark.parametrize(("marked", "parties"), REFERRING)
def test_whom_a_noun_stands_for(marked: str, parties: set[str]) -> None:
    assert one(marked)[1] == parties


UNSEEN = [
    # relative clauses: what they are about takes part
    ("قال {نبيل حداد} إن المدير {سامي درويش} الذي التقى {منى قاسم} متعب.", {S, M}),
    ("رافقت {منى قاسم} السفير {نبيل حداد}، الذي يسعى إلى لقاء مع {سامي درويش}.", {N, S}),
    ("في لقاء عقده {سامي درويش} مع {نبيل حداد} انقطع التيار.", {S, N}),
    ("انتهت الزيارة بعد محادثات أجراها {سامي درويش} مع {نبيل حداد}.", {S, N}),
    ("أكد {سامي درويش} انعقاد القمة التي ستجمعه ب{نبيل حداد} في الفندق.", {S, N}),
    # circumstances: they are the subject's
    ("عبر {سامي درويش} عن قلقه، في مكالمة مع {نبيل حداد}، من البطء.", {S, N}),
    ("قال {سامي درويش} عقب اجتماع مع {نبيل حداد} إن الجسر آمن.", {S, N}),
    ("يقوم {سامي درويش} بزيارة إلى العاصمة يلتقي خلالها {نبيل حداد}.", {S, N}),
    ("أكد {راشد الوضاح} زيارة {سامي درويش} إلى العاصمة واجتماعه مع {نبيل حداد}.", {S, N}),
    # whose the event is
    ("تجري استعدادات للقمة المرتقبة ل{سامي درويش} مع {نبيل حداد}.", {S, N}),
    ("يأمل الوفد أن تضع القمة بين {سامي درويش} و{نبيل حداد} حدا للأزمة.", {S, N}),
    ("أجرى {سامي درويش} و«{نبيل حداد}» محادثات في الفندق.", {S, N}),
    # what another noun is tied to is no party
    ("ناقش {سامي درويش} العلاقات مع {مصر/PLACE/-} في لقاء مع {نبيل حداد}.", {S, N}),
    ("قال {سامي درويش} في لقاء مع {نبيل حداد} إن الحدود بين {مصر/PLACE/-} و{فرنسا/PLACE/-} آمنة.", {S, N}),
    # who says «I» and «we»
    ("وقال {سامي درويش}: «تحدثت مع {نبيل حداد} أمس، وكان صريحا».", {S, N}),
    ("وقال {سامي درويش}: «أجرينا محادثات مع {نبيل حداد} واتفقنا على موعد».", {S, N}),
    # lists
    (
        "اجتمع ممثلو الدول الثلاث وهي {مصر/PLACE} و{فرنسا/PLACE} و{روسيا/PLACE} في الفندق.",
        {"مصر", "فرنسا", "روسيا"},
    ),
]


@pytest.mark.parametrize(("marked", "parties"), UNSEEN)
def test_who_takes_part_by_the_sentence_round_it(marked: str, parties: set[str]) -> None:
    found = [row[1] for row in tell(marked).rows() if row[0] == "contact"]
    assert found == [parties]


UNNAMED = [
    ("استقبل {سامي درويش} في مكتبه وزير الخارجية الروسي.", {S, "وزير الخارجية الروسي"}),
    ("التقى {سامي درويش} عددا من شيوخ القبائل أمس.", {S, "عددا من شيوخ القبائل"}),
    ("بحث {سامي درويش} مع نظيره المصري خطة الإعمار.", {S, "نظيره المصري"}),
    ("استأنفت المعارضة المسلحة محادثاتها مع {روسيا/PLACE}.", {"روسيا", "المعارضة المسلحة"}),
]


@pytest.mark.parametrize(("marked", "parties"), UNNAMED)
def test_somebody_without_a_name_takes_part(marked: str, parties: set[str]) -> None:
    assert one(marked)[1] == parties


def test_a_headline_without_names_is_what_the_article_tells_with_them() -> None:
    text = "تاجر سلاح سوري يفاوض {كتائب الوادي/GROUP}\n\nقال مصدر إن {سامي درويش} يفاوض {كتائب الوادي/GROUP} سرا."
    assert one(text)[1] == {S, WADI}


def test_a_deal_is_with_whom_it_provides_for() -> None:
    marked = "وقعت {روسيا/PLACE} اتفاقا بقيمة مليار دولار لتزويد {مصر/PLACE} بأنظمة دفاع."
    assert ("deal", {"روسيا", "مصر"}, "reported") in tell(marked).rows()


NOTHING = [
    "عقد المجلس اجتماعا لبحث الأوضاع على الحدود بين {مصر/PLACE} و{فرنسا/PLACE}.",
    "قالت {منى قاسم} في لقاء جماهيري في مدينة {سلوان/PLACE} إن الانتخابات قريبة.",
    "أعلن {سامي درويش} إثر قمة {سنغافورة/PLACE} وقف المناورات بين {مصر/PLACE} و{فرنسا/PLACE}.",
    "لا مشكلة لدى {سامي درويش} في أي اتفاق بين {مصر/PLACE} و{فرنسا/PLACE}.",
    "انسحبت {مصر/PLACE} من الاتفاق النووي مع {فرنسا/PLACE}.",
    "يجب أن تتفاوض {مصر/PLACE} مع {فرنسا/PLACE}.",
    "قال {سامي درويش} للصحفيين إنه تحدث مع المراسلين عن {نبيل حداد}.",
    "خيبة في اجتماع {مجموعة التلال/ORG} و{فرنسا/PLACE} تدعو إلى الهدوء.",
    "استدعت {مصر/PLACE} سفيرها في {فرنسا/PLACE}.",
    "التقى وزير الزراعة سفيرا أمس.",
    "يلتقي {الميناء/ORG} و{النجوم/ORG} في النهائي على ملعب الميناء.",
    "التقى {سامي درويش} {نبيل حداد} في ربع النهائي.",
    "قال {سامي درويش} في اتصال هاتفي مع «{المصب/MEDIA}» إن الشحنة سليمة.",
    "قال {سامي درويش} في لقاء مع صحيفة {الضفة/MEDIA}: «لن نرحل».",
    "طالب {سامي درويش} {شركة المدار/ORG} بالرحيل.",
    "تحدث {سامي درويش} عن {نبيل حداد} أمام البرلمان.",
    "يرى محلل أن {شركة المدار/ORG} و{شركة الأفق/ORG} تشتريان الوقت.",
    "وصل {سامي درويش} إلى {القاهرة/PLACE} للتحدث في مؤتمر.",
    "التقى {سامي درويش} مسؤولين في {القاهرة/PLACE}.",
    "بعد اتصاله ب{سامي درويش} و{نبيل حداد} غادر.",
    "زار {سامي درويش} {مصر/PLACE} أمس.",
    "التقى محامي {سامي درويش} {نبيل حداد/PERSON}.",
    "حضر {سامي درويش} قمة {جنيف/PLACE}.",
    "وقع حادث قرب مقر {شركة المدار/ORG} و{شركة الأفق/ORG}.",
    "يبحث {سامي درويش} عن وظيفة في {شركة المدار/ORG}.",
    "لو اجتمع {سامي درويش} مع {نبيل حداد} لانتهت الأزمة.",
    "رفض {سامي درويش} التعليق على الاجتماع.",
    "سدد {سامي درويش} كرة إلى مرمى {الميناء/ORG}.",
    "تتواصل الحرب بين الجيش و{كتائب الوادي/GROUP} بلا هدنة.",
    "نقل {سامي درويش} عن {نبيل حداد} قوله إن الجسر آمن.",
]


@pytest.mark.parametrize("marked", NOTHING)
def test_what_is_no_contact(marked: str) -> None:
    assert tell(marked).rows() == []


STATUS = [
    ("التقى {سامي درويش} {نبيل حداد} أمس.", "reported"),
    ("سيلتقي {سامي درويش} {نبيل حداد} قريبا.", "planned"),
    ("من المقرر أن يلتقي {سامي درويش} {نبيل حداد} غدا.", "planned"),
    ("يستعد الرئيس {سامي درويش} لقمة مرتقبة مع الزعيم {نبيل حداد}.", "planned"),
    ("يعتزم {سامي درويش} إجراء محادثات مع {نبيل حداد}.", "planned"),
    ("يجتمع {سامي درويش} مع {نبيل حداد} في 20 تشرين الثاني 2024.", "planned"),
    ("لم يلتق {سامي درويش} {نبيل حداد} قط.", "not_happened"),
    ("قال متحدث إن {سامي درويش} لم يتحدث مع {نبيل حداد}.", "not_happened"),
    ("ألغى {سامي درويش} لقاء مع {نبيل حداد}.", "not_happened"),
    ("رفض {سامي درويش} لقاء {نبيل حداد}.", "not_happened"),
    ("نفى {نادي الميناء/ORG} التعاقد مع اللاعب {سامي درويش}.", "denied"),
    ("تحدد مكان القمة بين {سامي درويش} و{نبيل حداد}. وستعقد القمة بين {سامي درويش} و{نبيل حداد} قريبا.", "planned"),
    ("في القمة التي سيعقدها {سامي درويش} مع {نبيل حداد} ملفات كثيرة.", "planned"),
    ("اجتمع {سامي درويش} مع {نبيل حداد}. ومن المقرر عقد اجتماع بين {سامي درويش} و{نبيل حداد}.", "reported"),
    ("اجتمع {سامي درويش} مع {نبيل حداد}. وقال إنه لم يناقش مع {نبيل حداد} الأسعار.", "reported"),
    ("قال مصدر إن {سامي درويش} التقى {نبيل حداد}. ونفى متحدث لقاء {سامي درويش} مع {نبيل حداد}.", "contested"),
    ("قال مصدر إن {سامي درويش} التقى {نبيل حداد}. ونفى {سامي درويش} حصول اللقاء.", "contested"),
    (
        "يجري {سامي درويش} محادثات مع {نبيل حداد}. وقال متحدث إن {سامي درويش} لا يجري محادثات مع {نبيل حداد}.",
        "contested",
    ),
    ("قال {سامي درويش} إنه تحدث مع {نبيل حداد}.", "confirmed"),
    ("أعلنت {شركة المدار/ORG} توقيع اتفاق مع {شركة الأفق/ORG}.", "confirmed"),
]


@pytest.mark.parametrize(("marked", "status"), STATUS)
def test_how_real_it_is_told_to_be(marked: str, status: str) -> None:
    assert one(marked)[2] == status


SEVERAL = [
    ("اتفقت {فرنسا/PLACE} و{مصر/PLACE} على خطة. وقال مصدر إن {باريس/PLACE} اتفقت مع {مصر/PLACE}.", 1),
    ("اجتمع {سامي درويش} مع {نبيل حداد}. واستمر اللقاء ساعة.", 1),
    ("التقى {سامي درويش} {نبيل حداد}. واستمر اجتماع {سامي درويش} و{نبيل حداد} ساعة.", 1),
    ("اجتمع {سامي درويش} مع {نبيل حداد} في أيار 2021. واجتمع {سامي درويش} مع {نبيل حداد} في آذار 2022.", 2),
    ("التقى {سامي درويش} {نبيل حداد}. والتقى {سامي درويش} {راشد الوضاح}.", 2),
    ("المفاوضات بين {سامي درويش} و{كتائب الوادي/GROUP} جارية، ولكن لم يتم التوصل إلى اتفاق.", 2),
    ("تحدث {سامي درويش} مع {نبيل حداد}. وباع {سامي درويش} مصنعا إلى {نبيل حداد}.", 2),
]


@pytest.mark.parametrize(("marked", "count"), SEVERAL)
def test_tellings_of_one_event_are_one_contact(marked: str, count: int) -> None:
    assert len(tell(marked).rows()) == count


def test_what_did_not_come_of_talks_has_their_parties() -> None:
    rows = tell("المفاوضات بين {سامي درويش} و{كتائب الوادي/GROUP} جارية، ولكن لم يتم التوصل إلى اتفاق.").rows()
    assert rows == [("negotiation", {S, WADI}, "reported"), ("deal", {S, WADI}, "not_happened")]


def test_talks_are_a_negotiation_where_the_article_calls_them_so() -> None:
    marked = (
        "بدأت محادثات بين {سامي درويش} و{كتائب الوادي/GROUP}. المفاوضات بين {سامي درويش} و{كتائب الوادي/GROUP} صعبة."
    )
    assert one(marked)[0] == "negotiation"


TIMES = [
    ("وصل {سامي درويش} الخميس بعد يومين من لقاء بين {سامي درويش} و{نبيل حداد}.", None, None),
    ("التقى {سامي درويش} {نبيل حداد} في أغسطس 2024.", "في أغسطس 2024", "2024-08"),
    ("تجري محادثات بين {سامي درويش} و{نبيل حداد} منذ عام 2022.", "منذ عام 2022", "2022/.."),
    ("في يوم الاثنين قال مصدر إن {سامي درويش} التقى {نبيل حداد}.", None, None),
    ("التقى {سامي درويش} {نبيل حداد}.", None, None),
]


@pytest.mark.parametrize(("marked", "words", "value"), TIMES)
def test_when(marked: str, words: str | None, value: str | None) -> None:
    contact = tell(marked).contacts[0]
    assert (contact.time_text, contact.time) == (words, value)


AMOUNTS = [
    ("دفع {سامي درويش} 130 ألف دولار ل{منى قاسم}.", 130_000.0, "USD"),
    ("وقع {سامي درويش} عقدا بقيمة 18 مليون دولار مع {شركة المدار/ORG}.", 18_000_000.0, "USD"),
    ("{مصر/PLACE} و{فرنسا/PLACE} تتبادلان 84 أسيرا.", 84.0, "أسيرا"),
]


@pytest.mark.parametrize(("marked", "number", "unit"), AMOUNTS)
def test_how_much(marked: str, number: float, unit: str) -> None:
    amount = tell(marked).contacts[0].amount
    assert amount is not None
    assert (amount.number, amount.unit) == (number, unit)


def test_a_meeting_has_no_amount() -> None:
    assert tell("التقى {سامي درويش} {نبيل حداد} وفي جيبه 20 دولارا.").contacts[0].amount is None


def test_spans_are_the_event_words_and_attributions_those_that_hold_them() -> None:
    told = tell("قال مصدر إن {سامي درويش} التقى {نبيل حداد} أمس.")
    contact = told.contacts[0]
    assert [told.text[span.start : span.end] for span in contact.spans] == ["التقى"]
    assert contact.attributions == ("a1",)


@pytest.mark.parametrize(
    ("one_time", "other", "expected"),
    [
        (None, "2021", True),
        ("2021", "2021-12", True),
        ("2021-12~", "2021-12", True),
        ("2022~/..", "2022", True),
        ("2021-12", "2022-02", False),
        ("../2025", "2022", True),
    ],
)
def test_compatible_times(one_time: str | None, other: str, expected: bool) -> None:
    assert compatible(one_time, other) is expected


WORDS = (
    "التقى سامي درويش نبيل حداد مع بين و الرئيس الروسي أن قال ، . « » الوزير اجتماع صفقة لم يتم نظيره معه في القاهرة "
    "اتفق الجانبان وقع عقدا 10 ملايين دولار إلى شركة المدار منذ عام 2022 محادثات ( )"
).split()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
def test_any_order_of_words_is_read(chosen: list[str]) -> None:
    parsed = parse(read_text("قال إن " + " ".join(chosen)))
    attributions, entities = find_attributions(parsed)
    contacts, everyone = find_contacts(parsed, attributions, entities)
    keys = {entity.key for entity in everyone}
    for contact in contacts:
        assert len(set(contact.parties)) == len(contact.parties) >= 2
        assert set(contact.parties) <= keys
        assert all(0 <= span.start < span.end <= len(parsed.article.text) for span in contact.spans)


def test_time_grows_no_faster_than_the_text() -> None:
    paragraph = "قال مصدر إن الوزير سامي درويش التقى السفير نبيل حداد في القاهرة، ونفى متحدث حصول اللقاء.\n"

    def taken(copies: int) -> float:
        parsed = parse(read_text(paragraph * copies))
        attributions, entities = find_attributions(parsed)
        start = time.perf_counter()
        find_contacts(parsed, attributions, entities)
        return time.perf_counter() - start

    taken(10)
    assert taken(400) < 16 * taken(50) + 0.2


def test_a_date_behind_the_manner_of_speaking_does_not_hold_the_search_for_ever() -> None:
    assert tell("وكان {سامي درويش} قد تحدث بلهجة رضا يوم الجمعة، قائلا إن الاتفاق قريب.").rows() == []
