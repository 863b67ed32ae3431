"""Schema of what presents something as said: cues, the nouns of sources, and words about how it was said."""

from __future__ import annotations

from typing import Literal

import msgspec

from asanid.lexicon.schema.entry import Entry
from asanid.model import Anonymity, Commitment, Stance

Frame = Literal["clause", "quote", "noun", "as", "charge", "order"]
"""How the content follows: a clause after «إن/أن», quoted words, a noun phrase (after ``preposition``, if any),
«وصف X بأنه Y», «اتهم X بـY», «طلب من X أن»."""


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The principal parts that the forms are made from; ``more`` lists forms that do not follow from them."""

    past: str
    present: str
    participle: str | None = None
    noun: str | None = None
    more: tuple[str, ...] = ()


class Cue(Entry, frozen=True, kw_only=True):
    """A verb (with its participle and verbal noun) or particle that presents something as coming from a source.

    ``examples`` hold the cue in brackets: «[قال] المتحدث إن الاجتماع تأجل».
    """

    stance: Stance
    verb: Verb | None = None
    particles: tuple[str, ...] = ()
    preposition: str | None = None
    frames: tuple[Frame, ...] = ("clause", "quote")
    commitment: Commitment = "neutral"
    negated: Stance | None = None


class SourceNoun(Entry, frozen=True, kw_only=True):
    """A noun that stands for a source without naming it: «مصدر», «مسؤول», «الصحيفة», «متحدث»."""

    forms: tuple[str, ...]
    anonymity: Anonymity
    plural: bool = False
    refers_to: tuple[Literal["PERSON", "MEDIA", "ORG", "GROUP", "PLACE"], ...] = ()


class Circumstance(Entry, frozen=True, kw_only=True):
    """What may stand between a source and its words without being part of it: a word, and the nouns it needs then."""

    preposition: str
    nouns: tuple[str, ...] = ()


SECTIONS: dict[str, type[Entry]] = {"circumstances": Circumstance, "cues": Cue, "source_nouns": SourceNoun}
