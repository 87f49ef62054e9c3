"""Every number of every result against sums done in another way, for thousands of readers drawn by chance."""

import math
import random
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import calculators
from calculators.flare_review import Trigger
from calculators.kit.faults import BadAnswer
from calculators.kit.read import read
from generator.runtime.chance import answers
from tests.effort import tries
from tests.facts import Facts, facts

ORACLES = Path(__file__).resolve().parent.parent / "oracles"
SLUGS = [slug for slug in calculators.slugs() if (ORACLES / f"{slug.replace('-', '_')}.py").exists()]
HALVES = (0, 1)  # so that two cores share one calculator's readers
READERS_IN_HALF = tries(5_000)
FEW = 500


def oracle(slug: str) -> ModuleType:
    """The second way of working it out: `expected(given)`, and `shown(result)` where `facts` does not say enough."""
    return import_module(f"tests.oracles.{slug.replace('-', '_')}")


def shown(slug: str, given: dict[str, str]) -> Facts:
    calculator = calculators.find(slug)
    try:
        result = calculator.work_out(read(calculator.inputs, given).inputs)
    except BadAnswer as bad:
        return {"error": bad.problem.field}
    told: Facts = oracle(slug).shown(result) if hasattr(oracle(slug), "shown") else facts(slug, result)
    return told


def differences(slug: str, seed: int, readers: int) -> list[tuple[dict[str, str], Facts, Facts]]:
    """Each reader for whom calculator and oracle disagree, with what both say."""
    chance = random.Random(seed)
    inputs = calculators.find(slug).inputs
    drawn = (answers(inputs, chance) for _ in range(readers))
    told = ((given, shown(slug, given), oracle(slug).expected(given)) for given in drawn)
    return [(given, ours, theirs) for given, ours, theirs in told if ours != theirs]


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("slug", SLUGS)
def test_both_ways_of_working_it_out_agree(slug: str, half: int) -> None:
    assert differences(slug, half, READERS_IN_HALF)[:1] == []


@pytest.mark.parametrize(
    ("slug", "name", "fault"),
    [
        ("talk-test", "percent_of_maximum", lambda maximum, percent: maximum * percent // 10_000),
        ("talk-test", "DOUBT", 2000),
        ("build-up-planner", "floor", math.ceil),
        ("build-up-planner", "FASTEST", 19),
        ("flare-plan", "RESTART", Fraction(81, 100)),
        ("flare-plan", "JUMP", 3),
        ("flare-plan", "GROWTH", 11),
        ("counting-talk-test", "JUMP", 26),
        ("counting-talk-test", "EARLIER", (30, 54)),
        ("after-exercise-check", "MARGIN", 2),
        ("after-exercise-check", "ROOM", 1),
        ("daily-check", "RED", -2),
        ("daily-check", "MANY", 4),
        ("wired-or-depleted", "ENOUGH", 3),
        ("sleep-check", "percent_asleep", lambda asleep, bed: asleep * 100 // bed),
        ("sleep-check", "DOUBT", Fraction(1, 3)),
        ("progress-tracker", "CHANGE", 1),
        ("progress-tracker", "mean", lambda numbers: sorted(numbers)[1]),
        ("six-minute-walk", "nearest", math.floor),
        ("six-minute-walk", "COURSE", 25),
        ("sit-to-stand", "YOUNGEST", 65),
        ("sit-to-stand", "MOST_LIKELY", 30),
        ("grip-strength", "FIFTHS", (20, 40, 60, 90)),
        ("grip-strength", "LOW_GRIP", {"men": 28, "women": 16}),
        ("exposure-ladder", "in_order", tuple),
        ("exposure-ladder", "midway", lambda low, high: (low + high) // 2),
        ("weekly-plan", "VIGOROUS", 3),
        ("weekly-plan", "spread", lambda days: tuple(range(days))),
        ("whole-person-wheel", "CLINIC", (20, 20, 10, 20, 10, 10, 10)),
        ("whole-person-wheel", "shares", lambda given: tuple(round(100 * each / sum(given)) for each in given)),
        ("flare-review", "KNOWN", dict.fromkeys(Trigger, ("It", "is", "sleep"))),
    ],
)
def test_a_fault_in_the_sums_is_found(slug: str, name: str, fault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"calculators.{slug.replace('-', '_')}.{name}", fault)
    assert differences(slug, 0, FEW)
