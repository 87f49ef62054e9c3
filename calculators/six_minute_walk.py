"""Six-minute walk: beside the reader's own first walk, then beside five equations that disagree.

The equations give metres for healthy adults from sex, height (cm), weight (kg) and age (years). They differ by about
200 m for one person, so no single one is shown as a target, and none where one of them comes to nothing.

Sources: ats2002 (the test, and who is not to take it); enright1998 and, for the others, singh2014 (the equations).
"""

from __future__ import annotations

from fractions import Fraction

from calculators._fitness_tests import FEET, INCHES, POUNDS, Sex, leave_it, nearest, own_change, whose_figures
from calculators._safety import ASK, NEW_EFFORT, get_checked, stop_signs
from calculators._walk_equations import EQUATIONS, OLDEST_EQUATION, lower_limit, predicted
from calculators.kit.declare import Gate, Inputs, calculator, measure, safety, whole
from calculators.kit.result import Block, KeyFigure, Listing, Range, RangeChart, Result, Step, Table
from calculators.kit.words import amount, decimal, listed, span

YOUNGEST, OLDEST = 40, 80  # years; outside it nothing is compared (own choice)
COURSE = 30  # metres, one length of the course in the guideline


class Walk(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT)
    unsafe: Gate = safety(
        "Could a test walk be unsafe for you today?",
        missing="Select yes if a test walk could be unsafe for you today",
        items=(
            "A heart attack in the last month, or angina that was new, worse or came at rest",
            "A resting pulse over 120, or blood pressure over 180/100",
            "An illness with a fever, a new injury, or a new or changed heart medicine today",
            "Unsteady on your feet, with nobody to walk beside you",
            "Small effort makes you crash hours or days later, or you have ME/CFS",
        ),
    )
    distance: Fraction = measure(
        "How far did you walk in 6 minutes?",
        noun="Distance",
        missing="Enter how far you walked",
        units={"metres": Fraction(1), "feet": FEET},
        low=0,
        high=900,
        like="420",
        hint="In metres. You can type feet too, such as 1200 ft",
    )
    first: Fraction | None = measure(
        "How far was your first walk?",
        noun="First walk",
        units={"metres": Fraction(1), "feet": FEET},
        low=0,
        high=900,
        like="400",
        hint="On the same course. Leave it empty if this is your first",
    )
    course: Fraction | None = measure(
        "How long is one length of your course?",
        noun="Course length",
        units={"metres": Fraction(1), "feet": FEET},
        low=3,
        high=400,
        like="30",
        hint="From one turn to the next",
    )
    age: int | None = whole(
        "How old are you?",
        noun="Age",
        unit="years",
        low=18,
        high=110,
        like=60,
        hint="For the formulas, with height and weight. Leave these empty if you only want your own change",
        setting=True,
    )
    height: Fraction | None = measure(
        "How tall are you?",
        noun="Height",
        units={"cm": Fraction(1), "metres": Fraction(100), "feet": INCHES * 12, "inches": INCHES},
        low=130,
        high=210,
        like="170, 1.7 m or 5 ft 7",
        hint="In cm. You can type 1.7 m or 5 ft 7 too",
        setting=True,
    )
    weight: Fraction | None = measure(
        "What do you weigh?",
        noun="Weight",
        units={"kg": Fraction(1), "stone": POUNDS * 14, "pounds": POUNDS},
        low=35,
        high=180,
        like="72 or 11 st 5",
        hint="In kg. You can type 11 st 5 or 160 lb too",
        setting=True,
    )
    sex: Sex = whose_figures(setting=True)


@calculator(
    Walk,
    title="Six-minute walk",
    version="1.0",
    references=("ats2002", "enright1998", "singh2014", "bohannon2017"),
    example={
        "signs": "no",
        "unsafe": "no",
        "distance": "520",
        "first": "480",
        "course": "30",
        "age": "60",
        "height": "175",
        "weight": "80",
        "sex": "men",
    },
    example_note="A man of 60, 175 cm tall and 80 kg. His first walk was 480 metres, on the same course.",
)
def six_minute_walk(answers: Walk) -> Result:
    """Give the reader's own change first, then how far five equations disagree about someone like them."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.unsafe.clear:
        return leave_it(
            "test walk",
            "After a heart attack or with angina, ask the team that treats you when a test walk is safe",
            "Tell your GP or call 111 today if your resting pulse is over 120 or your blood pressure is over 180/100",
        )
    return _walked(answers, nearest(answers.distance))


def _walked(answers: Walk, metres: int) -> Result:
    found, why_not = _compared(answers)
    first = None if answers.first is None else Fraction(nearest(answers.first))
    return Result(
        title=f"Your walk: {amount(metres, 'metres')}",
        lead=(
            _own(metres, first),
            *_short_course(answers.course),
            why_not or _beside(metres, found),
        ),
        body=(
            *own_change(
                Fraction(metres),
                first,
                "metres",
                "We do not know how big a change matters. Practice or a good day can add some.",
            ),
            *(_spread(metres, found) if found else ()),
            _KEEP,
        ),
        working=(
            "We round each distance to whole metres, halves up.",
            *(line for sex, by_name in found.items() for line in _sums(answers, sex, by_name)),
        ),
        cautions=(
            "This walk shows what you could do on one day. It is not a full fitness test.",
            (
                "The formulas come from healthy adults. The oldest one explains about 4 parts in 10 of why one healthy person "
                "walks further than another."
            ),
            "Pain, sleep, shoes, the floor and the weather can all change a walk. A shorter one is not a failure.",
        ),
        next_steps=(
            Step("Do less: there is no need to walk the test again. A short stroll at your own pace counts."),
            Step("Find an effort that suits you with the talk test.", page="calculators/talk-test"),
            Step("If you want to walk more, plan small steps.", page="calculators/build-up-planner"),
            ASK,
        ),
    )


def _own(metres: int, first: Fraction | None) -> str:
    if first is None:
        return f"**You walked {amount(metres, 'metres')} in 6 minutes.** Keep it: your next walk can stand beside it."
    was = f"Your first walk was {amount(int(first), 'metres')}."
    if metres == first:
        return f"**You walked as far as the first time.** {was}"
    further = "further" if metres > first else "less far"
    return f"**You walked {amount(abs(metres - int(first)), 'metres')} {further} than the first time.** {was}"


def _short_course(course: Fraction | None) -> tuple[str, ...]:
    if course is None:
        return ("You did not say how long your course is. Note it: only walks on the same course can be compared.",)
    if course >= COURSE:
        return ()
    return (
        (
            f"**Your course is short: {amount(decimal(course, 1), 'metres')}, not {COURSE}.** You turn more often on a short "
            "course, so the distance may come out shorter. Compare it with your own walks there. Beside the formulas it may "
            "look shorter than it is."
        ),
    )


def _compared(answers: Walk) -> tuple[dict[Sex, dict[str, Fraction]], str]:
    """Each set of figures and its equations' metres; or none, and why."""
    missing = tuple(name for name in ("age", "height", "weight") if getattr(answers, name) is None)
    if answers.age is None or answers.height is None or answers.weight is None:
        return {}, f"To see what five formulas say, add your {listed(missing)} under “Change the settings”."
    if not YOUNGEST <= answers.age <= OLDEST:
        return {}, (
            f"We compare with formulas only from age {YOUNGEST} to {OLDEST}. That limit is our own choice, to be careful. "
            "Your own change still counts at any age."
        )
    found = {sex: predicted(sex, answers.height, answers.weight, answers.age) for sex in answers.sex.sets}
    if any(metres <= 0 for by_name in found.values() for metres in by_name.values()):
        return {}, (
            "For your age, height and weight a formula comes to 0 metres or less. That cannot be right, so we compare "
            "nothing. It is a fault of the formula, not of you."
        )
    return found, ""


def _beside(metres: int, found: dict[Sex, dict[str, Fraction]]) -> str:
    says = []
    for sex, by_name in found.items():
        more = sum(nearest(each) > metres for each in by_name.values())
        which = f"all {more}" if more == len(by_name) else f"{more or 'none'} of the {len(by_name)}"
        says.append(f"{which} {sex}’s formulas {'give' if more > 1 else 'gives'} more")
    return (
        f"You walked {amount(metres, 'metres')}: {listed(tuple(says))}. The formulas disagree with each other, so none of "
        "them is a mark that you have to reach."
    )


def _spread(metres: int, found: dict[Sex, dict[str, Fraction]]) -> list[Block]:
    whole_metres = {sex: {name: nearest(each) for name, each in by_name.items()} for sex, by_name in found.items()}
    ends = {sex: (min(by_name.values()), max(by_name.values())) for sex, by_name in whole_metres.items()}
    heads = tuple(f"{sex.capitalize()}, metres" for sex in found)
    rows = [(name, *(str(by_name[name]) for by_name in whole_metres.values())) for name in EQUATIONS]
    rows.append((f"Lower limit in {OLDEST_EQUATION}", *(_limit(sex, by_name) for sex, by_name in found.items())))
    said = {sex: f"{span(*pair)} metres" for sex, pair in ends.items()}
    return [
        *(
            KeyFigure(
                f"Five {sex}’s formulas, for your age, height and weight",
                said[sex],
                f"They are {high - low} metres apart for the same person. All come from healthy adults.",
            )
            for sex, (low, high) in ends.items()
        ),
        RangeChart(
            takeaway="One person, five formulas: this is how far apart they are",
            alt=f"You walked {amount(metres, 'metres')}. "
            + " ".join(f"Five {sex}’s formulas run from {said[sex]}." for sex in ends),
            unit="metres in 6 minutes",
            ranges=tuple(Range(f"Five {sex}’s formulas", *pair, *pair) for sex, pair in ends.items()),
            table=Table(
                "From the lowest formula to the highest",
                ("Formulas", "Metres"),
                tuple((f"Five {sex}’s formulas", span(*pair)) for sex, pair in ends.items()),
            ),
            own=metres,
            own_label=f"You: {amount(metres, 'metres')}",
        ),
        Table("What each formula gives for a healthy person like you", ("Formula", *heads), tuple(rows)),
    ]


def _limit(sex: Sex, by_name: dict[str, Fraction]) -> str:
    limit = lower_limit(sex, by_name)
    return str(nearest(limit)) if limit > 0 else "none: it would be below 0"


def _sums(answers: Walk, sex: Sex, by_name: dict[str, Fraction]) -> list[str]:
    lines = []
    for name, metres in by_name.items():
        equation = EQUATIONS[name][sex]
        measured = zip(equation[1:], (answers.height, answers.weight, answers.age), strict=True)
        terms = "".join(
            f" {'+' if each > 0 else '−'} {decimal(abs(each), 3)} × {decimal(Fraction(value), 2)}"
            for each, value in measured
            if each and value is not None
        )
        lines.append(f"{name}, {sex}: {decimal(equation.start, 3)}{terms} = **{decimal(metres, 2)}**".replace("-", "−"))
    return lines


_KEEP = Listing(
    "Keep with your distance",
    (
        "The course and how long it is. Walk the same one each time.",
        "What you used (a stick, a frame, medicine), the date, and how you felt.",
    ),
)
