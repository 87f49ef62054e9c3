"""Weekly plan: what a week holds beside general health advice, and the same week laid out day by day.

A vigorous minute counts as 2 moderate ones (bull2020). Days are spread evenly; strength days stand apart where the
week allows it, which is custom and not a finding. A part below the advice is a part of the way, never a failure.

Sources: bull2020 (150 to 300 minutes, 2 days of strength, 3 of balance from 65); garber2011 (2 days of stretching, 60
seconds to a stretch); goh2019 (mixed programmes ranked lowest in knee and hip osteoarthritis).
"""

from __future__ import annotations

from enum import StrEnum

from calculators._growth import split
from calculators._safety import ASK, NEW_EFFORT, NEW_MEDICINE, crashes, get_checked, no_fixed_steps, stop_signs
from calculators._week import DAYS, moving_days, spread
from calculators.kit.declare import Gate, Inputs, calculator, checklist, choice, whole
from calculators.kit.result import KeyFigure, Listing, Result, Step, Table
from calculators.kit.words import count, listed

VIGOROUS = 2  # moderate minutes to a vigorous one
AEROBIC_LOW, AEROBIC_HIGH = 150, 300  # moderate minutes a week
STRENGTH, MOBILITY, BALANCE = 2, 2, 3  # days a week
LONGEST_SESSION = 240  # minutes the build-up planner takes


class Age(StrEnum):
    """Whether the advice on balance is for this reader."""

    UNDER = "under"
    OVER = "over"


class Tool(StrEnum):
    """What there is for strength, besides one's own body."""

    BAND = "band"
    WEIGHT = "weight"


class Contact(StrEnum):
    """One contact with someone in the week."""

    NONE = "none"
    CALL = "call"
    TOGETHER = "together"
    GROUP = "group"


class Week(Inputs):
    """What the reader is asked."""

    signs: Gate = stop_signs(NEW_EFFORT, NEW_MEDICINE)
    crash: Gate = crashes()
    moderate: int = whole(
        "How many minutes a week of moving at a pace where you can talk?",
        noun="Minutes at a talking pace",
        missing="Enter how many minutes a week you move at a talking pace. 0 is fine",
        unit="minutes",
        low=0,
        high=1000,
        like=60,
        hint="What you do now or would like to do. All short spells added up. 0 is fine",
    )
    vigorous: int = whole(
        "How many minutes a week of moving so hard that you can only say a few words?",
        noun="Harder minutes",
        unit="minutes",
        low=0,
        high=1000,
        like=20,
        default=0,
        hint="Leave it empty if there are none",
    )
    strength: int = whole(
        "On how many days a week do you do something for strength?",
        noun="Strength days",
        unit="days",
        low=0,
        high=7,
        like=1,
        default=0,
        hint="Rising from a chair a few times counts. Leave it empty if there are none",
    )
    days: int = whole(
        "On how many days a week would you like to share out your minutes?",
        noun="Days to move",
        unit="days",
        low=1,
        high=7,
        like=4,
        default=4,
        hint="More days make shorter spells",
        setting=True,
    )
    mobility: int = whole(
        "On how many days do you stretch or practise easy, steady movement?",
        noun="Stretching days",
        unit="days",
        low=0,
        high=7,
        like=2,
        default=0,
        hint="Such as stretching, yoga, tai chi or Pilates",
        setting=True,
    )
    age: Age | None = choice(
        "Are you 65 or older?",
        {Age.UNDER: "No", Age.OVER: "Yes"},
        hint="If so, there is advice on balance too",
        setting=True,
    )
    balance: int = whole(
        "On how many days do you practise balance?",
        noun="Balance days",
        unit="days",
        low=0,
        high=7,
        like=3,
        default=0,
        hint="Such as standing on 1 leg by a worktop, tai chi or dancing",
        setting=True,
    )
    tools: frozenset[Tool] = checklist(
        "What do you have for strength?",
        {Tool.BAND: "A stretchy band", Tool.WEIGHT: "Something to hold, such as a bottle of water or a weight"},
        hint="Your own body is enough",
        setting=True,
    )
    contact: Contact | None = choice(
        "Would you like one contact with someone in the week?",
        {
            Contact.NONE: "Not this week",
            Contact.CALL: "A call or a message",
            Contact.TOGETHER: "Moving together with someone",
            Contact.GROUP: "A group or a class",
        },
        setting=True,
    )


@calculator(
    Week,
    title="Weekly plan",
    version="1.0",
    references=("bull2020", "garber2011", "goh2019", "niceng206", "riebe2015"),
    example={"signs": "no", "crash": "no", "moderate": "60", "vigorous": "20", "strength": "2", "contact": "together"},
    example_note="Someone who walks for 60 minutes a week, swims hard for 20, and does strength work on 2 days.",
)
def weekly_plan(answers: Week) -> Result:
    """Set each part of the week beside general health advice, and lay the week out in days."""
    if not answers.signs.clear:
        return get_checked()
    if not answers.crash.clear:
        return no_fixed_steps()
    minutes = equivalent(answers.moderate, answers.vigorous)
    return Result(
        title="Your week: any amount counts",
        lead=_lead(answers, minutes),
        body=(
            _figure(minutes),
            _parts(answers, minutes),
            Table("Your week, laid out. Swap any days you like", ("Day", "What to do"), outline(answers)),
            _ideas(answers),
            _OTHER,
        ),
        working=_working(answers, minutes),
        cautions=(
            (
                "The amounts are advice for general health (WHO, 2020, and the US college of sports medicine, 2011). They "
                "are not a dose for pain. Some is better than none."
            ),
            (
                "**You need not do every part.** In knee and hip osteoarthritis, programmes that mixed several kinds ranked "
                "lowest when trials were compared. One thing that you like is a fair plan."
            ),
            "Keeping strength days apart is custom. We found no trial of it in people with long-lasting pain.",
        ),
        next_steps=(
            Step("Do less: halve it, or choose one part and leave the rest. It still counts."),
            *_build_up(answers),
            Step("Find an effort that suits you with the talk test.", page="calculators/talk-test"),
            ASK,
        ),
        sheet=Table("", ("Day", "What to do", "What I did"), tuple((*row, "") for row in outline(answers))),
    )


def equivalent(moderate: int, vigorous: int) -> int:
    """Moderate minutes that a week's moderate and vigorous minutes count as."""
    return moderate + VIGOROUS * vigorous


def outline(answers: Week) -> tuple[tuple[str, str], ...]:
    """What each day holds, in words."""
    held: dict[int, list[str]] = {place: [] for place in range(len(DAYS))}
    strong = spread(answers.strength)
    moving = moving_days(answers.days, strong)
    shared = zip(split(answers.moderate, answers.days), split(answers.vigorous, answers.days), strict=True)
    for place, (moderate, vigorous) in zip(moving, shared, strict=True):
        spells = ((moderate, "at a talking pace"), (vigorous, "harder"))
        if words := [f"{count(minutes, 'minute')} {how}" for minutes, how in spells if minutes]:
            held[place].append(f"move: {listed(tuple(words))}")
    for places, words_ in (
        (strong, "strength"),
        (_after(spread(answers.mobility)), "stretching or steady movement"),
        (spread(answers.balance), "balance"),
        (_contact_day(answers, moving), _CONTACT[answers.contact or Contact.NONE]),
    ):
        for place in places:
            held[place].append(words_)
    return tuple(
        (day, "; ".join(held[place]).capitalize() if held[place] else "Rest day: do as you like")
        for place, day in enumerate(DAYS)
    )


def _after(places: tuple[int, ...]) -> tuple[int, ...]:
    """The same places a day later, so that stretching does not all fall on strength days."""
    return tuple(sorted((place + 1) % len(DAYS) for place in places))


_CONTACT = {
    Contact.NONE: "",
    Contact.CALL: "a call or a message to someone",
    Contact.TOGETHER: "time with someone, if you both like",
    Contact.GROUP: "a group or a class",
}


def _contact_day(answers: Week, moving: tuple[int, ...]) -> tuple[int, ...]:
    if answers.contact in {None, Contact.NONE}:
        return ()
    return moving[:1] if answers.contact is Contact.TOGETHER else (2,)


def _lead(answers: Week, minutes: int) -> tuple[str, ...]:
    if not minutes and not (answers.strength or answers.mobility or answers.balance):
        return (
            "**Nothing yet is a place to start from.** You could add 1 minute of anything on 1 day.",
            "There is no amount that you have to reach.",
        )
    return (
        f"**Your week counts as {count(minutes, 'minute')} of moving{_and_days(answers)}.** All of it counts.",
        "Below is one way to share it out. It is an outline, not a test. Rest days are part of it.",
    )


def _and_days(answers: Week) -> str:
    return f", and {count(answers.strength, 'day')} of strength" if answers.strength else ""


def _figure(minutes: int) -> KeyFigure:
    doubt = f"of the {AEROBIC_LOW} to {AEROBIC_HIGH} that general health advice names. "
    if minutes < AEROBIC_LOW:
        doubt += "It is not a line to pass: benefit starts well below it."
    else:
        doubt += "You need not add more."
    return KeyFigure("Your moving minutes", count(minutes, "minute"), doubt)


def _parts(answers: Week, minutes: int) -> Table:
    share = (minutes * 200 + AEROBIC_LOW) // (2 * AEROBIC_LOW)
    sums = f" ({answers.moderate} + {VIGOROUS} × {answers.vigorous})" if answers.vigorous else ""
    advice = [
        (
            "Moving",
            count(minutes, "minute") + sums,
            f"{AEROBIC_LOW} to {AEROBIC_HIGH} minutes",
            _status(minutes, AEROBIC_LOW, f"{share}% of {AEROBIC_LOW}"),
        ),
        _days_row("Strength", answers.strength, STRENGTH),
        _days_row("Stretching or steady movement", answers.mobility, MOBILITY),
    ]
    if answers.age is Age.OVER:
        advice.append(_days_row("Balance", answers.balance, BALANCE))
    return Table("Each part on its own", ("Part", "Your week", "General health advice", "Where that is"), tuple(advice))


def _days_row(part: str, days: int, advice: int) -> tuple[str, str, str, str]:
    return (part, count(days, "day"), f"{advice} days or more", _status(days, advice, f"{days} of {advice} days"))


def _status(done: int, advice: int, part: str) -> str:
    if done >= advice:
        return "All of it"
    return f"{part}. It counts" if done else "None yet. Any amount counts"


_MOVES = (
    (
        "Squat",
        "Rise from a chair and sit down",
        "The same, standing on the band and holding its ends",
        "The same, holding it",
    ),
    (
        "Hinge",
        "Push your hips back, hands on thighs, then stand tall",
        "The same, standing on the band",
        "The same, holding it close",
    ),
    (
        "Push",
        "Push away from a wall or a worktop",
        "Band behind your back, push both hands forward",
        "Lift it from your shoulder, seated",
    ),
    (
        "Pull",
        "Pull a towel apart in front of you",
        "Hold it in front, draw your elbows back",
        "Lean a hand on a table, draw it up to your side",
    ),
)


def _ideas(answers: Week) -> Table:
    tools = [place for place, tool in enumerate(Tool) if tool in answers.tools]
    heads = ("With a band", "With something to hold")
    return Table(
        "Ideas for a strength day: choose 1 or more, a few of each",
        ("Movement", "With your own body", *(heads[place] for place in tools)),
        tuple((move, body, *(rest[place] for place in tools)) for move, body, *rest in _MOVES),
        folded=not answers.strength,
    )


_OTHER = Listing(
    "Good to know",
    (
        "**Seated counts.** So do gardening, dancing, housework and play.",
        "**Split a spell** into shorter ones if that is easier.",
        "**For stretching,** about 60 seconds for each stretch in all, in short holds.",
        "**Miss a day?** Leave it. There is nothing to catch up on.",
    ),
)


def _build_up(answers: Week) -> tuple[Step, ...]:
    minutes = answers.moderate // answers.days
    if not 1 <= minutes <= LONGEST_SESSION:
        return ()
    return (
        Step(
            "Plan to build up, if you would like more. Your minutes and days go along.",
            page="calculators/build-up-planner",
            answers={"minutes": str(minutes), "days": str(answers.days)},
        ),
    )


def _working(answers: Week, minutes: int) -> tuple[str, ...]:
    return (
        (
            f"A harder minute counts as {VIGOROUS}: {answers.moderate} + {VIGOROUS} × {answers.vigorous} = "
            f"{count(minutes, 'minute')}. We round its share of {AEROBIC_LOW} to the nearest per cent, halves up."
        ),
        (
            f"We share your minutes over {count(answers.days, 'day')}, and put them away from strength days where that goes. "
            "Sunday comes last. The order of the days is our own choice."
        ),
        "Strength days are never side by side with up to 4 of them. With 5 or more there is no other way.",
    )
