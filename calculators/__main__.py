"""The calculators at a terminal, with the same answers and the same sentences as on their pages.

python -m calculators                              list them
python -m calculators talk-test --help             what one asks
python -m calculators talk-test age=50 signs=no    its answer, as text for notes
python -m calculators talk-test age=50 --json      the answer as the page gets it
"""

from __future__ import annotations

import argparse
import difflib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlencode

import calculators
from calculators.kit.declare import Calculator, questions
from calculators.kit.questions import Checklist, Choice, Date, Log, Measure, Question, Rows, Safety, Text, Whole
from calculators.kit.words import amount, listed, plain_date

_REFUSED = 2  # the exit status of a command that was not understood, as argparse has it


class _Refused(Exception):
    """Raised with the sentences that say what cannot be used."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 2 where something typed cannot be used.

    Args:
        arguments: The command line without the program's name; by default, this process's own.
    """
    parser = argparse.ArgumentParser(
        prog="python -m calculators",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    parser.add_argument("slug", nargs="?", help="which calculator; without one, they are listed")
    parser.add_argument("answers", nargs="*", metavar="name=value", help="answers, as they would be typed on the page")
    parser.add_argument("--json", action="store_true", help="print the answer as JSON, for machines")
    parser.add_argument("--help", "-h", action="store_true", help="say what a calculator asks; without one, this")
    options = parser.parse_intermixed_args(arguments)
    try:
        if options.slug is None:
            print(parser.format_help() if options.help else _listed(), end="")
        elif options.help:
            print(_asked(_find(options.slug)), end="")
        else:
            return _answer(_find(options.slug), options.answers, as_json=options.json)
    except _Refused as refused:
        print(refused, file=sys.stderr)
        return _REFUSED
    return 0


def _listed() -> str:
    found = [calculators.find(slug) for slug in calculators.slugs()]
    width = max(len(calculator.slug) for calculator in found)
    return "".join(f"{calculator.slug:{width}}  {calculator.title}\n" for calculator in found)


def _find(slug: str) -> Calculator[Any]:
    if slug not in calculators.slugs():
        raise _Refused(_unknown(f"No calculator is called {slug}.", slug, calculators.slugs()))
    return calculators.find(slug)


def _answer(calculator: Calculator[Any], given: Iterable[str], *, as_json: bool) -> int:
    said = calculators.answer(calculator.slug, urlencode(_named(calculator, given), errors="surrogateescape"))
    answer = json.loads(said)
    if as_json:
        print(said)
    elif answer["ok"]:
        print(answer["notes"])
    else:
        raise _Refused("\n".join(_problem(problem) for problem in answer["problems"]))
    return 0 if answer["ok"] else _REFUSED


def _problem(problem: dict[str, str]) -> str:
    part = problem["id"].removeprefix("f-")
    return f"{part}: {problem['message']}" if part else problem["message"]


def _named(calculator: Calculator[Any], given: Iterable[str]) -> dict[str, str]:
    parts = [part for name, question in questions(calculator.inputs).items() for part in question.parts(name)]
    answers = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise _Refused(f"{each} is not an answer. Write each one as name=value, such as {parts[-1]}=…")
        if name not in parts:
            raise _Refused(_unknown(f"{calculator.slug} asks nothing called {name}.", name, parts))
        answers[name] = value
    return answers


def _unknown(sentence: str, typed: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(typed, known, n=1)
    return f"{sentence} " + (f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}")


def _asked(calculator: Calculator[Any]) -> str:
    """What a calculator asks, each question with the names of its answers, its hint and what it takes."""
    lines = [f"{calculator.title}, version {calculator.version}", ""]
    for name, question in questions(calculator.inputs).items():
        lines += [_names(name, question), f"    {question.label}{_optional(question)}"]
        lines += [f"    {line}" for line in (question.hint, *_takes(name, question)) if line]
        lines.append("")
    example = " ".join(f"{name}={_quoted(value)}" for name, value in calculator.example.items() if value)
    return "\n".join((*lines, "Example:", f"    python -m calculators {calculator.slug} {example}", ""))


def _names(name: str, question: Question) -> str:
    if isinstance(question, Checklist):
        return f"{name}-…=yes"
    first_row = len(question.columns) if isinstance(question, Rows) else None
    return " ".join(f"{part}=…" for part in question.parts(name)[:first_row])


def _optional(question: Question) -> str:
    if not question.optional or isinstance(question, Checklist):
        return ""
    return f" (optional; {question.say(question.default)} if left out)" if question.default else " (optional)"


def _takes(name: str, question: Question) -> Iterator[str]:
    """What a question takes, in words."""
    match question:
        case Choice():
            yield from (f"- {item}" for item in (question.items if isinstance(question, Safety) else ()))
            yield from (f"{name}={option.value}: {words}" for option, words in question.options.items())
        case Checklist():
            yield from (f"{name}-{option.value}=yes: {words}" for option, words in question.options.items())
        case Whole():
            yield f"A whole number from {question.low} to {question.high} ({question.unit})"
        case Measure():
            others = listed(tuple(question.units)[1:], "or")
            yield f"From {question.low} to {amount(question.high, question.unit)}{f'; {others} may be typed' if others else ''}"
        case Date():
            yield f"A date from {plain_date(question.low)} to {plain_date(question.high)}"
        case Text():
            yield f"Up to {question.limit} characters"
        case Rows():
            yield f"From {question.low} to {question.high} rows; the names of the last begin with {name}-{question.high}"
            for column, asked in question.columns.items():
                yield f"{name}-…-{column}: {asked.label}"
                yield from (f"    {line}" for line in _takes(f"{name}-…-{column}", asked))
        case Log():
            yield f"Up to {question.lines} lines of {question.head}"
            yield f"Each number from {question.low} to {question.high}, with one decimal if need be"


def _quoted(value: str) -> str:
    """The value as a shell takes it whole."""
    shell = value.replace("'", "'\\''").replace("\n", "\\n")
    return f"$'{shell}'" if "\n" in value else f"'{shell}'" if not value.isalnum() else value


if __name__ == "__main__":
    sys.exit(main())
