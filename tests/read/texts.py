"""Invented news that the tests of reading share."""

from __future__ import annotations

from asanid.model import Article, Problem
from asanid.read.options import ReadOptions, Source

BODY = (
    "نفى وزير الزراعة في سهل الريح، نادر كرم، أن تكون مخازن القمح قد فرغت، وقال في بيان إن المخزون يكفي حتى الصيف.",
    "ونقلت صحيفة المرفأ عن تاجر لم تسمه أن السفينة «لم تصل بعد إلى الميناء»، وأن المطاحن تعمل بنصف طاقتها منذ أسبوع.",
    "ولم ترد نقابة المطاحن على طلب للتعليق، لكن موظفا فيها أكد للصحيفة أن التوزيع سيعود إلى وضعه يوم الخميس.",
)
TITLE = "وزير ينفي فراغ مخازن القمح"
TEXT = "\n".join(BODY)
SOURCE = Source("a.txt", path="a.txt")
OPTIONS = ReadOptions()


def slugs(results: object) -> list[str]:
    """Give the slugs of problems and ``article`` for articles."""
    return [x.slug if isinstance(x, Problem) else "article" for x in results]  # type: ignore[attr-defined]


def only(results: object) -> Article:
    """Give the one article there is."""
    (article,) = results  # type: ignore[misc]
    assert isinstance(article, Article), article
    return article


def words(article: Article) -> list[tuple[str, str]]:
    """Give the blocks as (kind, text)."""
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
