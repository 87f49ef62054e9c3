"""Laws of the whole-person wheel: shares always make 100, keep the order of what was given, and never speak of a dose."""

import json
import re
from fractions import Fraction
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st

import calculators
from calculators.whole_person_wheel import CLINIC, LARGEST, PARTS, shares
from tests.strategies import Typed, typed

WHEEL = calculators.find("whole-person-wheel")
NUMBERS = st.lists(st.integers(0, LARGEST), min_size=len(PARTS), max_size=len(PARTS)).filter(any).map(tuple)
ADVICE = re.compile(
    r"\btablets?\b|\b\d+ ?mg\b|\btake (?:less|more)\b|\bcut down\b|\bcome off\b|\bought\b", re.IGNORECASE
)


@given(NUMBERS)
def test_shares_make_100_and_are_never_a_point_off(given_: tuple[int, ...]) -> None:
    found = shares(given_)
    assert sum(found) == sum(CLINIC) == 100
    for share, number in zip(found, given_, strict=True):
        assert abs(share - Fraction(100 * number, sum(given_))) < 1
        assert number or not share


@given(NUMBERS)
def test_more_never_gets_less(given_: tuple[int, ...]) -> None:
    ranked = sorted(zip(given_, shares(given_), strict=True))
    assert [share for _, share in ranked] == sorted(share for _, share in ranked)


@given(NUMBERS, st.integers(2, 9))
def test_hours_or_minutes_give_the_same(given_: tuple[int, ...], times: int) -> None:
    assert shares(tuple(number * times for number in given_)) == shares(given_)


@given(typed(WHEEL.inputs))
def test_no_split_gets_advice_on_medicine_or_a_verdict(answers: Typed) -> None:
    said = json.loads(calculators.answer(WHEEL.slug, urlencode(answers)))
    if said["ok"]:
        assert not ADVICE.search(said["notes"])
        assert "one clinic's opinion" in said["notes"].lower()
        assert "This says nothing about medicine" in said["notes"]
