"""A `[[marker]]` that nothing understood is a problem, not text to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, override

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from generator.claims import CLAIM
from generator.library import Library, library_at
from generator.problems import did_you_mean
from generator.source import keep_source, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_MARKER = re.compile(r"\[\[(?P<name>[\w-]+)[^\[\]\n]*\]\]")
_ALONE = ("help-now", "calculator", "figure", "people", "timer")
_IN_TEXT = "claim"


class _LeftoverProcessor(Treeprocessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        source = source_of(self.md)
        for marker in (found for text in _texts(root) for found in _MARKER.finditer(text)):
            name, pattern = marker["name"], re.escape(marker[0])
            claim = re.fullmatch(CLAIM, marker[0])
            if claim and claim["key"] not in self.library.claims:
                continue  # noted where it was met
            if name == _IN_TEXT:
                what = f"{marker[0]} marks no sentence."
                mend = "Write [[claim: id]] after a sentence, and not inside a link."
            elif name in _ALONE:
                what = f"{marker[0]} stands in other text."
                mend = "Put it on a line of its own, with an empty line above and below."
                pattern = rf"(?<=\S)[ \t]*{pattern}|{pattern}[ \t]*\S|(?<=\S\n){pattern}|{pattern}[ \t]*\n\S"
            else:
                what = f'No marker is called "{name}".'
                mend = did_you_mean(name, (*_ALONE, _IN_TEXT), "Put backquotes around it to print it.")
            for line in source.lines(pattern):
                self.library.problems.add(source.path, line, what, mend)


def _texts(element: Element) -> Iterator[str]:
    """All text that is not code."""
    if element.tag not in {"code", "pre"}:
        yield element.text or ""
        for child in element:
            yield from _texts(child)
            yield child.tail or ""


class MarkerExtension(Extension):
    """Notes markers that are left over when the page is done."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After inline text (20), which takes the markers that are understood.
        md.treeprocessors.register(_LeftoverProcessor(md, self.library), "marker", 19)


def makeExtension(docs: str = "docs", **_: Any) -> MarkerExtension:  # noqa: N802 - Python-Markdown's name
    """The extension by name, for a builder that runs no code of ours."""
    return MarkerExtension(library_at(docs))
