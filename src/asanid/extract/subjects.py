"""Subjects behind their verbs: where they end when the object follows, and what else may stand between the two."""

from __future__ import annotations

from asanid.extract.agreement import follows_its_subject
from asanid.extract.circumstances import find_circumstance
from asanid.extract.cues import CueHit
from asanid.extract.grammar import words
from asanid.extract.kinds import may_be_a_name
from asanid.extract.nouns import find_source_noun, is_oblique, is_source_noun, is_title, may_head_source, said_of
from asanid.extract.scene import Scene

COMMAS = frozenset({"،", ","})
MARKS = frozenset({"،", ",", "؛", ".", ":", "-", "–", "—", "؟", "!", "…"})
SENTENCE_ENDS = frozenset({".", "؟", "!", "؛"})
_APPOSED = 14
"""Tokens that an apposition or a circumstance between commas may have."""
_UNKNOWN = 4
"""Tokens of a subject that is no known name or noun, when a comma and a circumstance follow it."""
_NISBA = ("ي", "يه", "يين", "يون", "يان")
_ARTICLE, _OF = "ال", "ل"


def object_start(scene: Scene, hit: CueHit, stop: int) -> int | None:
    """«نفى المتحدث، ردا على سؤال، الأنباء»: behind the verb, its subject and the circumstances."""
    first = past_addressee(scene, hit.last)
    while first < stop and scene.dated(first):
        first += 1
    position = first if follows_its_subject(scene, hit) else subject_end(scene, first, stop)
    position = past_addressee(scene, past_circumstances(scene, position, stop))
    if position < stop and is_media_addressee(scene, position):
        position = past_circumstances(scene, _past_outlet(scene, position, stop), stop)
    if position >= stop:
        return None
    return position if scene.tokens[position].kind != "mark" or scene.quote(position) else None


def past_circumstances(scene: Scene, position: int, stop: int) -> int:
    """Skip commas, dates and where it was said: «أعلنت الشركة، في بيان صباح الثلاثاء، توقيع …»."""
    while position < stop:
        if scene.form(position) in COMMAS or scene.dated(position):
            position += 1
        elif (entry := find_circumstance(scene, position, stop)) is not None and not entry.addressee:
            set_off = position > scene.first and scene.form(position - 1) in COMMAS
            position += 1 + bool(entry.nouns)
            while position < stop and (scene.name(position) is not None or _is_adjective(scene, position)):
                position += 1
            if position < stop and (set_off or _trails(scene, position)):
                position = _past_comma(scene, position, stop)
        else:
            return position
    return position


def past_addressee(scene: Scene, position: int) -> int:
    """Skip whom something was said to, where that is a pronoun: «قال لي إن», «نقل إليه رسالة»."""
    token = scene.tokens[position] if position < scene.last else None
    to = words("to", "preposition")
    return position + 1 if token is not None and token.enclitic and token.stem in to else position


def is_media_addressee(scene: Scene, position: int) -> bool:
    """«لشبكة CNN», «لصحيفة …»: whom it was said to, with a noun before the name."""
    noun = find_source_noun(scene.stem(position))
    return scene.tokens[position].proclitics == _OF and noun is not None and noun.anonymity == "media"


def subject_end(scene: Scene, first: int, stop: int) -> int:
    """Where the subject behind a verb ends, when its object follows without a preposition between them."""
    if first >= stop or is_oblique(scene, first):
        return first
    if not may_head_source(scene, first):
        return _unknown_end(scene, first, stop)
    position, head, named = first, first, False
    while position < stop:
        after = _past_name(scene, position, stop)
        if after > position:
            bracket = scene.form(position - 1) == "("
            if not bracket and (
                not _continues_a_name(scene, position) if named else _opens_another(scene, position, first)
            ):
                break
            position, named = after, True
        elif scene.form(position) in COMMAS:
            after = _past_apposition(scene, position, stop, named=named)
            if after == position:
                break
            position, named = after, True
        elif position == first + 1 and (after := past_issuer(scene, first, stop)) > position:
            position, head, named = after, after - 1, True
        elif position > first and scene.tokens[position].proclitics == _OF and _describes(scene, position, stop):
            position += 1 + (not scene.stem(position).startswith(_ARTICLE))  # «شركة "آر إتش" لصناعة الأثاث»
            head, named = position - 1, False
        elif position > first and not (_joins(scene, position) if named else _goes_on(scene, position, head)):
            break
        else:
            head = position if named else head
            position, named = position + 1, named and scene.form(position) in {"(", ")"}
    return position


def past_issuer(scene: Scene, first: int, stop: int) -> int:
    """«بيان لوزارة الري», «تقرير أصدرته المنظمة»: behind whoever gave out what is named at ``first``, else there."""
    noun, position = find_source_noun(scene.stem(first)), first + 1
    if noun is None or not noun.issued or noun.plural or scene.stem(first).startswith(_ARTICLE) or position >= stop:
        return first
    if scene.stem(position) + scene.tokens[position].enclitic in words("gave-it-out") and position + 1 < stop:
        return subject_end(scene, position + 1, stop) if may_head_source(scene, position + 1) else first
    issuer = find_source_noun(scene.stem(position))
    body = issuer is not None and (issuer.anonymity == "named" or "MEDIA" in issuer.refers_to) and not issuer.issued
    name = scene.name(position)
    if scene.tokens[position].proclitics != _OF or not (
        body or (name is not None and name.start > scene.tokens[position].start)
    ):
        return first
    return subject_end(scene, position, stop)


def _continues_a_name(scene: Scene, position: int) -> bool:
    """Whether a name behind another one is still the subject: a person of a body, or joined to it."""
    if not _is_person_at(scene, position) or scene.tokens[position].proclitics == "و":
        return scene.tokens[position].proclitics == "و"
    return not _is_person_at(scene, position - 1)


def _opens_another(scene: Scene, position: int, first: int) -> bool:
    """«السلطات البريطانية | الحكومة الروسية»: a name of no person behind a definite noun is another phrase."""
    token, before = scene.tokens[position], scene.tokens[position - 1]
    apart = position > first and before.stem.startswith(_ARTICLE) and before.form not in words("goes-on")
    plain = token.kind != "mark" and not token.proclitics
    return apart and plain and not _is_person_at(scene, position) and scene.name(position) != scene.name(position - 1)


def _unknown_end(scene: Scene, first: int, stop: int) -> int:
    """«لم ينف الصخري، ردا على سؤال، …»: words that only a comma and a circumstance behind them show as a subject."""
    for comma in range(first + 1, min(first + _UNKNOWN, stop - 1)):
        if scene.form(comma) in COMMAS:
            timed = scene.dated(comma + 1) or find_circumstance(scene, comma + 1, stop) is not None
            return comma if timed else first
    told = first + 1 < stop and scene.stem(first + 1) in words("thing-told") and not scene.tokens[first + 1].proclitics
    return first + 1 if told and scene.stem(first).startswith(_ARTICLE) else first


def _past_apposition(scene: Scene, comma: int, stop: int, *, named: bool) -> int:
    """Skip «، سالم الراشد،» behind a title, «، محامي سالم،» behind a name: up to the comma that closes it."""
    first = comma + 1
    if first >= stop or scene.tokens[first].proclitics or scene.dated(first):
        return comma
    if _is_person_at(scene, first):
        end = _past_name(scene, first, stop)
        closed = next((i for i in range(end, min(end + _UNKNOWN, stop)) if scene.form(i) in COMMAS), comma)
        return end if not named else closed
    heads = may_head_source(scene, first) or scene.stem(first).startswith(_ARTICLE)
    if not named or not heads or find_circumstance(scene, first, stop) is not None:
        return comma
    return next((i for i in range(first + 1, min(first + _APPOSED, stop)) if scene.form(i) in COMMAS), comma)


def _past_comma(scene: Scene, position: int, stop: int) -> int:
    """Behind the next comma, where there is one in reach."""
    reach = range(position, min(position + _APPOSED, stop))
    return next((i + 1 for i in reach if scene.form(i) in COMMAS), position)


def _trails(scene: Scene, position: int) -> bool:
    """Whether a circumstance goes on: «في بيان إلى السوق», «في بيان صدر أمس»."""
    return scene.form(position) in words("preposition", "relative", "goes-on-of-a-statement")


def _describes(scene: Scene, position: int, stop: int) -> bool:
    """«لصناعة الأثاث», «الأمين العام للحزب»: what a body or office is for; not whom something was said to."""
    if find_circumstance(scene, position, stop) is not None or scene.name(position) is not None:
        return False
    if scene.stem(position).startswith(_ARTICLE):
        return scene.stem(position - 1).startswith(_ARTICLE)
    following = scene.tokens[position + 1] if position + 1 < stop else None
    return following is not None and following.stem.startswith(_ARTICLE)


def _past_outlet(scene: Scene, position: int, stop: int) -> int:
    """Skip «لصحيفة المنارة», also where the name is unheard of; «للصحيفة» alone."""
    behind = _past_name(scene, position + 1, stop)
    return behind + (behind == position + 1 and not scene.stem(position).startswith(_ARTICLE))


def _past_name(scene: Scene, position: int, stop: int) -> int:
    """Skip a name, with the quotation marks round it."""
    quote = scene.quote(position)
    unheard = quote is not None and _is_bare_noun(scene, position - 1) and may_be_a_name(scene.stage, quote)
    if quote is not None and (unheard or scene.name(position + 1) is not None):
        return min(scene.past_quote(position, quote), stop)
    name = scene.name(position)
    while position < stop and name is not None and scene.name(position) == name:
        position += 1
    return position


def _is_bare_noun(scene: Scene, position: int) -> bool:
    """«شركة», «كتلة»: a noun for a source, without article, that a name in marks follows."""
    stem = scene.stem(position)
    return is_source_noun(stem) and not stem.startswith(_ARTICLE)


def _is_person_at(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    return name is not None and name.type == "PERSON"


def _joins(scene: Scene, position: int) -> bool:
    """Whether another name is joined here: «الوزير وسفيره», «الكرملين وبوت»; or the name goes on in brackets."""
    return scene.form(position) in {"(", ")"} or (
        scene.tokens[position].proclitics == "و" and may_head_source(scene, position)
    )


def _goes_on(scene: Scene, position: int, head: int) -> bool:
    """Whether a word can go on a subject: an adjective of it, «باسم», «في», a genitive."""
    form, stem, token = scene.form(position), scene.stem(position), scene.tokens[position]
    if form in words("goes-on") or scene.form(position - 1) in words("goes-on") or scene.name(position):
        return True
    if token.proclitics == "ب" and find_source_noun(scene.stem(position - 1)) is not None:
        return True  # «مسؤول بالوزارة»
    if token.proclitics == "و" and may_head_source(scene, position):
        return True  # «النقابة واتحاد الطلاب»
    if stem.removeprefix(_ARTICLE) in words("adjective") and not token.proclitics:
        return stem.startswith(_ARTICLE) or not scene.stem(head).startswith(_ARTICLE)
    nisba = stem.endswith(_NISBA) and (len(stem) > 4 or said_of(stem) is not None)  # «مصادر طبية»
    return nisba or _is_genitive(scene, position, head)


def _is_genitive(scene: Scene, position: int, head: int) -> bool:
    """«وزير الدفاع», «جهاز الرقابة», «رائد الفضاء»: a definite noun right behind one without article."""
    stem, previous = scene.stem(position), scene.stem(position - 1)
    if stem.startswith(_ARTICLE) == previous.startswith(_ARTICLE) or scene.tokens[position].proclitics:
        return False
    if previous in words("before-genitive"):
        return True
    if position != head + 1 or not stem.startswith(_ARTICLE) or previous in words("no-genitive"):
        return False
    return is_title(previous) or find_source_noun(previous) is not None


def _is_adjective(scene: Scene, position: int) -> bool:
    stem = scene.stem(position)
    return len(stem) > 3 and stem.endswith(("ي", "يه")) and not scene.tokens[position].proclitics
