"""The rules that a page is held to as a whole, the same for the build and for `python -m generator check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markdown.figures import note_unused
from generator.pages.active_html import active_html
from generator.pages.calculator_imports import note_unusable_imports
from generator.pages.cross_references import note_unused_claims, note_unused_sources
from generator.pages.front_matter import check_pages
from generator.pages.tree import note_odd_files
from generator.pages.unfinished import empty_sections
from generator.prose.readability import measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from generator.library import Library
    from generator.pages.front_matter import Page


def checked_pages(
    library: Library, files: Iterable[Path] | None = None, kept: Mapping[str, Page] | None = None
) -> list[Page]:
    """Read pages and note every problem that shows before their Markdown is converted.

    Args:
        library: Where the problems go.
        files: The pages' files; by default, all of them.
        kept: Pages read before, by their paths; see `check_pages`.
    """
    note_odd_files(library)
    note_unusable_imports(library.problems)
    pages = check_pages(library, files, kept)
    note_unused(library, pages)
    note_unused_sources(library)
    note_unused_claims(library, pages)
    for page in pages:
        unfinished = page.fact(empty_sections) if page.matter and page.matter.status == "live" else ()
        for line, what, mend in (*page.fact(measured).too_hard, *unfinished, *page.fact(active_html)):
            library.problems.add(page.path, line, what, mend)
    return pages
