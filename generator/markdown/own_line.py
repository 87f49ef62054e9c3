"""A picture's marker on a line of its own, `[[kind: name]]` or `[[kind: name | a sentence]]`, turned into HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from generator.pages.source import Source, source_of
from generator.prose.tone import overstated

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    from generator.problems import Problems

type Render = Callable[[Marker], str | None]


def pattern_of(kind: str) -> str:
    """A regular expression for the markers of one kind."""
    return rf"\[\[{kind}:\s*(?P<name>[^\[\]|]*?)\s*(?:\|\s*(?P<caption>[^\[\]]*?)\s*)?\]\]"


@dataclass(frozen=True)
class Marker:
    """A marker where it stands.

    Attributes:
        name: What follows its kind.
        caption: What follows the bar, in HTML; it may be empty.
        source: The page.
        line: Its line in the page's file.
        problems: Where problems go.
    """

    name: str
    caption: str
    source: Source
    line: int
    problems: Problems

    def note(self, what: str, mend: str) -> None:
        """Note a problem with the marker."""
        self.problems.add(self.source.path, self.line, what, mend)


class OwnLineProcessor(BlockProcessor):
    """Puts HTML where a marker stands.

    Args:
        md: The page's Markdown.
        kind: The marker's first word.
        render: Gives the HTML, or None after it has noted what is wrong.
        problems: Where problems go.
    """

    def __init__(self, md: Markdown, kind: str, render: Render, problems: Problems) -> None:
        super().__init__(md.parser)
        self.md = md
        self._kind = kind
        self._pattern = re.compile(pattern_of(kind))
        self._render = render
        self._problems = problems

    @override
    def test(self, parent: Element, block: str) -> bool:
        return bool(self._pattern.fullmatch(block.strip()))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        found = self._pattern.fullmatch(blocks.pop(0).strip())
        if found is None:  # which `test` has ruled out
            return
        name, caption, source = found["name"], found["caption"] or "", source_of(self.md)
        lines = source.lines(rf"^[ \t]*\[\[{self._kind}:\s*{re.escape(name)}\s*[|\]]")
        here = Marker(name, escape(caption, quote=False), source, lines[0], self._problems)
        if len(lines) > 1:
            what = f"[[{self._kind}: {name}]] is here a second time."
            self._problems.add(source.path, lines[1], what, "Keep the first.")
        if said := overstated(caption):
            here.note(f'"{said.word}" promises too much.', f"Say {said.say}.")
        if html := self._render(here):
            # Stored as ready HTML: nothing in it is Markdown.
            SubElement(parent, "p").text = self.md.htmlStash.store(html)
