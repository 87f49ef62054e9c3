"""Laws of the counting talk test: a zone with a whole count in it, harder for lower counts, and its jump told."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import find
from calculators.counting_talk_test import EARLIER, JUMP, counts, effort, percents
from calculators.kit.result import Result
from tests.strategies import clear, result

PAGE = Path(__file__).resolve().parents[2] / "docs" / "calculators" / "counting-talk-test.md"
COUNTING = find("counting-talk-test")
RESTING = range(10, 81)
EFFORTS = ("very hard", "moderate to hard", "light")


def said(resting: int, moving: int | None = None) -> Result:
    typed = {"resting": str(resting), "moving": str(moving or "")}
    made = result(COUNTING, clear(COUNTING.inputs) | typed)
    assert made
    return made


@pytest.mark.parametrize("resting", RESTING)
def test_a_whole_count_lies_in_every_zone_and_within_its_doubt(resting: int) -> None:
    (least, most), (low, high) = percents(resting), counts(resting, percents(resting))
    doubt_low, doubt_high = counts(resting, EARLIER)
    assert 1 < low <= high < resting
    assert least * resting <= 100 * low
    assert 100 * high <= most * resting
    assert doubt_low <= low
    assert high <= doubt_high


@pytest.mark.parametrize("resting", RESTING)
def test_a_lower_count_never_means_an_easier_effort(resting: int) -> None:
    words = [effort(resting, moving, percents(resting)) for moving in range(1, resting + 1)]
    assert words == sorted(words, key=EFFORTS.index)
    assert set(words) == set(EFFORTS)


def test_the_zone_rises_with_the_count_at_rest_but_for_its_jump() -> None:
    drops = [
        later
        for earlier, later in pairwise(RESTING)
        if counts(later, percents(later))[1] < counts(earlier, percents(earlier))[1]
    ]
    assert drops == [JUMP]


@pytest.mark.parametrize("resting", RESTING)
def test_a_reader_near_the_jump_hears_of_its_other_side(resting: int) -> None:
    near = resting in {23, 24, 25, 26}
    assert any("where the rule jumps" in text for text in said(resting).lead) is near
    assert any("and this effort" in text for text in said(resting, resting // 2).lead) is near


@given(st.integers(10, 80), st.integers(1, 80))
def test_no_answer_asks_for_more_effort(resting: int, moving: int) -> None:
    made = said(resting, min(resting, moving))
    words = " ".join((*made.lead, *(step.text for step in made.next_steps))).lower()
    assert not [push for push in ("harder effort,", "push", "speed up", "faster", "work harder") if push in words]


@pytest.mark.parametrize("resting", range(1, 10))
def test_a_short_count_gets_another_test_and_no_zone(resting: int) -> None:
    made = said(resting)
    assert made.refers
    assert "calculators/talk-test" in [step.page for step in made.next_steps]


def test_the_table_on_paper_says_the_same() -> None:
    rows = re.findall(
        r"^\| (\d+) \| (\d+) or more \| (\d+) to (\d+) \| (\d+) or less \|$",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(rows) == 10
    for resting, light, low, high, hard in (map(int, row) for row in rows):
        assert counts(resting, percents(resting)) == (low, high)
        assert (light, hard) == (high + 1, low - 1)
