"""The command line, run as a user runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from asanid.contract import decode
from asanid.show.cli import cli

ASANID = [sys.executable, "-c", "from asanid.show.cli import main; main()"]
ARTICLE = "قالت صحيفة «المرفأ» نقلا عن مصدر أمني إن السفينة غادرت الميناء أمس الاثنين.\n"


def run(*arguments: str, stdin: str | bytes = "", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([*ASANID, *arguments], input=data, capture_output=True, cwd=cwd, check=False, timeout=120)


def rows(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_pipe_gets_one_document_a_line_then_the_claims(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(ARTICLE, encoding="utf-8")
    done = run("trace", "a.txt", "b.txt", "--published", "2024-10-08", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    first, second, claims = rows(done)
    assert (first["path"], second["path"]) == ("a.txt", "b.txt")
    assert first["text"] == ARTICLE
    assert first["dates"][0]["value"] == "2024-10-07"  # type: ignore[index]
    assert set(claims) == {"schema", "claims"}


def test_each_line_is_a_document_of_the_contract(examples: Path) -> None:
    done = run("trace", str(examples / "agency-copy.txt"), "--stream")
    (line,) = done.stdout.splitlines()
    document = decode(line)
    for thing in (*document.blocks, *document.mentions, *document.dates, *(a.cue for a in document.attributions)):
        assert document.text[thing.start : thing.end].strip() == document.text[thing.start : thing.end] != ""


def test_json_is_one_object(examples: Path) -> None:
    whole = json.loads(run("trace", str(examples / "agency-copy.txt"), "--format", "json").stdout)
    assert whole["schema"] == "asanid/1"
    assert len(whole["documents"]) == 1
    assert whole["claims"]
    assert set(whole["claims"][0]) == {"id", "wording", "wording_from", "members", "origins", "first"}


def test_what_cannot_be_read_is_told_and_the_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "good.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("trace", "empty.txt", "missing.txt", "good.txt", cwd=tmp_path)
    empty, missing, good, _claims = rows(done)
    assert done.returncode == 1
    assert [row["problems"][0]["slug"] for row in (empty, missing)] == ["empty", "not-found"]  # type: ignore[index]
    assert good["text"] == ARTICLE
    assert "1 articles, 2 problems" in done.stderr.decode()


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_terminal_shows_who_says_what(lang: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    done = run("trace", "a.txt", "--format", "terminal", "--lang", lang, cwd=tmp_path)
    shown = done.stdout.decode()
    assert "المرفأ" in shown
    assert "مصدر أمني" in shown
    assert ("لم يُسمَّ" if lang == "ar" else "not named") in shown


def test_standard_input_is_read() -> None:
    document, _claims = rows(run("trace", "-", stdin=ARTICLE))
    assert document["attributions"]


def test_limit_and_jobs_keep_the_order(tmp_path: Path) -> None:
    lines = [json.dumps({"title": f"خبر رقم {n}", "text": ARTICLE}, ensure_ascii=False) for n in range(40)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = run("trace", "news.jsonl", "--jobs", "2", "--stream", "--limit", "35", cwd=tmp_path)
    assert [row["title"] for row in rows(done)] == [f"خبر رقم {n}" for n in range(35)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["trace"], "Missing argument"),
        (["trace", "a.txt", "--published", "yesterday"], "a date such as 2024-10-08"),
        (["trace", "a.txt", "--column", "text"], "FIELD=NAME"),
        (["trace", "a.txt", "--jobs", "0"], "a whole number from 1"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_use_ends_with_two_and_says_why(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_a_reader_that_closes_the_pipe_ends_the_run_quietly(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(ARTICLE * 40, encoding="utf-8")
    with subprocess.Popen(
        [*ASANID, "trace", str(tmp_path), "--stream"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        process.wait(60)
    assert "Traceback" not in said
    assert "BrokenPipe" not in said


def test_doctor_tells_where_settings_come_from(tmp_path: Path) -> None:
    done = subprocess.run(
        [*ASANID, "doctor"], capture_output=True, cwd=tmp_path, check=True, env={**os.environ, "ASANID_JOBS": "2"}
    )
    assert "jobs = 2  (ASANID_JOBS" in done.stdout.decode()
    assert "lexicon" in done.stdout.decode()


def test_help_of_every_command_has_examples() -> None:
    for name, command in cli.commands.items():
        assert command.help, name
        assert f"asanid {name}" in command.help or f"{name}" in command.help


def test_the_schema_describes_the_lines(examples: Path) -> None:
    schema = json.loads(run("schema").stdout)
    (line,) = rows(run("trace", str(examples / "agency-copy.txt"), "--stream"))
    assert set(schema["$defs"]["Document"]["required"]) <= set(line)
    assert set(line) == set(schema["$defs"]["Document"]["properties"])


def test_the_rules_alone_give_the_same_answer(examples: Path) -> None:
    article = str(examples / "agency-copy.txt")
    assert run("trace", article, "--fast").stdout == run("trace", article).stdout
