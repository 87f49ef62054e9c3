"""`[[help-now]]` on a line of its own: how to get urgent help.

The heading and one line are always in sight; the cards fold away, so that on a phone the article
starts on the first screen. The words are in docs/help-now.yml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.blockprocessors import BlockProcessor

from generator.library import Library, library_at
from generator.source import keep_source, source_of

if TYPE_CHECKING:
    from markdown import Markdown

_MARK = "[[help-now]]"
_LINE = r"^[ \t]*\[\[help-now\]\]"


class _HelpProcessor(BlockProcessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library

    @override
    def test(self, parent: Element, block: str) -> bool:
        return block.strip() == _MARK

    @override
    def run(self, parent: Element, blocks: list[str]) -> bool:
        blocks.pop(0)
        # Stored as ready HTML: its headings are no part of the article's contents.
        before = self.md.htmlStash.rawHtmlBlocks.count(self.library.help_now)
        SubElement(parent, "p").text = self.md.htmlStash.store(self.library.help_now)
        if before:
            source = source_of(self.md)
            line = source.nth_line(_LINE, before)
            self.library.problems.add(source.path, line, f"{_MARK} is here a second time.", "Keep the first.")
        return True


class HelpNowExtension(Extension):
    """The urgent-help box."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        md.parser.blockprocessors.register(_HelpProcessor(md, self.library), "help-now", 70)


def makeExtension(docs: str = "docs", **_: Any) -> HelpNowExtension:  # noqa: N802 - Python-Markdown's name
    """The extension by name, for a builder that runs no code of ours."""
    return HelpNowExtension(library_at(docs))
