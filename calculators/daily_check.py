"""Daily check: a reflection that picks how to do today's activity, and leaves the week’s amount as it stands.

No trial or validation of any daily check was found, so every number here is our own choice. What is better than usual
counts one up, what is worse one down; an ordinary day comes out as steady, or nobody would ever have one.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import StrEnum

from calculators._safety import ASK, crashes, get_checked, no_fixed_steps, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, checklist, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.result import Block, CareCard, KeyFigure, Listing, Result, Step, Urgency
from calculators.kit.words import count, listed

RED, AMBER = -3, -1  # a balance at or below these is that kind of day (own choice)
DAYS, MANY = 7, 3  # so many red days in so many days may be a flare (own choice)


class Part(StrEnum):
    """What the check asks about."""

    SLEEP = "sleep"
    ENERGY = "energy"
    STRESS = "stress"
    PAIN = "pain"
    CONFIDENCE = "confidence"


class Kind(StrEnum):
    """The three kinds of day."""

    STEADY = "steady"
    EASE = "ease"
    REST = "rest"


class Today(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs("Pain that is clearly different from your usual pain")
    crash: Gate = crashes()
    better: frozenset[Part] = checklist(
        "What is better than usual today?",
        {
            Part.SLEEP: "I slept better",
            Part.ENERGY: "I have more energy",
            Part.STRESS: "I feel less stressed",
            Part.PAIN: "I have less pain",
            Part.CONFIDENCE: "I feel more sure of myself",
        },
        hint="Tick any that fit. Leave out what is as usual",
    )
    worse: frozenset[Part] = checklist(
        "What is worse than usual today?",
        {
            Part.SLEEP: "I slept worse",
            Part.ENERGY: "I have less energy",
            Part.STRESS: "I feel more stressed",
            Part.PAIN: "I have more pain",
            Part.CONFIDENCE: "I feel less sure of myself",
        },
        hint="Tick any that fit. Leave out what is as usual",
    )
    reds: int | None = whole(
        "In the 6 days before today, how many felt like “rest and reset”?",
        noun="Days",
        unit="days",
        low=0,
        high=DAYS - 1,
        like=1,
        hint="Days when most things were worse than usual. Leave it empty if you do not know",
    )


@calculator(
    Today,
    title="Daily check",
    version="1.0",
    references=("lopez2016", "niceng193", "niceng206"),
    example={
        "signs": "no",
        "crash": "no",
        "better-confidence": "yes",
        "worse-sleep": "yes",
        "worse-energy": "yes",
        "reds": "1",
    },
    example_note="Someone who slept worse and has less energy, feels more sure of themselves, and had 1 hard day this week.",
)
def daily_check(answers: Today) -> Result:
    """Say how today's activity could be done; never that it could grow."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return _below_the_limit()
    if both := answers.better & answers.worse:
        raise BadAnswer(
            f"Untick one of the two for {listed(tuple(_PARTS[part] for part in Part if part in both))}, ticked as better "
            "and as worse",
            field="worse",
        )
    kind = kind_of_day(answers.better, answers.worse)
    reds = (answers.reds or 0) + (kind is Kind.REST)
    return Result(
        title=_TITLES[kind],
        lead=(
            _LEADS[kind],
            (
                "**Your amount for the week stays as it is.** This check picks how you do today’s part, not how much you do "
                "in the week."
            ),
        ),
        body=(
            KeyFigure("Today looks like", _WORDS[kind], "A reflection, not a measurement. You know your day best."),
            *_maybe_a_flare(reds),
            Listing("How you could do today", _IDEAS[kind]),
        ),
        working=_working(answers, kind),
        cautions=(
            (
                "**No trial has tested a daily check like this one.** It comes from one clinic article. All the cut-offs are "
                "our own choice."
            ),
            (
                "Sources disagree. One clinic article goes by how you feel each day. Another goes by a set amount. Set "
                "amounts may slightly help people with back pain to do more. So the week’s amount comes first here."
            ),
            "Most days are mixed. If the answer does not fit your day, trust yourself.",
        ),
        next_steps=_steps(kind, reds),
    )


def kind_of_day(better: AbstractSet[Part], worse: AbstractSet[Part]) -> Kind:
    """The kind of day, from how many things are better than usual and how many are worse."""
    balance = len(better) - len(worse)
    if balance <= RED:
        return Kind.REST
    return Kind.EASE if balance <= AMBER else Kind.STEADY


_PARTS = {
    Part.SLEEP: "sleep",
    Part.ENERGY: "energy",
    Part.STRESS: "stress",
    Part.PAIN: "pain",
    Part.CONFIDENCE: "confidence",
}
_WORDS = {Kind.STEADY: "Steady (green)", Kind.EASE: "Ease back (amber)", Kind.REST: "Rest and reset (red)"}
_TITLES = {Kind.STEADY: "Today: steady", Kind.EASE: "Today: ease back", Kind.REST: "Today: rest and reset"}
_LEADS = {
    Kind.STEADY: "**An ordinary day or better. You could do today’s part as you planned it.** No extra is needed.",
    Kind.EASE: "**A few things are harder today. You could do today’s part in an easier way.** That still counts in full.",
    Kind.REST: (
        "**A lot is harder today. Resting is a fair choice.** It is not your fault, and one such day does not undo "
        "anything."
    ),
}
_IDEAS = {
    Kind.STEADY: (
        "Do what you planned, and stop where you planned to stop.",
        "Do not add more because today is good. A busy good day can be followed by a hard one.",
        "If you have no plan, do what you can do on most days.",
    ),
    Kind.EASE: (
        "Split it into shorter spells, with a rest before you need one.",
        "Go slower, sit down for it, or choose something easier.",
        "Stop early if you need to.",
    ),
    Kind.REST: (
        "Rest, or do a very small and gentle part. Even 1 minute counts.",
        "Do one thing that calms you: slow breathing, warmth, music, or a call to someone.",
        "You could move today’s part to another day. If it does not fit, let it go. There is no need to catch up.",
    ),
}


def _maybe_a_flare(reds: int) -> tuple[Block, ...]:
    if reds < MANY:
        return ()
    return (
        CareCard(
            Urgency.ASK,
            f"{reds} hard days in {DAYS}: this may be a flare",
            (
                "A flare plan may fit better than a daily check. It gives you less for a while, then a way back",
                "Ask your GP, nurse or physio if it feels different from your usual, or does not ease",
                f"{MANY} in {DAYS} is our own limit. No study sets one",
            ),
        ),
    )


def _working(answers: Today, kind: Kind) -> tuple[str, ...]:
    better, worse = len(answers.better), len(answers.worse)
    told = [
        f"{better} better than usual, {worse} worse, {len(Part) - better - worse} as usual.",
        (
            f"{better} − {worse} = {str(better - worse).replace('-', '−')}. 0 or more is steady, −1 or −2 is ease back, "
            "−3 or less is rest and reset. All parts count the same."
        ),
    ]
    if answers.reds is not None:
        today = ", and today is one" if kind is Kind.REST else ""
        told.append(f"You counted {count(answers.reds, 'rest-and-reset day')} in the 6 days before{today}.")
    return tuple(told)


_FLARE = Step("Make a flare plan: less for a while, then back in small steps.", page="calculators/flare-plan")
_WEEK = Step("Plan your amount for the week.", page="calculators/build-up-planner")
_LESS = {
    Kind.STEADY: Step("Do less than planned if you want to. A check is not an order."),
    Kind.EASE: Step("Do less today: fewer minutes or an easier way. It still counts."),
    Kind.REST: Step("Do less today, or nothing. Resting is allowed."),
}


def _steps(kind: Kind, reds: int) -> tuple[Step, ...]:
    return (_LESS[kind], _FLARE if reds >= MANY else _WEEK, ASK)


def _below_the_limit() -> Result:
    """What a reader who crashes gets on every kind of day, so that a good one leads to no more."""
    return replace(
        no_fixed_steps(),
        title="Stay below your limit today, on a good day too",
        lead=(
            (
                "You said that small effort makes you crash later, or that you are not sure. **Then a good day is not a "
                "sign to do more. The crash can come a day or more later.**"
            ),
            "So we do not sort your day into kinds. Stop well before you feel you have to, and rest early.",
        ),
    )
