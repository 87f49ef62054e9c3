"""The calculators, and the one door to them: plain text in, JSON out.

Each module beside this file is one calculator; its name with hyphens is its slug. They are pure functions of their
answers: no clock, chance, files or network, so the page built from them and the reader's browser say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from calculators.kit import files, show
from calculators.kit.declare import Calculator, Gate, Inputs, questions
from calculators.kit.faults import BadAnswer, BadAnswers, Problem
from calculators.kit.query import decode
from calculators.kit.questions import Safety
from calculators.kit.read import Answers, read
from calculators.kit.result import Result

__all__ = ["answer", "find", "slugs"]

_LONGEST_QUERY = 65_536
_ROOT = re.compile(r"(?:\.\.?/)*", re.ASCII)


def slugs() -> tuple[str, ...]:
    """The slug of every calculator, in alphabetical order."""
    modules = (module.name for module in iter_modules(__path__) if not module.ispkg)
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@cache
def find(slug: str) -> Calculator[Any]:
    """The calculator of that slug.

    Raises:
        KeyError: If there is none.
        LookupError: If its module declares none.
    """
    if slug not in slugs():
        raise KeyError(slug)
    module = import_module(f"{__name__}.{slug.replace('-', '_')}")
    found = next((value for value in vars(module).values() if isinstance(value, Calculator)), None)
    if found is None:
        raise LookupError("no function here is decorated with @calculator")
    return found


def answer(slug: str, query: str, root: str = "") -> str:
    """Answer a reader's form; no text makes it raise.

    Args:
        slug: Which calculator.
        query: The answers as a form sends them: `age=50&resting=70`.
        root: The relative address of the site's root from the page, such as "../../".

    Returns:
        JSON: `{"ok": true, "title", "html", "notes", "files": [{"name", "type", "text"}]}`, or `{"ok": false, "problems": [{"field", "id", "message"}]}`
        where `id` is the form control to go to and `field` is empty for a problem of the whole form.

    Raises:
        ImportError: A module is not there, as can be in the browser's smaller library; the page fetches the whole one.
    """
    try:
        calculator = find(slug)
    except KeyError:
        return _refusal("There is no calculator of that name here. Go back to the list of calculators")
    try:
        if len(query) > _LONGEST_QUERY:
            return _refusal("These answers are too long. Use fewer words in each box")
        raw = decode(query)
        answers, result = _referral(calculator, raw) or _worked_out(calculator, raw)
        return json.dumps(
            {
                "ok": True,
                "title": result.title,
                "html": show.html(calculator, answers, result, root if _ROOT.fullmatch(root) else ""),
                "notes": show.notes(calculator, answers, result),
                "files": _files(slug, result),
            }
        )
    except BadAnswers as bad:
        return _problems(calculator.inputs, bad.problems)
    except BadAnswer as bad:
        return _problems(calculator.inputs, (bad.problem,))
    except ImportError:
        raise
    except Exception:  # noqa: BLE001 - a reader gets a sentence whatever happens; the build shows the cause
        return _refusal("This calculator could not work that out. Your answers are still here; try changing one")


def _worked_out(calculator: Calculator[Any], raw: Mapping[str, str]) -> tuple[Answers[Any], Result]:
    answers = read(calculator.inputs, raw)
    return answers, calculator.work_out(answers.inputs)


def _referral(calculator: Calculator[Any], raw: Mapping[str, str]) -> tuple[Answers[Any], Result] | None:
    """Where a warning sign sends the reader, whatever else is empty or wrong; None where none of them stops.

    The questions before the sign must be answered. Those after it change nothing, so the example stands in for them.
    """
    before: dict[str, str] = {}
    for name, question in questions(calculator.inputs).items():
        if isinstance(question, Safety):
            before[name] = raw.get(name, "")
            if before[name] not in set(Gate):
                return None
            if not Gate(before[name]).clear:
                answers, result = _worked_out(calculator, {**calculator.example, **before})
                if result.refers:
                    return answers, result
    return None


def _files(slug: str, result: Result) -> list[dict[str, str]]:
    made = []
    if result.events:
        made.append({"name": f"{slug}.ics", "type": "text/calendar", "text": files.calendar(result.events, slug)})
    if result.sheet:
        made.append({"name": f"{slug}.csv", "type": "text/csv", "text": files.spreadsheet(result.sheet)})
    return made


def _refusal(message: str) -> str:
    return json.dumps({"ok": False, "problems": [{"field": "", "id": "", "message": message}]})


def _problems(inputs: type[Inputs], problems: tuple[Problem, ...]) -> str:
    asked = questions(inputs)

    def control(problem: Problem) -> str:
        return f"f-{problem.part or asked[problem.field].parts(problem.field)[0]}" if problem.field in asked else ""

    told = [{"field": each.field, "id": control(each), "message": each.message} for each in problems]
    return json.dumps({"ok": False, "problems": told})
