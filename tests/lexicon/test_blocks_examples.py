"""Every example of the lexicon sections that blocks and sentences use runs here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from asanid.lexicon import section
from asanid.lexicon.schema.blocks import Abbreviation, Byline, Caption, Credit, Furniture, Opener, Phrase, Rubric
from asanid.model import Article, Block
from asanid.parse.blocks import find_blocks
from asanid.parse.blocks.lines import cut
from asanid.parse.blocks.phrases import is_credit, is_rubric, match
from asanid.parse.fold import fold, fold_key
from asanid.parse.sentences import split_sentences
from asanid.parse.tokens import tokenize

TITLE = "اجتماع طارئ للبلدية بعد حريق المرفأ"
BODY = "قالت البلدية إن الاجتماع الطارئ انتهى من دون قرار، وإن الموعد المقبل لم يُحدد بعد."
MORE = "وأضافت أن لجنة من أعضائها ستلتقي أصحاب المخازن يوم الأحد لحصر الأضرار."


def phrases() -> Iterator[tuple[str, Phrase]]:
    yield from (("furniture", entry) for entry in section("furniture", Furniture))
    yield from (("byline", entry) for entry in section("bylines", Byline))
    yield from (("caption", entry) for entry in section("captions", Caption))


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, entry in phrases() for line in entry.examples])
def test_examples(kind: str, line: str) -> None:
    page = f"{TITLE}\n{line}\n{BODY}\n{MORE}"
    assert [b.kind for b in find_blocks(Article("x", page))] == ["title", kind, "body", "body"]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, entry in phrases() for line in entry.others])
def test_others(kind: str, line: str) -> None:
    hit = match(cut(line)[0])
    assert hit is None or hit.kind != kind


@pytest.mark.parametrize("line", [line for entry in section("rubrics", Rubric) for line in entry.examples])
def test_rubrics(line: str) -> None:
    assert is_rubric(cut(line)[0])


@pytest.mark.parametrize("text", [text for entry in section("abbreviations", Abbreviation) for text in entry.examples])
def test_abbreviations_end_no_sentence(text: str) -> None:
    assert len(split_sentences(text, tokenize(fold(text)), [Block(0, len(text), "body")], ())) == 1


def test_every_phrase_has_an_example_and_every_form_is_reached() -> None:
    for kind, entry in phrases():
        assert entry.examples, (kind, entry.id)
        assert all(fold_key(form) for form in entry.forms)


def test_credits_and_openers_are_words() -> None:
    assert all(is_credit(fold_key(form)) for entry in section("credits", Credit) for form in entry.forms)
    assert all(" " not in form for entry in section("openers", Opener) for form in entry.forms)
