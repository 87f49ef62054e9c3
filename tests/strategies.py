"""Readers for property tests, made from a calculator's own questions: answers as they would be typed."""

from typing import Any

from hypothesis import strategies as st

import calculators
from calculators.kit.declare import Calculator, Gate, Inputs, questions
from calculators.kit.faults import BadAnswer
from calculators.kit.questions import Choice, Date, Question, Safety, Text, Whole
from calculators.kit.read import read
from calculators.kit.result import Result

type Typed = dict[str, str]

NOT_CLEAR = ("yes", "unsure")
# What breaks markup, notes or the order letters are shown in, among plain letters.
WORDS = "abc é日🚶<>&\"'`*_/\\{}\n\t\0\u200d\u202e\u0301"


@st.composite
def typed(draw: st.DrawFn, inputs: type[Inputs], gate: str | None = None) -> Typed:
    """Answers that the form accepts, each optional one sometimes left empty.

    Args:
        draw: Given by Hypothesis.
        inputs: The form.
        gate: The answer to every safety question; any where it is left out.
    """
    answers: Typed = {}
    for name, question in questions(inputs).items():
        if question.optional and draw(st.booleans()):
            continue
        answers |= draw(_one(name, question, gate))
    return answers


def _one(name: str, question: Question, gate: str | None) -> st.SearchStrategy[Typed]:
    match question:
        case Safety() if gate is not None:
            texts: st.SearchStrategy[str] = st.just(gate)
        case Choice():
            texts = st.sampled_from([option.value for option in question.options])
        case Whole():
            texts = st.integers(question.low, question.high).map(str)
        case Text():
            texts = st.text(WORDS, max_size=question.limit)
        case Date():
            days = st.dates(question.low, question.high)
            return days.map(
                lambda day: {part: str(getattr(day, part.rpartition("-")[2])) for part in question.parts(name)}
            )
        case _:
            raise TypeError(f"no readers answer a {type(question).__name__}")
    return texts.map(lambda text: {name: text})


def result(calculator: Calculator[Any], answers: Typed) -> Result | None:
    """What the calculator says, or None where two answers do not fit together."""
    try:
        made: Result = calculator.work_out(read(calculator.inputs, answers).inputs)
    except BadAnswer:
        return None
    return made


def safety_questions() -> list[tuple[str, str]]:
    """Every safety question of every calculator: slug and field."""
    return [
        (slug, name)
        for slug in calculators.slugs()
        for name, question in questions(calculators.find(slug).inputs).items()
        if isinstance(question, Safety)
    ]


def clear(inputs: type[Inputs]) -> Typed:
    """A plain no to each safety question of a form."""
    return {name: Gate.NO.value for name, question in questions(inputs).items() if isinstance(question, Safety)}
