"""A `[[marker]]` that nothing understood is a problem, not text to print."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from generator.markdown.claims import CLAIM
from generator.markdown.terms import TERM
from generator.pages.source import keep_source, source_of
from generator.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

    from generator.library import Library

_MARKER = re.compile(r"\[\[(?P<name>[\w-]+)[^\[\]\n]*\]\]")
_ALONE = (
    "help-now", "calculator", "figure", "people", "timer", "sources", "claim-cards", "glossary", "certainty-levels",
    "help-elsewhere", "licences", "claim-table",
)  # fmt: skip
# Markers in a sentence, each with what it marks.
_IN_TEXT = {
    "claim": ("marks no sentence.", "Write [[claim: id]] after a sentence, and not inside a link."),
    "number": ("gives no number.", 'Write it like [[number: build-up-planner "Time to your goal" minutes=5 days=3]].'),
    "term": ("explains no word.", "Write [[term: word]] in a sentence, and not inside a link."),
}
# One of them that is begun and not ended.
_OPEN = rf"\[\[(?:{'|'.join((*_ALONE, *_IN_TEXT))})\b(?![^\[\]]*\]\])"


class _LeftoverProcessor(Treeprocessor):
    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        source = source_of(self.md)
        if source.holds(_OPEN):
            for line in source.lines(_OPEN):
                self.library.problems.add(source.path, line, "A marker here is not closed.", "End it with ]].")
        for marker in (found for text in _texts(root) if "[[" in text for found in _MARKER.finditer(text)):
            name, pattern = marker["name"], re.escape(marker[0])
            if self._is_unknown(marker[0]):
                continue  # noted where it was met
            if name in _IN_TEXT:
                what, mend = f"{marker[0]} {_IN_TEXT[name][0]}", _IN_TEXT[name][1]
            elif name in _ALONE:
                what = f"{marker[0]} stands in other text."
                mend = "Put it on a line of its own, with an empty line above and below."
                pattern = rf"(?<=\S)[ \t]*{pattern}|{pattern}[ \t]*\S|(?<=\S\n){pattern}|{pattern}[ \t]*\n\S"
            else:
                what = f'No marker is called "{name}".'
                mend = did_you_mean(name, (*_ALONE, *_IN_TEXT), "Put backquotes around it to print it.")
            for line in source.lines(pattern):
                self.library.problems.add(source.path, line, what, mend)

    def _is_unknown(self, marker: str) -> bool:
        claim, term = re.fullmatch(CLAIM, marker), re.fullmatch(TERM, marker)
        return bool(claim and claim["key"] not in self.library.claims) or bool(
            term and self.library.glossary.find(term["name"]) is None
        )


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
