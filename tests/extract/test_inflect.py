"""The forms of verbs of saying, from their principal parts."""

import pytest

from asanid.extract.inflect import inflect
from asanid.lexicon.schema.cues import Verb
from asanid.parse.fold import fold_key


@pytest.mark.parametrize(
    ("verb", "wanted", "unwanted"),
    [
        (Verb("قال", "يقول", "قائل"), "قال قالت قالوا قالا يقول تقول يقولون يقل تقل يقولوا قائلا قائلة", "يقو قالي"),
        (Verb("أكد", "يؤكد", "مؤكد"), "أكد أكدت أكدا أكدتا أكدوا يؤكد تؤكد يؤكدان يؤكدون مؤكدا مؤكدين", "أكدي"),
        (Verb("نفى", "ينفي"), "نفى نفت نفيا نفوا ينفي ينف تنفي تنف ينفون", "نفىت ينفيون"),
        (Verb("دعا", "يدعو"), "دعا دعت دعوا يدعو تدعو يدعون يدع", "دعاوا يدعوون"),
        (Verb("رأى", "يرى"), "رأى رأت رأوا يرى ترى يرون يريان", "يرىون"),
        (Verb("خشي", "يخشى"), "خشي خشيت خشوا يخشى تخشى يخشون", "خشيوا"),
        (Verb("أفاد", "يفيد", "مفيد"), "أفاد أفادت أفادوا يفيد تفيد يفد مفيدا", "أفادي"),
    ],
    ids=lambda value: value.past if isinstance(value, Verb) else "",
)
def test_forms(verb: Verb, wanted: str, unwanted: str) -> None:
    forms = {form for form, _ in inflect(verb)}
    assert {fold_key(word) for word in wanted.split()} <= forms
    assert not {fold_key(word) for word in unwanted.split()} & forms
