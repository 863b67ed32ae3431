"""Frames: who the parties of an event word are, by the word order and prepositions round it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from asanid.extract.contacts.clauses import (
    adjacent_before,
    antecedent,
    opening_of,
    subjects_after,
    subjects_before,
)
from asanid.extract.contacts.groups import group_at, groups_at
from asanid.extract.contacts.joins import Joined, Joiner
from asanid.extract.contacts.referents import Group
from asanid.extract.contacts.roster import Roster, nation_at
from asanid.extract.contacts.triggers import Trigger, carrier_at, is_event_verb, is_first_person
from asanid.extract.contacts.words import among, preposition_of
from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.lexicon.schema.contacts import Carrier

_CARRIED = 9
"""Words before an event noun in which its carrier may stand."""
_DESCRIBED = 9
"""Words between a deal and what it provides for: «اتفاقا بقيمة مليار دولار لتزويد»."""
_OBJECTS = frozenset({"ه", "ها", "هما", "هم"})
_CHAINED = 3
"""Words between two event words that share a carrier: «التفاوض على صفقة»."""


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
    scene: Scene,
    roster: Roster,
    trigger: Trigger,
    pair: tuple[str, ...],
    floor: int = 0,
    before: Cast | None = None,
    speaker: str | None = None,
) -> Cast:
    """Find the parties of an event word.

    ``pair`` are the two that «الجانبان» and «بينهما» stand for here; before ``floor`` carriers belong to another word,
    whose cast is ``before``; ``speaker`` is who says «I» and «we» here.
    """
    reader = _Reader(scene, roster, trigger, Joiner(scene, roster, trigger, pair), floor, before, speaker)
    if trigger.form == "passive":
        return Cast(partners=reader.join.partners(trigger.last, ()).alone())
    cast = reader.verb() if trigger.form == "finite" else reader.noun()
    if not cast.partners and not trigger.event.mutual:  # «يشتريان»: two that do something are no parties to each other
        return replace(cast, holders=cast.holders[:1])
    return cast


def is_purpose(scene: Scene, trigger: Trigger, floor: int) -> bool:
    """«اتفاقات لإرسال صواريخ»: whether an event word tells what the one that ends at ``floor`` is about."""
    if floor <= scene.first or trigger.first - floor > _DESCRIBED or scene.tokens[trigger.first].proclitics[-1:] != "ل":
        return False
    between = range(floor, trigger.first)
    return not any(scene.form(i) in {"،", ","} or is_event_verb(scene.tokens[i]) for i in between)


@dataclass(frozen=True, slots=True)
class _Reader:
    scene: Scene
    roster: Roster
    trigger: Trigger
    join: Joiner
    floor: int
    before: Cast | None
    speaker: str | None

    # --- verbs ---------------------------------------------------------------------------------

    def verb(self) -> Cast:
        """«التقى الوزير السفير», «الوزير التقى السفير», «التقاه»."""
        subjects, behind = self._subject()
        holders = self.join.keys(subjects, ())
        if self.trigger.event.mutual and len(holders) > 1:
            return Cast(holders, self.join.partners(behind, subjects).keys)
        token = self.scene.tokens[self.trigger.first]
        if token.enclitic and "object" in self.trigger.event.joins and token.stem != token.form:
            return Cast(holders, self.join.keys(self.join.earlier(), subjects))
        joined = self.join.partners(behind, subjects)
        partners = joined.keys if holders else joined.alone()
        if not partners and holders and "object" in self.trigger.event.joins:
            fronted = self._fronted(holders)
            return Cast(fronted, holders) if fronted else Cast(holders)
        return Cast(holders, partners)

    def _fronted(self, follower: tuple[str, ...]) -> tuple[str, ...]:
        """«وأثناء زيارة درويش، التقى مستشار الرئيس», «يقوم بزيارة يلتقي خلالها السفير»: what follows is the object, the
        subject is told before.
        """
        scene, first = self.scene, self.trigger.first
        opening = opening_of(scene, first)
        before = self.join.keys(subjects_before(scene, self.roster, first), ())
        if not before and not opening.nominal and scene.stem(opening.first) in among("preposition"):
            names = [scene.name(i) for i in range(opening.first, first)]
            before = tuple(name.entity for name in names if name and name.type == "PERSON" and name.entity)[-1:]
        return tuple(key for key in before if key not in follower)[:1]

    def _speaking(self, position: int) -> list[Group]:
        """Who says «I» in a quotation: «قال الوزير: "التقينا السفير"»."""
        return [Group(position, position, (self.speaker,))] if self.speaker else []

    def _subject(self) -> tuple[list[Group], int]:
        scene, roster, trigger = self.scene, self.roster, self.trigger
        if is_first_person(scene.tokens[trigger.first]):
            return self._speaking(trigger.first), trigger.last
        before = subjects_before(scene, roster, trigger.first)
        after = subjects_after(scene, roster, trigger.last, self.join.stop())
        if before and (not after or self._belongs(before)):
            return before, trigger.last
        if after:
            return after, after[-1].last
        if scene.stem(trigger.first).endswith("ت") and self.speaker:  # «تحدثت»: I
            return self._speaking(trigger.first), trigger.last
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
        gathered = self._gathered() or self._national()
        if gathered:
            return Cast(gathered[:1], gathered[1:])
        whose, behind = self._whose()
        holders = self.join.keys(whose, ())
        mutual = self.trigger.event.mutual
        if mutual and len(holders) > 1:
            return Cast(holders)
        joined = self.join.partners(behind, whose)
        if mutual and not joined.keys and any(self.roster.type_of(key) == "PLACE" for key in holders):
            holders = ()  # «قمة سنغافورة»
        if not holders and self._is_a_known_deal():
            return Cast(partners=joined.alone())
        carried_at, carrier = self._carried_by_relative() or self._carrier()
        if len(holders) == 1 and not joined.keys and "object" in self.trigger.event.joins:  # «رفض الوزير لقاء السفير»
            subjects = self._carried(carried_at) if carrier and carried_at is not None else []
            others = tuple(key for key in self.join.keys(subjects, ()) if key not in holders)
            return Cast(others, holders, carrier, carried_at)
        if holders or joined.between:
            return Cast(holders, joined.keys, carrier, carried_at)
        return self._carried_cast(joined, behind, carried_at, carrier)

    def _carried_cast(self, joined: Joined, behind: int, carried_at: int | None, carrier: Carrier | None) -> Cast:
        """The cast of a noun that says itself at most who the other party is."""
        subjects = self._carried(carried_at) if carrier and carried_at is not None else self._circumstance()
        holders = self.join.keys(subjects, ())
        if subjects and not joined.keys:  # «نظيره» is known only once the subject is
            joined = self.join.partners(behind, subjects)
        partners = joined.keys if holders else joined.alone()
        if carrier and carrier.status in {"confirmed", "denied"} and not partners:
            holders = ()  # who only speaks of it
        return Cast(holders, partners, carrier, carried_at)

    def _whose(self) -> tuple[list[Group], int]:
        """Those whose event it is by the words right behind the noun or written onto it, and where these end."""
        if self.scene.tokens[self.trigger.last - 1].enclitic:
            return self._owner(), self.trigger.last
        genitive = [] if self._takes_object() else self._genitive()
        behind = genitive[-1].last if genitive else self.trigger.last
        return (genitive, behind) if self.join.keys(genitive, ()) else self._dative(behind)

    def _takes_object(self) -> bool:
        """«شراء المصرف»: what follows the masdar is bought, it does not buy."""
        return self.trigger.event.type == "deal" and "object" in self.trigger.event.joins

    def _gathered(self) -> tuple[str, ...]:
        """«لقاء سري جمع الوزير بالسفير», «جمع بين الوزير والسفير»."""
        scene, stop = self.scene, self.join.stop()
        for i in range(self.trigger.last, min(self.trigger.last + 5, stop)):
            if scene.stem(i) not in among("gather") or scene.name(i) is not None:
                continue
            first = i + 1 + (scene.form(i + 1) == "بين")
            groups = groups_at(scene, self.roster, first, stop)
            behind = groups[-1].last if groups else first
            if scene.tokens[i].enclitic:  # «القمة التي ستجمعه بالرئيس»
                groups, behind = antecedent(scene, self.roster, self.trigger.first), first
            return tuple(dict.fromkeys((*self.join.keys(groups, ()), *self.join.joined_to(("ب", "مع"), behind))))
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

    def _owner(self) -> list[Group]:
        """Whom «لقائه» belongs to: who is named right before «خلال لقائه», or the subject."""
        position = self.trigger.first
        if self.scene.form(position - 1) in among("at-the-time-of"):
            beside = adjacent_before(self.scene, self.roster, position - 1)
            if beside and any(self.roster.type_of(key) == "PERSON" for key in beside.keys):
                return [beside]
        if "و" in self.scene.tokens[position].proclitics:  # «زيارة الوزير إلى العاصمة واجتماعه مع السفير»
            names = (self.scene.name(i) for i in range(position - 1, self.scene.first - 1, -1))
            person = next((name for name in names if name and name.type == "PERSON" and name.entity), None)
            if person and person.entity:
                return [Group(position, position, (person.entity,))]
        return antecedent(self.scene, self.roster, position)

    def _circumstance(self) -> list[Group]:
        """«عبر الوزير عن قلقه، في مكالمة مع السفير», «قال الوزير عقب لقاء مع السفير»: it is the subject's."""
        scene = self.scene
        of_others = scene.stem(self.trigger.last) in words("quantifier")  # «قبل اجتماع عدد من الدول»
        if of_others or scene.form(self.trigger.first - 1) not in among("circumstance-of"):
            return []
        return subjects_before(self.scene, self.roster, self.trigger.first)

    def _carried_by_relative(self) -> tuple[int | None, Carrier | None] | None:
        """«لقاء عقده الوزير مع السفير», «القمة التي سيعقدها الرئيس»: a carrier behind, with the noun as its object."""
        scene = self.scene
        for i in range(self.trigger.last, min(self.trigger.last + 5, scene.last)):
            token = scene.tokens[i]
            if token.kind != "word" or scene.name(i) is not None or token.form in among("preposition"):
                break
            carrier = carrier_at(scene, i) if token.enclitic in _OBJECTS and not preposition_of(token) else None
            if carrier:
                return i, carrier
        return None

    def _is_purpose_of_event(self) -> bool:
        return is_purpose(self.scene, self.trigger, self.floor)

    def _genitive(self) -> list[Group]:
        """The holder right behind the noun; a masdar of a transitive verb has its object there instead."""
        scene, last = self.scene, self.trigger.last
        if last >= scene.last or scene.tokens[last - 1].stem.startswith("ال") or scene.tokens[last - 1].enclitic:
            return []
        token = scene.tokens[last]
        if preposition_of(token) or "و" in token.proclitics or scene.form(last) in among("preposition"):
            return []
        groups = [group for group in groups_at(scene, self.roster, last, self.join.stop()) if not self._is_venue(group)]
        adjective = (
            groups and groups[0].unnamed and groups[0].last == last + 1 and not scene.stem(last).startswith("ال")
        )
        return [] if adjective else groups  # «لقاء سياسي»

    def _is_a_known_deal(self) -> bool:
        """«انسحبت من الاتفاق مع مصر», «التزامه بالاتفاق»: who does something about a deal has not made it thereby."""
        scene, first = self.scene, self.trigger.first
        agreed = self.trigger.event.type == "deal" and self.trigger.event.mutual
        if not agreed or not scene.stem(first).startswith("ال"):
            return False
        return bool(preposition_of(scene.tokens[first])) or scene.form(first - 1) in words("preposition")

    def _dative(self, position: int) -> tuple[list[Group], int]:
        """«القمة المرتقبة لدرويش مع حداد»: whose it is, right before the other party."""
        scene, at = self.scene, position
        while (
            at < min(position + 3, scene.last) and scene.tokens[at].kind == "word" and not scene.tokens[at].proclitics
        ):
            at += 1
        if "مع" not in self.trigger.event.joins or scene.tokens[min(at, scene.last - 1)].proclitics[-1:] != "ل":
            return [], position
        group = group_at(scene, self.roster, at, self.join.stop())
        return ([group], group.last) if group and scene.form(group.last) == "مع" else ([], position)

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
        if is_first_person(scene.tokens[position]):
            return self._speaking(position)
        if position >= self.trigger.last:  # «لقاء عقده الوزير», «الوزير … في لقاء عقده»
            after = subjects_after(scene, roster, position + 1, self.join.stop())
            return after or subjects_before(scene, roster, self.trigger.first)
        before = subjects_before(scene, roster, position)
        after = [] if _is_masdar(scene, position) else subjects_after(scene, roster, position + 1, self.trigger.first)
        nominal = opening_of(scene, position).nominal
        for found in (before, after) if nominal else (after, before):
            if self.join.keys(found, ()):
                return found
        return after or before or ([] if _is_masdar(scene, position) else antecedent(scene, roster, position))


def _is_masdar(scene: Scene, position: int) -> bool:
    """Whether a carrier stands as a noun: «إجراء», «لعقد», «إلى توقيع»."""
    token = scene.tokens[position]
    return bool(preposition_of(token)) or scene.form(position - 1) in among("preposition")
