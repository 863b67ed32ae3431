from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from asanid.model import Article
from asanid.read import ReadOptions, compose
from asanid.read.dispatch import read_stream
from asanid.read.options import Source

from .texts import BODY, OPTIONS, TEXT, TITLE, only, slugs, words

RECORD = {
    "id": "n-1",
    "url": "https://example.org/n/1",
    "outlet": "صحيفة المرفأ",
    "title": TITLE,
    "published": "2021-05-30T08:15:00+03:00",
    "author": "سلمى الراوي",
    "summary": "الوزارة تطمئن",
    "text": TEXT,
}


def _read(data: bytes, name: str, options: ReadOptions = OPTIONS) -> list:
    return list(read_stream(io.BytesIO(data), Source(name, path=name), options))


def _jsonl(*records: object, encoding: str = "utf-8") -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode(encoding)


def _csv(*records: dict, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, records[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue().encode(encoding)


TABLES = {
    "a.jsonl": _jsonl(RECORD),
    "a.csv": _csv(RECORD),
    "semicolon.csv": _csv(RECORD, delimiter=";"),
    "a.tsv": _csv(RECORD, delimiter="\t", encoding="utf-16"),
    "cp1256.csv": _csv(RECORD, encoding="cp1256"),
    "a.json": json.dumps([RECORD], indent=1).encode(),
    "object.json": json.dumps(RECORD, indent=1).encode(),
    "line.json": _jsonl(RECORD, RECORD)[: len(_jsonl(RECORD))],
}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("known", [True, False], ids=["by name", "by content"])
def test_a_record_is_an_article(name, known) -> None:
    article = only(_read(TABLES[name], name if known else "-"))
    text, _ = compose(TITLE, "الوزارة تطمئن", TEXT)
    assert article.text == text
    assert article.path == f"{name if known else '-'}#n-1"
    assert (article.url, article.outlet, article.title) == (RECORD["url"], RECORD["outlet"], TITLE)
    assert (article.published, article.byline) == (RECORD["published"], RECORD["author"])
    assert words(article) == [("title", TITLE), ("summary", "الوزارة تطمئن")]


@pytest.mark.parametrize(
    ("record", "columns"),
    [
        ({"Story Text": TEXT, "Headline": TITLE, "media_name": "صحيفة المرفأ", "publish_date": "2021-05-30"}, {}),
        ({"العنوان": TITLE, "النص": TEXT, "المصدر": "صحيفة المرفأ", "التاريخ": "2021-05-30"}, {}),
        (
            {"a": TITLE, "b": TEXT, "c": "صحيفة المرفأ", "d": "2021-05-30", "title": "x", "text": "y"},
            {"title": "a", "text": "b", "outlet": "c", "published": "d"},
        ),
    ],
)
def test_columns_by_synonym_and_by_name(record, columns) -> None:
    columns = {"text": "Story Text"} if "Story Text" in record else columns
    article = only(_read(_csv(record), "a.csv", ReadOptions(columns=columns)))
    assert (article.title, article.outlet, article.published) == (TITLE, "صحيفة المرفأ", "2021-05-30")
    assert article.text.endswith(BODY[-1])
    assert article.path == "a.csv#1"


def test_bad_rows_are_problems_and_the_rest_is_read() -> None:
    lines = [
        _jsonl(RECORD),
        b"{broken\n",
        b"\n",
        b"[1]\n",
        _jsonl({**RECORD, "text": "Only English here", "title": "", "summary": ""}),
        _jsonl({"id": 5, "url": "https://example.org/5"}),
        _jsonl({"id": 6}),
        _jsonl({**RECORD, "summary": "", "text": ""}),
        b'{"text": "\\ud800 ' + "خبر".encode() + b'"}\n',
        b'{"text": "' + b"\xff\xfe\xc3" + b'"}\n',
        _jsonl(RECORD, encoding="cp1256"),
        _jsonl({**RECORD, "published": "yesterday"}).rstrip(),
    ]
    results = _read(b"".join(lines), "a.jsonl")
    assert slugs(results) == [
        "article",
        "bad-row",
        "bad-row",
        "not-arabic",
        "no-text",
        "bad-row",
        "article",
        "bad-characters",
        "undecodable",
        "article",
        "article",
    ]
    assert results[1].source == "a.jsonl#2"
    assert [problem.slug for problem in results[6].problems] == ["no-body"]
    assert results[9].text == results[0].text
    assert [problem.slug for problem in results[10].problems] == ["bad-date"]
    assert results[10].published is None


def test_csv_problems() -> None:
    table = _csv(RECORD).decode("utf-8-sig")
    assert slugs(_read(f"{table}{'a,' * 20}a\n\n{table.splitlines(keepends=True)[-1]}".encode(), "a.csv"))[:2] == [
        "article",
        "bad-row",
    ]
    assert slugs(_read("أ,ب\n1,2\n".encode(), "a.csv")) == ["no-text-column"]
    assert slugs(_read(b"title,text\n", "a.csv")) == ["empty"]


def test_a_line_too_long_is_left_out_and_the_next_is_read() -> None:
    small = replace(OPTIONS, max_bytes=3_000)
    long = _jsonl({"text": "خبر " * 5_000})
    assert slugs(_read(_jsonl(RECORD) + long + _jsonl(RECORD), "a.jsonl", small)) == ["article", "oversized", "article"]


def test_rows_stream() -> None:
    """The second row is not even produced when the first article is there."""
    line = _jsonl({**RECORD, "text": TEXT * 100})

    class Endless(io.RawIOBase):
        sent = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.sent += size
            return (line * (size // len(line) + 1))[:size]

    stream = Endless()
    results = read_stream(stream, Source("-", path="-"), OPTIONS)  # type: ignore[arg-type]
    assert isinstance(next(results), Article)
    assert stream.sent < 1_000_000


def test_values_of_other_types() -> None:
    record = {
        "text": list(BODY),
        "author": [{"name": "سلمى"}, "نادر"],
        "source": {"name": "المرفأ"},
        "date": 1622362500,
    }
    article = only(_read(_jsonl(record), "a.jsonl"))
    assert (article.text, article.byline, article.outlet) == (TEXT, "سلمى، نادر", "المرفأ")
    assert article.published == "2021-05-30T08:15:00+00:00"
