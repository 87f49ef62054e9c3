"""The generator: turns docs/ into pages, and says where an author went wrong.

Everything but `mkdocs_hooks` works without MkDocs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.citations import CitationExtension
from generator.claim_table import ClaimTableExtension
from generator.claims import ClaimExtension
from generator.computed import NumberExtension
from generator.figures import FigureExtension
from generator.help_now import HelpNowExtension
from generator.library import Library
from generator.links import LinkExtension
from generator.lists import ListExtension
from generator.markers import MarkerExtension
from generator.people import PeopleExtension
from generator.sections import SectionExtension
from generator.terms import TermExtension
from generator.timers import TimerExtension
from generator.wide_tables import WideTableExtension

if TYPE_CHECKING:
    from markdown import Extension

__all__ = ["Library", "markdown_extensions"]


def markdown_extensions(library: Library) -> list[Extension]:
    """Our Markdown, sharing one library: the same for the site and for `python -m generator check`."""
    return [
        CitationExtension(library),
        ClaimExtension(library),
        ClaimTableExtension(library),
        FigureExtension(library),
        HelpNowExtension(library),
        LinkExtension(library),
        ListExtension(library),
        MarkerExtension(library),
        NumberExtension(library),
        PeopleExtension(library),
        SectionExtension(),
        TermExtension(library),
        TimerExtension(library),
        WideTableExtension(),
    ]
