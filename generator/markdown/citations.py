"""Citations: `[@geneen2017]`, or `[@geneen2017; @rice2019, p. 5]`.

Each source becomes a numbered button that opens a note, and the page ends with the full references.

Inline processors do not run in the order of the page: tables, lists and admonitions come in their
own time. So they only leave a mark for each source, and a tree processor numbers the marks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from generator.markdown.notes import EndMatter, append_text, marked_headings, note_button, source_note
from generator.markdown.source_list import source_anchor
from generator.pages.source import keep_source, source_of
from generator.pages.uses import page_link
from generator.problems import did_you_mean
from generator.shared_files.reference_style import short

if TYPE_CHECKING:
    from markdown import Markdown

    from generator.library import Library

_CITATION = r"\[(?P<sources>@[^\[\]]*)\](?![\[(])"  # [@handle](address) is a link
_SOURCE = re.compile(r"\s*@(?P<key>[^\s,@]+)\s*(?P<locator>,\s*[^@]+)?")
_MARK = "data-source"


def cited_keys(text: str) -> list[str]:
    """The sources that a page's Markdown cites, in order.

    Args:
        text: The Markdown, without its code.
    """
    parts = (part for found in re.finditer(_CITATION, text) for part in found["sources"].split(";"))
    return [source["key"] for part in parts if (source := _SOURCE.fullmatch(part))]


def _plain_locator(locator: str) -> str:
    """A locator as it is printed: `, pp. 3-4` with a dash between the pages."""
    place = " ".join(locator.removeprefix(",").split())
    return f", {re.sub(r'(?<=\d)\s*--?\s*(?=\d)', '\u2013', place)}" if place else ""


class _CitationProcessor(InlineProcessor):
    """Marks each source of a citation; the text of a mark that cannot be read is kept."""

    ANCESTOR_EXCLUDES = ("a",)  # a button must not stand in a link

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(_CITATION, md)
        self.library = library

    @override
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        span = Element("span", {"class": "cite"})
        told: set[tuple[str, str]] = set()
        for part in m["sources"].split(";"):
            source = _SOURCE.fullmatch(part)
            if source is None:
                what = f'"{" ".join(m[0].split())}" cannot be read.'
                self._problem(m[0], what, "Write [@key], or [@key, p. 5; @other].")
                return None, None, None
            if source["key"] not in self.library.bibliography:
                self._unknown(source["key"])
                return None, None, None
            locator = _plain_locator(source["locator"] or "")
            if (source["key"], locator) in told:
                what = f'"{" ".join(m[0].split())}" names "{source["key"]}{locator}" twice.'
                self._problem(m[0], what, "Name each source once, or give each a place of its own, such as p. 5.")
            told.add((source["key"], locator))
            if len(span):
                append_text(span, "; " if span[-1].tail else ", ")  # without it, 1 and 2 would read as 12
            SubElement(span, "button", {_MARK: source["key"]}).tail = locator
        return span, m.start(0), m.end(0)

    def _unknown(self, key: str) -> None:
        mend = did_you_mean(key, self.library.bibliography, "Add the source to docs/references.bib.")
        self._problem(rf"@{re.escape(key)}(?=[\s,;\]])", f'No source is called "{key}".', mend, pattern=True)

    def _problem(self, text: str, what: str, mend: str, *, pattern: bool = False) -> None:
        source = source_of(self.md)
        for line in source.lines(text if pattern else re.escape(text)):
            self.library.problems.add(source.path, line, what, mend)


class _NumberProcessor(Treeprocessor):
    """Numbers the marks in the order of the page and appends the references."""

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(md)
        self.library = library

    @override
    def run(self, root: Element) -> None:
        self._refuse_in_headings(root)
        marks = [element for element in root.iter("button") if element.get(_MARK)]
        end = EndMatter(root)
        cited: set[str] = set()
        for mark in marks:
            reference = self.library.bibliography[mark.attrib.pop(_MARK)]
            first = f"cite-{reference.key}"
            number = end.add_reference(reference, back=first)
            source_note(end, reference, self._more(reference.key))
            button = note_button(str(number), f"note-{reference.key}", f"Source {number}: {short(reference)}")
            mark.text = button.text
            mark.attrib.update(button.attrib)
            if reference.key not in cited:
                cited.add(reference.key)
                mark.set("id", first)

    def _more(self, key: str) -> Element | None:
        page = self.library.uses.lists.get("sources")
        return page_link(self.library, "All pages that cite it", page, source_anchor(key)) if page else None

    def _refuse_in_headings(self, root: Element) -> None:
        if marked_headings(root, _MARK):
            source = source_of(self.md)
            for line in source.heading_lines(r"\[@"):
                self.library.problems.add(
                    source.path, line, "A heading cites a source.", "Cite it in the sentence below the heading."
                )


class CitationExtension(Extension):
    """Citations and the list of references."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        keep_source(md, self.library)
        # After links (160) and images (150), whose text keeps what looks like a citation.
        md.inlinePatterns.register(_CitationProcessor(md, self.library), "citation", 145)
        # After inline text (20); before the table of contents (5) gives the headings their ids.
        md.treeprocessors.register(_NumberProcessor(md, self.library), "citation", 16)
