"""A reader's untrusted text to checked answers, or one clear sentence for each answer that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from calculators.kit.declare import Inputs, questions
from calculators.kit.faults import BadAnswer, BadAnswers, Problem
from calculators.kit.parse import blank, tidy
from calculators.kit.questions import Checklist


@dataclass(frozen=True)
class Answers[I: Inputs]:
    """Checked answers, and the names of those left empty, where a default was used."""

    inputs: I
    assumed: frozenset[str]


def read[I: Inputs](inputs: type[I], raw: Mapping[str, str]) -> Answers[I]:
    """Check a form's answers.

    Args:
        inputs: The questions.
        raw: Text by the names of the questions' parts. Names the form does not have are ignored.

    Raises:
        BadAnswers: With one problem for each answer that cannot be used.
    """
    values: dict[str, Any] = {}
    assumed: set[str] = set()
    problems: list[Problem] = []
    for name, question in questions(inputs).items():
        texts = {part: tidy(raw.get(part, ""), question.longest) for part in question.parts(name)}
        try:
            # No box ticked is an answer; nothing typed is none.
            if not all(map(blank, texts.values())) or isinstance(question, Checklist):
                values[name] = question.read(texts)
            elif question.optional:
                values[name] = question.default
                assumed.add(name)
            else:
                raise BadAnswer(question.missing)
        except BadAnswer as bad:
            problems.append(Problem(name, bad.problem.message, bad.problem.part))
    if problems:
        raise BadAnswers(tuple(problems))
    return Answers(inputs(**values), frozenset(assumed))
