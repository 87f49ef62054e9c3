"""Each h2 and what follows it become a section, so that the looks can treat one as a card.

    ## Quick read        <section class="section section--quick-read" aria-labelledby="quick-read">
    - a point      ->      <h2 id="quick-read">Quick read</h2> <ul>...</ul>
                         </section>

What stands before the first h2 is the lead and is left alone, as are headings inside other blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown


class _SectionProcessor(Treeprocessor):
    @override
    def run(self, root: Element) -> None:
        section: Element | None = None
        blocks = list(root)
        for block in blocks:
            root.remove(block)
        for block in blocks:
            if block.tag == "h2":
                section = _section(block.get("id", ""))
                root.append(section)
            elif _stands_alone(block):
                section = None
            (root if section is None else section).append(block)


def _section(name: str) -> Element:
    attributes = {"class": f"section section--{name}", "aria-labelledby": name}
    section = Element("section", attributes if name else {"class": "section"})
    section.text = section.tail = "\n"
    return section


def _stands_alone(block: Element) -> bool:
    """The references, the notes and footnotes close the page; they belong to no heading of it."""
    return block.tag == "section" or block.get("class") in {"footnote", "note-bodies"}


class SectionExtension(Extension):
    """Wraps each h2 with what follows it."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After the table of contents (5) has given the headings their ids.
        md.treeprocessors.register(_SectionProcessor(md), "section", 4)
