"""The errors of an answer one by one, with their words: for developing, so never for the locked corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from answers import Answers
from comparison import Comparison, Found, chain, compare
from matching import Matched, same_span

from asanid.model import Span

T = TypeVar("T")
_AROUND = 30
"""Characters shown on either side."""


def mistakes(answers: Answers, layers: Sequence[str]) -> Iterator[str]:
    """Give every error in the layers, a line each: layer, what is wrong, the text's name, the words."""
    if answers.corpus.name == "locked":
        raise ValueError("the errors of the locked corpus are not shown: it is for measuring only")
    golds = [document.gold for document in answers.corpus.documents]
    comparison = compare(list(zip(golds, answers.found, strict=True)), linked=False)
    for number, document in enumerate(comparison.documents):
        name = answers.corpus.documents[number].name
        for layer in layers:
            for line in _LAYERS[layer](comparison, number, document):
                yield f"{layer:12} {name:36} {line}"


def _blocks(comparison: Comparison, number: int, document: Matched) -> Iterator[str]:
    text = document.gold.text
    for gold, found in document.blocks:
        if gold.kind != found.kind:
            yield f"{gold.kind} → {found.kind}: {_words(text, gold)}"
    yield from _unmatched(document, "blocks", document.blocks, _kind_of_block)


def _mentions(comparison: Comparison, number: int, document: Matched) -> Iterator[str]:
    text = document.gold.text
    for gold, found in document.mentions:
        if gold.type != found.type:
            yield f"type {gold.type} → {found.type}: {_place(text, gold)}"
        if not same_span(gold, found):
            yield f"span «{_words(text, found)}»: {_place(text, gold)}"
        if not comparison.same_entity(gold.entity, found.entity):
            yield f"entity {gold.entity} → {found.entity}: {_place(text, gold)}"
    yield from _unmatched(document, "mentions", document.mentions, _type_of_mention)


def _dates(comparison: Comparison, number: int, document: Matched) -> Iterator[str]:
    text = document.gold.text
    for gold, found in document.dates:
        if not same_span(gold, found):
            yield f"span «{_words(text, found)}»: {_place(text, gold)}"
        if gold.value != found.value:
            yield f"value {gold.value} → {found.value}: {_place(text, gold)}"
    yield from _unmatched(document, "dates", document.dates, _value_of_date)


def _attributions(comparison: Comparison, number: int, document: Matched) -> Iterator[str]:
    for pair in comparison.found:
        if pair.document == number:
            for line in (*_of_pair(comparison, document, pair), *_of_fields(document, pair)):
                yield f"{pair.gold.id} {line}"
    yield from _unmatched(document, "attributions", document.attributions, _no_label)


def _of_pair(comparison: Comparison, document: Matched, pair: Found) -> Iterator[str]:
    gold, found, text = pair.gold, pair.predicted, document.gold.text
    cue = _words(text, gold.cue)
    if not pair.same_content:
        yield f"content of «{cue}»: {_all_words(text, gold.content)} → {_all_words(text, found.content)}"
    if not same_span(gold.source, found.source) and (gold.source or found.source):
        yield f"source of «{cue}»: {_maybe(text, gold.source)} → {_maybe(text, found.source)}"
    if not comparison.right_entity(pair):
        yield f"entity of «{cue}»: {gold.source_entity} → {found.source_entity}, source {_maybe(text, gold.source)}"
    wanted = chain({one.id: one for one in document.gold.attributions}, gold)
    given = chain({one.id: one for one in document.predicted.attributions}, found)
    if len(wanted) != len(given) or not all(map(comparison.same_entity, wanted, given)):
        yield f"chain of «{cue}»: {wanted} → {given}"


def _of_fields(document: Matched, pair: Found) -> Iterator[str]:
    gold, found, text = pair.gold, pair.predicted, document.gold.text
    answers = document.answer_to
    wanted = {answers.get(aim) for aim in gold.target} - {None}
    fields = {
        "stance": (gold.stance, found.stance),
        "kind": (gold.kind, found.kind),
        "anonymity": (gold.anonymity, found.anonymity),
        "parent": (answers.get(gold.parent, f"missed {gold.parent}") if gold.parent else None, found.parent),
        "target": (sorted(filter(None, wanted)), sorted(found.target)),
    }
    for field, (one, other) in fields.items():
        if one != other:
            yield f"{field} {one} → {other}: {_place(text, gold.cue)}"


_LAYERS: dict[str, Callable[[Comparison, int, Matched], Iterator[str]]] = {
    "blocks": _blocks,
    "mentions": _mentions,
    "dates": _dates,
    "attributions": _attributions,
}
LAYERS = tuple(_LAYERS)


def _unmatched(document: Matched, layer: str, pairs: Sequence[tuple[T, T]], label: Callable[[T], str]) -> Iterator[str]:
    """Give what has no partner: in the gold it was missed, in the answer it is spurious."""
    text = document.gold.text
    for side, what, place in ((document.gold, "missed", 0), (document.predicted, "spurious", 1)):
        matched = {id(pair[place]) for pair in pairs}
        for thing in getattr(side, layer):
            if id(thing) not in matched:
                yield f"{what} {label(thing)}: {_place(text, getattr(thing, 'cue', thing))}"


def _kind_of_block(block: T) -> str:
    return str(getattr(block, "kind", ""))


def _type_of_mention(mention: T) -> str:
    return str(getattr(mention, "type", ""))


def _value_of_date(date: T) -> str:
    return str(getattr(date, "value", ""))


def _no_label(attribution: T) -> str:
    return " ".join(str(getattr(attribution, field, "")) for field in ("id", "stance", "rule")).strip()


def _words(text: str, span: Span) -> str:
    words = text[span.start : span.end].replace("\n", "⏎")
    return words if len(words) <= 4 * _AROUND else f"{words[: 3 * _AROUND]} … {words[-_AROUND:]}"


def _all_words(text: str, spans: Sequence[Span]) -> str:
    return "∅" if not spans else " + ".join(f"«{_words(text, span)}»" for span in spans)


def _maybe(text: str, span: Span | None) -> str:
    return "∅" if span is None else f"«{_words(text, span)}»"


def _place(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return f"{before}[{_words(text, span)}]{after}".replace("\n", "⏎")
