"""Voices: which attributions hold a place of the text, asked for again and again."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.model import Attribution, Span

_STRIDE = 500
"""Characters of the text that are looked up together."""


class Voices:
    """The attributions of an article by the places that their contents cover."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self._near: dict[int, dict[str, Attribution]] = {}
        for one in attributions:
            for span in one.content:
                for stride in range(span.start // _STRIDE, span.end // _STRIDE + 1):
                    self._near.setdefault(stride, {})[one.id] = one

    def round(self, span: Span) -> tuple[Attribution, ...]:
        """Give the attributions whose content holds some words, the outermost first."""
        found = [
            (sum(s.end - s.start for s in one.content), -one.cue.start, one)
            for one in self._near.get(span.start // _STRIDE, {}).values()
            if any(s.start <= span.start and span.end <= s.end for s in one.content)
        ]
        return tuple(one for *_, one in sorted(found, key=_size, reverse=True))


def _size(row: tuple[int, int, Attribution]) -> tuple[int, int]:
    return row[:2]
