"""`[[claim-table: id, id]]` on a line of its own: claims beside their estimates, for readers who want the numbers.

The blocks are read before the text in them, so a marker first leaves an empty box. It is filled when the page's own
citations have their numbers, and what a table says is not judged as the page's own wording.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor

from generator.markdown.notes import EndMatter, add, append_text
from generator.pages.source import keep_source, source_of
from generator.problems import did_you_mean
from generator.shared_files.claim_records import LEVELS
from generator.shared_files.reference_style import short

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library
    from generator.shared_files.claim_records import Claim

CLAIM_TABLE = re.compile(r"^[ \t]*\[\[claim-table:[ \t]*(?P<keys>[^\[\]]*?)[ \t]*\]\][ \t]*$", re.MULTILINE)
_MARK = "data-claims"
_HEADINGS = ("Claim, and in whom", "Estimate", "How sure, and why", "Source")


def table_claims(text: str) -> list[str]:
    """The claims that a page's tables name, in order."""
    return [key for found in CLAIM_TABLE.finditer(text) for key in _keys(found["keys"])]


def _keys(text: str) -> list[str]:
    return [key.strip() for key in text.split(",")]


class _BoxProcessor(BlockProcessor):
    """Leaves an empty box for each table, and notes the claims that cannot stand in it."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md.parser)
        self.md = md
        self.library = library

    @override
    def test(self, parent: Element, block: str) -> bool:
        return bool(CLAIM_TABLE.fullmatch(block.strip()))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        found = CLAIM_TABLE.fullmatch(blocks.pop(0).strip())
        keys = [key for key in _keys(found["keys"]) if self._can_stand(key)] if found else []
        if keys:
            SubElement(parent, "div", {_MARK: " ".join(keys), "class": "claim-table"})

    def _can_stand(self, key: str) -> bool:
        if key in self.library.unreadable_claims:  # noted where the record stands
            return False
        claim = self.library.claims.get(key)
        if claim and claim.estimate:
            return True
        source = source_of(self.md)
        line = source.lines(rf"^[ \t]*\[\[claim-table:[^\]]*(?<![\w-]){re.escape(key)}(?![\w-])")[0]
        if claim:
            what, mend = f'The claim "{key}" has no estimate.', "Write `estimate:` in its record, or take it out here."
        else:
            what = f'No claim is called "{key}".'
            mend = did_you_mean(key, self.library.claims, "Add its record to docs/claims.yml.")
        self.library.problems.add(source.path, line, what, mend)
        return False


class _FillProcessor(Treeprocessor):
    """Fills the boxes."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        boxes = [element for element in root.iter("div") if element.get(_MARK)]
        for box in boxes:
            table = add(box, "table")
            head = add(add(table, "thead"), "tr")
            for heading in _HEADINGS:
                add(head, "th", heading, {"scope": "col"})
            body = add(table, "tbody")
            for key in box.attrib.pop(_MARK).split():
                self._add_row(body, self.library.claims[key], EndMatter(root))

    def _add_row(self, body: Element, claim: Claim, end: EndMatter) -> None:
        row, level = add(body, "tr"), LEVELS[claim.certainty]
        what = add(row, "th", "", {"scope": "row"})
        add(what, "strong", claim.claim)
        append_text(what, f" In {claim.population}: {claim.outcome}.")
        add(row, "td", claim.estimate)
        sure = add(row, "td")
        add(sure, "span", level.dots, {"class": "certainty", "aria-hidden": "true"})
        append_text(sure, f" {level.label}. {claim.reason}")
        sources = add(row, "td")
        for index, key in enumerate(claim.sources):
            if reference := self.library.bibliography.get(key):
                append_text(sources, "; " if index else "")
                number = end.add_reference(reference)
                add(sources, "a", f"{number}. {short(reference)}", {"href": f"#ref-{key}"})


class ClaimTableExtension(Extension):
    """Tables of claims."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # Before paragraphs (10), after code blocks (80).
        md.parser.blockprocessors.register(_BoxProcessor(md, self.library), "claim_table", 70)
        # After citations (16) and claims (15), so that sources cited in the text have the first numbers.
        md.treeprocessors.register(_FillProcessor(md, self.library), "claim_table", 12)
