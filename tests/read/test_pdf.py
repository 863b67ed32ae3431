from __future__ import annotations

import unicodedata

import pytest

from asanid.errors import ReadError
from asanid.read.pdf import read_pdf

from .pdfs import make_pdf, shown
from .texts import OPTIONS, SOURCE, only, words

LINES = [
    ["قال", "المتحدث", "إن", "1,250", "طنا", "من", "القمح", "وصلت", "إلى", "المرفأ"],
    ["ونقلت", "عن", "صحيفة", "Harbor Times", "أن", "الوزير", "نفى", "ذلك", "في", "12/05/2021"],
    ["وأضاف", "أن", "المدينة", "لن", "تشتري", "غيرها", "هذا", "العام"],
]
READ = "\n".join(" ".join(line) for line in LINES)


def _read(data: bytes) -> str:
    return " ".join(only(read_pdf(data, SOURCE, OPTIONS)).text.split())


def _slug(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        list(read_pdf(data, SOURCE, OPTIONS))
    return caught.value.problem.slug


@pytest.mark.parametrize("order", ["visual", "logical"])
def test_the_order_inside_the_file_does_not_matter(order) -> None:
    assert _read(make_pdf([[shown(line) for line in LINES]], order=order)) == " ".join(READ.split())


def test_lines_drawn_from_the_left_letter_by_letter_are_read_as_drawn() -> None:
    pages = [[list(" ".join(line)) for line in LINES]]
    assert _read(make_pdf(pages)) == " ".join(READ.split())


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["قال", "إن", "ا|ل|أ|س|ع|ا|ر", "لا", "ترتفع", "في", "المدينة"], "قال إن الأسعار لا ترتفع في المدينة"),
        (
            ["أن", "ا|لأ|س|ع|ا|ر", "ثابتة", "في", "ا|لإ|ق|ل|ي|م", "حتى", "اليوم"],
            "أن الأسعار ثابتة في الإقليم حتى اليوم",
        ),
        (["هذا", "من", "ف|ض|ل|ﷲ", "على", "المدينة"], "هذا من فضلﷲ على المدينة"),
        (["على", "ﺍ|ﻟ|ﻤ|ﺪ|ﻳ|ﻨ|ﺔ", "أن", "تنتظر", "في", "هذه", "الأيام"], "على المدينة أن تنتظر في هذه الأيام"),
    ],
    ids=["letters", "lam-alef ligatures", "one-character ligature", "presentation forms"],
)
def test_ligatures_and_forms(tokens, text) -> None:
    read = _read(make_pdf([[shown(tokens)]]))
    assert unicodedata.normalize("NFKC", read) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("swap", [False, True], ids=["as read", "as drawn"])
def test_brackets_open_before_and_close_after(swap) -> None:
    line = shown(["قال", "في", "البيان:", "«نعم", "هذا", "صحيح»", "(أمس)", "على", "أن", "يعود"])
    if swap:
        turned = str.maketrans("«»()", "»«)(")
        line = [cluster.translate(turned) for cluster in line]
    assert _read(make_pdf([[line]])) == "قال في البيان: «نعم هذا صحيح» (أمس) على أن يعود"


def test_full_lines_make_one_paragraph_and_a_short_one_ends_it() -> None:
    full = ["قال", "المتحدث", "إن", "المخزون", "يكفي", "حتى", "الصيف", "وإن", "السفن", "في", "طريقها"]
    pages = [[shown(full), shown(["إلى", "الميناء."]), shown(full)], [shown(["على", "أي", "حال."])]]
    text = only(read_pdf(make_pdf(pages), SOURCE, OPTIONS)).text
    assert text.split("\n") == [" ".join(full) + " إلى الميناء.", " ".join(full) + " على أي حال."]


def test_a_title_property_marks_the_line_that_repeats_it() -> None:
    pages = [[shown(["خبر", "عاجل"]), shown(LINES[2])]]
    article = only(read_pdf(make_pdf(pages, title="خبر عاجل"), SOURCE, OPTIONS))
    assert (article.title, words(article)) == ("خبر عاجل", [("title", "خبر عاجل")])


def test_what_cannot_be_read_is_a_problem() -> None:
    good = make_pdf([[shown(LINES[0])]])
    assert _slug(make_pdf([[]])) == "no-text-layer"
    assert _slug(b"%PDF-1.7 and then nothing") == "broken-pdf"
    assert _slug(make_pdf([[shown(["harbour", "times"])]])) == "not-arabic"
    assert _slug(make_pdf([[list("طظضصثق كمنتا لبيسش غعهخح طظضصث " * 4)] * 3])) == "garbled-text-layer"
    assert only(read_pdf(good, SOURCE, OPTIONS))
