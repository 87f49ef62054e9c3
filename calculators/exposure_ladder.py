"""Step ladder: the reader's own feared steps in order, and what one tried step suggests.

Steps are sorted by the harm the reader expects, 0 to 100. A tried step is judged by whether that harm came and by how
far the belief in it fell; pain is written down and decides nothing. The rule for going up is our own choice.

Sources: leeuw2008 (step-by-step exposure against graded activity, back pain); lopez2016 (review of both).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from calculators._ladder import LOW_BELIEF, TRIES, Happened, Rung, Verdict, in_order, midway, verdict
from calculators._safety import ASK, NEW_EFFORT, crashes, get_checked, no_fixed_steps, stop_signs
from calculators.kit.declare import Gate, Inputs, calculator, choice, rating, rows, whole
from calculators.kit.faults import BadAnswer
from calculators.kit.questions import Text, Whole
from calculators.kit.result import Block, Listing, Result, Step, Table
from calculators.kit.words import count, listed

FEWEST, MOST = 3, 12  # steps on a ladder
SHEET_LINES = 4


class Ladder(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(
        NEW_EFFORT,
        "A broken bone, an operation, weak bones (osteoporosis) or very loose joints, and no one has said what is safe",
        "Panic or bad memories (PTSD) that these steps would bring back, and no one is helping you with them",
    )
    crash: Gate = crashes()
    steps: tuple[Rung, ...] = rows(
        "What have you been avoiding?",
        hint=f"Fill in {FEWEST} to {MOST} steps of your own, in any order. Only you choose them",
        missing=f"Fill in at least {FEWEST} steps",
        row="Step",
        columns={
            "what": Text("What you would do", noun="What you would do", missing="Enter what you would do", limit=80),
            "harm": Whole(
                "How much harm you expect",
                noun="Harm you expect",
                missing="Enter how much harm you expect, from 0 to 100",
                unit="out of 100",
                low=0,
                high=100,
                like=40,
            ),
        },
        low=FEWEST,
        high=MOST,
    )
    tried: int | None = whole(
        "Which step of your ladder have you tried?",
        noun="The step you tried",
        unit="on the ladder",
        low=1,
        high=MOST,
        like=1,
        hint="Its number on the ladder. 1 is the lowest. Leave it all empty if you have not tried one yet",
        setting=True,
    )
    happened: Happened | None = choice(
        "Did the harm you feared come?",
        {
            Happened.NO: "No, and I did the step",
            Happened.PART: "I stopped part of the way, or did not start",
            Happened.YES: "Yes",
            Happened.UNSURE: "I am not sure",
        },
        hint="Such as an injury or a new sign. More pain is not always harm",
        setting=True,
    )
    tries: int | None = whole(
        "How many times have you done this step without that harm?",
        noun="Times",
        unit="times",
        low=1,
        high=100,
        like=2,
        setting=True,
    )
    before: int | None = whole(
        "Before the first try, how sure were you that harm would come?",
        noun="How sure you were before",
        unit="out of 100",
        low=0,
        high=100,
        like=80,
        hint="0 is not at all, 100 is certain",
        setting=True,
    )
    after: int | None = whole(
        "After the last try, how sure are you that harm would come?",
        noun="How sure you are now",
        unit="out of 100",
        low=0,
        high=100,
        like=35,
        hint="0 is not at all, 100 is certain",
        setting=True,
    )
    pain: int | None = rating(
        "How bad was your pain as you did it?",
        noun="Pain",
        unit="out of 10",
        low=0,
        high=10,
        like=4,
        ends=("no pain", "worst you can think of"),
        hint="Only a record. It decides nothing here",
        setting=True,
    )


@calculator(
    Ladder,
    title="Step ladder",
    version="1.0",
    references=("leeuw2008", "lopez2016", "niceng206", "finucane2020"),
    example={
        "signs": "no",
        "crash": "no",
        "steps-1-what": "Lift a light bag from the floor",
        "steps-1-harm": "60",
        "steps-2-what": "Lean on a table and bend a little",
        "steps-2-harm": "10",
        "steps-3-what": "Bend with one hand on a chair",
        "steps-3-harm": "35",
        "tried": "1",
        "happened": "no",
        "tries": "2",
        "before": "40",
        "after": "15",
        "pain": "4",
    },
    example_note="Someone with back pain who avoids bending, wrote 3 steps of their own, and has tried the lowest twice.",
    fold="Have you tried a step?",
)
def exposure_ladder(answers: Ladder) -> Result:
    """Put the reader's steps in order, and say what the tried one suggests."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return no_fixed_steps()
    found = verdict(answers.happened, answers.tries, answers.before, answers.after)
    if found is Verdict.STOP:
        return _stop()
    if answers.tried is not None and answers.tried > len(answers.steps):
        raise BadAnswer(
            f"You have {count(len(answers.steps), 'step')}, so the step you tried must be between 1 and "
            f"{len(answers.steps)}",
            field="tried",
        )
    if found is Verdict.UNTRIED and answers.tried is not None:
        found = Verdict.TELL_MORE
    return _ladder(answers, found)


def _stop() -> Result:
    return replace(
        get_checked(),
        title="Leave this step, and get checked",
        lead=(
            (
                "You said that the harm you feared came, or that you are not sure. "
                "**Leave the ladder for now, until someone has checked it.**"
            ),
            "It may turn out to be nothing serious. You have done nothing wrong by trying.",
        ),
    )


def _ladder(answers: Ladder, found: Verdict) -> Result:
    rungs = in_order(answers.steps)
    title, lead = _SAY[found](answers, rungs)
    return Result(
        title=title,
        lead=lead,
        body=(
            _table(rungs, answers.tried if found is Verdict.BETWEEN else None),
            *_widest(rungs),
            _HOW,
            Table(
                _SHEET, _SHEET_HEAD, tuple((str(line), *[""] * 5) for line in range(1, SHEET_LINES + 1)), folded=True
            ),
        ),
        working=(
            f"The {len(rungs)} steps are in order of the harm you expect. Equal ones stay in the order you wrote them.",
            (
                f"A step up is suggested when the harm did not come in {TRIES} tries or more, and how sure you are of it has "
                f"halved or come down to {LOW_BELIEF} or less. It must not have gone up."
            ),
            "Pain is not part of the rule.",
        ),
        cautions=(
            f"**The rule is our own choice.** No trial sets {TRIES} tries, a half, or {LOW_BELIEF} out of 100.",
            ("Such steps were studied with clinicians at hand. We found no trial of doing it on your own."),
            (
                "In a trial of 85 fearful people with back pain, such steps eased worry about harm more than a plan of set "
                "amounts did. They were not better for pain or for what people could do."
            ),
        ),
        next_steps=(
            Step("Do less: repeat a step, go down one, or leave the ladder for today."),
            Step("Ask a physiotherapist or psychologist who knows long-lasting pain to go through it with you."),
            Step("If a flare comes, make a flare plan.", page="calculators/flare-plan"),
            ASK,
        ),
        sheet=_sheet(answers, rungs),
    )


def _numbered(rungs: tuple[Rung, ...]) -> enumerate[Rung]:
    return enumerate(rungs, start=1)


_HEAD = ("Step", "What you would do", "Harm you expect, 0 to 100")
_SHEET = "A sheet to fill in each time you try a step"
_SHEET_HEAD = (
    "Try",
    "The harm I fear",
    "How sure, before (0 to 100)",
    "What happened",
    "How sure, after (0 to 100)",
    "Pain (0 to 10), a record only",
)
_HOW = Listing(
    "How to use it",
    (
        "**Before:** write the harm you fear, and how sure you are that it will come.",
        "**Do the step,** at your pace. You can stop at any point.",
        "**After:** write what happened, and how sure you are now.",
        "**Go by what happened, not by pain.** A pain score is only a record.",
        "**Repeat a step as often as you like.** There is no date to be done by.",
    ),
    ordered=True,
)


def _table(rungs: tuple[Rung, ...], before: int | None) -> Table:
    """The ladder, with a blank step before that place where one is suggested."""
    lines = [(str(place), what, str(harm)) for place, (what, harm) in _numbered(rungs)]
    if before is not None:
        lines.insert(before - 1, ("New", "A step of your own", f"about {_new_step(rungs, before)}"))
    return Table("Your ladder, from the least harm expected to the most", _HEAD, tuple(lines))


def _new_step(rungs: tuple[Rung, ...], tried: int) -> int:
    return midway(rungs[tried - 2][1] if tried > 1 else 0, rungs[tried - 1][1])


def _widest(rungs: tuple[Rung, ...]) -> tuple[Block, ...]:
    """Where the widest gap is, the lowest of equal ones, if a step fits in it."""
    gaps = [(low, high) for (_, low), (_, high) in pairwise(rungs)]
    low, high = max(gaps, key=lambda gap: gap[1] - gap[0])
    if high - low < 2:
        return ()
    place = gaps.index((low, high)) + 1
    words = (
        f"From step {place} to step {place + 1}: {low} to {high}. If it feels too wide, you could add a step of about "
        f"{midway(low, high)}."
    )
    return (Listing("The widest gap", (words,)),)


def _sheet(answers: Ladder, rungs: tuple[Rung, ...]) -> Table:
    """The ladder with what was told of the tried step, and room for the other steps."""
    words = {Happened.NO: "The harm did not come", Happened.PART: "I stopped part of the way"}
    happened = words.get(answers.happened, "") if answers.happened else ""
    told = (answers.before, happened, answers.after, answers.pain)
    record = ("", *("" if value is None else str(value) for value in told))
    lines = (
        (str(place), what, str(harm), *(record if place == answers.tried else [""] * len(record)))
        for place, (what, harm) in _numbered(rungs)
    )
    return Table("", (*_HEAD, *_SHEET_HEAD[1:]), tuple(lines))


_YOURS = "Only you choose the steps and the pace. You can stop, repeat or go back at any time."


def _untried(_: Ladder, rungs: tuple[Rung, ...]) -> tuple[str, tuple[str, ...]]:
    what, harm = rungs[0]
    return f"Your ladder of {len(rungs)} steps", (
        f"**You could start with the lowest step: {what}.** You gave it {harm} out of 100.",
        _YOURS,
    )


def _tell_more(answers: Ladder, rungs: tuple[Rung, ...]) -> tuple[str, tuple[str, ...]]:
    left = {
        "if the harm came": answers.happened,
        "how many times you did it": answers.tries,
        "how sure you were before": answers.before,
        "how sure you are after": answers.after,
    }
    empty = tuple(what for what, value in left.items() if value is None)
    return f"Your ladder of {len(rungs)} steps", (
        f"**Here is your ladder.** To say more about the step you tried, we also need to know {listed(empty)}.",
        _YOURS,
    )


def _up(answers: Ladder, rungs: tuple[Rung, ...]) -> tuple[str, tuple[str, ...]]:
    why = (
        f"**The harm you feared did not come in {answers.tries} tries.** How sure you were of it was {answers.before} "
        f"out of 100, and is {answers.after} now."
    )
    if answers.tried == len(rungs):
        return "You are on the top step", (
            why,
            "There is no higher step on this ladder. You could repeat it, add a step of your own, or leave it there.",
        )
    to = "the next step up"
    if answers.tried is not None:
        what, harm = rungs[answers.tried]
        to = f"step {answers.tried + 1} next: {what} ({harm} out of 100)"
    return "You could go up a step", (why, f"You could try {to}. Or stay here for longer.", _YOURS)


def _repeat(answers: Ladder, _: tuple[Rung, ...]) -> tuple[str, tuple[str, ...]]:
    reasons = []
    if answers.tries is not None and answers.tries < TRIES:
        reasons.append(f"You have done it once. {TRIES} tries tell you more than 1.")
    if verdict(answers.happened, TRIES, answers.before, answers.after) is Verdict.REPEAT:
        reasons.append(
            f"How sure you were of harm was {answers.before} out of 100, and is {answers.after} now. It has not yet "
            f"halved or come down to {LOW_BELIEF}."
        )
    return "You could stay on this step for now", (
        "**The harm you feared did not come.** You could do the same step again before you go up.",
        *reasons,
        _YOURS,
    )


def _between(answers: Ladder, rungs: tuple[Rung, ...]) -> tuple[str, tuple[str, ...]]:
    of = "of your own, easier than the one you tried"
    if answers.tried is not None:
        below = f"step {answers.tried - 1}" if answers.tried > 1 else "nothing"
        of = f"of your own between {below} and step {answers.tried}, at about {_new_step(rungs, answers.tried)} out of 100"
    return "You could add an easier step", (
        f"**You could add a step {of}.** Stopping part of the way is allowed. The step was too big for now.",
        "It could be a shorter time, more support, or someone with you.",
        _YOURS,
    )


_SAY = {
    Verdict.UNTRIED: _untried,
    Verdict.TELL_MORE: _tell_more,
    Verdict.UP: _up,
    Verdict.REPEAT: _repeat,
    Verdict.BETWEEN: _between,
}
