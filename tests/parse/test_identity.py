"""Identity in one article: mentions given as words, grouped as expected."""

from __future__ import annotations

import pytest

from asanid.model import Mention
from asanid.parse.identity import resolve_names


def resolve(text: str, *wanted: tuple[str, str]):
    """Resolve the given words (searched one after the other) and give their entity keys."""
    mentions, position = [], 0
    for words, kind in wanted:
        start = text.index(words, position)
        position = start + len(words)
        mentions.append(Mention(start, position, kind))
    entities, named = resolve_names(mentions, text)
    return entities, [mention.entity for mention in named]


SAME = [
    ("فيكتور بوناتشي وصل. قال بوناتشي", "PERSON", "فيكتور بوناتشي", "بوناتشي"),
    ("سيرغي دولماتوف وصل. ثم غادر سيرجي دولماتوف", "PERSON", "سيرغي دولماتوف", "سيرجي دولماتوف"),
    ("يوري أوشنوف وصل. قال يوشنوف", "PERSON", "يوري أوشنوف", "يوشنوف"),
    ("قال الحوثيون ورفض الحوثيين", "GROUP", "الحوثيون", "الحوثيين"),
    ("قال الحوثيون وأرسل للحوثيين", "GROUP", "الحوثيون", "لحوثيين"),
    ("في الولايات المتحدة ثم أميركا", "PLACE", "الولايات المتحدة", "أميركا"),
    ("عن وول ستريت جورنال ثم وول ستريت جرنال", "MEDIA", "وول ستريت جورنال", "وول ستريت جرنال"),
    ("قال الجيش الأميركي ثم الجيش الأمريكي", "ORG", "الجيش الأميركي", "الجيش الأمريكي"),
    ("وزارة الصناعة الأردنية ثم وزارة الصناعة", "ORG", "وزارة الصناعة الأردنية", "وزارة الصناعة"),
    ('اعتقل سامر درويش الملقب بـ"ملك الليل"', "PERSON", "سامر درويش", "ملك الليل"),
    ("الاتحاد الدولي لكرة القدم (فيفا)", "ORG", "الاتحاد الدولي لكرة القدم", "فيفا"),
]

DIFFERENT = [
    ("سالم درويش وقال سليم حداد", "PERSON", "سالم درويش", "سليم حداد"),
    ("سامي درويش وقال منير درويش", "PERSON", "سامي درويش", "منير درويش"),
    ("وزارة الصناعة الأردنية ثم وزارة الزراعة", "ORG", "وزارة الصناعة الأردنية", "وزارة الزراعة"),
    ("في موسكو (روسيا)", "PLACE", "موسكو", "روسيا"),
]


@pytest.mark.parametrize(("text", "kind", "one", "other"), SAME)
def test_one_entity(text, kind, one, other):
    entities, keys = resolve(text, (one, kind), (other, kind))
    assert keys == ["e1", "e1"]
    assert len(entities) == 1


@pytest.mark.parametrize(("text", "kind", "one", "other"), DIFFERENT)
def test_two_entities(text, kind, one, other):
    _, keys = resolve(text, (one, kind), (other, kind))
    assert keys == ["e1", "e2"]


def test_name_is_the_fullest_wording():
    entities, _ = resolve("قال بوناتشي ثم فيكتور بوناتشي", ("بوناتشي", "PERSON"), ("فيكتور بوناتشي", "PERSON"))
    assert entities[0].name == "فيكتور بوناتشي"
    assert entities[0].aliases == ("بوناتشي",)


def test_article_is_restored_in_aliases():
    entities, _ = resolve("أرسل للحوثيين", ("لحوثيين", "GROUP"))
    assert entities[0].name == "الحوثيين"


def test_nothing_gives_nothing():
    assert resolve_names((), "نص") == ((), ())
