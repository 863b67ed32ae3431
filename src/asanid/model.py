"""The central types, and nothing else.

Every offset is an index of code points into the article's own text, ``start`` inclusive, ``end`` exclusive.
The field names of the types from ``Entity`` to ``Answer`` are those of the JSON contract ``asanid/1``:
encoding a ``Document`` with msgspec gives exactly one line of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

SCHEMA = "asanid/1"
RECIPE = "text/1"

BlockKind = Literal["title", "kicker", "byline", "summary", "heading", "caption", "body", "furniture"]
MentionType = Literal["PERSON", "MEDIA", "ORG", "GROUP", "PLACE", "WORK"]
EntityType = Literal["PERSON", "MEDIA", "ORG", "GROUP", "PLACE", "WORK", "SOURCE"]
Kind = Literal["direct", "mixed", "indirect"]
Stance = Literal["assert", "believe", "confirm", "deny", "decline", "request", "question"]
Anonymity = Literal["named", "role", "anonymous", "media", "hearsay"]
Commitment = Literal["neutral", "distance", "endorse"]
Certainty = Literal["certain", "probable", "possible", "alleged"]
ContactType = Literal["contact", "negotiation", "deal", "transfer", "exchange"]
ContactStatus = Literal["reported", "confirmed", "denied", "contested", "planned", "not_happened"]
Role = Literal["supports", "denies", "declines"]
TokenKind = Literal["word", "latin", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text."""

    start: int
    end: int


# --- what reading gives -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept a source, or a part of it, from being read: a slug for programs, a message for people."""

    source: str
    slug: str
    message: str


@dataclass(frozen=True, slots=True)
class Block(Span):
    """A line or paragraph of the article and what it is."""

    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read. ``text`` follows the recipe ``text/1`` and never changes afterwards.

    ``published`` and ``updated`` are ISO 8601 dates or date-times. ``blocks`` holds what the markup says
    about parts of the text (title, byline, headings, captions); it is empty where there was no markup.
    """

    id: str
    text: str
    path: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    updated: str | None = None
    retrieved: str | None = None
    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


# --- what parsing gives -------------------------------------------------------------------------


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number or mark. ``form`` is folded; ``stem`` is the form without clitics, its article restored
    after «لل»; ``stem_start``/``stem_end`` are where the stem stands in the article's text.

    A frozen dataclass, which tokens once were, takes ten times as long to make, and nothing is made as often.
    """

    start: int
    end: int
    kind: TokenKind
    form: str
    proclitics: str
    stem: str
    enclitic: str
    stem_start: int
    stem_end: int


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence, with the range of its tokens and the block it stands in (indices)."""

    first_token: int
    last_token: int
    block: int


@dataclass(frozen=True, slots=True)
class Quote(Span):
    """Quoted words with their marks. ``inner`` is what stands between the marks; ``depth`` is 0 for the outermost;
    ``closed`` is false where the closing mark is missing (it then ends with its paragraph).
    """

    inner: Span
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Date(Span):
    """A date expression: ``value`` is EDTF level 1; ``inferred`` says that it needed more than its own words."""

    value: str
    inferred: bool
    calendar: Literal["gregorian", "hijri"] = "gregorian"


@dataclass(frozen=True, slots=True)
class Number(Span):
    """A number in digits or words; ``unit`` is an ISO 4217 currency, ``"%"`` or the counted noun, if any."""

    value: float
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A name in the text; ``entity`` is the key of what it names."""

    type: MentionType
    entity: str | None = None


# --- the answer: fields as in the JSON contract --------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions and sources stand for. ``members`` lists the entities that a group source stands for."""

    key: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """A place where the text presents something as coming from a source other than the writer."""

    id: str
    cue: Span
    source: Span | None
    source_entity: str | None
    source_evidence: Span | None
    content: tuple[Span, ...]
    kind: Kind
    stance: Stance
    anonymity: Anonymity | None
    origin: str | None
    origin_evidence: tuple[Span, ...]
    parent: str | None
    target: tuple[str, ...]
    commitment: Commitment
    certainty: Certainty
    channel: str | None
    confidence: float
    doubts: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or count as a number and a unit, with its words."""

    number: float | None
    unit: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Two or more parties meeting, talking, agreeing, selling or delivering."""

    id: str
    type: ContactType
    parties: tuple[str, ...]
    spans: tuple[Span, ...]
    time_text: str | None
    time: str | None
    amount: Amount | None
    status: ContactStatus
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Producer:
    """What made an answer: program version, lexicon hash, model hashes by name."""

    version: str
    lexicon: str
    models: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    """The answer for one article: one line of the JSON contract."""

    schema: str
    id: str
    path: str | None
    url: str | None
    outlet: str | None
    outlet_entity: str | None
    title: str | None
    published: str | None
    recipe: str
    text: str
    producer: Producer
    blocks: tuple[Block, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    contacts: tuple[Contact, ...]
    dates: tuple[Date, ...]
    problems: tuple[Problem, ...]


# --- claims: what several documents, or several attributions of one, say alike --------------------


@dataclass(frozen=True, slots=True)
class Member:
    """A statement of a claim: an attribution, or words that the article says in its own voice (no attribution)."""

    document: str
    attribution: str | None
    role: Role
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class WordingFrom:
    """The member of a claim that something was taken from."""

    document: str
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the number of independent origins is what it is: a code, and the member that it is about."""

    code: str
    document: str
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins a claim has at least and at most, the certain ones, and why."""

    low: int
    high: int
    keys: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """What its members say, confirm, deny or decline to speak of; ``first`` is the member published earliest."""

    id: str
    wording: str
    wording_from: WordingFrom
    members: tuple[Member, ...]
    origins: Origins
    first: WordingFrom
