"""Name finding: text with its names marked as ⟦TYPE:name⟧."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Block
from asanid.parse.fold import fold
from asanid.parse.names import find_names
from asanid.parse.names.match import known_names
from asanid.parse.names.tagger import pack, unpack, viterbi
from asanid.parse.names.units import units_of, word_of
from asanid.parse.tokens import tokenize

MARKED = re.compile(r"⟦([A-Z]+):(.*?)⟧")

CASES = [
    "قال وزير الخارجية الروسي ⟦PERSON:سيرغي كوفالينكو⟧ إن المحادثات مستمرة",
    "التقى الرئيس الأميركي ⟦PERSON:توماس هاردويك⟧ نظيره في ⟦PLACE:جنيف⟧",
    "وأضاف المتحدث باسم ⟦ORG:الكرملين⟧ ⟦PERSON:ديمتري فولكوف⟧ أن الخبر كاذب",
    "أعلنت ⟦ORG:وزارة الدفاع الروسية⟧ سقوط طائرة",
    "أكدت ⟦ORG:وزارة الشؤون الاجتماعية والعمل⟧ صرف المنحة",
    "قال ⟦ORG:الجيش الأميركي⟧ إنه لا يعلم شيئا",
    "تقدمت القوات الروسية نحو المدينة",
    "رفض النظام الإيراني الاقتراح",
    "تحدثت ⟦ORG:الخارجية الأميركية⟧ عن تقدم",
    "باع السلاح ل⟦GROUP:لحوثيين⟧ في ⟦PLACE:اليمن⟧",
    "يسعى ⟦GROUP:الروس⟧ إلى اتفاق",
    "التقى المسؤولين الروس أمس",
    "بحث مع المسؤولين الأميركيين والروس الملف",
    "قتل 20 ⟦GROUP:فلسطينيا⟧ في الغارة",
    "ذكرت صحيفة ⟦MEDIA:وول ستريت جورنال⟧ أن الصفقة تمت",
    'نشرت صحيفة "⟦MEDIA:بريد الجنوب⟧" المقابلة',
    'اشترت شركة "⟦ORG:نور تك⟧" المصنع',
    "كانت الحياة صعبة في القرية",
    "وفتحت ⟦ORG:نيابة باريس⟧ تحقيقا في مطار ⟦PLACE:موسكو⟧ و⟦PLACE:مخيم اليرموك⟧",
    "تابع الأمير ⟦PERSON:عبدالعزيز بن سعود بن نايف⟧ التدريبات",
    # announced by the word before, in no list
    "أفادت قناة ⟦MEDIA:الشرفة⟧ بأن الناقلة غادرت",
    "وقالت صحيفة ⟦MEDIA:هارتفيل ليدجر⟧ إن الخبر كاذب",
    "ونقلت ⟦MEDIA:وكالة أنباء السرار⟧ عن مصدر",
    "قالت صحيفة محلية إن قناة اتصال سرية فتحت",
    "علمت «⟦MEDIA:المصطبة⟧» أن الموفد غادر",
    "وقال مصدر أمني لـ«⟦MEDIA:المصطبة⟧» إن اللقاء لم يحصل",
    "وفي حديث لـ«⟦MEDIA:مدارج⟧» رأى الخبير أن الصفقة كبيرة",
    "أكد دعمه لـ«الشرعية» في البلاد",
    "نفت الحكومة اللقاء مع «⟦GROUP:جبهة التلال⟧» أمس، وقالت ⟦GROUP:جبهة التلال⟧ إنها باقية",
    "يقترب ⟦ORG:بنك المرساة⟧ من شراء ⟦ORG:مصرف الحقول⟧",
    "هبطت الطائرة في ⟦PLACE:مطار الظفرية الدولي⟧ ونقل المصاب إلى مستشفى ميداني",
    "نفت ⟦ORG:الحكومة السارونية⟧ وجود مفاوضات",
    "صدر كتاب بعنوان «⟦WORK:ليل البحيرة وما تلاه من أيام⟧» هذا العام",
    "أطلق صاروخ على ناقلة النفط «⟦WORK:نورسا⟧»",
    "وصل النجم البرازيلي ⟦PERSON:رومارينهو⟧ إلى المستشفى",
    "أطلقت ⟦ORG:الهيئة الوطنية للطيران المدني⟧ حملة",
    "انعقد ⟦ORG:مجلس الوزراء⟧ صباحا",
    "حل الفريق في المركز الثاني",
    "وصل إلى بلدة ⟦PLACE:كفرطابا⟧ عند الفجر",
    "سافر من ⟦PLACE:السعودية⟧ إلى ⟦PLACE:الولايات المتحدة⟧",
    "بلغ سعر الريال العماني مستوى جديدا",
    "⟦PLACE:دبي⟧، ⟦PLACE:الإمارات العربية المتحدة⟧ (⟦MEDIA:CNN⟧)-- بدأت الجلسة",
    'اعتقل التاجر الملقب بـ "⟦PERSON:صقر الصحراء⟧" أمس',
    "أعلن هاتف ⟦WORK:غالاكسي إس 9 بلاس⟧ رسميا",
]


def plain(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Take the marks out of a text and give the spans they stood for."""
    text, spans, position = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[position : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text += mark[2]
        position = mark.end()
    return text + marked[position:], spans


def names(text: str, blocks: tuple[Block, ...] = ()) -> list[tuple[int, int, str]]:
    return [(m.start, m.end, m.type) for m in find_names(tokenize(fold(text)), text, blocks)]


@pytest.mark.parametrize("marked", CASES)
def test_names(marked):
    text, spans = plain(marked)
    assert names(text) == spans, [text[s:e] for s, e, _ in names(text)]


def test_a_surname_is_found_where_it_stands_alone():
    text = "وصل الوزير توماس هاردويك مساء. ثم غادر. وقيل إن هاردويك غاضب"
    assert [text[s:e] for s, e, _ in names(text)] == ["توماس هاردويك", "هاردويك"]


def test_furniture_has_no_names():
    text = "زار الوفد موسكو\nاقرأ أيضا: أخبار موسكو"
    blocks = (Block(0, 15, "body"), Block(16, len(text), "furniture"))
    assert [text[s:e] for s, e, _ in names(text, blocks)] == ["موسكو"]


def test_vocalised_names_keep_their_place():
    text = "قالَ الكِرْمِلِينُ إنّ الأمرَ انتهى"
    (start, end, _), *rest = names(text)
    assert not rest
    assert fold(text[start:end]).text == "الكرملين"


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("لموسكو", "موسكو"),
        ("وبوتين", "بوتين"),
        ("وليد", "وليد"),
        ("باريس", "باريس"),
        ("للكرملين", "الكرملين"),
        ("فرنسا", "فرنسا"),
    ],
)
def test_clitics_of_names(form, stem):
    assert word_of(form).stem == stem


def test_a_hashtag_is_one_name():
    text = "تقدم #الجيش_الأردني شرقا"
    assert [text[s:e] for s, e, _ in names(text)] == ["الجيش_الأردني"]


@given(st.lists(st.integers(-256, 255), min_size=7, max_size=7))
def test_weights_survive_packing(values):
    assert list(unpack(pack(values))) == values


@given(st.lists(st.lists(st.integers(-200, 200), min_size=7, max_size=7), min_size=1, max_size=8))
def test_inside_follows_its_own_beginning(rows):
    labels = viterbi(rows)
    for before, label in zip([0, *labels], labels, strict=False):
        assert label % 2 or not label or before in (label - 1, label)


@given(st.text(alphabet='ابتويل \n"«»().-_#َـ12aB،؟', max_size=60))
def test_spans_lie_in_the_text_and_do_not_overlap(text):
    found = names(text)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end, _ in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))


def test_known_names_do_not_overlap():
    text = "قالت صحيفة «وول ستريت جورنال» إن وزارة الدفاع الأميركية و الجيش الأميركي"
    found = known_names(units_of(tokenize(fold(text)), text))
    assert all(one.last <= other.first for one, other in pairwise(found))
    assert len(found) == 3
