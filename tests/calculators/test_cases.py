"""Each worked example in tests/cases/, through the same door that the page uses."""

import json
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

import calculators
from calculators._fitness_tests import Sex
from calculators._flare import Length
from calculators._growth import split, weekly_ceilings
from calculators._norms import dodds
from calculators._walk_equations import lower_limit, predicted
from calculators.flare_plan import way_back
from calculators.kit.read import read
from calculators.kit.words import decimal
from calculators.talk_test import percent_of_maximum, percent_of_reserve
from tests.facts import facts

ROOT = Path(__file__).resolve().parent.parent.parent
BIBLIOGRAPHY = (ROOT / "docs" / "references.bib").read_text(encoding="utf-8")


@dataclass(frozen=True, kw_only=True)
class Case:
    """One worked example. The head of each file in tests/cases/ says what its parts are."""

    slug: str
    name: str
    why: str
    source: str
    keys: list[str]
    checked: date
    answers: dict[str, str] = field(default_factory=dict)
    gives: dict[str, Any] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)
    never_says: list[str] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    sum: dict[str, Any] = field(default_factory=dict)


CASES = [
    Case(slug=path.stem, **case)
    for path in sorted((ROOT / "tests" / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]
RESULTS = [case for case in CASES if case.gives]
REFUSALS = [case for case in CASES if case.problems]
SUMS = [case for case in CASES if case.sum]


def named(case: Case) -> str:
    return f"{case.slug}: {case.name}"


def _tenths(weeks: tuple[Fraction, ...]) -> list[str]:
    exact = (Decimal(week.numerator) / Decimal(week.denominator) for week in weeks)
    return [str(week.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)) for week in exact]


def _walk(sex: str, height: int, weight: int, age: int) -> dict[str, str]:
    found = predicted(Sex(sex), Fraction(height), Fraction(weight), age)
    found["lower limit"] = lower_limit(Sex(sex), found)
    return {name: decimal(metres, 2) for name, metres in found.items()}


# A sum's numbers as written in a case, to those the function takes and back.
STEPS: dict[str, Callable[..., Any]] = {
    "dodds": lambda sex, age: [decimal(kg, 1) for kg in dodds(Sex(sex), age).values()],
    "percent_of_maximum": percent_of_maximum,
    "percent_of_reserve": percent_of_reserve,
    "predicted": _walk,
    "split": lambda minutes, sessions: list(split(minutes, sessions)),
    "weekly_ceilings": lambda start, target, percent: _tenths(weekly_ceilings(Fraction(start), target, percent)),
    "way_back": lambda usual, lighter, length: _tenths(way_back(usual, Fraction(lighter), Length(length))),
}


@pytest.mark.parametrize("case", RESULTS, ids=named)
def test_a_reader_gets_what_the_example_says(case: Case) -> None:
    said = json.loads(calculators.answer(case.slug, urlencode(case.answers)))
    assert said["ok"], said
    for words in case.says:
        assert words in said["notes"]
    for words in case.never_says:
        assert words not in said["notes"].partition("Answers given:")[0]
    calculator = calculators.find(case.slug)
    shown = facts(case.slug, calculator.work_out(read(calculator.inputs, case.answers).inputs))
    for name, expected in case.gives.items():
        if isinstance(expected, dict) and expected:
            shown[name] = {each: found for each, found in shown[name].items() if each in expected}
        assert shown[name] == expected


@pytest.mark.parametrize("case", REFUSALS, ids=named)
def test_a_reader_gets_the_sentences_the_example_says(case: Case) -> None:
    said = json.loads(calculators.answer(case.slug, urlencode(case.answers)))
    assert not said["ok"]
    assert {problem["field"]: problem["message"] for problem in said["problems"]} == case.problems


@pytest.mark.parametrize("case", SUMS, ids=named)
def test_a_step_of_the_working_makes_what_the_example_says(case: Case) -> None:
    assert STEPS[case.sum["of"]](*case.sum["with"]) == case.sum["makes"]


@pytest.mark.parametrize("case", CASES, ids=named)
def test_an_example_can_be_traced(case: Case) -> None:
    assert case.why
    assert case.source
    assert isinstance(case.checked, date)
    for key in case.keys:
        assert re.search(rf"^@\w+\{{{re.escape(key)},$", BIBLIOGRAPHY, re.MULTILINE), f"no source {key}"
    assert [bool(case.gives), bool(case.problems), bool(case.sum)].count(True) == 1


def test_every_calculator_has_worked_examples() -> None:
    assert {case.slug for case in CASES} == set(calculators.slugs())
