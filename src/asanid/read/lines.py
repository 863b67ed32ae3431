"""A stream of bytes → lines of text, one at a time and none longer than the limit."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from asanid.model import Problem
from asanid.read.compressed import HEAD
from asanid.read.encoding import UndecodableError, decode, guess
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem

_ESCAPED = re.compile("[\udc80-\udcff]")
_CHUNK = 2**20


def text_lines(stream: io.BufferedReader, source: Source, options: ReadOptions) -> Iterator[str | Problem]:
    """Decode a stream line by line, line ends kept; a line too long or not decodable is a ``Problem`` in its place.

    A line in another Arabic encoding than the rest is read in its own.
    """
    encoding = _encoding(stream.peek(HEAD)[:HEAD], source)
    text = io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="")
    number = 0
    try:
        while line := text.readline(options.max_bytes + 1):
            number += 1
            yield _checked(line, text, source.part(str(number)), encoding, options)
    except UnicodeDecodeError as error:
        raise failure("undecodable", source.name, where=f"line {number + 1}, read as {error.encoding}") from None
    finally:
        text.detach()


def _encoding(head: bytes, source: Source) -> str:
    """Guess from the whole head, or from the first line where a later one is damaged."""
    try:
        return guess(head, source.charset, partial=True)
    except UndecodableError:
        first, newline, _ = head.partition(b"\n")
    try:
        return guess(first, source.charset, partial=not newline)
    except UndecodableError as error:
        raise failure(error.slug, source.name, where=error.where, why="none of its letters are") from None


def _checked(line: str, text: io.TextIOWrapper, part: Source, encoding: str, options: ReadOptions) -> str | Problem:
    if len(line) > options.max_bytes:
        while not line.endswith("\n") and (line := text.readline(_CHUNK)):
            pass
        return problem("oversized", part.name, limit=options.max_bytes)
    if not _ESCAPED.search(line):
        return line
    try:
        return decode(line.encode(encoding, "surrogateescape"))
    except (UndecodableError, UnicodeEncodeError) as error:
        where = getattr(error, "where", "in this line")
        return problem("undecodable", part.name, where=where)
