"""30-second sit-to-stand: the count, kept with how it was done, beside what healthy people of the same age score.

"Below average" on the public sheet (steadi2017) is the lower edge of the middle half of healthy people (rikli1999): a
quarter of them fall below it. Figures exist from 60 to 94; under 60 none could be traced.

Sources: steadi2017 (how to do it, cut-offs), rikli1999 (ranges), jones1999 (the first test).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from calculators._fitness_tests import INCHES, Sex, leave_it, own_change, whose_figures
from calculators._norms import STANDS
from calculators._safety import ASK, NEW_EFFORT, get_checked, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, choice, measure, safety, whole
from calculators.kit.result import Block, Listing, Range, RangeChart, Result, Step, Table
from calculators.kit.words import count, decimal, span

YOUNGEST, OLDEST = 60, 94  # years for which there are figures
MOST_LIKELY = 35  # stands; more are asked about (own choice)
SEAT = 43  # cm, the sheet's 17 inches


class Arms(StrEnum):
    """Whether the reader pushed up with the arms."""

    NO = "no"
    YES = "yes"


class SitToStand(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT)
    unsafe: Gate = safety(
        "Could this test be unsafe for you today?",
        missing="Select yes if this test could be unsafe for you today",
        items=(
            "Nobody can stand beside you, and you fell in the last year or feel unsteady",
            "You get dizzy when you stand up",
            "An operation not long ago, or knee or hip pain over 5 out of 10",
            "Late in pregnancy",
            "Small effort makes you crash hours or days later, or you have ME/CFS",
        ),
    )
    stands: int = whole(
        "How many times did you stand up in 30 seconds?",
        noun="Stands",
        missing="Enter how many times you stood up",
        unit="stands",
        low=0,
        high=60,
        like=12,
        hint="Full stands. More than half-way up when time ends counts too",
    )
    arms: Arms = choice(
        "Did you use your arms?",
        {Arms.NO: "No, they stayed crossed on my chest", Arms.YES: "Yes, to push or pull myself up"},
        missing="Select whether you used your arms",
    )
    age: int = whole(
        "How old are you?",
        noun="Age",
        missing="Enter your age",
        unit="years",
        low=18,
        high=110,
        like=67,
        hint="In years, for example 67",
    )
    sex: Sex = whose_figures(setting=True)
    first: int | None = whole(
        "What was your first score?",
        noun="First score",
        unit="stands",
        low=0,
        high=60,
        like=10,
        hint="On the same chair, in the same way. Leave it empty if this is your first",
        setting=True,
    )
    seat: Fraction | None = measure(
        "How high is your seat?",
        noun="Seat height",
        units={"cm": Fraction(1), "inches": INCHES},
        low=30,
        high=70,
        like="43 or 17 in",
        hint="From the floor, in cm. You can type 17 in too",
        setting=True,
    )


class Norm(NamedTuple):
    """What healthy people of one age band and sex score.

    Attributes:
        cut: Fewer stands than this are called "below average".
        low: Lower end of the middle half.
        high: Upper end of the middle half.
    """

    cut: int
    low: int
    high: int


@calculator(
    SitToStand,
    title="30-second sit-to-stand",
    version="1.0",
    references=("steadi2017", "rikli1999", "jones1999", "tveter2014", "strassmann2013"),
    example={"signs": "no", "unsafe": "no", "stands": "10", "arms": "no", "age": "65", "sex": "men"},
    example_note="A man of 65 who stood up 10 times with his arms crossed.",
)
def sit_to_stand(answers: SitToStand) -> Result:
    """Give the count with what it can be compared with: healthy people of that age, or only the reader's own score."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.unsafe.clear:
        return leave_it(
            "chair test",
            "If you get dizzy when you stand or have fallen, say so. It can often be looked into",
            "Say if your knee or hip hurts a lot, or if you had an operation not long ago",
        )
    if answers.arms is Arms.YES:
        return _by_arms(answers)
    return _scored(answers)


def norm(sex: Sex, age: int) -> Norm | None:
    """What healthy people of that age in years score, or None where there are no figures."""
    if not YOUNGEST <= age <= OLDEST:
        return None
    return Norm(*map(int, STANDS[sex][age // 5 * 5]))


def _by_arms(answers: SitToStand) -> Result:
    return Result(
        title="Your score: 0 stands, because you used your arms",
        lead=(
            "**By the rules of this test, a stand with the arms does not count.** That is how the test keeps scores alike.",
            (
                f"You still stood up {count(answers.stands, 'time')} in your own way. Keep that number too. "
                "You could repeat it in the same way another day, and compare it with your own."
            ),
        ),
        body=(_kept(answers),),
        working=("Arms used: 0 stands, whatever the count. No comparison is made.",),
        cautions=("A score of 0 says that you needed your arms today. It does not say why.", _ONE_DAY),
        next_steps=(
            Step("Do less: there is no need to try again without your arms."),
            Step("Ask a GP or physiotherapist to look at how you get up, if you need your arms for it."),
        ),
    )


def _scored(answers: SitToStand) -> Result:
    norms = {sex: found for sex in answers.sex.sets if (found := norm(sex, answers.age))}
    below = any(answers.stands < each.cut for each in norms.values())
    return Result(
        title=f"Your score: {count(answers.stands, 'stand')} in 30 seconds",
        lead=(
            *_is_this_right(answers.stands),
            _verdict(answers.stands, answers.age, norms),
            (
                "“Below average” here means the lowest quarter of healthy people: 25 out of 100 of them score there. "
                "It does not mean that something is wrong with you."
                if norms
                else "Your count still works: the next one can stand beside it."
            ),
        ),
        body=(
            *own_change(
                Fraction(answers.stands),
                None if answers.first is None else Fraction(answers.first),
                "stands",
                "We do not know how big a change matters. Practice or a good day can add some.",
            ),
            *(_compared(answers, norms) if norms else ()),
            _kept(answers),
        ),
        working=_working(answers, norms),
        cautions=(
            *(_ABOUT_THE_FIGURES if norms else ()),
            "Do not mix this with the 1-minute test or the test of 5 stands. Those count other things.",
            _ONE_DAY,
        ),
        next_steps=(
            *(
                [Step("Ask a GP or physiotherapist to look at your legs and balance, and show them this.")]
                if below
                else []
            ),
            Step("Do less: there is no need to repeat the test. A single stand from a high chair counts too."),
            Step("If you want to do more, plan small steps.", page="calculators/build-up-planner"),
            ASK,
        ),
    )


def _is_this_right(stands: int) -> tuple[str, ...]:
    if stands <= MOST_LIKELY:
        return ()
    return (
        (
            f"**Is this right?** {stands} is a very high count. Check that you timed 30 seconds, and that each stand was full. "
            f"We ask above {MOST_LIKELY}; that line is our own choice."
        ),
    )


def _verdict(stands: int, age: int, norms: dict[Sex, Norm]) -> str:
    if not norms:
        why = (
            f"We found no figures under {YOUNGEST} that we could trace."
            if age < YOUNGEST
            else f"The figures end at {OLDEST}."
        )
        return f"**You stood up {count(stands, 'time')}.** At {age} we give no comparison. {why}"
    said = "; ".join(
        f"{'below' if stands < each.cut else 'not below'} the line of {each.cut} for {sex}"
        for sex, each in norms.items()
    )
    return f"**At {_band(age)}, {stands} is {said}.**"


def _band(age: int) -> str:
    start = age // 5 * 5
    return f"{start} to {start + 4}"


def _place(stands: int, found: Norm) -> str:
    if stands < found.cut:
        return "Below the line"
    return "In the middle half" if stands <= found.high else "Above the middle half"


def _compared(answers: SitToStand, norms: dict[Sex, Norm]) -> list[Block]:
    table = Table(
        f"Healthy people aged {_band(answers.age)}",
        ("Figures", "Middle half", "“Below average” is under", f"Your {answers.stands}"),
        tuple(
            (sex.capitalize(), span(each.low, each.high), str(each.cut), _place(answers.stands, each))
            for sex, each in norms.items()
        ),
    )
    chart = RangeChart(
        takeaway=f"The middle half of healthy people aged {_band(answers.age)}, and you",
        alt=f"You: {answers.stands} stands. "
        + " ".join(f"Middle half of {sex}: {span(each.low, each.high)} stands." for sex, each in norms.items()),
        unit="stands in 30 seconds",
        ranges=tuple(
            Range(f"{sex.capitalize()}: the middle 50 of 100", each.low, each.high, each.low, each.high)
            for sex, each in norms.items()
        ),
        table=Table(
            f"The figures drawn, for people aged {_band(answers.age)}",
            table.head[:2],
            tuple(row[:2] for row in table.rows),
        ),
        own=answers.stands,
        own_label=f"You: {answers.stands}",
    )
    return [table, chart]


def _working(answers: SitToStand, norms: dict[Sex, Norm]) -> tuple[str, ...]:
    return (
        f"Stands that count: {answers.stands}. Age band: {_band(answers.age) if norms else 'none with figures'}.",
        *(
            f"{sex.capitalize()}: below average is under {each.cut}, and the middle half is {span(each.low, each.high)}."
            for sex, each in norms.items()
        ),
    )


def _kept(answers: SitToStand) -> Listing:
    seat = (
        f"Seat height: {decimal(answers.seat, 1)} cm. The sheet says {SEAT} cm, and a lower seat is harder."
        if answers.seat is not None
        else f"Seat height: not noted. The sheet says {SEAT} cm (17 inches)."
    )
    return Listing(
        "Keep with your score",
        (
            "30 seconds, a straight chair without arm rests, against a wall, feet flat.",
            "Arms crossed on the chest." if answers.arms is Arms.NO else "Arms used.",
            seat,
            "Who stood beside you, the date, and how you felt.",
        ),
    )


_ABOUT_THE_FIGURES = (
    "The figures come from healthy older adults. They were not made for people in pain, and pain can lower a count.",
    "A score below the line cannot tell by itself who will fall, or why a count is low.",
)
_ONE_DAY = "This is one day’s count. Pain, sleep, the chair and your shoes can all change it."
