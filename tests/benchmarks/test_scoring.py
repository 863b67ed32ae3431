"""The traps that scorers have fallen into, on a text written for it."""

from dataclasses import replace

import pytest
from annotation import Annotation
from figures import F1, Share
from invented import GOLD, RELAYED, TEXT, at
from msgspec.structs import replace as changed
from scoring import MEASURES, score

from asanid.model import Date, Mention, Span

EVERYTHING = Span(0, len(TEXT))


def figures(answer, gold=GOLD):
    return score([(gold, answer)])


def each(**fields):
    return changed(GOLD, attributions=tuple(changed(one, **fields) for one in GOLD.attributions))


def values(answer):
    return {name: round(figure.value, 4) for name, figure in figures(answer).items()}


def test_perfect():
    assert set(values(GOLD).values()) == {1.0}


def test_names_of_entities_do_not_matter():
    def renamed(key):
        return key if key in {None, "self"} else f"key of {key}"

    answer = changed(
        GOLD,
        mentions=tuple(replace(mention, entity=renamed(mention.entity)) for mention in GOLD.mentions),
        attributions=tuple(
            changed(one, source_entity=renamed(one.source_entity), origin=renamed(one.origin))
            for one in GOLD.attributions
        ),
        contacts=tuple(changed(one, parties=tuple(renamed(party) for party in one.parties)) for one in GOLD.contacts),
    )
    assert set(values(answer).values()) == {1.0}


def test_empty():
    assert set(values(Annotation(TEXT)).values()) == {0.0}


def test_nothing_against_nothing_divides_by_no_zero():
    assert {figure.value for figure in figures(Annotation(TEXT), Annotation(TEXT)).values()} == {0.0}


def test_the_whole_document_for_every_cue_matches_nothing():
    assert values(each(cue=EVERYTHING))["attribution_cue"] == 0.0


def test_the_whole_document_for_every_span_matches_nothing():
    answer = changed(
        GOLD,
        mentions=tuple(replace(mention, start=0, end=len(TEXT)) for mention in GOLD.mentions),
        dates=(Date(0, len(TEXT), "2021-05-03", inferred=False),),
    )
    assert {values(answer)[name] for name in ("mention_overlap", "date_span_overlap", "date_span_and_value")} == {0.0}


def test_the_whole_document_for_every_content_and_source_is_not_exact():
    got = figures(each(content=(EVERYTHING,), source=EVERYTHING))
    assert got["content_iou80_of_matched"].value == got["source_exact"].value == 0.0
    assert got["content_chars"].precision < 0.5
    assert got["content_chars"].recall == 1.0


def test_triple_duplicates_are_errors():
    copies = [changed(one, id=one.id + mark) for mark in "xy" for one in GOLD.attributions]
    answer = changed(GOLD, attributions=(*GOLD.attributions, *copies), mentions=GOLD.mentions * 3, dates=GOLD.dates * 3)
    got = figures(answer)
    for name in ("attribution_cue", "mention_exact", "mention_overlap", "date_span_exact", "date_span_overlap"):
        assert got[name].recall == 1.0, name
        assert got[name].precision == pytest.approx(1 / 3), name


def test_half_missed():
    got = figures(changed(GOLD, attributions=GOLD.attributions[::2]))["attribution_cue"]
    assert got == F1(hits=3, predicted=3, gold=5)


def test_sides_swapped_swap_precision_and_recall():
    answer = changed(GOLD, attributions=GOLD.attributions[::2], mentions=GOLD.mentions[1:], dates=())
    one_way, other_way = figures(answer), figures(GOLD, answer)
    for name, figure in one_way.items():
        if isinstance(figure, F1):
            assert (figure.precision, figure.recall) == (other_way[name].recall, other_way[name].precision), name
    assert one_way["attribution_cue"].precision == 1.0
    assert other_way["attribution_cue"].recall == 1.0


def test_one_source_for_two_cues_counts_once_each():
    got = figures(each(source=at("صحيفة المرسى")))
    assert got["source_overlap"] == F1(hits=1, predicted=5, gold=5)


@pytest.mark.parametrize(
    ("fields", "name", "expected"),
    [
        ({"source_entity": None}, "source_entity_accuracy_of_matched", 0.0),
        ({"source_entity": None}, "attribution_end_to_end_who", 0.0),
        ({"source_entity": None}, "attribution_end_to_end", 1.0),
        ({"source": None}, "attribution_end_to_end", 0.0),
        ({"source": None}, "attribution_end_to_end_who", 1.0),
        ({"parent": None}, "parent_accuracy_of_matched", 0.8),
        ({"parent": None}, "chain", 0.8),
        ({"parent": None}, "chain_nested_recall", 0.0),
        ({"origin": None}, "chain", 0.8),  # only the origin of a4 is a link of its own
        ({"stance": "deny"}, "stance_accuracy_of_matched", 0.6),
        ({"kind": "indirect"}, "kind_accuracy_of_matched", 0.8),
        ({"anonymity": "named"}, "anonymity_accuracy_of_matched", 0.6),
        ({"target": ()}, "target", 0.0),
        ({"target": ("a3", "a2")}, "target", 0.4615),  # 3 hits among 10, 3 in gold
        ({"content": ()}, "content_iou80_of_matched", 0.0),
        ({"content": ()}, "content_chars", 0.0),
        ({"content": (Span(RELAYED.start, RELAYED.end - 3),)}, "content_iou80_of_matched", 0.4),
    ],
)
def test_one_field_wrong(fields, name, expected):
    assert values(each(**fields))[name] == expected


def test_the_wrong_entity_is_no_right_one():
    swap = {"marsa": "official", "official": "marsa"}
    answer = changed(
        GOLD,
        attributions=tuple(
            changed(one, source_entity=swap.get(one.source_entity, one.source_entity)) for one in GOLD.attributions
        ),
    )
    assert figures(answer)["source_entity_accuracy_of_matched"] == Share(3, 5)


def test_hearsay_rightly_has_no_entity():
    hearsay = changed(GOLD, attributions=(changed(GOLD.attributions[4], source_entity=None, origin=None),))
    assert figures(hearsay, hearsay)["chain"].value == 1.0
    named = changed(GOLD, attributions=(changed(GOLD.attributions[4], origin=None),))
    assert figures(named, hearsay)["chain"].value == 0.0


def test_marks_and_white_space_do_not_count_in_contents():
    with_marks = at("«لم يحدث شيء».")
    answer = changed(GOLD, attributions=(*GOLD.attributions[:4], changed(GOLD.attributions[4], content=(with_marks,))))
    assert values(answer)["content_chars"] == 1.0


def test_a_type_or_a_letter_wrong():
    first, *rest = GOLD.mentions
    got = figures(changed(GOLD, mentions=(replace(first, type="ORG"), *rest)))
    assert got["mention_overlap"] == got["mention_exact"] == F1(6, 7, 7)
    got = figures(changed(GOLD, mentions=(replace(first, end=first.end - 1), *rest)))
    assert (got["mention_overlap"], got["mention_exact"]) == (F1(7, 7, 7), F1(6, 7, 7))


def test_all_names_one_entity():
    answer = changed(GOLD, mentions=tuple(replace(mention, entity="x") for mention in GOLD.mentions))
    got = figures(answer)["identity_b_cubed"]
    assert got.recall == 1.0
    assert got.precision == pytest.approx((2 * 2 + 2 * 2 + 1 + 2 * 2) / 49)


def test_mentions_without_an_entity_stand_alone():
    answer = changed(GOLD, mentions=tuple(replace(mention, entity=None) for mention in GOLD.mentions))
    got = figures(answer)["identity_b_cubed"]
    assert (got.precision, got.recall) == (1.0, pytest.approx(4 / 7))


@pytest.mark.parametrize(
    ("date", "exact", "overlap", "accuracy", "both"),
    [
        (Date(at("3 أيار 2021").start, at("3 أيار 2021").end, "2021-05-04", inferred=False), 1, 1, 0, 0),
        (Date(at("أيار 2021").start, at("أيار 2021").end, "2021-05-03", inferred=False), 0, 1, 1, 0),
        (Date(at("2021").start, at("2021").end, "2021", inferred=False), 0, 1, 0, 0),
        (Date(at("3").start, at("3").end, "2021-05-03", inferred=False), 0, 0, 0, 0),
    ],
)
def test_dates(date, exact, overlap, accuracy, both):
    got = values(changed(GOLD, dates=(date,)))
    assert [got[name] for name in MEASURES["dates"]] == [exact, overlap, accuracy, both]


def test_blocks_and_furniture():
    answer = changed(GOLD, blocks=tuple(replace(block, kind="body") for block in GOLD.blocks))
    got = figures(answer)
    assert got["block_kind_accuracy"] == Share(3, 5)
    assert got["furniture_chars"] == F1(0, 0, len("شاركهذاالخبر"))


@pytest.mark.parametrize(
    ("fields", "found", "status"),
    [
        ({}, 1.0, 1.0),
        ({"status": "denied"}, 1.0, 0.0),
        ({"parties": ("barham",)}, 1.0, 1.0),
        ({"parties": ("marsa",)}, 0.0, 0.0),
        ({"type": "deal"}, 0.0, 0.0),
    ],
)
def test_contacts(fields, found, status):
    got = values(changed(GOLD, contacts=tuple(changed(one, **fields) for one in GOLD.contacts)))
    assert (got["contacts"], got["contact_status_of_matched"]) == (found, status)


def test_the_same_key_in_two_documents():
    """Scored apart, keys mean nothing across documents; linked, they must agree."""
    other = changed(GOLD, mentions=tuple(replace(mention, entity=f"{mention.entity} 2") for mention in GOLD.mentions))
    apart = score([(GOLD, GOLD), (GOLD, other)])
    linked = score([(GOLD, GOLD), (GOLD, other)], linked=True)
    assert apart["identity_b_cubed"].value == 1.0
    assert linked["identity_b_cubed"].recall == 0.5


def test_only_annotated_layers_are_scored():
    assert list(score([(GOLD, GOLD)], ["dates"])) == list(MEASURES["dates"])


def test_another_text_is_refused():
    with pytest.raises(ValueError, match="offsets"):
        score([(GOLD, Annotation(TEXT + "."))])


def test_every_measure_says_what_it_is():
    assert all(measure.__doc__ for measures in MEASURES.values() for measure in measures.values())


def test_names_are_matched_to_the_nearest():
    """Of two equal candidates the one that stands at the same place in its list is taken."""
    twice = Mention(0, 6, "PLACE", "norsin")
    got = figures(changed(GOLD, mentions=(twice, *GOLD.mentions)))
    assert got["mention_exact"] == F1(7, 8, 7)
