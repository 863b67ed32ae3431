"""Schema of the sections that names are found with.

An example of these sections is a sentence in which the name that the entry should find stands in ``⟦…⟧``.
"""

from __future__ import annotations

from typing import Literal

from asanid.lexicon.schema.entry import Entry

OutletKind = Literal["newspaper", "agency", "channel", "site", "magazine", "journal", "radio", "platform", "programme"]
TitleKind = Literal["office", "rank", "honorific", "profession", "sport"]
WorkKind = Literal["treaty", "law", "station", "service", "product", "weapon", "project", "operation", "work", "award"]


class Outlet(Entry, frozen=True, kw_only=True):
    """A newspaper, agency, channel, site or platform: ``name`` in English, ``country`` as ISO 3166 code.

    ``forms`` are all its spellings; ``with_context`` those that are also common words or other names, and count only
    after «صحيفة», «قناة»… or in quotation marks or brackets.
    """

    name: str
    kind: OutletKind
    country: str = ""
    forms: tuple[str, ...] = ()
    with_context: tuple[str, ...] = ()


class Organisation(Entry, frozen=True, kw_only=True):
    """An organisation (``ORG``) or a people, movement or armed group (``GROUP``) with all its spellings."""

    name: str
    type: Literal["ORG", "GROUP"]
    country: str = ""
    forms: tuple[str, ...] = ()
    with_context: tuple[str, ...] = ()


class Nation(Entry, frozen=True, kw_only=True):
    """A country or region: ``places`` are its names, ``adjectives`` its nationality (masculine, without article),
    ``people`` plurals that do not follow from the adjective («روس»).
    """

    name: str
    places: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Place(Entry, frozen=True, kw_only=True):
    """A place other than a country with all its spellings; ``kind`` is city, sea, street, building…"""

    name: str
    kind: str
    forms: tuple[str, ...] = ()
    with_context: tuple[str, ...] = ()


class Title(Entry, frozen=True, kw_only=True):
    """Words that stand before a person's name and are no part of it."""

    kind: TitleKind
    forms: tuple[str, ...]


class Work(Entry, frozen=True, kw_only=True):
    """A treaty, product, service or work with a name of its own."""

    name: str
    kind: WorkKind
    forms: tuple[str, ...] = ()
    with_context: tuple[str, ...] = ()


class NameCue(Entry, frozen=True, kw_only=True):
    """Words that announce a kind of name without being part of it («صحيفة», «مدينة», «نادي»), or that open one."""

    forms: tuple[str, ...]


class NameHead(Entry, frozen=True, kw_only=True):
    """Words that say that a name follows which no list holds.

    ``outlet``, ``agency``: an outlet («صحيفة لوبوان», «وكالة أنباء السرار»); ``bank``, ``site``: the word is part of
    the name («مصرف الحقول», «مرفأ الزاوية»), and so are ``seat`` and ``camp`` before a known place («نيابة باريس»,
    «مخيم اليرموك»); ``work``: a title or a ship's name in quotation marks follows; ``talk``,
    ``told``, ``learned``: an outlet speaks of itself («في حديث لـ«المدار»»). Words inside or behind a name are ``news``
    («وكالة أنباء»), ``lineage`` («بن سعود»), ``day`` («صباح اليوم» is no paper) and ``that`` («قال لـ«المدار» إن»).
    """

    kind: Literal[
        "outlet",
        "agency",
        "bank",
        "site",
        "seat",
        "camp",
        "work",
        "talk",
        "told",
        "learned",
        "news",
        "lineage",
        "day",
        "that",
    ]
    forms: tuple[str, ...]


SECTIONS: dict[str, type[Entry]] = {
    "outlets": Outlet,
    "organisations": Organisation,
    "nationalities": Nation,
    "places": Place,
    "titles": Title,
    "works": Work,
    "name_cues": NameCue,
    "name_heads": NameHead,
}
