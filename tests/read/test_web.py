from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from asanid.errors import ReadError
from asanid.read import ReadOptions, read
from asanid.read.dispatch import read_stream
from asanid.read.fetch import fetch
from asanid.read.options import Source

from .test_html import JSON, page
from .test_rows import RECORD, _jsonl
from .texts import BODY, OPTIONS, TEXT, TITLE, only, slugs

FEED = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>صحيفة المرفأ</title>
<item><title>{TITLE}</title><link>https://example.org/n/1</link><pubDate>Sun, 30 May 2021 08:15:00 +0300</pubDate>
<description>الوزارة تطمئن</description>
<content:encoded><![CDATA[{"".join(f"<p>{line}</p>" for line in BODY)}]]></content:encoded></item>
<item><title>خبر قصير عن الميناء</title><link>URL/page</link>
<description>&lt;b&gt;سفينة&lt;/b&gt; تصل</description></item>
<item><title>Only English</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة المرفأ</title><entry><title>{TITLE}</title>
<author><name>سلمى الراوي</name></author><updated>2021-05-30T08:15:00Z</updated><link href="https://example.org/n/1"/>
<content type="html">&lt;p&gt;{BODY[0]}&lt;/p&gt;&lt;p&gt;{BODY[1]}&lt;/p&gt;</content></entry></feed>"""
SITEMAP = f"""<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>URL/bare</loc><news:news><news:publication>
<news:name>صحيفة المرفأ</news:name></news:publication><news:publication_date>2021-05-30</news:publication_date>
<news:title>{TITLE}</news:title></news:news></url><url><loc>URL/missing</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>URL/map.xml.gz</loc></sitemap>
<sitemap><loc>URL/index</loc></sitemap></sitemapindex>"""
ONLINE = ReadOptions(network=True, allow_private=True, timeout=5, max_bytes=1_000_000)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_port}"  # type: ignore[attr-defined]
        answers = {
            "/page": (200, "text/html; charset=utf-8", page(JSON).encode("cp1256", "ignore")),
            "/bare": (200, "text/html", page().encode()),
            "/feed": (200, "application/rss+xml", FEED.replace("URL", here).encode()),
            "/map.xml.gz": (200, "application/gzip", gzip.compress(SITEMAP.replace("URL", here).encode())),
            "/index": (200, "text/xml", INDEX.replace("URL", here).encode()),
            "/%D8%AE%D8%A8%D8%B1?a=1": (200, "text/plain", TEXT.encode()),
            "/large": (200, "text/plain", b"x" * 1_000_001),
            "/loop": (302, "/loop", b""),
            "/moved": (301, "/page", b""),
            "/file": (302, "file:///etc/hosts", b""),
        }
        status, kind, body = answers.get(self.path, (404, "text/plain", b""))
        self.send_response(status)
        self.send_header("Location" if 300 <= status < 400 else "Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def _stream(data: bytes, name: str = "-", options: ReadOptions = OPTIONS) -> list:
    return list(read_stream(io.BytesIO(data), Source(name, path=name), options))


def test_no_network_unless_asked(site) -> None:
    assert slugs(read([f"{site}/page"])) == ["network-off"]
    with pytest.raises(ReadError):
        fetch(f"{site}/page", ReadOptions())


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://169.254.169.254/"]
)
def test_private_addresses_are_refused(url) -> None:
    assert slugs(read([url], replace(ONLINE, allow_private=False))) == ["private-address"]


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("/missing", "fetch-failed"),
        ("/loop", "fetch-failed"),
        ("/large", "oversized"),
        ("/file", "bad-url"),
        (":x/", "bad-url"),
    ],
)
def test_what_cannot_be_fetched(site, path, slug) -> None:
    assert slugs(read([site + path if path.startswith("/") else f"http://h{path}"], ONLINE)) == [slug]


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_by_its_address(site, path) -> None:
    article = only(read([site + path], ONLINE))
    assert (article.title, article.url, article.path) == (TITLE, f"{site}/page", None)
    assert article.published == "2021-05-30T08:15:00+03:00"
    assert article.retrieved is not None


def test_an_address_in_arabic(site) -> None:
    assert only(read([f"{site}/خبر?a=1"], ONLINE)).text == TEXT


def test_a_feed_without_the_network() -> None:
    full, short, english = _stream(FEED.encode(), "a.xml")
    assert full.text == f"{TITLE}\n\nالوزارة تطمئن\n\n{TEXT}"
    assert (full.outlet, full.url, full.published) == (
        "صحيفة المرفأ",
        "https://example.org/n/1",
        "2021-05-30T08:15:00+03:00",
    )
    assert short.text == "خبر قصير عن الميناء\n\nسفينة تصل"
    assert slugs(short.problems) == ["no-body"]
    assert english.slug == "not-arabic"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_feeds_in_other_encodings(encoding) -> None:
    article = only(_stream(ATOM.replace("«", '"').replace("»", '"').encode(encoding), "a.atom"))
    assert article.text.endswith(BODY[1].replace("«", '"').replace("»", '"'))
    assert (article.byline, article.published) == ("سلمى الراوي", "2021-05-30T08:15:00Z")


def test_a_feed_is_followed_where_the_network_is_allowed(site) -> None:
    results = list(read([f"{site}/feed"], ONLINE))
    assert slugs(results) == ["article", "article", "not-arabic"]
    assert results[1].url == f"{site}/page"


def test_sitemaps(site) -> None:
    assert slugs(_stream(SITEMAP.encode(), "sitemap.xml")) == ["network-off"]
    found, missing = read([f"{site}/index"], ONLINE)
    assert (found.title, found.outlet, found.published) == (TITLE, "صحيفة المرفأ", "2021-05-30")
    assert found.url == f"{site}/bare"
    assert missing.slug == "fetch-failed"


def test_a_row_without_text_is_fetched(site) -> None:
    row = _jsonl({**RECORD, "text": "", "url": f"{site}/bare"})
    article = only(_stream(row, "a.jsonl", ONLINE))
    assert (article.text, article.outlet) == (f"{TITLE}\n\n{TEXT}", RECORD["outlet"])
    other = _jsonl({"url": f"{site}/bare", "title": TITLE, "language": "en"})
    assert slugs(_stream(other, "a.jsonl", ONLINE)) == ["not-arabic"]


@pytest.mark.parametrize("content", ["<rss><channel></channel></rss>", "<rss", "<urlset/>", "<urlset", "<other/>"])
def test_broken_lists_are_problems(content) -> None:
    assert len(_stream(content.encode(), "a.xml")) == 1


def _record(url: str, status: str, kind: str, body: bytes) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{url[-1]}>\r\n"
        "WARC-Date: 2021-05-30T08:15:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def _warc(*, packed: bool) -> bytes:
    english = b"<html><body><p>Not a word of Arabic is in this page, not one at all</p></body></html>"
    records = [
        _record(
            "https://example.org/1", "200 OK", "text/html; charset=windows-1256", page(JSON).encode("cp1256", "ignore")
        ),
        _record("https://example.org/2", "404 Not Found", "text/html", page().encode()),
        _record("https://example.org/3", "200 OK", "image/png", b"\x89PNG"),
        _record("https://example.org/4", "200 OK", "text/html", english),
        _record("https://example.org/5", "200 OK", "text/html", page().encode()),
    ]
    return b"".join(map(gzip.compress, records) if packed else records)


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", ["a.warc", "-"])
def test_web_archives(packed, name) -> None:
    first, other, last = _stream(_warc(packed=packed), name)
    assert (first.title, first.url, first.path) == (TITLE, "https://example.org/1", f"{name}#https://example.org/1")
    assert (first.retrieved, first.published) == ("2021-05-30T08:15:00Z", "2021-05-30T08:15:00+03:00")
    assert other.slug == "not-arabic"
    assert last.text == f"{TITLE}\n\n{TEXT}"


@pytest.mark.parametrize("packed", [True, False])
def test_a_damaged_archive_gives_what_came_before(packed) -> None:
    found = slugs(_stream(_warc(packed=packed)[:-500]))
    assert found[:2] == ["article", "not-arabic"]
    assert set(found[2:]) <= {"article", "broken-warc", "broken-archive", "no-article", "undecodable"}
    for data in (TEXT.encode(), b"WARC/1.0\r\nbroken"):
        assert set(slugs(_stream(data, "a.warc", replace(OPTIONS, format="warc")))) == {"broken-warc"}
    assert slugs(_stream(_record("https://example.org/3", "200 OK", "image/png", b"\x89PNG"))) == ["empty"]
