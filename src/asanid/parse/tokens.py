"""Tokens: words, numbers and marks, with their clitics and their place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asanid.model import Token, TokenKind
from asanid.parse.clitics import segment
from asanid.parse.fold import Folded

_ARABIC = r"\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9"
_WORD = re.compile(rf"[{_ARABIC}]+")
_TOKEN = re.compile(
    rf"(?P<word>[{_ARABIC}]+)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    rf"|(?P<latin>[^\W\d_{_ARABIC}][^\W_{_ARABIC}]*(?:[-.&'’@][^\W_{_ARABIC}]+)*)"
    r"|(?P<mark>\S)"
)


def tokenize(folded: Folded) -> tuple[Token, ...]:
    """Cut a folded text into tokens.

    >>> from asanid.parse.fold import fold
    >>> [(t.proclitics, t.stem, t.kind) for t in tokenize(fold("وللحوثيين 10 ملايين؟"))]
    [('ول', 'الحوثيين', 'word'), ('', '10', 'number'), ('', 'ملايين', 'word'), ('', '؟', 'mark')]
    """
    return tuple(_tokens(folded))


def words(folded: Folded) -> Iterator[str]:
    """Give the Arabic words of a folded text the way ``segment`` reads them: a final ة or ى stays as written.

    >>> from asanid.parse.fold import fold
    >>> list(words(fold("زيارةُ مستشفى 7 أيام")))
    ['زيارة', 'مستشفى', 'ايام']
    """
    for match in _WORD.finditer(folded.text):
        yield _as_written(match.group(), folded.source[folded.starts[match.end() - 1]])


def _tokens(folded: Folded) -> Iterator[Token]:
    source, starts, place = folded.source, folded.starts, folded.place
    for match in _TOKEN.finditer(folded.text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
        form = match[0]
        first, last = match.span()
        start, end = place(first, last)
        if kind != "word":
            yield Token(start, end, kind, form, "", form, "", start, end)
            continue
        whole = segment(_as_written(form, source[starts[last - 1]]))
        stem_start, stem_end = start, end
        if whole.cut or whole.enclitic:
            stem_start, stem_end = place(first + whole.cut, last - len(whole.enclitic))
        yield Token(start, end, kind, form, whole.proclitics, whole.stem, whole.enclitic, stem_start, stem_end)


def _as_written(form: str, last: str) -> str:
    return form[:-1] + last if last in "ةى" else form
