"""The compiled lexicon: a header that says where each part lies, then the parts, each in MessagePack."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from asanid.errors import LexiconError

PATH = Path(__file__).with_name("lexicon.bin")
_MAGIC = b"ASANLEX1"

T = TypeVar("T")


class Header(msgspec.Struct, frozen=True):
    """What the file holds: offset and length of each part, counted from the end of the header; a hash of them all."""

    fingerprint: str
    parts: dict[str, tuple[int, int]]


def section(name: str, entry: type[T]) -> tuple[T, ...]:
    """Give the entries of ``data/<name>.yaml``; raises ``LexiconError`` where there is no such section."""
    entries: tuple[T, ...] = _section(name, cast(Hashable, entry))
    return entries


def table(name: str) -> Mapping[str, int]:
    """Give the table ``data/tables/<name>.tsv``: folded form → number (a count or flags)."""
    return _table(name)


def fingerprint() -> str:
    """Name the compiled lexicon by a hash of its content."""
    return _open()[0].fingerprint


def write(parts: Mapping[str, bytes], path: Path = PATH) -> None:
    """Write encoded parts as one file, in one step (a reader never sees half a file)."""
    digest = hashlib.sha256()
    index: dict[str, tuple[int, int]] = {}
    position = 0
    for name in sorted(parts):
        digest.update(name.encode())
        digest.update(parts[name])
        index[name] = (position, len(parts[name]))
        position += len(parts[name])
    header = msgspec.msgpack.encode(Header(digest.hexdigest()[:12], index))
    temporary = path.with_suffix(".tmp")
    with temporary.open("wb") as out:
        out.write(_MAGIC + len(header).to_bytes(4, "little") + header)
        for name in sorted(parts):
            out.write(parts[name])
    temporary.replace(path)


@cache
def _section(name: str, entry: Hashable) -> Any:
    return msgspec.msgpack.decode(_part(name), type=tuple[entry, ...])  # type: ignore[valid-type]


@cache
def _table(name: str) -> dict[str, int]:
    return msgspec.msgpack.decode(_part("tables/" + name), type=dict[str, int])


def _part(name: str) -> memoryview:
    header, start, data = _open()
    if name not in header.parts:
        raise LexiconError(f"the compiled lexicon has no part {name!r}; it has {', '.join(sorted(header.parts))}")
    offset, length = header.parts[name]
    return memoryview(data)[start + offset : start + offset + length]


@cache
def _open() -> tuple[Header, int, mmap.mmap]:
    try:
        with PATH.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except FileNotFoundError as error:
        raise LexiconError(
            f"{PATH} is missing: run `python -m asanid.lexicon.compile`, or install the package again"
        ) from error
    if data[: len(_MAGIC)] != _MAGIC:
        raise LexiconError(f"{PATH} is not a compiled lexicon: run `python -m asanid.lexicon.compile`")
    size = int.from_bytes(data[8:12], "little")
    return msgspec.msgpack.decode(data[12 : 12 + size], type=Header), 12 + size, data
