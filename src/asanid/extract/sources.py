"""Sources: the noun phrase of who or what something comes from, without the circumstances of the saying."""

from __future__ import annotations

from functools import cache

from asanid.extract.circumstances import circumstance_words, find_circumstance
from asanid.extract.complements import COMMAS, MARKS
from asanid.extract.cues import CueHit
from asanid.extract.grammar import words
from asanid.extract.kinds import may_be_a_name
from asanid.extract.nouns import is_oblique, is_source_noun, is_title, may_head_source
from asanid.extract.scene import Scene
from asanid.extract.subjects import past_addressee, past_circumstances, past_issuer
from asanid.model import Span

_BREAKS = COMMAS | {"؛", ":", "-", "–", "—"}
_CLOSING = frozenset({"»", '"', "”", "“", "''"})
_LONGEST = 14
"""Tokens that a subject before its verb may have."""
_NAME = 8
"""Tokens between the marks round a name, and these."""
_TOPIC = 16
"""Tokens between «أما» and the verb that its subject belongs to."""
_SHORT = 3
"""Letters of a word that is hardly a verb in «ت»: «بيت», «وقت»."""
"""Letters above which «ال…ين» is a plural: not «الدين», «العين»."""


def source_after(scene: Scene, first: int, last: int, *, led: bool = False) -> Span | None:
    """Give the source among the tokens ``first`` to ``last`` (exclusive): behind a verb, or ``led`` by «بحسب»."""
    first = past_addressee(scene, first)
    while first < last and (scene.form(first) in _BREAKS or is_time_word(scene, first)):
        first += 1
    if first < last and not led and _opens_circumstance(scene, first, last):
        first = _behind_circumstance(scene, first, last)
        if first >= last or not may_head_source(scene, first):
            return None
    if first < last and not led and is_oblique(scene, first):
        return None
    end = first if first >= last or led else max(past_issuer(scene, first, last), first)
    while end < last and not _ends(scene, first, end, last):
        quote = scene.quote(end)
        end = min(scene.past_quote(end, quote), last) if quote else end + 1
    return _phrase(scene, first, end, led=led)


def source_before(scene: Scene, hit: CueHit, floor: int) -> Span | None:
    """Give the subject before its verb, not past ``floor``: «لكن المسؤولين يعتقدون», «المصادر التي تحدثت»."""
    last = hit.first
    if last - 1 >= floor and scene.form(last - 1) in words("completed"):
        last -= 1
    if last - 1 >= floor and scene.form(last - 1) in words("relative"):
        last -= 1
    if last - 1 >= floor and scene.form(last - 1) in COMMAS and last < hit.first:
        last -= 1
    first = _chunk_start(scene, last, floor)
    if first == last and last - 1 > floor and scene.form(last - 1) in COMMAS:
        last -= 1
        first = _apposed_start(scene, last, floor)
    if first is None:
        return None
    while first < last and (scene.form(first) in MARKS or scene.dated(first)):
        first += 1
    found = _phrase(scene, first, last, led=True, noun_first=True)
    return scene.span(first, last) if found is None and opens_headline(scene, first) and first + 1 == last else found


def opens_headline(scene: Scene, first: int) -> bool:
    """«ساروندا تنفي التقرير»: whether a word unheard of opens a headline, and so can be the subject of its verb."""
    token = scene.tokens[first]
    plain = token.kind == "word" and not token.proclitics and not token.enclitic and not scene.dated(first)
    title = first == scene.first and scene.stage.parsed.blocks[scene.sentence.block].kind == "title"
    known = token.stem.startswith("ال") or token.form in words("preposition", "never-a-source", "adverb", "rubric")
    return title and plain and not known


def topic_before(scene: Scene, hit: CueHit) -> Span | None:
    """Give the subject of «أما X فقال»: all words between the two."""
    back = range(hit.first - 1, max(scene.first, hit.first - _TOPIC) - 1, -1)
    at = next((i for i in back if scene.stem(i) in words("as-for")), None)
    return None if at is None else _phrase(scene, at + 1, hit.first, led=True, noun_first=True)


def is_time_word(scene: Scene, position: int) -> bool:
    """Whether a word tells when or how and not who: a date, «أولا», «الشهر الماضي» (either word)."""
    if scene.dated(position) or scene.form(position) in words("adverb"):
        return True
    stem = scene.stem(position).removeprefix("ال")
    if scene.tokens[position].proclitics or scene.name(position) is not None:
        return False
    if stem in words("time-noun"):
        return scene.stem(position + 1).removeprefix("ال") in words("time-adjective")
    return stem in words("time-adjective") and scene.stem(position - 1).removeprefix("ال") in words("time-noun")


def _chunk_start(scene: Scene, last: int, floor: int) -> int | None:
    """Where the words before ``last`` begin that no boundary parts from it; nothing where they are too many."""
    first = last
    while first > floor and last - first < _LONGEST:
        opened = _name_opened(scene, first - 1, floor)
        if opened is None and _boundary(scene, first - 1):
            return first
        first = first - 1 if opened is None else opened
    return None if last - first >= _LONGEST else first


def _name_opened(scene: Scene, position: int, floor: int) -> int | None:
    """Where the marks open that close at a position round a short name: «صحيفة "المرسال" قالت»."""
    if scene.form(position) not in _CLOSING:
        return None
    end = scene.tokens[position].end
    for at in range(position - 1, max(position - _NAME, floor - 1), -1):
        quote = scene.quote(at)
        if quote is not None and quote.end == end:
            return at if may_be_a_name(scene.stage, quote) else None
    return None


def _apposed_start(scene: Scene, last: int, floor: int) -> int | None:
    """«رئيس البلدية، سالم الراشد، قال»: a name and its title, parted by a comma, before a verb; where they begin."""
    inner = _chunk_start(scene, last, floor)
    if inner is None or inner == last or inner - 1 <= floor or scene.form(inner - 1) not in COMMAS:
        return None
    outer = _chunk_start(scene, inner - 1, floor)
    if outer is None or outer == inner - 1 or not may_head_source(scene, outer):
        return None
    if is_title(scene.stem(outer)) and _is_unheard_name(scene, inner, last):
        return outer
    if not may_head_source(scene, inner):
        return None
    if scene.stem(outer).endswith("ا") and scene.name(outer) is None:  # an accusative: «كان أستاذا، …»
        return None
    return outer if _is_person(scene, inner) or _is_person(scene, outer) or _is_person(scene, inner - 2) else None


def _is_unheard_name(scene: Scene, first: int, last: int) -> bool:
    """Two or three plain words between commas, behind a title: «وزير النقل، نادر الحلو، قال»."""
    plain = (scene.tokens[i].kind == "word" and not scene.tokens[i].proclitics for i in range(first, last))
    return 1 < last - first < _NAME // 2 and not scene.stem(first).startswith("ال") and all(plain)


def _phrase(scene: Scene, first: int, end: int, *, led: bool, noun_first: bool = False) -> Span | None:
    """The span of a source; only where it is ``led`` or comes first can its first word have a clitic."""
    while end > first and _is_no_end(scene, end - 1):
        end -= 1
    if end <= first or not any(scene.tokens[i].kind in {"word", "latin"} for i in range(first, end)):
        return None
    head = scene.tokens[first]
    unfit = head.stem in _not_a_source() or head.form in words("adverb")
    if noun_first and (unfit or _is_verb_of_another(scene, first)):
        return None
    name = scene.name(first)
    whole = name.start <= head.start if name is not None else not led
    start = head.start if whole else head.stem_start
    quote = scene.quote(first)
    if quote and quote.end >= scene.tokens[end - 1].end:
        return quote.inner
    return Span(start, scene.tokens[end - 1].end)


def _is_verb_of_another(scene: Scene, first: int) -> bool:
    """«نشرت الوزارة صورا قالت …»: a verb with its feminine subject, and not what opens a source."""
    token, stem = scene.tokens[first], scene.stem(first)
    past = stem.endswith("ت") and not stem.endswith("ات") and len(stem) > _SHORT and token.kind == "word"
    if not past or scene.name(first) is not None or is_source_noun(stem) or is_title(stem) or first + 2 >= scene.last:
        return False
    subject = scene.tokens[first + 1]
    plain = not subject.proclitics and subject.kind == "word"
    return plain and (
        scene.name(first + 1) is not None or (subject.stem.startswith("ال") and is_source_noun(subject.stem))
    )


def _is_no_end(scene: Scene, position: int) -> bool:
    """Whether a source cannot end with this word: a mark, a preposition, «قوله»."""
    form, again = scene.form(position), scene.stem(position) in words("saying-again")
    dangling = form in words("trailing") or form in words("preposition")
    return form in _BREAKS or dangling or (again and bool(scene.tokens[position].enclitic))


def _boundary(scene: Scene, position: int) -> bool:
    """Whether a subject cannot reach back over this word."""
    token = scene.tokens[position]
    return (
        token.form in _BREAKS
        or token.form in words("before-subject")
        or token.form in {"«", "»", '"', "“", "”", ".", "؟"}
        or (token.stem in words("that") and token.kind == "word" and scene.name(position) is None)
        or token.form in words("leads-a-source")
    )


def _ends(scene: Scene, first: int, position: int, last: int) -> bool:
    """A source ends at a comma (unless an apposition follows), a date, or a circumstance of the saying."""
    if scene.form(position) in _BREAKS:
        return not (_joins_a_word(scene, position) or _apposition(scene, first, position, last))
    if position == first:
        return False
    if _is_person(scene, position - 1) and _leaves_a_person(scene, position):
        return not any(scene.form(i) in words("relative-clause") for i in range(first, position))
    if is_time_word(scene, position):
        return not _is_person(scene, position + 1)  # «رئيس الوزراء آنذاك سالم الراشد»
    if scene.stem(position - 1).removeprefix("ال") in words("bound-to"):
        return False  # «المكتب التابع للوكالة»
    return _circumstance(scene, position, last) or _is_manner(scene, position) or _opens_clause(scene, position)


def _opens_clause(scene: Scene, position: int) -> bool:
    """«نقلا عن الوزير بأنه …»."""
    return scene.stem(position) in words("that") and scene.tokens[position].proclitics == "ب"


def _joins_a_word(scene: Scene, position: int) -> bool:
    """A hyphen within a name: «روجيه-بوتي»."""
    if not scene.first < position < scene.last - 1:
        return False
    token, before, after = scene.tokens[position], scene.tokens[position - 1], scene.tokens[position + 1]
    return token.form == "-" and before.end == token.start and after.start == token.end


def _leaves_a_person(scene: Scene, position: int) -> bool:
    """What cannot belong to a person's name before it: «سالم على …», «سالم ساخرا»."""
    token = scene.tokens[position]
    alone = not token.proclitics and scene.name(position) is None
    return alone and (token.form in words("leaves-a-person") or (token.stem[:1] == "م" and token.stem.endswith("ا")))


def _is_manner(scene: Scene, position: int) -> bool:
    """«بغضب», «قائلة», «لـ"المرسال"»: how it was said, or a lone preposition before a quotation."""
    token = scene.tokens[position]
    if token.stem in words("saying-again") and not token.enclitic:
        return True
    if token.proclitics == "ب" and token.stem in words("manner"):
        return True
    return len(token.form) == 1 and token.form in words("to")


def _apposition(scene: Scene, first: int, position: int, last: int) -> bool:
    """A comma inside a source: «دالي، السفير السابق،», «وزير الخارجية، سالم الراشد، إن», «سالم، وهو نائب،»."""
    if position <= first or scene.form(position) not in COMMAS or position + 1 >= last:
        return False
    following, name = scene.tokens[position + 1], scene.name(position + 1)
    if following.form in words("opens-apposition"):
        return True
    timed = is_time_word(scene, position + 1) or following.stem.removeprefix("ال") in words("time-noun")
    if following.proclitics or timed or _circumstance(scene, position + 1, last):
        return False
    if following.form in words("leaves-a-person"):
        return False
    of_a_person = any(_is_person(scene, i) for i in range(first, position))
    surname = name is None and _is_surname_behind(scene, first, position, last)
    if name is not None or following.kind == "number" or surname:
        aged = name is None and scene.stem(position + 2) in words("years")
        return aged or ((surname or _is_person(scene, position + 1)) and not of_a_person)
    named = any(scene.name(i) is not None for i in range(first, position))
    heads = following.stem.startswith("ال") or may_head_source(scene, position + 1)
    return named and (heads or _is_enclosed(scene, position, last))


def _is_surname_behind(scene: Scene, first: int, comma: int, last: int) -> bool:
    """«وزير النقل، نادر الحلو،», «العقيد الركن، تركي الحازمي،»: a name of which the first word is unheard of."""
    word = scene.tokens[comma + 1]
    plain = word.kind == "word" and not word.enclitic and not word.stem.startswith("ال")
    return plain and comma + 2 < last and is_title(scene.stem(first)) and _is_person(scene, comma + 2)


def _is_enclosed(scene: Scene, comma: int, last: int) -> bool:
    """«روبا حق، عضوة المجلس، إن»: a plain noun between the comma and another, before the verb's clause."""
    following = scene.tokens[comma + 1]
    closed = any(scene.form(i) in COMMAS for i in range(comma + 2, min(comma + _LONGEST, last)))
    return closed and following.kind == "word" and not following.stem.endswith("ا")


def _is_person(scene: Scene, position: int) -> bool:
    name = scene.name(position)
    return name is not None and name.type == "PERSON"


def _circumstance(scene: Scene, position: int, last: int) -> bool:
    return find_circumstance(scene, position, last) is not None


def _opens_circumstance(scene: Scene, position: int, last: int) -> bool:
    """Whether a phrase with a preposition stands where the subject could: «قال لـ…», «ويتابع بشأن …»."""
    token, name = scene.tokens[position], scene.name(position)
    if token.proclitics in {"ب", "ل"}:
        known = token.stem.startswith("ال") or is_source_noun(token.stem) or is_title(token.stem)
        if known or token.stem in words("manner") or (name is not None and name.start > token.start):
            return name is None or name.start > token.start
    return token.form in words("preposition") or token.form in words("to") or _circumstance(scene, position, last)


def _behind_circumstance(scene: Scene, first: int, last: int) -> int:
    """Skip a circumstance between the verb and its subject: «وقال في بيان، متحدث باسم …»."""
    for position in range(first + 1, min(last, first + 12)):
        if scene.form(position) in COMMAS:
            return position + 1
    if scene.form(first) in words("before-a-time") or not _circumstance(scene, first, last):
        return last
    behind = past_circumstances(scene, first, last)
    return behind if behind > first else last


@cache
def _not_a_source() -> frozenset[str]:
    return frozenset(circumstance_words()) | words("never-a-source")
