"""Clitics: folded words taken apart, proclitics before ``+`` and a pronoun after ``-``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.parse.clitics import segment

WORDS = """
و+قال و+اضاف و+اكدت و+ذكرت و+نقلت و+كانت و+كان و+ليس و+لكن و+هو و+هي و+هم ف+هو و+لا و+في و+على و+من و+لم و+قد ف+قد
و+المعارضة و+الحكومة و+بريطانيا و+كندا و+واشنطن و+وزير و+وزارة و+اشار و+توفي و+اعتبر و+يتوقع و+تعتبر و+غالبا ف+قالت
و+ب+حسب و+ب+الامس و+ل+ان-ه
وزير وزارة وكالة واشنطن وفد وفق وصول وجود وحدة ولاية واحدة واضحة وسايل ورود والد والدة وطن واتساب وليد ولد واتسون
فريق فوز فرنسا فيلم فلسطين فيديو فترة فصل فضيحة فلاديمير فيسبوك فرنسية فكرة
ب+شكل ب+سبب ب+حسب ب+قيادة ب+الفعل ب+المية ب+ان ب+ان-ه ب+ما ب+هذا ب+ذلك ب+كل ب+مشاركة ب+وجود-ها ب+اعتبار-ها ب+بغداد
بعض بعد بين بيان بيروت بوتين باريس باول برنامج بغداد بطولة بنك بلدة بحث بحرية باراك بنيامين بايدن باحث بديلا
ل+ان ل+ذلك ل+هذا ل+كل ل+دعم ل+تحقيق ل+مدة ل+رييس ل+يكون ل+تصبح ل+اول ل+روسيا ل+صحيفة
لقاء لندن لبنان لجنة لاعب لقب ليبيا ليس لدى لافروف لماذا لقد لذا لحظة لاجيين
ك+رييس ك+هذا ك+وزير كما كان كانت كبير كرة كلمة كتاب كشف كوريا كندا كاس كذلك كيف كينيا
س+يكون س+تكون س+يتم س+نواصل س+يعلن و+س+يكون ف+س+يكون سنوات سوريا ساعات سيارة سلمان ستة سوف سيناء سيطرة سكان
كتاب-ه قول-ه ان-ه ان-ها ان-هم لكن-ه من-ه من-هم في-ه في-ها علي-ه علي-هم الي-ه لدي-ه عن-ه مع-ه بين-هما ل-ه ل-ها ب-ه ب-هم
ابنت-ها زيارت-ه حكومت-هم مستوا-ها اعضاي-ه اعضاو-ها بلاد-ه نفس-ه انفس-هم اسم-ه تصريحات-ه اتهم-ه يمكن-ك نشرت-ها
و+بلاد-ه ب+قوات-ها ل+قوات-ه و+شقيقت-ه ب+طريقت-هم و+ل+دعم-ه وزارت-ه والد-ها والدت-ه
زيارة مياه وجه الله هذه المهم الثاني البنك المحاكم المشترك هناك ذلك تلك اوليك شارك يشارك ملك شبه جنيه تجاه كنا
التزام-ه التزام-ها الماني الحكم مارك اتراك درهم متهم
"""


@pytest.mark.parametrize("written", WORDS.split())
def test_words_of_the_news(written):
    proclitics, stem, enclitic = read(written)
    found = segment(written.replace("+", "").replace("-", ""))
    stem = stem.replace("ى", "ي").replace("ة", "ه")
    assert (found.proclitics, found.stem, found.enclitic) == (proclitics, stem, enclitic)
    assert found.cut == len(proclitics)


@pytest.mark.parametrize(
    ("form", "proclitics", "stem"),
    [
        ("للحوثيين", "ل", "الحوثيين"),
        ("وللحكومه", "ول", "الحكومه"),
        ("فللمعارضه", "فل", "المعارضه"),
        ("للامن", "ل", "الامن"),
        ("للتصدي", "ل", "التصدي"),
        ("للذين", "ل", "الذين"),
        ("لله", "ل", "الله"),
        ("ولله", "ول", "الله"),
        ("بالله", "ب", "الله"),
        ("للاجيين", "ل", "اللاجيين"),
        ("للجنه", "ل", "اللجنه"),
        ("للبنان", "ل", "لبنان"),
        ("لليبيا", "ل", "ليبيا"),
    ],
)
def test_the_article_after_lam_is_restored(form, proclitics, stem):
    found = segment(form)
    assert (found.proclitics, found.stem, found.enclitic, found.cut) == (proclitics, stem, "", len(proclitics))


@pytest.mark.parametrize("form", ["", "و", "ب", "لل", "وو", "من", "كم", "سسس", "ء", "للل"])
def test_short_and_odd_forms_stay_whole_or_rebuild(form):
    assert form in rebuilt(form)


@given(st.text(st.sampled_from("ابتثجحدرسشعفقكلمنهويء"), max_size=14))
def test_the_parts_rebuild_the_form(form):
    assert form in rebuilt(form)


@given(
    st.sampled_from(["", "و", "ف", "وب", "ول", "وال", "بال", "لل", "ك", "س", "وس"]),
    st.sampled_from(["كتاب", "وزير", "بيان", "قال", "يعلن", "اعضاء", "لقاء", "زيارت", "مستوا", "باول"]),
    st.sampled_from(["", "ه", "ها", "هم", "هما", "نا", "كم", "ني"]),
)
def test_composed_words_rebuild(before, stem, after):
    assert before + stem + after in rebuilt(before + stem + after)


def read(written):
    """Read ``و+ب+stem-ه``."""
    *before, rest = written.split("+")
    stem, _, enclitic = rest.partition("-")
    return "".join(before), stem, enclitic


def rebuilt(form):
    """Give the forms that the parts of a word may be written as: the article loses letters after ل."""
    found = segment(form)
    assert found.cut == len(found.proclitics) <= len(form)
    stems = {found.stem}
    if found.proclitics.endswith("ل") and found.stem.startswith("ال"):
        stems |= {found.stem[1:], found.stem[2:]}
    return {found.proclitics + stem + found.enclitic for stem in stems}
