"""A reader's untrusted text to checked answers, or one clear sentence for each answer that cannot be used.

Forgiving where the meaning is plain ("50 years", " 1,000 ", a pasted invisible mark), strict where it is not ("1,5",
other scripts' digits, "1_000", marks that change the order letters are shown in).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from calculators.kit.declare import Choice, Date, Inputs, Question, Text, Whole, questions
from calculators.kit.words import MONTHS, plain_date

DATE_PARTS = ("day", "month", "year")

# No honest answer is longer; a longer one is refused without being looked at closely.
_LONGEST = 500

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:[ ,]\d{3})+|\d+)(?:\.(\d*))?", re.ASCII)
_UNITS = {
    "minutes": r"minutes?|mins?\.?",
    "days": r"days?",
    "years": r"years?(?: old)?|yrs?\.?",
    "beats a minute": r"beats?(?: (?:a|per) minute)?|bpm",
    "%": r"%|per ?cent",
}


@dataclass(frozen=True)
class Problem:
    """One answer that cannot be used: the field's name and the sentence the reader sees."""

    field: str
    message: str


class BadAnswer(Exception):
    """Raised where one answer cannot be used, by the reader of a question or by a calculator comparing two."""

    def __init__(self, message: str, field: str = "") -> None:
        """Keep the sentence, and the field where it is not the one being read."""
        super().__init__(message)
        self.problem = Problem(field, message)


class BadAnswers(Exception):
    """Raised with every problem of a form at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in the order of the questions."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Answers[I: Inputs]:
    """Checked answers, and the names of those left empty, where a default was used."""

    inputs: I
    assumed: frozenset[str]


def read[I: Inputs](inputs: type[I], raw: Mapping[str, str]) -> Answers[I]:
    """Check a form's answers.

    Args:
        inputs: The questions.
        raw: Text by field name; a date stands under three names, `start-day`, `start-month`, `start-year`.
            Names the form does not have are ignored.

    Raises:
        BadAnswers: With one problem for each answer that cannot be used.
    """
    values: dict[str, Any] = {}
    assumed: set[str] = set()
    problems: list[Problem] = []
    for name, question in questions(inputs).items():
        texts = [_tidy(raw.get(key, "")) for key in parts(name, question)]
        try:
            if any(texts):
                values[name] = _value(question, texts)
            elif question.optional:
                values[name] = question.default
                assumed.add(name)
            else:
                raise BadAnswer(question.missing)
        except BadAnswer as bad:
            problems.append(Problem(name, bad.problem.message))
    if problems:
        raise BadAnswers(tuple(problems))
    return Answers(inputs(**values), frozenset(assumed))


def parts(name: str, question: Question) -> tuple[str, ...]:
    """The names a question's text stands under: its own, or three for a date."""
    if isinstance(question, Date):
        return tuple(f"{name}-{part}" for part in DATE_PARTS)
    return (name,)


def _tidy(text: str) -> str:
    return text[: _LONGEST + 1].translate(_INVISIBLE).strip()


def _value(question: Question, texts: list[str]) -> object:
    match question:
        case Whole():
            return _whole(question, texts[0])
        case Choice():
            return _choice(question, texts[0])
        case Date():
            return _date(question, *texts)
        case Text():
            return _text(question, texts[0])
        case _:
            raise TypeError(f"no way to read a {type(question).__name__}")


def _whole(question: Whole, text: str) -> int:
    bare = re.sub(
        rf"\s*(?:{_UNITS.get(question.unit, re.escape(question.unit))})$", "", text, flags=re.IGNORECASE
    ).replace("−", "-")
    found = _NUMBER.fullmatch(bare)
    if not found:
        raise BadAnswer(f"{question.noun} must be a number, like {question.like}")
    sign, digits, fraction = found.groups()
    if fraction and fraction.strip("0"):
        raise BadAnswer(f"{question.noun} must be a whole number, like {question.like}")
    digits = re.sub("[ ,]", "", digits).lstrip("0") or "0"
    # A number this long is out of any range; converting hundreds of digits would only cost time.
    value = int(sign + digits) if len(digits) < len(str(question.high)) + 2 else question.high + 1
    if not question.low <= value <= question.high:
        raise BadAnswer(f"{question.noun} must be between {question.low} and {question.high}")
    return value


def _choice(question: Choice, text: str) -> object:
    for option in question.options:
        if text == option.value:
            return option
    raise BadAnswer(question.missing or f"Choose one of the answers to “{question.label}”")


def _date(question: Date, day: str, month: str, year: str) -> date:
    for part, text in zip(DATE_PARTS, (day, month, year), strict=True):
        if not text:
            raise BadAnswer(f"{question.noun} must include a {part}")
    if not re.fullmatch(r"\d{4}", year, re.ASCII):
        raise BadAnswer(f"{question.noun} must have a year of 4 numbers, like {question.low.year + 1}")
    try:
        value = date(int(year), _month(month), int(day) if re.fullmatch(r"\d{1,2}", day, re.ASCII) else 0)
    except ValueError:
        raise BadAnswer(f"{question.noun} must be a real date, like 27 3 {year}") from None
    if not question.low <= value <= question.high:
        raise BadAnswer(f"{question.noun} must be between {plain_date(question.low)} and {plain_date(question.high)}")
    return value


def _month(text: str) -> int:
    """The month's number from "3", "03", "March" or "mar"; 0, which no date has, where it is none of these."""
    if re.fullmatch(r"\d{1,2}", text, re.ASCII):
        return int(text)
    start = text.lower().rstrip(".")
    for number, name in enumerate(MONTHS, start=1):
        if len(start) >= 3 and name.lower().startswith(start):
            return number
    return 0


def _text(question: Text, text: str) -> str:
    # Control and direction marks are dropped: they show nothing, or show the rest in another order.
    kept = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    if len(kept) > question.limit:
        raise BadAnswer(f"{question.noun} must be {question.limit} characters or less")
    return kept or question.default
