"""`[[number: build-up-planner "Time to your goal" minutes=5 days=3]]`: a number in a sentence, as a calculator gives it.

The words of a page and the calculator's own answer cannot disagree, because both come from the same Python. The number
is named as the answer names it: a key figure by its label, or a cell of a table by the first cell of its row and, where
it is not the last one, by the head of its column. Questions on safety count as answered "no".
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, override
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor

import calculators
from calculators.kit.declare import Gate, questions
from calculators.kit.faults import BadAnswer, BadAnswers
from calculators.kit.questions import Safety
from calculators.kit.read import read
from calculators.kit.result import KeyFigure, Table
from generator.markdown.time_limit import time_limit
from generator.pages.source import keep_source, source_of
from generator.problems import did_you_mean, problem_in_code

if TYPE_CHECKING:
    from markdown import Markdown

    from calculators.kit.declare import Calculator
    from calculators.kit.result import Result
    from generator.library import Library

NUMBER = r"\[\[number:(?P<asked>[^\[\]]*)\]\]"
_ASKED = re.compile(r'\s*(?P<slug>[\w-]+)\s+"(?P<name>[^"]+)"(?:\s+"(?P<column>[^"]+)")?(?P<answers>(?:\s+[\w-]+=.*)?)')
_ANSWER = re.compile(r"(?P<name>[\w-]+)=(?P<value>.*?)\s*(?=$|\s[\w-]+=)")
_SHOWN = 8  # names of numbers in a problem
_LIKE = 'Write it like [[number: build-up-planner "Time to your goal" minutes=5 days=3]].'


class NoNumberError(Exception):
    """No number can be given, and why.

    Attributes:
        what: One sentence saying what is wrong.
        mend: One sentence saying what to do about it.
    """

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


@cache
def number(asked: str) -> str:
    """The number that a mark asks for, in the calculator's own words.

    Args:
        asked: What stands after `number:`.

    Raises:
        NoNumberError: If the mark names nothing, or the calculator refuses the answers.
    """
    found = _ASKED.fullmatch(asked.rstrip())
    if not found:
        raise NoNumberError("This number cannot be read.", _LIKE)
    slug, name, column = found["slug"], found["name"], found["column"]
    if slug not in calculators.slugs():
        mend = did_you_mean(slug, calculators.slugs(), "Write the name of a page in docs/calculators/.")
        raise NoNumberError(f'No calculator is called "{slug}".', mend)
    answers = {answer["name"]: answer["value"] for answer in _ANSWER.finditer(found["answers"])}
    with time_limit():
        values = _values(_answer(calculators.find(slug), answers))
    cells = _named(values, name, "The answer has no number", "Use a name that the answer shows")
    text = (
        _named(cells, column, "The table has no column", "Use the head of a column")
        if column
        else [*cells.values()][-1]
    )
    return text.replace("**", "")


def _answer(calculator: Calculator[Any], answers: dict[str, str]) -> Result:
    asked = questions(calculator.inputs)
    known = {part for name, question in asked.items() for part in question.parts(name)}
    for name in answers.keys() - known:
        mend = did_you_mean(name, known, f"Use one of {', '.join(sorted(known))}.")
        raise NoNumberError(f'The calculator does not ask for "{name}".', mend)
    safe = {name: Gate.NO.value for name, question in asked.items() if isinstance(question, Safety)}
    try:
        result = calculator.work_out(read(calculator.inputs, safe | answers).inputs)
    except (BadAnswer, BadAnswers) as bad:
        raise NoNumberError(f"The calculator says: {bad}.", "Mend the answers in the mark.") from None
    if result.refers:
        raise NoNumberError(
            "With these answers the calculator gives help and no number.", "Change the answers in the mark."
        )
    return result


def _values(result: Result) -> dict[str, dict[str, str]]:
    """The cells that each name stands for, by the heads of their columns; the first of a name counts."""
    values: dict[str, dict[str, str]] = {}
    for block in result.body:
        if isinstance(block, KeyFigure):
            values.setdefault(block.label, {"": block.value})
        elif isinstance(block, Table):
            for first, *cells in block.rows:
                values.setdefault(first, dict(zip(block.head[1:], cells, strict=True)))
    return values


def _named[Value](values: dict[str, Value], name: str, what: str, mend: str) -> Value:
    if name not in values:
        more = " and more" if len(values) > _SHOWN else ""
        known = f"{mend}: {', '.join([*values][:_SHOWN])}{more}."
        raise NoNumberError(f'{what} "{name}".', did_you_mean(name, values, known))
    return values[name]


class _NumberProcessor(InlineProcessor):
    """Writes the number in place of its mark."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(NUMBER, md)
        self.library = library

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str, int, int]:
        try:
            words = number(m["asked"])
        except NoNumberError as fault:
            source = source_of(self.md)
            for line in source.lines(re.escape(m[0])):
                self.library.problems.add(source.path, line, fault.what, fault.mend)
        except Exception as error:  # noqa: BLE001 - any fault of a calculator is its author's, told with its line
            self.library.problems.note(problem_in_code(error, Path.cwd()))
        else:
            return words, m.start(0), m.end(0)
        mark = Element("code")
        mark.text = m[0]
        return mark, m.start(0), m.end(0)


class NumberExtension(Extension):
    """Numbers that calculators work out."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After code (190), and before anything else takes its brackets.
        md.inlinePatterns.register(_NumberProcessor(md, self.library), "number", 185)
