from __future__ import annotations

import pytest

from asanid.read.markup import body_of, fragment_paragraphs


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("خبر\nعاجل", [("body", "خبر"), ("body", "عاجل")]),
        ("<p>خبر\n عاجل</p>ذيل", [("body", "خبر عاجل"), ("body", "ذيل")]),
        ("خبر<br>عاجل", [("body", "خبر"), ("body", "عاجل")]),
        ("<h2>أ<b>ب</b>ج</h2>د", [("heading", "أبج"), ("body", "د")]),
        ("<figure><figcaption>صورة</figcaption></figure>", [("caption", "صورة")]),
        ("أ<script>x()</script>ب<!-- ج -->", [("body", "أ"), ("body", "ب")]),
        ("أ&nbsp;ب &amp; ج", [("body", "أ\u00a0ب & ج")]),
        ("<ul><li>أ<li>ب</ul>", [("body", "أ"), ("body", "ب")]),
        ("<>", [("body", "<>")]),
        ("", []),
    ],
)
def test_fragments(html, paragraphs) -> None:
    assert fragment_paragraphs(html) == paragraphs


def test_a_deep_tree_is_no_trouble() -> None:
    assert fragment_paragraphs("<div>" * 200 + "خبر") == [("body", "خبر")]


def test_a_paragraph_with_breaks_is_several_lines() -> None:
    body, blocks = body_of([("heading", "أ\nب"), ("body", " "), ("body", "ج")])
    assert body == "أ\nب\nج"
    assert [body[block.start : block.end] for block in blocks] == ["أ", "ب"]
