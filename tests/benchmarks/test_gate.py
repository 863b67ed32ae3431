"""The gate: what makes it fall, and what moves its floors."""

import json

import pytest
from corpora import NAMES, AbsentError
from floors import Floor, complaints, read_floors, updated, write_floors
from gate import Measured, gate


@pytest.fixture(autouse=True)
def _not_in_ci(monkeypatch):
    monkeypatch.delenv("CI", raising=False)


def measurer(troubles=(), fingerprint="f1", **figures):
    """Measures the examples as told; no other corpus is there."""

    def measure(name):
        if name != "examples":
            raise AbsentError(f"no {name} here")
        return Measured(figures, fingerprint, troubles)

    return measure


@pytest.fixture
def path(tmp_path):
    """A floors file with one floor of 0.8."""
    path = tmp_path / "floors.json"
    write_floors(path, {"examples": Floor("f1", {"cue": 0.8}), "locked": Floor("f2", {"cue": 0.5})})
    return path


def floors_in(path):
    return json.loads(path.read_text())["examples"]["floors"]


@pytest.mark.parametrize(
    ("measured", "code", "said"),
    [
        (measurer(cue=0.8), 0, ""),
        (measurer(cue=0.95), 0, ""),
        (measurer(cue=0.7999), 1, "cue is 0.7999, its floor is 0.8000"),
        (measurer(cue=0.9, fingerprint="other"), 1, "gold or texts are not those"),
        (measurer(), 1, "cue is no longer measured"),
        (measurer(cue=0.9, chain=0.1), 1, "chain has no floor"),
        (measurer(cue=0.9, troubles=("a text: KeyError",)), 1, "failed on a text: KeyError"),
    ],
)
def test_what_makes_it_fall(measured, code, said, path, capsys):
    before = path.read_bytes()
    assert gate(measured, path) == code
    assert said in capsys.readouterr().err
    assert path.read_bytes() == before


def test_without_floors_it_falls(tmp_path, capsys):
    assert gate(measurer(cue=1.0), tmp_path / "none.json") == 1
    assert "there are no floors" in capsys.readouterr().err


def test_an_absent_corpus_is_told(path, capsys):
    assert gate(measurer(cue=0.9), path) == 0
    assert "locked: NOT MEASURED: no locked here" in capsys.readouterr().out


def test_an_absent_corpus_fails_in_ci(path, monkeypatch, capsys):
    monkeypatch.setenv("CI", "true")
    assert gate(measurer(cue=0.9), path) == 1
    assert capsys.readouterr().err.count("here") == len(NAMES) - 1


def test_absent_examples_always_fail(path):
    def nothing(name):
        raise AbsentError("nothing here")

    assert gate(nothing, path) == 1


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"cue": 0.9}, {"cue": 0.895}),
        ({"cue": 0.803}, {"cue": 0.8}),  # within the slack: the floor stays
        ({"cue": 0.9, "chain": 0.001}, {"cue": 0.895, "chain": 0.0}),
    ],
)
def test_update_raises(figures, expected, path):
    assert gate(measurer(**figures), path, update=True) == 0
    assert floors_in(path) == expected
    assert gate(measurer(**figures), path) == 0


def test_update_keeps_the_floors_of_absent_corpora(path):
    assert gate(measurer(cue=0.9), path, update=True) == 0
    assert read_floors(path)["locked"] == Floor("f2", {"cue": 0.5})


def test_update_accepts_another_corpus(path, capsys):
    assert gate(measurer(cue=0.9, fingerprint="f9"), path, update=True) == 0
    assert read_floors(path)["examples"].fingerprint == "f9"
    assert "fingerprint f1 → f9" in capsys.readouterr().out


@pytest.mark.parametrize("figures", [{"cue": 0.7}, {"chain": 0.9}])
def test_update_refuses_to_lower(figures, path, capsys):
    before = path.read_bytes()
    assert gate(measurer(**figures), path, update=True) == 1
    assert path.read_bytes() == before
    assert "--allow-regression" in capsys.readouterr().err


@pytest.mark.parametrize(("figures", "expected"), [({"cue": 0.7}, {"cue": 0.695}), ({"chain": 0.9}, {"chain": 0.895})])
def test_a_regression_can_be_allowed(figures, expected, path):
    assert gate(measurer(**figures), path, update=True, allow_regression=True) == 0
    assert floors_in(path) == expected


def test_allowing_regressions_lowers_only_what_fell():
    floor = updated({"cue": 0.7, "chain": 0.601}, "f1", Floor("f1", {"cue": 0.8, "chain": 0.6}), allow_regression=True)
    assert floor.floors == {"chain": 0.6, "cue": 0.695}


def test_a_perfect_figure_still_has_slack():
    floor = updated({"cue": 1.0}, "f1", None, allow_regression=False)
    assert floor == Floor("f1", {"cue": 0.995})
    assert complaints("examples", {"cue": 1.0}, "f1", floor) == []
