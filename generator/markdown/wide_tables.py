"""Each table stands in a box that scrolls sideways, so that a wide one never widens a narrow page.

The box can take the keyboard's focus, because what scrolls must be reachable without a pointer; it is named after the
heading above it, and numbered from the second one on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    from markdown import Markdown


class _TableProcessor(Treeprocessor):
    @override
    def run(self, root: Element) -> None:
        if root.find(".//table") is None:
            return
        heading, labels = "", list[str]()
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if element.tag in {"h2", "h3"}:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                label = f"Table: {heading}" if heading else "Table"
                labels.append(label)
                again = labels.count(label)
                _wrap(element, parents[element], f"{label} ({again})" if again > 1 else label)


def _wrap(table: Element, parent: Element, label: str) -> None:
    attributes = {"class": "table-scroll", "role": "region", "tabindex": "0", "aria-label": label}
    box = Element("div", attributes)
    box.tail, table.tail = table.tail, None
    parent[list(parent).index(table)] = box
    box.append(table)


class WideTableExtension(Extension):
    """Wraps each table."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        # After inline text has been filled in (20), so that a heading's words are there to be read.
        md.treeprocessors.register(_TableProcessor(md), "wide_table", 4.5)
