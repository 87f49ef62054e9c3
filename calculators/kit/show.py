"""A result to HTML for the page and to plain text for notes. The same code shows the worked example and live answers."""

from __future__ import annotations

import re

from calculators.kit.chart import bar_chart, line_chart, pair_chart, range_chart
from calculators.kit.declare import Calculator, Inputs, questions
from calculators.kit.markup import Markup, join, tag
from calculators.kit.query import encode
from calculators.kit.questions import Safety
from calculators.kit.read import Answers
from calculators.kit.result import (
    BarChart,
    Block,
    CareCard,
    KeyFigure,
    LineChart,
    Listing,
    PairChart,
    RangeChart,
    Result,
    Step,
    Table,
)
from calculators.kit.words import decimal, plain_date

_NOTHING = (None, "", ())  # what a question may have for an answer that was left empty
_STRONG = re.compile(r"\*\*(.+?)\*\*")


def html[I: Inputs](calculator: Calculator[I], answers: Answers[I], result: Result, root: str) -> str:
    """The result as HTML.

    Args:
        calculator: Whose result it is.
        answers: What the reader told it.
        result: The facts.
        root: The relative address of the site's root, "../../" two folders down.
    """
    return tag(
        "article",
        tag("h2", result.title, class_="result__title", tabindex="-1"),
        tag("div", *(tag("p", _rich(text)) for text in result.lead), class_="result__lead"),
        *(_block(block) for block in result.body),
        _section("result__next", "What you could do next", _steps(result.next_steps, root)),
        _section("result__cautions", "How sure is this?", *(tag("p", _rich(text)) for text in result.cautions)),
        _folded("result__working", "Show the working", *(tag("p", _rich(text)) for text in result.working)),
        _told(answers, result),
        tag("p", _version(calculator), class_="result__version"),
        class_=f"result result--{'refer' if result.refers else 'plan'}",
    )


def notes[I: Inputs](calculator: Calculator[I], answers: Answers[I], result: Result) -> str:
    """The result as plain text for a reader's or a clinician's notes."""
    paragraphs = [
        [result.title],
        list(result.lead),
        *(_plain(block) for block in result.body),
        ["What you could do next:", *(f"- {step.text}" for step in result.next_steps)],
        ["How sure is this?", *result.cautions],
        ["Answers given:", *(f"- {_asked(label)} {value}" for label, value in _pairs(answers, result))],
        [_version(calculator)],
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs).replace("**", "")


def _rich(text: str) -> Markup:
    pieces = _STRONG.split(text)
    return join(*(tag("strong", piece) if place % 2 else piece for place, piece in enumerate(pieces)))


def _section(class_: str, title: str, *content: Markup) -> Markup:
    if not any(content):
        return Markup()
    return tag("section", tag("h3", title), *content, class_=class_)


def _folded(class_: str, title: str, *content: Markup) -> Markup:
    if not content:
        return Markup()
    return tag("details", tag("summary", title), *content, class_=class_)


def _steps(steps: tuple[Step, ...], root: str) -> Markup:
    if not steps:
        return Markup()
    return tag("ul", *(tag("li", _step(step, root)) for step in steps), class_="result__list")


def _step(step: Step, root: str) -> Markup:
    if not step.page:
        return _rich(step.text)
    answers = f"#{encode(step.answers)}" if step.answers else ""
    return tag("a", _rich(step.text), href=f"{root}{step.page}/{answers}")


def _block(block: Block) -> Markup:  # noqa: PLR0911 - one for each kind, and mypy sees that none is missing
    match block:
        case KeyFigure():
            return tag(
                "p",
                tag("span", block.label, class_="key-figure__label"),
                " ",
                tag("strong", block.value, class_="key-figure__value"),
                " ",
                tag("span", block.doubt, class_="key-figure__doubt"),
                class_="key-figure",
            )
        case Table():
            return _folded("result__more", block.caption, _table(block)) if block.folded else _table(block)
        case RangeChart():
            return _figure(
                range_chart(block), block.takeaway, _folded("result__more", "The numbers", _table(block.table))
            )
        case BarChart():
            return _figure(bar_chart(block), block.takeaway)
        case PairChart():
            return _figure(pair_chart(block), block.takeaway)
        case LineChart():
            return _figure(
                line_chart(block), block.takeaway, _folded("result__more", "The numbers", _table(_points(block)))
            )
        case Listing():
            kind = "ol" if block.ordered else "ul"
            items = tag(kind, *(tag("li", _rich(item)) for item in block.items), class_="result__list")
            return _section("result__part", block.title, items)
        case CareCard():
            return tag(
                "section",
                tag("h3", block.title),
                tag("ul", *(tag("li", _rich(item)) for item in block.items)),
                class_=f"care-card care-card--{block.urgency}",
            )


def _figure(svg: Markup, takeaway: str, *rest: Markup) -> Markup:
    return tag("figure", tag("figcaption", takeaway), svg, *rest, class_="chart")


def _table(table: Table) -> Markup:
    head = tag("tr", *(tag("th", text, scope="col") for text in table.head))
    rows = (
        tag("tr", tag("th", first, scope="row"), *(tag("td", _rich(text)) for text in rest))
        for first, *rest in table.rows
    )
    grid = tag("table", tag("caption", table.caption), tag("thead", head), tag("tbody", *rows))
    # Reachable by keyboard, because on a narrow screen it scrolls sideways.
    return tag("div", grid, class_="table-scroll", tabindex="0", role="region", aria_label=table.caption)


def _points(chart: LineChart) -> Table:
    rows = tuple((plain_date(day), decimal(value, 1)) for day, value in chart.points)
    return Table(chart.takeaway, ("Day", chart.unit[:1].upper() + chart.unit[1:]), rows)


def _told[I: Inputs](answers: Answers[I], result: Result) -> Markup:
    pairs = (tag("div", tag("dt", label), tag("dd", value)) for label, value in _pairs(answers, result))
    return _folded("result__told", "What this answer is based on", tag("dl", *pairs, class_="result__answers"))


def _pairs[I: Inputs](answers: Answers[I], result: Result) -> list[tuple[str, str]]:
    """Each question and its answer; where a warning sign decided alone, the safety questions only."""
    pairs = []
    for name, question in questions(type(answers.inputs)).items():
        if result.refers and not isinstance(question, Safety):
            continue
        value = getattr(answers.inputs, name)
        if value in _NOTHING:
            words = "left empty"
        elif name in answers.assumed:
            words = f"left empty, so we used {question.say(value)}"
        else:
            words = question.say(value)
        pairs.append((question.label, words))
    return pairs


def _version[I: Inputs](calculator: Calculator[I]) -> str:
    return f"{calculator.title.removesuffix('?')}, version {calculator.version}. {calculator.notice}"


def _plain(block: Block) -> list[str]:  # noqa: PLR0911 - likewise
    match block:
        case KeyFigure():
            return [f"{block.label}: {block.value}. {block.doubt}"]
        case Table():
            return [_asked(block.caption), *(_row(block.head, row) for row in block.rows)]
        case RangeChart():
            return [_asked(block.takeaway), *(_row(block.table.head, row) for row in block.table.rows)]
        case BarChart() | PairChart():
            return [_asked(block.takeaway), block.alt]
        case LineChart():
            return [_asked(block.takeaway), *(_row(_points(block).head, row) for row in _points(block).rows)]
        case Listing():
            marks = [f"{place}." if block.ordered else "-" for place, _ in enumerate(block.items, start=1)]
            return [_asked(block.title), *(f"{mark} {item}" for mark, item in zip(marks, block.items, strict=True))]
        case CareCard():
            return [_asked(block.title), *(f"- {item}" for item in block.items)]


def _asked(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _row(head: tuple[str, ...], row: tuple[str, ...]) -> str:
    first, *rest = row
    return "; ".join([f"- {first}", *(f"{name}: {value}" for name, value in zip(head[1:], rest, strict=True) if value)])
