"""What the program answers for an annotated corpus."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from annotation import Annotation, of_document
from corpora import Corpus
from figures import Figure
from scoring import score

from asanid.errors import LexiconError
from asanid.pipeline import analyse


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers for a corpus, in its order; ``failed`` tells, by name, what stopped the program."""

    corpus: Corpus
    found: tuple[Annotation, ...]
    failed: dict[str, str]

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
        return score(zip(golds, self.found, strict=True), self.corpus.layers)


def answer(corpus: Corpus) -> Answers:
    """Analyse every article of a corpus, each by itself; one that fails does not stop the others."""
    failed: dict[str, str] = {}
    found = []
    for document in corpus.documents:
        try:
            found.append(of_document(analyse(document.article)))
        except LexiconError:
            raise  # no fault of the text: nothing can be measured
        except Exception as error:  # noqa: BLE001  # whatever it is: the other texts are measured, and it is told
            failed[document.name] = _told(error, corpus)
            found.append(Annotation(document.article.text))
    return Answers(corpus, tuple(found), failed)


def _and_others(names: list[str]) -> str:
    return f" and {len(names) - 1} more" if names[1:] else ""


def _told(error: Exception, corpus: Corpus) -> str:
    """Tell an error and where it was raised; of a locked text without the message, which may quote it."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    message = "" if corpus.name == "locked" else f": {error}"
    return f"{type(error).__name__}{message} ({place.filename}:{place.lineno})"
