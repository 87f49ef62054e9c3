"""Weekly growth by logarithms and powers in 60 digits; the calculators use neither."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import cache

DIGITS = Context(prec=60)
# Far above the error of 60 digits and far below any real gap, so that 100 growing by 10 % to 121 takes exactly 2 weeks.
SLACK = Decimal("1e-40")


@cache
def steps(start: Decimal, target: int, percent: int) -> int:
    """Weekly steps from `start` minutes to `target`: ln(target ÷ start) ÷ ln(1 + growth), rounded up."""
    if start >= target:
        return 0
    ratio = DIGITS.ln(DIGITS.divide(Decimal(target), start))
    weeks = DIGITS.divide(ratio, DIGITS.ln(1 + Decimal(percent) / 100))
    return int((weeks - SLACK).to_integral_value(rounding=ROUND_CEILING))


def week(start: Decimal, target: int, percent: int, number: int) -> int:
    """Whole minutes in the week so many steps after the first, never above the target."""
    grown = DIGITS.multiply(start, DIGITS.power(1 + Decimal(percent) / 100, number))
    return int((min(grown, Decimal(target)) + SLACK).to_integral_value(rounding=ROUND_FLOOR))


def shares(minutes: int, sessions: int) -> list[int]:
    """A week's minutes dealt out one at a time to its sessions in turn."""
    return [-(-(minutes - turn) // sessions) for turn in range(sessions)]
