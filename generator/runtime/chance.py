"""Readers drawn by chance, thousands in a second: what each would type, the same for the same seed.

The build lets them fill in every form, to learn what of Python they need; the tests, to compare answers.
`tests/strategies.py` draws readers for property tests instead, more slowly, and finds the smallest that fails.
"""

from __future__ import annotations

import math
import random
from fractions import Fraction
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import calculators
from calculators.kit.declare import Inputs, questions
from calculators.kit.questions import Checklist, Choice, Date, Log, Measure, Question, Rows, Safety, Text, Whole
from calculators.kit.words import decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOTS = ("", "../", "../../")
# One in eight answers is none a form would give.
_ODD = (
    "",
    " ",
    "-1",
    "1.5",
    "1,5",
    "1 000",
    "٣٠",
    "1_0",
    "nan",
    "9" * 400,
    "10 minutes",
    "<b>'\"&",
    "\0\u202e\ud83d",
    "é" * 600,
    "[" * 300,
    "__proto__",
    "$&\\{}%",
)
_WORDS = ("walking", "reading & <b>sewing</b>", "ходьба", "🚶")
_MONTHS = ("3", "03", "Mar", "march")


def answers(inputs: type[Inputs], chance: random.Random) -> dict[str, str]:
    """A reader's answers to a whole form; those that may be left empty often are."""
    given: dict[str, str] = {}
    for name, question in questions(inputs).items():
        empty = question.optional and chance.random() < 0.4
        given |= dict.fromkeys(question.parts(name), "") if empty else typed(name, question, chance)
    return given


def forms(slug: str, count: int, seed: str) -> Iterator[tuple[str, str, str]]:
    """Forms of a calculator as `calculators.answer` takes them: slug, query and root. Some are filled in badly."""
    chance = random.Random(seed)
    asked = questions(calculators.find(slug).inputs)
    for _ in range(count):
        answers: dict[str, str] = {}
        for name, question in asked.items():
            names = question.parts(name)
            if not question.optional or chance.random() < 0.7:
                answers |= typed(name, question, chance)
            if chance.random() < 1 / (8 * len(asked)):
                answers[chance.choice(names)] = chance.choice(_ODD)
        yield slug, urlencode(answers, errors="surrogatepass"), chance.choice(_ROOTS)


def typed(name: str, question: Question, chance: random.Random) -> dict[str, str]:  # noqa: PLR0911 - one for each kind
    """What one reader types into the boxes of a question, by the names of its parts.

    Safety questions are mostly clear, and numbers more often small than large: that is where rules change.
    """
    match question:
        case Safety():
            return {name: chance.choices(("no", "yes", "unsure"), weights=(40, 1, 1))[0]}
        case Choice():
            return {name: chance.choice([option.value for option in question.options])}
        case Checklist():
            return {part: chance.choice(("", "yes")) for part in question.parts(name)}
        case Whole():
            return {name: str(_often_small(question.low, question.high, chance))}
        case Measure():
            hundredths = _often_small(question.low * 100, question.high * 100, chance)
            return {name: decimal(Fraction(hundredths, 100), 2)}
        case Date():
            parts = question.parts(name)
            return dict(zip(parts, (str(chance.randint(1, 28)), chance.choice(_MONTHS), "2027"), strict=True))
        case Text():
            return {name: chance.choice(_WORDS)}
        case Rows():
            filled = chance.randint(max(1, question.low), question.high)
            names = question.parts(name)[: filled * len(question.columns)]
            return {
                part: text
                for part in names
                for text in typed(part, question.columns[part.rpartition("-")[2]], chance).values()
            }
        case Log():
            # Most readers leave the same columns empty in every line.
            used = [chance.random() < 0.8 for _ in range(len(question.columns) // 3 + 1)]
            return {name: "\n".join(_line(question, used, chance) for _ in range(chance.randint(1, 6)))}
        case _:
            raise TypeError(f"no readers answer a {type(question).__name__}")


def _often_small(low: int, high: int, chance: random.Random) -> int:
    spread = math.exp(chance.uniform(0, math.log(high - low + 2)))
    return min(high, low + int(spread) - 1)


def _line(question: Log, used: list[bool], chance: random.Random) -> str:
    day = f"2027-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    numbers = (
        str(chance.randint(question.low, question.high)) if used[place // 3] and chance.random() < 0.98 else ""
        for place, _ in enumerate(question.columns)
    )
    return ",".join((day, *numbers))
