from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime

import docx
import pytest

from asanid.errors import ReadError
from asanid.read.docx import read_docx
from asanid.read.markdown import read_markdown

from .texts import BODY, OPTIONS, SOURCE, TEXT, TITLE, only, words


def _document(*, title_style: bool = True) -> bytes:
    document = docx.Document()
    document.core_properties.title = TITLE
    document.core_properties.author = "سلمى الراوي"
    document.core_properties.created = datetime(2021, 5, 30, 8, 15)
    document.add_paragraph(TITLE, style="Title" if title_style else None)
    document.add_paragraph(BODY[0])
    document.add_heading("ردود", level=2)
    document.add_paragraph(BODY[1])
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "القمح", "١٢ طنا"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("title_style", [True, False])
def test_docx(title_style) -> None:
    article = only(read_docx(_document(title_style=title_style), SOURCE, OPTIONS))
    assert article.text == f"{TITLE}\n\n{BODY[0]}\nردود\n{BODY[1]}\nالقمح\t١٢ طنا"
    assert (article.title, article.byline, article.published) == (TITLE, "سلمى الراوي", "2021-05-30T08:15:00")
    assert words(article) == [("title", TITLE), ("heading", "ردود")]


def _zip(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"PK\x03\x04 and nothing", "broken-docx"),
        (_zip("word/document.xml", b"<a/>"), "broken-docx"),
        (_zip("word/document.xml", bytes(2_000_000)), "oversized"),
        (_document()[:-900], "broken-docx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
    ],
)
def test_docx_problems(data, slug) -> None:
    with pytest.raises(ReadError) as caught:
        list(read_docx(data, SOURCE, replace(OPTIONS, max_bytes=1_000_000)))
    assert caught.value.problem.slug == slug


def test_markdown() -> None:
    front = f'---\ntitle: "{TITLE}"\ndate: 2021-05-30\noutlet: صحيفة المرفأ\nauthor: سلمى الراوي\n---\n'
    text = f"{front}# {TITLE}\n\n{BODY[0]}\n\n## ردود\n\n[{BODY[1]}](http://example.org) **قال**\nأمس\n\n> {BODY[2]}\n"
    article = only(read_markdown(text.encode(), SOURCE, OPTIONS))
    assert article.text == f"{TITLE}\n\n{BODY[0]}\nردود\n{BODY[1]} قال أمس\n{BODY[2]}"
    assert (article.title, article.outlet, article.byline) == (TITLE, "صحيفة المرفأ", "سلمى الراوي")
    assert article.published == "2021-05-30"
    assert words(article) == [("title", TITLE), ("heading", "ردود")]


def test_markdown_without_front_matter() -> None:
    article = only(read_markdown(TEXT.encode(), SOURCE, OPTIONS))
    assert (article.title, article.text) == (None, TEXT.replace("\n", " "))
    assert only(read_markdown(f"# {TITLE}\n\n{BODY[0]}".encode(), SOURCE, OPTIONS)).title == TITLE
