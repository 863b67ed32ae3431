"""Schema of the sections that statements are compared with."""

from __future__ import annotations

from typing import Literal

from asanid.lexicon.schema.entry import Entry


class ClaimWord(Entry, frozen=True, kw_only=True):
    """Words with a part of their own when statements are compared; an example shows one in brackets.

    ``stop``: says nothing of what happened; ``negation``: turns a statement into its opposite; ``report``: stands for
    a report and not for what it tells («التقارير حول…»); ``comment``: an answer that was not given («التعليق على…»);
    ``relative``: opens a clause that describes and does not tell; ``occasion``: opens what only went along with it;
    ``takes_back``: makes the word before it mean nothing of its own («التواصل الاجتماعي»).
    """

    kind: Literal["stop", "negation", "report", "comment", "relative", "occasion", "takes_back"]
    forms: tuple[str, ...]


class Synonyms(Entry, frozen=True, kw_only=True):
    """Words that name one kind of act or thing in news. ``forms`` hold verbs as written in both tenses; articles,
    clitics and endings of number are taken off before they are compared. ``thing``: no act, so never what a sentence
    turns on.
    """

    forms: tuple[str, ...]
    thing: bool = False


class Opposites(Entry, frozen=True, kw_only=True):
    """Words of which the one side says the contrary of the other."""

    one: tuple[str, ...]
    other: tuple[str, ...]


class RootPattern(Entry, frozen=True, kw_only=True):
    """Shapes of words (``forms``) with ف ع ل for the letters of the root, and the ``root`` they come from."""

    forms: tuple[str, ...]
    root: str = "فعل"


class Capital(Entry, frozen=True, kw_only=True):
    """A capital that stands for its government; ``id`` is that of the nation."""

    forms: tuple[str, ...]


SECTIONS: dict[str, type[Entry]] = {
    "capitals": Capital,
    "claim_words": ClaimWord,
    "synonyms": Synonyms,
    "opposites": Opposites,
    "root_patterns": RootPattern,
}
