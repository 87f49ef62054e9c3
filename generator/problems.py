"""Authors' mistakes: where each stands, what is wrong, and how to mend it.

All the problems of a run are gathered and raised together, so that an author mends a page in one go:

    docs/articles/flare-ups.md:12: No source is called "geneen2071".
        Use "geneen2017", or add the source to docs/references.bib.
"""

from __future__ import annotations

import difflib
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MEND_CODE = "Mend this line, then save again."


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake in one line of one file.

    Attributes:
        path: File as the author knows it, from the project's folder: `docs/articles/flare-ups.md`.
        line: Line in that file, from 1.
        what: One sentence saying what is wrong.
        mend: One sentence saying what to do about it.
    """

    path: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}\n    {self.mend}"


class AuthorError(Exception):
    """The run found problems; the text of the error is the whole report."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class Problems:
    """The problems of one run, each kept once and told in the order of files and lines.

    Args:
        at_once: Raise `AuthorError` at the first problem. For a builder that gives us no moment at
            which to report them all.
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self._found: set[Problem] = set()
        self._listed: list[Problem] | None = None
        self._at_once = at_once

    def add(self, path: str, line: int, what: str, mend: str) -> None:
        """Note a problem.

        Raises:
            AuthorError: If this collector reports at once.
        """
        self.note(Problem(path, line, what, mend))

    def note(self, problem: Problem) -> None:
        """Note a problem that is made already; see `add`."""
        self._found.add(problem)
        if self._listed is not None:
            self._listed.append(problem)
        if self._at_once:
            self.raise_if_any()

    @contextmanager
    def noting(self) -> Iterator[list[Problem]]:
        """List each problem that is noted in the `with` block, also one that was known before."""
        listed: list[Problem] = []
        self._listed = listed
        try:
            yield listed
        finally:
            self._listed = None

    def clear(self) -> None:
        """Forget everything, at the start of a run."""
        self._found.clear()

    def in_file(self, path: str) -> list[Problem]:
        """The problems of one file, in the order of its lines."""
        return [problem for problem in self if problem.path == path]

    def raise_if_any(self) -> None:
        """Raise all problems as one.

        Raises:
            AuthorError: If there is at least one problem.
        """
        if self._found:
            raise AuthorError(self)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)


def problem_in_code(error: Exception, root: Path) -> Problem:
    """What an exception of our own Python means to its author: the line of it below `root`, told alike everywhere."""
    frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    said = str(traceback.TracebackException.from_exception(error))  # with the name that may have been meant
    what = f"Python raised {type(error).__name__} here: {said}{'' if said.endswith('?') else '.'}"
    if isinstance(error, SyntaxError):
        frames.append((error.filename or "", error.lineno or 1))
        what = f"Python cannot read this: {error.msg}."
    ours = [(path, line) for name, line in frames if (path := Path(name)).is_relative_to(root) and not _installed(path)]
    path, line = ours[-1] if ours else (root, 1)
    return Problem(path.relative_to(root).as_posix(), line, what, MEND_CODE)


def _installed(path: Path) -> bool:
    return "site-packages" in path.parts


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A mend that names the known word nearest to `word`, or says `otherwise` if none is near."""
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.75)
    if not near:
        return otherwise
    return f'Use "{near[0]}", or {otherwise[:1].lower()}{otherwise[1:]}'
