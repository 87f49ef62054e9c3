"""Weeks to a goal again, from n = ⌈ln(T ÷ W₀) ÷ ln(1 + g)⌉, to check the calculator's week-by-week sums."""

from collections.abc import Mapping
from decimal import Decimal

from tests.oracles import growth

CLEAR = "no"


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR or given["crash"] != CLEAR:
        return {"refers": True}
    days, goal, percent = int(given["days"]), int(given["goal"] or 150), int(given["growth"] or 10)
    now = Decimal(given["minutes"]) * days
    if now >= goal:
        return {"refers": False, "weeks": []}
    steps = growth.steps(now, goal, percent)
    weeks = [growth.week(now, goal, percent, number) for number in range(steps + 1)]
    return {
        "refers": False,
        "steps": steps,
        "weeks": weeks,
        "drawn": weeks,
        "sessions": [growth.shares(minutes, days) for minutes in weeks],
        "fastest": growth.steps(now, goal, 20),
        "slowest": growth.steps(now, goal, 5),
    }
