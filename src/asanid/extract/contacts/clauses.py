"""Clauses: where one begins, who its subject is, and whom a pronoun stands for."""

from __future__ import annotations

from dataclasses import dataclass

from asanid.extract.contacts.groups import group_at, groups_at
from asanid.extract.contacts.referents import Group
from asanid.extract.contacts.roster import Roster
from asanid.extract.contacts.words import among, preposition_of
from asanid.extract.cues import cue_index
from asanid.extract.grammar import words
from asanid.extract.nouns import is_title
from asanid.extract.scene import Scene
from asanid.model import Token

_BACK = 60
"""Words that a clause is looked back over."""
_STOPS = frozenset(".؛:؟!")
_COMMAS = frozenset("،,")
_PERSONAL = ("ه", "ها", "هم", "هما")
_OURS = ("نا", "ني", "ي", "ك", "كم")


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a clause begins; ``nominal``: a subject must follow.

    ``pronoun``: the subject is written onto «أن»; ``ours``: it is the speaker or whoever is spoken to; ``relative``: it
    is what the clause is about («الوفد الذي التقى الوزير»).
    """

    first: int
    nominal: bool = False
    pronoun: bool = False
    ours: bool = False
    relative: bool = False


def opening_of(scene: Scene, position: int) -> Opening:
    """Find the beginning of the clause that a position lies in."""
    resumed = False
    for i in range(position - 1, max(scene.first, position - _BACK) - 1, -1):
        token = scene.tokens[i]
        if token.form in _STOPS:
            return Opening(i + 1)
        resumed = resumed or token.form in _COMMAS  # behind a relative clause
        if token.kind != "word" or scene.name(i) is not None:
            continue
        if token.stem in among("relative-pronoun") and not resumed:
            return Opening(i + 1, relative=True)
        if token.stem in words("that") or (token.stem in {"لكن", "ان", "لان"} and not preposition_of(token)):
            written = token.stem + token.enclitic
            return Opening(
                i + 1,
                nominal=True,
                pronoun=written.endswith(_PERSONAL),
                ours=written.endswith(_OURS) and len(written) > 2,
            )
        if token.stem in words("contrast", "subordinator", "before-subject") and token.stem not in {
            "كان",
            "كانت",
            "كانوا",
        }:
            return Opening(i + 1, pronoun=token.stem.startswith("لكن") and token.stem != "لكن")
    return Opening(max(scene.first, position - _BACK))


def subjects_before(scene: Scene, roster: Roster, position: int) -> list[Group]:
    """Give the subject that a clause has before a position, with what is joined to it; none where it has none."""
    opening = opening_of(scene, position)
    if opening.ours:
        return []
    if opening.relative:
        return before_relative(scene, roster, opening.first - 1)
    if opening.pronoun:
        return antecedent(scene, roster, opening.first - 1)
    return first_free(scene, roster, opening.first, position)


def before_relative(scene: Scene, roster: Roster, position: int) -> list[Group]:
    """Give what a relative pronoun takes up, where that can be a party: «الوفد [الذي] التقى الوزير»."""
    beside = adjacent_before(scene, roster, position - (scene.form(position - 1) in _COMMAS))
    return [beside] if beside else []


def antecedent(scene: Scene, roster: Roster, position: int) -> list[Group]:
    """Give whom a pronoun stands for: the subject of a clause before it in its sentence."""
    at = position
    for _ in range(4):
        opening = opening_of(scene, at)
        if opening.ours:
            return []
        if opening.relative:
            found = before_relative(scene, roster, opening.first - 1)
            if found:
                return found
        elif not opening.pronoun:
            found = first_free(scene, roster, opening.first, at)
            if not found and opening.nominal:  # «سبق للحكومة أن نفت», «طلب من الوزير أن يلتقي»
                beside = adjacent_before(scene, roster, opening.first - 1)
                found = [beside] if beside else []
            if found and any(_can_act(roster, key) for group in found for key in group.keys):
                return found
        if opening.first - 1 <= scene.first:
            break
        at = opening.first - 1
    return _topic(scene, roster, position)


def _can_act(roster: Roster, key: str) -> bool:
    """Whether «هو» may be it: an outlet that tells of somebody is not meant."""
    return roster.type_of(key) != "MEDIA"


def _topic(scene: Scene, roster: Roster, position: int) -> list[Group]:
    """The subject of the sentence before in its paragraph."""
    if roster.topic is None or roster.topic[0] != scene.sentence.block:
        return []
    return [Group(position, position, (roster.topic[1],))]


def adjacent_before(scene: Scene, roster: Roster, position: int) -> Group | None:
    """Give the group that ends right before a position: «تجار روس [يتفاوض معهم]», «درويش [خلال] لقائه»."""
    for first in range(position - 1, max(position - 9, scene.first) - 1, -1):
        group = group_at(scene, roster, first, position)
        longer = group_at(scene, roster, first - 1, position) if group and first > scene.first else None
        if group and group.last == position and not (longer and longer.last == position):
            return group
    return None


def subjects_after(scene: Scene, roster: Roster, position: int, stop: int) -> list[Group]:
    """Give the subject that follows its verb, past adverbs, dates and one circumstance between commas."""
    i = position
    while i < min(stop, position + 8):
        token = scene.tokens[i]
        if scene.name(i) is None and (
            scene.dated(i) or token.form in among("adverb") or token.form in {"،", ",", "قد", "«", '"', "“"}
        ):
            i += 1
            continue
        if token.enclitic and token.stem in among("preposition"):  # «يتفاوض معهم الحوثيون»
            i += 1
            continue
        if token.form in among("preposition") or preposition_of(token):
            past = _past_circumstance(scene, i, stop)
            if past is None:
                return []
            i = past
            continue
        return groups_at(scene, roster, i, stop)
    return []


def _past_circumstance(scene: Scene, position: int, stop: int) -> int | None:
    """Skip «، في 21 من الشهر نفسه،» between a verb and its subject; ``None`` where nothing of the kind opens it."""
    near = range(position, min(position + 3, stop))
    dated = next((i for i in near if scene.dated(i)), None)
    if dated is None or any(scene.name(i) for i in range(position, dated)):
        return None
    i = position
    while i < stop and (scene.dated(i) or scene.form(i) in among("preposition")):
        i += 1
    return i if i > position else None


def first_free(scene: Scene, roster: Roster, first: int, last: int) -> list[Group]:
    """Give the first group of a clause that hangs on no preposition, with what is joined to it."""
    i = first + (first < last and scene.name(first) is None and _says(scene.tokens[first]))
    while i < last:
        token = scene.tokens[i]
        if scene.dated(i) and scene.name(i) is None:
            i += 1
            continue
        if preposition_of(token) or (token.form in among("preposition") and scene.name(i) is None):
            behind = i if preposition_of(token) else i + 1
            hung = group_at(scene, roster, behind, last)
            i = hung.last if hung else _past_hung(scene, behind, last)
            continue
        found = groups_at(scene, roster, i, last)
        if found:
            return found
        i += 1
    return []


def _past_hung(scene: Scene, position: int, last: int) -> int:
    """Skip the noun that hangs on a preposition, with its genitive and adjectives: «في [مدينة الزهور]»."""
    i, head = position + 1, scene.stem(position)
    while i < last and scene.tokens[i].kind == "word" and not scene.tokens[i].proclitics:
        name = scene.name(i)
        genitive = i == position + 1 and not head.startswith("ال")
        adjective = scene.stem(i).startswith("ال") and not is_title(scene.stem(i))
        if not (name.type == "PLACE" or genitive if name else adjective):
            break
        i += 1
        while name is not None and i < last and scene.name(i) is name:
            i += 1
    return i


def _says(token: Token) -> bool:
    """Whether a word that opens a clause is a verb of saying and no noun: «كتب الوزير»."""
    return not token.stem.startswith("ال") and any(
        kind == "finite" for _, kind in cue_index().verbs.get(token.stem, ())
    )
