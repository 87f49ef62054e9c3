"""Talk test and heart-rate range.

The talk test is the answer; heart rate is a cross-check, shown as a range across formulas with its error, and not
shown at all to people whose pulse does not follow their effort.

Sources: talk test foster2008, foster2009; bands garber2011; maximum heart rate fox1971, tanaka2001, nes2013.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculators._safety import ASK, NEW_EFFORT, NEW_MEDICINE, get_checked, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, safety, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.result import Block, CareCard, KeyFigure, Listing, Range, RangeChart, Result, Step, Table, Urgency
from calculators.kit.words import span

# Per cent of predicted maximum, and of heart-rate reserve, that count as moderate effort (garber2011).
MODERATE = (64, 76)
MODERATE_RESERVE = (40, 59)
# What others give, always with 220 minus age: a public health agency after and before it changed its mind (cdchr),
# and one clinic article, without a source.
AGENCY, AGENCY_BEFORE, CLINIC = (64, 76), (50, 70), (60, 75)
# A resting pulse this close below the predicted maximum leaves no range to work with, in beats a minute.
LEAST_RESERVE = 30
# A resting pulse from here on is worth asking about (our own choice), in beats a minute.
HIGH_RESTING = 100
# 95 % of people lie within this many hundredths of a beat of their predicted maximum: 1.96 x 10.8 (nes2013).
DOUBT = 2117


@dataclass(frozen=True)
class Formula:
    """A published equation for maximum heart rate, in hundredths of a beat a minute so that rounding is exact."""

    name: str
    maximum: Callable[[int], int]


FOX = Formula("220 minus age", lambda age: 22000 - 100 * age)
TANAKA = Formula("Tanaka", lambda age: 20800 - 70 * age)
NES = Formula("Nes", lambda age: 21100 - 64 * age)
FORMULAS = (FOX, TANAKA, NES)


class TalkTest(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT, NEW_MEDICINE)
    pulse: Gate = safety(
        "Could something change how your pulse responds?",
        missing="Select yes if any of these could change your pulse",
        hint="For these, a pulse number can mislead. You still get the talk test",
        items=(
            "A medicine that slows the heart: a beta blocker, ivabradine, diltiazem, verapamil or digoxin",
            "Atrial fibrillation, a pacemaker or a heart transplant",
            "POTS, or nerve damage that affects the heart",
            "Pregnancy",
            "Heart disease, without a recent exercise test",
        ),
    )
    age: int = whole(
        "How old are you?",
        noun="Age",
        missing="Enter your age",
        unit="years",
        low=18,
        high=90,
        like=47,
        hint="In years, for example 47",
    )
    resting: int | None = whole(
        "What is your resting pulse?",
        noun="Resting pulse",
        unit="beats a minute",
        low=35,
        high=110,
        like=68,
        hint="Sit still for 5 minutes, then count for a minute. Leave it empty if you do not know",
    )


@calculator(
    TalkTest,
    title="Talk test and heart-rate range",
    version="1.0",
    references=(
        "foster2008",
        "foster2009",
        "garber2011",
        "karvonen1957",
        "fox1971",
        "tanaka2001",
        "nes2013",
        "brawner2004",
        "cdchr",
    ),
    example={"signs": "no", "pulse": "no", "age": "50", "resting": "70"},
    example_note="Someone aged 50, with a resting pulse of 70 and none of the conditions listed.",
)
def talk_test(answers: TalkTest) -> Result:
    """Give the talk test first; then, where a pulse number can be trusted at all, a range with its doubt."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.pulse.clear:
        return _talk_only()
    if answers.resting is not None:
        _check_reserve(answers.age, answers.resting)
    return _range(answers.age, answers.resting)


def percent_of_maximum(maximum: int, percent: int) -> int:
    """A whole-number per cent of a maximum in hundredths of a beat, in beats a minute, halves rounded up."""
    return (maximum * percent + 5_000) // 10_000


def percent_of_reserve(maximum: int, resting: int, percent: int) -> int:
    """Resting pulse plus a per cent of what lies between it and the maximum, in beats a minute, halves rounded up."""
    return ((maximum - 100 * resting) * percent + 10_000 * resting + 5_000) // 10_000


def _check_reserve(age: int, resting: int) -> None:
    limit = min(formula.maximum(age) for formula in FORMULAS) // 100 - LEAST_RESERVE
    if resting >= limit:
        raise BadAnswer(
            f"Resting pulse must be under {limit} for someone aged {age}. Rest, count it again, or leave it empty",
            field="resting",
        )


TALK_TABLE = Table(
    caption="The talk test: speak a sentence or two aloud while you move",
    head=("Can you talk in comfort?", "Effort", "Share of top pulse"),
    rows=(
        ("Yes, and I could sing", "Light", "–"),
        ("Yes, with ease", "**Moderate: aim for this**", "73%, give or take 11"),
        ("Yes, but only just", "Upper moderate", "79%, give or take 9"),
        ("Not quite", "Hard", "82%, give or take 9"),
        ("No", "Very hard: ease off", "–"),
    ),
)

_TALK_DOUBT = (
    "The percentages in the talk test table come from 14 adults who did not exercise before. The number after “give or "
    "take” is one standard deviation: about a third of people fall further off than that."
)
_NOT_TESTED = (
    "These levels come from studies of general fitness. They have not been tested as a way to ease long-lasting pain."
)
_CRASH = (
    "If a small effort makes you crash a day or two later, do not use this as a target. Ask for help to find a level "
    "below your limit first."
)
_SLOW_DOWN = Step("Do less: slow down, stop sooner, or take a rest in the middle. It still counts.")
_PLAN = Step("Turn minutes at this effort into a weekly plan.", page="calculators/build-up-planner")


def _talk_only() -> Result:
    return Result(
        title="Use the talk test, not a pulse number",
        lead=(
            "**Aim for an effort where you can talk in sentences but could not sing.**",
            (
                "We leave out beats a minute for you. With some medicines and conditions the pulse does not follow the "
                "effort, so a number could lead you to do too much or too little. The talk test still works."
            ),
        ),
        body=(TALK_TABLE,),
        working=(
            (
                "You said that something could change how your pulse responds, or that you are not sure. We treat "
                "“not sure” as yes."
            ),
            (
                "Why we leave the number out: a formula made for people on beta blockers could be wrong by 35 beats "
                "either way (1.96 × its standard error of 18)."
            ),
        ),
        cautions=(_TALK_DOUBT, _NOT_TESTED, _CRASH),
        next_steps=(
            Step("Ask whoever looks after your heart or your medicines: “What effort is right for me?”"),
            _SLOW_DOWN,
            _PLAN,
        ),
    )


def _range(age: int, resting: int | None) -> Result:
    bands = {formula: _band(formula, age, MODERATE) for formula in FORMULAS}
    low, high = bands[TANAKA]
    lowest, highest = min(band[0] for band in bands.values()), max(band[1] for band in bands.values())
    doubt_low, doubt_high = _doubt(TANAKA, age)
    figures = [
        KeyFigure(
            "Rough pulse range",
            f"{span(low, high)} beats a minute",
            f"Other formulas say {span(lowest, highest)}. For 95 out of 100 healthy adults your age it lies within "
            f"{doubt_low} to {doubt_high}; for the other 5 it does not.",
        )
    ]
    working = [
        (
            f"Predicted maximum, 208 − 0.7 × {age} = **{_beats(TANAKA.maximum(age))}** (Tanaka). The others give "
            f"{_beats(FOX.maximum(age))} (220 − {age}) and {_beats(NES.maximum(age))} (211 − 0.64 × {age})."
        ),
        (
            f"Moderate effort is {MODERATE[0]}% to {MODERATE[1]}% of that: **{span(low, high)}**, rounded to whole beats, "
            "halves up."
        ),
        (
            "How far off it could be: in 3,320 healthy adults, 95 of 100 had a true maximum within about 21 beats of the "
            f"formula (1.96 × 10.8; Nes, 2013). {MODERATE[0]}% and {MODERATE[1]}% of a maximum that far off give {doubt_low} to {doubt_high}."
        ),
    ]
    notes: tuple[Block, ...] = ()
    if resting is not None:
        figures.insert(0 if resting >= low else 1, _reserve_figure(age, resting))
        notes = _resting_notes(resting, low)
        working.append(
            f"With your resting pulse, {MODERATE_RESERVE[0]}% to {MODERATE_RESERVE[1]}% of the beats between rest and "
            f"maximum: ({_beats(TANAKA.maximum(age))} − {resting}) × 0.{MODERATE_RESERVE[0]} + {resting} = "
            f"**{percent_of_reserve(TANAKA.maximum(age), resting, MODERATE_RESERVE[0])}**, and the same with "
            f"0.{MODERATE_RESERVE[1]} = **{percent_of_reserve(TANAKA.maximum(age), resting, MODERATE_RESERVE[1])}**."
        )
    return Result(
        title="Your effort level: talk, not sing",
        lead=(
            "**Aim for an effort where you can talk in sentences but could not sing.** That is moderate effort.",
            "Your pulse is only a rough check on that. If the number and the talk test do not agree, trust the talk test.",
        ),
        body=(*notes, TALK_TABLE, *figures, _chart(age, bands), _others(age)),
        working=tuple(working),
        cautions=(
            (
                "The clinic article names no source for its 60% to 75%. The range starts in light effort, and sits below "
                "where people in a study began to find talking hard (79% to 82% of their maximum)."
            ),
            "Every formula here guesses your maximum from your age alone. It describes groups, not you.",
            _TALK_DOUBT,
            _NOT_TESTED,
            _CRASH,
        ),
        next_steps=(_PLAN, _SLOW_DOWN, ASK),
    )


def _band(formula: Formula, age: int, percents: tuple[int, int]) -> tuple[int, int]:
    low, high = percents
    return percent_of_maximum(formula.maximum(age), low), percent_of_maximum(formula.maximum(age), high)


def _doubt(formula: Formula, age: int) -> tuple[int, int]:
    """The band's low end for a maximum as far below the formula as 95 % of people reach, and its high end as far above."""
    return (
        percent_of_maximum(formula.maximum(age) - DOUBT, MODERATE[0]),
        percent_of_maximum(formula.maximum(age) + DOUBT, MODERATE[1]),
    )


def _resting_notes(resting: int, low: int) -> tuple[Block, ...]:
    """What a high resting pulse calls for before any range is used."""
    notes: list[Block] = []
    if resting >= HIGH_RESTING:
        notes.append(
            CareCard(
                Urgency.ASK,
                f"Ask about a resting pulse of {resting}",
                (
                    "Sit still for 5 minutes and count it again",
                    f"If it stays at {HIGH_RESTING} or more, ask a GP, nurse or pharmacist before you exercise harder",
                    f"{HIGH_RESTING} is our own limit, chosen to be careful",
                ),
            )
        )
    if resting >= low:
        notes.append(
            Listing(
                "The rules do not fit you well",
                (
                    f"The rule from age alone starts at {low}, which you reach at rest. It cannot be right for you.",
                    "Go by the talk test. If you want a number, use the one made with your resting pulse.",
                ),
            )
        )
    return tuple(notes)


def _reserve_figure(age: int, resting: int) -> KeyFigure:
    bands = {
        formula: tuple(percent_of_reserve(formula.maximum(age), resting, percent) for percent in MODERATE_RESERVE)
        for formula in FORMULAS
    }
    low, high = bands[TANAKA]
    lowest, highest = min(low for low, _ in bands.values()), max(high for _, high in bands.values())
    return KeyFigure(
        "Using your resting pulse",
        f"{span(low, high)} beats a minute",
        f"Other formulas say {span(lowest, highest)}. It can be as far off as the other range.",
    )


def _others(age: int) -> Table:
    def row(who: str, formula: Formula, percents: tuple[int, int]) -> tuple[str, str, str]:
        return who, f"{percents[0]} to {percents[1]} of {formula.name}", span(*_band(formula, age, percents))

    return Table(
        caption=f"The same heart at age {age}, by four rules for moderate effort",
        head=("Who says so", "% of maximum pulse", "Beats a minute"),
        rows=(
            row("This page", TANAKA, MODERATE),
            row("US health agency, now", FOX, AGENCY),
            row("US health agency, before", FOX, AGENCY_BEFORE),
            row("One clinic article", FOX, CLINIC),
        ),
    )


def _chart(age: int, bands: dict[Formula, tuple[int, int]]) -> RangeChart:
    ranges = tuple(Range(formula.name, *band, *_doubt(formula, age)) for formula, band in bands.items())
    return RangeChart(
        takeaway="Three formulas, three answers, and a wide doubt around each",
        alt=f"Moderate effort at age {age} by three formulas. "
        + " ".join(
            f"{each.label}: {each.low} to {each.high}, possibly {each.doubt_low} to {each.doubt_high}."
            for each in ranges
        ),
        unit="beats a minute",
        ranges=ranges,
        table=Table(
            caption=f"Moderate effort ({MODERATE[0]}% to {MODERATE[1]}%) at age {age}, in beats a minute",
            head=("Formula", "Range", "Where 95 of 100 people could be"),
            rows=tuple(
                (each.label, span(each.low, each.high), span(each.doubt_low, each.doubt_high)) for each in ranges
            ),
        ),
    )


def _beats(hundredths: int) -> str:
    """A predicted maximum as written in the literature: whole, or with the decimals it really has."""
    return f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
