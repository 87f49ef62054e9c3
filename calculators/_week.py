"""Days of a week: the question how many, and how they spread, by their places from 0 for Monday to 6 for Sunday."""

from __future__ import annotations

from typing import Any

from calculators.kit.declare import whole

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def days_a_week(*, hint: str = "", missing: str = "Enter how many days a week", setting: bool = False) -> Any:
    """Ask on how many days a week the reader does it."""
    return whole(
        "On how many days a week?",
        noun="Days a week",
        missing=missing,
        unit="days",
        low=1,
        high=7,
        like=3,
        hint=hint,
        setting=setting,
    )


def spread(days: int) -> tuple[int, ...]:
    """The places of so many days, 0 to 7, as evenly over a week's places 0 to 6 as they go, the first on 0."""
    return tuple(place for place in range(len(DAYS)) if place * days % len(DAYS) < days)


def moving_days(days: int, strength: tuple[int, ...]) -> tuple[int, ...]:
    """The places of the days to move: away from strength days, and the last day of the week only when no other is left.

    Args:
        days: How many, 1 to 7.
        strength: Places of the strength days.
    """
    free = [place for place in range(len(DAYS) - 1) if place not in strength]
    if days <= len(free):
        return tuple(free[turn * len(free) // days] for turn in range(days))
    rest = [place for place in range(len(DAYS)) if place not in free]
    return tuple(sorted((*free, *rest[: days - len(free)])))
