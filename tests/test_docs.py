"""The documentation says what the program does: its session runs, every command and setting is in it."""

import doctest
import re
from pathlib import Path

import pytest

from asanid import config
from asanid.show.cli import cli
from asanid.show.reference import reference

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_the_session_of_the_readme_runs() -> None:
    results = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_in_the_docs(name: str) -> None:
    assert any(f"asanid {name}" in page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize("name", sorted(config.OPTIONS))
def test_every_setting_is_in_the_docs(name: str) -> None:
    assert any(f"`{name}`" in page.read_text("utf-8") for page in PAGES)


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_command_reference_is_that_of_the_help() -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert page == reference(), "run `python -m asanid.show.reference > docs/commands.md`"
