"""Small PDF files made by hand: every cluster is one glyph, mapped to its letters by a ToUnicode table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

SIZE, ADVANCE, LEADING, RIGHT = 10, 6, 14, 560

Order = Literal["visual", "logical"]


def shown(tokens: Sequence[str]) -> list[str]:
    """Lay a right-to-left line out from left to right; tokens of Latin letters or digits keep their order."""
    letters: list[str] = []
    for token in reversed(tokens):
        clusters = token.split("|") if "|" in token else list(token)
        letters += [" "] if letters else []
        letters += clusters if token.isascii() else reversed(clusters)
    return letters


def make_pdf(pages: Sequence[Sequence[Sequence[str]]], *, order: Order = "visual", title: str = "") -> bytes:
    """Write pages of lines of clusters, each line given from left to right and set flush right."""
    glyphs = {cluster: number for number, cluster in enumerate(sorted({c for p in pages for ln in p for c in ln}), 1)}
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    names = " ".join(f"/g{number}" for number in glyphs.values())
    procs = " ".join(f"/g{number} 4 0 R" for number in glyphs.values())
    objects.append(
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 600 800] /FontMatrix [0.001 0 0 0.001 0 0]"
        f" /FirstChar 1 /LastChar {len(glyphs)} /Widths [{'600 ' * len(glyphs)}] /CharProcs << {procs} >>"
        f" /Encoding << /Type /Encoding /Differences [1 {names}] >> /ToUnicode 6 0 R >>".encode()
    )
    objects.append(_stream(b"600 0 0 -200 600 800 d1 0 0 500 700 re f"))
    objects.append(b"null")
    objects.append(_stream(_to_unicode(glyphs)))
    objects.append(b"<< /Title <feff" + title.encode("utf-16-be").hex().encode() + b"> >>")
    kids = []
    for page in pages:
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            + f" /Contents {number + 1} 0 R >>".encode()
        )
        objects.append(_stream(_content(page, glyphs, order)))
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


def _content(page: Sequence[Sequence[str]], glyphs: dict[str, int], order: Order) -> bytes:
    parts = ["BT", f"/F {SIZE} Tf"]
    for row, line in enumerate(page):
        left = RIGHT - ADVANCE * len(line)
        placed = [(left + ADVANCE * place, cluster) for place, cluster in enumerate(line)]
        for x, cluster in placed if order == "visual" else reversed(placed):
            parts.append(f"1 0 0 1 {x} {800 - LEADING * row} Tm <{glyphs[cluster]:02x}> Tj")
    return "\n".join([*parts, "ET"]).encode()


def _to_unicode(glyphs: dict[str, int]) -> bytes:
    rows = [f"<{number:02x}> <{cluster.encode('utf-16-be').hex()}>" for cluster, number in glyphs.items()]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    table = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{table}\nendcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, starts = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
