"""Schema of what presents something as said: cues, the nouns of sources, and words about how it was said."""

from __future__ import annotations

from typing import Literal

import msgspec

from asanid.lexicon.schema.entry import Entry
from asanid.model import Anonymity, Commitment, Stance

Frame = Literal["clause", "quote", "noun", "object", "as", "charge", "order", "whether", "saying", "empty"]
"""How the content follows.

``clause``: after «إن/أن» (or ``preposition`` + «أن»); ``quote``: quoted words or a colon; ``noun``: a noun phrase
(after ``preposition``, if any); ``object``: with ``noun``, also without that preposition («أعلن عن», «أعلن»);
``as``: «وصف X بأنه Y», and without a preposition «اعتبر X عقبة»; ``charge``: «اتهم X
بـY»; ``order``: «طلب من X أن», whom by ``addressee``; ``whether``: «عما إذا», «هل»; ``saying``: a second cue that
carries the content («رد قائلا», «اكتفى بالقول»); ``empty``: nothing («لم يرد», «وهو ما أكده»).
"""

Need = Literal["clause", "quote", "noun", "as", "charge", "order", "whether", "saying", "negation"]
"""What must stand with a word before it counts as a cue: one of its frames, or a negation before it."""

Addressee = Literal["object", "من", "ل", "إلى", "على", "ب"]
"""How the person spoken to is joined: as the object («أبلغ الوزير أن»), or after a preposition."""

Channel = Literal[
    "interview",
    "statement",
    "post",
    "press_conference",
    "call",
    "speech",
    "report",
    "document",
    "testimony",
    "sidelines",
    "letter",
    "meeting",
]


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The principal parts that the forms are made from.

    ``first`` is the first person of the past where it does not follow («أقررت»); ``nouns`` are further verbal nouns and
    their plurals («مزاعم»); ``passive`` holds third persons of the passive that are written unlike the active («قيل»,
    «يقال»); ``patient`` is the passive participle that is written unlike the active one («مزعوم»); ``more`` lists other
    forms, and ``without`` takes out those that are nearly always another word («هنا» as a form of «هنأ»).
    """

    past: str
    present: str
    participle: str | None = None
    noun: str | None = None
    nouns: tuple[str, ...] = ()
    first: str | None = None
    passive: tuple[str, ...] = ()
    patient: str | None = None
    more: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Cue(Entry, frozen=True, kw_only=True):
    """A verb (with its participle and verbal noun) or particle that presents something as coming from a source.

    ``examples`` hold the cue in brackets: «[قال] المتحدث إن الاجتماع تأجل».

    ``also``: stances that it takes in other contexts («أكد»: assert, also confirm); ``negated``: its stance after a
    negation, where that changes. ``needs``: one of these must be met before the word counts at all; ``homographs``:
    forms that are mostly another word, and count only before a clause, a quotation, «قائلا», «عما إذا» or with a need
    met; ``opening``: such forms that count before their preposition too where they open a clause («وطالب الأهالي
    بـ»); ``objects``: nouns (without article, pronoun or ending) one of which follows closely, as its subject or object
    («أدلى بتصريح»), or a need is met; ``light``: the stance is that of such a noun («أعرب عن أمله»: believe).
    ``holderless``: forms that without a subject are hearsay («يُعتقد أن»). ``not_before``: words or phrases before which
    it is something else («أعلن عن نفسه»).

    ``via``: prepositions that lead whom a report was taken from, an attribution of its own («نقلت الوكالة [عن] مصدر»);
    ``below``: a particle that tells where the one who reports has it from («نقلا عن»), whoever that is.

    ``particles`` stand before the source, or hold it as a pronoun, and cover the sentence around them («بحسب», «في
    رأيه»); ``opens``: such a one takes a verb of saying into the cue («وفق ما ذكرت»). ``phrases`` are several words
    that work as one verb or verbal noun («ليس لديه علم», «لفت النظر إلى»). Their words are matched in order; a word
    that ends in «~» with any pronoun or none («على حد قول~»), and «…» stands for up to six words.
    """

    stance: Stance
    also: tuple[Stance, ...] = ()
    verb: Verb | None = None
    nouns: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    preposition: str | None = None
    prepositions: tuple[str, ...] = ()
    frames: tuple[Frame, ...] = ("clause", "quote")
    addressee: Addressee | None = None
    commitment: Commitment = "neutral"
    negated: Stance | None = None
    needs: tuple[Need, ...] = ()
    homographs: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    light: bool = False
    opens: bool = False
    via: tuple[str, ...] = ()
    below: bool = False
    holderless: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()


class Narration(Entry, frozen=True, kw_only=True):
    """A phrase that looks like a cue and is the writer's own voice: «تجدر الإشارة إلى أن», «يذكر أن» at the start."""

    phrases: tuple[str, ...]
    opening: bool = False
    """Only at the start of a sentence."""


class SourceNoun(Entry, frozen=True, kw_only=True):
    """A noun that stands for a source without naming it: «مصدر», «مسؤول», «الصحيفة», «متحدث».

    ``forms`` are written out, case endings and construct state included. ``anonymity`` of a body («شركة») is ``named``,
    for it mostly stands with its name or for one named before; without either it is a role. ``unique``: a role that one
    person holds, so that with its body («المتحدث باسم الوزارة») it names. ``refers_to``: the definite noun may stand
    for an antecedent of these types, even where that has another head («الشركة»); a body without any stands only for
    one with the same head («الوزارة»). ``issued``: what somebody gives out, and speaks with his voice («بيان الوزارة»).
    The entries of one noun share the first part of their ids: ``official``, ``official_f``, ``official_pl``.
    """

    forms: tuple[str, ...]
    anonymity: Anonymity
    issued: bool = False
    plural: bool = False
    feminine: bool = False
    unique: bool = False
    refers_to: tuple[Literal["PERSON", "MEDIA", "ORG", "GROUP", "PLACE", "WORK"], ...] = ()


class Anonymiser(Entry, frozen=True, kw_only=True):
    """A word or clause that keeps a source unnamed («مطلع», «طلب عدم ذكر اسمه»), or makes it a role («مصدر أمني»)."""

    forms: tuple[str, ...]
    anonymity: Anonymity = "anonymous"


class Circumstance(Entry, frozen=True, kw_only=True):
    """What may stand between a source and its words without being part of it: a word, and the nouns it needs then.

    ``channel`` is where it was said by such a noun; ``addressee`` tells that the nouns are those spoken to.
    """

    preposition: str
    nouns: tuple[str, ...] = ()
    channel: Channel | None = None
    addressee: bool = False


SECTIONS: dict[str, type[Entry]] = {
    "anonymisers": Anonymiser,
    "circumstances": Circumstance,
    "cues": Cue,
    "narration": Narration,
    "source_nouns": SourceNoun,
}
