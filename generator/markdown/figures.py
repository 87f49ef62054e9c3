"""`[[figure: alarm-threshold]]` on a line of its own: the drawing docs/figures/alarm-threshold.svg, with its words.

What it shows stands above it as a heading line, and all it says can be read below it. A sentence that only this page
needs follows a bar: `[[figure: alarm-threshold | This is a sketch.]]`.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, override

from markdown import Extension

from generator.markdown.own_line import Marker, OwnLineProcessor, pattern_of
from generator.pages.source import keep_source, mask_code, split_front_matter
from generator.problems import did_you_mean
from generator.shared_files.drawings import WIDTH, Drawing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown import Markdown

    from generator.library import Library
    from generator.pages.front_matter import Page


def figure_html(drawing: Drawing, caption: str = "") -> str:
    """A drawing in a page, with the sentence, in HTML, that this page adds to it."""
    part = f"figure-{drawing.name}"
    added = f'<p class="figure__caption">{caption}</p>\n' if caption else ""
    return (
        '<figure class="figure">\n'
        f'<figcaption class="figure__title" id="{part}-title">{escape(drawing.title, quote=False)}</figcaption>\n'
        f'<svg class="figure__drawing" viewBox="0 0 {WIDTH} {drawing.height}" role="img" data-no-search'
        f' aria-labelledby="{part}-title" aria-describedby="{part}-words">{drawing.markup}</svg>\n'
        f"{added}"
        '<details class="figure__words"><summary>This picture in words</summary>\n'
        f'<p id="{part}-words">{escape(drawing.words, quote=False)}</p></details>\n'
        "</figure>"
    )


def note_unused(library: Library, pages: Iterable[Page]) -> None:
    """Note each drawing that none of these pages shows."""
    used = {name for page in pages for name in page.fact(_shown)}
    for name in library.figures.keys() - used:
        path = f"{library.docs.name}/figures/{name}.svg"
        library.problems.add(path, 1, "No page shows this figure.", f"Write [[figure: {name}]] in one, or delete it.")


def _shown(text: str) -> set[str]:
    body = mask_code(split_front_matter(text).body)
    return {found["name"] for found in re.finditer(pattern_of("figure"), body)}


class FigureExtension(Extension):
    """Drawn figures."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        processor = OwnLineProcessor(md, "figure", self._render, self.library.problems)
        md.parser.blockprocessors.register(processor, "figure", 70)

    def _render(self, marker: Marker) -> str | None:
        name = marker.name
        if name in self.library.figures:
            return figure_html(self.library.figures[name], marker.caption)
        if name not in self.library.unreadable_figures:  # whose problems are noted where they stand
            mend = did_you_mean(name, self.library.figures, f"Draw docs/figures/{name or 'name'}.svg.")
            marker.note(f'No figure is called "{name}".', mend)
        return None
