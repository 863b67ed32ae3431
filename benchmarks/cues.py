"""How many of the words that present something as said does the lexicon know, and how many does the program find?

    python benchmarks/cues.py                  the annotated sentences, and every corpus that has attributions
    python benchmarks/cues.py --missing        also the cues that are not known, not found, or found and no cues
    python benchmarks/cues.py GOLD.json …      also gold files that carry their text

A cue is known where its form (or phrase) is in the lexicon with the annotated stance, whatever stands around it. In the
corpora a stance may be made by the context: a verb of assertion, belief or request that confirms, denies or declines
there is known too, and counted apart. Punctuation (a bare colon) is no word and is left out. The sentences are random
ones of the news archive, read before the lexicon was asked: ``learn`` was used to fill it, ``measure`` only to measure.
The program reads the whole article of each; a cue is found where an attribution has a cue that shares a word with it.
"""

from __future__ import annotations

import argparse
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import msgspec
from annotation import Annotation
from corpora import CACHE, ROOT, AbsentError, CorpusError, archive, load

from asanid.extract.cues import find_cues
from asanid.extract.inflect import inflect
from asanid.lexicon import section
from asanid.lexicon.schema.cues import Cue
from asanid.model import Article, Span, Stance, Token
from asanid.parse.fold import fold, fold_key
from asanid.parse.tokens import tokenize
from asanid.pipeline import analyse
from asanid.read import ReadOptions, read

SENTENCES = ROOT / "training" / "annotations" / "cues" / "sentences.json"
CONTEXT: frozenset[Stance] = frozenset({"confirm", "deny", "decline"})
"""Stances that «قال» may take by what it answers."""
GAP = 6


class Marked(msgspec.Struct, frozen=True):
    """A cue of a sentence; more than one stance where readers may differ."""

    start: int
    end: int
    stance: tuple[Stance, ...]


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of an article of the archive, with its cues; offsets are those of the article's text."""

    article: str
    sha256: str
    start: int
    end: int
    half: Literal["learn", "measure"]
    cues: tuple[Marked, ...]


class _Record(msgspec.Struct):
    id: str


@dataclass
class Tally:
    """What was counted of one set of texts."""

    counts: Counter[str] = field(default_factory=Counter)
    missing: Counter[tuple[str, str]] = field(default_factory=Counter)
    words: int = 0
    found: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def cue(self, words: str, stances: Sequence[Stance], known: set[Stance]) -> None:
        """Count a cue: ``known`` are the stances of the entries that it may belong to."""
        if not any(letter.isalpha() for letter in words):
            self.counts["mark"] += 1
            return
        self.counts["cues"] += 1
        self.counts["form"] += bool(known)
        self.counts["stance"] += bool(known.intersection(stances))
        if known.intersection(stances) or (known and CONTEXT.intersection(stances)):
            self.counts["context"] += 1
        else:
            self.missing[words, "/".join(stances) + (" (another stance)" if known else "")] += 1

    def text(self, tokens: Sequence[Token]) -> None:
        """Count the words, and what the program takes for a cue among them."""
        self.words += sum(token.kind == "word" for token in tokens)
        self.found += sum(1 for _ in find_cues(tokens, 0, len(tokens)))

    def answer(self, text: str, marked: Sequence[Marked], cues: Iterable[Span]) -> None:
        """Count the cues that the program gives against those that are marked, each place once."""
        given = sorted({(cue.start, cue.end) for cue in cues})
        right = [place for place in given if any(shares(place, cue) for cue in marked)]
        missed = [cue for cue in marked if not any(shares(place, cue) for place in given)]
        self.answers.update(given=len(given), right=len(right), marked=len(marked), missed=len(missed))
        self.wrong += [f"not found: {around(text, cue.start, cue.end)}" for cue in missed]
        self.wrong += [f"no cue: {around(text, *place)}" for place in given if place not in right]

    def answer_line(self, name: str) -> str:
        """Lay out how many of the marked cues the program finds, and how many of those it gives are marked."""
        marked, given = self.answers["marked"], self.answers["given"]
        recall = 1 - self.answers["missed"] / marked if marked else 0.0
        precision = self.answers["right"] / given if given else 0.0
        return f"{name:24}{marked:>10,}{given:>10,}{recall:>10.4f}{precision:>10.4f}"

    def line(self, name: str) -> str:
        """Lay the figures out."""
        cues = self.counts["cues"]
        if not cues:
            return f"{name:24}{'no cues':>10}"
        shares = [f"{self.counts[key] / cues:>10.4f}" for key in ("form", "stance", "context")]
        return f"{name:24}{cues:>10,}{''.join(shares)}{1000 * self.found / self.words:>14.1f}"


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, help="gold files with text and attributions")
    parser.add_argument("--missing", action="store_true", help="list the cues that are not known")
    options = parser.parse_args()
    print(f"{'':24}{'cues':>10}{'form':>10}{'stance':>10}{'in context':>10}{'per 1,000':>14}")
    counted = list(tallies(options.gold))
    for name, tally in counted:
        print(tally.line(name))
        if options.missing:
            for (words, stances), count in tally.missing.most_common():
                print(f"    {count:>4}  {words}  {stances}")
    print(f"{len(section('cues', Cue))} entries, {len(forms())} forms")
    print(f"\n{'by the program':24}{'marked':>10}{'given':>10}{'recall':>10}{'precision':>10}")
    for name, tally in counted:
        if tally.answers:
            print(tally.answer_line(name), *(tally.wrong if options.missing else ()), sep="\n    ")
    return 0


def tallies(gold: Sequence[Path]) -> Iterator[tuple[str, Tally]]:
    """Give the figures of the sentences and of every corpus that is here; nothing is read of the locked one."""
    try:
        yield from sentence_tallies()
    except AbsentError as error:
        print(error, file=sys.stderr)
    for name in ("examples", "seeds", "open"):
        try:
            corpus = load(name)
        except AbsentError as error:
            print(error, file=sys.stderr)
            continue
        if "attributions" in corpus.layers:
            yield name, gold_tally(document.gold for document in corpus.documents)
    if gold:
        files = (msgspec.json.decode(file.read_bytes(), type=Annotation) for file in gold)
        yield f"{len(gold)} files", gold_tally(files)


def gold_tally(documents: Iterable[Annotation]) -> Tally:
    """Count the cues of annotated texts, each place once."""
    tally = Tally()
    for document in documents:
        tokens = tokenize(fold(document.text))
        tally.text(tokens)
        for start, end, stance in {(a.cue.start, a.cue.end, a.stance) for a in document.attributions if a.cue}:
            tally.cue(document.text[start:end], (stance,), known(inside(tokens, start, end)))
    return tally


# --- the look-up ----------------------------------------------------------------------------------


def known(tokens: Sequence[Token]) -> set[Stance]:
    """Give the stances that the words of a cue may have by the lexicon."""
    stances: set[Stance] = set()
    for position, token in enumerate(tokens):
        for key in keys(token):
            for cue in forms().get(key, ()):
                stances.update(stances_of(cue))
            for words, cue in phrases().get(key, ()):
                if matches(tokens, position, words):
                    stances.update(stances_of(cue))
    return stances


def stances_of(cue: Cue) -> set[Stance]:
    return {cue.stance, *cue.also} | ({cue.negated} if cue.negated else set())


def keys(token: Token) -> set[str]:
    """Give the ways to look a word up: without conjunction, preposition, article or pronoun."""
    cut = len(token.enclitic)
    whole = {token.form, token.form[1:]} if token.form[:1] in "وفسبلك" else {token.form}
    short = {form[:-cut] for form in whole} if cut else set()
    stems = {token.stem, token.stem + "ه", *whole, *short}
    return stems | {stem.removeprefix("ال") for stem in stems} | {"ال" + stem[1:] for stem in whole if stem[:1] == "ل"}


def matches(tokens: Sequence[Token], position: int, words: Sequence[str]) -> bool:
    """Match the words of a phrase from a position; «…» is a gap, «~» any pronoun, a last «ل» may be a clitic."""
    at = position
    for number, word in enumerate(words):
        if word == "…":
            return any(matches(tokens, start, words[number + 1 :]) for start in range(at, at + GAP + 1))
        if at >= len(tokens):
            return word in {"ل", "ب"} or word == words[-1]  # the cue ends before the clitic, or before its preposition
        if word not in {"ل", "ب"} and word.rstrip("~") not in keys(tokens[at]):
            return False
        at += 1
    return True


@cache
def forms() -> dict[str, tuple[Cue, ...]]:
    """Give the entries by their forms."""
    found: dict[str, dict[str, Cue]] = {}
    for cue in section("cues", Cue):
        texts = [form.text for form in inflect(cue.verb)] if cue.verb else []
        for text in (*texts, *map(fold_key, cue.nouns)):
            found.setdefault(text, {})[cue.id] = cue
    return {text: tuple(entries.values()) for text, entries in found.items()}


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], Cue], ...]]:
    """Give particles and phrases by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for cue in section("cues", Cue):
        for phrase in (*cue.particles, *cue.phrases):
            words = tuple(fold_key(phrase).split())
            found.setdefault(words[0].rstrip("~"), []).append((words, cue))
    return {word: tuple(rows) for word, rows in found.items()}


def inside(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    return [token for token in tokens if token.start < end and start < token.end]


# --- the sentences --------------------------------------------------------------------------------


def sentence_tallies() -> Iterator[tuple[str, Tally]]:
    """Count the cues of the annotated sentences, by half and together."""
    sentences = msgspec.json.decode(SENTENCES.read_bytes(), type=list[Sentence])
    articles = archive_articles({sentence.article for sentence in sentences})
    tallied: dict[str, Tally] = {"learn": Tally(), "measure": Tally(), "all": Tally()}
    for sentence in sentences:
        article = articles.get(sentence.article)
        if article is None or sha256(article.text.encode()).hexdigest() != sentence.sha256:
            raise CorpusError(f"{SENTENCES.name}: the text of {sentence.article} is not the annotated one")
        text = article.text
        tokens = tokenize(fold(text[sentence.start : sentence.end]))
        found = [
            given.cue for given in analyse(article).attributions if shares((given.cue.start, given.cue.end), sentence)
        ]
        for tally in (tallied[sentence.half], tallied["all"]):
            tally.text(tokens)
            tally.answer(text, sentence.cues, found)
            for cue in sentence.cues:
                words = inside(tokens, cue.start - sentence.start, cue.end - sentence.start)
                tally.cue(text[cue.start : cue.end], cue.stance, known(words))
    for half, tally in tallied.items():
        yield f"sentences, {half}", tally


def shares(place: tuple[int, int], span: Marked | Sentence) -> bool:
    """Tell whether some words share any with a cue or sentence."""
    return place[0] < span.end and span.start < place[1]


def around(text: str, start: int, end: int) -> str:
    """Show some words in brackets in what stands round them."""
    shown = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}"
    return shown.replace("\n", " ")


def archive_articles(wanted: set[str]) -> dict[str, Article]:
    """Give articles of the archive by their ids; the rows are kept, for going through it takes a while."""
    rows = CACHE / f"cues-{sha256(repr(sorted(wanted)).encode()).hexdigest()[:16]}.jsonl"
    if not rows.exists():
        CACHE.mkdir(exist_ok=True)
        with lzma.open(archive()) as lines:
            kept = [line for line in lines if msgspec.json.decode(line, type=_Record).id in wanted]
        rows.write_bytes(b"".join(kept))
    articles = {}
    with rows.open("rb") as lines:
        for line, item in zip(lines, read([rows], ReadOptions(format="jsonl")), strict=True):
            if isinstance(item, Article):
                articles[msgspec.json.decode(line, type=_Record).id] = item
    return articles


if __name__ == "__main__":
    sys.exit(main())
