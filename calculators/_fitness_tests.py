"""What the fitness tests share: whose figures to compare with, the reader's own change, and when to leave a test be."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from math import floor
from typing import Any

from calculators._safety import ASK
from calculators.kit.declare import choice
from calculators.kit.result import CareCard, KeyFigure, Listing, Result, Step, Urgency
from calculators.kit.words import amount, decimal

FEET = Fraction(3048, 10_000)  # metres
INCHES = Fraction(254, 100)  # cm
POUNDS = Fraction(45_359_237, 100_000_000)  # kg


class Sex(StrEnum):
    """Whose figures to show. The studies sort people into men and women; a reader need not."""

    MEN = "men"
    WOMEN = "women"
    BOTH = "both"

    @property
    def sets(self) -> tuple[Sex, ...]:
        """The sets of figures to show."""
        return (Sex.MEN, Sex.WOMEN) if self is Sex.BOTH else (self,)


def whose_figures(*, setting: bool = False) -> Any:
    """Ask whose figures to compare with; as a setting it can be left empty, which shows both."""
    return choice(
        "Whose figures would you like to see?",
        {Sex.MEN: "Men’s", Sex.WOMEN: "Women’s", Sex.BOTH: "Both: I would rather not say, or have another answer"},
        missing="" if setting else "Select men’s, women’s or both",
        hint="The studies sorted people into men and women only",
        default=Sex.BOTH if setting else None,
        setting=setting,
    )


def nearest(value: Fraction) -> int:
    """The nearest whole number, halves up."""
    return floor(value + Fraction(1, 2))


def own_change(now: Fraction, first: Fraction | None, units: str, doubt: str) -> tuple[KeyFigure, ...]:
    """How far the reader is from their own first result, if they gave one, and how sure that is."""
    if first is None:
        return ()
    gap = now - first
    value = f"{amount(decimal(abs(gap), 1), units)} {'more' if gap > 0 else 'less'}" if gap else "No change"
    return (KeyFigure("Against your own first result", value, doubt),)


def leave_it(test: str, *questions: str) -> Result:
    """Explain why this test can wait, and what to ask, to a reader for whom it may not be safe.

    Args:
        test: Its name in a sentence, "test walk".
        questions: What to tell or ask a clinician about this test.
    """
    return Result(
        refers=True,
        title=f"Leave the {test} for now",
        lead=(
            (
                "You said that something on the list applies to you, or that you are not sure. "
                f"**A {test} may not be safe for you today, so we do not compare a result.**"
            ),
            "Nothing is lost by waiting. You could do it another day, or with a clinician beside you.",
        ),
        body=(
            CareCard(
                Urgency.ASK,
                "Ask a GP, nurse or physiotherapist",
                (*questions, "Ask: “Is there a safer way for me to see how I am doing?”"),
            ),
            Listing(
                "What you could note instead",
                (
                    "One thing you would like to do, and how hard it is now.",
                    "What you did on an ordinary day this week, in your own words.",
                ),
            ),
        ),
        cautions=(
            (
                "This list is there to be careful. It does not mean that something is wrong with you. "
                "We treat “not sure” as yes."
            ),
        ),
        next_steps=(Step("Do less for now: keep to what feels easy. Resting is allowed."), ASK),
    )
