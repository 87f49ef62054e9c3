"""The rule of a ladder of feared steps: their order, and what a tried one suggests.

No trial sets the rule for going up a step: both of its numbers are our own choice.
"""

from __future__ import annotations

from enum import StrEnum

TRIES = 2  # without the feared harm, before a step up is suggested (own choice)
LOW_BELIEF = 20  # out of 100: low enough for a step up, however high it was before (own choice)

type Rung = tuple[str, int]  # what the reader would do, and the harm expected of it, 0 to 100


class Happened(StrEnum):
    """Whether the feared harm came when the step was tried."""

    NO = "no"
    PART = "part"
    YES = "yes"
    UNSURE = "unsure"


class Verdict(StrEnum):
    """What a tried step suggests."""

    UNTRIED = "untried"
    TELL_MORE = "tell-more"
    UP = "up"
    REPEAT = "repeat"
    BETWEEN = "between"
    STOP = "stop"


def verdict(happened: Happened | None, tries: int | None, before: int | None, after: int | None) -> Verdict:
    """What a tried step suggests. Pain is not asked for here, so it cannot decide.

    Args:
        happened: Whether the feared harm came. "Not sure" counts as yes.
        tries: Times the step was done without it.
        before: Belief that harm would come before the first try, 0 to 100.
        after: The same after the last try.
    """
    if happened in {Happened.YES, Happened.UNSURE}:
        return Verdict.STOP
    if happened is Happened.PART:
        return Verdict.BETWEEN
    if (happened, tries, before, after) == (None,) * 4:
        return Verdict.UNTRIED
    if happened is None or tries is None or before is None or after is None:
        return Verdict.TELL_MORE
    eased = after <= before and (2 * after <= before or after <= LOW_BELIEF)
    return Verdict.UP if tries >= TRIES and eased else Verdict.REPEAT


def in_order(steps: tuple[Rung, ...]) -> tuple[Rung, ...]:
    """The steps from least to most expected harm; equal ones stay as the reader wrote them."""
    return tuple(sorted(steps, key=lambda rung: rung[1]))


def midway(low: int, high: int) -> int:
    """The number halfway between two, halves rounded up."""
    return (low + high + 1) // 2
