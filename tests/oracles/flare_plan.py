"""The lighter week and the way back again, from n = ⌈ln(P ÷ D) ÷ ln 1.1⌉ and the site's own choices.

Those are: the baseline or half, never under a minute a session; back by 10 % a week, or after a flare of less than
a week from 80 %, but not from more than twice the lighter week.
"""

from collections.abc import Mapping
from decimal import Decimal

from tests.oracles import growth

CLEAR = "no"
MOST = 600  # minutes a week


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR or given["crash"] != CLEAR:
        return {"refers": True}
    minutes, days = int(given["minutes"]), int(given["days"])
    usual = minutes * days
    if usual > MOST:
        return {"error": "minutes"}
    if given["baseline"] and int(given["baseline"]) > minutes:
        return {"error": "baseline"}
    each = Decimal(given["baseline"]) if given["baseline"] else max(Decimal(minutes) / 2, Decimal(1))
    lighter = each * days
    slow = growth.steps(lighter, usual, 10)
    weeks = [growth.week(lighter, usual, 10, number) for number in range(1, slow + 1)]
    restart = max(min(Decimal(usual) * 8 / 10, lighter + lighter), lighter * 11 / 10)
    if given["length"] == "days" and slow:
        weeks = [growth.week(restart, usual, 10, number) for number in range(growth.steps(restart, usual, 10) + 1)]
    time = list(dict.fromkeys((len(weeks), slow))) if slow else []
    now = growth.week(lighter, usual, 10, 0)
    return {
        "refers": False,
        "lighter": now,
        "lighter_sessions": growth.shares(now, days),
        "way_back": len(weeks),
        "weeks": weeks,
        "drawn": [now, *weeks] if weeks else [],
        "sessions": [growth.shares(minutes, days) for minutes in weeks],
        "time": time,
    }
