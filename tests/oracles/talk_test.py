"""Pulse ranges again, from the papers' own equations in exact decimals, to check the calculator's whole-number sums.

Maximum pulse: 220 − age (fox1971), 208 − 0.7 × age (tanaka2001), 211 − 0.64 × age with a standard error of 10.8
(nes2013). Moderate effort: 64 to 76 % of it, or 40 to 59 % of what lies above the resting pulse (garber2011).
Others' rules: 64 to 76 % and before that 50 to 70 % of 220 − age (cdchr), and a clinic's 60 to 75 % of it.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

NAMES = ("220 minus age", "Tanaka", "Nes")
RULES = {
    "This page": ("Tanaka", "0.64", "0.76"),
    "US health agency, now": ("220 minus age", "0.64", "0.76"),
    "US health agency, before": ("220 minus age", "0.50", "0.70"),
    "One clinic article": ("220 minus age", "0.60", "0.75"),
}
ERROR = Decimal("1.96") * Decimal("10.8")
CLEAR = "no"


def expected(given: Mapping[str, str]) -> dict[str, object]:
    """The facts a reader with these answers must be shown."""
    if given["signs"] != CLEAR:
        return {"refers": True}
    if given["pulse"] != CLEAR:
        return {"refers": False, "formulas": {}}
    age = Decimal(given["age"])
    maxima = dict(zip(NAMES, (220 - age, 208 - Decimal("0.7") * age, 211 - Decimal("0.64") * age), strict=True))
    if given["resting"] and Decimal(given["resting"]) >= min(maxima.values()) - 30:
        return {"error": "resting"}
    ranges = {name: _share(maximum, maximum, "0.64", "0.76") for name, maximum in maxima.items()}
    doubts = {name: _share(maximum - ERROR, maximum + ERROR, "0.64", "0.76") for name, maximum in maxima.items()}
    formulas = {name: [_words(ranges[name]), _words(doubts[name])] for name in NAMES}
    found: dict[str, object] = {
        "refers": False,
        "range": _words(ranges["Tanaka"]),
        "others": _widest(list(ranges.values())),
        "doubt": _words(doubts["Tanaka"]),
        "formulas": formulas,
        "drawn": formulas,
        "rules": {
            who: _words(_share(maxima[name], maxima[name], low, high)) for who, (name, low, high) in RULES.items()
        },
    }
    if given["resting"]:
        rest = Decimal(given["resting"])
        reserves = {
            name: _share(maximum - rest, maximum - rest, "0.40", "0.59", rest) for name, maximum in maxima.items()
        }
        found |= {"reserve": _words(reserves["Tanaka"]), "reserve_others": _widest(list(reserves.values()))}
    return found


def _share(below: Decimal, above: Decimal, low: str, high: str, plus: Decimal = Decimal(0)) -> tuple[int, int]:
    return _round(below * Decimal(low) + plus), _round(above * Decimal(high) + plus)


def _round(beats: Decimal) -> int:
    return int(beats.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _words(ends: tuple[int, int]) -> str:
    return f"{ends[0]} to {ends[1]}"


def _widest(ranges: list[tuple[int, int]]) -> str:
    return _words((min(low for low, _ in ranges), max(high for _, high in ranges)))
