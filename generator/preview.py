"""What an author sees in live preview only: the problems of the last save, on the page itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.problems import Problem


def problem_box(problems: Iterable[Problem]) -> str:
    """The problems as a box for the top of every page: a mistake in a shared file belongs to none in particular."""
    items = "".join(
        f"<li><code>{escape(problem.path)}:{problem.line}</code> <strong>{escape(problem.what)}</strong> "
        f"{escape(problem.mend)}</li>"
        for problem in problems
    )
    return (
        '<section class="problem-box" aria-labelledby="problem-box-title">'
        '<h2 id="problem-box-title">Mend this before it can be published</h2>'
        f"<ul>{items}</ul></section>"
    )
