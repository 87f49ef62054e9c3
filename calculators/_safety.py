"""Safety questions and answers that several calculators share.

The signs are for action, not diagnosis: no single red flag has strong diagnostic evidence (finucane2020). The
question about crashes follows the guideline for ME/CFS, which rules out fixed increases in activity (niceng206).
"""

from __future__ import annotations

from typing import Any

from calculators.kit.declare import safety
from calculators.kit.result import CareCard, Result, Step, Urgency

ASK = Step("Ask a GP, nurse or physiotherapist if you are not sure what is right for you.")

# The same words as in docs/help-now.yml, which the browser cannot read; a test holds the two together.
EMERGENCY_SIGNS = CareCard(
    Urgency.EMERGENCY,
    "Call 999 or go to A&E now if",
    (
        "you have chest pain or pressure, a new uneven heartbeat, you fainted, or you find it hard to breathe",
        "you cannot pass urine, or cannot hold your urine or stools",
        "the skin around your genitals or back passage feels numb",
        "both your legs, or one arm or leg, have become weak",
        "you have a sudden, very bad headache",
    ),
)
URGENT_SIGNS = CareCard(
    Urgency.URGENT,
    "Call 111 or ask your GP for an urgent appointment if",
    (
        "your pain began after a fall, a crash or another injury",
        "you have a high temperature, or feel ill as well",
        "you are losing weight and do not know why, or sweat a lot at night",
        "pain wakes you at night and is getting worse",
        "you have or had cancer, and the pain is new",
        "a joint or a calf is hot and swollen",
    ),
)

# No new effort on the day of one.
NEW_MEDICINE = "A new or changed heart medicine today"
# For calculators that may lead to more effort than a reader is used to (riebe2015).
NEW_EFFORT = (
    "You are new to exercise, have heart, kidney or metabolic disease (such as diabetes), and have not asked yet"
)


def stop_signs(*also: str) -> Any:
    """Ask about the signs that call for a check before any plan, and those that matter to one calculator."""
    return safety(
        "Do any of these apply to you now?",
        missing="Select yes if any of these apply to you now",
        items=(
            "Chest pain or pressure, fainting, a new uneven heartbeat, or far more breathless than usual",
            "New weakness, numbness between the legs, or trouble with bladder or bowels",
            "A bad fall or injury, a fever, or feeling very unwell",
            "Losing weight without trying, night sweats, or past cancer with new pain that does not ease",
            "A hot, swollen joint or calf, or a sudden very bad headache",
            *also,
        ),
    )


def crashes() -> Any:
    """Ask about post-exertional malaise, before any plan that grows by a fixed step."""
    return safety(
        "After small effort, do any of these happen to you?",
        missing="Select yes if small effort makes you crash later",
        items=(
            "A crash that often comes hours, or a day or more, after the effort",
            "A crash that lasts more than a day, or is far bigger than the effort explains",
            "You have ME/CFS, or long Covid with crashes like these",
        ),
    )


def get_checked() -> Result:
    """Send a reader with a warning sign, or unsure of one, to the right help."""
    return Result(
        refers=True,
        title="Get checked first",
        lead=(
            (
                "You said that a warning sign applies to you, or that you are not sure. "
                "**Hold off on a new plan until someone has checked it.**"
            ),
            "It may turn out to be nothing serious. Asking is the right thing to do.",
        ),
        body=(
            EMERGENCY_SIGNS,
            URGENT_SIGNS,
            CareCard(
                Urgency.ASK,
                "Otherwise, ask a GP, nurse or pharmacist",
                (
                    "Tell them which sign you have, and when it began",
                    "A new heart medicine, a new kind of pain, or a health condition and new exercise: ask before you start",
                    "Ask: “What is safe for me to do for now?”",
                ),
            ),
        ),
        cautions=(
            (
                "These signs are for action. They cannot tell you what is wrong, and no single one of them is proof of "
                "a serious illness."
            ),
        ),
        next_steps=(
            Step("Do less until then: keep to what feels easy. Resting is allowed."),
            ASK,
        ),
    )


def no_fixed_steps() -> Result:
    """Explain to a reader who crashes after effort why there is no plan with fixed steps for them, and what there is."""
    return Result(
        refers=True,
        title="A plan with fixed steps is not right for you now",
        lead=(
            (
                "You said that small effort makes you crash later, or that you are not sure. "
                "**For people who crash, a plan that adds a bit each week can do harm.**"
            ),
            "So we do not give you one. That is not a verdict on you, and it does not mean that nothing can help.",
        ),
        body=(
            CareCard(
                Urgency.ASK,
                "Ask your GP about",
                (
                    "Whether this pattern could be post-exertional malaise: a crash after effort",
                    "A referral to a team that knows ME/CFS or long Covid",
                    "A plan made for you that starts below what you can do now and can change day by day",
                ),
            ),
        ),
        cautions=(
            (
                "This follows the UK guideline on ME/CFS (NICE, 2021). It says not to offer fixed increases in activity, "
                "and to start any activity plan below your limit, with a specialist team."
            ),
            "We treat long Covid with the same pattern alike. That step is our own choice, made to be careful.",
        ),
        next_steps=(
            Step("Do less than you could. Stop well before you feel you have to, and rest early."),
            Step("Write down what you did and when each crash came. It helps the person you ask."),
            ASK,
        ),
    )
