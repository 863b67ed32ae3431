"""Tables of articles, a record at a time: JSONL, JSON and CSV. Memory holds one record, however long the file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.article import Draft, decoded, finish
from asanid.read.columns import columns_of
from asanid.read.lines import text_lines
from asanid.read.metadata import names_in
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason
from asanid.read.web import fetch_article

DELIMITERS = ",\t;|"
_MOST_SHOWN = 12

Result = Article | Problem
Record = Mapping[str, object]


def read_jsonl(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read one JSON object a line."""
    for number, line in enumerate(text_lines(stream, source, options), 1):
        if isinstance(line, Problem):
            yield line
        elif line.strip():
            part = source.part(str(number))
            try:
                yield from _results(_object(_loaded(line, part), part), part, source, options)
            except ReadError as error:
                yield error.problem


def read_json(data: bytes, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read one JSON object, or a list of them."""
    loaded = _loaded(decoded(data, source), source)
    for number, value in enumerate(loaded if isinstance(loaded, list) else [loaded], 1):
        part = source.part(str(number))
        try:
            yield from _results(_object(value, part), part, source, options)
        except ReadError as error:
            yield error.problem


def read_csv(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read a table with a line of column names; commas, tabs, semicolons and bars are told apart by it."""
    lines = text_lines(stream, source, options)
    header = next(lines, "")
    if isinstance(header, Problem):
        yield header
        return
    delimiter = delimiter_of(header, options)
    names = _cells(header, delimiter)
    if not {"text", "url", "title"} & columns_of(names, options.columns).keys():
        shown = ", ".join(names[:_MOST_SHOWN]).encode("utf-8", "replace").decode()
        raise failure("no-text-column", source.name, columns=shown or "none")
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    for number, cells in enumerate(_rows(lines, delimiter, source), 1):
        part = source.part(str(number))
        if isinstance(cells, Problem):
            yield cells
        elif any(map(str.strip, cells)):
            try:
                yield from _results(_record(names, cells, part), part, source, options)
            except ReadError as error:
                yield error.problem


def delimiter_of(header: str, options: ReadOptions) -> str:
    """Choose what parts a header into the most known columns; a comma where nothing does.

    >>> delimiter_of("id;title;text", ReadOptions())
    ';'
    """
    known = [(len(columns_of(_cells(header, mark), options.columns)), mark) for mark in DELIMITERS]
    most = max(count for count, _ in known)
    return next(mark for count, mark in known if count == most)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _rows(lines: Iterator[str | Problem], delimiter: str, source: Source) -> Iterator[list[str] | Problem]:
    """Give rows, and in their places the problems of lines and of quoting."""
    troubles: list[Problem] = []
    reader = csv.reader(_texts(lines, troubles), delimiter=delimiter)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells = []
            troubles.append(problem("bad-row", f"{source.name}#line {reader.line_num + 1}", reason=reason(error)))
        yield from troubles
        troubles.clear()
        if cells is None:
            return
        yield cells


def _texts(lines: Iterator[str | Problem], troubles: list[Problem]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, Problem):
            troubles.append(line)
        else:
            yield line


def _record(names: Sequence[str], cells: Sequence[str], part: Source) -> Record:
    if len(cells) > len(names) and any(map(str.strip, cells[len(names) :])):
        why = f"it has {len(cells)} cells and the table {len(names)} columns"
        raise failure("bad-row", part.name, reason=why)
    return dict(zip(names, cells, strict=False))


def _loaded(text: str, part: Source) -> object:
    try:
        value: object = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise failure("bad-row", part.name, reason=f"it is not JSON, {reason(error)}") from None
    return value


def _object(value: object, part: Source) -> Record:
    if not isinstance(value, dict):
        raise failure("bad-row", part.name, reason="it is not a JSON object")
    return value


def _results(record: Record, part: Source, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Make the article of a record; without a text, from its page or from the title and summary it has."""
    columns = columns_of(record, options.columns)
    said = {field: _text(record[column]) for field, column in columns.items()}
    if label := " ".join(said.get("id", "").split()):
        part = source.part(label.encode("utf-8", "replace").decode())
    draft = Draft(
        said.get("text", ""),
        title=said.get("title"),
        summary=said.get("summary"),
        byline=said.get("author"),
        url=said.get("url") or None,
        outlet=said.get("outlet"),
        published=said.get("published"),
        updated=said.get("updated"),
        retrieved=said.get("retrieved"),
    )
    if draft.body.strip():
        yield finish(draft, part, options)
    else:
        yield _bodiless(draft, part, options, said.get("language", ""))


def _bodiless(draft: Draft, part: Source, options: ReadOptions, language: str) -> Result:
    if language and not language.lower().startswith("ar"):
        raise failure("not-arabic", part.name, why=f"the record says that its language is {language[:20]}")
    if draft.url and options.network:
        return fetch_article(draft.url, part, options, draft)
    parts = [name for name, value in (("title", draft.title), ("summary", draft.summary)) if (value or "").strip()]
    if parts:
        return finish(draft, part, options, (problem("no-body", part.name, parts=" and ".join(parts)),))
    if draft.url:
        raise failure("no-text", part.name)
    raise failure("bad-row", part.name, reason="it has no text; text columns are named in the options (columns)")


def _text(value: object) -> str:
    """Write out a cell: paragraphs of a list as lines, names of objects, numbers as they are."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, int | float) else names_in(value)
