"""Attributions: who says what, sentence by sentence: cues, then what they present, then whose words they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asanid.extract.complements import Complement, content_spans, find_complement
from asanid.extract.cues import CueHit, find_cues
from asanid.extract.people import Cast
from asanid.extract.sources import source_span
from asanid.model import Attribution, Entity, Kind, Quote, Sentence, Span, Token
from asanid.parse.parsed import Parsed

_THEN = frozenset({"فان", "فانه", "فانها"})
_COMMAS = frozenset({"،", ","})
_CLOSERS = _COMMAS | {".", "؛", ")", "»", "”", '"'}


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution before its entities are known: cue, source and content as spans, and the rule that found it."""

    hit: CueHit
    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    rule: str


def find_attributions(parsed: Parsed) -> tuple[tuple[Attribution, ...], tuple[Entity, ...]]:
    """Find the attributions of an article, and the entities with those of unnamed sources added."""
    cast = Cast(parsed)
    attributions: list[Attribution] = []
    for sentence in parsed.sentences:
        drafts = list(_drafts(parsed, sentence))
        for number, draft in enumerate(drafts):
            parent = _parent(number, drafts)
            identity = f"a{len(attributions) + 1}"
            parent_id = None if parent is None else f"a{len(attributions) + 1 - number + parent}"
            attributions.append(_settle(draft, identity, parent_id, cast, parsed))
    return tuple(attributions), cast.entities()


def _drafts(parsed: Parsed, sentence: Sentence) -> Iterator[Draft]:
    if parsed.blocks[sentence.block].kind in {"furniture", "caption", "byline"}:
        return
    hits = list(find_cues(parsed.tokens, sentence.first_token, sentence.last_token))
    for number, hit in enumerate(hits):
        following = [later.first for later in hits[number + 1 :] if later.cue.particles]
        stop = min(following, default=sentence.last_token)
        draft = (_according if hit.cue.particles else _verb)(parsed, sentence, hit, stop)
        if draft:
            yield draft


def _verb(parsed: Parsed, sentence: Sentence, hit: CueHit, stop: int) -> Draft | None:
    """Verb, subject, clause or quotation: «قال X إن …», «مضيفا أن …», «وقال: "…"»."""
    tokens = parsed.tokens
    complement = find_complement(tokens, sentence, hit, sentence.last_token, parsed.quotes)
    if complement is None or (hit.form == "noun"):
        return None
    source = source_span(tokens, hit.last, complement.opener, parsed.dates) if hit.form == "finite" else None
    if complement.opener - hit.last > _REACH:
        return None
    content = content_spans(_cut(complement, stop), tokens, parsed.quotes)
    return Draft(hit, _cue_span(tokens, hit), source, content, f"verb-{complement.kind}") if content else None


_REACH = 30
"""Tokens a source may have, with its appositions and the circumstances of the saying."""


def _cut(complement: Complement, stop: int) -> Complement:
    return replace(complement, last=min(complement.last, stop)) if stop > complement.first else complement


def _according(parsed: Parsed, sentence: Sentence, hit: CueHit, stop: int) -> Draft | None:
    """«بحسب X، …», «…، وفقا لX», «نقلا عن X»: the sentence around the phrase is the content."""
    tokens = parsed.tokens
    end = hit.last
    while end < min(stop, sentence.last_token) and tokens[end].form not in _CLOSERS | _THEN:
        end += 1
    source = source_span(tokens, hit.last, end, parsed.dates)
    if source is None:
        return None
    before = _words(tokens, sentence.first_token, hit.first, parsed.quotes)
    after_start = end
    while after_start < sentence.last_token and tokens[after_start].form in _CLOSERS | _THEN:
        after_start += 1
    after = _words(tokens, after_start, sentence.last_token, parsed.quotes)
    content = tuple(span for span in (before, after) if span)
    return Draft(hit, _cue_span(tokens, hit), source, content, "according-to") if content else None


def _words(tokens: Sequence[Token], first: int, last: int, quotes: Sequence[Quote]) -> Span | None:
    """Trim a stretch of tokens to its words; ``None`` where fewer than two remain."""
    while first < last and tokens[first].form in _CLOSERS:
        first += 1
    while last > first and tokens[last - 1].form in _COMMAS | {".", "؛"}:
        last -= 1
    if last - first < 2:
        return None
    spans = content_spans(Complement("clause", first, first, last), tokens, quotes)
    return spans[0] if spans else None


def _cue_span(tokens: Sequence[Token], hit: CueHit) -> Span:
    head = tokens[hit.first]
    conjunction = len(head.proclitics) - len(head.proclitics.lstrip("وف"))
    end = tokens[hit.last - 1].end
    if hit.cue.particles and hit.last < len(tokens) and tokens[hit.last].proclitics == "ل" and hit.cue.id == "wafqan":
        end = tokens[hit.last].stem_start
    return Span(head.start + conjunction, end)


def _parent(number: int, drafts: Sequence[Draft]) -> int | None:
    """The innermost other attribution whose content holds this cue; «نقلا عن» hangs below the verb before it."""
    cue = drafts[number].cue
    holders = [
        (sum(span.end - span.start for span in other.content), index)
        for index, other in enumerate(drafts)
        if index != number and any(span.start <= cue.start and cue.end <= span.end for span in other.content)
    ]
    return min(holders)[1] if holders else None


def _settle(draft: Draft, identity: str, parent: str | None, cast: Cast, parsed: Parsed) -> Attribution:
    entity, evidence, anonymity, doubts = cast.resolve(draft.source, draft.cue)
    stance = draft.hit.cue.stance
    if draft.hit.negated:
        stance = draft.hit.cue.negated or stance
    return Attribution(
        id=identity,
        cue=draft.cue,
        source=draft.source,
        source_entity=entity,
        source_evidence=evidence,
        content=draft.content,
        kind=_kind(draft.content, parsed.quotes),
        stance=stance,
        anonymity=anonymity,
        origin=None,
        origin_evidence=(),
        parent=parent,
        target=(),
        commitment=draft.hit.cue.commitment,
        certainty="certain",
        channel=None,
        confidence=0.5,
        doubts=(*doubts, "origin"),
        rule=draft.rule,
    )


def _kind(content: Sequence[Span], quotes: Sequence[Quote]) -> Kind:
    """All of it quoted, part of it, or none; marks around a mere name do not count."""
    outer = [quote for quote in quotes if quote.depth == 0 and quote.inner.end - quote.inner.start > 0]
    whole = all(any(quote.start <= span.start and span.end <= quote.end for quote in outer) for span in content)
    if content and whole:
        return "direct"
    part = any(span.start <= quote.start < span.end for quote in outer for span in content)
    return "mixed" if part else "indirect"
