"""The cast of an article: which entity a source stands for, how far it is named, and the unnamed sources.

Names resolve by their mention; «الوزير» and «المتحدث» by who holds the office, «الصحيفة» and «المسؤولون» by what was
said before; an empty source is whoever spoke last and agrees with the verb, or in speech inside speech whoever is
named there last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from asanid.extract.agreement import UNKNOWN as ANY
from asanid.extract.agreement import Agreement, agreement_of, is_hearsay, speaks_to_me
from asanid.extract.bodies import Bodies
from asanid.extract.circumstances import circumstance_words
from asanid.extract.drafts import Draft
from asanid.extract.grammar import words
from asanid.extract.naming import anonymity, anonymity_of_name, carrier, is_governed
from asanid.extract.nouns import family, find_source_noun, outlet_kind, title_kinds
from asanid.extract.phrase import Phrase, take_apart
from asanid.extract.roles import SPOKESMAN, Roles
from asanid.extract.scene import Scene, Stage
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Anonymity, Entity, Mention, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is: its entity, the antecedent that tells so, how far it is named, and what stayed undecided.

    ``place`` is where it was named last, ``agrees`` what a verb must be like to go with it, ``head`` the noun that it
    is, ``body`` whom a spokesman speaks for.
    """

    entity: str | None
    evidence: Span | None
    anonymity: Anonymity | None
    doubts: tuple[str, ...] = ()
    place: Span | None = None
    agrees: Agreement = ANY
    head: SourceNoun | None = None
    body: str | None = None


_MEMORY = 60
"""Speakers and unnamed sources that are looked back at for an antecedent."""
_SOURCE = "source"
"""What the forms of «مصدر» share."""
_TURNS = 3
"""Speakers in the article's own line that come before any others for an empty source."""
_OPENING = 6
"""Words at the start of a sentence among which its subject is looked for."""
_HEAD = 8
"""Blocks at the start among which the headline is."""
_ARTICLE = "ال"
_SHORTLY = 350
"""Letters that are looked back over for a group that did not speak."""
UNKNOWN = Speaker(None, None, None, ("source_entity",))
HEARSAY = Speaker(None, None, "hearsay")


@dataclass(slots=True)
class _Unnamed:
    """An unnamed source met so far: its words in a normal form, and where it was met last."""

    entity: Entity
    phrase: Phrase
    anonymity: Anonymity
    place: Span
    headline: bool = False
    """That it was met in a headline only, where «مصادر» stands for those that the article then tells more of."""


class Cast:
    """The entities of one article, growing with the unnamed sources that are met, in the order of the text."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._roles = Roles(stage)
        self._bodies = Bodies(stage)
        self._unnamed: list[_Unnamed] = []
        self._spoken: list[Speaker] = []
        self._turns: list[Speaker] = []
        self._bodies_of: dict[str, str] = {}
        self._agreement: dict[str, Agreement] = {}
        self._types: dict[str, str] = {entity.key: entity.type for entity in stage.parsed.entities}

    def entities(self) -> tuple[Entity, ...]:
        """Give all entities: those with names, then the unnamed sources."""
        return (*self._stage.parsed.entities, *(unnamed.entity for unnamed in self._unnamed))

    def resolve(self, scene: Scene, draft: Draft) -> Speaker | None:
        """Tell who the words of a source stand for; nobody where they are only the place of publication («على إكس»)."""
        source = draft.source
        if source is None:
            return None
        phrase = take_apart(self._stage, source)
        name = carrier(phrase, self._stage.parsed.article.text)
        if self._is_no_source(draft, phrase) or (name is not None and self._is_platform(phrase, name)):
            return None
        if name is not None and name.entity:
            found = Speaker(name.entity, None, anonymity_of_name(name.type))
        else:
            found = self._meant(phrase, draft.cue)
        agrees, body = self._agrees(scene, draft, phrase, found), self._body(phrase, found, draft.cue)
        return self._remember(replace(found, place=source, agrees=agrees, head=phrase.noun, body=body))

    def understood(
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
            return _again(outer)
        if outer is not None and speaks_to_me(scene, draft.hit):
            told = [(other, who) for other, who in told if who.entity != outer.entity]
            outer = self._someone_else(draft, outer, wanted)
        fitting = [speaker for _, speaker in told if speaker.entity and wanted.fits(speaker.agrees)]
        if fitting:
            return _again(fitting[-1])
        taken = [span for other, _ in told for span in other.content]
        before = Span(floor, draft.cue.start)
        held = draft.hit.form == "noun" and wanted.feminine is True
        name = self._subject(scene, before, taken, wanted, last=outer is not None, places=held)
        if name is not None:
            place = Span(name.start, name.end)
            return Speaker(name.entity, place, anonymity_of_name(name.type), (), place, self._known(name.entity))
        role = self._role_at(floor, before, wanted) if outer is not None and not taken else None
        if role is not None:
            return role
        return _again(outer) if outer is not None else self._last(scene, draft, wanted)

    def _someone_else(self, draft: Draft, outer: Speaker, wanted: Agreement) -> Speaker:
        """«قال إن سالما وعده. وكتب: «أخبرني أيضا أن …»»: a person who was told of shortly before, else nobody."""
        for speaker in self._spoken[: -_TURNS - 1 : -1]:
            near = speaker.place is not None and draft.cue.start - speaker.place.end < _SHORTLY
            person = self._types.get(speaker.entity or "") == "PERSON" and speaker.entity != outer.entity
            if near and person and wanted.several is not True and wanted.fits(speaker.agrees):
                return replace(_again(speaker), doubts=("source_entity",))
        return UNKNOWN

    def take_turn(self, speaker: Speaker) -> None:
        """Remember who says something in the article's own line, not in a phrase of it or inside another's words."""
        self._turns.append(speaker)

    def _last(self, scene: Scene, draft: Draft, wanted: Agreement) -> Speaker:
        """Whoever spoke last and agrees with the verb; where nobody does, the last one, with a doubt."""
        speaker = self._before(scene, draft, wanted, silent=True) if draft.hit.cue.id == "qala" else None
        if speaker is not None:
            return speaker
        turns = self._turns[: -_TURNS - 1 : -1]
        for speaker in (*turns, *self._spoken[: -_MEMORY - 1 : -1]):
            if wanted.fits(speaker.agrees):
                return _again(speaker)
        if wanted.several:
            found = self._group_before(draft.cue.start)
        else:
            found = self._before(scene, draft, wanted, silent=False)
        if found is not None:
            return found
        return replace(_again(turns[0]), doubts=("source_entity",)) if turns else UNKNOWN

    def _before(self, scene: Scene, draft: Draft, wanted: Agreement, *, silent: bool) -> Speaker | None:
        """«وشكا فلان من كذا. وقال …»: the person the sentence before is about; ``silent``: if nobody speaks in it."""
        stage = self._stage
        sentences = stage.parsed.sentences
        number = bisect_left(sentences, scene.first, key=_first_token) - 1
        if number < 0 or sentences[number].block != scene.sentence.block or draft.hit.first > scene.first + 1:
            return None
        before = sentences[number]
        if silent and self._turns and self._turns[-1].place and self._turns[-1].place.end > before.start:
            return None
        last = min(before.first_token + _OPENING, before.last_token) if silent else before.last_token
        end = stage.parsed.tokens[last - 1].end
        name = self._subject(scene, Span(before.start, end), (), wanted, last=False)
        if name is None or name.type != "PERSON":
            return None
        place = Span(name.start, name.end)
        return Speaker(name.entity, place, "named", ("source_entity",), place, self._known(name.entity))

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
                found = self._meant(take_apart(self._stage, span), span)
                return self._remember(
                    replace(found, evidence=span, place=span, agrees=Agreement(None, True), doubts=("source_entity",))
                )
        return None

    def _remember(self, speaker: Speaker) -> Speaker:
        if speaker.entity:
            self._spoken.append(speaker)
        return speaker

    # --- words that name nobody -------------------------------------------------------------------

    def _meant(self, phrase: Phrase, cue: Span) -> Speaker:
        """Find what a source without a name stands for: its issuer, whoever was met before, a body, or a new source."""
        issuer = self._issuer(phrase, cue) if phrase.noun is not None and phrase.noun.issued else None
        return issuer or self._met_before(phrase, cue) or self._body_meant(phrase, cue) or self._new_unnamed(phrase)

    def _met_before(self, phrase: Phrase, cue: Span) -> Speaker | None:
        """An unnamed source met before, or the holder of an office if he was named later than that."""
        known = self._same_unnamed(phrase)
        holder = self._holder(phrase, cue)
        if holder is not None and (known is None or _is_nearer(holder, known, phrase.noun)):
            return Speaker(holder.entity, Span(holder.start, holder.end), "named")
        if known is None:
            return None
        evidence = known.place if phrase.definite else None
        known.place = phrase.span
        return Speaker(known.entity.key, evidence, known.anonymity)

    def _body_meant(self, phrase: Phrase, cue: Span) -> Speaker | None:
        """A body or outlet by a definite noun; in a headline by any («وكالة: …»); «المصدر» of someone with a name."""
        if phrase.definite:
            body = self._bodies.meant(phrase, cue.start, self._spoken_types())
            if body is not None:
                name, sure = body
                doubts = () if sure else ("source_entity",)
                return Speaker(name.entity, Span(name.start, name.end), anonymity_of_name(name.type), doubts)
        elif phrase.noun is not None and not phrase.words and self._is_headline(phrase.span):
            outlet = self._bodies.first_outlet(phrase, phrase.span.end)
            if outlet is not None:
                return Speaker(outlet.entity, Span(outlet.start, outlet.end), "media")
        named = bool(self._spoken) and self._types.get(self._spoken[-1].entity or "") == "PERSON"
        if named and phrase.family == _SOURCE and phrase.definite and not phrase.several:
            return replace(_again(self._spoken[-1]), doubts=("source_entity",))
        return None

    def _holder(self, phrase: Phrase, cue: Span) -> Mention | None:
        noun = phrase.noun
        if not phrase.definite or phrase.several or (noun is not None and "PERSON" not in noun.refers_to):
            return None
        if noun is not None and noun.anonymity == "anonymous":
            return None
        role = self._roles.holder(phrase, cue.start)
        return role.mention if role is not None and role.mention.entity else None

    def _body(self, phrase: Phrase, speaker: Speaker, cue: Span) -> str | None:
        """Whom a spokesman speaks for: the body or person named in the phrase, or «الوزارة» as far as it is known."""
        office = next((i for i, t in enumerate(phrase.tokens) if _is_spokesman(t)), None)
        entity = speaker.entity or ""
        if office is None:
            return self._bodies_of.get(entity) or self._roles.spokesman_for(entity)
        for token in phrase.tokens[office + 1 :]:
            name = phrase.name_at(token)
            if name is not None and name.entity and name.entity != entity and name.type != "MEDIA":
                return self._bodies_of.setdefault(entity, name.entity)
            noun = find_source_noun(token.stem)
            if name is None and noun is not None and noun.anonymity == "named" and token.stem.startswith("ال"):
                found = self._meant(take_apart(self._stage, _up_to_mark(phrase, token)), cue)
                return self._bodies_of.setdefault(entity, found.entity or "")
        return None

    def _issuer(self, phrase: Phrase, cue: Span) -> Speaker | None:
        """«بيان الوزارة», «إفصاحاتها», «البيان»: the body whose words these are."""
        for token in phrase.tokens[phrase.head + 1 :]:
            noun = find_source_noun(token.stem)
            if noun is not None and noun.anonymity == "named" and token.stem.startswith("ال"):
                inner = take_apart(self._stage, Span(token.stem_start, phrase.tokens[-1].end))
                body = self._bodies.meant(inner, cue.start, self._spoken_types())
                if body is not None:
                    return Speaker(body[0].entity, Span(body[0].start, body[0].end), "named")
        head = phrase.tokens[phrase.head]
        bare = head.stem.startswith("ال") and not phrase.words and phrase.noun and phrase.noun.anonymity == "role"
        if not (bare or head.enclitic):
            return None
        recent = self._spoken[: -_MEMORY - 1 : -1]
        named = (s for s in recent if s.anonymity == "named" and self._types.get(s.entity or "") in {"ORG", "GROUP"})
        issuer = next(named, None) or next((s for s in recent if s.anonymity == "named"), None)
        return _again(issuer) if issuer is not None else None

    def _same_unnamed(self, phrase: Phrase) -> _Unnamed | None:
        """An unnamed source of the same head: the same words, or where this one is known, some of them."""
        found: _Unnamed | None = None
        for known in self._unnamed[: -_MEMORY - 1 : -1]:
            other = known.phrase
            if other.family != phrase.family or other.several != phrase.several:
                continue
            if phrase.words == other.words and phrase.member == other.member:
                return known
            if known.headline and not phrase.member and not phrase.definite and not other.words:
                known.phrase, known.anonymity, known.headline = phrase, anonymity(phrase), False
                return known
            if found is None and _may_be(phrase, other):
                found = known
        return found

    def _new_unnamed(self, phrase: Phrase) -> Speaker:
        text = self._stage.parsed.article.text[phrase.span.start : phrase.span.end]
        entity = Entity(f"s{len(self._unnamed) + 1}", "SOURCE", " ".join(text.split()))
        kind = anonymity(phrase)
        self._unnamed.append(_Unnamed(entity, phrase, kind, phrase.span, self._is_headline(phrase.span)))
        self._types[entity.key] = "SOURCE"
        return Speaker(entity.key, None, kind)

    def _is_headline(self, span: Span) -> bool:
        return any(b.kind == "title" and b.start <= span.start < b.end for b in self._stage.parsed.blocks[:_HEAD])

    # --- who is meant by nothing ------------------------------------------------------------------

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
            and wanted.fits(self._known(name.entity))
            and not any(other.start <= name.start < other.end for other in taken)
            and not is_governed(self._stage, name)
        ]
        known = [name for name in names if name.type == "PERSON" or self._known(name.entity).feminine]
        chosen = names if places else known or names
        if wanted.feminine and names and names[0].type == "MEDIA":
            chosen = names[:1]
        if not chosen:
            return None
        return chosen[-1] if last else chosen[0]

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
        if not wanted.fits(
            Agreement(phrase.noun is not None and self._is_feminine(phrase, phrase.noun), phrase.several)
        ):
            return None
        found = self._meant(phrase, before)
        return replace(found, evidence=span, place=span, doubts=("source_entity",), head=phrase.noun)

    def _is_no_source(self, draft: Draft, phrase: Phrase) -> bool:
        """«سابقا», «في بيان», «للصحفيين», «معاليه»: a circumstance, someone spoken to, or a mere form of address."""
        if not phrase.tokens or draft.hit.cue.particles:
            return False
        first, text = phrase.tokens[0], self._stage.parsed.article.text
        describes = phrase.noun is None and not phrase.names and not title_kinds(first.stem)
        if phrase.noun is not None and phrase.noun.issued and any(self._names_platform(name) for name in phrase.names):
            return True
        bare = first.stem == "ال" and not text.startswith("آ", first.stem_start)  # «آل الراشد» is a name
        if bare or (draft.hit.form == "participle" and describes):
            return True
        if first.form in words("preposition") or first.form in circumstance_words():
            return True
        if len(phrase.tokens) == 1 and text[first.start : first.end].endswith(("ً", "ًا")):
            return True
        honorific = first.enclitic and "honorific" in title_kinds(first.stem) and phrase.noun is None
        addressed = first.proclitics[-1:] == "ل" and draft.hit.cue.stance != "decline"
        return bool(honorific) or addressed

    def _is_platform(self, phrase: Phrase, name: Mention) -> bool:
        """«على منصة «إكس»»: where it was published, not who says it."""
        before = self._stage.tokens_in(Span(max(phrase.span.start - 12, 0), phrase.span.start))
        return self._names_platform(name) and bool(before) and before[-1].form in words("preposition")

    def _names_platform(self, name: Mention) -> bool:
        text = self._stage.parsed.article.text
        return name.type == "MEDIA" and outlet_kind(text[name.start : name.end]) == "platform"

    # --- agreement --------------------------------------------------------------------------------

    def _agrees(self, scene: Scene, draft: Draft, phrase: Phrase, speaker: Speaker) -> Agreement:
        """What goes with a source: by its noun, or by the verb that it stands with; remembered for the next time."""
        noun = phrase.noun
        person = self._types.get(speaker.entity or "") == "PERSON"
        verb = ANY if draft.hit.cue.particles or draft.under is not None else agreement_of(scene, draft.hit)
        feminine = verb.feminine if verb.several is False else None
        if noun is not None and not phrase.member and self._is_feminine(phrase, noun):
            feminine = True
        elif noun is not None and not person and "PERSON" in noun.refers_to:
            feminine = False
        elif self._types.get(speaker.entity or "") == "MEDIA" and feminine is None:
            feminine = True  # «صحيفة», «وكالة», «قناة» go without saying
        return self._learn(speaker, Agreement(feminine, phrase.several and not person))

    @staticmethod
    def _is_feminine(phrase: Phrase, noun: SourceNoun) -> bool:
        return noun.feminine or phrase.tokens[phrase.head].stem.endswith("ه")

    def _learn(self, speaker: Speaker, found: Agreement) -> Agreement:
        if speaker.entity is None:
            return found
        known = self._agreement.get(speaker.entity, ANY)
        if found.feminine is None and known.feminine is not None:
            found = known
        self._agreement[speaker.entity] = found
        return found

    def _known(self, entity: str | None) -> Agreement:
        return self._agreement.get(entity or "", ANY)

    def _spoken_types(self) -> Sequence[str]:
        """The entities that spoke lately, the last first."""
        return [speaker.entity for speaker in self._spoken[: -_MEMORY - 1 : -1] if speaker.entity]


def _up_to_mark(phrase: Phrase, first: Token) -> Span:
    """The words of a phrase from one on, up to a mark or a name."""
    end = first.end
    for token in phrase.tokens[phrase.tokens.index(first) + 1 :]:
        if token.kind == "mark" or token.proclitics or phrase.name_at(token):
            break
        end = token.end
    return Span(first.stem_start, end)


def _is_nearer(holder: Mention, known: _Unnamed, noun: SourceNoun | None) -> bool:
    """Whether an office that one person holds was named later than it was left without a name."""
    return noun is not None and noun.unique and known.place.end <= holder.start


def _goes_on(token: Token) -> bool:
    return token.kind == "word" and not token.proclitics


def _first_token(sentence: Sentence) -> int:
    return sentence.first_token


def _is_spokesman(token: Token) -> bool:
    noun = find_source_noun(token.stem)
    return noun is not None and family(noun) == SPOKESMAN


def _again(speaker: Speaker) -> Speaker:
    """A speaker who speaks again without being named: where he was named is the evidence."""
    return replace(speaker, evidence=speaker.place or speaker.evidence)


def _may_be(phrase: Phrase, known: Phrase) -> bool:
    """Whether a source can be one met before: «المسؤولون» after «مسؤولون غربيون»; no other one of a group."""
    if phrase.member:
        return False
    if phrase.definite:
        return phrase.words <= known.words or known.words <= phrase.words
    return phrase.several and not phrase.words
