"""Time the rule path on one core: words per second, and where the time goes.

    python benchmarks/speed.py                       600 articles of the archive, from the 1500th on
    python benchmarks/speed.py --limit 300 --runs 5  fewer articles, more runs
    python benchmarks/speed.py --warm 0 FILE…        other files, nothing before them

Process time. The articles before (``--warm``) are analysed first and not counted: what is loaded once is loaded then,
and some word forms are known. Each run starts from there, in a process of its own, so that none has met the articles
before. Phases are timed in one more run, each without those it calls; reading is no part of the rule path.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from inspect import isgenerator
from itertools import islice
from multiprocessing import get_context
from typing import Any
from unittest.mock import patch

from corpora import AbsentError, archive

from asanid.model import Article
from asanid.pipeline import analyse
from asanid.read import read

_FROM = 1_200
"""The archive's first articles are of a few days; these are of many."""
PHASES = (
    ("fold", "asanid.parse.parsed.fold"),
    ("blocks", "asanid.parse.parsed.find_blocks"),
    ("tokens and clitics", "asanid.parse.parsed.tokenize"),
    ("quotations", "asanid.parse.parsed.find_quotes"),
    ("sentences", "asanid.parse.parsed.split_sentences"),
    ("names", "asanid.parse.parsed.find_names"),
    ("identity", "asanid.parse.parsed.resolve_names"),
    ("dates", "asanid.parse.parsed.find_dates"),
    ("numbers", "asanid.parse.parsed.find_numbers"),
    ("scene", "asanid.extract.attributions.set_stage"),
    ("scene", "asanid.extract.contacts.set_stage"),
    ("cues", "asanid.extract.orders.find_cues"),
    ("cues", "asanid.extract.orders.is_cue"),
    ("orders", "asanid.extract.attributions.find_drafts"),
    ("complements", "asanid.extract.orders.find_complement"),
    ("complements", "asanid.extract.verbs.find_complement"),
    ("sources", "asanid.extract.verbs.source_after"),
    ("sources", "asanid.extract.verbs.source_before"),
    ("sources", "asanid.extract.according.source_after"),
    ("who", "asanid.extract.attributions.Cast"),
    ("who", "asanid.extract.attributions._speaker"),
    ("origins", "asanid.extract.attributions.find_origins"),
    ("targets and stances", "asanid.extract.attributions.find_replies"),
    ("certainty and the rest", "asanid.pipeline.find_attributions"),
    ("contacts", "asanid.pipeline.find_contacts"),
)
"""What is timed: the name under which the caller knows each function."""


@dataclass
class Clock:
    """Process time by phase, each without the phases that it calls."""

    spent: dict[str, float] = field(default_factory=dict)
    _inside: list[float] = field(default_factory=lambda: [0.0])

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count what happens inside for a phase."""
        start = time.process_time()
        self._inside.append(0.0)
        try:
            yield
        finally:
            whole = time.process_time() - start
            self.spent[name] = self.spent.get(name, 0.0) + whole - self._inside.pop()
            self._inside[-1] += whole

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Give a function that counts for a phase; what a generator gives is counted as well."""

        def run(*arguments: Any, **named: Any) -> Any:
            with self.phase(name):
                found = function(*arguments, **named)
                return list(found) if isgenerator(found) else found

        return run


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", help="what to analyse (default: the archive in ../shared)")
    parser.add_argument("--limit", type=int, default=600, help="articles that are counted (default 600)")
    parser.add_argument("--warm", type=int, default=300, help="articles before that are not (default 300)")
    parser.add_argument("--runs", type=int, default=3, help="counted runs (default 3)")
    options = parser.parse_args()
    try:
        sources, skipped = (options.files, 0) if options.files else ([str(archive())], _FROM)
    except AbsentError as error:
        parser.error(str(error))
    found = (item for item in read(sources) if isinstance(item, Article))
    articles = list(islice(found, skipped, skipped + options.warm + options.limit))
    seconds(articles[: options.warm])
    counted = articles[options.warm :]
    words = sum(len(article.text.split()) for article in counted)
    if not words:
        parser.error("no article is left to count")
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        runs = pool.map(seconds, [counted] * options.runs, chunksize=1)
        spent = pool.apply(phases, [counted])
    for line in report(len(counted), words, runs, spent):
        print(line)
    return 0


def seconds(articles: Iterable[Article]) -> float:
    """Analyse articles one by one; process time."""
    start = time.process_time()
    for article in articles:
        analyse(article)
    return time.process_time() - start


def phases(articles: Iterable[Article]) -> dict[str, float]:
    """Tell the process time of each phase of the rule path."""
    clock = Clock()
    with ExitStack() as stack:
        for name, path in PHASES:
            module, _, function = path.rpartition(".")
            stack.enter_context(patch(path, clock.timed(name, getattr(import_module(module), function))))
        with clock.phase("everything else"):
            seconds(articles)
    return clock.spent


def report(articles: int, words: int, runs: Iterable[float], spent: dict[str, float]) -> Iterator[str]:
    """Lay the figures out, one a line."""
    runs = sorted(runs)
    yield f"{articles:,} articles, {words:,} words"
    yield f"{'words per second and core, best':34}{words / runs[0]:>10,.0f}"
    yield f"{'… median':34}{words / runs[len(runs) // 2]:>10,.0f}"
    whole = sum(spent.values())
    yield f"{'phase':34}{'µs/word':>10}{'share':>8}"
    for name, time_spent in sorted(spent.items(), key=_seconds, reverse=True):
        yield f"{name:34}{1e6 * time_spent / words:>10.2f}{time_spent / whole:>8.1%}"


def _seconds(row: tuple[str, float]) -> float:
    return row[1]


if __name__ == "__main__":
    sys.exit(main())
