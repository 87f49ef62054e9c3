"""Flare drop-back plan: less for a while, never nothing, then back in small steps.

Every threshold here is our own choice (marked "own choice"): no trial of any drop-back amount was found, and guidance
only says that flare-ups happen and should be assessed (niceng193). The definition of a flare is costa2019's.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from math import floor

from calculators._flare import LENGTHS, Length
from calculators._growth import sessions_in_words, split, weekly_ceilings
from calculators._safety import EMERGENCY_SIGNS, URGENT_SIGNS, crashes, get_checked, no_fixed_steps, stop_signs
from calculators._week import days_a_week
from calculators.kit.declare import Gate, Inputs, calculator, choice, day, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.result import (
    Bar,
    BarChart,
    Block,
    CareCard,
    Event,
    KeyFigure,
    Listing,
    Result,
    Step,
    Table,
    Urgency,
)
from calculators.kit.words import count, long_date, span

DROP = Fraction(1, 2)  # of the usual amount, where the baseline is not known (own choice)
RESTART = Fraction(8, 10)  # of the usual amount, after a flare of less than a week (own choice)
JUMP = (
    2  # times the lighter week, which the way back never starts above: from a low baseline 80 % can be far (own choice)
)
GROWTH = 10  # per cent a week on the way back
MOST_USUAL = 600  # minutes a week; beyond this the plan would not suit
WEEK = 7


class Flare(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs("Pain that is clearly different from your usual pain")
    crash: Gate = crashes()
    minutes: int = whole(
        "Before this flare, how many minutes did you do in one go?",
        noun="Minutes you usually do",
        missing="Enter how many minutes you usually do",
        unit="minutes",
        low=1,
        high=240,
        like=15,
        hint="Of walking, or another activity you want to get back to",
    )
    days: int = days_a_week()
    length: Length = choice(
        "How long has this flare lasted so far?",
        LENGTHS,
        missing="Select how long this flare has lasted",
    )
    baseline: int | None = whole(
        "What is your baseline, in minutes in one go?",
        noun="Baseline",
        unit="minutes",
        low=1,
        high=240,
        like=8,
        hint="What you can repeat in an ordinary week without a flare. Leave it empty if you do not know",
        setting=True,
    )
    start: date | None = day(
        "What date is day 1?",
        noun="Date of day 1",
        low=date(2020, 1, 1),
        high=date(2099, 12, 31),
        hint="For example, 27 3 2027",
        setting=True,
    )


@calculator(
    Flare,
    title="Flare plan",
    version="1.0",
    references=("costa2019", "costa2021", "niceng193", "niceng206"),
    example={"signs": "no", "crash": "no", "minutes": "20", "days": "4", "length": "days", "baseline": ""},
    example_note="Someone who usually walks for 20 minutes on 4 days a week, and whose flare began a few days ago.",
)
def flare_plan(answers: Flare) -> Result:
    """Give the days of a lighter week and the weeks back, or send the reader to get checked first."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return no_fixed_steps()
    usual = answers.minutes * answers.days
    if usual > MOST_USUAL:
        raise BadAnswer(
            f"Minutes and days make {usual} minutes a week, and this plan works up to {MOST_USUAL}. "
            "Enter a shorter session or fewer days",
            field="minutes",
        )
    if answers.baseline is not None and answers.baseline > answers.minutes:
        raise BadAnswer(
            f"Baseline must be no more than the {count(answers.minutes, 'minute')} you usually do", field="baseline"
        )
    return _plan(answers, usual)


def lighter_week(usual: int, baseline: int | None, days: int) -> Fraction:
    """Minutes a week to drop back to: the baseline where it is known, else half of the usual, and never nothing.

    Args:
        usual: Minutes a week before the flare.
        baseline: Minutes a session that the reader can repeat, or None.
        days: Sessions a week.
    """
    return Fraction(baseline * days) if baseline is not None else max(usual * DROP, Fraction(min(usual, days)))


def way_back(usual: int, lighter: Fraction, length: Length) -> tuple[Fraction, ...]:
    """The ceiling of each week back to the usual minutes, after the lighter days; none where nothing was dropped."""
    if _quick(usual, lighter, length):
        return weekly_ceilings(restart(usual, lighter), usual, GROWTH)
    return weekly_ceilings(lighter, usual, GROWTH)[1:]


def restart(usual: int, lighter: Fraction) -> Fraction:
    """Minutes in the first week back after a short flare: 80 % of the usual, at most double the lighter week."""
    return min(usual * RESTART, lighter * JUMP)


def _quick(usual: int, lighter: Fraction, length: Length) -> bool:
    """Whether the way back starts higher: after a short flare, unless one step from the lighter week is more."""
    return length is Length.DAYS and restart(usual, lighter) > lighter * (100 + GROWTH) / 100


def _plan(answers: Flare, usual: int) -> Result:
    lighter = lighter_week(usual, answers.baseline, answers.days)
    now = floor(lighter)
    session = split(now, answers.days)[0]
    weeks = tuple(floor(ceiling) for ceiling in way_back(usual, lighter, answers.length))
    return Result(
        title="Your flare plan: less for now, not nothing"
        if weeks
        else "Your flare plan: keep to a small, steady amount",
        lead=("Flares happen. This is not your fault, and it does not undo what you have built.",),
        body=(
            *_escalate(answers.length),
            _now(session, answers),
            _figure(usual, lighter, weeks, answers.length),
            _days(answers, now),
            *_return(usual, now, weeks, answers.days),
            *_LISTS,
            EMERGENCY_SIGNS,
            URGENT_SIGNS,
        ),
        working=_working(answers, usual, lighter, weeks),
        cautions=(
            (
                "**No trial has tested how far to drop back in a flare, how long to hold, or how fast to return.** Half, "
                "2 sessions or 3 days, 80%, double and 10% are our own choices. A clinician who knows you may choose others."
            ),
            (
                "Sources disagree. One clinic article says to pause on a bad day, another says not to stop. We drop back "
                "and leave a rest day open, because neither has been tested."
            ),
            (
                "A flare is more than pain: it is a spell, from hours to weeks, that is hard to bear and gets in the way of "
                "what you do or how you feel. In one study, pain was no worse than average on 68 of 100 flare days."
            ),
        ),
        next_steps=(
            Step("Do less: fewer minutes, fewer days, or an easier activity. Lower is fine."),
            Step(
                "When you are back to your usual, plan the next weeks. Your minutes and days go along.",
                page="calculators/build-up-planner",
                answers={"minutes": str(answers.minutes), "days": str(answers.days)},
            ),
            Step(
                "Ask a GP, nurse or physiotherapist if this flare feels different, lasts over 2 weeks or worries you."
            ),
        ),
        events=_events(answers, now),
        sheet=_sheet(answers, now, weeks),
    )


def _now(session: int, answers: Flare) -> KeyFigure:
    days = f"{count(answers.days, 'day')} a week"
    return KeyFigure(
        "For now",
        f"up to {count(session, 'minute')} in one go",
        (f"Instead of {answers.minutes}, on {days}. " if session < answers.minutes else f"On {days}. ")
        + ("Even 1 minute counts. " if session > 1 else "That is the least this plan goes to. ")
        + "If today is too much, resting today is allowed.",
    )


def _escalate(length: Length) -> tuple[Block, ...]:
    if length is not Length.LONGER:
        return ()
    return (
        CareCard(
            Urgency.ASK,
            "Ask to be seen: this flare has gone on for over 2 weeks",
            (
                "Ask your GP, nurse or physiotherapist for a check in the next few days",
                "You can use the lighter week below while you wait",
                "2 weeks is our own limit. No study sets one",
            ),
        ),
    )


_STEADY = "When you have been back to your usual self for 2 sessions or 3 days"


def _figure(usual: int, lighter: Fraction, weeks: tuple[int, ...], length: Length) -> KeyFigure:
    slow = len(weekly_ceilings(lighter, usual, GROWTH)) - 1
    if not weeks:
        return KeyFigure(
            "The way back",
            "no steps needed",
            "The lighter week is as much as you usually do, so there is nothing to climb back. "
            f"{_STEADY}, carry on as before.",
        )
    if length is Length.DAYS and len(weeks) < slow:
        return KeyFigure(
            "The way back",
            f"{span(len(weeks), slow)} weeks",
            f"{_STEADY}, start it. The short end if this flare is over within a week, the long end if it goes on. Repeat any week you like.",
        )
    return KeyFigure(
        "The way back",
        f"{count(len(weeks), 'week')} or more",
        f"{_STEADY}, start it: at {GROWTH}% more a week. Repeat any week you like.",
    )


def _days(answers: Flare, now: int) -> Table:
    rows = tuple(
        (
            _day(place, answers.start),
            f"Up to {count(minutes, 'minute')}. Stop earlier if you need to" if minutes else _REST,
        )
        for place, minutes in enumerate(lighter_days(now, answers.days))
    )
    return Table(
        "Your lighter week. Repeat it until you have been back to usual for 2 sessions or 3 days",
        ("Day", "What to do"),
        rows,
    )


_REST = "Rest day: move about as you like"


def lighter_days(minutes: int, sessions: int) -> tuple[int, ...]:
    """The minutes of each of 7 days: the sessions spread evenly over them, the first on day 1, and 0 on a rest day."""
    shares = iter(split(minutes, sessions))
    return tuple(next(shares) if place * sessions % WEEK < sessions else 0 for place in range(WEEK))


def _events(answers: Flare, now: int) -> tuple[Event, ...]:
    if answers.start is None:
        return ()
    return tuple(
        Event(answers.start + timedelta(days=place), f"Up to {count(minutes, 'minute')}" if minutes else "Rest day")
        for place, minutes in enumerate(lighter_days(now, answers.days))
    )


def _day(place: int, start: date | None) -> str:
    number = f"Day {place + 1}"
    return f"{number}, {long_date(start + timedelta(days=place))}" if start else number


def _return(usual: int, now: int, weeks: tuple[int, ...], days: int) -> tuple[Block, ...]:
    if not weeks:
        return ()
    return (
        BarChart(
            takeaway=f"Down to {now} minutes a week, then back to {usual} in week {len(weeks)}",
            alt=f"A low bar of {now} minutes for the lighter days, then {count(len(weeks), 'bar')} for the weeks back: "
            f"{', '.join(str(minutes) for minutes in weeks)} minutes. The line shows your usual {usual} minutes.",
            unit="minutes a week",
            bars=(
                Bar("Now", now, hold=True),
                *(Bar(f"Week {place}", minutes) for place, minutes in enumerate(weeks, start=1)),
            ),
            level=usual,
            level_label=f"Your usual: {usual} minutes a week",
        ),
        Table("The way back, a week at a time", ("Week", "In the whole week", "Sessions"), _weeks_back(weeks, days)),
    )


def _weeks_back(weeks: tuple[int, ...], days: int) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (f"Week {place}", count(minutes, "minute"), sessions_in_words(minutes, days))
        for place, minutes in enumerate(weeks, start=1)
    )


def _sheet(answers: Flare, now: int, weeks: tuple[int, ...]) -> Table:
    days = tuple((when, what, "") for when, what in _days(answers, now).rows)
    return Table("", ("When", "What to do", "Sessions"), (*days, *_weeks_back(weeks, answers.days)))


_LISTS = (
    Listing(
        "Things that may help you through it",
        (
            "Slow, easy breathing for a few minutes",
            "Warmth, such as a hot-water bottle wrapped in a towel",
            "Small, gentle movements that feel safe",
            "Short spells of activity with a rest before you need one",
        ),
    ),
    Listing(
        "A thought to try",
        (
            "Notice the worried thought. Write it down in your own words.",
            "Ask: have I come through a flare before? What happened then?",
            "Try: “This is a flare. It is hard. Others have passed.”",
        ),
    ),
    Listing(
        "Stay in touch",
        (
            "Tell one person that you have a flare, and what would help.",
            "Keep one small plan with someone, even a short call.",
        ),
    ),
    Listing(
        "When it has eased, look back",
        (
            "Did anything change before it: sleep, stress, illness, work, or something new?",
            "Did a busy good day come first, then a crash? Was it one big jump or many small ones?",
            "What one small thing would you do differently? Sometimes there is no cause to find.",
        ),
    ),
)


def _working(answers: Flare, usual: int, lighter: Fraction, weeks: tuple[int, ...]) -> tuple[str, ...]:
    half = f"You left your baseline empty, so we took half: {usual} ÷ 2 = {float(usual * DROP):g} minutes a week"
    if answers.baseline is not None:
        dropped = f"Your baseline: {answers.baseline} × {answers.days} = {floor(lighter)} minutes a week."
    elif lighter > usual * DROP:
        dropped = f"{half}. That is under 1 minute a session, so we keep to 1 minute: {floor(lighter)} a week."
    else:
        dropped = f"{half}, rounded down to {floor(lighter)} and shared over {count(answers.days, 'day')}."
    return (
        f"Your usual: {answers.minutes} × {answers.days} = {usual} minutes a week.",
        dropped,
        _back(answers.length, usual, lighter, weeks),
    )


def _back(length: Length, usual: int, lighter: Fraction, weeks: tuple[int, ...]) -> str:
    if not weeks:
        return "Nothing was dropped, so there is no way back to plan."
    if not _quick(usual, lighter, length):
        return f"From {float(lighter):g} minutes, {GROWTH}% more each week, rounded down, until {usual}: {count(len(weeks), 'week')}."
    most, start = usual * RESTART, restart(usual, lighter)
    chosen = (
        f"80% of {usual}, which is {float(most):g}."
        if start == most
        else f"double the lighter week, which is {float(start):g}. 80% of {usual}, {float(most):g}, would be too big a jump."
    )
    slow = len(weekly_ceilings(lighter, usual, GROWTH)) - 1
    return (
        f"The flare is under a week old, so the way back starts at {chosen} It grows by {GROWTH}% a week. If the flare goes "
        f"on longer, start from the lighter week instead and add {GROWTH}% a week: that takes {count(slow, 'week')}."
    )
