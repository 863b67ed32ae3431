"""Cues: the words that present something as coming from a source, found by the lexicon's forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from asanid.extract.grammar import words as closed_class
from asanid.extract.inflect import FormKind, inflect
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Cue, Narration
from asanid.model import Token
from asanid.parse.fold import fold_key

_CONJUNCTIONS = ("", "و", "ف", "س", "وس", "فس")
_NEGATIONS = frozenset({"لم", "لا", "لن", "ما", "دون", "ليس"})
_WHAT = "ما"
_CLAUSE = frozenset(
    f"{joined}{word}" for joined in ("", "ب") for word in ("ان", "انه", "انها", "انهم", "انهما", "انني", "اني", "اننا")
)
_SAYING = frozenset({"قايلا", "قايله", "قايلين", "بالقول", "بقوله", "بقولها", "بقولهم", "مضيفا", "مضيفه"})
_ENDINGS = ("ا", "ات", "ان", "ين")
_STRICT = ("clause", "quote", "whether", "saying")
"""What a form that is mostly another word must have after it."""
_GAP, _NEAR, _CLOSE, _FAR = 6, 14, 25, 30
"""Words that «…» may stand for; how near an object or preposition stands; how far a clause or quotation may be, after a
form that is mostly another word and after any other."""


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in the text: the tokens ``first`` to ``last`` (exclusive), its entry, and how it stands there."""

    first: int
    last: int
    cue: Cue
    form: FormKind
    negated: bool = False


@dataclass(frozen=True, slots=True)
class CueIndex:
    """Folded verb forms; particles, phrases and the writer's own phrases by their first word."""

    verbs: dict[str, tuple[tuple[Cue, FormKind], ...]]
    particles: dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]
    narration: dict[str, tuple[tuple[tuple[str, ...], Narration], ...]]


@cache
def cue_index() -> CueIndex:
    """Build the look-up from the lexicon; of the entries that share a form the likelier kind of form comes first."""
    verbs: dict[str, dict[tuple[str, FormKind], tuple[Cue, FormKind]]] = {}
    particles: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    narration: dict[str, list[tuple[tuple[str, ...], Narration]]] = {}
    for cue in section("cues", Cue):
        for text, kind in _forms(cue):
            verbs.setdefault(text, {}).setdefault((cue.id, kind), (cue, kind))
        for particle in (*cue.particles, *cue.phrases):
            words = tuple(fold_key(particle).split())
            particles.setdefault(words[0].rstrip("~"), []).append((words, cue))
    for entry in section("narration", Narration):
        for phrase in entry.phrases:
            words = tuple(fold_key(phrase).split())
            narration.setdefault(words[0], []).append((words, entry))
    return CueIndex(
        {form: tuple(sorted(readings.values(), key=_likelihood)) for form, readings in verbs.items()},
        {word: tuple(sorted(rows, key=_words, reverse=True)) for word, rows in particles.items()},
        {word: tuple(sorted(rows, key=_words, reverse=True)) for word, rows in narration.items()},
    )


def readings(tokens: Sequence[Token], position: int, first: int, last: int) -> tuple[CueHit, ...]:
    """Give every cue that the word at ``position`` may be, the likeliest first; ``find_cues`` takes that one.

    >>> from asanid.parse.fold import fold
    >>> from asanid.parse.tokens import tokenize
    >>> tokens = tokenize(fold("وردت الوكالة أن الخبر كاذب"))
    >>> [hit.cue.id for hit in readings(tokens, 0, 0, len(tokens))]
    ['warada', 'radda']
    """
    index = cue_index()
    particle = _particle_at(tokens, position, last, index)
    verbs = dict.fromkeys(_readings_at(tokens, position, first, last, index))
    return ((particle,) if particle else ()) + tuple(verbs)


def find_cues(tokens: Sequence[Token], first: int, last: int) -> Iterator[CueHit]:
    """Find the cues among the tokens ``first`` to ``last`` (exclusive), in order, none overlapping."""
    index = cue_index()
    position = first
    while position < last:
        token = tokens[position]
        if token.kind != "word" or not _may_start(token.form, token.proclitics, token.stem, token.enclitic):
            position += 1
            continue
        after = _narration_at(tokens, position, first, last, index)
        if after:
            position = after
            continue
        hit = _particle_at(tokens, position, last, index) or _verb_at(tokens, position, first, last, index)
        if hit:
            yield hit
            position = hit.last
        else:
            position += 1


@lru_cache(maxsize=200_000)
def _may_start(form: str, proclitics: str, stem: str, enclitic: str) -> bool:
    """Whether a word can begin a cue or a phrase of the writer's own at all: most words cannot, wherever they stand."""
    index = cue_index()
    keys = _forms_of(form, proclitics, stem, enclitic)
    return any(key in index.verbs or key in index.particles or key in index.narration for key in keys)


def bare(token: Token) -> str:
    """Give the form of a word without its conjunction and future «س», its pronoun kept."""
    kept = token.proclitics.lstrip("وفس")
    return token.form[len(token.proclitics) - len(kept) :] if token.proclitics else token.form


def _forms(cue: Cue) -> Iterator[tuple[str, FormKind]]:
    if cue.verb:
        yield from ((form.text, form.kind) for form in inflect(cue.verb))
    for noun in cue.nouns:
        yield fold_key(noun), "noun"


_NOMINAL: frozenset[FormKind] = frozenset({"participle", "patient", "noun"})
_KINDS: tuple[FormKind, ...] = ("finite", "passive", "jussive", "participle", "noun", "patient")


def _likelihood(reading: tuple[Cue, FormKind]) -> int:
    return _KINDS.index(reading[1])


def _words(row: tuple[tuple[str, ...], Cue | Narration]) -> int:
    return len(row[0])


# --- particles and phrases ------------------------------------------------------------------------


def _narration_at(tokens: Sequence[Token], position: int, first: int, last: int, index: CueIndex) -> int | None:
    for words, entry in index.narration.get(bare(tokens[position]), ()):
        end = None if entry.opening and position > first else _match(tokens, position, last, words)
        if end:
            return end
    return None


def _particle_at(tokens: Sequence[Token], position: int, last: int, index: CueIndex) -> CueHit | None:
    for key in _keys(tokens[position]):
        for words, cue in index.particles.get(key, ()):
            end = _match(tokens, position, last, words)
            if end and cue.opens:
                opened = end < last and _finite(tokens[end], index) and not _phrase_at(tokens, end, last, index)
                end = end + 1 if opened else None
            if end and not _blocked(tokens, end - cue.opens, last, cue):
                return CueHit(position, end, cue, "finite")
    return None


def _phrase_at(tokens: Sequence[Token], position: int, last: int, index: CueIndex) -> bool:
    """«كما وردت أنباء»: whether a phrase of its own begins here."""
    listed = (row for key in _keys(tokens[position]) for row in index.particles.get(key, ()))
    return any(cue.phrases and _match(tokens, position, last, words) for words, cue in listed)


def _keys(token: Token) -> tuple[str, ...]:
    return _forms_of(token.form, token.proclitics, token.stem, token.enclitic)


@lru_cache(maxsize=200_000)
def _forms_of(form: str, proclitics: str, stem: str, enclitic: str) -> tuple[str, ...]:
    """Give the forms that a word may be listed by: as written, without conjunction, without pronoun, stem, article."""
    kept, cut = proclitics.lstrip("وفس"), len(enclitic)
    whole = form[len(proclitics) - len(kept) :]
    keys = [form, whole]
    if cut:
        keys += [form[:-cut], whole[:-cut]]
    keys += [stem, stem.removeprefix("ال")]
    if form[0] in "وف" and not proclitics:  # a conjunction that was not cut off: «وعللت»
        keys.append(form[1:])
    return tuple(dict.fromkeys(keys))


def _blocked(tokens: Sequence[Token], end: int, last: int, cue: Cue) -> bool:
    following = " ".join(token.form for token in tokens[end : min(last, end + 3)]) + " "
    return any(following.startswith(fold_key(phrase) + " ") for phrase in cue.not_before)


def _match(tokens: Sequence[Token], position: int, last: int, words: Sequence[str]) -> int | None:
    """Match words in order from ``position``; the last may be a preposition written onto the source («وفقا لمصدر»)."""
    at = position
    for number, word in enumerate(words):
        if word == "…":
            rest = words[number + 1 :]
            ends = (_match(tokens, start, last, rest) for start in range(at, min(at + _GAP + 1, last)))
            return next((end for end in ends if end), None)
        if at >= last:
            return None
        if number and number == len(words) - 1 and word in {"ل", "ب"} and tokens[at].proclitics.endswith(word):
            return at
        if not _is(tokens[at], word, starts=number == 0):
            return None
        at += 1
    return at


def _is(token: Token, word: str, *, starts: bool) -> bool:
    forms = {token.form, bare(token)} if starts else {token.form}
    if not word.endswith("~"):
        return word in forms
    cut = len(token.enclitic)
    return word[:-1] in forms or (bool(cut) and word[:-1] in {form[:-cut] for form in forms})


def _finite(token: Token, index: CueIndex) -> bool:
    """Whether a verb of saying that can report for someone stands here: not «كما تعلمون», not «كما تراجع»."""
    if token.stem[0] == "ت" and token.stem.endswith("ون"):
        return False
    readings = (*index.verbs.get(token.form, ()), *index.verbs.get(token.stem, ()))
    return any(
        kind in {"finite", "passive"} and cue.stance == "assert" and "clause" in cue.frames and not cue.objects
        for cue, kind in readings
    )


# --- verbs ----------------------------------------------------------------------------------------


def _verb_at(tokens: Sequence[Token], position: int, first: int, last: int, index: CueIndex) -> CueHit | None:
    return next(_readings_at(tokens, position, first, last, index), None)


def _readings_at(tokens: Sequence[Token], position: int, first: int, last: int, index: CueIndex) -> Iterator[CueHit]:
    """Give every reading of a word as a cue whose needs are met there, the likelier first."""
    token = tokens[position]
    if token.kind != "word":
        return
    negated = position > first and _negates(tokens, position - 1, first)
    article = token.stem.startswith("ال") and token.stem.removeprefix("ال")
    nominal = _is_nominal(tokens, position, first)
    for form in _keys(token):
        for cue, kind in index.verbs.get(form, ()):
            if kind not in _NOMINAL and (nominal or form == article):
                continue
            written_on = token.proclitics.strip("وفس")
            if written_on and (kind in {"participle", "patient"} or (written_on == "ل" and _aims(token, kind))):
                continue
            counts = _counts(tokens, position, last, cue, kind, form, negated=negated)
            if counts and not _blocked(tokens, position + 1, last, cue):
                yield _hit(tokens, position, last, cue, kind, negated=negated)


def _negates(tokens: Sequence[Token], position: int, first: int) -> bool:
    """Whether a word negates the verb behind it: «ما» only where it opens its clause, not in «وهو ما أكده»."""
    if bare(tokens[position]) != _WHAT:
        return bare(tokens[position]) in _NEGATIONS
    opens = position == first or tokens[position - 1].kind == "mark" or bool(tokens[position].proclitics)
    return opens and not tokens[position + 1].enclitic


def _aims(token: Token, kind: FormKind) -> bool:
    """«لإقناع الطرفين»: an aim; not «لحثها على», «للمطالبة بـ»."""
    return kind == "noun" and not token.enclitic and not token.form.startswith("لل")


def _is_nominal(tokens: Sequence[Token], position: int, first: int) -> bool:
    """Whether no verb can stand here: behind a preposition, in a condition, with a preposition on it but «ليقول»."""
    token = tokens[position]
    written_on = token.proclitics.strip("وفس")
    if written_on:
        return not (written_on == "ل" and token.stem[0] in "يت" and _says(tokens, position + 1))
    before = bare(tokens[position - 1]) if position > first else ""
    return before in closed_class("before-noun") or before in closed_class("conditional")


def _says(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].form in _CLAUSE


def _counts(
    tokens: Sequence[Token], position: int, last: int, cue: Cue, kind: FormKind, form: str, *, negated: bool
) -> bool:
    """Tell whether what a word needs to be a cue stands with it."""
    guarded = bool(cue.homographs) and form in _homographs(cue)
    if kind == "jussive" and not (negated and (cue.negated or not guarded)):
        return False
    if negated and "negation" in cue.needs:
        return True
    if cue.objects and _object_near(tokens, position, last, cue):
        return True
    needs: Sequence[str] = cue.needs
    if guarded and kind != "jussive":
        opening = kind == "finite" and form in _opening_forms(cue) and _opens_clause(tokens, position)
        strict = (need for need in _STRICT if need in cue.frames or need in needs or not cue.objects)
        needs = (*needs, *strict, *(("noun",) if opening else ()))
    reach = _CLOSE if guarded else _FAR
    return not (needs or cue.objects) or _any_need(tokens, position, min(last, position + reach), cue, needs)


def _opens_clause(tokens: Sequence[Token], position: int) -> bool:
    """«وطالب الأهالي», «كما طالب»: a verb before its subject; «طالب» elsewhere is a student."""
    before = tokens[position - 1] if position else None
    opens = before is None or before.kind == "mark" or before.form in closed_class("before-verb")
    return opens or tokens[position].proclitics[:1] == "و"


def _hit(tokens: Sequence[Token], position: int, last: int, cue: Cue, kind: FormKind, *, negated: bool) -> CueHit:
    end = position + 1
    rumour = bool(cue.holderless) and kind in {"finite", "passive"} and end < last
    if rumour and tokens[end].stem.removeprefix("ال") in _objects(cue):
        end += 1  # «ترددت أنباء عن»
    calls = not {"as", "charge"}.isdisjoint(cue.frames)  # «وصفه بـ»: the verb alone
    if cue.preposition and not calls and end < last and tokens[end].form == fold_key(cue.preposition):
        end += 1
    negated = negated and kind in {"finite", "passive", "jussive"}
    form: FormKind = "noun" if kind in {"noun", "patient"} else "participle" if kind == "participle" else "finite"
    return CueHit(position - negated, end, cue, form, negated)


def _any_need(tokens: Sequence[Token], position: int, last: int, cue: Cue, needs: Sequence[str]) -> bool:
    return any(_met(tokens, position, last, cue, need) for need in needs)


def _met(tokens: Sequence[Token], position: int, last: int, cue: Cue, need: str) -> bool:
    far = tokens[position + 1 : min(last, position + 1 + _FAR)]
    match need:
        case "clause":
            return any(token.form in _CLAUSE for token in far)
        case "quote":
            return any(token.kind == "mark" and token.form in '«“":' for token in far)
        case "saying":
            return any(token.form in _SAYING for token in far)
        case "whether":
            return any(token.form in {"هل", "اذا"} for token in far)
        case "negation":
            return False
        case _:
            prepositions = {fold_key(word) for word in (cue.preposition or "", *cue.prepositions) if word}
            near = far[:_NEAR]
            alone = bool(tokens[position].enclitic) if need == "as" else not prepositions
            return alone or any(
                token.form in prepositions or token.proclitics[-1:] in prepositions or token.stem in prepositions
                for token in near
            )


def _object_near(tokens: Sequence[Token], position: int, last: int, cue: Cue) -> bool:
    objects = _objects(cue)
    near = tokens[position + 1 : min(last, position + 1 + _NEAR)]
    if tokens[position].enclitic and position and "quote" in cue.frames:  # «تقرير نشرته المجلة»
        near = (*near, tokens[position - 1])
    return any(token.stem in objects or token.stem.removeprefix("ال") in objects for token in near)


@cache
def _objects(cue: Cue) -> frozenset[str]:
    """The nouns with their endings; «دعوت» as in «دعوتها»."""
    nouns = [fold_key(noun) for noun in cue.objects]
    before_pronoun = [noun[:-1] + "ت" for noun in nouns if noun.endswith("ه")]
    return frozenset([noun + ending for noun in nouns for ending in ("", *_ENDINGS)] + before_pronoun)


@cache
def _opening_forms(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.opening)


@cache
def _homographs(cue: Cue) -> frozenset[str]:
    return frozenset(fold_key(form) for form in cue.homographs)
