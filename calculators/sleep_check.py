"""Sleep check: the share of time in bed spent asleep, and tips in the order of the evidence behind them.

Sleep efficiency is time asleep ÷ time in bed × 100. It is told with no mark to reach, because no source we have seen
sets one for people in pain, and it never leads to a shorter time in bed: that is for a trained therapist to plan.

Sources: qaseem2016 and edinger2021 (talking therapy first, getting up when awake next, habits not on their own).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from calculators._safety import ASK
from calculators.kit.declare import Gate, Inputs, calculator, checklist, measure, safety
from calculators.kit.faults import BadAnswer
from calculators.kit.result import CareCard, KeyFigure, Listing, Result, Step, Table, Urgency
from calculators.kit.words import count, decimal, span

HOURS = {"hours": Fraction(1), "minutes": Fraction(1, 60)}
DOUBT = Fraction(1, 2)  # hours that a guess of the time asleep may be out, either way (own choice)


class Habit(StrEnum):
    """What the reader may do already."""

    RISE = "rise"
    UP = "up"
    BED = "bed"
    CAFFEINE = "caffeine"
    SCREENS = "screens"
    ROOM = "room"


_HABITS: Mapping[StrEnum, str] = {
    Habit.RISE: "Get up at the same time each day",
    Habit.UP: "Get out of bed when you have been awake for about 20 minutes, and go back when sleepy",
    Habit.BED: "Keep the bed for sleep and sex only",
    Habit.CAFFEINE: "No tea, coffee or cola after midday",
    Habit.SCREENS: "No screens for the last 30 to 60 minutes",
    Habit.ROOM: "A cool, dark, quiet room",
}
_FROM_BED_TRAINING = (Habit.RISE, Habit.UP, Habit.BED)
_NOT_ALONE = (Habit.CAFFEINE, Habit.SCREENS, Habit.ROOM)


class Sleep(Inputs):
    """What the reader is asked."""

    night: Gate = safety(
        "Do any of these happen to you?",
        missing="Select yes if any of these happen to you",
        items=(
            "Loud snoring with pauses, gasps or choking, or someone has told you so",
            "An urge to move your legs when you rest, worse in the evening",
            "Nodding off when you drive, or in the middle of doing something",
        ),
    )
    care: Gate = safety(
        "Do any of these apply to you?",
        missing="Select yes if any of these apply to you",
        items=(
            "You could fall, or need help, when you get out of bed",
            "Bipolar disorder, or spells of very high mood",
            "Epilepsy or other seizures",
            "You sleepwalk, or act out your dreams",
            "You work nights or shifts, or drive for your job",
        ),
    )
    bed: Fraction = measure(
        "How long are you in bed at night?",
        noun="Time in bed",
        missing="Enter how long you are in bed",
        units=HOURS,
        low=2,
        high=16,
        like="8 or 7 h 30",
        hint="From lights out to getting up, on most nights of the past week",
    )
    asleep: Fraction = measure(
        "How much of that are you asleep?",
        noun="Time asleep",
        missing="Enter how long you are asleep",
        units=HOURS,
        low=0,
        high=16,
        like="6 or 6 h 15",
        hint="A guess is fine. There is no need to watch the clock",
    )
    habits: frozenset[Habit] = checklist("Which of these do you do on most days?", _HABITS)


@calculator(
    Sleep,
    title="Sleep check",
    version="1.0",
    references=("qaseem2016", "edinger2021", "costa2021risk"),
    example={"night": "no", "care": "no", "bed": "8 h", "asleep": "6 h 15", "habits-room": "yes"},
    example_note="Someone who is in bed for 8 hours, asleep for about 6 hours 15 minutes, and keeps the room dark.",
    leads_to_effort=False,
)
def sleep_check(answers: Sleep) -> Result:
    """Give the share of time in bed asleep, and the tips that are safe for this reader, strongest first."""
    if answers.asleep > answers.bed:
        raise BadAnswer(f"Time asleep must be no more than the {_clock(answers.bed)} you are in bed", field="asleep")
    low, guess, high = (percent_asleep(asleep, answers.bed) for asleep in _bounds(answers))
    safe_alone = answers.care.clear
    return Result(
        title="Your sleep, and what to try first",
        lead=(
            (
                f"**You sleep for about {_rounded(guess)}% of your time in bed**: {_clock(answers.asleep)} out of "
                f"{_clock(answers.bed)}."
            ),
            "There is no mark to reach. Bad nights are not your fault.",
            _first(answers),
        ),
        body=(
            *_cards(answers),
            KeyFigure(
                "Share of time in bed asleep",
                f"{span(_rounded(low), _rounded(high))}%",
                f"About {_rounded(guess)}% by your own guess. The range is for a guess that is half an hour out, either way.",
            ),
            _tips(answers),
            *((_HOW_TO_GET_UP,) if safe_alone else ()),
        ),
        working=_working(answers, low, guess, high),
        cautions=_CAUTIONS,
        next_steps=(
            Step("Do less: try only 1 tip, for a week or 2. Or change nothing for now."),
            Step("Ask your GP about talking therapy for sleep (CBT-I). Ask too if tiredness makes your days unsafe."),
            Step("If pain keeps you awake more than usual, make a flare plan.", page="calculators/flare-plan"),
            ASK,
        ),
    )


def percent_asleep(asleep: Fraction, bed: Fraction) -> Fraction:
    """Sleep efficiency in per cent, exact.

    Args:
        asleep: Hours asleep, from 0 to `bed`.
        bed: Hours in bed; more than 0.
    """
    return asleep * 100 / bed


def _bounds(answers: Sleep) -> tuple[Fraction, Fraction, Fraction]:
    """The least, guessed and most hours asleep."""
    return (
        max(Fraction(0), answers.asleep - DOUBT),
        answers.asleep,
        min(answers.bed, answers.asleep + DOUBT),
    )


def _rounded(value: Fraction) -> int:
    """Halves up, as everywhere on this site."""
    return int(decimal(value, 0))


def _clock(hours: Fraction) -> str:
    whole, minutes = divmod(_rounded(hours * 60), 60)
    parts = ([count(whole, "hour")] if whole else []) + ([count(minutes, "minute")] if minutes else [])
    return " ".join(parts) or "0 hours"


def _open(answers: Sleep) -> tuple[Habit, ...]:
    """Tips this reader could safely try alone and does not do yet, strongest first."""
    alone = _FROM_BED_TRAINING if answers.care.clear else ()
    return tuple(habit for habit in (*alone, *_NOT_ALONE) if habit not in answers.habits)


def _first(answers: Sleep) -> str:
    if not answers.care.clear:
        return "**Ask before you change your nights.** For you, 3 of the tips below are best done with help."
    left = [habit for habit in _open(answers) if habit in _FROM_BED_TRAINING]
    if left:
        return f"**A tip you could start with: {_lowered(_HABITS[left[0]])}.** What has most behind it is talking therapy for sleep."
    return "You do the tips with most behind them already. **The next step is to ask about talking therapy for sleep.**"


def _lowered(words: str) -> str:
    return words[0].lower() + words[1:]


_OF_THE_NIGHT = (
    "Snoring with pauses, gasps or choking, or an urge to move your legs: a GP can look for a cause",
    "Do not drive when you are sleepy. If you nod off in the daytime, ask for an early appointment",
)
_OF_CARE = (
    "Getting up in the night: it could lead to a fall, so ask how to make it safe",
    "With seizures, sleepwalking or high moods, plan any change to your nights with someone who knows you",
    "With shifts or night work, a fixed time may not fit. Ask what would",
)


def _cards(answers: Sleep) -> tuple[CareCard, ...]:
    items = (*(() if answers.night.clear else _OF_THE_NIGHT), *(() if answers.care.clear else _OF_CARE))
    return (CareCard(Urgency.ASK, "Ask your GP about these first", items),) if items else ()


def _tips(answers: Sleep) -> Table:
    def own(habit: Habit) -> str:
        if habit in answers.habits:
            return "You do this"
        return "You could try it" if habit in _open(answers) else "Ask first"

    return Table(
        "Tips in the order of the evidence",
        ("Tip", "What a guideline says", "You"),
        (
            ("Talking therapy for sleep (CBT-I)", "Strongly in favour", "Ask your GP"),
            *((_HABITS[habit], "In favour, less firmly", own(habit)) for habit in _FROM_BED_TRAINING),
            *((_HABITS[habit], "Not on its own", own(habit)) for habit in _NOT_ALONE),
        ),
    )


_HOW_TO_GET_UP = Listing(
    "If you are awake in bed",
    (
        "Guess the time. After about 20 minutes, or when you feel wound up, get up.",
        "Sit somewhere warm with a low light. Do something calm, and change position for your pain.",
        "Go back to bed when you feel sleepy. Do it again if you need to.",
        "Get up at your usual time, even after a bad night. A short rest in the day is allowed.",
    ),
    ordered=True,
)

_CAUTIONS = (
    (
        "**Two guidelines put talking therapy for sleep (CBT-I) first.** It probably helps people who have slept badly for "
        "a long time. One of them could not tell if it beats sleeping pills: too few studies compared the two."
    ),
    (
        "One of them is also in favour of training the link between bed and sleep, less firmly. Habits such as no late "
        "coffee or a dark room are not advised as the only treatment. They may still suit you."
    ),
    (
        "Your percentage rests on your own guess, so we show half an hour either way. That half hour is our own choice. "
        "“About 20 minutes” is a rule of thumb: we found no trial that tests it against other times."
    ),
    (
        "We never work out a shorter time in bed for you. That is one part of CBT-I, and it is for a trained therapist to "
        "plan with you. Do not stop a medicine without asking. Who is told to ask first is our own choice, to be careful."
    ),
)


def _working(answers: Sleep, low: Fraction, guess: Fraction, high: Fraction) -> tuple[str, ...]:
    asleep, bed = (decimal(hours * 60, 1) for hours in (answers.asleep, answers.bed))
    least, _, most = _bounds(answers)
    return (
        f"Time asleep ÷ time in bed × 100: {asleep} ÷ {bed} × 100 = {decimal(guess, 1)}%.",
        (
            f"Half an hour less: {decimal(least * 60, 1)} ÷ {bed} × 100 = {decimal(low, 1)}%. "
            f"Half an hour more: {decimal(most * 60, 1)} ÷ {bed} × 100 = {decimal(high, 1)}%. Never below 0% or above 100%."
        ),
        "We round only what you see, and halves go up.",
    )
