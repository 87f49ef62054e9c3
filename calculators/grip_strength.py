"""Grip strength: two sets of modern figures side by side, and a cut-off that answers another question.

Figures say how a grip compares with others of the same age, as a band and not a rank. The cut-off says at any age
whether grip is so low that a check could help. A person can be ordinary for their age and still be under it.

Sources: dodds2014 (Great Britain), tomkinson2025 (69 countries), cruzjentoft2019 (cut-off).
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from calculators._fitness_tests import POUNDS, Sex, leave_it, nearest, own_change, whose_figures
from calculators._norms import LOW_GRIP, dodds, tomkinson
from calculators._safety import ASK, get_checked, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, measure, safety, text, whole
from calculators.kit.result import Listing, Range, RangeChart, Result, Step, Table
from calculators.kit.words import decimal, listed

FIFTHS = (20, 40, 60, 80)
FIFTH_NAMES = ("low", "somewhat low", "moderate", "somewhat high", "high")  # tomkinson2025's words
BRITAIN, WORLD = "Britain", "69 countries"
MEDIAN = 50


class Grip(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs()
    unsafe: Gate = safety(
        "Could a hard squeeze be unsafe for you today?",
        missing="Select yes if a hard squeeze could be unsafe for you today",
        items=(
            "Pain in a hand or wrist, carpal tunnel syndrome, or a flare of swollen joints",
            "An operation on a hand, arm, eye or the belly not long ago",
            "High blood pressure that is not under control",
        ),
    )
    grip: Fraction = measure(
        "What was your strongest squeeze?",
        noun="Grip",
        missing="Enter your strongest squeeze",
        units={"kg": Fraction(1), "pounds": POUNDS},
        low=1,
        high=100,
        like="32 or 70 lb",
        hint="The best of 3 tries with each hand, in kg. You can type 70 lb too",
    )
    age: int = whole(
        "How old are you?",
        noun="Age",
        missing="Enter your age",
        unit="years",
        low=20,
        high=110,
        like=62,
        hint="In years, for example 62",
    )
    sex: Sex = whose_figures()
    first: Fraction | None = measure(
        "What was your first result?",
        noun="First result",
        units={"kg": Fraction(1), "pounds": POUNDS},
        low=1,
        high=100,
        like="30",
        hint="With the same device, in the same way. Leave it empty if this is your first",
        setting=True,
    )
    device: str = text(
        "Which device did you use, and how did you sit?",
        noun="Device",
        limit=80,
        default="",
        hint="To keep with your result",
        setting=True,
    )


@calculator(
    Grip,
    title="Grip strength",
    version="1.0",
    references=("dodds2014", "tomkinson2025", "cruzjentoft2019", "massywestropp2011"),
    example={"signs": "no", "unsafe": "no", "grip": "40", "age": "62", "sex": "men"},
    example_note="A man of 62 whose strongest squeeze was 40 kg.",
)
def grip_strength(answers: Grip) -> Result:
    """Give the band in each set of figures, and apart from it the answer to the cut-off's question."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.unsafe.clear:
        return leave_it(
            "grip test",
            "Say where it hurts, or which operation you had, and when",
            "If your blood pressure is high, ask when hard effort is safe. Many people hold their breath as they squeeze",
        )
    return _squeezed(answers, _tenths(answers.grip))


class Band(NamedTuple):
    """Between which places of 100, from the weakest, a grip falls; None is an open end. `kg` says it in kg."""

    low: int | None
    high: int | None
    kg: str

    @property
    def places(self) -> str:
        """The places in few words."""
        if self.low is None:
            return f"before {self.high}"
        return f"from {self.low}" if self.high is None else f"{self.low} to {self.high}"

    @property
    def in_words(self) -> str:
        """The places as part of a sentence."""
        if self.low is None:
            return f"before place {self.high}"
        return f"at place {self.low} or later" if self.high is None else f"between places {self.low} and {self.high}"


def band(kg: Fraction, centiles: dict[int, Fraction]) -> Band:
    """The band that a grip falls in; an edge counts to the band above it."""
    edges = list(centiles.items())
    (first, start), (last, end) = edges[0], edges[-1]
    if kg < start:
        return Band(None, first, f"under {_kg(start)}")
    for (low, above), (high, below) in pairwise(edges):
        if kg < below:
            return Band(low, high, f"{_kg(above)} to {_kg(below)}")
    return Band(last, None, f"{_kg(end)} or more")


def fifth(kg: Fraction, centiles: dict[int, Fraction]) -> str:
    """The name of the fifth that a grip falls in, an edge counting to the fifth above it."""
    return FIFTH_NAMES[sum(centiles[each] <= kg for each in FIFTHS)]


def _tenths(kg: Fraction) -> Fraction:
    return Fraction(nearest(kg * 10), 10)


def _kg(kg: Fraction) -> str:
    return decimal(kg, 1)


def _squeezed(answers: Grip, kg: Fraction) -> Result:
    sets = answers.sex.sets
    under = tuple(sex for sex in sets if kg < LOW_GRIP[sex])
    return Result(
        title=f"Your grip: {_kg(kg)} kg",
        lead=(
            *(_answer(kg, sex, answers.age) for sex in sets),
            _cut_off(kg, sets, under),
        ),
        body=(
            *own_change(
                kg,
                None if answers.first is None else _tenths(answers.first),
                "kg",
                "We do not know how big a change matters. Another device or posture can shift it too.",
            ),
            *(_table(kg, sex, answers.age) for sex in sets),
            _chart(kg, sets, answers.age),
            _TWO_QUESTIONS,
            Listing(
                "Keep with your result",
                (
                    f"Device and posture: {answers.device}." if answers.device else "Which device, and how you sat.",
                    "Which hand, the best of 3 tries with each, the date, and how your hands felt.",
                ),
            ),
        ),
        working=_working(kg, sets, answers.age),
        cautions=(
            (
                "Device and posture can shift a result by 1 to 10 parts in 100, and the way tries are counted by up to 17. "
                "That can be more than a band."
            ),
            (
                "People in pain were often left out of these studies. So the low bands may be set too high for you, and pain "
                "itself lowers a squeeze."
            ),
        ),
        next_steps=(
            *(
                [Step("Ask a GP about your muscle strength, and show them this. One low squeeze is no diagnosis.")]
                if under
                else []
            ),
            Step("Do less: there is no need to squeeze again, or to train your grip. Stop if it hurts."),
            ASK,
        ),
    )


def _answer(kg: Fraction, sex: Sex, age: int) -> str:
    """The band in each set of figures, and how far apart the two sets put the middle person."""
    found = _figures(kg, sex, age)
    said = listed(tuple(f"{each.band.in_words}{each.named} in the figures from {each.where}" for each in found))
    middles = tuple(dict.fromkeys(f"{_kg(each.middle)} kg" for each in found))
    apart = ": the two sets do not agree" if len(middles) > 1 else ""
    return (
        f"**If 100 {sex} aged {age} stand in line from weakest to strongest, your {_kg(kg)} kg is {said}.** "
        f"The person in the middle has {listed(middles)}{apart}."
    )


def _cut_off(kg: Fraction, sets: tuple[Sex, ...], under: tuple[Sex, ...]) -> str:
    said = listed(tuple(f"{'under' if sex in under else 'not under'} the {LOW_GRIP[sex]} kg for {sex}" for sex in sets))
    return f"Experts in Europe also set one line for adults of any age. **Your {_kg(kg)} kg is {said}.**"


class _Figure(NamedTuple):
    """What one set of figures says about a grip."""

    where: str
    band: Band
    named: str
    middle: Fraction


def _figures(kg: Fraction, sex: Sex, age: int) -> list[_Figure]:
    found = []
    if british := dodds(sex, age):
        found.append(_Figure(BRITAIN, band(kg, british), "", british[MEDIAN]))
    world = tomkinson(sex, age)
    fifths = {each: world[each] for each in FIFTHS}
    return [*found, _Figure(WORLD, band(kg, fifths), f" (“{fifth(kg, world)}”)", world[MEDIAN])]


def _table(kg: Fraction, sex: Sex, age: int) -> Table:
    return Table(
        f"Where {_kg(kg)} kg falls among {sex} aged {age}",
        ("Figures from", "Place of 100", "That band, kg", "Middle, kg"),
        tuple(
            (each.where, f"{each.band.places}{each.named}", each.band.kg, _kg(each.middle))
            for each in _figures(kg, sex, age)
        ),
    )


def _chart(kg: Fraction, sets: tuple[Sex, ...], age: int) -> RangeChart:
    most = {
        f"{sex.capitalize()}, {where}": (nearest(centiles[10]), nearest(centiles[90]))
        for sex in sets
        for where, centiles in ((BRITAIN, dodds(sex, age)), (WORLD, tomkinson(sex, age)))
        if centiles
    }
    return RangeChart(
        takeaway=f"Where 80 of 100 people aged {age} are, and you",
        alt=f"You: {_kg(kg)} kg. "
        + " ".join(f"{name}: 80 of 100 are at {low} to {high} kg." for name, (low, high) in most.items()),
        unit="kg",
        ranges=tuple(Range(name, *ends, *ends) for name, ends in most.items()),
        table=Table(
            f"Where 80 of 100 people aged {age} are",
            ("Figures", "kg"),
            tuple((name, f"{low} to {high}") for name, (low, high) in most.items()),
        ),
        own=nearest(kg),
        own_label=f"You: {_kg(kg)} kg",
    )


def _working(kg: Fraction, sets: tuple[Sex, ...], age: int) -> tuple[str, ...]:
    lines = [f"Your grip, rounded to a tenth of a kg, halves up: {_kg(kg)} kg."]
    for sex in sets:
        british = dodds(sex, age)
        if british:
            values = ", ".join(f"place {each} {_kg(value)}" for each, value in british.items())
            lines.append(f"{BRITAIN}, {sex} aged {age}, on a straight line between the ages in the table: {values} kg.")
        else:
            lines.append(f"{BRITAIN}: the table ends at 90, so there is no comparison.")
        values = ", ".join(f"place {each} {_kg(value)}" for each, value in tomkinson(sex, age).items())
        lines.append(f"{WORLD}, {sex}, band of 5 years (100 and over is one): {values} kg.")
    return tuple(lines)


_TWO_QUESTIONS = Listing(
    "Two different questions",
    (
        "**How do you compare with others of your age?** The bands answer that. Some people are always in the lowest band.",
        (
            "**Is grip so low, at any age, that a check could help?** The line of 27 kg for men and 16 kg for women asks that. "
            "It is the same at 30 and at 90."
        ),
        "So you can be like most people of your age and still be under the line.",
    ),
)
