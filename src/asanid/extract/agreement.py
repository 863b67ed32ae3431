"""Agreement: what the form of a cue tells of its subject, to find the one that is meant where none is named."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from asanid.extract.cues import CueHit
from asanid.extract.drafts import head_of
from asanid.extract.grammar import words
from asanid.extract.inflect import inflect
from asanid.extract.nouns import is_source_noun, is_title
from asanid.extract.scene import Scene
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Cue, Verb
from asanid.model import Token
from asanid.parse.fold import fold_key

_WEAK, _DAMMA = "يوى", "ُ"
_RELATIVES = {"الذي": "ه", "التي": "ها", "الذين": "هم"}
"""Relative pronouns, and the pronoun that takes each of them up."""
_AUGMENTED = 4
"""Letters beyond which the present of a past has «ُ» in the passive only."""
_COMMAS, _OF, _BETWEEN = frozenset({"،", ","}), "من", "بين"
_NOT_ONE_MAN, _OF_MANY = frozenset({"ها", "هم", "هما", "هن"}), frozenset({"هم", "هما", "هن"})
_ARTICLE, _THAT, _ME = "ال", "ان", ("ي", "ني")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Gender, number and person, ``None`` where the form does not tell."""

    feminine: bool | None = None
    several: bool | None = None
    first: bool = False

    def fits(self, other: Agreement) -> bool:
        """Whether a subject can go with a cue; the plural of things goes with «قالت», as in «المصادر قالت»."""
        if self.several and other.several is False:
            return False
        if self.feminine and not self.several:
            return other.feminine is not False
        if self.several is False and other.several:
            return False
        return self.feminine is None or other.feminine is None or self.feminine == other.feminine


UNKNOWN = Agreement()
ONE_MAN, _ONE_WOMAN = Agreement(False, False), Agreement(True, False)
_PRONOUNS = {
    "ه": ONE_MAN,
    "ها": _ONE_WOMAN,
    "هم": Agreement(False, True),
    "هن": Agreement(True, True),
    "هما": Agreement(None, True),
    "ي": Agreement(first=True),
    "ني": Agreement(first=True),
    "نا": Agreement(first=True),
}
_PARTICIPLES = (
    ("ات", Agreement(True, True)),
    ("تان", Agreement(True, True)),
    ("تين", Agreement(True, True)),
    ("ون", Agreement(False, True)),
    ("ين", Agreement(False, True)),
    ("ان", Agreement(None, True)),
    ("ه", _ONE_WOMAN),
)
_PAST = (
    ("وا", Agreement(False, True)),
    ("تا", Agreement(True, True)),
    ("ت", _ONE_WOMAN),
    ("نا", Agreement(first=True)),
    ("ا", Agreement(False, True)),
    ("ن", Agreement(True, True)),
)


def agreement_of(scene: Scene, hit: CueHit) -> Agreement:
    """Tell what a cue says of its subject: «قالوا» several, «أضافت» a woman or a thing, «تعهده» one man."""
    token = scene.tokens[head_of(hit)]
    last = scene.tokens[hit.last - 1]
    if hit.form == "noun" or hit.cue.particles:
        return _PRONOUNS.get(last.enclitic, UNKNOWN)
    if hit.form == "participle":
        return next((found for ending, found in _PARTICIPLES if token.stem.endswith(ending)), ONE_MAN)
    written = scene.stage.parsed.article.text[token.stem_start : token.stem_start + 1]
    if written == "أ" and hit.cue.verb and hit.cue.verb.past[0] != "أ":
        return Agreement(first=True)  # «أعتقد», which folds to «اعتقد»
    if hit.cue.verb and token.stem in _first_person(hit.cue.verb):
        return Agreement(first=True)  # «قلت», which is no «قالت»
    return verb_agreement(token, hit.cue.verb)


def follows_its_subject(scene: Scene, hit: CueHit) -> bool:
    """Whether a verb says by its form that its subject, if any, stands before it: «أبلغا», «يقولون»; not «قالت»."""
    return hit.form in {"finite", "jussive"} and agreement_of(scene, hit).several is True


def is_hearsay(scene: Scene, hit: CueHit) -> bool:
    """Whether a cue without a subject has no holder at all: «يقال إن», «وردت أنباء», «ويُعتقد أن»; not «إنه يعتقد»."""
    cue, head = hit.cue, scene.tokens[head_of(hit)]
    holderless = _holderless()
    if hit.form == "noun" and scene.tokens[hit.last - 1].enclitic:
        return False  # «زعمهم»
    if cue.verb is None:
        return scene.tokens[hit.first].stem in holderless or bool(cue.holderless)
    if is_passive(scene, hit):
        return True
    form = head.stem if head.form not in holderless else head.form
    if form not in {fold_key(word) for word in cue.holderless}:
        return False
    written = scene.stage.parsed.article.text[head.stem_start : head.stem_end]
    passive = {fold_key(word) for word in cue.verb.passive}
    vowelled = written[1:2] == _DAMMA
    opens = hit.first == scene.first and form.startswith("ي")
    if _describes(scene, hit) or _is_held_of(scene, hit):
        return True
    return form in passive or vowelled or bool(cue.objects) or opens


def is_passive(scene: Scene, hit: CueHit) -> bool:
    """Whether its vowel sign makes a verb passive: «وُصف», «يُعتبر»; «يُعلن» may be either."""
    verb, token = hit.cue.verb, scene.tokens[head_of(hit)]
    written = scene.stage.parsed.article.text[token.stem_start : token.stem_end]
    if verb is None or hit.form != "finite" or not has_passive_vowel(written):
        return False
    past = fold_key(verb.past)
    return token.stem.startswith(past) or len(past) > _AUGMENTED


def has_passive_vowel(written: str) -> bool:
    """Whether a verb is written with the vowel of the passive: «وُصف», «يُعتبر», «اتُهم», «اعتُّقل».

    >>> has_passive_vowel("اتُهم"), has_passive_vowel("اتهم")
    (True, False)
    """
    return written[1:2] == _DAMMA or (written[:1] == "ا" and _DAMMA in written[2:4])


def _is_held_of(scene: Scene, hit: CueHit) -> bool:
    """«النيران يعتقد أنها …», «شخصين …، يشتبه في أنهما …», «عشرات، يعتقد أن من بينهم …»: nobody's belief about them.

    The verb is masculine and single and stands behind a noun that is neither; its clause takes the noun up.
    """
    if not scene.stem(hit.first).startswith("ي") or scene.tokens[hit.first].proclitics or hit.first <= scene.first:
        return False
    that = next((i for i in range(hit.last, min(hit.last + 2, scene.last)) if scene.stem(i) == _THAT), None)
    if that is None:
        return False
    behind = scene.tokens[that + 1 : that + 3]
    among = not scene.tokens[that].enclitic and len(behind) > 1 and behind[0].form == _OF and behind[1].stem == _BETWEEN
    pronoun = behind[1].enclitic if among else scene.tokens[that].enclitic
    before = scene.tokens[hit.first - 1]
    if pronoun not in _NOT_ONE_MAN or before.enclitic:
        return False
    if before.form in _COMMAS:
        return pronoun in _OF_MANY
    plain = before.kind == "word" and before.stem.startswith(_ARTICLE) and scene.name(hit.first - 1) is None
    return plain and not is_source_noun(before.stem) and not is_title(before.stem)


def takes_up(scene: Scene, hit: CueHit) -> bool:
    """Whether the noun before a verb is its object: «الحزب الذي تتهمه الحكومة بـ», «مسلحين يشتبه بأنهم …»."""
    relative = _RELATIVES.get(scene.form(hit.first - 1))
    if relative is not None:
        return scene.tokens[hit.last - 1].enclitic == relative
    return bool(hit.cue.holderless) and (_describes(scene, hit) or _is_held_of(scene, hit))


def _describes(scene: Scene, hit: CueHit) -> bool:
    """«مسلحين يشتبه بأنهم …», «ألغام يعتقد أنها …»: a clause about an indefinite noun, which its pronoun takes up."""
    if hit.form != "finite" or not scene.stem(hit.first).startswith("ي"):
        return False
    noun = scene.tokens[hit.first - 1] if hit.first > scene.first else None
    if noun is None or noun.kind != "word" or noun.enclitic or noun.stem.startswith(_ARTICLE):
        return False
    if scene.tokens[hit.first].proclitics or scene.name(hit.first - 1) is not None or hit.last >= scene.last:
        return False
    that = scene.tokens[hit.last]
    return that.stem == _THAT and bool(that.enclitic) and noun.stem not in words("before-subject", "negation")


def speaks_to_me(scene: Scene, hit: CueHit) -> bool:
    """«قال لي», «أخبرني», «قالوا لنا»: someone else said it to the one whose words these are."""
    spoken = scene.tokens[hit.last - 1]
    behind = scene.tokens[hit.last] if hit.last < scene.last else None
    held = spoken.enclitic in _ME or (spoken.enclitic == "نا" and hit.cue.addressee == "object")
    return held or (behind is not None and behind.stem in words("to") and behind.enclitic in {*_ME, "نا"})


@cache
def _first_person(verb: Verb) -> frozenset[str]:
    forms = list(inflect(verb))
    return frozenset(f.text for f in forms if f.person == 1) - frozenset(f.text for f in forms if f.person == 3)


@cache
def _holderless() -> frozenset[str]:
    return frozenset(fold_key(form) for cue in section("cues", Cue) for form in cue.holderless if " " not in form)


def verb_agreement(token: Token, verb: Verb | None) -> Agreement:
    """Tell what a finite verb says of its subject; without its principal parts, as far as its ends show.

    >>> from asanid.parse.tokens import tokenize
    >>> from asanid.parse.fold import fold
    >>> verb = Verb(past="قال", present="يقول")
    >>> [verb_agreement(token, verb).feminine for token in tokenize(fold("قال قالت تقول"))]
    [False, True, True]
    """
    stem = token.stem
    body = fold_key(verb.present)[1:] if verb else ""
    core = body[:-1] if body[-1:] in _WEAK else body
    past = fold_key(verb.past) if verb else ""
    if past and stem == past:
        return ONE_MAN
    if (
        stem[:1] in {"ي", "ت", "ا", "ن"}
        and len(stem) > 2
        and stem[1:].startswith(core[:2])
        and not _is_past(stem, past)
    ):
        return _present(stem, core)
    if past and not _is_past(stem, past):
        return UNKNOWN
    return next((found for ending, found in _PAST if stem.endswith(ending)), ONE_MAN)


def _is_past(stem: str, past: str) -> bool:
    """Whether a form begins as the past does; the last letter changes in weak verbs («نفى», «نفوا»)."""
    return bool(past) and stem.startswith(past[:-1]) and len(stem) <= len(past) + 2


def _present(stem: str, core: str) -> Agreement:
    ending = stem[1 + len(core) :] if core and stem[1:].startswith(core) else ""
    if stem[0] in "ان":
        return Agreement(first=True)
    if ending in {"ون", "وا", "و"}:
        return Agreement(False, True)
    if ending in {"ان", "ا", "يان", "يا", "وان"}:
        return Agreement(stem[0] == "ت", True)
    return _ONE_WOMAN if stem[0] == "ت" else ONE_MAN
