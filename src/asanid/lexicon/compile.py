"""Compile the lexicon: check every entry of ``data/`` against its schema and write ``lexicon.bin``.

Run at build time (``python -m asanid.lexicon.compile``); needs PyYAML, which the installed program does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from asanid.errors import LexiconError
from asanid.lexicon import artefact
from asanid.lexicon.schema import SECTIONS, Entry

DATA = Path(__file__).with_name("data")


def compile_lexicon(data: Path = DATA, path: Path = artefact.PATH) -> None:
    """Check and encode everything under ``data`` into ``path``; raises ``LexiconError`` naming file and entry."""
    parts = {name: encode_section(data, name, entry) for name, entry in SECTIONS.items()}
    for file in sorted((data / "tables").glob("*.tsv")):
        parts["tables/" + file.stem] = encode_table(file)
    artefact.write(parts, path)


def encode_section(data: Path, name: str, entry: type[Entry]) -> bytes:
    """Encode the entries of ``name.yaml`` and of the files of a folder of that name."""
    entries = [checked for file in _files(data, name) for checked in load_entries(file, entry)]
    seen: set[str] = set()
    for checked in entries:
        if checked.id in seen:
            raise LexiconError(f"{name}: two entries have the id {checked.id!r}")
        seen.add(checked.id)
    return msgspec.msgpack.encode(entries)


def load_entries(file: Path, entry: type[Entry]) -> Iterator[Entry]:
    """Read one YAML file, a list of entries, checking each against its schema."""
    rows = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(rows, list):
        raise LexiconError(f"{file.name}: a list of entries is expected")
    for row in rows:
        try:
            yield msgspec.convert(row, entry)
        except msgspec.ValidationError as error:
            name = row.get("id", row) if isinstance(row, dict) else row
            raise LexiconError(f"{file.name}: entry {name!r}: {error}") from error


def encode_table(file: Path) -> bytes:
    """Encode a table of ``form<TAB>number`` lines; lines that start with # are comments."""
    table: dict[str, int] = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        form, tab, value = line.partition("\t")
        if not tab or not value.isdigit():
            raise LexiconError(f"{file.name}, line {number}: `form<TAB>number` is expected, not {line!r}")
        table[form] = int(value)
    return msgspec.msgpack.encode(table)


def _files(data: Path, name: str) -> list[Path]:
    single = data / f"{name}.yaml"
    files = ([single] if single.exists() else []) + sorted((data / name).glob("*.yaml"))
    if not files:
        raise LexiconError(f"{data}: no file for the section {name!r}")
    return files


if __name__ == "__main__":
    compile_lexicon()
