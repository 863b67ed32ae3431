"""The forms of verbs of saying, from their principal parts."""

import pytest

from asanid.extract.inflect import inflect, inflect_noun
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Cue, Verb
from asanid.parse.fold import fold_key


def forms(verb: Verb, *kinds: str) -> set[str]:
    return {form.text for form in inflect(verb) if not kinds or form.kind in kinds}


def folded(words: str) -> set[str]:
    return {fold_key(word) for word in words.split()}


@pytest.mark.parametrize(
    ("verb", "wanted", "unwanted"),
    [
        (
            Verb("قال", "يقول", "قائل"),
            "قال قالت قالوا قالا قلن يقول تقول يقولون يقولوا يقولان يقلن قائلا قائلة",
            "يقو قالي قالن",
        ),
        (Verb("أكد", "يؤكد", "مؤكد"), "أكد أكدت أكدا أكدتا أكدوا يؤكد تؤكد يؤكدان يؤكدون مؤكدا مؤكدين", "أكدي يؤد"),
        (
            Verb("نفى", "ينفي", "ناف"),
            "نفى نفت نفيا نفوا ينفي تنفي ينفون ينفيان ناف نافيا نافية نافين نافي",
            "ينفيون نفاوا نافة",
        ),
        (Verb("دعا", "يدعو", "داع"), "دعا دعت دعوا يدعو تدعو يدعون يدعوان داعيا داعية", "دعاوا يدعوون"),
        (Verb("رأى", "يرى"), "رأى رأت رأوا يرى ترى يرون يريان", "يرىون"),
        (Verb("خشي", "يخشى"), "خشي خشيت خشوا يخشى تخشى يخشون", "خشيوا"),
        (Verb("أفاد", "يفيد", "مفيد"), "أفاد أفادت أفادوا يفيد تفيد مفيدا أفدن", "أفادي أفادن"),
        (Verb("وعد", "يعد"), "وعد وعدت وعدوا يعد تعد يعدون", "يوعد"),
        (Verb("ظن", "يظن"), "ظن ظنت ظنوا ظننا ظننت يظن يظنون", "ظنوت"),
        (Verb("أقر", "يقر", first="أقررت"), "أقر أقرت أقروا أقررت أقررنا يقر تقر", "أقرتم"),
        (Verb("تنبأ", "يتنبأ"), "تنبأ تنبأت تنبأوا تنبؤوا يتنبأ يتنبأون يتنبؤون", "تنبوا"),
        (Verb("أجاب", "يجيب"), "أجاب أجابت أجبت أجبنا يجيب", "أجاوا"),
        (Verb("قال", "يقول", passive=("قيل", "يقال")), "قيل قيلت يقال تقال", "قيلن"),
        (Verb("زعم", "يزعم", patient="مزعوم"), "مزعوم مزعومة مزعومين", "مزعومي"),
        (Verb("هنأ", "يهنئ", without=("هنا",)), "هنأت يهنئ", "هنا"),
    ],
    ids=lambda value: value.past if isinstance(value, Verb) else "",
)
def test_forms(verb: Verb, wanted: str, unwanted: str) -> None:
    assert folded(wanted) - forms(verb) == set()
    assert folded(unwanted) & forms(verb) == set()


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        (Verb("قال", "يقول"), "قلت قلنا قلتم أقول نقول تقولين"),
        (Verb("اعتقد", "يعتقد"), "اعتقدت اعتقدنا أعتقد نعتقد"),
        (Verb("نفى", "ينفي"), "نفيت نفينا أنفي ننفي"),
        (Verb("دعا", "يدعو"), "دعوت دعونا أدعو ندعو"),
        (Verb("شك", "يشك"), "شككت شككنا أشك نشك"),
        (Verb("أشار", "يشير"), "أشرت أشرنا أشير نشير"),
        (Verb("تابع", "يتابع"), "تابعت تابعنا أتابع"),
        (Verb("أعلن", "يعلن"), "أعلنت أعلنا أعلن"),
        (Verb("أثبت", "يثبت"), "أثبت أثبتنا أثبتم"),
    ],
    ids=lambda value: value.past if isinstance(value, Verb) else "",
)
def test_the_speaker_of_a_quotation(verb: Verb, wanted: str) -> None:
    spoken = {form.text for form in inflect(verb) if form.person in (1, 2)}
    assert folded(wanted) - spoken == set()


@pytest.mark.parametrize(
    ("verb", "jussive"),
    [
        (Verb("قال", "يقول"), "يقل تقل أقل نقل"),
        (Verb("نفى", "ينفي"), "ينف تنف أنف ننف"),
        (Verb("أجاب", "يجيب"), "يجب تجب أجب نجب"),
        (Verb("أكد", "يؤكد"), ""),
        (Verb("بين", "يبين"), ""),
    ],
    ids=lambda value: value.past if isinstance(value, Verb) else "",
)
def test_shortened_forms_are_marked(verb: Verb, jussive: str) -> None:
    """«يجب» is «must» unless «لم» stands before it: the look-up has to know."""
    assert forms(verb, "jussive") == folded(jussive)


def test_the_third_person_comes_first() -> None:
    people = [form.person for form in inflect(Verb("أكد", "يؤكد")) if form.text == fold_key("أكدت")]
    assert people == [3, 1]


@pytest.mark.parametrize(
    ("noun", "wanted"),
    [("تحذير", "تحذير تحذيرا تحذيرات تحذيرين"), ("دعوة", "دعوة دعوت دعوات دعوتين"), ("ادعاء", "ادعاء ادعاءات")],
)
def test_nouns(noun: str, wanted: str) -> None:
    assert folded(wanted) <= set(inflect_noun(noun))


def test_every_form_of_the_lexicon_is_a_folded_word() -> None:
    verbs = [cue.verb for cue in section("cues", Cue) if cue.verb]
    assert [
        form.text for verb in verbs for form in inflect(verb) if form.text != fold_key(form.text) or len(form.text) < 2
    ] == []
