"""The compiled lexicon: what is written comes back, and what is broken is named."""

from pathlib import Path

import pytest

from asanid import lexicon
from asanid.errors import LexiconError
from asanid.lexicon import artefact
from asanid.lexicon.compile import DATA, compile_lexicon, encode_table, load_entries
from asanid.lexicon.schema import SECTIONS
from asanid.lexicon.schema.cues import Cue


def test_the_compiled_lexicon_is_that_of_the_files(tmp_path: Path) -> None:
    compile_lexicon(DATA, tmp_path / "new.bin")
    assert (tmp_path / "new.bin").read_bytes() == artefact.PATH.read_bytes(), "run `make lexicon`"


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_every_section_loads_with_ids_of_its_own(name: str) -> None:
    entries = lexicon.section(name, SECTIONS[name])
    assert entries
    assert len({entry.id for entry in entries}) == len(entries)


def test_an_unknown_part_is_named() -> None:
    with pytest.raises(LexiconError, match="no part 'nothing'"):
        lexicon.section("nothing", Cue)


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("- {id: a, stance: shout}", "entry 'a'.*stance"),
        ("- {id: b, stance: assert, colour: red}", "entry 'b'.*colour"),
        ("id: c", "a list of entries is expected"),
    ],
)
def test_a_broken_entry_is_named(yaml: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "cues.yaml").write_text(yaml, encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        list(load_entries(tmp_path / "cues.yaml", Cue))


def test_a_broken_table_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text("باب\t3\nدار\tمئة\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 2"):
        encode_table(tmp_path / "t.tsv")


def test_a_missing_or_foreign_file_tells_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for content, said in ((None, "is missing: run"), (b"something else", "is not a compiled lexicon")):
        file = tmp_path / "lexicon.bin"
        if content:
            file.write_bytes(content)
        monkeypatch.setattr(artefact, "PATH", file)
        artefact._open.cache_clear()
        with pytest.raises(LexiconError, match=said):
            lexicon.fingerprint()
    monkeypatch.undo()
    artefact._open.cache_clear()
