"""Progress tracker: pain, what it gets in the way of, and what a reader can do, over time.

PEG is the mean of three ratings of the past week from 0 to 10 (krebs2009). Three activities of the reader's own choice
are each rated from 0 (unable) to 10 (as well as before), and their mean is followed (stratford1995, who has 3 to 5).
All three ratings of a measure count or none: nothing is filled in for a reader. The smallest change of PEG that people
noticed was mostly 1.0 to 1.75 points (reed2024); to draw the line at 2, just above, is our own choice. Own activities get
no such line: it has been studied in one kind of pain (rysstad2020).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from calculators.kit.declare import Inputs, calculator, log, text
from calculators.kit.faults import BadAnswer
from calculators.kit.result import CareCard, KeyFigure, LineChart, Result, Step, Table, Urgency
from calculators.kit.words import decimal, plain_date

CHANGE = 2  # points of PEG: the whole number just above what reed2024 found (own choice)
PEG = ("pain", "enjoyment", "activity")
OWN = ("own 1", "own 2", "own 3")
LINES = 150  # about three years of weeks
MANY = 6  # lines; more of them stand folded away

type Numbers = tuple[Fraction | None, ...]


class Progress(Inputs):
    """What the reader is asked."""

    log: tuple[tuple[date, Numbers], ...] = log(
        "Your lines, one for each date",
        missing="Add at least one line",
        columns=(*PEG, *OWN),
        low=0,
        high=10,
        lines=LINES,
        hint="Each is a date and 6 numbers from 0 to 10; leave the first 3 or the last 3 empty if you like",
    )
    what: str = text(
        "Which 3 things are your own activities?",
        noun="Your own activities",
        limit=120,
        default="",
        hint="Such as: walk to the shop, put on socks, sit through a film",
    )


@dataclass(frozen=True)
class Measure:
    """One mean over time, and what the reader sees of it.

    Attributes:
        name: What it is called.
        unit: What its numbers count.
        scale: What both ends of its scale mean.
        items: The ratings of each day that has them, in the order of the days.
    """

    name: str
    unit: str
    scale: str
    items: tuple[tuple[date, tuple[Fraction, ...]], ...]

    @property
    def means(self) -> tuple[tuple[date, Fraction], ...]:
        """The exact mean of each day."""
        return tuple((day, mean(numbers)) for day, numbers in self.items)

    @property
    def change(self) -> Fraction:
        """Points from the first day to the last; above 0 where it rose."""
        return self.means[-1][1] - self.means[0][1]


def mean(numbers: tuple[Fraction, ...]) -> Fraction:
    """The exact mean of ratings that are all there."""
    return sum(numbers, Fraction(0)) / len(numbers)


@calculator(
    Progress,
    title="Progress tracker",
    version="1.0",
    references=("krebs2009", "stratford1995", "reed2024", "rysstad2020"),
    example={
        "log": "2027-01-04,6,7,5,3,5,4\n2027-02-01,7,7,6,3,4,4\n2027-03-01,6,6,5,5,6,4\n2027-03-29,6,5,4,6,7,5",
        "what": "walk to the shop, put on socks, sit through a film",
    },
    example_note="Someone who writes a line each month and has 4 of them.",
    leads_to_effort=False,
)
def progress_tracker(answers: Progress) -> Result:
    """Show each mean over time, what has changed since the first line, and all lines to keep."""
    for day, numbers in answers.log:
        _check(day, numbers)
    peg = Measure(
        "PEG average",
        "pain and what it gets in the way of, 0 to 10",
        "0 is no pain and nothing in the way, 10 the worst. Lower is better.",
        _items(answers.log, slice(len(PEG))),
    )
    own = Measure(
        "Own activities",
        "own activities, 0 to 10",
        f"{f'{answers.what}. ' if answers.what else ''}0 is unable, 10 as well as before. Higher is better.",
        _items(answers.log, slice(len(PEG), None)),
    )
    followed = [measure for measure in (own, peg) if measure.items]
    first, last = answers.log[0][0], answers.log[-1][0]
    return Result(
        title=f"Where you are on {plain_date(last)}"
        if first == last
        else f"What has changed since {plain_date(first)}",
        lead=(
            *((f"**What you can do: {_said(own)}",) if own.items else ()),
            *((f"**Pain, and what it gets in the way of: {_said(peg)}{_past(peg)}",) if peg.items else ()),
            "One can change without the other, and both count. This is a record, not a test.",
        ),
        body=(*_worse(peg), *_shown(own, None), *_shown(peg, _line(peg)), _table(answers, followed)),
        working=_working(followed),
        cautions=_CAUTIONS,
        next_steps=(
            Step("Do less: once a month is enough. You can skip any time, and stop at any time."),
            Step("If pain is worse than usual now, make a flare plan.", page="calculators/flare-plan"),
            Step("Ask a GP, nurse or physiotherapist to look at your record with you."),
        ),
        sheet=Table("", ("date", *PEG, *OWN), tuple(_cells(day, numbers) for day, numbers in answers.log)),
    )


def _check(day: date, numbers: Numbers) -> None:
    parts = numbers[: len(PEG)], numbers[len(PEG) :]
    for part, items in zip(parts, ("pain, enjoyment and activity", "your own activities"), strict=True):
        if None in part and any(number is not None for number in part):
            raise BadAnswer(f"The line of {plain_date(day)} must have all 3 numbers of {items}, or none", field="log")
    if all(number is None for number in numbers):
        raise BadAnswer(f"The line of {plain_date(day)} must have 3 or 6 numbers", field="log")


def _items(lines: tuple[tuple[date, Numbers], ...], part: slice) -> tuple[tuple[date, tuple[Fraction, ...]], ...]:
    found = ((day, tuple(number for number in numbers[part] if number is not None)) for day, numbers in lines)
    return tuple((day, numbers) for day, numbers in found if numbers)


def _said(measure: Measure) -> str:
    day, now = measure.means[-1]
    return f"{decimal(now, 1)} out of 10** on {plain_date(day)}{_moved(measure)}."


def _moved(measure: Measure) -> str:
    if len(measure.items) == 1:
        return ""
    since, was = measure.means[0]
    moved = decimal(abs(measure.change), 1)
    if moved == "0":
        return f", as on {plain_date(since)}"
    return f", {moved} {'higher' if measure.change > 0 else 'lower'} than the {decimal(was, 1)} of {plain_date(since)}"


def _line(peg: Measure) -> Fraction | None:
    """The PEG average that would be a fall of `CHANGE`, where the scale leaves room for one."""
    return peg.means[0][1] - CHANGE if peg.items and peg.means[0][1] >= CHANGE else None


def _past(peg: Measure) -> str:
    line = _line(peg)
    if len(peg.items) == 1 or line is None:
        return ""
    if peg.means[-1][1] <= line:
        return f" That is at or past the line, which is {CHANGE} points lower than at the start."
    return f" The line is {CHANGE} points lower than at the start. Small moves may be no more than ups and downs."


def _worse(peg: Measure) -> tuple[CareCard, ...]:
    if not peg.items or peg.change < CHANGE:
        return ()
    return (
        CareCard(
            Urgency.ASK,
            "Worth asking about",
            (
                f"Your PEG average is {CHANGE} points or more above where it began",
                "Tell a GP, nurse or physiotherapist when it rose, and what else changed then",
                "If the pain is new or feels different, look at the help box on this page first",
            ),
        ),
    )


def _shown(measure: Measure, line: Fraction | None) -> tuple[KeyFigure | LineChart, ...]:
    if not measure.items:
        return ()
    numbers, now = measure.items[-1][1], measure.means[-1][1]
    figure = KeyFigure(
        f"{measure.name}, latest",
        f"{decimal(now, 1)}, from ratings of {decimal(min(numbers), 1)} to {decimal(max(numbers), 1)}",
        measure.scale,
    )
    return (figure, _chart(measure, line)) if len(measure.items) > 1 else (figure,)


def _chart(measure: Measure, line: Fraction | None) -> LineChart:
    (since, was), (until, now) = measure.means[0], measure.means[-1]
    lowest, highest = (decimal(pick(value for _, value in measure.means), 1) for pick in (min, max))
    return LineChart(
        takeaway=f"{measure.name}: from {decimal(was, 1)} to {decimal(now, 1)}",
        alt=f"A line through {len(measure.means)} averages from {plain_date(since)} to {plain_date(until)}. It starts at "
        f"{decimal(was, 1)}, ends at {decimal(now, 1)}, and lies between {lowest} and {highest}.",
        unit=measure.unit,
        low=0,
        high=10,
        points=measure.means,
        level=was if line is None else line,
        level_label="Where you began" if line is None else f"{CHANGE} points below the start",
    )


def _table(answers: Progress, measures: list[Measure]) -> Table:
    by_day = [{day: decimal(value, 1) for day, value in measure.means} for measure in measures]
    rows = tuple((plain_date(day), *(means.get(day, "–") for means in by_day)) for day, _ in answers.log)
    return Table("All your lines", ("Date", *(measure.name for measure in measures)), rows, folded=len(rows) > MANY)


def _cells(day: date, numbers: Numbers) -> tuple[str, ...]:
    return (day.isoformat(), *("" if number is None else decimal(number, 1) for number in numbers))


def _working(measures: list[Measure]) -> tuple[str, ...]:
    sums = (
        f"{measure.name}, latest: ({' + '.join(decimal(number, 1) for number in numbers)}) ÷ {len(numbers)} = "
        f"{decimal(mean(numbers), 1)}."
        for measure in measures
        for numbers in (measure.items[-1][1],)
    )
    return (
        *sums,
        "A change is the latest average less the first one. We round only what you see, to one decimal.",
        "All 3 numbers of a measure count, or none. We never fill one in for you.",
    )


_CAUTIONS = (
    (
        "PEG is 3 questions that worked well in first tests with people in long-lasting pain. It helps to keep track. It "
        "cannot say why something changed."
    ),
    (
        "In 6 trials with 1,710 people, those who felt a little better had mostly fallen by 1 to 1.75 points in PEG. Other "
        "ways to work it out gave less. **To draw the line at 2 points, just above that, is our own choice.**"
    ),
    (
        "Rating activities of your own is a known way to follow what you can do. We draw no line for enough change there: "
        "the figure we found, about 2 points, comes from 134 people with shoulder pain alone."
    ),
)
