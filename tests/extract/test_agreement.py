"""What the form of a cue tells of its subject."""

from __future__ import annotations

import pytest

from asanid.extract.agreement import Agreement, agreement_of
from asanid.extract.cues import find_cues
from asanid.extract.scene import scenes, set_stage
from asanid.parse.parsed import parse
from asanid.read import read_text

HE, SHE = Agreement(False, False), Agreement(True, False)
THEY, ME = Agreement(False, True), Agreement(first=True)


@pytest.mark.parametrize(
    ("cue", "agreement"),
    [
        ("قال", HE),
        ("قالت", SHE),
        ("قالوا", THEY),
        ("يقول", HE),
        ("تقول", SHE),
        ("يقولون", THEY),
        ("نفى", HE),
        ("نفت", SHE),
        ("نفوا", THEY),
        ("أثبت", HE),
        ("أعلنت", SHE),
        ("لم ينف", HE),
        ("لم يذكروا", THEY),
        ("يرون", THEY),
        ("أعتقد", ME),
        ("نعتقد", ME),
        ("مضيفا", HE),
        ("مضيفة", SHE),
        ("قائلين", THEY),
        ("على حد قولها", SHE),
    ],
)
def test_agreement(cue: str, agreement: Agreement) -> None:
    scene = scenes(set_stage(parse(read_text(f"{cue} إن الجسر آمن جدا."))))[0]
    hit = next(find_cues(scene.tokens, scene.first, scene.last))
    assert agreement_of(scene, hit) == agreement


@pytest.mark.parametrize(
    ("verb", "subject", "fits"),
    [
        (HE, HE, True),
        (HE, SHE, False),
        (HE, THEY, False),
        (SHE, HE, False),
        (SHE, Agreement(True, True), True),
        (THEY, THEY, True),
        (THEY, HE, False),
        (HE, Agreement(), True),
        (Agreement(), THEY, True),
    ],
)
def test_fits(verb: Agreement, subject: Agreement, fits: bool) -> None:
    assert verb.fits(subject) is fits
