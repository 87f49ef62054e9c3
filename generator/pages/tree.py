"""What stands in docs/ and cannot become a page, or not at an address of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.pages.uses import published_address

if TYPE_CHECKING:
    from pathlib import Path

    from generator.library import Library

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*(?:\.md)?")


def note_odd_files(library: Library) -> None:
    """Note each file that is no page though it looks like one, and each address that two pages share."""
    first: dict[str, str] = {}
    for path in sorted(library.docs.rglob("*")):
        inside = path.relative_to(library.docs)
        problem = _fault(path)
        if not problem and path.suffix == ".md":
            if not all(_NAME.fullmatch(part) for part in inside.parts):
                problem = ("Its name does not fit an address.", "Use small letters, digits and hyphens: hot-baths.md.")
            elif (
                other := first.setdefault(published_address("/", inside.as_posix()), inside.as_posix())
            ) != inside.as_posix():
                problem = (f"{library.docs.name}/{other} has the same address.", "Give one of them another name.")
        if problem:
            library.problems.add(f"{library.docs.name}/{inside.as_posix()}", 1, *problem)


def _fault(path: Path) -> tuple[str, str] | None:
    if path.is_symlink() and not path.is_file():
        return "This link leads to no file.", "Put the file itself here; a folder cannot be linked."
    if path.suffix.lower() == ".md" and path.is_dir():
        return "This is a folder with the name of a page.", "Give it a name without .md."
    if path.suffix != ".md" and path.suffix.lower() in {".md", ".markdown", ".mkd"}:
        return "Its name does not end in .md.", "Write the ending as .md."
    return None
