"""Counting talk test: how far a reader counts on one breath while moving, against how far at rest.

The zone for moderate to hard effort is 40 to 50 % of a count at rest below 25, and 30 to 40 % of one from 25 on, so the
rule jumps at 25 (loose2012). An earlier study gave 30 to 55 % for all counts (norman2002): that is the doubt shown.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from calculators._safety import ASK, NEW_EFFORT, NEW_MEDICINE, crashes, get_checked, no_fixed_steps, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, safety, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.result import CareCard, KeyFigure, Range, RangeChart, Result, Step, Table, Urgency
from calculators.kit.words import decimal, span

# Per cent of the count at rest, below the jump and from it on (loose2012), and for any count (norman2002).
JUMP = 25
SHORT, LONG, EARLIER = (40, 50), (30, 40), (30, 55)
SHORTEST = 10  # counts at rest below this leave too few numbers to tell efforts apart (own choice)
CLOSE = 2  # counts this near the jump are told of its other side (own choice)


class CountingTalkTest(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT, NEW_MEDICINE)
    crash: Gate = crashes()
    breath: Gate = safety(
        "Could something change how far you count on one breath?",
        missing="Select yes if something could change how far you count",
        items=(
            "A lung or breathing problem, such as asthma or COPD",
            "A cold, a cough or a chest infection now",
            "Pain or dizziness with a deep breath",
            "A stammer, or another reason why counting aloud is hard",
        ),
    )
    resting: int = whole(
        "At rest, how far can you count on one breath?",
        noun="Count at rest",
        missing="Enter how far you can count at rest",
        unit="counts",
        low=1,
        high=80,
        like=20,
        hint="Take a deep breath and count aloud: “one-one-thousand, two-one-thousand”. Enter the last number",
    )
    moving: int | None = whole(
        "While you move, how far can you count on one breath?",
        noun="Count while you move",
        unit="counts",
        low=1,
        high=80,
        like=9,
        hint="Count the same way after a few minutes of moving. Leave it empty to see what to aim for",
    )


@calculator(
    CountingTalkTest,
    title="Counting talk test",
    version="1.0",
    references=("loose2012", "norman2002", "riebe2015", "niceng206"),
    example={"signs": "no", "crash": "no", "breath": "no", "resting": "24", "moving": "11"},
    example_note="Someone who counts to 24 at rest and to 11 while walking, with none of the things listed.",
)
def counting_talk_test(answers: CountingTalkTest) -> Result:
    """Say how hard the effort is by the count, with the rule's own doubt; or why counting does not suit."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return _no_target()
    if not answers.breath.clear:
        return _talk_instead()
    if answers.moving is not None and answers.moving > answers.resting:
        raise BadAnswer(
            f"Count while you move must be no more than {answers.resting}, your count at rest. Rest, then count both again",
            field="moving",
        )
    if answers.resting < SHORTEST:
        return _too_short(answers.resting)
    return _zone(answers.resting, answers.moving)


def percents(resting: int) -> tuple[int, int]:
    """The zone of moderate to hard effort for a count at rest, in per cent of that count."""
    return SHORT if resting < JUMP else LONG


def counts(resting: int, share: tuple[int, int]) -> tuple[int, int]:
    """The whole counts that lie within a share of the count at rest: its low end rounded up, its high end down.

    Args:
        resting: Count on one breath at rest; 10 or more, so that at least one whole count lies within.
        share: Low and high end in per cent.
    """
    low, high = share
    return -(-resting * low // 100), resting * high // 100


def effort(resting: int, moving: int, share: tuple[int, int]) -> str:
    """How hard the effort is, in words: a lower count is a harder effort."""
    low, high = counts(resting, share)
    if moving > high:
        return "light"
    return "moderate to hard" if moving >= low else "very hard"


_EFFORTS = {
    "light": (
        "Your effort: light",
        "**You count further than the zone, so this is light effort.** Light effort counts. You do not have to do more.",
    ),
    "moderate to hard": (
        "Your effort: moderate to hard",
        "**Your count is in the zone, so this is moderate to hard effort.** For the easier end, keep to the higher counts.",
    ),
    "very hard": (
        "Your effort: very hard, so ease off",
        "**You count less far than the zone, so this is very hard.** Slow down until you can count further.",
    ),
}
_PLAN = Step("Turn minutes at an easy effort into a weekly plan.", page="calculators/build-up-planner")
_TALK = Step("Use the talk test. It needs no counting.", page="calculators/talk-test")
_SLOW_DOWN = Step("Do less: slow down, stop sooner or rest in the middle. Stop if you feel dizzy.")


def _zone(resting: int, moving: int | None) -> Result:
    share = percents(resting)
    zone = span(*counts(resting, share))
    title, lead = f"Count to aim for: about {zone}", f"**At moderate to hard effort you would count to about {zone}.**"
    if moving is not None:
        title, lead = _EFFORTS[effort(resting, moving, share)]
    return Result(
        title=title,
        lead=(
            lead,
            "A lower count means a harder effort. The highest count in the zone is the easiest.",
            *_near_the_jump(resting, moving),
        ),
        body=(
            KeyFigure(
                "Moderate to hard effort, on one breath",
                f"count to about {zone}",
                f"An earlier study gave a wider range: {span(*counts(resting, EARLIER))}. Your count can differ from one "
                "try to the next.",
            ),
            Table(
                f"What your count means, if you reach {resting} at rest",
                ("Count while you move", "Effort"),
                _rows(resting, share),
            ),
            _chart(resting, moving),
        ),
        working=_working(resting, moving, share),
        cautions=(
            (
                "**The rule comes from 36 healthy young adults.** Nobody older or with a lung disease took part. We found no "
                "study in people with long-lasting pain."
            ),
            (
                f"The rule jumps at {JUMP}: one count more at rest and the zone drops. The rule was cut in two there. "
                "No body changes like that."
            ),
            "Moderate to hard was 40% to 85% of what the heart has in reserve. That is a wide range, up to hard exercise.",
            "If the count and how you feel do not agree, go by how you feel.",
        ),
        next_steps=(_SLOW_DOWN, _TALK, _PLAN, ASK),
    )


def _near_the_jump(resting: int, moving: int | None) -> tuple[str, ...]:
    if not JUMP - CLOSE <= resting < JUMP + CLOSE:
        return ()
    share, side = (LONG, f"{JUMP} and over") if resting < JUMP else (SHORT, f"under {JUMP}")
    told = f"Your count at rest is close to {JUMP}, where the rule jumps. By the rule for {side}, your zone would be "
    told += span(*counts(resting, share))
    if moving is None:
        return (f"{told}.",)
    same = effort(resting, moving, share) == effort(resting, moving, percents(resting))
    return (f"{told}, and this effort {'still ' if same else ''}{effort(resting, moving, share)}.",)


def _rows(resting: int, share: tuple[int, int]) -> tuple[tuple[str, str], ...]:
    low, high = counts(resting, share)
    return (
        (f"{high + 1} or more", "Light"),
        (span(low, high), "Moderate to hard; the higher count is easier"),
        (f"{low - 1} or less", "Very hard: ease off"),
    )


def _chart(resting: int, moving: int | None) -> RangeChart:
    counted = {f"{each} at rest": each for each in (JUMP - 1, JUMP)}
    counted = {f"You: {resting} at rest": resting} | {name: each for name, each in counted.items() if each != resting}
    ranges = tuple(Range(name, *counts(each, percents(each)), *counts(each, EARLIER)) for name, each in counted.items())
    return RangeChart(
        takeaway=f"The rule jumps at {JUMP}; the thin line is the wider range of an earlier study",
        alt="Counts for moderate to hard effort. "
        + " ".join(
            f"{each.label}: {span(each.low, each.high)}, by the earlier study {span(each.doubt_low, each.doubt_high)}."
            for each in ranges
        ),
        unit="count on one breath while you move",
        ranges=ranges,
        own=moving,
        own_label="You now",
        table=Table(
            "Count for moderate to hard effort",
            ("Count at rest", "This rule", "Earlier study"),
            tuple((each.label, span(each.low, each.high), span(each.doubt_low, each.doubt_high)) for each in ranges),
        ),
    )


def _working(resting: int, moving: int | None, share: tuple[int, int]) -> tuple[str, ...]:
    low, high = share
    side = f"under {JUMP}" if resting < JUMP else f"{JUMP} or more"
    exact = (decimal(Fraction(resting * percent, 100), 1) for percent in share)
    told = [
        f"Your count at rest is {resting}, which is {side}, so the zone is {low}% to {high}% of it: {' to '.join(exact)}.",
        "Only whole counts inside the zone belong to it: the low end goes up to the next whole count, the high end down.",
    ]
    if moving is not None:
        told.append(f"Your count while you move is {moving} of {resting}: about {_percent(moving, resting)}%.")
    return tuple(told)


def _percent(moving: int, resting: int) -> int:
    """The count while moving in per cent of that at rest, halves rounded up."""
    return (200 * moving + resting) // (2 * resting)


def _talk_instead() -> Result:
    return Result(
        refers=True,
        title="Use the talk test, not the count",
        lead=(
            (
                "You said that something could change how far you count, or that you are not sure. **Then a count could "
                "tell you to do too much or too little.**"
            ),
            "The talk test asks only if you can talk while you move. Aim to talk in sentences, but not to sing.",
        ),
        body=(
            CareCard(
                Urgency.ASK,
                "Ask a GP, nurse or physio",
                (
                    "What effort is right for you with your breathing",
                    "What to do if you get out of breath while you move",
                    "Ask soon if a breathing problem is new or getting worse",
                ),
            ),
        ),
        cautions=("The counting test was studied in healthy young adults. Nobody with a lung disease took part.",),
        next_steps=(_TALK, _SLOW_DOWN, ASK),
    )


def _too_short(resting: int) -> Result:
    return Result(
        refers=True,
        title="Use the talk test, not the count",
        lead=(
            (
                f"**You counted to {resting} at rest. Under {SHORTEST}, there are too few numbers to tell one effort from "
                "another.** That limit is our own choice."
            ),
            "You may have stopped early or counted slowly. You could rest and try once more.",
        ),
        body=(
            CareCard(
                Urgency.ASK,
                "Ask a GP or nurse",
                (
                    f"If you cannot count to {SHORTEST} on one breath on an ordinary day",
                    "If you get out of breath at rest, or more easily than before",
                ),
            ),
        ),
        cautions=("The counting test was studied in 36 healthy young adults. A short count is not a diagnosis.",),
        next_steps=(_TALK, _SLOW_DOWN, ASK),
    )


def _no_target() -> Result:
    return replace(
        no_fixed_steps(),
        title="A count to aim for is not right for you now",
        lead=(
            (
                "You said that small effort makes you crash later, or that you are not sure. **For people who crash, an "
                "effort to aim for may do harm.**"
            ),
            "So we do not give you one. That is not a verdict on you, and it does not mean that nothing can help.",
        ),
    )
