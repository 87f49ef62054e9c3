"""After-exercise check: pain during, later that day, the next morning and over the week, to a small step, stay or less.

The limits are those of the pain-monitoring model: up to 5 of 10 during and after, settled by the next morning, no rise
from week to week (silbernagel2007, ageberg2010). What counts as a little above usual, and all limits for a usual pain
of 5 or more, are our own choice: the model was not made for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from calculators._safety import ASK, crashes, get_checked, no_fixed_steps, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, choice, rating, whole
from calculators.kit.result import KeyFigure, Listing, Result, Step, Table

LIMIT = 5  # the most pain during and after that the model allows (silbernagel2007)
LOW = 2  # zones of the model: up to here low, up to LIMIT acceptable, above it high (ageberg2010)
MARGIN = 1  # the next morning, so far above usual is a little above (own choice)
HIGH_USUAL = LIMIT  # from here on, pain is held against the reader's own usual (own choice)
ROOM = 2  # and may go so far above it during and after (own choice)
TOP = 10  # of the scale


class Week(StrEnum):
    """How this week's pain compares with last week's."""

    SAME = "same"
    BIT = "bit"
    MORE = "more"
    NEW = "new"


class Verdict(IntEnum):
    """What one check, and all of them together, point to: the highest of them counts."""

    STEP = 0
    STAY = 1
    LESS = 2


def _pain(label: str, missing: str, noun: str, hint: str = "") -> Any:
    return rating(
        label,
        missing=missing,
        noun=noun,
        unit="of 10",
        low=0,
        high=TOP,
        like=3,
        ends=("no pain", "worst you can think of"),
        hint=hint,
    )


class AfterExercise(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs("Pain that is clearly different from your usual pain")
    crash: Gate = crashes()
    usual: int = _pain(
        "What is your usual pain?",
        "Select your usual pain",
        "Usual pain",
        hint="On most days, before you do this activity",
    )
    during: int = _pain("What was the worst pain during it?", "Select the worst pain during it", "Pain during it")
    evening: int = _pain(
        "What was the worst pain later that day or evening?",
        "Select the worst pain later that day",
        "Pain later that day",
    )
    morning: int = _pain(
        "What was the pain the next morning?", "Select the pain the next morning", "Pain the next morning"
    )
    week: Week | None = choice(
        "Over the whole week, how was your pain, next to the week before?",
        {
            Week.SAME: "The same or less",
            Week.BIT: "About 1 point more",
            Week.MORE: "2 points more, or over",
            Week.NEW: "I cannot tell: this activity is new to me",
        },
        setting=True,
    )
    minutes: int | None = whole(
        "How many minutes did you do?",
        noun="Minutes",
        unit="minutes",
        low=1,
        high=240,
        like=20,
        hint="Only to fill in the next form, if you choose to go on to one",
        setting=True,
    )


@dataclass(frozen=True)
class Check:
    """One of the four checks: what the reader said, the limit it is held against, and where it points."""

    when: str
    said: str
    limit: str
    verdict: Verdict


@calculator(
    AfterExercise,
    title="After-exercise check",
    version="1.0",
    references=("silbernagel2007", "ageberg2010", "farrar2001", "buist2008", "niceng206"),
    example={
        "signs": "no",
        "crash": "no",
        "usual": "3",
        "during": "4",
        "evening": "5",
        "morning": "4",
        "week": "same",
    },
    example_note="Someone whose usual pain is 3 of 10. A walk took it to 4, the evening to 5, and it was 4 the next morning.",
)
def after_exercise_check(answers: AfterExercise) -> Result:
    """Say whether the checks point to a small step, to staying, or to less."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return no_fixed_steps()
    made = checks(answers)
    verdict = max(each.verdict for each in made)
    return Result(
        title=_TITLES[verdict],
        lead=(*_lead(verdict, answers), *_high_usual(answers.usual), *_week_told(verdict, answers.week)),
        body=(
            KeyFigure("The checks point to", _WORDS[verdict].capitalize(), "A rule of thumb, not a test of harm."),
            Table(
                "Your answers beside the limits",
                ("When", "You said", "Limit for a small step", "This points to"),
                tuple((each.when, each.said, each.limit, _WORDS[each.verdict]) for each in made),
            ),
            _ideas(verdict, answers.usual),
        ),
        working=_working(answers),
        cautions=_cautions(answers.usual),
        next_steps=_steps(verdict, answers.minutes),
    )


def most_allowed(usual: int) -> int:
    """The most pain during and after that still allows a small step, of 10.

    Args:
        usual: The reader's usual pain, 0 to 10.
    """
    return LIMIT if usual < HIGH_USUAL else min(usual + ROOM, TOP)


def no_room(usual: int) -> bool:
    """Whether usual pain is so near the top of the scale that no pain during exercise could go over the limit."""
    return most_allowed(usual) == TOP


def after_peak(usual: int, pain: int) -> Verdict:
    """Where the worst pain during or after points; never to a small step where there is no room to see a rise."""
    if no_room(usual):
        return Verdict.STAY
    return Verdict.LESS if pain > most_allowed(usual) else Verdict.STEP


def after_morning(usual: int, morning: int) -> Verdict:
    """Where the next morning points: settled, a little above usual, or more than that."""
    if morning <= usual:
        return Verdict.STEP
    return Verdict.STAY if morning <= usual + MARGIN else Verdict.LESS


_AFTER_WEEK = {Week.SAME: Verdict.STEP, Week.BIT: Verdict.STAY, Week.MORE: Verdict.LESS, Week.NEW: Verdict.STAY}


def checks(answers: AfterExercise) -> tuple[Check, ...]:
    """The checks in the order of time; the week is left out where it was not answered."""
    usual = answers.usual
    limit = "none: usual pain too high" if no_room(usual) else f"{most_allowed(usual)} or less"

    def peak(when: str, pain: int) -> Check:
        said = f"{pain} ({_zone(pain)})" if usual < HIGH_USUAL else str(pain)
        return Check(when, said, limit, after_peak(usual, pain))

    morning = Check(
        "The next morning",
        str(answers.morning),
        f"{usual} or less, your usual",
        after_morning(usual, answers.morning),
    )
    made = [peak("During it", answers.during), peak("Later that day", answers.evening), morning]
    if answers.week is not None:
        made.append(Check("Week to week", _WEEKS[answers.week], "the same or less", _AFTER_WEEK[answers.week]))
    return tuple(made)


def _zone(pain: int) -> str:
    if pain <= LOW:
        return "low"
    return "acceptable" if pain <= LIMIT else "high"


_WEEKS = {Week.SAME: "the same or less", Week.BIT: "1 more", Week.MORE: "2 or more", Week.NEW: "new activity"}
_WORDS = {Verdict.STEP: "a small step", Verdict.STAY: "stay here", Verdict.LESS: "do less"}
_TITLES = {
    Verdict.STEP: "You could take a small step",
    Verdict.STAY: "Stay at this amount for now",
    Verdict.LESS: "Do less next time",
}


def _lead(verdict: Verdict, answers: AfterExercise) -> tuple[str, ...]:
    match verdict:
        case Verdict.STEP:
            return (
                (
                    "**Your pain stayed in the limits and was back to your usual the next morning.** You could add a "
                    "little next time. You do not have to: staying here is fine too."
                ),
            )
        case Verdict.STAY:
            return ("**Do the same amount next time, and check again.** Staying at one level is not falling behind.",)
        case Verdict.LESS:
            settles = after_morning(answers.usual, answers.morning) is Verdict.LESS
            return (
                (
                    "**This was more than suited you this time. Do less next time, or take a rest day first.** It is not "
                    "your fault, and more pain does not have to mean more harm."
                ),
                *(("If you answered early, you could check again 24 hours after you stopped.",) if settles else ()),
            )


def _high_usual(usual: int) -> tuple[str, ...]:
    if usual < HIGH_USUAL:
        return ()
    told = f"**Your usual pain is {usual}. These limits were not made for usual pain of {HIGH_USUAL} or more.** "
    if no_room(usual):
        return (f"{told}So near the top of the scale a rise can hardly show, so this check never says to step up.",)
    return (f"{told}We hold your pain against your own usual: up to {most_allowed(usual)} during and after.",)


def _week_told(verdict: Verdict, week: Week | None) -> tuple[str, ...]:
    if verdict is not Verdict.STEP:
        return ()
    if week is None:
        return ("You left out the week. If this week hurt more than the one before, stay at this amount.",)
    return ("One session tells you little. How things go over some weeks tells you more.",)


_IDEAS = {
    Verdict.STEP: (
        "Add a little of one thing only: a few minutes, or one more time. Not both.",
        "A tenth more is a common rule of thumb, not tested in pain. Less is fine.",
        "On a good day, keep to the plan and do not add extra.",
    ),
    Verdict.STAY: (
        "Keep the same amount and check again after the next 2 or 3 times.",
        "You could split it into shorter spells, with a rest before you need one.",
    ),
    Verdict.LESS: (
        "Do fewer minutes, go slower, or rest more in the middle. Even 1 minute counts.",
        "If the pain is not back to your usual yet, a rest day is fine. Move about as you like.",
        "Look back: was something new, longer or faster? Was it a bad night, or a stressful day?",
    ),
}


def _ideas(verdict: Verdict, usual: int) -> Listing:
    ideas = _IDEAS[verdict]
    if no_room(usual):
        ideas = ("Pain this high is hard to live with. You can ask your GP or a pain team what help there is.", *ideas)
    elif verdict is Verdict.STAY:
        ideas = (*ideas, "If it settles by morning 2 times in a row, you could add a little. The 2 is our own choice.")
    return Listing("Next time", ideas)


def _working(answers: AfterExercise) -> tuple[str, ...]:
    usual = answers.usual
    why = f"Your usual pain is under {HIGH_USUAL}, so the limit during and after is {LIMIT}."
    if no_room(usual):
        why = (
            f"Your usual pain is {TOP - ROOM} or more. A limit of {ROOM} above it would be past the top of the scale, so there "
            "is no limit to hold your pain against."
        )
    elif usual >= HIGH_USUAL:
        why = f"Your usual pain is {HIGH_USUAL} or more, so the limit is {ROOM} above it: {usual} + {ROOM} = {most_allowed(usual)}."
    return (
        why,
        f"The next morning, up to your usual is settled, {MARGIN} above it is a little above, and more is too much.",
        "Any check that points to less decides. If none does, any that points to staying decides. A small step needs all.",
    )


def _cautions(usual: int) -> tuple[str, ...]:
    return (
        (
            "**The limits come from programmes for tendon, hip and knee pain.** They have not been tested in widespread "
            "pain. In one trial of 38 people with tendon pain, carrying on within them did no harm that could be measured."
        ),
        (
            f"The 1 point in the morning, the first time of something new, and every limit for usual pain of {HIGH_USUAL} "
            "or more are our own choice. "
            + (f"So is never stepping up from {TOP - ROOM}." if no_room(usual) else "No trial sets them.")
        ),
        (
            "A pain score is a rough guide. In medicine trials, a fall of about 2 points went with feeling much better. A "
            "change of 1 point may mean nothing."
        ),
    )


def _steps(verdict: Verdict, minutes: int | None) -> tuple[Step, ...]:
    taken = {} if minutes is None else {"minutes": str(minutes)}
    along = " Your minutes go along." if taken else ""
    flare = Step(f"If it is a flare, make a flare plan.{along}", page="calculators/flare-plan", answers=taken)
    match verdict:
        case Verdict.STEP:
            build = Step(
                f"Plan small steps with the build-up planner.{along}",
                page="calculators/build-up-planner",
                answers=taken,
            )
            return (Step("Do less, or the same: both are as good a choice as a step up."), build, ASK)
        case Verdict.STAY:
            return (Step("Do less if today is a hard day. You can come back to this amount."), flare, ASK)
        case Verdict.LESS:
            lower = Step(
                "Find a lower start with the build-up planner: what you can do without a flare after it.",
                page="calculators/build-up-planner",
            )
            return (
                Step("Do less next time, or rest first. You choose how much less."),
                flare,
                lower,
                Step("Ask a GP, nurse or physiotherapist if this keeps happening, or the pain does not settle."),
            )
