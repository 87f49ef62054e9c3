"""Laws of the step ladder: the reader's steps and no others, in order, and pain without a say."""

import re
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import find
from calculators._ladder import Happened, Verdict, in_order, verdict
from calculators.exposure_ladder import FEWEST, MOST
from calculators.kit.result import Result, Table
from tests.oracles.exposure_ladder import suggestion
from tests.strategies import Typed, clear, result, typed

LADDER = find("exposure-ladder")
HUNDRED = st.integers(0, 100)
RUNGS = st.lists(st.tuples(st.sampled_from("abcdef"), HUNDRED), min_size=FEWEST, max_size=MOST).map(tuple)


def table(made: Result) -> Table:
    return next(block for block in made.body if isinstance(block, Table))


@given(RUNGS)
def test_the_steps_are_the_readers_own_in_order(rungs: tuple[tuple[str, int], ...]) -> None:
    ladder = in_order(rungs)
    assert Counter(ladder) == Counter(rungs)
    assert [harm for _, harm in ladder] == sorted(harm for _, harm in rungs)
    for level in {harm for _, harm in rungs}:
        assert [rung for rung in ladder if rung[1] == level] == [rung for rung in rungs if rung[1] == level]


@given(typed(LADDER.inputs, gate="no"), st.sampled_from(["", *map(str, range(11))]))
def test_pain_decides_nothing(answers: Typed, pain: str) -> None:
    made, other = result(LADDER, answers), result(LADDER, answers | {"pain": pain})
    if made and other:
        assert (made.title, made.lead, made.body) == (other.title, other.lead, other.body)
        assert made.refers is other.refers
    assert (made is None) == (other is None)


@given(st.sampled_from(list(Happened)), st.integers(1, 9), HUNDRED, HUNDRED)
def test_harm_or_doubt_of_it_always_stops(happened: Happened, tries: int, before: int, after: int) -> None:
    stops = happened in {Happened.YES, Happened.UNSURE}
    assert (verdict(happened, tries, before, after) is Verdict.STOP) == stops


@given(st.integers(1, 9), HUNDRED, HUNDRED, st.integers(0, 5), HUNDRED)
def test_more_tries_and_less_belief_never_take_a_step_up_away(
    tries: int, before: int, after: int, more: int, less: int
) -> None:
    if verdict(Happened.NO, tries, before, after) is Verdict.UP:
        assert verdict(Happened.NO, tries + more, before, min(after, less)) is Verdict.UP
    assert verdict(Happened.NO, 1, before, after) is Verdict.REPEAT


@given(typed(LADDER.inputs, gate="no"))
def test_a_step_that_is_suggested_is_left_for_the_reader_to_write(answers: Typed) -> None:
    made = result(LADDER, answers)
    if made and not made.refers:
        written = sum(name.endswith("-what") for name in answers)
        places = [row[0] for row in table(made).rows]
        assert [place for place in places if place != "New"] == [str(place + 1) for place in range(written)]
        assert places.count("New") <= 1
        assert made.sheet
        assert len(made.sheet.rows) == written


@pytest.mark.parametrize("tries", [1, 2, 3])
def test_every_belief_there_can_be_gets_what_the_table_says(tries: int) -> None:
    for before, after in product(range(101), repeat=2):
        told = {"happened": "no", "tries": str(tries), "before": str(before), "after": str(after)}
        up = verdict(Happened.NO, tries, before, after) is Verdict.UP
        assert up == (suggestion(told) == "up"), told


def test_the_form_holds_no_steps_of_ours() -> None:
    (made,) = [result(LADDER, clear(LADDER.inputs) | dict(_steps()))]
    assert made
    words = " ".join((*made.lead, *(" ".join(row) for row in table(made).rows)))
    assert not re.search(r"\b(bend|lift|climb|twist|run)", words, re.IGNORECASE)


def _steps() -> list[tuple[str, str]]:
    return [
        (f"steps-{line}-{part}", text) for line in (1, 2, 3) for part, text in (("what", f"x{line}"), ("harm", "5"))
    ]
