"""Bytes → text: byte order mark, UTF-8, what was declared, then the Arabic code pages by letter frequency.

A declaration is believed only where its letters look like Arabic, for pages are often mis-declared. Every step is
linear in the bytes.
"""

from __future__ import annotations

import codecs
import re

from asanid.read.arabic import letter_score

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1256", "iso8859_6")
_WIDE = ("utf-16-le", "utf-16-be")
_ACCEPT = -2.2  # Arabic news scores about -1.3, another code page read wrongly below -2.5
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""",
    re.IGNORECASE,
)
_MOJIBAKE = {"cp1256": re.compile("[طظ]"), "cp1252": re.compile("[ØÙÚÛ]")}


class UndecodableError(ValueError):
    """Bytes that are no text: ``slug`` of the problem (undecodable, binary, not-arabic) and where it shows."""

    def __init__(self, slug: str, where: str) -> None:
        super().__init__(where)
        self.slug = slug
        self.where = where


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode the bytes of one text; its byte order mark is dropped, nothing else changes.

    >>> decode("نفى الوزير الخبر".encode("cp1256"), "iso-8859-1")
    'نفى الوزير الخبر'
    """
    encoding = guess(data, declared)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError("undecodable", f"byte {error.start}, read as {encoding}") from None


def guess(data: bytes, declared: str | None = None, *, partial: bool = False) -> str:
    """Name the encoding of some bytes; ``partial`` says that they are only the beginning of the text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    if _looks_wide(data):
        return _best(data, _WIDE, "binary")
    if _is_binary(data):
        raise UndecodableError("binary", "control characters")
    if (bad := _first_bad_byte(data, partial=partial)) is None:
        return "utf-8"
    return _best(data, (*_known(declared), *_CODE_PAGES), "undecodable", f"byte {bad}")


def declared_charset(data: bytes) -> str | None:
    """Find the character set that an HTML or XML head declares."""
    match = _DECLARED.search(data[:4096])
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")


def mojibake(text: str) -> str | None:
    """Name the code page that UTF-8 was wrongly read as before the text was saved, or ``None``.

    >>> mojibake("قال الوزير".encode().decode("cp1256")), mojibake("قال الوزير إن الطريق آمن")
    ('cp1256', None)
    """
    sample = text[:4_000]
    foreign = len(sample) - len(sample.encode("ascii", "ignore"))
    for encoding, signs in _MOJIBAKE.items():
        if len(signs.findall(sample)) * 4 > foreign and _undoes(sample, encoding):
            return encoding
    return None


def _undoes(sample: str, encoding: str) -> bool:
    """Undo the wrong reading; what the code page lacks is dropped, so a few letters may be lost."""
    again = sample.encode(encoding, "ignore").decode("utf-8", "ignore")
    return letter_score(again) > max(_ACCEPT, letter_score(sample))


def _looks_wide(data: bytes) -> bool:
    """UTF-16 of Arabic has a NUL beside every space and the byte 06 in every letter."""
    sample = data[:65_536]
    return len(data) > 1 and (b"\0" in data or sample.count(b"\x06") * 4 > len(sample))


def _is_binary(data: bytes) -> bool:
    sample = data[:65_536]
    return len(_CONTROLS.findall(sample)) * 50 > len(sample)


def _first_bad_byte(data: bytes, *, partial: bool) -> int | None:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not partial)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _known(declared: str | None) -> tuple[str, ...]:
    """Keep a declared name where it is a character encoding (not a codec such as ``hex``)."""
    try:
        info = codecs.lookup(declared or "")
    except (LookupError, ValueError):
        return ()
    is_text: bool = getattr(info, "_is_text_encoding", True)
    return (info.name,) if is_text and info.name not in {"idna", "punycode", "unicode_escape"} else ()


def _best(data: bytes, candidates: tuple[str, ...], slug: str, where: str = "NUL bytes") -> str:
    """Pick the encoding whose letters look most like Arabic; the first of equals, so the declared one."""
    scores = {encoding: _score(data, encoding) for encoding in dict.fromkeys(candidates)}
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= _ACCEPT:
        return best
    if slug == "undecodable" and sum(byte > 0x7F for byte in data[:65_536]) * 3 < len(data[:65_536]):
        slug = "not-arabic"
    raise UndecodableError(slug, where)


def _score(data: bytes, encoding: str) -> float:
    """Score one encoding; the cut at an odd byte is forgiven, any other fault is not."""
    try:
        text = data[: len(data) // 2 * 2 if encoding in _WIDE else None].decode(encoding)
    except (UnicodeError, ValueError):
        return -9.0
    return letter_score(text) if "\0" not in text else -9.0
