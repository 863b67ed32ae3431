"""The table and the list of errors, on answers made by hand."""

import sys
from dataclasses import replace

import answers as answers_module
import evaluate
import mistakes
import pytest
from corpora import Corpus, Labelled
from figures import F1, Share
from invented import GOLD, TEXT, at
from msgspec.structs import replace as changed

from asanid.errors import LexiconError
from asanid.model import Article


def answers(found, name="open"):
    document = Labelled("text", GOLD, Article(id="x", text=TEXT))
    corpus = Corpus(name, ("blocks", "mentions", "dates", "attributions"), (document,), (), "f")
    return answers_module.Answers(corpus, (found,), {})


def lines(found):
    return list(mistakes.mistakes(answers(found), mistakes.LAYERS))


def test_the_table_marks_a_large_gap():
    tables = {
        "open": {"mention_exact": F1(90, 100, 100), "date_span_exact": F1(8, 10, 10)},
        "locked": {"mention_exact": F1(70, 100, 100), "date_span_exact": F1(7, 10, 10)},
        "seeds": {"block_kind_accuracy": Share(3, 4)},
    }
    rows = {line.split()[0]: line for line in evaluate.table_lines(tables) if line.strip()}
    assert rows["mention_exact"].endswith("+0.200 LARGE")
    assert rows["date_span_exact"].endswith("+0.100")
    assert "0.750  of     4" in rows["block_kind_accuracy"]
    assert "chain" not in rows


def test_no_errors_in_a_perfect_answer():
    assert lines(GOLD) == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (changed(GOLD, dates=()), "missed 2021-05-03"),
        (changed(GOLD, mentions=GOLD.mentions[1:]), "missed PLACE"),
        (changed(GOLD, mentions=(replace(GOLD.mentions[0], type="ORG"), *GOLD.mentions[1:])), "type PLACE → ORG"),
        (changed(GOLD, blocks=(replace(GOLD.blocks[0], kind="body"), *GOLD.blocks[1:])), "title → body"),
        (changed(GOLD, attributions=GOLD.attributions[:4]), "missed a5"),
        (
            changed(GOLD, attributions=(changed(GOLD.attributions[0], stance="assert"), *GOLD.attributions[1:])),
            "stance deny → assert",
        ),
        (
            changed(GOLD, attributions=(changed(GOLD.attributions[0], content=(at("برهام"),)), *GOLD.attributions[1:])),
            "content of «تنفي»: «لقاء برهام» → «برهام»",
        ),
    ],
)
def test_an_error_is_listed_with_its_words(found, said):
    assert any(said in line for line in lines(found)), lines(found)


def test_the_locked_corpus_is_not_shown():
    with pytest.raises(ValueError, match="locked"):
        next(mistakes.mistakes(answers(GOLD, "locked"), ["dates"]))


def test_the_command_refuses_the_locked_corpus(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["evaluate.py", "--errors", "locked"])
    with pytest.raises(SystemExit):
        evaluate.main()
    assert "invalid choice" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "tells"), [("open", True), ("locked", False)])
def test_a_failure_is_told_without_words_of_a_locked_text(name, tells, monkeypatch):
    def failing(article):
        raise KeyError(article.text)

    monkeypatch.setattr(answers_module, "analyse", failing)
    got = answers_module.answer(answers(GOLD, name).corpus)
    assert got.failed["text"].startswith("KeyError")
    assert (TEXT.split()[0] in got.failed["text"]) == tells
    assert got.figures["mention_exact"].value == 0.0


def test_equal_failures_are_told_once():
    failed = {"one": "KeyError", "two": "TypeError", "three": "KeyError"}
    got = replace(answers(GOLD), failed=failed)
    assert got.troubles == ["one and 1 more: KeyError", "two: TypeError"]


def test_without_a_lexicon_nothing_is_measured(monkeypatch):
    def failing(article):
        raise LexiconError("no lexicon")

    monkeypatch.setattr(answers_module, "analyse", failing)
    with pytest.raises(LexiconError):
        answers_module.answer(answers(GOLD).corpus)


def test_an_unknown_layer_is_wrong_use(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["evaluate.py", "--only", "names"])
    with pytest.raises(SystemExit):
        evaluate.main()
    assert "unknown: names" in capsys.readouterr().err
