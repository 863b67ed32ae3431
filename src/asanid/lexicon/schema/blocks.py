"""Schema of the sections that blocks and sentences are found with."""

from __future__ import annotations

from typing import Literal

from asanid.lexicon.schema.entry import Entry

Place = Literal["line", "label", "start", "within", "end", "all"]
"""Where the words must stand: they are the whole ``line``; a ``label`` before a colon, dots, a bar or the end of the
line; the ``start``, the ``end`` or anywhere ``within`` the line; or ``all`` words of the line are among the forms.
"""


class Phrase(Entry, frozen=True, kw_only=True):
    """Words that tell what a line is. ``words`` is the longest line that they can claim; ``others`` are lines
    that hold the words and are something else.
    """

    forms: tuple[str, ...]
    place: Place
    words: int = 20
    others: tuple[str, ...] = ()


class Furniture(Phrase, frozen=True, kw_only=True):
    """What belongs to the page and not to the article. ``opens`` says what follows: a ``list`` of short lines,
    or the ``rest`` of the page.
    """

    opens: Literal["nothing", "list", "rest"] = "nothing"


class Byline(Phrase, frozen=True, kw_only=True):
    """Who wrote the article, where it comes from, when it was published."""


class Rubric(Entry, frozen=True, kw_only=True):
    """Labels of sections, as they stand above or below a headline."""

    forms: tuple[str, ...]


class Credit(Entry, frozen=True, kw_only=True):
    """How a news agency or picture desk is named in credits and datelines."""

    forms: tuple[str, ...]


class Caption(Phrase, frozen=True, kw_only=True):
    """Words of picture captions. A ``weak`` one counts only below a headline and in a line without a full stop."""

    weak: bool = False


class Opener(Entry, frozen=True, kw_only=True):
    """Words that open a sentence of running text, never a heading. After a quotation a ``speech`` verb belongs to
    the sentence of the quotation unless «و» or «ف» stands before it.
    """

    forms: tuple[str, ...]
    speech: bool = False


class Abbreviation(Entry, frozen=True, kw_only=True):
    """Words whose full stop does not end a sentence; those that may stand last (``ends``) do before a new clause."""

    forms: tuple[str, ...]
    ends: bool = False


SECTIONS: dict[str, type[Entry]] = {
    "furniture": Furniture,
    "bylines": Byline,
    "rubrics": Rubric,
    "credits": Credit,
    "captions": Caption,
    "openers": Opener,
    "abbreviations": Abbreviation,
}
