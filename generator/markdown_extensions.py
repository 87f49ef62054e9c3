"""All of our Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markdown.citations import CitationExtension
from generator.markdown.claim_table import ClaimTableExtension
from generator.markdown.claims import ClaimExtension
from generator.markdown.computed import NumberExtension
from generator.markdown.figures import FigureExtension
from generator.markdown.help_now import HelpNowExtension
from generator.markdown.links import LinkExtension
from generator.markdown.lists import ListExtension
from generator.markdown.markers import MarkerExtension
from generator.markdown.people import PeopleExtension
from generator.markdown.sections import SectionExtension
from generator.markdown.shortcuts import ShortcutExtension
from generator.markdown.terms import TermExtension
from generator.markdown.timers import TimerExtension
from generator.markdown.wide_tables import WideTableExtension

if TYPE_CHECKING:
    from markdown import Extension

    from generator.library import Library


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
        ShortcutExtension(),
        TermExtension(library),
        TimerExtension(library),
        WideTableExtension(),
    ]
