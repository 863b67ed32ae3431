"""Who says what has no source of its own: whoever spoke last and agrees, or in speech inside speech is named last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from asanid.extract.agreement import Agreement, agreement_of, is_hearsay, speaks_to_me
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.meant import Meant
from asanid.extract.naming import anonymity_of_name, is_governed
from asanid.extract.nouns import find_source_noun, is_source_noun, said_of, takes_genitive, title_kinds
from asanid.extract.phrase import take_apart
from asanid.extract.scene import Scene, Stage
from asanid.extract.speaker import HEARSAY, UNKNOWN, Memory, Speaker, again
from asanid.model import Mention, Sentence, Span, Token

_TURNS = 3
"""Speakers in the article's own line that come before any others for an empty source."""
_OPENING = 6
"""Words at the start of a sentence among which its subject is looked for."""
_NOUN = 6
"""Words at the start of a sentence that a verb and its subject may have."""
_SHE = "التي"
_OBJECTS = {_SHE: "ها", "الذي": "ه"}
"""The pronoun on a verb that stands for what its relative is about."""
_NISBA = ("ي", "يه")
_ARTICLE = "ال"
_SHORTLY = 350
"""Letters that are looked back over for a group that did not speak."""


class Silent:
    """Finds who is meant by nothing or a pronoun."""

    def __init__(self, stage: Stage, memory: Memory, meant: Meant) -> None:
        self._stage = stage
        self._memory = memory
        self._meant = meant

    def speaker(
        self, scene: Scene, draft: Draft, floor: int, told: Sequence[tuple[Draft, Speaker]], outer: Speaker | None
    ) -> Speaker:
        """Tell who says what has no source of its own.

        ``told`` are the attributions before it on the same level, in the same sentence or (inside another) the same
        content, which begins at ``floor``; ``outer`` is who says what it stands in.
        """
        if is_hearsay(scene, draft.hit):
            return HEARSAY
        wanted = agreement_of(scene, draft.hit)
        if wanted.first and outer is not None:
            return again(outer)
        antecedent = self._antecedent(scene, draft, wanted)
        if antecedent is not None or _is_of_its_relative(scene, draft):
            return antecedent or UNKNOWN
        if outer is not None and speaks_to_me(scene, draft.hit):
            told = [(other, who) for other, who in told if who.entity != outer.entity]
            outer = self._someone_else(draft, outer, wanted)
        fitting = [speaker for _, speaker in told if speaker.entity and wanted.fits(speaker.agrees)]
        if fitting:
            return again(fitting[-1])
        found = self._told_of(scene, draft, floor, [span for other, _ in told for span in other.content], outer)
        if found is not None:
            return found
        return again(outer) if outer is not None else self._last(scene, draft, wanted)

    def _told_of(
        self, scene: Scene, draft: Draft, floor: int, taken: Sequence[Span], outer: Speaker | None
    ) -> Speaker | None:
        """Whom the words before the cue are about: of the sentence, or of the speech that it stands in."""
        wanted, before = agreement_of(scene, draft.hit), Span(floor, draft.cue.start)
        held = draft.hit.form == "noun" and wanted.feminine is True
        noun = self._opening_noun(before, wanted) if outer is None and not taken else None
        if noun is not None:
            return noun
        name = self._subject(scene, before, taken, wanted, last=outer is not None, places=held)
        if name is not None:
            place = Span(name.start, name.end)
            return Speaker(name.entity, place, anonymity_of_name(name.type), (), place, self._memory.known(name.entity))
        return self._role_at(floor, before, wanted) if outer is not None and not taken else None

    def _someone_else(self, draft: Draft, outer: Speaker, wanted: Agreement) -> Speaker:
        """«قال إن سالما وعده. وكتب: «أخبرني أيضا أن …»»: a person who was told of shortly before, else nobody."""
        for speaker in self._memory.spoken[: -_TURNS - 1 : -1]:
            near = speaker.place is not None and draft.cue.start - speaker.place.end < _SHORTLY
            person = self._memory.type_of(speaker.entity) == "PERSON" and speaker.entity != outer.entity
            if near and person and wanted.several is not True and wanted.fits(speaker.agrees):
                return replace(again(speaker), doubts=("source_entity",))
        return UNKNOWN

    def _last(self, scene: Scene, draft: Draft, wanted: Agreement) -> Speaker:
        """Whoever spoke last and agrees with the verb; where nobody does, the last one, with a doubt."""
        speaker = self._before(scene, draft, wanted, silent=True) if draft.hit.cue.id == "qala" else None
        if speaker is not None:
            return speaker
        turns = self._memory.turns[: -_TURNS - 1 : -1]
        for speaker in (*turns, *self._memory.lately()):
            if wanted.fits(speaker.agrees):
                return again(speaker)
        if wanted.several:
            found = self._group_before(draft.cue.start)
        else:
            found = self._before(scene, draft, wanted, silent=False)
        if found is not None:
            return found
        return replace(again(turns[0]), doubts=("source_entity",)) if turns else UNKNOWN

    def _before(self, scene: Scene, draft: Draft, wanted: Agreement, *, silent: bool) -> Speaker | None:
        """«وشكا فلان من كذا. وقال …»: the person the sentence before is about; ``silent``: if nobody speaks in it."""
        stage = self._stage
        sentences = stage.parsed.sentences
        number = bisect_left(sentences, scene.first, key=_first_token) - 1
        if number < 0 or sentences[number].block != scene.sentence.block or draft.hit.first > scene.first + 1:
            return None
        before = sentences[number]
        if (
            silent
            and self._memory.turns
            and self._memory.turns[-1].place
            and self._memory.turns[-1].place.end > before.start
        ):
            return None
        last = min(before.first_token + _OPENING, before.last_token) if silent else before.last_token
        end = stage.parsed.tokens[last - 1].end
        name = self._subject(scene, Span(before.start, end), (), wanted, last=False)
        if name is None or name.type != "PERSON":
            return None
        place = Span(name.start, name.end)
        return Speaker(name.entity, place, "named", ("source_entity",), place, self._memory.known(name.entity))

    def _group_before(self, at: int) -> Speaker | None:
        """A group that is spoken of shortly before: «رغم عدم معرفة مسؤولي الاستخبارات … لكنهم أضافوا»."""
        tokens = self._stage.tokens_in(Span(max(at - _SHORTLY, 0), at))
        for position in range(len(tokens) - 1, -1, -1):
            noun = find_source_noun(tokens[position].stem)
            if noun is not None and noun.plural and noun.anonymity in {"role", "anonymous"}:
                end = position + 1
                while end < min(position + 3, len(tokens)) and _goes_on(tokens[end]):
                    end += 1
                span = Span(tokens[position].stem_start, tokens[end - 1].end)
                found = self._meant.by(take_apart(self._stage, span), span)
                return self._memory.remember(
                    replace(found, evidence=span, place=span, agrees=Agreement(None, True), doubts=("source_entity",))
                )
        return None

    def _subject(
        self,
        scene: Scene,
        span: Span,
        taken: Sequence[Span],
        wanted: Agreement,
        *,
        last: bool,
        places: bool = False,
    ) -> Mention | None:
        """A name that can be the subject of what follows: the first of a sentence, the last of reported speech."""
        if span.end <= span.start or wanted.several:
            return None
        types = {"PERSON", "ORG", "GROUP", *(["MEDIA"] if wanted.feminine else [])}  # «صحيفة المرسال …، حيث قالت»
        types |= {"PLACE"} if places else set()
        names = [
            name
            for name in self._stage.mentions_in(span)
            if name.type in types
            and name.entity
            and wanted.fits(self._memory.known(name.entity))
            and not any(other.start <= name.start < other.end for other in taken)
            and not is_governed(self._stage, name)
        ]
        known = [name for name in names if name.type == "PERSON" or self._memory.known(name.entity).feminine]
        chosen = names if places else known or names
        if wanted.feminine and names and names[0].type == "MEDIA":
            chosen = names[:1]
        if not chosen:
            return None
        return chosen[-1] if last else chosen[0]

    def _antecedent(self, scene: Scene, draft: Draft, wanted: Agreement) -> Speaker | None:
        """«إلى المنظمات الخيرية التي كشفت عن …», «حركة «الراية» التي أعلنت …»: what the relative clause is about."""
        at = draft.hit.first - 2
        if at <= scene.first or scene.form(at + 1) not in words("relative-clause"):
            return None
        at -= scene.form(at) in {"،", ",", "»", '"', "”"}
        last = at
        while scene.first < at and last - at < _NOUN and scene.name(at) is None and _may_describe(scene.tokens[at]):
            at -= 1
        if scene.name(at) is None and (last > at and not is_source_noun(scene.stem(at))):
            at += 1  # «إلى المنظمات …»: the first with an article is the noun itself
        name = scene.name(at)
        if name is not None and self._is_whole(scene, at, name) and wanted.fits(self._memory.known(name.entity)):
            place = Span(name.start, name.end)
            return Speaker(name.entity, place, anonymity_of_name(name.type), (), place, self._memory.known(name.entity))
        token, noun = scene.tokens[at], find_source_noun(scene.stem(at))
        if (
            name is not None
            or noun is None
            or noun.issued
            or (token.proclitics and not token.stem.startswith(_ARTICLE))
            or (last == at and not token.stem.startswith(_ARTICLE))
        ):
            return None
        span = Span(token.stem_start, scene.tokens[last].end)
        phrase = take_apart(self._stage, span)
        if not phrase.several and phrase.feminine != (scene.form(draft.hit.first - 1) == _SHE):
            return None  # «الوزير الانتقادات التي»
        return replace(self._meant.by(phrase, draft.cue), evidence=span, place=span, head=phrase.noun)

    def _is_whole(self, scene: Scene, at: int, name: Mention) -> bool:
        """Whether a name before «الذي» is all that the clause can speak of: not «حارس مرمى النادي الذي»."""
        while at > scene.first and scene.name(at - 1) == name:
            at -= 1
        before, noun = scene.tokens[at - 1], find_source_noun(scene.stem(at - 1))
        if name.entity is None or name.type == "PLACE":
            return False
        if takes_genitive(before):
            return noun is not None and noun.anonymity in {"named", "media"} and name.type != "PERSON"
        return name.type == "PERSON" or before.form in words("preposition") or bool(scene.tokens[at].proclitics)

    def _opening_noun(self, before: Span, wanted: Agreement) -> Speaker | None:
        """«ونعت الرابطة لاعبها سالما، وأعلنت …»: the body that is the subject of the verb that opens the sentence."""
        tokens = self._stage.tokens_in(before)[:_NOUN]
        if tokens and tokens[0].stem in words("sentence-opener"):
            tokens = tokens[1:]
        if len(tokens) < 2 or tokens[0].kind != "word" or tokens[0].stem.startswith(_ARTICLE):
            return None
        noun, token = find_source_noun(tokens[1].stem), tokens[1]
        if (
            noun is None
            or noun.anonymity != "named"
            or "PLACE" in noun.refers_to
            or not token.stem.startswith(_ARTICLE)
            or token.proclitics
        ):
            return None
        described = [t.stem.endswith(_NISBA) and _may_describe(t) for t in tokens[2:]]
        span = Span(token.stem_start, tokens[1 + [*described, False].index(False)].end)
        phrase = take_apart(self._stage, span)
        verbal = tokens[0].stem not in words("preposition") and find_source_noun(tokens[0].stem) is None
        if phrase.names or not verbal or not wanted.fits(Agreement(phrase.feminine, phrase.several)):
            return None
        return replace(self._meant.by(phrase, before), evidence=span, place=span, head=phrase.noun)

    def _role_at(self, floor: int, before: Span, wanted: Agreement) -> Speaker | None:
        """«قالت إن الوزير تابع الملف وقال إن …»: who the reported words are about, by a noun at their head."""
        tokens = self._stage.tokens_in(before)
        if not tokens or not tokens[0].stem.startswith(_ARTICLE) or tokens[0].start > floor:
            return None
        noun = find_source_noun(tokens[0].stem)
        person = noun.anonymity in {"role", "anonymous"} if noun is not None else bool(title_kinds(tokens[0].stem))
        if not person or wanted.first:
            return None
        end = next((i for i, token in enumerate(tokens) if i and not token.stem.startswith(_ARTICLE)), len(tokens))
        span = Span(tokens[0].stem_start, tokens[end - 1].end)
        phrase = take_apart(self._stage, span)
        if not wanted.fits(Agreement(phrase.feminine, phrase.several)):
            return None
        found = self._meant.by(phrase, before)
        return replace(found, evidence=span, place=span, doubts=("source_entity",), head=phrase.noun)


def _may_describe(token: Token) -> bool:
    """Whether a word can be an adjective of a definite noun: «الخيرية»."""
    article = token.stem.startswith(_ARTICLE) and not token.proclitics and not token.enclitic
    return article and token.form not in words("preposition")


def _goes_on(token: Token) -> bool:
    """Whether a word describes the group before it: «ناشطون سوريون», not «نشر ناشطون شريطا»."""
    described = token.stem.endswith(("ين", "ون", "يه")) or token.stem.startswith(_ARTICLE)
    return token.kind == "word" and not token.proclitics and (described or said_of(token.stem) is not None)


def _is_of_its_relative(scene: Scene, draft: Draft) -> bool:
    """«الانتقادات التي تصفه بأنه …»: a verb whose object is another than «التي», so that «التي» is its subject."""
    relative, verb = scene.form(draft.hit.first - 1), scene.tokens[draft.hit.last - 1]
    return relative in _OBJECTS and verb.enclitic not in {"", _OBJECTS[relative]}


def _first_token(sentence: Sentence) -> int:
    return sentence.first_token
