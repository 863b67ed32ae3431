"""The measurements that start the command line, on the example articles."""

import sys

import archive
import pytest
import startup
from corpora import ROOT
from processes import PeakMemory

ARTICLES = ROOT / "examples" / "articles"


def test_counts_and_costs(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    texts = sorted(ARTICLES.glob("*.txt"))[:3]
    counts, cost = archive.run([*map(str, texts), str(empty)], jobs=1)
    assert (counts.documents, counts.failed, dict(counts.problems)) == (3, 1, {"empty": 1})
    assert counts.words == sum(len(text.read_text(encoding="utf-8").split()) for text in texts)
    assert cost.code == 1
    assert cost.wall > 0
    assert cost.cpu > 0
    assert cost.memory.bytes > 2**20


def test_limit():
    counts, cost = archive.run([str(ARTICLES)], jobs=1, limit=2)
    assert (counts.documents, cost.code) == (2, 0)
    rows = dict(line.split(maxsplit=1) for line in archive.report(counts, cost, 1))
    assert rows["documents"] == "2"


def test_memory_of_a_process_and_its_child():
    held = 64 * 2**20
    child = f"import time; x = bytearray({held}); time.sleep(1)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    process = archive.subprocess.Popen([sys.executable, "-c", parent])
    with PeakMemory(process.pid) as memory:
        process.wait()
    assert memory.bytes > held
    assert memory.processes == 2


@pytest.mark.parametrize("compiled", [True, False])
def test_startup(compiled):
    assert len(startup.times([sys.executable, "-c", "pass"], 2, compiled=compiled)) == 2


def test_a_command_that_fails_is_no_time():
    with pytest.raises(startup.subprocess.CalledProcessError):
        startup.times([sys.executable, "-c", "raise SystemExit(3)"], 1, compiled=False)
