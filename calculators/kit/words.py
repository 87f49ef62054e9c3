"""Numbers and dates in plain British English, the same in every locale and clock."""

from __future__ import annotations

from datetime import date

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
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def count(number: int, unit: str) -> str:
    """The number with its unit, given in the singular: "1 minute", "2 minutes"."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def amount(number: int, units: str) -> str:
    """The number with its unit, given as a question gives it, in the plural: "1 minute", "68 beats a minute", "10%"."""
    if units == "%":
        return f"{number}%"
    return f"{number} {units}" if number != 1 else f"1 {units.replace('s', '', 1)}"


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
