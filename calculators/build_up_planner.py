"""Build-up planner: from what a reader can do now to a weekly goal, a small step at a time.

The ceiling of week k is the first week's minutes times (1 + growth) to the power k, never above the goal. Each week's
minutes are its ceiling rounded down. Ten per cent is a convention: its one trial found no effect (buist2008).

Sources: buist2008, frandsen2025 (runners); bull2020 (150 minutes); niceng206 (no fixed steps after crashes).
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import floor

from calculators._growth import sessions_in_words, weekly_ceilings
from calculators._safety import ASK, NEW_EFFORT, NEW_MEDICINE, crashes, get_checked, no_fixed_steps, stop_signs
from calculators._week import days_a_week
from calculators.kit.declare import Gate, Inputs, calculator, day, text, whole
from calculators.kit.result import Bar, BarChart, Event, KeyFigure, Listing, Result, Step, Table
from calculators.kit.words import count, plain_date, span

SLOWEST, FASTEST = 5, 20  # per cent a week
# A plan longer than this is told as such, with a nearer goal offered (our own choice): half a year, in weeks.
LONG = 26


class BuildUp(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT, NEW_MEDICINE)
    crash: Gate = crashes()
    minutes: int = whole(
        "How many minutes can you do now, in one go?",
        noun="Minutes you can do now",
        missing="Enter how many minutes you can do now",
        unit="minutes",
        low=1,
        high=240,
        like=5,
        hint="On an ordinary day, without a flare afterwards. Not your best day",
    )
    days: int = days_a_week(hint="3 to 5 suits many people")
    activity: str = text(
        "What would you like to do more of?",
        noun="Activity",
        limit=60,
        default="walking",
        hint="For example walking, swimming or gardening",
        setting=True,
    )
    goal: int = whole(
        "How many minutes a week would you like to reach?",
        noun="Goal",
        unit="minutes",
        low=10,
        high=300,
        like=150,
        default=150,
        hint="150 is a general health goal. Less is fine",
        setting=True,
    )
    growth: int = whole(
        "How much more each week?",
        noun="Weekly step",
        unit="%",
        low=SLOWEST,
        high=FASTEST,
        like=10,
        default=10,
        hint="5 is slower, 20 is faster",
        setting=True,
    )
    start: date | None = day(
        "What date do you want to start?",
        noun="Start date",
        low=date(2020, 1, 1),
        high=date(2099, 12, 31),
        hint="For example, 27 3 2027",
        setting=True,
    )


@calculator(
    BuildUp,
    title="Build-up planner",
    version="1.0",
    references=("buist2008", "frandsen2025", "bull2020", "lopez2016", "niceng206"),
    example={"signs": "no", "crash": "no", "minutes": "5", "days": "3"},
    example_note="Someone who can walk for 5 minutes on 3 days a week, with no warning signs and no crashes.",
)
def build_up_planner(answers: BuildUp) -> Result:
    """Give the weeks from here to the goal, or say why a plan with fixed steps is not right."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return no_fixed_steps()
    if answers.minutes * answers.days >= answers.goal:
        return _already_there(answers)
    return _plan(answers)


_EFFORT = Step("Find an effort that suits you with the talk test.", page="calculators/talk-test")


def _already_there(answers: BuildUp) -> Result:
    now = answers.minutes * answers.days
    return Result(
        title="You are already there",
        lead=(
            f"**You do {count(now, 'minute')} a week now, and your goal is {answers.goal}.** There is no need to add more.",
            "Keeping up what you do is a plan in itself. You could choose a higher goal, but nothing says that you have to.",
        ),
        working=(f"{answers.minutes} × {answers.days} = {count(now, 'minute')} a week.",),
        cautions=(
            "150 to 300 minutes a week is a goal for general health (WHO, 2020). It is not a treatment dose for pain.",
        ),
        next_steps=(
            Step("Do less for a while if it has been a hard week. You can come back to this level."),
            _EFFORT,
            ASK,
        ),
    )


def _plan(answers: BuildUp) -> Result:
    now = answers.minutes * answers.days
    ceilings = weekly_ceilings(Fraction(now), answers.goal, answers.growth)
    weeks = tuple(floor(ceiling) for ceiling in ceilings)
    steps = len(weeks) - 1
    return Result(
        title=f"From {now} to {answers.goal} minutes a week in {count(steps, 'step')}",
        lead=(
            (
                f"**Start with {count(now, 'minute')} of {answers.activity} a week: {sessions_in_words(now, answers.days)}. "
                f"Then add {answers.growth}% each week.**"
            ),
            f"It takes {count(steps, 'weekly step')} to reach {answers.goal} minutes, in week {len(weeks)}. "
            + _how_long(steps),
            "This is a guide, not a test. What you can do already counts, and you can stop adding at any point.",
        ),
        body=(
            _duration(now, answers.goal, steps, answers.growth),
            _chart(weeks, answers.goal),
            *_tables(answers, weeks),
            Listing(
                "How to use it",
                (
                    (
                        "**Go by the clock, not by the day.** Do the planned minutes on a good day and on a sore day. "
                        "Not more on the good one."
                    ),
                    "**Repeat a week as often as you like.** It is not falling behind.",
                    "**Split a session** into shorter ones if that is easier. Seated activity counts.",
                    (
                        "**Keep single sessions close to the plan.** On a day when you feel well, try not to add one far longer "
                        f"than the rest. {_longer(answers.growth)}"
                    ),
                ),
            ),
        ),
        working=_working(now, answers.goal, answers.growth, ceilings),
        cautions=(
            (
                "**10% a week is a rule of thumb.** It was tested once as a plan, in 532 new runners. Out of 100 people, "
                "about 21 got hurt with it and about 20 without it."
            ),
            "It has not been tested in people with long-lasting pain. We use it because it is slow and easy to follow.",
            (
                "In a study of 5,205 runners, one run over 10% longer than the longest of the past 30 days went with more "
                "injuries. The change from week to week did not. This was about runners and injury, not about pain."
            ),
            (
                "Going by the clock comes from graded activity. It may slightly improve what people with back pain can do, "
                "compared with no such plan."
            ),
            "150 minutes a week is a general health goal. Some is better than none, and benefit starts well below it.",
        ),
        next_steps=(
            Step("Do less: choose a nearer goal, a smaller step, or stay at week 1 for as long as you like."),
            Step(
                "If a flare comes, make a flare plan. Your minutes and days go along.",
                page="calculators/flare-plan",
                answers={"minutes": str(answers.minutes), "days": str(answers.days)},
            ),
            _EFFORT,
            ASK,
        ),
        events=_events(answers, weeks),
        sheet=Table("", _head(answers.start), _rows(answers, weeks)),
    )


def _longer(growth: int) -> str:
    """How the plan's own steps stand to the one study of single sessions (frandsen2025)."""
    if growth > 10:
        return f"Steps of {growth}% are themselves over the tenth that went with more injuries in runners; 10% or less are not."
    return (
        "In whole minutes, a short session can grow by more than a tenth; a session of 10 minutes or more hardly does."
    )


def _how_long(steps: int) -> str:
    if steps > LONG:
        return (
            f"That is a long time: about {(steps * 24 + 52) // 104} months. **You could choose a nearer goal first.**"
        )
    return "That is if every week goes to plan. Repeating a week is fine."


def _duration(now: int, goal: int, steps: int, growth: int) -> KeyFigure:
    slowest, fastest = (len(weekly_ceilings(Fraction(now), goal, percent)) - 1 for percent in (SLOWEST, FASTEST))
    return KeyFigure(
        "Time to your goal",
        f"{count(steps, 'week')} or more",
        f"At {growth}% a week. It would be {span(fastest, slowest)} {'week' if slowest == 1 else 'weeks'} with steps of {FASTEST}% down to {SLOWEST}%. "
        "Nobody has tested which is best for pain.",
    )


def _chart(weeks: tuple[int, ...], goal: int) -> BarChart:
    middle = len(weeks) // 2
    half = f", by way of {weeks[middle]} in week {middle + 1}," if middle < len(weeks) - 1 else ""
    return BarChart(
        takeaway=f"{weeks[0]} minutes in week 1, {goal} minutes in week {len(weeks)}",
        alt=f"A bar for each of {len(weeks)} weeks, rising from {weeks[0]} minutes{half} to {goal} in week {len(weeks)}, the "
        "goal. The table below has every week.",
        unit="minutes a week",
        bars=tuple(Bar(f"Week {place}", minutes) for place, minutes in enumerate(weeks, start=1)),
        level=goal,
        level_label=f"Your goal: {goal} minutes a week",
    )


def _head(start: date | None) -> tuple[str, str, str]:
    return "Week and first day" if start else "Week", "In the whole week", "Sessions"


def _rows(answers: BuildUp, weeks: tuple[int, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (_week(place, answers.start), count(minutes, "minute"), sessions_in_words(minutes, answers.days))
        for place, minutes in enumerate(weeks)
    )


def _tables(answers: BuildUp, weeks: tuple[int, ...]) -> list[Table]:
    rows = _rows(answers, weeks)
    tables = [Table("Your plan, week by week", _head(answers.start), rows[:LONG])]
    if rows[LONG:]:
        tables.append(Table(f"Weeks {LONG + 1} to {len(rows)}", _head(answers.start), rows[LONG:], folded=True))
    return tables


def _events(answers: BuildUp, weeks: tuple[int, ...]) -> tuple[Event, ...]:
    if answers.start is None:
        return ()
    return tuple(
        Event(
            answers.start + timedelta(weeks=place),
            f"Week {place + 1}: {count(minutes, 'minute')}",
            f"{answers.activity}: {sessions_in_words(minutes, answers.days)}",
        )
        for place, minutes in enumerate(weeks)
    )


def _week(place: int, start: date | None) -> str:
    number = f"Week {place + 1}"
    return f"{number}, {plain_date(start + timedelta(weeks=place))}" if start else number


def _working(now: int, goal: int, growth: int, ceilings: tuple[Fraction, ...]) -> tuple[str, ...]:
    first = ", ".join(f"{float(ceiling):.2f}".rstrip("0").rstrip(".") for ceiling in ceilings[:5])
    return (
        f"Each week’s ceiling is the one before × 1.{growth:02d}, starting from {now}: {first}{' …' if len(ceilings) > 5 else ''}",
        (
            "We never round the ceiling before it grows, so that a very small start does not get stuck. The minutes in the "
            "plan are the ceiling rounded down, so no week is ever above it."
        ),
        (
            f"The number of steps is the first whole number n with {now} × 1.{growth:02d}ⁿ at or above {goal}. "
            f"Here n = {len(ceilings) - 1}."
        ),
    )
