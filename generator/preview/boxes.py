"""What an author sees in live preview only: the problems of the last save, and what is worth a look on the page."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.report import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.preview.author_notes import AuthorNotes
    from generator.problems import Problem


#: Where live preview serves the style sheet of all this: the policy lets no page hold styles of its own.
STYLE_ADDRESS = "/livereload/preview.css"
_LINK = f'<link rel="stylesheet" href="{STYLE_ADDRESS}">'


def problem_box(problems: Iterable[Problem]) -> str:
    """The problems as a box for the top of every page: a mistake in a shared file belongs to none in particular."""
    items = "".join(
        f"<li><code>{escape(problem.path)}:{problem.line}</code> <strong>{escape(problem.what)}</strong> "
        f"{escape(problem.mend)}</li>"
        for problem in problems
    )
    return (
        f'{_LINK}<section class="problem-box" aria-labelledby="problem-box-title">'
        '<h2 id="problem-box-title">Mend this before it can be published</h2>'
        f"<ul>{items}</ul></section>"
    )


def draft_notes(notes: AuthorNotes) -> str:
    """What is worth a look on a page, folded up, for its foot."""
    path, *lines = in_words(notes)
    items = "".join(f"<li>{escape(line.strip().replace(f'{path}:', 'Line ', 1))}</li>" for line in lines)
    return (
        f'{_LINK}<aside class="draft-notes" aria-label="Draft notes"><details>'
        f"<summary>Draft notes on {escape(path)}. Readers never see them.</summary><ul>{items}</ul></details></aside>"
    )


def style() -> str:
    """The style sheet."""
    return Path(__file__).with_name("preview.css").read_text(encoding="utf-8")
