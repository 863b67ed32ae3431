"""Articles for tests of contacts, their names marked: «التقى {سامي درويش} {المدار/ORG} في {القاهرة/PLACE/-}»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from asanid.extract.attributions import find_attributions
from asanid.extract.contacts import find_contacts
from asanid.model import Contact, Mention
from asanid.parse.identity import resolve_names
from asanid.parse.parsed import parse
from asanid.read import read_text

_MARK = re.compile(r"\{([^{}/]+)(?:/([A-Z]+))?(/-)?\}|\[|\]")


@dataclass(frozen=True)
class Told:
    """The contacts of a marked text, the names meant as parties, the text, and where the words in brackets begin."""

    contacts: tuple[Contact, ...]
    names: dict[str, str]
    meant: frozenset[str]
    text: str
    word_at: int | None

    def rows(self) -> list[tuple[str, set[str], str]]:
        return [(c.type, {self.names[key] for key in c.parties}, c.status) for c in self.contacts]


def tell(marked: str, published: str | None = "2024-10-08") -> Told:
    """Find the contacts of a text whose names are marked; nothing is left to the finding of names."""
    text, mentions, meant, at, word_at = "", [], set(), 0, None
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[0] == "[":
            word_at = len(text)
        if not match[1]:
            continue
        mentions.append(Mention(len(text), len(text) + len(match[1]), match[2] or "PERSON"))  # type: ignore[arg-type]
        text += match[1]
        if not match[3]:
            meant.add(match[1])
    text += marked[at:]
    parsed = parse(read_text(text, published=published))
    entities, named = resolve_names(mentions, text)
    parsed = replace(parsed, mentions=named, entities=entities)
    attributions, everyone = find_attributions(parsed)
    contacts, everyone = find_contacts(parsed, attributions, everyone)
    names = {entity.key: entity.name for entity in everyone}
    return Told(contacts, names, frozenset(meant), text, word_at)
