"""Laws of the pulse range: it falls with age, sits inside its doubt, and is hidden from those it would mislead."""

import json
import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given

import calculators
from calculators.kit.result import KeyFigure
from tests.allowed_html import read_html
from tests.facts import facts
from tests.strategies import NOT_CLEAR, Typed, clear, result, typed

TALK = calculators.find("talk-test")
ROOT = Path(__file__).resolve().parents[2]
AGES = range(18, 91)
RANGE_OF_BEATS = re.compile(r"\d+\s*(?:to|-|–|−)\s*\d+\s*(?:beats|bpm)", re.IGNORECASE)


def ends(age: int, resting: str) -> list[int] | None:
    """Every number of the pulse ranges at an age, or None where the resting pulse is too high for it."""
    made = result(TALK, clear(TALK.inputs) | {"age": str(age), "resting": resting})
    if made is None:
        return None
    found = facts(TALK.slug, made)
    return [
        int(number)
        for name in sorted(found)
        for number in re.findall(r"(\d+) to|to (\d+)", str(found[name]))
        for number in number
        if number
    ]


@pytest.mark.parametrize("resting", ["", "35", "70", "99"])
def test_an_older_age_never_raises_the_range(resting: str) -> None:
    younger = ends(AGES[0], resting)
    for age in AGES[1:]:
        older = ends(age, resting)
        assert younger
        assert older
        assert all(now <= before for now, before in zip(older, younger, strict=True))
        younger = older


@pytest.mark.parametrize("age", AGES)
def test_each_range_lies_within_its_doubt(age: int) -> None:
    made = result(TALK, clear(TALK.inputs) | {"age": str(age)})
    assert made
    found = facts(TALK.slug, made)
    formulas = found["formulas"]
    for inner, outer in formulas.values():
        (low, high), (doubt_low, doubt_high) = inner.split(" to "), outer.split(" to ")
        assert int(doubt_low) < int(low) < int(high) < int(doubt_high)


def test_the_doubt_says_for_how_many_people_it_holds() -> None:
    made = result(TALK, dict(TALK.example))
    assert made
    (own,) = (block for block in made.body if isinstance(block, KeyFigure) and block.label == "Rough pulse range")
    assert "95 out of 100" in own.doubt
    page = (ROOT / "docs" / "calculators" / "talk-test.md").read_text(encoding="utf-8")
    assert "95 out of 100" in page


@pytest.mark.parametrize("pulse", NOT_CLEAR)
@given(answers=typed(TALK.inputs, gate="no"))
def test_no_range_of_beats_for_a_pulse_that_can_mislead(pulse: str, answers: Typed) -> None:
    said = json.loads(calculators.answer(TALK.slug, urlencode(answers | {"pulse": pulse})))
    assert not RANGE_OF_BEATS.search("".join(read_html(said["html"]).text))
    assert not RANGE_OF_BEATS.search(said["notes"])
    assert "<svg" not in said["html"]
    assert "key-figure" not in said["html"]


def test_a_range_of_beats_is_recognised_where_it_is_shown() -> None:
    said = json.loads(calculators.answer(TALK.slug, urlencode(TALK.example)))
    assert RANGE_OF_BEATS.search("".join(read_html(said["html"]).text))
    assert RANGE_OF_BEATS.search(said["notes"])
