"""What the program answers for an annotated corpus."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

import msgspec
from annotation import Annotation, FoundClaim, of_document
from claim_measures import score_claims
from corpora import Corpus
from figures import Figure, Share
from scoring import score

from asanid.errors import LexiconError
from asanid.model import Document
from asanid.pipeline import analyse, linked


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers for a corpus, in its order; ``failed`` tells, by name, what stopped the program.

    Of a corpus with annotated claims ``claims`` are those found over all its texts, ``ids`` the ids of the documents.
    """

    corpus: Corpus
    found: tuple[Annotation, ...]
    failed: dict[str, str]
    claims: tuple[FoundClaim, ...] = ()
    ids: tuple[str, ...] = ()

    @property
    def troubles(self) -> list[str]:
        """Tell what failed, a line for each reason, with the first of the texts."""
        texts: dict[str, list[str]] = {}
        for name, reason in self.failed.items():
            texts.setdefault(reason, []).append(name)
        return [f"{names[0]}{_and_others(names)}: {reason}" for reason, names in texts.items()]

    @property
    def figures(self) -> dict[str, Figure]:
        """Score the answers in the layers that are annotated; a failure counts as an empty answer."""
        golds = [document.gold for document in self.corpus.documents]
        figures = score(zip(golds, self.found, strict=True), self.corpus.layers)
        if self.corpus.claims:
            names = [document.name for document in self.corpus.documents]
            pairs = dict(zip(names, zip(golds, self.found, strict=True), strict=True))
            figures |= _rising(
                score_claims(self.corpus.claims, self.claims, pairs, dict(zip(names, self.ids, strict=True)))
            )
        return figures


def answer(corpus: Corpus) -> Answers:
    """Analyse every article of a corpus, each by itself; one that fails does not stop the others.

    Claims are told over all of them where the corpus has claims annotated.
    """
    failed: dict[str, str] = {}
    documents: dict[str, Document] = {}
    for document in corpus.documents:
        try:
            documents[document.name] = analyse(document.article)
        except LexiconError:
            raise  # no fault of the text: nothing can be measured
        except Exception as error:  # noqa: BLE001  # whatever it is: the other texts are measured, and it is told
            failed[document.name] = _told(error, corpus)
    found = tuple(
        of_document(documents[document.name]) if document.name in documents else Annotation(document.article.text)
        for document in corpus.documents
    )
    if not corpus.claims:
        return Answers(corpus, found, failed)
    ids = tuple(documents[d.name].id if d.name in documents else "" for d in corpus.documents)
    claims = linked(documents.values())[1]
    return Answers(corpus, found, failed, msgspec.convert(claims, tuple[FoundClaim, ...], from_attributes=True), ids)


def _rising(figures: dict[str, Figure]) -> dict[str, Figure]:
    """Give the figures with false corroboration turned round, so that more is better for every one of them."""
    false = figures.pop("false_corroboration")
    if isinstance(false, Share):
        figures["no_false_corroboration"] = Share(false.total - false.hits, false.total)
    return figures


def _and_others(names: list[str]) -> str:
    return f" and {len(names) - 1} more" if names[1:] else ""


def _told(error: Exception, corpus: Corpus) -> str:
    """Tell an error and where it was raised; of a locked text without the message, which may quote it."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    message = "" if corpus.name == "locked" else f": {error}"
    return f"{type(error).__name__}{message} ({place.filename}:{place.lineno})"
