"""Laws of the after-exercise check: more pain never means a bolder answer, and the strictest of the checks decides."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import find
from calculators.after_exercise_check import most_allowed, no_room
from calculators.kit.declare import questions
from calculators.kit.result import Result, Table
from tests.strategies import clear, result

PAGE = Path(__file__).resolve().parents[2] / "docs" / "calculators" / "after-exercise-check.md"
CHECK = find("after-exercise-check")
PAIN = st.integers(0, 10)
WEEKS = ("", "same", "new", "bit", "more")
TIMES = ("during", "evening", "morning")
TITLES = ("You could take a small step", "Stay at this amount for now", "Do less next time")
WORDS = ("a small step", "stay here", "do less")
type Day = dict[str, str]


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A reader's usual pain, a session and a week."""
    pains = {name: str(draw(PAIN)) for name in ("usual", *TIMES)}
    return pains | {"week": draw(st.sampled_from(WEEKS)), "minutes": draw(st.sampled_from(("", "20")))}


def said(day: Day) -> Result:
    made = result(CHECK, clear(CHECK.inputs) | day)
    assert made
    return made


def caution(day: Day) -> int:
    """How careful the answer is, from 0 for a small step to 2 for less."""
    return TITLES.index(said(day).title)


@given(days(), st.sampled_from(TIMES), PAIN)
def test_more_pain_never_means_a_bolder_answer(day: Day, time: str, pain: int) -> None:
    more = str(max(pain, int(day[time])))
    assert caution(day | {time: more}) >= caution(day)


@given(days())
def test_a_worse_week_never_means_a_bolder_answer(day: Day) -> None:
    found = [caution(day | {"week": week}) for week in WEEKS]
    assert found == sorted(found)


@given(days())
def test_the_strictest_check_decides(day: Day) -> None:
    made = said(day)
    (table,) = (block for block in made.body if isinstance(block, Table))
    assert len(table.rows) == 3 + bool(day["week"])
    assert TITLES.index(made.title) == max(WORDS.index(row[-1]) for row in table.rows)


@given(days(), st.integers(8, 10))
def test_a_usual_pain_near_the_top_of_the_scale_never_gets_a_step_up(day: Day, usual: int) -> None:
    assert caution(day | {"usual": str(usual)}) > 0


@given(days(), st.integers(5, 10))
def test_a_high_usual_pain_is_told_that_the_limits_were_not_made_for_it(day: Day, usual: int) -> None:
    made = said(day | {"usual": str(usual)})
    assert any("These limits were not made for usual pain of 5 or more" in text for text in made.lead)


@pytest.mark.parametrize("minutes", ["", "20"])
@given(day=days())
def test_minutes_go_along_only_to_a_form_that_asks_for_them(minutes: str, day: Day) -> None:
    made = said(day | {"minutes": minutes})
    for step in made.next_steps:
        if step.answers:
            assert step.answers == {"minutes": minutes}
            assert "minutes" in questions(find(step.page.removeprefix("calculators/")).inputs)
    assert any(step.answers for step in made.next_steps) is bool(minutes)


@given(days())
def test_doing_less_leads_to_the_flare_plan_and_a_lower_start(day: Day) -> None:
    made = said(day | {"morning": "10", "usual": "3"})
    assert made.title == TITLES[-1]
    assert {"calculators/flare-plan", "calculators/build-up-planner"} <= {step.page for step in made.next_steps}


def test_the_table_on_paper_says_the_same() -> None:
    rows = re.findall(
        r"^\| (\d) \| 0 to (\d) \| \| (\d+)(?: or more)? \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [int(usual) for usual, _, _ in rows] == [5, 6, 7]
    for usual, most, less in rows:
        assert int(most) == most_allowed(int(usual)) == int(less) - 1
        assert not no_room(int(usual))
    assert no_room(8)
