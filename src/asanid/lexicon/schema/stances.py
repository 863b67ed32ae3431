"""Schema of what a content says of a report or of itself: formulas of denial and refusal, nouns of reports, hedges."""

from __future__ import annotations

from typing import Literal

from asanid.lexicon.schema.entry import Entry
from asanid.model import Certainty, Commitment

Meaning = Literal["decline", "false", "belittle", "dismiss"]
"""What a formula does with a report.

``decline``: takes no position on it («لا تعليق»), at the head of a content; ``false``: calls it untrue, and needs no
noun beside it («عار عن الصحة»); ``belittle``: does so only when said of a report («خدعة», «سخيفة»); ``dismiss``: only
when said of a charge («غير مبررة»).
"""

Group = Literal[
    "report",
    "told",
    "charge",
    "publication",
    "comment",
    "refusable",
    "danger",
    "act",
    "light",
    "answering",
    "asking",
    "negation",
    "only",
    "flatly",
    "involvement",
]
"""What a word does where stances are told.

``report``, ``charge``: a noun that stands for what was said («الأنباء», «الاتهامات»); ``told``: a verb that does so
after «ما» («ما نشرته»); ``publication``: a noun for what a publication said («التقرير», «المقال»); ``comment``: what a
source refuses that takes no position («التعليق»); ``refusable``: what it refuses when it says that something is not so
(«إمكانية»); ``danger``: what a warning fears; ``act``: what it warns off; ``light``: words that say nothing of a topic
(«حصول»); ``answering``: opens a sentence that answers a question or charge («ردا»); ``asking``: what was asked for a
comment («طلب»); ``negation``: says that a content is not so; ``only``, and with a negation ``flatly``: leave nothing of
what was told («الوحيد», «إلا»); ``involvement``: what somebody denies to have had in a deed («ضلوع», «دور»).
"""


class Formula(Entry, frozen=True, kw_only=True):
    """Phrases with one meaning; ``examples`` hold one in brackets.

    In a phrase «|» parts words that may stand for each other, and «…» stands for up to three words.
    """

    means: Meaning
    phrases: tuple[str, ...]


class WordGroup(Entry, frozen=True, kw_only=True):
    """Words that do the same where stances are told; forms without article and conjunction."""

    group: Group
    forms: tuple[str, ...]


class Kin(Entry, frozen=True, kw_only=True):
    """Words, without article, that news texts use for one thing: who denies «المحادثات» means «الاتصالات» too."""

    forms: tuple[str, ...]


class Hedge(Entry, frozen=True, kw_only=True):
    """Phrases that tell how certain a content is, or how far the writer stands from it; written as in ``Formula``.

    ``whole``: they count wherever they stand in a content; others only in its first clause. ``cues``: ids of cues that
    say as much by themselves.
    """

    phrases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    certainty: Certainty | None = None
    commitment: Commitment | None = None
    whole: bool = False


SECTIONS: dict[str, type[Entry]] = {
    "hedges": Hedge,
    "kin": Kin,
    "stance_formulas": Formula,
    "stance_words": WordGroup,
}
