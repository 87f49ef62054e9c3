"""Laws of the weekly plan: every minute and day is kept, strength days stand apart, and nothing is ever a failure."""

import json
import re
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators._week import DAYS, moving_days, spread
from calculators.kit.result import Table
from calculators.weekly_plan import equivalent
from tests.strategies import Typed, result, typed

WEEK = calculators.find("weekly-plan")
BLAME = re.compile(
    r"\bfail|\bonly \d|\bnot enough|\bmissed|\bfall(?:en|ing)? behind\b|\bshould\b|\bmust\b", re.IGNORECASE
)


@pytest.mark.parametrize("days", range(8))
def test_strength_days_stand_apart_where_a_week_allows_it(days: int) -> None:
    places = spread(days)
    assert len(set(places)) == days
    assert set(places) <= set(range(len(DAYS)))
    beside = sum(later - earlier == 1 for earlier, later in pairwise(places))
    assert (beside == 0) == (days <= 4)
    if days <= 3:  # nor on the Sunday and the Monday after
        assert not {0, 6} <= set(places)


@pytest.mark.parametrize("strength", range(8))
@pytest.mark.parametrize("days", range(1, 8))
def test_moving_takes_the_days_asked_for_and_doubles_up_last(days: int, strength: int) -> None:
    strong = spread(strength)
    moving = moving_days(days, strong)
    assert len(set(moving)) == days
    free = [place for place in range(6) if place not in strong]
    assert set(moving) <= set(free) or set(free) <= set(moving)


@given(typed(WEEK.inputs, gate="no"))
def test_no_minute_is_lost_and_no_day_is_far_from_another(answers: Typed) -> None:
    made = result(WEEK, answers)
    assert made
    outline = [row[1] for block in made.body if isinstance(block, Table) and len(block.rows) == 7 for row in block.rows]
    for how, name in (("at a talking pace", "moderate"), ("harder", "vigorous")):
        spells = [int(found) for words in outline for found in re.findall(rf"(\d+) minutes? {how}", words)]
        assert sum(spells) == int(answers.get(name, "0"))
        assert not spells or min(spells) >= 1
        assert not spells or max(spells) - min(spells) <= 1


@given(typed(WEEK.inputs, gate="no"))
def test_no_week_is_a_failure(answers: Typed) -> None:
    said = json.loads(calculators.answer(WEEK.slug, urlencode(answers)))
    assert not BLAME.search(said["notes"].partition("Answers given:")[0])


@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 50))
def test_a_harder_minute_counts_as_two(moderate: int, vigorous: int, more: int) -> None:
    assert equivalent(moderate, vigorous + more) == equivalent(moderate + 2 * more, vigorous)
