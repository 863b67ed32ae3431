"""Places of letters in an unfolded word."""

from __future__ import annotations

from asanid.parse.fold import fold, is_plain


def after_letters(text: str, start: int, letters: int) -> int:
    """Give the offset of the letter that follows so many folded letters, counted from ``start``.

    >>> after_letters("والثلاثاء", 0, 1), after_letters("وَالثلاثاء", 0, 1)
    (1, 2)
    """
    if is_plain(text, start, start + letters + 1):
        return start + letters
    folded = fold(text[start : start + 4 * letters + 12])
    return start + folded.starts[letters]
