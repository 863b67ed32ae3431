"""Each example of an outlet, organisation or work marks the name its entry should find with ⟦…⟧."""

from __future__ import annotations

import pytest

from asanid.lexicon import section
from asanid.lexicon.schema.names import Nation, Organisation, Outlet, Place, Title, Work
from asanid.parse.fold import fold, fold_key
from asanid.parse.names import find_names
from asanid.parse.names.lookup import key, phrases
from asanid.parse.tokens import tokenize

SECTIONS = {"outlets": Outlet, "organisations": Organisation, "works": Work}
EXAMPLES = [
    (name, entry.id, example)
    for name, kind in SECTIONS.items()
    for entry in section(name, kind)
    for example in entry.examples
]


@pytest.mark.parametrize(("name", "entry", "example"), EXAMPLES, ids=[f"{n}/{e}" for n, e, _ in EXAMPLES])
def test_example_is_found(name, entry, example):
    start, end = example.index("⟦"), example.index("⟧") - 1
    text = example.replace("⟦", "").replace("⟧", "")
    found = [(m.start, m.end) for m in find_names(tokenize(fold(text)), text, ())]
    assert (start, end) in found, [text[s:e] for s, e in found]
    first, *rest = key(text[start:end])
    known = [form for form in phrases().get(first, ()) if form[1].entity == f"{name}/{entry}"]
    assert any(tuple(rest)[: len(form)] == form for form, _ in known)


def test_there_are_examples():
    assert len(EXAMPLES) >= 20


def test_outlets_are_many_and_of_all_kinds():
    outlets = section("outlets", Outlet)
    assert len(outlets) >= 250
    assert {"newspaper", "agency", "channel", "site", "magazine", "radio", "platform"} <= {o.kind for o in outlets}


@pytest.mark.parametrize(
    "kind", [("outlets", Outlet), ("organisations", Organisation), ("works", Work), ("places", Place)]
)
def test_every_entry_has_a_form(kind):
    name, entry_type = kind
    empty = [entry.id for entry in section(name, entry_type) if not (entry.forms or entry.with_context)]
    assert empty == []


def test_no_certain_form_names_two_outlets():
    owners: dict[str, str] = {}
    for outlet in section("outlets", Outlet):
        for form in outlet.forms:
            assert owners.setdefault(fold_key(form), outlet.id) == outlet.id, form


def test_adjectives_are_masculine_and_bare():
    wrong = [a for n in section("nationalities", Nation) for a in n.adjectives if a.startswith("ال") or a.endswith("ة")]
    assert wrong == []


def test_titles_have_forms():
    assert all(title.forms for title in section("titles", Title))
