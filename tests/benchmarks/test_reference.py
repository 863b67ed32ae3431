"""The scorer against the reference, where that is at hand: the same figures for the same answers.

The reference and the texts it is tried on stand outside the repository (``shared``).
"""

import copy
import json
import random
from types import SimpleNamespace

import msgspec
import pytest
from annotation import Annotation, FoundClaim, GoldClaim
from claim_measures import score_claims
from scoring import score

KINDS = ("direct", "mixed", "indirect")
STANCES = ("assert", "believe", "confirm", "deny", "decline", "request", "question")
TYPES = ("PERSON", "MEDIA", "ORG", "GROUP", "PLACE", "WORK")
STATUSES = ("reported", "confirmed", "denied", "contested", "planned", "not_happened")


@pytest.fixture(scope="module")
def reference(shared):
    """The functions of the reference scorer, which is a script."""
    source = (shared / "tools" / "gold.py").read_text(encoding="utf-8")
    names: dict = {"__name__": "reference"}
    exec(compile(source.replace("\nmain(sys.argv)", "\n"), "gold.py", "exec"), names)
    return SimpleNamespace(**names)


@pytest.fixture(scope="module")
def seeds(shared):
    """The annotated seeds as the reference reads them, by name."""
    files = sorted((shared / "gold").glob("*.gold.json"))
    assert files
    return {file.name.removesuffix(".gold.json"): json.loads(file.read_bytes()) for file in files}


@pytest.fixture(scope="module")
def claims(shared):
    """The annotated claims as the reference reads them."""
    return [
        claim for file in sorted((shared / "gold").glob("claims-*.json")) for claim in json.loads(file.read_bytes())
    ]


def spoiled(gold, rng, much):
    """An answer with errors of every kind: missed, doubled, moved, exchanged."""
    answer = copy.deepcopy(gold)
    keys = [entity["key"] for entity in gold["entities"]]

    def now():
        return rng.random() < much

    def moved(span):
        if span and now():
            start = max(0, span["start"] + rng.randint(-4, 4))
            end = max(start + 1, span["end"] + rng.randint(-6, 6))
            return {**span, "start": start, "end": min(end, len(gold["text"]))}
        return span

    def thinned(things):
        kept = [thing for thing in things if not now()]
        kept += [copy.deepcopy(thing) for thing in kept if now()]
        if now():
            rng.shuffle(kept)
        return kept

    for layer in ("blocks", "mentions", "attributions", "contacts"):
        answer[layer] = thinned(answer[layer])
    for mention in answer["mentions"]:
        mention.update(moved(mention))
        mention["entity"] = rng.choice([*keys, None]) if now() else mention["entity"]
        mention["type"] = rng.choice(TYPES) if now() else mention["type"]
    for block in answer["blocks"]:
        block["kind"] = rng.choice(("body", "furniture", "title")) if now() else block["kind"]
    ids = [one["id"] for one in gold["attributions"]]
    for number, one in enumerate(answer["attributions"]):
        one["cue"] = moved(one["cue"])
        one["source"] = rng.choice((None, one["cue"])) if now() else moved(one["source"])
        one["content"] = thinned([moved(span) for span in one["content"]])
        one["source_entity"] = rng.choice([*keys, None]) if now() else one["source_entity"]
        one["origin"] = rng.choice([*keys, "self", None]) if now() else one["origin"]
        one["stance"] = rng.choice(STANCES) if now() else one["stance"]
        one["kind"] = rng.choice(KINDS) if now() else one["kind"]
        one["anonymity"] = rng.choice(("named", "role", None)) if now() else one["anonymity"]
        one["parent"] = rng.choice([*ids, None]) if now() else one["parent"]
        one["target"] = rng.sample(ids, 2) if now() else one["target"]
        if now():
            one["id"] = f"new{number}"
    for contact in answer["contacts"]:
        contact["status"] = rng.choice(STATUSES) if now() else contact["status"]
        contact["parties"] = rng.sample(keys, 2) if now() else contact["parties"]
    return answer


def expected_of(figures):
    """The reference's figures, flat: name → values to compare."""
    flat = {}
    for name, figure in figures.items():
        if not isinstance(figure, dict):
            flat[name] = (figure,)
            continue
        flat[name] = (figure["f1"], figure["p"], figure["r"])
        if "gold" in figure:
            flat[name] += (figure["gold"], figure["pred"])
        if "status" in figure:
            flat["contact_status_of_matched"] = (figure["status"],)
    return flat


def given_of(figures):
    """Our figures in the same form."""
    flat = {}
    for name, figure in figures.items():
        flat[name] = (round(figure.value, 4),)
        if hasattr(figure, "precision"):
            flat[name] += (round(figure.precision, 4), round(figure.recall, 4))
        if hasattr(figure, "predicted"):
            flat[name] += (figure.gold, figure.predicted)
    return flat


def compare(ours, theirs, but=()):
    given, expected = given_of(ours), expected_of(theirs)
    assert set(given) - set(expected) <= {name for name in given if name.startswith("date_")}
    assert set(expected) - set(given) <= set(but)
    assert {name: given[name] for name in expected if name in given} == {
        name: values for name, values in expected.items() if name in given
    }


@pytest.mark.parametrize("much", [0.0, 0.02, 0.1, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("seed", range(2))
def test_same_figures(reference, seeds, seed, much):
    rng = random.Random(seed)
    raw = [(gold, spoiled(gold, rng, much)) for gold in seeds.values()]
    ours = score([tuple(msgspec.convert(side, Annotation) for side in pair) for pair in raw], linked=True)
    compare(ours, reference.score(raw), but=("documents",))


@pytest.mark.parametrize("much", [0.0, 0.1, 0.3, 0.6])
@pytest.mark.parametrize("seed", range(2))
def test_same_figures_of_claims(reference, seeds, claims, seed, much):
    rng = random.Random(seed)
    raw = {name: (gold, spoiled(gold, rng, much / 4)) for name, gold in seeds.items()}
    ids = {name: f"id of {name}" for name in raw}
    found = []
    for claim in claims:
        members = [
            {"document": ids[member[0]], "attribution": member[1], "role": member[2] if len(member) > 2 else None}
            for member in claim["members"]
            if rng.random() >= much
        ]
        number = len(claim.get("origins") or ()) + (rng.choice((-1, 1)) if rng.random() < much else 0)
        found.append({"members": members, "origins": {"low": number, "high": number + (rng.random() < much)}})
        if found[1:] and rng.random() < much:
            found[-2]["members"] += found.pop()["members"]
    theirs = reference.score_claims(claims, raw, found, ids)
    assert theirs.pop("claims_with_origin_count") > 0
    names = ("document", "attribution", "role")
    gold = [
        {**claim, "members": [dict(zip(names, member, strict=False)) for member in claim["members"]]}
        for claim in claims
    ]
    ours = score_claims(
        msgspec.convert(gold, list[GoldClaim]),
        msgspec.convert(found, list[FoundClaim]),
        {name: tuple(msgspec.convert(side, Annotation) for side in pair) for name, pair in raw.items()},
        ids,
    )
    compare(ours, theirs)
