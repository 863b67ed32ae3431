"""The corpora agree with their texts, and a text that was changed is noticed."""

import json
import shutil
from hashlib import sha256

import corpora
import pytest
from scoring import score


def test_examples_agree_with_themselves():
    corpus = corpora.load("examples")
    assert {document.name for document in corpus.documents} == {
        path.stem for path in (corpora.ROOT / "examples" / "articles").glob("*.txt")
    }
    figures = score([(document.gold, document.gold) for document in corpus.documents], corpus.layers)
    assert {name: figure.value for name, figure in figures.items() if figure.value != 1.0} == {}
    assert all(document.article.published and document.article.outlet for document in corpus.documents)


def test_spans_of_examples_are_trimmed_and_in_order():
    for document in corpora.load("examples").documents:
        gold = document.gold
        spans = [*gold.blocks, *gold.mentions, *gold.dates]
        spans += [span for one in gold.attributions for span in (one.cue, *one.content, *filter(None, [one.source]))]
        for span in spans:
            words = gold.text[span.start : span.end]
            assert words and words == words.strip(), (document.name, span)


def test_links_of_examples_lead_somewhere():
    for document in corpora.load("examples").documents:
        ids = {one.id for one in document.gold.attributions}
        assert len(ids) == len(document.gold.attributions), document.name
        linked = {aim for one in document.gold.attributions for aim in (*one.target, one.parent) if aim}
        assert linked <= ids, document.name


def test_claims_of_examples_name_attributions():
    corpus = corpora.load("examples")
    known = {(document.name, one.id) for document in corpus.documents for one in document.gold.attributions}
    assert corpus.claims
    assert {(member.document, member.attribution) for claim in corpus.claims for member in claim.members} <= known


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the examples that may be spoiled."""
    shutil.copytree(corpora.ROOT / "examples", tmp_path / "examples")
    monkeypatch.setattr(corpora, "ROOT", tmp_path)
    return tmp_path / "examples"


def test_a_changed_text_is_noticed(copied):
    text = next((copied / "articles").glob("*.txt"))
    text.write_bytes(text.read_bytes() + " زيادة".encode())
    with pytest.raises(corpora.CorpusError, match="sha256"):
        corpora.load("examples")


def test_the_fingerprint_follows_gold_and_text(copied):
    before = corpora.load("examples").fingerprint
    assert corpora.load("examples").fingerprint == before
    gold = copied / "gold" / "scoop-first.json"
    changed = json.loads(gold.read_bytes())
    changed["dates"] = changed["dates"][1:]
    gold.write_text(json.dumps(changed), encoding="utf-8")
    without_date = corpora.load("examples").fingerprint
    assert without_date != before
    text = copied / "articles" / "scoop-first.txt"
    text.write_bytes(text.read_bytes() + " زيادة".encode())
    changed["sha256"] = sha256(text.read_bytes()).hexdigest()
    gold.write_text(json.dumps(changed), encoding="utf-8")
    assert corpora.load("examples").fingerprint not in {before, without_date}


@pytest.mark.parametrize("name", ["seeds", "open", "locked"])
def test_absent_texts_are_told(name, tmp_path, monkeypatch):
    monkeypatch.setenv("ASANID_SHARED", str(tmp_path / "nowhere"))
    with pytest.raises(corpora.AbsentError, match="nowhere"):
        corpora.load(name)


@pytest.mark.parametrize(("name", "count"), [("seeds", 5), ("open", 30), ("locked", 30)])
def test_the_corpora_outside_the_repository(name, count, shared, tmp_path, monkeypatch):
    monkeypatch.setattr(corpora, "CACHE", tmp_path)
    corpus = corpora.load(name)
    assert len(corpus.documents) == count
    assert corpora.load(name).fingerprint == corpus.fingerprint
    figures = score([(document.gold, document.gold) for document in corpus.documents], corpus.layers)
    assert {figure.value for figure in figures.values()} == {1.0}
    assert bool(corpus.claims) == (name == "seeds")


def test_the_halves_of_the_news_draw_share_nothing(shared):
    seen, unseen = corpora.load("open"), corpora.load("locked")
    assert {one.article.text for one in seen.documents}.isdisjoint(one.article.text for one in unseen.documents)
