"""A marker on a line of its own that becomes a list made from a shared file: `[[sources]]`, `[[glossary]]`.

The blocks are read before the text in them, so a marker first leaves an empty box. It is filled when the page's own
words have been read: nothing in a list is Markdown, and none of it is judged as the page's own wording.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from generator.markdown.card_list import fill_cards
from generator.markdown.certainty_table import fill_certainty
from generator.markdown.help_elsewhere import fill_elsewhere
from generator.markdown.licence_list import fill_licences
from generator.markdown.source_list import fill_sources
from generator.markdown.word_list import fill_words
from generator.pages.source import keep_source, source_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from generator.library import Library

_FILL: dict[str, Callable[[Element, Library], None]] = {
    "certainty-levels": fill_certainty,
    "claim-cards": fill_cards,
    "glossary": fill_words,
    "help-elsewhere": fill_elsewhere,
    "licences": fill_licences,
    "sources": fill_sources,
}
LIST = re.compile(rf"^[ \t]*\[\[(?P<name>{'|'.join(_FILL)})\]\][ \t]*$", re.MULTILINE)
_MARK = "data-list"


class _BoxProcessor(BlockProcessor):
    """Leaves an empty box for each list."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library

    @override
    def test(self, parent: Element, block: str) -> bool:
        return bool(LIST.fullmatch(block.strip()))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        name = blocks.pop(0).strip().strip("[]")
        lines = source_of(self.md).lines(rf"^[ \t]*\[\[{name}\]\]")
        if len(lines) > 1:
            what = f"[[{name}]] is here a second time."
            self.library.problems.add(source_of(self.md).path, lines[1], what, "Keep the first.")
        SubElement(parent, "div", {_MARK: name, "class": f"list list--{name}"})


class _FillProcessor(Treeprocessor):
    """Fills the boxes."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        for box in [element for element in root.iter("div") if element.get(_MARK)]:
            _FILL[box.attrib.pop(_MARK)](box, self.library)


class ListExtension(Extension):
    """Lists made from the shared files."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        md.parser.blockprocessors.register(_BoxProcessor(md, self.library), "list", 70)
        # After claims (15) have judged the page's own words; before the table of contents (5) lists the headings.
        md.treeprocessors.register(_FillProcessor(md, self.library), "list", 12)
