"""Frames: who the parties of an event word are, by the word order and prepositions round it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asanid.extract.contacts.clauses import (
    adjacent_before,
    antecedent,
    first_free,
    opening_of,
    subjects_after,
    subjects_before,
)
from asanid.extract.contacts.groups import Group, groups_at
from asanid.extract.contacts.roster import Role, Roster, nation_at
from asanid.extract.contacts.triggers import Trigger, carrier_at, is_event_verb
from asanid.extract.contacts.words import among, preposition_of
from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.lexicon.schema.contacts import Carrier
from asanid.parse.fold import fold_key

_REACH = 30
"""Words behind an event word in which its parties may stand."""
_CLITIC_REACH = 14
_CARRIED = 9
"""Words before an event noun in which its carrier may stand."""
_CHAINED = 3
"""Words between two event words that share a carrier: «التفاوض على صفقة»."""
_STOPS = frozenset(".؛؟!")
_TALKING = frozenset({"contact", "negotiation"})
_SOURCES = frozenset({"بحسب", "حسب", "وفق", "وفقا", "طبقا", "حسبما"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The parties of an event word: those who hold it, those who are joined to it, and the verb that carries a noun."""

    holders: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    carrier: Carrier | None = None
    carried_at: int | None = None

    @property
    def parties(self) -> tuple[str, ...]:
        """All parties, each once, in the order of the text's roles."""
        return tuple(dict.fromkeys((*self.holders, *self.partners)))


def cast_of(
    scene: Scene, roster: Roster, trigger: Trigger, pair: tuple[str, ...], floor: int = 0, before: Cast | None = None
) -> Cast:
    """Find the parties of an event word.

    ``pair`` are the two that «الجانبان» and «بينهما» stand for here; before ``floor`` carriers belong to another word,
    whose cast is ``before``.
    """
    reader = _Reader(scene, roster, trigger, pair, floor, before)
    if trigger.form == "passive":
        return Cast(partners=reader.partners(trigger.last, ()).alone())
    cast = reader.verb() if trigger.form == "finite" else reader.noun()
    if not cast.partners and not trigger.event.mutual:  # «يشتريان»: two that do something are no parties to each other
        return replace(cast, holders=cast.holders[:1])
    return cast


@dataclass(frozen=True, slots=True)
class _Joined:
    """Parties found behind an event word; those behind «بين» are all that there are."""

    keys: tuple[str, ...]
    between: bool = False

    def alone(self) -> tuple[str, ...]:
        """Those that stand where the other side is unknown: two whom somebody met have not met each other."""
        return self.keys if self.between else self.keys[:1]


@dataclass(frozen=True, slots=True)
class _Reader:
    scene: Scene
    roster: Roster
    trigger: Trigger
    pair: tuple[str, ...]
    floor: int
    before: Cast | None

    # --- verbs ---------------------------------------------------------------------------------

    def verb(self) -> Cast:
        """«التقى الوزير السفير», «الوزير التقى السفير», «التقاه»."""
        subjects, behind = self._subject()
        holders = self._keys(subjects, ())
        if self.trigger.event.mutual and len(holders) > 1:
            return Cast(holders, self.partners(behind, subjects).keys)
        token = self.scene.tokens[self.trigger.first]
        if token.enclitic and "object" in self.trigger.event.joins and token.stem != token.form:
            return Cast(holders, self._keys(self._earlier(), subjects))
        joined = self.partners(behind, subjects)
        partners = joined.keys if holders else joined.alone()
        if not partners and holders and "object" in self.trigger.event.joins:
            return Cast(holders, self._fronted(holders))
        return Cast(holders, partners)

    def _fronted(self, holders: tuple[str, ...]) -> tuple[str, ...]:
        """«وأثناء زيارة بيرنز، التقى مستشار الرئيس»: what follows the verb is its object, its subject is told before."""
        scene, opening = self.scene, opening_of(self.scene, self.trigger.first)
        if opening.nominal or scene.stem(opening.first) not in among("preposition"):
            return ()
        names = [scene.name(i) for i in range(opening.first, self.trigger.first)]
        people = [name.entity for name in names if name and name.type == "PERSON" and name.entity]
        return tuple(key for key in people[-1:] if key not in holders)

    def _earlier(self) -> list[Group]:
        """Whom a pronoun on the verb stands for: the subject of the clause before."""
        opening = opening_of(self.scene, self.trigger.first)
        return antecedent(self.scene, self.roster, max(opening.first - 1, self.scene.first))

    def _subject(self) -> tuple[list[Group], int]:
        scene, roster, trigger = self.scene, self.roster, self.trigger
        before = subjects_before(scene, roster, trigger.first)
        after = subjects_after(scene, roster, trigger.last, self._stop())
        if before and (not after or self._belongs(before)):
            return before, trigger.last
        if after:
            return after, after[-1].last
        return antecedent(scene, roster, trigger.first), trigger.last

    def _belongs(self, before: Sequence[Group]) -> bool:
        """Whether a subject before the verb is its own, and what follows therefore its object."""
        if self._pronoun_follows():
            return False
        token = self.scene.tokens[self.trigger.first]
        joined = "و" in token.proclitics or "ف" in token.proclitics
        takes_object = "object" in self.trigger.event.joins
        if joined:
            return takes_object
        if opening_of(self.scene, self.trigger.first).nominal:
            return True
        return self.trigger.first - before[-1].last <= 3

    def _pronoun_follows(self) -> bool:
        """«يتفاوض معهم الحوثيون»: then the subject comes after it."""
        token = self.scene.tokens[min(self.trigger.last, self.scene.last - 1)]
        return bool(token.enclitic) and token.stem in among("preposition")

    # --- nouns ---------------------------------------------------------------------------------

    def noun(self) -> Cast:
        """«لقاء الوزير والسفير», «لقاؤه مع السفير», «أجرى الوزير اتصالا بالسفير», «محادثات بين البلدين»."""
        scene, trigger = self.scene, self.trigger
        if self._is_purpose_of_event() and self.before and "على" in trigger.event.joins:
            return Cast(self.before.holders, self.partners(trigger.last, ()).keys)
        gathered = self._gathered() or self._national()
        if gathered:
            return Cast(gathered[:1], gathered[1:])
        genitive = [] if self._takes_object() else self._genitive()
        holders = self._keys(genitive, ())
        behind = genitive[-1].last if genitive else trigger.last
        if scene.tokens[trigger.last - 1].enclitic:
            genitive = self._owner()
            holders = self._keys(genitive, ())
        if self.trigger.event.mutual and len(holders) > 1:
            return Cast(holders)
        joined = self.partners(behind, genitive)
        carried_at, carrier = self._carrier()
        if holders or joined.between:
            return Cast(holders, joined.keys, carrier, carried_at)
        subjects = self._carried(carried_at) if carrier and carried_at is not None else self._purpose()
        subject_keys = self._keys(subjects, ())
        if subjects and not joined.keys:  # «نظيره» is known only once the subject is
            joined = self.partners(behind, subjects)
        partners = joined.keys if subject_keys else joined.alone()
        if carrier and carrier.status in {"confirmed", "denied"} and not partners:
            subject_keys = ()  # who only speaks of it
        return Cast(subject_keys, partners, carrier, carried_at)

    def _takes_object(self) -> bool:
        """«شراء المصرف»: what follows the masdar is bought, it does not buy."""
        return self.trigger.event.type == "deal" and "object" in self.trigger.event.joins

    def _gathered(self) -> tuple[str, ...]:
        """«لقاء سري جمع الوزير بالسفير», «جمع بين الوزير والسفير»."""
        scene, stop = self.scene, self._stop()
        for i in range(self.trigger.last, min(self.trigger.last + 5, stop)):
            if scene.stem(i) not in among("gather") or scene.name(i) is not None:
                continue
            first = i + 1 + (scene.form(i + 1) == "بين")
            groups = groups_at(scene, self.roster, first, stop)
            behind = groups[-1].last if groups else first
            return tuple(dict.fromkeys((*self._keys(groups, ()), *self._joined_to(("ب", "مع"), behind))))
        return ()

    def _national(self) -> tuple[str, ...]:
        """«محادثات أميركية روسية», «قمة مصرية - سعودية»: the two countries."""
        nations: list[str] = []
        position = self.trigger.last
        while position < self.scene.last and len(nations) < 3:
            told = nation_at(self.scene, position)
            if told is None and not (nations and self.scene.form(position) in {"-", "–"}):
                break
            nations += [told[0]] if told else []
            position += told[1] if told else 1
        keys = [key for nation in nations if (key := self.roster.nation(nation))]
        return tuple(dict.fromkeys(keys)) if len(nations) > 1 and len(keys) > 1 else ()

    def _joined_to(self, joins: Sequence[str], first: int) -> tuple[str, ...]:
        for join in joins:
            for groups in self._joined(join, first, ()):
                keys = self._keys(groups, ())
                if keys:
                    return keys
        return ()

    def _owner(self) -> list[Group]:
        """Whom «لقائه» belongs to: who is named right before «خلال لقائه», or the subject."""
        position = self.trigger.first
        if self.scene.form(position - 1) in among("at-the-time-of"):
            beside = adjacent_before(self.scene, self.roster, position - 1)
            if beside and any(self.roster.type_of(key) == "PERSON" for key in beside.keys):
                return [beside]
        return antecedent(self.scene, self.roster, position)

    def _purpose(self) -> list[Group]:
        """«سافر الوزير للقاء السفير»: who does something to that end is a party."""
        if self.scene.tokens[self.trigger.first].proclitics[-1:] != "ل" or self._is_purpose_of_event():
            return []
        return subjects_before(self.scene, self.roster, self.trigger.first) or antecedent(
            self.scene, self.roster, self.trigger.first
        )

    def _is_purpose_of_event(self) -> bool:
        """«اتفاقات لإرسال صواريخ»: what an agreement is about has not been done by it."""
        token = self.scene.tokens[self.trigger.first]
        return token.proclitics[-1:] == "ل" and self.floor > self.scene.first and self.trigger.first - self.floor < 3

    def _genitive(self) -> list[Group]:
        """The holder right behind the noun; a masdar of a transitive verb has its object there instead."""
        scene, last = self.scene, self.trigger.last
        if last >= scene.last or scene.tokens[last - 1].stem.startswith("ال") or scene.tokens[last - 1].enclitic:
            return []
        token = scene.tokens[last]
        if preposition_of(token) or "و" in token.proclitics or scene.form(last) in among("preposition"):
            return []
        return [group for group in groups_at(scene, self.roster, last, self._stop()) if not self._is_venue(group)]

    def _is_venue(self, group: Group) -> bool:
        """«قمة جنيف», «محادثات أستانا»: a place that is no country tells where."""
        return any(self.roster.type_of(key) == "PLACE" and not self.roster.is_nation(key) for key in group.keys)

    def _carrier(self) -> tuple[int | None, Carrier | None]:
        """The nearest carrier before the noun in its clause."""
        scene = self.scene
        opening = opening_of(scene, self.trigger.first)
        resumed = scene.form(self.trigger.first - 1) in {"،", ","}  # behind a relative clause
        floor = self.floor if self.trigger.first - self.floor > _CHAINED else 0
        low = opening.first if resumed else max(opening.first, self.trigger.first - _CARRIED - 6, floor)
        found: tuple[int | None, Carrier | None] = (None, None)
        if self._is_purpose_of_event() or scene.form(self.trigger.first - 1) in words("demonstrative"):
            return found
        for i in range(self.trigger.first - 1, low - 1, -1):
            if not resumed and scene.stem(i) in words("relative") and scene.form(i) not in {"ما", "من"}:
                break
            carrier = carrier_at(scene, i) if scene.name(i) is None else None
            if carrier is None:
                continue
            if found[1] is None or is_event_verb(scene.tokens[i]) or carrier.phrases:
                found = (i, carrier if found[1] is None or carrier.status != "reported" else found[1])
            if is_event_verb(scene.tokens[i]) and not _is_masdar(scene, i):
                break
        return found

    def _carried(self, position: int) -> list[Group]:
        """The subject of a carrier: behind it, or before it in its clause, or told by its pronoun."""
        scene, roster = self.scene, self.roster
        if scene.stem(position - 1) in among("passive-light"):
            return []
        before = subjects_before(scene, roster, position)
        after = [] if _is_masdar(scene, position) else subjects_after(scene, roster, position + 1, self.trigger.first)
        nominal = opening_of(scene, position).nominal
        for found in (before, after) if nominal else (after, before):
            if self._keys(found, ()):
                return found
        return after or before or ([] if _is_masdar(scene, position) else antecedent(scene, roster, position))

    # --- what is joined ------------------------------------------------------------------------

    def partners(self, first: int, holders: Sequence[Group]) -> _Joined:
        """The parties joined to the event word behind ``first``, by the surest of its joins that is there."""
        for join in self.trigger.event.joins:
            for groups in self._joined(join, first, holders):
                keys = self._keys(groups, holders, join)
                if keys or groups:
                    return _Joined(keys, between=join == "between")
        return _Joined(())

    def _joined(self, join: str, first: int, holders: Sequence[Group]) -> Iterator[list[Group]]:
        scene, stop = self.scene, self._stop()
        if join == "object":
            found = self._object(first, stop, holders)
            if found:
                yield found
            return
        word = "بين" if join == "between" else fold_key(join)
        reach = 4 if join == "من" and self.trigger.event.type == "contact" else 10 if join == "between" else _REACH
        for i in range(first, min(stop, first + reach)):
            token = scene.tokens[i]
            if token.form == "عن" and join == "مع":  # «تتحدث عن علاقتها مع فلان»
                return
            if join == "between" and token.enclitic and i - first > 2:
                continue
            if token.stem == word and token.enclitic and scene.name(i) is None:
                yield self._behind_pronoun(i, join, holders)
            elif token.form == word and scene.name(i) is None:
                yield groups_at(scene, self.roster, i + 1, stop) or self._share(i + 1, stop)
            elif preposition_of(token) == word and i - first < _CLITIC_REACH:
                groups = groups_at(scene, self.roster, i, stop)
                if any(group.keys or group.counterpart for group in groups):
                    yield groups

    def _behind_pronoun(self, position: int, join: str, holders: Sequence[Group]) -> list[Group]:
        if join == "between" and self.scene.tokens[position].enclitic in {"هما", "هم"}:
            return [Group(position, position + 1, self.pair, pair=True)]
        mine = {key for group in holders for key in group.keys}
        beside = adjacent_before(self.scene, self.roster, self.trigger.first)
        if beside and beside.keys and not mine & set(beside.keys):
            return [beside]
        found = self._earlier()
        return [group for group in found if not mine & set(group.keys)] or [Group(position, position + 1, ())]

    def _object(self, first: int, stop: int, holders: Sequence[Group]) -> list[Group]:
        """The object: the first free group with a name; a role without one may be an apposition."""
        position = first
        mine = {key for group in holders for key in group.keys}
        stop = next((i for i in range(first, stop) if self._leaves(i)), stop)
        if self.trigger.event.type == "transfer":
            stop = min(stop, first + 4)
        if self.trigger.event.type == "deal":
            return groups_at(self.scene, self.roster, first, stop) or self._share(first, stop)
        while position < stop:
            found = first_free(self.scene, self.roster, position, stop)
            if not found:
                return []
            if found[0].keys and set(found[0].keys) <= mine:  # an apposition of the subject: «فلان أمير البلاد»
                position = found[-1].last
                continue
            if found[0].named or found[0].counterpart or found[0].first == self.trigger.last or found[0].keys:
                return found
            position = found[-1].last
        return []

    def _leaves(self, position: int) -> bool:
        """Whether a relative clause or a comment begins here, in which no object stands."""
        stem = self.scene.stem(position)
        return stem in {"الذي", "التي", "الذين", "وهو", "وهي"} and self.scene.name(position) is None

    def _share(self, first: int, stop: int) -> list[Group]:
        """«على 51% من الشركة», «حصة الأغلبية في المصرف»: the body whose share it is."""
        if self.trigger.event.type != "deal":
            return []
        for i in range(first, min(stop, first + 10)):
            name = self.scene.name(i)
            if name is not None and name.type in {"ORG", "MEDIA"}:
                return groups_at(self.scene, self.roster, i, stop)
        return []

    def _stop(self) -> int:
        """Where the clause of the event word ends."""
        scene, first = self.scene, self.trigger.last
        for i in range(first, min(scene.last, first + _REACH)):
            token = scene.tokens[i]
            if token.form in _STOPS:
                return i
            if token.kind != "word" or scene.name(i) is not None:
                continue
            if token.stem in words("that") | words("contrast") | words("subordinator") | _SOURCES:
                return i
            if (
                i > first
                and is_event_verb(token)
                and (token.proclitics in {"و", "ف"} or scene.form(i - 1) in {"،", ","})
            ):
                return i
        return min(scene.last, first + _REACH)

    # --- entities ------------------------------------------------------------------------------

    def _keys(self, groups: Sequence[Group], holders: Sequence[Group], join: str = "") -> tuple[str, ...]:
        found: list[str] = []
        for group in groups:
            if group.pair:
                found.extend(group.keys or (self._two_people(group) if group.people else ()) or self.pair)
            elif group.counterpart and not group.keys:
                found.extend(self._counterpart(group, holders))
            else:
                found.extend(group.keys)
        return tuple(dict.fromkeys(key for key in found if self._may_take_part(key, join)))

    def _two_people(self, group: Group) -> tuple[str, ...]:
        """«الرجلان»: the last two people named in the sentence before."""
        names = [self.scene.name(i) for i in range(self.scene.first, group.first)]
        people = dict.fromkeys(n.entity for n in names[::-1] if n and n.type == "PERSON" and n.entity)
        return tuple(list(people)[:2][::-1]) if len(people) > 1 else ()

    def _counterpart(self, group: Group, holders: Sequence[Group]) -> tuple[str, ...]:
        """«نظيره الروسي» of a president is the president of Russia."""
        offset = self.scene.tokens[group.first].start
        for holder in holders:
            roles = [holder.role] if holder.role else []
            roles += [role for key in holder.keys if (role := self.roster.role_of(key))]
            for role in roles:
                for wanted in dict.fromkeys([role.words, role.words[:1]]):
                    key = self.roster.in_role(offset, Role(wanted, group.counterpart))
                    if key and key not in holder.keys:
                        return (key,)
        return ()

    def _may_take_part(self, key: str, join: str) -> bool:
        kind, event = self.roster.type_of(key), self.trigger.event
        if kind == "WORK" or kind is None:
            return False
        if kind == "PLACE" and (event.people or (event.type in _TALKING and join in {"إلى", "ل", "من"})):
            return False
        return kind != "MEDIA" or event.type in {"deal", "transfer"}


def _is_masdar(scene: Scene, position: int) -> bool:
    """Whether a carrier stands as a noun: «إجراء», «لعقد», «إلى توقيع»."""
    token = scene.tokens[position]
    return bool(preposition_of(token)) or scene.form(position - 1) in among("preposition")
