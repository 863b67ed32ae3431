"""What the commands do, importable without the command line."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from itertools import islice

from rich.console import Console

from asanid import config, contract, lexicon, pipeline
from asanid.errors import ConfigError
from asanid.model import Document, Problem
from asanid.read import ReadOptions
from asanid.show import terminal


def trace_command(  # noqa: PLR0913  # a keyword for each option
    sources: Iterable[str],
    *,
    format_: str = "auto",
    stream: bool = False,
    every: bool = False,
    published: str | None = None,
    outlet: str | None = None,
    columns: Iterable[str] = (),
    limit: int | None = None,
    quiet: bool = False,
    **flags: int | str | bool | None,
) -> int:
    """Trace sources and print the answers; gives the exit code."""
    settings = {name: setting.value for name, setting in config.load(flags).items()}
    options = ReadOptions(
        network=settings["network"],
        allow_private=settings["allow_private"],
        max_bytes=settings["max_megabytes"] << 20,
        columns=dict(_column(pair) for pair in columns),
        published=_day(published),
        outlet=outlet,
    )
    counts: Counter[str] = Counter()
    results = _counted(islice(pipeline.trace(sources, options, settings["jobs"]), limit), counts)
    if format_ == "auto":
        format_ = "terminal" if sys.stdout.isatty() else "jsonl"
    try:
        _print(results, format_, settings["lang"], stream=stream, every=every)
        sys.stdout.flush()
    except BrokenPipeError:
        # the reader has seen enough: hand what is still buffered to nobody, so that nothing complains at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    articles = counts.pop("", 0)
    if not quiet and (counts or format_ != "terminal"):
        slugs = ", ".join(f"{slug} {count}" for slug, count in counts.most_common())
        print(
            f"asanid: {articles} articles, {counts.total()} problems" + (f" ({slugs})" if slugs else ""),
            file=sys.stderr,
        )
    return 1 if counts else 0


def doctor_lines() -> Iterator[str]:
    """Tell versions, the lexicon in use and every setting with where it came from."""
    yield f"asanid {version('asanid')}, lexicon {lexicon.fingerprint()}, models: none (rules alone)"
    for name, setting in config.load().items():
        yield f"{name} = {setting.value}  ({setting.origin}; {config.OPTIONS[name].help})"


def schema_text() -> str:
    """Give the JSON Schema of a document line as text."""
    return json.dumps(contract.json_schema(), ensure_ascii=False, indent=1)


def _print(results: Iterator[Document | Problem], format_: str, lang: str, *, stream: bool, every: bool) -> None:
    if format_ == "terminal":
        _print_readable(results, lang, every=every)
        return
    out = sys.stdout.buffer
    if stream and format_ == "jsonl":
        for row in contract.lines(results):
            out.write(row + b"\n")
            out.flush()
        return
    found, claims = pipeline.linked(results)
    if format_ == "json":
        out.writelines(contract.whole(found, claims))
    else:
        out.writelines(row + b"\n" for row in contract.lines(found, claims))


def _print_readable(results: Iterator[Document | Problem], lang: str, *, every: bool) -> None:
    console = Console(highlight=False)
    found, claims = pipeline.linked(results)
    for result in found:
        if isinstance(result, Problem):
            console.print(terminal.problem_line(result, lang))
    documents = [result for result in found if isinstance(result, Document)]
    for line in terminal.answer_lines(documents, claims, lang, every=every):
        console.print(line)


def _counted(results: Iterable[Document | Problem], counts: Counter[str]) -> Iterator[Document | Problem]:
    for result in results:
        counts[result.slug if isinstance(result, Problem) else ""] += 1
        yield result


def _column(pair: str) -> tuple[str, str]:
    field, equals, name = pair.partition("=")
    if not equals or not name:
        raise ConfigError(f"--column {pair!r}: FIELD=NAME is expected, for example text=body")
    return field, name


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        date.fromisoformat(published[:10])
    except ValueError as error:
        raise ConfigError(f"--published {published!r}: a date such as 2024-10-08 is expected") from error
    return published
