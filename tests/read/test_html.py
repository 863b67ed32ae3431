from __future__ import annotations

import json
from dataclasses import replace

import pytest

from asanid.errors import ReadError
from asanid.read.article import Draft
from asanid.read.html import read_html, read_page
from asanid.read.options import Source

from .texts import BODY, OPTIONS, SOURCE, TEXT, TITLE, only, words

STANDFIRST = "الوزارة تقول إن المخزون يكفي حتى الصيف"
NEWS = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage", "datePublished": "2019-01-01", "headline": "غير هذا"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "datePublished": "2021-05-30T08:15:00+03:00",
            "dateModified": "2021-05-31T09:00:00+03:00",
            "author": [{"@type": "Person", "name": "سلمى الراوي"}],
            "publisher": {"@type": "Organization", "name": "صحيفة المرفأ"},
        },
    ],
}
META = (
    f'<meta property="og:title" content="{TITLE} | صحيفة المرفأ"><meta property="og:site_name" content="صحيفة المرفأ">'
    '<meta property="article:published_time" content="2021-05-30T08:15:00+03:00">'
    '<meta property="article:modified_time" content="2021-05-31T09:00:00+03:00">'
    '<meta name="author" content="سلمى الراوي">'
)
JSON = f'<script type="application/ld+json">{json.dumps(NEWS)}</script>'


def page(head: str = "", inner: str = "", before: str = "") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f'<!doctype html><html lang="ar" dir="rtl"><head><title>{TITLE} | صحيفة المرفأ</title>{head}</head><body>'
        f'<nav><a href="/">الرئيسية</a> <a href="/s">رياضة</a></nav><article><h1>{TITLE}</h1>'
        f"{before}{paragraphs}{inner}</article><footer>جميع الحقوق محفوظة</footer></body></html>"
    )


def _read(html: str, source: Source = SOURCE):
    return only(read_html(html.encode(), source, OPTIONS))


def test_title_and_body_are_the_text_and_the_rest_of_the_page_is_not() -> None:
    article = _read(page())
    assert article.text == f"{TITLE}\n\n{TEXT}"
    assert (article.title, words(article)) == (TITLE, [("title", TITLE)])


@pytest.mark.parametrize("head", [META, JSON, META + JSON], ids=["meta", "json-ld", "both"])
def test_what_the_markup_says(head) -> None:
    article = _read(page(head))
    assert article.title == TITLE
    assert (article.outlet, article.byline) == ("صحيفة المرفأ", "سلمى الراوي")
    assert (article.published, article.updated) == ("2021-05-30T08:15:00+03:00", "2021-05-31T09:00:00+03:00")


def test_headings_and_captions_are_lines_of_their_own() -> None:
    figure = '<figure><img src="a.jpg" alt=""><figcaption>مخازن البلدة أمس</figcaption></figure>'
    article = _read(page(before=figure, inner=f"<h3>ردود</h3><p>{BODY[0]}</p>"))
    assert ("heading", "ردود") in words(article)
    assert "\nردود\n" in article.text
    assert [text for kind, text in words(article) if kind == "caption"] in ([], ["مخازن البلدة أمس"])


def test_a_summary_is_taken_only_where_the_page_shows_it() -> None:
    head = f'<meta name="description" content="{STANDFIRST}">'
    assert STANDFIRST not in _read(page(head)).text
    shown = _read(page(head, before=f'<div class="standfirst">{STANDFIRST}</div>')).text
    assert shown.count(STANDFIRST) == 1


def test_joiners_controls_and_marks_stay() -> None:
    odd = "نفى مي\u200cشود «الخبرُ» \u202bنصا\u202c ـــ ١٢٣ لأن ﻻ شيء صحيح فيه، وقال إنه لم يسمع بذلك من قبل أبدا."
    assert odd in _read(page(inner=f"<p>{odd}</p>")).text


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("cp1256", "windows-1256", None),
        ("cp1256", "utf-8", None),
        ("cp1256", "iso-8859-1", "utf-8"),
        ("iso8859_6", "windows-1256", None),
        ("utf-8", "windows-1256", "iso-8859-1"),
        ("utf-16", "utf-8", None),
    ],
)
def test_misdeclared_pages(encoding, declared, header) -> None:
    html = page(f'<meta charset="{declared}">').replace("«", '"').replace("»", '"')
    article = only(read_html(html.encode(encoding), replace(SOURCE, charset=header), OPTIONS))
    assert article.text.split("\n")[-1] == BODY[-1]


def test_an_xml_declaration_does_no_harm() -> None:
    assert _read('<?xml version="1.0" encoding="utf-8"?>' + page()).title == TITLE


def test_the_address_comes_from_the_source_or_the_page() -> None:
    head = (
        '<link rel="canonical" href="https://example.org/n/1"><meta property="og:url" content="https://example.org/x">'
    )
    assert _read(page(head)).url == "https://example.org/n/1"
    assert _read(page(head), Source("u", url="https://example.org/2")).url == "https://example.org/2"
    assert _read(page('<link rel="canonical" href="https://example.org/">')).url is None


def test_what_was_known_before_fills_what_the_page_lacks() -> None:
    given = Draft("", title="غير هذا", outlet="وكالة السهل", published="2020-01-02")
    article = read_page(page().encode(), SOURCE, OPTIONS, given)
    assert (article.title, article.outlet, article.published) == (TITLE, "وكالة السهل", "2020-01-02")


@pytest.mark.parametrize(
    ("html", "slug"),
    [
        ("<html><body></body></html>", "no-article"),
        (
            "<html><body><p>Nothing here is in Arabic, it is all about ships and grain and mills.</p></body></html>",
            "not-arabic",
        ),
        ("   ", "empty"),
        ("<", "no-article"),
    ],
)
def test_no_article(html, slug) -> None:
    with pytest.raises(ReadError) as caught:
        list(read_html(html.encode(), SOURCE, OPTIONS))
    assert caught.value.problem.slug == slug


@pytest.mark.parametrize(
    "script", ['{"@type": "NewsArticle", "headline": 7', "[" * 5000, '{"@type": 5, "author": null}']
)
def test_broken_json_says_nothing(script) -> None:
    assert _read(page(META + f'<script type="application/ld+json">{script}</script>')).outlet == "صحيفة المرفأ"
