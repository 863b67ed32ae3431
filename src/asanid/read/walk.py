"""Names of sources → open files: paths, folders in sorted order, standard input, web addresses."""

from __future__ import annotations

import errno
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from asanid.errors import ReadError
from asanid.model import Article, Problem
from asanid.read.dispatch import read_stream
from asanid.read.fetch import fetch
from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, problem, reason

Result = Article | Problem
Key = tuple[int, int]

_WEB = re.compile(r"https?://", re.IGNORECASE)
_KINDS = ((stat.S_ISFIFO, "named pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))


def read(
    sources: Iterable[str | os.PathLike[str]] | os.PathLike[str], options: ReadOptions | None = None
) -> Iterator[Result]:
    """Read sources one after the other, lazily: an ``Article`` or a ``Problem`` for each thing found.

    A source is a file, a folder (walked in sorted order, hidden files left out), ``-`` for standard input, or an
    http(s) address (only with ``options.network``); one alone need not be in a list. Nothing that is wrong with a
    source ends the run.
    """
    for source in [sources] if isinstance(sources, str | os.PathLike) else sources:
        yield from read_source(source, options or ReadOptions())


def read_source(source: str | os.PathLike[str], options: ReadOptions) -> Iterator[Result]:
    """Read one source."""
    name = os.fspath(source)
    if not name:
        yield problem("not-found", name)  # an empty name would be the current folder
    elif name == "-":
        yield from read_stream(sys.stdin.buffer, Source("-", path="-"), options)
    elif _WEB.match(name):
        yield from _address(name, options)
    else:
        yield from _path(Path(name), options, ())


def _address(url: str, options: ReadOptions) -> Iterator[Result]:
    try:
        got = fetch(url, options)
    except ReadError as error:
        yield error.problem
        return
    source = Source(url, url=got.url, charset=got.charset, media_type=got.media_type, retrieved=got.retrieved)
    yield from read_stream(io.BytesIO(got.data), source, options)


def _path(path: Path, options: ReadOptions, above: tuple[Key, ...]) -> Iterator[Result]:
    """Read a file or folder; ``above`` are the folders that led here, to notice a link back into one."""
    name = _shown(path)
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            yield from _folder(path, options, above, (facts.st_dev, facts.st_ino))
        elif stat.S_ISREG(facts.st_mode):
            with path.open("rb") as stream:
                yield from read_stream(stream, Source(name, path=name), options, facts.st_size)
        else:
            kind = next((kind for test, kind in _KINDS if test(facts.st_mode)), "special file")
            yield problem("not-a-file", name, kind=kind)
    except ReadError as error:
        yield error.problem
    except (OSError, ValueError) as error:
        yield _refused(error, name)


def _folder(path: Path, options: ReadOptions, above: tuple[Key, ...], key: Key) -> Iterator[Result]:
    if key in above:
        raise failure("symlink-cycle", _shown(path))
    members = sorted(member for member in path.iterdir() if not member.name.startswith("."))
    if not members:
        raise failure("empty-folder", _shown(path))
    for member in members:
        yield from _path(member, options, (*above, key))


def _refused(error: OSError | ValueError, name: str) -> Problem:
    """Say why the system does not open a path; ``ValueError`` is a name with a NUL in it."""
    if isinstance(error, PermissionError):
        return problem("permission-denied", name)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return problem("not-found", name)
    if isinstance(error, OSError) and error.errno == errno.ELOOP:  # links that lead only to each other
        return problem("symlink-cycle", name)
    return problem("read-failed", name, reason=getattr(error, "strerror", None) or reason(error))


def _shown(path: Path) -> str:
    """Write a path so that it can be printed and stored, whatever bytes the name is made of."""
    return os.fsencode(path).decode("utf-8", "replace") if "\0" not in str(path) else str(path).replace("\0", "\ufffd")
