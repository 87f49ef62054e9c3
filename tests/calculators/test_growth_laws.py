"""Laws of a plan that grows: under its ceiling, never stuck, fairly shared, and in the order that more and less imply."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from calculators import find
from calculators._growth import split, weekly_ceilings
from calculators.kit.result import Table
from calculators.kit.words import MONTHS
from tests.facts import facts
from tests.strategies import clear, result

PLANNER = find("build-up-planner")

MINUTES, DAYS, GOALS, GROWTH = st.integers(1, 240), st.integers(1, 7), st.integers(10, 300), st.integers(5, 20)
STARTS, PERCENTS = st.fractions(Fraction(1, 2), 300), st.integers(1, 100)


type Weeks = list[int]
type Sessions = list[list[int]]


def plan(minutes: int, days: int, goal: int, growth: int) -> tuple[Weeks, Sessions]:
    """Each week's minutes, and its sessions; none where the reader is there already."""
    typed = {"minutes": str(minutes), "days": str(days), "goal": str(goal), "growth": str(growth)}
    made = result(PLANNER, clear(PLANNER.inputs) | typed)
    assert made
    found = facts(PLANNER.slug, made)
    return found["weeks"], found.get("sessions", [])


@given(MINUTES, DAYS, GOALS, GROWTH)
@example(1, 1, 300, 5)
@example(1, 7, 10, 20)
def test_no_week_is_above_its_ceiling_or_the_goal(minutes: int, days: int, goal: int, growth: int) -> None:
    weeks, _ = plan(minutes, days, goal, growth)
    for place, scheduled in enumerate(weeks):
        assert scheduled <= goal
        assert scheduled <= minutes * days * Fraction(100 + growth, 100) ** place


@given(MINUTES, DAYS, GOALS, GROWTH)
@example(1, 1, 300, 5)
@example(5, 1, 150, 10)
def test_a_plan_never_falls_and_ends_at_the_goal(minutes: int, days: int, goal: int, growth: int) -> None:
    weeks, _ = plan(minutes, days, goal, growth)
    if minutes * days < goal:
        assert weeks == sorted(weeks)
        assert (weeks[0], weeks[-1]) == (minutes * days, goal)
        assert weeks[-2] < goal
    else:
        assert weeks == []


@given(STARTS, st.integers(1, 600), PERCENTS)
@example(Fraction(1), 300, 1)
def test_a_small_start_never_stalls(start: Fraction, target: int, percent: int) -> None:
    weeks = weekly_ceilings(start, target, percent)
    assert weeks[-1] == target
    assert all(later > earlier for earlier, later in pairwise(weeks))


@given(STARTS, st.integers(1, 600), PERCENTS, PERCENTS)
def test_more_growth_never_takes_longer(start: Fraction, target: int, one: int, other: int) -> None:
    slow, fast = sorted((one, other))
    assert len(weekly_ceilings(start, target, fast)) <= len(weekly_ceilings(start, target, slow))


@given(STARTS, st.integers(1, 600), st.integers(1, 600), PERCENTS)
def test_a_higher_goal_never_takes_fewer_weeks(start: Fraction, one: int, other: int, percent: int) -> None:
    near, far = sorted((one, other))
    assert len(weekly_ceilings(start, near, percent)) <= len(weekly_ceilings(start, far, percent))


@given(st.integers(0, 2000), DAYS)
def test_sessions_add_up_and_differ_by_a_minute_at_most(minutes: int, sessions: int) -> None:
    shares = split(minutes, sessions)
    assert len(shares) == sessions
    assert sum(shares) == minutes
    assert max(shares) - min(shares) <= 1
    assert list(shares) == sorted(shares, reverse=True)


@given(MINUTES, DAYS, GOALS, GROWTH)
@example(1, 7, 10, 5)
def test_the_sessions_a_reader_sees_add_up(minutes: int, days: int, goal: int, growth: int) -> None:
    weeks, sessions = plan(minutes, days, goal, growth)
    for scheduled, shares in zip(weeks, sessions, strict=True):
        assert len(shares) == days
        assert sum(shares) == scheduled
        assert max(shares) - min(shares) <= 1


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
@example(date(2028, 2, 29))
@example(date(2099, 12, 31))
def test_weeks_are_seven_days_apart(start: date) -> None:
    typed = {"start-day": str(start.day), "start-month": str(start.month), "start-year": str(start.year)}
    slowest = {"minutes": "1", "days": "1", "goal": "300", "growth": "5"}
    made = result(PLANNER, clear(PLANNER.inputs) | slowest | typed)
    assert made
    labels = [row[0] for block in made.body if isinstance(block, Table) for row in block.rows]
    days = [start + timedelta(days=7 * place) for place in range(len(labels))]
    assert labels == [
        f"Week {place}, {day.day} {MONTHS[day.month - 1]} {day.year}" for place, day in enumerate(days, start=1)
    ]
