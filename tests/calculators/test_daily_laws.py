"""Laws of the daily check, over every day there can be: nothing grows, the week stays, and worse never looks better."""

from itertools import product

import pytest

from calculators import find
from calculators.kit.result import Result
from tests.strategies import NOT_CLEAR, clear, result

DAILY = find("daily-check")
PARTS = ("sleep", "energy", "stress", "pain", "confidence")
EVERY_DAY = list(product((-1, 0, 1), repeat=len(PARTS)))
TITLES = ("Today: rest and reset", "Today: ease back", "Today: steady")
type Day = tuple[int, ...]


def said(day: Day, reds: str = "", crash: str = "no") -> Result:
    typed = {
        f"{'better' if mark > 0 else 'worse'}-{part}": "yes" for part, mark in zip(PARTS, day, strict=True) if mark
    }
    made = result(DAILY, clear(DAILY.inputs) | typed | {"reds": reds, "crash": crash})
    assert made
    return made


def brightness(day: Day) -> int:
    return TITLES.index(said(day).title)


def test_one_thing_worse_never_makes_a_brighter_day() -> None:
    for day in EVERY_DAY:
        for place, mark in enumerate(day):
            if mark > -1:
                worse = (*day[:place], mark - 1, *day[place + 1 :])
                assert brightness(worse) <= brightness(day)


def test_an_ordinary_day_is_steady_and_the_worst_is_rest() -> None:
    assert brightness((0,) * 5) == 2
    assert brightness((-1,) * 5) == 0


def test_all_parts_count_the_same() -> None:
    by_marks: dict[Day, set[int]] = {}
    for day in EVERY_DAY:
        by_marks.setdefault(tuple(sorted(day)), set()).add(brightness(day))
    assert all(len(found) == 1 for found in by_marks.values())


def test_the_weeks_amount_stays_on_every_kind_of_day() -> None:
    for day in EVERY_DAY:
        assert any("Your amount for the week stays as it is" in text for text in said(day).lead)
        assert not said(day).events


@pytest.mark.parametrize("crash", NOT_CLEAR)
@pytest.mark.parametrize("day", [(1,) * 5, (0,) * 5, (-1,) * 5])
def test_no_kind_of_day_for_a_reader_who_crashes(day: Day, crash: str) -> None:
    made = said(day, crash=crash)
    assert made.refers
    assert made.title not in TITLES
    assert "Do less" in made.next_steps[0].text


@pytest.mark.parametrize("reds", range(7))
def test_the_third_hard_day_in_seven_leads_to_the_flare_plan(reds: int) -> None:
    for day in ((0,) * 5, (-1,) * 5):
        made = said(day, str(reds))
        hard_days = reds + (made.title == TITLES[0])
        assert ("calculators/flare-plan" in [step.page for step in made.next_steps]) is (hard_days >= 3)
