"""Numbers and dates in plain British English, the same in every locale and clock."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from math import floor

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_ONE = {"feet": "foot", "inches": "inch", "stone": "stone", "kg": "kg", "cm": "cm"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def count(number: int, unit: str) -> str:
    """The number with its unit, given in the singular: "1 minute", "2 minutes"."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def amount(number: int | str, units: str) -> str:
    """The number with its unit, given as a question gives it, in the plural: "1 minute", "68 beats a minute", "10%"."""
    if units in {"", "%"}:
        return f"{number}{units}"
    if str(number) != "1":
        return f"{number} {units}"
    return f"1 {_ONE.get(units, re.sub(r's\b', '', units, count=1))}"


def decimal(value: Fraction, places: int) -> str:
    """The value to so many decimals, halves rounded up, without trailing zeros: "4.5", "12"."""
    scaled = floor(value * 10**places + Fraction(1, 2))
    whole, rest = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole}.{rest:0{places}d}".rstrip("0").rstrip(".")


def span(low: int, high: int) -> str:
    """A range in words, "111 to 131"; one number where both ends are the same."""
    return str(low) if low == high else f"{low} to {high}"


def listed(parts: tuple[str, ...], last: str = "and") -> str:
    """A list in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def long_date(day: date) -> str:
    """The day as "Monday 2 March 2027"."""
    return f"{_WEEKDAYS[day.weekday()]} {plain_date(day)}"


def plain_date(day: date) -> str:
    """The day as "2 March 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
