"""What words without a name stand for: «الوزير», «الصحيفة», «البيان», «المسؤولون», or an unnamed source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from asanid.extract.bodies import Bodies
from asanid.extract.naming import anonymity_of_name
from asanid.extract.nouns import family, find_source_noun, title_kinds
from asanid.extract.phrase import Phrase, take_apart
from asanid.extract.roles import SPOKESMAN, Roles, heads_office
from asanid.extract.scene import Stage
from asanid.extract.speaker import Memory, Speaker, again
from asanid.extract.unnamed import Unnamed, UnnamedSource
from asanid.lexicon.schema.cues import SourceNoun
from asanid.model import Mention, Sentence, Span, Token

_SOURCE = "source"
"""What the forms of «مصدر» share."""
_LATELY = 900
"""Letters that are looked back over for the statement that is meant."""
_LEAD = 700
"""Letters below a headline in which the lead names whom it means."""
_OF = "ل"
_HEAD = 8
"""Blocks at the start among which the headline is."""


class Meant:
    """Finds whom the words of a source mean that have no name of their own."""

    def __init__(self, stage: Stage, memory: Memory) -> None:
        self._stage = stage
        self._memory = memory
        self._roles = Roles(stage)
        self._bodies = Bodies(stage)
        self.unnamed = Unnamed(stage)
        self._bodies_of: dict[str, str] = {}
        self._by_part: dict[str, list[Mention]] = {}
        for mention in stage.parsed.mentions:
            for token in _standing_for(stage, mention):
                self._by_part.setdefault(token.form, []).append(mention)

    def by(self, phrase: Phrase, cue: Span) -> Speaker:
        """Find what a source without a name stands for: its issuer, whoever was met before, a body, or a new source."""
        issuer = self._issuer(phrase, cue) if phrase.noun is not None and phrase.noun.issued else None
        known = issuer or self._met_before(phrase, cue) or self._body_meant(phrase, cue)
        return known or self._told_below(phrase) or self._part_of_a_name(phrase) or self._new(phrase)

    def _met_before(self, phrase: Phrase, cue: Span) -> Speaker | None:
        """An unnamed source met before, or the holder of an office if he was named later than that."""
        known = self.unnamed.same(phrase)
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
            body = self._bodies.meant(phrase, cue.start, self._memory.entities_lately())
            if body is not None:
                name, sure = body
                doubts = () if sure else ("source_entity",)
                return Speaker(name.entity, Span(name.start, name.end), anonymity_of_name(name.type), doubts)
        elif phrase.noun is not None and not phrase.words and self._is_headline(phrase.span):
            outlet = self._bodies.first_outlet(phrase, phrase.span.end)
            if outlet is not None:
                return Speaker(outlet.entity, Span(outlet.start, outlet.end), "media")
        named = bool(self._memory.spoken) and self._memory.type_of(self._memory.spoken[-1].entity) == "PERSON"
        if named and phrase.family == _SOURCE and phrase.definite and not phrase.several:
            return replace(again(self._memory.spoken[-1]), doubts=("source_entity",))
        return None

    def _told_below(self, phrase: Phrase) -> Speaker | None:
        """«سيناتور أميركي يحذر»: whom the lead below the headline names."""
        role = self._roles.told_below(phrase, phrase.span.end + _LEAD) if self._is_headline(phrase.span) else None
        if role is None:
            return None
        doubts = () if phrase.definite else ("source_entity",)
        return Speaker(role.mention.entity, Span(role.mention.start, role.mention.end), "named", doubts)

    def _part_of_a_name(self, phrase: Phrase) -> Speaker | None:
        """«طرشان», «المرصد», «الداخلية»: words that stand for one name of the article, though found as none."""
        said = [token for token in phrase.tokens if token.kind != "mark"]
        if not said or phrase.noun is not None or phrase.names or title_kinds(said[0].stem):
            return None
        names = self._by_part.get(said[0].form, [])
        if len(said) > 1:
            names = [name for name in names if name.type != "PERSON" and self._holds(name, said)]
        if len({name.entity for name in names}) != 1:
            return None
        return Speaker(names[0].entity, Span(names[0].start, names[0].end), anonymity_of_name(names[0].type))

    def _holds(self, name: Mention, said: Sequence[Token]) -> bool:
        inside = [token.form for token in self._stage.tokens_in(Span(name.start, name.end))]
        return all(token.form in inside for token in said)

    def _holder(self, phrase: Phrase, cue: Span) -> Mention | None:
        noun = phrase.noun
        if not phrase.definite or phrase.several or (noun is not None and "PERSON" not in noun.refers_to):
            return None
        if noun is not None and noun.anonymity == "anonymous":
            return None
        role = self._roles.holder(phrase, cue.start)
        return role.mention if role is not None and role.mention.entity else None

    def body(self, phrase: Phrase, speaker: Speaker, cue: Span) -> str | None:
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
                found = self.by(take_apart(self._stage, _up_to_mark(phrase, token)), cue)
                return self._bodies_of.setdefault(entity, found.entity or "")
        return None

    def _issuer(self, phrase: Phrase, cue: Span) -> Speaker | None:
        """«بيان الوزارة», «إفصاحاتها», «البيان»: the body whose words these are."""
        for token in phrase.tokens[phrase.head + 1 :]:
            noun = find_source_noun(token.stem)
            if noun is not None and noun.anonymity == "named" and token.stem.startswith("ال"):
                inner = take_apart(self._stage, Span(token.stem_start, phrase.tokens[-1].end))
                body = self._bodies.meant(inner, cue.start, self._memory.entities_lately())
                if body is not None:
                    return Speaker(body[0].entity, Span(body[0].start, body[0].end), "named")
            holder = self._owner(phrase, token, cue)
            if holder is not None:
                return Speaker(holder.entity, Span(holder.start, holder.end), "named")
        head = phrase.tokens[phrase.head]
        bare = head.stem.startswith("ال") and not phrase.words and phrase.noun and phrase.noun.anonymity == "role"
        if not (bare or head.enclitic):
            return None
        told = self._told_in(phrase, cue.start) if bare else None
        if told is not None:
            return again(told)
        recent = self._memory.lately()
        named = (s for s in recent if s.anonymity == "named" and self._memory.type_of(s.entity) in {"ORG", "GROUP"})
        issuer = next(named, None) or next((s for s in recent if s.anonymity == "named"), None)
        return again(issuer) if issuer is not None else None

    def _owner(self, phrase: Phrase, token: Token, cue: Span) -> Mention | None:
        """«الصفحة الرسمية لرئيس الوزراء», «حساب الوزير»: the person whose office is named so."""
        channel = find_source_noun(phrase.tokens[phrase.tokens.index(token) - 1].stem)
        owned = token.proclitics[-1:] == _OF or (not token.proclitics and channel is not None and channel.issued)
        if not owned or phrase.name_at(token) is not None or not heads_office(token):
            return None
        return self._holder(take_apart(self._stage, Span(token.stem_start, phrase.tokens[-1].end)), cue)

    def _told_in(self, phrase: Phrase, at: int) -> Speaker | None:
        """«أعلنت الوزارة في بيان أن …. وقال البيان»: who gave out what was spoken of last by the same noun."""
        sentences = self._stage.parsed.sentences
        for token in reversed(self._stage.tokens_in(Span(max(at - _LATELY, 0), at))):
            noun = find_source_noun(token.stem)
            if noun is None or not noun.issued or family(noun) != phrase.family:
                continue
            sentence = sentences[bisect_right(sentences, token.start, key=_start) - 1]
            here = (
                s
                for s in self._memory.lately()
                if s.place is not None and sentence.start <= s.place.start < sentence.end
            )
            said = [s for s in here if s.place is not None and (s.place.start <= token.start)]
            if said:
                return said[0]
        return None

    def _new(self, phrase: Phrase) -> Speaker:
        found = self.unnamed.add(phrase, headline=self._is_headline(phrase.span))
        self._memory.types[found.entity.key] = "SOURCE"
        return Speaker(found.entity.key, None, found.anonymity)

    def _is_headline(self, span: Span) -> bool:
        return any(b.kind == "title" and b.start <= span.start < b.end for b in self._stage.parsed.blocks[:_HEAD])


def _standing_for(stage: Stage, mention: Mention) -> tuple[Token, ...]:
    """The words of a name that may stand for it: all but a person's first, of bodies «المرصد», «الداخلية»."""
    if not mention.entity or mention.type not in {"PERSON", "ORG", "GROUP"}:
        return ()
    tokens = stage.tokens_in(Span(mention.start, mention.end))
    if mention.type == "PERSON":
        return tokens[1:]
    first = 0 if tokens and tokens[0].stem.startswith("ال") else 1
    return tokens[first : first + 1] if len(tokens) > 1 and tokens[first].stem.startswith("ال") else ()


def _start(sentence: Sentence) -> int:
    return sentence.start


def _up_to_mark(phrase: Phrase, first: Token) -> Span:
    """The words of a phrase from one on, up to a mark or a name."""
    end = first.end
    for token in phrase.tokens[phrase.tokens.index(first) + 1 :]:
        if token.kind == "mark" or token.proclitics or phrase.name_at(token):
            break
        end = token.end
    return Span(first.stem_start, end)


def _is_nearer(holder: Mention, known: UnnamedSource, noun: SourceNoun | None) -> bool:
    """Whether an office that one person holds was named later than it was left without a name."""
    return noun is not None and noun.unique and known.place.end <= holder.start


def _is_spokesman(token: Token) -> bool:
    noun = find_source_noun(token.stem)
    return noun is not None and family(noun) == SPOKESMAN
