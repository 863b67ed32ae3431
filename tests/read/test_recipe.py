from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.model import Block
from asanid.read.recipe import article_id, canonical_url, compose

TEXTS = st.text(alphabet="ابج \n\t\u00a0.", max_size=12)


@pytest.mark.parametrize(
    ("title", "summary", "body", "text", "kinds"),
    [
        ("عنوان", "ملخص", "متن", "عنوان\n\nملخص\n\nمتن", ["title", "summary"]),
        (" عنوان\n", None, "\nمتن\n", "عنوان\n\nمتن", ["title"]),
        (None, "ملخص", "متن", "ملخص\n\nمتن", ["summary"]),
        ("عنوان", "ملخص  الخبر", "هذا ملخص\nالخبر كله", "عنوان\n\nهذا ملخص\nالخبر كله", ["title"]),
        ("عنوان", "", "", "عنوان", ["title"]),
        ("", "", "", "", []),
        ("متن", None, "متن", "متن\n\nمتن", ["title"]),
    ],
)
def test_compose(title, summary, body, text, kinds) -> None:
    composed, blocks = compose(title, summary, body)
    assert composed == text
    assert [block.kind for block in blocks] == kinds


@given(TEXTS, TEXTS, TEXTS)
def test_blocks_cover_what_they_name(title, summary, body) -> None:
    parts = [Block(at, at + 1, "heading") for at, char in enumerate(body) if not char.isspace()]
    text, blocks = compose(title, summary, body, parts)
    found = {block.kind: text[block.start : block.end] for block in blocks}
    assert found.get("title", "") == title.strip()
    assert found.get("summary", "") in {summary.strip(), ""}
    headings = [text[block.start : block.end] for block in blocks if block.kind == "heading"]
    assert headings == [body[part.start : part.end] for part in parts]


def test_ids() -> None:
    assert re.fullmatch("[0-9a-f]{16}", article_id("خبر"))
    assert article_id("خبر") != article_id("خبر", "https://example.org/1")
    assert article_id("خبر", "https://example.org/1") == article_id("خبر", "HTTPS://EXAMPLE.org/1?utm_source=x#a")


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("http://Example.ORG", "http://example.org/"),
        ("http://example.org:8080/a?b=1&fbclid=2", "http://example.org:8080/a?b=1"),
        ("https://example.org/خبر/%d9%82", "https://example.org/%D8%AE%D8%A8%D8%B1/%D9%82"),
        ("https://example.org/a?at_medium=x&xtor=2", "https://example.org/a"),
        ("https://[::1]:x/", "https://[::1]:x/"),
        ("not an address", "not an address"),
        ("https://example.org/\ud800", "https://example.org/%3F"),
    ],
)
def test_canonical_url(url, canonical) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical
