"""Laws of wired or depleted, over every way to tick it: no choice is forced, and a crash is never answered with movement."""

import re
from itertools import product

import pytest

from calculators import find
from calculators.kit.result import Listing, Result
from tests.strategies import NOT_CLEAR, clear, result

WIRED = find("wired-or-depleted")
BOXES = (
    *(f"wired-{sign}" for sign in ("mind", "restless", "tense", "sleep")),
    *(f"depleted-{sign}" for sign in ("heavy", "foggy", "flat", "slow")),
)
EVERY_FORM = list(product((False, True), repeat=len(BOXES)))
SIDES = {
    "Neither stands out today": (False, False),
    "This sounds like wired": (True, False),
    "This sounds like depleted": (False, True),
    "This sounds like both at once": (True, True),
}
MOVING = re.compile(r"\b(?:walk|stretch|mov(?:e|ing))", re.IGNORECASE)
type Form = tuple[bool, ...]


def said(form: Form, crash: str = "no") -> Result:
    typed = {box: "yes" for box, ticked in zip(BOXES, form, strict=True) if ticked}
    made = result(WIRED, clear(WIRED.inputs) | typed | {"crash": crash})
    assert made
    return made


def test_each_side_answers_for_itself() -> None:
    for form in EVERY_FORM:
        assert SIDES[said(form).title] == (sum(form[:4]) >= 2, sum(form[4:]) >= 2)


def test_one_more_sign_never_takes_a_side_away() -> None:
    for form in EVERY_FORM:
        for place, ticked in enumerate(form):
            if not ticked:
                more = (*form[:place], True, *form[place + 1 :])
                before, after = SIDES[said(form).title], SIDES[said(more).title]
                assert all(later or not earlier for earlier, later in zip(before, after, strict=True))


@pytest.mark.parametrize("crash", NOT_CLEAR)
def test_no_movement_is_suggested_to_a_reader_who_crashes(crash: str) -> None:
    for form in EVERY_FORM:
        made = said(form, crash)
        assert made.refers is SIDES[said(form).title][1]
        assert not [
            item for block in made.body if isinstance(block, Listing) for item in block.items if MOVING.search(item)
        ]
        assert "calculators/daily-check" not in [step.page for step in made.next_steps]


def test_movement_is_one_choice_among_others_for_all_the_rest() -> None:
    for form in EVERY_FORM[:: len(BOXES)]:
        (ideas,) = (block for block in said(form).body if isinstance(block, Listing))
        assert len(ideas.items) >= 3
