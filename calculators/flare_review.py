"""Flare review: what came before a flare, what research can say of it, and one small thing to try.

What comes before a flare need not have caused it, and there may be no cause to find. So this counts nothing up, names
no culprit and gives one change at a time. Which change to offer for which answer is our own choice.

Sources: costa2021risk (sleep, 126 people by diary); suri2018 (sitting, stress; 48 people); suri2012 (what people blame);
andrews2012 and nielson2013 (overdoing and pacing); costa2019 (what a flare is).
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from calculators._flare import LENGTHS, Length
from calculators._safety import ASK, crashes, get_checked, stop_signs
from calculators._week import days_a_week
from calculators.kit.declare import Gate, Inputs, calculator, checklist, choice, whole
from calculators.kit.result import Block, CareCard, Listing, Result, Step, Table, Urgency


class Trigger(StrEnum):
    """Something that came in the days before the flare."""

    SLEEP = "sleep"
    STRESS = "stress"
    ILLNESS = "illness"
    WORK = "work"
    NEW = "new"
    BIG = "big"
    STILL = "still"
    MEDICINE = "medicine"


class Pattern(StrEnum):
    """How activity went in the days before the flare."""

    BUSY = "busy"
    LESS = "less"
    SAME = "same"
    UNSURE = "unsure"


class Again(StrEnum):
    """Whether the same came before other flares."""

    YES = "yes"
    NO = "no"
    FIRST = "first"


class Known(NamedTuple):
    """A trigger in few words, what studies say of it, and what could be tried."""

    label: str
    evidence: str
    change: str


_NOT_STUDIED = "We found no study of this before flares"
KNOWN = {
    Trigger.SLEEP: Known(
        "Worse sleep",
        "In 126 people with back pain, a flare was more likely after poor sleep",
        "A fixed time to get up, and a calmer last half hour",
    ),
    Trigger.STRESS: Known(
        "Stress, worry or low mood",
        "In 48 people with new back pain, flares went with stress or low mood",
        "One thing put off, or shared with someone",
    ),
    Trigger.ILLNESS: Known("An illness", _NOT_STUDIED, "More rest until you are well, then start low"),
    Trigger.WORK: Known("More work, caring or travel", _NOT_STUDIED, "One task split in two, or asked help with"),
    Trigger.NEW: Known(
        "Something new",
        "People often blame lifting, bending and other activity. A small study found no clear link",
        "The same new thing, in half the amount",
    ),
    Trigger.BIG: Known(
        "A big day",
        "In a review of 41 studies, overdoing it went with feeling worse. It cannot tell which came first",
        "The same day spread over 2, with rests put in before you need them",
    ),
    Trigger.STILL: Known(
        "Sitting or lying for long",
        "In 48 people with new back pain, flares went with sitting for more than 6 hours",
        "A short stand or stretch at times that suit you",
    ),
    Trigger.MEDICINE: Known(
        "A change of medicine", _NOT_STUDIED, "Tell your GP or pharmacist. Do not change it on your own"
    ),
}


class Review(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs("Pain that is clearly different from your usual pain")
    crash: Gate = crashes()
    before: frozenset[Trigger] = checklist(
        "What was there in the 3 days before?",
        {
            Trigger.SLEEP: "Worse sleep than usual",
            Trigger.STRESS: "More stress, worry or low mood",
            Trigger.ILLNESS: "A cold or another illness",
            Trigger.WORK: "More work, caring or travel",
            Trigger.NEW: "A new activity, or a new way to do one",
            Trigger.BIG: "A big day, with much more activity than usual",
            Trigger.STILL: "Long spells of sitting or lying",
            Trigger.MEDICINE: "A change of medicine, or missed doses",
        },
        hint="Tick all that fit. Tick none if nothing stands out",
    )
    pattern: Pattern = choice(
        "How active were you in the days before?",
        {
            Pattern.BUSY: "A busy spell or a good day, and then I had to stop",
            Pattern.LESS: "Less than usual",
            Pattern.SAME: "About the same as usual",
            Pattern.UNSURE: "I am not sure",
        },
        missing="Select how active you were in the days before",
    )
    again: Again = choice(
        "Has the same come before other flares?",
        {
            Again.YES: "Yes, more than once",
            Again.NO: "No",
            Again.FIRST: "I am not sure, or this is my first",
        },
        missing="Select if the same has come before other flares",
    )
    minutes: int | None = whole(
        "Before this flare, how many minutes did you do in one go?",
        noun="Minutes you usually do",
        unit="minutes",
        low=1,
        high=240,
        like=15,
        hint="Only if you would like to take it along to the flare plan",
        setting=True,
    )
    days: int | None = days_a_week(hint="Only to take along", missing="", setting=True)
    length: Length | None = choice(
        "How long has this flare lasted so far?",
        LENGTHS,
        hint="Only to take along",
        setting=True,
    )


@calculator(
    Review,
    title="What brings it on?",
    version="1.0",
    references=("costa2021risk", "suri2018", "suri2012", "andrews2012", "nielson2013", "niceng206", "finucane2020"),
    example={
        "signs": "no",
        "crash": "no",
        "before-sleep": "yes",
        "before-big": "yes",
        "pattern": "busy",
        "again": "yes",
        "minutes": "20",
        "days": "4",
        "length": "days",
    },
    example_note="Someone who slept badly and had a big day before the flare, and has seen that before.",
    fold="Take your numbers to a flare plan",
)
def flare_review(answers: Review) -> Result:
    """Say back what came before the flare, what is known of it, and what could be tried."""
    if not answers.signs.clear:
        return get_checked()
    return Result(
        title=_title(answers),
        lead=_lead(answers),
        body=(*_crash(answers), *_ticked(answers), *_pattern(answers), _again(answers)),
        working=(
            f"You ticked {len(answers.before)} of {len(Trigger)}. We do not add them up: more ticks do not make a cause surer.",
            (
                "Each line gives what the studies we found say, and 1 small thing to try. Which thing goes with which line is "
                "our own choice. So are the 3 days."
            ),
        ),
        cautions=(
            "**Before is not because.** A bad night may bring on a flare, and a flare on its way may spoil a night.",
            "These studies show links. Most were about back pain. None can name the cause of your flare.",
            "**Sometimes there is no cause to find.** That is not your fault, and it is no reason to look harder.",
        ),
        next_steps=_next(answers),
    )


def _busy(answers: Review) -> bool:
    return answers.pattern is Pattern.BUSY


def _title(answers: Review) -> str:
    if answers.before or _busy(answers):
        return "What came before this flare"
    return "Nothing stands out this time"


def _lead(answers: Review) -> tuple[str, ...]:
    fault = "Flares happen. This is not your fault."
    if not answers.before and not _busy(answers):
        return fault, (
            "**You found nothing that stands out. That is a full answer.** Sometimes there is no cause to find, and you need not "
            "change anything."
        )
    found = "1 thing" if len(answers.before) == 1 else f"{len(answers.before)} things"
    if not answers.before:
        return fault, "**A busy spell came before it.** That does not show that it was the cause."
    busy = ", and a busy spell" if _busy(answers) else ""
    return (
        fault,
        f"**You ticked {found}{busy}.** They came before the flare. That does not show that they caused it.",
        *(("If you would like to try something, choose 1 line and leave the rest.",) if answers.crash.clear else ()),
    )


def _crash(answers: Review) -> tuple[Block, ...]:
    if answers.crash.clear:
        return ()
    return (
        CareCard(
            Urgency.ASK,
            "Ask your GP about crashes after effort",
            (
                "You said that small effort makes you crash later, or that you are not sure",
                "Ask if it could be post-exertional malaise, as in ME/CFS or long Covid",
                "Until then, stay below what you can do. A plan that adds a bit each week can do harm",
            ),
        ),
    )


def _ticked(answers: Review) -> tuple[Block, ...]:
    """A line for each thing ticked. A reader who crashes gets no change to try: each could be too much for them."""
    known = [KNOWN[each] for each in Trigger if each in answers.before]
    if not known:
        return ()
    head = ("What came before", "What studies say", "One small thing to try")
    columns = len(head) if answers.crash.clear else len(head) - 1
    rows = tuple(line[:columns] for line in known)
    return (Table("What you ticked, one line each", head[:columns], rows),)


def _pattern(answers: Review) -> tuple[Block, ...]:
    if not answers.crash.clear:
        return ()
    if answers.pattern is Pattern.BUSY:
        return (
            Listing(
                "A busy spell, then a stop",
                (
                    "Some people know this well: a lot on a good day, then days of little.",
                    "You could do a little less on good days, and a little on the others.",
                    "You could stop by the clock, before you feel you have to.",
                    "We do not know if evening it out prevents flares.",
                ),
            ),
        )
    if answers.pattern is Pattern.LESS:
        return (
            Listing(
                "A quieter spell",
                (
                    "Resting more is a natural response to pain.",
                    "You could come back to your usual amount in small steps.",
                ),
            ),
        )
    return ()


def _again(answers: Review) -> Listing:
    said = {
        Again.YES: (
            "You have seen it more than once. That makes it worth a small test, and not yet a fact.",
            "You could tell your GP or physiotherapist what you have seen.",
        ),
        Again.NO: ("It did not come before your other flares. It may have been chance.",),
        Again.FIRST: ("One flare cannot show a pattern. You could note what came before, if the next one comes.",),
    }
    if not answers.before and not _busy(answers):
        return Listing("For another time", ("You could look again after another flare, or not at all. Both are fine.",))
    return Listing("Is it a pattern?", said[answers.again])


def _next(answers: Review) -> tuple[Step, ...]:
    if not answers.crash.clear:
        return Step("Do less than you could. Stop well before you feel you have to, and rest early."), ASK
    return Step("Do less for now, and change nothing else until the flare has eased."), _plan(answers), ASK


def _plan(answers: Review) -> Step:
    given = {"minutes": answers.minutes, "days": answers.days, "length": answers.length}
    along = {name: str(value) for name, value in given.items() if value is not None}
    words = " What you filled in goes along." if along else ""
    return Step(f"Make a flare plan for the days ahead.{words}", page="calculators/flare-plan", answers=along)
