"""Names of two articles: one entity, or two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from asanid.link.identities import share_entities
from asanid.model import Document, Entity, EntityType
from tests.link.invented import article


def document(name: str, *entities: tuple[EntityType, str]) -> Document:
    named = tuple(Entity(f"e{number}", kind, text) for number, (kind, text) in enumerate(entities, 1))
    return replace(article(name, ["لا شيء"]), entities=named, attributions=())


def keys(*documents: Document) -> list[list[str]]:
    return [[entity.key for entity in shared.entities] for shared in share_entities(documents)]


SAME = [
    ("PERSON", "سامي درويش", "سامي درويش"),
    ("PERSON", "سامي درويش", "سَامي درويش"),
    ("PERSON", "إيهاب القيم", "ايهاب القيم"),
    ("PERSON", "مصطفى حلاوة", "مصطفي حلاوه"),
    ("PERSON", "سيرغي كيريلوف", "سيرجي كيريلوف"),
    ("PERSON", "غريغوري فالنتاين", "جريجوري فالنتين"),
    ("PERSON", "هانس فايتسمان", "هانس فيتسمان"),
    ("PERSON", "فيكتور بارينوف", "فيكتور بارنوف"),
    ("PERSON", "لورينزو باتيستوتي", "لورنزو باتيستوتي"),
    ("PERSON", "أولغا ستيبانوفا", "أولجا ستيبانوفا"),
    ("PERSON", "سامي درويش", "درويش"),
    ("PERSON", "فيكتور بارينوف", "بارينوف"),
    ("PERSON", "بارينوف", "بارينوف"),
    ("MEDIA", "رويترز", "وكالة رويترز"),
    ("MEDIA", "وكالة الصحافة الفرنسية", "فرانس برس"),
    ("MEDIA", "نيويورك تايمز", "صحيفة نيويورك تايمز"),
    ("MEDIA", "المرفأ", "صحيفة المرفأ"),
    ("MEDIA", "فيلدمارر تسايتونغ", "فلدمار تسايتونج"),
    ("ORG", "الكرملين", "الكرملين"),
    ("ORG", "البنتاغون", "البنتاجون"),
    ("ORG", "البنتاغون", "وزارة الدفاع الأميركية"),
    ("ORG", "وزارة الدفاع الأمريكية", "وزارة الدفاع الأميركية"),
    ("ORG", "حلف شمال الأطلسي", "الناتو"),
    ("ORG", "شركة المنارة", "شركة المنارة"),
    ("ORG", "الجيش الروسي", "الجيش الروسي"),
    ("ORG", "الحكومة الكارفونية", "الحكومة الكرفونية"),
    ("ORG", "الأمم المتحدة", "الأمم المتحدة"),
    ("GROUP", "الحوثيين", "الحوثيون"),
    ("GROUP", "كتائب الوادي", "كتائب الوادي"),
    ("GROUP", "الروس", "الروس"),
    ("PLACE", "روسيا", "روسيا"),
    ("PLACE", "أوستيرا", "أوسترا"),
    ("PLACE", "كارفونيا", "كرفونيا"),
    ("PLACE", "الولايات المتحدة", "أميركا"),
    ("PLACE", "موسكو", "موسكو"),
    ("WORK", "ستارلينك", "ستارلينك"),
]

DIFFERENT = [
    ("PERSON", "سامي درويش", "سامي حلاوة"),
    ("PERSON", "سامي درويش", "رامي درويش"),
    ("PERSON", "سالم الرواشد", "سليم الرواشد"),
    ("PERSON", "حسن مرجان", "حسين مرجان"),
    ("PERSON", "حازم الناصري", "حازم النصيري"),
    ("PERSON", "فيكتور بارينوف", "فيكتور بارانكوف"),
    ("PERSON", "ميلوش دراغان", "ميلوس دراغان"),
    ("PERSON", "محمد", "محمد"),
    ("PERSON", "أحمد", "أحمد"),
    ("PERSON", "هالفاك", "هلفاتش"),
    ("MEDIA", "نيويورك تايمز", "التايمز"),
    ("MEDIA", "وول ستريت جورنال", "نيويورك تايمز"),
    ("MEDIA", "صحيفة المرفأ", "صحيفة المرقب"),
    ("ORG", "وزارة الدفاع", "وزارة الدفاع"),
    ("ORG", "مجلس الوزراء", "مجلس الوزراء"),
    ("ORG", "الحكومة", "الحكومة"),
    ("ORG", "وزارة الدفاع", "وزارة الدفاع الأميركية"),
    ("ORG", "الجيش الروسي", "الجيش الأميركي"),
    ("ORG", "وزارة الخارجية الروسية", "وزارة الدفاع الروسية"),
    ("ORG", "شركة المنارة", "شركة المنار"),
    ("ORG", "الحكومة البريطانية", "الحكومة الروسية"),
    ("GROUP", "الروس", "الأميركيين"),
    ("GROUP", "كتائب الوادي", "كتائب السهل"),
    ("PLACE", "النيجر", "نيجيريا"),
    ("PLACE", "مالي", "ملاوي"),
    ("PLACE", "موسكو", "روسيا"),
    ("PLACE", "تالا", "تولا"),
    ("PLACE", "غينيا", "غانا"),
    ("WORK", "ستارلينك", "ستارشيب"),
]


@pytest.mark.parametrize(("kind", "one", "other"), SAME)
def test_one_entity(kind: EntityType, one: str, other: str) -> None:
    (first,), (second,) = keys(document("a", (kind, one)), document("b", (kind, other)))
    assert first == second


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_two_entities(kind: EntityType, one: str, other: str) -> None:
    (first,), (second,) = keys(document("a", (kind, one)), document("b", (kind, other)))
    assert first != second


@pytest.mark.parametrize(("kind", "other"), [("PERSON", "ORG"), ("ORG", "GROUP"), ("PLACE", "MEDIA"), ("WORK", "ORG")])
def test_two_types_are_two_entities(kind: EntityType, other: EntityType) -> None:
    (first,), (second,) = keys(document("a", (kind, "المنارة")), document("b", (other, "المنارة")))
    assert first != second


def test_there_are_enough_pairs() -> None:
    assert len(SAME) + len(DIFFERENT) >= 60


def test_a_short_name_of_two_people_is_neither() -> None:
    documents = (
        document("a", ("PERSON", "سامي بارينوف")),
        document("b", ("PERSON", "فيكتور بارينوف")),
        document("c", ("PERSON", "بارينوف")),
    )
    (one,), (other,), (short,) = keys(*documents)
    assert len({one, other, short}) == 3


def test_unnamed_sources_stay_with_their_document() -> None:
    (first,), (second,) = keys(document("a", ("SOURCE", "مسؤولون")), document("b", ("SOURCE", "مسؤولون")))
    assert first != second


def test_entities_that_become_one_through_another_document_are_merged() -> None:
    split = document("a", ("MEDIA", "فرانس برس"), ("MEDIA", "وكالة الصحافة الفرنسية"))
    (shared,) = share_entities([split])
    (entity,) = shared.entities
    assert {entity.name, *entity.aliases} == {"فرانس برس", "وكالة الصحافة الفرنسية"}


def test_every_key_in_use_belongs_to_an_entity() -> None:
    said = article("a", ["[سامي درويش] زار <ساريا>", "{شركة المنارة} أغلقت"], origins=["صحيفة المرفأ", "self"])
    (shared,) = share_entities([said])
    known = {entity.key for entity in shared.entities}
    assert {mention.entity for mention in shared.mentions} <= known
    assert {a.source_entity for a in shared.attributions} <= known
    assert {a.origin for a in shared.attributions} - {"self"} <= known
