"""Weekly amounts that grow by a fixed per cent, kept exact.

The amount is never rounded before it grows: rounded down first, 5 minutes a week would stay 5 for ever (5.5 becomes 5).
"""

from __future__ import annotations

from fractions import Fraction

from calculators.kit.words import count


def weekly_ceilings(start: Fraction, target: int, percent: int) -> tuple[Fraction, ...]:
    """The most to do in each week, in minutes, from `start` up to `target`.

    Args:
        start: Minutes in the first week; more than 0.
        target: Minutes in the last week. At or below `start` there is only one week, at `target`.
        percent: Growth from one week to the next; more than 0.
    """
    step, last = Fraction(100 + percent, 100), Fraction(target)
    weeks = [min(start, last)]
    while weeks[-1] < last:
        weeks.append(min(weeks[-1] * step, last))
    return tuple(weeks)


def split(minutes: int, sessions: int) -> tuple[int, ...]:
    """Share a week's whole minutes over its sessions, longer ones first, none more than a minute longer than another."""
    each, extra = divmod(minutes, sessions)
    return (each + 1,) * extra + (each,) * (sessions - extra)


def sessions_in_words(minutes: int, sessions: int) -> str:
    """A week's sessions as "3 × 50 minutes" or "2 × 38 and 2 × 37 minutes"."""
    shares = split(minutes, sessions)
    longer, shorter = shares[0], shares[-1]
    if longer == shorter:
        return f"{sessions} × {count(longer, 'minute')}"
    return f"{shares.count(longer)} × {longer} and {shares.count(shorter)} × {count(shorter, 'minute')}"
