"""Whole-person wheel: the reader's own split of time or attention beside one clinic article's, as a reflection.

The article gives 20, 20, 20, 10, 10, 10 and 10 parts of 100 and no source for them; nothing supports these weights. So
this never says what a share ought to be, and never speaks for or against a medicine.
"""

from __future__ import annotations

from typing import Any

from calculators._safety import ASK
from calculators.kit.declare import Inputs, calculator, questions, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.result import Listing, Pair, PairChart, Result, Step, Table
from calculators.kit.words import count, listed

WHOLE = 100
PARTS = ("Movement", "Sleep and rest", "Mind and mood", "Food and drink", "People", "Medicine", "Other care")
CLINIC = (20, 20, 20, 10, 10, 10, 10)  # in the same order
LARGEST = 1000  # in one box


def _part(place: int, hint: str) -> Any:
    return whole(PARTS[place], noun=PARTS[place], unit="parts", low=0, high=LARGEST, like=2, default=0, hint=hint)


class Split(Inputs):
    """What the reader is asked: a number for each part."""

    movement: int = _part(0, "Hours a week, or any numbers you like, of the same kind in each box. Empty counts as 0")
    rest: int = _part(1, "Going to bed, winding down, breaks")
    mind: int = _part(2, "Calm, worry, learning, talking therapy")
    food: int = _part(3, "Shopping, cooking, eating")
    people: int = _part(4, "Family, friends, groups, messages")
    medicine: int = _part(5, "The time and thought it takes. Not a dose")
    care: int = _part(6, "Visits, hands-on care, heat, anything else")


@calculator(
    Split,
    title="Whole-person wheel",
    version="1.0",
    references=(),
    example={"movement": "4", "rest": "1", "mind": "0", "food": "6", "people": "2", "medicine": "1", "care": "4"},
    example_note="Someone who put down hours a week: most on meals, none on mind and mood.",
    leads_to_effort=False,
)
def whole_person_wheel(answers: Split) -> Result:
    """Show the reader's shares of 100 beside one clinic article's, with questions to think over."""
    given = tuple(getattr(answers, name) for name in questions(Split))
    if not any(given):
        raise BadAnswer("Put a number above 0 in one box or more. A rough guess is fine", field="movement")
    own = shares(given)
    rows = tuple(zip(PARTS, own, CLINIC, strict=True))
    return Result(
        title="Your time and attention, in parts of 100",
        lead=(
            f"**{_most(given, own)}**",
            (
                "Beside it is the split that one clinic article gives. It is one clinic's opinion: it names no source, and "
                "we know of none. It is not a target."
            ),
            "This is something to think over. There is no right answer.",
        ),
        body=(
            PairChart(
                takeaway="Yours, and one clinic's opinion",
                alt="; ".join(f"{part}: you {mine}%, one clinic {theirs}%" for part, mine, theirs in rows) + ".",
                unit="%",
                own="you",
                other="one clinic",
                pairs=tuple(Pair(part, mine, theirs) for part, mine, theirs in rows),
            ),
            Table(
                "The same in numbers",
                ("Part", "You", "One clinic's opinion"),
                tuple((part, f"{mine}%", f"{theirs}%") for part, mine, theirs in rows),
            ),
            _QUESTIONS,
        ),
        working=(
            f"You gave {count(sum(given), 'part')} in all. Each part's share is its number × 100 ÷ {sum(given)}.",
            (
                "We round each share down. The points left over go one each to the shares that lost most by it, and to the "
                "one higher up the list where two lost the same. So the shares always make 100."
            ),
        ),
        cautions=(
            "**We found no study of this split,** or of any other. Nothing supports these weights.",
            (
                "**This says nothing about medicine.** A share is time and thought, not a dose. It is no reason to change "
                "or stop a medicine. Your GP or pharmacist can talk that over with you."
            ),
            (
                "For the clinic's split, movement (20) and medicine (10) are as the article has them. The names of the other "
                "parts, and their order, are ours."
            ),
        ),
        next_steps=(
            Step("Do less of one thing, if it takes more than it gives. A smaller share is not a worse one."),
            Step("Do nothing with it. Looking is enough."),
            Step("Plan a week in which any amount counts.", page="calculators/weekly-plan"),
            Step("Ask your GP or pharmacist about anything to do with medicine."),
            ASK,
        ),
    )


def shares(given: tuple[int, ...]) -> tuple[int, ...]:
    """The numbers as whole parts of 100 that make 100 exactly, by largest remainder; equal remainders in order.

    Args:
        given: Numbers from 0 up, not all 0.
    """
    total = sum(given)
    kept = [number * WHOLE // total for number in given]
    by_loss = sorted(range(len(given)), key=lambda place: -(given[place] * WHOLE % total))
    for place in by_loss[: WHOLE - sum(kept)]:
        kept[place] += 1
    return tuple(kept)


_QUESTIONS = Listing(
    "Questions to think over",
    (
        "Which part is larger or smaller than you thought?",
        "Is there one you would like to give a little more to, or a little less?",
        "Which parts are not up to you just now: work, caring, money, waiting lists?",
        "Who could make one of them lighter?",
    ),
)


def _most(given: tuple[int, ...], own: tuple[int, ...]) -> str:
    if len(set(given)) == 1:
        # 100 does not go into seven, so two of the shares are a point larger: that is nothing the reader said.
        return "All your parts are the same size."
    largest = max(own)
    parts = tuple(part for part, share in zip(PARTS, own, strict=True) if share == largest)
    each = "" if len(parts) == 1 else " each"
    return f"Your largest share is {listed(parts).lower()}: {largest} of 100{each}."
