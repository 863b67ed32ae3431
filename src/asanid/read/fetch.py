"""The one place that opens the network: one address → bytes, within limits, never into a private network unasked."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from urllib.parse import quote, urljoin, urlsplit

from asanid.errors import ReadError
from asanid.read.options import ReadOptions
from asanid.read.problems import failure, reason

_MOST_REDIRECTS = 5
_SLOWEST = 6  # a whole answer may take this many times the timeout of one read
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_HEADERS = {
    "User-Agent": "asanid/0.1",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
    "Accept-Language": "ar,*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: ``url`` after redirects, the declared character set and type, and when (ISO 8601, UTC)."""

    data: bytes
    url: str
    charset: str | None
    media_type: str
    retrieved: str


def fetch(url: str, options: ReadOptions) -> Fetched:
    """Fetch one http or https address; every way in which that fails raises ``ReadError``."""
    if not options.network:
        raise failure("network-off", url, what="a web address")
    start, place = time.monotonic(), url
    for _ in range(_MOST_REDIRECTS + 1):
        try:
            answer = _ask(place, url, options, start)
        except ReadError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise failure("fetch-failed", url, reason=reason(error)) from error
        if isinstance(answer, Fetched):
            return answer
        place = urljoin(place, answer)
    raise failure("fetch-failed", url, reason=f"more than {_MOST_REDIRECTS} redirects")


def _ask(place: str, url: str, options: ReadOptions, start: float) -> Fetched | str:
    """Ask once: the answer, or the address it redirects to."""
    connection, target = _connection(place, url, options)
    try:
        connection.request("GET", target, headers=_HEADERS)
        with connection.getresponse() as response:
            return _answer(response, place, url, options, start)
    finally:
        connection.close()


def _answer(
    response: http.client.HTTPResponse, place: str, url: str, options: ReadOptions, start: float
) -> Fetched | str:
    if response.status in _REDIRECTS and (location := response.getheader("Location")):
        return location.encode("latin-1", "replace").decode("utf-8", "replace")
    if response.status != http.client.OK:
        raise failure("fetch-failed", url, reason=f"the server answered {response.status} {response.reason}")
    return Fetched(
        _body(response, url, options, start),
        place,
        _charset(response.headers),
        response.headers.get_content_type(),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _connection(place: str, url: str, options: ReadOptions) -> tuple[http.client.HTTPConnection, str]:
    """Connect, and give what to ask for: path and query, escaped."""
    try:
        parts = urlsplit(place)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except (ValueError, UnicodeError) as error:
        raise failure("bad-url", url, reason=reason(error)) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise failure("bad-url", url, reason=f"{parts.scheme or 'no scheme'} with host {host or 'none'}")
    secure = parts.scheme == "https"
    port = port or (443 if secure else 80)
    connection = http.client.HTTPConnection(host, port, timeout=options.timeout)
    wire = _dial(host, port, url, options)
    connection.sock = _secured(wire, host) if secure else wire
    if secure:
        connection.default_port = 443
    safe = "%/:@!$&'()*+,;=~-._?"
    query = f"?{quote(parts.query, safe=safe)}" if parts.query else ""
    return connection, (quote(parts.path, safe=safe) or "/") + query


def _dial(host: str, port: int, url: str, options: ReadOptions) -> socket.socket:
    """Connect to the first address that answers, having looked at the very address that is dialled."""
    failed: OSError = OSError("the host has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not options.allow_private and not _is_public(str(address[0])):
            raise failure("private-address", url, host=host)
        wire = socket.socket(family, kind, protocol)
        wire.settimeout(options.timeout)
        try:
            wire.connect(address)
        except OSError as error:
            wire.close()
            failed = error
        else:
            return wire
    raise failed


def _secured(wire: socket.socket, host: str) -> socket.socket:
    try:
        return ssl.create_default_context().wrap_socket(wire, server_hostname=host)
    except OSError:
        wire.close()
        raise


def _is_public(address: str) -> bool:
    number = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(number, "ipv4_mapped", None) or getattr(number, "sixtofour", None)
    return (mapped or number).is_global and not number.is_multicast


def _body(response: http.client.HTTPResponse, url: str, options: ReadOptions, start: float) -> bytes:
    chunks, size = [], 0
    while chunk := response.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > options.max_bytes:
            raise failure("oversized", url, limit=options.max_bytes)
        if time.monotonic() - start > _SLOWEST * options.timeout:
            raise failure("fetch-failed", url, reason="the answer takes too long")
    return b"".join(chunks)


def _charset(headers: Message) -> str | None:
    charset = headers.get_content_charset()
    return charset if charset and charset.isascii() else None
