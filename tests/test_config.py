"""Settings: which source wins, and what is said of a value that cannot be used."""

from pathlib import Path

import pytest

from asanid import config
from asanid.errors import ConfigError


def test_every_value_knows_where_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "asanid.toml").write_text('jobs = 3\nlang = "en"\nmax_megabytes = 7\n', encoding="utf-8")
    found = config.load({"jobs": 5, "lang": None}, {"ASANID_LANG": "ar"}, tmp_path)
    assert found["jobs"] == config.Setting(5, "--jobs")
    assert found["lang"] == config.Setting("ar", "ASANID_LANG")
    assert found["max_megabytes"] == config.Setting(7, str(tmp_path / "asanid.toml"))
    assert found["network"] == config.Setting(False, "default")


@pytest.mark.parametrize(
    ("environment", "file", "said"),
    [
        ({"ASANID_JOBS": "many"}, "", "ASANID_JOBS = 'many': a whole number from 1"),
        ({"ASANID_JOBS": "0"}, "", "a whole number from 1"),
        ({"ASANID_NETWORK": "maybe"}, "", "true or false"),
        ({"ASANID_LANG": "fr"}, "", "one of ar, en"),
        ({}, "job = 2", "unknown setting 'job'"),
        ({}, "jobs =", "cannot be read as TOML"),
    ],
)
def test_a_bad_value_is_named_with_its_place(environment: dict[str, str], file: str, said: str, tmp_path: Path) -> None:
    if file:
        (tmp_path / "asanid.toml").write_text(file, encoding="utf-8")
    with pytest.raises(ConfigError, match=said):
        config.load({}, environment, tmp_path)


@pytest.mark.parametrize(("word", "value"), [("yes", True), ("FALSE", False), ("1", True)])
def test_words_for_true_and_false(word: str, value: bool, tmp_path: Path) -> None:
    assert config.load({}, {"ASANID_NETWORK": word}, tmp_path)["network"].value is value
