"""Wired or depleted: a reflection on two kinds of tired, with four outcomes and no choice forced.

One clinic article's idea. No study of it was found, and none of its claim that the two need opposite things. The items
and the cut-off are our own choice.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from calculators._safety import ASK, crashes, get_checked, no_fixed_steps, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, checklist
from calculators.kit.result import Block, CareCard, KeyFigure, Listing, Result, Step, Urgency

ENOUGH = 2  # signs of 4 for a side to stand out (own choice)


class Wired(StrEnum):
    """Signs of being wound up."""

    MIND = "mind"
    RESTLESS = "restless"
    TENSE = "tense"
    SLEEP = "sleep"


class Depleted(StrEnum):
    """Signs of having run out."""

    HEAVY = "heavy"
    FOGGY = "foggy"
    FLAT = "flat"
    SLOW = "slow"


class Outcome(StrEnum):
    """Which side stands out."""

    WIRED = "wired"
    DEPLETED = "depleted"
    BOTH = "both"
    NEITHER = "neither"


class WiredOrDepleted(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs()
    crash: Gate = crashes()
    wired: frozenset[Wired] = checklist(
        "Do any of these fit you today?",
        {
            Wired.MIND: "My mind will not slow down",
            Wired.RESTLESS: "I feel restless or on edge",
            Wired.TENSE: "My jaw, neck or shoulders are tight",
            Wired.SLEEP: "I am tired but cannot drop off",
        },
        hint="These are signs of being wired. Tick any, or none",
    )
    depleted: frozenset[Depleted] = checklist(
        "And do any of these fit you today?",
        {
            Depleted.HEAVY: "My body feels heavy",
            Depleted.FOGGY: "My thinking is foggy",
            Depleted.FLAT: "I feel flat, or care about little",
            Depleted.SLOW: "Small tasks wear me out",
        },
        hint="These are signs of being depleted: run down, with little left. Tick any, or none",
    )


@calculator(
    WiredOrDepleted,
    title="Wired or depleted",
    version="1.0",
    references=("niceng206",),
    example={
        "signs": "no",
        "crash": "no",
        "wired-mind": "yes",
        "wired-tense": "yes",
        "wired-sleep": "yes",
        "depleted-heavy": "yes",
    },
    example_note="Someone whose mind is racing, who is tense and cannot drop off, and whose body feels heavy.",
)
def wired_or_depleted(answers: WiredOrDepleted) -> Result:
    """Say which side stands out, if any, and what is kind to try; or hold off where a crash is likely."""
    if not answers.signs.clear:
        return get_checked()
    found = outcome(len(answers.wired), len(answers.depleted))
    crash = not answers.crash.clear
    if crash and found in {Outcome.DEPLETED, Outcome.BOTH}:
        return _crash()
    return Result(
        title=_TITLES[found],
        lead=(
            _LEADS[found],
            "This is a way to look at your day, not a test. You can be a bit of both, and it can change in an hour.",
        ),
        body=(
            KeyFigure(
                "This sounds like",
                _WORDS[found].capitalize(),
                f"{len(answers.wired)} of {len(Wired)} wired signs and {len(answers.depleted)} of {len(Depleted)} depleted "
                f"signs. {ENOUGH} of 4 is our own cut-off.",
            ),
            *(_CARE if crash else ()),
            Listing("Things you could try", _IDEAS[found] if crash else (*_IDEAS[found], _MOVE[found])),
        ),
        working=(
            f"A side stands out if you tick {ENOUGH} or more of its 4 signs. Both can, and so can neither.",
            f"You ticked {len(answers.wired)} wired signs and {len(answers.depleted)} depleted signs.",
        ),
        cautions=(
            "**No study has tested this.** The idea comes from one clinic article. The lists and the cut-off are our own.",
            (
                "The article says that the two need opposite things. We found no trial of that, so what is here is gentle "
                "and the same for most people."
            ),
            (
                "Feeling flat or tired for weeks can have many causes, such as poor sleep, low mood, a medicine or an "
                "illness. A GP can check."
            ),
            "If you feel that you cannot go on, call 999 or 111, or Samaritans on 116 123, at any hour.",
        ),
        next_steps=(
            Step("Do less today if that feels right. Rest counts."),
            *(() if crash else (Step("Use the daily check to pick how to do today.", page="calculators/daily-check"),)),
            ASK,
        ),
    )


def outcome(wired: int, depleted: int) -> Outcome:
    """Which side stands out, from how many of each 4 signs are ticked."""
    if wired >= ENOUGH:
        return Outcome.BOTH if depleted >= ENOUGH else Outcome.WIRED
    return Outcome.DEPLETED if depleted >= ENOUGH else Outcome.NEITHER


_WORDS = {
    Outcome.WIRED: "wired",
    Outcome.DEPLETED: "depleted",
    Outcome.BOTH: "both at once",
    Outcome.NEITHER: "neither",
}
_TITLES = {
    Outcome.WIRED: "This sounds like wired",
    Outcome.DEPLETED: "This sounds like depleted",
    Outcome.BOTH: "This sounds like both at once",
    Outcome.NEITHER: "Neither stands out today",
}
_LEADS = {
    Outcome.WIRED: "**Your body and mind seem wound up today.** Slow and calm things may suit you.",
    Outcome.DEPLETED: "**You seem to have little left today.** Rest first may suit you. It is not laziness.",
    Outcome.BOTH: "**You seem wound up and worn out at once.** You do not have to choose. Rest and slow, calm things may suit you.",
    Outcome.NEITHER: "**Few of these signs fit you today.** There is nothing here that you need to change.",
}
_IDEAS = {
    Outcome.WIRED: (
        "Breathe slowly for a few minutes, out for longer than in.",
        "Turn down light, noise and screens for a while.",
        "Write down what is on your mind, then leave it on the paper.",
    ),
    Outcome.DEPLETED: (
        "Rest before you do anything else. Lie down if that helps.",
        "Eat and drink something, if it has been a while.",
        "Drop or put off one task today.",
    ),
    Outcome.BOTH: (
        "Rest in a calm, dim place, without having to sleep.",
        "Breathe slowly for a few minutes, out for longer than in.",
        "Drop or put off one task today.",
    ),
    Outcome.NEITHER: (
        "Keep to what feels easy.",
        "Look again on another day, if you like.",
    ),
}
# Left out for readers who crash after small effort.
_MOVE = {
    Outcome.WIRED: "If moving calms you, an easy walk or gentle stretches are fine.",
    Outcome.DEPLETED: "If you want to move, keep it small and easy, and stop early. A minute or two is enough.",
    Outcome.BOTH: "If you want to move, keep it small, slow and easy.",
    Outcome.NEITHER: "Carry on with your day as you planned it. No extra is needed.",
}
_CARE: tuple[Block, ...] = (
    CareCard(
        Urgency.ASK,
        "You said that small effort makes you crash, or that you are not sure",
        (
            "Stay well below what you can do, on a good day too",
            "Ask your GP whether this could be post-exertional malaise: a crash after effort",
        ),
    ),
)


def _crash() -> Result:
    return replace(
        no_fixed_steps(),
        title="Rest first, and ask about the crashes",
        lead=(
            (
                "You feel drained, and you said that small effort makes you crash later, or that you are not sure. "
                "**Then trying to move your way out of it may make you worse.**"
            ),
            "That is not a verdict on you. Rest is the right thing for now, and there are people who know this pattern.",
        ),
    )
