"""Compressed streams (gzip, xz, bzip2), recognised by their first bytes and unpacked as they are read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import BinaryIO

from asanid.read.options import ReadOptions, Source
from asanid.read.problems import failure, reason

# what the three raise on damaged data; BadGzipFile is an OSError like that of bz2
DAMAGE = (EOFError, lzma.LZMAError, zlib.error, gzip.BadGzipFile)
SUFFIXES = (".gz", ".xz", ".bz2")
_MAGIC = ((b"\x1f\x8b", "gzip"), (b"\xfd7zXZ\0", "xz"), (b"BZh", "bzip2"))
_DEEPEST = 2
HEAD = 65_536


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """Wrap a stream so that ``peek`` shows a head of 64 KiB, also of a pipe."""
    return io.BufferedReader(_Filled(stream), HEAD)


def unpacking(reader: io.BufferedReader) -> io.BufferedReader:
    """Wrap a stream so that it reads unpacked; one that is not compressed comes back as it is.

    A file compressed twice is unpacked twice, no more.
    """
    for _ in range(_DEEPEST):
        kind = compression(reader.peek(8))
        if kind is None:
            break
        reader = buffered(_opened(reader, kind))
    return reader


def compression(head: bytes) -> str | None:
    """Name how a stream is compressed, by its first bytes."""
    return next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)


def raise_damage(reader: io.BufferedReader) -> None:
    """Raise what a stream met at its end, if that was no end but damage."""
    if isinstance(reader.raw, _Filled) and reader.raw.error is not None:
        raise reader.raw.error


def unpacked(data: bytes, source: Source, options: ReadOptions) -> bytes:
    """Unpack a whole answer of the network, within the limit."""
    try:
        reader = unpacking(buffered(io.BytesIO(data)))
        content = reader.read(options.max_bytes + 1)
        raise_damage(reader)
    except (*DAMAGE, OSError) as error:
        raise failure("broken-archive", source.name, reason=reason(error)) from error
    if len(content) > options.max_bytes:
        raise failure("oversized", source.name, limit=options.max_bytes)
    return content


def _opened(stream: io.BufferedReader, kind: str) -> BinaryIO:
    if kind == "gzip":
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    if kind == "xz":
        return lzma.LZMAFile(stream)  # type: ignore[return-value]
    return bz2.BZ2File(stream)  # type: ignore[return-value]


class _Filled(io.RawIOBase):
    """A stream whose every read is as long as was asked for, and that ends where it is damaged.

    Buffers lose what came before an error they meet; so ``error`` keeps it for afterwards.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)
        self.error: Exception | None = None

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer, or as much of it as there is."""
        filled = 0
        while filled < len(buffer) and (chunk := self._more(len(buffer) - filled)):
            buffer[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        return filled

    def _more(self, size: int) -> bytes:
        try:
            return b"" if self.error else self._read(size)
        except (*DAMAGE, OSError) as error:
            self.error = error
            return b""
