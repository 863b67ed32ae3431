"""The answer for eyes on a terminal: line by line, each line starting in the direction of its language.

There are no columns: a terminal that orders Arabic from right to left keeps a line together, not a table.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from asanid.model import Attribution, Document, Problem
from asanid.show.labels import labels

_MOST = 12
"""Names of one type that are listed before the rest is counted."""


def document_lines(document: Document, lang: str) -> Iterator[Text]:
    """Give the lines that show one document: what it is, who says what, then names, dates and parts of the text."""
    words = labels(lang)
    yield from _heading(document, words)
    yield Text(words["who"], style="bold underline")
    if not document.attributions:
        yield Text(f"  {words['no_attributions']}", style="dim")
    names = {entity.key: entity.name for entity in document.entities}
    unnamed = {entity.key for entity in document.entities if entity.type == "SOURCE"}
    for attribution in document.attributions:
        yield _attribution(attribution, document, names, unnamed, words)
    yield from _names(document, words)
    yield from _dates(document, words)
    yield _blocks(document, words)
    yield Text("")


def problem_line(problem: Problem, lang: str) -> Text:
    """Give the line that tells what kept a source from being read."""
    return Text.assemble(
        (f"{labels(lang)['problem']}: ", "bold red"), f"{problem.source}: {problem.message} [{problem.slug}]"
    )


def _heading(document: Document, words: dict[str, str]) -> Iterator[Text]:
    yield Text(document.title or document.path or document.id, style="bold cyan")
    facts = [(words["outlet"], document.outlet), (words["published"], document.published)]
    known = " · ".join(f"{label}: {value}" for label, value in facts if value)
    if known:
        yield Text(known, style="dim")


def _attribution(
    attribution: Attribution,
    document: Document,
    names: dict[str, str],
    unnamed: set[str],
    words: dict[str, dict[str, str]],
) -> Text:
    text = document.text
    key = attribution.source_entity
    who = names.get(key, "") if key else str(words["unknown_source"])
    if key in unnamed:
        who = f"{who} ({words['unnamed']})"
    content = " … ".join(" ".join(text[span.start : span.end].split()) for span in attribution.content)
    cue = text[attribution.cue.start : attribution.cue.end]
    style = {"deny": "red", "decline": "yellow", "confirm": "green"}.get(attribution.stance, "magenta")
    return Text.assemble(
        "  " + "  " * _depth(attribution, document),
        (who, "bold"),
        (f" [{words['stance'][attribution.stance]}: {cue}] ", style),
        content,
    )


def _depth(attribution: Attribution, document: Document) -> int:
    parents = {a.id: a.parent for a in document.attributions}
    depth, parent = 0, attribution.parent
    while parent and depth < len(parents):
        depth, parent = depth + 1, parents.get(parent)
    return depth


def _names(document: Document, words: dict[str, dict[str, str]]) -> Iterator[Text]:
    counts = Counter(mention.entity for mention in document.mentions)
    yield Text(str(words["names"]), style="bold underline")
    for kind, label in words["type"].items():
        found = sorted((e for e in document.entities if e.type == kind), key=lambda e: -counts[e.key])
        if found:
            listed = "، ".join(f"{e.name} ({counts[e.key]})" for e in found[:_MOST])
            more = f" +{len(found) - _MOST}" if len(found) > _MOST else ""
            yield Text.assemble("  ", (f"{label}: ", "bold"), listed + more)


def _dates(document: Document, words: dict[str, str]) -> Iterator[Text]:
    if document.dates:
        yield Text(words["dates"], style="bold underline")
        text = document.text
        shown = dict.fromkeys(f"{text[d.start : d.end]} = {d.value}{'~' * d.inferred}" for d in document.dates)
        yield Text("  " + "، ".join(shown))


def _blocks(document: Document, words: dict[str, dict[str, str]]) -> Text:
    counts = Counter(block.kind for block in document.blocks)
    listed = "، ".join(f"{words['block'][kind]} {count}" for kind, count in counts.items())
    return Text.assemble((f"{words['blocks']}: ", "bold"), (listed, "dim"))
