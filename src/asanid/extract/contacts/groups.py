"""Noun groups that can be parties: a name with its titles, a role with its country, a body by its noun."""

from __future__ import annotations

from functools import cache

from asanid.extract.contacts.referents import Group, Parts, is_plural, who
from asanid.extract.contacts.roster import Roster, nation_at
from asanid.extract.contacts.triggers import is_event_noun, is_event_verb
from asanid.extract.contacts.words import among, bare_noun, preposition_of
from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, is_title
from asanid.extract.scene import Scene
from asanid.model import Mention, Token

_LONGEST = 14
"""Words that a group may have."""
_LISTED = 9
"""Words that may stand between «الدول» and the list of them."""
_QUOTES = frozenset("«»\"“”'‘’()[]#")


def group_at(scene: Scene, roster: Roster, first: int, stop: int | None = None) -> Group | None:
    """Read the noun group that begins at a position; ``None`` where no group that can be a party begins."""
    stop = scene.last if stop is None else min(stop, scene.last)
    position = _past_openers(scene, first, stop)
    if position >= stop or scene.dated(position):
        return None
    if scene.stem(position) in among("pair"):
        if nation_at(scene, position + 1):  # «الزعيمان الكوريان»: not those told last
            return Group(first, position + 2, ())
        return Group(first, position + 1, (), pair=True, people=scene.stem(position) in among("pair-of-people"))
    parts = Parts()
    start = position
    while position < stop and position - start < _LONGEST and parts.person is None:
        step = _step(scene, parts, start, position)
        if step == 0:
            break
        position += step
    if position == start:
        return None
    if parts.person is None and parts.head and _names_next(scene, parts, position, stop):
        parts.person = scene.name(position + 1)
        position += 1 + _length(scene, position + 1)
    return who(scene, roster, parts, first, min(position, stop))


def groups_at(scene: Scene, roster: Roster, first: int, stop: int | None = None) -> list[Group]:
    """Read a group and those joined to it by «و»: «ماسك وبوتين», «الرئيس فلان والوزير فلان»."""
    group = group_at(scene, roster, first, stop)
    if group and not group.keys and not group.pair and not group.counterpart:
        group = _listed(scene, roster, group, stop) or group
    found = [group] if group else []
    while found and len(found) < 8:
        position = _next_joined(scene, found[-1])
        group = group_at(scene, roster, position, stop) if position is not None else None
        if group is None or _opens_clause(scene, group):
            break
        found.append(group)
    return found


def _opens_clause(scene: Scene, group: Group) -> bool:
    """«خيبة في اجتماع المجموعة وفرنسا تدعو»: whether a verb for one follows, so that «و» joins clauses."""
    token = scene.tokens[min(group.last, scene.last - 1)]
    form = token.form
    if token.kind != "word" or token.proclitics or scene.name(group.last) is not None or scene.dated(group.last):
        return False
    if len(form) < 4 or form.endswith(("ان", "ون", "ا", "ه")):
        return False
    return form[0] == "ي" or (form[0] == "ت" and form[2] != "ا" and form[3] != "ي")  # no «تعزيز», «تعاون»


def _next_joined(scene: Scene, group: Group) -> int | None:
    """Where what is joined to a group by «و» begins: «درويش وحداد», «السد (يسار) و"النهضة"»."""
    position = _past_aside(scene, group.last)
    if position >= scene.last or is_event_verb(scene.tokens[position]):
        return None
    if scene.form(position) == "و":
        return position + 1
    return position if scene.tokens[position].proclitics == "و" else None


def _listed(scene: Scene, roster: Roster, group: Group, stop: int | None) -> Group | None:
    """The first of those that a group is: «أحزاب مثل [النهضة] و…», «الدول الخمس وهي [الصين] و…», «(مصر والأردن)»."""
    end = min(scene.last if stop is None else stop, group.last + _LISTED)
    for i in range(group.last, end):
        if scene.name(i) is not None or is_event_verb(scene.tokens[i]):
            return None
        if scene.stem(i) in among("list-opener"):
            opened = group_at(scene, roster, i + 1, stop)
            return opened if opened and opened.named and _next_joined(scene, opened) is not None else None
    return None


# --- reading --------------------------------------------------------------------------------------


def _past_openers(scene: Scene, position: int, stop: int) -> int:
    """Skip marks of quotation, «كل من», «عدد من», «السيد» before the noun."""
    while position < stop:
        form, stem = scene.form(position), scene.stem(position)
        if scene.name(position) is not None:
            return position
        if (
            form in _QUOTES
            or stem in among("address")
            or _counts(stem)
            or (form == "من" and _counts(scene.stem(position - 1)))
        ):
            position += 1
        else:
            return position
    return position


def _counts(stem: str) -> bool:
    """«عدد», «عددا», «بعض»."""
    return stem in words("quantifier") or stem.removesuffix("ا") in words("quantifier")


def _past_aside(scene: Scene, position: int) -> int:
    """Skip what stands in brackets, and the closing mark of a quotation round a name."""
    while scene.form(position) in {"»", "”", '"', "’", "'"}:
        position += 1
    if scene.form(position) == "(":
        for end in range(position + 1, min(position + 8, scene.last)):
            if scene.form(end) == ")":
                return end + 1
    return position


def _step(scene: Scene, parts: Parts, start: int, position: int) -> int:
    """Take in what stands at a position and give how many tokens that was; 0 where the group ends."""
    name = scene.name(position)
    if parts.body is not None and not parts.head and scene.form(position) not in _QUOTES:
        return 0  # a name that stands alone ends its group: «راسلت [النقابة] الوزير فلانا»
    if name is not None:
        return _take_name(scene, parts, start, position, name)
    token = scene.tokens[position]
    if token.kind == "mark":
        return 1 if token.form in _QUOTES - {"(", ")"} and _name_follows(scene, position) else 0
    if scene.dated(position) or (position > start and "و" in token.proclitics):
        return 0
    return _take_noun(scene, parts, start, position)


def _take_noun(scene: Scene, parts: Parts, start: int, position: int) -> int:
    token, nation = scene.tokens[position], nation_at(scene, position)
    if nation and (position > start or not is_title(token.stem)):
        return _take_nation(parts, nation, first=position == start)
    if position > start and (preposition_of(token) or token.form in among("preposition")):
        return _take_link(scene, parts, position)
    if position == start or not parts.head:
        return _take_head(scene, parts, position)
    return _take_word(scene, parts, position)


def _take_name(scene: Scene, parts: Parts, start: int, position: int, name: Mention) -> int:
    length = _length(scene, position)
    token = scene.tokens[position]
    if position > start and "و" in token.proclitics:
        return 0
    linked = position > start and bool(preposition_of(token))
    if name.type == "PERSON" and not linked and not _is_genitive(parts, position) and not is_plural(parts.head):
        parts.person = name
        return length
    if position == start or parts.head:
        if parts.body is not None and not parts.head:
            return 0
        if parts.body is None:
            parts.body = name
            parts.of_other = parts.of_other or linked
        parts.definite = True
        return length
    return 0


def _is_genitive(parts: Parts, position: int) -> bool:
    """«محامي درويش» is somebody of his; «المحامي درويش», «وزير الدفاع درويش» are he."""
    return parts.head_at == position - 1 and not parts.definite and not parts.nation and not _honorific(parts.head)


def _honorific(head: str) -> bool:
    return head in {"السيد", "السيده", "سمو", "فخامه", "معالي", "الشيخ"} or head.startswith("ال")


def _take_nation(parts: Parts, nation: tuple[str, int], *, first: bool) -> int:
    parts.nation = parts.nation or nation[0]
    if not first:
        parts.definite = True
    return nation[1]


def _take_head(scene: Scene, parts: Parts, position: int) -> int:
    stem = scene.stem(position)
    known = (
        is_title(stem)
        or find_source_noun(stem) is not None
        or bare_noun(stem) in among("standing-for")
        or bare_noun(stem) in among("counterpart")
    )
    if not known or is_event_verb(scene.tokens[position]) or is_event_noun(scene.tokens[position]):
        return 0
    parts.head, parts.head_at = stem, position
    parts.definite = stem.startswith("ال") or bool(scene.tokens[position].enclitic)
    return 1


def _take_link(scene: Scene, parts: Parts, position: int) -> int:
    """«المتحدث باسم الحكومة», «قيادي في الجماعة», «مستشار السياسة الخارجية لدرويش», «مساعدين للرئيس»."""
    if not parts.head or parts.body is not None:
        return 0
    token = scene.tokens[position]
    if token.form in {"باسم", "لدي"}:
        return 1
    if token.form in {"في", "من", "فى"}:
        return _take_whole(scene, parts, position + 1 + (scene.form(position + 1) in _QUOTES))
    if token.proclitics != "ل":
        return 0
    title = is_title(token.stem)
    if title and not parts.definite:
        parts.of_other = True
    return int(not parts.definite if title else token.stem.startswith("ال"))


def _take_whole(scene: Scene, parts: Parts, position: int) -> int:
    """What a member is «من» or «في»: a body by name or by its noun, never a place."""
    name, stem = scene.name(position), scene.stem(position)
    if name is not None and name.type not in {"ORG", "GROUP"}:
        return 0
    if name is None and not (stem.startswith("ال") and find_source_noun(stem)):
        return 0
    parts.noun = "" if name else stem
    parts.of_other = True
    return 1


def _take_word(scene: Scene, parts: Parts, position: int) -> int:
    """An adjective or genitive of the head; an indefinite noun only right behind an indefinite one, or «سيء السمعة»."""
    token = scene.tokens[position]
    definite = token.stem.startswith("ال")
    titled = is_title(token.stem) and not token.stem.endswith("ه")  # not «الفصائل المعارضة»
    if (titled and parts.definite and not is_title(parts.head)) or (not definite and _may_be_verb(token)):
        return 0  # «في القصر [السفير]», «وفد [سيحضر]»
    described = (
        not definite
        and not parts.nation
        and position - parts.head_at <= 6
        and scene.stem(position + 1).startswith("ال")
    )
    if token.kind != "word" or is_event_verb(token) or (not definite and parts.definite and not described):
        return 0
    if not definite and position - parts.head_at > 3 and not described:
        return 0
    if not definite and token.stem in _no_adjective():
        return 0
    if definite and token.stem in words("relative"):
        return 0
    if bare_noun(token.stem) not in among("filler"):
        parts.more.append(bare_noun(token.stem))
    parts.definite = parts.definite or definite or bool(token.enclitic)
    return 1


def _may_be_verb(token: Token) -> bool:
    """«سيحضر», «يستمر»: a word without article that begins as a verb does; adjectives of countries are told before."""
    return token.proclitics.endswith("س") or (token.stem.startswith("ي") and len(token.stem) > 3)


@cache
def _no_adjective() -> frozenset[str]:
    return words("relative", "that", "contrast", "demonstrative") | among("adverb") | among("negation")


def _names_next(scene: Scene, parts: Parts, position: int, stop: int) -> bool:
    """«قيادي يدعى فلانا», «وزير الخارجية الروسي، فلان»: whether a name follows that says who the role is."""
    name = scene.name(position + 1) if position + 1 < stop else None
    if name is None or name.type != "PERSON" or scene.tokens[position + 1].proclitics:
        return False
    if scene.stem(position) in among("called"):
        return True
    return scene.form(position) in {"،", ","} and is_title(parts.head) and parts.definite and not is_plural(parts.head)


def _name_follows(scene: Scene, position: int) -> bool:
    return scene.name(position + 1) is not None or scene.name(position - 1) is not None


def _length(scene: Scene, position: int) -> int:
    """Give how many tokens the name at a position has."""
    end, name = position + 1, scene.name(position)
    while name is not None and end < scene.last and scene.tokens[end].start < name.end:
        end += 1
    return end - position
