"""Joins: the parties that are joined to an event word by a preposition, as its object, or after «بين»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asanid.extract.contacts.clauses import adjacent_before, antecedent, first_free, opening_of
from asanid.extract.contacts.groups import group_at, groups_at
from asanid.extract.contacts.referents import Group
from asanid.extract.contacts.roster import Role, Roster
from asanid.extract.contacts.triggers import Trigger, is_event_noun, is_event_verb
from asanid.extract.contacts.words import among, bare_noun, preposition_of
from asanid.extract.grammar import words
from asanid.extract.scene import Scene
from asanid.parse.fold import fold_key

_REACH = 30
"""Words behind an event word in which its parties may stand."""
_CLITIC_REACH = 14
_BETWEEN_REACH = 10
_BEHIND_GENITIVE = 2
"""The same behind «قمة سنغافورة», where «بين» belongs to whatever comes next."""
_NEXT = 2
_STOPS = frozenset(".؛؟!")
_COMMAS = frozenset("،,")
_FAR = 10**9
_Found = tuple[int, int, str, list[Group]]
"""Where parties stand, the rank of their join, the join itself, and they."""
_TALKING = frozenset({"contact", "negotiation"})


@dataclass(frozen=True, slots=True)
class Joined:
    """Parties found behind an event word; those behind «بين» are all that there are."""

    keys: tuple[str, ...]
    between: bool = False

    def alone(self) -> tuple[str, ...]:
        """Those that stand where the other side is unknown: two whom somebody met have not met each other."""
        return self.keys if self.between else self.keys[:1]


@dataclass(frozen=True, slots=True)
class Joiner:
    """Reads what stands behind an event word; ``pair`` are the two that «الجانبان» and «بينهما» stand for here."""

    scene: Scene
    roster: Roster
    trigger: Trigger
    pair: tuple[str, ...]

    def partners(self, first: int, holders: Sequence[Group]) -> Joined:
        """The parties joined to the event word behind ``first``, by its nearest preposition or as its object."""
        found: list[_Found] = []
        for rank, join in enumerate(self.trigger.event.joins):
            groups = next(self._joined(join, first, holders), None)
            if groups is not None:
                at = groups[0].first if groups else first
                beside = join == "object"  # before all others or behind them
                found.append((0 if beside and rank == 0 else _FAR if beside else at, rank, join, groups))
        for _, _, how, groups in sorted(found, key=_place):
            keys = self.keys(groups, holders, how)
            if keys or groups:
                return Joined(keys, between=how == "between")
        return Joined(())

    def joined_to(self, joins: Sequence[str], first: int) -> tuple[str, ...]:
        """The parties joined by one of some prepositions, whatever the entry says."""
        for join in joins:
            for groups in self._joined(join, first, ()):
                keys = self.keys(groups, ())
                if keys:
                    return keys
        return ()

    def earlier(self) -> list[Group]:
        """Whom a pronoun on the verb stands for: the subject of the clause before."""
        opening = opening_of(self.scene, self.trigger.first)
        return antecedent(self.scene, self.roster, max(opening.first - 1, self.scene.first))

    def _joined(self, join: str, first: int, holders: Sequence[Group]) -> Iterator[list[Group]]:
        scene, stop = self.scene, self.stop()
        if join == "object":
            found = self._object(first, stop, holders)
            if found:
                yield found
            return
        if join == "between":
            reach = _BETWEEN_REACH if first == self.trigger.last else _BEHIND_GENITIVE
            yield from self._between(first, min(stop, first + reach))
            return
        word = fold_key(join)
        reach = 4 if join == "من" and self.trigger.event.type == "contact" else _REACH
        for i in range(first, min(stop, first + reach)):
            token = scene.tokens[i]
            if token.form == "عن" and join == "مع":  # «تتحدث عن علاقتها مع فلان»
                return
            if token.stem == word and scene.name(i) is None:
                if join == "مع" and _is_tied(scene, i - 1, first):
                    continue
                if token.enclitic:
                    yield self._behind_pronoun(i, holders)
                else:
                    yield groups_at(scene, self.roster, i + 1, stop) or self._share(i + 1, stop)
            elif preposition_of(token) == word and i - first < _CLITIC_REACH:
                groups = groups_at(scene, self.roster, i, stop)
                if any(group.keys or group.counterpart or (group.unnamed and i == first) for group in groups):
                    yield groups

    def _between(self, first: int, stop: int) -> Iterator[list[Group]]:
        """«بين مصر والسودان», «بينه وبين الوزير», «بينهما», where nothing else is told before it."""
        scene = self.scene
        for i in range(first, stop):
            token = scene.tokens[i]
            if scene.name(i) is not None:
                continue
            if is_event_noun(token) or (token.proclitics[-1:] == "ب" and token.enclitic):
                return  # «محادثات تمهيدا للقمة بين», «القمة بإعلانه وقف المناورات بين»
            if token.stem != "بين" or _is_tied(scene, i - 1, first):
                continue
            if not token.enclitic:
                yield groups_at(scene, self.roster, i + 1, self.stop())
            elif scene.form(i + 1) == "بين" or scene.stem(i + 1) == "بين":
                yield [*self.earlier(), *groups_at(scene, self.roster, i + 2, self.stop())]
            elif token.enclitic in {"هما", "هم"} and i - first <= _NEXT:
                yield [Group(i, i + 1, self.pair, pair=True)]

    def _behind_pronoun(self, position: int, holders: Sequence[Group]) -> list[Group]:
        mine = {key for group in holders for key in group.keys}
        beside = adjacent_before(self.scene, self.roster, self.trigger.first)
        if beside and beside.keys and not mine & set(beside.keys):
            return [beside]
        found = self.earlier()
        return [group for group in found if not mine & set(group.keys)] or [Group(position, position + 1, ())]

    def _object(self, first: int, stop: int, holders: Sequence[Group]) -> list[Group]:
        """The object: the first free group with a name; a role without one may be an apposition."""
        position = first
        mine = {key for group in holders for key in group.keys}
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
            if (
                found[0].named
                or found[0].counterpart
                or found[0].first == self.trigger.last
                or found[0].keys
                or found[0].unnamed
            ):
                return found
            position = found[-1].last
        return []

    def _share(self, first: int, stop: int) -> list[Group]:
        """«على 51% من الشركة», «حصة الأغلبية في المصرف»: the body whose share it is."""
        if self.trigger.event.type not in {"deal", "negotiation"}:
            return []
        for i in range(first, min(stop, first + 10)):
            name = self.scene.name(i)
            if name is not None and name.type in {"ORG", "MEDIA"}:
                return groups_at(self.scene, self.roster, i, stop)
        return []

    def stop(self) -> int:
        """Where the clause of the event word ends."""
        scene, first = self.scene, self.trigger.last
        for i in range(first, min(scene.last, first + _REACH)):
            token = scene.tokens[i]
            if token.form in _STOPS:
                return i
            if token.kind != "word" or scene.name(i) is not None:
                continue
            if token.stem in words("that", "contrast", "subordinator") or token.stem in among("according-to"):
                return i
            if i > first and self._is_elsewhere(i):
                return i
        return min(scene.last, first + _REACH)

    def _is_elsewhere(self, position: int) -> bool:
        """Whether what is told from here on is another event: a verb of its own, «خلال اجتماع», a clause behind «،»."""
        scene, token = self.scene, self.scene.tokens[position]
        behind_comma = scene.form(position - 1) in _COMMAS
        if is_event_verb(token):
            return token.proclitics in {"و", "ف"} or behind_comma
        if token.form in among("at-the-time-of"):
            return is_event_noun(scene.tokens[min(position + 1, scene.last - 1)])
        return behind_comma and token.proclitics == "و" and group_at(scene, self.roster, position) is None

    # --- entities ------------------------------------------------------------------------------

    def keys(self, groups: Sequence[Group], holders: Sequence[Group], join: str = "") -> tuple[str, ...]:
        """The entities of some groups that may take part; ``holders`` are those whose «نظير» a group may be."""
        found: list[str] = []
        for group in groups:
            if group.pair:
                found.extend(group.keys or (self._two_people(group) if group.people else ()) or self.pair)
            elif group.counterpart and not group.keys:
                found.extend(self._counterpart(group, holders) or self._unnamed(group))
            elif group.unnamed:
                found.extend(self._unnamed(group))
            else:
                found.extend(group.keys)
        return tuple(dict.fromkeys(key for key in found if self._may_take_part(key, join)))

    def _unnamed(self, group: Group) -> tuple[str, ...]:
        """Somebody without a name, where people meet and talk: of goods and money too much is said that is nobody."""
        if not self.trigger.event.talking:
            return ()
        tokens = self.scene.tokens[group.first : group.last]
        if any(token.enclitic == "نا" for token in tokens):
            return ()
        words = self.scene.stage.parsed.article.text[tokens[0].stem_start : tokens[-1].end]
        return (self.roster.unnamed(words),)

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
        if kind == "PLACE" and (event.people or (event.type in _TALKING and join in {"إلى", "ل", "من", "ب", "object"})):
            return False
        return kind != "MEDIA" or event.type in {"deal", "transfer"}


def _place(row: _Found) -> tuple[int, int]:
    return row[:2]


def _is_tied(scene: Scene, position: int, first: int) -> bool:
    """«العلاقات مع فرنسا», «الأوضاع على الحدود بين البلدين»: whether a preposition hangs on a noun of its own."""
    return any(
        bare_noun(scene.stem(i)) in among("tied-to")
        for i in range(position, max(position - 2, first - 1), -1)
        if scene.name(i) is None
    )
