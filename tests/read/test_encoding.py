from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asanid.read.encoding import UndecodableError, declared_charset, decode, guess, mojibake

from .texts import BODY, TEXT

PLAIN = BODY[0]
NO_QUOTES = TEXT.replace("«", '"').replace("»", '"')


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", None),
        ("utf-16-le", None),
        ("utf-16-be", None),
        ("utf-32", None),
        ("cp1256", None),
        ("iso8859_6", None),
        ("cp1256", "windows-1256"),
        ("cp1256", "utf-8"),
        ("cp1256", "iso-8859-1"),
        ("cp1256", "iso-8859-6"),
        ("iso8859_6", "windows-1256"),
        ("iso8859_6", "windows-1252"),
        ("utf-8", "windows-1256"),
        ("utf-8", "no-such-charset"),
        ("mac_arabic", "mac_arabic"),
    ],
)
@pytest.mark.parametrize("text", [NO_QUOTES, "نفى الوزير الخبر"], ids=["long", "short"])
def test_declared_undeclared_and_misdeclared(encoding, declared, text) -> None:
    assert decode(text.encode(encoding), declared) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_byte_order_mark_is_dropped_and_nothing_else(mark) -> None:
    encoding = "utf-8" if mark == codecs.BOM_UTF8 else "utf-16-le"
    text = "\r\n  خبر\u200f\r\n\ufeffعاجل \t"
    assert decode(mark + text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (PLAIN[:-1].encode()[:-1], "undecodable"),
        (b"\xff\xfe\x00", "undecodable"),
        (bytes(range(128, 256)) * 5, "undecodable"),
        ("le ministre a été reçu à l'hôtel".encode("latin-1"), "not-arabic"),
    ],
)
def test_what_is_no_text_says_why(data, slug) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(data)
    assert caught.value.slug == slug
    assert caught.value.where


def test_a_head_may_end_inside_a_letter() -> None:
    assert guess(TEXT.encode()[:101], partial=True) == "utf-8"
    assert guess(NO_QUOTES.encode("utf-16-le")[:101], partial=True) == "utf-16-le"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<html><META HTTP-EQUIV="Content-Type" content="text/html; charset=windows-1256">', "windows-1256"),
        (b"<meta charset='utf-8'>", "utf-8"),
        (b'<?xml version="1.0" encoding="ISO-8859-6"?>', "ISO-8859-6"),
        (b"<p>charset=none</p>", None),
    ],
)
def test_declared_charset(head, charset) -> None:
    assert declared_charset(head) == charset


@pytest.mark.parametrize("encoding", ["cp1256", "cp1252"])
def test_mojibake_is_seen(encoding) -> None:
    broken = TEXT.encode().decode(encoding, "replace")
    assert mojibake(broken) == encoding
    assert mojibake(TEXT) is None


@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "cp1256", "hex", "utf-16", "idna", "\0"]))
def test_any_bytes_decode_or_say_why(data, declared) -> None:
    try:
        text = decode(data, declared)
    except UndecodableError as error:
        assert error.slug in {"binary", "undecodable", "not-arabic"}
    else:
        assert isinstance(text, str)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0")))
def test_utf8_comes_back_as_it_was(text) -> None:
    controls = sum(char < " " or char == "\x7f" for char in text)
    if not text.startswith("\ufeff") and not controls and "\x06" not in text:
        assert decode(text.encode()) == text
