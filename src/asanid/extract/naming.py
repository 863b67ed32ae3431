"""How far a source is named, and which of the names in it, if any, it stands for."""

from __future__ import annotations

from collections.abc import Sequence

from asanid.extract.grammar import words
from asanid.extract.nouns import find_source_noun, outlet_kind, said_of, takes_genitive, title_kinds
from asanid.extract.phrase import Phrase
from asanid.extract.scene import Stage
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Anonymity, Mention, MentionType, Span, Token

_JOINED = frozenset("بلك")
_GOVERNING = _JOINED | {"و"}
_NISBA = ("ي", "يه", "يين", "يون")
_THEIRS = frozenset({"ه", "ها", "هم", "هما"})
_PLURALS = ("ون", "ين", "ات", "وا")
_NEAR, _BACK = 4, 45
_OPENING = frozenset('(«"“')


def carrier(phrase: Phrase, text: str) -> Mention | None:
    """Give the name that a source stands for: a person before all, else a name that leads it or fills its head.

    «المتحدث باسم الرئاسة كمال اليافي» is a person, «صحيفة المرسال» an outlet, «بيان لوزارة الصيد» the ministry that
    issued it; «مصدر مقرب من اليافي», «محامي اليافي» and «السلطات في أورين» stand for nobody named.
    """
    leading = _leading(phrase)
    if leading is not None and (leading.type in {"PERSON", "MEDIA"} or phrase.noun is None):
        return leading
    person = next((n for n in phrase.names if n.type == "PERSON" and not _governed(phrase, n)), None)
    if person is not None and not phrase.several:
        return person
    if leading is not None or phrase.member:
        return leading
    return _apposed(phrase) if phrase.noun is None else _of_body(phrase, phrase.noun, text)


def _of_body(phrase: Phrase, noun: SourceNoun, text: str) -> Mention | None:
    """The name that fills the noun for a body or outlet, or whose statement it is."""
    if noun.issued:
        if any(token.stem.removeprefix("ال") in words("arm-of-a-body") for token in phrase.tokens):
            return None  # «بيان للجناح المسلح لحركة الراية»
        return next((n for n in phrase.names if n.type != "PLACE" and _issues(n, text, noun.anonymity)), None)
    if noun.anonymity not in {"named", "media"}:
        return None
    if phrase.several:  # «ميليشيات حزب الراية»: many of them are the movement, which stands right behind
        found = _filling(phrase) if "GROUP" in noun.refers_to else None
        return found if found is not None and found.type == "GROUP" else None
    return _filling(phrase) or _set_off(phrase, text) or _outlet_of(phrase)


def _set_off(phrase: Phrase, text: str) -> Mention | None:
    """«وكالة الأنباء الرسمية (نوارس)», «شركة التصوير الحراري "سديمة"»: the name in marks that the source ends in."""
    if len(phrase.names) != 1:
        return None
    name = phrase.names[0]
    marked = text[max(name.start - 1, 0)] in _OPENING and name.end >= phrase.span.end - 1
    return name if marked and name.type not in {"PLACE", "PERSON"} else None


def _outlet_of(phrase: Phrase) -> Mention | None:
    """«قسم البحوث في المرسال»: a part of an outlet, known by its article, speaks for the outlet."""
    name = phrase.names[0] if len(phrase.names) == 1 and phrase.definite else None
    if name is None or name.type != "MEDIA" or name.end < phrase.span.end:
        return None
    before = [token for token in phrase.tokens if token.end <= name.start]
    return name if before and before[-1].form in words("placed-in") else None


def anonymity(phrase: Phrase) -> Anonymity:
    """Tell how far a source that stands for no name is named, by its words where it stands."""
    noun = phrase.noun
    if noun is None:
        return "named" if (phrase.definite and _is_office(phrase)) or _looks_like_a_name(phrase) else "role"
    match noun.anonymity:
        case "anonymous":
            return _placed(phrase)
        case "named":
            return "named" if (phrase.definite and not phrase.several) or phrase.dual or phrase.names else "role"
        case "role" if phrase.definite and not phrase.several and (noun.unique or _is_followed_by_name(phrase)):
            return "named"
        case _:
            return noun.anonymity


def _looks_like_a_name(phrase: Phrase) -> bool:
    """«الشهابي», «سلمى رعد»: words that are neither noun nor name as far as is known, and stand like a name."""
    if not phrase.tokens or phrase.names or phrase.member:
        return False
    words_from_head = [token for token in phrase.tokens[phrase.head :] if token.kind != "mark"]
    if not words_from_head:
        return False
    head, *behind = words_from_head
    alone = not behind or behind[0].stem in words("says-nothing-of-a-source") or behind[0].proclitics
    if head.kind != "word" or head.enclitic or head.proclitics or title_kinds(head.stem) or said_of(head.stem):
        return False
    if head.stem.startswith("ال"):
        return bool(alone) and head.stem.endswith("ي")
    if head.stem.endswith(_PLURALS):
        return False
    return bool(alone) or _is_surname(behind[0])


def _is_surname(token: Token) -> bool:
    if token.stem.startswith("ال"):
        return token.stem.endswith("ي") and said_of(token.stem) is None
    return token.kind == "word" and not token.stem.endswith(_NISBA) and said_of(token.stem) is None


def anonymity_of_name(kind: MentionType) -> Anonymity:
    """Tell how far a source is named that stands for a name of this type."""
    return "media" if kind == "MEDIA" else "named"


def _leading(phrase: Phrase) -> Mention | None:
    """The name that the source begins with."""
    if not phrase.tokens or not phrase.names:
        return None
    first = next((token for token in phrase.tokens if token.kind != "mark"), phrase.tokens[0])
    name = phrase.names[0]
    return name if name.start < first.end and not (name.end <= first.start) else None


def _governed(phrase: Phrase, name: Mention) -> bool:
    """Whether a person is only spoken of: «مصدر مقرب من X», «المتحدث باسم X», «محامي X», «إدارة X»."""
    before = [token for token in phrase.tokens if token.end <= name.start and token.kind == "word"]
    own = next((token for token in phrase.tokens if token.end > name.start), None)
    if own is not None and own.proclitics[-1:] in _GOVERNING and own.stem_start >= name.start and bool(before):
        return True
    if not before or before[-1].enclitic in _THEIRS:  # «زميله سالم»
        return False
    if _leads_a_body(phrase, before):
        return True
    last = before[-1]
    if last.form in words("governs-a-person", "preposition"):
        return True
    if len(before) > 1 and before[-2].form in words("in-the-name-of"):
        return find_source_noun(last.stem) is not None or bool(title_kinds(last.stem))
    return len(before) == 1 + _skipped(before) and takes_genitive(last)


def _leads_a_body(phrase: Phrase, before: Sequence[Token]) -> bool:
    """«مسؤول في إدارة الرئيس سالم», «حملة المرشح سالم»: a body that is called by whoever leads it."""
    at = len(before) - 1
    while at >= 0 and before[at].stem.startswith("ال") and title_kinds(before[at].stem) and not before[at].proclitics:
        at -= 1
    if at < 0 or at == len(before) - 1 or phrase.name_at(before[at]) is not None:
        return False
    noun = find_source_noun(before[at].stem)
    return noun is not None and noun.anonymity == "named" and not before[at].stem.startswith("ال")


def _skipped(before: Sequence[Token]) -> int:
    return sum(token.stem in words("before-head-noun") for token in before[:-1])


def _issues(name: Mention, text: str, of: Anonymity) -> bool:
    """Whether a name issued something: a body or person; of an outlet's report the outlet."""
    if name.type == "MEDIA":
        return of == "media" and outlet_kind(text[name.start : name.end]) != "platform"
    return name.type in {"ORG", "GROUP", "PERSON"}


def _filling(phrase: Phrase) -> Mention | None:
    """The name right behind the head: «شركة «سديمة»», «وكالة الأنباء نوارس»."""
    for token in phrase.tokens[phrase.head + 1 : phrase.head + 1 + _NEAR]:
        name = phrase.name_at(token)
        if name is not None:
            right = name.type not in {"PLACE", "PERSON"}
            joined = token.proclitics[-1:] in _JOINED and name.start >= token.stem_start  # not «بالتورا»
            return name if right and not joined else None
        if token.kind == "word" and find_source_noun(token.stem) is None:
            return None
    return None


def _apposed(phrase: Phrase) -> Mention | None:
    """The one name that a description ends in: «عملاق الصناعة «سديمة»», «قبائل الوادي»."""
    last = next((token for token in reversed(phrase.tokens) if token.kind != "mark"), None)
    if len(phrase.names) != 1 or last is None or phrase.names[0].end < last.end:
        return None
    name = phrase.names[0]
    own = next(token for token in phrase.tokens if token.end > name.start)
    before = [token for token in phrase.tokens if token.end <= name.start and token.kind == "word"]
    free = not own.proclitics and not any(token.form in words("governs-a-person") for token in before)
    return name if free and name.type in {"ORG", "GROUP", "MEDIA"} else None


def _is_office(phrase: Phrase) -> bool:
    token = phrase.tokens[phrase.head] if phrase.tokens else None
    return token is not None and bool(title_kinds(token.stem) & {"office"})


def _is_followed_by_name(phrase: Phrase) -> bool:
    """«المدرب ينس أوكلاند»: a title with the article and a word that does not agree with it are a title and a name."""
    head, *behind = phrase.tokens[phrase.head : phrase.head + 2]
    if not behind or behind[0].kind not in {"word", "latin"} or not head.stem.startswith("ال"):
        return False
    word = behind[0]
    plain = not word.proclitics and not word.stem.startswith("ال") and word.stem not in words("governs-a-person")
    return plain and said_of(word.stem) is None and word.stem not in words("says-nothing-of-a-source")


def _placed(phrase: Phrase) -> Anonymity:
    """«مصدر أمني», «مصدر في الوزارة» are placed; «مصادر مطلعة على الملف» is not; «مصادر إعلامية» is the press."""
    for token in phrase.tokens[phrase.head + 1 : phrase.head + 1 + _NEAR]:
        if token.kind != "word":
            break
        said = said_of(token.stem)
        if said == "anonymous" and not token.stem.endswith(_NISBA):
            return _placed_further(phrase, token)
        if said in {"role", "media"}:
            return said
        if token.form in words("placed-in") or (token.proclitics[-1:] == "ب" and token.stem.startswith("ال")):
            return "role"
        if said is None and token.stem.endswith(_NISBA) and len(token.stem) > _NEAR:
            return "role"
    return "anonymous"


def _placed_further(phrase: Phrase, keeps: Token) -> Anonymity:
    """«مصدر مطلع في الوزارة» is placed although it is kept unnamed."""
    at = phrase.tokens.index(keeps)
    behind = phrase.tokens[at + 1 : at + 2]
    return "role" if any(t.form in words("placed-in") or said_of(t.stem) == "role" for t in behind) else "anonymous"


def is_governed(stage: Stage, name: Mention) -> bool:
    """Whether a name in a sentence follows a preposition, so that it is no subject."""
    before = stage.tokens_in(Span(max(name.start - _BACK, 0), name.end))
    own = next((i for i, token in enumerate(before) if token.end > name.start), None)
    if own is None:
        return False
    if own and before[own].proclitics == "ل" and before[own - 1].stem in words("interview"):
        return False  # «في مقابلة لسالم مع القناة، حيث قال»
    if before[own].proclitics[-1:] in _JOINED and before[own].stem_start >= name.start:
        return True
    words_before = [token for token in before[:own] if token.kind != "mark"]
    previous = words_before[-1] if words_before else None
    titled = next((token for token in words_before[::-1] if not _is_bare_title(token)), None)
    if titled is not None and titled.form in words("governs-a-person"):
        return True  # «مع الزميل سالم»
    return previous is not None and (
        previous.form in words("governs-a-person") or previous.proclitics[-1:] in _JOINED - {"ك"}
    )


def _is_bare_title(token: Token) -> bool:
    """«الزميل», «الوزير»: a title with its article and nothing before it."""
    return token.stem.startswith("ال") and not token.proclitics and bool(title_kinds(token.stem))
