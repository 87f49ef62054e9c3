"""What is wrong with an answer: one sentence a reader can act on, and the question it belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One answer that cannot be used.

    Attributes:
        field: The question's name; empty for a problem of the whole form.
        message: The sentence the reader sees.
        part: The control to go to, where the question has several; empty for its first.
    """

    field: str
    message: str
    part: str = ""


class BadAnswer(Exception):
    """Raised where one answer cannot be used: by a question that reads it, or by a calculator that compares two."""

    def __init__(self, message: str, field: str = "", part: str = "") -> None:
        """Keep the sentence; a question that reads its own answer leaves the field to its form."""
        super().__init__(message)
        self.problem = Problem(field, message, part)


class BadAnswers(Exception):
    """Raised with every problem of a form at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in the order of the questions."""
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems
