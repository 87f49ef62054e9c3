"""Five equations for how far a healthy adult walks in 6 minutes, as listed in singh2014.

They come from different healthy groups and differ by about 200 m for one person. Each gives metres from sex, height
(cm), weight (kg) and age (years). The first is enright1998's, whose authors also give a lower limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from calculators._fitness_tests import Sex

OLDEST_EQUATION = "Enright, 1998"
_LOWER_BY = {Sex.MEN: 153, Sex.WOMEN: 139}  # metres below the oldest equation


class Equation(NamedTuple):
    """Metres at nothing, and for each cm, kg and year."""

    start: Fraction
    height: Fraction
    weight: Fraction
    age: Fraction

    def metres(self, height: Fraction, weight: Fraction, age: int) -> Fraction:
        """The distance, not rounded."""
        return self.start + self.height * height + self.weight * weight + self.age * age


def _equation(start: str, height: str, weight: str, age: str) -> Equation:
    return Equation(*map(Fraction, (start, height, weight, age)))


EQUATIONS: Mapping[str, Mapping[Sex, Equation]] = {
    OLDEST_EQUATION: {
        Sex.MEN: _equation("-309", "7.57", "-1.76", "-5.02"),
        Sex.WOMEN: _equation("667", "2.11", "-2.29", "-5.78"),
    },
    "Enright, 2003": {
        Sex.MEN: _equation("510", "2.2", "-0.93", "-5.3"),
        Sex.WOMEN: _equation("493", "2.2", "-0.93", "-5.3"),
    },
    "Troosters": {
        Sex.MEN: _equation("269.31", "5.14", "-1.80", "-5.32"),
        Sex.WOMEN: _equation("218", "5.14", "-1.80", "-5.32"),
    },
    "Chetta": {
        Sex.MEN: _equation("518.853", "1.25", "0", "-2.816"),
        Sex.WOMEN: _equation("479.783", "1.25", "0", "-2.816"),
    },
    "Gibbons": {
        Sex.MEN: _equation("868.8", "0", "0", "-2.99"),
        Sex.WOMEN: _equation("794.1", "0", "0", "-2.99"),
    },
}


def predicted(sex: Sex, height: Fraction, weight: Fraction, age: int) -> dict[str, Fraction]:
    """The metres of each equation for one person, not rounded.

    Args:
        sex: Men or women.
        height: In cm.
        weight: In kg.
        age: In years.
    """
    return {name: by_sex[sex].metres(height, weight, age) for name, by_sex in EQUATIONS.items()}


def lower_limit(sex: Sex, found: Mapping[str, Fraction]) -> Fraction:
    """The metres under which the oldest equation's authors call a distance low; it can come to less than nothing.

    Args:
        sex: Men or women.
        found: The metres of each equation, from `predicted`.
    """
    return found[OLDEST_EQUATION] - _LOWER_BY[sex]
