"""Problems as GitHub shows them beside the lines of a change: one workflow command for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.problems import Problem


def annotation(problem: Problem) -> str:
    """The workflow command for a problem: `::error file=docs/index.md,line=8::What is wrong.%0AHow to mend it.`."""
    message = _escaped(f"{problem.what}\n{problem.mend}")
    path = _escaped(problem.path).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={path},line={problem.line}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
