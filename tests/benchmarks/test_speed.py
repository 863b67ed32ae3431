"""The benchmark of the rule path times functions by the names their callers know them by."""

import speed

from asanid.pipeline import analyse
from asanid.read import read_text

ARTICLE = read_text(
    "قال المتحدث باسم الوزارة سالم الرواشد إن الميناء سيفتح غدا، بحسب صحيفة المرفأ.", published="2024-10-08"
)


def test_every_phase_is_timed() -> None:
    """A function that was renamed, or is called by another name, would count for whoever calls it."""
    spent = speed.phases([ARTICLE])
    assert set(spent) == {name for name, _ in speed.PHASES} | {"everything else"}


def test_timing_changes_nothing() -> None:
    before = analyse(ARTICLE)
    speed.phases([ARTICLE])
    assert analyse(ARTICLE) == before
