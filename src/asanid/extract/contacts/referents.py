"""Referents: which entities a noun group stands for: by name, by role, by the noun of a body, by nationality."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from asanid.extract.contacts.roster import Role, Roster, nation_named
from asanid.extract.contacts.words import among, bare_noun
from asanid.extract.nouns import find_source_noun, is_title, title_kinds
from asanid.extract.scene import Scene
from asanid.model import Mention

_PLURALS = ("ين", "ون", "ات", "يي", "وو")


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group: the tokens ``first`` to ``last`` (exclusive), the entities it stands for, and how it tells them.

    ``unnamed``: somebody without a name in the article («عدد من شيوخ القبائل»), with no key so far. ``named``: by the
    name of a person or body itself. ``pair``: two parties told before («الجانبان»), ``people`` where it says so
    («الرجلان»).
    ``counterpart``: the nation of a «نظيره» without a name; whose he is, the sentence tells.
    """

    first: int
    last: int
    keys: tuple[str, ...]
    named: bool = False
    pair: bool = False
    people: bool = False
    counterpart: str | None = None
    role: Role | None = None
    unnamed: bool = False


@dataclass(slots=True)
class Parts:
    """What the words of a group have told so far."""

    head: str = ""
    head_at: int = -1
    more: list[str] = field(default_factory=list)
    nation: str | None = None
    person: Mention | None = None
    body: Mention | None = None
    definite: bool = False
    noun: str = ""
    """A body told by its noun alone: «الجبهة» of «موفدين من الجبهة»."""
    of_other: bool = False
    """Behind a preposition: what follows tells whose, not who."""


def is_plural(head: str) -> bool:
    """Whether a noun is a plural: members of a body, not one of them with his name."""
    noun = find_source_noun(head)
    return (
        (noun is not None and noun.plural)
        or (head.endswith(_PLURALS) and not head.startswith("ال"))
        or (head.endswith(("ون", "يين", "ولين")))
    )


def is_person(head: str) -> bool:
    """Whether a noun is somebody of a body and not the body: «رئيس», «مؤسس»; «شركة» and «قناة» are bodies."""
    noun = find_source_noun(head)
    return noun.refers_to == ("PERSON",) if noun else is_title(head)


def who(scene: Scene, roster: Roster, parts: Parts, first: int, last: int) -> Group | None:
    """Give the group that some parts make; ``None`` where they cannot be a party."""
    found = _known(scene, roster, parts, first, last)
    if found and not found.keys and not found.counterpart and _is_somebody(parts):
        return replace(found, unnamed=True)
    return found


def _known(scene: Scene, roster: Roster, parts: Parts, first: int, last: int) -> Group | None:
    role = _role(scene, parts)
    if parts.person is not None:
        return Group(first, last, _key_of(parts.person), named=True, role=role)
    if bare_noun(parts.head) in among("counterpart") and not parts.body:
        keys = _nation_keys(roster, parts) if bare_noun(parts.head).startswith("نظرا") else ()
        return Group(first, last, keys, counterpart=parts.nation)
    offset = scene.tokens[first].start
    known = roster.in_role(offset, role) if role and _can_be_known(parts) else None
    if known:
        return Group(first, last, (known,), role=role)
    if parts.body is not None:
        return Group(first, last, _by_body(parts, parts.body), named=not parts.head, role=role)
    if not parts.head and not parts.nation:
        return None
    return Group(first, last, _by_noun_or_nation(roster, offset, parts), role=role)


def _is_somebody(parts: Parts) -> bool:
    """Whether a noun with what describes it stands for people though nobody says who: no press, no body, no paper."""
    head, noun = bare_noun(parts.head), find_source_noun(parts.head)
    if head in among("no-party") or not (parts.definite or parts.more or parts.nation or parts.body):
        return False
    if head in among("standing-for") or head in among("counterpart"):
        return True
    if head in among("body-without-name"):
        return parts.head.startswith("ال")
    if noun is None or "sport" in title_kinds(parts.head):
        return "office" in title_kinds(parts.head)
    return noun.anonymity == "role" and not noun.issued and not head.endswith("يه")


def _key_of(mention: Mention) -> tuple[str, ...]:
    return (mention.entity,) if mention.entity else ()


def _by_noun_or_nation(roster: Roster, offset: int, parts: Parts) -> tuple[str, ...]:
    """«موفدين من الجبهة», «الجماعة», «الشركة الأميركية» by their noun; «المسؤولون الروس» by their country."""
    if parts.noun and not parts.nation:
        return _by_noun(roster, offset, parts.noun)
    body = parts.head.startswith("ال") and bare_noun(parts.head) in among("body-noun")
    if body and (not parts.more or parts.nation):
        return _by_noun(roster, offset, parts.head)
    return _nation_keys(roster, parts) if parts.nation and _stands_for_nation(parts) else ()


def _by_noun(roster: Roster, offset: int, noun: str) -> tuple[str, ...]:
    """«الجماعة», «الشركة»: the body of that kind told last; a country only where no body is meant otherwise."""
    if bare_noun(noun) not in among("body-noun"):
        return ()
    key = roster.of_kind(offset, bare_noun(noun))
    if key is None and bare_noun(noun) in among("group-noun"):
        mention = roster.last_of(offset, ("GROUP",))
        key = mention.entity if mention else None
    return (key,) if key else ()


def _by_body(parts: Parts, body: Mention) -> tuple[str, ...]:
    """A body by its name, or by unnamed members of it; a person's people are not that person."""
    members = bare_noun(parts.head) in among("standing-for") or is_plural(parts.head)
    leader = parts.head and not members and (body.type == "PLACE" or is_person(parts.head))
    if body.type == "PERSON" or leader or (parts.head and bare_noun(parts.head) in among("no-party")):
        return ()
    return _key_of(body)


def _role(scene: Scene, parts: Parts) -> Role | None:
    if not parts.head:
        return None
    nation = parts.nation
    if nation is None and parts.body is not None and parts.body.type != "PERSON":
        text = scene.stage.parsed.article.text
        nation = nation_named(text[parts.body.start : parts.body.end]) or parts.body.entity
    return Role((bare_noun(parts.head), *parts.more), nation)


def _can_be_known(parts: Parts) -> bool:
    """Whether a role without a name can be that of a person told elsewhere: one, definite, and no member of a body."""
    noun = find_source_noun(parts.head)
    one = is_title(parts.head) and not is_plural(parts.head) and not (noun and noun.plural)
    return one and not parts.of_other and (parts.definite or parts.nation is not None)


def _stands_for_nation(parts: Parts) -> bool:
    """«المسؤولون الروس», «الوفد الروسي», «الروس» stand for the country; «وزير روسي» and «صحيفة روسية» do not."""
    if not parts.head:
        return True
    if parts.of_other:
        return False
    head = bare_noun(parts.head)
    return head in among("standing-for") or is_plural(parts.head)


def _nation_keys(roster: Roster, parts: Parts) -> tuple[str, ...]:
    key = roster.nation(parts.nation) if parts.nation else None
    return (key,) if key else ()
