"""What a result says of the answers it rests on, those left empty too."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

import calculators
from calculators.kit import show
from calculators.kit.declare import Inputs, calculator, log, measure, questions, rows, text, whole
from calculators.kit.questions import Whole
from calculators.kit.read import read
from calculators.kit.result import Result


class Empty(Inputs):
    """A form of which all may stay empty."""

    minutes: int = whole("Minutes?", noun="Minutes", unit="minutes", low=0, high=9, like=5, default=0)
    activity: str = text("Activity?", noun="Activity", limit=60, default="walking")
    device: str = text("Device?", noun="Device", limit=60, default="")
    grip: Fraction | None = measure("Grip?", noun="Grip", units={"kg": Fraction(1)}, low=1, high=9, like="5")
    days: tuple[tuple[date, tuple[Fraction, ...]], ...] = log(
        "Days?", columns=("pain",), low=0, high=10, lines=5, default=()
    )
    steps: tuple[tuple[int, ...], ...] = rows(
        "Steps?",
        row="Step",
        columns={"fear": Whole("Fear?", noun="Fear", missing="Enter it", unit="", low=0, high=9, like=5)},
        low=0,
        high=2,
        default=(),
    )


@calculator(Empty, title="Empty", version="1", references=(), example={}, example_note="")
def empty(answers: Empty) -> Result:
    return Result(title="Nothing", lead=())


def told(answers: dict[str, str]) -> dict[str, str]:
    notes = show.notes(empty, read(Empty, answers), empty.work_out(read(Empty, answers).inputs))
    lines = notes.partition("Answers given:\n")[2].partition("\n\n")[0].splitlines()
    return dict(line.removeprefix("- ").split(" ", 1) for line in lines)


def test_nothing_is_said_to_be_used_where_nothing_stands_in() -> None:
    assert told({}) == {
        "Minutes?": "left empty, so we used 0 minutes",
        "Activity?": "left empty, so we used walking",
        "Device?": "left empty",
        "Grip?": "left empty",
        "Days?": "left empty",
        "Steps?": "left empty",
    }


def test_what_was_answered_is_said_back() -> None:
    typed = {"minutes": "1", "activity": "rowing", "device": "a dynamometer", "grip": "5", "days": "2027-03-01,4"}
    assert told({**typed, "steps-1-fear": "3"}) == {
        "Minutes?": "1 minute",
        "Activity?": "rowing",
        "Device?": "a dynamometer",
        "Grip?": "5 kg",
        "Days?": "1 line, 1 March 2027",
        "Steps?": "3",
    }


@pytest.mark.parametrize("slug", calculators.slugs())
def test_what_a_calculator_puts_in_place_of_an_empty_answer_is_an_amount_or_a_thing(slug: str) -> None:
    """Not "so we used not noted"."""
    made: Any = calculators.find(slug)
    for question in questions(made.inputs).values():
        if question.optional and question.default:
            assert not question.say(question.default).startswith(("not ", "no ", "none"))
