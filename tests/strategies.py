"""Readers for property tests, made from a calculator's own questions: answers as they would be typed."""

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

import calculators
from calculators.kit.declare import Calculator, Gate, Inputs, questions
from calculators.kit.faults import BadAnswer
from calculators.kit.parse import blank
from calculators.kit.questions import Checklist, Choice, Date, Log, Measure, Question, Rows, Safety, Text, Whole
from calculators.kit.read import read
from calculators.kit.result import Result
from calculators.kit.words import decimal

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
        case Measure():
            hundredths = st.integers(question.low * 100, question.high * 100)
            texts = hundredths.map(lambda number: decimal(Fraction(number, 100), 2))
        case Text():
            texts = st.text(WORDS, max_size=question.limit).filter(lambda text: question.optional or not blank(text))
        case Checklist():
            return st.fixed_dictionaries({part: st.sampled_from(("", "yes")) for part in question.parts(name)})
        case Date():
            days = st.dates(question.low, question.high)
            return days.map(
                lambda day: {part: str(getattr(day, part.rpartition("-")[2])) for part in question.parts(name)}
            )
        case Rows():
            return st.integers(max(1, question.low), question.high).flatmap(
                lambda filled: _rows(name, question, filled)
            )
        case Log():
            texts = st.lists(log_line(question), min_size=1, max_size=8).map("\n".join)
        case _:
            raise TypeError(f"no readers answer a {type(question).__name__}")
    return texts.map(lambda text: {name: text})


def _rows(name: str, question: Rows, filled: int) -> st.SearchStrategy[Typed]:
    parts = question.parts(name)[: filled * len(question.columns)]
    cells = [_one(part, question.columns[part.rpartition("-")[2]], None) for part in parts]
    return st.tuples(*cells).map(lambda typed: {part: text for cell in typed for part, text in cell.items()})


def log_line(question: Log) -> st.SearchStrategy[str]:
    """One line of a log: a date, and numbers with one decimal at most, some left empty."""
    tenths = st.integers(question.low * 10, question.high * 10)
    numbers = tenths.map(lambda number: decimal(Fraction(number, 10), 1)) | st.just("")
    days = st.dates(date(2026, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    return st.tuples(days, *(numbers for _ in question.columns)).map(",".join)


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
