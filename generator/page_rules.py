"""The rules that a page is held to as a whole, the same for the build and for `python -m generator check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cross_references import note_unused_claims, note_unused_sources
from generator.figures import note_unused
from generator.front_matter import check_pages
from generator.prose import read_prose
from generator.readability import too_hard
from generator.unfinished import empty_sections

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.front_matter import Page
    from generator.library import Library


def checked_pages(library: Library, files: Iterable[Path] | None = None) -> list[Page]:
    """Read pages and note every problem that shows before their Markdown is converted.

    Args:
        library: Where the problems go.
        files: The pages' files; by default, all of them.
    """
    pages = check_pages(library, files)
    note_unused(library, (page.text for page in pages))
    note_unused_sources(library)
    note_unused_claims(library, pages)
    for page in pages:
        unfinished = empty_sections(page.text) if page.matter and page.matter.status == "live" else ()
        for line, what, mend in (*too_hard(read_prose(page.text)), *unfinished):
            library.problems.add(page.path, line, what, mend)
    return pages
