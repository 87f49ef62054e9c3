"""Laws of the sleep check: a share of a whole, more sleep never a smaller one, and nothing that cuts time in bed."""

import json
import re
from fractions import Fraction
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.kit.result import CareCard, KeyFigure, Listing, Urgency
from calculators.sleep_check import percent_asleep
from tests.strategies import Typed, clear, result, typed

SLEEP = calculators.find("sleep-check")
MINUTES = st.integers(120, 960)


@st.composite
def nights(draw: st.DrawFn) -> tuple[int, int]:
    """Minutes in bed and asleep that fit together."""
    bed = draw(MINUTES)
    return bed, draw(st.integers(0, bed))


def share(bed: int, asleep: int) -> list[int]:
    made = result(SLEEP, clear(SLEEP.inputs) | {"bed": f"{bed} minutes", "asleep": f"{asleep} minutes"})
    assert made
    (figure,) = (block for block in made.body if isinstance(block, KeyFigure))
    numbers = [int(number) for number in re.findall(r"\d+", f"{figure.value} {figure.doubt}")]
    assert len(numbers) == 3
    return numbers


@given(nights())
def test_the_share_lies_in_its_range_and_the_range_in_0_to_100(night: tuple[int, int]) -> None:
    low, high, guess = share(*night)
    assert 0 <= low <= guess <= high <= 100


@given(nights(), st.integers(1, 60))
def test_more_sleep_is_never_a_smaller_share(night: tuple[int, int], more: int) -> None:
    bed, asleep = night
    assert all(
        later >= earlier for earlier, later in zip(share(bed, asleep), share(bed, min(bed, asleep + more)), strict=True)
    )


@given(nights(), st.integers(2, 5))
def test_a_share_does_not_depend_on_the_unit(night: tuple[int, int], times: int) -> None:
    bed, asleep = map(Fraction, night)
    assert percent_asleep(asleep, bed) == percent_asleep(asleep / times, bed / times)


@given(typed(SLEEP.inputs))
def test_nobody_is_told_to_cut_time_in_bed_or_given_a_mark_to_reach(answers: Typed) -> None:
    said = json.loads(calculators.answer(SLEEP.slug, urlencode(answers)))
    if said["ok"]:
        assert not re.search(r"restrict|(?i:go to bed (later|at))|less time in bed|sleep window", said["notes"])
        assert "no mark to reach" in said["notes"]


@given(typed(SLEEP.inputs, gate="unsure"))
def test_whoever_could_come_to_harm_is_asked_to_ask_and_not_to_get_up(answers: Typed) -> None:
    made = result(SLEEP, answers)
    if made:
        (card,) = (block for block in made.body if isinstance(block, CareCard))
        assert card.urgency is Urgency.ASK
        assert not [block for block in made.body if isinstance(block, Listing)]
