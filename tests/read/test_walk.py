from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from asanid.errors import ConfigError, ReadError
from asanid.read import PROBLEMS, ReadOptions, read, read_text
from asanid.read.options import FORMATS
from asanid.read.problems import problem

from .pdfs import make_pdf, shown
from .test_documents import _document
from .test_html import page
from .test_pdf import LINES
from .test_rows import TABLES
from .texts import BODY, TEXT, only, slugs


@pytest.mark.parametrize(
    "text", [TEXT, f"\r\n {TEXT}\r\n\r\n", TEXT.replace(" ", "\u00a0"), f"\u202b{TEXT}\u202c ـ ﻻ ١٢ \u200c"]
)
def test_a_text_file_is_kept_as_it_is(tmp_path, text) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    article = only(read([path], ReadOptions(outlet="صحيفة المرفأ", published="2021-05-30")))
    assert article.text == text
    assert (article.path, article.outlet, article.published) == (str(path), "صحيفة المرفأ", "2021-05-30")
    assert (article.title, article.blocks, article.url) == (None, (), None)


def test_a_folder_is_walked_in_order(tmp_path) -> None:
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "b.txt" / "z.md").write_text(TEXT)
    (tmp_path / "a.bin").write_bytes(bytes(range(256)))
    (tmp_path / "c").write_text(TEXT)
    (tmp_path / ".hidden").write_text(TEXT)
    (tmp_path / "d").mkdir()
    results = list(read([tmp_path]))
    assert slugs(results) == ["binary", "article", "article", "empty-folder"]
    assert results[1].path == str(tmp_path / "b.txt" / "z.md")


def test_a_file_under_many_names(tmp_path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "back").symlink_to(tmp_path / "folder")
    (tmp_path / "folder" / "text").write_text(TEXT)
    assert slugs(read([tmp_path / "folder"])) == ["symlink-cycle", "article"]
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    os.mkfifo(tmp_path / "pipe")
    names = ["dangling", "self", "pipe", "nowhere", "folder/text/below", "nul\0", "x" * 5_000]
    found = slugs(read([tmp_path / name for name in names]))
    assert found == ["not-found", "symlink-cycle", "not-a-file", "not-found", "not-found", "not-found", "read-failed"]
    assert slugs(read(["/dev/null", ""])) == ["not-a-file", "not-found"]


@pytest.mark.skipif(os.geteuid() == 0, reason="everything may be read by root")
def test_no_rights(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "d").mkdir(mode=0)
    assert slugs(read([tmp_path])) == ["permission-denied", "permission-denied"]
    (tmp_path / "d").chmod(0o700)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(5, "Input/output error")])
def test_errors_of_the_system_are_problems(tmp_path, monkeypatch, error) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    assert slugs(read([tmp_path])) == ["permission-denied" if error.errno == 13 else "read-failed"]


def test_a_name_that_is_no_text(tmp_path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    article = only(read([tmp_path]))
    assert article.path is not None
    assert article.path.encode().endswith("\ufffd.txt".encode())


def test_standard_input(monkeypatch) -> None:
    for data, count in ((TEXT.encode(), 1), (TABLES["a.csv"], 1), (b"", 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert len(list(read(["-"]))) == count


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_files(tmp_path, pack) -> None:
    (tmp_path / "a.jsonl.z").write_bytes(pack(TABLES["a.jsonl"]))
    (tmp_path / "b.txt.gz").write_bytes(pack(TEXT.encode()))
    (tmp_path / "c.txt.gz").write_bytes(pack(pack(os.urandom(5_000)))[:-40])
    (tmp_path / "d.txt").write_bytes(pack(b"x" * 2_000_000))
    results = list(read([tmp_path], ReadOptions(max_bytes=1_000_000)))
    assert slugs(results) == ["article", "article", "broken-archive", "oversized"]


def test_a_large_file_is_refused_unread(tmp_path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as out:
        out.write(TEXT.encode())
        out.truncate(200 * 2**20)
    start = time.perf_counter()
    assert slugs(read([path])) == ["oversized"]
    assert time.perf_counter() - start < 0.2


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", make_pdf([[shown(line) for line in LINES]]), None),
        ("a.docx", _document(), None),
        ("a.html", page().encode(), None),
        ("noname", page().encode(), None),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(99), "unknown-format"),
        ("a.rtf", b"{\\rtf1 x}", "unknown-format"),
        ("a.zip", b"PK\x03\x04" + bytes(99), "unknown-format"),
        ("a.txt", TEXT.encode().decode("cp1256", "replace").encode(), "mojibake"),
        ("a.txt", "وی گفت که این خبر درست است و با آن موافق بود".encode(), "not-arabic"),
        ("a.txt", b" \n", "empty"),
        ("a.txt", b"", "empty"),
        ("a.txt", "[إعلان] خبر".encode(), None),
        ("noname", "{خبر} عاجل".encode(), None),
        ("noname", "قال: نعم، أو لا؛ ربما".encode(), None),
    ],
)
def test_formats(tmp_path, name, data, kind) -> None:
    (tmp_path / name).write_bytes(data)
    results = list(read([tmp_path]))
    assert slugs(results) == [kind or "article"]


def test_one_source_need_not_be_in_a_list(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert slugs(read(tmp_path / "a.txt")) == slugs(read(str(tmp_path / "a.txt"))) == ["article"]


def test_one_bad_source_does_not_end_the_run(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert slugs(read(["nowhere", tmp_path / "a.txt", "nowhere"])) == ["not-found", "article", "not-found"]


def test_pasted_text() -> None:
    article = read_text(f" {BODY[0]}\n", outlet="صحيفة المرفأ", url="https://example.org/1", published="2021-05-30")
    assert (article.text, article.path, article.published) == (f" {BODY[0]}\n", None, "2021-05-30")
    assert read_text(BODY[0], title="عنوان").text == f"عنوان\n\n{BODY[0]}"
    with pytest.raises(ReadError):
        read_text(" ")


@pytest.mark.parametrize(
    "bad", [{"format": "doc"}, {"columns": {"body": "x"}}, {"published": "soon"}, {"max_bytes": 0}, {"min_arabic": 2}]
)
def test_options_that_cannot_be_meant(bad) -> None:
    with pytest.raises(ConfigError):
        ReadOptions(**bad)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_format_can_be_forced(tmp_path, kind) -> None:
    (tmp_path / "a").write_text(TEXT)
    assert len(list(read([tmp_path / "a"], ReadOptions(format=kind)))) >= 1


def test_every_problem_in_the_table_is_used_and_says_what_to_do() -> None:
    folder = Path(str(sys.modules["asanid.read"].__file__)).parent
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "problems.py")
    for slug, message in PROBLEMS.items():
        assert f'"{slug}"' in code
        assert message.count(". ") >= 1
    with pytest.raises(KeyError):
        problem("no-such-slug", "a.txt")


def test_a_text_file_needs_no_heavy_library(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    code = f"import sys; from asanid.read import read; list(read([{str(tmp_path)!r}])); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"trafilatura", "htmldate", "lxml", "docx", "pypdfium2", "warcio", "feedparser", "markdown_it"} & set(
        loaded
    )


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_rows_before_the_damage_are_read(tmp_path, pack) -> None:
    rows = b"".join(TABLES["a.jsonl"].replace(b"n-1", os.urandom(400).hex().encode()) for _ in range(1_200))
    (tmp_path / "a.jsonl.gz").write_bytes(pack(rows)[:-2_000])
    found = slugs(read([tmp_path]))
    assert found[0] == "article"
    assert found[-1] == "broken-archive"
    assert set(found[1:-1]) <= {"article", "bad-row", "undecodable"}
