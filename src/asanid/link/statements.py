"""Statements: the content of each attribution, and what an article says in its own voice, ready to be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asanid.lexicon import section
from asanid.lexicon.schema.link import Capital
from asanid.lexicon.schema.names import Organisation
from asanid.link.words import is_claim_word, term
from asanid.model import Attribution, Date, Document, Mention, Number, Sentence, Span, Token
from asanid.parse.fold import fold, fold_key
from asanid.parse.names import lookup
from asanid.parse.numbers import find_numbers
from asanid.parse.quotes import find_quotes
from asanid.parse.sentences import split_sentences
from asanid.parse.tokens import tokenize

_PARTY = {"PERSON": 2.5, "ORG": 2.2, "GROUP": 2.2, "WORK": 2.2, "MEDIA": 1.5, "PLACE": 1.2, "SOURCE": 1.0}
_NATION, _NUMBER, _DATE = 0.6, 1.5, 1.0
_ASIDE = 0.35
"""What words in a clause that only describes («الذي أطلق سراحه…») weigh."""
_HEADS = 5
_NEGATED_WITHIN = 4
_THAT = "ان"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said in some spans of a document: ``terms`` with their weights, ``sides`` (-1: negated, or the contrary
    word), the first words that tell what happened (``heads``), ``parties`` (some of them ``places``), ``numbers`` with
    units, and ``dates``.
    """

    document: int
    spans: tuple[Span, ...]
    terms: Mapping[str, float]
    sides: Mapping[str, int]
    heads: tuple[str, ...]
    parties: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[tuple[float, str]]
    dates: frozenset[str]
    text: str


class Page:
    """A document cut into tokens once, from which statements are read."""

    def __init__(self, place: int, document: Document) -> None:
        self.place = place
        self.document = document
        text = document.text
        self.tokens = tokenize(fold(text))
        self._starts = [token.stem_start for token in self.tokens]  # a content may begin behind a conjunction
        self.attributions = {attribution.id: attribution for attribution in document.attributions}
        self._mentions = {mention.start: mention for mention in document.mentions}
        days = document.dates
        self._figures: dict[int, Number | Date] = {day.start: day for day in days}
        for number in find_numbers(self.tokens, text):
            if not any(_touch(number, day) for day in days):
                self._figures.setdefault(number.start, number)

    def statement(self, spans: tuple[Span, ...]) -> Statement:
        """Read what some spans say."""
        reader = _Reader(self, spans)
        for span in spans:
            reader.read(self.within(span))
        return reader.statement()

    def within(self, span: Span) -> Sequence[Token]:
        """Give the tokens of a span."""
        first = bisect_left(self._starts, span.start)
        return self.tokens[first : bisect_left(self._starts, span.end)]

    def is_clause(self, span: Span) -> bool:
        """Whether «أن» or «إن» stands before a span."""
        first = bisect_left(self._starts, span.start)
        return first > 0 and self.tokens[first - 1].stem == _THAT

    def mention_at(self, start: int) -> Mention | None:
        """Give the mention that begins here."""
        return self._mentions.get(start)

    def figure_at(self, start: int) -> Number | Date | None:
        """Give the number or date that begins here."""
        return self._figures.get(start)

    def sentences(self) -> tuple[Sentence, ...]:
        """Cut the article into sentences."""
        document = self.document
        quotes = find_quotes(document.text, document.blocks)
        return split_sentences(document.text, self.tokens, document.blocks, quotes)


def own_voice(page: Page) -> Iterator[tuple[Span, ...]]:
    """Give what an article says in its own voice: titles, leads and sentences that hold no attribution."""
    document = page.document
    held = sorted((span.start, span.end) for a in document.attributions for span in _covered(a))
    kinds = [block.kind for block in document.blocks]
    for sentence in page.sentences():
        if kinds[sentence.block] not in ("title", "summary", "body", "heading"):
            continue
        place = bisect_left(held, (sentence.end, 0))
        if any(start < sentence.end and sentence.start < end for start, end in held[max(0, place - 40) : place]):
            continue
        yield (Span(sentence.start, _without_stop(document.text, sentence)),)


def _covered(attribution: Attribution) -> Iterator[Span]:
    yield attribution.cue
    yield from attribution.content


def _without_stop(text: str, sentence: Span) -> int:
    return sentence.start + len(text[sentence.start : sentence.end].rstrip(" .؟!…"))


class _Reader:
    """Collects the terms of one statement."""

    def __init__(self, page: Page, spans: tuple[Span, ...]) -> None:
        self._page = page
        self._spans = spans
        self._terms: dict[str, float] = {}
        self._sides: dict[str, int] = {}
        self._heads: list[str] = []
        self._parties: set[str] = set()
        self._places: set[str] = set()
        self._numbers: set[tuple[float, str]] = set()
        self._dates: set[str] = set()
        self._scale = 1.0
        self._negated = 0

    def read(self, tokens: Sequence[Token]) -> None:
        """Take in the tokens of one span."""
        taken = -1
        self._scale, self._negated = 1.0, 0
        depth = 0
        for token in tokens:
            if token.form in "([":
                depth += 1
            elif token.form in ")]":
                depth = max(0, depth - 1)
            elif token.form in "،؛,":
                self._scale = 1.0
            if token.start < taken or token.kind == "mark" or depth:
                continue
            figure = self._page.figure_at(token.start) or self._page.figure_at(token.stem_start)
            if figure is not None and figure.end <= tokens[-1].end:
                taken = figure.end
                self._figure(figure)
                continue
            mention = self._page.mention_at(token.stem_start) or self._page.mention_at(token.start)
            if mention is not None:
                taken = mention.end
                self._party(mention)
            elif token.kind != "number":
                self._word(token)

    def statement(self) -> Statement:
        """Give what was read."""
        text = self._page.document.text
        return Statement(
            document=self._page.place,
            spans=self._spans,
            terms=self._terms,
            sides=self._sides,
            heads=tuple(self._heads),
            parties=frozenset(self._parties),
            places=frozenset(self._places),
            numbers=frozenset(self._numbers),
            dates=frozenset(self._dates),
            text=" ".join(fold_key(text[span.start : span.end]) for span in self._spans),
        )

    def _figure(self, figure: Number | Date) -> None:
        if isinstance(figure, Date):
            self._add("@" + figure.value, _DATE * self._scale)
            if self._scale == 1.0:
                self._dates.add(figure.value)
            return
        self._add(f"№{figure.value:g}", _NUMBER * self._scale)
        if self._scale == 1.0:
            self._numbers.add((figure.value, fold_key(figure.unit or "")))

    def _party(self, mention: Mention) -> None:
        text = self._page.document.text[mention.start : mention.end]
        nation = _nation(lookup.key(text)) if mention.type == "PLACE" else None
        if mention.type == "MEDIA" and _is_platform(lookup.key(text)):
            return
        key = "#" + nation if nation else "*" + (mention.entity or text)
        self._add(key, _PARTY[mention.type] * self._scale)
        behind = nation_behind(lookup.key(text)) if mention.type in ("PLACE", "ORG") else None
        if behind:
            self._add("#" + behind, _NATION * self._scale)
        if self._scale == 1.0:
            self._parties.add(key)
            if mention.type == "PLACE":
                self._places.add(key)

    def _word(self, token: Token) -> None:
        stem, form = token.stem, token.form
        if is_claim_word(form, "negation") or is_claim_word(stem, "negation"):
            self._negated = 0 if self._negated else _NEGATED_WITHIN
            return
        if is_claim_word(form, "relative") or is_claim_word(stem, "occasion"):
            self._scale = _ASIDE
            return
        self._negated = max(0, self._negated - 1) if is_claim_word(stem, "stop") else self._negated
        if is_claim_word(stem, "stop") or is_claim_word(form, "stop") or len(stem) < 2:
            return
        if is_claim_word(stem, "report") or is_claim_word(stem, "comment"):
            return
        nation = lookup.nationalities().get(stem)
        if nation:
            self._add("#" + nation, _NATION * self._scale)
            return
        if is_claim_word(stem, "takes_back"):
            self._take_back()
            return
        meant = term(stem)
        side = meant.side * (-1 if self._negated else 1)
        self._negated = 0
        self._add(meant.key, meant.weight * self._scale)
        self._sides.setdefault(meant.key, side)
        acts = not meant.thing and self._scale == 1.0
        if acts and len(self._heads) < _HEADS and meant.key not in self._heads:
            self._heads.append(meant.key)

    def _take_back(self) -> None:
        """Drop the word that was read last."""
        if self._heads and next(reversed(self._terms), None) == self._heads[-1]:
            del self._terms[self._heads.pop()]

    def _add(self, key: str, weight: float) -> None:
        self._terms[key] = max(weight, self._terms.get(key, 0.0))


@cache
def nation_behind(words: tuple[str, ...]) -> str | None:
    """Give the nation that a body or capital speaks for: «الكرملين», «الحكومة الروسية», «موسكو»."""
    if words and words[-1] in lookup.nationalities():
        return lookup.nationalities()[words[-1]]
    return _governments().get(words)


@cache
def _governments() -> dict[tuple[str, ...], str]:
    capitals = {lookup.key(form): capital.id for capital in section("capitals", Capital) for form in capital.forms}
    bodies = {lookup.key(f): body.country for body in section("organisations", Organisation) for f in body.forms}
    return {**{words: country for words, country in bodies.items() if country}, **capitals}


def _is_platform(words: tuple[str, ...]) -> bool:
    """Whether a medium is only where things are published: it is no party to them."""
    first, *rest = words or ("",)
    return any(known.kind == "platform" and r == tuple(rest) for r, known in lookup.phrases().get(first, ()))


def _nation(words: tuple[str, ...]) -> str | None:
    first, *rest = words or ("",)
    for known_rest, known in lookup.phrases().get(first, ()):
        if known_rest == tuple(rest) and known.entity.startswith("nationalities/"):
            return known.entity.removeprefix("nationalities/")
    return None


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
