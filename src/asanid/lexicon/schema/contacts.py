"""Schema of the sections that contacts and deals are found with.

In examples of ``contacts`` the event word stands in ``[…]`` and the names in ``{…}``: ``{سامي درويش}`` is a person,
``{شركة المدار/ORG}`` says its type, and ``{القاهرة/PLACE/-}`` is a name that is no party.
"""

from __future__ import annotations

from typing import Literal

from asanid.lexicon.schema.cues import Verb
from asanid.lexicon.schema.entry import Entry
from asanid.lexicon.schema.grammar import ClosedClass
from asanid.model import ContactType

Join = Literal["object", "between", "مع", "إلى", "ل", "ب", "من", "على", "عن"]
"""How a further party follows: as object or genitive, after «بين», or after a preposition (written apart or not)."""


class Event(Entry, frozen=True, kw_only=True):
    """A word for an event of several parties: a ``verb`` with its forms, ``nouns`` written out, or ``phrases``.

    ``joins``: how the other party follows, the surest first. ``mutual``: several subjects, or several holders of the
    noun, are parties by themselves («اجتمع الوزيران»). ``people``: one party at least must be a person, and none a
    place that stands as the object. ``topic``: negated, it says that a topic was left out and nothing of the meeting.
    ``talks``: a contact that is a negotiation where the article calls it so.
    ``needs``: words, or «@» and the name of a list of ``contact_words``, one of which must stand near for the word to
    count; ``without``: words that make it something else where they stand in the sentence.
    """

    type: ContactType
    verb: Verb | None = None
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    joins: tuple[Join, ...] = ()
    mutual: bool = False
    people: bool = False
    topic: bool = False
    talks: bool = False
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def talking(self) -> bool:
        """Whether people come together in it, and nothing only goes from one to another."""
        return self.type in {"contact", "negotiation"} or (self.type == "deal" and self.mutual)


class Carrier(Entry, frozen=True, kw_only=True):
    """A verb or phrase that ties its subject to an event noun: «أجرى اتصالا», «يحاول بيع», «على اتصال».

    ``status`` is what it tells of the event where that is more than that it is told.
    """

    verb: Verb | None = None
    phrases: tuple[str, ...] = ()
    status: Literal["reported", "planned", "not_happened", "confirmed", "denied"] = "reported"


SECTIONS: dict[str, type[Entry]] = {"contacts": Event, "contact_carriers": Carrier, "contact_words": ClosedClass}
