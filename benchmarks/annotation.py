"""What the scorer compares: the annotated side and the answer's side of one text, in the same terms."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from asanid.model import (
    Anonymity,
    Block,
    ContactStatus,
    ContactType,
    Date,
    Document,
    Kind,
    Mention,
    Role,
    Span,
    Stance,
)

SELF = "self"
"""The origin of what an outlet got itself; no entity key."""


class Attribution(msgspec.Struct, frozen=True):
    """The fields of an attribution that are annotated."""

    id: str
    cue: Span
    source: Span | None
    source_entity: str | None
    content: tuple[Span, ...]
    kind: Kind
    stance: Stance
    anonymity: Anonymity | None
    origin: str | None = None
    parent: str | None = None
    target: tuple[str, ...] = ()


class Contact(msgspec.Struct, frozen=True):
    """The fields of a contact that are compared."""

    type: ContactType
    parties: tuple[str, ...]
    status: ContactStatus | None = None


class Annotation(msgspec.Struct, frozen=True):
    """One text with what is marked in it."""

    text: str
    blocks: tuple[Block, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[Date, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    contacts: tuple[Contact, ...] = ()


class Member(msgspec.Struct, frozen=True):
    """One telling of a claim; ``attribution`` is missing where it is told without a source."""

    document: str
    attribution: str | None = None
    role: Role | None = None


class Interval(msgspec.Struct, frozen=True):
    """How many independent origins a claim has, at least and at most."""

    low: int | None = None
    high: int | None = None


class GoldClaim(msgspec.Struct, frozen=True):
    """A claim as annotated; ``document`` of a member is the name of its file."""

    key: str
    members: tuple[Member, ...]
    origins: tuple[str, ...] | None = None


class FoundClaim(msgspec.Struct, frozen=True):
    """A claim as answered; ``document`` of a member is the id of its document."""

    members: tuple[Member, ...]
    origins: Interval = Interval()


def of_document(document: Document) -> Annotation:
    """Take from an answer what is compared."""
    return msgspec.convert(document, Annotation, from_attributes=True)


def kept_apart(annotation: Annotation, name: str) -> Annotation:
    """Make the entity keys of one text its own, so that equal keys of two texts stay two entities."""

    def own(key: str | None) -> str | None:
        return key if key in (None, SELF) else f"{name}:{key}"

    return msgspec.structs.replace(
        annotation,
        mentions=tuple(replace(mention, entity=own(mention.entity)) for mention in annotation.mentions),
        attributions=tuple(
            msgspec.structs.replace(one, source_entity=own(one.source_entity), origin=own(one.origin))
            for one in annotation.attributions
        ),
        contacts=tuple(
            msgspec.structs.replace(contact, parties=tuple(f"{name}:{party}" for party in contact.parties))
            for contact in annotation.contacts
        ),
    )
