"""Laws of the flare plan: never nothing, never more than usual, and back by no more than it says."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from calculators import find
from tests.facts import Facts, facts
from tests.strategies import clear, result

FLARE = find("flare-plan")
LENGTHS = ("days", "weeks", "longer")


@st.composite
def usuals(draw: st.DrawFn) -> tuple[int, int, int | None]:
    """Minutes in one go, days a week and baseline of readers whom the plan suits."""
    days = draw(st.integers(1, 7))
    minutes = draw(st.integers(1, min(240, 600 // days)))
    return minutes, days, draw(st.none() | st.integers(1, minutes))


def plan(usual: tuple[int, int, int | None], length: str) -> Facts:
    minutes, days, baseline = usual
    typed = {"minutes": str(minutes), "days": str(days), "baseline": str(baseline or ""), "length": length}
    made = result(FLARE, clear(FLARE.inputs) | typed)
    assert made
    return facts(FLARE.slug, made)


@given(usuals(), st.sampled_from(LENGTHS))
def test_less_but_never_nothing_and_never_above_the_usual(usual: tuple[int, int, int | None], length: str) -> None:
    minutes, days, _ = usual
    found = plan(usual, length)
    now, weeks = found["lighter_sessions"], found["weeks"]
    assert len(now) == days
    assert all(1 <= each <= minutes for each in now)
    assert max(now) - min(now) <= 1

    assert weeks == sorted(weeks)
    assert not weeks or weeks[-1] == minutes * days > sum(now)
    assert weeks or sum(now) == minutes * days
    for earlier, later in pairwise(weeks):
        # A week's minutes are rounded down, so the one before may have been up to a minute more.
        assert later < (earlier + 1) * Fraction(11, 10)


@given(usuals())
@example((20, 4, 4))
def test_the_way_back_never_starts_above_double_the_lighter_week(usual: tuple[int, int, int | None]) -> None:
    found = plan(usual, "days")
    # The lighter week is rounded down, so it may have been up to half a minute more.
    assert not found["weeks"] or found["weeks"][0] <= 2 * found["lighter"] + 1


@given(usuals())
def test_a_longer_flare_never_has_the_quicker_way_back(usual: tuple[int, int, int | None]) -> None:
    ways = [plan(usual, length)["weeks"] for length in LENGTHS]
    assert [len(weeks) for weeks in ways] == sorted(len(weeks) for weeks in ways)
    firsts = [weeks[0] for weeks in ways if weeks]
    assert firsts == sorted(firsts, reverse=True)
