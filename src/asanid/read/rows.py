"""Tables of articles, a record at a time: JSONL, JSON and CSV. Memory holds one record, however long the file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.article import Draft, decoded, finish
from asanid.read.columns import columns_of
from asanid.read.encoding import Undecodable, guess
from asanid.read.metadata import names_in
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason
from asanid.read.web import fetch_page

_HEAD = 65_536
_DELIMITERS = ",\t;|"
_MOST_SHOWN = 12

Result = Article | Problem
Record = Mapping[str, object]


def read_jsonl(stream: BinaryIO, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read one JSON object a line."""
    for number, line in enumerate(_lines(stream, source, options), 1):
        part = source.part(str(number))
        if isinstance(line, Problem):
            yield line
        elif line.strip():
            yield from _guarded(line, part, source, options)


def read_json(data: bytes, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read one JSON object, or a list of them."""
    loaded = _loaded(decoded(data, source), source)
    records = loaded if isinstance(loaded, list) else [loaded]
    for number, record in enumerate(records, 1):
        try:
            yield from _article(_object(record, source), source.part(str(number)), source, options)
        except ReadError as error:
            yield error.problem


def read_csv(stream: BinaryIO, source: Source, options: ReadOptions) -> Iterator[Result]:
    """Read a table with a line of column names; commas, tabs, semicolons and bars are recognised."""
    lines = _lines(stream, source, options)
    header = next(lines, "")
    if isinstance(header, Problem):
        yield header
        return
    delimiter = delimiter_of(header, options)
    names = next(csv.reader([header], delimiter=delimiter), [])
    if "text" not in (known := columns_of(names, options.columns)) and "url" not in known:
        raise failure("no-text-column", source.name, columns=", ".join(names[:_MOST_SHOWN]) or "none")
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    troubles: list[Problem] = []
    rows = csv.reader(_only_text(lines, troubles), delimiter=delimiter)
    number = 1
    while True:
        number += 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield problem("bad-row", source.part(str(number)).name, reason=reason(error))
            continue
        yield from troubles
        troubles.clear()
        if cells is None:
            return
        yield from _row(names, cells, source.part(str(number)), source, options)


def delimiter_of(header: str, options: ReadOptions) -> str:
    """Choose what parts a header into the most known columns; a comma where nothing does."""
    return max(_DELIMITERS, key=[_known(header, mark, options) for mark in _DELIMITERS].__getitem__.__call__)


def _known(header: str, delimiter: str, options: ReadOptions) -> int:
    return len(columns_of(next(csv.reader([header], delimiter=delimiter), []), options.columns))
