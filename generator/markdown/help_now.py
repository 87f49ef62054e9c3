"""`[[help-now]]` on a line of its own: how to get urgent help, the signs folded away; `[[help-now: open]]` unfolds them.

The words are in docs/help-now.yml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.blockprocessors import BlockProcessor

from generator.pages.source import keep_source, source_of
from generator.pages.uses import page_address
from generator.shared_files.help_cards import folded_box, open_box

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library

_MARK = re.compile(r"\[\[help-now(?::\s*(?P<how>[^\]]*?)\s*)?\]\]")
_LINE = r"^[ \t]*\[\[help-now(:[^\]]*)?\]\]"
_ONCE = 'id="help-now-title"'  # in every box


class _HelpProcessor(BlockProcessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library

    @override
    def test(self, parent: Element, block: str) -> bool:
        return bool(_MARK.fullmatch(block.strip()))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        mark = blocks.pop(0).strip()
        found = _MARK.fullmatch(mark)
        how = found["how"] if found else None
        before = sum(_ONCE in str(block) for block in self.md.htmlStash.rawHtmlBlocks)
        # Stored as ready HTML: its headings are no part of the article's contents.
        SubElement(parent, "p").text = self.md.htmlStash.store(self._box(unfolded=how == "open"))
        source = source_of(self.md)
        line = source.nth_line(_LINE, before)
        if before:
            self.library.problems.add(source.path, line, f"{mark} is here a second time.", "Keep the first.")
        if not (self.library.docs / "help-now.yml").exists():
            self.library.problems.add(source.path, line, "There is no urgent help to show.", "Make docs/help-now.yml.")
        if how not in {None, "open"}:
            what = f'No help box is called "{how}".'
            self.library.problems.add(source.path, line, what, "Write [[help-now]] or [[help-now: open]].")

    def _box(self, *, unfolded: bool) -> str:
        help_now = self.library.help_now
        if help_now is None:
            return ""
        if unfolded:
            return open_box(help_now)
        page = self.library.uses.lists.get("help-elsewhere")
        return folded_box(help_now, page_address(self.library, page) if page else "")


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
