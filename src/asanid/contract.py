"""The JSON contract ``asanid/1``: what the types look like on the way out, and its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from asanid.model import SCHEMA, Claim, Document, Problem


def lines(results: Iterable[Document | Problem], claims: Sequence[Claim] | None = None) -> Iterator[bytes]:
    """Give JSON lines: one for each document or unreadable source, then one of the claims where they are given."""
    for result in results:
        yield encode(result)
    if claims is not None:
        yield msgspec.json.encode({"schema": SCHEMA, "claims": claims})


def whole(results: Iterable[Document | Problem], claims: Sequence[Claim]) -> Iterator[bytes]:
    """Give one JSON object, ``{"schema", "documents", "claims"}``, piece by piece."""
    yield b'{"schema":' + msgspec.json.encode(SCHEMA) + b',"documents":['
    for number, result in enumerate(results):
        yield (b",\n" if number else b"\n") + encode(result)
    yield b'\n],"claims":' + msgspec.json.encode(claims) + b"}\n"


def encode(result: Document | Problem) -> bytes:
    """Encode one line: a document, or what kept a source from being one."""
    if isinstance(result, Problem):
        problem = {"slug": result.slug, "message": result.message}
        return msgspec.json.encode({"schema": SCHEMA, "path": result.source, "problems": [problem]})
    return msgspec.json.encode(result)


def decode(line: bytes | str) -> Document:
    """Read a document line back; raises ``msgspec.ValidationError`` naming the field that is wrong."""
    return msgspec.json.decode(line, type=Document)


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of a document line."""
    return msgspec.json.schema(Document)
