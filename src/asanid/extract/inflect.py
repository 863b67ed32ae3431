"""The forms of a verb of saying, from its principal parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from asanid.lexicon.schema.cues import Verb
from asanid.parse.fold import fold_key

FormKind = Literal["finite", "jussive", "passive", "participle", "patient", "noun"]
"""``jussive``: a form that stands only after «لم» and the like («يقل»); ``patient``: a passive participle."""

_PARTICIPLE = ("", "ا", "ه", "ين", "ون", "ان", "ات", "تين", "تان")
_WEAK_PARTICIPLE = ("", "ي", "يا", "يه", "ين", "ون", "يان", "يين", "يات")
_NOUN = ("", "ا", "ات", "ان", "ين")
_FEMININE_NOUN = ("ه", "ت", "ات", "تان", "تين")  # «دعوت» as in «دعوته»


class Form(NamedTuple):
    """A folded form, what it is, and its grammatical person (0 where it has none)."""

    text: str
    kind: FormKind
    person: int


def inflect(verb: Verb) -> Iterator[Form]:
    """Give the folded forms of a verb, its participles and its verbal nouns; a form may come several times.

    The third person comes first: «أكدت» is rather «she confirmed» than «I confirmed».

    >>> sorted({form.text for form in inflect(Verb(past="نفى", present="ينفي")) if form.kind == "jussive"})
    ['انف', 'تنف', 'ننف', 'ينف']
    >>> [form.text for form in inflect(Verb(past="قال", present="يقول")) if form.person == 1][:4]
    ['قلت', 'قلنا', 'اقول', 'نقول']
    """
    without = frozenset(map(fold_key, verb.without))
    for form in _all_forms(verb):
        if form.text not in without:
            yield form


def inflect_noun(noun: str) -> Iterator[str]:
    """Give the folded singular, dual and sound plural of a noun.

    >>> list(inflect_noun("دعوة"))
    ['دعوه', 'دعوت', 'دعوات', 'دعوتان', 'دعوتين']
    """
    endings, stem = (_FEMININE_NOUN, noun[:-1]) if noun.endswith("ة") else (_NOUN, noun)
    folded = fold_key(stem)
    yield from (folded + ending for ending in endings)
    if noun.endswith("اء"):  # before a pronoun: «ادعائه», «ادعاؤها»
        yield from (folded[:-1] + glide for glide in "يو")


def _all_forms(verb: Verb) -> Iterator[Form]:
    finite = [*_past(verb), *_present(verb)]
    finite.sort(key=_third_first)
    yield from finite
    for passive in verb.passive:
        yield from _passive(passive)
    for form in verb.more:
        yield Form(fold_key(form), "finite", 3)
    yield from _nominal(verb)


def _third_first(form: Form) -> bool:
    return form.person != 3


# --- past -----------------------------------------------------------------------------------------


def _past(verb: Verb) -> Iterator[Form]:
    past = verb.past
    if past[-1] in "ىا":
        stem, weak = fold_key(past[:-1]), "ي" if past[-1] == "ى" else "و"
        third = [fold_key(past), stem + "ت", stem + "تا", stem + "وا", stem + weak + "ا", stem + weak + "ن"]
        short = stem + weak
    elif past[-1] == "ي":
        short = fold_key(past)
        stem, third = short, [short, short + "ت", short + "تا", short[:-1] + "وا", short + "ا", short + "ن"]
    else:
        stem, short = fold_key(past), _short(verb)
        third = [stem, stem + "ت", stem + "تا", stem + "وا", stem + "ا", _join(short, "ن")]
        if past[-1] == "أ":  # «قرؤوا» beside «قرأوا»
            third.append(stem[:-1] + "ووا")
    third.append(third[3][:-1])  # before a pronoun: «أكدو» of «أكدوه», «نفا» of «نفاه»
    if past[-1] == "ى":
        third.append(stem + "ا")
    yield from (Form(text, "finite", 3) for text in third)
    yield from (Form(_join(short, ending), "finite", 1) for ending in ("ت", "نا"))
    yield Form(_join(short, "تم"), "finite", 2)


def _join(stem: str, ending: str) -> str:
    """Two equal letters that meet are written once: «أعلنا», «أثبت»."""
    return stem + (ending[1:] if stem[-1] == ending[0] else ending)


def _short(verb: Verb) -> str:
    """The stem before an ending that begins with a consonant: «قل» of «قال», «ظنن» of «ظن»."""
    if verb.first:
        return fold_key(verb.first[:-1])
    past = verb.past
    if len(past) == 2:
        return fold_key(past + past[-1])
    return fold_key(past[:-2] + past[-1]) if _hollow(verb) else fold_key(past)


def _hollow(verb: Verb) -> bool:
    return len(verb.past) > 2 and verb.past[-2] == "ا" and verb.present[-2] in "اوي"


# --- present --------------------------------------------------------------------------------------


def _present(verb: Verb) -> Iterator[Form]:
    """Indicative and subjunctive, and the jussive where a weak letter falls in it."""
    body, last = fold_key(verb.present[1:]), verb.present[-1]
    weak = last in "يوى"
    stem = body[:-1] if weak else body
    glide = {"ي": "ي", "ى": "ي", "و": "و"}.get(last, "")
    third = [body, stem + "ون", stem + "وا", stem + glide + "ان", stem + glide + "ا", stem + "و"]
    if last == "ى":  # before a pronoun: «يرا» of «يراه»
        third.append(stem + "ا")
    for person in "يت":
        for ending in third:
            yield Form(person + ending, "finite", 3)
    yield Form("ي" + _feminine_plural(verb, stem + glide), "finite", 3)
    if last == "أ":  # «يقرؤون» beside «يقرأون»
        yield from (Form(person + body[:-1] + "وون", "finite", 3) for person in "يت")
    yield from (Form(person + body, "finite", 1) for person in "ان")
    yield Form("ت" + stem + "ين", "finite", 2)
    short = stem if weak else body[:-2] + body[-1] if _hollow(verb) else ""
    if short:
        yield from (Form(person + short, "jussive", 3 if person in "يت" else 1) for person in "يتان")


def _feminine_plural(verb: Verb, stem: str) -> str:
    return (stem[:-2] + stem[-1] if _hollow(verb) else stem) + "ن"


# --- the rest -------------------------------------------------------------------------------------


def _passive(form: str) -> Iterator[Form]:
    """A third person of the passive, past («قيل») or present («يقال»), and its feminine and plural."""
    folded = fold_key(form)
    if form[0] == "ي":
        forms = [folded, "ت" + folded[1:]]
    else:
        plural = folded[:-1] + "وا" if folded[-1] == "ي" else folded + "وا"
        forms = [folded, folded + "ت", plural]
    yield from (Form(text, "passive", 3) for text in forms)


def _nominal(verb: Verb) -> Iterator[Form]:
    if verb.participle:
        weak = verb.past[-1] in "ىاي" and verb.participle[-1] not in "يى"
        for ending in _WEAK_PARTICIPLE if weak else _PARTICIPLE:
            yield Form(fold_key(verb.participle) + ending, "participle", 0)
    if verb.patient:
        yield from (Form(fold_key(verb.patient) + ending, "patient", 0) for ending in _PARTICIPLE)
    if verb.noun:
        yield from (Form(text, "noun", 0) for text in inflect_noun(verb.noun))
    for noun in map(fold_key, verb.nouns):
        yield from (Form(text, "noun", 0) for text in (noun, noun + "ا"))  # «وعود», «وعودا»
